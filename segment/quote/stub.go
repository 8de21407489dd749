package quote

type how int
type phrase struct{ from, to int }

func (p phrase) ok() bool { return p.to > p.from }

type people struct{}

func findPeople(f *frame) *people { return nil }
func (f *frame) attribute()       {}
func (f *frame) classify() {
	for i := range f.found {
		q := &f.found[i]
		q.kind = Scare
		if q.words > 2 {
			q.kind = Partial
		}
		if q.words > 4 && f.lastSign(f.seq[q.item].ref) != 0 {
			q.kind = Full
		}
	}
}
