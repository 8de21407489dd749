package quote

// right looks for an attribution after the quotation, in its sentence.
func (c *clause) right(q *found) bool {
	i := q.item + 1
	last := q.last
	comma := false
	for i < c.to && (c.seq[i].isSign(",—–-―") || c.seq[i].kind == kindLine) {
		comma = true
		i++
	}
	if i >= c.to {
		return false
	}
	if c.source(q, i) {
		return true
	}
	if i+2 < c.to && c.seq[i].is(clsAction) && c.seq[i+1].is(clsDet) && c.seq[i+2].is(clsVoice) {
		q.how, q.cue = howNoun, i // “...,” came the reply
		return true
	}
	if last != 0 && c.lastWords(q, i) {
		return true
	}
	if last == 0 && !comma && !(c.subjectLike(i) && c.attributionAt(i)) || c.immediateLeft(q) && !(last == ',' && c.attributionAt(i)) {
		return false
	}
	return c.inverted(q, i) || c.nameThenCue(q, i) || c.signature(q, i) || c.unlisted(q, i)
}

// lastWords matches whose words the quotation is: “...” were his last words, “...,” was her reply.
func (c *clause) lastWords(q *found, i int) bool {
	if i+2 >= c.to || !c.seq[i].is(clsBe) || !c.seq[i+1].is(clsPossess) {
		return false
	}
	v := i + 2
	for v+1 < c.to && v < i+4 && c.seq[v].kind == kindWord && !c.seq[v].is(clsNoun) {
		v++
	}
	return c.seq[v].is(clsNoun) && c.set(q, howNoun, v, phrase{from: i + 1, to: i + 2, head: i + 1, form: formPronoun})
}

// unlisted matches an attribution whose verb no table has, after a quotation that opens its sentence: “...,” Hill barked;
// “...,” barked Hill; “...,” Hill can be heard asking.
func (c *clause) unlisted(q *found, i int) bool {
	if q.item > c.from && c.seq[q.item-1].kind != kindQuote && c.seq[q.item-1].kind != kindLine {
		return false
	}
	if p, ok := c.starting(i); ok && c.subjectLike(i) {
		v := p.to
		for v < c.to && c.adverb(v) {
			v++
		}
		return v < c.to && (c.pastForm(v) || c.heard(v)) && c.set(q, howRight, v, p)
	}
	if c.lx.inverts {
		return c.unlistedInverted(q, i)
	}
	p, ok := c.starting(i + 1)
	return ok && c.pastForm(i) && p.form == formName && c.set(q, howRight, i, p)
}

// unlistedInverted matches a verb that no table has before its subject in a language that puts it there: „...“, brummte Lang.
func (c *clause) unlistedInverted(q *found, i int) bool {
	if c.seq[i].is(clsAux) && i+1 < c.to { // se queja Lang
		i++
	}
	k := c.seq[i]
	if k.kind != kindWord || k.upper || k.class&^(clsCue|clsPast) != 0 {
		return false
	}
	p, ok := c.starting(i + 1)
	ends := p.to >= c.to || c.seq[p.to].kind != kindWord
	return ok && (ends || !c.thing(p)) && !c.seq[p.head].is(clsThing) && c.set(q, howRight, i, p)
}

// pastForm reports whether the word at v looks like a verb of the past that no table has.
func (c *clause) pastForm(v int) bool {
	k := c.seq[v]
	return k.kind == kindWord && !k.upper && k.class&^(clsCue|clsPast) == 0 && c.lx.ends(k.text(c.text), c.lx.past)
}

// heard reports whether an auxiliary at v leads to a participle of speech: "can be heard asking", "is quoted as saying".
func (c *clause) heard(v int) bool {
	if !c.seq[v].is(clsAux | clsBe) {
		return false
	}
	for i := v + 1; i < c.to && i < v+maxSubject && c.seq[i].kind == kindWord; i++ {
		if c.verb(i) && c.seq[i].is(clsSay) && c.seq[i].is(clsIng) {
			return true
		}
	}
	return false
}

// trailing matches an attribution that ends the sentence some words after the quotation: the plan was “...” from the
// start, Hill said.
func (c *clause) trailing(q *found) bool {
	for i := q.item + 2; i < c.to && i < q.item+maxClause; i++ {
		if c.seq[i].isSign(";:") || c.seq[i].kind == kindQuote && !c.commaAt(i) && c.found[c.seq[i].ref].last != 0 {
			return false
		}
		said := c.commaAt(i - 1)
		if said && (c.inverted(q, i) || c.closing(q, i) || c.source(q, i)) {
			return true
		}
	}
	return false
}

// closing matches "X said" from i to the end of the sentence, but for what may follow a verb.
func (c *clause) closing(q *found, i int) bool {
	p, ok := c.starting(i)
	if !ok || p.form == formNone {
		return false
	}
	v := p.to
	for v < c.to && c.adverb(v) {
		v++
	}
	if v >= c.to || !c.verb(v) || !c.seq[v].is(clsSay) || c.seq[v].is(clsIng) {
		return false
	}
	next := v + 1
	return (next >= c.to || c.seq[next].kind != kindWord || c.seq[next].is(clsPrep|clsTime)) && c.set(q, howSource, v, p)
}

