package segment

import (
	"cmp"
	"fmt"
	"slices"
)

// validateSpans checks the offsets of a plan that a person may have edited. Segments may stand in any order, but no two may
// claim the same words. The alignment of a segment whose words were edited says nothing any more, and is left out.
func (p *Plan) validateSpans() error {
	sorted := make([]int, len(p.Segments))
	for i := range p.Segments {
		s := &p.Segments[i]
		if sorted[i] = i; s.Start < 0 || s.End < s.Start {
			return fmt.Errorf("segment %s: %w", s.name(i), badSpan(s.Start, s.End))
		}
		if s.Align == "" || s.checkAlign(nil) == nil {
			continue
		}
		if s.Digest == s.digest() && !s.alignsInside() {
			return fmt.Errorf("segment %s: its align leaves its text or its spoken form", s.name(i))
		}
		if s.Digest != s.digest() {
			s.Align = ""
		}
	}
	slices.SortStableFunc(sorted, func(a, b int) int { return cmp.Compare(p.Segments[a].Start, p.Segments[b].Start) })
	end, last := 0, ""
	for _, i := range sorted {
		s := &p.Segments[i]
		if s.Start < end && s.Start < s.End {
			return fmt.Errorf("segment %s: its span %d to %d overlaps that of segment %s: a segment of your own has the span 0 to 0", s.name(i), s.Start, s.End, last)
		}
		if s.Start < s.End {
			end, last = s.End, s.name(i)
		}
	}
	return p.validateLists()
}

// name returns the id of a segment, or its place, counted from 1, where it has none.
func (s *Segment) name(i int) string {
	if s.ID == "" {
		return fmt.Sprintf("number %d", i+1)
	}
	return s.ID
}

// badSpan says what is wrong with a span that cannot be.
func badSpan(start, end int) error {
	if start < 0 {
		return fmt.Errorf("its span begins at %d, before the text", start)
	}
	return fmt.Errorf("its span ends at %d, before it begins at %d", end, start)
}

// alignsInside reports whether every pair of the alignment lies in the text and the spoken form, and goes on from the one
// before.
func (s *Segment) alignsInside() bool {
	text, spoken := 0, 0
	for a := range s.Align.Pieces() {
		if a[0] != text || a[1] < a[0] || a[1] > len(s.Text) || a[2] != spoken || a[3] < a[2] || a[3] > len(s.Spoken) {
			return false
		}
		text, spoken = a[1], a[3]
	}
	return true
}

// validateLists checks the spans of what was left out and of the quotations: they ascend.
func (p *Plan) validateLists() error {
	at := 0
	for i, d := range p.Dropped {
		if d.Start < 0 || d.End < d.Start {
			return fmt.Errorf("dropped number %d: %w", i+1, badSpan(d.Start, d.End))
		}
		if d.Start < at {
			return fmt.Errorf("dropped number %d: its span begins at %d, before that of the one above it", i+1, d.Start)
		}
		at = d.Start
	}
	at = 0
	for i, q := range p.Quotes {
		if q.Start < 0 || q.End < q.Start {
			return fmt.Errorf("quote number %d: %w", i+1, badSpan(q.Start, q.End))
		}
		if q.MentionStart < 0 || q.MentionEnd < q.MentionStart {
			return fmt.Errorf("quote number %d: its mention: %w", i+1, badSpan(q.MentionStart, q.MentionEnd))
		}
		if q.Start < at {
			return fmt.Errorf("quote number %d: its span begins at %d, before that of the one above it", i+1, q.Start)
		}
		at = q.Start
	}
	return nil
}
