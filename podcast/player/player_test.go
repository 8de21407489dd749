package player_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"articast/podcast"
	"articast/podcast/player"
	"articast/segment"
	"articast/tts/tone"
)

// testPlan has what a page shows: chapters, a heading, a caption, a quotation, and text that would break a careless page.
func testPlan() *segment.Plan {
	return &segment.Plan{
		Version: 1, Title: "Bridge </script><b>reopens</b> & stays", Byline: "Ann Author", Published: "2026-11-20T08:00:00Z", Lang: "en", Site: "The Site",
		Source: "https://example.com/bridge?a=1&b=2",
		Segments: []segment.Segment{
			{ID: "s0001", Role: segment.RoleTitle, Paragraph: true, Text: "Bridge </script><b>reopens</b> & stays", Spoken: "Bridge reopens and stays.", PauseAfterMS: 900, Chapter: "Bridge </script> reopens"},
			{ID: "s0002", Role: segment.RoleCaption, Paragraph: true, Text: "The old bridge.", Spoken: "Photo: the old bridge.", PauseAfterMS: 800},
			{ID: "s0003", Role: segment.RoleBody, Paragraph: true, Text: "The bridge over the river reopened on Monday after a year of work on its piers.", Spoken: "The bridge over the river reopened on Monday after a year of work on its piers.", PauseAfterMS: 500},
			{ID: "s0004", Role: segment.RoleQuote, Text: "“It holds, and it will hold for another hundred years,”", Spoken: "It holds, and it will hold for another hundred years,", Speaker: "Ann O'Hara", PauseAfterMS: 150},
			{ID: "s0005", Role: segment.RoleBody, Text: "said Ann O'Hara, the engineer in charge of the work.", Spoken: "said Ann O'Hara, the engineer in charge of the work.", PauseAfterMS: 900},
			{ID: "s0006", Role: segment.RoleHeading, Paragraph: true, Level: 2, Text: "What it cost", Spoken: "What it cost.", PauseBeforeMS: 1200, PauseAfterMS: 800, Chapter: "What it cost"},
			{ID: "s0007", Role: segment.RoleBody, Paragraph: true, Text: "The work cost $45 million, a third more than planned, and took twice as long as the council had promised.", Spoken: "The work cost forty-five million dollars, a third more than planned, and took twice as long as the council had promised.", PauseAfterMS: 900},
			{ID: "s0008", Role: segment.RoleBlockquote, Paragraph: true, Text: "Nobody will remember the price.", Spoken: "Nobody will remember the price.", Speaker: "The Mayor", PauseAfterMS: 1800},
		},
	}
}

// testEpisode speaks the plan in tones.
func testEpisode(t *testing.T, path string) *podcast.Episode {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	p := podcast.Producer{Backend: tone.Backend{}, Cast: podcast.Cast{Narrator: "alto", Quote: "tenor"}}
	e, err := p.Produce(t.Context(), testPlan(), f)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func writePage(t *testing.T, e *podcast.Episode, p player.Page) string {
	t.Helper()
	var out bytes.Buffer
	if err := player.Write(&out, e, p); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestPageHoldsTheArticleWithTimes(t *testing.T) {
	e := testEpisode(t, t.TempDir()+"/e.mp3")
	html := writePage(t, e, player.Page{Audio: "e 1.mp3", Home: "index.html"})
	for _, want := range []string{
		`<html lang="en">`, `src="e%201.mp3"`, `>All episodes</a>`, `<h2><span data-start="`, `>What it cost</span></h2>`, `<p class="caption">`,
		`<cite>Ann O&#39;Hara</cite>`, `<p class="blockquote"><cite>The Mayor</cite>`, `$45 million`, `<time datetime="2026-11-20">`,
		`href="https://example.com/bridge?a=1&amp;b=2"`, `byline="Ann Author"`, `"startTime":0,`,
	} {
		if !strings.Contains(html, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if n := strings.Count(html, `<span data-start="`); n != len(e.Cues) {
		t.Errorf("%d sentences on the page, %d cues", n, len(e.Cues))
	}
	if strings.Contains(html, "<b>reopens") || strings.Count(html, "</script>") != 2 {
		t.Error("text of the article has become markup")
	}
	if again := writePage(t, e, player.Page{Audio: "e 1.mp3", Home: "index.html"}); again != html {
		t.Error("written twice: different bytes")
	}
}

// TestPageAsksNobody looks for addresses that a browser would fetch by itself.
func TestPageAsksNobody(t *testing.T) {
	html := writePage(t, testEpisode(t, t.TempDir()+"/e.mp3"), player.Page{Audio: "e.mp3", Cover: []byte("\x89PNG\r\n\x1a\n")})
	for _, unwanted := range []string{`src="http`, `url(http`, `@import`, `<link rel="stylesheet"`, `src="//`} {
		if strings.Contains(html, unwanted) {
			t.Errorf("the page has %s", unwanted)
		}
	}
	if !strings.Contains(html, `<img src="data:image/png;base64,`) || !strings.Contains(html, `artwork="data:image/png;base64,`) {
		t.Error("the cover is not in the page")
	}
}

// TestCarelessSourceIsNoLink keeps an address that runs a script from becoming a link.
func TestCarelessSourceIsNoLink(t *testing.T) {
	e := testEpisode(t, t.TempDir()+"/e.mp3")
	e.Source = "javascript:alert(1)"
	if html := writePage(t, e, player.Page{Audio: "e.mp3"}); strings.Contains(html, `href="javascript:`) {
		t.Error("the page links to a script")
	}
}

func TestWriteReportsItsWriter(t *testing.T) {
	err := player.Write(brokenWriter{}, testEpisode(t, t.TempDir()+"/e.mp3"), player.Page{Audio: "e.mp3"})
	if err == nil || !strings.HasPrefix(err.Error(), "write the player page: ") {
		t.Errorf("error %v", err)
	}
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, os.ErrClosed }
