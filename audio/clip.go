// Package audio holds speech as mono PCM with its sample rate, and joins, levels and measures it.
package audio

import (
	"encoding/binary"
	"fmt"
	"math"
	"time"
)

// SampleRate is a number of samples per second (Hz).
type SampleRate int

// D returns how long n samples last.
func (r SampleRate) D(n int) time.Duration {
	return time.Duration(int64(n)/int64(r))*time.Second + time.Duration(int64(n)%int64(r)*int64(time.Second)/int64(r))
}

// N returns how many samples last d, rounded to the nearest.
func (r SampleRate) N(d time.Duration) int {
	whole, rest := d/time.Second, d%time.Second
	return int(int64(whole)*int64(r) + (int64(rest)*int64(r)+int64(time.Second)/2)/int64(time.Second))
}

// Clip is a stretch of mono sound: float32 samples in [-1, 1] at Rate.
type Clip struct {
	Rate    SampleRate
	Samples []float32
}

// FromPCM16 returns the clip of mono samples as signed 16-bit numbers, the lower byte first: -32768 becomes -1. Half a sample at the
// end is left out.
func FromPCM16(rate SampleRate, pcm []byte) Clip {
	c := Clip{Rate: rate, Samples: make([]float32, len(pcm)/2)}
	for i := range c.Samples {
		c.Samples[i] = float32(int16(binary.LittleEndian.Uint16(pcm[2*i:]))) / (1 << 15)
	}
	return c
}

// AppendPCM16 appends samples as FromPCM16 reads them, each rounded to the nearest of its numbers: what was read is written as it was.
// Those outside [-1, 1] are clamped, and what is no number is silence.
func AppendPCM16(pcm []byte, samples []float32) []byte {
	for _, s := range samples {
		v := max(math.MinInt16, min(math.MaxInt16, math.RoundToEven(float64(s)*(1<<15))))
		if v != v {
			v = 0
		}
		pcm = binary.LittleEndian.AppendUint16(pcm, uint16(int16(v)))
	}
	return pcm
}

// Duration returns how long the clip lasts.
func (c Clip) Duration() time.Duration {
	if c.Rate <= 0 {
		return 0
	}
	return c.Rate.D(len(c.Samples))
}

// String describes the clip in a few words, for messages and tests.
func (c Clip) String() string {
	return fmt.Sprintf("%v at %d Hz", c.Duration(), c.Rate)
}
