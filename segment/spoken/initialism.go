package spoken

import "strings"

// letters returns how an entry of the table of initialisms is said: "letters" is its letters with full stops between
// them, which the engine says as one word with the stress on the last letter ("U.S"). There is none behind the last
// letter, as the engine would take it for the end of a sentence.
func (e entry) letters() string {
	switch e.spoken {
	case "same":
		return e.form
	case "letters":
		return dotted(e.form)
	}
	return e.spoken
}

// dotted puts full stops between letters.
func dotted(word string) string { return strings.Join(strings.Split(word, ""), ".") }

// hyphened puts hyphens between letters: the form that takes an ending well ("W-H-O's").
func hyphened(word string) string { return strings.Join(strings.Split(word, ""), "-") }

// matchInitialism says a word of the table of initialisms, also with the ending of a plural or a genitive.
func matchInitialism(s *scan, pos int) (int, string) {
	if !s.leftFree(pos) {
		return 0, ""
	}
	end := s.wordEnd(pos)
	if s.at(end) == '&' || s.at(end) == '.' && strings.EqualFold(s.text[pos:end], "ph") {
		if stop := s.signedInitialism(pos); stop > 0 {
			return stop, s.letterTail(stop, s.en.initialisms[s.text[pos:stop]].letters())
		}
	}
	word := s.text[pos:end]
	base, ending := cutEnding(word)
	e, ok := s.en.initialisms[word]
	if ok {
		base, ending = word, ""
	} else if e, ok = s.en.initialisms[base]; !ok {
		return 0, ""
	}
	if base == "IT" && strings.HasSuffix(word, "S") {
		return end, "it's"
	}
	if len(base) < 5 && s.shouting(pos, end) && base != "US" && base != "UK" {
		return end, s.inCapitals(pos, end)
	}
	if base == "US" && s.shouting(pos, end) && s.pronounUs(pos) {
		return end, "us"
	}
	if e.spoken == "same" || !s.rightFree(end) {
		return end, word
	}
	return end, s.letterTail(end, s.beforeStop(end, e, withEnding(e, base, ending)))
}

// letterTail puts a hyphen behind a free A at the end of what is said for the text that ends at end, where a word follows.
func (s *scan) letterTail(end int, said string) string {
	n := len(said)
	if n < 2 || said[n-1]|0x20 != 'a' || said[n-2] != ' ' && said[n-2] != '-' {
		return said
	}
	if next := s.skip(end); next == end || !isLetterAt(s.text, next) {
		return said
	}
	return said + "-"
}

// beforeStop puts hyphens for the full stops of letters where a real full stop follows, so that it stays the end of its
// sentence: "the U-S. Musharraf" and not "the U.S. Musharraf".
func (s *scan) beforeStop(end int, e entry, said string) string {
	if s.at(end) == '.' && said == dotted(e.form) && !s.sentenceEnd(end+1) {
		return hyphened(e.form)
	}
	return said
}

// inCapitals says a word of a text in capitals: IT and WHO are words there.
func (s *scan) inCapitals(pos, end int) string {
	w := s.text[pos:end]
	if lower := strings.ToLower(w); s.en.common[lower] {
		return lower
	}
	if e := s.en.initialisms[w]; e.spoken == "letters" {
		return e.letters()
	}
	return w
}

// pronounUs says whether US in a text of capitals is the pronoun: a verb or preposition stands before it.
func (s *scan) pronounUs(pos int) bool {
	switch s.wordBefore(pos) {
	case "LET", "GIVE", "TELL", "SHOW", "HELP", "MAKE", "JOIN":
		return true
	case "OF", "FOR", "WITH", "AMONG", "BETWEEN", "TO":
		next, _ := s.wordAfter(pos + len("US"))
		return next == "" || functionWords[strings.ToLower(next)]
	}
	return false
}

// signedInitialism returns the end of an initialism with a sign inside, like AT&T, 0 for none.
func (s *scan) signedInitialism(pos int) int {
	for end := min(pos+6, len(s.text)); end > pos+2; end-- {
		if _, ok := s.en.initialisms[s.text[pos:end]]; ok && s.rightFree(end) && s.at(end) != '&' {
			return end
		}
	}
	return 0
}

