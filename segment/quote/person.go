package quote

import (
	"slices"
	"strings"
)

// people are those named in the text, in the order of their first mention.
type people struct {
	list     []person
	byLast   map[string][]int // last name, folded: indexes into list
	byFirst  map[string]int   // first name, folded: the first who bears it
	mentions []naming         // every mention in order of place
	bySent   []int32          // sentence: index of its first mention in mentions
}

// person is someone, or some body, with a name.
type person struct {
	name   string   // the fullest form of the name
	words  int      // words in name
	first  string   // the first of them, folded
	roles  []string // what the text calls him: minister, mayor
	gender class    // clsWoman, clsMan, both bits unset when unknown
	org    bool     // a place or body rather than a person
}

// naming is one mention of a person.
type naming struct {
	at      int // head in frame.seq
	sent    int
	who     int
	subject bool // first in its sentence, with no preposition before
}

// findPeople reads all names of the frame.
func findPeople(f *frame) *people {
	p := &people{byLast: map[string][]int{}, byFirst: map[string]int{}, bySent: make([]int32, len(f.clauses)+1)}
	for s := range f.clauses {
		p.bySent[s] = int32(len(p.mentions))
		if !f.clauses[s].capital {
			continue
		}
		if c := f.clauseAt(s); !c.titled { // headline capitals tell no name
			p.read(c, s)
		}
	}
	p.bySent[len(f.clauses)] = int32(len(p.mentions))
	for i := range p.list { // Marta, whose last name the text never tells
		if q := &p.list[i]; q.words == 1 && q.gender == 0 && !q.org {
			if c := f.lx.look(q.name); c&clsGiven != 0 {
				q.gender = c & (clsWoman | clsMan)
			}
		}
	}
	return p
}

// read adds the names of one sentence.
func (p *people) read(c *clause, sent int) {
	free := true
	for n, ph := range c.phrases {
		if ph.form != formName {
			free = free && (c.afterPrep(ph) || ph.form == formNone)
			continue
		}
		nm := c.nameOf(ph)
		if nm.last == "" || nm.words == 1 && c.seq[ph.head].is(clsTrait) && c.seq[ph.from].is(clsDet) {
			continue
		}
		if nm.words == 1 && c.starts(ph.from) && ph.from == ph.head && p.find(nm) < 0 && !c.seq[ph.head].is(clsGiven) && !c.speaks(ph) {
			continue // any word has a capital there
		}
		if nm.words == 1 && ph.head > c.from && c.seq[ph.head-1].kind == kindClitic && p.find(nm) < 0 && !c.seq[ph.head].is(clsGiven) {
			continue // Woman's Weekly
		}
		who := p.add(nm)
		asked := ph.from > c.from && c.seq[ph.from-1].is(clsTell) // I ask Hill
		p.mentions = append(p.mentions, naming{at: ph.head, sent: sent, who: who, subject: free && !c.afterPrep(ph) || asked})
		p.apposition(c, n, who)
		free = free && c.afterPrep(ph)
	}
}

// speaks reports whether a verb of speech follows the phrase, which is no plural, or a clause about a person: Hill said; Hill, who.
func (c *clause) speaks(ph phrase) bool {
	v := ph.to
	if v+1 < c.to && c.seq[v].isSign(",") && c.seq[v+1].is(clsWho) {
		return true // Hill, who
	}
	return v < c.to && c.verb(v) && c.seq[v].is(clsSay|clsLoose) && c.finite(v) && !c.lx.manyOf(c.seq[ph.head].text(c.text))
}

// apposition notes the role that stands beside a name between commas: "Ada Hill, the mayor", "the mayor, Ada Hill,".
func (p *people) apposition(c *clause, n, who int) {
	ph := c.phrases[n]
	if n+1 < len(c.phrases) && c.phrases[n+1].from == ph.to+1 && c.seq[ph.to].isSign(",") {
		p.role(c, c.phrases[n+1], who)
	}
	if n > 0 && c.phrases[n-1].to == ph.from-1 && c.seq[ph.from-1].isSign(",") {
		p.role(c, c.phrases[n-1], who)
	}
}

