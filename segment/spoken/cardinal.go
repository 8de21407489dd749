package spoken

// matchKnownNumber says numbers that have a reading of their own: 9/11, 24/7, 401(k).
func matchKnownNumber(s *scan, pos int) (int, string) {
	if !s.freeNumber(pos) {
		return 0, ""
	}
	e, end := s.en.known.longest(s, pos)
	if end == 0 || !s.rightFree(end) || s.continues(end) {
		return 0, ""
	}
	return end, e.spoken
}

// freeNumber says whether the number at pos is no piece of a longer one: no digit, letter or joining sign before it.
func (s *scan) freeNumber(pos int) bool {
	if !s.leftFree(pos) {
		return false
	}
	switch s.at(pos - 1) {
	case '.', ',', '/', ':', '-':
		return pos < 2 || !isDigit(s.text[pos-2])
	}
	return true
}

// continues says whether a sign and a digit at pos carry on the number that ends there.
func (s *scan) continues(pos int) bool {
	switch s.at(pos) {
	case '/', ':', '-', '.', ',':
		return isDigit(s.at(pos + 1))
	}
	return false
}

// matchCardinal says what no other rule of numbers has taken. Digits with a leading zero, and those that stand behind a
// point, are said one by one.
func matchCardinal(s *scan, pos int) (int, string) {
	n, ok := s.numeralAt(pos)
	if !ok {
		end := s.digits(pos)
		return end, spellDigits(s.text[pos:end])
	}
	if len(n.whole) > 1 && n.whole[0] == '0' {
		if n.point {
			return n.end, spellDigits(n.whole) + " point " + spellDigits(n.frac)
		}
		return n.end, spellDigits(n.whole)
	}
	if n.frac == "000" && !n.grouped && len(n.whole) < 4 && s.counts(n.end) {
		return n.end, cardinal(n.whole+n.frac, s.and()) // 1.000 lamps, as on the Continent
	}
	return n.end, s.said(n)
}

// matchPointFirst says ".5" as "point five".
func matchPointFirst(s *scan, pos int) (int, string) {
	n, ok := s.numeralAt(pos)
	if !ok || n.whole != "" || !n.point || !s.leftFree(pos) || s.at(pos-1) == '.' || !s.rightFree(n.end) || s.continues(n.end) {
		return 0, ""
	}
	return n.end, s.said(n)
}
