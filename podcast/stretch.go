package podcast

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math"
	"sync"

	"articast/audio"
	"articast/audio/mp3"
	"articast/tts"
)

// stretch is an utterance as it stands in the file: frames of an MP3, or the samples of a WAV.
type stretch struct {
	rate    audio.SampleRate
	samples int    // of sound, from its first frame on
	frames  []byte // for a writer
	reached reached
}

// presser makes stretches of utterances: it has them spoken, mastered and encoded. Its methods may be called at once.
type presser struct {
	backend tts.Backend
	master  *master
	rate    *commonRate
	format  Format
	kbps    int
	kept    *tts.Cache // nil keeps nothing
}

// press makes the stretch of the utterance with an index. Every index from 0 on must be tried, in about that order.
func (p *presser) press(ctx context.Context, index int, u tts.Utterance) (stretch, error) {
	clip, rate, usual, err := p.speak(ctx, index, u)
	if err != nil {
		return stretch{}, err
	}
	if p.format == WAV { // the cache has the clip; this would take five times the room of an MP3's frames
		clip, r := p.master.make(clip, rate, usual)
		return stretch{rate: rate, samples: len(clip.Samples), frames: audio.AppendPCM16(nil, clip.Samples), reached: r}, nil
	}
	return p.encode(clip, rate, usual)
}

// speak has the utterance with an index spoken. It returns the clip as the engine made it, the rate of the episode and the loudness of
// the voice.
func (p *presser) speak(ctx context.Context, index int, u tts.Utterance) (audio.Clip, audio.SampleRate, audio.LUFS, error) {
	spoken := false
	defer func() {
		if !spoken { // for a panic too
			p.rate.failed(index)
		}
	}()
	clip, err := p.backend.Synthesize(ctx, u)
	if err == nil {
		err = tts.Check(u, clip)
	}
	if err != nil {
		return audio.Clip{}, 0, 0, err
	}
	// After the utterance: others of a new voice are spoken meanwhile, in place of all waiting for its trial sentence.
	usual, err := p.master.usual(ctx, u)
	if err != nil {
		return audio.Clip{}, 0, 0, err
	}
	spoken = true
	rate, err := p.rate.settle(ctx, index, clip.Rate)
	return clip, rate, usual, err
}

// encode masters and encodes a clip, or takes what was made of the same clip before.
func (p *presser) encode(clip audio.Clip, rate audio.SampleRate, usual audio.LUFS) (stretch, error) {
	const countBytes = 4 // of the number of samples, in front of what is kept
	config := mp3.Config{Rate: rate, Kbps: p.kbps}
	var key string
	if p.kept != nil {
		print, err := fingerprint(config)
		if err != nil {
			return stretch{}, &writeError{err}
		}
		key = tts.MadeKey(p.master.recipe(rate, usual)+", mp3 "+print, int(clip.Rate), clip.Samples)
		if made, ok := p.kept.LoadMade(key); ok && len(made) > countBytes+reachedBytes {
			return stretch{
				rate: rate, samples: int(binary.LittleEndian.Uint32(made)), reached: parseReached(made[countBytes:]), frames: made[countBytes+reachedBytes:],
			}, nil
		}
	}
	clip, r := p.master.make(clip, rate, usual)
	frames, err := mp3.EncodeAlone(config, clip.Samples)
	if err != nil {
		return stretch{}, &writeError{err}
	}
	if p.kept != nil {
		p.kept.KeepMade(key, append(r.append(binary.LittleEndian.AppendUint32(nil, uint32(len(clip.Samples)))), frames...))
	}
	return stretch{rate: rate, samples: len(clip.Samples), frames: frames, reached: r}, nil
}

// fingerprints are those of the encoder by Config: functions that return one.
var fingerprints sync.Map

// fingerprint names what an encoder makes, so that frames which another version has made are never met: the hash of the frames of
// a fixed sound with a little of everything.
func fingerprint(c mp3.Config) (string, error) {
	get, _ := fingerprints.LoadOrStore(c, sync.OnceValues(func() (string, error) {
		samples := make([]float32, int(c.Rate)/4)
		noise := uint32(1)
		for i := range samples {
			noise = noise*1664525 + 1013904223 // a linear congruential generator (Knuth, TAOCP 3.3.4)
			t := float64(i) / float64(len(samples))
			samples[i] = float32(0.4*t*math.Sin(1000*t*t) + 0.1*(1-t)*(float64(noise>>8)/(1<<23)-1))
		}
		samples[len(samples)/2] = 0.9
		frames, err := mp3.EncodeAlone(c, samples)
		sum := sha256.Sum256(frames)
		return fmt.Sprintf("%d kbps %x", c.Kbps, sum[:8]), err
	}))
	return get.(func() (string, error))()
}

// commonRate is the sample rate of an episode: that of the first utterance that could be spoken, in the order of the text.
type commonRate struct {
	mu      sync.Mutex
	rate    audio.SampleRate // 0 until it is settled
	first   int              // the utterances before it have failed
	fails   map[int]bool     // that have failed, from first on
	changed chan struct{}    // closed when something changes
}

func newCommonRate() *commonRate {
	return &commonRate{fails: make(map[int]bool), changed: make(chan struct{})}
}

// settle returns the common rate, given that of the utterance with an index. It waits for the utterances before it where one
// of them may still decide.
func (c *commonRate) settle(ctx context.Context, index int, own audio.SampleRate) (audio.SampleRate, error) {
	for {
		c.mu.Lock()
		if c.rate == 0 && index == c.first {
			c.rate = own
			c.change()
		}
		rate, changed := c.rate, c.changed
		c.mu.Unlock()
		if rate != 0 {
			return rate, nil
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return 0, ctx.Err()
		}
	}
}

// failed tells that the utterance with an index will not decide.
func (c *commonRate) failed(index int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.rate != 0 {
		return
	}
	c.fails[index] = true
	for c.fails[c.first] {
		delete(c.fails, c.first)
		c.first++
	}
	c.change()
}

func (c *commonRate) change() {
	close(c.changed)
	c.changed = make(chan struct{})
}
