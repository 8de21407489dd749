package main

import (
	"context"

	"articast/audio"
	"articast/tts"
)

// interpreter is a Backend for what is written in several languages: each is spoken by the engine and the voices that are chosen for
// it alone.
type interpreter struct {
	tts.Backend // of the first language
	voice       voiceOptions
	others      map[string]*studio // by language
}

// speaking returns the Backend of one of the studios of s, home, for an episode in several languages (BCP 47).
func (s *studio) speaking(home *studio, langs []string) (tts.Backend, error) {
	others := make(map[string]*studio)
	for _, lang := range langs {
		other, err := s.forLang(lang)
		if err != nil {
			return nil, err
		}
		if other != home {
			others[lang] = other
		}
	}
	if len(others) == 0 {
		return home.backend, nil
	}
	return &interpreter{Backend: home.backend, voice: home.voice, others: others}, nil
}

// Unwrap returns the Backend of the first language.
func (b *interpreter) Unwrap() tts.Backend { return b.Backend }

// Properties are those of the first Backend, within the limits of all.
func (b *interpreter) Properties() tts.Properties {
	p := b.Backend.Properties()
	for _, other := range b.others {
		o := other.backend.Properties()
		if p.MaxRunes == 0 || o.MaxRunes > 0 && o.MaxRunes < p.MaxRunes {
			p.MaxRunes = o.MaxRunes
		}
		p.Offline, p.Paid = p.Offline && o.Offline, p.Paid || o.Paid
	}
	return p
}

// Synthesize speaks through the engine of the utterance's language.
func (b *interpreter) Synthesize(ctx context.Context, u tts.Utterance) (audio.Clip, error) {
	other := b.others[u.Lang]
	if other == nil {
		return b.Backend.Synthesize(ctx, u)
	}
	clip, err := other.backend.Synthesize(ctx, b.cue(u, other))
	if err != nil {
		return clip, other.voice.explain(err)
	}
	return clip, nil
}

// Credit tells which engine spoke u.
func (b *interpreter) Credit(u tts.Utterance) tts.Credit {
	backend := b.Backend
	if other := b.others[u.Lang]; other != nil {
		backend, u = other.backend, b.cue(u, other)
	}
	if crediter, ok := tts.As[tts.Crediter](backend); ok {
		return crediter.Credit(u)
	}
	return tts.Credit{Engine: backend.Properties().Name, Voice: u.Voice}
}

// cue returns what another studio is asked for u.
func (b *interpreter) cue(u tts.Utterance, other *studio) tts.Utterance {
	u.Voice = b.voice.recast(other.voice)(u.Voice)
	return u
}
