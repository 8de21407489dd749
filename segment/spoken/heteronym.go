package spoken

import "strings"

// heteronym is one reading of a word that is written like another.
type heteronym struct {
	said   string // respelled
	before map[string]bool
	after  map[string]bool
}

// newHeteronym reads a row: word, respelling, words before it, words behind it; "*" stands for any.
func newHeteronym(row []string) heteronym {
	h := heteronym{said: row[1]}
	if row[2] != "*" {
		h.before = wordSet(row[2])
	}
	if row[3] != "*" {
		h.after = wordSet(row[3])
	}
	return h
}

// matchHeteronym respells a heteronym where the words around it leave no doubt.
func matchHeteronym(s *scan, pos int) (int, string) {
	end := s.wordEnd(pos)
	word := s.text[pos:end]
	lower := strings.ToLower(word)
	if !s.alone(pos, end) || word != lower && word[1:] != lower[1:] {
		return 0, ""
	}
	before := strings.ToLower(s.wordBefore(pos))
	after, _ := s.wordAfter(end)
	for _, h := range s.en.heteronyms[lower] {
		if (h.before == nil || h.before[before]) && (h.after == nil || h.after[strings.ToLower(after)]) {
			if isUpper(word[0]) {
				return end, strings.ToUpper(h.said[:1]) + h.said[1:]
			}
			return end, h.said
		}
	}
	return 0, ""
}
