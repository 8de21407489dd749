package spoken

import (
	"strings"
	"unicode/utf8"
)

// maxNumeral bounds the length of a numeral in bytes, so that a rule looks at a bounded stretch.
const maxNumeral = 64

// numeral is a number as written: "1,234.50" has whole "1234", frac "50".
type numeral struct {
	start, end int
	whole      string // digits without separators; empty in ".5"
	frac       string
	point      bool // a decimal point with digits behind it
	grouped    bool // separators between thousands
}

// numeralAt reads the numeral at pos: digits, commas between groups of three, a point with digits behind it. ok is false
// where there is none or where it is too long to be one.
func (s *scan) numeralAt(pos int) (n numeral, ok bool) {
	n.start = pos
	i := s.digits(pos)
	if pos > len(s.text) || i-pos > maxNumeral {
		return n, false
	}
	if m, ok := s.continental(pos, i); ok {
		return m, true
	}
	n.whole, n.end = s.text[pos:i], i
	if c := s.at(i); c != ',' && c != '.' && c != ' ' && c < utf8.RuneSelf || c == ' ' && s.at(i+1) != '0' {
		return n, i > pos // most numbers
	}
	for len(n.whole) > 0 && len(n.whole) < maxNumeral && (n.grouped || len(n.whole) <= 3) {
		sep := separatorAt(s.text, i)
		if sep == 0 || s.digits(i+sep) != i+sep+3 {
			break
		}
		n.whole += s.text[i+sep : i+sep+3]
		n.grouped = true
		i += sep + 3
	}
	if lakhs := s.indianGroups(i, len(n.whole)); lakhs > i && !n.grouped {
		n.whole, n.grouped, i = strings.ReplaceAll(s.text[pos:lakhs], ",", ""), true, lakhs
	}
	for len(n.whole) > 0 && len(n.whole) < maxNumeral && (n.grouped || len(n.whole) <= 3) && strings.HasPrefix(s.text[i:], " 000") && s.digits(i+1) == i+4 {
		n.whole += "000" // a plain space parts round thousands only
		n.grouped = true
		i += 4
	}
	n.end = i
	if i+1 < len(s.text) && s.text[i] == '.' && isDigit(s.text[i+1]) {
		end := s.digits(i + 1)
		if end-i > maxNumeral {
			return n, false
		}
		n.frac, n.point, n.end = s.text[i+1:end], true, end
	}
	return n, n.end > pos
}

// continental reads a number whose first digits are text[pos:i] as the Continent writes it, "12.345,67": points between the
// thousands, and a comma before two decimals.
func (s *scan) continental(pos, i int) (n numeral, ok bool) {
	if i == pos || i-pos > 3 || s.at(i) != '.' {
		return n, false
	}
	n = numeral{start: pos, whole: s.text[pos:i], point: true, grouped: true}
	for s.at(i) == '.' && s.digits(i+1) == i+4 && len(n.whole) < maxNumeral {
		n.whole += s.text[i+1 : i+4]
		i += 4
	}
	n.end = i + len(",67")
	if len(n.whole) < 4 || s.at(i) != ',' || s.digits(i+1) != n.end || !s.rightFree(n.end) || s.continues(n.end) {
		return n, false
	}
	n.frac = s.text[i+1 : n.end]
	return n, true
}

// withComma takes the two digits behind a comma into a number of which a currency shows that they are cents: "4,50 €".
func (s *scan) withComma(n numeral) numeral {
	end := n.end + len(",50")
	if !n.point && !n.grouped && s.at(n.end) == ',' && s.digits(n.end+1) == end && s.rightFree(end) && !s.continues(end) {
		n.frac, n.point, n.end = s.text[n.end+1:end], true, end
	}
	return n
}

// indianGroups returns the end of groups as in "10,00,000" behind a first one of n digits at pos: two digits each, the last
// three. It returns pos where there are none.
func (s *scan) indianGroups(pos, n int) int {
	i := pos
	for n > 0 && n < 3 && s.at(i) == ',' && s.digits(i+1) == i+3 && i-pos < maxNumeral {
		i += 3
	}
	if i > pos && s.at(i) == ',' && s.digits(i+1) == i+4 {
		return i + 4
	}
	return pos
}

// separatorAt returns the length of the separator of thousands at pos: a comma, a no-break space or a narrow one.
func separatorAt(text string, pos int) int {
	if pos >= len(text) {
		return 0
	}
	if text[pos] < utf8.RuneSelf {
		if text[pos] == ',' {
			return len(",")
		}
		return 0
	}
	for _, sep := range [...]string{"\u00a0", "\u202f", "\u2009"} {
		if strings.HasPrefix(text[pos:], sep) {
			return len(sep)
		}
	}
	return 0
}

// said says the numeral: "1.5" is "one point five".
func (s *scan) said(n numeral) string {
	whole := ""
	if n.whole != "" {
		whole = cardinal(n.whole, s.and())
	}
	if !n.point {
		return whole
	}
	return strings.TrimLeft(whole+" point "+spellDigits(n.frac), " ")
}

// one says whether the numeral is exactly one, so that its unit is singular.
func (n numeral) one() bool { return n.whole == "1" && strings.Trim(n.frac, "0") == "" }

// and says whether numbers have an "and" before their tens, as in Britain.
func (s *scan) and() bool { return s.region == "GB" }
