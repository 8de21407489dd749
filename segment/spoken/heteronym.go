package spoken

import "strings"

// heteronym is one reading of a word that is written like another: the one that the engine does not take by itself.
type heteronym struct {
	said   string          // respelled
	name   bool            // a name stands before it
	before map[string]bool // nil: any word
	after  map[string]bool // nil: any word
	never  map[string]bool // words that forbid the reading right before it
	far    bool            // also two places before it
	cap    bool            // only with a capital, and no headline
}

// newHeteronym reads a row of the table.
func newHeteronym(row []string) heteronym {
	h := heteronym{said: row[1], name: strings.Contains(row[2], "@name"), never: wordSet(row[4]), far: row[5] == "far", cap: row[5] == "cap"}
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
	if !s.alone(pos, end) || word[1:] != lower[1:] || s.at(pos-1) == '-' {
		return 0, ""
	}
	before := s.wordBefore(pos)
	second := s.wordBefore(pos - 1 - len(before))
	after, _ := s.wordAfter(end)
	if s.at(end) == '-' {
		after = s.wordAt(end + 1)
	}
	for _, h := range s.en.heteronyms[lower] {
		if !h.fits(before, second, strings.ToLower(after)) || h.cap && (isLower(word[0]) || s.opt.Headline) || h.never[strings.ToLower(before)] || h.far && h.never[strings.ToLower(second)] {
			continue
		}
		if isUpper(word[0]) {
			return end, strings.ToUpper(h.said[:1]) + h.said[1:]
		}
		return end, h.said
	}
	return 0, ""
}

// fits says whether the words beside a heteronym are those of its row.
func (h heteronym) fits(before, second, after string) bool {
	if h.after != nil && !h.after[after] {
		return false
	}
	return h.before == nil || h.before[strings.ToLower(before)] || h.before[strings.ToLower(second+"_"+before)] || h.name && isPersonName(before)
}

// isPersonName says whether a word looks like a name and not like what people of a country are called.
func isPersonName(word string) bool {
	if len(word) < 3 || !isUpper(word[0]) || word[1:] != strings.ToLower(word[1:]) {
		return false
	}
	for _, ending := range [...]string{"an", "ish", "ese", "i", "ic", "ench", "utch", "ack", "hite"} {
		if strings.HasSuffix(word, ending) {
			return false
		}
	}
	return true
}
