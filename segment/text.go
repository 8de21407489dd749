package segment

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// inWord reports whether r is a letter, a digit or a mark of a letter.
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

// firstRune returns the first rune of text, utf8.RuneError when there is none.
func firstRune(text string) rune {
	r, _ := utf8.DecodeRuneInString(text)
	return r
}

// countFields returns the number of words between white space.
func countFields(s string) int {
	n := 0
	for range strings.FieldsSeq(s) {
		n++
	}
	return n
}

// wordsOnly returns the letters and digits of text in small letters, one space between words.
func wordsOnly(text string) string {
	out := make([]byte, 0, len(text))
	gap := false
	for at := 0; at < len(text); {
		b := text[at]
		if 'a' <= b && b <= 'z' && !gap {
			out = append(out, b)
			at++
			continue
		}
		r, n := rune(b), 1
		if b >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[at:])
		}
		at += n
		if !inWord(r) {
			gap = len(out) > 0
			continue
		}
		if gap {
			out, gap = append(out, ' '), false
		}
		out = utf8.AppendRune(out, unicode.ToLower(r))
	}
	return string(out)
}

// runeHead returns at most n bytes of text, cut between code points.
func runeHead(text string, n int) string {
	if len(text) <= n {
		return text
	}
	for n > 0 && !utf8.RuneStart(text[n]) {
		n--
	}
	return text[:n]
}

// lowerSet makes a set of the entries, which are divided by commas.
func lowerSet(lists ...string) map[string]bool {
	set := map[string]bool{}
	for _, l := range lists {
		for _, w := range splitList(l) {
			set[w] = true
		}
	}
	return set
}

// splitList returns the entries of a list divided by commas.
func splitList(list string) []string {
	var out []string
	for entry := range strings.SplitSeq(list, ",") {
		if words := strings.Join(strings.Fields(entry), " "); words != "" {
			out = append(out, words)
		}
	}
	return out
}
