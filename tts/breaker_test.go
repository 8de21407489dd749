package tts_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"articast/audio"
	"articast/tts"
)

func TestBreakerGivesUp(t *testing.T) {
	down := errors.New("connection refused")
	for name, c := range map[string]struct {
		errs  []error // of the calls in turn; nil speaks
		calls int     // that reach the engine, of ten more
	}{
		"sound":                {calls: 10},
		"three in a row":       {errs: []error{down, down, down}, calls: 0},
		"never three":          {errs: []error{down, down, nil, down, down, nil}, calls: 10},
		"two, the rest speaks": {errs: []error{down, down}, calls: 10},
		"the text's fault":     {errs: slices.Repeat([]error{tts.ErrEmpty, tts.ErrNoVoice, &tts.LimitError{}}, 3), calls: 10},
	} {
		calls := 0
		b := tts.Breaker(backendFunc(func(ctx context.Context, u tts.Utterance) (audio.Clip, error) {
			if calls++; calls <= len(c.errs) && c.errs[calls-1] != nil {
				return audio.Clip{}, c.errs[calls-1]
			}
			return tones.Synthesize(ctx, u)
		}), 3)
		for range c.errs {
			b.Synthesize(t.Context(), tts.Utterance{Text: "Anybody there?"})
		}
		before := calls
		var err error
		for range 10 {
			_, err = b.Synthesize(t.Context(), tts.Utterance{Text: "Anybody there?"})
		}
		if calls-before != c.calls {
			t.Errorf("%s: %d calls reached the engine, want %d", name, calls-before, c.calls)
		}
		var broken *tts.BrokenError
		if c.calls == 0 && (!errors.As(err, &broken) || !errors.Is(err, down) ||
			err.Error() != "func failed 3 times in a row and is not asked any more: connection refused") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestBreakerCountsPanicsNotCancels(t *testing.T) {
	b := tts.Breaker(backendFunc(func(context.Context, tts.Utterance) (audio.Clip, error) { panic("flat") }), 1)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var broken *tts.BrokenError
	if _, err := b.Synthesize(ctx, tts.Utterance{Text: "x"}); errors.As(err, &broken) {
		t.Errorf("cancelled: %v", err)
	}
	var panicked *tts.PanicError
	if _, err := b.Synthesize(t.Context(), tts.Utterance{Text: "x"}); !errors.As(err, &panicked) || len(panicked.Stack) == 0 {
		t.Errorf("first: %v", err)
	}
	if _, err := b.Synthesize(t.Context(), tts.Utterance{Text: "x"}); !errors.As(err, &broken) {
		t.Errorf("second: %v", err)
	}
}

func TestBreakerBelowOne(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	tts.Breaker(tones, 0)
}
