package openai

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"articast/tts"
)

// manyLanguages is the language of a voice that speaks what it is given (BCP 47, ISO 639-2).
const manyLanguages = "mul"

// Voices lists the voices that the service names at /v1/audio/voices, else those of OpenAI. OpenAI itself, which has no such
// list, is not asked.
func (b *Backend) Voices(ctx context.Context) ([]tts.Voice, error) {
	listed, err := b.list(ctx)
	if err != nil {
		return nil, wrap(err)
	}
	if len(listed) > 0 {
		return listed, nil
	}
	var own []tts.Voice
	for _, id := range voices {
		own = append(own, tts.Voice{ID: id, Name: id, Lang: manyLanguages})
	}
	return own, nil
}

// mixing are the signs of a mixture of voices, as Kokoro takes it: "af_bella(2)+af_sky". No list has it.
const mixing = "+(,"

// check refuses a voice that the service does not list. Whether there is one of OpenAI's names, a mixture, or any where the
// service has no list or fails to give it, shows when it is to speak.
func (b *Backend) check(ctx context.Context, voice string) error {
	if slices.Contains(voices, voice) || strings.ContainsAny(voice, mixing) {
		return nil
	}
	b.mu.Lock()
	mute := b.mute
	b.mu.Unlock()
	if mute { // and is not waited for again
		return nil
	}
	listed, err := b.list(ctx)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil || len(listed) == 0 || slices.ContainsFunc(listed, func(v tts.Voice) bool { return v.ID == voice }) {
		return nil // a service that does not even list its voices will say what is wrong with it when it is to speak
	}
	return fmt.Errorf("%w: %q", tts.ErrNoVoice, voice)
}

// list asks the service for its voices, once. A service that knows no such request has none to list.
func (b *Backend) list(ctx context.Context) ([]tts.Voice, error) {
	if b.isOpenAI() {
		return nil, nil
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.asked {
		return slices.Clone(b.listed), nil
	}
	answer, err := b.client.Get(ctx, "audio/voices", nil)
	var refused *tts.HTTPError
	switch {
	case err == nil:
		b.listed = parseVoices(answer.Body)
	case errors.As(err, &refused) && slices.Contains([]int{400, 404, 405, 501}, refused.Status):
	default:
		b.mute = ctx.Err() == nil
		return nil, err
	}
	b.asked = true
	return slices.Clone(b.listed), nil
}

// parseVoices reads {"voices": [...]}, {"data": [...]} or a bare list, of names or of objects; nothing of what is none of these.
func parseVoices(body []byte) []tts.Voice {
	var outer struct{ Voices, Data []json.RawMessage }
	list := []json.RawMessage(nil)
	if json.Unmarshal(body, &outer) == nil {
		list = append(outer.Voices, outer.Data...)
	} else if json.Unmarshal(body, &list) != nil {
		return nil
	}
	var found []tts.Voice
	for _, raw := range list {
		v := parseVoice(raw)
		if v.ID != "" && !slices.ContainsFunc(found, func(other tts.Voice) bool { return other.ID == v.ID }) {
			found = append(found, v)
		}
	}
	return found
}

func parseVoice(raw json.RawMessage) tts.Voice {
	var v struct {
		ID, Name, Language, Lang, Gender string
		VoiceID                          string `json:"voice_id"`
	}
	if json.Unmarshal(raw, &v.ID) != nil {
		_ = json.Unmarshal(raw, &v) // fields of other kinds are left out
	}
	first := func(values ...string) string {
		return values[max(0, slices.IndexFunc(values, func(s string) bool { return s != "" }))]
	}
	id := first(v.ID, v.VoiceID, v.Name)
	return tts.Voice{ID: id, Name: first(v.Name, id), Lang: first(v.Language, v.Lang, manyLanguages), Gender: v.Gender}
}
