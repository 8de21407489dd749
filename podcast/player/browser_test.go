package player_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"articast/podcast"
	"articast/podcast/player"
)

// browser starts a headless browser, or skips the test where there is none. It ends after a minute, whatever happens.
func browser(t *testing.T) context.Context {
	t.Helper()
	program := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			program = path
			break
		}
	}
	if program == "" {
		t.Skip("no browser on this machine")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(program), chromedp.NoSandbox, chromedp.UserDataDir(t.TempDir()),
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true),
	)
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewExecAllocator(ctx, options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	return ctx
}

// shadow is JavaScript that finds an element inside the player.
func shadow(selector string) string {
	return fmt.Sprintf("document.querySelector('articast-player').shadowRoot.querySelector(%q)", selector)
}

const audioNow = "document.querySelector('articast-player').audio"

type action = chromedp.Action[chromedp.Void]

// evaluate runs JavaScript for what it does.
func evaluate(expression string) action {
	return chromedp.Evaluate[chromedp.Void]("void (" + expression + ")")
}

// until waits for a JavaScript expression to be true.
func until(expression string) action {
	poll := chromedp.PollFunction[bool]("() => "+expression, chromedp.WithPollingTimeout(20*time.Second), chromedp.WithPollingInterval(20*time.Millisecond))
	return chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		if _, err := chromedp.Run(ctx, poll); err != nil {
			return fmt.Errorf("wait for %s: %w", expression, err)
		}
		return nil
	})
}

func click(selector string) action {
	return chromedp.Click(chromedp.JSPath(shadow(selector)))
}

// step runs actions and names what they were for when one fails.
func step(t *testing.T, ctx context.Context, what string, actions ...action) {
	t.Helper()
	if err := chromedp.Do(ctx, actions...); err != nil {
		t.Fatalf("%s: %v", what, err)
	}
}

// look saves a picture of the page where ARTICAST_PICTURES names a folder, for somebody to look at.
func look(t *testing.T, name string) action {
	return chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		png, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
		if err != nil {
			return err
		}
		if len(png) < 5000 {
			t.Errorf("the picture %s has %d bytes: the page is empty", name, len(png))
		}
		if dir := os.Getenv("ARTICAST_PICTURES"); dir != "" {
			return os.WriteFile(filepath.Join(dir, name+".png"), png, 0o666)
		}
		return nil
	})
}

const fits = "document.documentElement.scrollWidth <= window.innerWidth"

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
	ctx := browser(t)
	dir, episode := writeSite(t)
	asked := recordRequests(t, ctx)
	address := "file://" + filepath.ToSlash(filepath.Join(dir, "e.html"))
	second := episode.Chapters[1].Start.Seconds()
	sentence := fmt.Sprintf("document.querySelector('[data-start=\"%.3f\"]')", episode.Cues[4].Start.Seconds())

	step(t, ctx, "open", chromedp.EmulateViewport(1280, 800), chromedp.Navigate(address),
		until(shadow(".label")+".textContent === 'Listen to the article'"), until(audioNow+".readyState > 0"), until(fits), look(t, "desktop"))
	step(t, ctx, "play", click(".play"), until(audioNow+".currentTime > 0.2 && !"+audioNow+".paused"),
		until(shadow(".label")+".textContent === 'Pause'"), until("document.querySelectorAll('.articast-now').length === 1"))
	step(t, ctx, "click on a sentence", chromedp.Click(chromedp.JSPath(sentence)),
		until(fmt.Sprintf("%s.currentTime >= %.3f", audioNow, episode.Cues[4].Start.Seconds())),
		until(sentence+".classList.contains('articast-now')"), look(t, "playing"))
	step(t, ctx, "switch chapters", click(".open"), until(shadow(".open")+".getAttribute('aria-expanded') === 'true'"), look(t, "chapters"),
		click(".list li:nth-child(2) button"), until(fmt.Sprintf("Math.abs(%s.currentTime - %.3f) < 2", audioNow, second)),
		until(shadow(".list li:nth-child(2) button")+".getAttribute('aria-current') === 'true'"),
		until("navigator.mediaSession.metadata.title.startsWith("+fmt.Sprintf("%q", episode.Chapters[1].Title)+")"))
	step(t, ctx, "speed", chromedp.SetValue(chromedp.JSPath(shadow(".speed")), "1.5"),
		evaluate(shadow(".speed")+".dispatchEvent(new Event('change'))"), until(audioNow+".playbackRate === 1.5"))
	step(t, ctx, "keys", evaluate("document.activeElement.blur()"), chromedp.KeyEvent("k"), until(audioNow+".paused"),
		chromedp.KeyEvent("p"), until(audioNow+".currentTime === 0"), chromedp.KeyEvent(kb.ArrowRight), until("Math.abs("+audioNow+".currentTime - 15) < 0.1"),
		click(".back"), until(audioNow+".currentTime === 0"), click(".ahead"), until("Math.abs("+audioNow+".currentTime - 15) < 0.1"))
	step(t, ctx, "come back", chromedp.Reload(), until(shadow(".label")+".textContent === 'Continue'"), until("Math.abs("+audioNow+".currentTime - 15) < 1.1"),
		until(audioNow+".playbackRate === 1.5"))
	step(t, ctx, "telephone", chromedp.EmulateViewport(390, 844, chromedp.EmulateMobile), chromedp.Reload(), until(shadow(".label")+".textContent === 'Continue'"),
		until(audioNow+".readyState > 0"), until(fits), look(t, "telephone"))
	if len(asked()) == 0 {
		t.Error("no request was seen at all")
	}
	for _, request := range asked() {
		if request != address && !strings.HasSuffix(request, "/e.mp3") && !strings.HasPrefix(request, "data:") {
			t.Errorf("the page asks for %s", request)
		}
	}
}

// recordRequests notes every address that the browser asks for.
func recordRequests(t *testing.T, ctx context.Context) func() []string {
	t.Helper()
	var mu sync.Mutex
	var asked []string
	step(t, ctx, "watch the network", chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, network.Enable, network.EnableParams{})
		return err
	}))
	err := chromedp.Listen(ctx, func(event any) {
		if e, ok := event.(*network.EventRequestWillBeSent); ok {
			mu.Lock()
			defer mu.Unlock()
			asked = append(asked, e.Request.URL)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return func() []string {
		mu.Lock()
		defer mu.Unlock()
		return asked
	}
}
