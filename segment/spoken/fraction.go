package spoken

import (
	"strings"
	"unicode/utf8"
)

// fractionSigns are the fractions that have a sign of their own.
var fractionSigns = map[string][2]int{"½": {1, 2}, "⅓": {1, 3}, "⅔": {2, 3}, "¼": {1, 4}, "¾": {3, 4}, "⅕": {1, 5}, "⅖": {2, 5}, "⅗": {3, 5}, "⅘": {4, 5},
	"⅙": {1, 6}, "⅚": {5, 6}, "⅛": {1, 8}, "⅜": {3, 8}, "⅝": {5, 8}, "⅞": {7, 8}}

// matchFraction says "1/2", "4 1/2", "2/3rds", "½", "4½".
func matchFraction(s *scan, pos int) (int, string) {
	if !s.freeNumber(pos) {
		return 0, ""
	}
	if f, ok := s.fractionSign(pos); ok {
		said, end := sayFraction(f[0], f[1], s.and(), false), pos+len(s.runeAt(pos))
		if u, stop := s.unitAt(end); stop > 0 && u.form != "%" && u.form != "x" {
			return stop, said + " " + u.spoken
		}
		return end, said
	}
	if said, end := s.simpleFraction(pos); end > 0 {
		if u, stop := s.unitAt(end); stop > 0 && u.form != "%" {
			return stop, said + " " + u.spoken
		}
		if stop := s.inchMark(end); stop > 0 && s.inchesMeant(pos) {
			return stop, said + " inch"
		}
		return end, said
	}
	n, ok := s.numeralAt(pos)
	if !ok || n.point {
		return 0, ""
	}
	if _, said, end := s.mixedAt(n); end > 0 {
		if _, stop := s.unitAt(end); stop > 0 {
			return 0, "" // the measure says it whole
		}
		if stop := s.inchMark(end); stop > 0 && s.inchesMeant(pos) {
			return s.sayInches(stop, numeral{start: pos, whole: "2"}, said)
		}
		return end, said
	}
	return 0, ""
}

// fractionSign returns the top and the bottom of the fraction in one sign at pos.
func (s *scan) fractionSign(pos int) (parts [2]int, ok bool) {
	if s.at(pos) < utf8.RuneSelf {
		return parts, false
	}
	parts, ok = fractionSigns[s.runeAt(pos)]
	return parts, ok
}

// mixedAt reads the fraction behind a whole number: "4 1/2", "4½", "4-1/2". whole reports that one was there.
func (s *scan) mixedAt(n numeral) (whole bool, said string, end int) {
	if n.point || n.grouped || len(n.whole) > 4 {
		return false, "", 0
	}
	at := s.skip(n.end)
	if at == n.end && s.at(at) == '-' {
		at++
	}
	if f, ok := s.fractionSign(at); ok {
		return true, s.said(n) + " and " + sayFraction(f[0], f[1], s.and(), true), at + len(s.runeAt(at))
	}
	if at == n.end {
		return false, "", 0
	}
	top := s.digits(at)
	if top == at || s.at(top) != '/' {
		return false, "", 0
	}
	f, end := s.simpleFraction(at)
	if end == 0 {
		return false, "", 0
	}
	if f == "one half" {
		f = "a half"
	}
	return true, s.said(n) + " and " + f, end
}

