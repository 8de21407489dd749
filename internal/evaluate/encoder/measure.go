package main

import (
	"math"
	"math/cmplx"

	"articast/audio"
)

// figures are how far a decoded clip is from its source. All but the first are over frames in which there is sound.
type figures struct {
	segSNR float64 // dB: mean signal to noise ratio of frames of 20 ms, each between -10 and 60
	lsd    float64 // dB: log-spectral distance
	nmr    float64 // dB: noise to mask over Bark bands, lower is better
	stoi   float64 // short-time intelligibility (Taal et al., 2011), at the source's rate; 1 is the source
	nmr90  float64 // dB: the noise to mask that a tenth of the frames exceed
	snr    float64 // dB: over all
}

const fftSize = 1024

// measure compares two clips of the same length.
func measure(want, got audio.Clip) figures {
	got = matchGain(want, got)
	var f figures
	f.segSNR, f.snr = segSNR(want, got)
	f.lsd, f.nmr, f.nmr90 = spectral(want, got)
	f.stoi = stoi(want, got)
	return f
}

// matchGain scales got so that its error is least: a level that is off by a constant is no distortion.
func matchGain(want, got audio.Clip) audio.Clip {
	var wg, gg float64
	for i, w := range want.Samples {
		wg += float64(w) * float64(got.Samples[i])
		gg += float64(got.Samples[i]) * float64(got.Samples[i])
	}
	return got.Gain(20 * math.Log10(wg/gg))
}

// loudFrame returns the energy below which a frame counts as silence: 40 dB under the loudest.
func loudFrame(c audio.Clip, size int) float64 {
	var loudest float64
	for at := 0; at+size <= len(c.Samples); at += size {
		loudest = math.Max(loudest, energy(c.Samples[at:at+size]))
	}
	return loudest / 1e4
}

func energy(samples []float32) (sum float64) {
	for _, s := range samples {
		sum += float64(s) * float64(s)
	}
	return sum
}

func segSNR(want, got audio.Clip) (segments, overall float64) {
	size := int(want.Rate) / 50
	floor := loudFrame(want, size)
	var sum, n, signal, noise float64
	for at := 0; at+size <= len(want.Samples); at += size {
		s := energy(want.Samples[at : at+size])
		var e float64
		for i := at; i < at+size; i++ {
			d := float64(want.Samples[i]) - float64(got.Samples[i])
			e += d * d
		}
		signal += s
		noise += e
		if s > floor {
			sum += math.Max(-10, math.Min(60, 10*math.Log10(s/(e+1e-20))))
			n++
		}
	}
	return sum / n, 10 * math.Log10(signal/noise)
}

// bands holds the Bark band of every line of the transform.
func bands(rate audio.SampleRate) []int {
	b := make([]int, fftSize/2)
	for k := range b {
		hz := float64(k) * float64(rate) / fftSize
		b[k] = int(26.81*hz/(1960+hz) + 0.47)
	}
	return b
}

// spectral returns the log-spectral distance and the noise to mask, mean and 90th percentile.
func spectral(want, got audio.Clip) (lsd, nmr, nmr90 float64) {
	floor := loudFrame(want, fftSize)
	band := bands(want.Rate)
	var ratios []float64
	for at := 0; at+fftSize <= len(want.Samples); at += fftSize / 2 {
		if energy(want.Samples[at:at+fftSize]) < floor {
			continue
		}
		w, g := spectrum(want.Samples[at:at+fftSize]), spectrum(got.Samples[at:at+fftSize])
		lsd += logDistance(w, g)
		ratios = append(ratios, noiseToMask(w, g, band))
	}
	for _, r := range ratios {
		nmr += r
	}
	return lsd / float64(len(ratios)), nmr / float64(len(ratios)), percentile(ratios, 0.9)
}

// logDistance returns the root mean square of the difference of two spectra in dB. What is 60 dB under the strongest line of
// the frame is not told from silence.
func logDistance(w, g []complex128) float64 {
	var peak, sum float64
	for _, v := range w {
		peak = math.Max(peak, cmplx.Abs(v))
	}
	floor := peak / 1000
	for k := range w {
		d := 20 * math.Log10((cmplx.Abs(w[k])+floor)/(cmplx.Abs(g[k])+floor))
		sum += d * d
	}
	return math.Sqrt(sum / float64(len(w)))
}

// noiseToMask returns in dB the mean over the bands of noise over masking. The masking is the energy of the source, spread with 25 dB per Bark downwards and
// 10 upwards, less 10 dB; the threshold of hearing is left out, for listeners turn speech up.
func noiseToMask(w, g []complex128, band []int) float64 {
	top := band[len(band)-1]
	signal, noise := make([]float64, top+1), make([]float64, top+1)
	for k := range w {
		a, b := cmplx.Abs(w[k]), cmplx.Abs(w[k]-g[k])
		signal[band[k]] += a * a
		noise[band[k]] += b * b
	}
	var sum float64
	for b := range noise {
		var mask float64
		for m, s := range signal {
			slope := 25.0
			if m < b {
				slope = 10
			}
			mask += s * math.Pow(10, -slope*math.Abs(float64(b-m))/10)
		}
		sum += noise[b] / (mask/10 + 1e-12)
	}
	return 10 * math.Log10(sum/float64(top+1)+1e-12)
}

// spectrum returns the lower half of the transform of a frame under a Hann window.
func spectrum(samples []float32) []complex128 {
	x := make([]complex128, fftSize)
	for i, s := range samples {
		x[i] = complex(float64(s)*(0.5-0.5*math.Cos(2*math.Pi*float64(i)/fftSize)), 0)
	}
	fft(x)
	return x[:fftSize/2]
}

// fft transforms in place; the length is a power of two.
func fft(x []complex128) {
	n := len(x)
	for i, j := 1, 0; i < n; i++ {
		bit := n >> 1
		for ; j&bit != 0; bit >>= 1 {
			j ^= bit
		}
		j ^= bit
		if i < j {
			x[i], x[j] = x[j], x[i]
		}
	}
	for size := 2; size <= n; size <<= 1 {
		step := cmplx.Exp(complex(0, -2*math.Pi/float64(size)))
		for at := 0; at < n; at += size {
			w := complex(1, 0)
			for k := at; k < at+size/2; k++ {
				a, b := x[k], x[k+size/2]*w
				x[k], x[k+size/2] = a+b, a-b
				w *= step
			}
		}
	}
}
