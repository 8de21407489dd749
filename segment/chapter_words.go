package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"articast/segment/sentence"
)

// lexis numbers the content words of an article by their stems, in the order of appearance.
type lexis struct {
	lang  string
	known map[string]int // every word seen, as written; -1 for words of grammar
	stems map[string]int
}

// newLexis returns an empty lexis of a language.
func newLexis(lang string) *lexis {
	return &lexis{lang: lang, known: map[string]int{}, stems: map[string]int{}}
}

// ids returns the numbers of the content words of text in order.
func (x *lexis) ids(text string) []int { return x.appendIDs(make([]int, 0, len(text)/10), text) }

// appendIDs appends what ids returns.
func (x *lexis) appendIDs(out []int, text string) []int {
	for at := 0; at < len(text); {
		end := wordEnd(text, at)
		if end == at {
			_, n := utf8.DecodeRuneInString(text[at:])
			at += n
			continue
		}
		if id := x.id(strings.Trim(text[at:end], "'’-")); id >= 0 {
			out = append(out, id)
		}
		at = end
	}
	return out
}

// wordEnd returns the end of the run of letters, apostrophes and hyphens at at.
func wordEnd(text string, at int) int {
	for at < len(text) {
		if b := text[at]; b < utf8.RuneSelf {
			if (b|0x20 < 'a' || b|0x20 > 'z') && b != '\'' && b != '-' {
				break
			}
			at++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[at:])
		if !unicode.IsLetter(r) && r != '’' {
			break
		}
		at += n
	}
	return at
}

// id returns the number of a word, -1 for one of grammar or of fewer than three letters.
func (x *lexis) id(word string) int {
	if id, ok := x.known[word]; ok {
		return id
	}
	id := -1
	if utf8.RuneCountInString(word) > 2 && !sentence.FunctionWord(word, x.lang) {
		s := stem(word)
		known, ok := x.stems[s]
		if !ok {
			known = len(x.stems)
			x.stems[s] = known
		}
		id = known
	}
	x.known[word] = id
	return id
}

// stemEndings are cut off words, the first that fits.
var stemEndings = strings.Fields(`ations ation ings ing edly ies ied ers ed es er ly s e y`)

// stem cuts the commonest endings off a word, so that "sanction", "sanctions" and "sanctioned" count as one.
func stem(word string) string {
	w := strings.TrimSuffix(strings.TrimSuffix(strings.ToLower(word), "'s"), "’s")
	for _, end := range stemEndings {
		if rest, ok := strings.CutSuffix(w, end); ok && utf8.RuneCountInString(rest) >= 4 {
			return rest
		}
	}
	return w
}
