package audio

import (
	"math"
	"time"
)

// Resampling is interpolation with a windowed sinc, the impulse response of an ideal low-pass under a Kaiser window. The
// phases that occur are computed once: between rates whose ratio is l/m in lowest terms there are l of them.
const (
	sincTaps    = 64   // on both sides together, at the lower rate
	sincBeta    = 9.0  // of the Kaiser window: about 90 dB of attenuation
	sincRolloff = 0.92 // of the lower rate's band: what is above falls into the transition
)

// Resample returns the clip at another rate, with the same duration to the nearest sample. What the new rate cannot hold is filtered out.
// The signal to noise ratio is above 80 dB up to 8 tenths of the narrower band.
func (c Clip) Resample(rate SampleRate) Clip {
	if rate == c.Rate || len(c.Samples) == 0 || c.Rate <= 0 || rate <= 0 {
		return Clip{Rate: rate, Samples: c.Samples}
	}
	r := newResampler(c.Rate, rate)
	n := int((int64(len(c.Samples))*int64(rate) + int64(c.Rate)/2) / int64(c.Rate))
	out := make([]float32, n)
	for i := range out {
		at := int64(i) * int64(r.m)
		out[i] = r.at(c.Samples, int(at/int64(r.l)), int(at%int64(r.l)))
	}
	return Clip{Rate: rate, Samples: out}
}

// resampler holds the filters of all phases between two rates.
type resampler struct {
	l, m   int // new and old rate without their common divisor
	phases [][]float32
}

func newResampler(from, to SampleRate) *resampler {
	d := gcd(int(from), int(to))
	r := &resampler{l: int(to) / d, m: int(from) / d}
	r.phases = make([][]float32, r.l)
	band := sincRolloff * math.Min(1, float64(to)/float64(from)) // of the old rate's
	half := int(math.Ceil(sincTaps / 2 / math.Min(1, float64(to)/float64(from))))
	for p := range r.phases {
		r.phases[p] = sincPhase(float64(p)/float64(r.l), band, half)
	}
	return r
}

// sincPhase returns the weights of the samples around a point that lies offset behind one of them. They sum up to 1.
func sincPhase(offset, band float64, half int) []float32 {
	weights := make([]float64, 2*half)
	var sum float64
	for i := range weights {
		x := float64(i-half+1) - offset
		weights[i] = sinc(x*band) * kaiser(x/float64(half))
		sum += weights[i]
	}
	out := make([]float32, len(weights))
	for i, w := range weights {
		out[i] = float32(w / sum)
	}
	return out
}

// at returns the value phase/l behind a sample. Outside the clip there is silence.
func (r *resampler) at(samples []float32, sample, phase int) float32 {
	weights := r.phases[phase]
	first := sample - len(weights)/2 + 1
	if first < 0 {
		weights, first = weights[min(-first, len(weights)):], 0
	}
	if over := first + len(weights) - len(samples); over > 0 {
		weights = weights[:max(0, len(weights)-over)]
	}
	var a, b float32
	x := samples[min(first, len(samples)):]
	i := 0
	for ; i+1 < len(weights); i += 2 {
		a += weights[i] * x[i]
		b += weights[i+1] * x[i+1]
	}
	if i < len(weights) {
		a += weights[i] * x[i]
	}
	return a + b
}

func sinc(x float64) float64 {
	if x == 0 {
		return 1
	}
	return math.Sin(math.Pi*x) / (math.Pi * x)
}

// kaiser is the window at x in [-1, 1]; it is 0 outside.
func kaiser(x float64) float64 {
	if x <= -1 || x >= 1 {
		return 0
	}
	return bessel0(sincBeta*math.Sqrt(1-x*x)) / bessel0(sincBeta)
}

// bessel0 is the modified Bessel function of the first kind and order 0, by its series.
func bessel0(x float64) float64 {
	sum, term := 1.0, 1.0
	for k := 1.0; term > sum*1e-17; k++ {
		term *= x * x / (4 * k * k)
		sum += term
	}
	return sum
}

func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// truePeakRate is how many points between samples are looked at (BS.1770-4, annex 2).
const truePeakRate = 4

// TruePeak returns the largest magnitude of the sound between the samples too, as a player's converter makes it: it may be above
// Peak, and above 1. In dB it is the dBTP of EBU R 128.
func (c Clip) TruePeak() float32 {
	m := NewPeakMeter()
	m.peak = c.Peak() // known at once, so that little is looked at between
	m.look(c.Samples, 0, len(c.Samples))
	return m.peak
}

// PeakMeter finds the true peak of samples as they come. The zero value is not usable; see NewPeakMeter.
type PeakMeter struct {
	filter resampler
	most   float32 // by which a point may exceed the samples around it
	peak   float32
	held   []float32 // samples whose neighbours are not all there yet, behind peakBlock that were looked at
	seen   int       // of them, that were looked at
}

const (
	peakHalf  = 12 // samples on each side that a point between is made of
	peakBlock = 16 // at least peakHalf, so that the neighbours of a block hold all that its points are made of
	peakHold  = 1 << 14
)

// NewPeakMeter returns a meter for one channel at any rate. It keeps no more than was last written and 64 kB.
func NewPeakMeter() *PeakMeter {
	m := &PeakMeter{filter: resampler{l: truePeakRate, phases: make([][]float32, truePeakRate)}}
	for p := range m.filter.phases {
		m.filter.phases[p] = sincPhase(float64(p)/truePeakRate, 1, peakHalf)
		m.most = max(m.most, sumOfMagnitudes(m.filter.phases[p]))
	}
	return m
}

// Write measures further samples.
func (m *PeakMeter) Write(samples []float32) {
	m.peak = max(m.peak, Clip{Samples: samples}.Peak())
	m.held = append(m.held, samples...)
	if len(m.held) < peakHold {
		return
	}
	m.look(m.held, m.seen, len(m.held)-peakBlock)
	m.held = append(m.held[:0], m.held[len(m.held)-2*peakBlock:]...)
	m.seen = peakBlock
}

// TruePeak returns the true peak of all that was written. More may be written.
func (m *PeakMeter) TruePeak() float32 {
	last := *m
	last.look(m.held, m.seen, len(m.held))
	return last.peak
}

// look finds the true peak between the samples from one to another.
func (m *PeakMeter) look(samples []float32, from, to int) {
	for start := from; start < to; start += peakBlock {
		end := min(start+peakBlock, to)
		around := Clip{Samples: samples[max(0, start-peakBlock):min(end+peakBlock, len(samples))]}
		if around.Peak()*m.most <= m.peak {
			continue
		}
		for i := start; i < end; i++ {
			for p := 1; p < truePeakRate; p++ {
				v := m.filter.at(samples, i, p)
				m.peak = max(m.peak, v, -v)
			}
		}
	}
}

func sumOfMagnitudes(weights []float32) float32 {
	var sum float32
	for _, w := range weights {
		sum += max(w, -w)
	}
	return sum
}

// Sound returns the part of the clip from the first to the last sample louder than a magnitude, with a margin on both sides, so that
// soft consonants are kept. A clip that is never that loud has none: the result is empty.
func (c Clip) Sound(louderThan float32, margin time.Duration) Clip {
	first, last := -1, -1
	for i, s := range c.Samples {
		if s > louderThan || s < -louderThan {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if first < 0 {
		return Clip{Rate: c.Rate}
	}
	m := c.Rate.N(margin)
	return Clip{Rate: c.Rate, Samples: c.Samples[max(0, first-m):min(len(c.Samples), last+1+m)]}
}
