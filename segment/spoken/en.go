package spoken

import "strings"

// englishRules is the order in which rules are asked: the more of the text a rule needs to see, the earlier it stands.
func englishRules() []rule {
	return []rule{
		{"en/insertion", classBracket | classInserted, matchInsertion},
		{"en/footnote", classBracket | classFraction | classSymbol, matchFootnote},
		{"en/path", classWeb | classSymbol, matchPath},
		{"en/url", classWeb, matchURL},
		{"en/email", classWeb | classJoined, matchEmail},
		{"en/filename", classWeb, matchFilename},
		{"en/handle", classAt, matchHandle},
		{"en/hashtag", classHash, matchHashtag},
		{"en/chess", classAlnum | classWeb, matchMove},
		{"en/chess", classDigit, matchMoveNumber},
		{"en/halfyear", classJoined | classAlnum, matchHalfYear},
		{"en/whole", classDigit | classAlnum, matchKnownNumber},
		{"en/party", classLetter, matchParty},
		{"en/compass", classLetter | classCaps, matchCompass},
		{"en/initials", classLetter, matchInitials},
		{"en/letter", classLetter, matchLetterA},
		{"en/dotted", classLetter, matchDotted},
		{"en/weekday", classWeekday, matchWeekday},
		{"en/fraction", classDigit | classFraction, matchFractionRange},
		{"en/date", classMonth, matchMonthFirst},
		{"en/book", classDigit, matchBook},
		{"en/isodate", classJoined, matchISODate},
		{"en/numericdate", classJoined, matchNumericDate},
		{"en/date", classDigit, matchDayFirst},
		{"en/phone", classDigit | classMinus | classBracket, matchPhone},
		{"en/time", classDigit, matchTime},
		{"en/span", classDigit, matchSpan},
		{"en/temperature", classDigit | classMinus, matchTemperature},
		{"en/dotted-number", classJoined, matchDottedNumber},
		{"en/height", classDigit, matchHeight},
		{"en/coordinate", classJoined, matchCoordinate},
		{"en/formula", classAlnum, matchFormula},
		{"en/cashtag", classCurrency, matchCashtag},
		{"en/roundplural", classCurrency | classJoined, matchRoundPlural},
		{"en/money", classCurrency | classMinus, matchMoney},
		{"en/money", classDigit, matchMoneyBehind},
		{"en/stone", classDigit, matchStone},
		{"en/decade", classDigit | classQuote, matchDecade},
		{"en/ordinal", classJoined, matchOrdinal},
		{"en/season", classJoined, matchSeason},
		{"en/wickets", classJoined, matchWickets},
		{"en/rating", classJoined, matchRating},
		{"en/fraction", classDigit | classFraction, matchFraction},
		{"en/subsection", classJoined, matchSubsection},
		{"en/model", classDigit, matchModel},
		{"en/ratio", classJoined, matchRatio},
		{"en/record", classJoined, matchRecord},
		{"en/range", classDigit, matchRange},
		{"en/power", classJoined, matchCaret},
		{"en/dimension", classDigit, matchDimension},
		{"en/caliber", classDot, matchCaliber},
		{"en/measure", classDigit | classDot | classMinus, matchMeasure},
		{"en/address", classDigit, matchAddress},
		{"en/digits", classDigit, matchDigits},
		{"en/scaled", classDigit, matchScaled},
		{"en/alnum", classAlnum | classJoined, matchAlnum},
		{"en/year", classDigit, matchYear},
		{"en/negative", classMinus, matchNegative},
		{"en/decimal", classDot, matchPointFirst},
		{"en/cardinal", classDigit, matchCardinal},
		{"en/roman", classRoman, matchRoman},
		{"en/title", classTitle, matchTitle},
		{"en/street", classAbbrev | classTitle, matchStreet},
		{"en/abbreviation", classAbbrev | classLetter | classSymbol, matchAbbreviation},
		{"en/state", classState, matchState},
		{"en/capitals", classCaps, matchCapitals},
		{"en/initialism", classAcronym, matchInitialism},
		{"en/spelled", classCaps, matchSpelled},
		{"en/heteronym", classHetero, matchHeteronym},
		{"en/emoji", classEmoji, matchEmoji},
		{"en/slash", classSlashed, matchSlashed},
		{"en/slash", classSymbol, matchSlash},
		{"en/power", classFraction | classSymbol, matchPower},
		{"en/sign", classSymbol | classHash | classMinus | classFraction | classCurrency, matchSign},
		{"en/asciiart", classSymbol | classDash | classMinus | classDot | classHash, matchAsciiArt},
		{"en/emphasis", classSymbol, matchStars},
		{"en/dash", classDash, matchDash},
	}
}

// enTables are the tables of English.
type enTables struct {
	units       *forms
	currencies  *forms // spoken, plural; flags hold the minor unit: "cent|cents"
	scales      *forms
	titles      map[string]entry // by lower case, without full stop
	abbrevs     *forms
	states      map[string]entry // by newspaper form and by postal code
	months      map[string]int   // by lower case; full and short
	weekdays    map[string]string
	initialisms map[string]entry
	heteronyms  map[string][]heteronym
	signs       *forms
	emoji       *forms
	slashed     *forms // pairs like and/or
	known       *forms // numbers with a reading of their own
	openers     map[string]bool
	common      map[string]bool
	plain       map[string]bool
	regnal      map[string]bool
	counters    map[string]bool
	given       map[string]bool
}

