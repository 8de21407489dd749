package main

import (
	"math"
	"math/cmplx"
	"sort"

	"articast/audio"
)

const (
	thirds     = 15         // third-octave bands from 150 Hz
	stoiFrames = 30         // about 0.38 s in the original
	clipping   = 5.62341325 // 10^(15/20): the error beyond -15 dB counts no more
	firstThird = 150.0
)

// stoi returns the mean correlation of the envelopes of third-octave bands over stretches of 0.4 s.
func stoi(want, got audio.Clip) float64 {
	w, g := envelopes(want), envelopes(got)
	frames := len(w[0])
	var sum, n float64
	for band := range thirds {
		for at := 0; at+stoiFrames <= frames; at += stoiFrames / 2 {
			a, b := w[band][at:at+stoiFrames], g[band][at:at+stoiFrames]
			if c := correlation(a, limit(a, b)); !math.IsNaN(c) {
				sum += c
				n++
			}
		}
	}
	return sum / n
}

// envelopes returns the magnitude of each band in each frame with sound, about 75 frames a second.
func envelopes(c audio.Clip) [thirds][]float64 {
	var out [thirds][]float64
	for at := 0; at+fftSize <= len(c.Samples); at += int(c.Rate) / 75 {
		x := spectrum(c.Samples[at : at+fftSize])
		for band := range out {
			out[band] = append(out[band], bandMagnitude(x, band, c.Rate))
		}
	}
	return out
}

func bandMagnitude(x []complex128, band int, rate audio.SampleRate) float64 {
	centre := firstThird * math.Pow(2, float64(band)/3)
	from, to := centre*math.Pow(2, -1.0/6), centre*math.Pow(2, 1.0/6)
	var sum float64
	for k := range x {
		if hz := float64(k) * float64(rate) / fftSize; hz >= from && hz < to {
			a := cmplx.Abs(x[k])
			sum += a * a
		}
	}
	return math.Sqrt(sum)
}

// limit scales b to the energy of a and cuts off what is far above it.
func limit(a, b []float64) []float64 {
	var ea, eb float64
	for i := range a {
		ea += a[i] * a[i]
		eb += b[i] * b[i]
	}
	out := make([]float64, len(b))
	for i := range b {
		out[i] = math.Min(b[i]*math.Sqrt(ea/eb), a[i]*(1+clipping))
	}
	return out
}

func correlation(a, b []float64) float64 {
	ma, mb := mean(a), mean(b)
	var ab, aa, bb float64
	for i := range a {
		ab += (a[i] - ma) * (b[i] - mb)
		aa += (a[i] - ma) * (a[i] - ma)
		bb += (b[i] - mb) * (b[i] - mb)
	}
	return ab / math.Sqrt(aa*bb)
}

func mean(list []float64) (m float64) {
	for _, v := range list {
		m += v / float64(len(list))
	}
	return m
}

// percentile returns the value that a share of the list does not exceed.
func percentile(list []float64, share float64) float64 {
	sorted := append([]float64(nil), list...)
	sort.Float64s(sorted)
	return sorted[min(len(sorted)-1, int(share*float64(len(sorted))))]
}
