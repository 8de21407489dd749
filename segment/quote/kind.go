package quote

func (f *frame) classify() {
	for i := range f.found {
		q := &f.found[i]
		q.kind = Scare
		if q.words > 2 || q.how != howNone && q.how < howSubject {
			q.kind = Partial
		}
		if q.words > 4 && f.lastSign(f.seq[q.item].ref) != 0 {
			q.kind = Full
		}
	}
}