// monthNames are the months as said.
var monthNames = []string{"", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

// newEnglish reads the tables of English.
func newEnglish() *language {
	t := &enTables{
		units: newForms(), currencies: newForms(), scales: newForms(), abbrevs: newForms(), signs: newForms(), emoji: newForms(), known: newForms(), slashed: newForms(),
		titles: map[string]entry{}, states: map[string]entry{}, months: map[string]int{}, weekdays: map[string]string{},
		initialisms: map[string]entry{}, heteronyms: map[string][]heteronym{},
	}
	l := &language{rules: englishRules(), words: map[string]class{}, en: t}
	t.readNumbers(l)
	t.readNames(l)
	t.readWords(l)
	l.index()
	return l
}

// readNumbers reads what stands beside numbers.
func (t *enTables) readNumbers(l *language) {
	for _, r := range rows("units", 4) {
		for f := range strings.FieldsSeq(r[0]) {
			t.units.add(entry{strings.ReplaceAll(f, "~", " "), r[1], r[2], r[3]})
		}
	}
	for _, r := range rows("currencies", 5) {
		for f := range strings.FieldsSeq(r[0]) {
			t.currencies.add(entry{f, r[1], r[2], r[3] + "|" + r[4]})
			if name := firstLetters(f); name != "" {
				l.words[strings.ToLower(name)] |= classCurrency
			}
		}
	}
	for _, r := range rows("scales", 3) {
		t.scales.add(entry{r[0], r[1], r[1], r[2]})
	}
	for _, r := range rows("known", 2) {
		t.known.add(entry{r[0], r[1], "", ""})
	}
	for _, r := range rows("signs", 3) {
		t.signs.add(entry{r[0], r[1], "", r[2]})
	}
	for _, r := range rows("emoji", 2) {
		t.emoji.add(entry{r[0], r[1], "", ""})
	}
}

// readNames reads months, days, titles, states and abbreviations.
func (t *enTables) readNames(l *language) {
	for i, r := range rows("months", 2) {
		for f := range strings.FieldsSeq(r[0] + " " + r[1]) {
			t.months[strings.ToLower(f)] = i + 1
			l.words[strings.ToLower(f)] |= classMonth
		}
	}
	for _, r := range rows("weekdays", 2) {
		for f := range strings.FieldsSeq(r[1]) {
			t.weekdays[strings.ToLower(f)] = r[0]
			l.words[strings.ToLower(f)] |= classWeekday
		}
	}
	for _, r := range rows("titles", 3) {
		t.titles[strings.ToLower(r[0])] = entry{r[0], r[1], "", r[2]}
		l.words[strings.ToLower(r[0])] |= classTitle
	}
	for _, r := range rows("states", 4) {
		for _, f := range r[:2] {
			t.states[f] = entry{f, r[2], "", r[3]}
			l.words[strings.ToLower(firstLetters(f))] |= classState
		}
		t.states[r[2]] = entry{r[2], r[2], "", r[3]} // stands behind a party
	}
	for _, r := range rows("abbreviations", 3) {
		t.abbrevs.add(entry{r[0], r[1], "", r[2]})
		l.words[strings.ToLower(firstLetters(r[0]))] |= classAbbrev
	}
}

// readWords reads initialisms, heteronyms and plain lists of words.
func (t *enTables) readWords(l *language) {
	for _, r := range rows("initialisms", 2) {
		t.initialisms[r[0]] = entry{r[0], r[1], "", ""}
		l.words[strings.ToLower(firstLetters(r[0]))] |= classAcronym
		if curly := strings.ReplaceAll(r[0], "'", "’"); curly != r[0] {
			t.initialisms[curly] = entry{curly, r[1], "", ""}
			l.words[strings.ToLower(curly)] |= classAcronym
		}
	}
	for _, r := range rows("heteronyms", 6) {
		t.heteronyms[r[0]] = append(t.heteronyms[r[0]], newHeteronym(r))
		l.words[r[0]] |= classHetero
	}
	for _, r := range rows("slashed", 2) {
		t.slashed.add(entry{r[0], r[1], "", "fold"})
	}
	lists := map[string]map[string]bool{}
	for _, r := range rows("words", 2) {
		lists[r[0]] = wordSet(r[1])
	}
	t.openers, t.common, t.plain, t.regnal, t.counters, t.given = lists["openers"], lists["common"], lists["plain"], lists["regnal"], lists["counters"], lists["given"]
	for _, w := range [...]string{"i's", "i’s", "v's", "v’s", "x's", "x’s"} {
		l.words[w] |= classRoman
	}
	for v := 1; v <= maxRoman; v++ {
		l.words[strings.ToLower(toRoman(v))] |= classRoman
	}
}

// maxRoman is the largest Roman numeral that is looked at: that of a Super Bowl to come.
const maxRoman = 89

// firstLetters returns the leading letters of a form, by which the word tables find it.
func firstLetters(form string) string {
	i := 0
	for i < len(form) && (isASCIILetter(form[i]) || form[i] == '\'' && i+1 < len(form)) {
		i++
	}
	return form[:i]
}
