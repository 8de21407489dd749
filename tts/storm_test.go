package tts_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"articast/audio"
	"articast/tts"
	"articast/tts/ttstest"
)

const (
	stormRuns  = 10_000
	stormPool  = 40 // sentences that the runs of one cache draw from
	stormPart  = 250
	firstVoice = "alto"
)

// TestStorm lets random chains of wrappers speak random sentences through engines that fail, hang, panic, lie and fall
// silent, cancels some, and leaves others half way. Each run is in a bubble of its own (testing/synctest), which fails where
// a goroutine is left or none can go on. What comes out is in order and either an error or the very sound of its text in the
// voice of one of the two engines; and the cache, which all runs of a part share, never holds anything else.
func TestStorm(t *testing.T) {
	runs := stormRuns
	if testing.Short() {
		runs = stormRuns / 10
	}
	for part := range runs / stormPart {
		t.Run(fmt.Sprint("part", part), func(t *testing.T) {
			t.Parallel()
			storm(t, uint64(part))
		})
	}
}

func storm(t *testing.T, part uint64) {
	cache := tts.OpenCache(t.TempDir())
	pool := sentences(stormPool)
	for i := range pool {
		pool[i].Text += " Nobody who hears half of it must take it for all."
	}
	spokenOf := func(voice string) map[string]audio.Clip {
		clips := make(map[string]audio.Clip)
		for _, u := range pool {
			u.Voice = voice
			clips[u.Text] = spoken(t, u)
		}
		return clips
	}
	truths := []map[string]audio.Clip{spokenOf(firstVoice), spokenOf("tenor")}
	outcomes := map[string]int{}
	for run := range uint64(stormPart) {
		synctest.Test(t, func(t *testing.T) {
			g := gale{Rand: rand.New(rand.NewPCG(part, run)), cache: cache, pool: pool}
			outcomes[g.blow(t, truths)]++
		})
		if t.Failed() {
			t.Fatalf("part %d, run %d", part, run)
		}
	}
	for _, kind := range []string{"whole", "with errors", "left", "cancelled"} {
		if outcomes[kind] == 0 {
			t.Errorf("no run ended %s: %v", kind, outcomes)
		}
	}
	checkNotPoisoned(t, cache, pool, truths)
}

// checkNotPoisoned finds every entry of the cache sound and true.
func checkNotPoisoned(t *testing.T, cache *tts.Cache, pool []tts.Utterance, truths []map[string]audio.Clip) {
	t.Helper()
	if damages, err := cache.Verify(t.Context()); err != nil || len(damages) > 0 || cache.Err() != nil {
		t.Fatalf("the cache: %v, %v, %v", damages, err, cache.Err())
	}
	before := cache.Counts().Hits
	for i, b := range []tts.Backend{named{tones, "first"}, named{tones, "second"}} {
		b = tts.Cached(b, cache)
		for _, u := range pool {
			u.Voice = []string{firstVoice, "tenor"}[i]
			if clip := say(t, b, u); !near(clip, truths[i][u.Text]) {
				t.Errorf("poisoned: %q in the voice of engine %d", u.Text, i+1)
			}
		}
	}
	if cache.Counts().Hits-before < stormPool {
		t.Errorf("only %d entries were kept", cache.Counts().Hits-before)
	}
}

// gale is one run of the storm.
type gale struct {
	*rand.Rand
	cache *tts.Cache
	pool  []tts.Utterance
}

// faults draws how an engine fails: some never do, some always.
func (g gale) faults() ttstest.Faults {
	share := func() float64 { return max(0, g.Float64()*0.4-0.15) }
	f := ttstest.Faults{
		Seed: g.Uint64(), Temporary: share(), Permanent: share(), Panic: share(), Truncated: share(), Halved: share(), Silent: share(),
		Delay: time.Duration(g.IntN(5)) * time.Second,
	}
	if g.IntN(12) == 0 {
		f.Permanent = 1
	}
	return f
}

// engine draws a chain of wrappers around an engine that fails.
func (g gale) engine(name string) tts.Backend {
	b := ttstest.Faulty(named{tones, name}, g.faults())
	if g.IntN(2) == 0 {
		b = tts.Limit(b, 1+g.IntN(3))
	}
	if g.IntN(4) == 0 {
		b = tts.Rate(b, 5)
	}
	b = tts.Checked(b)
	if g.IntN(3) > 0 {
		b = tts.Retry(b, tts.RetryPolicy{Attempts: 1 + g.IntN(4), Jitter: 0.5, Rand: g.lots(), Total: 20 * time.Second})
	}
	if g.IntN(2) == 0 {
		b = tts.Breaker(b, 1+g.IntN(4))
	}
	if g.IntN(5) > 0 {
		b = tts.Cached(b, g.cache)
	}
	return b
}

// lots returns a source of lots for several goroutines.
func (g gale) lots() func() float64 {
	lots := make(chan float64, 64)
	for range cap(lots) {
		lots <- g.Float64()
	}
	return func() float64 {
		lot := <-lots
		lots <- lot
		return lot
	}
}

// blow runs once and tells how it ended.
func (g gale) blow(t *testing.T, truths []map[string]audio.Clip) string {
	b := g.engine("first")
	if g.IntN(2) == 0 {
		b = tts.Fallback(b, g.engine("second"), toTenor)
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	if g.IntN(4) == 0 {
		timer := time.AfterFunc(time.Duration(g.IntN(8000))*time.Millisecond, cancel)
		defer timer.Stop()
	}
	list := make([]tts.Utterance, 1+g.IntN(9))
	for i := range list {
		list[i] = g.pool[g.IntN(len(g.pool))]
		list[i].Voice = firstVoice
	}
	leave := len(list)
	if g.IntN(4) == 0 {
		leave = g.IntN(len(list))
	}
	i, failed := 0, 0
	for clip, err := range tts.Render(ctx, b, slices.Values(list), g.IntN(5)) {
		if ctx.Err() != nil {
			return "cancelled"
		}
		text := list[i].Text
		var re *tts.RenderError
		switch {
		case errors.As(err, &re) && re.Index == i:
			failed++
		case err != nil:
			t.Errorf("utterance %d: %v", i, err)
		case !near(clip, truths[0][text]) && !near(clip, truths[1][text]):
			t.Errorf("utterance %d is not the sound of %q", i, text)
		}
		if i++; i > leave {
			return "left"
		}
	}
	if i != len(list) {
		t.Errorf("%d of %d utterances came out", i, len(list))
	}
	if failed > 0 {
		return "with errors"
	}
	return "whole"
}
