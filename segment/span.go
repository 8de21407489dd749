package segment

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// trim returns the span without the white space at its edges; text is what it is a span of.
func (s span) trim(text string) span {
	in := s.of(text)
	s.start += len(in) - len(strings.TrimLeftFunc(in, unicode.IsSpace))
	s.end = s.start + len(strings.TrimSpace(in))
	return s
}

// inWord reports whether a letter, a digit or a mark of a letter.
func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return isASCIILetter(byte(r)) || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// isASCIILetter reports whether b is a letter of English.
func isASCIILetter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }

// wholeWords finds what the pattern matches and no word is cut by: its \b knows the letters of English only.
func wholeWords(pattern *regexp.Regexp, text string) [][]int {
	return slices.DeleteFunc(pattern.FindAllStringIndex(text, -1), func(m []int) bool { return cutsWord(text, m[0]) || cutsWord(text, m[1]) })
}

// cutsWord reports whether a word goes on over at.
func cutsWord(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at:])
	return at > 0 && at < len(text) && inWord(before) && inWord(after) && before != 'T' // 2019-08-19T04:45
}

// hasWord reports whether text holds what is said as a word: a letter, a digit or a fraction such as ½.
func hasWord(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || isFraction(r) }) >= 0
}

// isFraction reports whether r is one of the fractions of Unicode: ¼ to ¾ (U+00BC to U+00BE), ⅐ to ⅞ (U+2150 to U+215E).
func isFraction(r rune) bool { return '¼' <= r && r <= '¾' || '⅐' <= r && r <= '⅞' }

// countWords returns the number of runs of letters and digits.
func countWords(text string) int {
	n, in := 0, false
	for _, r := range text {
		w := inWord(r) || in && (r == '\'' || r == '’')
		if w && !in {
			n++
		}
		in = w
	}
	return n
}

// firstHan is where the Chinese and Japanese characters begin.
const firstHan = 0x2e80

// countSpoken is countWords where text is to be spoken: in Chinese and Japanese, which write no spaces between words, each
// character counts as one.
func countSpoken(text string) int {
	n, in := 0, false
	for _, r := range text {
		alone := r >= firstHan && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
		w := inWord(r) || in && (r == '\'' || r == '’')
		if alone || w && !in {
			n++
		}
		in = w && !alone
	}
	return n
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
