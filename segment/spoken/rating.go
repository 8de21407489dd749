package spoken

import "strings"

// ratedWords stand before a mark out of ten, ratedNouns behind it.
var (
	ratedWords = wordSet("rated rating rates score scored scores scoring gave give gives giving given got gets earned awarded awards mark marks graded reviewed")
	ratedNouns = wordSet("rating review score mark scores marks reviews stars")
)

// matchRating says a mark or a share as what it is out of, "8.5/10" and "9/10 doctors", and the odds of a bet, "7/2",
// with "to".
func matchRating(s *scan, pos int) (int, string) {
	n, ok := s.numeralAt(pos)
	if !ok || !s.freeNumber(pos) || s.at(n.end) != '/' || n.grouped || n.whole == "" {
		return 0, ""
	}
	end := s.digits(n.end + 1)
	bottom := s.text[n.end+1 : end]
	if bottom == "" || len(bottom) > 3 || bottom[0] == '0' || !s.rightFree(end) || s.continues(end) || s.at(end) == '/' {
		return 0, ""
	}
	if !n.point && s.oddsMeant(pos, end) {
		return end, s.said(n) + " to " + cardinal(bottom, s.and())
	}
	if bottom != "5" && bottom != "10" && bottom != "20" && bottom != "100" || atoi(n.whole) > atoi(bottom) {
		return 0, ""
	}
	if n.point || s.rated(pos, end) || bottom != "100" && s.counts(end) {
		return end, s.said(n) + " out of " + cardinal(bottom, s.and())
	}
	return 0, ""
}

// rated says whether the words beside text[pos:end] speak of a mark: "gave it 7/10", "a score of 9/10", "a 9/10 review".
func (s *scan) rated(pos, end int) bool {
	before := s.wordBefore(pos)
	if before == "it" || before == "of" || before == "a" || before == "an" || before == "him" || before == "her" || before == "them" || before == "at" {
		if ratedWords[s.wordBefore(pos-1-len(before))] {
			return true
		}
	}
	after, _ := s.wordAfter(end)
	return ratedWords[strings.ToLower(before)] || ratedNouns[after]
}

// oddsNouns follow the odds of a bet.
var oddsNouns = wordSet("favourite favourites favorite favorites outsider outsiders fav shot shots joint odds chance underdog underdogs")

// oddsBefore stand between "odds" and their numbers.
var oddsBefore = wordSet("of at are is were was from to")

// oddsMeant says whether the words beside text[pos:end] speak of a bet.
func (s *scan) oddsMeant(pos, end int) bool {
	after, _ := s.wordAfter(end)
	return oddsNouns[after] || oddsBefore[s.wordBefore(pos)] && s.oddsNear(pos) || strings.HasSuffix(s.text[:pos], "priced at ")
}

// oddsNear says whether the words before pos speak of odds.
func (s *scan) oddsNear(pos int) bool {
	window := s.text[max(0, pos-maxWord):pos]
	return strings.Contains(window, "odds") || strings.Contains(window, "Odds")
}

// matchWickets says the runs and wickets of a cricket match, "245-6 at tea" and "312-8 declared", with "for", and the star of
// a batter who is not out, "100* off 150 balls".
func matchWickets(s *scan, pos int) (int, string) {
	i := s.digits(pos)
	if s.at(i) == '*' && i-pos < 4 && s.freeNumber(pos) {
		for _, sign := range [...]string{" off ", " from ", " ("} {
			if s.has(i+1, sign) && isDigit(s.at(i+1+len(sign))) {
				return i + 1, cardinal(s.text[pos:i], s.and()) + " not out"
			}
		}
	}
	if end, said := s.bowling(pos, i); end > 0 {
		return end, said
	}
	end := i + 2
	declared := s.at(end) == 'd' && s.rightFree(end+1)
	if declared && i-pos > 1 && i-pos < 4 && s.freeNumber(pos) && (s.at(i) == '-' || s.at(i) == '/') && s.digits(i+1) == end {
		return end + 1, cardinal(s.text[pos:i], s.and()) + " for " + cardinal(s.text[i+1:end], false) + " declared" // 312-8d
	}
	if i-pos < 2 || i-pos > 3 || !s.freeNumber(pos) || s.at(i) != '-' && s.at(i) != '/' || s.digits(i+1) != end || !s.rightFree(end) || s.continues(end) {
		return 0, ""
	}
	rest := s.text[min(end, len(s.text)):min(end+24, len(s.text))]
	for _, sign := range [...]string{" (", " at lunch", " at tea", " at stumps", " at the close", " declared", " dec", " off ", " from ", " in reply"} {
		after, ok := strings.CutPrefix(rest, sign)
		if !ok || (strings.HasSuffix(sign, " ") || sign == " (") && !oversAhead(after) {
			continue
		}
		return end, cardinal(s.text[pos:i], s.and()) + " for " + cardinal(s.text[i+1:end], false)
	}
	return 0, ""
}

// bowlingWords stand before the wickets and runs of a bowler.
var bowlingWords = wordSet("took takes taking bowled claimed claims claiming figures returned returning")

// bowling says the wickets that a bowler took for so many runs, "took 4-45", the first of which end at i.
func (s *scan) bowling(pos, i int) (end int, said string) {
	end = s.digits(i + 1)
	before := s.wordBefore(pos)
	if before == "of" {
		before = s.wordBefore(pos - len("of "))
	}
	if i-pos > 2 || s.at(i) != '-' && s.at(i) != '/' || end-i < 3 || end-i > 4 || !bowlingWords[before] || !s.freeNumber(pos) || !s.rightFree(end) || s.continues(end) {
		return 0, ""
	}
	if w, _ := s.wordAfter(end); !s.endsClause(end) && !recordBehind[w] && w != "from" && w != "off" && w != "for" && w != "as" {
		return 0, ""
	}
	return end, cardinal(s.text[pos:i], false) + " for " + cardinal(s.text[i+1:end], false)
}

// oversAhead says whether a number of overs opens the text: "20 overs".
func oversAhead(text string) bool {
	number, rest, _ := strings.Cut(text, " ")
	return number != "" && strings.Trim(number, "0123456789.") == "" && strings.HasPrefix(rest, "ov")
}
