package quote

import "strings"

// bias is the score of a quotation before any clue.
const bias = 0

func byHow(hs ...how) func(*evidence) bool {
	return func(e *evidence) bool {
		for _, h := range hs {
			if e.q.how == h {
				return true
			}
		}
		return false
	}
}

// clues tell speech from words and titles in marks.
var clues = []clue{
	{"cue/right", 300, byHow(howRight)},
	{"cue/left", 300, byHow(howLeft)},
	{"cue/that", 200, byHow(howThat)},
	{"cue/naming", 200, byHow(howNaming)},
	{"cue/weak", 100, byHow(howWeak)},
	{"cue/noun", 100, byHow(howNoun)},
	{"cue/source", 100, byHow(howSource)},
	{"cue/colon", 100, byHow(howColon)},
	{"cue/continue", 100, byHow(howContinue)},
	{"cue/near", 100, byHow(howNear)},
	{"cue/subject", 0, byHow(howSubject)},
	{"cue/adjacent", 0, func(e *evidence) bool { return e.q.cue >= 0 && e.distance() == 0 }},
	{"cue/within 3", 0, func(e *evidence) bool { return e.q.cue >= 0 && e.distance() <= 3 }},
	{"cue/over 8", 0, func(e *evidence) bool { return e.q.cue >= 0 && e.distance() > 8 }},
	{"cue/over 20", 0, func(e *evidence) bool { return e.q.cue >= 0 && e.distance() > 20 }},
	{"cue/quotation between", 0, func(e *evidence) bool {
		return e.q.cue >= 0 && e.q.cue < e.q.item && e.quoteBetween(e.q.cue, e.q.item)
	}},
	{"speaker/pronoun", 0, func(e *evidence) bool { return e.q.who.form == formPronoun }},
	{"speaker/name", 0, func(e *evidence) bool { return e.q.who.form == formName }},
	{"length/1", 0, func(e *evidence) bool { return len(e.words) == 1 }},
	{"length/2", 0, func(e *evidence) bool { return len(e.words) == 2 }},
	{"length/3", 0, func(e *evidence) bool { return len(e.words) == 3 }},
	{"length/4", 0, func(e *evidence) bool { return len(e.words) == 4 }},
	{"length/5 to 7", 0, func(e *evidence) bool { return len(e.words) >= 5 && len(e.words) <= 7 }},
	{"length/8 and more", 0, func(e *evidence) bool { return len(e.words) >= 8 }},
	{"form/capitals", -100, func(e *evidence) bool { return e.capitals() }},
	{"form/capitals, 2 and more", -100, func(e *evidence) bool { return len(e.words) > 1 && e.capitals() }},
	{"form/starts small", 0, func(e *evidence) bool { return len(e.words) > 0 && !e.words[0].upper }},
	{"form/ends a sentence", 0, func(e *evidence) bool { return e.last == '.' || e.last == '?' || e.last == '!' }},
	{"form/ends in a comma", 0, func(e *evidence) bool { return e.last == ',' }},
	{"form/has a pronoun", 0, func(e *evidence) bool { return e.inside(clsPronoun) }},
	{"form/has an auxiliary", 0, func(e *evidence) bool { return e.inside(clsAux) }},
	{"form/has a particle", 0, func(e *evidence) bool { return e.inside(clsPrep | clsDet | clsAdverb) }},
	{"marks/unclosed", 0, func(e *evidence) bool { return e.q.close < 0 }},
	{"before/article", 0, func(e *evidence) bool { return e.isBefore(clsDet) && !e.isBefore(clsPlural) }},
	{"before/possessive", 0, func(e *evidence) bool { k := e.before(); return k != nil && (k.is(clsPossess) || k.kind == kindClitic) }},
	{"before/called", 0, func(e *evidence) bool { return e.isBefore(clsLabel) && e.isBefore(clsPast|clsName) }},
	{"before/so-called near", 0, func(e *evidence) bool { return e.soCalled() }},
	{"before/venue", 0, func(e *evidence) bool { return e.isBefore(clsVenue) }},
	{"before/venue and capitals", 0, func(e *evidence) bool { return e.isBefore(clsVenue) && e.capitals() }},
	{"before/venue after the cue", 0, func(e *evidence) bool { return e.isBefore(clsVenue) && e.q.cue >= 0 && e.distance() == 1 }},
	{"before/cue word", 0, func(e *evidence) bool { return e.isBefore(clsCue) && e.q.cue == e.q.item-1 }},
	{"noun before the cue", 0, func(e *evidence) bool {
		return e.q.cue == e.q.item-1 && e.isBefore(clsPast) && !e.isBefore(clsSay) && e.bareNoun(e.q.cue-1)
	}},
	{"repeated in the text", 0, func(e *evidence) bool { return e.repeated() }},
	{"capitals and no cue beside", 0, func(e *evidence) bool {
		return e.capitals() && e.q.how != howRight && e.q.how != howLeft && e.q.how != howColon
	}},
	{"capitals, names a programme", 0, func(e *evidence) bool {
		return len(e.words) > 1 && e.capitals() && e.inside(clsWork|clsTime|clsOrg) && e.q.how != howRight
	}},
	{"capitals, told to", 0, func(e *evidence) bool {
		return e.capitals() && e.q.cue == e.q.item-1 && e.word(e.before(), "told", "tell", "telling", "tells")
	}},
	{"before/venue, cue before", 0, func(e *evidence) bool {
		return e.isBefore(clsVenue) && e.q.cue >= 0 && e.q.cue < e.q.item && e.capitals()
	}},
	{"small, adjective and noun", 0, func(e *evidence) bool {
		return len(e.words) <= 2 && !e.capitals() && e.isBefore(clsDet|clsPossess) && e.next() != nil && e.next().kind == kindWord && e.next().class&(clsFunction|clsCue) == 0 && e.q.how >= howWeak
	}},
	{"before/such as, including", 0, func(e *evidence) bool {
		return e.word(e.before(), "including", "like") || e.word(e.before(), "as") && e.q.item-2 >= e.from && e.word(&e.seq[e.q.item-2], "such")
	}},
	{"before/comma, capitals", 0, func(e *evidence) bool {
		k := e.before()
		return k != nil && k.isSign(",") && e.capitals() && e.q.how != howLeft
	}},
	{"before/work, comma", 0, func(e *evidence) bool {
		return e.q.item-2 >= e.from && e.seq[e.q.item-1].isSign(",") && e.seq[e.q.item-2].is(clsWork|clsLabel)
	}},
	{"negative subject", 0, func(e *evidence) bool { return e.q.how == howSubject && e.q.who.form == formNominal }},
	{"thing", 0, func(e *evidence) bool { return e.q.who.ok() && e.seq[e.q.who.head].is(clsThing) }},
	{"you", 0, func(e *evidence) bool {
		return e.q.who.form == formPronoun && e.word(&e.seq[e.q.who.head], "you", "we", "your")
	}},
	{"plural", 0, func(e *evidence) bool { return e.q.who.ok() && e.seq[e.q.who.head].is(clsPlural) }},
	{"subject, long", 0, func(e *evidence) bool { return e.q.how == howSubject && len(e.words) > 5 }},
	{"inside, spelled with a bracket or dash", 0, func(e *evidence) bool { return e.q.who.form == formName && e.q.how == howSubject }},
	{"capitals, a the in front", 0, func(e *evidence) bool {
		return len(e.words) > 1 && e.words[0].is(clsDet) && e.words[0].upper && e.capitals()
	}},
	{"short noun and no cue verb", 0, func(e *evidence) bool { return len(e.words) <= 3 && (e.q.how == howNone || e.q.how >= howWeak) }},
	{"article, short, no cue verb", 0, func(e *evidence) bool {
		return len(e.words) <= 3 && (e.q.how == howNone || e.q.how >= howWeak) && e.isBefore(clsDet|clsPossess)
	}},
	{"speech elsewhere in the sentence", 0, func(e *evidence) bool { return e.otherSpeech() }},
	{"list of quotations", 0, func(e *evidence) bool { return e.listed() }},
	{"work or place near after", 0, func(e *evidence) bool { k := e.next(); return k != nil && (k.is(clsWork) || k.is(clsOrg)) }},
	{"speaker is no person", 0, func(e *evidence) bool {
		return e.q.who.ok() && e.q.who.form == formNominal && !e.seq[e.q.who.head].is(clsRole|clsOrg)
	}},
	{"verb called", 0, func(e *evidence) bool { return e.q.cue >= 0 && e.q.cue < e.q.item && e.seq[e.q.cue].is(clsLabel) }},
	{"before/label", 0, func(e *evidence) bool { return e.isBefore(clsLabel) }},
	{"before/label near", 0, func(e *evidence) bool { return e.nearBefore(4, clsLabel) }},
	{"before/work", 0, func(e *evidence) bool { return e.nearBefore(2, clsWork) }},
	{"before/preposition", 0, func(e *evidence) bool { return e.isBefore(clsPrep) && !e.word(e.before(), "as", "of") }},
	{"before/as", 0, func(e *evidence) bool { return e.word(e.before(), "as") }},
	{"before/of", 0, func(e *evidence) bool { return e.word(e.before(), "of") }},
	{"before/to be", 0, func(e *evidence) bool { return e.isBefore(clsBe) }},
	{"before/that", 0, func(e *evidence) bool { return e.isBefore(clsThat) }},
	{"before/conjunction", 0, func(e *evidence) bool { return e.isBefore(clsConj) }},
	{"before/comma", 0, func(e *evidence) bool { k := e.before(); return k != nil && k.isSign(",") }},
	{"before/colon", 0, func(e *evidence) bool { k := e.before(); return k != nil && k.isSign(":") }},
	{"before/sign", 0, func(e *evidence) bool { k := e.before(); return k != nil && k.isSign("(—–-―[") }},
	{"before/nothing", 0, func(e *evidence) bool { return e.before() == nil }},
	{"before/name", 0, func(e *evidence) bool { k := e.before(); return k != nil && k.kind == kindWord && k.upper }},
	{"before/word", 0, func(e *evidence) bool {
		k := e.before()
		return k != nil && k.kind == kindWord && !k.upper && k.class&clsFunction == 0
	}},
	{"after/word", 0, func(e *evidence) bool {
		k := e.next()
		return k != nil && k.kind == kindWord && k.class&clsFunction == 0
	}},
	{"after/function word", 0, func(e *evidence) bool { k := e.next(); return k != nil && k.class&clsFunction != 0 }},
	{"after/work", 0, func(e *evidence) bool { k := e.next(); return k != nil && k.is(clsWork) }},
	{"after/nothing", 0, func(e *evidence) bool { return e.next() == nil }},
	{"sentence/alone", 0, func(e *evidence) bool { return e.alone(e.q) }},
	{"sentence/headline", 0, func(e *evidence) bool { return e.titled }},
	{"sentence/first", 0, func(e *evidence) bool { return e.para == 0 }},
	{"article and noun", 0, func(e *evidence) bool {
		k := e.next()
		return e.isBefore(clsDet|clsPossess) && k != nil && k.kind == kindWord && k.class&clsFunction == 0
	}},
	{"preposition and capitals", 0, func(e *evidence) bool { return e.isBefore(clsPrep) && e.capitals() }},
	{"possessive and capitals", 0, func(e *evidence) bool {
		k := e.before()
		return k != nil && k.kind == kindClitic && e.capitals()
	}},
}

