package spoken

import "strings"

// yearBefore are words before a bare number of four digits that make it a year, even where it is below 1100.
var yearBefore = wordSet(`in In since Since by By until Until till from From before Before after After during During of circa around about
	spring summer autumn fall winter Spring Summer Autumn Fall Winter early late mid year Year years class Class
	January February March April May June July August September October November December`)

// eras are the signs of an era behind a year.
var eras = wordSet("BC BCE AD CE B.C A.D B.C.E")

// matchYear says a bare number of four digits as a year, unless what stands around it counts something.
func matchYear(s *scan, pos int) (int, string) {
	n, ok := s.numeralAt(pos)
	if !ok || n.point || n.grouped || len(n.whole) > 4 || !s.freeNumber(pos) || !s.rightFree(n.end) {
		return 0, ""
	}
	if s.era(pos, n.end) {
		w, at := s.wordAfter(n.end)
		if stop := at + len(w); s.rangeDash(stop) == stop+1 && isDigit(s.at(stop+1)) && eras[w] {
			return stop + 1, year(n.whole, s.and()) + " " + w + " to " // 300 BCE-200 CE
		}
		return n.end, year(n.whole, s.and())
	}
	if len(n.whole) == 3 && n.whole[0] != '0' && s.earlyYear(pos, n) {
		return n.end, pairs(n.whole, s.and())
	}
	if len(n.whole) != 4 || n.whole[0] == '0' || n.whole[0] > '2' {
		return 0, ""
	}
	if s.looksLikeYear(pos, n) {
		return n.end, year(n.whole, s.and())
	}
	return 0, ""
}

// era says whether a number stands beside BC, AD and the like.
func (s *scan) era(pos, end int) bool {
	w, at := s.wordAfter(end)
	if s.at(at+1) == '.' {
		w = strings.ReplaceAll(s.text[at:min(at+4, len(s.text))], ".", "")
	}
	return eras[strings.TrimRight(w, " ,")] || s.wordBefore(pos) == "AD"
}

// looksLikeYear weighs the words around a number of four digits.
func (s *scan) looksLikeYear(pos int, n numeral) bool {
	before := s.wordBefore(pos)
	if s.at(pos-1) == '-' && n.whole >= "1500" && n.whole <= "2099" && isASCIILetter(s.at(pos-2)) {
		return true // mid-2019, pre-1914
	}
	if yearBefore[before] && n.whole <= "2100" && n.whole >= "1000" && !s.counts(n.end) {
		return true
	}
	if yearBefore[before] && n.whole > "1950" && n.whole < "2040" && n.whole[2:] != "00" && before != "about" && before != "around" && !s.countsPeople(n.end) {
		return true // the plan in 2011 aims to help
	}
	if n.whole >= "1000" && (before == "and" || before == "or") && s.yearEnds(pos-len(before)-1) && !s.counts(n.end) {
		return true
	}
	if n.whole < "1100" || n.whole > "2100" {
		return false
	}
	if before == "least" && yearBefore[s.wordBefore(pos-len("at least "))] {
		return true // until at least 2031
	}
	if (before == "the" || before == "The") && !s.countsPeople(n.end) {
		return true
	}
	return !s.counts(n.end) && !countBefore[before]
}

// yearEnds says whether a year with its era, or one of four digits behind a preposition, ends at pos, before a space: "in 44
// BC and 1066".
func (s *scan) yearEnds(pos int) bool {
	if eras[s.wordBefore(pos)] {
		return true
	}
	digits := pos - 1 - len("1066")
	return digits > 0 && s.leftFree(digits) && s.digits(digits) == pos-1 && yearBefore[s.wordBefore(digits)]
}

// countsPeople says whether what follows pos is so often counted that "the" before the number makes no year of it.
func (s *scan) countsPeople(pos int) bool {
	w, _ := s.wordAfter(pos)
	return irregularPlurals[w] || countedOften[w]
}

