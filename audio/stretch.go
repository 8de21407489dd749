package audio

import (
	"math"
	"time"
)

// Stretching is overlap-add of windows whose places are moved a little until they go on with the sound before them (WSOLA:
// W. Verhelst and M. Roelands, "An overlap-add technique based on waveform similarity", ICASSP 1993).
const (
	stretchWindow = 30 * time.Millisecond // a few periods of the lowest voice
	stretchReach  = 8 * time.Millisecond  // how far a window is moved: half a period of it
)

// Stretch returns the clip spoken rate times as fast, at the same pitch: at 2 it is half as long. A rate that is no positive
// number changes nothing, and neither does 1. Speech stays clear from about 0.5 to 2.
func (c Clip) Stretch(rate float64) Clip {
	if !(rate > 0) || rate == 1 || math.IsInf(rate, 1) || c.Rate <= 0 || len(c.Samples) == 0 {
		return c
	}
	hop := max(1, c.Rate.N(stretchWindow/2))
	s := stretcher{in: c.Samples, window: hann(2 * hop), reach: c.Rate.N(stretchReach)}
	out := make([]float32, int(math.Round(float64(len(c.Samples))/rate)))
	follow := -hop // where the sound would go on by itself
	for at := -hop; at < len(out); at += hop {
		from := s.alike(int(math.Round(float64(at)*rate)), follow)
		s.add(out, at, from)
		follow = from + hop
	}
	return Clip{Rate: c.Rate, Samples: out}
}

type stretcher struct {
	in     []float32
	window []float32
	reach  int
}

// sample returns a sample of the input; there is silence around it.
func (s stretcher) sample(i int) float32 {
	if i < 0 || i >= len(s.in) {
		return 0
	}
	return s.in[i]
}

// alike returns the place within reach of near whose sound is most like that at follow, and the nearest of equals.
func (s stretcher) alike(near, follow int) int {
	best, bestScore := near, s.likeness(near, follow)
	for off := 1; off <= s.reach; off++ {
		for _, at := range [2]int{near - off, near + off} {
			if score := s.likeness(at, follow); score > bestScore {
				best, bestScore = at, score
			}
		}
	}
	return best
}

// likeness is the normalized correlation of the windows at a and b, of which every second sample is looked at.
func (s stretcher) likeness(a, b int) float64 {
	var product, energy float64
	for i := 0; i < len(s.window); i += 2 {
		x, y := float64(s.sample(a+i)), float64(s.sample(b+i))
		product += x * y
		energy += x * x
	}
	if energy == 0 {
		return 0
	}
	return product / math.Sqrt(energy)
}

// add lays the window at from over out at at.
func (s stretcher) add(out []float32, at, from int) {
	for i, w := range s.window {
		if at+i >= 0 && at+i < len(out) {
			out[at+i] += w * s.sample(from+i)
		}
	}
}

// hann returns a window of n samples that adds up to 1 with itself half a window later; n is even.
func hann(n int) []float32 {
	w := make([]float32, n)
	for i := range w {
		w[i] = float32(0.5 - 0.5*math.Cos(2*math.Pi*float64(i)/float64(n)))
	}
	return w
}
