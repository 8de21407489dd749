package audio

import (
	"math"
	"testing"
	"time"
)

// buzz is a sum of harmonics of f, as a voice is.
func buzz(rate SampleRate, f float64, d time.Duration) Clip {
	c := Clip{Rate: rate, Samples: make([]float32, rate.N(d))}
	for i := range c.Samples {
		for h := 1; h <= 4; h++ {
			c.Samples[i] += float32(0.15 * math.Sin(2*math.Pi*f*float64(h)*float64(i)/float64(rate)))
		}
	}
	return c
}

// amplitudeAt returns how much of the frequency f (Hz) there is in c.
func amplitudeAt(c Clip, f float64) float64 {
	var re, im float64
	for i, s := range c.Samples {
		sin, cos := math.Sincos(2 * math.Pi * f * float64(i) / float64(c.Rate))
		re, im = re+float64(s)*cos, im+float64(s)*sin
	}
	return 2 * math.Hypot(re, im) / float64(len(c.Samples))
}

func TestStretchChangesTheLengthAndKeepsThePitch(t *testing.T) {
	for _, f := range []float64{85, 110, 200, 320} {
		in := buzz(24000, f, 2*time.Second)
		for _, rate := range []float64{0.6, 0.7, 0.9, 1.1, 1.5, 1.8} {
			out := in.Stretch(rate)
			if want := int(math.Round(float64(len(in.Samples)) / rate)); len(out.Samples) != want || out.Rate != in.Rate {
				t.Errorf("%v Hz at %v: %d samples at %d Hz, want %d", f, rate, len(out.Samples), out.Rate, want)
			}
			middle := Clip{Rate: out.Rate, Samples: out.Samples[out.Rate.N(100*time.Millisecond) : len(out.Samples)-out.Rate.N(100*time.Millisecond)]}
			if own, low, high := amplitudeAt(middle, f), amplitudeAt(middle, f/rate), amplitudeAt(middle, f*rate); own < 0.1 || low > own/3 || high > own/3 {
				t.Errorf("%v Hz at %v: amplitude %.3f at its pitch, %.3f and %.3f at those that a change of speed would give", f, rate, own, low, high)
			}
			if p := out.Peak(); p > in.Peak()*1.1 {
				t.Errorf("%v Hz at %v: peak %.2f out of %.2f", f, rate, p, in.Peak())
			}
		}
	}
}

func TestStretchHasNoClicks(t *testing.T) {
	steepest := func(c Clip) (m float32) {
		for i := range c.Samples[1:] {
			d := c.Samples[i+1] - c.Samples[i]
			m = max(m, d, -d)
		}
		return m
	}
	in := buzz(24000, 130, 2*time.Second).Fade(10 * time.Millisecond)
	for _, rate := range []float64{0.7, 1.3} {
		if got, own := steepest(in.Stretch(rate)), steepest(in); got > 1.25*own {
			t.Errorf("at %v a step of %.3f, and %.3f in the sound itself", rate, got, own)
		}
	}
}

func TestStretchLeavesAloneWhatItCannotStretch(t *testing.T) {
	in := buzz(8000, 100, 100*time.Millisecond)
	for _, rate := range []float64{1, 0, -1, math.NaN(), math.Inf(1)} {
		if out := in.Stretch(rate); len(out.Samples) != len(in.Samples) {
			t.Errorf("rate %v: %d samples", rate, len(out.Samples))
		}
	}
	if out := (Clip{Rate: 8000}).Stretch(2); len(out.Samples) != 0 {
		t.Errorf("nothing became %v", out)
	}
	short := Clip{Rate: 8000, Samples: []float32{0.5, 0.5, 0.5}}
	if out := short.Stretch(0.5); len(out.Samples) != 6 {
		t.Errorf("3 samples became %d", len(out.Samples))
	}
}
