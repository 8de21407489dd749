package mp3

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

func TestHuffmanCodesAreComplete(t *testing.T) {
	tables := map[int][]code{-1: quadTables[0], -2: quadTables[1]}
	for number, table := range pairTables {
		if table.side > 0 {
			tables[number] = table.codes
		}
	}
	for number, codes := range tables {
		space := 0.0
		for _, c := range codes {
			space += math.Pow(2, -float64(c.n))
		}
		if space != 1 {
			t.Errorf("table %d fills %v of its code space", number, space)
		}
		for i, a := range codes {
			for j, b := range codes {
				if i != j && a.n <= b.n && b.bits>>(b.n-a.n) == a.bits {
					t.Fatalf("table %d: code %d begins code %d", number, i, j)
				}
			}
		}
	}
}

func TestBandsCoverTheLines(t *testing.T) {
	for _, table := range bandTables {
		v, _ := versionOf(table.rate)
		long, short := makeLayouts(table, v)
		for name, l := range map[string]*layout{"long": long, "short": short} {
			at := 0
			for _, b := range l.bands {
				if b.start != at || b.end <= b.start || (b.end-b.start)%2 != 0 {
					t.Errorf("%d Hz, %s: band from %d to %d, want one from %d", table.rate, name, b.start, b.end, at)
				}
				at = b.end
			}
			seen := map[int16]bool{}
			for _, from := range l.order {
				seen[from] = true
			}
			if at != lines || len(seen) != lines {
				t.Errorf("%d Hz, %s: bands end at %d, order has %d lines", table.rate, name, at, len(seen))
			}
		}
	}
}

// Neighbouring windows must fit: what one fades in, the other fades out.
func TestWindowsFit(t *testing.T) {
	falling := map[int]string{longBlock: "long", startBlock: "short", shortBlock: "short", stopBlock: "long"}
	rising := map[int]string{longBlock: "long", startBlock: "long", shortBlock: "short", stopBlock: "short"}
	random := rand.New(rand.NewPCG(5, 6))
	last, next := longBlock, false
	seen := map[int]bool{}
	for range 10000 {
		now := next
		next = random.IntN(5) == 0
		kind := nextKind(last, now, next)
		if now && kind != shortBlock {
			t.Fatal("an attack without a short block")
		}
		if falling[last] != rising[kind] {
			t.Fatalf("block type %d follows %d", kind, last)
		}
		seen[kind] = true
		last = kind
	}
	if len(seen) != 4 {
		t.Error("types seen:", seen)
	}
	for n := range 2 * slots {
		if got, want := window(stopBlock, n), window(startBlock, 2*slots-1-n); got != want {
			t.Errorf("stop window at %d is %v, want %v", n, got, want)
		}
	}
}

func TestAttackIsFoundOnceAndInItsPlace(t *testing.T) {
	for third := range 3 {
		var a attackFinder
		quiet, loud := noiseBlock(1e-3, 0, 3), noiseBlock(1e-3, 0, 3)
		for b := range loud {
			for s := third * 6; s < slots; s++ {
				loud[b][s] *= 300
			}
		}
		steady := noiseBlock(0.3, 0, 3)
		var found []bool
		for _, b := range []*block{&quiet, &quiet, &loud, &steady, &steady} {
			found = append(found, a.find(b))
		}
		want := 2
		if third == 2 {
			want = 3
		}
		for i, f := range found[1:] {
			if f != (i+1 == want) {
				t.Errorf("onset in third %d: found %v, want it at %d", third, found, want)
				break
			}
		}
	}
}

func noiseBlock(amplitude float32, from, to uint64) (b block) {
	r := rand.New(rand.NewPCG(from, to))
	for s := range b {
		for k := range b[s] {
			b[s][k] = amplitude * (r.Float32() - 0.5)
		}
	}
	return b
}

// An onset out of silence must not be heard before it comes: short blocks keep the noise within a few milliseconds.
func TestOnsetHasNoEchoBefore(t *testing.T) {
	const at = 11000
	in := voice(22050, 22050)
	clear(in[:at])
	r := rand.New(rand.NewPCG(7, 8))
	for i := at; i < at+400; i++ {
		in[i] = r.Float32() - 0.5
	}
	file, _ := encodeFile(t, Config{Rate: 22050, Kbps: 64}, in)
	got := decode(t, file).Samples
	if before := rms(got[at-1200 : at-400]); before > -70 {
		t.Errorf("%.1f dB are heard before the onset", before)
	}
}

// The bits that count promises are those that are written, whatever the lines.
func TestCountIsWhatIsWritten(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 10))
	for _, table := range bandTables {
		v, _ := versionOf(table.rate)
		long, short := makeLayouts(table, v)
		for _, kind := range []int{longBlock, startBlock, shortBlock, stopBlock} {
			for range 30 {
				g := randomGranule(random, kind, map[bool]*layout{false: long, true: short}[kind == shortBlock])
				var w bitWriter
				n := g.count()
				g.writeMain(&w)
				if written := 8*len(w.buf) + w.n; written != n {
					t.Fatalf("%d Hz, type %d: %d bits written, %d counted", table.rate, kind, written, n)
				}
				if again := g.recount(); again != n {
					t.Fatalf("recount finds %d bits, count %d", again, n)
				}
			}
		}
	}
}

func randomGranule(r *rand.Rand, kind int, l *layout) *granule {
	g := &granule{layout: l, kind: kind}
	large, end := 1<<r.IntN(14), r.IntN(lines+1)
	for i := range end {
		g.q[i] = int16(r.IntN(1 + large*(end-i)/end))
		g.sign[i] = uint8(r.IntN(2))
	}
	for b, band := range l.bands {
		g.cost[b], g.large[b] = costOf(g.q[band.start:band.end])
	}
	for b := range l.scaled {
		g.scale[b] = uint8(r.IntN(1 + g.maxScale(b)))
	}
	return g
}

func TestFitKeepsTheLimit(t *testing.T) {
	random := rand.New(rand.NewPCG(11, 12))
	for _, table := range bandTables {
		v, _ := versionOf(table.rate)
		long, short := makeLayouts(table, v)
		for kind, l := range map[int]*layout{longBlock: long, shortBlock: short} {
			for _, limit := range []int{0, 10, 100, 1000, maxPart23} {
				var x [lines]float32
				for i := range x {
					x[i] = (random.Float32() - 0.5) * 4
				}
				var g granule
				g.load(&spectrum{kind, x}, l, lines)
				makeSpreading(l, Header{Rate: table.rate, Kbps: 64}).shape(&g)
				g.fit(limit, random.IntN(256))
				if g.nBits > limit || limit >= 1000 && g.nBits < limit/2 {
					t.Errorf("%d Hz, type %d: %d bits, limit %d", table.rate, kind, g.nBits, limit)
				}
			}
		}
	}
}

func TestParseCodes(t *testing.T) {
	got := parseCodes(strings.Join([]string{"1", "001", "0001"}, "\n "))
	if len(got) != 3 || got[1] != (code{1, 3}) || got[2] != (code{1, 4}) {
		t.Error(got)
	}
}
