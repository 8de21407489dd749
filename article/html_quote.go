package article

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// drawnMarks are the marks that browsers draw around a q element where the page's language is not written with “ and ” (the
// delimiters of CLDR, which CSS takes for "quotes: auto"); innerMarks are those inside another q.
var (
	drawnMarks = map[string]string{"de": "„“", "cs": "„“", "nl": "‘’", "pl": "„”", "sv": "””", "fi": "””", "no": "«»", "nb": "«»", "fr": "«»", "es": "«»", "it": "«»", "ru": "«»", "uk": "«»", "ja": "「」"}
	innerMarks = "‘’"
)

// quoted adds a q element between the marks that a browser draws around it, unless the page has written some of its own.
func (f *flow) quoted(n, at *node) {
	text := n.firstText()
	last, _ := utf8.DecodeLastRune(f.text)
	if text == nil || isQuoteMark(firstRune(text.text)) || !f.space && isQuoteMark(last) {
		f.gather(n, at)
		return
	}
	lang, _, _ := strings.Cut(strings.ToLower(f.lang), "-")
	marks, ok := drawnMarks[lang]
	switch {
	case n.inside("q"):
		marks = innerMarks
	case !ok:
		marks = "“”"
	}
	pair := []rune(marks)
	if f.rune(pair[0]); f.start < 0 {
		f.start, f.end = text.start, text.start
	}
	f.gather(n, at)
	if len(f.text) > 0 { // else a block in it has ended the piece
		space := f.space
		f.space = false
		f.rune(pair[1])
		f.space = space
	}
}

// isQuoteMark reports whether r opens a quotation in some language.
func isQuoteMark(r rune) bool { return strings.ContainsRune("\"“”„«»‹›‘’‚「『", r) }

// firstRune returns the first visible character of a text.
func firstRune(text string) rune {
	r, _ := utf8.DecodeRuneInString(strings.TrimSpace(text))
	return r
}

// firstText returns the first node of text inside n that is not white space, or nil.
func (n *node) firstText() *node {
	for n.tag != "" {
		i := slices.IndexFunc(n.kids, func(k *node) bool { return k.size > 0 })
		if i < 0 {
			return nil
		}
		n = n.kids[i]
	}
	return n
}
