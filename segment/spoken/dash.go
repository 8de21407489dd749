package spoken

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// matchSlashed says pairs of words with a slash: "he/she" is "he or she".
func matchSlashed(s *scan, pos int) (int, string) {
	e, end := s.en.slashed.longest(s, pos)
	if end == 0 || !s.alone(pos, end) || s.at(end) == '/' || s.at(pos-1) == '/' {
		return 0, ""
	}
	return end, e.spoken
}

// matchSlash says other words with a slash between them without it: "an NBC/WSJ poll". With spaces around, the slash is
// a pause.
func matchSlash(s *scan, pos int) (int, string) {
	if s.at(pos) != '/' || pos == 0 {
		return 0, ""
	}
	before, after := s.text[pos-1], s.at(pos+1)
	if before == ' ' && after == ' ' && pos > 1 && s.wordEdge(pos-1) && s.wordStart(pos+2) {
		return pos + 1, "—"
	}
	if w := s.wordAt(pos + 1); (w == "gas" || w == "Gas") && isDigit(s.at(s.skip(pos+1+len(w)))) {
		return pos + 1, ", " // 425F/Gas 7
	}
	if isDigit(after) && isLetterBefore(s.text, pos) {
		if before == 'f' && s.leftFree(pos-1) {
			return pos + 1, " " // f/2.8
		}
		if start := s.lettersStart(pos); (isDigit(s.at(start-1)) || s.at(start-1) == ' ' && isDigit(s.at(start-2))) && pos-start < 4 && s.measured(pos+1) {
			return pos + 1, ", " // 100F/38C, 8GB/256GB
		}
	}
	if !isLetterBefore(s.text, pos) || !isLetterAt(s.text, pos+1) || len(s.wordBefore(pos)) < 2 || len(s.wordAt(pos+1)) < 2 {
		return 0, ""
	}
	if u, stop := s.en.units.longest(s, pos+1); stop > 0 && stop < pos+4 && countedCells[s.wordBefore(pos)] {
		return stop, " per " + u.spoken // cells/mL
	}
	if w, before := s.wordAt(pos+1), s.wordBefore(pos); (w == "capita" || perWords[w] && strings.HasSuffix(before, "s")) && s.rightFree(pos+1+len(w)) && s.at(pos+1+len(w)) != '/' {
		return pos + 1, " per " // barrels/day
	}
	return pos + 1, " "
}

// lettersStart returns where the ASCII letters that end at pos begin.
func (s *scan) lettersStart(pos int) int {
	start := pos
	for isASCIILetter(s.at(start-1)) && pos-start < maxWord {
		start--
	}
	return start
}

// measured says whether a number at pos has a unit right behind it.
func (s *scan) measured(pos int) bool {
	n, ok := s.numeralAt(pos)
	if !ok {
		return false
	}
	if mixed, _, end := s.mixedAt(n); mixed {
		n.end = s.skip(end) // 100ml/3½ fl oz
	}
	_, stop := s.en.units.longest(s, n.end)
	return stop > 0 || scaleOf(s.at(n.end)) != "" && s.rightFree(n.end+1)
}

// countedCells are what a lab counts in a measure.
var countedCells = wordSet("cells particles copies units molecules beats cycles photons drops colonies")

// perWords follow the slash behind what is counted by them.
var perWords = wordSet("second minute hour day week month year person head capita household acre hectare ton tonne mile kilometer kilometre gallon liter litre")

// isLetterBefore says whether a letter ends at pos.
func isLetterBefore(text string, pos int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:pos])
	return unicode.IsLetter(r)
}

// matchStars drops the signs of emphasis and of words that are not to be read out: "*bold*", "_this_", "d**n", and bars
// between the pieces of a line.
func matchStars(s *scan, pos int) (int, string) {
	c := s.text[pos]
	if c == '|' && s.at(pos-1) == ' ' && s.at(pos+1) == ' ' {
		return pos + 1, "—"
	}
	if c == '~' && (pos == 0 || s.text[pos-1] == ' ') && s.at(pos+1) == ' ' {
		return s.dropped(pos, pos+1)
	}
	if c != '*' && c != '_' || s.at(pos-1) == c {
		return 0, ""
	}
	end := pos
	for s.at(end) == c {
		end++
	}
	left, right := !s.leftFree(pos), !s.rightFree(end)
	switch {
	case c == '*' && end-pos > 1 && (left || right):
		return end, ""
	case end-pos == 1 && left != right && (c == '*' || s.paired(pos, end, right)):
		return end, ""
	}
	return 0, ""
}

// starGrade says whether an asterisk at pos is that of the British school grade A*.
func (s *scan) starGrade(pos int) bool {
	return s.at(pos) == '*' && s.region == "GB" && s.at(pos-1) == 'A' && s.leftFree(pos-1) && s.rightFree(pos+1) && s.at(pos+1) != '*'
}

