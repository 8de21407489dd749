package spoken

import (
	"embed"
	"strings"
)

//go:embed data/en/*.txt
var enFiles embed.FS

// rows reads a table of data/en: one row a line, columns parted by tabs, lines that start with "# " left out. Missing
// columns are empty.
func rows(name string, columns int) [][]string {
	data, err := enFiles.ReadFile("data/en/" + name + ".txt")
	if err != nil {
		panic("spoken: table missing from the program: " + name) // cannot happen: the file is embedded
	}
	var out [][]string
	for line := range strings.SplitSeq(string(data), "\n") {
		if line == "" || strings.HasPrefix(line, "# ") {
			continue
		}
		row := strings.Split(line, "\t")
		for len(row) < columns {
			row = append(row, "")
		}
		out = append(out, row)
	}
	return out
}

// entry is what a table says about a written form.
type entry struct {
	form   string // as written
	spoken string
	plural string
	flags  string
}

// is says whether the entry has a flag.
func (e entry) is(flag string) bool { return strings.Contains(e.flags, flag) }

// forms is a set of written forms that is searched for the longest one at a place in the text.
type forms struct {
	exact map[string]entry
	fold  map[string]entry // by lower case
	max   int              // bytes of the longest form
}

func newForms() *forms { return &forms{exact: map[string]entry{}, fold: map[string]entry{}} }

// add puts a form into the set; with the flag "fold" its case does not count.
func (f *forms) add(e entry) {
	f.exact[e.form] = e
	if e.is("fold") {
		f.fold[strings.ToLower(e.form)] = e
	}
	f.max = max(f.max, len(e.form))
}

// longest returns the longest form at pos that ends at the end of a word, and its end.
func (f *forms) longest(s *scan, pos int) (entry, int) {
	for end := min(pos+f.max, len(s.text)); end > pos; end-- {
		last := s.text[end-1]
		if (isASCIILetter(last) || isDigit(last)) && !s.rightFree(end) {
			continue
		}
		if e, ok := f.find(s.text[pos:end]); ok {
			return e, end
		}
	}
	return entry{}, 0
}

// find looks a form up, first as written, then without regard to case where its row allows that.
func (f *forms) find(form string) (entry, bool) {
	if e, ok := f.exact[form]; ok {
		return e, true
	}
	if len(f.fold) == 0 {
		return entry{}, false
	}
	e, ok := f.fold[strings.ToLower(form)]
	return e, ok
}

// wordSet makes a set of the words in text.
func wordSet(text string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(text) {
		set[w] = true
	}
	return set
}
