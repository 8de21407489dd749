package tts_test

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"articast/audio"
	"articast/tts"
	"articast/tts/tone"
)

// backendFunc is a Backend made of a function.
type backendFunc func(ctx context.Context, u tts.Utterance) (audio.Clip, error)

func (f backendFunc) Synthesize(ctx context.Context, u tts.Utterance) (audio.Clip, error) {
	return f(ctx, u)
}

func (backendFunc) Properties() tts.Properties {
	return tts.Properties{Name: "func", Version: "1", Concurrency: 3}
}

// tones is the backend that most tests speak through: at a low rate, for speed.
var tones = tone.Backend{Rate: 2000}

// sentences returns n utterances, each with its own text.
func sentences(n int) []tts.Utterance {
	list := make([]tts.Utterance, n)
	for i := range list {
		list[i].Text = fmt.Sprintf("This is sentence number %d.", i)
	}
	return list
}

// spoken returns the clip of u in tones.
func spoken(t *testing.T, u tts.Utterance) audio.Clip {
	t.Helper()
	clip, err := tones.Synthesize(t.Context(), u)
	if err != nil {
		t.Fatal(err)
	}
	return clip
}

// near reports whether two clips differ by no more than the rounding to 16 bits.
func near(a, b audio.Clip) bool {
	return a.Rate == b.Rate && slices.EqualFunc(a.Samples, b.Samples, func(x, y float32) bool {
		return x-y < 1.0/32768 && y-x < 1.0/32768
	})
}

// meter counts the calls to a Backend and how many are in flight.
type meter struct {
	tts.Backend
	delay time.Duration

	mu                    sync.Mutex
	calls, inFlight, most int
}

// made returns how many calls were made, and how many at once at most.
func (m *meter) made() (calls, most int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.calls, m.most
}

func (m *meter) Unwrap() tts.Backend { return m.Backend }

func (m *meter) Synthesize(ctx context.Context, u tts.Utterance) (audio.Clip, error) {
	m.mu.Lock()
	m.calls++
	m.inFlight++
	m.most = max(m.most, m.inFlight)
	m.mu.Unlock()
	defer func() {
		m.mu.Lock()
		m.inFlight--
		m.mu.Unlock()
	}()
	if m.delay > 0 {
		time.Sleep(m.delay)
	}
	return m.Backend.Synthesize(ctx, u)
}