// word reports whether the token is one of the words.
func (c *clause) word(k *token, words ...string) bool {
	if k == nil {
		return false
	}
	for _, w := range words {
		if strings.EqualFold(k.text(c.text), w) {
			return true
		}
	}
	return false
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

// soCalled reports whether "so-called" stands within three words before.
func (e *evidence) soCalled() bool {
	for i := e.q.item - 1; i >= e.from && i >= e.q.item-3; i-- {
		if e.word(&e.seq[i], "so-called") {
			return true
		}
	}
	return false
}

// bareNoun reports whether seq[i] is the end of a phrase that is no person.
func (e *evidence) bareNoun(i int) bool {
	p, ok := e.ending(i)
	return ok && p.form == formNominal && !e.seq[p.head].is(clsRole)
}

// otherSpeech reports whether the sentence holds another quotation that has a cue beside it.
func (e *evidence) otherSpeech() bool {
	for i := e.from; i < e.to; i++ {
		if k := e.seq[i]; k.kind == kindQuote && i != e.q.item {
			if h := e.found[k.ref].how; h == howRight || h == howLeft {
				return true
			}
		}
	}
	return false
}

// listed reports whether a comma or conjunction joins the quotation to another one.
func (e *evidence) listed() bool {
	i := e.q.item
	before := i-2 >= e.from && e.seq[i-2].kind == kindQuote && (e.seq[i-1].is(clsConj) || e.seq[i-1].isSign(","))
	after := i+2 < e.to && e.seq[i+2].kind == kindQuote && (e.seq[i+1].is(clsConj) || e.seq[i+1].isSign(","))
	return before || after || i > e.from && e.seq[i-1].kind == kindQuote || i+1 < e.to && e.seq[i+1].kind == kindQuote
}

// repeated reports whether the same words stand in marks elsewhere in the text.
func (e *evidence) repeated() bool {
	return len(e.words) > 0 && e.seen[e.inner(e.q)] > 1
}
