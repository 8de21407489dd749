package quote

import "strings"

// evidence is what is looked at to tell speech from a word or a title in marks.
type evidence struct {
	*clause
	*contents
	q     *found
	usual bool // the marks are those of the text's speech
}

// clue is one observation and how strongly it speaks for speech (above zero) or for a word in marks (below).
type clue struct {
	name   string
	weight int // in hundredths of the natural logarithm of the odds
	holds  func(e *evidence) bool
}

// classify decides the kind of every quotation.
func (f *frame) classify() {
	main := f.mainFamily()
	e := &evidence{}
	for n := range f.found {
		q := &f.found[n]
		usual := q.fam != famSingle || main == famSingle && !f.doubled
		*e = evidence{clause: f.clauseAt(q.sent), contents: &q.contents, q: q, usual: usual}
		q.kind = e.kind()
	}
}

// mainFamily returns the family of marks that the text uses most.
func (f *frame) mainFamily() family {
	var n [famWhite + 1]int
	best := famNone
	for i := range f.found {
		n[f.found[i].fam]++
	}
	for fam, k := range n {
		if k > 0 && (best == famNone || k > n[best] || k == n[best] && best == famSingle) {
			best = family(fam)
		}
	}
	return best
}

// kind adds up the clues.
func (e *evidence) kind() Kind {
	if len(e.lx.after) > 0 {
		return e.kindByEnding()
	}
	score := bias
	for i := range clues {
		if clues[i].holds(e) {
			score += clues[i].weight
		}
	}
	switch {
	case e.words == 0, score < 0 && !e.sentences() && !e.resumes(), e.unsaid(), !e.usual && !e.beside():
		return Scare
	case e.full():
		return Full
	}
	return Partial
}

// kindByEnding decides for a language without spaces: by a sentence's end inside or a word of speech right after.
func (e *evidence) kindByEnding() Kind {
	k := e.seq[e.q.item]
	if strings.Contains(e.text[k.start:k.end], "。") {
		return Full
	}
	for _, a := range e.lx.after {
		if strings.HasPrefix(e.text[k.end:], a) {
			return Full
		}
	}
	return Scare
}

// sentences reports whether the quotation is a whole sentence or more between sentences of the narrator: nobody puts that
// much in marks that was not said or written. A short one counts when somebody near can have said it.
func (e *evidence) sentences() bool {
	if !e.ends() {
		return false
	}
	k := e.before()
	if e.words >= 8 {
		return e.bare || k != nil && k.isSign(":")
	}
	if e.announced() {
		return true
	}
	return e.words > 0 && (e.q.how == howColon || e.bare && (e.q.who.ok() && e.words > 1 || e.words > 1 && e.classes&clsPronoun != 0) && (e.last == '?' || !e.capitals))
}

// announced reports whether a colon leads to a sentence that is all that follows, and is the title of nothing: the answer is
// the same: “Sell.”
func (e *evidence) announced() bool {
	k := e.before()
	last := e.q.item + 1
	if last+1 == e.to && e.last == 0 {
		last++ // the full stop stands behind the mark
	}
	return k != nil && k.isSign(":") && e.words > 0 && e.first.upper && e.ends() && (e.words == 1 || !e.capitals) &&
		last == e.to && !e.nearBefore(maxSubject, clsWork|clsLabel)
}

// unsaid reports whether the quotation is an alias, a nickname, what a thing is called, the name of a programme that somebody
// told something, or a word or two in a sentence that has no verb or noun of speech.
func (e *evidence) unsaid() bool {
	if e.nickname(e.q.item) || e.label() || e.alias() || e.work() {
		return true
	}
	if e.last == '?' || e.last == '!' {
		return false
	}
	if e.lx.capitals && e.q.how == howContinue && e.words <= 2 && e.isBefore(clsDet) && !e.isBefore(clsIndefinite) {
		return true // zuvor hatte der „Kurier“ berichtet
	}
	told := e.isBefore(clsTell) && e.verb(e.q.item-1) && e.words > 1 && e.capitals
	return told || e.words <= 3 && (e.q.how == howSubject || e.q.how == howNone) && !e.sentences()
}

// work reports whether the quotation is the title of a work that is named before it, with a comma or without: her column, “What the
// Cat Saw,” ...; under the headline “Bridge Falls,” the paper wrote; or of one that somebody has read, or the name of a thing.
func (e *evidence) work() bool {
	i := e.q.item - 2
	if e.capitals && e.words > 1 && e.q.item > e.from {
		v := e.q.item - 1
		if e.q.how == howRight && e.seq[v].is(clsWork|clsDet) && !e.seq[v].is(clsPronoun) || i >= e.from && e.seq[i].is(clsAux) && e.seq[v].text(e.text) == "read" {
			return true
		}
	}
	if i <= e.from || !e.seq[i+1].isSign(",") || !e.seq[i].is(clsWork) || e.last != ',' {
		return false
	}
	return e.capitals || e.q.item+1 < e.to && e.seq[e.q.item+1].is(clsAux|clsBe)
}

