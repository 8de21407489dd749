package segment

import (
	"slices"
	"sort"

	"articast/segment/quote"
)

// findQuotes finds the quotations in what is spoken.
func (b *builder) findQuotes() {
	quotes := quote.Find(b.masked, quote.Options{Lang: b.lang})
	b.quotes = slices.DeleteFunc(quotes, func(q quote.Quote) bool { return b.pieceAt(q.Start) == nil })
}

// pieceAt returns the spoken piece that holds the offset, or nil.
func (b *builder) pieceAt(at int) *piece {
	i := sort.Search(len(b.pieces), func(i int) bool { return b.pieces[i].end > at })
	if i < len(b.pieces) && b.pieces[i].start <= at {
		return &b.pieces[i]
	}
	return nil
}

// planQuotes returns the quotations as the Plan lists them.
func (b *builder) planQuotes() []Quote {
	out := make([]Quote, 0, len(b.quotes))
	for _, q := range b.quotes {
		p := Quote{Text: b.text[q.InnerStart:q.InnerEnd], Kind: string(q.Kind), Start: q.Start, End: q.End, Speaker: q.Speaker, Mention: q.Mention}
		if q.Mention != "" {
			p.MentionStart, p.MentionEnd = q.MentionStart, q.MentionEnd
		}
		out = append(out, p)
	}
	return out
}

// quotesIn returns the indexes of the full quotations that stand in the span.
func (b *builder) quotesIn(s span) []int {
	var out []int
	from := sort.Search(len(b.quotes), func(i int) bool { return b.quotes[i].Start >= s.start })
	for i := from; i < len(b.quotes) && b.quotes[i].Start < s.end; i++ {
		if b.quotes[i].Kind == quote.Full && b.quotes[i].End <= s.end {
			out = append(out, i)
		}
	}
	return out
}
