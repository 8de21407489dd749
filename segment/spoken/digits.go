package spoken

import "strings"

// digitContexts are the words before a number that is said digit by digit.
var digitContexts = wordSet("zip ZIP Zip code codes box Box ending PIN pin SSN ssn ISBN ISSN extension Extension ext room flight")

// dialWords stand before a short number of a telephone.
var dialWords = wordSet("call calling called dial dialing dialling dialed dialled ring ringing text texting phone phoning")

// dialled says whether what follows pos can follow a telephone number: the end of a clause, or a small word.
func (s *scan) dialled(pos int) bool {
	switch s.at(pos) {
	case 0, '.', ',', ';', '!', '?', ')', '"':
		return true
	}
	w, _ := s.wordAfter(pos)
	return functionWords[w]
}

// matchDigits says a number digit by digit where the word before asks for it: a box, a code, a number ending in.
func matchDigits(s *scan, pos int) (int, string) {
	n, ok := s.numeralAt(pos)
	if !ok || n.point || n.grouped || len(n.whole) < 3 || !s.freeNumber(pos) || !s.rightFree(n.end) || s.continues(n.end) {
		return 0, ""
	}
	before := s.wordBefore(pos)
	if before == "in" && strings.HasSuffix(s.text[:pos], "ending in ") {
		before = "ending"
	}
	if before == "is" && strings.HasSuffix(strings.ToLower(s.text[:pos]), "code is ") {
		before = "code"
	}
	if before == "or" && pos > 7 && isDigit(s.at(pos-5)) && dialWords[strings.ToLower(s.wordBefore(pos-len("999 or ")))] {
		before = "dial" // call 999 or 101
	}
	if name := s.wordBefore(pos - len("to ")); before == "to" && name != "" && name == strings.ToUpper(name) && dialWords[strings.ToLower(s.wordBefore(pos-len("to ")-len(name)-1))] {
		before = "text" // text HELP to 88888
	}
	if len(n.whole) < 7 && dialWords[strings.ToLower(before)] && !s.counts(n.end) && s.dialled(n.end) {
		return n.end, spellDigits(n.whole)
	}
	if digitContexts[before] && (len(n.whole) > 3 || before != "room" && before != "flight" && before != "Room") || s.zipAfterState(pos, n) {
		return n.end, spellDigits(n.whole)
	}
	return 0, ""
}

// zipAfterState says whether five digits stand behind a state.
func (s *scan) zipAfterState(pos int, n numeral) bool {
	if len(n.whole) != 5 {
		return false
	}
	before := s.wordBefore(pos)
	if before == "" {
		before = s.wordBefore(pos - min(pos, 1))
	}
	if strings.HasSuffix(s.text[:pos], ", ") {
		before = s.wordBefore(pos - 2)
	}
	if _, ok := s.en.states[before]; ok {
		return true
	}
	for n := len("N.Y. "); n <= len("N.Y., "); n++ { // "N.Y." and the like, with a comma or none
		if pos >= n && s.leftFree(pos-n) {
			if _, ok := s.en.states[strings.TrimRight(s.text[pos-n:pos], ", ")]; ok {
				return true
			}
		}
	}
	return false
}