// countedOften are plurals that even "the 1700" counts.
var countedOften = wordSet("soldiers workers employees residents passengers members students voters troops refugees migrants prisoners hours days acres dollars pounds pages words jobs homes seats delegates")

// countBefore are words before a number that is no year.
var countBefore = wordSet("nearly almost approximately roughly exactly only some least most than over under another additional total up number Number no No")

// notCounted are words that end like a plural but do not follow a count.
var notCounted = wordSet("was is as has his its this thus does us yes less across besides perhaps always sometimes towards afterwards census season-s versus plus minus vs elections games")

// counts says whether the word at pos is a plural that a number before it counts: "1700 men", "1500 soldiers".
func (s *scan) counts(pos int) bool {
	w, _ := s.wordAfter(pos)
	if w == "" || !isLower(w[0]) {
		return false
	}
	if irregularPlurals[w] {
		return true
	}
	return len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "'s") && !strings.HasSuffix(w, "’s") &&
		!strings.HasSuffix(w, "us") && !strings.HasSuffix(w, "is") && !notCounted[w]
}

// irregularPlurals are counted things without an s.
var irregularPlurals = wordSet("men women people children feet sheep fish persons miles mile pounds troops degrees square cubic horsepower percent per more other others words")

// earlyYear says whether three digits are a year: "in 538 the city fell", but not "one in 250".
func (s *scan) earlyYear(pos int, n numeral) bool {
	if n.whole[1:] == "00" || !s.endsClause(n.end) {
		return false
	}
	before := s.wordBefore(pos)
	switch before {
	case "In", "year":
		return true
	case "in":
		first := s.wordBefore(pos - len("in "))
		return !numberWords[first] && !isDigit(s.at(pos-len("in ")-2)) && (first != "" || s.at(pos-len("in ")-2) == ',')
	}
	return false
}

// numberWords open "one in 250".
var numberWords = wordSet("one two three four five six seven eight nine ten One Two Three about ranked")

// endsClause says whether a sign of punctuation, a small function word or nothing follows pos.
func (s *scan) endsClause(pos int) bool {
	switch c := s.at(pos); c {
	case 0, ',', '.', ';', ':', ')':
		return true
	}
	w, _ := s.wordAfter(pos)
	if w != "" && isUpper(w[0]) {
		return true
	}
	return w == "the" || w == "and" || w == "he" || w == "when" || w == "to" || w == "by"
}

// matchDecade says "1980s", "1980's", "'90s", "80s", "mid-1980s".
func matchDecade(s *scan, pos int) (int, string) {
	start := pos + apostropheAt(s.text, pos)
	if s.has(pos, "‘") {
		start = pos + len("‘")
	}
	end := s.digits(start)
	n := end - start
	quarter := start > pos && n == 2 && (isDigit(s.at(pos-1)) && s.at(pos-2) == 'Q' || strings.HasSuffix(s.text[:pos], "FY")) // Q4'23
	if !quarter && !s.leftFree(pos) || n != 2 && n != 4 {
		return 0, ""
	}
	if start > pos && n == 2 && s.rightFree(end) && apostropheAt(s.text, end) == 0 {
		return s.shortYear(start, end)
	}
	stop := end + apostropheAt(s.text, end)
	if n == 4 && s.has(end, " s") && s.rightFree(end+2) {
		stop = end + 1 // "1980 s"
	}
	if s.at(stop) != 's' || !s.rightFree(stop+1) || n == 4 && s.text[start] > '2' {
		return 0, ""
	}
	if s.at(end-1) != '0' {
		return 0, ""
	}
	said := s.decade(s.text[start:end])
	if at := s.rangeDash(stop + 1); at > stop+1 {
		if past, second := matchDecade(s, at); past > 0 {
			return past, said + " to " + second
		}
	}
	return stop + 1, said
}

