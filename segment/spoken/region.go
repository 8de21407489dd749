package spoken

import "strings"

// regionWords are words that show British (positive) or American (negative) conventions.
var regionWords = map[string]int{
	"colour": 2, "colours": 2, "favour": 2, "favourite": 2, "labour": 2, "neighbour": 2, "neighbours": 2, "honour": 2, "behaviour": 2, "harbour": 2, "centre": 2, "theatre": 1, "metre": 2, "metres": 2,
	"kilometres": 2, "litres": 2, "defence": 2, "licence": 2, "organisation": 2, "organised": 2, "realise": 2, "realised": 2, "recognise": 2, "programme": 2,
	"travelling": 1, "cancelled": 1, "tonnes": 2, "whilst": 2, "pounds": 1, "pence": 2, "mum": 2, "tyre": 2, "grey": 1, "cheque": 2, "analyse": 2, "judgement": 1, "learnt": 1, "mps": 2, "quid": 2,
	"color": -2, "colors": -2, "favor": -2, "favorite": -2, "labor": -2, "neighbor": -2, "neighbors": -2, "honor": -2, "behavior": -2, "harbor": -2, "center": -2, "theater": -2, "meters": -2,
	"kilometers": -2, "liters": -2, "defense": -2, "organization": -2, "organized": -2, "realize": -1, "realized": -1, "recognize": -1, "program": -1,
	"traveling": -2, "canceled": -2, "mom": -2, "gray": -1, "analyze": -1, "percent": -1, "congress": -1, "senator": -1, "sen": -1, "rep": -1, "gov": -1,
}

// Region chooses the conventions of a whole article from its spelling: "GB" where British forms outweigh the American
// ones, else "US".
func Region(text string) string {
	score := 2*strings.Count(text, "£") - strings.Count(text, "Mr. ") - strings.Count(text, "Ms. ")
	s := &scan{text: text}
	for pos := 0; pos < len(text); {
		end, isWord := s.token(pos)
		if isWord && end-pos < maxWord {
			score += regionWords[strings.ToLower(text[pos:end])]
		}
		if isWord && s.at(end) == '/' && isDigit(text[pos]) {
			score += s.dateOrder(pos)
		}
		pos = end
	}
	if score > 0 {
		return "GB"
	}
	return "US"
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
