package player_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"articast/internal/browsertest"
	"articast/podcast"
	"articast/podcast/player"
)

// publisherPage is an article of a publisher's own with the player above it, as the README shows it. The second player finds neither chapters
// nor transcript.
const publisherPage = `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"><title>The Site</title>
<script src="player.js" defer></script></head>
<body>
<h1>Bridge reopens</h1>
<articast-player src="article.mp3" chapters="article.chapters.json" transcript="article.vtt"></articast-player>
<p>The publisher's own words.</p>
<articast-player id="bare" src="article.mp3" chapters="missing.json" transcript="missing.vtt"></articast-player>
</body>
</html>
`

// publish serves a publisher's page, and beside it the player and what articast writes of an episode.
func publish(t *testing.T) (address string, e *podcast.Episode) {
	t.Helper()
	recording := filepath.Join(t.TempDir(), "article.mp3")
	e = testEpisode(t, recording)
	written := func(write func(io.Writer, *podcast.Episode) error) string {
		var b bytes.Buffer
		if err := write(&b, e); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	vtt := written(podcast.WriteVTT)
	if !strings.Contains(vtt, ".2\n") {
		t.Fatalf("no sentence is broken into two cues:\n%s", vtt)
	}
	files := map[string]string{
		"/": publisherPage, "/player.js": player.Script(),
		"/article.chapters.json": written(podcast.WriteChaptersJSON), "/article.vtt": vtt,
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/article.mp3", func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, recording) })
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		content, ok := files[r.URL.Path]
		if !ok {
			http.NotFound(w, r)
			return
		}
		http.ServeContent(w, r, filepath.Base(r.URL.Path+"index.html"), time.Time{}, strings.NewReader(content))
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL + "/", e
}

// TestPlayerOnAPublishersPage listens to an article of a publisher that fetches its chapters and transcript.
func TestPlayerOnAPublishersPage(t *testing.T) {
	ctx := browsertest.Start(t)
	address, e := publish(t)
	shown := e.Chapters // and not the caption, of which the file has a chapter that no list shows
	paragraphs := 1
	for _, cue := range e.Cues[1:] {
		if cue.Paragraph {
			paragraphs++
		}
	}
	sentence := fmt.Sprintf(`.text [data-start="%v"]`, e.Cues[4].Start.Round(time.Millisecond).Seconds())
	at := func(d time.Duration) browsertest.Action {
		return browsertest.Until(fmt.Sprintf("Math.abs(%s.currentTime - %.3f) < 2", audioNow, d.Seconds()))
	}

	browsertest.Step(t, ctx, "open", chromedp.EmulateViewport(1280, 800), chromedp.Navigate(address), browsertest.Until("customElements.get('articast-player')"),
		browsertest.Until(audioNow+".readyState > 0"), browsertest.Until(fmt.Sprintf("%s.querySelectorAll('.list li').length === %d", shadowRoot, len(shown))),
		browsertest.Until(fmt.Sprintf("%s.querySelectorAll('.text [data-start]').length === %d", shadowRoot, len(e.Cues))),
		browsertest.Until(fmt.Sprintf("%s.querySelectorAll('.text p').length === %d", shadowRoot, paragraphs)),
		browsertest.Until(shadow(".text b")+`.textContent === "Ann O'Hara"`), browsertest.Until(browsertest.Fits))
	browsertest.Step(t, ctx, "play", click(".play"), browsertest.Until(audioNow+".currentTime > 0.2 && !"+audioNow+".paused"),
		browsertest.Until(shadow(".label")+".textContent === 'Pause'"))
	browsertest.Step(t, ctx, "switch chapters", browsertest.Until("!"+shadow(".open")+".hidden"), click(".open"),
		browsertest.Until(fmt.Sprintf("%s.textContent.includes(%q)", shadow(".list li:nth-child(2)"), shown[1].Title)),
		click(".list li:nth-child(2) button"), at(shown[1].Start), browsertest.Until(shadow(".list li:nth-child(2) button")+".getAttribute('aria-current') === 'true'"), click(".open"))
	browsertest.Step(t, ctx, "click on a sentence", click(".transcript summary"), click(sentence), at(e.Cues[4].Start), browsertest.Until("!"+audioNow+".paused"),
		browsertest.Until(shadow(sentence)+".classList.contains('articast-now')"), browsertest.Look(t, "publisher"))
	browsertest.Step(t, ctx, "telephone", chromedp.EmulateViewport(390, 844, chromedp.EmulateMobile), browsertest.Until(browsertest.Fits), browsertest.Look(t, "publisher-telephone"))

	const bare = "document.querySelector('#bare')"
	browsertest.Step(t, ctx, "without chapters and transcript", browsertest.Evaluate(audioNow+".pause()"), ready(bare),
		browsertest.Until(bare+".shadowRoot.querySelector('.open').hidden && "+bare+".shadowRoot.querySelector('.transcript').hidden"),
		chromedp.Click(chromedp.JSPath(bare+".shadowRoot.querySelector('.play')")), browsertest.Until("!"+bare+".audio.paused && "+bare+".shadowRoot.querySelector('.error').textContent === ''"))
}

const shadowRoot = "document.querySelector('articast-player').shadowRoot"

// ready waits until a player has tried to fetch what its attributes name.
func ready(element string) browsertest.Action {
	return chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		return chromedp.Do(ctx, browsertest.Evaluate(element+".ready.then(() => "+element+".dataset.ready = 'yes')"), browsertest.Until(element+".dataset.ready === 'yes'"))
	})
}
