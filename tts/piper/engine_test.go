package piper

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"articast/audio"
	"articast/tts"
	"articast/tts/ttstest"
)

func TestConformance(t *testing.T) {
	ttstest.Run(t, func(t *testing.T) tts.Backend { return newBench(t, "good", nil).Engine })
}

func TestNewIsLazy(t *testing.T) {
	b := newBench(t, "good", nil)
	b.Properties()
	if _, err := b.VoiceKey("ada"); err != nil {
		t.Error(err)
	}
	if err := b.say(t, "..."); !errors.Is(err, tts.ErrEmpty) {
		t.Error(err)
	}
	if _, err := os.Stat(b.o.DataDir); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("something was unpacked before anything was said: %v", err)
	}
	if err := b.Prepare(t.Context(), "", "bob"); err != nil {
		t.Error(err)
	}
	if starts := b.lines(t, "start"); starts != nil {
		t.Errorf("Prepare started %q", starts)
	}
	if _, err := New(Options{Processes: -1}); err == nil {
		t.Error("-1 processes")
	}
}

// TestEngineFailures says each text in an engine that has worked before. What is noted is what the engine was asked:
// each is asked twice, in two processes, and no more.
func TestEngineFailures(t *testing.T) {
	for _, c := range []struct {
		text    string
		failure Failure
		message string
	}{
		{"crash now", Exited, "ended without an answer: exit status 3: "},
		{"mute now", NoOutput, "gave no output: EOF"},
		{"short answer", Exited, "exit status 0"},
		{"garbage now", BadOutput, `gave no sound: read WAV: no header, but "<html>Please log`},
		{"hang now", TimedOut, "gave no answer within 300ms"},
	} {
		t.Run(c.text, func(t *testing.T) {
			b := newBench(t, "good", func(o *Options) { o.Processes = 1 })
			if err := b.say(t, "first"); err != nil {
				t.Fatal(err)
			}
			if c.failure == TimedOut {
				b.deadline = func(string) time.Duration { return 300 * time.Millisecond }
			}
			err := b.say(t, c.text)
			var failed *EngineError
			if !errors.As(err, &failed) || failed.Failure != c.failure || !strings.Contains(err.Error(), c.message) {
				t.Fatalf("got %v, want failure %d, %q", err, c.failure, c.message)
			}
			if errors.Is(err, tts.ErrUnavailable) || len(err.Error()) > 3000 {
				t.Errorf("%v", err)
			}
			if starts := b.lines(t, "start"); len(starts) != 2 {
				t.Errorf("started %q, want one process and a fresh one", starts)
			}
			b.deadline = lineDeadline
			if err := b.say(t, "after it"); err != nil {
				t.Errorf("afterwards: %v", err)
			}
		})
	}
}

func TestLastWordsAreKept(t *testing.T) {
	err := newBench(t, "good", nil).say(t, "crash now")
	if err == nil || !strings.HasSuffix(err.Error(), "blah out of luck") {
		t.Errorf("got %v", err)
	}
}

func TestDeadEngineIsReplaced(t *testing.T) {
	b := newBench(t, "good", nil)
	if err := b.say(t, "first"); err != nil {
		t.Fatal(err)
	}
	if err := b.say(t, "once "+filepath.Join(t.TempDir(), "flag")); err != nil {
		t.Error(err)
	}
	if starts := b.lines(t, "start"); len(starts) != 2 || strings.Contains(starts[1], "tuned=false") {
		t.Errorf("started %q", starts)
	}
}

// TestTrailingOutputIsNoticed: bytes behind an answer would shift every answer after it.
func TestTrailingOutputIsNoticed(t *testing.T) {
	b := newBench(t, "good", func(o *Options) { o.Processes = 1 })
	want, err := b.Synthesize(t.Context(), tts.Utterance{Text: "the next"})
	if err != nil {
		t.Fatal(err)
	}
	_ = b.say(t, "extra words")
	got, err := b.Synthesize(t.Context(), tts.Utterance{Text: "the next"})
	if err != nil || !slices.Equal(got.Samples, want.Samples) {
		t.Errorf("%v, %v, want %v", got, err, want)
	}
}

func TestStockSettingsWhereTunedOnesFail(t *testing.T) {
	b := newBench(t, "untunable", nil)
	var calls sync.WaitGroup
	for _, text := range []string{"one", "two", "three", "four"} {
		calls.Go(func() {
			if err := b.say(t, text); err != nil {
				t.Error(err)
			}
		})
	}
	calls.Wait()
	running := 0
	for _, line := range b.lines(t, "start") {
		if strings.Contains(line, "tuned=false") {
			running++
		}
	}
	b.pool.mu.Lock()
	alive := b.pool.total
	b.pool.mu.Unlock()
	if alive != 1 || running == 0 {
		t.Errorf("%d processes alive, want one that has all cores to itself: %q", alive, b.lines(t, "start"))
	}
	before := len(b.lines(t, "start"))
	if err := b.say(t, "five"); err != nil || len(b.lines(t, "start")) != before {
		t.Errorf("%v; what works is forgotten: %q", err, b.lines(t, "start"))
	}
}

func TestEngineThatNeverRuns(t *testing.T) {
	err := newBench(t, "never", nil).say(t, "hello")
	var failed *EngineError
	if !errors.Is(err, tts.ErrUnavailable) || !errors.As(err, &failed) || !strings.Contains(failed.Stderr, "libonnxruntime.so") {
		t.Errorf("got %v", err)
	}
}

