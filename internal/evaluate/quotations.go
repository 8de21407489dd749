package main

import (
	"fmt"
	"slices"
	"unicode/utf8"

	"articast/segment/quote"
)

// quotation is a quotation of quotes/*; offsets are code points.
type quotation struct {
	Start        int    `json:"start"`
	End          int    `json:"end"`
	Speaker      string `json:"speaker"`
	SpeakerStart *int   `json:"speaker_start,omitempty"`
	SpeakerEnd   *int   `json:"speaker_end,omitempty"`
}

// quotesItem is an item of quotes/*.
type quotesItem struct {
	ID     string      `json:"id"`
	Text   string      `json:"text"`
	Quotes []quotation `json:"quotes"`
}

// quotesPrediction is what quotes/* asks for.
type quotesPrediction struct {
	ID     string      `json:"id"`
	Quotes []quotation `json:"quotes"`
}

// predictQuotes finds the quotations that are speech; the speaker is the mention beside each.
func predictQuotes(item quotesItem, r *report) any {
	out := quotesPrediction{item.ID, []quotation{}}
	at := codePoints(item.Text)
	for _, q := range quote.Find(item.Text, quote.Options{Lang: "en"}) {
		if q.Kind == quote.Scare {
			continue
		}
		p := quotation{Start: at(q.Start), End: at(q.End), Speaker: q.Mention}
		if q.Mention != "" {
			start, end := at(q.MentionStart), at(q.MentionEnd)
			p.SpeakerStart, p.SpeakerEnd = &start, &end
		}
		out.Quotes = append(out.Quotes, p)
	}
	reportQuotes(item, out.Quotes, r)
	return out
}

// codePoints returns a function from byte offsets of text to code points.
func codePoints(text string) func(int) int {
	points := make([]int, len(text)+1)
	n := 0
	for i := range text {
		points[i] = n
		n++
	}
	points[len(text)] = utf8.RuneCountInString(text)
	return func(i int) int { return points[i] }
}

// reportQuotes notes what is missing, what is too many, and speakers that differ. One code point at either end is free.
func reportQuotes(item quotesItem, got []quotation, r *report) {
	runes := []rune(item.Text)
	show := func(q quotation) string {
		return fmt.Sprintf("[%s] %s", q.Speaker, string(runes[max(0, q.Start-40):min(len(runes), q.End+40)]))
	}
	near := func(a quotation) func(quotation) bool {
		return func(b quotation) bool { return max(a.Start-b.Start, b.Start-a.Start, a.End-b.End, b.End-a.End) <= 1 }
	}
	for _, g := range item.Quotes {
		i := slices.IndexFunc(got, near(g))
		if i < 0 {
			r.differs(item.ID, show(g), "no quotation")
		} else if g.Speaker != "" && !overlap(g, got[i]) {
			r.differs(item.ID, show(g), show(got[i]))
		}
	}
	for _, q := range got {
		if !slices.ContainsFunc(item.Quotes, near(q)) {
			r.differs(item.ID, "no quotation", show(q))
		}
	}
}

// overlap reports whether the speakers of two quotations are the same words of the text, or at least the same words.
func overlap(a, b quotation) bool {
	if a.SpeakerStart == nil || a.SpeakerEnd == nil || b.SpeakerStart == nil {
		return a.Speaker == b.Speaker
	}
	return *a.SpeakerStart < *b.SpeakerEnd && *b.SpeakerStart < *a.SpeakerEnd
}
