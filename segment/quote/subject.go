package quote

// subjectOf returns the subject of the verb at v, looking no further left than lo.
func (c *clause) subjectOf(v, lo int) phrase {
	if c.seq[v].is(clsIng) && !c.finite(v) {
		return c.participleSubject(v, lo)
	}
	if p := c.quoted(v); p.ok() {
		return p
	}
	if v > lo && c.seq[v-1].is(clsTo) {
		if p, ok := c.ending(v - 2); ok && p.from > lo && c.seq[p.from-1].is(clsFor) {
			return p // for X to say
		}
		if p := c.wisher(v, lo); p.ok() {
			return p
		}
		return c.mainSubject(lo, v)
	}
	k := c.beforeVerb(v, lo)
	if k < lo {
		return phrase{}
	}
	switch t := c.seq[k]; {
	case t.is(clsWho|clsThat) && t.kind == kindWord:
		return c.relativeSubject(k, lo)
	case t.isSign(",") || t.isSign("—–-―)"):
		return c.aroundParenthesis(k, lo)
	case t.is(clsConj):
		near := max(lo, k-maxClause)
		for w := k - 1; w > near; w-- { // Hill said he would go and added
			if p, ok := c.starting(w + 1); ok && c.seq[w].isSign(",") && p.form == formPronoun && !c.seq[p.head].is(clsFirst) && c.acting(p.to) {
				return p // when I asked Hill, he looked up and said
			}
			if c.verb(w) && (c.seq[w].is(clsSay) || w == k-1) && c.finite(w) {
				return c.subjectOf(w, near)
			}
		}
		return c.mainSubject(lo, k)
	}
	p, ok := c.ending(k)
	if !ok && c.seq[v].is(clsSay|clsName) && !c.seq[v].is(clsNoun) {
		if p := c.share(k, lo); p.ok() {
			return p
		}
	}
	if !ok {
		return c.mainSubject(lo, v)
	}
	return c.climb(p, lo)
}

// acting reports whether the word at v looks like a verb of the past that is no cue: looked, took.
func (c *clause) acting(v int) bool {
	k := &c.seq[v]
	return k.is(clsAction) && !k.upper || k.class == 0 && c.pastForm(v)
}

// share returns the number that ends at k and stands for so many people: "three said", "four in 10 said".
func (c *clause) share(k, lo int) phrase {
	count := func(i int) bool {
		return i >= lo && (c.seq[i].kind == kindNumber || c.seq[i].is(clsDet) && c.seq[i].is(clsPlural))
	}
	from := k
	if k > lo && c.seq[k-1].is(clsPrep) && count(k-2) {
		from = k - 2
	}
	if !count(k) || from > lo && (c.seq[from-1].is(clsVenue|clsOf) || c.seq[from-1].kind == kindWord && !c.function(from-1)) {
		return phrase{} // made three promises; a group of 30
	}
	return phrase{from: from, to: k + 1, head: k, form: formNominal}
}

// perCent reports whether the preposition at j stands inside a share written in two words: 40 per cent, 40 por ciento.
func (c *clause) perCent(j int) bool {
	if c.seq[j-1].kind != kindNumber || j+1 >= c.to {
		return false
	}
	switch c.seq[j+1].text(c.text) {
	case "cent", "cento", "ciento":
		return true
	}
	return false
}

// wisher returns the subject of the verb that the infinitive at v belongs to: "as she liked to say", "he went on to say".
func (c *clause) wisher(v, lo int) phrase {
	for k := v - 2; k > lo && k > v-5 && c.seq[k].kind == kindWord; k-- {
		if p, ok := c.ending(k - 1); ok {
			if c.afterPrep(p) || p.form == formNominal || c.seq[k].is(clsAux) {
				break
			}
			return p
		}
		if p, _ := c.ending(k); p.ok() {
			break
		}
	}
	return phrase{}
}

// quoted returns the person whose words the verb at v passes on: "quoted X as saying".
func (c *clause) quoted(v int) phrase {
	if !c.seq[v].is(clsQuoting) {
		return phrase{}
	}
	p, ok := c.starting(v + 1)
	for i := p.to; ok && i+1 < c.to && i < p.to+maxSubject; i++ {
		if c.seq[i].is(clsAs) && c.seq[i+1].is(clsIng) {
			return p
		}
	}
	return phrase{}
}

