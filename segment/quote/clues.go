package quote

// bias is the score of a quotation before any clue, in the unit of clue.weight.
const bias = -20

// clues tell speech from words and titles in marks. The weights are those of a logistic regression on 4,553 quotations
// of American news (PolNeAR, 2015 and 2016), rounded, but for that of one word before its noun, which is rare there and set by
// hand; the sign of each is what an editor would expect. With whole publishers left out in turn the clues alone find speech with
// an F1 of .968. The bias asks for a little more than even odds, because a title taken for speech disturbs a listener more than
// a partial quotation read plainly.
var clues = []clue{
	{"cue/right", 110, byHow(howRight)},
	{"cue/left", 115, byHow(howLeft)},
	{"cue/that", 195, byHow(howThat)},
	{"cue/that, capitals", -80, func(e *evidence) bool { return e.q.how == howThat && e.capitals }},
	{"cue/naming", 180, byHow(howNaming)},
	{"cue/weak", 105, byHow(howWeak)},
	{"cue/weak, one word before its noun", -150, func(e *evidence) bool { // selling “magic” pills
		return e.q.how == howWeak && e.words == 1 && e.q.cue == e.q.item-1 && e.q.item+1 < e.to && e.continuesNominal(e.q.item+1)
	}},
	{"cue/noun", 170, byHow(howNoun)},
	{"cue/source", 250, byHow(howSource)},
	{"cue/near", -265, byHow(howNear)},
	{"cue/within three words", 30, func(e *evidence) bool { return e.q.cue >= 0 && e.distance() <= 3 }},
	{"cue/after other quotations", 120, func(e *evidence) bool {
		return e.q.cue >= 0 && e.q.cue < e.q.item && e.quoteBetween(e.q.cue, e.q.item)
	}},
	{"speaker/pronoun", 50, func(e *evidence) bool { return e.q.who.form == formPronoun }},
	{"speaker/name", 60, func(e *evidence) bool { return e.q.who.form == formName }},
	{"speaker/name without a cue", -65, func(e *evidence) bool { return e.q.who.form == formName && e.q.how == howSubject }},
	{"speaker/several", -85, func(e *evidence) bool { return e.q.who.ok() && e.seq[e.q.who.head].is(clsPlural) }},
	{"length/four words", 70, func(e *evidence) bool { return e.words == 4 }},
	{"length/eight words and more", 40, func(e *evidence) bool { return e.words >= 8 }},
	{"length/three words and no cue verb", -65, func(e *evidence) bool { return e.words <= 3 && !e.hasCueVerb() }},
	{"form/capitals", -95, func(e *evidence) bool { return e.capitals }},
	{"form/capitals after The", -80, func(e *evidence) bool {
		return e.words > 1 && e.first.is(clsDet) && e.first.upper && e.capitals
	}},
	{"form/name of a programme", -115, func(e *evidence) bool {
		return e.words > 1 && e.capitals && e.classes&(clsWork|clsTime|clsOrg) != 0 && e.q.how != howRight
	}},
	{"form/starts small", 20, func(e *evidence) bool { return e.words > 0 && !e.first.upper }},
	{"form/ends a sentence", 60, func(e *evidence) bool { return e.ends() }},
	{"form/ends in a comma", 35, func(e *evidence) bool { return e.last == ',' }},
	{"form/has a pronoun", 35, func(e *evidence) bool { return e.classes&clsPronoun != 0 }},
	{"form/has an auxiliary", 30, func(e *evidence) bool { return e.classes&clsAux != 0 }},
	{"marks/unclosed", -140, func(e *evidence) bool { return !e.q.closed }},
	{"before/possessive", -90, func(e *evidence) bool { return e.isBefore(clsPossess) || e.afterClitic() }},
	{"before/possessive, capitals", -260, func(e *evidence) bool { return e.afterClitic() && e.capitals }},
	{"before/on, in, at, capitals", -155, func(e *evidence) bool { return e.isBefore(clsVenue) && e.capitals }},
	{"before/book, song, show", -170, func(e *evidence) bool { return e.nearBefore(2, clsWork) }},
	{"before/preposition", -30, func(e *evidence) bool { return e.isBefore(clsPrep) && !e.isBefore(clsAs|clsOf) }},
	{"before/as", 105, func(e *evidence) bool { return e.isBefore(clsAs) }},
	{"before/to be", 50, func(e *evidence) bool { return e.isBefore(clsBe) }},
	{"before/conjunction", -100, func(e *evidence) bool { return e.isBefore(clsConj) }},
	{"before/bracket or dash", -225, func(e *evidence) bool {
		k := e.before()
		turn := e.q.item-1 == e.from && e.q.how == howRight // “...?” – “...,” she said
		return k != nil && k.isSign("(—–-―[") && !turn && !(e.words > 3 && e.classes&clsFirst != 0)
	}},
	{"before/nothing", 115, func(e *evidence) bool { return e.before() == nil }},
	{"after/function word", 50, func(e *evidence) bool { k := e.next(); return k != nil && k.class&clsFunction != 0 }},
	{"after/noun, an article or possessive before", -60, func(e *evidence) bool {
		return e.isBefore(clsDet|clsPossess) && e.q.item+1 < e.to && e.seq[e.q.item+1].space && e.continuesNominal(e.q.item+1)
	}},
	{"sentence/list of quotations", -85, func(e *evidence) bool { return e.listed() }},
	{"sentence/nothing else", 95, func(e *evidence) bool { return e.bare }},
	{"sentence/headline", -140, func(e *evidence) bool { return e.titled }},
}

// byHow returns a clue's test: the speaker was found by h.
func byHow(h how) func(*evidence) bool {
	return func(e *evidence) bool { return e.q.how == h }
}

// hasCueVerb reports whether a verb of speech or naming was found for the quotation.
func (e *evidence) hasCueVerb() bool { return e.q.how != howNone && e.q.how < howWeak }

// ends reports whether the quotation ends as a sentence does.
func (e *evidence) ends() bool {
	if e.last == 0 && e.lx.inverts { // the full stop stands behind the mark
		k := e.next()
		return k != nil && k.isSign(".") && e.before() != nil && e.before().isSign(":")
	}
	return e.last == '.' || e.last == '?' || e.last == '!'
}

// afterClitic reports whether a possessive stands before the quotation: "the paper's “...”".
func (e *evidence) afterClitic() bool {
	k := e.before()
	return k != nil && k.kind == kindClitic
}

// listed reports whether a comma or conjunction joins the quotation to another one.
func (e *evidence) listed() bool {
	return e.joined(e.q.item, -1) || e.joined(e.q.item, 1)
}

// joined reports whether a quotation stands next to seq[i] in the direction step, or one comma or conjunction further.
func (e *evidence) joined(i, step int) bool {
	at := func(j int) *token {
		if j < e.from || j >= e.to {
			return &token{}
		}
		return &e.seq[j]
	}
	next := at(i + step)
	return next.kind == kindQuote || at(i+2*step).kind == kindQuote && (next.is(clsConj) || next.isSign(","))
}

// quoteBetween reports whether a quotation stands in seq(a, b).
func (c *clause) quoteBetween(a, b int) bool {
	for i := a + 1; i < b; i++ {
		if c.seq[i].kind == kindQuote {
			return true
		}
	}
	return false
}
