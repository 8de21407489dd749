// Package plain makes text fit to be handed to a speech engine: what an article may hold goes in, one line of visible
// characters comes out.
package plain

import (
	"strings"
	"unicode"
)

// Text returns text as an engine may have it: valid UTF-8 on one line, words one space apart, without control
// characters, invisible marks, or the double brackets that espeak-ng, and all that is built on it, takes for phonemes.
func Text(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	var last rune = ' '
	for _, r := range text { // an invalid byte reads as U+FFFD
		switch {
		case unicode.IsSpace(r) || r == unicode.ReplacementChar:
			r = ' '
		case dropped(r):
			continue
		}
		if r == last && (r == ' ' || r == '[' || r == ']') {
			continue
		}
		b.WriteRune(r)
		last = r
	}
	return strings.TrimSuffix(b.String(), " ")
}

// Joiners are invisible, but change how Persian and Indic letters, and some emoji, are read.
const (
	zeroWidthNonJoiner = '\u200c'
	zeroWidthJoiner    = '\u200d'
)

// dropped tells whether a rune has no sound: controls, invisible formats, private and unassigned characters, and the
// selectors that choose between pictures of one character.
func dropped(r rune) bool {
	if r == zeroWidthJoiner || r == zeroWidthNonJoiner {
		return false
	}
	return !unicode.IsGraphic(r) || unicode.Is(unicode.Variation_Selector, r)
}
