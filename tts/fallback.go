package tts

import (
	"context"
	"fmt"
	"sync"

	"articast/audio"
)

// Credit names the engine and the voice that spoke an utterance.
type Credit struct {
	Engine string // Properties.Name
	Voice  string // Voice.ID; empty is the engine's default
}

// A Crediter is a Backend made of several engines. Credit tells which of them answered the last call for u that went well.
type Crediter interface {
	Credit(u Utterance) Credit
}

// fallback is a Backend with an understudy.
type fallback struct {
	wrapper
	second Backend
	voice  func(string) string

	mu     sync.Mutex
	stands map[Utterance]bool // utterances that the second backend spoke
}

// Fallback returns a Backend that speaks through first and, where that fails, through second, in the voice that voice
// names for the one asked for. The end of ctx, ErrEmpty, ErrNoVoice and *LimitError are returned as they are: no other engine can
// help there, or it would only hide a slip.
//
// The caches belong inside, Fallback(Cached(first, c), Cached(second, c), voice), so that each clip is kept under the name
// of the engine that spoke it; so does what makes first give up, Breaker. The result is a Crediter. Its Properties are
// those of first, but that it takes no longer text than both do.
func Fallback(first, second Backend, voice func(string) string) Backend {
	return &fallback{wrapper: wrapper{first}, second: second, voice: voice, stands: make(map[Utterance]bool)}
}

// Properties are those of the first Backend, within the limits of both.
func (b *fallback) Properties() Properties {
	p, second := b.Backend.Properties(), b.second.Properties()
	if p.MaxRunes == 0 || second.MaxRunes > 0 && second.MaxRunes < p.MaxRunes {
		p.MaxRunes = second.MaxRunes
	}
	p.Offline, p.Paid = p.Offline && second.Offline, p.Paid || second.Paid
	return p
}

// Synthesize speaks through the first Backend or the second.
func (b *fallback) Synthesize(ctx context.Context, u Utterance) (audio.Clip, error) {
	clip, err := guarded(ctx, b.Backend, u)
	if err == nil {
		b.note(u, false)
		return clip, nil
	}
	if ctx.Err() != nil || isCallersFault(err) {
		return audio.Clip{}, err
	}
	clip, secondErr := b.second.Synthesize(ctx, b.cue(u))
	if secondErr != nil {
		return audio.Clip{}, fmt.Errorf("%w; and then %s: %w", err, b.second.Properties().Name, secondErr)
	}
	b.note(u, true)
	return clip, nil
}

// cue returns what the second Backend is asked for u.
func (b *fallback) cue(u Utterance) Utterance {
	u.Voice = b.voice(u.Voice)
	return u
}

func (b *fallback) note(u Utterance, second bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if second {
		b.stands[u] = true
	} else {
		delete(b.stands, u)
	}
}

// Credit tells which engine spoke u.
func (b *fallback) Credit(u Utterance) Credit {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.stands[u] {
		return Credit{Engine: b.second.Properties().Name, Voice: b.cue(u).Voice}
	}
	return Credit{Engine: b.Backend.Properties().Name, Voice: u.Voice}
}