// alias reports whether what stands before the quotation makes it a name that somebody goes by, a translation or a button.
func (e *evidence) alias() bool {
	if e.q.how == howRight && e.last == ',' {
		return false // winning means “he must be right,” she says
	}
	return e.isBefore(clsAlias) || e.isBefore(clsDet) && e.q.item-2 >= e.from && e.seq[e.q.item-2].is(clsAlias)
}

// nickname reports whether the quotation at i stands inside a name: Walter “Mudlark” Keane.
func (c *clause) nickname(i int) bool {
	first, last := i-1, i+1
	if first < c.from || last >= c.to || !c.proper(first) || !c.proper(last) || c.starts(first) && !c.seq[first].is(clsGiven) {
		return false
	}
	q := &c.found[c.seq[i].ref]
	return q.words > 0 && q.words <= 3 && q.last == 0 && q.first.upper
}

// label reports whether a verb of naming right before the quotation gives a thing its name: an account called “...”.
func (e *evidence) label() bool {
	v := e.q.item - 1
	if e.isBefore(clsAs) || e.capitals && e.isBefore(clsDet) {
		v--
	}
	for i := v; e.isBefore(clsAs) && i > v-3 && i >= e.from && e.seq[i].kind == kindWord && (!e.seq[i].upper || i == e.from); i-- {
		if e.seq[i].is(clsLabel) && e.seq[i].is(clsPast) && !e.seq[i].is(clsSay|clsName) {
			return i < v // known to all as “...”
		}
	}
	return v >= e.from && e.q.cue != v && e.verb(v) && e.labels(e.q, v)
}

// beside reports whether a cue stands right beside the quotation. Where a text has double marks for speech, single ones
// are those of headlines and of words, unless one does.
func (e *evidence) beside() bool {
	return !e.doubled && (e.q.how == howLeft || e.q.how == howRight)
}

// full reports whether speech could stand as a sentence of its own or has its attribution beside it.
func (e *evidence) full() bool {
	h := e.q.how
	upper := e.first.upper || e.first.kind == kindNumber
	if h == howLeft || h == howColon {
		return upper || !e.insertion()
	}
	if e.resumes() {
		return true
	}
	if h == howRight || h == howSource {
		return upper || strings.ContainsRune(",?!", e.last) && e.before() == nil
	}
	k := e.before()
	return upper && (k == nil || k.kind != kindWord || k.is(clsSay))
}

// insertion reports whether the attribution is put into the writer's sentence with "as": a bathtub, as she put it, “...”.
func (e *evidence) insertion() bool {
	at := e.q.who.from - 1
	return e.q.who.ok() && at >= e.from && e.seq[at].is(clsAs)
}

// resumes reports whether the quotation goes on with one that the narrator interrupted: “...,” she paused, “...”.
func (e *evidence) resumes() bool {
	k, n := e.before(), e.seq[e.q.item].ref
	if k == nil || !k.isSign(",—–") || n == 0 || e.found[n-1].sent != e.q.sent || e.found[n-1].kind != Full {
		return false
	}
	prev := &e.found[n-1]
	return prev.who == e.q.who && (prev.last == ',' || e.seq[prev.item+1].isSign(",—–"))
}

// before returns the narrator's token before the quotation in its sentence, nil when there is none.
func (e *evidence) before() *token {
	if e.q.item == e.from {
		return nil
	}
	return &e.seq[e.q.item-1]
}

// next returns the narrator's token after the quotation in its sentence, nil when there is none.
func (e *evidence) next() *token {
	if e.q.item+1 >= e.to {
		return nil
	}
	return &e.seq[e.q.item+1]
}

// isBefore reports whether the token before the quotation has one of the classes.
func (e *evidence) isBefore(c class) bool {
	k := e.before()
	return k != nil && k.is(c)
}

// nearBefore reports whether one of the n words before the quotation has one of the classes.
func (e *evidence) nearBefore(n int, c class) bool {
	for i := e.q.item - 1; i >= e.from && n > 0; i, n = i-1, n-1 {
		if e.seq[i].kind == kindQuote {
			return false
		}
		if e.seq[i].is(c) {
			return true
		}
	}
	return false
}

// distance returns how many tokens stand between the cue and the quotation.
func (e *evidence) distance() int {
	d := e.q.item - e.q.cue
	if d < 0 {
		d = -d
	}
	return d - 1
}
