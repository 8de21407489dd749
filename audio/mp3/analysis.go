package mp3

import "math"

const (
	subbands = 32
	slots    = 18 // samples of each subband in a granule
	lines    = subbands * slots
)

// block holds the samples of all subbands for the length of a granule: block[subband][slot].
type block [subbands][slots]float32

// polyphase is the analysis filterbank of ISO/IEC 11172-3, C.1.3: 32 samples in, one sample for each of 32 subbands out.
type polyphase struct {
	ring [1024]float32 // the last 512 samples, newest first, at pos; kept twice so that they are always in one piece
	pos  int
}

var analysisWindow = makeWindow()

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

// feed filters the samples of a granule.
func (p *polyphase) feed(samples []float32, out *block) {
	var all [subbands]float32
	for s := range slots {
		p.shift(samples[s*subbands:])
		p.filter(&all)
		for b, v := range &all {
			out[b][s] = v
		}
	}
	// Odd subbands come mirrored out of the filterbank; this turns them back (2.4.3.4.10).
	for b := 1; b < subbands; b += 2 {
		for s := 1; s < slots; s += 2 {
			out[b][s] = -out[b][s]
		}
	}
}

func (p *polyphase) shift(samples []float32) {
	p.pos = (p.pos + 512 - subbands) % 512
	for i, v := range samples[:subbands] {
		at := p.pos + subbands - 1 - i
		p.ring[at] = v
		p.ring[at+512] = v
	}
}

// filter windows the last 512 samples, folds them to 64 and those, by the symmetries of the cosines, to 32.
func (p *polyphase) filter(out *[subbands]float32) {
	x, c := (*[512]float32)(p.ring[p.pos:]), &analysisWindow
	var y [64]float32
	for i := range y {
		y[i] = c[i]*x[i] + c[i+64]*x[i+64] + c[i+128]*x[i+128] + c[i+192]*x[i+192] +
			(c[i+256]*x[i+256] + c[i+320]*x[i+320] + c[i+384]*x[i+384] + c[i+448]*x[i+448])
	}
	var v [subbands]float32
	v[0] = y[16]
	for m := 1; m <= 16; m++ {
		v[m] = y[16+m] + y[16-m]
	}
	for m := 17; m < subbands; m++ {
		v[m] = y[16+m] - y[80-m]
	}
	cosineSums32(&v, out)
}

// Block types (11172-3, 2.4.2.7): how the 36 subband samples around a granule are windowed.
const (
	longBlock = iota
	startBlock
	shortBlock // three transforms of 12 samples
	stopBlock
)

var (
	longFolds = [4]*fold{
		longBlock: makeFold(longBlock), startBlock: makeFold(startBlock), stopBlock: makeFold(stopBlock),
	}
	shortTransform = makeShortTransform()
	aliasCS        = makeAlias(func(c float64) float64 { return 1 / math.Sqrt(1+c*c) })
	aliasCA        = makeAlias(func(c float64) float64 { return c / math.Sqrt(1+c*c) })
)

// fold holds, for a kind of block, the window of the modified cosine transform with the first factors of mdct built in: what each of the four
// quarters of 36 samples is multiplied by when they are laid upon each other.
type fold [4][slots / 2]float32

func makeFold(kind int) *fold {
	var f fold
	for i := range f[0] {
		low, high := 2.0/9*math.Cos(math.Pi/72*float64(2*i+1)), 2.0/9*math.Cos(math.Pi/72*float64(2*i+1+slots))
		f[0][i] = float32(window(kind, i) * high)
		f[1][i] = float32(-window(kind, 17-i) * high)
		f[2][i] = float32(-window(kind, 26-i) * low)
		f[3][i] = float32(-window(kind, 27+i) * low)
	}
	return &f
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

// transform turns two granules of subband samples into the lines of the second, in the first so many subbands; the others are
// left alone. Short blocks have 192 lines three times: line k of window w is at 3k+w.
func transform(before, now *block, kind, nBands int, out *[lines]float32) {
	for b := range nBands {
		band := (*[slots]float32)(out[b*slots:])
		if kind == shortBlock {
			transformShort(&before[b], &now[b], band)
		} else {
			mdct(longFolds[kind], &before[b], &now[b], band)
		}
	}
	if kind != shortBlock {
		reduceAliases(out, nBands)
	}
}

func transformShort(before, now, out *[slots]float32) {
	var in [2 * slots]float32
	copy(in[:], before[:])
	copy(in[slots:], now[:])
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
func reduceAliases(x *[lines]float32, nBands int) {
	for edge := slots; edge < nBands*slots; edge += slots {
		for i := range aliasCS {
			below, above := x[edge-1-i], x[edge+i]
			x[edge-1-i] = below*aliasCS[i] + above*aliasCA[i]
			x[edge+i] = above*aliasCS[i] - below*aliasCA[i]
		}
	}
}
