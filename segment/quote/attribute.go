package quote

// how says by what evidence the speaker of a quotation was found.
type how uint8

const (
	howNone     how = iota
	howRight        // “...,” she said
	howLeft         // she said, “...”
	howThat         // she said that the plan was “...”
	howNaming       // she called it “...”
	howWeak         // she wanted it “...”
	howNoun         // her claim that “...”
	howSource       // “...,” according to her
	howColon        // Hill: “...”
	howContinue     // the speech of the quotation before goes on
	howNear         // a sentence of its own: whoever the text spoke of last
	howSubject      // the subject of the sentence
)

// attribute finds the speaker of every quotation.
func (f *frame) attribute() {
	if len(f.lx.after) > 0 {
		return // without spaces between words there are no phrases
	}
	for n := range f.found {
		q, c := &f.found[n], f.clauseOf(n)
		if !c.right(q) && !c.left(q) {
			f.follow(n, c)
		}
	}
	f.hand()
}

// clauseOf returns the sentence that holds quotation n, read once for all its quotations.
func (f *frame) clauseOf(n int) *clause {
	q := &f.found[n]
	if q.clause == nil {
		if n > 0 && f.found[n-1].sent == q.sent {
			q.clause = f.clauseOf(n - 1)
		} else {
			q.clause = f.clauseAt(q.sent)
		}
	}
	return q.clause
}

// hand gives the speaker that is named after the last of several quotations to those before it that are the same speech.
func (f *frame) hand() {
	for n := len(f.found) - 1; n > 0; n-- {
		q, prev := &f.found[n], &f.found[n-1]
		same := q.continues || prev.item+1 == q.item && prev.para == q.para
		named := q.how == howRight || q.how == howLeft
		if same && (named || q.how == howContinue) && (prev.how == howNear || prev.how == howNone) && q.who.ok() {
			prev.how, prev.who = howContinue, q.who
		}
	}
}

// right looks for an attribution after the quotation, in its sentence.
func (c *clause) right(q *found) bool {
	i := q.item + 1
	last := c.lastSign(c.seq[q.item].ref)
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
	if last == 0 && !comma && !(c.subjectLike(i) && c.attributionAt(i)) || c.immediateLeft(q) {
		return false
	}
	return c.inverted(q, i) || c.nameThenCue(q, i) || c.signature(q, i)
}