// beforeVerb returns the place of the last token before the verb at v that is neither auxiliary, adverb nor day.
func (c *clause) beforeVerb(v, lo int) int {
	k := v - 1
	for k >= lo && (c.seq[k].is(clsAux|clsTime) && !c.proper(k) || c.adverb(k) || c.seq[k].kind == kindClitic || c.seq[k].is(clsVenue) && c.seq[k+1].is(clsTime)) {
		k--
	}
	return k
}

// participleSubject returns the subject of a participle: "X, saying", "X saying".
func (c *clause) participleSubject(v, lo int) phrase {
	if c.starts(v) {
		return c.laterSubject(v)
	}
	if p := c.quotedBy(v-1, lo); p.ok() {
		return p
	}
	k := v - 1
	for k > lo && c.adverb(k) {
		k--
	}
	if p := c.attributed(k, lo); p.ok() {
		return p
	}
	if k >= lo {
		p, ok := c.ending(k)
		if ok && p.from > lo && c.seq[p.from-1].is(clsOf) && p.form != formName {
			p = c.climb(p, lo)
		}
		with := p.from > lo && c.seq[p.from-1].is(clsWith|clsOf)
		if ok && !c.seq[p.head].is(clsPaper) && (with || !c.afterPrep(p)) {
			return p
		}
	}
	p := c.mainSubject(lo, v)
	if c.thing(p) {
		if actor := c.actor(v, lo); actor.ok() {
			return actor
		}
	}
	return p
}

// quotedBy returns who "was quoted by the paper as saying", whose "as" stands at k.
func (c *clause) quotedBy(k, lo int) phrase {
	if k < lo || !c.seq[k].is(clsAs) {
		return phrase{}
	}
	for v := k - 1; v > lo && v > k-maxSubject; v-- {
		if c.seq[v].is(clsQuoting) && c.afterBe(v) {
			p, _ := c.ending(c.beforeVerb(v, lo))
			return c.climb(p, lo)
		}
	}
	return phrase{}
}

// attributed returns the speaker of the attribution that a participle goes on from at k: "..., Hill said on Monday, adding".
func (c *clause) attributed(k, lo int) phrase {
	for v := k; v > lo && v > k-maxSubject; v-- {
		if c.seq[v].kind == kindQuote {
			break
		}
		if !c.verb(v) || !c.seq[v].is(clsSay) || !c.finite(v) {
			continue
		}
		p, ok := c.ending(c.beforeVerb(v, lo))
		if ok && p.from > lo && (c.seq[p.from-1].isSign(",") || c.seq[p.from-1].kind == kindQuote) {
			return p
		}
		break
	}
	return phrase{}
}

// actor returns the subject of the last clause before v that "when", "where" or "in which" opens: "It stopped when two men
// stood up, shouting".
func (c *clause) actor(v, lo int) phrase {
	for i := v - 1; i > lo && i > v-maxClause; i-- {
		k := c.seq[i]
		if !c.function(i) || !k.is(clsSub) && !(k.is(clsWho) && c.seq[i-1].is(clsVenue)) {
			continue
		}
		if p, ok := c.starting(i + 1); ok && p.to < v && !c.seq[p.head].is(clsThing) {
			return p
		}
	}
	return phrase{}
}

// laterSubject returns the subject of a clause that opens with the participle at v: "Calling it “...”, X left".
func (c *clause) laterSubject(v int) phrase {
	for i := v + 1; i < c.to && i < v+maxClause; i++ {
		if c.commaAt(i) {
			if p := c.after(i + 1); p.ok() && p.form != formNone {
				return p
			}
		}
	}
	return phrase{}
}

// relativeSubject returns the noun that the relative pronoun at k refers to.
func (c *clause) relativeSubject(k, lo int) phrase {
	j := k - 1
	if j >= lo && c.seq[j].isSign(",") {
		j--
	}
	if p, ok := c.ending(j); ok {
		return c.climb(p, lo)
	}
	return c.mainSubject(lo, k)
}

// aroundParenthesis returns the subject before an insertion that ends at k: X, the mayor of Y, said.
func (c *clause) aroundParenthesis(k, lo int) phrase {
	var best phrase
	for j, n := k-1, 0; j > lo && j > k-maxClause && n < 4; j-- {
		if !c.seq[j].isSign(",—–-―(") {
			continue
		}
		n++
		p, ok := c.ending(j - 1)
		if !ok {
			continue
		}
		p = c.climb(p, lo)
		if p.form == formPronoun || p.form == formName && !c.afterPrep(p) {
			return p
		}
		if !best.ok() && !c.afterPrep(p) {
			best = p
		}
	}
	if best.ok() {
		return best
	}
	return c.mainSubject(lo, k)
}

