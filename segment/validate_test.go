package segment

import (
	"bytes"
	"strings"
	"testing"

	"articast/segment/spoken"
)

// A plan whose offsets cannot be is refused with the place and the reason.
func TestReadPlanRefusesSpans(t *testing.T) {
	for name, c := range map[string]struct {
		edit func(*Plan)
		want string
	}{
		"backwards":        {func(p *Plan) { p.Segments[2].End = 1 }, "segment s0003: its span ends at 1, before it begins at 27"},
		"before the text":  {func(p *Plan) { p.Segments[2].Start = -4 }, "segment s0003: its span begins at -4, before the text"},
		"overlap":          {func(p *Plan) { p.Segments[2].Start = 3 }, "overlaps that of segment s0001"},
		"copied":           {func(p *Plan) { c := p.Segments[2]; c.ID = "x"; p.Segments = append(p.Segments, c) }, "segment x: its span 27 to 65 overlaps that of segment s0003: a segment of your own has the span 0 to 0"},
		"align":            {func(p *Plan) { p.Segments[2].Align = spoken.Align([4]int{0, 999, 0, 999}) }, "segment s0003: its align leaves its text or its spoken form"},
		"drop backwards":   {func(p *Plan) { p.Dropped[0].End = 0 }, "dropped number 1: its span ends at 0"},
		"drops out of row": {func(p *Plan) { p.Dropped = append(p.Dropped, Drop{Rule: "x"}) }, "dropped number 2: its span begins at 0, before that of the one above it"},
		"quote":            {func(p *Plan) { p.Quotes[0].Start = -1 }, "quote number 1: its span begins at -1"},
		"mention":          {func(p *Plan) { p.Quotes[0].MentionEnd = 0 }, "quote number 1: its mention: its span ends at 0"},
		"quotes":           {func(p *Plan) { p.Quotes = append(p.Quotes, Quote{}) }, "quote number 2: its span begins at 0"},
	} {
		p := planOf(t, spansText, Options{})
		c.edit(p)
		var buf bytes.Buffer
		if err := p.Write(&buf); err != nil {
			t.Fatal(err)
		}
		if _, err := ReadPlan(&buf); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: ReadPlan says %v, want %q", name, err, c.want)
		}
	}
}

const spansText = "The Dam Holds\n\nBy Ann Lee\n\nIt rained for a week.[1] Nobody slept.\n\n“We are safe now, all of us,” said Paul Weaver."

// Segments may be edited, moved, added and taken out.
func TestReadPlanAllowsEdits(t *testing.T) {
	for name, edit := range map[string]func(*Plan){
		"as it is": func(*Plan) {},
		"words":    func(p *Plan) { p.Segments[2].Spoken = "It rained." },
		"moved":    func(p *Plan) { p.Segments[1], p.Segments[2] = p.Segments[2], p.Segments[1] },
		"added":    func(p *Plan) { p.Segments = append(p.Segments, Segment{Role: RoleBody, Spoken: "So long."}) },
		"removed":  func(p *Plan) { p.Segments = p.Segments[1:] },
	} {
		p := planOf(t, spansText, Options{})
		edit(p)
		var buf bytes.Buffer
		if err := p.Write(&buf); err != nil {
			t.Fatal(err)
		}
		got, err := ReadPlan(&buf)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if name == "words" && got.Segments[2].Align != "" {
			t.Error("the alignment of an edited segment was kept")
		}
	}
}
