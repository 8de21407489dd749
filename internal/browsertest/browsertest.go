// Package browsertest looks at pages in a real browser, where the machine has one. Only tests import it.
package browsertest

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// Fits is JavaScript that tells whether the page is no wider than the screen.
const Fits = "document.documentElement.scrollWidth <= window.innerWidth"

// Action is a step in a browser.
type Action = chromedp.Action[chromedp.Void]

// Start starts a headless browser, or skips the test where there is none. It ends after two minutes, whatever happens.
func Start(t *testing.T) context.Context {
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

// Evaluate runs JavaScript for what it does.
func Evaluate(expression string) Action {
	return chromedp.Evaluate[chromedp.Void]("void (" + expression + ")")
}

// Until waits for a JavaScript expression to be true.
func Until(expression string) Action {
	poll := chromedp.PollFunction[bool]("() => Boolean("+expression+")", chromedp.WithPollingTimeout(20*time.Second), chromedp.WithPollingInterval(20*time.Millisecond))
	return chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		if _, err := chromedp.Run(ctx, poll); err != nil {
			return fmt.Errorf("wait for %s: %w", expression, err)
		}
		return nil
	})
}

// Step runs actions and names what they were for when one fails.
func Step(t *testing.T, ctx context.Context, what string, actions ...Action) {
	t.Helper()
	if err := chromedp.Do(ctx, actions...); err != nil {
		t.Fatalf("%s: %v", what, err)
	}
}

// Look saves a picture of the page where ARTICAST_PICTURES names a folder, for somebody to look at.
func Look(t *testing.T, name string) Action {
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

// Requests notes every address that the browser asks for; the function returned lists them.
func Requests(t *testing.T, ctx context.Context) func() []string {
	t.Helper()
	var mu sync.Mutex
	var asked []string
	Step(t, ctx, "watch the network", chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
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
		return append([]string(nil), asked...)
	}
}