// climb goes from a phrase inside "a spokesman for the ministry" to the phrase that it belongs to.
func (c *clause) climb(p phrase, lo int) phrase {
	for p.from-2 >= lo {
		if c.seq[p.from-1].kind == kindQuote && c.seq[p.from-2].is(clsDet|clsPossess) { // critics of the “smart” meter
			if p.from -= 2; p.from-2 < lo {
				break
			}
		}
		prep := c.seq[p.from-1]
		if !prep.is(clsPrep) || prep.is(clsClause) && !prep.is(clsFor) {
			break
		}
		i := p.from - 2
		if c.participle(i) || c.postmodifier(i) {
			i--
		}
		if i < lo {
			break
		}
		q, ok := c.ending(i)
		if !ok && (c.seq[i].kind == kindNumber || c.seq[i].is(clsDet)) && i > lo && c.seq[i-1].is(clsOf) { // a mother of two from Hull
			q, ok = phrase{from: i, to: i + 1}, true
		}
		if !ok || q.from < lo {
			break
		}
		if prep.is(clsOf) && c.seq[p.head].is(clsRole) && p.head > p.from && c.proper(p.from) && c.seq[q.head].is(clsOrg) {
			return phrase{from: q.from, to: p.to, head: p.head, form: formNominal} // the University of Surrey expert
		}
		p = q
	}
	return p
}

// afterPrep reports whether the phrase is governed by a preposition: "in Moscow".
func (c *clause) afterPrep(p phrase) bool {
	if p.from == c.from {
		return false
	}
	k := c.seq[p.from-1]
	return k.is(clsPrep) && !k.is(clsClause)
}

// mainSubject returns the subject of the main clause in seq[lo:hi): the first phrase that no preposition governs, after
// an opening "In Moscow," or "When the plane landed,".
func (c *clause) mainSubject(lo, hi int) phrase {
	start := lo
	for n := 0; n < 2 && start < hi && c.opensAside(start); n++ { // In May, after the bridge fell, X ...
		i := start
		for i < hi && i < start+maxClause && !c.seq[i].isSign(",") {
			i++
		}
		if i == hi || !c.seq[i].isSign(",") {
			break
		}
		start = c.afterPlace(i+1, hi)
	}
	if p := c.firstFree(start, hi); p.ok() {
		return p
	}
	if p := c.firstFree(lo, hi); p.ok() {
		return p
	}
	return phrase{}
}

// afterPlace skips a place between commas at i: "Speaking in Salem, New Hampshire, X ...".
func (c *clause) afterPlace(i, hi int) int {
	p, ok := c.starting(i)
	if ok && p.to < hi && c.seq[p.to].isSign(",") && c.seq[p.head].is(clsPlace) {
		return p.to + 1
	}
	return i
}

// opensAside reports whether the sentence from lo starts with something other than its subject.
func (c *clause) opensAside(lo int) bool {
	i := lo
	for i+1 < c.to && (c.adverb(i) || c.seq[i].is(clsConj) && c.function(i)) {
		i++
	}
	k := c.seq[i]
	w := k.text(c.text)
	ing := len(w) > 5 && c.lx.ends(w, c.lx.ing) && !k.is(clsRole|clsOrg)
	return c.function(i) && k.is(clsPrep|clsSub|clsClause) || ing || k.is(clsPast) || k.is(clsTime) || c.timeAside(i)
}

// timeAside reports whether seq[i:] is a span of time and a comma: "Two months later,".
func (c *clause) timeAside(i int) bool {
	return i+1 < c.to && c.seq[i].is(clsDet) && c.seq[i+1].is(clsTime) || c.seq[i].kind == kindNumber
}

// firstFree returns the first phrase in seq[lo:hi) that no preposition governs, looking at maxClause phrases.
func (c *clause) firstFree(lo, hi int) phrase {
	first := c.at(lo)
	for n := first; n < len(c.phrases) && n < first+maxClause; n++ {
		p := c.phrases[n]
		if p.to > hi {
			break
		}
		if p.from >= lo && !c.afterPrep(p) {
			return p
		}
	}
	return phrase{}
}
