package spoken

import "strings"

// matchRange says "3-5 years", "2013-19", "1980-1986", "2%-10%", "5-4".
func matchRange(s *scan, pos int) (int, string) {
	a, ok := s.numeralAt(pos)
	if !ok || !s.freeNumber(pos) || len(a.whole) > 7 && !a.grouped {
		return 0, ""
	}
	first := a.end
	percent := false
	if end, said := s.scaledRange(a); end > 0 {
		return end, said
	}
	if s.at(first) == '%' {
		first, percent = first+1, true
	}
	at := s.rangeDash(first)
	if at == first || !isDigit(s.at(at)) || !percent && !s.rightFree(first) {
		return 0, ""
	}
	b, ok := s.numeralAt(at)
	if !ok || s.continues(b.end) || s.at(b.end) == '-' && isDigit(s.at(b.end+1)) {
		return 0, ""
	}
	if end, said := s.yearRange(pos, a, b); end > 0 {
		return end, said
	}
	if len(b.whole) > 1 && b.whole[0] == '0' || a.whole[0] == '0' && len(a.whole) > 1 {
		return 0, ""
	}
	if w := s.wordBefore(pos); (w == "No." || w == "no." || w == "number" || w == "Nos." || w == "Case") && len(a.whole) == 2 && len(b.whole) > 2 && len(b.whole) < 6 && s.rightFree(b.end) && at == first+1 {
		return b.end, cardinal(a.whole, false) + " " + pairs(b.whole, false) // the number of a case in court
	}
	return s.sayRange(pos, a, b, at)
}

// scaledRange says a range whose two numbers have the same letter behind them, "20m-50m people"; end is 0 where there is none.
func (s *scan) scaledRange(a numeral) (int, string) {
	e, end := s.en.scales.longest(s, a.end)
	at := s.rangeDash(end)
	if end == 0 || at == end {
		return 0, ""
	}
	b, ok := s.numeralAt(at)
	if !ok {
		return 0, ""
	}
	sc, stop := s.scaleAt(b.end, false)
	if stop == 0 || sc.form != e.form {
		return 0, ""
	}
	return stop, s.said(a) + " " + e.spoken + " to " + s.said(b) + " " + e.spoken
}

// sayRange says two numbers with "to" between them when they rise, with a hyphen when they fall, like a score.
func (s *scan) sayRange(pos int, a, b numeral, at int) (int, string) {
	left, right := s.said(a), s.said(b)
	end := b.end
	if w := strings.ToLower(s.wordBefore(pos)); s.text[pos:end] == "9-11" && (w == "since" || w == "after" || w == "before") && s.endsClause(end) {
		return end, "nine eleven"
	}
	if sc, stop := s.scaleAt(end, false); stop > 0 {
		right, end = right+" "+sc.spoken, stop
	}
	if s.at(end) == 's' && s.rightFree(end+1) && !b.point {
		return end + 1, left + " to " + pluralWord(right) // 18-24s are people
	}
	if u, stop := s.unitAt(end); stop > 0 {
		return s.sayMeasure(stop, left+" to "+right, u, s.singular(pos, stop) || s.joined(end, stop))
	}
	if stop := s.ordinalEnd(b.whole, end); stop > 0 {
		if s.spacedDash(a.end, at) {
			return 0, ""
		}
		return stop, ordinalOf(left) + " to " + ordinalOf(right)
	}
	if !s.rightFree(end) {
		return 0, ""
	}
	if s.at(end) == '=' || s.has(end, " = ") {
		return end, left + " minus " + right
	}
	if stop := s.inchMark(end); stop > 0 && s.inchesMeant(pos) {
		return stop, left + " to " + right + " inches"
	}
	if tennisPoints[a.whole] && tennisPoints[b.whole] && !a.point && !b.point && s.tennisNear(pos, end) {
		return end, strings.Replace(left, "zero", "love", 1) + "-" + strings.Replace(right, "zero", "love", 1)
	}
	before := s.wordBefore(pos)
	w, _ := s.wordAfter(end)
	if formationWords[w] && !a.point && !b.point {
		return end, left + "-" + right
	}
	if (shotWords[w] || s.has(end, " 3PT") || w == "shooting" && before == "on") && !a.point && !b.point {
		return end, left + " of " + right // 10-18 shooting
	}
	if oddsNouns[w] && w != "shots" && w != "chance" && !a.point && !b.point {
		return end, left + " to " + right // the 7-2 favourite
	}
	if s.text[pos:end] == "9-5" && (workWords[w] || workWords[before]) {
		return end, left + " to " + right
	}
	if oddsBefore[before] && s.oddsNear(pos) && w != "chance" && len(a.whole) < 4 && len(b.whole) < 4 {
		return end, left + " to " + right
	}
	if s.rises(a, b) && !s.scoreMeant(pos, a, b) || before == "from" || before == "From" || s.en.weekdays[strings.ToLower(strings.TrimSuffix(before, "."))] != "" || strings.HasSuffix(before, "day") && before != "day" {
		return end, left + " to " + right
	}
	if s.spacedDash(a.end, at) {
		return 0, ""
	}
	if first := s.wordBefore(pos - 1 - len(before)); before == "voted" || strings.HasPrefix(first, "vote") && (before == "of" || before == "was") {
		return end, left + " to " + right
	}
	if a.whole+b.whole == "60" || a.whole+b.whole == "06" {
		if s.pairAhead(b.end) || strings.HasSuffix(s.text[:pos], ", ") && isDigit(s.at(pos-3)) && s.pairBefore(pos-3) {
			left, right = strings.Replace(left, "zero", "love", 1), strings.Replace(right, "zero", "love", 1) // a set of tennis
		}
	}
	if (s.region == "GB" || before == "drew") && !a.point && !b.point {
		left, right = nilFor(left), nilFor(right)
	}
	if b.whole == "0" && !b.point && strings.Contains(left, " ") {
		return end, left + " " + right
	}
	if strings.ContainsAny(left+right, " -") && s.at(b.end) != '-' || len(a.whole) > 1 && len(b.whole) > 1 && !a.point && !b.point {
		return end, left + " to " + right
	}
	return end, left + "-" + right
}

