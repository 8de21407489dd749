package tts_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"articast/audio"
	"articast/tts"
)

func toTenor(string) string { return "tenor" }

func TestFallbackSpeaksWhatFails(t *testing.T) {
	down := errors.New("connection refused")
	first := backendFunc(func(ctx context.Context, u tts.Utterance) (audio.Clip, error) {
		switch u.Text {
		case "Fail.":
			return audio.Clip{}, down
		case "Panic.":
			panic("flat")
		}
		return tones.Synthesize(ctx, u)
	})
	b := tts.Fallback(first, named{tones, "tone"}, toTenor)
	for _, c := range []struct {
		text string
		want tts.Credit
	}{
		{"Speak.", tts.Credit{Engine: "func", Voice: "alto"}},
		{"Fail.", tts.Credit{Engine: "tone", Voice: "tenor"}},
		{"Panic.", tts.Credit{Engine: "tone", Voice: "tenor"}},
	} {
		u := tts.Utterance{Text: c.text, Voice: "alto"}
		clip := say(t, b, u)
		crediter, ok := tts.As[tts.Crediter](b)
		if !ok || crediter.Credit(u) != c.want {
			t.Errorf("%s: credit %v", c.text, crediter.Credit(u))
		}
		u.Voice = c.want.Voice
		if want := spoken(t, u); !slices.Equal(clip.Samples, want.Samples) {
			t.Errorf("%s is not in the voice of %v", c.text, c.want)
		}
	}
}

// named is a backend under another name.
type named struct {
	tts.Backend
	name string
}

func (n named) Properties() tts.Properties {
	p := n.Backend.Properties()
	p.Name = n.name
	return p
}

func TestFallbackHasItsLimits(t *testing.T) {
	down := errors.New("connection refused")
	u := tts.Utterance{Text: "Fail."}
	b := tts.Fallback(failing(down), named{failing(tts.ErrUnavailable), "second"}, toTenor)
	_, err := b.Synthesize(t.Context(), u)
	if !errors.Is(err, down) || !errors.Is(err, tts.ErrUnavailable) || err.Error() != "connection refused; and then second: engine not available" {
		t.Errorf("both fail: %v", err)
	}
	for _, own := range []error{tts.ErrEmpty, tts.ErrNoVoice} {
		if _, err := tts.Fallback(failing(own), tones, toTenor).Synthesize(t.Context(), u); err != own {
			t.Errorf("%v becomes %v", own, err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := tts.Fallback(failing(context.Canceled), tones, toTenor).Synthesize(ctx, u); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// TestFallbackCredits: the last answer counts, and clips are kept under the name of the engine that really spoke.
func TestFallbackCredits(t *testing.T) {
	cache := tts.OpenCache(t.TempDir())
	u := tts.Utterance{Text: "Once more.", Voice: "alto"}
	first := named{failing(errors.New("once")), "first"}
	b := tts.Fallback(tts.Cached(first, cache), tts.Cached(named{tones, "second"}, cache), toTenor)
	for _, want := range []string{"second", "first", "first"} {
		say(t, b, u)
		if got := b.(tts.Crediter).Credit(u).Engine; got != want {
			t.Errorf("spoken by %s, want %s", got, want)
		}
	}
	if got := cache.Counts(); got.Hits != 1 || got.Misses != 3 {
		t.Errorf("%+v", got)
	}
	clip := say(t, tts.Cached(named{tones, "second"}, cache), tts.Utterance{Text: "Once more.", Voice: "tenor"})
	if cache.Counts().Hits != 2 || !near(clip, spoken(t, tts.Utterance{Text: "Once more.", Voice: "tenor"})) {
		t.Errorf("the second engine's clip is not kept as its own: %+v", cache.Counts())
	}
}

func TestFallbackProperties(t *testing.T) {
	limits := func(n int, offline bool) tts.Backend {
		return propertied{tones, tts.Properties{Name: "p", MaxRunes: n, Offline: offline, Concurrency: 7}}
	}
	for _, c := range []struct {
		a, b    int
		offline bool
		want    int
	}{
		{0, 0, true, 0}, {100, 0, true, 100}, {0, 100, false, 100}, {50, 100, false, 50}, {100, 50, true, 50},
	} {
		p := tts.Fallback(limits(c.a, true), limits(c.b, c.offline), toTenor).Properties()
		if p.MaxRunes != c.want || p.Offline != c.offline || p.Concurrency != 7 || p.Name != "p" {
			t.Errorf("%+v: %+v", c, p)
		}
	}
}

type propertied struct {
	tts.Backend
	p tts.Properties
}

func (p propertied) Properties() tts.Properties { return p.p }
