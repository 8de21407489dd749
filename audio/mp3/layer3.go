package mp3

// coderDelay is the number of samples by which the encoder delays its input, DecoderDelay not counted: the filterbank, and one
// granule that it looks ahead to choose the windows.
const coderDelay = 528 + 576

// A frame is made in two steps. The first, filterbank and choice of windows, depends on the samples before and is an analyser's; the second,
// masking, quantization and coding, is the frame's own, so that several frames can be coded at once. Every frame stands alone: its data is all
// in it (main_data_begin is 0), so that a stream can be cut and joined at any frame. With a reservoir (reservoir.go) this holds for batches.

// scheme is what all frames of a stream have in common.
type scheme struct {
	header  Header
	cutoff  int        // lines kept
	reserve int        // bytes by which main data may begin before its frame; 0 for frames that stand alone
	layouts [2]*layout // of long and of short blocks
	masks   [2]*spreading
}

func newScheme(h Header) *scheme {
	s := &scheme{header: h, cutoff: cutoff(h)}
	s.layouts[0], s.layouts[1] = makeLayouts(bandsOf(h.Rate), h.Version)
	for i, l := range s.layouts {
		s.masks[i] = makeSpreading(l, h)
	}
	return s
}

// analyser makes drafts of samples.
type analyser struct {
	*scheme
	filter  polyphase
	blocks  [3]block // before, now, next
	attacks attackFinder
	attack  [3]bool // whether a short block is wanted at before, now, next
	kind    int     // of the last granule
	padder  padder
}

// frameDraft is a frame that is analysed but not coded.
type frameDraft struct {
	header   Header
	granules [2]spectrum // one in MPEG-2 and 2.5
}

// spectrum is a granule after the transform.
type spectrum struct {
	kind  int // of block
	lines [lines]float32
}

// cutoff returns how many lines are coded: with few bits, the highest are left out for the sake of the others.
func cutoff(h Header) int {
	for _, row := range lowPass {
		if h.Kbps <= row.kbps {
			return min(lines, row.hz*2*lines/int(h.Rate))
		}
	}
	return lines
}

// lowPass lists up to which frequency is coded at a bitrate.
var lowPass = []struct{ kbps, hz int }{
	{8, 3000}, {16, 4500}, {24, 6000}, {32, 9000}, {40, 9800}, {48, 10600}, {56, 11000}, {64, 11500}, {80, 13500}, {96, 15500}, {112, 16500}, {128, 17500},
}

// draft takes exactly one frame of samples and analyses a frame, that of the samples before.
func (a *analyser) draft(samples []float32, d *frameDraft) {
	d.header = a.header
	d.header.Padding = a.padder.next(a.header)
	for i := 0; len(samples) > 0; i++ {
		a.blocks[0], a.blocks[1] = a.blocks[1], a.blocks[2]
		a.filter.feed(samples[:lines], &a.blocks[2])
		samples = samples[lines:]
		a.attack[0], a.attack[1] = a.attack[1], a.attack[2]
		a.attack[2] = a.attacks.find(&a.blocks[2])
		a.kind = nextKind(a.kind, a.attack[1], a.attack[2])
		d.granules[i].kind = a.kind
		// The subband above the last one kept is wanted for its aliases.
		nBands := min(subbands, (a.cutoff+slots-1)/slots+1)
		transform(&a.blocks[0], &a.blocks[1], a.kind, nBands, &d.granules[i].lines)
	}
}

// nextKind returns the kind of block that follows one of kind last. The windows must fit together: a short block is led in by a
// start block and led out by a stop block.
func nextKind(last int, short, shortNext bool) int {
	led := last == startBlock || last == shortBlock
	switch {
	case led && (short || shortNext):
		return shortBlock
	case led && last == startBlock:
		return shortBlock
	case led:
		return stopBlock
	case shortNext:
		return startBlock
	}
	return longBlock
}

// firstGain is where the search for a gain begins when no granule before it tells.
const firstGain = 170

// coder makes frames of drafts.
type coder struct {
	*scheme
	granules [2]granule
}

// code appends a frame's bytes to w and returns the gain of its last granule. The search for gains begins at hint. The byte
// of padding is left empty, so that a Joiner can take it away.
func (c *coder) code(d *frameDraft, w *bitWriter, hint int) int {
	h := d.header
	h.Padding = false
	granules := c.granules[:h.SamplesPerFrame()/lines]
	room := 8 * (h.Size() - HeaderSize - h.sideInfoSize())
	for i := range granules {
		g := &granules[i]
		c.prepare(g, &d.granules[i])
		share := room / (len(granules) - i)
		g.fit(min(share, maxPart23), hint)
		hint = g.gain
		room -= g.nBits
	}
	writeFrame(w, d.header, granules)
	return hint
}

// prepare loads a granule and sets how loud its noise may be in each band.
func (c *coder) prepare(g *granule, s *spectrum) {
	which := 0
	if s.kind == shortBlock {
		which = 1
	}
	g.load(s, c.layouts[which], c.cutoff)
	c.masks[which].shape(g)
}

// padder decides which frames have a byte more, so that their mean size is that of the bitrate.
type padder struct {
	remainder int // of bytes, times the rate
}

func (p *padder) next(h Header) bool {
	p.remainder += h.SamplesPerFrame() / 8 * h.Kbps * 1000 % int(h.Rate)
	if p.remainder < int(h.Rate) {
		return false
	}
	p.remainder -= int(h.Rate)
	return true
}

// maxPart23 is the largest part2_3_length: 12 bits.
const maxPart23 = 4095