// trailing matches an attribution that ends the sentence some words after the quotation: the plan was “...” from the
// start, Hill said.
func (c *clause) trailing(q *found) bool {
	for i := q.item + 2; i < c.to && i < q.item+maxClause; i++ {
		if c.seq[i].kind == kindQuote || c.seq[i].isSign(";:") {
			return false
		}
		if c.seq[i-1].isSign(",") && (c.inverted(q, i) || c.closing(q, i)) {
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

// source matches "according to X".
func (c *clause) source(q *found, i int) bool {
	if i+2 >= c.to || fold(c.seq[i].text(c.text)) != "according" {
		return false
	}
	p := c.after(i + 2)
	return c.set(q, howSource, i, p)
}

// after returns the phrase that starts at i, adverbs skipped.
func (c *clause) after(i int) phrase {
	for i < c.to && c.adverb(i) {
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
	if p := c.after(i + 1); p.ok() {
		return c.set(q, howRight, i, p)
	}
	return false
}

// maxClause is how many tokens of a sentence are looked at on each side of a quotation for its cue.
const maxClause = 120

// nameThenCue matches "X said", "X, who ..., said" after the quotation.
func (c *clause) nameThenCue(q *found, i int) bool {
	if k := c.seq[i]; k.is(clsConj|clsSub|clsWho) && c.function(i) && !k.is(clsPronoun|clsDet) {
		return false
	}
	if _, ok := c.starting(i); !ok || !c.subjectLike(i) {
		return false
	}
	for v := i; v < c.to && v < i+maxClause; v++ {
		k := c.seq[v]
		if k.kind == kindQuote || k.isSign(";:.?!") {
			return false
		}
		if v > i && c.verb(v) && k.is(clsSay|clsLoose) && c.finite(v) {
			p := c.subjectOf(v, i)
			return c.set(q, howRight, v, p)
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
		if c.verb(j) && c.seq[j].is(clsSay|clsLoose) {
			return true
		}
	}
	return false
}

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
		if !k.is(clsSay|clsName) && !(near && direct && k.is(clsLoose)) {
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
	return weak >= 0 && c.cueVerb(q, weak, false) || c.voices(q)
}

// voices matches a noun for words that nobody owns: "chants of “...”", "one message: “...”". It is speech, by nobody named.
func (c *clause) voices(q *found) bool {
	v := q.item - 2
	if v < c.from || !c.seq[v].is(clsVoice) || !(c.seq[v+1].isSign(":") || c.word(&c.seq[v+1], "of")) {
		return false
	}
	q.how, q.cue = howNoun, v
	return true
}

// accordingTo matches "According to X, “...”".
func (c *clause) accordingTo(q *found, v int) bool {
	return c.word(&c.seq[v], "according") && v+2 < q.item && c.set(q, howSource, v, c.after(v+2))
}

// cueVerb tries the verb at v as the cue of the quotation to its right.
func (c *clause) cueVerb(q *found, v int, direct bool) bool {
	k := c.seq[v]
	if !c.finite(v) && !k.is(clsIng) {
		return c.passive(q, v)
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
	return c.set(q, h, v, c.subjectOf(v, c.from))
}

// invertedBefore returns the subject that stands after its verb before the quotation: "..., explained Ada Hill: “...”".
func (c *clause) invertedBefore(q *found, v int) phrase {
	if v > c.from && !c.seq[v-1].isSign(",") && c.seq[v-1].kind != kindQuote {
		return phrase{}
	}
	p, ok := c.starting(v + 1)
	if !ok || p.form != formName || c.seq[v].is(clsTell) || p.to+1 != q.item || !c.seq[p.to].isSign(",:") || c.seq[v].is(clsIng) {
		return phrase{}
	}
	return p
}

// passive matches "was called “...” by X" and "quoted X as saying".
func (c *clause) passive(q *found, v int) bool {
	for i := v + 1; i < c.to && i < v+maxSubject*2; i++ {
		if c.seq[i].kind == kindWord && fold(c.seq[i].text(c.text)) == "by" {
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
	for i < q.item && (c.seq[i].is(clsThat|clsBe) || c.seq[i].isSign(",:—–-") || c.word(&c.seq[i], "of", "about")) {
		i++
	}
	return i == q.item && c.owner(q, v)
}

// owner gives the quotation to whom the noun at v belongs.
func (c *clause) owner(q *found, v int) bool {
	prev := c.seq[v-1]
	if prev.is(clsPossess) && !prev.is(clsWho) {
		return c.set(q, howNoun, v, phrase{from: v - 1, to: v, head: v - 1, form: formPronoun})
	}
	if prev.kind != kindClitic || v-2 < c.from || !c.possessive(v-1) {
		return false
	}
	from, form := v-2, formNominal
	for from > c.from && (c.proper(from-1) || c.seq[from-1].is(clsTitle|clsDet|clsPossess)) {
		from--
	}
	if c.proper(v - 2) {
		form = formName
	}
	return c.set(q, howNoun, v, phrase{from: from, to: v - 1, head: v - 2, form: form})
}

// colon matches a name and a colon before the quotation: Hill: “...”
func (c *clause) colon(q *found) bool {
	i := q.item - 1
	if i <= c.from || !c.seq[i].isSign(":") {
		return false
	}
	p, ok := c.ending(i - 1)
	if !ok || p.from > c.from && !c.seq[p.from-1].isSign("—–-,") && !c.fromWhom(p) {
		return false
	}
	return c.set(q, howColon, -1, p)
}

// fromWhom reports whether the phrase stands in "From X:", "More from X:", "by X:".
func (c *clause) fromWhom(p phrase) bool {
	if !c.word(&c.seq[p.from-1], "from", "by") {
		return false
	}
	return p.from-1 == c.from || c.seq[p.from-2].kind != kindWord || c.word(&c.seq[p.from-2], "more")
}

// set notes the speaker, unless the phrase is none.
func (c *clause) set(q *found, h how, cue int, p phrase) bool {
	if !p.ok() || p.form == formNone {
		return false
	}
	q.how, q.cue, q.who = h, cue, p
	return true
}

// follow finds the speaker of quotation n, which no cue in its sentence names.
func (f *frame) follow(n int, c *clause) {
	q := &f.found[n]
	if n > 0 {
		prev := &f.found[n-1]
		if prev.who.ok() && (q.continues || prev.sent == q.sent || prev.para == q.para && c.bare) {
			q.how, q.who = howContinue, prev.who
			return
		}
	}
	if !c.bare {
		if p := c.mainSubject(c.from, q.item); p.ok() {
			q.how, q.who = howSubject, p
		}
		return
	}
	f.near(n, q)
}

// maxNear is how many sentences before a quotation that stands alone its speaker is sought in.
const maxNear = 6

// near gives a quotation that stands alone to who signs it, or to the speaker or subject before it.
func (f *frame) near(n int, q *found) {
	if f.signedBelow(q) {
		return
	}
	m := n - 1
	for s := q.sent - 1; s >= 0 && s >= q.sent-maxNear; s-- {
		for m >= 0 && f.found[m].sent > s {
			m--
		}
		if m >= 0 && f.found[m].sent == s && f.found[m].who.ok() {
			q.how, q.who = howNear, f.found[m].who
			return
		}
		if p := f.clauseAt(s).reporter(); p.ok() {
			q.how, q.who = howNear, p
			return
		}
	}
}

// signedBelow matches a line under the quotation that is a dash and a name.
func (f *frame) signedBelow(q *found) bool {
	if q.sent+1 >= len(f.sents) {
		return false
	}
	c := f.clauseAt(q.sent + 1)
	for i := c.from; i < c.to; i++ {
		switch k := c.seq[i]; {
		case k.isSign("—–―-"):
			p, ok := c.starting(i + 1)
			return ok && p.form == formName && p.to+2 >= c.to && c.set(q, howColon, -1, p)
		case k.kind != kindBreak && k.kind != kindLine:
			return false
		}
	}
	return false
}

// reporter returns who speaks in a sentence without marks: the subject of a closing "he said", of the first verb of
// speech, or of the sentence.
func (c *clause) reporter() phrase {
	for i := c.to - 2; i > c.from && i > c.to-maxSubject; i-- {
		if c.seq[i-1].isSign(",") {
			var q found
			if c.closing(&q, i) {
				return q.who
			}
		}
	}
	for v := c.from; v < c.to; v++ {
		if c.verb(v) && c.seq[v].is(clsSay|clsName) && !c.seq[v].is(clsIng) {
			if p := c.subjectOf(v, c.from); p.ok() {
				return p
			}
		}
	}
	if c.from == c.to {
		return phrase{}
	}
	return c.mainSubject(c.from, c.to)
}
