package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// splitParagraph appends the sentences of the paragraph text[from:to].
func splitParagraph(spans []Span, text string, from, to int, lang *language) []Span {
	p := &paragraph{text: text[from:to], lang: lang}
	p.begin(skipSpace(p.text, 0))
	for at := 0; at < len(p.text); {
		if silent[p.text[at]] {
			at++
			continue
		}
		at = p.step(at)
	}
	for i, cut := range append(p.cuts, len(p.text)) {
		begin := 0
		if i > 0 {
			begin = p.cuts[i-1]
		}
		spans = appendTrimmed(spans, text, from+begin, from+cut)
	}
	return spans
}

// silent holds the letters, digits and marks that begin and end nothing: most of a text.
var silent = func() (set [256]bool) {
	for _, b := range []byte("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789,;:-'()") {
		set[b] = true
	}
	return set
}()

// paragraph is the state of the scan over one paragraph.
type paragraph struct {
	text    string
	lang    *language
	cuts    []int // where sentences end
	start   int   // where the sentence being read begins
	silent  int   // up to here it holds no letter and no digit
	inQuote bool  // an odd number of straight double quotation marks was read
	list    listState
	here    candidate // where the scan stands
}

// step reads what stands at at and returns the place to go on from.
func (p *paragraph) step(at int) int {
	b := p.text[at]
	switch {
	case b == '.' || b == '!' || b == '?':
		return p.marks(at)
	case b == '"':
		p.inQuote = !p.inQuote
	case b == ' ' || b == '\n' || b == '\t':
		return p.space(at)
	case b >= utf8.RuneSelf:
		r, n := utf8.DecodeRuneInString(p.text[at:])
		if r == '…' || wideMark(r) || loudMark(r) {
			return p.marks(at)
		}
		return at + n
	}
	return at + 1
}

// wideMark reports whether r is one of the marks beside . ! ? … that end sentences and that no space follows.
func wideMark(r rune) bool {
	switch r {
	case '。', '！', '？', '．', '｡':
		return true
	}
	return false
}

// loudMark reports whether r is one of those of other scripts, or more than one in one sign.
func loudMark(r rune) bool {
	switch r {
	case '‼', '⁇', '⁈', '⁉', '؟', '۔', '।', '॥':
		return true
	}
	return false
}

// marks decides about the marks at at.
func (p *paragraph) marks(at int) int {
	after, kind := markRun(p.text, at)
	c := &p.here
	*c = newCandidate(p.text, p.lang, p.start, at, after, kind, p.inQuote)
	if cut := compoundStop(c); cut > 0 {
		p.cut(cut)
		return after
	}
	if strings.IndexByte(p.text[after:c.end], '"') >= 0 {
		p.inQuote = p.inQuote != (strings.Count(p.text[after:c.end], `"`)%2 == 1)
	}
	if c.next < len(p.text) && decide(c) == ends {
		p.cut(c.end)
	}
	return max(after, c.end)
}

// space looks for the mark of a list item behind the white space at at.
func (p *paragraph) space(at int) int {
	next := skipSpace(p.text, at)
	if next+1 < len(p.text) && 'a' <= p.text[next] && p.text[next] <= 'z' && p.text[next+1] != '.' && p.text[next+1] != ')' {
		return next // a word, and no letter of a list
	}
	if next < len(p.text) && p.list.item(p.text, at, next) && p.start < at {
		p.cut(at)
	} else if p.start < at && (p.dateCut(next) == next || p.runIn(at, next)) {
		p.cut(at)
	}
	return next
}

// cut ends a sentence at end, unless it would hold no letter and no digit.
func (p *paragraph) cut(end int) {
	if strings.IndexFunc(p.text[max(p.start, min(p.silent, end)):end], speakable) < 0 {
		p.silent = end
		return
	}
	p.cuts = append(p.cuts, end)
	p.begin(skipSpace(p.text, end))
}

// begin starts a sentence at start.
func (p *paragraph) begin(start int) {
	p.start = start
	p.list.first(p.text, start)
	end := captionHead(p.text, start, p.lang)
	if end == 0 {
		end = p.dateCut(start)
	}
	if end > start {
		p.cuts = append(p.cuts, end)
		p.start = skipSpace(p.text, end)
	}
}

// captionHead returns the end of "Figure 1.3" at the start of a sentence when a capital and a small letter follow it, so
// that it can only be the head of a caption; else 0.
func captionHead(text string, start int, lang *language) int {
	word := wordAt(text, start)
	if !has(lang.numbered, word) {
		return 0
	}
	from := skipSpace(text, start+len(word))
	end := from
	for end < len(text) && end-from < 8 && (text[end] >= '0' && text[end] <= '9' || text[end] == '.' || text[end] == '-') {
		end++
	}
	next := skipSpace(text, end)
	if end == from || next == end || text[end-1] == '.' || !titleCase(wordAt(text, next)) && !strings.HasPrefix(text[next:], "(") {
		return 0
	}
	return end
}

// speakable reports whether r is a letter or a digit.
func speakable(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// markRun returns the end of the run of marks that begins at at, and its kind: dots with spaces between are one ellipsis.
func markRun(text string, at int) (end int, kind mark) {
	dots := 0
	for end = at; end < len(text); {
		r, n := utf8.DecodeRuneInString(text[end:])
		switch {
		case r == '.':
			dots++
		case r == '…':
			dots += 3
		case r == '!' || r == '?' || loudMark(r):
			kind = markLoud
		case wideMark(r):
			kind = markWide
		case r == ' ' && kind == markStop && (dots > 1 || end > at) && strings.HasPrefix(text[end:], " .") && spacedDots(text[end:]):
		default:
			return end, ellipsisKind(kind, dots)
		}
		end += n
	}
	return end, ellipsisKind(kind, dots)
}

// spacedDots reports whether text goes on with " ." that belongs to an ellipsis: it is no ".5" or ".net".
func spacedDots(text string) bool {
	return len(text) == 2 || text[2] == ' ' || text[2] == '.' || text[2] >= utf8.RuneSelf || text[2] == '"' || text[2] == ')' || text[2] == '\n'
}

// ellipsisKind returns the kind of a run with that many dots.
func ellipsisKind(kind mark, dots int) mark {
	if kind == markStop && dots > 1 {
		return markEllipsis
	}
	return kind
}

// compoundStop returns the end of the sentence when a stop is followed by the three spaced dots of an omission, as in
// "interpreting compounds. . . . The practice": the stop is the sentence's, the dots open the next one. Else it is 0.
func compoundStop(c *candidate) int {
	if c.mark != markEllipsis || !strings.HasPrefix(c.text[c.stop:], ". . . .") || c.after != c.stop+7 {
		return 0
	}
	if c.stop == 0 || c.text[c.stop-1] == ' ' || c.quoted || !c.upper() {
		return 0
	}
	return c.stop + 1
}
