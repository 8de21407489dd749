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
		q := &f.found[n]
		c := f.clauseAt(q.sent)
		if !(c.named(q) && c.left(q)) && !c.right(q) && !c.left(q) {
			f.follow(n, c)
		} else if q.how == howRight && !q.who.ok() { // the subject is left out: «...», dijo
			f.near(n, q)
			q.how = howRight
		}
	}
	f.hand()
}

// named reports whether a verb of naming stands right before the quotation: it is then no part of what a later verb reports.
func (c *clause) named(q *found) bool {
	v := q.item - 1
	return v > c.from && c.verb(v) && c.seq[v].is(clsName) && !c.seq[v].is(clsIng)
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

// set notes the speaker, unless the phrase is none.
func (c *clause) set(q *found, h how, cue int, p phrase) bool {
	if !p.ok() || p.form == formNone || c.seq[p.head].is(clsLabel) {
		return false
	}
	q.how, q.cue, q.who = h, cue, c.couple(p)
	return true
}

// couple returns p together with the name that "and" joins before it where a clause begins: “...,” Ada Hill and Boris Lang say.
// Of "Hill and her colleagues" it returns Hill.
func (c *clause) couple(p phrase) phrase {
	if p.form == formNominal && p.from-2 >= c.from && c.seq[p.from].is(clsPossess) && c.seq[p.from-1].is(clsConj) && c.seq[p.head].is(clsPlural|clsOrg) {
		if first, ok := c.ending(p.from - 2); ok && first.form == formName {
			return first
		}
	}
	if p.form != formName || p.from-2 < c.from || !c.seq[p.from-1].is(clsConj) || c.seq[p.from-1].is(clsSub) {
		return p
	}
	first, ok := c.ending(p.from - 2)
	if !ok || first.form != formName || first.from > c.from && c.seq[first.from-1].kind == kindWord && !c.seq[first.from-1].is(clsPlural) { // both Hill and Lang
		return p
	}
	p.from = first.from
	return p
}

// follow finds the speaker of quotation n, which no cue in its sentence names.
func (f *frame) follow(n int, c *clause) {
	q := &f.found[n]
	if c.bare && f.signedBelow(q) {
		return
	}
	if n > 0 {
		prev := f.lastSpoken(n)
		if prev.who.ok() && (q.continues || prev.sent == q.sent || prev.para == q.para && c.bare) {
			q.how, q.who = howContinue, prev.who
			return
		}
	}
	if !c.bare {
		p := c.mainSubject(c.from, q.item)
		if who := c.opinion(q); who.ok() {
			p = who
		} else if who := c.nameAtColon(q); who.ok() && c.thing(p) {
			p = who
		}
		goesOn := n > 0 && f.found[n-1].who.ok() && f.found[n-1].para == q.para
		switch {
		case goesOn && (!p.ok() || c.thing(p) && c.seq[q.item-1].isSign(":")): // Then, after a pause: “...”
			q.how, q.who = howContinue, f.found[n-1].who
		case p.to == q.item-1 && c.thing(p) && c.seq[p.to].isSign(":"): // For example: “...”
		case p.ok() && !c.seq[p.head].is(clsLabel): // the so-called “...”
			q.how, q.who = howSubject, p
		}
		return
	}
	f.near(n, q)
}

// lastSpoken returns the quotation before n that its speech may go on from: the last of its paragraph with an attribution
// beside it, else the one right before.
func (f *frame) lastSpoken(n int) *found {
	for m := n - 1; m >= 0 && m >= n-maxTurns && f.found[m].para == f.found[n].para; m-- {
		switch f.found[m].how {
		case howRight, howLeft, howContinue, howColon, howSource:
			return &f.found[m]
		}
	}
	return &f.found[n-1]
}

// thing reports whether the phrase names neither a person nor a body.
func (c *clause) thing(p phrase) bool {
	return p.form == formNominal && !c.seq[p.head].is(clsRole|clsOrg) && !(c.lx.capitals && c.seq[p.head].upper)
}

// maxNear is how many sentences before a quotation that stands alone its speaker is sought in.
const maxNear = 6

// near gives a quotation that stands alone to the speaker or subject before it.
func (f *frame) near(n int, q *found) {
	for _, who := range [...]phrase{f.parting(q), f.answering(n), f.acting(n), f.askingOn(n)} {
		if who.ok() {
			q.how, q.who = howNear, who
			return
		}
	}
	if f.inTurns(n) {
		return
	}
	sign := q.last
	whole := sign == '.' || sign == '?' || sign == '!'
	m := n - 1
	for s := q.sent - 1; s >= 0 && s >= q.sent-maxNear; s-- {
		for m >= 0 && f.found[m].sent > s {
			m--
		}
		if m >= 0 && f.found[m].sent == s && f.found[m].who.ok() {
			q.how, q.who = howNear, f.found[m].who
			return
		}
		if c := f.clauseAt(s); c.bare {
			continue
		} else if p := c.reporter(); p.ok() && !(whole && (c.thing(p) || c.you(p))) {
			if !c.joint(p) { // Hill and Lang met: either may speak
				q.how, q.who = howNear, p
			}
			return
		}
	}
}

// maxTurn is the greatest length in words of a speech in a dialogue whose speakers may take turns unnamed.
const maxTurn = 8

// inTurns reports whether quotation n is the next short speech after one of a paragraph of its own by somebody who answered
// another: either of them may go on.
func (f *frame) inTurns(n int) bool {
	if n < 2 {
		return false
	}
	q, prev := &f.found[n], &f.found[n-1]
	if prev.para != q.para-1 || f.clauses[q.sent-1].para == q.para || prev.words > maxTurn || q.words > maxTurn || q.continues {
		return false
	}
	m := n - 1
	for m > 0 && m > n-maxTurns && f.found[m].para == prev.para {
		m--
	}
	other := &f.found[m]
	if prev.how == howNone && f.clauseAt(prev.sent).bare {
		return true
	}
	return other.para == q.para-2 && other.words <= maxTurn && other.who.ok() && prev.who.ok() && f.mention(other.who) != f.mention(prev.who)
}

// askingOn returns who asks again after an answer that stands in a paragraph of its own, as the question before it does.
func (f *frame) askingOn(n int) phrase {
	q := &f.found[n]
	if n < 2 || q.last != '?' || f.found[n-1].para != q.para-1 {
		return phrase{}
	}
	m := n - 1
	for m > 0 && m > n-maxTurns && f.found[m].para == q.para-1 {
		m--
	}
	asker, answerer := &f.found[m], &f.found[n-1]
	if asker.para != q.para-2 || asker.last != '?' || !answerer.who.ok() || f.mention(asker.who) == f.mention(answerer.who) {
		return phrase{}
	}
	return asker.who
}

// answering returns who answers when the paragraph before ends with somebody's question: the one who spoke before that.
func (f *frame) answering(n int) phrase {
	if n < 2 || f.found[n].para != f.found[n-1].para+1 || f.found[n-1].last != '?' {
		return phrase{}
	}
	asker := f.mention(f.found[n-1].who)
	for m := n - 2; m >= 0 && m >= n-maxTurns; m-- {
		if who := f.found[m].who; who.ok() && f.mention(who) != asker && f.found[n].para-f.found[m].para <= 2 {
			return who
		}
	}
	return phrase{}
}

// acting returns whose act the narrator tells right after a quotation that opens its paragraph: “...?” She stood up. A name is
// whose turn it is only where somebody else spoke in the paragraph before.
func (f *frame) acting(n int) phrase {
	q := &f.found[n]
	s := q.sent + 1
	if q.sent > 0 && f.clauses[q.sent-1].para == q.para || s >= len(f.clauses) || f.clauses[s].para != q.para {
		return phrase{}
	}
	c := f.clauseAt(s)
	if c.bare || c.to <= c.from {
		return phrase{}
	}
	p, ok := c.starting(c.from)
	if k := f.seq[c.from]; ok && p.form == formPronoun && k.class&(clsWoman|clsMan) != 0 {
		return p
	}
	if !ok || p.form != formName || n == 0 || p.to >= c.to || q.words > maxTurn || !f.seq[p.to].is(clsAction|clsLoose) && !c.pastForm(p.to) {
		return phrase{}
	}
	if prev := &f.found[n-1]; prev.para == q.para-1 && prev.who.ok() && f.mention(prev.who) != f.mention(p) {
		return p
	}
	return phrase{}
}

// parting returns who the sentence after the quotation says spoke it: “...” With those words, Hill left.
func (f *frame) parting(q *found) phrase {
	if q.sent+1 >= len(f.clauses) {
		return phrase{}
	}
	c := f.clauseAt(q.sent + 1)
	if c.to-c.from < 5 || !c.seq[c.from].is(clsWith) || !c.seq[c.from+1].is(clsDet) || !c.seq[c.from+2].is(clsNoun) || !c.seq[c.from+3].isSign(",") {
		return phrase{}
	}
	p, _ := c.starting(c.from + 4)
	return p
}

// maxTurns is how many quotations before an answer its speaker is sought in.
const maxTurns = 4

// mention returns the words of a phrase.
func (f *frame) mention(p phrase) string {
	if !p.ok() {
		return ""
	}
	return f.text[f.seq[p.from].start:f.seq[p.to-1].end]
}

// signedBelow matches a line under the quotation that is a dash and a name.
func (f *frame) signedBelow(q *found) bool {
	if q.sent+1 >= len(f.clauses) {
		return false
	}
	c := f.clauseAt(q.sent + 1)
	for i := c.from; i < c.to; i++ {
		switch k := c.seq[i]; {
		case k.isSign("—–―-"):
			p, ok := c.starting(i + 1)
			return ok && p.form == formName && c.signs(p) && c.set(q, howColon, -1, p)
		case k.kind != kindBreak && k.kind != kindLine:
			return false
		}
	}
	return false
}

// signs reports whether nothing but what the person is, or where from, stands after his name to the end of the line.
func (c *clause) signs(p phrase) bool {
	for i := p.to; i < c.to && c.seq[i].kind < kindLine; i++ {
		if i == p.to && !c.seq[i].isSign(",.(") || i > p.to+maxSubject || c.verb(i) || c.seq[i].is(clsAux) {
			return false
		}
	}
	return true
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
	if p := c.interviewed(); p.ok() {
		return p
	}
	return c.mainSubject(c.from, c.to)
}

// interviewed returns the name in a heading like "An interview with Ada Hill".
func (c *clause) interviewed() phrase {
	for i := c.from; i+2 < c.to; i++ {
		if c.seq[i].is(clsTalk) && c.seq[i+1].is(clsWith|clsFor) {
			if p, ok := c.starting(i + 2); ok && p.form == formName {
				return p
			}
		}
	}
	return phrase{}
}

// you reports whether the phrase is the pronoun of who is spoken to.
func (c *clause) you(p phrase) bool {
	return p.form == formPronoun && c.seq[p.head].class&(clsWoman|clsMan|clsPlural|clsThing|clsFirst) == 0
}

// joint reports whether "and" joins the name p to another one.
func (c *clause) joint(p phrase) bool {
	if p.form != formName || p.to >= c.to || !c.seq[p.to].is(clsConj) {
		return false
	}
	other, ok := c.starting(p.to + 1)
	return ok && other.form == formName
}