// starHotel says whether an asterisk at pos counts the stars of a hotel: "a 5* resort".
func (s *scan) starHotel(pos int) bool {
	if s.at(pos) != '*' || pos < 2 || s.text[pos-1] < '1' || s.text[pos-1] > '7' || !s.leftFree(pos-1) {
		return false
	}
	w, _ := s.wordAfter(pos + 1)
	return starWords[w] || articles[s.wordBefore(pos-1)] && w != "" && isLower(w[0])
}

// starWords are counted by stars.
var starWords = wordSet("hotel hotels resort resorts accommodation review reviews rating luxury spa")

// paired says whether an underscore that opens or closes a word has its fellow nearby.
func (s *scan) paired(pos, end int, opens bool) bool {
	if opens {
		return (pos == 0 || !isAlnumOrSign(s.text[pos-1])) && strings.Contains(s.text[end:min(len(s.text), end+80)], "_")
	}
	return !isAlnumOrSign(s.at(end)) && strings.Contains(s.text[max(0, pos-80):pos], "_")
}

// isAlnumOrSign says whether c can stand inside a name with underscores.
func isAlnumOrSign(c byte) bool {
	return isASCIILetter(c) || isDigit(c) || c == '/' || c == '.' || c == '-'
}

// matchDash makes a dash that is a pause into one that the engine hears: with spaces around it.
func matchDash(s *scan, pos int) (int, string) {
	end := pos
	for i := 0; i < 3; i++ {
		switch {
		case s.has(end, "—"), s.has(end, "–"), s.has(end, "―"):
			end += len("—")
		case s.at(end) == '-':
			end++
		}
	}
	dash := s.text[pos:end]
	if strings.HasPrefix(s.text[end:], "-") || strings.HasPrefix(s.text[end:], "—") || pos > 0 && s.text[pos-1] == '-' {
		return 0, ""
	}
	before, after := s.at(pos-1), s.at(end)
	spaced := before == ' ' && after == ' '
	switch dash {
	case "-":
		if !spaced || pos < 2 || !s.wordEdge(pos-1) || !s.wordStart(end+1) || len(s.wordBefore(pos)) == 1 && s.leftFree(pos-2) && len(s.wordAt(end+1)) == 1 {
			return 0, ""
		}
		return end, "—"
	case "–":
		if isDigit(before) && isLower(after) {
			return end, "-" // a 22–year-old
		}
		if spaced || before == ' ' || !s.wordEdge(pos) || !s.wordStart(end) || isDigit(before) || isDigit(after) || s.tightDash(pos, end) {
			return 0, ""
		}
	case "—", "―", "--", "---":
		if spaced && dash == "—" {
			return 0, ""
		}
		if pos == 0 || end == len(s.text) || !s.wordStart(end) && after != ' ' && after != '"' && !s.has(end, "“") && !s.has(end, "‘") {
			return 0, ""
		}
	default:
		return 0, ""
	}
	said := "—"
	if before != ' ' && before != '\n' {
		said = " " + said
	}
	if after != ' ' && after != '\n' {
		said += " "
	}
	return end, said
}

// tightDash says whether a short dash joins two names, like Paris–Nice: both sides open with capitals.
func (s *scan) tightDash(pos, end int) bool {
	w := s.wordBefore(pos)
	return w != "" && isUpper(w[0]) && isUpper(s.at(end))
}

// wordEdge says whether a word, a number or a closing mark ends at pos.
func (s *scan) wordEdge(pos int) bool {
	r, _ := utf8.DecodeLastRuneInString(s.text[:pos])
	return isAlnumRune(r) || strings.ContainsRune(`"”’'),.!?`, r)
}

// wordStart says whether a word, a number or an opening mark starts at pos.
func (s *scan) wordStart(pos int) bool {
	r, _ := utf8.DecodeRuneInString(s.text[min(pos, len(s.text)):])
	return isAlnumRune(r) || strings.ContainsRune(`"“‘'($£€`, r)
}

// minRule is the number of signs in a row that are a drawing and no text.
const minRule = 3

// matchAsciiArt drops rows of signs: "-----", "* * *", "=====", "~~~~".
func matchAsciiArt(s *scan, pos int) (int, string) {
	c := s.text[pos]
	if strings.IndexByte("-=_*~#+^|", c) < 0 || pos > 0 && !isSpace(s.text[pos-1]) {
		return 0, ""
	}
	end, n := pos, 0
	for end < len(s.text) {
		if s.text[end] == c {
			end, n = end+1, n+1
		} else if s.text[end] == ' ' && s.at(end+1) == c {
			end++
		} else {
			break
		}
	}
	if n < minRule || end < len(s.text) && !isSpace(s.text[end]) {
		return 0, ""
	}
	if c == '-' && n == 3 && pos > 0 && s.text[pos-1] == ' ' && s.at(end) == ' ' && isLetterAt(s.text, end+1) {
		return 0, "" // a dash
	}
	return s.dropped(pos, end)
}
