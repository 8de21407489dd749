package spoken

import (
	"strings"
	"unicode/utf8"
)

// heatWords show that C and F behind a number are temperatures.
var heatWords = [...]string{"emperature", "egrees", "heat", "cold", "warm", "cool", "oven", "freez", "frost", "eather", "orecast", "unny", "snow", "ake at", "oast at", "°", " high", " low"}

// matchTemperature says "23C" and "-5F" where the words around speak of heat.
func matchTemperature(s *scan, pos int) (int, string) {
	start, sign, free := s.leadingSign(pos)
	n, ok := s.numeralAt(start)
	if !free || !ok || n.grouped || len(n.whole) > 4 || n.whole == "" || start == pos && !s.freeNumber(pos) {
		return 0, ""
	}
	if at := s.skip(n.end); start > pos {
		n.end = at // -60 C
	}
	for _, degree := range [...]string{"º", "˚"} { // signs that are taken for that of a degree
		if s.at(n.end) < utf8.RuneSelf {
			break
		}
		if at := s.skip(n.end + len(degree)); s.has(n.end, degree) && (s.at(at) == 'C' || s.at(at) == 'F') && s.rightFree(at+1) {
			return at + 1, sign + s.said(n) + " degrees " + scaleOf(s.at(at))
		}
	}
	if end, said := s.heatRange(pos, n); end > 0 {
		return end, said
	}
	scale := scaleOf(s.at(n.end))
	if scale == "" || !s.rightFree(n.end+1) || !s.heatNear(pos, n.end) && start == pos && !s.heatPair(pos, n.end) {
		return 0, ""
	}
	return n.end + 1, sign + s.said(n) + " " + plural(n, "degree", "degrees") + " " + scale
}

// heatRange says "20-25C" where the words around speak of heat; end is 0 where they do not.
func (s *scan) heatRange(pos int, n numeral) (end int, said string) {
	at := s.rangeDash(n.end)
	m, ok := s.numeralAt(at)
	scale := scaleOf(s.at(m.end))
	if at == n.end || !ok || n.point || len(m.whole) > 3 || scale == "" || !s.rightFree(m.end+1) || !s.heatNear(pos, m.end) {
		return 0, ""
	}
	return m.end + 1, s.said(n) + " to " + s.said(m) + " degrees " + scale
}

// scaleOf returns the name of the scale of heat with the letter c, "" for none.
func scaleOf(c byte) string {
	switch c {
	case 'C':
		return "Celsius"
	case 'F':
		return "Fahrenheit"
	}
	return ""
}

// heatPair says whether the same heat stands by the other scale in brackets beside text[pos:end]: "35C (95F)".
func (s *scan) heatPair(pos, end int) bool {
	other := "F"
	if s.at(end) == 'F' {
		other = "C"
	}
	if s.at(pos-1) == '(' {
		return isDigit(s.at(pos-4)) && s.has(pos-3, other+" (")
	}
	if !s.has(end+1, " (") {
		return false
	}
	m, ok := s.numeralAt(end + len("C ("))
	return ok && s.has(m.end, other+")")
}

// heatNear says whether a word of heat stands near text[pos:end].
func (s *scan) heatNear(pos, end int) bool {
	window := s.text[max(0, pos-60):min(len(s.text), end+30)]
	for _, w := range heatWords {
		if strings.Contains(window, w) {
			return true
		}
	}
	return false
}
