// Package tone speaks in pure tones: an Utterance goes in, a sine whose pitch tells voice and text and whose length tells
// how much text comes out. It is a real Backend with real sound, instant and the same on every machine, so that one can
// find every segment again in a finished MP3.
package tone

import (
	"context"
	"fmt"
	"hash/fnv"
	"math"
	"slices"
	"time"

	"articast/audio"
	"articast/tts"
)

const (
	version        = "3"
	defaultRate    = 22050
	runesPerSecond = 15 // an unhurried reader of English
	shortest       = 120 * time.Millisecond
	ramp           = 10 * time.Millisecond
	amplitude      = 0.5
)

// pitches is a voice's range: steps frequencies from low upwards, step apart (Hz).
type pitches struct {
	low, step float64
	steps     uint32
}

// The voices' ranges do not overlap and are less than an octave wide, so that no tone is another's harmonic within one voice.
var voices = []struct {
	tts.Voice
	pitches
}{
	{tts.Voice{ID: "alto", Name: "Alto", Lang: "en", Gender: "female", Note: "sine, 600 to 1,000 Hz"}, pitches{600, 4, 100}},
	{tts.Voice{ID: "tenor", Name: "Tenor", Lang: "en", Gender: "male", Note: "sine, 300 to 500 Hz"}, pitches{300, 2, 100}},
	{tts.Voice{ID: "soprano", Name: "Soprano", Lang: "en", Gender: "female", Note: "sine, 1,200 to 2,000 Hz"}, pitches{1200, 8, 100}},
	{tts.Voice{ID: "piccolo", Name: "Piccolo", Lang: "en", Note: "sine, 2,400 to 4,000 Hz"}, pitches{2400, 16, 100}},
}

// DefaultVoice speaks where an Utterance names no voice.
const DefaultVoice = "alto"

// Backend speaks in tones. The zero value is ready.
type Backend struct {
	Rate     audio.SampleRate // 0 means 22,050 Hz
	MaxRunes int              // longest text; 0 means no limit
}

var (
	_ tts.Backend     = Backend{}
	_ tts.VoiceLister = Backend{}
	_ tts.VoiceKeyer  = Backend{}
)

// Properties names the backend.
func (b Backend) Properties() tts.Properties {
	return tts.Properties{
		Name: "tone", Version: fmt.Sprintf("%s %d Hz", version, b.rate()),
		MaxRunes: b.MaxRunes, Concurrency: 4, Offline: true,
	}
}

// Voices lists the voices, the default first.
func (b Backend) Voices(context.Context) ([]tts.Voice, error) {
	list := make([]tts.Voice, len(voices))
	for i, v := range voices {
		list[i] = v.Voice
	}
	return list, nil
}

// VoiceKey tells a voice's range.
func (b Backend) VoiceKey(id string) (string, error) {
	p, err := find(id)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%g+%dx%g", p.low, p.steps, p.step), nil
}

// Frequency returns the pitch (Hz) in which a voice says a text: one of a hundred of the voice's range, chosen by the text.
func Frequency(voice, text string) (float64, error) {
	p, err := find(voice)
	if err != nil {
		return 0, err
	}
	h := fnv.New32a()
	h.Write([]byte(text))
	return p.low + p.step*float64(h.Sum32()%p.steps), nil
}

// Duration returns how long a text takes at a pace of 1: a second for fifteen runes, fewer in scripts whose letters take longer to say, but
// long enough to be found.
func Duration(text string) time.Duration {
	n := 0.0
	for _, r := range text {
		n += tts.LetterWeight(r)
	}
	return max(time.Duration(n*float64(time.Second)/runesPerSecond), shortest)
}

// Synthesize returns a sine of amplitude 0.5 that fades in and out within 10 ms.
func (b Backend) Synthesize(ctx context.Context, u tts.Utterance) (audio.Clip, error) {
	if err := ctx.Err(); err != nil {
		return audio.Clip{}, err
	}
	frequency, err := Frequency(u.Voice, u.Text)
	if err != nil {
		return audio.Clip{}, err
	}
	if !tts.Speakable(u.Text) {
		return audio.Clip{}, tts.ErrEmpty
	}
	if err := tts.CheckLimit(u.Text, b.MaxRunes); err != nil {
		return audio.Clip{}, err
	}
	d := Duration(u.Text)
	if u.Prosody.Rate > 0 {
		d = time.Duration(float64(d) / u.Prosody.Rate)
	}
	return sine(b.rate(), frequency, d), nil
}

func (b Backend) rate() audio.SampleRate {
	if b.Rate > 0 {
		return b.Rate
	}
	return defaultRate
}

func find(id string) (pitches, error) {
	if id == "" {
		id = DefaultVoice
	}
	for _, v := range voices {
		if v.ID == id {
			return v.pitches, nil
		}
	}
	return pitches{}, fmt.Errorf("%w: %q", tts.ErrNoVoice, id)
}

// sine makes the tone by rotating a pointer, which takes no call of math.Sin per sample; in double precision it stays true
// over hours. Samples are rounded to 16 bits, as engines deliver them, so that a cache changes nothing.
func sine(rate audio.SampleRate, frequency float64, d time.Duration) audio.Clip {
	n := rate.N(d)
	samples := make([]float32, n)
	dSin, dCos := math.Sincos(2 * math.Pi * frequency / float64(rate))
	sin, cos := 0.0, amplitude
	for i := range samples {
		samples[i] = float32(sin)
		sin, cos = sin*dCos+cos*dSin, cos*dCos-sin*dSin
	}
	fade := samples[:min(rate.N(ramp), n/2)]
	fadeIn(fade)
	tail := samples[n-len(fade):]
	slices.Reverse(tail)
	fadeIn(tail)
	slices.Reverse(tail)
	for i, v := range samples {
		samples[i] = float32(math.Round(float64(v)*(1<<15)) / (1 << 15))
	}
	return audio.Clip{Rate: rate, Samples: samples}
}

// fadeIn raises samples from nothing along half a cosine, which has no corner to click.
func fadeIn(samples []float32) {
	for i := range samples {
		samples[i] *= float32(0.5 - 0.5*math.Cos(math.Pi*float64(i)/float64(len(samples))))
	}
}
