package segment

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"articast/article"
)

// citation is the mark of a footnote or of a source as plain text has it: "[1]", "[12, 13]", "[citation needed]".
var citation = regexp.MustCompile(`\[(?:\d{1,3}(?:\s?[,–-]\s?\d{1,3})*|(?i:citation needed|edit|update|notes? \d+|nb \d+|better source needed|clarification needed|when\?|who\?|by whom\?))\]`)

// timeMark is the time in a recording before what is said then: "[00:04:10] ANN: ..."; roundTimeMark the same in round brackets, which
// stand around the time of a service or the place of a verse too. Its groups are hours, minutes, seconds and the speaker.
var (
	timeMark      = regexp.MustCompile(`\[\d{1,2}:\d{2}(?::\d{2})?\]`)
	roundTimeMark = regexp.MustCompile(`^\((\d{1,2}):(\d{2})(?::(\d{2}))?\)(?:\s*(\pL[\pL\pM.'’ -]{0,40}):\s)?`)
)

// minRoundTimes is the number of times in round brackets from which on they may be those of a transcript.
const minRoundTimes = 3

// roundTimes returns the times in round brackets that begin the pieces of a transcript: they rise, most have a speaker behind them, and
// one of those speaks again.
func (b *builder) roundTimes() []Drop {
	var found []Drop
	speakers, labelled, last := map[string]bool{}, 0, 0
	for _, p := range b.pieces {
		m := roundTimeMark.FindStringSubmatch(p.of(b.text))
		if m == nil {
			continue
		}
		at := 0
		for _, n := range m[1:4] {
			if v, err := strconv.Atoi(n); err == nil {
				at = at*60 + v
			}
		}
		if at < last {
			return nil
		}
		last = at
		if m[4] != "" {
			speakers[m[4]] = true
			labelled++
		}
		found = append(found, Drop{Rule: "widget/listen", Start: p.start, End: p.start + strings.IndexByte(m[0], ')') + 1})
	}
	if len(found) < minRoundTimes || labelled*2 <= len(found) || len(speakers) == labelled {
		return nil
	}
	return found
}

// webAddress is an address in the text; the groups are what is not spoken of it: all but the name of the site.
var webAddress = regexp.MustCompile(`(?i)\b(https?://(?:www\.)?)[\pL\pN-]+(?:\.[\pL\pN-]+)+(?::\d+)?((?:[/?#][^\s()<>"“”]*[\pL\pN/])?)`)

// shortAddress is an address that says nothing, as posts have them.
var shortAddress = regexp.MustCompile(`(?i)\b(?:https?://)?(?:t\.co|pic\.twitter\.com|bit\.ly|ow\.ly|buff\.ly|trib\.al|tinyurl\.com|goo\.gl|amzn\.to|youtu\.be|dlvr\.it|fb\.me|lnkd\.in)/[\w-]+`)

// dropInside drops what is furniture inside a piece: footnote marks, what the reader of the markup marked, what the user's
// expressions match. The pieces keep their spans; nothing of the drops is spoken.
func (b *builder) dropInside() {
	found := append(b.markDropsInText(), b.inner...)
	found = append(found, b.roundTimes()...)
	for i, block := range b.doc.Blocks {
		found = append(found, b.markDrops(i, block)...)
	}
	for _, p := range b.pieces {
		text := p.of(b.text)
		for _, m := range citation.FindAllStringIndex(text, -1) {
			found = append(found, Drop{Rule: "note/mark", Start: p.start + m[0], End: p.start + m[1]})
		}
		for _, m := range timeMark.FindAllStringIndex(text, -1) {
			found = append(found, Drop{Rule: "widget/listen", Start: p.start + m[0], End: p.start + m[1]})
		}
		for _, m := range addresses(text) {
			found = append(found, Drop{Rule: "address/path", Start: p.start + m.start, End: p.start + m.end})
		}
		for _, re := range b.o.DropText {
			for _, m := range re.FindAllStringIndex(text, -1) {
				s := span{m[0], m[1]}
				if s.start < s.end {
					s = s.widened(text)
				}
				found = append(found, Drop{Rule: "text/matched", Start: p.start + s.start, End: p.start + s.end})
			}
		}
	}
	found = slices.DeleteFunc(found, func(d Drop) bool { return !b.on.drops(d.Rule) })
	sortDrops(found)
	b.applyInside(found)
}

