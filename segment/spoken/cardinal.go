package spoken

import "strings"

// matchKnownNumber says numbers that have a reading of their own: 9/11, 24/7, 401(k).
func matchKnownNumber(s *scan, pos int) (int, string) {
	if !s.freeNumber(pos) {
		return 0, ""
	}
	e, end := s.en.known.longest(s, pos)
	if end == 0 || !s.rightFree(end) || s.continues(end) {
		return 0, ""
	}
	return end, e.spoken
}

// freeNumber says whether the number at pos is no piece of a longer one: no digit, letter or joining sign before it.
func (s *scan) freeNumber(pos int) bool {
	if !s.leftFree(pos) {
		return false
	}
	switch s.at(pos - 1) {
	case '.', ',', '/', ':', '-':
		return pos < 2 || !isDigit(s.text[pos-2])
	}
	return true
}

// continues says whether a sign and a digit at pos carry on the number that ends there.
func (s *scan) continues(pos int) bool {
	switch s.at(pos) {
	case '/', ':', '-', '.', ',':
		return isDigit(s.at(pos + 1))
	}
	return false
}

// matchCardinal says what no other rule of numbers has taken. Digits with a leading zero, and those that stand behind a
// point, are said one by one.
func matchCardinal(s *scan, pos int) (int, string) {
	n, ok := s.numeralAt(pos)
	if !ok {
		end := s.digits(pos)
		return end, spellDigits(s.text[pos:end])
	}
	if len(n.whole) > 1 && n.whole[0] == '0' {
		if n.point {
			return n.end, spellDigits(n.whole) + " point " + spellDigits(n.frac)
		}
		return n.end, spellDigits(n.whole)
	}
	if n.frac == "000" && !n.grouped && len(n.whole) < 4 && s.counts(n.end) {
		return n.end, cardinal(n.whole+n.frac, s.and()) // 1.000 lamps, as on the Continent
	}
	return n.end, s.said(n)
}

// matchScaled says "3.2 million" and "5bn": a number and a word that multiplies it.
func matchScaled(s *scan, pos int) (int, string) {
	n, ok := s.numeralAt(pos)
	if !ok || !s.freeNumber(pos) {
		return 0, ""
	}
	sc, end := s.scaleAt(n.end, false)
	if end == 0 || s.skip(n.end) != n.end && s.text[s.skip(n.end):end] == sc.spoken {
		return 0, "" // a whole word needs no rule
	}
	return end, s.said(n) + " " + sc.spoken
}

// scaleAt returns the multiplying word at pos, directly or behind one space or hyphen. Letters like "m" multiply only
// money.
func (s *scan) scaleAt(pos int, money bool) (entry, int) {
	next := s.skip(pos)
	if next == pos && s.at(pos) == '-' {
		next++
	}
	e, end := s.en.scales.longest(s, next)
	if end == 0 || e.is("money") && !money && !(next == pos && s.countedByLetter(e, end)) {
		return entry{}, 0
	}
	return e, end
}

// countedByLetter says whether a letter behind a number multiplies what follows: "2m followers", but not "100m hurdles"
// or "4K videos".
func (s *scan) countedByLetter(e entry, end int) bool {
	w, _ := s.wordAfter(end)
	if e.form == "B" && s.streetAhead(end) {
		return false // 221B Baker Street
	}
	if (e.form == "K" || e.form == "M" || e.form == "B") && !raceWords[w] && s.manyBefore(end-1) {
		return true // 150K customers, 1.5M
	}
	if e.form == "K" || e.form == "T" || e.form == "t" || raceWords[w] {
		return false
	}
	if u, _ := s.en.units.longest(s, s.skip(end)); len(u.form) > 1 && isLower(u.form[0]) && w == u.form && !functionWords[w] && e.form != "k" {
		return true // 1.5m km
	}
	if e.form == "k" && w == "" && isDigit(s.at(end-3)) && (isDigit(s.at(end-4)) || s.at(end-3) > '1') {
		return true // by a factor of 100k
	}
	if moreWords[w] {
		end = s.skip(end) + len(w)
	}
	return s.counts(end)
}

