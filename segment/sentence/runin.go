package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// runIn reports whether a sentence begins at next, behind the white space at at, without a mark before it: a heading or a
// caption was run into the text, as in "Crowds at the gate They waited for hours". It is sure only of a word that has a
// capital nowhere else: a pronoun or conjunction that goes on with a small letter, or a preposition whose phrase of time or
// place ends at a comma.
func (p *paragraph) runIn(at, next int) bool {
	if p.inQuote || next >= len(p.text) || p.text[next] < 'A' || p.text[next] > 'Z' || !p.plainBefore(next) && !p.behindBracket(at) {
		return false
	}
	word := wordAt(p.text, next)
	rest := next + len(word)
	if !titleCase(word) || len(word) < 2 || !strings.HasPrefix(p.text[rest:], " ") {
		return false
	}
	follows := wordAt(p.text, rest+1)
	r, _ := utf8.DecodeRuneInString(follows)
	switch {
	case has(p.lang.openers, word):
		return unicode.IsLower(r) && p.running(rest)
	case has(p.lang.settings, word):
		return (unicode.IsLower(r) || has(p.lang.weekdays, follows) || has(p.lang.months, follows)) && p.setting(rest) && p.running(rest)
	}
	return false
}

// behindBracket reports whether a bracket closes before at that is no part of the mark of a list item.
func (p *paragraph) behindBracket(at int) bool {
	return at-p.start > maxMarker && p.text[at-1] == ')'
}

// maxSetting is the length in bytes of the longest phrase of time or place that opens a sentence.
const maxSetting = 90

// setting reports whether the words from at on are such a phrase and end at a comma that a clause follows: a phrase of
// capitals alone is a title ("On the Road, a novel").
func (p *paragraph) setting(at int) bool {
	rest := p.text[at:min(len(p.text), at+maxSetting)]
	end := strings.IndexAny(rest, ".,;:!?()\"“”\n")
	if end < 0 || rest[end] != ',' {
		return false
	}
	if next := wordAt(p.text, skipSpace(p.text, at+end+1)); next == "" || has(p.lang.conjunctions, next) {
		return false
	}
	for w := range strings.FieldsSeq(rest[:end]) {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) && !has(p.lang.starters, w) || has(p.lang.weekdays, w) || has(p.lang.months, w) {
			return true
		}
	}
	return false
}

// maxRunning is how far in bytes behind a word it is looked whether running text follows.
const maxRunning = 80

// running reports whether the words from at on are running text and no headline: most of the longer ones are small, or three.
func (p *paragraph) running(at int) bool {
	small, all := 0, 0
	for w := range strings.FieldsSeq(p.text[at:min(len(p.text), at+maxRunning)]) {
		if r, _ := utf8.DecodeRuneInString(w); len(w) > 3 && unicode.IsLetter(r) {
			all++
			if unicode.IsLower(r) {
				small++
			}
		}
	}
	return small*2 > all || small > 2
}
