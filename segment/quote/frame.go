package quote

import (
	"strings"
	"unicode"
)

// frame is the narrator's text: the tokens outside quotations, each quotation standing as one token between them, cut
// into sentences.
type frame struct {
	text    string
	seq     []token  // the narrator's tokens; kindQuote.ref points into found
	clauses []clause // its sentences
	pool    []phrase // the phrases of all sentences one after another
	found   []found
	lx      *lexicon
	people  *people
	doubled bool // there are doubled single marks that were not taken for quotation marks
}

// found is a quotation with what is known of it so far.
type found struct {
	contents
	start, end int // of what is inside the marks
	fam        family
	closed     bool // a mark closes it
	continues  bool // the speech of the paragraph before goes on
	item       int  // its place in frame.seq
	sent       int  // its sentence, an index into frame.clauses
	para       int
	how        how    // how the speaker was found
	cue        int    // place of the cue verb in frame.seq, -1 when none
	who        phrase // the speaker's mention; empty when none
	kind       Kind
	name       string // resolved name
}

// contents is what is known of the words inside the marks.
type contents struct {
	words    int   // how many there are
	first    token // the first of them
	classes  class // what the lexicon says of any of them
	capitals bool  // all longer ones have capitals
	last     rune  // sign before the closing mark, 0 when a word stands there
}

// newFrame builds the frame of text around the quotations spans. It moves the narrator's tokens together within toks, whose
// array is the frame's from then on.
func newFrame(text string, toks []token, spans []span, lx *lexicon) *frame {
	f := &frame{text: text, lx: lx, seq: toks[:0], pool: make([]phrase, 0, len(toks)/8), found: make([]found, 0, len(spans))}
	next := 0
	for i := 0; i < len(toks); i++ {
		if next < len(spans) && i == spans[next].first() {
			i = f.addSpan(toks, spans[next]) - 1
			next++
			continue
		}
		f.seq = append(f.seq, f.narrated(toks[i]))
		f.doubled = f.doubled || toks[i].kind == kindPunct && toks[i].sign == '"'
	}
	f.cutSentences()
	return f
}

// narrated returns k as it is in the narrator's words: a mark that pairs with none and stands after an s is a possessive.
func (f *frame) narrated(k token) token {
	if k.kind == kindMark && (k.sign == '’' || k.sign == '\'') && !k.space && len(f.seq) > 0 {
		if prev := f.seq[len(f.seq)-1]; prev.kind == kindWord && afterS(f.text, prev) {
			k.kind = kindClitic
		}
	}
	return k
}

// first returns the index of the span's first token, its mark if it has one.
func (s span) first() int {
	if s.open >= 0 {
		return s.open
	}
	return s.from
}

// addSpan puts stand-ins for s into the frame and returns the index of the token after it. The narrator may speak inside the marks:
// « Le pont, explique-t-il, tiendra. » is two quotations and his words between them.
func (f *frame) addSpan(toks []token, s span) int {
	from, to := 0, 0
	if f.lx.inverts {
		from, to = f.incise(toks, s)
	}
	if to == 0 {
		return f.addQuote(toks, s)
	}
	f.addQuote(toks, span{open: s.open, close: -1, from: s.from, to: from, fam: s.fam, continues: s.continues})
	f.found[len(f.found)-1].closed = true
	for _, k := range toks[from:to] {
		f.seq = append(f.seq, f.narrated(k))
	}
	if to == s.to {
		return max(to, s.close+1)
	}
	return f.addQuote(toks, span{open: -1, close: s.close, from: to, to: s.to, fam: s.fam})
}

// maxIncise is how many tokens an attribution inside the marks has at the most.
const maxIncise = 14

// incise returns where the narrator's words inside the marks of s begin and end, their commas or dashes included; zeros when there are
// none. After a question they need no comma, and they may be the last: « Vous partez ? demanda Lucie. »
func (f *frame) incise(toks []token, s span) (from, to int) {
	for i := s.from + 1; i+2 < s.to; i++ {
		from, ends := i, ",."
		switch {
		case toks[i].isSign("—–"):
			ends = "—–"
		case toks[i].isSign("?!"):
			from, ends = i+1, "."
		case !toks[i].isSign(","):
			continue
		}
		if !f.tells(toks[i+1 : s.to]) {
			continue
		}
		j := i + 3
		for j < s.to && j < i+maxIncise && !toks[j].isSign(ends) && (toks[j].kind == kindWord || toks[j].kind == kindPunct) {
			j++
		}
		switch {
		case j < s.to && toks[j].isSign(ends):
			return from, j + 1
		case j == s.to && ends != "—–":
			return from, j
		}
	}
	return 0, 0
}

