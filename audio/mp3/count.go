package mp3

import "math/bits"

// count finds the cheapest way to code the quantized lines: where pairs end and fours begin, the regions of pairs and their tables,
// the lengths of the scalefactors. It returns the bits of all.
func (g *granule) count() int {
	g.regions = [2]int{}
	return g.recount()
}

// recount is count but for the regions, which stay as they were the last time, if there were any: a few bits more, a third of the time.
func (g *granule) recount() int {
	g.dropIdleScales()
	g.nBits = g.countScales()
	g.splitLines()
	g.nBits += g.countQuads() + g.countPairs()
	return g.nBits
}

// dropIdleScales sets the scalefactors of bands without a value to 0: they change nothing and may cost bits.
func (g *granule) dropIdleScales() {
	for b := range g.scaled {
		if g.idle[b] {
			g.scale[b] = 0
		}
	}
}

// splitLines finds the runs from the top: zeros, values of at most 1 in fours, the rest in pairs.
func (g *granule) splitLines() {
	end := lines
	for end > 0 && g.q[end-1] == 0 && g.q[end-2] == 0 {
		end -= 2
	}
	g.quadEnd = end
	for end >= 4 && g.q[end-1]|g.q[end-2]|g.q[end-3]|g.q[end-4] <= 1 {
		end -= 4
	}
	g.bigValues = end
}

func (g *granule) countQuads() int {
	var sum uint32
	for i := g.bigValues; i < g.quadEnd; i += 4 {
		sum += quadCosts[g.q[i]<<3|g.q[i+1]<<2|g.q[i+2]<<1|g.q[i+3]]
	}
	a, b := int(sum&0xffff), int(sum>>16)
	g.quadTable = 0
	if b < a {
		g.quadTable = 1
	}
	return min(a, b)
}

// pairRun holds, for the bands that the pairs reach into, running sums of the costs and the largest value of each.
type pairRun struct {
	cost  [23]pairCost
	large [22]int
	n     int
}

func (g *granule) countPairs() int {
	g.tables = [3]int{}
	if g.bigValues == 0 {
		g.regions = [2]int{}
		return 0
	}
	var run pairRun
	if g.kind != longBlock {
		return g.countFixed(&run)
	}
	for run.n < 22 && g.edges[run.n] < g.bigValues {
		g.addRun(&run, g.edges[run.n], min(g.edges[run.n+1], g.bigValues))
	}
	if g.regions[0] > 0 {
		return g.sameRegions(&run)
	}
	return g.bestRegions(&run)
}

// addRun adds the lines of one band.
func (g *granule) addRun(run *pairRun, from, to int) {
	cost := run.cost[run.n]
	var all, largest int16
	q := g.q[from:to]
	for i := 0; i+1 < len(q); i += 2 {
		x, y := q[i], q[i+1]
		all |= x | y
		if all > 15 {
			largest = max(largest, x, y)
			x, y = min(x, 15), min(y, 15)
		}
		cost.add(&pairCosts[x<<4|y])
	}
	if all <= 15 {
		for _, v := range q {
			largest = max(largest, v)
		}
	}
	run.large[run.n] = int(largest)
	run.n++
	run.cost[run.n] = cost
}

// countFixed counts the pairs of blocks with a window of their own: they have two regions, the end of the first being given.
func (g *granule) countFixed(run *pairRun) int {
	split := min(g.fixed, g.bigValues)
	g.addRun(run, 0, split)
	g.addRun(run, split, g.bigValues)
	var first, second int
	g.tables[0], first = run.region(0, 1)
	g.tables[1], second = run.region(1, 2)
	return first + second
}

// region returns the best table of the bands from a to b, and the bits.
func (r *pairRun) region(a, b int) (table, nBits int) {
	largest := 0
	for _, v := range r.large[a:b] {
		largest = max(largest, v)
	}
	return bestTable(largest, r.cost[b].minus(&r.cost[a]))
}

// sameRegions chooses tables for the regions as they are.
func (g *granule) sameRegions(run *pairRun) int {
	a, b := min(g.regions[0], run.n), min(g.regions[1], run.n)
	sum, nBits := 0, 0
	for i, r := range [3][2]int{{0, a}, {a, b}, {b, run.n}} {
		g.tables[i], nBits = run.region(r[0], r[1])
		sum += nBits
	}
	return sum
}

// bestRegions tries all ways to cut the bands into three regions, of which the first has at most 16 bands and the second at most 8.
func (g *granule) bestRegions(run *pairRun) int {
	best := 1 << 30
	var tail [23]struct{ table, nBits int }
	for a := range run.n {
		tail[a].table, tail[a].nBits = run.region(a, run.n)
	}
	for a := 1; a <= min(16, run.n); a++ {
		table, nBits := run.region(0, a)
		if nBits >= best {
			break
		}
		for b := a + 1; b <= min(a+8, 22); b++ {
			second, more := run.region(min(a, run.n), min(b, run.n))
			if total := nBits + more + tail[min(b, run.n)].nBits; total < best {
				best = total
				g.tables = [3]int{table, second, tail[min(b, run.n)].table}
				g.regions = [2]int{a, b}
			}
			if b >= run.n {
				break
			}
		}
	}
	return best
}

// countScales chooses the lengths of the scalefactors and returns the bits of all.
func (g *granule) countScales() int {
	if g.mpeg1 {
		return g.countScalesMPEG1()
	}
	total, b := 0, 0
	for i, n := range g.groups {
		g.slen[i] = bits.Len8(maxScale(g.scale[b : b+n]))
		b += n
		total += n * g.slen[i]
	}
	// 13818-3, 2.4.3.2: below 400, scalefac_compress holds four lengths.
	g.compress = (g.slen[0]*5+g.slen[1])<<4 | g.slen[2]<<2 | g.slen[3]
	return total
}

func (g *granule) countScalesMPEG1() int {
	low, high := bits.Len8(maxScale(g.scale[:g.halves[0]])), bits.Len8(maxScale(g.scale[g.halves[0]:g.scaled]))
	best := 1 << 30
	for i, s := range slenMPEG1 {
		if n := s[0]*g.halves[0] + s[1]*g.halves[1]; s[0] >= low && s[1] >= high && n < best {
			best = n
			g.compress, g.slen = i, [4]int{s[0], s[1]}
		}
	}
	return best
}

func maxScale(list []uint8) (m uint8) {
	for _, s := range list {
		m = max(m, s)
	}
	return m
}
