package spoken

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxClause bounds how far a clause is looked at on either side of a word, in bytes.
const maxClause = 100

// matchCapitals says a short word in capitals as the engine would not: it spells one that stands among small letters, so that
// "a BAD idea" needs "bad", and reads one as a word where capitals prevail in the clause, so that ", TSA," needs "T.S.A".
func matchCapitals(s *scan, pos int) (int, string) {
	end := s.wordEnd(pos)
	base, ending := cutEnding(s.text[pos:end])
	if len(base) > 3 || !s.alone(pos, end) || !isUpper(base[0]) || base != strings.ToUpper(base) {
		return 0, ""
	}
	if _, known := s.en.initialisms[base]; known || s.at(pos-1) == '-' || s.at(end) == '-' {
		return 0, ""
	}
	lower := strings.ToLower(base)
	if s.en.plain[lower] {
		if loud, _ := s.clauseCase(pos); !loud && ending == "" {
			return end, lower
		}
		return 0, ""
	}
	if pos > 0 && strings.IndexByte(".'", s.text[pos-1]) >= 0 {
		return 0, "" // NBC.COM, 'EM
	}
	if s.en.common[lower] || !strings.ContainsAny(base, "AEIOUY") || roman(base) > 0 {
		return 0, ""
	}
	if loud, words := s.clauseCase(pos); !loud || words > 2 || s.shouting(pos, end) {
		return 0, ""
	}
	if pos == 0 && s.at(end) == ',' && isUpper(s.at(s.skip(end+1))) {
		return 0, "" // the town of a dateline
	}
	e := entry{form: base, spoken: "letters"}
	return end, s.letterTail(end, s.beforeStop(end, e, withEnding(e, base, ending)))
}

// clauseCase says whether the clause around pos has no more small letters than capitals: the engine then takes these for
// shouting and spells no word of them. A digit counts as the small letters of its name. words is the number of its words if
// it has capitals only, else 0.
func (s *scan) clauseCase(pos int) (loud bool, words int) {
	start := max(0, pos-maxClause)
	stop := min(len(s.text), pos+maxClause)
	if i := lastClauseEnd(s.text[start:pos]); i >= 0 {
		start += i
	}
	if i := clauseEnd(s.text[pos:stop]); i >= 0 {
		stop = pos + i
	}
	lead, small, inside := 0, false, false
	for i := start; i < stop; {
		r, n := utf8.DecodeRuneInString(s.text[i:])
		switch {
		case unicode.IsUpper(r):
			lead++
		case unicode.IsLower(r):
			lead, small = lead-1, true
		case unicode.IsDigit(r):
			lead, small = lead-4, true
		}
		if isAlnumRune(r) && !inside {
			words++
		}
		inside = isAlnumRune(r)
		i += n
	}
	if small {
		words = 0
	}
	return lead >= 0, words
}

// clauseEnd returns where the first mark that ends a clause stands in text, -1 for none.
func clauseEnd(text string) int {
	for i := range len(text) {
		switch text[i] {
		case '\n':
			return i
		case ',', '.', ';', ':', '?', '!':
			if i+1 == len(text) || strings.IndexByte(" \n\"')", text[i+1]) >= 0 {
				return i
			}
		case "—"[0]:
			if strings.HasPrefix(text[i:], "—") || strings.HasPrefix(text[i:], "–") {
				return i
			}
		}
	}
	return -1
}

// lastClauseEnd returns where the last mark that ends a clause stands in text, -1 for none.
func lastClauseEnd(text string) int {
	last := -1
	for at := 0; ; {
		i := clauseEnd(text[at:])
		if i < 0 {
			return last
		}
		last = at + i
		at = last + 1
	}
}
