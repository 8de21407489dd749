package mp3

// writeFrame appends a frame that stands alone: header, side information and main data (11172-3, 2.4.1.7; 13818-3, 2.4.1.7).
func writeFrame(w *bitWriter, h Header, granules []granule) {
	end := len(w.buf) + h.Size()
	writeHead(w, h, 0, granules)
	for i := range granules {
		granules[i].writeMain(w)
	}
	w.padTo(end)
}

// writeHead appends the header and the side information of a frame whose main data begins so many bytes before it.
func writeHead(w *bitWriter, h Header, mainDataBegin int, granules []granule) {
	head := h.Bytes()
	w.buf = append(w.buf, head[:]...)
	if h.Version == MPEG1 {
		w.put(uint32(mainDataBegin), 9)
		w.put(0, 5+4) // private bits, no scalefactors shared
	} else {
		w.put(uint32(mainDataBegin), 8)
		w.put(0, 1) // private bit
	}
	for i := range granules {
		granules[i].writeSide(w)
	}
}

func (g *granule) writeSide(w *bitWriter) {
	w.put(uint32(g.nBits), 12)
	w.put(uint32(g.bigValues/2), 9)
	w.put(uint32(g.gain), 8)
	if g.mpeg1 {
		w.put(uint32(g.compress), 4)
	} else {
		w.put(uint32(g.compress), 9)
	}
	if g.kind != longBlock {
		w.put(1, 1)
		w.put(uint32(g.kind), 2)
		w.put(0, 1) // not mixed
		w.put(uint32(g.tables[0]), 5)
		w.put(uint32(g.tables[1]), 5)
		w.put(0, 9) // subblock gains
	} else {
		w.put(0, 1)
		for _, t := range g.tables {
			w.put(uint32(t), 5)
		}
		w.put(uint32(max(g.regions[0]-1, 0)), 4)
		w.put(uint32(max(g.regions[1]-g.regions[0]-1, 0)), 3)
	}
	if g.mpeg1 {
		w.put(0, 1) // preflag
	}
	w.put(0, 1) // scalefac_scale
	w.put(uint32(g.quadTable), 1)
}

// writeMain writes scalefactors and Huffman codes.
func (g *granule) writeMain(w *bitWriter) {
	b := 0
	for i, n := range g.scaleGroups() {
		for range n {
			w.put(uint32(g.scale[b]), g.slen[i])
			b++
		}
	}
	ends := [3]int{g.bigValues, g.bigValues, g.bigValues}
	if g.kind != longBlock {
		ends[0] = min(ends[0], g.bands[g.first-1].end)
	} else {
		ends[0], ends[1] = min(ends[0], g.edges[g.regions[0]]), min(ends[1], g.edges[g.regions[1]])
	}
	at := 0
	for region, end := range ends {
		for ; at < end; at += 2 {
			g.writePair(w, &pairTables[g.tables[region]], at)
		}
	}
	for ; at < g.quadEnd; at += 4 {
		g.writeQuad(w, at)
	}
}

func (g *granule) scaleGroups() []int {
	if g.mpeg1 {
		return g.halves[:]
	}
	return g.groups[:]
}

func (g *granule) writePair(w *bitWriter, t *pairTable, at int) {
	if t.side == 0 {
		return
	}
	x, y := int(g.q[at]), int(g.q[at+1])
	if x < 15 && y < 15 {
		c := t.codes[x*t.side+y]
		signs, n := g.signs(at)
		w.put(c.bits<<n|signs, int(c.n)+n)
		return
	}
	c := t.codes[min(x, 15)*t.side+min(y, 15)]
	w.put(c.bits, int(c.n))
	g.writeLarge(w, t, at)
	g.writeLarge(w, t, at+1)
}

// signs returns the signs of the two values from at on that are not 0, and how many there are.
func (g *granule) signs(at int) (v uint32, n int) {
	for i := at; i < at+2; i++ {
		if g.q[i] != 0 {
			v = v<<1 | uint32(g.sign[i])
			n++
		}
	}
	return v, n
}

// writeLarge writes what the code of a pair with a value of 15 or more leaves open of a value: the extra bits and the sign.
func (g *granule) writeLarge(w *bitWriter, t *pairTable, at int) {
	if t.linbits > 0 && g.q[at] >= 15 {
		w.put(uint32(g.q[at]-15), t.linbits)
	}
	if g.q[at] != 0 {
		w.put(uint32(g.sign[at]), 1)
	}
}

func (g *granule) writeQuad(w *bitWriter, at int) {
	q := g.q[at : at+4]
	c := quadTables[g.quadTable][q[0]<<3|q[1]<<2|q[2]<<1|q[3]]
	a, n := g.signs(at)
	b, m := g.signs(at + 2)
	w.put((c.bits<<n|a)<<m|b, int(c.n)+n+m)
}
