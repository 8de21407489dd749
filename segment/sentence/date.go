package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// dateCut finds a full date without a stop that heads or ends a line of running text, as below and above headlines:
// "Thursday, May 7, 2015 On Tuesday, ..." and "Council votes Thursday, May 7, 2015". next is where a word begins behind
// white space or at the start. It returns where to cut, -1 when there is no such date.
func (p *paragraph) dateCut(next int) int {
	if next >= len(p.text) || p.text[next] < 'A' || p.text[next] > 'Z' {
		return -1
	}
	end := fullDate(p.text, next, p.lang)
	switch {
	case end == 0:
		return -1
	case next == p.start:
		if rest := skipSpace(p.text, end); rest > end && titleCase(wordAt(p.text, rest)) {
			return end
		}
	case skipSpace(p.text, end) == len(p.text) && p.plainBefore(next):
		return next
	}
	return -1
}

// plainBefore reports whether the word before next is one of content, without a mark behind it: after "on" or a comma the
// sentence goes on.
func (p *paragraph) plainBefore(next int) bool {
	before := strings.TrimRightFunc(p.text[max(p.start, next-maxWord):next], isSpace)
	r, _ := utf8.DecodeLastRuneInString(before)
	word := wordBefore(before, 0, len(before))
	return (unicode.IsLetter(r) || strings.ContainsRune(`'"’”`, r)) && !has(p.lang.starters, word) && !has(p.lang.conjunctions, word)
}

// fullDate returns the end of a date such as "Thursday, May 7, 2015" at at, 0 when there is none.
func fullDate(text string, at int, lang *language) int {
	day := wordAt(text, at)
	if !has(lang.weekdays, day) || !strings.HasPrefix(text[at+len(day):], ", ") {
		return 0
	}
	at += len(day) + len(", ")
	month := wordAt(text, at)
	if !has(lang.months, month) {
		return 0
	}
	at += len(month)
	for i, digits := range []int{2, 4} {
		if i == 1 {
			if !strings.HasPrefix(text[at:], ",") {
				return 0
			}
			at++
		}
		from := skipSpace(text, at)
		for at = from; at < len(text) && at-from < digits && text[at] >= '0' && text[at] <= '9'; at++ {
		}
		if at == from || i == 1 && at-from < digits {
			return 0
		}
	}
	if at < len(text) && !blankOrEnd(text, at) {
		return 0
	}
	return at
}
