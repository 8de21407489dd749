package spoken

// matchDimension says "25 x 7 m", "4×6", "1920x1080": x between two numbers is "by".
func matchDimension(s *scan, pos int) (int, string) {
	n, ok := s.numeralAt(pos)
	if !ok || !s.freeNumber(pos) {
		return 0, ""
	}
	if end, said := s.pixels(n); end > 0 {
		return end, said
	}
	if end, said := s.packs(n); end > 0 {
		return end, said
	}
	said, end, found := "", n.end, false
	var marked entry // the unit of a sign behind the numbers
	for range 3 {
		unit := ""
		if u, stop := s.lengthMark(end); stop > 0 && (found || s.timesSign(s.skip(stop)) > 0) {
			end, marked = stop, u
		}
		at := s.skip(end)
		if _, stop := s.unitAt(end); stop > 0 && s.timesSign(s.skip(stop)) > 0 {
			u, _ := s.unitAt(end)
			at = s.skip(stop)
			unit = " " + u.plural
		}
		next := s.timesSign(at)
		if next == 0 || n.whole == "0" && at == n.end {
			break
		}
		if said == "" {
			said = s.said(n)
		}
		said += unit
		m, ok := s.numeralAt(s.skip(next))
		if stop, product := s.timesPower(m, said); ok && stop > 0 {
			return stop, product
		}
		if !ok || (s.skip(next) > next) != (at > end) && at == s.skip(end) {
			break
		}
		said, end, found = said+" by "+s.said(m), m.end, true
	}
	if u, stop := s.lengthMark(end); stop > 0 && marked.form == u.form {
		end = stop
	}
	if !found || s.continues(end) {
		return 0, ""
	}
	if marked.form != "" {
		return s.sayMeasure(end, said, marked, s.singular(pos, end))
	}
	if u, stop := s.unitAt(end); stop > 0 {
		return s.sayMeasure(stop, said, u, s.joined(end, stop) || s.singular(pos, stop))
	}
	if !s.rightFree(end) {
		return 0, ""
	}
	return end, said
}

// timesPower says a product of what is said and m, where a power or the sign of the result stands behind m: "5×10⁶", "3×10^8 m/s"; end
// is 0 where none does.
func (s *scan) timesPower(m numeral, said string) (end int, product string) {
	product = said + " times " + s.said(m)
	if superscripts[s.runeAt(m.end)] != "" || s.has(m.end, " = ") {
		return m.end, product
	}
	end, power := s.caretAt(m.end)
	if u, past := s.unitAt(end); end > 0 && past > 0 && u.form != "x" {
		return s.sayMeasure(past, product+power, u, false)
	}
	return end, product + power
}

// pixels says the size of a picture by the pairs of its digits: "1920x1080" is "nineteen twenty by ten eighty"; end is 0 where
// the number n does not open one.
func (s *scan) pixels(n numeral) (end int, said string) {
	next := s.timesSign(s.skip(n.end))
	at := s.skip(next)
	end = s.digits(at)
	if next == 0 || n.point || n.grouped || len(n.whole) != 4 || end-at < 3 || end-at > 4 || !s.rightFree(end) && s.at(end) != 'p' || s.continues(end) {
		return 0, ""
	}
	if _, stop := s.unitAt(end); stop > 0 {
		return 0, ""
	}
	return end, pairs(n.whole, s.and()) + " by " + pairs(s.text[at:end], s.and())
}

// packNouns are what a recipe counts by its size.
var packNouns = wordSet(`tin tins can cans pack packs packet packets jar jars bottle bottles carton cartons tub tubs bag bags box boxes slice slices fillet fillets steak steaks
	bar bars block blocks ball balls pot pots sachet sachets pouch pouches sheet sheets breast breasts portion portions piece pieces`)

// packs says how many packs of a size there are, "2 x 400g tins" as "two four hundred gram tins"; end is 0 where the number n
// does not open that.
func (s *scan) packs(n numeral) (end int, said string) {
	at := s.skip(n.end)
	next := s.timesSign(at)
	if next == 0 || at == n.end || n.point || len(n.whole) > 2 {
		return 0, ""
	}
	size, ok := s.numeralAt(s.skip(next))
	u, end := s.unitAt(size.end)
	if w, _ := s.wordAfter(end); !ok || end == 0 || !packNouns[w] {
		return 0, ""
	}
	return end, s.said(n) + " " + s.said(size) + " " + u.spoken
}

// timesSign returns the end of an x between two numbers at pos, 0 for none.
func (s *scan) timesSign(pos int) int {
	switch {
	case s.has(pos, "×"):
		return pos + len("×")
	case s.at(pos) == 'x' && (isDigit(s.at(pos+1)) || s.at(pos+1) == ' ' && isDigit(s.at(pos+2))):
		return pos + 1
	}
	return 0
}

// lengthMark reads the sign for feet or inches at pos; end is 0 for none.
func (s *scan) lengthMark(pos int) (u entry, end int) {
	if end = s.inchMark(pos); end > 0 {
		return entry{form: "\"", spoken: "inch", plural: "inches"}, end
	}
	if s.at(pos) == '\'' || s.has(pos, "’") || s.has(pos, "′") {
		return entry{form: "'", spoken: "foot", plural: "feet"}, s.footMark(pos)
	}
	return entry{}, 0
}
