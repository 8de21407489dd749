package mp3

import "math"

// band is a run of lines that share a scalefactor, in the order in which they are coded.
type band struct {
	start, end int
	window     int // of a short block
	hz         float64
}

// layout says how the lines of a granule with a kind of block are coded.
type layout struct {
	bands  []band
	mpeg1  bool
	scaled int          // the first bands have scalefactors, the last one (three in short blocks) has none
	groups [4]int       // LSF: bands in each group with the same scalefactor length
	halves [2]int       // MPEG-1: the same
	order  [lines]int16 // where transform leaves each line, in the order of coding
	edges  [23]int      // where regions of Huffman tables may end: the long bands
	fixed  int          // end of the first region in other than plain long blocks
}

// layouts are those of long and of short blocks at a sample rate.
func makeLayouts(t bandTable, v Version) (long, short *layout) {
	long = &layout{mpeg1: v == MPEG1, scaled: 21, groups: [4]int{6, 5, 5, 5}, halves: [2]int{11, 10}, edges: t.long, fixed: t.long[8]}
	if v == MPEG1 {
		long.fixed = 36
	}
	hz := float64(t.rate) / 2 / lines
	for b := range 22 {
		long.bands = append(long.bands, band{start: t.long[b], end: t.long[b+1], hz: hz * float64(t.long[b]+t.long[b+1]) / 2})
	}
	for i := range long.order {
		long.order[i] = int16(i)
	}
	short = &layout{mpeg1: v == MPEG1, scaled: 36, groups: [4]int{9, 9, 9, 9}, halves: [2]int{18, 18}, edges: t.long, fixed: 36}
	if t.rate == 8000 {
		short.fixed = 72
	}
	at := 0
	for b := range 13 {
		for w := range 3 {
			from := at
			for k := t.short[b]; k < t.short[b+1]; k++ {
				short.order[at] = int16(3*k + w)
				at++
			}
			short.bands = append(short.bands, band{start: from, end: at, window: w, hz: 3 * hz * float64(t.short[b]+t.short[b+1]) / 2})
		}
	}
	return long, short
}

// granule is one granule on its way from lines to bits.
type granule struct {
	*layout
	kind   int            // of block
	x      [lines]float32 // magnitudes in the order of coding
	x34    [lines]float32 // to the power of 3/4, as they are quantized
	sign   [lines]bool
	peak   float32
	weight [39]float32 // of each band's noise
	want   [39]int8    // scalefactors that bring the noise near its share of the masking

	choice
}

// choice is a way of coding a granule.
type choice struct {
	q         [lines]int16
	gain      int // global_gain
	scale     [39]uint8
	idle      [39]bool // bands without a value
	compress  int      // scalefac_compress
	slen      [4]int   // bits of a scalefactor in each group
	bigValues int      // lines coded in pairs
	quadEnd   int      // end of the lines coded in fours
	tables    [3]int
	regions   [2]int // ends of the first two regions, as numbers of bands
	quadTable int
	nBits     int // part2_3_length: all of the above
}

// Powers of the quantizer. A gain of n means a step of 2^(n/4); see the requantization in 11172-3, 2.4.3.4.7.1.
const (
	gainZero   = 210 // of global_gain
	minStep    = -210
	maxStep    = 255 - gainZero
	stepOffset = 320 // scalefactors go below minStep
	maxQuantum = 8191 + 15
	roundUp    = 0.39 // what is rounded up, for the least error after the power of 4/3
)

var (
	stepSize    = makePowers(func(n float64) float64 { return math.Pow(2, n/4) })
	stepInverse = makePowers(func(n float64) float64 { return math.Pow(2, -n*3/16) })
	power43     = makePower43()
)

func makePowers(f func(float64) float64) (p [stepOffset + maxStep + 1]float32) {
	for i := range p {
		p[i] = float32(f(float64(i - stepOffset)))
	}
	return p
}

func makePower43() (p [maxQuantum + 2]float32) {
	for i := range p {
		p[i] = float32(math.Pow(float64(i), 4.0/3))
	}
	return p
}

// load takes the lines of a transform, those below the cut-off.
func (g *granule) load(x *[lines]float32, kind int, l *layout, cutoff int) {
	*g = granule{layout: l, kind: kind}
	for i, from := range &l.order {
		v := x[from]
		if int(from) >= cutoff {
			v = 0
		}
		if v < 0 {
			v = -v
			g.sign[i] = true
		}
		g.x[i] = v
		g.x34[i] = sqrt32(v * sqrt32(v))
		g.peak = max(g.peak, v)
	}
}

func sqrt32(v float32) float32 { return float32(math.Sqrt(float64(v))) }

// step returns the quantizer's step in a band, as an index of the tables of powers.
func (g *granule) step(b int) int { return g.gain - gainZero - 2*int(g.scale[b]) + stepOffset }

// quantizeBand quantizes the lines of a band.
func (g *granule) quantizeBand(b int) {
	f := stepInverse[g.step(b)]
	x := g.x34[g.bands[b].start:g.bands[b].end]
	q := g.q[g.bands[b].start:g.bands[b].end]
	var all int16
	for i, v := range x {
		n := int16(min(v*f+roundUp, maxQuantum))
		q[i] = n
		all |= n
	}
	g.idle[b] = all == 0
}

// noise returns the squared error of a band after quantization.
func (g *granule) noise(b int) float32 {
	step := stepSize[g.step(b)]
	x := g.x[g.bands[b].start:g.bands[b].end]
	q := g.q[g.bands[b].start:g.bands[b].end]
	var sum float32
	for i, v := range x {
		d := v - power43[q[i]]*step
		sum += d * d
	}
	return sum
}

// minGain returns the smallest gain at which no line is too large to be coded.
func (g *granule) minGain() int {
	lowest := 0
	for b, band := range g.bands {
		var peak float32
		for _, v := range g.x34[band.start:band.end] {
			peak = max(peak, v)
		}
		gain := lowest
		for gain < 255 && peak*stepInverse[gain-gainZero-2*int(g.scale[b])+stepOffset] > maxQuantum-1 {
			gain++
		}
		lowest = max(lowest, gain)
	}
	return lowest
}
