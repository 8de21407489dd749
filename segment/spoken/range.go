package spoken

// matchRange says "3-5 years", "2013-19", "1980-1986", "2%-10%", "5-4".
func matchRange(s *scan, pos int) (int, string) {
	a, ok := s.numeralAt(pos)
	if !ok || !s.freeNumber(pos) || len(a.whole) > 7 && !a.grouped {
		return 0, ""
	}
	first := a.end
	percent := false
	if s.at(first) == '%' {
		first, percent = first+1, true
	}
	at := s.rangeDash(first)
	if at == first || !isDigit(s.at(at)) || !percent && !s.rightFree(first) {
		return 0, ""
	}
	b, ok := s.numeralAt(at)
	if !ok || s.continues(b.end) || s.at(b.end) == '-' && isDigit(s.at(b.end+1)) {
		return 0, ""
	}
	if end, said := s.yearRange(pos, a, b); end > 0 {
		return end, said
	}
	if len(b.whole) > 1 && b.whole[0] == '0' || a.whole[0] == '0' && len(a.whole) > 1 {
		return 0, ""
	}
	return s.sayRange(pos, a, b, at)
}

// sayRange says two numbers with "to" between them when they rise, with a hyphen when they fall, like a score.
func (s *scan) sayRange(pos int, a, b numeral, at int) (int, string) {
	left, right := s.said(a), s.said(b)
	end := b.end
	if sc, stop := s.scaleAt(end, false); stop > 0 {
		right, end = right+" "+sc.spoken, stop
	}
	if u, stop := s.unitAt(end); stop > 0 {
		return s.sayMeasure(stop, left+" to "+right, u, s.singular(pos, stop) || s.joined(end, stop))
	}
	if stop := s.ordinalEnd(b.whole, end); stop > 0 {
		return stop, ordinalOf(left) + " to " + ordinalOf(right)
	}
	if !s.rightFree(end) {
		return 0, ""
	}
	if s.rises(a, b) {
		return end, left + " to " + right
	}
	if s.spacedDash(a.end, at) {
		return 0, ""
	}
	if b.whole == "0" && !b.point && s.region == "GB" {
		right = "nil"
	}
	if len(a.whole) > 3 || len(b.whole) > 3 {
		return end, left + " " + right
	}
	return end, left + "-" + right
}

// spacedDash says whether the dash between two numbers has spaces around it.
func (s *scan) spacedDash(end, at int) bool { return s.skip(end) > end && at > end+2 }

// rises says whether b is more than a.
func (s *scan) rises(a, b numeral) bool {
	if len(a.whole) != len(b.whole) {
		return len(a.whole) < len(b.whole)
	}
	if a.whole != b.whole {
		return a.whole < b.whole
	}
	return a.frac < b.frac
}

// yearRange says "2013-19" and "1980-1986".
func (s *scan) yearRange(pos int, a, b numeral) (int, string) {
	if a.point || b.point || a.grouped || b.grouped || len(a.whole) != 4 || a.whole < "1100" || a.whole > "2099" || !s.rightFree(b.end) {
		return 0, ""
	}
	if s.counts(b.end) && len(b.whole) == 4 {
		return 0, ""
	}
	if _, stop := s.unitAt(b.end); stop > 0 {
		return 0, ""
	}
	switch {
	case len(b.whole) == 4 && b.whole >= a.whole && b.whole <= "2099":
		return b.end, year(a.whole, s.and()) + " to " + year(b.whole, s.and())
	case len(b.whole) == 2 && b.whole > a.whole[2:]:
		said := below100(atoi(b.whole))
		if b.whole[0] == '0' {
			said = "oh " + said
		}
		return b.end, year(a.whole, s.and()) + " to " + said
	case len(b.whole) == 2 && a.whole[2:] == "99" && b.whole == "00":
		return b.end, year(a.whole, s.and()) + " to two thousand"
	}
	return 0, ""
}