// withEnding joins the spoken form and the ending of a plural or genitive.
func withEnding(e entry, base, ending string) string {
	switch {
	case ending == "":
		return e.letters()
	case e.spoken == "letters" || e.spoken == "U.S":
		return hyphened(base) + "'s"
	case strings.HasSuffix(e.spoken, "s"):
		return e.spoken + "'"
	}
	return e.spoken + ending
}

// cutEnding cuts the small ending of a word in capitals: "CEOs" is CEO and s, "FBI's" FBI and 's.
func cutEnding(word string) (base, ending string) {
	for _, e := range [...]string{"'s", "’s", "s", "'S", "’S"} {
		if b, ok := strings.CutSuffix(word, e); ok && b != "" && isUpper(b[len(b)-1]) {
			return b, "'s"[2-min(len(e), 2):]
		}
	}
	return word, ""
}

// matchSpelled spells an unknown word in capitals that nobody could say as a word, where the engine would try to.
func matchSpelled(s *scan, pos int) (int, string) {
	if !s.leftFree(pos) {
		return 0, ""
	}
	end := s.wordEnd(pos)
	base, ending := cutEnding(s.text[pos:end])
	if _, ok := s.en.initialisms[base]; ok || !s.rightFree(end) || s.at(end) == '-' && isDigit(s.at(end+1)) || len(base) < 4 || len(base) > 5 {
		return 0, ""
	}
	for i := range len(base) {
		if !isUpper(base[i]) {
			return 0, ""
		}
	}
	if pronounceable(base) || s.shouting(pos, end) || roman(base) > 0 {
		return 0, ""
	}
	e := entry{form: base, spoken: "letters"}
	return end, s.beforeStop(end, e, withEnding(e, base, ending))
}

// The clusters of consonants that may open and close an English syllable.
var (
	onsets = wordSet("B BL BR C CH CHR CL CR D DR DW F FL FR G GL GR GN H J K KL KN KR L M N P PH PHL PHR PL PR PS Q QU R RH S SC SCH SCR SH SHR SK SL SM SN SP SPH SPL SPR SQ ST STR SV SW T TH THR TR TS TW V VL W WH WR X Y Z SCHW SCHM SCHN GW KH ZH TZ DZ NG MC BJ FJ SV")
	codas  = wordSet("B C CH CK CKS CS CT D DS DTH F FF FFS FT FTH FTS G GG GH GHT GS H J K KS L LB LD LDS LF LK LKS LL LLS LM LN LP LS LSH LT LTH LTS LV M MB MM MMS MP MPS MPT MPH MS MT N NC NCH ND NDS NG NGS NGTH NK NKS NN NS NT NTH NTS NX P PH PS PT PTH PTS Q R RB RBS RC RCH RD RDS RF RG RGH RK RKS RL RLD RLS RM RMS RN RNS RP RPS RR RS RSH RST RT RTH RTS RV RX S SC SH SK SKS SM SP SS ST STS T TCH TH THS TS TT TTS TZ V VS W WN WS X XT Y YS Z ZZ HN RPH LPH NZ LTZ LZ SCH TSCH NTZ RTZ RZ GHS HM HL HR RLS LCH GN GNS MN WL WLS WK WKS")
)

// pronounceable says whether a word in capitals can be said as a word: it has vowels, and every cluster of consonants
// can open or close a syllable.
func pronounceable(word string) bool {
	vowels, last := 0, 0
	for i := range len(word) {
		if !isVowel(word[i]) {
			continue
		}
		if cluster := word[last:i]; cluster != "" {
			if vowels == 0 && !onsets[cluster] || vowels > 0 && !splits(cluster) {
				return false
			}
		}
		vowels++
		last = i + 1
	}
	return vowels > 0 && (last == len(word) || codas[word[last:]])
}

// splits says whether a cluster between vowels is a coda and an onset.
func splits(cluster string) bool {
	for i := range len(cluster) + 1 {
		if (i == 0 || codas[cluster[:i]]) && (i == len(cluster) || onsets[cluster[i:]]) {
			return true
		}
	}
	return false
}

// isVowel says whether a capital is a vowel; Y counts as one.
func isVowel(c byte) bool { return strings.IndexByte("AEIOUY", c) >= 0 }

