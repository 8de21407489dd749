// Package ttstest proves that a Backend speaks as package tts expects: Run takes a way to make one and fails the test
// where it does not. A new engine joins by one test:
//
//	func TestConformance(t *testing.T) {
//		ttstest.Run(t, func(t *testing.T) tts.Backend { return myengine.New(...) })
//	}
package ttstest

import (
	"context"
	"errors"
	"math"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"articast/audio"
	"articast/tts"
)

const (
	shortText = "Good evening."
	longText  = "Good evening. The harbour was quiet, the boats were in, and nobody expected what came next."

	// limitTested is the longest limit that is tried to the rune; above it the text would take minutes to speak.
	limitTested = 2000
)

// Run tests the Backends that open makes. They must be deterministic: a voice with noise is tested with it turned off.
// Open is called once per property and may use t for its clean-up.
func Run(t *testing.T, open func(t *testing.T) tts.Backend) {
	for _, c := range []struct {
		name string
		test func(*testing.T, tts.Backend)
	}{
		{"Properties", testProperties},
		{"Speaks", testSpeaks},
		{"LongerTextTakesLonger", testLonger},
		{"SameTextSameClip", testSame},
		{"ClipBelongsToCaller", testOwnership},
		{"Concurrent", testConcurrent},
		{"EmptyText", testEmpty},
		{"StrangeText", testStrange},
		{"Limit", testLimit},
		{"UnknownVoice", testUnknownVoice},
		{"Voices", testVoices},
		{"Pace", testPace},
		{"Cancelled", testCancelled},
	} {
		t.Run(c.name, func(t *testing.T) { c.test(t, open(t)) })
	}
}

// speak returns the clip of u, which must be plausible speech.
func speak(t *testing.T, b tts.Backend, u tts.Utterance) audio.Clip {
	t.Helper()
	clip, err := b.Synthesize(t.Context(), u)
	if err != nil {
		t.Fatalf("speak %q: %v", abbreviated(u.Text), err)
	}
	if err := tts.Check(u, clip); err != nil {
		t.Fatalf("speak %q: %v", abbreviated(u.Text), err)
	}
	return clip
}

func abbreviated(text string) string {
	if len(text) > 60 {
		return strings.ToValidUTF8(text[:60], "") + "..."
	}
	return text
}

func same(a, b audio.Clip) bool {
	return a.Rate == b.Rate && slices.Equal(a.Samples, b.Samples)
}

func testProperties(t *testing.T, b tts.Backend) {
	p := b.Properties()
	if p.Name == "" || p.Version == "" {
		t.Errorf("name and version are part of the cache key: %+v", p)
	}
	if p.MaxRunes < 0 || p.Concurrency < 0 {
		t.Errorf("negative limits: %+v", p)
	}
	if again := b.Properties(); again != p {
		t.Errorf("they change from call to call: %+v, then %+v", p, again)
	}
}

func testSpeaks(t *testing.T, b tts.Backend) {
	clip := speak(t, b, tts.Utterance{Text: shortText})
	for i, s := range clip.Samples {
		if s < -1 || s > 1 || math.IsNaN(float64(s)) {
			t.Fatalf("sample %d is %v, outside [-1, 1]", i, s)
		}
	}
}

func testLonger(t *testing.T, b tts.Backend) {
	short := speak(t, b, tts.Utterance{Text: shortText})
	long := speak(t, b, tts.Utterance{Text: longText})
	if short.Rate != long.Rate {
		t.Errorf("one voice at two sample rates: %d and %d Hz", short.Rate, long.Rate)
	}
	if long.Duration() < 2*short.Duration() {
		t.Errorf("%d characters take %v, %d take %v", len(shortText), short.Duration(), len(longText), long.Duration())
	}
}

func testSame(t *testing.T, b tts.Backend) {
	first := speak(t, b, tts.Utterance{Text: longText})
	speak(t, b, tts.Utterance{Text: shortText})
	if again := speak(t, b, tts.Utterance{Text: longText}); !same(first, again) {
		t.Errorf("the same text sounds different the second time: %v, %v", first, again)
	}
}

func testOwnership(t *testing.T, b tts.Backend) {
	first := speak(t, b, tts.Utterance{Text: shortText})
	kept := slices.Clone(first.Samples)
	clear(first.Samples)
	again := speak(t, b, tts.Utterance{Text: shortText})
	if !slices.Equal(kept, again.Samples) {
		t.Error("a clip that the caller has changed is answered again")
	}
}

func testConcurrent(t *testing.T, b tts.Backend) {
	var texts []string
	for _, day := range []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"} {
		texts = append(texts, "It was a "+day+" in March.")
	}
	clips := make([]audio.Clip, len(texts))
	errs := make([]error, len(texts))
	var calls sync.WaitGroup
	for i, text := range texts {
		calls.Go(func() { clips[i], errs[i] = b.Synthesize(t.Context(), tts.Utterance{Text: text}) })
	}
	calls.Wait()
	for i, text := range texts {
		if errs[i] != nil {
			t.Errorf("speak %q: %v", text, errs[i])
			continue
		}
		if alone := speak(t, b, tts.Utterance{Text: text}); !same(alone, clips[i]) {
			t.Errorf("%q sounds different when others speak too: %v, alone %v", text, clips[i], alone)
		}
	}
}

