package quote

import (
	"slices"
	"strings"
)

// maxBack is how many sentences before a pronoun its bearer is sought in.
const maxBack = 8

// maxDepth is how many pronouns a pronoun is followed back through: she, she, she, Ada Hill.
const maxDepth = 40

// maxMentions is how many names before a pronoun or role are looked at.
const maxMentions = 200

// resolve gives every speaker's mention the name that it stands for.
func (f *frame) resolve() {
	r := &resolver{frame: f, byRole: map[string]string{}, memo: map[int]string{}}
	for n := range f.found {
		q := &f.found[n]
		if q.kind == Scare {
			q.who, q.how = phrase{}, howNone
			continue
		}
		if q.who.ok() {
			q.name = r.name(q.who)
		}
		if first := r.answered(n); first != "" {
			q.name = first
		}
	}
}

// resolver is the state of resolve.
type resolver struct {
	*frame
	byRole    map[string]string // role: the last speaker that it was said of
	memo      map[int]string    // mentions resolved before, by the place of their head
	last      string            // the last speaker named otherwise than by a pronoun
	lastSent  int               // the sentence of his mention
	depth     int               // how many pronouns deep resolution is
	lastThing bool              // he is not known as a person
	couple    string            // the last two people who spoke together
	coupled   int               // the sentence of their mention
}

// name returns the name that a mention stands for.
func (r *resolver) name(p phrase) string {
	if first, second, word, ok := r.pair(p); ok {
		r.couple, r.coupled = r.name(first)+" "+word+" "+r.name(second), r.sentenceOf(p.head)
		return r.couple
	}
	if s, ok := r.memo[p.head]; ok {
		return s
	}
	var s string
	switch p.form {
	case formName:
		s = r.full(p)
	case formPronoun:
		s = r.pronoun(p)
	default:
		s = r.nominal(p)
	}
	r.memo[p.head] = s
	if p.form != formPronoun {
		r.last, r.lastSent, r.lastThing = s, r.sentenceOf(p.head), r.genderOf(s) == 0
	}
	return s
}

// pair returns the two names of a couple and the word between them.
func (r *resolver) pair(p phrase) (first, second phrase, word string, ok bool) {
	if p.form != formName {
		return first, second, "", false
	}
	for i := p.from + 1; i < p.head; i++ {
		if k := r.seq[i]; k.is(clsConj) && k.kind == kindWord && !k.upper {
			c := r.clauseOf(p.head)
			first, ok = c.ending(i - 1)
			second, _ = c.starting(i + 1)
			return first, second, k.text(r.text), ok && second.ok() && first.from >= p.from
		}
	}
	return first, second, "", false
}

// genderOf returns the gender of the person whose full name is s, zero where it is not known.
func (r *resolver) genderOf(s string) class {
	for n, i := range r.people.byLast[fold(s[strings.LastIndexByte(s, ' ')+1:])] {
		if q := &r.people.list[i]; n < maxNamesakes && q.name == s {
			return q.gender
		}
	}
	return 0
}

