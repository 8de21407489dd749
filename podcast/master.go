package podcast

import (
	"context"
	"fmt"
	"math"
	"sync"
	"time"

	"articast/audio"
	"articast/tts"
)

// DefaultLoudness is the loudness of a Producer that names none. A mono file at -19 LUFS sounds as loud as a stereo file at
// -16, which is what podcasts are levelled to.
const DefaultLoudness audio.LUFS = -19

const (
	// ceiling is the highest true peak that an utterance is given. The encoder adds up to 0.5 dB to it, so that what is
	// decoded stays below -1 dBTP.
	ceiling = -1.5

	// maxLevelling is how far, in dB, an utterance's gain may be from that of its voice: a whisper stays one.
	maxLevelling = 6

	// edge is the fade at both ends of an utterance, within its trimmed silence.
	edge = 2 * time.Millisecond

	// masterRecipe names the way from a clip to the samples that are encoded. It changes when that does, and with it
	// the frames that are kept.
	masterRecipe = "2"
)

// master makes of an engine's clips what is encoded: all at one rate, without the silence around them, at one loudness.
// What it makes of a clip depends on the clip and its voice alone, so that an edited sentence changes no other.
type master struct {
	backend tts.Backend
	target  audio.LUFS

	mu     sync.Mutex
	levels map[tts.Utterance]*level
}

// level is the loudness of a voice, learned once.
type level struct {
	mu      sync.Mutex
	learned bool
	usual   audio.LUFS
}

func newMaster(b tts.Backend, target audio.LUFS) *master {
	if target == 0 {
		target = DefaultLoudness
	}
	return &master{backend: b, target: target, levels: make(map[tts.Utterance]*level)}
}

// recipe names all that decides what master makes of a clip at a rate, besides the clip.
func (m *master) recipe(rate audio.SampleRate, usual audio.LUFS) string {
	return fmt.Sprintf("master %s, %d Hz, %g LUFS of %g", masterRecipe, rate, m.target, usual)
}

// make returns a clip trimmed, at a rate, levelled, and what came of its loudness. usual is the loudness of its voice.
func (m *master) make(clip audio.Clip, rate audio.SampleRate, usual audio.LUFS) (audio.Clip, reached) {
	clip = clip.Trim()
	if clip.Rate != rate {
		clip = clip.Resample(rate)
	}
	gain, r := m.gain(clip, usual)
	return clip.Gain(gain).Fade(edge), r
}

// gain returns the dB that bring a trimmed clip to the target, by its own gated loudness where it is long enough to have one, and what
// comes of that.
func (m *master) gain(clip audio.Clip, usual audio.LUFS) (float64, reached) {
	loudness := clip.Loudness()
	own := loudness
	switch {
	case !usual.Measured() && !loudness.Measured():
		return min(0, headroom(clip)), reached{loudness: own}
	case !loudness.Measured(): // shorter than 400 ms
		loudness = usual
	case usual.Measured():
		loudness = max(usual-maxLevelling, min(usual+maxLevelling, loudness))
	}
	wanted := float64(m.target - loudness)
	gain := min(wanted, headroom(clip))
	return gain, reached{loudness: own + audio.LUFS(gain), cut: wanted - gain}
}

// headroom returns the dB by which the clip may be made louder.
func headroom(clip audio.Clip) float64 {
	return ceiling - 20*math.Log10(math.Max(float64(clip.TruePeak()), 1e-9))
}

// usual returns the loudness of the voice that speaks u: that of a sentence which it is made to say once, where the engine does not
// know it. It is Unmeasurable where the voice cannot be tried, since there is no sentence in its script.
func (m *master) usual(ctx context.Context, u tts.Utterance) (audio.LUFS, error) {
	u.Text = tts.TrialSentence(u)
	if u.Text == "" || tts.CheckLimit(u.Text, m.backend.Properties().MaxRunes) != nil {
		return audio.Unmeasurable, nil
	}
	if b, ok := tts.As[tts.VoiceLeveller](m.backend); ok {
		if known, ok := b.Loudness(u); ok {
			return known, nil
		}
	}
	m.mu.Lock()
	l := m.levels[u]
	if l == nil {
		l = new(level)
		m.levels[u] = l
	}
	m.mu.Unlock()

	l.mu.Lock()
	defer l.mu.Unlock()
	if l.learned {
		return l.usual, nil
	}
	clip, err := m.backend.Synthesize(ctx, u)
	if err == nil {
		err = tts.Check(u, clip)
	}
	if err != nil {
		return 0, fmt.Errorf("learn the loudness of the voice: %w", err)
	}
	l.usual, l.learned = clip.Trim().Loudness(), true
	return l.usual, nil
}
