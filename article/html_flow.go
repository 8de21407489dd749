package article

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// piece is a block of a page on its way into the Document, with what the choice of the article needs to know.
type piece struct {
	Block
	at        int   // among the pieces of the page
	node      *node // the innermost block element that holds it
	words     int
	linkWords int  // of words, those inside links
	boldWords int  // of words, those in bold
	noted     bool // the mark of a footnote leads to it
}

// flow gathers the text of a page into pieces, in reading order.
type flow struct {
	base   *url.URL // of links, or nil
	lang   string   // of the Document
	size   int      // bytes of text in the Document
	pieces []*piece

	text       []byte // of the piece being gathered
	space      bool   // white space waits to be written before the next character
	apart      bool   // the next character begins a word, whatever stands before
	start, end int
	marks      []Mark // finished ones
	open       []Mark // Start is -1 as long as no character stands in it
	links      int    // depth of open links
	words      int
	linkWords  int
	bold       int // depth of open bold elements
	boldWords  int
	inWord     bool
	unspaced   int  // characters of the word that are written without spaces between words
	verbatim   bool // inside pre: line breaks stay
	raised     bool // inside a sup that holds a number
	tight      bool // the next sign of a formula stands right behind the one before

	notes []*piece       // footnotes that stand inside the text, until its piece ends
	refs  map[string]int // by the id that a footnote's mark leads to: the number of its node
}

// gather walks the element's content. at is the innermost block element.
func (f *flow) gather(n, at *node) {
	for _, k := range n.kids {
		f.visit(k, at)
	}
}

// visit adds a node to the flow.
func (f *flow) visit(n, at *node) {
	switch {
	case n.tag == "":
		f.add(n)
	case n.tag == "math":
		f.math(n)
	case isInlineNote(n):
		f.note(n)
	case n.tag == "cite" && namesSource(n):
		f.flush(at)
		f.gather(n, n)
		f.flush(n)
	case notText[n.tag] || f.isHidden(n):
	case n.tag == "br":
		f.lineBreak(n, at)
	case n.tag == "table" && isDataTable(n):
		f.flush(at)
		f.table(n)
	case n.tag == "pre":
		f.flush(at)
		f.verbatim = true
		f.gather(n, n)
		f.flush(n)
		f.verbatim = false
	case isBlockTag(n.tag) || isCaptionPart(n):
		f.flush(at)
		was := f.verbatim
		f.verbatim = was && holdsCode(n)
		f.gather(n, n)
		f.flush(n)
		f.verbatim = was
	default:
		f.inline(n, at)
	}
}

// noteNumber is what a footnote's mark that leads nowhere looks like.
var noteNumber = regexp.MustCompile(`^\d{1,3}(?:\s?[,–-]\s?\d{1,3})*$`)

// noteSigns are the other marks of footnotes.
var noteSigns = regexp.MustCompile(`^[*†‡§¶]+$`)

// raisedNumber is what stands in sup as a power, or as a footnote's mark where the text does not tell.
var raisedNumber = regexp.MustCompile(`^[-−–]?\d{1,4}$`)

// raise are the characters of Unicode for raised ones (The Unicode Standard, Superscripts and Subscripts): without them 10 to
// the sixth would be 106.
var raise = strings.NewReplacer("-", "⁻", "−", "⁻", "–", "⁻", "0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹")

// closesSentence reports whether the text so far ends like a sentence or a clause: no power stands there.
func (f *flow) closesSentence() bool {
	r, _ := utf8.DecodeLastRune(f.text)
	return !f.space && strings.ContainsRune(".,;:!?”’»\"", r)
}

// namesSource reports whether a cite element says whose words follow in its quotation: "Ann wrote:".
func namesSource(n *node) bool {
	for a := n.parent; a != nil && isBlockTag(a.tag); a = a.parent {
		if a.tag == "blockquote" {
			return n.size > 0 && a.size > n.size && opens(n, a)
		}
	}
	return false
}

// holdsCode reports whether what stands in a block inside pre is code still: a line of it, and no article, item or caption.
func holdsCode(n *node) bool {
	return (n.tag == "div" || n.tag == "p") && !isCaptionPart(n) && !isCredit(n) && !partsOf(n).pullquote
}

// inline adds an inline element with the mark that it makes.
func (f *flow) inline(n, at *node) {
	if n.tag == "b" || n.tag == "strong" {
		f.bold++
		defer func() { f.bold-- }()
	}
	if n.tag == "time" || bylineHints.match(n) { // its style sets it off: a name or the number of comments beside it is no part of the day
		f.apart = true
		defer func() { f.apart = true }()
	}
	if n.tag == "q" {
		f.quoted(n, at)
		return
	}
	kind, value := f.markOf(n)
	if kind == "" && n.tag == "sup" {
		if number := strings.Trim(n.words(), " ,"); noteNumber.MatchString(number) && (f.closesSentence() || !raisedNumber.MatchString(number)) || noteSigns.MatchString(number) {
			kind = MarkNoteRef
		}
	}
	if kind == "" {
		raised, links := f.raised, f.links
		f.raised = raised || n.tag == "sup" && raisedNumber.MatchString(n.words())
		if n.tag == "a" && n.has("href") {
			f.links++ // a button that runs a script
		}
		f.gather(n, at)
		f.raised, f.links = raised, links
		return
	}
	if kind == MarkNoteRef {
		f.refer(n)
		if slices.ContainsFunc(f.open, func(m Mark) bool { return m.Kind == MarkNoteRef }) {
			f.gather(n, at)
			return
		}
	}
	depth := len(f.open)
	f.open = append(f.open, Mark{Kind: kind, Value: value, Start: -1})
	if kind == MarkLink {
		f.links++
	}
	f.gather(n, at)
	if kind == MarkLink {
		f.links--
	}
	f.closeMark(depth)
}

