package spoken

import (
	"strings"
	"unicode/utf8"
)

// unitAt returns the unit at pos: directly behind the number, behind one space, or behind a hyphen.
func (s *scan) unitAt(pos int) (entry, int) {
	at := s.skip(pos)
	glued := at == pos
	if glued && s.at(pos) == '-' {
		at++
	}
	u, end := s.en.units.longest(s, at)
	if end == 0 || u.is("glued") && !glued || u.form == "in" && at > pos || !s.unitSure(u, at, end, glued) {
		return entry{}, 0
	}
	switch {
	case u.form != "in." && s.at(end-1) == '.' && (s.sentenceEnd(end) || s.at(pos) != '-' && isUpper(s.at(s.skip(end)))):
		end-- // the full stop is the sentence's
	case s.at(end) == '.' && len(u.form) > 1 && isASCIILetter(s.at(end-1)) && u.form != u.plural && (s.at(end+1) == ',' || s.at(end+1) == ' ' && isLower(s.at(end+2))):
		end++ // "14 wks. there", "28 pts., 11"
	}
	if u.form == "%" && s.at(pos) == '-' {
		return entry{}, 0
	}
	return u, end
}

// unitSure says whether what looks like a unit is one: a letter behind a space needs an end of the phrase.
func (s *scan) unitSure(u entry, at, end int, glued bool) bool {
	if isASCIILetter(s.at(end-1)) && s.at(end) == '.' && isASCIILetter(s.at(end+1)) {
		return false // 60 m.p.h.
	}
	if glued && len(u.form) == 1 && isUpper(u.form[0]) && placeNouns[strings.ToLower(s.wordBefore(s.numberStart(at)))] {
		return false // Gate 12L
	}
	if apostropheAt(s.text, end) > 0 && isLetterAt(s.text, end+apostropheAt(s.text, end)) {
		return false
	}
	if !glued && len(u.form) == 1 && isUpper(u.form[0]) && s.at(end) == '.' && !s.sentenceEnd(end+1) {
		return false // 12 W. 34th St.
	}
	if u.form == "in." {
		return !s.sentenceEnd(end) || glued
	}
	if !glued && len(u.form) == 1 && isASCIILetter(u.form[0]) && u.form != "m" && u.form != "g" && u.form != "h" && u.form != "W" && u.form != "V" {
		return false
	}
	return true
}

// placeNouns stand before a number that has a letter for a part of a place behind it: "Seat 12C".
var placeNouns = wordSet("gate seat row room flat apt apt. apartment unit suite platform terminal route rte rte. highway hwy. stand block bay exit pier runway runways locker stall site lot box")

// numberStart returns where the digits that end at pos begin.
func (s *scan) numberStart(pos int) int {
	for isDigit(s.at(pos - 1)) {
		pos--
	}
	return pos
}

// matchMeasure says a number with its unit: "10km/h", "72°F", "12KG", "a 5-km run", "-4 °C", "100 million kg".
func matchMeasure(s *scan, pos int) (int, string) {
	start, sign, free := s.leadingSign(pos)
	n, ok := s.numeralAt(start)
	if !free || !ok || start == pos && !s.freeNumber(pos) {
		return 0, ""
	}
	half, said, end := s.mixedAt(n)
	if !half {
		end = n.end
		if s.nothingCounted(end) {
			return 0, ""
		}
		said = s.said(n)
	}
	race := false // the 100m final
	if s.at(n.end) == 'm' {
		w, _ := s.wordAfter(n.end + 1)
		race = raceWords[w] && w != "tall" && w != "deep" && w != "square"
		if raceWords[w] && n.whole == "1500" && !n.point && !half {
			said = pairs(n.whole, false)
		}
	}
	if sc, stop := s.scaleAt(end, false); stop > 0 {
		said, end, half = said+" "+sc.spoken, stop, true
	}
	if at := s.skip(end); at > end && s.at(at) == '/' {
		if stop, with := s.per(at, said); stop > at && strings.HasPrefix(with[len(said):], " per square") {
			return stop, sign + with
		}
	}
	if s.at(end) == '/' && start == pos {
		if stop, with := s.per(end, said); stop > end && s.at(end+1) != 'd' {
			return stop, sign + with
		}
	}
	u, stop := s.unitAt(end)
	if stop == 0 || u.form == "s" && !n.point {
		return 0, ""
	}
	if u.form == "bp" && half {
		return stop, sign + said + " base pairs" // 3.2bn bp
	}
	w, _ := s.wordAfter(stop)
	one := n.one() && !half || race || u.spoken == "minute" && minuteNouns[w] || u.form != "%" && (s.singular(pos, stop) || s.joined(end, stop) || s.skip(end) == end && start == pos && s.counts(stop) && !functionWords[w])
	if s.at(end) == '-' && s.at(stop) == '-' && isASCIILetter(s.at(stop+1)) && !half {
		return stop, sign + said + "-" + u.spoken // a 5-yr-old
	}
	if end, more := s.measureRange(stop, said, u); end > 0 {
		return end, sign + more
	}
	return s.sayMeasure(stop, sign+said, u, one)
}