func (p *people) role(c *clause, ph phrase, who int) {
	k := c.seq[ph.head]
	if ph.form != formNominal || !k.is(clsRole|clsOrg) || c.seq[ph.from].is(clsWho) {
		return
	}
	if ph.to < c.to && c.seq[ph.to].kind == kindWord && !c.seq[ph.to].is(clsPrep|clsWho|clsThat|clsConj) {
		return // in a letter to Hill, the mayor wrote
	}
	if q := &p.list[who]; !k.is(clsRole) && q.gender == 0 && len(q.roles) == 0 {
		q.org = true
	}
	p.list[who].addRole(fold(k.text(c.text)))
	p.list[who].gender |= k.class & (clsWoman | clsMan)
}

// fullName is a name as read from one phrase.
type fullName struct {
	text, last, first string
	words             int
	roles             []string
	gender            class
	org               bool
}

// nameOf takes the name out of a phrase: its last run of capitals, the titles before it apart.
func (c *clause) nameOf(ph phrase) fullName {
	from, to := ph.head, ph.head+1
	for from > ph.from && (c.proper(from-1) || c.seq[from-1].kind == kindQuote || c.seq[from-1].isSign("&") || c.seq[from-1].is(clsParticle) && c.seq[from-1].kind == kindWord && from-1 > ph.from) {
		from--
	}
	nm := fullName{}
	start := c.afterTitles(from, to)
	if start >= to {
		return nm // a title alone
	}
	c.titles(&nm, ph.from, start)
	for to > start+1 && c.seq[to-1].is(clsSuffix) {
		to--
	}
	nm.text = c.text[c.seq[start].start:c.seq[to-1].end]
	nm.words = to - start
	for i := start + 1; i < to-1; i++ {
		if c.seq[i].kind == kindQuote { // a nickname
			nm.text = c.text[c.seq[start].start:c.seq[i-1].end] + " " + c.text[c.seq[i+1].start:c.seq[to-1].end]
			nm.words--
		}
	}
	nm.last = fold(c.seq[to-1].text(c.text))
	if nm.first = nm.last; nm.words > 1 {
		nm.first = fold(c.seq[start].text(c.text))
	}
	nm.gender |= c.seq[start].class & (clsWoman | clsMan) & gendered(c.seq[start], nm.words)
	article := nm.words > 1 && start > ph.from && c.seq[start-1].is(clsDet) && !c.lx.inverts // the Iceberg Passages
	nm.org = (c.seq[to-1].is(clsOrg|clsPlace) || article) && !c.seq[start].is(clsGiven) && len(nm.roles) == 0
	return nm
}

// afterTitles returns where in seq[from:to) the name itself begins: after the last title, and after the office that "of" joined.
func (c *clause) afterTitles(from, to int) int {
	start := from
	body := to-from > 1 && c.seq[to-1].is(clsOrg) // the Builders Union
	for i := from; i < to && !body; i++ {
		k := c.seq[i]
		office := i > c.from && c.office(i-1) || k.is(clsOffice) && start == i && i > from
		if k.is(clsTitle|clsRole) && k.is(clsGiven) && i+2 == to {
			continue // Dean Hill
		}
		if k.is(clsSuffix) && i+1 == to {
			break // Ada Hill MP
		}
		if k.is(clsTitle) || k.is(clsRole) && !k.is(clsGiven) || office || i == from && (joinedAdjective(k.text(c.text)) || i+2 < to && c.trade(k)) {
			start = i + 1
		}
	}
	for i := start + 1; i+1 < to; i++ { // New Town Public Advocate Ada Hill
		if c.seq[i].is(clsGiven) && !c.seq[start].is(clsGiven) && (to-start > 3 || c.lx.capitals) {
			start = i
		}
	}
	if start+1 < to && c.seq[start].is(clsDet) && !c.seq[start].is(clsGiven) { // The Times
		start++
	}
	for start+2 < to && c.seq[start].is(clsPlace) { // the ambassador to the United States Ada Hill
		start++
	}
	return start
}

