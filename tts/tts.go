// Package tts turns Utterances into audio Clips through a Backend: in order, in parallel, cached and retried.
//
// An engine is a Backend and nothing else. What every engine needs besides is added by wrappers, from the inside out:
//
//	Cached(Breaker(Retry(Checked(Rate(Limit(engine, 2), 5)), RetryPolicy{}), 5), OpenCache(dir))
//
// Limit bounds the calls in flight, Rate those per second, Checked refuses sound that cannot be that of its text, Retry
// asks again after failures that pass, Breaker gives up an engine that fails every time, Cached remembers; Fallback lets
// a second engine, wrapped in the same way, speak where the first one fails. Optional powers of the engine are found through them with As. Render then speaks
// a sequence of Utterances, several at once, and delivers their Clips in order.
package tts

import (
	"context"
	"errors"
	"fmt"

	"articast/audio"
)

// Prosody says how an utterance is spoken. The zero value is the voice's own way.
type Prosody struct {
	Rate float64 `json:"rate,omitempty"` // 1 is the voice's own pace, 2 twice as fast; 0 means 1
}

// RateWithin returns the Rate, 1 where it is 0, or an error where an engine that speaks at least and at most so fast has no such pace.
func (p Prosody) RateWithin(least, most float64) (float64, error) {
	if p.Rate == 0 {
		return 1, nil
	}
	if !(p.Rate >= least && p.Rate <= most) { // so written for NaN
		return 0, fmt.Errorf("set rate: %g is not between %.3g and %.3g", p.Rate, least, most)
	}
	return p.Rate, nil
}

// Utterance is what one call to a Backend says.
type Utterance struct {
	Text    string // spoken form, valid UTF-8, no markup
	Voice   string // Voice.ID; empty is the backend's default voice
	Lang    string // BCP 47; empty is the voice's own language
	Prosody Prosody
}

// Properties describes a Backend. Name and Version are part of the cache key, so Version must name all that changes
// the sound and that an Utterance does not say: the engine's version and its settings.
type Properties struct {
	Name        string // "piper"
	Version     string // engine, model and settings
	MaxRunes    int    // longest Utterance.Text; 0 means no limit
	Concurrency int    // calls that may usefully be in flight at once; 0 means one
	Offline     bool   // needs no network
	Paid        bool   // each character costs money
	Bare        bool   // its sound comes without its sample rate, so that the pace of each voice has to show that it is right
}

// A Backend speaks. Synthesize is safe for concurrent use, honours ctx, and returns the same clip for the same
// Utterance where its engine can.
//
// Errors: ErrEmpty for a text with nothing to say, *LimitError for one that is too long, ErrNoVoice (wrapped) for an
// unknown voice, ErrUnavailable (wrapped) where the engine cannot run on this machine.
type Backend interface {
	Synthesize(ctx context.Context, u Utterance) (audio.Clip, error)
	Properties() Properties
}

// Voice is a speaker that a Backend offers.
type Voice struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Lang   string `json:"lang"` // BCP 47
	Gender string `json:"gender,omitempty"`
	Note   string `json:"note,omitempty"`
}

// A VoiceLister is a Backend that can list its voices.
type VoiceLister interface {
	Voices(ctx context.Context) ([]Voice, error)
}

// A VoiceKeyer is a Backend that can name what a voice is made of: a hash of its model, say. The key of the cache
// holds it, so that a changed model is never answered with the old model's sound.
type VoiceKeyer interface {
	VoiceKey(id string) (string, error)
}

// A VoiceLeveller is a Backend that knows how loud a voice says a sentence before it has said it: the integrated loudness of its
// trimmed clip. It reports false where it does not know.
type VoiceLeveller interface {
	Loudness(u Utterance) (audio.LUFS, bool)
}

// Errors that a caller can act on.
var (
	ErrEmpty       = errors.New("nothing to say")
	ErrNoVoice     = errors.New("no such voice")
	ErrUnavailable = errors.New("engine not available")
)