// nothingCounted says whether no unit, no multiplying word and no slash follows a number that ends at pos.
func (s *scan) nothingCounted(pos int) bool {
	at := s.skip(pos)
	if s.at(at) == '-' {
		at++
	}
	return s.at(at) != '/' && !s.en.units.opens(s, at) && !s.en.scales.opens(s, at)
}

// measureRange says a range whose two numbers have a unit each, "2kg-3kg" and "30min-1hr", where the first, said, and its
// unit u end at pos; end is 0 where there is none.
func (s *scan) measureRange(pos int, said string, u entry) (end int, more string) {
	at := s.rangeDash(pos)
	n, ok := s.numeralAt(at)
	if at == pos || s.at(pos) == ' ' || !ok || !isDigit(s.at(at)) || u.form == "%" {
		return 0, ""
	}
	v, end := s.unitAt(n.end)
	if end == 0 || !s.rightFree(end) {
		return 0, ""
	}
	if v.form == u.form {
		return end, said + " to " + s.said(n) + " " + u.plural
	}
	return end, said + " " + u.plural + " to " + s.said(n) + " " + plural(n, v.spoken, v.plural)
}

// minuteNouns last some minutes: "5 min read".
var minuteNouns = wordSet("read walk drive ride video")

// joined says whether number and unit make an adjective: "10-km".
func (s *scan) joined(end, stop int) bool {
	w, _ := s.wordAfter(stop)
	return s.at(end) == '-' && (w == "" || isLower(w[0]) || w == strings.ToUpper(w))
}

// sayMeasure adds the unit, and what it is counted by.
func (s *scan) sayMeasure(end int, said string, u entry, one bool) (int, string) {
	if u.spoken == "year-old" {
		return end, said + "-year-old" // a 5yo
	}
	said += " "
	if one {
		said += u.spoken
	} else {
		said += u.plural
	}
	end, said = s.per(end, said)
	if u.form == "%" {
		end, said = s.every(end, said)
	}
	return end, said
}

// matchHeight says feet and inches: 5'10", 6ft 2in, 12", 6'.
func matchHeight(s *scan, pos int) (int, string) {
	n, ok := s.numeralAt(pos)
	if !ok || !s.freeNumber(pos) || len(n.whole) > 3 && !n.grouped {
		return 0, ""
	}
	if mark := max(s.inchMark(n.end), s.footMark(n.end)); mark > 0 && s.timesSign(s.skip(mark)) > 0 {
		return 0, "" // 12' x 14' is a dimension
	}
	if end := s.inchMark(n.end); end > 0 && s.inchesMeant(pos) {
		return s.sayInches(end, n, s.said(n))
	}
	end := s.footMark(n.end)
	if end == 0 {
		return 0, ""
	}
	if w, _ := s.wordAfter(end); (n.whole == "5" || n.whole == "3") && !n.point && (strandWords[w] || s.at(end) == '-' && isUpper(s.at(end+1))) {
		return end, s.said(n) + " prime" // the 5′ end of a strand
	}
	at := s.skip(end)
	if s.at(at) == ',' {
		at = s.skip(at + 1)
	}
	before := strings.ToLower(s.wordBefore(pos))
	in, ok := s.numeralAt(at)
	if ok && isDigit(s.at(at)) && len(in.whole) <= 2 {
		stop := s.inchMark(in.end)
		if stop == 0 {
			stop = s.inchWord(in.end)
		}
		if stop == 0 && at == end && s.rightFree(in.end) {
			stop = in.end
		}
		if w, _ := s.wordAfter(stop); stop > 0 && (articles[before] || determiners[before]) && w != "" && isLower(w[0]) && !functionWords[w] {
			return stop, s.said(n) + "-foot-" + s.said(in) // a six-foot-two striker
		}
		if stop > 0 {
			return stop, s.said(n) + " " + plural(n, "foot", "feet") + " " + s.said(in)
		}
	}
	if next, _ := s.wordAfter(end); s.at(end-1) == 't' || !n.grouped && (s.text[n.end:end] == "'" || s.text[n.end:end] == "’") && !sizeWords[next] {
		return 0, ""
	}
	return end, s.said(n) + " " + plural(n, "foot", "feet")
}

// strandWords follow the end of a strand of DNA.
var strandWords = wordSet("UTR UTRs end ends cap splice")

// sizeWords stand behind feet in one sign: "6' tall".
var sizeWords = wordSet("tall wide long high deep by x")

// matchStone says the weight of a person in Britain, "17st 2lb" and "11st", where the number has another ending as an
// ordinal.
func matchStone(s *scan, pos int) (int, string) {
	n, ok := s.numeralAt(pos)
	if !ok || n.grouped || len(n.whole) > 3 || n.whole == "" || !s.freeNumber(pos) {
		return 0, ""
	}
	end := s.skip(n.end)
	glued := end == n.end
	if !s.has(end, "st") || !s.rightFree(end+len("st")) {
		return 0, ""
	}
	end += len("st")
	said := s.said(n) + " stone"
	if m, ok := s.numeralAt(s.skip(end)); ok && !m.grouped {
		u, stop := s.unitAt(m.end)
		if stop > 0 && u.spoken == "pound" {
			return stop, said + " " + s.said(m) + " " + plural(m, "pound", "pounds")
		}
	}
	if s.region != "GB" || !glued || n.point || s.ordinalEnd(n.whole, n.end) > 0 {
		return 0, ""
	}
	return end, said
}

