package ttstest

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"sync"
	"time"

	"articast/audio"
	"articast/tts"
)

// Faults says how often a Faulty backend fails, as shares from 0 to 1 of its calls, and in which way.
type Faults struct {
	Seed      uint64
	Temporary float64       // *tts.TemporaryError
	Permanent float64       // ErrFault
	Panic     float64       // panic
	Truncated float64       // a clip of a tenth of its length
	Halved    float64       // a clip of half its length: half the text, said as if it were all
	Silent    float64       // a clip of nothing but zeros
	Delay     time.Duration // each call takes up to this long
}

// ErrFault is the permanent error of a Faulty backend.
var ErrFault = errors.New("injected fault")

// Faulty returns a Backend that answers through b, but for the faults that the dice throw. What befalls a call depends
// on the seed, the text and how often that text was asked for, not on the order of calls.
func Faulty(b tts.Backend, f Faults) tts.Backend {
	return &faulty{Backend: b, faults: f, asked: make(map[string]int)}
}

type faulty struct {
	tts.Backend
	faults Faults

	mu    sync.Mutex
	asked map[string]int
}

// Unwrap returns the Backend below.
func (b *faulty) Unwrap() tts.Backend { return b.Backend }

// Synthesize throws the dice, then speaks or fails.
func (b *faulty) Synthesize(ctx context.Context, u tts.Utterance) (audio.Clip, error) {
	dice := b.dice(u.Text)
	if b.faults.Delay > 0 {
		if err := pause(ctx, time.Duration(dice.Int64N(int64(b.faults.Delay)))); err != nil {
			return audio.Clip{}, err
		}
	}
	throw := dice.Float64()
	falls := func(share float64) bool {
		throw -= share
		return throw < 0
	}
	switch f := b.faults; {
	case falls(f.Temporary):
		return audio.Clip{}, &tts.TemporaryError{Err: errors.New("injected, will pass")}
	case falls(f.Permanent):
		return audio.Clip{}, ErrFault
	case falls(f.Panic):
		panic(fmt.Sprintf("injected on %q", u.Text))
	}
	clip, err := b.Backend.Synthesize(ctx, u)
	switch f := b.faults; {
	case falls(f.Truncated):
		clip.Samples = clip.Samples[:len(clip.Samples)/10]
	case falls(f.Halved):
		clip.Samples = clip.Samples[:len(clip.Samples)/2]
	case falls(f.Silent):
		clear(clip.Samples)
	}
	return clip, err
}

func (b *faulty) dice(text string) *rand.Rand {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.asked[text]++
	h := fnv.New64a()
	fmt.Fprintf(h, "%d %s", b.asked[text], text)
	return rand.New(rand.NewPCG(b.faults.Seed, h.Sum64()))
}

func pause(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
