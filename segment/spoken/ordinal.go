package spoken

import "strings"

// matchOrdinal says "1st" and "121ST"; a malformed one ("11st") is no ordinal.
func matchOrdinal(s *scan, pos int) (int, string) {
	n, ok := s.numeralAt(pos)
	if !ok || n.point || !s.freeNumber(pos) {
		return 0, ""
	}
	if end := s.ordinalEnd(n.whole, n.end); end > 0 {
		if at := s.skip(end); at > end && s.has(at, "c. ") && len(n.whole) < 3 {
			return at + len("c."), ordinalOf(cardinal(n.whole, s.and())) + " century"
		}
		if at := s.rangeDash(end); at > end && s.at(end) != ' ' {
			if m, ok := s.numeralAt(at); ok && !m.point && s.rises(n, m) {
				if stop := s.ordinalEnd(m.whole, m.end); stop > 0 {
					return stop, ordinalOf(cardinal(n.whole, s.and())) + " to " + ordinalOf(cardinal(m.whole, s.and())) // the 14th–16th centuries
				}
			}
		}
		return end, ordinalOf(cardinal(n.whole, s.and()))
	}
	return 0, ""
}

// ordinalEnd returns the end of the ordinal ending at pos that fits the digits, 0 for none.
func (s *scan) ordinalEnd(digits string, pos int) int {
	end := pos + 2
	if end > len(s.text) || !s.rightFree(end) || strings.ToLower(s.text[pos:end]) != ordinalSuffix(digits) {
		return 0
	}
	return end
}

// ordinalSuffix returns the ending that digits take: "1" takes "st", "12" "th".
func ordinalSuffix(digits string) string {
	n := len(digits)
	if n > 1 && digits[n-2] == '1' {
		return "th"
	}
	switch digits[n-1] {
	case '1':
		return "st"
	case '2':
		return "nd"
	case '3':
		return "rd"
	}
	return "th"
}