// source matches "according to X" and "in the words of X"; German "so X".
func (c *clause) source(q *found, i int) bool {
	n := c.sourceWords(i)
	return n > 0 && c.set(q, howSource, i, c.after(i+n))
}

// sourceWords returns how many words at i announce a source, 0 when they do not.
func (c *clause) sourceWords(i int) int {
	switch {
	case i+2 >= c.to:
		return 0
	case c.seq[i].is(clsSource) && c.seq[i+1].is(clsPrep): // according to, Angaben von, acuerdo con
		return 2
	case c.seq[i].is(clsSource):
		return 1
	case i+4 < c.to && c.seq[i].is(clsVenue) && c.seq[i+1].is(clsDet) && c.seq[i+2].is(clsNoun) && c.seq[i+3].is(clsOf):
		return 4
	}
	return 0
}

// after returns the phrase that starts at i, adverbs skipped.
func (c *clause) after(i int) phrase {
	for i+1 < c.to && (c.adverb(i) || c.seq[i].kind == kindNumber && c.proper(i+1)) { // wrote 43-year-old Martin Tull
		i++
	}
	p, _ := c.starting(i)
	return p
}

// inverted matches "said X" after the quotation; with no name there, "said in a statement", the speaker is sought before.
func (c *clause) inverted(q *found, i int) bool {
	for i < c.to && c.adverb(i) {
		i++
	}
	if i+2 < c.to && c.seq[i].is(clsAux) && c.seq[i+1].kind == kindWord { // a déclaré X, a-t-elle déclaré
		if i++; c.seq[i].is(clsPronoun) && c.verb(i+1) && c.seq[i+1].is(clsSay) {
			return c.set(q, howRight, i+1, c.after(i))
		}
	}
	if i >= c.to || !c.verb(i) || !c.seq[i].is(clsSay|clsLoose) || c.seq[i].is(clsIng) {
		return false
	}
	p := c.after(i + 1)
	if !p.ok() && c.lx.inverts {
		p = c.afterListener(i + 1)
	}
	if !p.ok() && c.lx.drops {
		q.how, q.cue = howRight, i // «...», dijo.
		return true
	}
	if p.ok() && !(p.form == formPronoun && c.seq[p.head].is(clsThing)) { // “A,” she now calls it
		return c.set(q, howRight, i, p)
	}
	return false
}

// afterListener returns the subject behind the one who listens, or the place: «...», dijo a EFE un portavoz.
func (c *clause) afterListener(i int) phrase {
	if i+1 >= c.to || !c.seq[i].is(clsPrep) {
		return phrase{}
	}
	listener := c.after(i + 1)
	if !listener.ok() {
		return phrase{}
	}
	p, ok := c.starting(listener.to)
	if !ok || c.thing(p) {
		return phrase{}
	}
	return p
}

// maxClause is how many tokens of a sentence are looked at on each side of a quotation for its cue.
const maxClause = 120

// nameThenCue matches "X said", "X, who ..., said" after the quotation.
func (c *clause) nameThenCue(q *found, i int) bool {
	if c.seq[i].is(clsAs) && i+1 < c.to { // as Hill put it
		i++
	}
	if k := c.seq[i]; k.is(clsConj|clsSub|clsWho) && c.function(i) && !k.is(clsPronoun|clsDet) {
		return false
	}
	first, ok := c.starting(i)
	if next, is := c.starting(first.to); ok && is && first.form == formNominal && next.form == formName && !c.seq[next.from].is(clsDet) {
		first = next // study lead author Luca Pagani
	}
	if !ok || first.form != formName && !c.subjectLike(i) {
		return false
	}
	for v := first.to; v < c.to && v < i+maxClause; v++ {
		k := c.seq[v]
		if k.kind == kindQuote && !(first.form == formName && c.seq[first.to].isSign(",")) || k.isSign(";:.?!") {
			return false
		}
		if v > i && c.verb(v) && k.is(clsSay|clsLoose) && c.finite(v) {
			if first.form == formName && first.to < v-1 && c.seq[first.to].isSign(",") && c.seq[v-1].isSign(",") {
				return c.set(q, howRight, v, first) // Hill, a planner at Acorn and Lowe, said
			}
			if (c.seq[first.head].is(clsWork) || first.form == formPronoun && c.seq[first.head].is(clsThing)) && c.thing(first) && c.beforeVerb(v, i) >= first.to {
				return false // “...,” a series about drivers, and finished it; “...,” it turns out the name goes back
			}
			return c.set(q, howRight, v, c.subjectOf(v, i))
		}
	}
	return false
}

// subjectLike reports whether the word at i may begin the subject of an attribution: a name, a pronoun, an article, a role.
func (c *clause) subjectLike(i int) bool {
	k := c.seq[i]
	return k.upper || k.kind == kindNumber || k.is(clsDet|clsPossess|clsPronoun|clsRole|clsOrg|clsTitle|clsModifier)
}

// signature matches a dash and a name that end the sentence: “...” — Ada Hill.
func (c *clause) signature(q *found, i int) bool {
	if i == c.from || !c.seq[i-1].isSign("—–―-") {
		return false
	}
	p, ok := c.starting(i)
	if !ok || p.form != formName {
		return false
	}
	return (p.to >= c.to || c.seq[p.to].isSign(",.(") || c.seq[p.to].kind != kindWord) && c.set(q, howColon, -1, p)
}