// sentenceOf returns the sentence that holds seq[i].
func (f *frame) sentenceOf(i int) int {
	lo, hi := 0, len(f.clauses)-1
	for lo < hi {
		mid := (lo + hi) / 2
		if f.clauses[mid].to <= i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// clauseOf returns the sentence that holds seq[i], read.
func (f *frame) clauseOf(i int) *clause { return f.clauseAt(f.sentenceOf(i)) }

// full returns the full form of a name.
func (r *resolver) full(p phrase) string {
	if who := r.described(p); who != "" {
		return who
	}
	nm := r.clauseOf(p.head).nameOf(p)
	best := r.people.find(nm)
	if nm.text == "" {
		return r.nominal(p) // a title alone
	}
	if best < 0 {
		return nm.text
	}
	for _, role := range r.people.list[best].roles {
		r.byRole[role] = r.people.list[best].name
	}
	return r.people.list[best].name
}

// pronoun returns who "he", "she" or "it" is: the last subject of fitting gender before it, else the last such name.
func (r *resolver) pronoun(p phrase) string {
	k := r.seq[p.head]
	want := k.class & (clsWoman | clsMan)
	if k.is(clsFirst) || want == 0 && !k.is(clsThing|clsPlural) {
		return ""
	}
	here := r.sentenceOf(p.head)
	if k.is(clsPlural) && r.couple != "" && here-r.coupled < maxBack {
		return r.couple
	}
	if want == 0 && r.lastThing && r.clauses[here].para-r.clauses[r.lastSent].para <= 1 {
		return r.last
	}
	for s := here; s >= 0 && s > here-maxBack; s-- {
		who := r.inSentence(s, p.head, want, want == 0)
		if who < 0 || want != 0 && r.people.list[who].gender == 0 {
			if name, one := r.roleSubject(s, p.head, k); name != "" && !(one && who >= 0) {
				return name
			}
		}
		if who >= 0 {
			return r.people.list[who].name
		}
	}
	if want != 0 {
		return r.ahead(here, want)
	}
	return ""
}

// roleSubject returns what the subject of sentence s is called when it is a role that the pronoun k at place at suits:
// "his mother" for she, "the researchers" for they; when it is a pronoun that suits, who that is. one tells that it is no more than "one of them".
func (r *resolver) roleSubject(s, at int, k token) (name string, one bool) {
	c := r.clauseAt(s)
	p := c.mainSubject(c.from, c.to)
	if p.form == formName || !p.ok() || p.to > at || r.depth == maxDepth {
		return "", false
	}
	r.depth++
	defer func() { r.depth-- }()
	head := r.seq[p.head]
	plural := k.is(clsPlural) && head.class == 0 && r.lx.manyOf(head.text(r.text))
	if !plural && !agrees(k, head, r.sentenceOf(at)-s) {
		return "", false
	}
	name = r.name(p)
	if gender, want := r.genderOf(name), k.class&(clsWoman|clsMan); want != 0 && gender != 0 && gender&want == 0 {
		return "", false // the judge, Mrs Justice Frey, asked what he meant
	}
	return name, head.is(clsDet)
}

// agrees reports whether a pronoun can mean the role or pronoun head, dist sentences before it: by gender, by number, and
// where the role tells no gender only from near.
func agrees(pronoun, head token, dist int) bool {
	const gender = clsWoman | clsMan
	switch {
	case pronoun.is(clsPlural):
		return head.is(clsPlural) || head.is(clsOrg) && dist <= 1
	case pronoun.is(clsThing):
		return head.is(clsOrg) && !head.is(clsRole|clsPlural) && dist <= 1
	case pronoun.class&gender == 0 || head.is(clsPlural):
		return false
	case head.class&gender != 0:
		return pronoun.class&head.class&gender != 0
	}
	return head.is(clsRole) && (dist <= 1 || dist == 2 && !head.is(clsDet)) // "one" is nobody who is still thought of
}

// inSentence returns the person named in sentence s before place at whom a pronoun can mean, -1 for none: one whose
// gender is known rather than another, the subject rather than another.
func (r *resolver) inSentence(s, at int, want class, thing bool) int {
	best, most := -1, 0
	last := int(r.people.bySent[s+1])
	for m := max(int(r.people.bySent[s]), last-maxMentions); m < last; m++ {
		n := r.people.mentions[m]
		q := &r.people.list[n.who]
		if n.at >= at || q.org != thing || want != 0 && q.gender != 0 && q.gender&want == 0 {
			continue
		}
		score := 0
		if n.subject {
			score++
		}
		if q.gender != 0 {
			score += 3
		} else if q.words > 1 || thing {
			score++
		}
		if score > most {
			best, most = n.who, score
		}
	}
	return best
}

// nominal returns who "the minister" is: the person the text gave that role to, else the words themselves.
func (r *resolver) nominal(p phrase) string {
	role := fold(r.seq[p.head].text(r.text))
	from := p.from
	for from < p.head && r.seq[from].is(clsDet|clsPossess) && (from == p.from || !r.seq[from].upper) && !r.seq[from+1].is(clsPrep) {
		from++
	}
	if name := r.apposition(p); name != "" {
		return name
	}
	label := r.text[r.seq[from].start:r.seq[p.to-1].end]
	if !r.definite(p) {
		r.byRole[role] = label
		return label
	}
	if who := r.holder(role, p.head); who != "" {
		return who
	}
	if who := r.body(p, role); who != "" {
		return who
	}
	if who := r.described(p); who != "" {
		return who
	}
	if s := r.byRole[role]; s != "" {
		return s
	}
	r.byRole[role] = label
	return label
}

// apposition returns the name that stands between commas after a role: "his deputy, Ada Hill,"; or after "named": "a deputy
// named Ada Hill".
func (r *resolver) apposition(p phrase) string {
	c := r.clauseOf(p.head)
	end := p.to
	for end+1 < c.to && c.seq[end].is(clsPrep) { // a spokeswoman for the builders, Ada Hill,
		next, ok := c.starting(end + 1)
		switch {
		case ok:
			end = next.to
		case end+2 < c.to && c.seq[end+1].is(clsDet) && c.seq[end+2].kind == kindQuote: // the captain of the “Lady Jane,” Olaf Ness,
			end += 2
		default:
			return ""
		}
	}
	if end < c.to && c.seq[end].is(clsWho) { // the officer who stopped her, Bill Orr,
		for end < c.to && end < p.to+maxSubject && !c.seq[end].isSign(",") {
			end++
		}
	}
	if end+1 >= c.to || !c.commaAt(end) && !c.seq[end].is(clsLabel) {
		return ""
	}
	q, ok := c.starting(end + 1)
	if !ok || q.form != formName || q.to < c.to && c.seq[q.to].kind == kindWord {
		return ""
	}
	return r.full(q)
}

// definite reports whether the phrase points to someone known: the minister, his lawyer.
func (r *resolver) definite(p phrase) bool {
	k := r.seq[p.from]
	return !k.is(clsIndefinite) && !(p.from == p.head && k.is(clsRole) && p.to < len(r.seq) && r.seq[p.to].kind == kindWord && r.seq[p.to].class == 0 && !r.seq[p.to].upper) // wrote user jay84
}

// holder returns the name of the last person named before place at who has the role; for a headline, of the next one.
func (r *resolver) holder(role string, at int) string {
	here := int(r.people.bySent[r.sentenceOf(at)+1])
	for m := here - 1; m >= 0 && m > here-maxMentions; m-- {
		n := r.people.mentions[m]
		if n.at < at && r.people.list[n.who].hasRole(role) {
			return r.people.list[n.who].name
		}
	}
	for m := here; m < len(r.people.mentions) && m < here+maxMentions; m++ { // a headline names the role before the person
		if q := &r.people.list[r.people.mentions[m].who]; q.hasRole(role) && r.clauses[r.sentenceOf(at)].para == 0 {
			return q.name
		}
	}
	return ""
}

// roleForms says which titles are short for which role.
var roleForms = map[string][]string{
	"senator": {"sen."}, "governor": {"gov."}, "congressman": {"rep.", "representative"}, "congresswoman": {"rep.", "representative"},
	"representative": {"rep."}, "general": {"gen."}, "colonel": {"col."}, "lieutenant": {"lt."}, "sergeant": {"sgt."}, "captain": {"capt."},
	"doctor": {"dr."}, "professor": {"prof."}, "reverend": {"rev."}, "lawmaker": {"senator", "sen.", "rep.", "representative", "congressman"},
	"admiral": {"adm."}, "pastor": {"rev."}, "adviser": {"advisor"}, "advisor": {"adviser"},
}

// hasRole reports whether the text gave the person the role, in full or as a title's short form.
func (q *person) hasRole(role string) bool {
	return slices.Contains(q.roles, role) || slices.ContainsFunc(roleForms[role], func(r string) bool { return slices.Contains(q.roles, r) })
}
