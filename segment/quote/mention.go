package quote

import (
	"sort"
	"strings"
	"unicode"
)

// phrase is a noun phrase of the frame, seq[from:to): someone or something that could be speaking.
type phrase struct {
	from, to int
	head     int // the word that counts: the last of a name, else the noun
	form     form
}

// form says how a phrase names its bearer.
type form uint8

const (
	formNone    form = iota
	formName         // Ada Hill, Defense Minister Hill
	formNominal      // the minister, a spokesman
	formPronoun      // she
)

// ok reports whether there is a phrase.
func (p phrase) ok() bool { return p.to > p.from }

// clause is a sentence with its phrases: a stretch of frame.seq.
type clause struct {
	*frame
	from, to int
	para     int  // number of its paragraph
	titled   bool // headline capitals: a capital letter says nothing
	bare     bool // no word of the narrator: quotations and signs alone
	phrases  []phrase
	capital  bool // a capital that the start of a sentence does not explain: there may be a name
	known    bool // titled, bare and phrases are found
}

// clauseAt returns sentence n, cut into phrases when it is first asked for.
func (f *frame) clauseAt(n int) *clause {
	c := &f.clauses[n]
	if !c.known {
		c.known, c.bare = true, true
		c.from = c.afterDateline()
		c.titled = c.headline()
		c.phrases = f.pool[len(f.pool):]
		c.cut()
		f.pool = append(f.pool, c.phrases...)
	}
	return c
}

// cut finds the phrases of the sentence.
func (c *clause) cut() {
	for i := c.from; i < c.to; {
		p := c.phraseFrom(i)
		if !p.ok() {
			i++
			continue
		}
		if p.form != formNone && !c.postmodifier(p.from) {
			c.phrases = append(c.phrases, p)
		}
		i = p.to
	}
}

// afterDateline returns where the sentence begins behind the place in capitals that a report opens with: NEWPORT — The mayor said.
func (c *clause) afterDateline() int {
	i := c.from
	for i < c.to && c.seq[i].kind == kindWord && c.seq[i].upper && !strings.ContainsFunc(c.seq[i].text(c.text), unicode.IsLower) {
		i++
	}
	if i == c.from || c.seq[i-1].end-c.seq[c.from].start < 4 {
		return c.from
	}
	for to := min(c.to-1, i+maxSubject); i < to && !c.verb(i); i++ {
		if c.seq[i].space && c.seq[i].isSign("—–-―") && (c.seq[i+1].upper || c.seq[i+1].kind == kindQuote) {
			return i + 1
		}
	}
	return c.from
}

// headline reports whether most longer words of the sentence have capitals, and notes whether it has words.
func (c *clause) headline() bool {
	upper, all, verb := 0, 0, false
	for i := c.from; i < c.to; i++ {
		k := c.seq[i]
		c.bare = c.bare && k.kind != kindWord
		if k.kind != kindWord {
			continue
		}
		verb = verb || !k.upper && k.is(clsSay|clsAction)
		if k.end-k.start > 3 {
			all++
			if k.upper {
				upper++
			}
		}
	}
	return all >= 4 && upper*5 >= all*4 && !verb && !c.lx.capitals
}

// function reports whether seq[i] is a word that no name holds. A capital inside a sentence makes it a name.
func (c *clause) function(i int) bool {
	k := c.seq[i]
	if k.class&clsFunction == 0 {
		return false
	}
	if k.upper && !c.titled && k.is(clsPronoun) && k.is(clsMan|clsWoman) && i+1 < c.to {
		if next := &c.seq[i+1]; next.kind == kindWord && next.upper && next.class&(clsFunction|clsTime|clsCue) == 0 {
			return false // He Jian
		}
	}
	return !k.upper || c.titled || c.starts(i) && !c.namesake(i) || k.is(clsFirst)
}

