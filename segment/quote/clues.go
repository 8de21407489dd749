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
	{"marks/not those of speech", 0, func(e *evidence) bool { return !e.usual }},
	{"marks/unclosed", 0, func(e *evidence) bool { return e.q.close < 0 }},
	{"before/article", 0, func(e *evidence) bool { return e.isBefore(clsDet) && !e.isBefore(clsPlural) }},
	{"before/possessive", 0, func(e *evidence) bool { k := e.before(); return k != nil && (k.is(clsPossess) || k.kind == kindClitic) }},
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
