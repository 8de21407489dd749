package article

import (
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// ParseText reads plain text in any of the charsets that Parse knows. source is its path, or "-". Paragraphs are parted
// by blank lines, by indents, or by line breaks that are not there to keep the lines short; lines that were wrapped to a
// width are joined again. All blocks are KindParagraph. A text without a word, or a source that is no text, is an error.
func ParseText(r io.Reader, source string) (*Document, error) { return Parse(r, source, FormatText) }

// parseText is ParseText for bytes and the Content-Type that they came with, which may be empty.
func parseText(raw []byte, contentType, source string) (*Document, error) {
	src, err := decodeText(raw, contentType)
	if err != nil {
		return nil, fmt.Errorf("read article %s: %w", source, err)
	}
	d := &Document{Format: FormatText, Source: source}
	lines := splitLines(string(src))
	width := wrapWidth(lines)
	for i := 0; i < len(lines); {
		end := i + 1
		for end < len(lines) && joins(lines[end-1], lines[end], width) {
			end++
		}
		if text := joinLines(lines[i:end]); strings.ContainsFunc(text, isShown) {
			d.Blocks = append(d.Blocks, Block{Kind: KindParagraph, Text: text, Start: lines[i].start, End: lines[end-1].end})
		}
		i = end
	}
	if len(d.Blocks) == 0 {
		return nil, fmt.Errorf("read article %s: the file holds no text", source)
	}
	return d, nil
}

// isShown tells signs that can be seen from white space and marks without a width.
func isShown(r rune) bool { return unicode.IsGraphic(r) && !unicode.IsSpace(r) }

// textLine is one line without the white space around it.
type textLine struct {
	text       string
	runes      int // of text
	indent     int // white space before it, in bytes
	start, end int // of text in the source
}

// lineBreak returns where the next line end in src begins, any of those in use with a page break among them, and its
// length; of a src without one, its end and 0.
func lineBreak(src string) (at, n int) {
	for i := range len(src) {
		switch src[i] {
		case '\r':
			if i+1 < len(src) && src[i+1] == '\n' {
				return i, 2
			}
			return i, 1
		case '\n', '\f':
			return i, 1
		case 0xC2, 0xE2:
			if r, n := utf8.DecodeRuneInString(src[i:]); r == '\u0085' || r == '\u2028' || r == '\u2029' {
				return i, n
			}
		}
	}
	return len(src), 0
}

// splitLines returns the lines of src, the empty ones too.
func splitLines(src string) []textLine {
	lines := make([]textLine, 0, strings.Count(src, "\n")+1)
	add := func(start, end int) {
		line := src[start:end]
		trimmed := strings.TrimSpace(line)
		indent := len(line) - len(strings.TrimLeft(line, " \t\u00a0\u3000"))
		l := textLine{text: trimmed, runes: utf8.RuneCountInString(trimmed), indent: indent, start: start + indent}
		l.end = l.start + len(trimmed)
		lines = append(lines, l)
	}
	for at := 0; ; {
		end, n := lineBreak(src[at:])
		add(at, at+end)
		if n == 0 {
			return lines
		}
		at += end + n
	}
}

// The widths, in characters, to which people and programs wrap text.
const minWrap, maxWrap = 40, 132

// wrapWidth returns the width that the lines were wrapped to, or 0 when they were not: the longest line, where most
// lines that have one below them could not have taken its first word as well.
func wrapWidth(lines []textLine) int {
	var lengths []int
	for i, l := range lines {
		if l.runes > 0 && i+1 < len(lines) && lines[i+1].runes > 0 {
			lengths = append(lengths, l.runes)
		}
	}
	if len(lengths) < 2 {
		return 0
	}
	slices.Sort(lengths)
	width := lengths[len(lengths)-1-len(lengths)/50] // one line in fifty may hold a word that could not be wrapped
	if width < minWrap || width > maxWrap {
		return 0
	}
	full := 0
	for i, l := range lines {
		if i+1 < len(lines) && l.runes > 0 && lines[i+1].runes > 0 && fills(l, lines[i+1], width) {
			full++
		}
	}
	if full*10 < len(lengths)*7 {
		return 0
	}
	return width
}

// fills reports whether the next line's first word had no room at the end of l.
func fills(l, next textLine, width int) bool {
	word, _, _ := strings.Cut(next.text, " ")
	return l.runes+1+utf8.RuneCountInString(word) > width
}

// itemMark is what opens a list item.
var itemMark = regexp.MustCompile(`^(?:[-*•‣▪·–]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s`)

// joins reports whether next goes on with the paragraph of l.
func joins(l, next textLine, width int) bool {
	if width == 0 || l.runes == 0 || next.runes == 0 || itemMark.MatchString(next.text) || !fills(l, next, width) {
		return false
	}
	return next.indent <= l.indent || itemMark.MatchString(l.text)
}

// joinLines makes one paragraph of the lines; a word that was divided keeps its hyphen and closes up.
func joinLines(lines []textLine) string {
	if len(lines) == 1 {
		return singleSpaced(lines[0].text)
	}
	var b strings.Builder
	for i, l := range lines {
		if i > 0 && b.Len() > 0 && !divided(lines[i-1].text, l.text) {
			b.WriteByte(' ')
		}
		b.WriteString(singleSpaced(l.text))
	}
	return b.String()
}

// singleSpaced returns text with one space between its words.
func singleSpaced(text string) string {
	after := true // at the start, or behind a space
	for _, r := range text {
		space := r == ' ' || (r < ' ' || r > '~') && unicode.IsSpace(r)
		if space && (after || r != ' ') {
			return strings.Join(strings.Fields(text), " ")
		}
		after = space
	}
	return text
}

// divided reports whether a word was divided by a hyphen at the end of a line.
func divided(line, next string) bool {
	before, ok := strings.CutSuffix(line, "-")
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(next)
	return ok && unicode.IsLetter(last) && unicode.IsLower(first)
}
