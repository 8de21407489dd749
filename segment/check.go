package segment

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"articast/segment/sentence"
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

// words checks that each letter and digit is in a segment or a drop, and that no segment begins in a word, unless what stands
// there of it before is dropped.
func (c *checker) words() error {
	at, d := 0, 0
	for _, s := range c.segments {
		if err := c.gap(at, s.Start, &d); err != nil {
			return err
		}
		at = s.End
		for d < len(c.drops) && c.drops[d].End <= s.Start {
			d++
		}
		dropped := d < len(c.drops) && c.drops[d].Start <= s.Start || d > 0 && c.drops[d-1].End == s.Start
		if word := wordOver(c.text, s.Start); word != "" && s.Start < s.End && !dropped {
			return fmt.Errorf("check plan: the word %q at %d is cut", word, s.Start)
		}
	}
	return c.gap(at, len(c.text), &d)
}

// gap checks that each letter and digit between two offsets is in a drop. The drop at d is the first that may hold one.
func (c *checker) gap(from, to int, d *int) error {
	for i, r := range c.text[from:to] {
		if !inWord(r) || unicode.IsMark(r) {
			continue
		}
		at := from + i
		for *d < len(c.drops) && c.drops[*d].End <= at {
			*d++
		}
		if *d == len(c.drops) || c.drops[*d].Start > at {
			return fmt.Errorf("check plan: the word at %d is lost: %.60q", at, c.text[at:])
		}
	}
	return nil
}

// wordOver returns the word that goes on over at, "" where there is none, a run of letters that is too long to be one, a script
// that shows no words, or where two parts of a byline stand together.
func wordOver(text string, at int) string {
	const reach = utf8.UTFMax * (longWord + 1)
	before, after := text[max(0, at-reach):at], text[at:min(len(text), at+reach)]
	head, tail := before[len(strings.TrimRightFunc(before, inWord)):], after[:len(after)-len(strings.TrimLeftFunc(after, inWord))]
	if !hasWord(head) || tail == "" || utf8.RuneCountInString(head+tail) > longWord {
		return ""
	}
	last, _ := utf8.DecodeLastRuneInString(head)
	if sentence.Unspaced(last) && sentence.Unspaced(firstRune(tail)) {
		return ""
	}
	if m := glued.FindStringIndex(text[at-1 : min(len(text), at+maxGlued)]); m != nil && m[0] == 0 {
		return ""
	}
	return head + tail
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
		for len(drops) > 0 && drops[0].End <= s.Start+a[0] {
			drops = drops[1:] // a segment may have very many
		}
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
