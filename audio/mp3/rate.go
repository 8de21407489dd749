package mp3

// refinements is how many times the worst band is tried with a finer step.
const refinements = 16

// fit codes a granule into at most limit bits with as little audible noise as it finds: the scalefactors that the masking asks for,
// the smallest gain that fits, and then, with the bits that are left, a finer step in one band after the other where it helps most. The
// search begins at the gain hint.
func (g *granule) fit(limit, hint int) {
	g.choice = choice{regions: firstRegions}
	if g.silent() {
		g.attempt(gainZero, limit)
		return
	}
	g.searchGain(limit, hint)
	g.refine(limit)
}

// maxScale returns the largest scalefactor that a band can have.
func (g *granule) maxScale(b int) int {
	if g.mpeg1 && b < g.halves[0] || !g.mpeg1 && b < g.groups[0]+g.groups[1] {
		return 15
	}
	return 7
}

// silent reports whether there is nothing to be coded.
func (g *granule) silent() bool {
	for b := range g.bands {
		if g.peak[b] > 0 {
			return false
		}
	}
	return true
}

// maxGain is the largest global_gain: nothing is left of a granule there.
const maxGain = 255

// searchGain finds the smallest gain whose bits fit, and codes the granule with it. It is seldom far from that of the last granule: the search begins
// there and goes on where as many bits as are too many, or left, are made up for by the steps of the values.
func (g *granule) searchGain(limit, hint int) {
	copy(g.scale[:g.scaled], g.want[:g.scaled])
	low, high := g.minGain(), maxGain
	var kept quantized
	var best choice
	for next, tries := min(max(hint, low), high), 0; low < high; tries++ {
		n := g.attempt(next, limit)
		if n <= limit {
			high = next
			kept, best = g.quantized, g.choice
		} else {
			low = next + 1
		}
		if next = min(max(next+g.jump(n-limit), low), high-1); tries > 4 {
			next = (low + high) / 2
		}
	}
	if best.gain == high {
		g.quantized, g.choice = kept, best
	} else if g.gain != high {
		g.attempt(high, limit)
	}
	g.count()
}

// jump returns by how much the gain has to rise for so many bits less: each value loses 3/16 of a bit with each step, those in fours, of which many
// are 0, about half of that.
func (g *granule) jump(nBits int) int {
	each := max(1, 3*(g.bigValues+g.quadEnd)/32)
	if nBits <= 0 {
		return nBits/each - 1
	}
	return (nBits + each - 1) / each
}

// attempt quantizes all bands with a gain and the wanted scalefactors, and returns the bits. It looks for better regions only where that
// may decide whether they fit.
func (g *granule) attempt(gain, limit int) int {
	g.gain = gain
	copy(g.scale[:g.scaled], g.want[:g.scaled])
	for b := range g.bands {
		g.quantizeBand(b)
	}
	if n := g.recount(); n <= limit || n > limit+limit/16 {
		return n
	}
	return g.count()
}

// refine spends the bits that are left.
func (g *granule) refine(limit int) {
	var noise [39]float32
	for b := range g.bands[:g.scaled] {
		noise[b] = g.noise(b) * g.weight[b]
	}
	for range refinements {
		worst := 0
		for b := range g.bands[:g.scaled] {
			if noise[b] > noise[worst] {
				worst = b
			}
		}
		if noise[worst] <= 0 || g.nBits+4 > limit {
			return
		}
		noise[worst] = g.refineBand(worst, limit, noise[worst])
	}
}

// refineBand tries a finer step in a band and returns the noise that is left in it; 0 when there is nothing to be gained.
func (g *granule) refineBand(b, limit int, noise float32) float32 {
	if int(g.scale[b]) == g.maxScale(b) {
		return 0
	}
	var kept [lines]int16
	q := g.q[g.bands[b].start:g.bands[b].end]
	copy(kept[:], q)
	before, cost, large := g.choice, g.cost[b], g.large[b]
	g.scale[b]++
	g.quantizeBand(b)
	if after := g.noise(b) * g.weight[b]; after < noise && g.recount() <= limit {
		return after
	}
	copy(q, kept[:])
	g.choice, g.cost[b], g.large[b] = before, cost, large
	return 0
}
