package spoken

import "strings"

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
	if currencyWords[w] || w == "light" && s.has(end, " light-years") {
		return true // 1.5m yen
	}
	switch next, _ := s.wordAfter(s.skip(end) + len(w)); {
	case peopleVerbs[w], w == "of" && (next == "them" || next == "us" || next == "those" || next == "whom"):
		return true // 2m fled, 4m of them
	case auxiliaries[w] && (peopleVerbs[next] || s.countOfPeople(end-len(e.form))):
		return true // 2m have fled, 7.6m were waiting
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
	if s.at(end) == '+' {
		end++ // 10M+ downloads
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

// currencyWords are names of currencies that have no s as a plural.
var currencyWords = wordSet("yen yuan won baht dong naira rand renminbi bitcoin")

// countOfPeople says whether the number that ends at pos has a decimal, as millions of people have, and no word before it that a
// length has: "Waves of up to 1.5m were".
func (s *scan) countOfPeople(pos int) bool {
	i := pos
	for isDigit(s.at(i-1)) || s.at(i-1) == '.' && isDigit(s.at(i-2)) {
		i--
	}
	return strings.Contains(s.text[i:pos], ".") && !lengthBefore[strings.ToLower(s.wordBefore(i))]
}

// lengthBefore stand before a length.
var lengthBefore = wordSet("of to at by above below over under least most than within between and or is was are were")

// peopleVerbs say behind a number what people are or do, and no length; auxiliaries come before such a verb.
var (
	peopleVerbs = wordSet("who live lived voted displaced fled homeless unemployed jobless infected vaccinated registered starving")
	auxiliaries = wordSet("were are have had")
)

// moreWords stand between a number and what it counts.
var moreWords = wordSet("new more extra additional active daily monthly weekly other fewer young older local")

// raceWords follow a distance.
var raceWords = wordSet("hurdles sprints race final freestyle races heats finals runners swimmers records relays medals champions titles tall deep square")
