package mp3

// coderDelay is the number of samples by which the encoder delays its input, DecoderDelay not counted: the filterbank, and one
// granule that it looks ahead to choose the windows.
const coderDelay = 528 + 576

// coder makes frames out of samples: filterbank, choice of windows, masking, quantization, coding. Every frame stands alone: its
// data is all in it (main_data_begin is 0), so that a stream can be cut and joined at any frame. The first three steps depend on
// the samples before and are done in order; the others are a frame's own and can be done for several frames at once.
type coder struct {
	header  Header
	cutoff  int // lines kept
	filter  polyphase
	blocks  [3]block // before, now, next
	attacks attackFinder
	attack  [3]bool // whether a short block is wanted at before, now, next
	kind    int     // of the last granule
	long    *layout
	short   *layout
	masks   [2]*spreading // of long and short layouts
	padder  padder
	x       [lines]float32
}

// frameDraft is a frame that is analysed but not coded.
type frameDraft struct {
	header   Header
	granules [2]granule
}

func newCoder(h Header) *coder {
	c := &coder{header: h, cutoff: cutoff(h)}
	c.long, c.short = makeLayouts(bandsOf(h.Rate), h.Version)
	c.masks = [2]*spreading{makeSpreading(c.long, h), makeSpreading(c.short, h)}
	return c
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
func (c *coder) draft(samples []float32, d *frameDraft) {
	d.header = c.header
	d.header.Padding = c.padder.next(c.header)
	for i := 0; len(samples) > 0; i++ {
		c.blocks[0], c.blocks[1] = c.blocks[1], c.blocks[2]
		c.filter.feed(samples[:lines], &c.blocks[2])
		samples = samples[lines:]
		c.attack[0], c.attack[1] = c.attack[1], c.attack[2]
		c.attack[2] = c.attacks.find(&c.blocks[2])
		c.analyse(&d.granules[i])
	}
}

// analyse makes a granule of the blocks before and now.
func (c *coder) analyse(g *granule) {
	c.kind = nextKind(c.kind, c.attack[1], c.attack[2])
	transform(&c.blocks[0], &c.blocks[1], c.kind, subbands, &c.x)
	layout, mask := c.long, c.masks[0]
	if c.kind == shortBlock {
		layout, mask = c.short, c.masks[1]
	}
	g.load(&c.x, c.kind, layout, c.cutoff)
	mask.shape(g)
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

// code appends the frame's bytes to w and returns the gain of its last granule. The search for gains begins at hint. The byte
// of padding is left empty, so that a Joiner can take it away.
func (d *frameDraft) code(w *bitWriter, hint int) int {
	h := d.header
	h.Padding = false
	granules := d.granules[:h.SamplesPerFrame()/lines]
	room := 8 * (h.Size() - HeaderSize - h.sideInfoSize())
	for i := range granules {
		share := room / (len(granules) - i)
		granules[i].fit(min(share, maxPart23), hint)
		hint = granules[i].gain
		room -= granules[i].nBits
	}
	writeFrame(w, d.header, granules)
	return hint
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
