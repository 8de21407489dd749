package mp3

// refinements is how many times the worst band is tried with a finer step.
const refinements = 16

// fit codes a granule into at most limit bits with as little audible noise as it finds: the scalefactors that the masking asks for,
// the smallest gain that fits, and then, with the bits that are left, a finer step in one band after the other where it helps most. The
// search begins at the gain hint.
func (g *granule) fit(limit, hint int) {
	for b := range g.scaled {
		g.scale[b] = uint8(min(int(g.want[b]), g.maxScale(b)))
	}
	if g.peak == 0 {
		g.q = [lines]int16{}
		g.gain = gainZero
		g.scale = [39]uint8{}
		g.count()
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

// searchGain finds the smallest gain whose bits fit.
func (g *granule) searchGain(limit, hint int) {
	wanted := g.scale
	low, high := g.minGain(), 255
	lowest := low
	var best choice
	// The gain is seldom far from that of the last granule: look there first, and then close by.
	for next, reach := min(max(hint, low), high), 4; low <= high; reach *= 4 {
		g.scale = wanted
		g.gain = next
		if g.quantize() <= limit {
			best = g.choice
			high = g.gain - 1
			next = max((low+high)/2, high-reach)
		} else {
			low = g.gain + 1
			next = min((low+high)/2, low+reach)
		}
	}
	g.choice = best
	g.count()
	for g.gain > lowest {
		before := g.choice
		g.scale = wanted
		g.gain--
		if g.quantize(); g.count() > limit {
			g.choice = before
			return
		}
	}
}

// quantize quantizes all bands and counts the bits.
func (g *granule) quantize() int {
	for b := range g.bands {
		g.quantizeBand(b)
	}
	return g.recount()
}

// refine spends the bits that are left.
func (g *granule) refine(limit int) {
	var noise [39]float32
	var done [39]bool
	for b := range g.bands {
		noise[b] = g.noise(b) * g.weight[b]
		done[b] = b >= g.scaled
	}
	for range refinements {
		worst := -1
		for b := range g.bands {
			if !done[b] && (worst < 0 || noise[b] > noise[worst]) {
				worst = b
			}
		}
		if worst < 0 || g.nBits+4 > limit {
			return
		}
		before := g.choice
		g.scale[worst]++
		if int(g.scale[worst]) > g.maxScale(worst) {
			g.choice = before
			done[worst] = true
			continue
		}
		g.quantizeBand(worst)
		after := g.noise(worst) * g.weight[worst]
		if g.recount() > limit || after >= noise[worst] {
			g.choice = before
			done[worst] = true
			continue
		}
		noise[worst] = after
	}
}
