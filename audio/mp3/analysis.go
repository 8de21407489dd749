package mp3

import "math"

const (
	subbands = 32
	slots    = 18 // samples of each subband in a granule
	lines    = subbands * slots
)

// block holds the samples of all subbands for the length of a granule: block[slot][subband].
type block [slots][subbands]float32

// polyphase is the analysis filterbank of ISO/IEC 11172-3, C.1.3: 32 samples in, one sample for each of 32 subbands out.
type polyphase struct {
	ring [1024]float32 // the last 512 samples, newest first, at pos; kept twice so that they are always in one piece
	pos  int
}

var (
	analysisWindow = makeWindow()
	analysisCos    = makeSubbandCos()
)

func makeWindow() (c [512]float32) {
	for i := range c {
		v := float32(prototype[min(i, 512-i)]) / (65536 * 32)
		if i/64%2 == 1 {
			v = -v
		}
		c[i] = v
	}
	return c
}

// makeSubbandCos returns cos((2i+1)m pi/64) by m and i, for the first 16 subbands: in the others it is the same but for the sign of odd m.
func makeSubbandCos() (c [subbands][subbands / 2]float32) {
	for m := range c {
		for i := range c[m] {
			c[m][i] = float32(math.Cos(float64(2*i+1) * float64(m) * math.Pi / 64))
		}
	}
	return c
}

// feed filters the samples of a granule.
func (p *polyphase) feed(samples []float32, out *block) {
	for s := range out {
		p.shift(samples[s*subbands:])
		p.filter(&out[s])
	}
	// Odd subbands come mirrored out of the filterbank; this turns them back (2.4.3.4.10).
	for s := 1; s < slots; s += 2 {
		for b := 1; b < subbands; b += 2 {
			out[s][b] = -out[s][b]
		}
	}
}

func (p *polyphase) shift(samples []float32) {
	p.pos = (p.pos + 512 - subbands) % 512
	for i := range subbands {
		v := samples[subbands-1-i]
		p.ring[p.pos+i] = v
		p.ring[p.pos+i+512] = v
	}
}

// filter windows the last 512 samples, folds them to 64 and those, by the symmetries of the cosines, to 32.
func (p *polyphase) filter(out *[subbands]float32) {
	x := p.ring[p.pos : p.pos+512]
	var y [64]float32
	for i := range y {
		var sum float32
		for j := i; j < 512; j += 64 {
			sum += analysisWindow[j] * x[j]
		}
		y[i] = sum
	}
	var even, odd [subbands / 2]float32
	for m := range subbands {
		v := fold(&y, m)
		sums := &even
		if m%2 == 1 {
			sums = &odd
		}
		for i, c := range &analysisCos[m] {
			sums[i] += v * c
		}
	}
	for i := range even {
		out[i] = even[i] + odd[i]
		out[subbands-1-i] = even[i] - odd[i]
	}
}

// fold adds what is multiplied by the same cosine, cos((2i+1)m pi/64), from both sides of y[16].
func fold(y *[64]float32, m int) float32 {
	switch {
	case m == 0:
		return y[16]
	case m <= 16:
		return y[16+m] + y[16-m]
	}
	return y[16+m] - y[80-m]
}

// Block types (11172-3, 2.4.2.7): how the 36 subband samples around a granule are windowed.
const (
	longBlock = iota
	startBlock
	shortBlock // three transforms of 12 samples
	stopBlock
)

var (
	longTransforms = [4]*[slots][2 * slots]float32{
		longBlock: makeTransform(longBlock), startBlock: makeTransform(startBlock), stopBlock: makeTransform(stopBlock),
	}
	shortTransform = makeShortTransform()
	aliasCS        = makeAlias(func(c float64) float64 { return 1 / math.Sqrt(1+c*c) })
	aliasCA        = makeAlias(func(c float64) float64 { return c / math.Sqrt(1+c*c) })
)

// makeTransform returns the modified discrete cosine transform of 36 samples with its window built in.
func makeTransform(kind int) *[slots][2 * slots]float32 {
	var t [slots][2 * slots]float32
	for k := range t {
		for n := range t[k] {
			angle := math.Pi / 72 * float64(2*n+1+slots) * float64(2*k+1)
			t[k][n] = float32(window(kind, n) * math.Cos(angle) / 9)
		}
	}
	return &t
}

// window returns the window of a long transform at sample n (2.4.3.4.10.3).
func window(kind, n int) float64 {
	if kind == stopBlock {
		kind, n = startBlock, 2*slots-1-n
	}
	switch {
	case kind == longBlock || n < 18:
		return math.Sin(math.Pi / 36 * (float64(n) + 0.5))
	case n < 24:
		return 1
	case n < 30:
		return math.Sin(math.Pi / 12 * (float64(n-18) + 0.5))
	}
	return 0
}

func makeShortTransform() (t [6][12]float32) {
	for k := range t {
		for n := range t[k] {
			angle := math.Pi / 24 * float64(2*n+7) * float64(2*k+1)
			t[k][n] = float32(math.Sin(math.Pi/12*(float64(n)+0.5)) * math.Cos(angle) / 3)
		}
	}
	return t
}

func makeAlias(f func(float64) float64) (out [8]float32) {
	for i, c := range aliasC {
		out[i] = float32(f(c))
	}
	return out
}

// transform turns two granules of subband samples into the 576 lines of the second. Short blocks have 192 lines three times:
// line k of window w is at 3k+w.
func transform(before, now *block, kind int, out *[lines]float32) {
	var in [2 * slots]float32
	for b := range subbands {
		for s := range slots {
			in[s], in[s+slots] = before[s][b], now[s][b]
		}
		band := out[b*slots : (b+1)*slots]
		if kind == shortBlock {
			transformShort(&in, band)
			continue
		}
		for k := range longTransforms[kind] {
			row := &longTransforms[kind][k]
			var a0, a1, a2, a3 float32
			for n := 0; n < len(in); n += 4 {
				a0 += row[n] * in[n]
				a1 += row[n+1] * in[n+1]
				a2 += row[n+2] * in[n+2]
				a3 += row[n+3] * in[n+3]
			}
			band[k] = a0 + a1 + a2 + a3
		}
	}
	if kind != shortBlock {
		reduceAliases(out)
	}
}

func transformShort(in *[2 * slots]float32, out []float32) {
	for w := range 3 {
		part := in[6+6*w : 18+6*w]
		for k := range shortTransform {
			var sum float32
			for n, c := range &shortTransform[k] {
				sum += c * part[n]
			}
			out[3*k+w] = sum
		}
	}
}

// reduceAliases takes out of each pair of neighbouring subbands what leaked from the one into the other (2.4.3.4.10.1, the other
// way round).
func reduceAliases(x *[lines]float32) {
	for edge := slots; edge < lines; edge += slots {
		for i := range aliasCS {
			below, above := x[edge-1-i], x[edge+i]
			x[edge-1-i] = below*aliasCS[i] + above*aliasCA[i]
			x[edge+i] = above*aliasCS[i] - below*aliasCA[i]
		}
	}
}
