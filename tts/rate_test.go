package tts_test

import (
	"context"
	"errors"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"articast/tts"
)

func TestRateSpacesCalls(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := &meter{Backend: tones}
		b := tts.Rate(m, 4)
		start := time.Now()
		var calls sync.WaitGroup
		for _, u := range sentences(9) {
			calls.Go(func() { say(t, b, u) })
		}
		calls.Wait()
		if d := time.Since(start); d != 2*time.Second || m.calls != 9 {
			t.Errorf("%d calls in %v", m.calls, d)
		}
	})
}

func TestRateEndsWithItsContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := &meter{Backend: tones}
		b := tts.Rate(m, 0.1)
		say(t, b, tts.Utterance{Text: "First."})
		ctx, cancel := context.WithCancel(t.Context())
		time.AfterFunc(time.Second, cancel)
		if _, err := b.Synthesize(ctx, tts.Utterance{Text: "Second."}); !errors.Is(err, context.Canceled) {
			t.Errorf("cancelled: %v", err)
		}
		ctx, cancel = context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		if _, err := b.Synthesize(ctx, tts.Utterance{Text: "Third."}); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("in a hurry: %v", err)
		}
		if m.calls != 1 {
			t.Errorf("%d calls", m.calls)
		}
	})
}
