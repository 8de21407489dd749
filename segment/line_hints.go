package segment

import (
	"regexp"
	"slices"
	"strings"
)

// hinted is an expression with what is quickly seen of a line that can answer to it.
type hinted struct {
	re    *regexp.Regexp
	words []string // parts of words in small letters
	signs []string // parts of the text as it stands
}

// hint returns an expression with its hints, divided by blanks: a line that answers to it has one of them. Without any, every
// line is compared with it.
func hint(words, signs, expr string) hinted {
	return hinted{regexp.MustCompile(expr), strings.Fields(words), strings.Fields(signs)}
}

// mayMatch reports whether a text, whose wordsOnly is words, has one of the hints.
func (h *hinted) mayMatch(text, words string) bool {
	return len(h.words)+len(h.signs) == 0 || hasAny(words, h.words) || hasAny(text, h.signs)
}

// matches reports whether the text answers to the expression.
func (h *hinted) matches(text, words string) bool {
	return h.mayMatch(text, words) && h.re.MatchString(text)
}

// hasAny reports whether one of the parts stands in the text.
func hasAny(text string, parts []string) bool {
	return slices.ContainsFunc(parts, func(part string) bool { return strings.Contains(text, part) })
}
