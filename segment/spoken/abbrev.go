package spoken

import (
	"slices"
	"strings"
)

// matchTitle says a title before a name: "Sen. Jones", "Lt. Col. Smith", "Dr Who". Without a name behind it, it is left
// alone.
func matchTitle(s *scan, pos int) (int, string) {
	w := s.wordAt(pos)
	e, ok := s.en.titles[strings.ToLower(w)]
	if !ok || w == "" || w[1:] != strings.ToLower(w[1:]) || !s.leftFree(pos) {
		return 0, ""
	}
	end := pos + len(w)
	dot := s.at(end) == '.'
	if isLower(w[0]) {
		return s.smallTitle(e, w, end+1, dot)
	}
	if s.en.numberWord(s.wordAt(s.skip(end))) {
		return 0, ""
	}
	if w == "Pt" && dot && roman(s.wordAt(s.skip(end+1))) > 0 {
		return 0, "" // Pt. II is a part
	}
	if dot {
		end++
	} else if !e.is("bare") && !s.rankBefore(pos) && !s.rankBehind(w, end) {
		return 0, ""
	}
	next, _ := s.wordAfter(end)
	if s.rankBehind(w, end) {
		return end, e.spoken
	}
	if pos == 0 && end == len(s.text) && dot && w != "Mt" && w != "Ft" && w != "Gen" && w != "Col" {
		return end, e.spoken // a table's cell
	}
	if at := s.skip(end); next == "" && (s.at(at) == '"' || s.has(at, "“")) && at > end {
		next, _ = s.wordAt(at+len(s.runeAt(at))), 0
	}
	if dot && (s.has(end, "-elect") || s.has(end, "-designate")) {
		return end, e.spoken
	}
	if (dot || e.is("bare")) && s.titlePair(end) {
		return end, e.spoken
	}
	if next == "" || !s.nameLike(next) && !(s.isTitle(next)) {
		return 0, ""
	}
	if s.en.openers[next] && dot && next != "A" && next != "Will" {
		return 0, ""
	}
	if w == "Gen" && !dot && !s.rankBefore(pos) || w == "Gen" && len(next) == 1 || w == "Mt" && len(next) < 3 {
		return 0, ""
	}
	return end, e.spoken
}

// lowRanks are ranks that stand before a higher one, highRanks that one: "Lt Col", "Maj-Gen".
var (
	lowRanks  = wordSet("Det Det. Lt Lt. Maj Maj. Brig Brig. Lieutenant Major Brigadier Detective")
	highRanks = wordSet("Gen Col Cmdr Cdr Supt Insp Sgt General Colonel")
)

// rankBefore says whether one of the lowRanks stands before pos.
func (s *scan) rankBefore(pos int) bool {
	return lowRanks[s.wordBefore(pos)] || s.at(pos-1) == '-' && lowRanks[s.wordBefore(pos-1)]
}

// rankBehind says whether w, which ends at end, is one of the lowRanks and one of the highRanks stands behind it.
func (s *scan) rankBehind(w string, end int) bool {
	at := s.skip(end)
	if s.at(end) == '-' {
		at = end + 1
	}
	return lowRanks[w] && at > end && highRanks[s.wordAt(at)]
}

// numberWord says whether a word is the capitalized name of a small number.
func (t *enTables) numberWord(w string) bool {
	return w != "" && isUpper(w[0]) && slices.Contains(onesWords[:], strings.ToLower(w))
}

// smallTitle says a title in small letters, as in text without capitals: only those that are nothing else.
func (s *scan) smallTitle(e entry, w string, end int, dot bool) (int, string) {
	next, _ := s.wordAfter(end)
	switch w {
	case "mr", "mrs", "ms", "dr", "prof", "sgt", "lt", "capt":
		if dot && next != "" {
			return end, strings.ToLower(e.spoken)
		}
	}
	return 0, ""
}

// titlePair says whether "and" and another title follow pos: "Mr. and Mrs. Smith".
func (s *scan) titlePair(pos int) bool {
	for _, and := range [...]string{" and ", " & "} {
		if s.has(pos, and) {
			w := s.wordAt(pos + len(and))
			end := pos + len(and) + len(w)
			if s.at(end) == '.' {
				end++
			}
			next, _ := s.wordAfter(end)
			return s.isTitle(w) && next != "" && isUpper(next[0])
		}
	}
	return false
}

