package podcast_test

import (
	"bytes"
	"strings"
	"testing"

	"articast/podcast"
	"articast/segment"
	"articast/tts/tone"
)

func mergePlans() []*segment.Plan {
	return []*segment.Plan{
		{
			Version: 1, Title: "One", Lang: "en", Site: "The Post", Source: "https://example.org/1", Document: "sha256:1",
			Segments: []segment.Segment{
				{ID: "s0001", Role: segment.RoleTitle, Text: "One", Spoken: "One.", Chapter: "One", Start: 0, End: 3, PauseAfterMS: 500},
				{ID: "s0002", Role: segment.RoleHeading, Text: "Inner", Spoken: "Inner.", Chapter: "Inner", Start: 5, End: 10, PauseAfterMS: 1800},
			},
			Dropped: []segment.Drop{{Text: "Ad", Rule: "boilerplate/ad", Start: 12, End: 14}},
			Quotes:  []segment.Quote{},
		},
		{
			Version: 1, Title: "Zwei", Lang: "de", Document: "sha256:2",
			Segments: []segment.Segment{{ID: "s0001", Role: segment.RoleBody, Text: "“Ja.”", Spoken: "Ja.", Start: 0, End: 9, PauseBeforeMS: 100}},
			Dropped:  []segment.Drop{},
			Quotes:   []segment.Quote{{Text: "Ja.", Kind: "full", Start: 0, End: 9, Speaker: "A"}},
		},
	}
}

func TestMergedPlanIsHeardArticleByArticle(t *testing.T) {
	plans := mergePlans()
	intro := podcast.Lead{Headline: "Digest", Text: "Monday. Two articles.", Spoken: "Monday. Two articles."}
	m := podcast.Merge("Digest", intro, plans, []podcast.Lead{{Headline: "One", Text: "From The Post.", Spoken: "From The Post."}, {Headline: "Zwei", Text: "Zwei.", Spoken: "Zwei."}})
	var b bytes.Buffer
	if err := m.Write(&b); err != nil {
		t.Fatal(err)
	}
	if _, err := segment.ReadPlan(&b); err != nil {
		t.Fatalf("the merged plan cannot be read: %v", err)
	}
	e, _ := produce(t, &podcast.Producer{Backend: tone.Backend{}}, m)
	var chapters, cues []string
	for _, c := range e.Chapters {
		chapters = append(chapters, c.Title)
	}
	for _, c := range e.Cues {
		cues = append(cues, c.SegmentID+" "+c.Lang+" "+c.Spoken)
	}
	if got, want := strings.Join(chapters, "|"), "Digest|One|Inner|Zwei"; got != want {
		t.Errorf("chapters %q, want %q", got, want)
	}
	want := "intro en Monday. Two articles.|a001 en From The Post.|a001-s0001 en One.|a001-s0002 en Inner.|a002 de Zwei.|a002-s0001 de Ja."
	if got := strings.Join(cues, "|"); got != want {
		t.Errorf("cues\n%q, want\n%q", got, want)
	}
	if lead, s := m.Segments[4], m.Segments[5]; lead.PauseBeforeMS != 200 || s.PauseBeforeMS != 100 || s.Start != 16 || m.Quotes[0].Start != 16 {
		t.Errorf("the second article begins with %+v, its quotation at %d", s, m.Quotes[0].Start)
	}
	if plans[1].Segments[0].ID != "s0001" || plans[1].Segments[0].Start != 0 {
		t.Error("a plan has changed")
	}
}

func TestDigestNotesListAllThatFit(t *testing.T) {
	plans := mergePlans()
	want := "<ul>\n<li><a href=\"https://example.org/1\">One</a> · The Post</li>\n<li>Zwei</li>\n</ul>"
	if got := podcast.DigestNotes(plans); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	for range 200 {
		plans = append(plans, &segment.Plan{Title: strings.Repeat("& ", 20)})
	}
	if got := podcast.DigestNotes(plans); len(got) > 4000 || !strings.Contains(got, "more</li>") {
		t.Errorf("long notes have %d bytes: %s", len(got), got)
	}
}
