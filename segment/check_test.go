package segment

import (
	"strings"
	"testing"

	"articast/segment/spoken"
)

// rainPlan is a right plan of the text "Rain fell. It rained [1] on."
func rainPlan() *Plan {
	return &Plan{
		Segments: []Segment{
			{ID: "s0001", Text: "Rain fell.", Spoken: "Rain fell.", Align: spoken.Align([4]int{0, 10, 0, 10}), Start: 0, End: 10},
			{ID: "s0002", Text: "It rained [1] on.", Spoken: "It rained on.", Align: spoken.Align([4]int{0, 10, 0, 10}, [4]int{10, 14, 10, 10}, [4]int{14, 17, 10, 13}), Start: 11, End: 28},
		},
		Dropped: []Drop{{Text: "[1]", Rule: "note/mark", Start: 21, End: 24}},
	}
}

const rainText = "Rain fell. It rained [1] on."

func TestCheck(t *testing.T) {
	if err := rainPlan().Check(rainText); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		want string
		edit func(p *Plan)
	}{
		{"is lost", func(p *Plan) { p.Segments = p.Segments[:1] }},
		{"overlaps", func(p *Plan) { p.Segments[1].Start = 5 }},
		{"not the document's", func(p *Plan) { p.Segments[0].Text = "Rain felt." }},
		{"not said", func(p *Plan) { p.Dropped = nil }},
		{"has no rule", func(p *Plan) { p.Dropped[0].Rule = "" }},
		{"overlaps", func(p *Plan) { p.Dropped = append(p.Dropped, p.Dropped[0]) }},
		{"does not go on", func(p *Plan) { p.Segments[0].Align = spoken.Align([4]int{1, 10, 0, 10}) }},
		{"ends at", func(p *Plan) { p.Segments[0].Align = spoken.Align([4]int{0, 9, 0, 9}) }},
		{"is cut", func(p *Plan) {
			p.Segments = append(p.Segments, Segment{ID: "s0003", Text: "in fell.", Spoken: "in fell.", Align: spoken.Align([4]int{0, 8, 0, 8}), Start: 2, End: 10})
			s := &p.Segments[0]
			s.Text, s.Spoken, s.Align, s.End = "Ra", "Ra", spoken.Align([4]int{0, 2, 0, 2}), 2
		}},
	} {
		p := rainPlan()
		c.edit(p)
		if err := p.Check(rainText); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("Check() = %v, want an error with %q", err, c.want)
		}
	}
}

func TestReadPlanSaysWhatIsWrong(t *testing.T) {
	const one = `{"version":1,"segments":[{"id":"s0001","role":"body","spoken":"Rain."}]}`
	if _, err := ReadPlan(strings.NewReader(one)); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, want string }{
		{"", "is empty"},
		{"{", "too early"},
		{"{\n\"version\": x}", "line 2"},
		{`{"version":"1"}`, "line 1"},
		{`{"version":1,"segmnts":[]}`, "segmnts"},
		{`{"segments":[]}`, "no version"},
		{`{"version":9,"segments":[]}`, "version 9"},
		{`{"version":1,"segments":[]}`, "no segments"},
		{one + "x", "more text"},
		{strings.Replace(one, "body", "song", 1), `unknown role "song"`},
		{strings.Replace(one, "Rain.", " ", 1), "spoken form is empty"},
		{strings.Replace(one, `"id"`, `"pause_after_ms":-1,"id"`, 1), "pauses"},
		{strings.Replace(one, "}]", `},{"id":"s0001","role":"body","spoken":"Rain."}]`, 1), "same id"},
		{strings.Replace(one, "Rain.", strings.Repeat("Rain. ", 2000), 1), "longer than"},
	} {
		if _, err := ReadPlan(strings.NewReader(c.text)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("ReadPlan(%.60s) = %v, want an error with %q", c.text, err, c.want)
		}
	}
}

// A long sentence without a comma, in a script that shows no words, is cut between any two signs.
func TestLongChineseSentenceIsCut(t *testing.T) {
	part := strings.Repeat("昨天夜里大雨一直下到天亮", 3)
	p := planOf(t, "大雨\n\n"+part+"《"+part+"》"+part+"。", Options{Lang: "zh", MaxRunes: 80})
	if len(p.Segments) < 3 {
		t.Errorf("%d segments, want the sentence cut", len(p.Segments))
	}
}
