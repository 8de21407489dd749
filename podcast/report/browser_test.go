package report_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"articast/internal/browsertest"
	"articast/podcast"
	"articast/podcast/report"
	"articast/tts/tone"
)

var step, until, evaluate, look = browsertest.Step, browsertest.Until, browsertest.Evaluate, browsertest.Look

// emulateDark has the browser say that its user wants dark pages.
func emulateDark() browsertest.Action {
	return chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "dark"}},
		})
		return err
	})
}

// writeReport makes an episode of tones, and beside it the report of its plan, with the times as the transcript has them.
func writeReport(t *testing.T) (dir string, e *podcast.Episode) {
	t.Helper()
	dir = t.TempDir()
	f, err := os.Create(filepath.Join(dir, "e 1.mp3"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	p := podcast.Producer{Backend: tone.Backend{}, Cast: podcast.Cast{Narrator: "alto", Quote: "tenor"}}
	if e, err = p.Produce(t.Context(), testPlan(), f); err != nil {
		t.Fatal(err)
	}
	var transcript bytes.Buffer
	if err := podcast.WriteTranscriptJSON(&transcript, e); err != nil {
		t.Fatal(err)
	}
	cues, err := podcast.ReadTranscriptJSON(&transcript)
	if err != nil {
		t.Fatal(err)
	}
	html := write(t, testPlan(), report.Options{Voice: voiceOf, Audio: "e%201.mp3", Cues: cues})
	if err := os.WriteFile(filepath.Join(dir, "e.report.html"), []byte(html), 0o666); err != nil {
		t.Fatal(err)
	}
	return dir, e
}

// TestReportInBrowser opens the report from the disk, looks at it on a desk and on a telephone, and plays segments.
func TestReportInBrowser(t *testing.T) {
	ctx := browsertest.Start(t)
	dir, e := writeReport(t)
	asked := browsertest.Requests(t, ctx)
	address := "file://" + filepath.ToSlash(filepath.Join(dir, "e.report.html"))
	const audio = "document.querySelector('audio')"
	button := func(id string) string { return fmt.Sprintf("document.querySelector('#segment-%s .play')", id) }
	press := func(id string) browsertest.Action { return chromedp.Click(chromedp.JSPath(button(id))) }
	says := func(id, word string) browsertest.Action {
		return until(fmt.Sprintf("%s.textContent.startsWith('%s') && %[1]s.getAttribute('aria-label').startsWith('%[2]s ')", button(id), word))
	}

	step(t, ctx, "open", chromedp.EmulateViewport(1280, 900), chromedp.Navigate(address), until(audio+".readyState > 0"),
		until(fmt.Sprintf("document.querySelectorAll('.play:not([hidden])').length === %d", len(e.Cues))),
		until("getComputedStyle(document.querySelector('s')).textDecorationLine === 'line-through'"),
		until("document.body.querySelector('h1') && document.querySelectorAll('h2').length === 2"), until(browsertest.Fits), look(t, "report-desktop"))

	quote, after := e.Cues[3], e.Cues[4]
	step(t, ctx, "play a segment", press("s0004"), says("s0004", "Stop"), until("!"+audio+".paused"),
		until(fmt.Sprintf("%s.currentTime >= %.3f", audio, quote.Start.Seconds())), look(t, "report-playing"),
		says("s0004", "Play"), until(audio+".paused"),
		until(fmt.Sprintf(audio+".currentTime >= %.3f && "+audio+".currentTime < %.3f", quote.End.Seconds(), after.Start.Seconds())))
	step(t, ctx, "from one to another", press("s0003"), says("s0003", "Stop"), press("s0005"), says("s0005", "Stop"), says("s0003", "Play"),
		until(fmt.Sprintf("%s.currentTime >= %.3f && !%[1]s.paused", audio, after.Start.Seconds())), press("s0005"), says("s0005", "Play"), until(audio+".paused"))
	step(t, ctx, "seek by hand", press("s0003"), says("s0003", "Stop"), evaluate(audio+".currentTime = 0"), says("s0003", "Play"), until("!"+audio+".paused"),
		evaluate(audio+".pause()"))

	step(t, ctx, "legend", evaluate("document.querySelector('.legend').open = true"), until(browsertest.Fits), look(t, "report-legend"))
	step(t, ctx, "telephone", chromedp.EmulateViewport(390, 844, chromedp.EmulateMobile), chromedp.Reload(), until(audio+".readyState > 0"), until(browsertest.Fits),
		look(t, "report-telephone"), evaluate("document.querySelector('#segment-s0003').scrollIntoView()"), look(t, "report-telephone-text"),
		evaluate("(document.querySelector('.legend').open = true, scrollTo(0, 0))"), until(browsertest.Fits), look(t, "report-telephone-legend"))
	step(t, ctx, "dark", chromedp.EmulateViewport(1280, 900), emulateDark(), evaluate("(document.querySelector('.legend').open = false, document.querySelector('#segment-s0003').scrollIntoView())"),
		until("getComputedStyle(document.body).backgroundColor === 'rgb(19, 20, 23)'"), look(t, "report-dark"))

	if len(asked()) == 0 {
		t.Error("no request was seen at all")
	}
	for _, request := range asked() {
		if request != address && !strings.HasSuffix(request, "/e%201.mp3") && !strings.HasPrefix(request, "data:") {
			t.Errorf("the page asks for %s", request)
		}
	}
}

// TestHostileReportInBrowser: text that tries to become a script does nothing.
func TestHostileReportInBrowser(t *testing.T) {
	ctx := browsertest.Start(t)
	path := filepath.Join(t.TempDir(), "hostile.html")
	if err := os.WriteFile(path, []byte(write(t, hostilePlan(), report.Options{Voice: voiceOf})), 0o666); err != nil {
		t.Fatal(err)
	}
	step(t, ctx, "open", chromedp.Navigate("file://"+filepath.ToSlash(path)),
		until("document.scripts.length === 0 && document.images.length === 0 && document.body.onload === null"), until(browsertest.Fits),
		until("document.querySelector('h1').textContent.startsWith('</script>')"))
}
