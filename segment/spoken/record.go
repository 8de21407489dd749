package spoken

import "strings"

// matchRecord says the record of a team, "a 6-5 record" and "improved to 9-2-1", as sports reporters do: "six and five",
// "nine, two and one", "oh" for zero. Three numbers that are no record are said in a row, as a formation is.
func matchRecord(s *scan, pos int) (int, string) {
	if end := s.digits(pos); s.at(end) != '-' && !s.has(end, "–") || !s.freeNumber(pos) {
		return 0, ""
	}
	var parts []string
	i := pos
	for len(parts) < 4 {
		end := s.digits(i)
		if end == i || end-i > 2 || end-i == 2 && s.text[i] == '0' {
			return 0, ""
		}
		parts = append(parts, s.text[i:end])
		i = end
		next := i + 1
		if s.has(i, "–") {
			next = i + len("–")
		} else if s.at(i) != '-' {
			break
		}
		if !isDigit(s.at(next)) {
			break
		}
		i = next
	}
	n := len(parts)
	if n < 2 || n > 3 || !s.rightFree(i) || s.continues(i) || s.at(i) == '-' {
		return 0, ""
	}
	meant := s.recordMeant(pos, i, n == 3)
	if n == 2 && !meant {
		return 0, ""
	}
	said := make([]string, n)
	for j, part := range parts {
		if said[j] = cardinal(part, false); meant && part == "0" {
			said[j] = "oh"
		}
	}
	if !meant {
		return i, strings.Join(said, "-")
	}
	return i, strings.Join(said[:n-1], ", ") + " and " + said[n-1]
}

var (
	// recordNouns follow a record, spellNouns one of three numbers; leagueWords stand between.
	recordNouns = wordSet("record records start mark")
	spellNouns  = wordSet("skid run stretch slide slump tear clip homestand span")
	leagueWords = wordSet("overall home road away conference league division regular-season")

	// recordVerbs stand before a record, recordMoves with "to", recordSpans are what a team has started or finished.
	recordVerbs = wordSet("are were went go going started start starts began begin begins opened finished finish reach reaches reached sit sits stand stands stood")
	recordMoves = wordSet("improved improve improves improving fell fall falls fallen dropped drop drops moved move moves slipped slip slips")
	recordSpans = wordSet("season seasons year years campaign")

	// recordBehind may follow a record; so may the end of a clause.
	recordBehind = wordSet("and this last in on at since against with overall under over through after while but lifetime so")

	// scoreSubjects begin or end at a score and not at a record.
	scoreSubjects = wordSet("it game match series set sets tie contest final half night score scores odds chances vote votes numbers betting bookmakers")
)

// recordMeant says whether the numbers with dashes text[pos:end] are a record by the words beside them; three says that they
// are three. Of records that only verbs show, British pages know none.
func (s *scan) recordMeant(pos, end int, three bool) bool {
	after, at := s.wordAfter(end)
	next, _ := s.wordAfter(at + len(after))
	before := s.wordBefore(pos)
	if recordNouns[after] || three && spellNouns[after] || leagueWords[after] && recordNouns[next] || after == "overall" || three && s.has(end, " (") && strings.Contains(s.text[end:min(len(s.text), end+len(" (22 KOs"))], "KO") {
		return true
	}
	first := s.wordBefore(pos - 1 - len(before))
	switch before {
	case "of", "to", "at", "is", "was":
		if strings.HasPrefix(first, "record") || first == "mark" && before == "of" {
			return true // a record of 6-5
		}
	}
	if s.region == "GB" {
		return false
	}
	if s.inLeague(pos, end) || s.at(pos-1) == '(' && s.at(end) == ')' && s.teamBefore(pos-1, end, three) {
		return true
	}
	if !s.endsClause(end) && !recordBehind[after] && !s.has(end, " all-time") || next == "serve" || next == "aggregate" || next == "front" || next == "penalties" || after == "to" || after == "by" {
		return false
	}
	switch {
	case before == "and":
		return first == "overall" || (first == "home" || first == "road") && holdsAny(s.text[max(0, pos-sentenceSide/2):pos], []string{"mproved to ", "ell to ", "ropped to ", " are ", "record"})
	case strings.HasSuffix(before, "'re"), strings.HasSuffix(before, "’re"):
		return true // we're 6-5
	case before == "to":
		return recordMoves[first]
	case before == "at":
		return first == "sit" || first == "sits" || first == "stand" || first == "stands"
	case before == "is", before == "was":
		return three && first != "formation" && first != "shape" || s.has(end, " all-time") || after == "lifetime"
	case recordSpans[before]:
		return recordVerbs[s.wordBefore(pos-2-len(before)-len(first))] // started the season 4-0
	}
	return recordVerbs[before] && first != "" && !scoreSubjects[strings.ToLower(first)]
}

// teamBefore says whether the name of a team ends before the bracket at pos, whose numbers end at end: "the Jets (3-2)". Two numbers behind the words
// for a win or a loss are its score.
func (s *scan) teamBefore(pos, end int, three bool) bool {
	name := s.wordBefore(pos)
	if name == "" || s.at(pos-1) != ' ' {
		return false
	}
	if three {
		sum := 0
		for n := range strings.SplitSeq(strings.ReplaceAll(s.text[pos+1:end], "–", "-"), "-") {
			sum += atoi(n)
		}
		return sum != 10 // a formation of players
	}
	if !isUpper(name[0]) {
		return false
	}
	if s.pairAhead(end + 1) {
		return true // beat the Bears (3-8) 27-24
	}
	article := s.wordBefore(pos - 1 - len(name))
	if article != "the" && article != "The" {
		return false
	}
	verb := s.wordBefore(pos - 2 - len(name) - len(article))
	return verb != "over" && verb != "to" && verb != "against" && verb != "beat" && verb != "and"
}

// inLeague says whether text[pos:end] stands in brackets that end with the name of a league: "(8-1, 5-1 SEC)".
func (s *scan) inLeague(pos, end int) bool {
	open := strings.LastIndexByte(s.text[max(0, pos-maxWord):pos], '(')
	stop := strings.IndexByte(s.text[end:min(len(s.text), end+maxWord)], ')')
	if open < 0 || stop < 0 {
		return false
	}
	inner := s.text[max(0, pos-maxWord)+open+1 : end+stop]
	league := strings.TrimLeft(inner, "0123456789-–, ")
	return league != "" && isUpper(league[0]) && !strings.ContainsAny(league, "0123456789") && isLetterBefore(inner, len(inner)) && strings.Count(inner, "-")+strings.Count(inner, "–") == 2
}