// nameLike says whether a word may be a name: a capital, and not a word of capitals that is long.
func (s *scan) nameLike(w string) bool {
	return isUpper(w[0]) || w[0] >= 0x80 || nameParticles[w]
}

// nameParticles are small words that open a name.
var nameParticles = wordSet("de van von der la le du al bin bell")

// isTitle says whether a word is a title of the table.
func (s *scan) isTitle(w string) bool {
	_, ok := s.en.titles[strings.ToLower(w)]
	return ok && isUpper(w[0])
}

// matchAbbreviation says an abbreviation where its context asks for it.
func matchAbbreviation(s *scan, pos int) (int, string) {
	e, end := s.en.abbrevs.longest(s, pos)
	if end == 0 || !s.leftFree(pos) || s.at(pos-1) == '.' || s.at(pos-1) == '-' || s.at(pos-1) == '\'' {
		return 0, ""
	}
	if next, _ := s.wordAfter(end); counties[next] && (e.form == "Co." || e.form == "Co") {
		return end, "County"
	}
	if !s.abbrevFits(e, pos, end) {
		return 0, ""
	}
	said := e.spoken
	if s.at(end-1) == '.' && !neverLast[e.form] && !e.is("number") {
		return s.withStop(end, said)
	}
	return end, said
}

// counties are those of Ireland and Britain that stand behind "Co".
var counties = wordSet("Down Durham Antrim Armagh Derry Londonderry Fermanagh Tyrone Cork Kerry Galway Mayo Donegal Clare Limerick Tipperary Waterford Wicklow Wexford Kildare Meath Louth Sligo Cavan Monaghan Leitrim Roscommon Longford Westmeath Offaly Laois Carlow Kilkenny Dublin")

// neverLast are abbreviations that end no sentence.
var neverLast = wordSet("r. fl. cl. Sched. vs. v. i.e. e.g. cf. viz. approx. Approx. est. incl. excl. min. max. tel. Tel. Flt. Cat. Para. Vols. Ste. ext. Ext. ca. c. b. d. No. no. Nos. nos. p. pp. vol. Vol. vols. ch. Ch. fig. Fig. sec. Sec. Op. op. pop. elev. Gen. Ex. Deut. Ps. Prov. Isa. Matt. Rom. Cor. Gal. Eph. Phil. Heb. Rev.")

// abbrevFits says whether what stands around an abbreviation is what its row asks for.
func (s *scan) abbrevFits(e entry, pos, end int) bool {
	at := s.skip(end)
	next := s.at(at)
	switch e.flags {
	case "any":
		return s.rightFree(end)
	case "number":
		if e.form == "No." && at > end && !s.numberFollows(at) {
			return false
		}
		return isDigit(next) || next == '#' || roman(strings.ToUpper(s.wordAt(at))) > 0 && at > end && e.form != "no." && (isUpper(e.form[0]) || s.wordAt(at) != "I")
	case "british":
		if before := strings.ToLower(s.wordBefore(pos)); e.form == "no" && (s.region != "GB" || !articles[before] && !determiners[before] && before != "world") {
			return false
		}
		return at > end && isDigit(next) && !s.counts(s.digits(at)) && s.numberMeant(pos, s.digits(at))
	case "street":
		return isDigit(next) && at > end && strings.HasPrefix(strings.ToLower(e.form), "hwy")
	case "verse":
		i := s.digits(at)
		return i > at && (e.form == "Ps." || s.at(i) == ':' && isDigit(s.at(i+1)))
	case "law":
		return at > end && isDigit(next) && (s.region == "GB" || s.at(s.digits(at)) == '(')
	case "per":
		return s.rightFree(end) && s.wordBefore(pos) == "per"
	case "year":
		n := s.digits(at) - at
		if m, ok := s.numeralAt(at); ok && n > 0 && e.form == "c." && at > end {
			if _, stop := s.unitAt(m.end); m.grouped || stop > 0 {
				return true // c. 4% of the staff
			}
		}
		if month, _ := s.monthAt(s.skip(at + n)); month > 0 && n > 0 && n < 3 && (e.form == "b." || e.form == "d.") {
			return true // b. 12 May 1950
		}
		return (n == 3 || n == 4) && (next == '1' || next == '2' || n == 3)
	case "name":
		before := strings.TrimSuffix(s.wordBefore(pos), ".")
		if s.at(pos-1) == ' ' && s.at(pos-2) == ',' {
			before = s.wordBefore(pos - 2)
		}
		if s.at(pos-2) == '.' && before == "" {
			return true
		}
		return before != "" && isUpper(before[0]) && !s.en.openers[before] || strings.HasSuffix(s.text[:pos], "& ")
	case "count":
		return at > end && (isLower(next) || isDigit(next))
	case "lower":
		return at > end && isLower(next)
	case "cap":
		before := s.wordBefore(pos)
		if before == "" && s.has(pos-2, ") ") && e.form[0] == 'v' {
			return isUpper(next) && at > end // R (Miller) v PM
		}
		return before != "" && isUpper(before[0]) && isUpper(next) && at > end
	}
	return false
}

