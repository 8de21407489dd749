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
	first  int          // bands in the first region of pairs in other than plain long blocks
	groups [4]int       // LSF: bands in each group with the same scalefactor length
	halves [2]int       // MPEG-1: the same
	order  [lines]int16 // where transform leaves each line, in the order of coding
	edges  [23]int      // where regions of Huffman tables may end: the long bands
}

// layouts are those of long and of short blocks at a sample rate.
func makeLayouts(t bandTable, v Version) (long, short *layout) {
	long = &layout{mpeg1: v == MPEG1, scaled: 21, first: 8, groups: [4]int{6, 5, 5, 5}, halves: [2]int{11, 10}, edges: t.long}
	hz := float64(t.rate) / 2 / lines
	for b := range 22 {
		long.bands = append(long.bands, band{start: t.long[b], end: t.long[b+1], hz: hz * float64(t.long[b]+t.long[b+1]) / 2})
	}
	for i := range long.order {
		long.order[i] = int16(i)
	}
	short = &layout{mpeg1: v == MPEG1, scaled: 36, first: 9, groups: [4]int{9, 9, 9, 9}, halves: [2]int{18, 18}, edges: t.long}
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
	sign   [lines]uint8   // 1 for a value below 0
	peak   [39]float32    // of x34 in each band
	energy [39]float32    // of each band
	mask   [39]float32    // of each band: the energy that hides noise, as far as bands hide each other's
	weight [39]float32    // of each band's noise
	want   [39]uint8      // scalefactors that bring the noise near its share of the masking

	quantized
	choice
	run pairRun
}

// quantized holds the lines as whole numbers.
type quantized struct {
	q     [lines]int16
	large [39]int16    // largest value of each band
	cost  [39]pairCost // of each band, coded in pairs
}

// choice is a way of coding quantized lines.
type choice struct {
	gain      int // global_gain
	scale     [39]uint8
	compress  int    // scalefac_compress
	slen      [4]int // bits of a scalefactor in each group
	bigValues int    // lines coded in pairs
	quadEnd   int    // end of the lines coded in fours
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
func (g *granule) load(s *spectrum, l *layout, cutoff int) {
	const signBit = 1 << 31
	g.layout, g.kind = l, s.kind
	for b, band := range l.bands {
		var energy float32
		var peak uint32 // as bits: for what is not negative the order is the same
		for i := band.start; i < band.end; i++ {
			from := l.order[i]
			var raw uint32
			if int(from) < cutoff {
				raw = math.Float32bits(s.lines[from])
			}
			g.sign[i] = uint8(raw >> 31)
			raw &^= signBit
			peak = max(peak, raw)
			v := math.Float32frombits(raw)
			energy += v * v
			g.x[i], g.x34[i] = v, sqrt32(v*sqrt32(v))
		}
		v := math.Float32frombits(peak)
		g.energy[b], g.peak[b] = energy, sqrt32(v*sqrt32(v))
	}
}

func sqrt32(v float32) float32 { return float32(math.Sqrt(float64(v))) }

// step returns the quantizer's step in a band, as an index of the tables of powers.
func (g *granule) step(b int) int { return g.gain - gainZero - 2*int(g.scale[b]) + stepOffset }

// quantizeBand quantizes the lines of a band and adds up what they cost in pairs.
func (g *granule) quantizeBand(b int) {
	f := stepInverse[g.step(b)]
	q := g.q[g.bands[b].start:g.bands[b].end]
	large := int16(min(quantum(g.peak[b], f), maxQuantum))
	g.large[b] = large
	if large == 0 {
		clear(q)
		g.cost[b] = pairCosts[0].times(len(q) / 2)
		return
	}
	x := g.x34[g.bands[b].start:]
	x = x[:len(q)]
	var cost pairCost
	for i := 0; i+1 < len(q); i += 2 {
		v, w := int32(quantum(x[i], f)), int32(quantum(x[i+1], f))
		q[i], q[i+1] = int16(v), int16(w)
		if large > 15 {
			v, w = min(v, maxQuantum), min(w, maxQuantum)
			q[i], q[i+1] = int16(v), int16(w)
			v, w = min(v, 15), min(w, 15)
		}
		cost.add(&pairCosts[uint8(v<<4|w)])
	}
	g.cost[b] = cost
}

// quantum returns a line in steps, not yet cut down to a whole number. The conversion keeps processors that can from fusing both operations:
// the largest value of a band must be the same wherever it is worked out.
func quantum(v, f float32) float32 { return float32(v*f) + roundUp }

// noise returns the squared error of a band after quantization.
func (g *granule) noise(b int) float32 {
	if g.large[b] == 0 {
		return g.energy[b]
	}
	step := stepSize[g.step(b)]
	x := g.x[g.bands[b].start:g.bands[b].end]
	q := g.q[g.bands[b].start:g.bands[b].end]
	q = q[:len(x)]
	var sum float32
	for i, v := range x {
		d := v - power43[q[i]]*step
		sum += d * d
	}
	return sum
}

// minGain returns the smallest gain at which no line is too large to be coded.
func (g *granule) minGain() int {
	gain := 0
	for b := range g.bands {
		for gain < 255 && g.peak[b]*stepInverse[gain-gainZero-2*int(g.scale[b])+stepOffset] > maxQuantum-1 {
			gain++
		}
	}
	return gain
}
