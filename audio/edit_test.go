package audio

import (
	"bytes"
	"encoding/binary"
	"errors"
	"math"
	"slices"
	"testing"
	"time"
)

func tone(rate SampleRate, hz float64, d time.Duration) Clip {
	c := Silence(rate, d)
	for i := range c.Samples {
		c.Samples[i] = float32(0.5 * math.Sin(2*math.Pi*hz*float64(i)/float64(rate)))
	}
	return c
}

func TestSampleRateRoundTrip(t *testing.T) {
	for _, rate := range []SampleRate{8000, 11025, 22050, 44100, 48000} {
		for _, n := range []int{0, 1, 575, 576, 22050, 22051, 1 << 31, 100 * 3600 * 48000} {
			if got := rate.N(rate.D(n)); got != n {
				t.Errorf("%d samples at %d Hz come back as %d", n, rate, got)
			}
		}
	}
}

func TestFromPCM16(t *testing.T) {
	c := FromPCM16(8000, []byte{0, 0x80, 0xff, 0x7f, 0, 0, 1, 0, 9})
	want := []float32{-1, 32767.0 / 32768, 0, 1.0 / 32768}
	if c.Rate != 8000 || !slices.Equal(c.Samples, want) {
		t.Errorf("%v, %v, want %v", c, c.Samples, want)
	}
}

func TestJoinKeepsEverySample(t *testing.T) {
	a, b := tone(8000, 300, 10*time.Millisecond), tone(8000, 500, 5*time.Millisecond)
	got, err := Join(Clip{}, a, Silence(8000, time.Second), b)
	if err != nil {
		t.Fatal(err)
	}
	if got.Rate != 8000 || got.Duration() != 1015*time.Millisecond {
		t.Fatal(got)
	}
	for i, s := range b.Samples {
		if got.Samples[8080+i] != s {
			t.Fatalf("sample %d of the last clip is %v, want %v", i, got.Samples[8080+i], s)
		}
	}
	if empty, err := Join(); err != nil || len(empty.Samples) != 0 {
		t.Error(empty, err)
	}
}

func TestJoinRefusesOtherRates(t *testing.T) {
	_, err := Join(Silence(8000, 1), Silence(22050, 1))
	var rate *RateError
	if !errors.As(err, &rate) || rate.Want != 8000 || rate.Got != 22050 {
		t.Error(err)
	}
}

func TestSilenceOfNegativeLength(t *testing.T) {
	if c := Silence(8000, -time.Second); len(c.Samples) != 0 {
		t.Error(c)
	}
}

func TestGain(t *testing.T) {
	c := tone(8000, 1000, time.Second)
	for _, c2 := range []struct{ dB, want float64 }{{0, 0.5}, {-20, 0.05}, {6.0206, 1}, {20, 5}} {
		if got := c.Gain(c2.dB).Peak(); math.Abs(float64(got)-c2.want) > 1e-3 {
			t.Errorf("%v dB makes a peak of %v, want %v", c2.dB, got, c2.want)
		}
	}
	if c.Peak() != tone(8000, 1000, time.Second).Peak() {
		t.Error("Gain changed its input")
	}
}

func TestPeakOfNegativeSample(t *testing.T) {
	if got := (Clip{Rate: 1, Samples: []float32{0.1, -0.7, 0.3}}).Peak(); got != 0.7 {
		t.Error(got)
	}
}

func TestFadeStartsAndEndsAtZero(t *testing.T) {
	for _, n := range []int{0, 1, 2, 3, 100, 1000} {
		c := Clip{Rate: 8000, Samples: make([]float32, n)}
		for i := range c.Samples {
			c.Samples[i] = 1
		}
		got := c.Fade(5 * time.Millisecond).Samples
		for i := 1; i < n/2; i++ {
			if got[i] < got[i-1] || got[i] > 1 || got[n-1-i] != got[i] {
				t.Fatalf("%d samples: fade is not even at %d: %v", n, i, got[i])
			}
		}
		if n >= 100 && (got[0] > 0.01 || got[n/2] != 1) {
			t.Errorf("%d samples: starts at %v, middle is %v", n, got[0], got[n/2])
		}
		if n > 0 && c.Samples[0] != 1 {
			t.Error("Fade changed its input")
		}
	}
}

func TestPCM16IsLossless(t *testing.T) {
	every := make([]byte, 0, 2<<16)
	for v := range 1 << 16 {
		every = binary.LittleEndian.AppendUint16(every, uint16(v))
	}
	if got := AppendPCM16(nil, FromPCM16(8000, every).Samples); !bytes.Equal(got, every) {
		t.Error("what was read is not written as it was")
	}
	nan := float32(math.NaN())
	for in, want := range map[float32]int16{1: math.MaxInt16, 2: math.MaxInt16, -1: math.MinInt16, -2: math.MinInt16, 0.4 / 32768: 0, nan: 0} {
		if got := int16(binary.LittleEndian.Uint16(AppendPCM16(nil, []float32{in}))); got != want {
			t.Errorf("%v becomes %d, want %d", in, got, want)
		}
	}
}
