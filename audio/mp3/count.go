package mp3

import "math/bits"

// firstRegions are where the pairs are cut when no granule before tells.
var firstRegions = [2]int{5, 11}

// count finds the cheapest way to code the quantized lines: where pairs end and fours begin, the regions of pairs and their tables,
// the lengths of the scalefactors. It returns the bits of all.
func (g *granule) count() int {
	g.recount()
	if g.bigValues > 0 && g.kind == longBlock {
		g.nBits -= g.bestRegions()
	}
	return g.nBits
}

// recount is count but for the regions, which stay as they were: a few bits more, in a part of the time.
func (g *granule) recount() int {
	g.dropIdleScales()
	g.nBits = g.countScales()
	g.splitLines()
	g.sumPairs()
	g.nBits += g.countQuads() + g.countPairs()
	return g.nBits
}

// dropIdleScales sets the scalefactors of bands without a value to 0: they change nothing and may cost bits.
func (g *granule) dropIdleScales() {
	for b := range g.scaled {
		if g.large[b] == 0 {
			g.scale[b] = 0
		}
	}
}

// splitLines finds the runs from the top: zeros, values of at most 1 in fours, the rest in pairs.
func (g *granule) splitLines() {
	b := len(g.bands)
	for b > 0 && g.large[b-1] == 0 {
		b--
	}
	if b == 0 {
		g.quadEnd, g.bigValues = 0, 0
		return
	}
	end := g.bands[b-1].end
	for g.q[end-1]|g.q[end-2] == 0 {
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
	for q := g.q[g.bigValues:g.quadEnd]; len(q) >= 4; q = q[4:] {
		sum += quadCosts[(q[0]<<3|q[1]<<2|q[2]<<1|q[3])&15]
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
	cost  [40]pairCost
	large [39]int16
	n     int
	nBits int // in the regions chosen last
}

// sumPairs adds the bands up as far as the pairs reach; the last of them may do so in part.
func (g *granule) sumPairs() {
	run := &g.run
	run.n = 0
	for b, band := range g.bands {
		if band.start >= g.bigValues {
			break
		}
		cost, large := g.cost[b], g.large[b]
		if band.end > g.bigValues {
			cost, large = costOf(g.q[band.start:g.bigValues])
		}
		run.large[b] = large
		cost.add(&run.cost[b])
		run.cost[b+1] = cost
		run.n = b + 1
	}
}

// costOf adds up pairs.
func costOf(q []int16) (cost pairCost, large int16) {
	for i := 0; i+1 < len(q); i += 2 {
		v, w := q[i], q[i+1]
		large = max(large, v, w)
		cost.add(&pairCosts[uint8(min(v, 15)<<4|min(w, 15))])
	}
	return cost, large
}

// countPairs chooses tables for the regions as they are. Blocks with a window of their own have two, the end of the first being given.
func (g *granule) countPairs() int {
	run := &g.run
	a, b := min(g.regions[0], run.n), min(g.regions[1], run.n)
	if g.kind != longBlock {
		a, b = min(g.first, run.n), run.n
	}
	run.nBits = 0
	for i, r := range [3][2]int{{0, a}, {a, b}, {b, run.n}} {
		var large int16
		for _, v := range run.large[r[0]:r[1]] {
			large = max(large, v)
		}
		table, nBits := bestTable(large, run.cost[r[1]].minus(&run.cost[r[0]]))
		g.tables[i] = table
		run.nBits += nBits
	}
	return run.nBits
}

// bestRegions tries all other ways to cut the bands into three regions, of which the first has at most 16 bands and the second at most 8, and
// returns the bits that are saved.
func (g *granule) bestRegions() int {
	run := &g.run
	before, best := run.nBits, run.nBits
	var tail [23]struct{ table, nBits int }
	var large int16
	for b := run.n - 1; b >= 0; b-- {
		large = max(large, run.large[b])
		tail[b].table, tail[b].nBits = bestTable(large, run.cost[run.n].minus(&run.cost[b]))
	}
	large = 0
	for a := 1; a <= min(16, run.n); a++ {
		large = max(large, run.large[a-1])
		table, nBits := bestTable(large, run.cost[a])
		if nBits >= best {
			break
		}
		var inSecond int16
		for b := a + 1; b <= min(a+8, 22); b++ {
			at := min(b, run.n)
			inSecond = max(inSecond, run.large[at-1])
			if nBits+tail[at].nBits >= best {
				continue
			}
			second, more := bestTable(inSecond, run.cost[at].minus(&run.cost[a]))
			if total := nBits + more + tail[at].nBits; total < best {
				best = total
				g.tables = [3]int{table, second, tail[at].table}
				g.regions = [2]int{a, b}
			}
			if b >= run.n {
				break
			}
		}
	}
	return before - best
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
