package main

import (
	"bytes"
	"math"
	"math/cmplx"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"articast/audio"
	"articast/audio/mp3"
)

func hiss(amplitude float64, n int) audio.Clip {
	r := rand.New(rand.NewPCG(1, 2))
	c := audio.Clip{Rate: 22050, Samples: make([]float32, n)}
	for i := range c.Samples {
		envelope := 1 + math.Sin(2*math.Pi*4*float64(i)/22050)
		c.Samples[i] = float32(amplitude * envelope * (r.Float64() - 0.5))
	}
	return c
}

// plus adds an unrelated noise, ratio dB under the clip.
func plus(c audio.Clip, ratio float64) audio.Clip {
	r := rand.New(rand.NewPCG(3, 4))
	out := c.Gain(0)
	for i := range out.Samples {
		envelope := 1 + math.Sin(2*math.Pi*4*float64(i)/22050)
		out.Samples[i] += float32(0.2 * envelope * math.Pow(10, -ratio/20) * (r.Float64() - 0.5))
	}
	return out
}

func TestMeasuresKnowHowMuchNoiseThereIs(t *testing.T) {
	c := hiss(0.2, 44100)
	last := figures{segSNR: 100, snr: 100, lsd: -1, nmr: -200, stoi: 1.01}
	for _, ratio := range []float64{60, 40, 20, 10} {
		f := measure(c, plus(c, ratio))
		if math.Abs(f.snr-ratio) > 0.5 {
			t.Errorf("SNR is %.2f, want %v", f.snr, ratio)
		}
		if f.segSNR >= last.segSNR || f.lsd <= last.lsd || f.nmr <= last.nmr || f.stoi > last.stoi {
			t.Errorf("more noise, but %+v after %+v", f, last)
		}
		last = f
	}
}

func TestMeasuresDoNotMindTheLevel(t *testing.T) {
	c := hiss(0.2, 22050)
	if f := measure(c, plus(c, 30).Gain(-6)); math.Abs(f.snr-30) > 0.5 {
		t.Errorf("SNR is %.2f, want 30", f.snr)
	}
}

func TestFFTFindsATone(t *testing.T) {
	x := make([]float32, fftSize)
	for i := range x {
		x[i] = float32(math.Cos(2 * math.Pi * 100 * float64(i) / fftSize))
	}
	s := spectrum(x)
	for k, v := range s {
		if want := k >= 99 && k <= 101; (cmplx.Abs(v) > 1) != want {
			t.Errorf("line %d is %v", k, cmplx.Abs(v))
		}
	}
}

func TestPercentile(t *testing.T) {
	if got := percentile([]float64{3, 1, 2, 5, 4}, 0.9); got != 5 {
		t.Error(got)
	}
}

func TestEncodersMakeWholeFrames(t *testing.T) {
	c := hiss(0.2, 22050)
	for _, e := range encoders() {
		file, err := e.encode(c, 64)
		if err != nil {
			t.Errorf("%s: %v", e.name, err)
			continue
		}
		sum, err := mp3.Walk(bytes.NewReader(file), nil)
		if err != nil || sum.Frames < 38 || sum.GarbageBytes+int64(sum.Truncated) > 0 {
			t.Errorf("%s: %+v, %v", e.name, sum, err)
		}
	}
}

func TestRunPrintsATable(t *testing.T) {
	if _, err := exec.LookPath("mpg123"); err != nil {
		t.Skip("mpg123 is not installed")
	}
	name := filepath.Join(t.TempDir(), "a.wav")
	if err := save(name, hiss(0.2, 22050)); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := run(&out, []string{"64"}, -5, "", "ours", []string{name}); err != nil {
		t.Fatal(err)
	}
	if got := out.String(); strings.Count(got, "\n") != 3 || strings.Contains(got, "NaN") {
		t.Error(got)
	}
	if err := run(&out, []string{"64"}, 0, "", "", []string{os.DevNull}); err == nil {
		t.Error("no error for a file that is no WAV")
	}
	if err := run(&out, []string{"64"}, 0, "", "", nil); err == nil {
		t.Error("no error without files")
	}
}

// TestReservoirLowersTheNoise shows that the encoder's bit reservoir is worth having where bits are few.
func TestReservoirLowersTheNoise(t *testing.T) {
	if _, err := exec.LookPath("mpg123"); err != nil {
		t.Skip("mpg123 is not installed")
	}
	c := hiss(0.2, 4*22050)
	for _, kbps := range []int{32, 48, 64} {
		var got [2]figures
		for i, reservoir := range []bool{false, true} {
			file, err := ours(reservoir)(c, kbps)
			if err != nil {
				t.Fatal(err)
			}
			sound, err := decode(file, c, -1)
			if err != nil {
				t.Fatal(err)
			}
			got[i] = measure(c, sound)
		}
		if got[1].nmr >= got[0].nmr || got[1].nmr90 >= got[0].nmr90 {
			t.Errorf("%d kbps: noise to mask is %.2f dB, its 90th percentile %.2f, with a reservoir %.2f and %.2f",
				kbps, got[0].nmr, got[0].nmr90, got[1].nmr, got[1].nmr90)
		}
	}
}