// shouting says whether the words around text[pos:end] are in capitals as well, so that capitals say nothing.
func (s *scan) shouting(pos, end int) bool {
	if s.opt.Headline && s.capitals {
		return true
	}
	before := s.wordBefore(pos)
	if strings.HasSuffix(before, ".") {
		before = ""
	}
	after, _ := s.wordAfter(end)
	loud := 0
	for _, w := range [...]string{before, after} {
		if w == "" {
			continue
		}
		if w != strings.ToUpper(w) {
			return false
		}
		if _, known := s.en.initialisms[w]; (!known || s.en.common[strings.ToLower(w)]) && len(w) > 1 {
			loud++
		}
	}
	return loud > 0
}

// matchInitials says the initials of a name: "C. S. Lewis" is "C.S Lewis", "John F. Kennedy" "John F Kennedy". The engine
// hears the end of a sentence in a full stop before a capital.
func matchInitials(s *scan, pos int) (int, string) {
	if !isUpper(s.text[pos]) || !s.leftFree(pos) || s.at(pos-1) == '.' {
		return 0, ""
	}
	var initials []string
	i := pos
	for len(initials) < 4 && isUpper(s.at(i)) && s.at(i+1) == '.' {
		initials = append(initials, s.text[i:i+1])
		i += 2
		if next := s.skip(i); isUpper(s.at(next)) && s.at(next+1) == '.' {
			i = next
		}
	}
	said := strings.Join(initials, ".")
	if len(initials) > 1 && s.initialsAlone(pos, i) {
		return s.withStop(i, said)
	}
	if len(initials) == 0 || !s.initialsMeant(pos, i, len(initials)) {
		return 0, ""
	}
	if said == "A" {
		return s.skip(i), "A-"
	}
	return i, said
}

// initialsAlone says whether letters with full stops and spaces, text[pos:end], stand for a whole name: "J. R. was here".
func (s *scan) initialsAlone(pos, end int) bool {
	next := s.at(s.skip(end))
	if !strings.Contains(s.text[pos:end], ". ") || letterNouns[s.wordBefore(pos)] || isUpper(next) || next >= 0x80 {
		return false
	}
	return !isDigit(next) && next != '('
}

// initialsMeant says whether one letter or more with full stops are the initials of a name: a name follows, and a single
// letter has a name before it, too, or opens the text.
func (s *scan) initialsMeant(pos, end, n int) bool {
	next, _ := s.wordAfter(end)
	if next == "" || len(next) < 2 || !isUpper(next[0]) && next[0] < 0x80 || s.en.openers[next] && n > 1 {
		return false
	}
	if isUpper(next[0]) && strings.ToUpper(next) == next && len(next) > 1 && n == 1 && !s.shouting(pos, end) {
		return false
	}
	word := s.text[pos:end]
	if n > 1 && (s.isPlace(word) || s.en.initialisms[strings.ReplaceAll(strings.ReplaceAll(word, ".", ""), " ", "")].form != "") {
		return false
	}
	before := s.wordBefore(pos)
	if n == 1 && s.en.openers[next] {
		return false
	}
	if n == 1 && before != "" && isLower(before[0]) && !letterNouns[before] && s.fullNameAfter(end) {
		return true // "founder S. Daniel Abraham"
	}
	if n == 1 && (before == "" && pos > 0 && s.at(pos-1) != ' ' && s.at(pos-1) != '"' && s.at(pos-1) != '(' || before != "" && isLower(before[0]) && !nameBefore[before]) {
		return false
	}
	return before == "" || !letterNouns[before]
}

// fullNameAfter says whether two words with capitals follow pos.
func (s *scan) fullNameAfter(pos int) bool {
	first, at := s.wordAfter(pos)
	second, _ := s.wordAfter(at + len(first))
	return len(first) > 2 && isUpper(first[0]) && len(second) > 2 && isUpper(second[0])
}

// nameBefore are small words before a name with one initial.
var nameBefore = wordSet("and by of with for from to or said says called named president senator president-elect the von de")

