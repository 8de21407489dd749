package audio

import (
	"fmt"
	"math"
	"time"
)

// RateError reports clips of different rates where one was wanted.
type RateError struct {
	Want, Got SampleRate
}

// Error names both rates.
func (e *RateError) Error() string {
	return fmt.Sprintf("clip has %d Hz, not %d", e.Got, e.Want)
}

// Silence returns a clip without sound that lasts d, to the nearest sample; an empty one for a d below 0.
func Silence(rate SampleRate, d time.Duration) Clip {
	return Clip{Rate: rate, Samples: make([]float32, max(0, rate.N(d)))}
}

// Join puts clips one behind the other. It fails with a *RateError if their rates differ. An empty clip without a rate joins anything.
func Join(clips ...Clip) (Clip, error) {
	var out Clip
	n := 0
	for _, c := range clips {
		if c.Rate == 0 && len(c.Samples) == 0 {
			continue
		}
		if out.Rate == 0 {
			out.Rate = c.Rate
		}
		if c.Rate != out.Rate {
			return Clip{}, &RateError{Want: out.Rate, Got: c.Rate}
		}
		n += len(c.Samples)
	}
	out.Samples = make([]float32, 0, n)
	for _, c := range clips {
		out.Samples = append(out.Samples, c.Samples...)
	}
	return out, nil
}

// Gain returns the clip made louder by dB decibels (negative: quieter). It does not clip: peaks may leave [-1, 1].
func (c Clip) Gain(dB float64) Clip {
	factor := float32(math.Pow(10, dB/20))
	out := Clip{Rate: c.Rate, Samples: make([]float32, len(c.Samples))}
	for i, s := range c.Samples {
		out.Samples[i] = s * factor
	}
	return out
}

// Peak returns the largest magnitude of a sample, 0 for an empty clip.
func (c Clip) Peak() float32 {
	const signBit = 1 << 31
	var peak uint32 // as bits: for what is not negative the order is the same
	for _, s := range c.Samples {
		peak = max(peak, math.Float32bits(s)&^signBit)
	}
	return math.Float32frombits(peak)
}

// Fade returns the clip with its first and last d faded in and out along half a cosine, so that a cut within sound does not
// click. In a clip shorter than 2d the fades meet in the middle.
func (c Clip) Fade(d time.Duration) Clip {
	out := Clip{Rate: c.Rate, Samples: append([]float32(nil), c.Samples...)}
	last := len(out.Samples) - 1
	n := min(c.Rate.N(d), len(out.Samples)/2)
	for i := range n {
		ramp := float32(0.5 - 0.5*math.Cos(math.Pi*(float64(i)+0.5)/float64(n)))
		out.Samples[i] *= ramp
		out.Samples[last-i] *= ramp
	}
	return out
}