// tells reports whether toks begin with a verb of speech and its subject: dit-il, a-t-elle ajouté, explique le maire, sagte Lang.
func (f *frame) tells(toks []token) bool {
	if toks[0].is(clsAux) && !toks[0].upper {
		if third(toks[1]) {
			return len(toks) > 2 && toks[2].is(clsSay)
		}
		toks = toks[1:]
	}
	if len(toks) < 2 || !toks[0].is(clsSay) || toks[0].upper || toks[0].is(clsIng) {
		return false
	}
	return third(toks[1]) || toks[1].upper && toks[1].kind == kindWord || toks[1].is(clsTitle) || len(toks) > 2 && toks[1].is(clsDet) && toks[2].is(clsRole|clsOrg)
}

// third reports whether k is he, she or they.
func third(k token) bool {
	return k.is(clsPronoun) && k.is(clsMan|clsWoman|clsPlural) && !k.is(clsFirst)
}

// addQuote puts a stand-in for s into the frame and returns the index of the token after it.
func (f *frame) addQuote(toks []token, s span) int {
	q := found{contents: f.contents(toks[s.from:s.to]), fam: s.fam, closed: s.close >= 0, continues: s.continues, item: len(f.seq), cue: -1}
	after := s.to
	if q.closed {
		after = s.close + 1
	}
	first, last := toks[s.first()], toks[after-1]
	q.start, q.end = int(first.start), int(last.end)
	if s.open >= 0 {
		q.start = int(first.end)
	}
	if q.closed {
		q.end = int(last.start)
	}
	q.start, q.end = trimSpace(f.text, q.start, q.end)
	f.seq = append(f.seq, token{start: first.start, end: last.end, kind: kindQuote, ref: int32(len(f.found)), space: first.space})
	f.found = append(f.found, q)
	return after
}

// contents sums up the tokens inside the marks.
func (f *frame) contents(toks []token) contents {
	in := contents{last: f.lastSign(toks)}
	upper, small := 0, 0
	for i := range toks {
		k := &toks[i]
		if k.kind != kindWord && k.kind != kindNumber {
			continue
		}
		if in.words == 0 {
			in.first = *k
		}
		in.words++
		in.classes |= k.class
		switch {
		case k.upper:
			upper++
		case !k.is(clsPrep|clsDet|clsConj|clsAux) || k.is(clsPronoun):
			small++
		}
	}
	opens := upper == 1 && in.words > 1 && in.first.is(clsPronoun) // It’s over.
	in.capitals = upper > 0 && small == 0 && !opens && !f.lx.capitals
	return in
}

// cutSentences finds the sentences of the frame.
func (f *frame) cutSentences() {
	f.clauses = make([]clause, 0, len(f.seq)/16+1)
	from, para, capital := 0, 0, false
	for i := range f.seq {
		k := &f.seq[i]
		capital = capital || k.upper && (i > from || k.class&clsFunction == 0)
		if k.kind == kindQuote {
			f.found[k.ref].sent, f.found[k.ref].para = len(f.clauses), para
		}
		if !f.endsSentence(i) {
			continue
		}
		f.clauses = append(f.clauses, clause{frame: f, from: from, to: i + 1, para: para, capital: capital})
		from, capital = i+1, false
		if k.kind == kindBreak {
			para++
		}
	}
	if from < len(f.seq) {
		f.clauses = append(f.clauses, clause{frame: f, from: from, to: len(f.seq), para: para, capital: capital})
	}
}

// endsSentence reports whether the sentence ends after seq[i].
func (f *frame) endsSentence(i int) bool {
	k := f.seq[i]
	switch {
	case i+1 == len(f.seq), k.kind == kindBreak:
		return true
	case f.seq[i+1].kind == kindBreak, f.seq[i+1].isSign(")]}"):
		return false
	case k.kind == kindLine:
		return i > 0 && (f.seq[i-1].isSign(".?!…:") || f.seq[i-1].kind == kindQuote) || f.seq[i+1].isSign("•◦▪")
	case k.isSign(".?!…"), k.isSign(")]") && i > 0 && f.seq[i-1].isSign(".?!"):
		return f.beginsSentence(i + 1)
	case k.kind == kindQuote:
		return f.endsAfterQuote(i)
	}
	return strings.HasSuffix(k.text(f.text), ".") && k.kind == kindWord && f.afterAbbreviation(i)
}

// beginsSentence reports whether seq[i] looks like the first token of a sentence.
func (f *frame) beginsSentence(i int) bool {
	k := f.seq[i]
	return k.space && (k.upper || k.kind == kindNumber || k.kind == kindQuote || k.kind == kindMark || k.isSign("([—–-¿¡")) || k.kind == kindLine
}

