package segment

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// span is a piece of a text: UTF-8 byte offsets, half open; where both are 0 there is no such piece.
type span struct{ start, end int }

// of returns the piece of text.
func (s span) of(text string) string { return text[s.start:s.end] }

// moved returns the span so many bytes further on.
func (s span) moved(by int) span { return span{s.start + by, s.end + by} }

// trim returns the span without the white space at its edges; text is what it is a span of.
func (s span) trim(text string) span {
	in := s.of(text)
	s.start += len(in) - len(strings.TrimLeftFunc(in, unicode.IsSpace))
	s.end = s.start + len(strings.TrimSpace(in))
	return s
}

// widened returns the span, let out to the ends of the words that it cuts.
func (s span) widened(text string) span {
	if r, _ := utf8.DecodeRuneInString(text[s.start:]); inWord(r) {
		s.start = len(strings.TrimRightFunc(text[:s.start], inWord))
	}
	if r, _ := utf8.DecodeLastRuneInString(text[:s.end]); inWord(r) {
		s.end = len(text) - len(strings.TrimLeftFunc(text[s.end:], inWord))
	}
	return s
}

// blank returns text with every byte of the spans but for line breaks made a space.
func blank(text string, spans []span) string {
	if len(spans) == 0 {
		return text
	}
	spans = slices.SortedFunc(slices.Values(spans), func(a, b span) int { return cmp.Compare(a.start, b.start) })
	var out strings.Builder
	out.Grow(len(text))
	for _, s := range spans {
		out.WriteString(text[out.Len():max(s.start, out.Len())])
		for out.Len() < s.end {
			if text[out.Len()] == '\n' {
				out.WriteByte('\n')
			} else {
				out.WriteByte(' ')
			}
		}
	}
	out.WriteString(text[out.Len():])
	return out.String()
}