// namesake reports whether the word at i, which is no name in lower case, is one here: “...,” Will said.
func (c *clause) namesake(i int) bool {
	if i == 0 || i+1 >= c.to || c.seq[i-1].kind != kindQuote || c.seq[i].class&(clsFunction&^(clsAux|clsPrep|clsClause|clsAdverb)) != 0 {
		return false
	}
	next := c.seq[i+1]
	if c.seq[i].is(clsAdverb) && !c.commaAt(i-1) {
		return false // “...” Later said; but: “...,” Long said
	}
	return next.is(clsSay) && !next.is(clsIng) || next.upper && next.class&clsFunction == 0 && c.commaAt(i-1) // “...,” Will Hill said
}

// starts reports whether a capital at seq[i] may be there because a sentence starts.
func (c *clause) starts(i int) bool {
	if i == c.from {
		return true
	}
	prev := c.seq[i-1]
	return prev.kind == kindQuote || prev.kind == kindLine || prev.kind == kindMark || prev.isSign(":([—–―-•*")
}

// proper reports whether seq[i] is written as part of a name.
func (c *clause) proper(i int) bool {
	k := c.seq[i]
	return k.kind == kindWord && k.upper && !c.function(i) && (!k.is(clsTime) || c.dayInName(i)) && !(c.titled && c.verb(i))
}

// dayInName reports whether the day or month at i stands inside a name: the Sydney Morning Herald.
func (c *clause) dayInName(i int) bool {
	if i <= c.from || i+1 >= c.to {
		return false
	}
	prev, next := c.seq[i-1], c.seq[i+1]
	return prev.upper && next.upper && next.space && (prev.class|next.class)&(clsFunction|clsTime) == 0
}

// phraseFrom reads the noun phrase that starts at seq[i]; one without form is to be skipped.
func (c *clause) phraseFrom(i int) phrase {
	k := c.seq[i]
	if k.kind != kindWord && (k.kind != kindNumber || i+1 < c.to && c.proper(i+1)) { // In 2019 Hill
		return phrase{}
	}
	if k.is(clsPronoun) && c.function(i) {
		return phrase{from: i, to: i + 1, head: i, form: formPronoun}
	}
	if k.is(clsThat) && c.function(i) && i+1 < c.to && (c.seq[i+1].is(clsDet|clsPossess|clsPronoun) || c.seq[i+1].kind == kindNumber || c.proper(i+1)) {
		return phrase{} // that the ministry
	}
	if c.function(i) && !k.is(clsDet|clsPossess) || c.verb(i) || k.is(clsTime) || c.participle(i) || c.starts(i) && c.adverb(i) || c.acts(i) || c.commands(i) {
		return phrase{}
	}
	return c.nounPhrase(i)
}

// commands reports whether the word at i is a verb that opens its sentence, with its object after it: "Ask any farmer".
func (c *clause) commands(i int) bool {
	k := c.seq[i]
	return k.upper && k.is(clsCue) && !k.is(clsPast|clsIng|clsGiven) && c.starts(i) && i+1 < c.to && c.seq[i+1].is(clsDet|clsPossess) && !c.seq[i+1].upper
}

// postmodifier reports whether the word at i is an adjective that belongs to the phrase before it: a source close to Hill.
func (c *clause) postmodifier(i int) bool {
	k, n := c.seq[i], c.at(i-1)
	return k.kind == kindWord && !k.upper && k.class == 0 && i+1 < c.to && c.seq[i+1].is(clsPrep) &&
		n < len(c.phrases) && c.phrases[n].to == i && c.seq[c.phrases[n].head].is(clsRole|clsOrg)
}

// acts reports whether the word at i is the verb of the phrase that ends before it: "Hill held up a sign".
func (c *clause) acts(i int) bool {
	n := len(c.phrases)
	return n > 0 && c.phrases[n-1].to == i && c.seq[i].is(clsAction) && !c.seq[i].upper
}

// participle reports whether the word at i looks like a participle that starts no noun phrase: "obtained by the paper".
func (c *clause) participle(i int) bool {
	k := c.seq[i]
	if k.kind != kindWord || k.upper || k.class != 0 || i+1 >= c.to {
		return false
	}
	w, next := k.text(c.text), c.seq[i+1]
	return len(w) > 4 && (c.lx.ends(w, c.lx.past) || c.lx.ends(w, c.lx.ing)) && (next.is(clsPrep|clsDet|clsPossess) || next.kind != kindWord)
}

