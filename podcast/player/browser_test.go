package player_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"articast/internal/browsertest"
	"articast/podcast"
	"articast/podcast/player"
)

// shadow is JavaScript that finds an element inside the player.
func shadow(selector string) string {
	return fmt.Sprintf("document.querySelector('articast-player').shadowRoot.querySelector(%q)", selector)
}

const audioNow = "document.querySelector('articast-player').audio"

func click(selector string) browsertest.Action {
	return chromedp.Click(chromedp.JSPath(shadow(selector)))
}

// writeSite makes an episode of tones with its page in a folder.
func writeSite(t *testing.T) (dir string, episode *podcast.Episode) {
	t.Helper()
	dir = t.TempDir()
	episode = testEpisode(t, filepath.Join(dir, "e.mp3"))
	f, err := os.Create(filepath.Join(dir, "e.html"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := player.Write(f, episode, player.Page{Audio: "e.mp3"}); err != nil {
		t.Fatal(err)
	}
	return dir, episode
}

// TestPageInBrowser opens the page of an episode from the disk and listens to it.
func TestPageInBrowser(t *testing.T) {
	ctx := browsertest.Start(t)
	dir, episode := writeSite(t)
	asked := browsertest.Requests(t, ctx)
	address := "file://" + filepath.ToSlash(filepath.Join(dir, "e.html"))
	second := episode.Chapters[1].Start.Seconds()
	sentence := fmt.Sprintf("document.querySelector('[data-start=\"%.3f\"]')", episode.Cues[4].Start.Seconds())

	browsertest.Step(t, ctx, "open", chromedp.EmulateViewport(1280, 800), chromedp.Navigate(address),
		browsertest.Until(shadow(".label")+".textContent === 'Listen to the article'"), browsertest.Until(audioNow+".readyState > 0"), browsertest.Until(browsertest.Fits), browsertest.Look(t, "desktop"))
	browsertest.Step(t, ctx, "play", click(".play"), browsertest.Until(audioNow+".currentTime > 0.2 && !"+audioNow+".paused"),
		browsertest.Until(shadow(".label")+".textContent === 'Pause'"), browsertest.Until("document.querySelectorAll('.articast-now').length === 1"))
	browsertest.Step(t, ctx, "click on a sentence", chromedp.Click(chromedp.JSPath(sentence)),
		browsertest.Until(fmt.Sprintf("%s.currentTime >= %.3f", audioNow, episode.Cues[4].Start.Seconds())),
		browsertest.Until(sentence+".classList.contains('articast-now')"), browsertest.Look(t, "playing"))
	browsertest.Step(t, ctx, "switch chapters", click(".open"), browsertest.Until(shadow(".open")+".getAttribute('aria-expanded') === 'true'"), browsertest.Look(t, "chapters"),
		click(".list li:nth-child(2) button"), browsertest.Until(fmt.Sprintf("Math.abs(%s.currentTime - %.3f) < 2", audioNow, second)),
		browsertest.Until(shadow(".list li:nth-child(2) button")+".getAttribute('aria-current') === 'true'"),
		browsertest.Until("navigator.mediaSession.metadata.title.startsWith("+fmt.Sprintf("%q", episode.Chapters[1].Title)+")"))
	browsertest.Step(t, ctx, "speed", chromedp.SetValue(chromedp.JSPath(shadow(".speed")), "1.5"),
		browsertest.Evaluate(shadow(".speed")+".dispatchEvent(new Event('change'))"), browsertest.Until(audioNow+".playbackRate === 1.5"))
	browsertest.Step(t, ctx, "keys", browsertest.Evaluate("document.activeElement.blur()"), chromedp.KeyEvent("k"), browsertest.Until(audioNow+".paused"),
		chromedp.KeyEvent("p"), browsertest.Until(audioNow+".currentTime === 0"), chromedp.KeyEvent(kb.ArrowRight), browsertest.Until("Math.abs("+audioNow+".currentTime - 15) < 0.1"),
		click(".back"), browsertest.Until(audioNow+".currentTime === 0"), click(".ahead"), browsertest.Until("Math.abs("+audioNow+".currentTime - 15) < 0.1"))
	browsertest.Step(t, ctx, "come back", chromedp.Reload(), browsertest.Until(shadow(".label")+".textContent === 'Continue'"), browsertest.Until("Math.abs("+audioNow+".currentTime - 15) < 1.1"),
		browsertest.Until(audioNow+".playbackRate === 1.5"))
	browsertest.Step(t, ctx, "telephone", chromedp.EmulateViewport(390, 844, chromedp.EmulateMobile), chromedp.Reload(), browsertest.Until(shadow(".label")+".textContent === 'Continue'"),
		browsertest.Until(audioNow+".readyState > 0"), browsertest.Until(browsertest.Fits), browsertest.Look(t, "telephone"))
	if len(asked()) == 0 {
		t.Error("no request was seen at all")
	}
	for _, request := range asked() {
		if request != address && !strings.HasSuffix(request, "/e.mp3") && !strings.HasPrefix(request, "data:") {
			t.Errorf("the page asks for %s", request)
		}
	}
}