func testEmpty(t *testing.T, b tts.Backend) {
	for _, text := range []string{"", " ", "\n\t", ".", "...", "— …", "\U0001F600\U0001F44D", "\x00\x01"} {
		if clip, err := b.Synthesize(t.Context(), tts.Utterance{Text: text}); !errors.Is(err, tts.ErrEmpty) {
			t.Errorf("speak %q: %v, %v, want ErrEmpty", text, clip, err)
		}
	}
	speak(t, b, tts.Utterance{Text: shortText})
}

func testStrange(t *testing.T, b tts.Backend) {
	for _, text := range []string{
		"two\nlines", "a NUL\x00inside the text", "a bell\a and an escape \x1b[31m", "broken \xff\xfe bytes",
		"half a surrogate \xed\xa0\xbd here", "a smile \U0001F600 inside", "<speak>&amp; <break/></speak>",
		"[[brackets]] twice", `quotes " and \ strokes`, "right \u202eto\u202c left", "\ufeffmark", "Привет, world",
	} {
		// What becomes of it is the engine's affair; that it answers, and still speaks afterwards, is not.
		u := tts.Utterance{Text: text}
		clip, err := b.Synthesize(t.Context(), u)
		if err == nil {
			err = tts.Check(u, clip)
		}
		if err != nil {
			t.Errorf("speak %q: %v", text, err)
		}
		speak(t, b, tts.Utterance{Text: shortText})
	}
}

func testLimit(t *testing.T, b tts.Backend) {
	limit := b.Properties().MaxRunes
	if limit == 0 {
		t.Skip("no limit")
	}
	_, err := b.Synthesize(t.Context(), tts.Utterance{Text: textOf(limit + 1)})
	var tooLong *tts.LimitError
	if !errors.As(err, &tooLong) || tooLong.Max != limit || tooLong.Runes != limit+1 {
		t.Errorf("speak %d runes: %v, want a LimitError that says so", limit+1, err)
	}
	if limit <= limitTested {
		speak(t, b, tts.Utterance{Text: textOf(limit)})
	}
}

// textOf returns prose of exactly n runes, not all of which are one byte long.
func textOf(n int) string {
	prose := []rune(strings.Repeat("The café was full, so we went on. ", n/10+1))
	text := prose[:n-1]
	if text[len(text)-1] == ' ' {
		text[len(text)-1] = 'n'
	}
	s := string(text) + "."
	if utf8.RuneCountInString(s) != n {
		panic("ttstest: wrong length")
	}
	return s
}

func testUnknownVoice(t *testing.T, b tts.Backend) {
	const unknown = "no-such-voice-anywhere"
	if clip, err := b.Synthesize(t.Context(), tts.Utterance{Text: shortText, Voice: unknown}); !errors.Is(err, tts.ErrNoVoice) {
		t.Errorf("speak with voice %q: %v, %v, want ErrNoVoice", unknown, clip, err)
	}
	if _, ok := tts.As[tts.VoiceKeyer](b); ok {
		if key, err := tts.VoiceKey(b, unknown); !errors.Is(err, tts.ErrNoVoice) {
			t.Errorf("key of voice %q: %q, %v, want ErrNoVoice", unknown, key, err)
		}
	}
}

func testVoices(t *testing.T, b tts.Backend) {
	voices, err := tts.Voices(t.Context(), b)
	if err != nil {
		t.Fatal(err)
	}
	seen := make(map[string]bool)
	for _, v := range voices {
		if v.ID == "" || v.Lang == "" || seen[v.ID] {
			t.Errorf("voice without its own ID or without language: %+v", v)
		}
		seen[v.ID] = true
	}
	keys := make(map[string]string)
	for _, v := range voices[:min(len(voices), 4)] {
		speak(t, b, tts.Utterance{Text: shortText, Voice: v.ID})
		key, err := tts.VoiceKey(b, v.ID)
		if other, taken := keys[key]; err != nil || key != "" && taken {
			t.Errorf("key of voice %q: %q, %v; also that of %q", v.ID, key, err, other)
		}
		keys[key] = v.ID
	}
}

func testPace(t *testing.T, b tts.Backend) {
	at := func(rate float64) audio.Clip {
		return speak(t, b, tts.Utterance{Text: longText, Prosody: tts.Prosody{Rate: rate}})
	}
	slow, own, fast := at(0.7), at(1), at(1.5)
	if slow.Duration() <= own.Duration() || own.Duration() <= fast.Duration() {
		t.Errorf("at paces 0.7, 1, 1.5 the text takes %v, %v, %v", slow.Duration(), own.Duration(), fast.Duration())
	}
	if !same(own, at(0)) {
		t.Error("pace 0 is not the voice's own")
	}
}

func testCancelled(t *testing.T, b tts.Backend) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := b.Synthesize(ctx, tts.Utterance{Text: longText}); !errors.Is(err, context.Canceled) {
		t.Errorf("speak after the end: %v, want context.Canceled", err)
	}
	long := strings.Repeat(longText+" ", 3)
	if tts.CheckLimit(long, b.Properties().MaxRunes) != nil {
		long = longText
	}
	ctx, cancel = context.WithCancel(t.Context())
	done := make(chan error)
	go func() {
		_, err := b.Synthesize(ctx, tts.Utterance{Text: long})
		done <- err
	}()
	cancel()
	if err := <-done; err != nil && !errors.Is(err, context.Canceled) {
		t.Errorf("speak while it ends: %v, want context.Canceled or success", err)
	}
	speak(t, b, tts.Utterance{Text: shortText})
}