// nounPhrase reads words from i on as long as they can belong to one noun phrase.
func (c *clause) nounPhrase(i int) phrase {
	p := phrase{from: i, to: i, head: -1}
	for j := i; j < c.to; j++ {
		if !c.inPhrase(p, j) {
			break
		}
		p.to = j + 1
		c.weigh(&p, j)
	}
	if p.to == i {
		p.to = i + 1
		return p
	}
	switch k := c.seq[p.to-1]; {
	case k.kind == kindClitic:
		p.form = formNone // a possessive whose noun is missing
	case p.to == p.from+1 && p.form == formNone && k.is(clsDet) && k.is(clsRole):
		p.form, p.head = formNominal, p.from // one, another, some
	case c.lx.capitals && p.form == formName && p.head == p.from+1 && c.seq[p.from].is(clsDet|clsPossess) && !k.is(clsGiven):
		p.form = formNominal // ihr Nachbar
	}
	return c.trim(p)
}

// trim takes words off the start of a name that belong to what stands before: "arrived" in "when he arrived Ada Hill".
func (c *clause) trim(p phrase) phrase {
	if n := len(c.phrases); n == 0 || c.phrases[n-1].to != p.from {
		return p
	}
	for p.form != formNone && p.from < p.head && (p.form == formName || c.seq[p.from+1].upper) {
		k := c.seq[p.from]
		if k.upper || k.kind != kindWord || k.is(clsDet|clsPossess|clsRole|clsOrg|clsTitle|clsModifier) || c.seq[p.from+1].kind == kindClitic {
			break
		}
		p.from++
	}
	return p
}

// office reports whether "of" or "for" at j joins a title to its office: Secretary of State Ada Hill. Where the table does not
// know the office, three capitals must follow, of which it and a name can be made.
func (c *clause) office(j int) bool {
	if j == c.from || !c.seq[j].is(clsOf|clsFor) || !c.seq[j-1].is(clsTitle|clsRole) || !c.seq[j-1].upper || j+1 >= c.to || !c.proper(j+1) {
		return false
	}
	if c.seq[j+1].is(clsOffice) {
		return true
	}
	i := j + 1
	for i < c.to && c.proper(i) {
		if c.seq[i].is(clsPlace | clsOrg) {
			return false
		}
		i++
	}
	return i-j > 3
}

// inPhrase reports whether seq[j] goes on with the phrase p.
func (c *clause) inPhrase(p phrase, j int) bool {
	k := c.seq[j]
	switch {
	case k.kind == kindClitic:
		return c.possessive(j)
	case k.kind == kindNumber:
		return p.form != formName || j == p.from
	case k.kind == kindQuote:
		return j > p.from && c.nickname(j)
	case k.isSign("&"):
		return j > p.from && c.seq[j-1].upper && j+1 < c.to && c.seq[j+1].upper
	case k.kind != kindWord:
		return false
	case j == p.from:
		return true
	case c.office(j):
		return true
	case k.is(clsParticle) && c.bridges(j) && !(k.is(clsConj) && c.seq[j+1].is(clsGiven)) && !(c.lx.capitals && c.seq[j-1].is(clsRole)): // ein Sprecher der Reederei
		return true
	case k.is(clsAdverb) && c.seq[j-1].is(clsDet|clsPossess) && j+1 < c.to && c.continuesNominal(j+1):
		return true // the once famous
	case c.function(j), c.verb(j), k.is(clsTime) && !c.proper(j):
		return k.is(clsDet) && !k.upper && j == p.from+1 && c.seq[p.from].is(clsDet) && !k.is(clsThat) || c.perCent(j)
	case c.proper(j) && c.seq[j-1].is(clsPaper) && !c.seq[j-1].upper:
		return false // in his letter Hill
	case c.proper(j), k.is(clsRole | clsOrg | clsTitle), c.seq[j-1].kind == kindClitic:
		return true
	}
	if c.pastVerb(j) {
		return false
	}
	// an ordinary word: part of the phrase while no noun has been met that could be its head
	return p.form == formNone
}

