package segment

import (
	"cmp"
	"fmt"
	"slices"
	"unicode"
	"unicode/utf8"
)

// Check returns an error when the Plan does not answer for every word of the Document's text: each is in exactly one
// segment, or in a drop; a drop inside a segment is not spoken. Segments do not overlap, and have the text that stands at
// their place; the alignment of each covers what is written and what is said in order, and leaves nothing unsaid but
// drops.
func (p *Plan) Check(text string) error {
	c := checker{text: text, segments: make([]*Segment, len(p.Segments)), drops: slices.Clone(p.Dropped)}
	for i := range p.Segments {
		c.segments[i] = &p.Segments[i]
	}
	slices.SortStableFunc(c.segments, func(a, b *Segment) int { return cmp.Compare(a.Start, b.Start) })
	sortDrops(c.drops)
	if err := c.spans(); err != nil {
		return err
	}
	if err := c.words(); err != nil {
		return err
	}
	return c.alignments()
}

// checker holds a Plan's spans in the order of the text.
type checker struct {
	text     string
	segments []*Segment
	drops    []Drop
}

// spans checks that spans lie in the text, hold what they say and do not overlap.
func (c *checker) spans() error {
	at := 0
	for _, s := range c.segments {
		if s.Start < at || s.End < s.Start || s.End > len(c.text) {
			return fmt.Errorf("check segment %s: span %d to %d overlaps another or leaves the text", s.ID, s.Start, s.End)
		}
		if c.text[s.Start:s.End] != s.Text {
			return fmt.Errorf("check segment %s: its text is not the document's: %.60q", s.ID, s.Text)
		}
		at = s.End
	}
	at = 0
	for _, d := range c.drops {
		if d.Start < at || d.End < d.Start || d.End > len(c.text) {
			return fmt.Errorf("check drop %s: span %d to %d overlaps another or leaves the text", d.Rule, d.Start, d.End)
		}
		if c.text[d.Start:d.End] != d.Text || d.Rule == "" {
			return fmt.Errorf("check drop %q: its text is not the document's, or it has no rule: %.60q", d.Rule, d.Text)
		}
		at = d.End
	}
	return nil
}

// words checks that each letter and digit is in a segment or a drop, and that no segment begins or ends in a word.
func (c *checker) words() error {
	s, d := 0, 0
	wordAt, runes := -1, 0
	cut := false // a segment's edge is in the word so far
	for at, r := range c.text {
		if !inWord(r) {
			if cut && runes <= longWord {
				return fmt.Errorf("check plan: the word %q at %d is cut", c.text[wordAt:at], wordAt)
			}
			wordAt, cut = -1, false
			continue
		}
		if wordAt >= 0 && s < len(c.segments) && c.segments[s].Start < at && at < c.segments[s].End {
			runes++ // inside a segment a word only goes on
			continue
		}
		for s < len(c.segments) && c.segments[s].End <= at {
			s++
		}
		for d < len(c.drops) && c.drops[d].End <= at {
			d++
		}
		inSegment := s < len(c.segments) && c.segments[s].Start <= at
		inDrop := d < len(c.drops) && c.drops[d].Start <= at
		if !inSegment && !inDrop && !unicode.IsMark(r) {
			return fmt.Errorf("check plan: the word at %d is lost: %.60q", at, c.text[at:])
		}
		if wordAt < 0 {
			wordAt, runes = at, 0
		} else if inSegment && !inDrop && c.segments[s].Start == at && !(d > 0 && c.drops[d-1].End == at) {
			cut = true
		}
		runes++
	}
	if cut && runes <= longWord {
		return fmt.Errorf("check plan: the word %q at %d is cut", c.text[wordAt:], wordAt)
	}
	return nil
}

// alignments checks the alignment of every segment.
func (c *checker) alignments() error {
	d := 0
	for _, s := range c.segments {
		for d > 0 && c.drops[d-1].End > s.Start {
			d--
		}
		for d < len(c.drops) && c.drops[d].End <= s.Start {
			d++
		}
		if err := s.checkAlign(c.drops[d:]); err != nil {
			return fmt.Errorf("check segment %s: %w", s.ID, err)
		}
	}
	return nil
}

// checkAlign checks one alignment; drops are those that end after the segment's start.
func (s *Segment) checkAlign(drops []Drop) error {
	textAt, spokenAt := 0, 0
	for a := range s.Align.Pieces() {
		if a[0] != textAt || a[1] < a[0] || a[1] > len(s.Text) || a[2] != spokenAt || a[3] < a[2] || a[3] > len(s.Spoken) {
			return fmt.Errorf("alignment %v does not go on from %d, %d", a, textAt, spokenAt)
		}
		if a[2] == a[3] && !droppedText(s.Text[a[0]:a[1]], s.Start+a[0], drops) {
			return fmt.Errorf("%q is not said", s.Text[a[0]:a[1]])
		}
		textAt, spokenAt = a[1], a[3]
	}
	if textAt != len(s.Text) || spokenAt != len(s.Spoken) {
		return fmt.Errorf("alignment ends at %d, %d of %d, %d", textAt, spokenAt, len(s.Text), len(s.Spoken))
	}
	return nil
}

// droppedText reports whether every word of the text, which begins at offset at, lies in the drops.
func droppedText(text string, at int, drops []Drop) bool {
	for i, r := range text {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			continue
		}
		in := false
		for _, d := range drops {
			if d.Start > at+i {
				break
			}
			in = in || at+i+utf8.RuneLen(r) <= d.End
		}
		if !in {
			return false
		}
	}
	return true
}
