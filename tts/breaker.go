package tts

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"articast/audio"
)

// BrokenError says that a Backend is not asked any more, because it failed too often in a row.
type BrokenError struct {
	Engine   string // Properties.Name
	Failures int    // in a row
	Err      error  // the last of them
}

// Error tells how often the engine failed and why it did the last time.
func (e *BrokenError) Error() string {
	return fmt.Sprintf("%s failed %d times in a row and is not asked any more: %v", e.Engine, e.Failures, e.Err)
}

// Unwrap returns the last failure.
func (e *BrokenError) Unwrap() error { return e.Err }

// breaker is a Backend that is given up.
type breaker struct {
	wrapper
	limit int

	mu       sync.Mutex
	failures int // in a row
	broken   *BrokenError
}

// Breaker returns a Backend that asks b until it has failed n times in a row; from then on every call fails at once with a
// *BrokenError. What is the text's fault or the caller's (ErrEmpty, *LimitError, ErrNoVoice, the end of ctx) does not
// count. It belongs outside Retry and inside Cached: a failure is one that patience did not cure, and what was spoken
// before can still be heard. It panics when n < 1.
func Breaker(b Backend, n int) Backend {
	if n < 1 {
		panic("tts: Breaker below 1")
	}
	return &breaker{wrapper: wrapper{b}, limit: n}
}

// Synthesize speaks through the wrapped Backend unless that was given up.
func (b *breaker) Synthesize(ctx context.Context, u Utterance) (audio.Clip, error) {
	if broken := b.given(); broken != nil {
		return audio.Clip{}, broken
	}
	clip, err := guarded(ctx, b.Backend, u)
	if ctx.Err() == nil && !isCallersFault(err) {
		b.count(err)
	}
	return clip, err
}

func (b *breaker) given() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.broken == nil {
		return nil
	}
	return b.broken
}

func (b *breaker) count(err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if err == nil {
		b.failures = 0
		return
	}
	b.failures++
	if b.failures >= b.limit && b.broken == nil {
		b.broken = &BrokenError{Engine: b.Properties().Name, Failures: b.failures, Err: err}
	}
}

// isCallersFault reports whether err says nothing about how the engine is.
func isCallersFault(err error) bool {
	var limit *LimitError
	return errors.Is(err, ErrEmpty) || errors.Is(err, ErrNoVoice) || errors.As(err, &limit)
}
