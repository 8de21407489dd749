package mp3

import "math"

// The cosine transforms of the encoder, by halves: one of n values is made of two of n/2, because
//
//	2 cos(a) cos((2k+1)a) = cos((2k+2)a) + cos(2ka)
//
// turns the odd terms into even ones. What takes n*n products as it is written takes about n log n so.

// halves32 and halves16 are 1/(2 cos((2i+1)pi/2n)).
var (
	halves32 = makeHalves(32)
	halves16 = makeHalves(16)
	cosines8 = makeCosines8()
)

func makeHalves(n int) []float32 {
	h := make([]float32, n/2)
	for i := range h {
		h[i] = float32(0.5 / math.Cos(math.Pi/float64(2*n)*float64(2*i+1)))
	}
	return h
}

// makeCosines8 returns cos((2i+1)m pi/16) by m and i; i beyond 3 is the same but for the sign of odd m.
func makeCosines8() (c [8][4]float32) {
	for m := range c {
		for i := range c[m] {
			c[m][i] = float32(math.Cos(math.Pi / 16 * float64(2*i+1) * float64(m)))
		}
	}
	return c
}

// cosineSums32 returns for each i the sum over m of v[m] cos((2i+1)m pi/64).
func cosineSums32(v, out *[32]float32) {
	var even, odd, a, b [16]float32
	var last float32
	for k := range even {
		even[k], odd[k] = v[2*k], v[2*k+1]+last
		last = v[2*k+1]
	}
	cosineSums16(&even, &a)
	cosineSums16(&odd, &b)
	for i, h := range halves32[:16] {
		t := h * b[i]
		out[i], out[31-i] = a[i]+t, a[i]-t
	}
}

// cosineSums16 returns the sums over m of v[m] cos((2i+1)m pi/32).
func cosineSums16(v, out *[16]float32) {
	var even, odd, a, b [8]float32
	var last float32
	for k := range even {
		even[k], odd[k] = v[2*k], v[2*k+1]+last
		last = v[2*k+1]
	}
	cosineSums8(&even, &a)
	cosineSums8(&odd, &b)
	for i, h := range halves16[:8] {
		t := h * b[i]
		out[i], out[15-i] = a[i]+t, a[i]-t
	}
}

// cosineSums8 returns the sums over m of v[m] cos((2i+1)m pi/16).
func cosineSums8(v, out *[8]float32) {
	c := &cosines8
	for i := range 4 {
		even := v[0] + v[2]*c[2][i] + v[4]*c[4][i] + v[6]*c[6][i]
		odd := v[1]*c[1][i] + v[3]*c[3][i] + v[5]*c[5][i] + v[7]*c[7][i]
		out[i], out[7-i] = even+odd, even-odd
	}
}

// mdct returns the modified cosine transform of 36 samples, two blocks in turn, under the window in f:
//
//	out[k] = 1/9 * sum of window(n) in[n] cos(pi/72 (2n+1+18)(2k+1))
//
// The quarters are laid upon each other, which leaves a transform of 18 values with cos((2n+1)(2k+1)pi/72). Times 2 cos((2n+1)pi/72),
// which f holds, it is one with cos((2n+1)k pi/36), whose neighbours have to be subtracted; its even and odd results are transforms of 9.
func mdct(f *fold, before, now, out *[slots]float32) {
	const half = slots / 2
	var even, odd [half]float32
	for i := range half {
		low := f[2][i]*now[8-i] + f[3][i]*now[9+i]
		high := f[0][i]*before[i] + f[1][i]*before[17-i]
		// low is value i of 18, high is value 9+i: value 17-n lies opposite n.
		even[i] += low
		odd[i] += low
		even[8-i] += high
		odd[8-i] -= high
	}
	for i, c := range &twice36 {
		odd[i] *= c
	}
	var a, b [half]float32
	cosines9(&even, &a)
	cosines9(&odd, &b)
	// Each result is the sum of itself and the one before, the first one twice itself.
	b[0] /= 2
	for k := 1; k < half; k++ {
		b[k] -= b[k-1]
	}
	last := a[0] / 2
	out[0] = last
	for k := range half {
		last = b[k] - last
		out[2*k+1] = last
		if k+1 < half {
			last = a[k+1] - last
			out[2*k+2] = last
		}
	}
}

// twice36 is 2 cos((2n+1)pi/36).
var twice36 = makeTwice36()

func makeTwice36() (c [slots / 2]float32) {
	for n := range c {
		c[n] = float32(2 * math.Cos(math.Pi/36*float64(2*n+1)))
	}
	return c
}

// Cosines of multiples of 10 degrees.
var (
	cos10, cos20, cos30, cos40 = cosDegrees(10), cosDegrees(20), cosDegrees(30), cosDegrees(40)
	cos50, cos70, cos80        = cosDegrees(50), cosDegrees(70), cosDegrees(80)
)

func cosDegrees(d float64) float32 { return float32(math.Cos(d * math.Pi / 180)) }

// cosines9 returns the sums over n of v[n] cos((2n+1)k pi/18). Values that lie opposite each other are added for even k and
// subtracted for odd.
func cosines9(v, out *[9]float32) {
	p0, p1, p2, p3, p4 := v[0]+v[8], v[1]+v[7], v[2]+v[6], v[3]+v[5], v[4]
	half := p1/2 - p4
	out[0] = p0 + p1 + p2 + p3 + p4
	out[2] = p0*cos20 + half - p2*cos80 - p3*cos40
	out[4] = p0*cos40 - half - p2*cos20 + p3*cos80
	out[6] = (p0+p2+p3)/2 - p1 - p4
	out[8] = p0*cos80 - half + p2*cos40 - p3*cos20
	q0, q1, q2, q3 := v[0]-v[8], (v[1]-v[7])*cos30, v[2]-v[6], v[3]-v[5]
	out[1] = q0*cos10 + q1 + q2*cos50 + q3*cos70
	out[3] = (q0 - q2 - q3) * cos30
	out[5] = q0*cos50 - q1 - q2*cos70 + q3*cos10
	out[7] = q0*cos70 - q1 + q2*cos10 - q3*cos50
}