// shortYear says the year '05 as "oh five". An apostrophe that could open a quotation is left alone.
func (s *scan) shortYear(start, end int) (int, string) {
	if s.at(end) == '\'' || s.has(end, "’") || s.has(start-3, "‘") {
		return 0, ""
	}
	if s.text[start] == '0' {
		return end, "oh " + onesWords[s.text[start+1]-'0']
	}
	return end, below100(atoi(s.text[start:end]))
}

// decade says the plural of a year that ends with 0.
func (s *scan) decade(digits string) string {
	switch {
	case digits == "00":
		return "two thousands"
	case len(digits) == 4 && digits[1:] == "000":
		return cardinal(digits, false) + "s"
	case len(digits) == 4:
		return pluralWord(year(digits, false))
	}
	return pluralWord(below100(atoi(digits)))
}

// matchHalfYear says "1H23" and "2H 2023" as "the first half of twenty twenty-three", the way of those who write of
// money.
func matchHalfYear(s *scan, pos int) (int, string) {
	if end, said := s.quarterYear(pos); end > 0 {
		return end, said
	}
	half, behind := s.text[pos], s.at(pos+1)
	if half == 'H' {
		half, behind = behind, half // H1 2024
	}
	if !s.leftFree(pos) || isDigit(s.text[pos]) && !s.freeNumber(pos) || half != '1' && half != '2' || behind != 'H' {
		return 0, ""
	}
	at := s.skip(pos + 2)
	if isUpper(s.text[pos]) && (at == pos+2 || s.digits(at) != at+4) {
		return 0, ""
	}
	end := s.digits(at)
	digits := s.text[at:end]
	if len(digits) != 2 && (len(digits) != 4 || digits[:2] != "20") || !s.rightFree(end) || s.continues(end) {
		return 0, ""
	}
	said := "the first half of "
	if half == '2' {
		said = "the second half of "
	}
	return end, said + year(digits, s.and())
}

// quarterYear says "3Q" as "third quarter", with a year behind it "the third quarter of twenty twenty-three".
func (s *scan) quarterYear(pos int) (int, string) {
	if c := s.text[pos]; !s.freeNumber(pos) || c < '1' || c > '4' || s.at(pos+1) != 'Q' {
		return 0, ""
	}
	said := ordinalOf(onesWords[s.text[pos]-'0']) + " quarter"
	at := s.skip(pos + 2)
	end := s.digits(at)
	if n := end - at; (n == 2 && at == pos+2 || n == 4 && s.text[at:at+2] == "20") && s.rightFree(end) && !s.continues(end) {
		digits := s.text[at:end]
		if n == 2 {
			digits = century(digits)
		}
		if w := strings.ToLower(s.wordBefore(pos)); !determiners[w] && !strings.HasSuffix(w, "'s") && !strings.HasSuffix(w, "’s") {
			said = "the " + said
		}
		return end, said + " of " + year(digits, s.and())
	}
	if !s.rightFree(pos + 2) {
		return 0, ""
	}
	return pos + 2, said
}

// matchSeason says two years in a row with a slash: "2021/22" is "twenty twenty-one to twenty-two".
func matchSeason(s *scan, pos int) (int, string) {
	i := s.digits(pos)
	if i-pos != 4 || s.at(i) != '/' || !s.freeNumber(pos) {
		return 0, ""
	}
	end := s.digits(i + 1)
	first, second := s.text[pos:i], s.text[i+1:end]
	next := itoa(atoi(first) + 1)
	if first < "1800" || first > "2098" || second != next && second != next[2:] || !s.rightFree(end) || s.continues(end) {
		return 0, ""
	}
	if len(second) == 4 {
		return end, year(first, s.and()) + " to " + year(second, s.and())
	}
	return end, year(first, s.and()) + " to " + yearTail(second)
}

// yearTail says the last two digits of a year.
func yearTail(digits string) string {
	if digits[0] == '0' {
		return "oh " + onesWords[digits[1]-'0']
	}
	return below100(atoi(digits))
}
