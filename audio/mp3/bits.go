package mp3

import "encoding/binary"

// bitWriter packs bits into bytes, the highest first.
type bitWriter struct {
	buf   []byte
	cache uint64
	n     int // bits in cache, fewer than 32
}

// put appends the lowest n bits of v; n is at most 32.
func (w *bitWriter) put(v uint32, n int) {
	w.cache = w.cache<<n | uint64(v)&(1<<n-1)
	w.n += n
	if w.n >= 32 {
		w.n -= 32
		w.buf = binary.BigEndian.AppendUint32(w.buf, uint32(w.cache>>w.n))
	}
}

// padTo appends zeros up to a number of bytes.
func (w *bitWriter) padTo(size int) {
	for ; w.n > 0; w.n -= 8 {
		w.buf = append(w.buf, byte(w.cache<<8>>w.n))
	}
	w.n = 0
	for len(w.buf) < size {
		w.buf = append(w.buf, 0)
	}
}