// numberMeant says whether "No" at pos, before a number that ends at end, is no denial: inside a sentence its capital
// shows it, at the beginning the custom of British writers, a 1, which nobody denies in figures, or what follows.
func (s *scan) numberMeant(pos, end int) bool {
	if before := s.wordBefore(pos); before != "" && !s.en.openers[before] && !strings.HasSuffix(before, ".") {
		return true // Court No 1
	}
	after, _ := s.wordAfter(end)
	return s.region == "GB" || strings.HasSuffix(s.text[:end], "No 1") || s.at(end) == ',' || after != "" && isUpper(after[0])
}

// numberFollows says whether the number behind "No." is meant by it: "No. 5", not "Did he? No. 5 people came."
func (s *scan) numberFollows(at int) bool {
	end := s.digits(at)
	return !s.counts(end)
}

// matchState says the newspaper form or the postal code of a state behind the name of a town, or before a ZIP code.
func matchState(s *scan, pos int) (int, string) {
	w := s.wordAt(pos)
	end := pos + len(w)
	if w == "W" && s.has(end, ".Va.") {
		w, end = "W.Va.", end+len(".Va.")
	} else if s.at(end) == '.' {
		if _, ok := s.en.states[w+"."]; ok {
			w, end = w+".", end+1
		}
	}
	e, ok := s.en.states[w]
	if !ok || w == e.spoken || !s.leftFree(pos) || !s.rightFree(end) {
		return 0, ""
	}
	if s.at(end-1) == '.' && (s.stateFirst(end) || s.at(end) == '-' && isLower(s.at(end+1))) {
		return end, e.spoken // also: Calif.-based
	}
	if s.at(end-1) == '.' && surelyStates[w] && placeBefore[s.wordBefore(pos)] {
		return s.withStop(end, e.spoken) // moved to Calif.
	}
	if s.at(pos-1) == '(' && s.at(end) == ')' && s.at(end-1) == '.' && isUpper(s.wordStartBefore(pos-2)) {
		return end, e.spoken // Sen. Sanders (Vt.)
	}
	if next, _ := s.wordAfter(end); (w == "NY" || w == "NJ") && len(next) > 1 && isUpper(next[0]) && next != strings.ToUpper(next) {
		return end, e.spoken // the NY Post
	}
	if next, _ := s.wordAfter(end); len(w) == 2 && slices.Contains(onesWords[:], next) {
		return 0, "" // MI5
	}
	if !s.statePlace(pos, end) || len(w) == 2 && s.degreeMeant(pos, end) {
		return 0, ""
	}
	if e.is("zip") && s.at(end-1) != '.' && !s.zipFollows(end) {
		return 0, ""
	}
	if s.at(end-1) == '.' {
		return s.withStop(end, e.spoken)
	}
	return end, e.spoken
}

// surelyStates are short forms of states that are nothing else, placeBefore words before them.
var (
	surelyStates = wordSet("Ala. Ariz. Ark. Calif. Colo. Conn. Fla. Kan. Ky. Minn. Neb. Nev. Okla. Tenn. Tex. Wis. Wyo. N.M. N.C. S.C. N.D. S.D. W.Va.")
	placeBefore  = wordSet("in to from of near across into outside")
)