// tennisPoints are the points of a game of tennis, tennisWords show that they are meant.
var (
	tennisPoints = wordSet("0 15 30 40")
	tennisWords  = [...]string{" game", " serve", " serving", "deuce", "break point", "set point", "match point"}
)

// tennisNear says whether the words around text[pos:end] speak of a game of tennis.
func (s *scan) tennisNear(pos, end int) bool {
	if w, _ := s.wordAfter(end); strings.HasPrefix(w, "game") {
		return false // 30-40 games
	}
	window := s.text[max(0, pos-60):min(len(s.text), end+40)]
	for _, w := range tennisWords {
		if strings.Contains(window, w) {
			return true
		}
	}
	return false
}

// nilFor says a zero as the goals of a team in Britain.
func nilFor(number string) string {
	if number == "zero" {
		return "nil"
	}
	return number
}

// shotWords follow the shots that a player made, of how many.
var shotWords = wordSet("FG FGs FT")

// workWords stand beside the hours of an office, 9-5.
var workWords = wordSet("job jobs work works worked working grind schedule office hours routine daily weekdays")

// formationWords follow the numbers of players in each row.
var formationWords = wordSet("defense defence offense formation zone scheme alignment")

// scoreWords stand before a score or the record of a team.
var scoreWords = wordSet("won win wins lost lose loss beat beating defeated led lead leads trailed trailing record records went ended finished started improved fell level leveled set score scores down up including are were was is")

// scoreNouns follow a score.
var scoreNouns = wordSet("win wins defeat defeats loss losses victory victories draw draws lead deficit scoreline score hiding thrashing setback reverse")

// scoreMeant says whether two small numbers that rise are a score, like 3-6, and no range.
func (s *scan) scoreMeant(pos int, a, b numeral) bool {
	if len(a.whole) > 2 || len(b.whole) > 2 || a.point || b.point {
		return false
	}
	w, _ := s.wordAfter(b.end)
	if scoreNouns[w] && articles[strings.ToLower(s.wordBefore(pos))] {
		return true
	}
	if w != "" && isLower(w[0]) && !functionWords[w] {
		return false
	}
	if a.whole == "0" && w != "" && isUpper(w[0]) && isUpper(s.wordStartBefore(pos)) {
		return true // Celtic 0-3 Rangers
	}
	if s.at(b.end) == '-' || isDigit(s.at(s.skip(b.end))) && !s.pairAhead(b.end) {
		return false
	}
	before := s.wordBefore(pos)
	inner := s.at(pos-1) == '(' && (s.at(b.end) == ')' || s.at(b.end) == ',')
	listed := strings.HasSuffix(s.text[:pos], ", ") && isDigit(s.at(pos-3)) && s.pairBefore(pos-3)
	listed = listed || pos > 2 && s.at(pos-1) == ' ' && isDigit(s.at(pos-2)) && s.pairBefore(pos-2)
	return scoreWords[before] || before == "At" || inner || listed || s.pairAhead(b.end) || s.tieBreak(b.end)
}

// pairAhead says whether another pair like ", 7-6" or " 7-6" follows pos.
func (s *scan) pairAhead(pos int) bool {
	if s.at(pos) == ',' {
		pos++
	}
	if s.at(pos) != ' ' {
		return false
	}
	end := s.digits(pos + 1)
	return end > pos+1 && end < pos+4 && s.at(end) == '-' && isDigit(s.at(end+1)) && s.digits(end+1) < end+4
}

