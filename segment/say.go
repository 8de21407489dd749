package segment

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"articast/segment/quote"
	"articast/segment/spoken"
)

// speak makes the Segment of a stretch. Only the first of a piece has the piece's lead-in.
func (b *builder) speak(p piece, s stretch, first bool) unit {
	u := unit{block: p.block, ends: s.ends, quote: s.quote}
	u.Segment = Segment{Role: p.role, Level: p.level, Text: s.of(b.text), Start: s.start, End: s.end}
	lead, tail := "", ""
	if first {
		lead = p.lead
	}
	if s.quote != noQuote {
		switch q := b.quotes[s.quote]; b.o.Quotes {
		case QuotesVoice, "":
			u.Role, u.Speaker = RoleQuote, q.Speaker
		case QuotesCue:
			lead, tail = lead+b.cueBefore(q, s), b.cueAfter(q, s)
		}
	}
	if lang := b.langOf(p); lang != b.lang {
		u.Lang = lang
	}
	form := b.spokenForm
	if p.role == RoleTable {
		form = b.spokenRow
	}
	u.Spoken, u.Align, u.Changes = form(p, s.span)
	if p.role == RoleDateline {
		u.sayPlace()
	}
	for _, c := range u.Changes {
		if !slices.Contains(u.Rules, c.Rule) {
			u.Rules = append(u.Rules, c.Rule)
		}
	}
	u.say(lead, b.stop(u, s, tail))
	return u
}

// say adds words before and after the spoken form that the text does not have.
func (u *unit) say(lead, tail string) {
	if lead != "" {
		u.Align = spoken.Piece(0, len(lead)) + u.Align
		u.Spoken = lead + u.Spoken
	}
	if tail != "" {
		u.Align += spoken.Piece(0, len(tail))
		u.Spoken += tail
	}
}

// spokenForm says a span of the text without what is dropped inside it.
func (b *builder) spokenForm(p piece, s span) (say string, align spoken.Alignment, changes []Change) {
	holes := b.holes(s)
	kept := s.of(b.text)
	if len(holes) > 0 {
		kept, holes = without(kept, holes)
	}
	r := spoken.Normalize(kept, spoken.Options{
		Lang: b.langOf(p), Region: b.region, Lexicon: b.o.Lexicon, Phonemes: b.o.Phonemes,
		Said:     b.saidIn(s, holes),
		Headline: p.role == RoleTitle || p.role == RoleHeading,
	})
	for _, f := range r.Rules {
		changes = append(changes, Change{f.Rule, f.Before, f.After})
	}
	return r.Text, withHoles(r.Align, holes, kept, r.Text), changes
}

// holes returns what is dropped inside the span, relative to it.
func (b *builder) holes(s span) []span {
	var out []span
	from := sort.Search(len(b.inside), func(i int) bool { return b.inside[i].end > s.start })
	for _, g := range b.inside[from:] {
		if g.start >= s.end {
			break
		}
		out = append(out, span{max(g.start, s.start) - s.start, min(g.end, s.end) - s.start})
	}
	return out
}

// without returns text without the holes, and the holes widened by the white space that would be doubled.
func without(text string, holes []span) (string, []span) {
	var out strings.Builder
	wide := slices.Clone(holes)
	at := 0
	for i, h := range holes {
		out.WriteString(text[at:h.start])
		at = h.end
		before := out.String()
		if rest := text[at:]; strings.HasPrefix(rest, " ") && (before == "" || strings.HasSuffix(before, " ")) {
			at++
			wide[i].end++
		}
	}
	out.WriteString(text[at:])
	return out.String(), wide
}

// withHoles puts the holes back into an alignment of what was left: each is a pair with nothing spoken, or, inside what
// one rule has said, a part of that pair. What was left is kept, and is said as said.
func withHoles(align spoken.Alignment, holes []span, kept, said string) spoken.Alignment {
	if len(holes) == 0 {
		return align
	}
	var out [][4]int
	end := 0
	gone, next := 0, 0 // bytes of holes so far, and the hole to come
	put := func(spokenAt int) {
		h := holes[next]
		out = append(out, [4]int{h.start, h.end, spokenAt, spokenAt})
		gone += h.end - h.start
		next++
	}
	for a := range align.Pieces() {
		for next < len(holes) && holes[next].start <= a[0]+gone {
			put(a[2])
		}
		start := a[0] + gone
		untouched := kept[a[0]:a[1]] == said[a[2]:a[3]]
		for next < len(holes) && holes[next].start < a[1]+gone {
			if h := holes[next]; untouched {
				out = append(out, [4]int{start, h.start, a[2], a[2] + h.start - start})
				a[2] += h.start - start
				put(a[2])
				start = h.end
				continue
			}
			gone += holes[next].end - holes[next].start
			next++
		}
		out = append(out, [4]int{start, a[1] + gone, a[2], a[3]})
		end = a[3]
	}
	for next < len(holes) {
		put(end)
	}
	return spoken.Align(out...)
}

// closingMarks are the marks and brackets that may stand behind the end of a sentence, in German and French too.
const closingMarks = ` "'”’»“‘«›‹)]」`

// stop returns what ends the spoken form: a cue, or a full stop where a line ends without a mark and the engine would
// not lower its voice.
func (b *builder) stop(u unit, s stretch, tail string) string {
	if tail != "" || !s.ends {
		return tail
	}
	trimmed := strings.TrimRight(u.Spoken, closingMarks)
	last, _ := utf8.DecodeLastRuneInString(trimmed)
	if strings.ContainsRune(".!?…:;,—。！？」", last) || trimmed == "" {
		return ""
	}
	return "."
}

// cueBefore returns what the narrator says before a quotation that begins here.
func (b *builder) cueBefore(q quote.Quote, s stretch) string {
	if s.start > q.Start || q.Continues {
		return ""
	}
	return leadIn(b.lang, "quote")
}

// cueAfter returns what the narrator says after a quotation that ends here.
func (b *builder) cueAfter(q quote.Quote, s stretch) string {
	if s.end < q.End || s.quote+1 < len(b.quotes) && b.quotes[s.quote+1].Continues {
		return ""
	}
	if s.ends {
		return leadIn(b.lang, "endquote")
	}
	return leadIn(b.lang, "endquotemid")
}

// sayPlace says the place of a dateline, which is often written in capitals, as a word.
func (u *unit) sayPlace() {
	if strings.ToUpper(u.Text) != u.Text {
		return
	}
	inside := false
	lower := strings.Map(func(r rune) rune {
		was := inside
		inside = inWord(r)
		if l := unicode.ToLower(r); was && utf8.RuneLen(l) == utf8.RuneLen(r) { // the alignment stays as it is
			return l
		}
		return r
	}, u.Spoken)
	if lower != u.Spoken {
		u.Changes = append(u.Changes, Change{"dateline/capitals", u.Spoken, lower})
		u.Spoken = lower
	}
}
