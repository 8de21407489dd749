package audio

import (
	"math"
	"time"
)

// What is trimmed is what nobody hears. Measured on sentences that begin and end in f, s, sh and th, said by the embedded
// voices: their softest consonant is 44 dB below the peak, their silence 66 dB and more.
const (
	trimBelowPeak = 60                    // dB
	trimFloor     = -78                   // dBFS, the noise that dither makes: never sound, however quiet the clip
	trimMargin    = 15 * time.Millisecond // of silence that stays on both sides
)

// Trim returns the clip without the silence before and behind its sound, except for a margin of 15 ms: an engine's own
// pauses. Silence is what stays 60 dB below the clip's peak, or below -78 dBFS. A clip without any sound becomes empty. The
// samples are shared with the clip.
func (c Clip) Trim() Clip {
	threshold := max(c.Peak()*float32(math.Pow(10, -trimBelowPeak/20.)), float32(math.Pow(10, trimFloor/20.)))
	sound := func(v float32) bool { return v > threshold || v < -threshold }
	from, to := 0, len(c.Samples)
	for from < to && !sound(c.Samples[from]) {
		from++
	}
	for to > from && !sound(c.Samples[to-1]) {
		to--
	}
	if from == to {
		return Clip{Rate: c.Rate}
	}
	margin := c.Rate.N(trimMargin)
	return Clip{Rate: c.Rate, Samples: c.Samples[max(0, from-margin):min(len(c.Samples), to+margin)]}
}
