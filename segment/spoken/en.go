package spoken

// newEnglish builds the tables of English.
func newEnglish() *language {
	return &language{rules: englishRules(), words: map[string]class{}}
}

// englishRules is the order in which rules are asked: the more of the text a rule needs to see, the earlier it stands.
func englishRules() []rule {
	return []rule{
		{"en/year", classDigit, matchYear},
		{"en/cardinal", classDigit, matchCardinal},
		{"en/initialism", classAcronym | classCaps, matchInitialism},
	}
}

func matchYear(s *scan, pos int) (int, string) {
	n, ok := s.numeralAt(pos)
	if !ok || n.point || n.grouped || len(n.whole) != 4 || n.whole < "1100" || n.whole > "2099" || !s.alone(pos, n.end) {
		return 0, ""
	}
	return n.end, year(n.whole, s.and())
}

func matchCardinal(s *scan, pos int) (int, string) {
	n, ok := s.numeralAt(pos)
	if !ok {
		return 0, ""
	}
	return n.end, s.said(n)
}

func matchInitialism(s *scan, pos int) (int, string) {
	end := s.wordEnd(pos)
	if s.text[pos:end] == "US" {
		return end, "U.S"
	}
	return 0, ""
}

var openers = map[string]bool{"The": true, "A": true, "It": true, "He": true, "She": true, "In": true}

// isOpener says whether a word in this form opens sentences.
func isOpener(word string) bool { return openers[word] }
