package mp3

// rewriter makes frames stand alone: it gathers the main data of each, which may begin up to 511 bytes before in the "bit
// reservoir" of earlier frames, and puts it behind the side information with main_data_begin 0, without padding and CRC, at the smallest bitrate
// that holds it. The decoded sound is the same to the bit.
type rewriter struct {
	past []byte // main data of earlier frames, the last 511 bytes
	buf  []byte
}

const maxReservoir = 511

// rewrite returns a frame as one that stands alone, as if its sample rate were that of out. It reports false where no bitrate has
// room. A frame whose data is not there, after a cut or damage, becomes a silent one. The bytes are valid until the next call.
func (r *rewriter) rewrite(h Header, data []byte, out Header) ([]byte, bool) {
	sideAt, mainAt := h.sideInfoAt(), h.sideInfoAt()+h.sideInfoSize()
	if len(data) < mainAt {
		return nil, false
	}
	side, main := data[sideAt:mainAt], data[mainAt:]
	begin := len(r.past) - mainDataBegin(h, data)
	need := (mainDataBits(h, side) + 7) / 8
	r.past = append(r.past, main...)
	whole := begin >= 0 && begin+need <= len(r.past)
	if !whole {
		need = 0
	}
	out, ok := fitting(out, HeaderSize+len(side)+need)
	if !ok {
		return nil, false
	}
	r.buf = append(r.buf[:0], make([]byte, out.Size())...)
	head := out.Bytes()
	copy(r.buf, head[:])
	if whole {
		copy(r.buf[HeaderSize:], side)
		clearMainDataBegin(h, r.buf[HeaderSize:])
		copy(r.buf[HeaderSize+len(side):], r.past[begin:begin+need])
	}
	r.past = append(r.past[:0], r.past[max(0, len(r.past)-maxReservoir):]...)
	return r.buf, true
}

// fitting returns the header with the smallest bitrate whose frame has a size.
func fitting(h Header, size int) (Header, bool) {
	h.Padding, h.Protected = false, false
	for _, kbps := range bitratesOf(h.Version) {
		if h.Kbps = kbps; kbps > 0 && h.Size() >= size {
			return h, true
		}
	}
	return h, false
}

// mainDataBits returns the sum of all part2_3_length in the side information (11172-3, 2.4.1.7; 13818-3, 2.4.1.7).
func mainDataBits(h Header, side []byte) int {
	channels, at, step := 2, 20, 59 // main_data_begin, private bits and scfsi; the fields of a granule
	if h.Version != MPEG1 {
		at, step = 10, 63
	}
	if h.Mono() {
		channels = 1
		at -= 2
		if h.Version != MPEG1 {
			at = 9
		}
	}
	sum := 0
	for range channels * h.SamplesPerFrame() / lines {
		sum += bitsAt(side, at, 12)
		at += step
	}
	return sum
}

// bitsAt reads n bits, the highest first.
func bitsAt(b []byte, at, n int) (v int) {
	for i := at; i < at+n; i++ {
		v = v<<1 | int(b[i/8]>>(7-i%8)&1)
	}
	return v
}

// clearMainDataBegin sets the first 9 bits of the side information to 0, or 8 below MPEG-1.
func clearMainDataBegin(h Header, side []byte) {
	side[0] = 0
	if h.Version == MPEG1 {
		side[1] &= 0x7f
	}
}
