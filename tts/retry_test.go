package tts_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"articast/audio"
	"articast/tts"
)

// failing returns a Backend that fails with each error in turn, then speaks.
func failing(errs ...error) tts.Backend {
	return backendFunc(func(ctx context.Context, u tts.Utterance) (audio.Clip, error) {
		if len(errs) == 0 {
			return tones.Synthesize(ctx, u)
		}
		err := errs[0]
		errs = errs[1:]
		return audio.Clip{}, err
	})
}

func busy(after time.Duration) error {
	return fmt.Errorf("ask the server: %w", &tts.TemporaryError{Err: errors.New("busy"), After: after})
}

func TestRetryWaits(t *testing.T) {
	const s = time.Second
	half := func() float64 { return 0.5 }
	for name, c := range map[string]struct {
		policy tts.RetryPolicy
		errs   []error
		waits  []time.Duration
		err    string
	}{
		"no error":               {},
		"doubles":                {errs: []error{busy(0), busy(0), busy(0)}, waits: []time.Duration{s / 2, s, 2 * s}},
		"gives up":               {errs: []error{busy(0), busy(0), busy(0), busy(0)}, waits: []time.Duration{s / 2, s, 2 * s}, err: "ask the server: busy (tried 4 times)"},
		"bounded wait":           {policy: tts.RetryPolicy{Max: s}, errs: []error{busy(0), busy(0), busy(0)}, waits: []time.Duration{s / 2, s, s}},
		"asked to wait":          {errs: []error{busy(20 * s), busy(s / 4)}, waits: []time.Duration{20 * s, s}},
		"asked too long":         {errs: []error{busy(2 * time.Minute)}, err: "ask the server: busy"},
		"total":                  {policy: tts.RetryPolicy{Total: 2 * s, Attempts: 99}, errs: []error{busy(0), busy(0), busy(0)}, waits: []time.Duration{s / 2, s}, err: "ask the server: busy (tried 3 times)"},
		"jitter":                 {policy: tts.RetryPolicy{Jitter: 0.5, Rand: half}, errs: []error{busy(0), busy(0)}, waits: []time.Duration{s * 3 / 8, s * 3 / 4}},
		"jitter, asked":          {policy: tts.RetryPolicy{Jitter: 1, Rand: half}, errs: []error{busy(s)}, waits: []time.Duration{s}},
		"one attempt":            {policy: tts.RetryPolicy{Attempts: 1}, errs: []error{busy(0)}, err: "ask the server: busy"},
		"many attempts":          {policy: tts.RetryPolicy{Attempts: 70, First: time.Nanosecond, Max: s, Total: time.Hour}, errs: slices.Repeat([]error{busy(0)}, 70), waits: nil, err: "ask the server: busy (tried 70 times)"},
		"permanent":              {errs: []error{tts.ErrNoVoice}, err: "no such voice"},
		"then permanent":         {errs: []error{busy(0), tts.ErrUnavailable}, waits: []time.Duration{s / 2}, err: "engine not available"},
		"a service asks to wait": {errs: []error{&tts.HTTPError{Again: true, After: 20 * s}}, waits: []time.Duration{20 * s}},
		"a service is busy":      {errs: []error{&tts.HTTPError{Again: true}}, waits: []time.Duration{s / 2}},
		"a service refuses":      {errs: []error{&tts.HTTPError{Service: "a.b", Reason: "refuses", Err: io.ErrUnexpectedEOF}}, err: "a.b refuses"},
		"implausible clip":       {errs: []error{&tts.ImplausibleError{Reason: "silent"}}, waits: []time.Duration{s / 2}},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var told []time.Duration
				c.policy.Notify = func(r tts.Retrying) {
					told = append(told, r.Wait)
					if r.Attempt != len(told) || r.Err == nil || r.Utterance.Text == "" {
						t.Errorf("told %+v", r)
					}
				}
				start := time.Now()
				clip, err := tts.Retry(failing(c.errs...), c.policy).Synthesize(t.Context(), tts.Utterance{Text: "Once more."})
				if (c.err == "") != (err == nil) || err != nil && err.Error() != c.err || err == nil && len(clip.Samples) == 0 {
					t.Errorf("%v, %v", clip, err)
				}
				var sum time.Duration
				for _, w := range told {
					sum += w
				}
				if c.waits != nil && !slices.Equal(told, c.waits) || time.Since(start) != sum {
					t.Errorf("waits %v, %v in all, want %v", told, time.Since(start), c.waits)
				}
			})
		})
	}
}

func TestRetryEndsWithItsContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), 700*time.Millisecond)
		defer cancel()
		start := time.Now()
		_, err := tts.Retry(failing(busy(0), busy(0), busy(0)), tts.RetryPolicy{}).Synthesize(ctx, tts.Utterance{Text: "Once more."})
		if !errors.Is(err, context.DeadlineExceeded) || time.Since(start) != 700*time.Millisecond {
			t.Errorf("%v after %v", err, time.Since(start))
		}
	})
	ctx, cancel := context.WithCancel(t.Context())
	b := backendFunc(func(context.Context, tts.Utterance) (audio.Clip, error) {
		cancel()
		return audio.Clip{}, busy(0)
	})
	if _, err := tts.Retry(b, tts.RetryPolicy{}).Synthesize(ctx, tts.Utterance{Text: "Once more."}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled in the call: %v", err)
	}
}

func TestTemporary(t *testing.T) {
	for _, c := range []struct {
		err   error
		after time.Duration
		want  bool
	}{
		{busy(3 * time.Second), 3 * time.Second, true},
		{fmt.Errorf("read the body: %w", io.ErrUnexpectedEOF), 0, true},
		{fmt.Errorf("read the body: %w", os.ErrDeadlineExceeded), 0, true},
		{fmt.Errorf("wait for the engine: %w", context.DeadlineExceeded), 0, true},
		{&tts.ImplausibleError{}, 0, true},
		{fmt.Errorf("wait for the engine: %w", context.Canceled), 0, false},
		{tts.ErrEmpty, 0, false},
		{fmt.Errorf("find the voice: %w", tts.ErrNoVoice), 0, false},
		{tts.ErrUnavailable, 0, false},
		{&tts.LimitError{Runes: 3, Max: 2}, 0, false},
		{errors.New("anything else"), 0, false},
	} {
		if after, ok := tts.Temporary(c.err); after != c.after || ok != c.want {
			t.Errorf("%v: %v, %v", c.err, after, ok)
		}
	}
}
