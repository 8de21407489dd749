package spoken

import "strings"

// The digits of formulas and powers.
var (
	subscripts   = map[string]string{"₀": "0", "₁": "1", "₂": "2", "₃": "3", "₄": "4", "₅": "5", "₆": "6", "₇": "7", "₈": "8", "₉": "9"}
	superscripts = map[string]string{"⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9"}
)

// matchFormula says a formula with small lowered figures: "CO₂" is "CO two", "H₂O" "H two O".
func matchFormula(s *scan, pos int) (int, string) {
	if !s.leftFree(pos) {
		return 0, ""
	}
	var words []string
	end, lowered := pos, false
	for range maxCode {
		start := end
		for isASCIILetter(s.at(end)) && end-start < maxWord {
			end++
		}
		letters := s.text[start:end]
		number := ""
		for subscripts[s.runeAt(end)] != "" && len(number) < maxCode {
			number += subscripts[s.runeAt(end)]
			end += len(s.runeAt(end))
		}
		if letters == "" && number == "" {
			break
		}
		if letters != "" {
			words = append(words, s.sayLetters(letters))
		}
		if number != "" {
			words, lowered = append(words, cardinal(number, false)), true
		}
	}
	if !lowered || !s.rightFree(end) {
		return 0, ""
	}
	return end, strings.Join(words, " ")
}

// matchPower says a raised figure behind a short number or a single letter: "10⁶" is "ten to the sixth", "x²" "x squared".
func matchPower(s *scan, pos int) (int, string) {
	number, end := "", pos
	for superscripts[s.runeAt(end)] != "" && len(number) < maxCode {
		number += superscripts[s.runeAt(end)]
		end += len(s.runeAt(end))
	}
	if s.at(pos) == '^' {
		if end, said := s.caretAt(pos); isLetterBefore(s.text, pos) && s.leftFree(pos-1) {
			return end, said // O(n^2)
		}
		return 0, ""
	}
	from := pos
	for from > 0 && isDigit(s.text[from-1]) && pos-from < 4 {
		from--
	}
	if w := s.wordAt(end); from == pos && number != "" && s.leftFree(pos) && len(w) > 0 && len(w) < 3 && isUpper(w[0]) && (len(w) == 1 || isLower(w[1])) && s.rightFree(end+len(w)) {
		return end + len(w), w + " " + pairs(number, false) // an isotope: ¹⁴C
	}
	letter := from == pos && isASCIILetter(s.at(pos-1)) && (s.leftFree(pos-1) || s.leftFree(pos-2))
	if number == "" || !s.rightFree(end) || !letter && (from == pos || pos-from > 3 || !s.leftFree(from)) {
		return 0, ""
	}
	if u, stop := s.unitAt(end); !letter && stop > 0 && len(u.form) > 1 {
		return s.sayMeasure(stop, power(number), u, false) // 10⁸ m/s
	}
	return end, power(number)
}

// matchCaret says "10^6" as "ten to the sixth".
func matchCaret(s *scan, pos int) (int, string) {
	n, ok := s.numeralAt(pos)
	if !ok || !s.freeNumber(pos) {
		return 0, ""
	}
	if end, said := s.caretAt(n.end); end > 0 {
		if u, stop := s.unitAt(end); stop > 0 {
			return s.sayMeasure(stop, s.said(n)+said, u, false)
		}
		return end, s.said(n) + said
	}
	return 0, ""
}

// caretAt says the exponent behind a caret or a raised minus at pos; end is 0 where there is none.
func (s *scan) caretAt(pos int) (end int, said string) {
	if s.has(pos, "⁻") {
		number, at := "", pos+len("⁻")
		for superscripts[s.runeAt(at)] != "" && len(number) < maxExponent {
			number += superscripts[s.runeAt(at)]
			at += len(s.runeAt(at))
		}
		if number == "" || !s.rightFree(at) {
			return 0, ""
		}
		return at, " to the minus " + ordinalOf(cardinal(number, false)) // 10⁻³
	}
	at, minus := pos+1, ""
	for _, sign := range [...]string{"-", "−"} {
		if s.has(at, sign) {
			at, minus = at+len(sign), "minus "
		}
	}
	end = s.digits(at)
	if s.at(pos) != '^' || end == at || end > at+maxExponent || !s.rightFree(end) || s.continues(end) {
		return 0, ""
	}
	if minus != "" {
		return end, " to the minus " + ordinalOf(cardinal(s.text[at:end], false))
	}
	return end, power(s.text[at:end])
}

// maxExponent bounds the number of digits behind a caret.
const maxExponent = 3

// power says an exponent.
func power(digits string) string {
	switch digits {
	case "2":
		return " squared"
	case "3":
		return " cubed"
	}
	return " to the " + ordinalOf(cardinal(digits, false))
}

// matchCashtag says the sign of a share, "$AAPL", without the dollar.
func matchCashtag(s *scan, pos int) (int, string) {
	end := pos + 1
	for isUpper(s.at(end)) {
		end++
	}
	if s.text[pos] != '$' || s.at(pos-1) == '$' || !s.leftFree(pos) || end < pos+3 || end > pos+6 || !s.rightFree(end) || isDigit(s.at(s.skip(end))) {
		return 0, ""
	}
	if e, ok := s.en.initialisms[s.text[pos+1:end]]; ok {
		return end, e.letters()
	}
	return end, dotted(s.text[pos+1 : end])
}