func TestEngineMissing(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	none := func(o *Options) { o.EnginePath = "" }
	wrong := func(o *Options) { o.EnginePath = filepath.Join(t.TempDir(), "piper") }
	for name, c := range map[string]struct {
		change func(*Options)
		want   string
	}{
		"none":     {none, "name one with --engine-path, or put piper into PATH"},
		"wrong":    {wrong, "cannot be run"},
		"no voice": {func(o *Options) { wrong(o); o.Voices = nil }, "choose the path of a Piper voice"},
	} {
		b := newBench(t, "good", c.change)
		err := b.say(t, "hello")
		unavailable := errors.Is(err, tts.ErrUnavailable) || errors.Is(err, tts.ErrNoVoice)
		if !unavailable || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", name, err, c.want)
		}
		if v := b.Properties().Version; !strings.HasPrefix(v, "none,") {
			t.Errorf("%s: version %q", name, v)
		}
	}
}

func TestEngineInPathOrDirectory(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no symbolic links")
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.Symlink(self, filepath.Join(dir, "piper")); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir)
	for _, path := range []string{"", dir} {
		b := newBench(t, "good", func(o *Options) { o.EnginePath = path })
		if err := b.say(t, "hello"); err != nil {
			t.Errorf("%q: %v", path, err)
		}
		if v := b.Properties().Version; !strings.HasPrefix(v, "program ") {
			t.Errorf("version %q does not name the program's content", v)
		}
	}
}

func TestSettingsReachTheEngine(t *testing.T) {
	versions := map[string]bool{}
	for _, lively := range []bool{false, true} {
		b := newBench(t, "good", func(o *Options) { o.Lively = lively })
		for _, rate := range []float64{1, 1.25, 1.2500001, 0.5} {
			if _, err := b.Synthesize(t.Context(), tts.Utterance{Text: "hello", Prosody: tts.Prosody{Rate: rate}}); err != nil {
				t.Error(err)
			}
		}
		noise := `noise="0"/"0"`
		if lively {
			noise = `noise=""/""`
		}
		want := []string{
			"start tuned=true " + noise + ` length=""`,
			"start tuned=true " + noise + ` length="0.8"`,
			"start tuned=true " + noise + ` length="2"`,
		}
		if got := b.lines(t, "start"); !slices.Equal(got, want) {
			t.Errorf("started %q, want %q", got, want)
		}
		versions[b.Properties().Version] = true
	}
	if len(versions) != 2 {
		t.Errorf("lively and not have one version: %v", versions)
	}
}

func TestRates(t *testing.T) {
	b := newBench(t, "good", nil)
	for rate, ok := range map[float64]bool{0: true, 0.25: true, 4: true, 0.2: false, 4.1: false, -1: false} {
		_, err := b.Synthesize(t.Context(), tts.Utterance{Text: "hello", Prosody: tts.Prosody{Rate: rate}})
		if (err == nil) != ok {
			t.Errorf("rate %v: %v", rate, err)
		}
	}
}

func TestLongTextIsSaidInPieces(t *testing.T) {
	b := newBench(t, "good", nil)
	sentence := "The old ferry left the harbour at noon with nobody aboard, and the gulls went with it."
	text := strings.Repeat(sentence+" ", 7)
	clip, err := b.Synthesize(t.Context(), tts.Utterance{Text: text})
	if err != nil {
		t.Fatal(err)
	}
	var rebuilt []string
	for _, line := range b.lines(t, "say") {
		said := strings.TrimPrefix(line, "say ")
		if len(said) > maxWeight || !strings.HasSuffix(said, ".") {
			t.Errorf("said %q", said)
		}
		rebuilt = append(rebuilt, said)
	}
	if got := strings.Join(rebuilt, " "); got != strings.TrimSpace(text) {
		t.Errorf("said %q", got)
	}
	want := -sentenceSilence
	for _, said := range rebuilt {
		want += audio.SampleRate(fakeRate).D(len(said)*fakeRate*6/100) + sentenceSilence
	}
	if d := clip.Duration() - want; d < -time.Millisecond || d > time.Millisecond {
		t.Errorf("%v, want %v: the engine's silence between pieces, none at the end", clip, want)
	}
	if last := clip.Samples[len(clip.Samples)-1]; last == 0 {
		t.Error("the engine's silence is still at the end")
	}
}

func TestTextWithoutSound(t *testing.T) {
	if err := newBench(t, "good", nil).say(t, "①①"); !errors.Is(err, tts.ErrEmpty) {
		t.Errorf("got %v", err)
	}
}

func TestCancelEndsAtOnce(t *testing.T) {
	b := newBench(t, "good", nil)
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error)
	go func() {
		_, err := b.Synthesize(ctx, tts.Utterance{Text: "hang on"})
		done <- err
	}()
	until(func() bool { return b.lines(t, "say") != nil }) // the engine has it
	cancel()
	if err := <-done; !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if err := b.say(t, "again"); err != nil {
		t.Error(err)
	}
}

func TestCloseEndsCallsInFlight(t *testing.T) {
	b := newBench(t, "good", nil)
	errs := make(chan error)
	for range 5 { // two at work, three waiting
		go func() {
			_, err := b.Synthesize(context.Background(), tts.Utterance{Text: "hang on"})
			errs <- err
		}()
	}
	until(func() bool { return len(b.lines(t, "say")) == 2 })
	if err := b.Close(); err != nil {
		t.Error(err)
	}
	for range 5 {
		if err := <-errs; !errors.Is(err, ErrClosed) {
			t.Errorf("got %v", err)
		}
	}
	if err := b.say(t, "hello"); !errors.Is(err, ErrClosed) {
		t.Errorf("after Close: %v", err)
	}
}