// afterAbbreviation reports whether an abbreviation's full stop ends a sentence too: a capitalised word follows that
// is none because of a name.
func (f *frame) afterAbbreviation(i int) bool {
	k, next := f.seq[i], f.seq[i+1]
	if k.is(clsTitle) || k.end-k.start <= 2 {
		return false
	}
	return next.upper && next.is(clsDet|clsPronoun|clsPossess|clsPrep|clsConj|clsSub) && !next.is(clsParticle)
}

// endsAfterQuote reports whether the sentence ends with the quotation at seq[i].
func (f *frame) endsAfterQuote(i int) bool {
	next := f.seq[i+1]
	if !f.beginsSentence(i + 1) {
		return false
	}
	switch f.found[f.seq[i].ref].last {
	case '.':
		return i > 0 && f.seq[i-1].kind == kindWord || !f.shortAttribution(i+1)
	case '?', '!', '…', '—', '-', '–':
		return next.kind == kindQuote || !f.attributionAt(i+1)
	}
	return false
}

// lastSign returns the punctuation sign that toks end in, brackets and marks apart, 0 when a word stands there.
func (f *frame) lastSign(toks []token) rune {
	for i := len(toks) - 1; i >= 0; i-- {
		switch k := toks[i]; k.kind {
		case kindPunct:
			if !k.isSign(")]") {
				return k.sign
			}
		case kindMark, kindLine:
		default:
			if strings.HasSuffix(k.text(f.text), ".") {
				return '.'
			}
			return 0
		}
	}
	return 0
}

// commaAt reports whether seq[i] is a comma, or a quotation that ends in one.
func (f *frame) commaAt(i int) bool {
	k := &f.seq[i]
	return k.isSign(",") || k.kind == kindQuote && f.found[k.ref].last == ','
}

// maxSubject is how many tokens may stand between a quotation and the cue verb after its speaker's name.
const maxSubject = 10

// attributionAt reports whether seq[i:] starts with a name or pronoun and a cue verb: Smith said, he asked; or with a name, an
// apposition and a cue verb: Smith, the head of the port, said.
func (f *frame) attributionAt(i int) bool {
	commas := 0
	for j := i; j < len(f.seq) && j < i+maxSubject*(commas+1); j++ {
		k := f.seq[j]
		switch {
		case k.isSign(",") && j > i && commas < 2 && (f.seq[i].class&clsFunction == 0 || f.seq[i+1].upper):
			commas++
		case k.kind != kindWord && k.kind != kindClitic:
			return false
		case k.is(clsSay|clsLoose) && !k.is(clsIng) && (!k.upper || f.seq[j-1].isSign(",")):
			return j > i && (commas == 0 || commas == 2 && f.seq[j-1].isSign(",") && !f.introduces(j))
		}
	}
	return false
}

// introduces reports whether the cue verb at j leads to speech that follows it rather than to what stands before.
func (f *frame) introduces(j int) bool {
	next := f.seq[min(j+1, len(f.seq)-1)]
	return next.isSign(",:") || next.is(clsThat) || next.kind == kindQuote
}

// shortAttribution reports whether seq[i:] is an attribution and nothing else up to the end of its sentence.
func (f *frame) shortAttribution(i int) bool {
	for j := i; j < len(f.seq) && j < i+maxSubject; j++ {
		k := f.seq[j]
		switch {
		case k.is(clsSay|clsLoose) && !k.is(clsIng) && !k.upper:
			return j > i && (j+1 == len(f.seq) || f.seq[j+1].isSign(".") || f.seq[j+1].kind == kindBreak)
		case k.kind != kindWord || (!k.upper && !k.is(clsTitle|clsRole|clsDet)):
			return false
		}
	}
	return false
}

// quotes returns the findings as Quotes.
func (f *frame) quotes() []Quote {
	out := make([]Quote, 0, len(f.found))
	for i := range f.found {
		q := &f.found[i]
		k := f.seq[q.item]
		r := Quote{Start: int(k.start), End: int(k.end), InnerStart: q.start, InnerEnd: q.end, Kind: q.kind, Speaker: q.name, Continues: q.continues}
		if q.who.ok() {
			r.MentionStart, r.MentionEnd = int(f.seq[q.who.from].start), int(f.seq[q.who.to-1].end)
			r.Mention = f.text[r.MentionStart:r.MentionEnd]
		}
		out = append(out, r)
	}
	return out
}

// trimSpace narrows [start, end) to what is inside the white space at both ends.
func trimSpace(text string, start, end int) (int, int) {
	s := strings.TrimLeftFunc(text[start:end], unicode.IsSpace)
	start = end - len(s)
	return start, start + len(strings.TrimRightFunc(s, unicode.IsSpace))
}