// manyBefore says whether the number that ends at pos is too large or too precise for the name of a model or a race.
func (s *scan) manyBefore(pos int) bool {
	i := pos
	for isDigit(s.at(i-1)) && pos-i < 4 {
		i--
	}
	if s.at(i-1) == '.' && isDigit(s.at(i-2)) {
		return pos-i < 3
	}
	return pos-i == 3 && s.at(i-1) != '.' && s.text[i:pos] != "360" || pos-i == 2 && s.counts(pos+1) && s.text[i] > '1'
}

// moreWords stand between a number and what it counts.
var moreWords = wordSet("new more extra additional active daily monthly weekly other fewer young older local")

// raceWords follow a distance.
var raceWords = wordSet("hurdles sprints race final freestyle races heats finals runners swimmers records relays medals champions titles tall deep square")

// matchNegative says the sign of a number: "-5" is "minus five", "+3" "plus three".
func matchNegative(s *scan, pos int) (int, string) {
	if !s.signFree(pos) {
		return 0, ""
	}
	_, end := signAt(s.text, pos)
	n, ok := s.numeralAt(end)
	if !ok || s.at(n.end) == '-' || s.at(n.end) == '/' {
		return 0, ""
	}
	return n.end, s.signWord(pos) + " " + s.said(n)
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

// signWord says the sign at pos.
func (s *scan) signWord(pos int) string {
	if c, _ := signAt(s.text, pos); c == '+' {
		return "plus"
	}
	return "minus"
}

// matchPointFirst says ".5" as "point five".
func matchPointFirst(s *scan, pos int) (int, string) {
	n, ok := s.numeralAt(pos)
	if !ok || n.whole != "" || !n.point || !s.leftFree(pos) || s.at(pos-1) == '.' || !s.rightFree(n.end) || s.continues(n.end) {
		return 0, ""
	}
	return n.end, s.said(n)
}

// matchCaliber says the caliber of a gun: ".22 rifle" is "twenty-two rifle".
func matchCaliber(s *scan, pos int) (int, string) {
	n, ok := s.numeralAt(pos)
	if !ok || n.whole != "" || len(n.frac) < 2 || len(n.frac) > 3 || !s.leftFree(pos) || !s.rightFree(n.end) {
		return 0, ""
	}
	at := s.skip(n.end)
	if s.at(n.end) == '-' {
		at++
	}
	if !gunWords[s.wordAt(at)] && !(len(n.frac) == 3 && battingWords[s.wordBefore(pos)]) {
		return 0, ""
	}
	return n.end, pairs(n.frac, false)
}

// battingWords stand before the average of a batter, ".292", which is said like the caliber of a gun.
var battingWords = wordSet("batted batting bats hit hits hitting averaged slugging just a")

// gunWords follow the caliber of a gun.
var gunWords = wordSet("caliber calibre cal rifle rifles pistol pistols revolver revolvers handgun Special Magnum magnum Smith Colt Winchester bullet bullets gun guns round rounds ammunition")

// matchOrdinal says "1st" and "121ST"; a malformed one ("11st") is no ordinal.
func matchOrdinal(s *scan, pos int) (int, string) {
	n, ok := s.numeralAt(pos)
	if !ok || n.point || !s.freeNumber(pos) {
		return 0, ""
	}
	if end := s.ordinalEnd(n.whole, n.end); end > 0 {
		if at := s.skip(end); at > end && s.has(at, "c. ") && len(n.whole) < 3 {
			return at + len("c."), ordinalOf(cardinal(n.whole, s.and())) + " century"
		}
		if at := s.rangeDash(end); at > end && s.at(end) != ' ' {
			if m, ok := s.numeralAt(at); ok && !m.point && s.rises(n, m) {
				if stop := s.ordinalEnd(m.whole, m.end); stop > 0 {
					return stop, ordinalOf(cardinal(n.whole, s.and())) + " to " + ordinalOf(cardinal(m.whole, s.and())) // the 14th–16th centuries
				}
			}
		}
		return end, ordinalOf(cardinal(n.whole, s.and()))
	}
	return 0, ""
}

// ordinalEnd returns the end of the ordinal ending at pos that fits the digits, 0 for none.
func (s *scan) ordinalEnd(digits string, pos int) int {
	end := pos + 2
	if end > len(s.text) || !s.rightFree(end) || strings.ToLower(s.text[pos:end]) != ordinalSuffix(digits) {
		return 0
	}
	return end
}

// ordinalSuffix returns the ending that digits take: "1" takes "st", "12" "th".
func ordinalSuffix(digits string) string {
	n := len(digits)
	if n > 1 && digits[n-2] == '1' {
		return "th"
	}
	switch digits[n-1] {
	case '1':
		return "st"
	case '2':
		return "nd"
	case '3':
		return "rd"
	}
	return "th"
}

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

// modelWords stand before a number that is said in pairs: "Boeing 737", "Flight 370".
var modelWords = wordSet("Boeing Airbus Flight flight Room room Route Highway Interstate port Porsche Peugeot Ferrari Nokia Levi's Suite Apartment Apt apartment suite Unit Embraer Canon Xbox Section section Sections sections Sec. § Rule Form Resolution Model model Exhibit MH LGA GTX RTX")

// planeWords stand before a model with a variant: "Boeing 787-9".
var planeWords = wordSet("Boeing Airbus Embraer")

// jetWords follow the number of a Boeing.
var jetWords = wordSet("MAX Max jet jets jetliner jetliners plane planes airliner Dreamliner aircraft")

// boeing says whether text[pos:end] and the number behind it name a model like 747-400 or 787-9, whose second number is one
// digit or a round hundred.
func (s *scan) boeing(pos, end int) bool {
	last := s.digits(end + 1)
	return s.text[pos] == '7' && s.text[pos+2] == '7' && (last == end+2 || last == end+4 && s.text[end+2:last] == "00")
}

// runwaySides are the letters behind the number of a runway that has a parallel one.
var runwaySides = map[byte]string{'L': "left", 'R': "right", 'C': "center"}

// matchModel says the number of a flight, a road or a model: 737 is "seven thirty-seven".
func matchModel(s *scan, pos int) (int, string) {
	end := s.digits(pos)
	if side := runwaySides[s.at(end)]; side != "" && end-pos < 3 && s.rightFree(end+1) && s.freeNumber(pos) && strings.EqualFold(s.wordBefore(pos), "runway") {
		return end + 1, spellDigits(s.text[pos:end]) + " " + side
	}
	if s.at(end) == '-' && isDigit(s.at(end+1)) && s.digits(end+1)-end <= 4 && end-pos == 3 && s.freeNumber(pos) && (planeWords[s.wordBefore(pos)] || s.boeing(pos, end)) {
		last := s.digits(end + 1)
		if s.at(last) == 's' && s.rightFree(last+1) {
			return last + 1, pairs(s.text[pos:end], false) + " " + pluralWord(pairs(s.text[end+1:last], false))
		}
		if s.rightFree(last) && !s.continues(last) {
			return last, pairs(s.text[pos:end], false) + " " + pairs(s.text[end+1:last], false)
		}
	}
	if end == pos+3 && s.text[pos] == '7' && s.text[pos+2] == '7' && s.freeNumber(pos) {
		if w, _ := s.wordAfter(end); jetWords[w] {
			return end, pairs(s.text[pos:end], false)
		}
	}
	if end-pos < 3 || end-pos > 4 || !s.rightFree(end) && s.at(end) != 's' || s.continues(end) || s.at(pos-1) != ' ' || !modelWords[s.wordBefore(pos)] && !strings.HasSuffix(s.text[:pos], "§ ") && !strings.HasSuffix(s.text[:pos], "H.R. ") {
		return 0, ""
	}
	if s.at(end) == 's' && s.rightFree(end+1) {
		return end + 1, pluralWord(pairs(s.text[pos:end], false))
	}
	return end, pairs(s.text[pos:end], false)
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

// thousands says whether the parts of a number are groups of thousands, as in "10.000.000".
func thousands(parts []string) bool {
	for _, p := range parts[1:] {
		if len(p) != 3 {
			return false
		}
	}
	return parts[0][0] != '0' && len(parts[0]) < 4 && parts[len(parts)-1] == "000"
}

// matchDottedNumber says what has two or more points: versions and addresses of the internet, "2.0.1", "10.0.0.1:80",
// "3.9.x", "2.0.0-beta.3".
func matchDottedNumber(s *scan, pos int) (int, string) {
	if !s.freeNumber(pos) || s.at(s.digits(pos)) != '.' {
		return 0, ""
	}
	parts, end := []string{}, pos
	for len(parts) < 6 {
		stop := s.digits(end)
		if stop == end && len(parts) > 1 && s.at(end) == 'x' && s.rightFree(end+1) {
			return end + 1, sayParts(parts, " point ", sayPart) + " point X"
		}
		if stop == end || stop-end > 4 {
			return 0, ""
		}
		parts = append(parts, s.text[end:stop])
		if end = stop; s.at(stop) != '.' || !isDigit(s.at(stop+1)) && s.at(stop+1) != 'x' {
			break
		}
		end++
	}
	if stop, stage := s.releaseStage(end); stop > 0 {
		return stop, sayParts(parts, " point ", sayPart) + stage
	}
	tail := s.digits(end + 1)
	tailed := len(parts) == 4 && tail > end+1 && s.rightFree(tail) && (s.at(end) == '/' && tail < end+4 || s.at(end) == ':' && tail < end+7)
	if len(parts) < 3 || !s.rightFree(end) || s.continues(end) && !tailed {
		return 0, ""
	}
	switch {
	case thousands(parts):
		return end, cardinal(strings.Join(parts, ""), s.and())
	case len(parts) == 3:
		return end, sayParts(parts, " point ", sayPart)
	case !tailed:
		return end, sayParts(parts, " dot ", spellDigits)
	case s.at(end) == '/':
		return tail, sayParts(parts, " dot ", spellDigits) + " slash " + cardinal(s.text[end+1:tail], false)
	}
	return tail, sayParts(parts, " dot ", spellDigits) + " colon " + spellDigits(s.text[end+1:tail])
}

// sayPart says a part of a version.
func sayPart(digits string) string { return cardinal(digits, false) }

// sayParts says numbers with join between them.
func sayParts(parts []string, join string, say func(string) string) string {
	said := make([]string, len(parts))
	for i, p := range parts {
		said[i] = say(p)
	}
	return strings.Join(said, join)
}

// releaseStages are the ends of versions that are not finished.
var releaseStages = map[string]string{"alpha": "alpha", "beta": "beta", "rc": "release candidate", "RC": "release candidate", "dev": "dev", "preview": "preview"}

// releaseStage reads the stage of a version at pos, "-beta.3", "-rc1"; end is 0 for none.
func (s *scan) releaseStage(pos int) (end int, said string) {
	i := pos + 1
	for isASCIILetter(s.at(i)) && i-pos < maxWord {
		i++
	}
	if s.at(pos) != '-' || releaseStages[s.text[pos+1:i]] == "" {
		return 0, ""
	}
	said = " " + releaseStages[s.text[pos+1:i]]
	digits := i
	if c := s.at(i); c == '.' || c == '-' {
		digits++
	}
	if end = s.digits(digits); end > digits && end < digits+4 {
		i, said = end, said+" "+cardinal(s.text[digits:end], false)
	}
	if !s.rightFree(i) {
		return 0, ""
	}
	return i, said
}
