package quote

// immediateLeft reports whether a cue and a comma or colon stand right before the quotation.
func (c *clause) immediateLeft(q *found) bool {
	i := q.item - 1
	if i < c.from || !c.seq[i].isSign(",:") {
		return false
	}
	for j := i - 1; j >= c.from && j > i-maxSubject; j-- {
		if k := c.seq[j]; k.kind != kindWord {
			return false
		}
		if c.verb(j) && (c.seq[j].is(clsSay) || c.seq[j].is(clsLoose) && j > i-maxLoose) {
			return true
		}
	}
	return false
}

// maxLoose is within how many tokens before a comma or colon a verb stands that introduces speech only beside it.
const maxLoose = 3

// left looks for a cue before the quotation, in its sentence.
func (c *clause) left(q *found) bool {
	if c.colon(q) {
		return true
	}
	near, direct, weak, noun := true, c.immediateLeft(q), -1, -1
	for v := q.item - 1; v >= c.from && v > q.item-maxClause; v-- {
		k := c.seq[v]
		if k.kind == kindQuote || k.isSign(";") {
			near = false
			continue
		}
		if k.kind == kindWord && c.cueNoun(q, v, &noun) || c.accordingTo(q, v) {
			return true
		}
		if !c.verb(v) {
			continue
		}
		if k.is(clsLoose) && v+1 < q.item && c.seq[v+1].is(clsThing) {
			if p := c.subjectOf(v, c.from); p.ok() && p.from > c.from && c.seq[p.from-1].is(clsAs) {
				return c.set(q, howSource, v, p) // as the paper put it in an editorial
			}
		}
		if !k.is(clsSay|clsName) && !(near && direct && k.is(clsLoose) && v >= q.item-maxLoose) {
			if weak < 0 && k.is(clsWeak) {
				weak = v
			}
			continue
		}
		if c.cueVerb(q, v, near && direct) {
			return true
		}
	}
	if c.trailing(q) || noun >= 0 && c.owner(q, noun) {
		return true
	}
	return weak >= 0 && c.cueVerb(q, weak, false) || c.voices(q) || c.inEyes(q) || c.with(q)
}

// with matches a verb that begins or ends with words: she ended her letter with “...”
func (c *clause) with(q *found) bool {
	if q.item-1 <= c.from || !c.seq[q.item-1].is(clsWith) {
		return false
	}
	for v := q.item - 2; v > c.from && v > q.item-maxSubject && c.seq[v].kind == kindWord; v-- {
		if c.verb(v) && c.seq[v].is(clsLoose) && c.finite(v) {
			return c.set(q, howWeak, v, c.subjectOf(v, c.from))
		}
	}
	return false
}

// inEyes matches whose view the quotation is right after it: the bridge is “safe” in his eyes.
func (c *clause) inEyes(q *found) bool {
	v := q.item + 3
	return v < c.to && c.seq[v-2].is(clsVenue) && c.seq[v-1].is(clsPossess) && c.seq[v].is(clsNoun) && c.owner(q, v)
}

// voices matches a noun for words that nobody owns: "chants of “...”", "one message: “...”". It is speech, by nobody named.
func (c *clause) voices(q *found) bool {
	v := q.item - 2
	if v < c.from || !c.seq[v].is(clsVoice) || !(c.seq[v+1].isSign(":") || c.seq[v+1].is(clsOf)) {
		return false
	}
	q.how, q.cue = howNoun, v
	return true
}

// accordingTo matches "According to X, “...”".
func (c *clause) accordingTo(q *found, v int) bool {
	n := c.sourceWords(v)
	return n > 0 && !c.seq[v].is(clsAdverb) && v+n < q.item && c.set(q, howSource, v, c.after(v+n))
}

// cueVerb tries the verb at v as the cue of the quotation to its right.
func (c *clause) cueVerb(q *found, v int, direct bool) bool {
	k := c.seq[v]
	if c.pleads(v) || c.namesAnother(q, v) || v > c.from && k.is(clsQuoting) && c.seq[v-1].is(clsFirst) { // said, and I quote, “...”
		return false
	}
	if k.is(clsName) && k.is(clsPast) && v+2 >= q.item && c.agent(q, v) {
		return true
	}
	if !c.finite(v) && !k.is(clsIng) {
		return c.passive(q, v)
	}
	if k.is(clsTell) && k.is(clsPast) && v+2 < q.item && c.seq[v+1].is(clsBy) { // asked by Hill if the plan “works”
		if p, ok := c.starting(v + 2); ok && !c.thing(p) {
			return c.set(q, howThat, v, p)
		}
	}
	h := howThat
	switch {
	case direct:
		h = howLeft
	case !k.is(clsSay | clsName):
		h = howWeak
	case k.is(clsName) && !k.is(clsSay):
		h = howNaming
	}
	if p := c.invertedBefore(q, v); p.ok() {
		return c.set(q, h, v, p)
	}
	if c.labels(q, v) {
		return false
	}
	return c.set(q, h, v, c.subjectOf(v, c.from))
}