// simpleFraction reads "1/2" and "2/3rds" at pos.
func (s *scan) simpleFraction(pos int) (string, int) {
	i := s.digits(pos)
	at := i
	if s.has(i, " / ") {
		at = i + 2
	} else if s.at(i) == '/' {
		at = i
	} else if s.has(i, "⁄") {
		at = i + len("⁄") - 1
	} else {
		return "", 0
	}
	j := at + 1
	if s.at(at) == ' ' || s.at(j) == ' ' {
		j = s.skip(j)
	}
	end := s.digits(j)
	if i == pos || i-pos > 4 || end == j || end-j > 4 || s.text[j] == '0' || s.text[pos] == '0' || s.continues(end) {
		return "", 0
	}
	top, bottom := atoi(s.text[pos:i]), atoi(s.text[j:end])
	for _, suffix := range [...]string{"ths", "rds", "th", "rd", "nd", "st"} {
		if stop := end + len(suffix); stop <= len(s.text) && strings.EqualFold(s.text[end:stop], suffix) && s.rightFree(stop) {
			return sayFraction(top, bottom, s.and(), false), stop
		}
	}
	if !s.rightFree(end) || at > i && s.has(end, "°") {
		return "", 0
	}
	if s.at(end) == '/' && isUpper(s.at(end+1)) {
		return cardinal(s.text[pos:i], false) + " slash " + cardinal(s.text[j:end], false), end // directive 95/46/EC
	}
	if top+bottom == 100 && at == i {
		return cardinal(s.text[pos:i], false) + " " + cardinal(s.text[j:end], false), end // 60/40
	}
	if at == i && i-pos == 4 && top >= 1900 && top < 2100 && bottom > 12 {
		return year(s.text[pos:i], s.and()) + " slash " + cardinal(s.text[j:end], s.and()), end // regulation 2016/679
	}
	if at == i && top <= 12 && top > 0 && bottom >= 1900 && bottom < 2100 && i-pos < 3 {
		return monthNames[top] + " " + year(s.text[j:end], s.and()), end // 1/2024
	}
	if s.has(end, " ARM") {
		return cardinal(s.text[pos:i], false) + " " + cardinal(s.text[j:end], false), end // a 5/1 ARM
	}
	if w, _ := s.wordAfter(end); w == "time" && (bottom == 4 || bottom == 8) && at == i {
		return cardinal(s.text[pos:i], false) + "-" + cardinal(s.text[j:end], false), end // in three-four time
	}
	if date := s.slashDate(pos, end, top, bottom); date != "" && at == i {
		return date, end
	}
	if w, _ := s.wordAfter(end); bottom <= 12 && top <= 31 && attackWords[w] && at == i {
		return cardinal(s.text[pos:i], false) + " " + cardinal(s.text[j:end], false), end // the 26/11 attacks
	}
	if top > 19 && bottom == top+1 && end-j == 2 && bottom != 32 && bottom != 64 && at == i {
		return cardinal(s.text[pos:i], false) + " to " + cardinal(s.text[j:end], false), end // aged 74/75, the season 23/24
	}
	if w, _ := s.wordAfter(end); top <= bottom && at == i && partNouns[strings.ToLower(s.wordBefore(pos))] && !sharedNouns[w] {
		return cardinal(s.text[pos:i], s.and()) + " of " + cardinal(s.text[j:end], s.and()), end // lap 44/52
	}
	if top >= bottom && (s.at(end) == '=' || s.has(end, " = ")) {
		return cardinal(s.text[pos:i], s.and()) + " divided by " + cardinal(s.text[j:end], s.and()), end
	}
	if top >= bottom && bottom > 20 && bottom != 32 && bottom != 64 && bottom != 100 && at == i && bottom < 200 && top < 1000 {
		return pairs(s.text[pos:i], s.and()) + " over " + pairs(s.text[j:end], s.and()), end // 120/80
	}
	return sayFraction(top, bottom, s.and(), false), end
}

// dateBefore and dateBehind are words beside a day written as month and day: "on 10/18", "the 10/18 release".
var (
	dateBefore = wordSet("on On since Since until Until before after by Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thurs Fri Sat Sun through dated")
	dateBehind = wordSet("release deadline edition episode show update issue meeting game ruling order")
	riotWords  = wordSet("committee Committee panel insurrection riot riots rioters hearing hearings commission attack attacks")
)

// dayParts are days of a month in which nobody divides a thing.
var dayParts = map[int]bool{17: true, 18: true, 19: true, 21: true, 22: true, 23: true, 26: true, 27: true, 28: true, 29: true, 30: true, 31: true}

// slashDate says text[pos:end], two small numbers with a slash, as a month and a day where the words beside it want one, as
// Americans write them; "" where none is meant.
func (s *scan) slashDate(pos, end, top, bottom int) string {
	w, _ := s.wordAfter(end)
	if top == 1 && bottom == 6 && riotWords[w] {
		return monthNames[1] + " sixth"
	}
	if s.region == "GB" || top > 12 || bottom > 31 || w == "of" {
		return ""
	}
	before := strings.TrimSuffix(s.wordBefore(pos), ".")
	if s.has(pos-2, ", ") {
		before = strings.TrimSuffix(s.wordBefore(pos-2), ".")
	}
	if on := before == "on" || before == "On" || strings.HasSuffix(before, "day") || s.en.weekdays[strings.ToLower(before)] != ""; on || bottom > 12 && (dateBefore[before] || dateBehind[w]) {
		return monthNames[top] + " " + ordinalOf(below100(bottom))
	}
	if bottom > 16 && dayParts[bottom] && top > 2 && (before == "" || !isDigit(s.at(pos-2))) && s.endsClause(end) {
		return monthNames[top] + " " + ordinalOf(below100(bottom))
	}
	return ""
}

// partNouns stand before the number of a part and how many there are, sharedNouns behind a fraction.
var (
	partNouns   = wordSet("lap laps page stage round slide part step chapter episode level day match")
	sharedNouns = wordSet("of inch inches cup cups mile miles way hour pound teaspoon tablespoon")
)

// attackWords follow a date that is the name of an event.
var attackWords = wordSet("attack attacks attackers bombing bombings bombers shootings victims massacre")

// sayFraction says top parts of bottom; article says "a half" where one stands behind a whole number.
func sayFraction(top, bottom int, and, article bool) string {
	said := cardinal(itoa(top), and)
	if top == 1 && article && bottom <= 2 {
		said = "a"
	}
	var part string
	switch bottom {
	case 1:
		return cardinal(itoa(top), and) + " over one"
	case 2:
		part = "half"
		if top != 1 {
			return said + " halves"
		}
	case 4:
		part = "quarter"
	default:
		part = ordinalOf(cardinal(itoa(bottom), and))
	}
	if top != 1 {
		part += "s"
	}
	return said + " " + part
}
