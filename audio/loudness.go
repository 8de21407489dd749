package audio

import (
	"math"
	"slices"
	"time"
)

// LUFS is a loudness in units relative to full scale (ITU-R BS.1770-4, EBU R 128). One channel counts as one: a mono file at -19 sounds
// as loud as a stereo file at -16 whose channels are the same.
type LUFS float64

// Unmeasurable is the loudness of a clip that is too short or too quiet to have one.
var Unmeasurable = LUFS(math.Inf(-1))

// Measured reports whether there was enough to measure.
func (l LUFS) Measured() bool { return !math.IsInf(float64(l), 0) && !math.IsNaN(float64(l)) }

// Parts of the measurement (BS.1770-4, annex 1).
const (
	gateBlock     = 400 * time.Millisecond
	gateStep      = gateBlock / 4
	absoluteGate  = LUFS(-70)
	relativeGate  = LUFS(-10) // under the loudness of all blocks above the absolute gate
	channelOffset = -0.691    // makes a sine of 997 Hz at full scale -3.01
)

// LoudnessMeter measures samples as they come. The zero value is not usable; see NewLoudnessMeter.
type LoudnessMeter struct {
	filters [2]biquad
	step    int       // samples in a quarter of a block
	inStep  int       // samples in the quarter that is being filled
	sum     float64   // their energy
	steps   []float64 // energies of the quarters
}

// NewLoudnessMeter returns a meter for mono samples at a rate. It keeps 8 bytes for each 100 ms.
func NewLoudnessMeter(rate SampleRate) *LoudnessMeter {
	return &LoudnessMeter{filters: kWeighting(float64(rate)), step: max(1, rate.N(gateStep))}
}

// Write measures further samples.
func (m *LoudnessMeter) Write(samples []float32) {
	for _, s := range samples {
		v := m.filters[1].next(m.filters[0].next(float64(s)))
		m.sum += v * v
		if m.inStep++; m.inStep == m.step {
			m.steps = append(m.steps, m.sum)
			m.sum, m.inStep = 0, 0
		}
	}
}

// Integrated returns the gated loudness of all that was written, Unmeasurable for less than 400 ms or for silence.
func (m *LoudnessMeter) Integrated() LUFS { return m.IntegratedWith() }

// IntegratedWith is Integrated of several channels at the same rate, to which as many samples were written: left and right each
// count as one.
func (m *LoudnessMeter) IntegratedWith(others ...*LoudnessMeter) LUFS {
	var blocks []float64 // mean energies of 400 ms, overlapping by 75 %
	for i := 0; i+4 <= len(m.steps); i++ {
		var sum float64
		for _, channel := range append(others, m) {
			for _, e := range channel.steps[i : i+4] {
				sum += e
			}
		}
		blocks = append(blocks, sum/float64(4*m.step))
	}
	blocks = above(blocks, absoluteGate)
	return toLUFS(mean(above(blocks, toLUFS(mean(blocks))+relativeGate)))
}

// above returns the blocks louder than a gate.
func above(blocks []float64, gate LUFS) []float64 {
	return slices.DeleteFunc(slices.Clone(blocks), func(e float64) bool { return toLUFS(e) <= gate })
}

func toLUFS(energy float64) LUFS { return LUFS(channelOffset + 10*math.Log10(energy)) }

func mean(list []float64) float64 {
	var sum float64
	for _, v := range list {
		sum += v
	}
	if len(list) == 0 {
		return 0
	}
	return sum / float64(len(list))
}

// Loudness returns the integrated loudness of the clip, Unmeasurable for one shorter than 400 ms or silent.
func (c Clip) Loudness() LUFS {
	if c.Rate <= 0 {
		return Unmeasurable
	}
	m := NewLoudnessMeter(c.Rate)
	m.Write(c.Samples)
	return m.Integrated()
}

// biquad is a filter of second order in transposed direct form II.
type biquad struct {
	b0, b1, b2, a1, a2 float64
	z1, z2             float64
}

func (f *biquad) next(x float64) float64 {
	y := f.b0*x + f.z1
	f.z1 = f.b1*x - f.a1*y + f.z2
	f.z2 = f.b2*x - f.a2*y
	return y
}

// kWeighting returns the two filters that stand for a listener: the head, a shelf of 4 dB above 1.7 kHz, and a high-pass at 38 Hz. The
// standard gives their coefficients for 48 kHz only; these are the analog prototypes behind them (as in libebur128), turned
// digital by the bilinear transform at any rate.
func kWeighting(rate float64) [2]biquad {
	const (
		shelfHz, shelfDB, shelfQ = 1681.974450955533, 3.999843853973347, 0.7071752369554196
		highHz, highQ            = 38.13547087602444, 0.5003270373238773
	)
	k := math.Tan(math.Pi * min(shelfHz, rate*0.45) / rate)
	vh := math.Pow(10, shelfDB/20)
	vb := math.Pow(vh, 0.4996667741545416)
	a0 := 1 + k/shelfQ + k*k
	shelf := biquad{
		b0: (vh + vb*k/shelfQ + k*k) / a0, b1: 2 * (k*k - vh) / a0, b2: (vh - vb*k/shelfQ + k*k) / a0,
		a1: 2 * (k*k - 1) / a0, a2: (1 - k/shelfQ + k*k) / a0,
	}
	k = math.Tan(math.Pi * highHz / rate)
	a0 = 1 + k/highQ + k*k
	high := biquad{b0: 1, b1: -2, b2: 1, a1: 2 * (k*k - 1) / a0, a2: (1 - k/highQ + k*k) / a0}
	return [2]biquad{shelf, high}
}