// bridges reports whether the particle at j, with those beside it, stands between two capitals: Ursula von der Leyen.
func (c *clause) bridges(j int) bool {
	from, to := j-1, j+1
	for from > c.from && c.seq[from].is(clsParticle) && !c.seq[from].upper {
		from--
	}
	for to < c.to && to < j+maxParticles && c.seq[to].is(clsParticle) && !c.seq[to].upper {
		to++
	}
	return to < c.to && c.seq[from].upper && c.seq[to].upper && !c.seq[j].is(clsPronoun)
}

// maxParticles is how many particles a name has in a row at the most.
const maxParticles = 3

// weigh lets the word at j change the head and form of p.
func (c *clause) weigh(p *phrase, j int) {
	k := c.seq[j]
	switch {
	case k.kind == kindQuote:
	case k.kind == kindClitic:
		p.form, p.head = formNone, -1
	case c.office(j):
	case k.kind == kindNumber && strings.HasSuffix(k.text(c.text), "-old"):
		p.form, p.head = formNominal, j
	case k.kind == kindNumber, k.is(clsDet|clsPossess) && !c.proper(j):
	case k.is(clsRole) && !k.is(clsGiven) && p.form != formName && !(j+1 < c.to && c.proper(j+1)):
		p.form, p.head = formNominal, j // the President
	case c.proper(j):
		p.form, p.head = formName, j
	case k.is(clsRole | clsOrg):
		p.form, p.head = formNominal, j
	default:
		if next := j + 1; next >= c.to || !c.continuesNominal(next) {
			p.form, p.head = formNominal, j
		}
	}
}

// continuesNominal reports whether the word at j can follow an adjective inside a noun phrase.
func (c *clause) continuesNominal(j int) bool {
	k := c.seq[j]
	return k.kind == kindWord && !c.function(j) && !c.verb(j) && !k.is(clsTime) && !c.pastVerb(j)
}

// pastVerb reports whether the word at j looks like the verb of a clause whose subject ends before it: "the ship arrived".
func (c *clause) pastVerb(j int) bool {
	k, prev := c.seq[j], c.seq[j-1]
	if k.is(clsAction) && !k.upper {
		return prev.kind == kindWord && !prev.is(clsDet|clsPossess)
	}
	if k.kind != kindWord || k.upper || k.class != 0 || prev.kind != kindWord || prev.upper || prev.class != 0 || c.adverb(j-1) {
		return false
	}
	return c.lx.ends(k.text(c.text), c.lx.past)
}

// possessive reports whether the clitic at j is a possessive: it follows a noun and a noun follows it.
func (c *clause) possessive(j int) bool {
	if j == c.from || j+1 >= c.to || c.seq[j-1].is(clsPronoun) || !c.genitive(j) {
		return false
	}
	next := c.seq[j+1]
	return next.kind == kindWord && !c.function(j+1) && !next.is(clsIng) && !next.is(clsAdverb) || next.kind == kindNumber
}

// genitive reports whether the clitic at j is 's, or the apostrophe alone.
func (c *clause) genitive(j int) bool {
	s := c.seq[j].text(c.text)
	return strings.HasSuffix(s, "s") || s == "'" || s == "’"
}

// at returns the index of the first phrase that ends after seq[i].
func (c *clause) at(i int) int {
	return sort.Search(len(c.phrases), func(n int) bool { return c.phrases[n].to > i })
}

// ending returns the phrase that holds seq[i]; true tells that it ends there.
func (c *clause) ending(i int) (phrase, bool) {
	if n := c.at(i); n < len(c.phrases) && c.phrases[n].from <= i {
		return c.phrases[n], c.phrases[n].to == i+1
	}
	return phrase{}, false
}

// starting returns the phrase whose first token is seq[i].
func (c *clause) starting(i int) (phrase, bool) {
	if n := c.at(i); n < len(c.phrases) && c.phrases[n].from == i {
		return c.phrases[n], true
	}
	return phrase{}, false
}
