package mp3

import "math"

// The bit reservoir (11172-3, 2.4.2.7 under main_data_begin, and C.1.5.4.2.2): the main data of a frame may begin before its header, in
// room that the frames before it have left. Frames keep their size; what moves is where data lies. The data of all frames is one row
// of bytes, in the order of the frames, and the frames' headers and side information are islands in it.
//
// A batch is planned as a whole: each of its granules is coded once in its even share, which tells its noise and what a bit more or
// less changes. Then the noise is made as even as the room allows: easy granules have less, hard ones more. The first frame of a
// batch stands alone and the last one leaves nothing, so that batches are coded at once, and a cut or damage is over after a batch at the latest.

// decoderBuffer is how many bytes a frame and the data before it that it needs may have together: the largest frame of 48 kHz, 7680 bits, which a
// decoder must be able to hold (C.1.5.4.2.2).
const decoderBuffer = 7680 / 8

// reserveOf returns by how many bytes main data may begin before its frame: what the field can say, 9 bits in MPEG-1 and 8 below, and the
// decoder can hold. It is 0 where frames are so large that they have to stand alone.
func reserveOf(h Header) int {
	field := maxReservoir
	if h.Version != MPEG1 {
		field = 255
	}
	h.Padding = true
	return max(0, min(field, decoderBuffer-h.Size()))
}

// need says how much noise a granule has with some bits, and how it changes with them.
type need struct {
	nBits  int
	noise  float64 // dB over the masking
	perBit float64 // dB by which a bit more lowers it
	gain   int     // where the search for a gain ends
}

// bits returns what a granule takes for a noise.
func (n need) bits(noise float64) int {
	if n.perBit == 0 {
		return n.nBits
	}
	more := (n.noise - noise) / n.perBit
	return int(min(max(float64(n.nBits)+more, float64(n.nBits)*leastShare), maxPart23))
}

// leastShare is how much of its even share a granule keeps: the forecast of its noise is good for small changes only.
const leastShare = 0.4

// frameNeeds are those of a frame's granules, and the bytes it has for main data.
type frameNeeds struct {
	granules [2]need
	n        int
	room     int
}

func (f *frameNeeds) bytes(noise float64) int {
	sum := 0
	for _, n := range f.granules[:f.n] {
		sum += n.bits(noise)
	}
	return (sum + 7) / 8
}

// codeShared codes a batch whose frames share their room, and appends them to w.
func (c *coder) codeShared(drafts []frameDraft, w *bitWriter) {
	var all [batchFrames]frameNeeds
	needs := all[:len(drafts)]
	hint := firstGain
	for i := range drafts {
		hint = c.measure(&drafts[i], &needs[i], hint)
	}
	pour := pourer{out: w}
	for i := range drafts {
		f := &needs[i]
		noise := evenNoise(needs[i:], pour.free, c.reserve)
		room := 8 * (pour.free + f.room)
		for k := range f.granules[:f.n] {
			g := &c.granules[k]
			c.prepare(g, &drafts[i].granules[k])
			g.fit(min(f.granules[k].bits(noise), room, maxPart23), f.granules[k].gain)
			room -= g.nBits
		}
		pour.frame(drafts[i].header, c.granules[:f.n], c.reserve)
	}
}

// measure codes a frame by itself to learn what its granules need.
func (c *coder) measure(d *frameDraft, f *frameNeeds, hint int) int {
	f.room = d.header.Size() - HeaderSize - d.header.sideInfoSize()
	f.n = d.header.SamplesPerFrame() / lines
	for k := range f.granules[:f.n] {
		g := &c.granules[k]
		c.prepare(g, &d.granules[k])
		g.fit(min(8*f.room/f.n, maxPart23), hint)
		hint = g.gain
		f.granules[k] = g.need()
	}
	return hint
}

// need says what a coded granule needs. A step of the gain is 1.5 dB of noise, and jump tells what it costs.
func (g *granule) need() need {
	n := need{nBits: g.nBits, gain: g.gain}
	if g.silent() {
		return n
	}
	var sum float32
	for b := range g.bands {
		sum += g.noise(b) / g.mask[b]
	}
	n.noise = 10 * math.Log10(float64(sum)/float64(len(g.bands))+1e-10)
	n.perBit = 1.5 * 32 / 3 / float64(max(g.bigValues+g.quadEnd, 32))
	return n
}

// evenNoise returns the noise that all frames can have until the room is used up or, because no more can be saved, must be used; free
// are the bytes saved so far.
func evenNoise(frames []frameNeeds, free, reserve int) float64 {
	low, high := -100.0, 100.0
	for range 16 {
		noise := (low + high) / 2
		if spends(frames, noise, free, reserve) {
			low = noise
		} else {
			high = noise
		}
	}
	return high
}

// spends reports whether frames with a noise run out of room before they have saved more than they can.
func spends(frames []frameNeeds, noise float64, free, reserve int) bool {
	for i := range frames {
		free += frames[i].room - frames[i].bytes(noise)
		if free < 0 {
			return true
		}
		if free > reserve {
			return false
		}
	}
	return false
}

// pourer lays frames out and pours their main data into the room between the headers.
type pourer struct {
	out  *bitWriter
	main bitWriter
	room [][2]int // in out.buf, from where to where main data can still go
	free int      // bytes of room in all
}

// frame appends a frame. Room beyond reserve, which the next frame could not reach, is left empty.
func (p *pourer) frame(h Header, granules []granule, reserve int) {
	from := len(p.out.buf)
	writeHead(p.out, h, p.free, granules)
	p.out.padTo(from + HeaderSize + h.sideInfoSize())
	p.room = append(p.room, [2]int{len(p.out.buf), from + h.Size()})
	p.free += from + h.Size() - len(p.out.buf)
	p.out.padTo(from + h.Size())

	p.main.buf = p.main.buf[:0]
	for i := range granules {
		granules[i].writeMain(&p.main)
	}
	p.main.padTo(0)
	p.pour(p.main.buf)
	if p.free > reserve {
		p.pour(make([]byte, p.free-reserve))
	}
}

// pour puts main data where the last ended.
func (p *pourer) pour(data []byte) {
	for len(data) > 0 {
		r := &p.room[0]
		n := copy(p.out.buf[r[0]:r[1]], data)
		data = data[n:]
		p.free -= n
		if r[0] += n; r[0] == r[1] {
			p.room = p.room[1:]
		}
	}
}
