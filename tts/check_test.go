package tts_test

import (
	"context"
	"errors"
	"math"
	"strings"
	"testing"

	"articast/audio"
	"articast/tts"
)

// noise returns a clip of the given length that is loud enough to be speech.
func noise(seconds float64) audio.Clip {
	clip := audio.Clip{Rate: 8000, Samples: make([]float32, int(8000*seconds))}
	for i := range clip.Samples {
		clip.Samples[i] = 0.3 * float32(i%7-3) / 3
	}
	return clip
}

func TestCheck(t *testing.T) {
	const sentence = "The committee met on Thursday and agreed on nothing at all."
	broken := noise(4)
	broken.Samples[17] = float32(math.NaN())
	infinite := noise(4)
	infinite.Samples[17] = float32(math.Inf(-1))
	for name, c := range map[string]struct {
		text   string
		pace   float64
		clip   audio.Clip
		reason string
	}{
		"speech":             {sentence, 0, noise(3.5), ""},
		"fast speech":        {sentence, 2, noise(1.8), ""},
		"very fast":          {sentence, 2, noise(0.4), "too short"},
		"slow speech":        {sentence, 0.5, noise(8), ""},
		"half the text":      {strings.Repeat(sentence, 4), 0, noise(4), "too short"},
		"half a sentence":    {sentence, 0, noise(1.5), "too short"},
		"one word":           {"Yes.", 0, noise(0.4), ""},
		"long pause around":  {"Yes.", 0, noise(4), ""},
		"babble":             {"Yes.", 0, noise(60), "too long"},
		"digits":             {"1,000,000,000", 0, noise(1.2), ""},
		"spelled":            {"https://example.org/?q=x", 0, noise(14), ""},
		"ideographs":         {"北京今天天气很好", 0, noise(1.8), ""},
		"no samples":         {sentence, 0, audio.Clip{Rate: 8000}, "no sound"},
		"no rate":            {sentence, 0, audio.Clip{Samples: make([]float32, 9000)}, "no sample rate"},
		"silence":            {sentence, 0, audio.Clip{Rate: 8000, Samples: make([]float32, 32000)}, "silent"},
		"broken samples":     {sentence, 0, broken, "samples that are not numbers"},
		"infinite samples":   {sentence, 0, infinite, "samples that are not numbers"},
		"a pace of no sense": {sentence, math.NaN(), noise(3.5), ""},
	} {
		u := tts.Utterance{Text: c.text, Prosody: tts.Prosody{Rate: c.pace}}
		err := tts.Check(u, c.clip)
		var implausible *tts.ImplausibleError
		if c.reason == "" && err != nil || c.reason != "" && (!errors.As(err, &implausible) || implausible.Reason != c.reason) {
			t.Errorf("%s: %v, want %q", name, err, c.reason)
		}
		b := tts.Checked(backendFunc(func(context.Context, tts.Utterance) (audio.Clip, error) { return c.clip, nil }))
		if _, err := b.Synthesize(t.Context(), u); (err == nil) != (c.reason == "") {
			t.Errorf("%s: Checked: %v", name, err)
		}
	}
	b := tts.Checked(failing(tts.ErrNoVoice))
	if _, err := b.Synthesize(t.Context(), tts.Utterance{Text: "x"}); !errors.Is(err, tts.ErrNoVoice) {
		t.Errorf("Checked changes an error to %v", err)
	}
}

func TestImplausibleErrorTells(t *testing.T) {
	err := tts.Check(tts.Utterance{Text: strings.Repeat("word ", 40)}, noise(0.25))
	const want = "implausible sound: too short (0.25s for 200 characters)"
	if err == nil || err.Error() != want {
		t.Errorf("%v, want %q", err, want)
	}
}

func TestSpeakable(t *testing.T) {
	for text, want := range map[string]bool{
		"": false, " \n": false, "...": false, "—": false, "***": false, "\U0001F600": false, "\xff": false,
		"a": true, "7": true, "½": true, "日": true, "(x)": true, "Привет": true,
	} {
		if got := tts.Speakable(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestCheckLimit(t *testing.T) {
	for _, c := range []struct {
		text string
		max  int
		ok   bool
	}{
		{"äöü", 3, true}, {"äöüß", 3, false}, {"äöüß", 0, true}, {"", 1, true},
	} {
		err := tts.CheckLimit(c.text, c.max)
		var limit *tts.LimitError
		if c.ok != (err == nil) || err != nil && (!errors.As(err, &limit) || limit.Runes != 4 || limit.Max != 3) {
			t.Errorf("%q, at most %d: %v", c.text, c.max, err)
		}
	}
	err := &tts.LimitError{Runes: 12, Max: 10}
	if got, want := err.Error(), "text of 12 characters is too long: at most 10 in one call"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestAsFindsPowersBehindWrappers(t *testing.T) {
	b := tts.Retry(tts.Cached(tts.Checked(tts.Limit(tones, 1)), tts.OpenCache(t.TempDir())), tts.RetryPolicy{})
	if voices, err := tts.Voices(t.Context(), b); err != nil || len(voices) == 0 {
		t.Errorf("voices: %v, %v", voices, err)
	}
	if key, err := tts.VoiceKey(b, "tenor"); err != nil || key == "" {
		t.Errorf("voice key: %q, %v", key, err)
	}
	mute := tts.Limit(failing(), 1)
	if voices, err := tts.Voices(t.Context(), mute); err != nil || voices != nil {
		t.Errorf("voices of a backend that cannot list them: %v, %v", voices, err)
	}
	if key, err := tts.VoiceKey(mute, "tenor"); err != nil || key != "" {
		t.Errorf("voice key of a backend without: %q, %v", key, err)
	}
}
