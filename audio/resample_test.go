package audio

import (
	"math"
	"math/rand/v2"
	"testing"
	"time"
)

// sinWave is a tone in double precision before it is rounded.
func sinWave(rate SampleRate, hz float64, n int) []float32 {
	out := make([]float32, n)
	for i := range out {
		out[i] = float32(0.5 * math.Sin(2*math.Pi*hz*float64(i)/float64(rate)))
	}
	return out
}

func TestResampleKeepsTones(t *testing.T) {
	for _, c := range []struct{ from, to SampleRate }{
		{22050, 24000}, {24000, 22050}, {22050, 44100}, {44100, 24000}, {16000, 22050}, {48000, 22050}, {8000, 48000}, {44100, 8000},
	} {
		for _, share := range []float64{0.02, 0.3, 0.6, 0.8} {
			hz := share * float64(min(c.from, c.to)) / 2
			got := Clip{Rate: c.from, Samples: sinWave(c.from, hz, int(c.from))}.Resample(c.to)
			if got.Rate != c.to || len(got.Samples) != int(c.to) {
				t.Fatalf("%v out of a second", got)
			}
			want := sinWave(c.to, hz, len(got.Samples))
			var signal, noise float64
			for i := 1000; i < len(want)-1000; i++ {
				d := float64(want[i] - got.Samples[i])
				signal += float64(want[i]) * float64(want[i])
				noise += d * d
			}
			if snr := 10 * math.Log10(signal/noise); snr < 80 {
				t.Errorf("%d to %d Hz, tone of %.0f Hz: SNR is %.1f dB", c.from, c.to, hz, snr)
			}
		}
	}
}

func TestResampleRemovesWhatDoesNotFit(t *testing.T) {
	for _, hz := range []float64{11100, 13000, 17000, 21000} {
		c := Clip{Rate: 44100, Samples: sinWave(44100, hz, 44100)}.Resample(22050)
		if got := 20 * math.Log10(float64(Clip{Rate: c.Rate, Samples: c.Samples[1000:21000]}.Peak())); got > -60 && hz > 12000 || got > -10 {
			t.Errorf("%v Hz leaves %.1f dB", hz, got)
		}
	}
}

func TestResampleOddLengths(t *testing.T) {
	for _, n := range []int{0, 1, 2, 3, 47, 48, 49, 1000} {
		for _, to := range []SampleRate{8000, 22050, 48000} {
			c := Clip{Rate: 22050, Samples: sinWave(22050, 1000, n)}
			got := c.Resample(to)
			if d := got.Duration() - c.Duration(); d.Abs() > to.D(1) {
				t.Errorf("%d samples to %d Hz: %v instead of %v", n, to, got.Duration(), c.Duration())
			}
		}
	}
}

func TestTruePeakIsBetweenTheSamples(t *testing.T) {
	// At a quarter of the rate, 45 degrees off: every sample is 3.01 dB under the crest.
	c := Silence(22050, 200*time.Millisecond)
	for i := range c.Samples {
		c.Samples[i] = float32(math.Sin(math.Pi/2*float64(i) + math.Pi/4))
	}
	c = c.Fade(20 * time.Millisecond)
	if got := float64(c.TruePeak()); math.Abs(got-1) > 0.01 || c.Peak() > 0.71 {
		t.Errorf("true peak %v, peak %v", got, c.Peak())
	}
	if got := (Clip{Rate: 8000}).TruePeak(); got != 0 {
		t.Error(got)
	}
	if got := (Clip{Rate: 8000, Samples: []float32{-0.9}}).TruePeak(); got < 0.9 {
		t.Error(got)
	}
}

func TestSoundKeepsItsMargin(t *testing.T) {
	loud := tone(8000, 300, time.Second)
	c, err := Join(Silence(8000, time.Second), loud, Silence(8000, 2*time.Second))
	if err != nil {
		t.Fatal(err)
	}
	for _, margin := range []time.Duration{0, 50 * time.Millisecond, 10 * time.Second} {
		want := time.Second + min(margin, time.Second) + min(margin, 2*time.Second)
		if got := c.Sound(0.01, margin).Duration(); (got - want).Abs() > 2*time.Millisecond {
			t.Errorf("margin %v leaves %v, want %v", margin, got, want)
		}
	}
	if got := Silence(8000, time.Second).Sound(0.01, time.Second); len(got.Samples) != 0 || got.Rate != 8000 {
		t.Error(got)
	}
	if got := c.Sound(0.01, 10*time.Second); len(got.Samples) != len(c.Samples) {
		t.Error(got)
	}
}

func BenchmarkResample(b *testing.B) {
	c := Clip{Rate: 24000, Samples: sinWave(24000, 1000, 240000)}
	for b.Loop() {
		c.Resample(22050)
	}
	b.ReportMetric(10*float64(b.N)/b.Elapsed().Seconds(), "x-realtime")
}

// TestPeakMeterIsTruePeak: what is written in pieces has the peak of the whole, wherever it is cut.
func TestPeakMeterIsTruePeak(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 9))
	for range 20 {
		c := Clip{Rate: 22050, Samples: make([]float32, 50_000)}
		for i := range c.Samples {
			c.Samples[i] = float32(0.2 * random.NormFloat64())
		}
		m := NewPeakMeter()
		for rest := c.Samples; len(rest) > 0; {
			n := min(len(rest), 1+random.IntN(6000))
			m.Write(rest[:n])
			rest = rest[n:]
		}
		if got, want := m.TruePeak(), c.TruePeak(); got != want || m.TruePeak() != want {
			t.Errorf("in pieces %v, whole %v", got, want)
		}
	}
}
