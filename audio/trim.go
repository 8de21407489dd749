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
// pauses. Silence is what stays 60 dB below the clip's peak, or below -78 dBFS. A clip without any sound becomes empty.
func (c Clip) Trim() Clip {
	threshold := max(c.Peak()*float32(math.Pow(10, -trimBelowPeak/20.)), float32(math.Pow(10, trimFloor/20.)))
	return c.Sound(threshold, trimMargin)
}
