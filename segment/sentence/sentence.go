// Package sentence takes running text and its language and returns where the sentences end ([Split]) and where a long
// one may be cut to be spoken in pieces ([Clauses]). What it knows of a language is in one table per language; a language
// without a table is cut by the rules of Unicode Standard Annex #29.
package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// Span is a piece of a text: UTF-8 byte offsets, half open.
type Span struct{ Start, End int }

// Split returns the sentences of one or more paragraphs of text in order. Spans are trimmed of white space, do not
// overlap, and together hold every byte of text that is not white space. A blank line always ends a sentence, a single
// line break does so only before the mark of a list item. The language is a BCP 47 tag; of one that has no table ("" is
// English) the sentences are those of UAX #29. Quotations are not kept whole: a quotation of three sentences is three.
func Split(text, lang string) []Span {
	table := languageOf(lang)
	spans := make([]Span, 0, len(text)/100+1)
	for start := 0; start < len(text); {
		end, next := paragraphEnd(text, start)
		if table == nil {
			spans = splitUnicode(spans, text, start, end)
		} else {
			spans = splitParagraph(spans, text, start, end, table)
		}
		start = next
	}
	return spans
}

// Boundary reports whether a sentence ends where left and right meet in the text left + right. White space belongs to
// neither sentence; where left or right holds nothing else, there is a boundary. Only the last paragraph of left and the
// first of right are looked at.
func Boundary(left, right, lang string) bool {
	left = left[lastParagraph(left):]
	l, r := strings.TrimRightFunc(left, unicode.IsSpace), strings.TrimLeftFunc(right, unicode.IsSpace)
	if l == "" || r == "" || strings.Contains(left[len(l):]+right[:len(right)-len(r)], "\n\n") {
		return true
	}
	end, _ := paragraphEnd(right, len(right)-len(r))
	for _, s := range Split(left+right[:end], lang) {
		if s.End >= len(l) {
			return s.End == len(l)
		}
	}
	return true
}

// paragraphEnd returns the end of the paragraph of text that begins at start and the start of the next one.
func paragraphEnd(text string, start int) (end, next int) {
	for at := start; ; {
		i := strings.IndexByte(text[at:], '\n')
		if i < 0 {
			return len(text), len(text)
		}
		end, at = at+i, at+i+1
		for next = at; next < len(text) && (text[next] == ' ' || text[next] == '\t' || text[next] == '\r'); {
			next++
		}
		if next < len(text) && text[next] == '\n' {
			return end, next + 1
		}
	}
}

// lastParagraph returns where the last paragraph of text that is not blank begins.
func lastParagraph(text string) int {
	trimmed := strings.TrimRightFunc(text, unicode.IsSpace)
	return strings.LastIndex(trimmed, "\n\n") + 1
}

// appendTrimmed appends text[start:end] without the white space around it, and nothing if there is nothing else.
func appendTrimmed(spans []Span, text string, start, end int) []Span {
	for start < end {
		r, n := utf8.DecodeRuneInString(text[start:end])
		if !unicode.IsSpace(r) {
			break
		}
		start += n
	}
	for start < end {
		r, n := utf8.DecodeLastRuneInString(text[start:end])
		if !unicode.IsSpace(r) {
			break
		}
		end -= n
	}
	if start == end {
		return spans
	}
	return append(spans, Span{start, end})
}

// splitUnicode appends the sentences of text[start:end] by UAX #29 (Unicode Text Segmentation), section 5.
func splitUnicode(spans []Span, text string, start, end int) []Span {
	rest, state := strings.ReplaceAll(text[start:end], "\n", " "), -1
	for at := start; len(rest) > 0; {
		var s string
		s, rest, state = uniseg.FirstSentenceInString(rest, state)
		spans = appendTrimmed(spans, text, at, at+len(s))
		at += len(s)
	}
	return spans
}
