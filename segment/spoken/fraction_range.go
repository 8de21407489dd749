package spoken

import "unicode/utf8"

// quantity is a number of a recipe or a measure: 2, 2½, 1 1/2, 3/4.
type quantity struct {
	whole       string // digits, "" for none
	top, bottom int    // of the fraction; 0 for none
	end         int
}

// quantityAt reads a quantity at pos; its end is 0 where there is none.
func (s *scan) quantityAt(pos int) (q quantity) {
	if f, ok := s.fractionSign(pos); ok {
		return quantity{"", f[0], f[1], pos + len(s.runeAt(pos))}
	}
	i := s.digits(pos)
	if i == pos || i-pos > 3 {
		return q
	}
	if q.top, q.bottom, q.end = s.properFraction(pos); q.end > 0 {
		return q
	}
	at := s.skip(i)
	if f, ok := s.fractionSign(at); ok {
		return quantity{s.text[pos:i], f[0], f[1], at + len(s.runeAt(at))}
	}
	if at > i {
		q.top, q.bottom, q.end = s.properFraction(at)
	}
	q.whole, q.end = s.text[pos:i], max(i, q.end)
	return q
}

// properFraction reads two numbers with a slash between them that are a fraction of a cup, an inch or the like: "3/4".
func (s *scan) properFraction(pos int) (top, bottom, end int) {
	i := s.digits(pos)
	if i == pos || i-pos > 2 || s.at(i) != '/' {
		return 0, 0, 0
	}
	end = s.digits(i + 1)
	top, bottom = atoi(s.text[pos:i]), atoi(s.text[i+1:end])
	switch bottom {
	case 2, 3, 4, 5, 6, 8, 16:
		if top > 0 && top < bottom && s.at(end) != '/' {
			return top, bottom, end
		}
	}
	return 0, 0, 0
}

// say says a quantity.
func (q quantity) say(and bool) string {
	switch {
	case q.top == 0:
		return cardinal(q.whole, and)
	case q.whole == "":
		return sayFraction(q.top, q.bottom, and, false)
	}
	return cardinal(q.whole, and) + " and " + sayFraction(q.top, q.bottom, and, true)
}

// wholeAlone says whether neither a fraction nor a dash follows the number that ends at pos, as with most.
func (s *scan) wholeAlone(pos int) bool {
	c := s.at(pos)
	if c == ' ' {
		c = s.at(pos + 1)
		return !isDigit(c) && c != '-' && c < utf8.RuneSelf
	}
	return c != '-' && c != '/' && c < utf8.RuneSelf
}

// matchFractionRange says a range with a fraction in it: "1 1/2-2 cups", "2–2½ hours", "1/2-3/4 tsp".
func matchFractionRange(s *scan, pos int) (int, string) {
	if i := s.digits(pos); i > pos && s.wholeAlone(i) {
		return 0, ""
	}
	a := s.quantityAt(pos)
	at := s.rangeDash(a.end)
	if a.end == 0 || at == a.end || !s.freeNumber(pos) {
		return 0, ""
	}
	b := s.quantityAt(at)
	if b.end == 0 || a.top+b.top == 0 || a.whole != "" && b.whole == "" || !s.rightFree(b.end) && !s.en.units.opens(s, b.end) || s.continues(b.end) {
		return 0, ""
	}
	said := a.say(s.and()) + " to " + b.say(s.and())
	if u, stop := s.unitAt(b.end); stop > 0 {
		return s.sayMeasure(stop, said, u, b.whole == "" || s.singular(pos, stop))
	}
	if stop := s.inchMark(b.end); stop > 0 && s.inchesMeant(pos) {
		return stop, said + " inches"
	}
	return b.end, said
}