// plural chooses between two forms.
func plural(n numeral, one, many string) string {
	if n.one() {
		return one
	}
	return many
}

// sayInches adds inches to the number n, which is said as said: one inch before a noun.
func (s *scan) sayInches(end int, n numeral, said string) (int, string) {
	if w, _ := s.wordAfter(end); s.singular(n.start, end) || w != "" && isUpper(w[0]) && !s.en.openers[w] {
		return end, said + " inch" // also: a 65" LG screen
	}
	return end, said + " " + plural(n, "inch", "inches")
}

// footMark returns the end of a sign or word for feet at pos, 0 for none.
func (s *scan) footMark(pos int) int {
	for _, m := range [...]string{"'", "’", "′", "ft", " ft"} {
		if s.has(pos, m) && (m != "ft" && m != " ft" || s.rightFree(pos+len(m))) {
			return pos + len(m)
		}
	}
	return 0
}

// inchMark returns the end of a sign for inches at pos, 0 for none.
func (s *scan) inchMark(pos int) int {
	for _, m := range [...]string{"\"", "″", "”", "''", "’’"} {
		if s.has(pos, m) {
			return pos + len(m)
		}
	}
	return 0
}

// inchWord returns the end of "in" behind inches at pos, 0 for none.
func (s *scan) inchWord(pos int) int {
	at := s.skip(pos)
	if s.has(at, "in") && s.rightFree(at+2) {
		return at + 2
	}
	return 0
}

// inchesMeant says whether a quotation mark behind a number can mean inches: no quotation is open before it.
func (s *scan) inchesMeant(pos int) bool {
	window := s.text[max(0, pos-600):pos]
	if strings.Contains(window, "“") && strings.LastIndex(window, "“") > strings.LastIndex(window, "”") {
		return false
	}
	open := false
	for i := range len(window) {
		if window[i] == '"' && (open || i == 0 || !isDigit(window[i-1])) {
			open = !open
		}
	}
	return !open && strings.Count(window, "''")%2 == 0
}

// matchCoordinate says degrees with minutes, seconds and a side of the compass: 51°30′26″N, 40.7° N.
func matchCoordinate(s *scan, pos int) (int, string) {
	n, ok := s.numeralAt(pos)
	if !ok || !s.freeNumber(pos) {
		return 0, ""
	}
	if side := sides[s.wordAt(n.end)]; side != "" && n.point && len(n.whole) < 4 && s.placeMeant(pos, n.end) {
		return n.end + 1, s.said(n) + " " + side
	}
	if !s.has(n.end, "°") {
		return 0, ""
	}
	said, end := s.said(n)+" "+plural(n, "degree", "degrees"), n.end+len("°")
	named := false
	for _, part := range [...]struct{ mark, one, many string }{{"′'’", "minute", "minutes"}, {"″\"”", "second", "seconds"}} {
		m, ok := s.numeralAt(s.skip(end))
		if !ok || !strings.ContainsAny(part.mark, s.runeAt(m.end)) || s.runeAt(m.end) == "" {
			break
		}
		said, end = said+" "+s.said(m)+" "+plural(m, part.one, part.many), m.end+len(s.runeAt(m.end))
		named = true
	}
	at := s.skip(end)
	if side := sides[s.wordAt(at)]; side != "" {
		return at + 1, said + " " + side
	}
	if !named {
		return 0, ""
	}
	return end, said
}

// placeMeant says whether the letter of a side of the compass at side, behind a number at pos, is one and no unit: another
// such number stands beside it, or the words before speak of a place.
func (s *scan) placeMeant(pos, side int) bool {
	at := side + 1
	if s.at(at) == ',' {
		at++
	}
	if m, ok := s.numeralAt(s.skip(at)); ok && sides[s.wordAt(m.end)] != "" {
		return true
	}
	if strings.HasSuffix(s.text[:pos], "N, ") || strings.HasSuffix(s.text[:pos], "S, ") || strings.HasSuffix(s.text[:pos], "N ") || strings.HasSuffix(s.text[:pos], "S ") {
		return true
	}
	w := strings.ToLower(s.wordBefore(pos))
	return w == "latitude" || w == "longitude" || w == "at" || w == "near" || w == "coordinates"
}

// sides are the sides of the compass.
var sides = map[string]string{"N": "north", "S": "south", "E": "east", "W": "west"}

// runeAt returns the character at pos, "" at the end.
func (s *scan) runeAt(pos int) string {
	if pos >= len(s.text) {
		return ""
	}
	_, n := utf8.DecodeRuneInString(s.text[pos:])
	return s.text[pos : pos+n]
}
