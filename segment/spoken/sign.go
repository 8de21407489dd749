package spoken

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// matchSign says a sign of the table where its context fits. The flags are those of the
// table.
func matchSign(s *scan, pos int) (int, string) {
	e, end := s.en.signs.longest(s, pos)
	if end == 0 {
		return 0, ""
	}
	if s.signRepeats(pos, end) {
		return 0, ""
	}
	left, right := s.sideOf(pos, true), s.sideOf(end, false)
	switch e.flags {
	case "drop":
		if !s.leftFree(pos) && !s.rightFree(end) {
			return 0, "" // a letter that was read in the wrong encoding
		}
		return s.dropped(pos, end)
	case "plus":
		if left == 0 || right == 0 && (s.at(pos-1) == ' ' || pos == 0) {
			return 0, ""
		}
	case "apart":
		if left == 0 || right == 0 || left+right != 2*'0' && (s.at(pos-1) != ' ' || s.at(end) != ' ') {
			return 0, ""
		}
	case "between":
		if left == 0 || right == 0 {
			return 0, ""
		}
	case "numbers":
		if left != '0' || right != '0' {
			return 0, ""
		}
	case "before":
		if right == '0' && left == 'a' && s.at(pos-1) == ' ' && s.at(end) == ' ' && strings.HasSuffix(e.spoken, " than") && len(s.wordBefore(pos)) == 1 {
			return end, "is " + e.spoken // p < 0.05
		}
		if right == '0' && left == 'a' && e.form == "<" && s.at(pos-1) == ' ' && s.at(end) == ' ' {
			return end, e.spoken // a p-value < 0.05: the engine is silent there
		}
		if right != '0' || s.skip(end) > end && left == 'a' && !signsOfNumbers[e.form] {
			return 0, ""
		}
	case "behind":
		if left != '0' || s.skip(pos-1) == pos {
			return 0, ""
		}
	}
	said := e.spoken
	if said == "about" && nearWords[strings.ToLower(s.wordBefore(pos))] {
		return s.dropped(pos, end)
	}
	if left == '0' && strings.HasSuffix(said, " than") {
		said = "is " + said // "5 > 3"
	}
	return s.spaced(pos, end, said)
}

// signsOfNumbers stand before a number over a space, also behind a word.
var signsOfNumbers = wordSet("± +/- № § §§ ↑ ↓ ▲ ▼")

// nearWords say what the sign "~" says.
var nearWords = wordSet("about around roughly approximately nearly almost some circa")

// signRepeats says whether the sign between pos and end is one of a row of the same.
func (s *scan) signRepeats(pos, end int) bool {
	sign := s.text[pos:end]
	return s.has(end, sign) || strings.HasSuffix(s.text[:pos], sign)
}

// sideOf says what stands beside a sign, over at most one space: '0' a number, 'a' a word, 0 neither.
func (s *scan) sideOf(pos int, left bool) rune {
	var r rune
	if left {
		r, _ = utf8.DecodeLastRuneInString(strings.TrimSuffix(s.text[:pos], " "))
	} else {
		r, _ = utf8.DecodeRuneInString(strings.TrimPrefix(s.text[pos:min(len(s.text), pos+8)], " "))
	}
	switch {
	case r == utf8.RuneError:
		return 0
	case unicode.IsDigit(r), strings.ContainsRune("$£€%°½¼¾", r), !left && (r == '.' || r == '-') && s.digitSoon(pos):
		return '0'
	case unicode.IsLetter(r), strings.ContainsRune("\"'”“’‘)(", r):
		return 'a'
	}
	return 0
}

// digitSoon says whether a digit stands behind a point or a minus sign at pos.
func (s *scan) digitSoon(pos int) bool {
	at := s.skip(pos)
	return isDigit(s.at(at + 1))
}

// dropped takes a sign out, with one space where spaces stand on both sides.
func (s *scan) dropped(pos, end int) (int, string) {
	if s.at(end) == ' ' && (pos == 0 || s.text[pos-1] == ' ' || s.text[pos-1] == '\n') {
		end++
	}
	return end, ""
}

// spaced returns said with spaces where the text has none.
func (s *scan) spaced(pos, end int, said string) (int, string) {
	if said == "" {
		return end, ""
	}
	if pos > 0 && !isSpace(s.text[pos-1]) && isAlnumOrMark(s.text[:pos]) {
		said = " " + said
	}
	if r, _ := utf8.DecodeRuneInString(s.text[end:]); isAlnumRune(r) || strings.ContainsRune("$£€\"“(", r) {
		said += " "
	}
	return end, said
}

// isAlnumOrMark says whether a text ends with something that needs a space behind it.
func isAlnumOrMark(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	return !strings.ContainsRune("(\"“‘[", r)
}

// isSpace says whether c is white space.
func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// matchNegative says the sign of a number: "-5" is "minus five", "+3" "plus three".
func matchNegative(s *scan, pos int) (int, string) {
	start, sign, free := s.leadingSign(pos)
	n, ok := s.numeralAt(start)
	if !free || !ok || s.at(n.end) == '-' || s.at(n.end) == '/' {
		return 0, ""
	}
	return n.end, sign + s.said(n)
}

// signFree says whether a sign at pos can belong to the number behind it: white space, a bracket or nothing before it.
func (s *scan) signFree(pos int) bool {
	if pos == 0 {
		return true
	}
	switch s.text[pos-1] {
	case ' ', '\n', '\t', '(', '[', '"', '?', '!', ';':
		return true
	}
	return s.has(pos-3, "“") || s.has(pos-2, "\u00a0")
}

// signAt returns the plus or minus sign at pos and the position behind it, which is pos where there is none.
func signAt(text string, pos int) (byte, int) {
	switch {
	case strings.HasPrefix(text[pos:], "−"):
		return '-', pos + len("−")
	case strings.HasPrefix(text[pos:], "–"):
		return '-', pos + len("–")
	case pos < len(text) && (text[pos] == '-' || text[pos] == '+'):
		return text[pos], pos + 1
	}
	return 0, pos
}

// leadingSign reads the sign of the number at pos, if it has one: where the number starts, and what is said before it. free is
// false where the sign belongs to something else.
func (s *scan) leadingSign(pos int) (start int, said string, free bool) {
	c, start := signAt(s.text, pos)
	switch {
	case start == pos:
		return start, "", true
	case c == '+':
		return start, "plus ", s.signFree(pos)
	}
	return start, "minus ", s.signFree(pos)
}
