package mp3

// bitWriter packs bits into bytes, the highest first.
type bitWriter struct {
	buf   []byte
	cache uint64
	n     int // bits in cache
}

// put appends the lowest n bits of v; n is at most 32.
func (w *bitWriter) put(v uint32, n int) {
	w.cache = w.cache<<n | uint64(v)&(1<<n-1)
	w.n += n
	for w.n >= 8 {
		w.n -= 8
		w.buf = append(w.buf, byte(w.cache>>w.n))
	}
}

// padTo appends zeros up to a number of bytes.
func (w *bitWriter) padTo(size int) {
	if w.n > 0 {
		w.put(0, 8-w.n)
	}
	for len(w.buf) < size {
		w.buf = append(w.buf, 0)
	}
}
