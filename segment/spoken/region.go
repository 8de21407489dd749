package spoken

import "strings"

// regionWords are words that show British (positive) or American (negative) conventions, as they are written inside sentences.
var regionWords = map[string]int{
	"colour": 2, "colours": 2, "favour": 2, "favourite": 2, "labour": 2, "neighbour": 2, "neighbours": 2, "honour": 2, "behaviour": 2, "harbour": 2, "centre": 2, "theatre": 1, "metre": 2, "metres": 2,
	"kilometres": 2, "litres": 2, "defence": 2, "licence": 2, "organisation": 2, "organised": 2, "realise": 2, "realised": 2, "recognise": 2, "programme": 2,
	"travelling": 1, "cancelled": 1, "tonnes": 2, "whilst": 2, "pence": 2, "mum": 2, "tyre": 2, "grey": 1, "cheque": 2, "analyse": 2, "judgement": 1, "learnt": 1, "MPs": 2, "quid": 2,
	"color": -2, "colors": -2, "favor": -2, "favorite": -2, "labor": -2, "neighbor": -2, "neighbors": -2, "honor": -2, "behavior": -2, "harbor": -2, "center": -2, "theater": -2, "meters": -2,
	"kilometers": -2, "liters": -2, "defense": -2, "organization": -2, "organized": -2, "realize": -1, "realized": -1, "recognize": -1, "program": -1,
	"traveling": -2, "canceled": -2, "mom": -2, "gray": -1, "analyze": -1, "percent": -1, "Congress": -1, "senator": -1, "Sen": -1, "Rep": -1, "Gov": -1,
}

// Region chooses the conventions of a whole article: "GB" where British spellings and orders of dates outweigh the American ones,
// else "US". Each counts once, however often it stands there, and names, which have a capital, tell nothing of who writes.
func Region(text string) string {
	shown := map[string]int{}
	show := func(what string, score int) {
		if score != 0 {
			shown[what] = score
		}
	}
	for mark, score := range map[string]int{"£": 3, "Mr. ": -1, "Ms. ": -1} {
		if strings.Contains(text, mark) {
			show(mark, score)
		}
	}
	s := &scan{text: text, en: english().en}
	for pos := 0; pos < len(text); {
		end, isWord := s.token(pos)
		if isWord && end-pos < maxWord {
			show(text[pos:end], regionWords[text[pos:end]])
			show("order of days", s.monthOrder(pos))
		}
		if isWord && s.at(end) == '/' && isDigit(text[pos]) {
			show("order of numbers", s.dateOrder(pos))
		}
		pos = end
	}
	score := 0
	for _, n := range shown {
		score += n
	}
	if score > 0 {
		return "GB"
	}
	return "US"
}

// monthOrder returns what a date with the month at pos shows: 2 for "19 November 2019", -2 for "November 19, 2019", 0 for no date.
func (s *scan) monthOrder(pos int) int {
	month, end := s.monthAt(pos)
	if month == 0 {
		return 0
	}
	if day, stop := s.dayAt(s.skip(end)); day > 0 && s.at(stop) == ',' {
		if year, _ := s.yearAt(stop); year != "" {
			return -2
		}
	}
	at := pos - 1
	for at > 0 && isDigit(s.text[at-1]) {
		at--
	}
	if day, stop := s.dayAt(max(at, 0)); day > 0 && s.leftFree(at) && s.skip(stop) == pos {
		if year, _ := s.yearAt(end); year != "" {
			return 2
		}
	}
	return 0
}

// dateOrder returns what a date in numbers at pos shows: 3 for day before month, -3 for month before day, 0 where both could
// be or there is no date.
func (s *scan) dateOrder(pos int) int {
	a, b, end := s.twoNumbers(pos, '/')
	switch stop := s.digits(end + 1); {
	case s.at(end) != '/' || stop != end+5 || !s.alone(pos, stop):
		return 0
	case a > 12 && a < 32 && b > 0 && b < 13:
		return 3
	case b > 12 && b < 32 && a > 0 && a < 13:
		return -3
	}
	return 0
}
