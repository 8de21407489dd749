package quote

import "strings"

// described returns the name of the person that a description means by age, children or country, "the 34-year-old", "the mother of
// two" or "the Spaniard": who was named last, when that is one person or one of them is the subject.
func (r *resolver) described(p phrase) string {
	k := r.seq[p.head]
	age := k.kind == kindNumber || k.is(clsTrait) && p.to <= p.from+3 && p.head == p.to-1 && !r.introduced(p)
	children := p.to+1 < len(r.seq) && r.seq[p.to].is(clsOf) && (r.seq[p.to+1].is(clsDet) || r.seq[p.to+1].kind == kindNumber)
	if !age && !(k.is(clsRole) && children) || !r.seq[p.from].is(clsDet) {
		return ""
	}
	want := k.class & (clsWoman | clsMan)
	here := r.sentenceOf(p.head)
	for s := here; s >= 0 && s > here-maxBack; s-- {
		found, subject, rivals := -1, false, false
		last := int(r.people.bySent[s+1])
		for m := max(int(r.people.bySent[s]), last-maxMentions); m < last; m++ {
			n := r.people.mentions[m]
			q := &r.people.list[n.who]
			if n.at >= p.head || q.org || q.words == 1 && !n.subject || want != 0 && q.gender != 0 && q.gender&want == 0 || n.who == found {
				continue
			}
			switch {
			case found < 0 || n.subject && !subject:
				rivals = found >= 0 && n.subject == subject
				found, subject = n.who, n.subject
			case n.subject == subject:
				rivals = true
			}
		}
		if found >= 0 && !rivals {
			return r.people.list[found].name
		}
		if found >= 0 {
			break
		}
	}
	if k.is(clsTrait) && r.people.bySent[here+1] == 0 { // nobody is named yet
		return r.ahead(here, want)
	}
	return ""
}

// maxIntroduced is how many tokens before a description its bearer may have been introduced in.
const maxIntroduced = 400

// introduced reports whether the text speaks of "a striker" before it says "the striker".
func (r *resolver) introduced(p phrase) bool {
	word := r.seq[p.head].text(r.text)
	for i := p.head - 1; i > 0 && i > p.head-maxIntroduced; i-- {
		if k := &r.seq[i]; k.is(clsTrait) && k.text(r.text) == word && (r.seq[max(i-2, 0)].class|r.seq[i-1].class)&clsIndefinite != 0 {
			return true
		}
	}
	return false
}

// body returns the name of the last body named before that "the company" or "the ministry" can mean: one whose name ends in
// that word, or for a business in a word that only businesses have.
func (r *resolver) body(p phrase, role string) string {
	if p.head != p.from+1 || !r.seq[p.head].is(clsOrg) || !r.seq[p.from].is(clsDet) {
		return ""
	}
	here := int(r.people.bySent[r.sentenceOf(p.head)+1])
	for m := here - 1; m >= 0 && m > here-maxMentions; m-- {
		n := r.people.mentions[m]
		q := &r.people.list[n.who]
		if n.at >= p.head || !q.org || q.words < 2 {
			continue
		}
		last := fold(q.name[strings.LastIndexByte(q.name, ' ')+1:])
		if last == role || r.lx.look(role)&r.lx.look(last)&clsBusiness != 0 {
			return q.name
		}
	}
	return ""
}

// maxAheadSentences is how many sentences after a pronoun that opens a text its bearer is sought in.
const maxAheadSentences = 6

// ahead returns the first subject after sentence here that a pronoun can mean which nobody is named before: “I had a farm,” he says.
func (r *resolver) ahead(here int, want class) string {
	if here >= maxBack {
		return ""
	}
	for s := range here {
		c := r.clauseAt(s)
		last := c.to - 1
		for last > c.from && c.seq[last].kind >= kindLine && c.seq[last].kind != kindQuote {
			last--
		}
		for _, p := range c.phrases {
			if p.form == formNominal && !c.thing(p) && c.seq[last].isSign(".") {
				return "" // somebody without a name is spoken of
			}
		}
	}
	end := min(here+maxAheadSentences, len(r.clauses)-1)
	for m := int(r.people.bySent[here+1]); m < int(r.people.bySent[end+1]); m++ {
		n := r.people.mentions[m]
		if q := &r.people.list[n.who]; n.subject && !q.org && (q.gender == 0 || want == 0 || q.gender&want != 0) {
			return q.name
		}
	}
	return ""
}

// answered returns who replies to the second of two speakers when a pronoun does: “...,” said Hill. “...,” said Lang. “...,” she replied.
func (r *resolver) answered(n int) string {
	q := &r.found[n]
	if n < 2 || q.who.form != formPronoun || q.cue < 0 || r.found[n-2].para < q.para-2 || r.found[n-1].para < q.para-1 {
		return ""
	}
	switch r.seq[q.cue].text(r.text) {
	case "replied", "replies", "answered", "answers", "retorted", "retorts", "countered":
	default:
		return ""
	}
	first, second, want := r.found[n-2].name, r.found[n-1].name, r.seq[q.who.head].class&(clsWoman|clsMan)
	if first == "" || first == second || q.name != second || want == 0 || r.genderOf(second)&want != 0 {
		return ""
	}
	if gender := r.genderOf(first); gender != 0 && gender&want == 0 {
		return ""
	}
	return first
}