// pleads reports whether the verb at v answers a charge: "pleaded not guilty to “...”" tells what the charge is called.
func (c *clause) pleads(v int) bool {
	i := v + 1
	if i < c.to && c.adverb(i) {
		i++
	}
	return i < c.to && c.seq[i].is(clsPlea)
}

// namesAnother reports whether the verb at v gives a quotation before q as a name: "called “A” and, on Sundays, “B”".
func (c *clause) namesAnother(q *found, v int) bool {
	i := v + 1
	return c.seq[v].is(clsLabel) && i+2 < q.item && c.seq[i].kind == kindQuote
}

// labels reports whether the verb at v gives a thing its name: "a bar called “...”", "a method known as “...”".
func (c *clause) labels(q *found, v int) bool {
	i := v + 1
	article := q.capitals && i < q.item && c.seq[i].is(clsDet) // a blog, called the “Feed”
	if i < q.item && c.seq[i].is(clsAs) || article {
		i++
	}
	if !c.seq[v].is(clsLabel) || i != q.item {
		return false
	}
	before := v - 1
	if before > c.from && c.seq[before].isSign(",") {
		before--
	}
	if p, ok := c.ending(before); ok && p.form == formNominal && !c.seq[p.head].is(clsRole) {
		return c.seq[p.from].is(clsIndefinite) || c.seq[p.head].is(clsWork) || before < v-1
	}
	return i > v+1 && !article && c.afterBe(v) // is known as “...”
}

// invertedBefore returns the subject that stands after its verb before the quotation: "..., explained Ada Hill: “...”".
func (c *clause) invertedBefore(q *found, v int) phrase {
	p, ok := c.starting(v + 1)
	if v > c.from && !c.seq[v-1].isSign(",") && c.seq[v-1].kind != kindQuote {
		before, _ := c.ending(v - 1)
		if !c.lx.inverts || before.ok() && !c.afterPrep(before) && !c.seq[before.head].is(clsTime) {
			return phrase{} // but: auf der Brücke sagte Lang: „...“
		}
	}
	if !ok || p.form != formName || c.seq[v].is(clsTell) || p.to+1 != q.item || !c.seq[p.to].isSign(",:") || c.seq[v].is(clsIng) {
		return phrase{}
	}
	return p
}

// agent matches "dubbed “...” by X": a participle without its auxiliary, and who did it right after the quotation.
func (c *clause) agent(q *found, v int) bool {
	i := q.item + 1
	if i+1 >= c.to || !c.seq[i].is(clsBy) {
		return false
	}
	p, ok := c.starting(i + 1)
	person := p.form == formName || p.form == formPronoun || p.form == formNominal && c.seq[p.from].is(clsDet|clsPossess)
	return ok && person && c.set(q, howNaming, v, p)
}

// passive matches "was called “...” by X" and "quoted X as saying".
func (c *clause) passive(q *found, v int) bool {
	for i := v + 1; i < c.to && i < v+maxSubject*2; i++ {
		if c.seq[i].is(clsBy) {
			p, ok := c.starting(i + 1)
			return ok && c.set(q, howNaming, v, p)
		}
	}
	return false
}

// cueNoun matches words and their owner: "Hill's claim that", "his words". Where nothing but "that" or a sign stands
// between the noun and the quotation it is the cue; elsewhere it is kept in noun for when there is no verb.
func (c *clause) cueNoun(q *found, v int, noun *int) bool {
	if !c.seq[v].is(clsNoun) || v == c.from || v+1 > q.item {
		return false
	}
	if *noun < 0 {
		*noun = v
	}
	i := v + 1
	for i < q.item && (c.seq[i].is(clsThat|clsBe|clsOf) || c.seq[i].isSign(",:—–-")) {
		i++
	}
	return i == q.item && !c.predicate(q) && c.owner(q, v)
}

