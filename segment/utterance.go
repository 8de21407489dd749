package segment

import (
	"strings"
	"unicode/utf8"

	"articast/segment/sentence"
	"articast/segment/spoken"
)

// noQuote is the quotation of a stretch that is in none.
const noQuote = -1

// stretch is a part of a piece that is spoken in one go.
type stretch struct {
	span
	quote int  // index of the full quotation that it is in
	ends  bool // a sentence ends with it
}

// unit is a Segment in the making.
type unit struct {
	Segment
	block int
	ends  bool // a sentence ends with it
	quote int  // index of the quotation it is of
}

// cutRoles are the roles whose text is cut into sentences; the others are said in one go.
var cutRoles = map[Role]bool{
	RoleBody: true, RoleBlockquote: true, RoleList: true, RoleCaption: true, RoleNote: true, RoleEmbed: true, RolePullquote: true,
	RoleSubtitle: true, RoleCode: true,
}

// cutBlock is a text of a block and its sentences.
type cutBlock struct {
	text, lang string
	sentences  []sentence.Span
}

// cutUtterances makes the Segments: a sentence each where possible, full quotations apart.
func (b *builder) cutUtterances() {
	b.cuts = make([]cutBlock, len(b.doc.Blocks))
	b.units = make([]unit, 0, len(b.pieces)+len(b.masked)/60)
	for _, p := range b.pieces {
		if p.instead != "" {
			b.units = append(b.units, unit{
				Segment: Segment{Role: p.role, Spoken: p.instead, Align: spoken.Piece(0, len(p.instead)), Start: p.start, End: p.start},
				block:   p.block, ends: true, quote: noQuote,
			})
			continue
		}
		parts := b.mergeShort(b.stretches(p))
		for i, s := range parts {
			b.addUnits(p, s, i == 0)
		}
	}
}

// stretches cuts a piece at the ends of sentences and at the edges of full quotations.
func (b *builder) stretches(p piece) []stretch {
	text := p.of(b.masked)
	if !cutRoles[p.role] {
		return b.attach(b.cutAtMarks([]stretch{{p.span.trim(b.masked), noQuote, true}}))
	}
	var quotes []int
	if p.role == RoleBody || p.role == RoleList || p.role == RoleNote {
		quotes = b.quotesIn(p.span)
	}
	sentences := sentence.Split(text, b.langOf(p))
	b.cuts[p.block] = cutBlock{text, b.langOf(p), sentences}
	out := make([]stretch, 0, len(sentences)+2*len(quotes))
	for _, s := range sentences {
		for len(quotes) > 0 && b.quotes[quotes[0]].End <= p.start+s.Start {
			quotes = quotes[1:] // a long paragraph may have very many
		}
		out = b.cutAtQuotes(out, span{p.start + s.Start, p.start + s.End}, quotes)
	}
	return b.attach(b.cutAtMarks(out))
}

// cutAtQuotes adds one sentence, cut at the edges of the quotations.
func (b *builder) cutAtQuotes(out []stretch, s span, quotes []int) []stretch {
	at := s.start
	add := func(end, quote int) {
		if part := (span{at, end}).trim(b.masked); part.start < part.end {
			out = append(out, stretch{part, quote, end == s.end})
		}
		at = end
	}
	for _, i := range quotes {
		q := b.quotes[i]
		if q.Start >= s.end {
			break
		}
		if q.End <= at {
			continue
		}
		if q.Start > at {
			add(q.Start, noQuote)
		}
		add(min(q.End+marksAt(b.masked[q.End:]), s.end), i)
	}
	if at < s.end {
		add(s.end, noQuote)
	}
	return out
}

// marksAt returns the length of the marks that text begins with and that belong to the words before them: in German the
// comma stands behind the closing mark, „So ist es“, and a voice must not begin with it.
func marksAt(text string) int {
	return len(text) - len(strings.TrimLeft(text, ",.;:!?…"))
}

// attach joins stretches without a word to the one before, or, at the beginning, to the one after.
func (b *builder) attach(parts []stretch) []stretch {
	out := parts[:0]
	open := -1 // where a stretch without a word began that has none before it
	for _, s := range parts {
		switch {
		case hasWord(s.of(b.masked)):
			if open >= 0 {
				s.start, open = open, -1
			}
			out = append(out, s)
		case len(out) > 0:
			out[len(out)-1].end, out[len(out)-1].ends = s.end, s.ends
		case open < 0:
			open = s.start
		}
	}
	return out
}

// minWords is the number of words below which a sentence is spoken together with its neighbour: an engine says a word
// alone badly, its first sound or its tune is wrong.
const minWords = 3

// mergeShort joins very short sentences to the one after, or else before, that the same speaker says.
func (b *builder) mergeShort(parts []stretch) []stretch {
	out := parts[:0]
	for _, s := range parts {
		if last := len(out) - 1; last >= 0 && b.mergeable(out[last], s) {
			out[last].end, out[last].ends = s.end, s.ends
			continue
		}
		out = append(out, s)
	}
	return out
}

// mergeable reports whether two stretches are better spoken as one.
func (b *builder) mergeable(a, c stretch) bool {
	if a.quote != c.quote || !a.ends || b.markBetween(a.end, c.start) {
		return false
	}
	if countSpoken(a.of(b.masked)) >= minWords && countSpoken(c.of(b.masked)) >= minWords {
		return false
	}
	return utf8.RuneCountInString(b.masked[a.start:c.end]) <= b.o.maxRunes()/2
}

// longWord is the length in code points from which a run of letters and digits is no word, and may be cut.
const longWord = 40

// addUnits speaks a stretch: as one Segment, or, when that is too long, as several cut between clauses.
func (b *builder) addUnits(p piece, s stretch, first bool) {
	u := b.speak(p, s, first)
	n, limit := utf8.RuneCountInString(u.Spoken), b.o.maxRunes()
	if n <= limit || !b.canCut(s.span) {
		b.units = append(b.units, u)
		return
	}
	have := utf8.RuneCountInString(s.of(b.masked))
	for target := min(have*limit/n, have-1); ; target /= 2 {
		target = max(target, longWord)
		if parts := b.cutAt(p, s, target); len(parts) > 1 {
			for i, part := range parts {
				b.addUnits(p, part, first && i == 0)
			}
			return
		}
		if target == longWord { // what was cut off says nothing by itself
			b.units = append(b.units, u)
			return
		}
	}
}

// cutAt cuts a stretch between clauses into parts of at most so many code points, those without a word joined to their neighbours.
func (b *builder) cutAt(p piece, s stretch, target int) []stretch {
	cuts := sentence.Clauses(s.of(b.masked), b.langOf(p), target)
	parts := make([]stretch, len(cuts))
	for i, c := range cuts {
		parts[i] = stretch{span{s.start + c.Start, s.start + c.End}, s.quote, s.ends && i == len(cuts)-1}
	}
	return b.attach(parts)
}

// canCut reports whether the span is longer than what must stay whole.
func (b *builder) canCut(s span) bool { return utf8.RuneCountInString(s.of(b.masked)) > longWord }

// langOf returns the language of a piece.
func (b *builder) langOf(p piece) string {
	if lang := b.doc.Blocks[p.block].Lang; lang != "" {
		return lang
	}
	return b.lang
}