// trade reports whether a word is by its ending what somebody does, in German: Torhüterin Lea Funk.
func (c *clause) trade(k token) bool {
	w := k.text(c.text)
	return c.lx.capitals && !k.is(clsGiven) && len(w) > 5 && (strings.HasSuffix(w, "er") || strings.HasSuffix(w, "in"))
}

// joinedAdjective reports whether a word with a capital is an adjective of two parts: Six-year-old, Second-placed.
func joinedAdjective(word string) bool {
	i := strings.LastIndexByte(word, '-')
	return i > 0 && len(word)-i > 3 && 'a' <= word[i+1] && word[i+1] <= 'z'
}

// gendered returns the mask under which a first word tells the gender: only a first name does, and only before a last one.
func gendered(k token, words int) class {
	if k.is(clsGiven) && words > 1 {
		return clsWoman | clsMan
	}
	return 0
}

// titles notes the titles in seq[from:to).
func (c *clause) titles(nm *fullName, from, to int) {
	for i := from; i < to; i++ {
		k := c.seq[i]
		if !k.is(clsTitle | clsRole) {
			continue
		}
		nm.roles = append(nm.roles, fold(k.text(c.text)))
		if !k.is(clsGiven) {
			nm.gender |= k.class & (clsWoman | clsMan)
		}
	}
}

// find returns the person that a name means, -1 when nobody fits.
func (p *people) find(nm fullName) int {
	best, most := -1, -1
	for n, i := range p.byLast[nm.last] {
		if q := &p.list[i]; n < maxNamesakes && q.fits(nm) && q.likeness(nm) > most {
			best, most = i, q.likeness(nm)
		}
	}
	if i, ok := p.byFirst[nm.last]; ok && best < 0 && nm.words == 1 {
		return i
	}
	return best
}

// maxNamesakes is how many people of one last name are told apart.
const maxNamesakes = 32

// add enters a name and returns its person: the one with the same last name whose first name does not differ.
func (p *people) add(nm fullName) int {
	who := p.find(nm)
	if who < 0 {
		who = len(p.list)
		p.list = append(p.list, person{})
		p.byLast[nm.last] = append(p.byLast[nm.last], who)
	}
	q := &p.list[who]
	if _, ok := p.byFirst[nm.first]; !ok && nm.words > 1 && !nm.org {
		p.byFirst[nm.first] = who
	}
	if nm.words > q.words {
		q.name, q.words = nm.text, nm.words
		first, _, _ := strings.Cut(q.name, " ")
		q.first = fold(first)
	}
	q.gender |= nm.gender
	q.org = q.org || nm.org
	for _, r := range nm.roles {
		q.addRole(r)
	}
	return who
}

// addRole notes that the text calls the person r.
func (q *person) addRole(r string) {
	if !slices.Contains(q.roles, r) {
		q.roles = append(q.roles, r)
	}
}

// fits reports whether a name of the same last word may be this person's.
func (q *person) fits(nm fullName) bool {
	if g := q.gender & nm.gender; q.gender != 0 && nm.gender != 0 && g == 0 {
		return false
	}
	if nm.words == 1 || q.words == 1 {
		return true
	}
	return q.first == nm.first || strings.HasSuffix(q.name, " "+nm.text) || initialOf(nm.first, q.first) || initialOf(q.first, nm.first)
}

// initialOf reports whether a is the initial of b: "a." of "ada".
func initialOf(a, b string) bool {
	return len(a) > 1 && strings.HasSuffix(a, ".") && strings.HasPrefix(b, a[:len(a)-1])
}

// likeness says how well a fitting name suits the person: one of known and equal gender before others, then a full name.
func (q *person) likeness(nm fullName) int {
	n := min(q.words, 2)
	if q.gender&nm.gender != 0 {
		n += 4
	}
	return n
}