// addresses returns what is not spoken of the addresses in text.
func addresses(text string) []span {
	var out []span
	if strings.Contains(text, "/") {
		for _, m := range shortAddress.FindAllStringIndex(text, -1) {
			out = append(out, span{m[0], m[1]})
		}
	}
	if !strings.Contains(text, "://") {
		return out
	}
	for _, m := range webAddress.FindAllStringSubmatchIndex(text, -1) {
		for _, s := range []span{{m[2], m[3]}, {m[4], m[5]}} {
			if s.start < s.end {
				out = append(out, s)
			}
		}
	}
	return out
}

// dropUnsaid notes what the spoken form leaves unsaid though it has letters or digits, so that no word goes missing unseen.
// Where it leaves nothing there is nothing to speak.
func (b *builder) dropUnsaid() {
	for _, u := range b.units {
		for a := range u.Align.Pieces() {
			if a[2] < a[3] {
				continue
			}
			at, end := u.Start+a[0], u.Start+a[1]
			for _, h := range append(b.holes(span{at, end}), span{a[1] - a[0], a[1] - a[0]}) {
				if s := (span{at, u.Start + a[0] + h.start}); s.start < s.end && hasWord(s.of(b.text)) {
					b.drop(s, "text/unsaid")
				}
				at = u.Start + a[0] + h.end
			}
		}
	}
	b.units = slices.DeleteFunc(b.units, func(u unit) bool { return strings.TrimSpace(u.Spoken) == "" })
}

// markDrops returns the drops that a block's marks ask for.
func (b *builder) markDrops(i int, block article.Block) []Drop {
	var found []Drop
	for _, m := range block.Marks {
		if m.Start < 0 || m.End > len(block.Text) || m.Start >= m.End {
			continue
		}
		d := Drop{Start: b.offsets[i] + m.Start, End: b.offsets[i] + m.End}
		switch m.Kind {
		case article.MarkNoteRef:
			d.Rule = "note/mark"
		case article.MarkDrop:
			d.Rule = m.Value
		default:
			continue
		}
		found = append(found, d)
	}
	return found
}

// applyInside drops the parts of the found spans, which are sorted, that lie in pieces and do not overlap.
func (b *builder) applyInside(found []Drop) {
	sortPieces(b.pieces)
	at, end := 0, 0
	for _, p := range b.pieces {
		for at > 0 && found[at-1].End > p.start {
			at--
		}
		for ; at < len(found) && found[at].Start < p.end; at++ {
			s := span{max(found[at].Start, p.start, end), min(found[at].End, p.end)}
			if s.start >= s.end {
				continue
			}
			if s = runeEdges(b.text, s).trim(b.text); s.start < s.end {
				b.drop(s, found[at].Rule)
				b.inside = append(b.inside, s)
				end = s.end
			}
		}
	}
	gone := slices.Clone(b.inside)
	for _, d := range b.dropped {
		gone = append(gone, span{d.Start, d.End})
	}
	b.masked = blank(b.text, gone)
}

// runeEdges narrows a span to whole code points.
func runeEdges(text string, s span) span {
	for s.start < s.end && !utf8.RuneStart(text[s.start]) {
		s.start++
	}
	for s.end > s.start && s.end < len(text) && !utf8.RuneStart(text[s.end]) {
		s.end--
	}
	return s
}

func sortDrops(drops []Drop) {
	slices.SortStableFunc(drops, func(a, b Drop) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End)) })
}

func sortPieces(pieces []piece) {
	slices.SortStableFunc(pieces, func(a, b piece) int { return cmp.Compare(a.start, b.start) })
}