// degrees are letters behind the name of a person that are those of a state, too.
var degrees = wordSet("MA MS MD PA SC CT")

// degreeMeant says whether the letters of a state, text[pos:end], are a degree: another one follows, or a person stands
// before the comma.
func (s *scan) degreeMeant(pos, end int) bool {
	before := s.wordBefore(pos - 2)
	if s.en.months[strings.ToLower(before)] > 0 {
		return true // in May, AR goggles
	}
	if !degrees[s.text[pos:end]] || s.zipFollows(end) {
		return false
	}
	next, at := s.wordAfter(end + 1)
	return s.at(end) == ',' && len(next) > 1 && (next == strings.ToUpper(next) && s.rightFree(at+len(next)) || next == "PhD" || next == "MSc") || s.personBefore(pos-2) ||
		strings.HasPrefix(strings.ToLower(s.text[max(0, pos-2-maxWord):pos]), "by ")
}

// stateFirst says whether what follows the newspaper form of a state that ends at pos is what it has there: "Mass. Gov.
// Baker", "Pa. voters".
func (s *scan) stateFirst(pos int) bool {
	w, at := s.wordAfter(pos)
	return w != "" && (s.isTitle(w) && s.at(at+len(w)) == '.' || isLower(w[0]) && len(w) > 2 && !functionWords[w])
}

// statePlace says whether a town and a comma stand before pos, or a ZIP code behind end.
func (s *scan) statePlace(pos, end int) bool {
	if s.zipFollows(end) {
		return true
	}
	if !strings.HasSuffix(s.text[:pos], ", ") {
		return false
	}
	before := s.wordBefore(pos - 2)
	return before != "" && isUpper(before[0]) && !s.en.openers[before] && (len(before) > 2 || strings.Contains(s.text[pos:end], "."))
}

// zipFollows says whether five digits follow pos.
func (s *scan) zipFollows(pos int) bool {
	at := pos
	if s.at(at) == ',' {
		at++
	}
	at = s.skip(at)
	return at > pos && s.digits(at) == at+5
}

// partyPlace says whether text[pos:end] stands apart behind a name: in a bracket, or between commas.
func (s *scan) partyPlace(pos, end int) bool {
	if c := s.at(pos - 1); c == '(' || c == '[' {
		return true
	}
	c := s.at(end)
	return strings.HasSuffix(s.text[:pos], ", ") && (c == ',' || c == '.' || c == ';' || c == ')' || c == 0)
}

// partyComma reads the state of "(R., Ohio)" behind the letter at pos; end is 0 where it is none.
func (s *scan) partyComma(pos int) (end int, state string) {
	if s.at(pos-1) != '(' {
		return 0, ""
	}
	stop := strings.IndexByte(s.text[pos:min(len(s.text), pos+maxWord)], ')')
	if parties[s.text[pos]] == "" || !s.has(pos+1, "., ") || stop < 0 {
		return 0, ""
	}
	e, ok := s.en.states[s.text[pos+len("R., "):pos+stop]]
	if !ok {
		return 0, ""
	}
	return pos + stop, e.spoken
}

// parties are the letters of parties before a state.
var parties = map[byte]string{'D': "Democrat", 'R': "Republican", 'I': "Independent"}

// matchParty says "D-Calif." and "R-TX" as "Democrat of California" and "Republican of Texas".
func matchParty(s *scan, pos int) (int, string) {
	party := parties[s.text[pos]]
	if end, state := s.partyComma(pos); end > 0 {
		return end, party + " of " + state
	}
	if party == "" || s.at(pos+1) != '-' || !s.leftFree(pos) {
		return 0, ""
	}
	for end := min(pos+len("D-North Carolina"), len(s.text)); end > pos+3; end-- {
		form := s.text[pos+2 : end]
		e, ok := s.en.states[form]
		if !ok || !s.rightFree(end) || s.at(end) == '-' || form == e.spoken && !s.partyPlace(pos, end) {
			continue
		}
		if !s.partyPlace(pos, end) && strings.ToUpper(form) != form && s.at(end-1) != '.' {
			continue
		}
		if s.at(end-1) == '.' {
			return s.withStop(end, party+" of "+e.spoken)
		}
		return end, party + " of " + e.spoken
	}
	return 0, ""
}
