package report_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"articast/article"
	"articast/podcast"
	"articast/podcast/report"
	"articast/segment"
	"articast/segment/spoken"
)

// hostile is text that would break a careless page.
const hostile = `</script><script>alert(1)</script><img src=x onerror=alert(1)> "quoted' & more`

// hostilePlan is an edited plan that has hostile text wherever text can be.
func hostilePlan() *segment.Plan {
	return &segment.Plan{
		Version: 1, Title: hostile, Byline: hostile, Published: `2026"><script>`, Lang: `en" onload="alert(1)`, Site: hostile, Source: "javascript:alert(1)",
		Segments: []segment.Segment{
			{ID: hostile, Role: segment.RoleQuote, Text: hostile, Spoken: "Said. " + hostile, Speaker: hostile, Voice: hostile, Lang: hostile, Chapter: hostile, Rules: []string{hostile}, End: len(hostile)},
		},
		Dropped: []segment.Drop{
			{Text: hostile, Rule: hostile, Start: 900, End: 900 + len(hostile)},
			{Text: "<img src=x onerror=alert(1)>", Rule: "", Start: 34, End: 62},
		},
	}
}

func write(t *testing.T, p *segment.Plan, o report.Options) string {
	t.Helper()
	var out bytes.Buffer
	if err := report.Write(&out, p, o); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func voiceOf(s segment.Segment) string {
	return podcast.Cast{Narrator: "alto", Quote: "tenor"}.Voice(s)
}

func TestHostileTextStaysText(t *testing.T) {
	p := hostilePlan()
	cues := []podcast.Cue{{SegmentID: hostile, Text: (&podcast.Cue{Text: hostile, Spoken: "x"}).Heard(), End: time.Second}}
	html := write(t, p, report.Options{Voice: voiceOf, Audio: "a.mp3", Cues: cues})
	if !strings.Contains(html, `class="play"`) {
		t.Error("the segment has no button")
	}
	for _, unwanted := range []string{"<script>alert", "<img src=x", ` onload="`, `href="javascript:`} {
		if strings.Contains(html, unwanted) {
			t.Errorf("the page has %s", unwanted)
		}
	}
	if n := strings.Count(html, "</script>"); n != 1 {
		t.Errorf("%d ends of scripts", n)
	}
	if n := strings.Count(html, "&lt;img src=x onerror=alert(1)&gt;"); n < 8 {
		t.Errorf("the hostile text is shown %d times", n)
	}
}

// TestPageAsksNobody looks for addresses that a browser would fetch by itself.
func TestPageAsksNobody(t *testing.T) {
	html := write(t, testPlan(), report.Options{})
	for _, unwanted := range []string{`src=`, `url(`, `@import`, `<link rel="stylesheet"`, `<script`, "<audio", "<button"} {
		if strings.Contains(html, unwanted) {
			t.Errorf("the page has %s", unwanted)
		}
	}
	if !strings.Contains(html, "default-src &#39;none&#39;") {
		t.Error("the page has no policy")
	}
}

func TestPageShowsThePlan(t *testing.T) {
	html := write(t, testPlan(), report.Options{Voice: voiceOf})
	for _, want := range []string{
		`<h2 lang="en" dir="auto">What it cost</h2>`,
		`<span class="role quote">quote</span> <a href="#segment-s0004">s0004</a> <cite>Ann O&#39;Hara</cite> <span>voice tenor</span>`,
		`cost <del>$45</del> million,`, `cost <ins>forty-five</ins> million<ins> dollars</ins>,`,
		`<p class="rules">by <code>en/money</code></p>`,
		`piers<s> [1]</s> <code>note/mark</code>.`,
		`<p class="text" lang="en" dir="auto">said Ann O&#39;Hara, the engineer in charge of the work.</p>`,
		`<p class="text" lang="en" dir="auto"><s>Sponsored Links</s></p>`,
		`<code>boilerplate/sponsored</code> <span>a label of advertisements or of sponsored links</span>`,
		`<tr><th scope="row"><span class="role body">body</span></th><td>3</td></tr>`,
		`<tr><th scope="row">Ann O&#39;Hara</th><td>tenor</td><td>1</td></tr>`,
		`<tr><th scope="row">somebody not named</th><td>tenor</td><td>1</td></tr>`,
		`<tr><th scope="row"><code>note/mark</code></th><td>the mark of a footnote or a citation</td><td>1</td></tr>`,
		`href="https://example.com/bridge?a=1&amp;b=2"`, `<time datetime="2026-11-20">`, `8 segments, 3 left out, about 1 min`,
	} {
		if !strings.Contains(html, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if again := write(t, testPlan(), report.Options{Voice: voiceOf}); again != html {
		t.Error("written twice: different bytes")
	}
}

// TestDropsStandWhereTheyWere: what is left out follows what it follows in the article, however the segments are ordered.
func TestDropsStandWhereTheyWere(t *testing.T) {
	p := &segment.Plan{
		Version: 1, Title: "T", Lang: "en",
		Segments: []segment.Segment{
			{ID: "c", Role: segment.RoleBody, Text: "ccc", Spoken: "ccc", Start: 30, End: 33},
			{ID: "a", Role: segment.RoleBody, Text: "aaa", Spoken: "aaa", Start: 10, End: 13},
		},
		Dropped: []segment.Drop{
			{Text: "after c", Rule: "r/3", Start: 40, End: 47}, {Text: "top", Rule: "r/1", Start: 0, End: 3}, {Text: "after a", Rule: "r/2", Start: 20, End: 27},
		},
	}
	at := -1
	html := write(t, p, report.Options{})
	for _, text := range []string{"<s>top</s>", ">ccc<", "<s>after c</s>", ">aaa<", "<s>after a</s>"} {
		next := strings.Index(html, text)
		if next <= at {
			t.Errorf("%s stands at %d, what is to be before it at %d", text, next, at)
		}
		at = next
	}
}

// TestNothingIsLost: the page of a real article has every character of its segments and of what is left out.
func TestNothingIsLost(t *testing.T) {
	f, err := os.Open(filepath.FromSlash("../../testdata/articles/russia-venezuela.txt"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	doc, err := article.Parse(f, "russia-venezuela.txt", "")
	if err != nil {
		t.Fatal(err)
	}
	plan, err := segment.New(doc, segment.Options{})
	if err != nil {
		t.Fatal(err)
	}
	text := textOf(write(t, plan, report.Options{}))
	for _, s := range plan.Segments {
		if !strings.Contains(text, flat(s.Text)) || !strings.Contains(text, flat(s.Spoken)) {
			t.Errorf("the page lacks %s: %q or %q", s.ID, s.Text, s.Spoken)
		}
	}
	for _, d := range plan.Dropped {
		if !strings.Contains(text, flat(d.Text)) {
			t.Errorf("the page lacks what %s left out: %q", d.Rule, d.Text)
		}
	}
}

var tag = regexp.MustCompile(`<[^>]*>`)

// textOf returns the text of a page, white space as single spaces.
func textOf(html string) string {
	return flat(strings.NewReplacer("&#39;", "'", "&#34;", `"`, "&#43;", "+", "&lt;", "<", "&gt;", ">", "&amp;", "&").Replace(tag.ReplaceAllString(html, "")))
}

func flat(s string) string { return strings.Join(strings.Fields(s), " ") }

// TestOnlyFittingCuesHaveButtons: a recording of what the article was before plays nothing wrong.
func TestOnlyFittingCuesHaveButtons(t *testing.T) {
	p := testPlan()
	cues := []podcast.Cue{
		{SegmentID: "s0004", Text: p.Segments[3].Text, Start: 12500 * time.Millisecond, End: 15 * time.Second},
		{SegmentID: "s0005", Text: "said somebody else.", Start: 16 * time.Second, End: 17 * time.Second},
	}
	html := write(t, p, report.Options{Audio: "e%201.mp3", Cues: cues})
	if n := strings.Count(html, `class="play"`); n != 1 {
		t.Errorf("%d buttons", n)
	}
	for _, want := range []string{`src="e%201.mp3"`, `data-start="12.500" data-end="15.000" aria-label="Play s0004, at 0:12" hidden><span>Play</span> 0:12</button>`, "media-src &#39;self&#39;"} {
		if !strings.Contains(html, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if html := write(t, p, report.Options{Cues: cues}); strings.Contains(html, "<button") {
		t.Error("buttons without a recording")
	}
}

func TestMade(t *testing.T) {
	if html := write(t, testPlan(), report.Options{}); !report.Made(strings.NewReader(html)) {
		t.Error("a page is not recognised")
	}
	for _, other := range []string{"", "<!DOCTYPE html><title>articast report</title>", strings.Repeat(" ", 2000) + `<meta name="generator" content="articast report">`} {
		if report.Made(strings.NewReader(other)) {
			t.Errorf("%q is taken for a page", other)
		}
	}
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, os.ErrClosed }

func TestWriteReportsItsWriter(t *testing.T) {
	err := report.Write(brokenWriter{}, testPlan(), report.Options{})
	if !errors.Is(err, os.ErrClosed) || !strings.HasPrefix(err.Error(), "write the report: ") {
		t.Errorf("error %v", err)
	}
}

// testPlan has what a page shows: chapters, a quotation, changed words, and what is left out, inside a segment and between two.
func testPlan() *segment.Plan {
	p := &segment.Plan{
		Version: 1, Title: "Bridge reopens", Byline: "Ann Author", Published: "2026-11-20T08:00:00Z", Lang: "en", Site: "The Site", Source: "https://example.com/bridge?a=1&b=2",
		Segments: []segment.Segment{
			{ID: "s0001", Role: segment.RoleTitle, Paragraph: true, Text: "Bridge reopens", Spoken: "Bridge reopens.", PauseAfterMS: 900, Chapter: "Bridge reopens"},
			{ID: "s0002", Role: segment.RoleCaption, Paragraph: true, Text: "The old bridge.", Spoken: "Photo: the old bridge.", PauseAfterMS: 5000},
			{ID: "s0003", Role: segment.RoleBody, Paragraph: true, Text: "The bridge over the river reopened on Monday after a year of work on its piers [1].", Spoken: "The bridge over the river reopened on Monday after a year of work on its piers.", PauseAfterMS: 5000},
			{ID: "s0004", Role: segment.RoleQuote, Text: "“It holds, and it will hold for another hundred years,”", Spoken: "“It holds, and it will hold for another hundred years,”", Speaker: "Ann O'Hara", PauseAfterMS: 5000},
			{ID: "s0005", Role: segment.RoleBody, Text: "said Ann O'Hara, the engineer in charge of the work.", Spoken: "said Ann O'Hara, the engineer in charge of the work.", PauseAfterMS: 5000},
			{ID: "s0006", Role: segment.RoleHeading, Paragraph: true, Level: 2, Text: "What it cost", Spoken: "What it cost.", PauseAfterMS: 800, Chapter: "What it cost"},
			{ID: "s0007", Role: segment.RoleBody, Paragraph: true, Text: "The work cost $45 million, a third more than planned.", Spoken: "The work cost forty-five million dollars, a third more than planned.", Rules: []string{"en/money"}, PauseAfterMS: 900},
			{ID: "s0008", Role: segment.RoleBlockquote, Paragraph: true, Text: "Nobody will remember the price.", Spoken: "Nobody will remember the price.", PauseAfterMS: 1800},
		},
	}
	at := 0
	for i := range p.Segments {
		s := &p.Segments[i]
		s.Start, s.End = at, at+len(s.Text)
		at = s.End + 20
	}
	third := p.Segments[2]
	mark := third.Start + strings.Index(third.Text, " [1]")
	p.Dropped = []segment.Drop{
		{Text: " [1]", Rule: "note/mark", Start: mark, End: mark + 4},
		{Text: "Sponsored Links", Rule: "boilerplate/sponsored", Start: p.Segments[4].End + 2, End: p.Segments[4].End + 17},
		{Text: strings.Repeat("A menu entry. ", 30), Rule: "page/after", Start: at, End: at + 420},
	}
	// as segment.New has it: what is left out inside a segment is aligned with nothing
	n := len(third.Text)
	p.Segments[2].Align = spoken.Align([4]int{0, n - 5, 0, n - 5}, [4]int{n - 5, n - 1, n - 5, n - 5}, [4]int{n - 1, n, n - 5, n - 4})
	return p
}
