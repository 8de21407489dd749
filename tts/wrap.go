package tts

import (
	"context"

	"articast/audio"
)

// Unwrapper is a Backend that wraps another.
type Unwrapper interface {
	Unwrap() Backend
}

// As finds the first Backend in b's chain of wrappers that is a T, as errors.As does for errors: an optional power like
// VoiceLister is never lost behind a cache.
func As[T any](b Backend) (T, bool) {
	for b != nil {
		if t, ok := b.(T); ok {
			return t, true
		}
		w, ok := b.(Unwrapper)
		if !ok {
			break
		}
		b = w.Unwrap()
	}
	var none T
	return none, false
}

// Voices lists the voices of b or of what it wraps; nil when it cannot list them.
func Voices(ctx context.Context, b Backend) ([]Voice, error) {
	if lister, ok := As[VoiceLister](b); ok {
		return lister.Voices(ctx)
	}
	return nil, nil
}

// VoiceKey names what the voice of b, or of what it wraps, is made of; "" when it cannot tell.
func VoiceKey(b Backend, id string) (string, error) {
	if keyer, ok := As[VoiceKeyer](b); ok {
		return keyer.VoiceKey(id)
	}
	return "", nil
}

// wrapper is the part that all wrappers share.
type wrapper struct{ Backend }

// Unwrap returns the wrapped Backend.
func (w wrapper) Unwrap() Backend { return w.Backend }

// guarded speaks through b and makes an error of a panic: to a wrapper that deals with failures it is one.
func guarded(ctx context.Context, b Backend, u Utterance) (clip audio.Clip, err error) {
	defer func() {
		if v := recover(); v != nil {
			clip, err = audio.Clip{}, newPanicError(v)
		}
	}()
	return b.Synthesize(ctx, u)
}

// limited is a Backend with a bound on its calls.
type limited struct {
	wrapper
	slots chan struct{}
}

// Limit returns a Backend that has at most n calls of b in flight at once; further calls wait, and give up when their
// ctx ends. Its Properties say so. It panics when n < 1.
func Limit(b Backend, n int) Backend {
	if n < 1 {
		panic("tts: Limit below 1")
	}
	return &limited{wrapper{b}, make(chan struct{}, n)}
}

// Properties are those of the wrapped Backend, Concurrency bounded.
func (b *limited) Properties() Properties {
	p := b.Backend.Properties()
	p.Concurrency = min(max(p.Concurrency, 1), cap(b.slots))
	return p
}

// Synthesize waits for a free slot and speaks through the wrapped Backend.
func (b *limited) Synthesize(ctx context.Context, u Utterance) (audio.Clip, error) {
	if err := ctx.Err(); err != nil {
		return audio.Clip{}, err
	}
	select {
	case b.slots <- struct{}{}:
		defer func() { <-b.slots }()
		return b.Backend.Synthesize(ctx, u)
	case <-ctx.Done():
		return audio.Clip{}, ctx.Err()
	}
}
