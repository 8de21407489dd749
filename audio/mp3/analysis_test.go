package mp3

import (
	"bytes"
	"math"
	"math/rand/v2"
	"testing"

	"articast/audio"
)

// analyse filters samples and transforms the last whole granule with one kind of block.
func analyse(samples []float32, kind int) (x [lines]float32) {
	var p polyphase
	var before, now block
	for ; len(samples) >= lines; samples = samples[lines:] {
		before = now
		p.feed(samples[:lines], &now)
	}
	transform(&before, &now, kind, subbands, &x)
	return x
}

func TestToneIsFoundAtItsLine(t *testing.T) {
	for _, kind := range []int{longBlock, startBlock, stopBlock} {
		for _, line := range []int{3, 17, 18, 100, 287, 500, 570} {
			hz := (float64(line) + 0.5) * 22050 / 2 / lines
			x := analyse(sine(22050, hz, 0.5, 8*lines), kind)
			var near, all float64
			for i, v := range x {
				e := float64(v) * float64(v)
				all += e
				if i >= line-6 && i <= line+6 {
					near += e
				}
			}
			if near < 0.97*all {
				t.Errorf("block type %d: %.1f %% of a tone on line %d are near it", kind, 100*near/all, line)
			}
		}
	}
}

func TestShortBlockKeepsThirdsApart(t *testing.T) {
	var before, now block
	for b := range subbands {
		now[b][3] = 1 // slot 21 of 36: in the second and the third window, not in the first
	}
	var x [lines]float32
	transform(&before, &now, shortBlock, subbands, &x)
	var energy [3]float64
	for i, v := range x {
		energy[i%3] += float64(v) * float64(v)
	}
	if energy[0] != 0 || energy[1] == 0 || energy[2] == 0 {
		t.Errorf("energies of the windows: %v", energy)
	}
}

// The lines have the energy of the samples, on the mean: so a gain means the same for all kinds of sound.
func TestAnalysisKeepsTheEnergy(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 9))
	in := make([]float32, 200*lines)
	for i := range in {
		in[i] = r.Float32() - 0.5
	}
	want := rms(in)
	var got float64
	n := 0
	for at := 8 * lines; at < len(in); at += 5 * lines {
		x := analyse(in[at-8*lines:at], longBlock)
		got += math.Pow(10, rms(x[:])/10)
		n++
	}
	// A sine of amplitude 1 is a line of about 1: noise, whose power is spread, comes out 3 dB under its samples times a constant.
	diff := 10*math.Log10(got/float64(n)) - want
	level := analyse(sine(22050, 1000, 1, 8*lines), longBlock)
	tone := rms(level[:]) - rms(sine(22050, 1000, 1, lines))
	if math.Abs(diff-tone) > 1.5 {
		t.Errorf("noise comes out at %.2f dB, a tone at %.2f", diff, tone)
	}
}

// Bands that are masked little get more weight and finer steps; with even masking nothing is to be shaped.
func TestShapeFollowsTheMasking(t *testing.T) {
	long, _ := makeLayouts(bandsOf(22050), MPEG2)
	s := makeSpreading(long, Header{Rate: 22050, Kbps: 64})
	var x [lines]float32
	for i := range x {
		x[i] = float32(math.Pow(10, -float64(i)/100)) // falls by 115 dB
	}
	var g granule
	g.load(&spectrum{longBlock, x}, long, lines)
	s.shape(&g)
	if g.want[0] != 0 || g.weight[0] != 1 {
		t.Errorf("the loudest band is to be shaped: %v", g.want)
	}
	for b := 1; b < long.scaled; b++ {
		if g.want[b] < g.want[b-1] || g.weight[b] < g.weight[b-1] {
			t.Errorf("band %d is masked less than the one before but gets less: %v", b, g.want)
		}
	}
	if g.want[20] < 4 {
		t.Errorf("the softest band gets %d", g.want[20])
	}
	for i := range x {
		x[i] = 0.01
	}
	g.load(&spectrum{longBlock, x}, long, lines)
	s.shape(&g)
	for b := range long.scaled {
		if g.want[b] > 1 {
			t.Errorf("band %d of a flat spectrum gets %d", b, g.want[b])
		}
	}
}

func TestLoadCutsOffHighLines(t *testing.T) {
	for kind, l := range layoutsAt(22050) {
		var x [lines]float32
		for i := range x {
			x[i] = -1
		}
		var g granule
		g.load(&spectrum{kind, x}, l, 300)
		var kept int
		for i, v := range g.x {
			if v != 0 {
				kept++
				if v != 1 || g.sign[i] != 1 || g.x34[i] != 1 {
					t.Fatalf("line %d is %v, sign %d", i, v, g.sign[i])
				}
			}
		}
		if kept != 300 || g.peak[0] != 1 {
			t.Errorf("block type %d: %d lines kept, peak %v", kind, kept, g.peak[0])
		}
	}
}

func layoutsAt(rate audio.SampleRate) map[int]*layout {
	v, _ := versionOf(rate)
	long, short := makeLayouts(bandsOf(rate), v)
	return map[int]*layout{longBlock: long, shortBlock: short}
}

func TestBitWriter(t *testing.T) {
	var w bitWriter
	w.put(1, 1)
	w.put(0, 0)
	w.put(0xffff, 3) // only the lowest three
	w.put(0x12345678, 32)
	w.padTo(8)
	if want := []byte{0xf1, 0x23, 0x45, 0x67, 0x80, 0, 0, 0}; !bytes.Equal(w.buf, want) {
		t.Errorf("% x, want % x", w.buf, want)
	}
	if got := bitsAt(w.buf, 4, 32); got != 0x12345678 {
		t.Errorf("read back as %x", got)
	}
}

func TestPadderKeepsTheBitrate(t *testing.T) {
	for _, c := range configs() {
		var p padder
		h := c.header()
		bytes := 0
		const n = 5000
		for range n {
			h.Padding = p.next(h)
			bytes += h.Size()
		}
		want := float64(n) * float64(h.SamplesPerFrame()) / float64(c.Rate) * float64(c.Kbps) * 125
		if math.Abs(float64(bytes)-want) > 1 {
			t.Errorf("%v: %d bytes, want %.1f", c, bytes, want)
		}
	}
}

func TestLowPassGrowsWithTheBitrate(t *testing.T) {
	for _, rate := range testRates() {
		last := 0
		for _, kbps := range Bitrates(rate) {
			n := cutoff(Config{Rate: rate, Kbps: kbps}.header())
			if n < last || n > lines || n < lines/4 {
				t.Errorf("%d lines at %d Hz, %d kbps; %d at the bitrate below", n, rate, kbps, last)
			}
			last = n
		}
		if last != lines {
			t.Errorf("%d Hz: %d lines at the highest bitrate", rate, last)
		}
	}
}