// tieBreak says whether the points of a tie-break follow pos: "6-7 (4)".
func (s *scan) tieBreak(pos int) bool {
	if !s.has(pos, " (") {
		return false
	}
	end := s.digits(pos + 2)
	return end > pos+2 && end < pos+5 && s.at(end) == ')'
}

// pairBefore says whether the digit at pos ends a pair like "6-3".
func (s *scan) pairBefore(pos int) bool {
	for i := pos; i > max(0, pos-4); i-- {
		if s.at(i) == '-' || s.has(i-2, "–") {
			return true
		}
	}
	return false
}

// spacedDash says whether the dash between two numbers has spaces around it.
func (s *scan) spacedDash(end, at int) bool { return s.skip(end) > end && at > end+2 }

// rises says whether b is more than a.
func (s *scan) rises(a, b numeral) bool {
	if len(a.whole) != len(b.whole) {
		return len(a.whole) < len(b.whole)
	}
	if a.whole != b.whole {
		return a.whole < b.whole
	}
	return a.frac < b.frac
}

// yearRange says "2013-19" and "1980-1986".
func (s *scan) yearRange(pos int, a, b numeral) (int, string) {
	if a.point || b.point || a.grouped || b.grouped || len(a.whole) != 4 || a.whole < "1100" || a.whole > "2099" || !s.rightFree(b.end) {
		return 0, ""
	}
	if s.counts(b.end) && len(b.whole) == 4 {
		return 0, ""
	}
	if _, stop := s.unitAt(b.end); stop > 0 {
		return 0, ""
	}
	switch {
	case len(b.whole) == 4 && b.whole >= a.whole && b.whole <= "2099":
		return b.end, year(a.whole, s.and()) + " to " + year(b.whole, s.and())
	case len(b.whole) == 2 && b.whole > a.whole[2:]:
		said := below100(atoi(b.whole))
		if b.whole[0] == '0' {
			said = "oh " + said
		}
		return b.end, year(a.whole, s.and()) + " to " + said
	case len(b.whole) == 1 && b.whole > a.whole[3:]:
		return b.end, year(a.whole, s.and()) + " to " + cardinal(b.whole, false)
	case len(b.whole) == 2 && a.whole[2:] == "99" && b.whole == "00":
		return b.end, year(a.whole, s.and()) + " to two thousand"
	}
	return 0, ""
}

// wordStartBefore returns the first letter of the word before pos, 0 for none.
func (s *scan) wordStartBefore(pos int) byte {
	if w := s.wordBefore(pos); w != "" {
		return w[0]
	}
	return 0
}

// ratioWords follow a ratio.
var ratioWords = wordSet("ratio odds aspect margin mix split chance favorite favourite vote majority")

// matchRatio says "2:1" and "16:9" where a word behind says that it is a ratio, or one side has a single digit that no
// time has.
func matchRatio(s *scan, pos int) (int, string) {
	a, ok := s.numeralAt(pos)
	if !ok || !s.freeNumber(pos) || s.at(a.end) != ':' || !isDigit(s.at(a.end+1)) {
		return 0, ""
	}
	b, ok := s.numeralAt(a.end + 1)
	if !ok || !s.rightFree(b.end) {
		return 0, ""
	}
	dash := s.rangeDash(b.end)
	if last := s.digits(dash); dash > b.end && s.at(b.end) != ' ' && last > dash && last < dash+3 && s.rightFree(last) && isUpper(s.wordStartBefore(pos)) {
		said := s.said(a) + " " + s.said(b) + " to " + cardinal(s.text[dash:last], false) // Matthew 5:3-12
		if verse := s.digits(last + 1); s.at(last) == ':' && verse > last+1 && verse < last+5 && s.rightFree(verse) {
			return verse, said + " " + cardinal(s.text[last+1:verse], false) // Genesis 1:1-2:3
		}
		return last, said
	}
	if s.continues(b.end) {
		return 0, ""
	}
	w, _ := s.wordAfter(b.end)
	if len(a.whole) == 2 && len(b.whole) == 2 && atoi(a.whole)+atoi(b.whole) == 100 && !a.point && !b.point && !ratioWords[w] {
		return b.end, s.said(a) + " " + s.said(b) // a 60:40 fund
	}
	if len(b.whole) != 1 && len(b.whole) != 3 && !ratioWords[w] {
		return 0, ""
	}
	if before := s.wordBefore(pos); before != "" && isUpper(before[0]) && !s.en.openers[before] && !ratioWords[w] && !ratioWords[strings.ToLower(before)] {
		return b.end, s.said(a) + " " + s.said(b) // a verse: Mark 1:5
	}
	if degree := b.whole == "1" || b.whole == "2"; degree && a.whole == "2" && s.region == "GB" && s.wordBefore(pos) == "a" && !ratioWords[w] {
		return b.end, s.said(a) + " " + s.said(b) // a degree of a university
	}
	return b.end, s.said(a) + " to " + s.said(b)
}
