package quote

// verb reports whether seq[i] is a cue verb here and not a noun of the same form.
func (c *clause) verb(i int) bool {
	k := c.seq[i]
	if !k.is(clsCue) || k.kind != kindWord {
		return false
	}
	if k.upper && !c.titled && !(c.starts(i) && k.is(clsIng|clsPast)) && !c.branded(i) {
		return false
	}
	if k.upper && c.namesake(i) || c.afterArticle(i) || c.relates(i) {
		return false // “...,” Read said; a welcome message
	}
	return !k.is(clsNoun) || !c.nounHere(i)
}

// relates reports whether the participle at i says what something is about: rules relating to ships, rules regarding ships.
func (c *clause) relates(i int) bool {
	return c.seq[i].is(clsIng) && c.seq[i].is(clsPrep) && !c.afterBe(i) || c.seq[i].is(clsIng) && i+1 < c.to && c.seq[i+1].is(clsTo) && c.seq[i].text(c.text) == "relating"
}

// afterArticle reports whether the base form of a verb stands right after an article or possessive: it is none then.
func (c *clause) afterArticle(i int) bool {
	k := c.seq[i]
	if i == c.from || c.lx.past == "" {
		return false
	}
	prev := c.seq[i-1]
	if k.is(clsPast) && !k.is(clsIng) && prev.text(c.text) == "a" { // a detailed “policy speech”
		return true
	}
	if k.is(clsIng) && i+1 < c.to && c.seq[i+1].kind == kindWord && c.seq[i+1].class == 0 && !c.seq[i+1].upper && i-2 >= c.from && !c.seq[i-2].is(clsPronoun) && prev.kind == kindClitic {
		return true // the site's messaging system
	}
	if k.is(clsPast|clsIng) || c.lx.manyOf(k.text(c.text)) {
		return false
	}
	return prev.is(clsDet|clsPossess) && !prev.is(clsPronoun|clsRole|clsPlural|clsThat|clsWho|clsThing)
}

// branded reports whether the verb at i has a capital though it stands after a comma as "said" does: ", the chairman, Tweeted".
func (c *clause) branded(i int) bool {
	return i > c.from && c.seq[i-1].isSign(",") && c.seq[i].is(clsPast) && i+1 < c.to && !c.seq[i+1].upper
}

// nounHere reports whether a word that may be verb or noun is a noun by what stands before it.
func (c *clause) nounHere(i int) bool {
	if i == c.from {
		return true
	}
	prev := c.seq[i-1]
	if prev.kind == kindClitic || prev.is(clsDet|clsPossess) && !prev.is(clsPronoun) || prev.is(clsPrep) && prev.text(c.text) != "to" {
		return true
	}
	if w := c.seq[i].text(c.text); c.lx.manyOf(prev.text(c.text)) && !c.lx.manyOf(w) {
		return false // the villagers call
	}
	if i+1 < c.to && c.seq[i+1].is(clsBe) && c.seq[i+1].kind == kindWord && !c.seq[i].is(clsPast|clsIng) {
		return true // the terror attack is
	}
	if i+2 < c.to && c.compound(i) {
		return true // the server email story
	}
	if k := c.seq[i]; !k.is(clsPast|clsIng) && !c.lx.manyOf(k.text(c.text)) && prev.is(clsNoun) && i-1 > c.from && c.seq[i-2].is(clsIndefinite) {
		return true // in a text message
	}
	if c.baseAfterAdjectives(i) {
		return true // an old wooden show
	}
	if prev.kind == kindWord && !prev.upper && prev.class&(clsFunction|clsSay|clsName|clsRole|clsOrg|clsTime) == 0 && i-1 > c.from {
		before := c.seq[i-2]
		return before.is(clsDet|clsPossess|clsPrep) || before.kind == kindClitic || before.kind == kindNumber // the latest report
	}
	return false
}

// baseAfterAdjectives reports whether the base form of a verb at i follows words no table knows that an article or the like opens.
func (c *clause) baseAfterAdjectives(i int) bool {
	if k := c.seq[i]; k.is(clsPast|clsIng) || c.lx.past == "" || c.lx.manyOf(k.text(c.text)) {
		return false
	}
	j := i - 1
	for j > c.from && j > i-4 && c.seq[j].kind == kindWord && !c.seq[j].upper && c.seq[j].class == 0 && !c.lx.manyOf(c.seq[j].text(c.text)) {
		j--
	}
	return j < i-1 && c.seq[j].is(clsDet) && !c.seq[j].is(clsPronoun|clsPlural)
}

// compound reports whether the base form of a verb at i stands between two nouns, the first of them in the singular: the server
// email story, White House press secretary.
func (c *clause) compound(i int) bool {
	k, prev, next := c.seq[i], c.seq[i-1], c.seq[i+1]
	if k.is(clsPast|clsIng) || prev.kind != kindWord || next.kind != kindWord || next.upper || c.lx.manyOf(k.text(c.text)) {
		return false
	}
	if next.is(clsRole | clsTitle) {
		return prev.upper && prev.class&(clsFunction|clsPlural) == 0 && !c.lx.manyOf(prev.text(c.text))
	}
	return !prev.upper && prev.class == 0 && next.class == 0 && !c.lx.ends(next.text(c.text), c.lx.adverb)
}

// finite reports whether the verb at i can have a subject of its own: no participle, no passive.
func (c *clause) finite(i int) bool {
	k := c.seq[i]
	be := c.afterBe(i)
	if k.is(clsIng) {
		return be
	}
	return !(be && k.is(clsPast))
}

// afterBe reports whether a form of be stands before the verb at i, adverbs apart.
func (c *clause) afterBe(i int) bool {
	for j := i - 1; j >= c.from && j > i-4; j-- {
		k := c.seq[j]
		if k.is(clsBe) && !(k.kind == kindClitic && c.possessive(j)) {
			return true
		}
		if !c.adverb(j) {
			return false
		}
	}
	return false
}

// adverb reports whether seq[i] is an adverb that may stand between a subject and its verb.
func (c *clause) adverb(i int) bool {
	k := c.seq[i]
	if k.kind != kindWord || k.upper && (!c.starts(i) || i+1 < c.to && c.seq[i+1].is(clsSay)) { // “...,” Lovely said
		return false
	}
	w := k.text(c.text)
	return k.is(clsAdverb) || len(w) > 4 && c.lx.ends(w, c.lx.adverb) && !k.is(clsRole|clsOrg|clsGiven|clsPlace|clsModifier)
}