// matchLetterA puts a hyphen behind an A that is a letter, as in "vitamin A" and "an A", before a word: the engine takes a free
// one for the article.
func matchLetterA(s *scan, pos int) (int, string) {
	if s.text[pos] != 'A' {
		return 0, ""
	}
	next := s.skip(pos + 1)
	if !s.alone(pos, pos+1) || next == pos+1 || !isLetterAt(s.text, next) || s.shouting(pos, pos+1) {
		return 0, ""
	}
	before := s.wordBefore(pos)
	switch {
	case letterNouns[before], before == "an", before == "the" && isLower(s.text[next]):
		return pos + 1, "A-"
	case before == "and" && isUpper(s.at(pos-6)) && s.leftFree(pos-6) && s.at(pos-5) == ' ':
		return pos + 1, "A-" // a Q and A session
	}
	return 0, ""
}

// letterNouns are nouns whose single letter ends their phrase: "vitamin A. The ..."
var letterNouns = wordSet("strain Strain option Option team list List level Level Vitamin vitamin Group group Plan plan Hepatitis hepatitis Exhibit Grade grade Class class Serie Point point Section section Type type Generation Gen Appendix Schedule Part Team Malcolm Model Series Route")

// isPlace says whether letters with full stops are the newspaper form of a state: N.Y., or of a capital: D.C.
func (s *scan) isPlace(form string) bool {
	_, ok := s.en.states[form]
	return ok || form == "D.C."
}

// matchDotted says letters with full stops between: "U.S." loses the last one, unless it ends the sentence, "p.m." and
// others become capitals.
func matchDotted(s *scan, pos int) (int, string) {
	if !s.leftFree(pos) || s.at(pos-1) == '.' {
		return 0, ""
	}
	i, n := pos, 0
	for isASCIILetter(s.at(i)) && s.at(i+1) == '.' && n < 8 {
		i, n = i+2, n+1
	}
	if n == 0 || s.at(i) == '.' {
		return 0, "" // or an ellipsis
	}
	letters := strings.ReplaceAll(s.text[pos:i], ".", "")
	if isASCIILetter(s.at(i)) && s.rightFree(i+1) {
		letters += s.text[i : i+1]
		i, n = i+1, n+1
	}
	if n < 2 || !s.rightFree(i) && s.at(i) != '\'' {
		if n < 2 || s.at(i) != 's' || !s.rightFree(i+1) {
			return 0, ""
		}
	}
	if isLower(letters[0]) {
		return s.smallDotted(pos, i, letters)
	}
	if letters != strings.ToUpper(letters) {
		return 0, ""
	}
	return s.bigDotted(pos, i, letters)
}

// bigDotted says capitals with full stops.
func (s *scan) bigDotted(pos, end int, letters string) (int, string) {
	form := s.text[pos:end]
	if st, ok := s.en.states[form]; ok && (s.statePlace(pos, end) || newsStates[form] && s.stateFirst(end)) {
		return s.withStop(end, st.spoken)
	} else if ok && form != "D.C." && s.at(pos-1) == '(' && s.at(end) == ')' && isUpper(s.wordStartBefore(pos-2)) {
		return end, st.spoken // Gov. Murphy (N.J.)
	}
	if q := s.possessive(end); q > 0 {
		return q, hyphened(letters) + "'s"
	}
	if e, ok := s.en.initialisms[letters]; ok && e.spoken != "same" && e.spoken != "letters" {
		return s.withStop(end, e.spoken)
	}
	if s.at(end-1) == '.' {
		return s.withStop(end, dotted(letters))
	}
	return end, form
}

// newsStates are short forms of states that are nothing else, so that no town need stand before them: "an N.Y. court".
var newsStates = wordSet("N.Y. N.J. N.H. N.M. N.C. S.C.")

// possessive returns the end of "'s" or "s" at pos, 0 for none.
func (s *scan) possessive(pos int) int {
	i := pos + apostropheAt(s.text, pos)
	if s.at(i) == 's' && s.rightFree(i+1) {
		return i + 1
	}
	return 0
}

// smallDotted says small letters with full stops: "a.m." without a number, "e.g.".
func (s *scan) smallDotted(pos, end int, letters string) (int, string) {
	if e, stop := s.en.abbrevs.longest(s, pos); stop > 0 && e.is("any") {
		return stop, e.spoken
	}
	if letters == "am" || letters == "pm" {
		return s.withStop(end, strings.ToUpper(letters))
	}
	return 0, ""
}
