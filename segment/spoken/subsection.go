package spoken

import "strings"

// maxSubsection bounds the length of what stands in one pair of brackets of a subsection, in bytes.
const maxSubsection = 4

// matchSubsection says the place in a law that brackets name behind a number: "8(b)(2)" is "eight B two". A number alone
// in one pair is none: it could be a note.
func matchSubsection(s *scan, pos int) (int, string) {
	i := s.digits(pos)
	if i-pos > 4 || !s.freeNumber(pos) || s.at(i) != '(' {
		return 0, ""
	}
	said := pairs(s.text[pos:i], false)
	end, letters := i, false
	for range maxCode {
		part := s.bracketPart(end)
		if part == "" {
			break
		}
		end += len(part) + 2
		switch {
		case isDigit(part[0]):
			said += " " + cardinal(part, false)
		case len(part) > 1 || letters && strings.Trim(part, "ivx") == "":
			said += " " + cardinal(itoa(roman(strings.ToUpper(part))), false)
		default:
			said, letters = said+"-"+strings.ToUpper(part), true // the engine takes a free A for the article
		}
	}
	if !letters && (end == i || !lawWords[s.wordBefore(pos)]) || !s.rightFree(end) || s.at(end) == '(' {
		return 0, ""
	}
	return end, s.letterTail(end, said)
}

// bracketPart returns what stands in the brackets at pos when it is a letter, a small Roman number or a number, else "".
func (s *scan) bracketPart(pos int) string {
	if s.at(pos) != '(' {
		return ""
	}
	window := s.text[pos+1 : min(len(s.text), pos+2+maxSubsection)]
	part, _, ok := strings.Cut(window, ")")
	switch {
	case !ok || part == "":
		return ""
	case strings.Trim(part, "0123456789") == "" && len(part) < 3:
		return part
	case len(part) == 1 && isASCIILetter(part[0]), strings.Trim(part, "ivx") == "" && roman(strings.ToUpper(part)) > 0:
		return part
	}
	return ""
}

// lawWords stand before the number of a place in a law.
var lawWords = wordSet("Section section Sections sections Sec. s. ss. § Article article Articles articles Art. Rule rule Regulation regulation Paragraph paragraph Para. Clause clause")

// roundPlurals are round numbers in the plural that count without an exact number: "1000s of fans".
var roundPlurals = map[string]string{"10": "tens", "100": "hundreds", "1000": "thousands", "10000": "tens of thousands", "100000": "hundreds of thousands",
	"1000000": "millions"}

// matchRoundPlural says "1000s of fans", "10,000s of" and, with a currency, "$1,000s".
func matchRoundPlural(s *scan, pos int) (int, string) {
	start := pos
	cur, at := s.en.currencies.longest(s, pos)
	if at > 0 && s.leftFree(pos) {
		start = at
	}
	n, ok := s.numeralAt(start)
	if !ok || n.point || s.at(n.end) != 's' || !s.rightFree(n.end+1) || start == pos && !s.freeNumber(pos) {
		return 0, ""
	}
	said := roundPlurals[n.whole]
	switch {
	case said == "":
		return 0, ""
	case start > pos:
		return n.end + 1, said + " of " + cur.plural
	case !s.has(n.end+1, " of ") && !s.has(n.end+1, ") of ") || s.has(n.end+1, " of the "):
		return 0, ""
	}
	return n.end + 1, said
}
