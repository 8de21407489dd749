package spoken

import (
	"embed"
	"math/bits"
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
	sizes [256]uint64      // by first byte, a bit for each length in bytes that a form has
}

func newForms() *forms { return &forms{exact: map[string]entry{}, fold: map[string]entry{}} }

// add puts a form into the set; with the flag "fold" its case does not count.
func (f *forms) add(e entry) {
	f.exact[e.form] = e
	if e.is("fold") {
		f.fold[strings.ToLower(e.form)] = e
	}
	f.size(e.form[0], len(e.form))
	if e.is("fold") {
		f.size(strings.ToUpper(e.form)[0], len(e.form))
		f.size(strings.ToLower(e.form)[0], len(e.form))
	}
}

// size notes that a form that starts with first has n bytes; forms have less than 64.
func (f *forms) size(first byte, n int) { f.sizes[first] |= 1 << min(n, 63) }

// opens says whether a form may stand at pos: one has the same first byte and ends there at the end of a word.
func (f *forms) opens(s *scan, pos int) bool {
	for sizes := f.sizes[s.at(pos)]; sizes != 0; sizes &= sizes - 1 {
		end := pos + bits.TrailingZeros64(sizes)
		if end <= len(s.text) && (!isAlnum(s.text[end-1]) || s.rightFree(end)) {
			return true
		}
	}
	return false
}

// longest returns the longest form at pos that ends at the end of a word, and its end.
func (f *forms) longest(s *scan, pos int) (entry, int) {
	if pos >= len(s.text) {
		return entry{}, 0
	}
	for sizes := f.sizes[s.text[pos]]; sizes != 0; {
		n := 63 - bits.LeadingZeros64(sizes)
		sizes &^= 1 << n
		end := pos + n
		if end > len(s.text) {
			continue
		}
		if isAlnum(s.text[end-1]) && !s.rightFree(end) {
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