// predicate reports whether the quotation begins with an auxiliary: it then says something of the noun before it, "his report
// “was not good”", and is not its words.
func (c *clause) predicate(q *found) bool {
	return q.first.is(clsAux) && !q.first.upper
}

// owner gives the quotation to whom the noun at v belongs.
func (c *clause) owner(q *found, v int) bool {
	if v-2 >= c.from && c.seq[v-1].text(c.text) == "own" { // in her own words
		v--
	}
	prev := c.seq[v-1]
	if prev.is(clsPossess) && !prev.is(clsWho) {
		return c.set(q, howNoun, v, phrase{from: v - 1, to: v, head: v - 1, form: formPronoun})
	}
	if prev.kind != kindClitic || v-2 < c.from || !c.possessive(v-1) {
		return false
	}
	from, form := v-2, formNominal
	for from > c.from && (c.proper(from-1) || c.seq[from-1].is(clsTitle|clsDet|clsPossess) && !c.seq[from-1].is(clsThat)) {
		from--
	}
	if c.proper(v - 2) {
		form = formName
	}
	return c.set(q, howNoun, v, phrase{from: from, to: v - 1, head: v - 2, form: form})
}

// colon matches a name and a colon before the quotation: Hill: “...”; Hill on the vote: “...”; and the letter of a question or
// an answer, Q: “...”, whose speaker nobody names.
func (c *clause) colon(q *found) bool {
	i := q.item - 1
	if i <= c.from || !c.seq[i].isSign(":") {
		return false
	}
	if first := c.seq[c.from]; i == c.from+1 && first.kind == kindWord && first.end == first.start+1 {
		q.how = howColon
		return true
	}
	if p, ok := c.starting(c.from); ok && p.form == formName && c.topic(p.to, i) {
		return c.set(q, howColon, -1, p)
	}
	p, ok := c.ending(i - 1)
	if !ok || p.from > c.from && !c.seq[p.from-1].isSign("—–-,") && !c.fromWhom(p) {
		return false
	}
	if !c.thing(p) {
		return c.set(q, howColon, -1, p)
	}
	for v := p.head; v > p.from; v-- { // Hill's short reply: “...”
		if c.seq[v-1].kind == kindClitic || c.seq[v-1].is(clsPossess) {
			return c.owner(q, v)
		}
	}
	if p.from > c.from {
		return false
	}
	q.how = howColon // The poem ends: “...”
	return true
}

// topic reports whether nothing but "on" or "about" and what follows it stands in seq[from:to).
func (c *clause) topic(from, to int) bool {
	if from+1 >= to || !c.seq[from].is(clsVenue) || c.seq[from].is(clsTo|clsFrom|clsWith) {
		return false
	}
	for i := from; i < to; i++ {
		if k := c.seq[i]; k.kind != kindWord && k.kind != kindNumber || k.is(clsAux|clsBe|clsCue) && !k.upper || c.acts(i) {
			return false
		}
	}
	return true
}

// nameAtColon returns the name that ends right before a colon and the quotation, whatever it does in its sentence: "It did
// not surprise Ada Hill: “...”".
func (c *clause) nameAtColon(q *found) phrase {
	i := q.item - 1
	if i <= c.from || !c.seq[i].isSign(":") {
		return phrase{}
	}
	p, ok := c.ending(i - 1)
	if !ok || p.form != formName || p.to-p.from < 2 {
		return phrase{}
	}
	return p
}

// opinion matches the holder of an opinion that opens the sentence: "For Hill, the vote was “...”".
func (c *clause) opinion(q *found) phrase {
	if k := c.seq[c.from]; !k.is(clsFor|clsTo) || c.from+2 >= q.item {
		return phrase{}
	}
	p, ok := c.starting(c.from + 1)
	if !ok || p.form != formName && (p.form != formPronoun || c.seq[p.head].is(clsThing)) || !c.seq[p.to].isSign(",") {
		return phrase{}
	}
	return p
}

// fromWhom reports whether the phrase stands in "From X:", "More from X:", "by X:".
func (c *clause) fromWhom(p phrase) bool {
	if !c.seq[p.from-1].is(clsFrom | clsBy) {
		return false
	}
	i := p.from - 2
	return i < c.from || c.seq[i].kind != kindWord || i == c.from || c.seq[i-1].kind != kindWord
}