// closeMark ends the innermost open mark, which is the one at depth.
func (f *flow) closeMark(depth int) {
	if m := f.open[depth]; m.Start >= 0 {
		m.End = len(f.text)
		f.marks = append(f.marks, m)
	}
	f.open = f.open[:depth]
}

// lineBreak ends the piece at the second of two line breaks; one alone is a space, or a line break in code.
func (f *flow) lineBreak(n, at *node) {
	if f.verbatim {
		f.text = append(f.text, '\n')
		return
	}
	f.space = true
	f.inWord = false
	if f.words > 0 && f.boldWords == f.words && (f.bold == 0 || isLast(n)) && f.links == 0 {
		f.flush(at) // a heading in bold above its paragraph
		return
	}
	for prev := before(n); prev != nil; prev = before(prev) {
		if prev.tag == "br" {
			f.flush(at)
			return
		}
		if prev.tag != "" || strings.TrimSpace(prev.text) != "" {
			return
		}
	}
}

// isLast reports whether no text follows n in its parent.
func isLast(n *node) bool {
	for _, k := range n.parent.kids[n.pos+1:] {
		if k.size > 0 {
			return false
		}
	}
	return true
}

// before returns the sibling before n, or nil.
func before(n *node) *node {
	if n.parent == nil || n.pos == 0 {
		return nil
	}
	return n.parent.kids[n.pos-1]
}

// add appends a text node.
func (f *flow) add(n *node) {
	wrote := false
	text := n.text
	if f.raised {
		text = raise.Replace(text)
	}
	for _, r := range text {
		switch {
		case f.verbatim && r == '\n':
			f.text = append(f.text, '\n')
			f.space = false
		case unicode.IsSpace(r):
			f.space = true
			f.inWord = false
			if f.verbatim && r != '\r' {
				f.text = utf8.AppendRune(f.text, r)
				f.space = false
			}
		case r == '\u200b' || r == '\ufeff' || r == '\u00ad' || r == '\u2060' || unicode.IsControl(r):
		default:
			f.rune(r)
			wrote = true
		}
	}
	if wrote {
		if f.start < 0 {
			f.start = n.start
		}
		f.end = n.end
	}
}

// rune appends one visible character.
func (f *flow) rune(r rune) {
	if len(f.text) == 0 {
		f.start = -1
	}
	if last, _ := utf8.DecodeLastRune(f.text); f.apart && isLetterOrDigit(last) && isLetterOrDigit(r) {
		f.space, f.inWord = true, false
	}
	if f.space && len(f.text) > 0 {
		f.text = append(f.text, ' ')
	}
	f.space, f.apart = false, false
	for i := range f.open {
		if f.open[i].Start < 0 {
			f.open[i].Start = len(f.text)
		}
	}
	f.text = utf8.AppendRune(f.text, r)
	if f.beginsWord(r) {
		f.words++
		if f.links > 0 {
			f.linkWords++
		}
		if f.bold > 0 {
			f.boldWords++
		}
	}
}

// beginsWord reports whether a character is the first of a word. Of those that are written without spaces between words, every
// second one counts as a word.
func (f *flow) beginsWord(r rune) bool {
	if !isLetterOrDigit(r) {
		return false
	}
	first := !f.inWord
	f.inWord = true
	if r < firstUnspaced || !unicode.In(r, unspacedScripts...) {
		return first
	}
	f.unspaced++
	return first || f.unspaced%2 == 1
}

const firstUnspaced = '\u0E00' // the first letter of Thai

var unspacedScripts = []*unicode.RangeTable{unicode.Thai, unicode.Lao, unicode.Myanmar, unicode.Khmer, unicode.Han, unicode.Hiragana, unicode.Katakana}

func isLetterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// moveMarks moves the marks of the piece by so many bytes.
func (f *flow) moveMarks(by int) {
	for i := range f.marks {
		f.marks[i].Start, f.marks[i].End = max(0, f.marks[i].Start+by), max(0, f.marks[i].End+by)
	}
	for i := range f.open {
		if f.open[i].Start >= 0 {
			f.open[i].Start = max(0, f.open[i].Start+by)
		}
	}
}

// flush ends the piece that stands in at.
func (f *flow) flush(at *node) {
	text := string(f.text)
	if f.verbatim {
		text = strings.TrimLeft(text, "\n")
		f.moveMarks(len(text) - len(f.text))
		text = strings.TrimRightFunc(text, unicode.IsSpace)
	}
	if strings.TrimSpace(text) != "" {
		for i := range f.open {
			if f.open[i].Start >= 0 {
				m := f.open[i]
				m.End = len(text)
				f.marks = append(f.marks, m)
			}
		}
		p := &piece{node: at, words: f.words, linkWords: f.linkWords, boldWords: f.boldWords}
		p.Text, p.Start, p.End = text, f.start, f.end
		p.Marks = tidyMarks(f.marks, len(text))
		f.pieces = append(f.pieces, p)
	}
	for i := range f.open {
		f.open[i].Start = -1
	}
	f.pieces = append(f.pieces, f.notes...)
	f.text, f.marks, f.notes, f.unspaced = f.text[:0], nil, nil, 0
	f.space, f.apart, f.inWord, f.words, f.linkWords, f.boldWords, f.start, f.end = false, false, false, 0, 0, 0, -1, 0
}

// tidyMarks drops empty marks and puts the rest in order.
func tidyMarks(marks []Mark, length int) []Mark {
	var out []Mark
	for _, m := range marks {
		m.End = min(m.End, length)
		if m.Start < m.End {
			out = append(out, m)
		}
	}
	sortMarks(out)
	return out
}
