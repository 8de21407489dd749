package audio

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"
	"time"
)

// A sine of 997 Hz at full scale is -3.01 LUFS by definition, at any rate; each dB of level is one LU.
func TestLoudnessOfTheReferenceTone(t *testing.T) {
	for _, rate := range []SampleRate{8000, 16000, 22050, 24000, 44100, 48000, 96000} {
		for _, dB := range []float64{0, -20, -40} {
			c := tone(rate, 997, 3*time.Second).Gain(6.0206 + dB)
			if got, want := float64(c.Loudness()), -3.01+dB; math.Abs(got-want) > 0.06 {
				t.Errorf("%d Hz, %v dB: %.2f LUFS, want %.2f", rate, dB, got, want)
			}
		}
	}
}

func TestLoudnessWeighsFrequencies(t *testing.T) {
	reference := tone(48000, 997, 2*time.Second).Loudness()
	for _, c := range []struct{ hz, louder float64 }{{25, -10.7}, {100, -1.8}, {500, -0.6}, {3000, 3.0}, {10000, 3.3}} {
		if got := float64(tone(48000, c.hz, 2*time.Second).Loudness() - reference); math.Abs(got-c.louder) > 0.6 {
			t.Errorf("%v Hz is %.1f LU louder than 997 Hz, want %.1f", c.hz, got, c.louder)
		}
	}
}

// Pauses do not make speech quieter: the gates leave them out.
func TestLoudnessLeavesOutPauses(t *testing.T) {
	loud := tone(22050, 500, 4*time.Second)
	want := loud.Loudness()
	with, err := Join(loud, Silence(22050, 20*time.Second), loud, loud.Gain(-30))
	if err != nil {
		t.Fatal(err)
	}
	if got := with.Loudness(); math.Abs(float64(got-want)) > 0.5 {
		t.Errorf("%.2f LUFS with pauses, %.2f without", got, want)
	}
}

func TestShortAndSilentClipsHaveNoLoudness(t *testing.T) {
	for _, c := range []Clip{{}, Silence(22050, time.Hour/60), tone(22050, 500, 399*time.Millisecond), tone(22050, 500, time.Second).Gain(-90)} {
		if got := c.Loudness(); got.Measured() {
			t.Errorf("%v has %v LUFS", c, got)
		}
	}
	if got := tone(22050, 500, 401*time.Millisecond).Loudness(); !got.Measured() {
		t.Error("401 ms have no loudness")
	}
}

func TestMeterDoesNotMindPortions(t *testing.T) {
	c := tone(22050, 700, 3*time.Second)
	for _, size := range []int{1, 100, 22051} {
		m := NewLoudnessMeter(c.Rate)
		for rest := c.Samples; len(rest) > 0; rest = rest[min(size, len(rest)):] {
			m.Write(rest[:min(size, len(rest))])
		}
		if got := m.Integrated(); got != c.Loudness() {
			t.Errorf("portions of %d: %v, want %v", size, got, c.Loudness())
		}
	}
}

// syllables is a tone that swells and rests, like speech.
func syllables(rate SampleRate) Clip {
	c := Clip{Rate: rate, Samples: make([]float32, 20*int(rate))}
	for i := range c.Samples {
		x := float64(i) / float64(rate)
		c.Samples[i] = float32(0.6 * math.Max(0, math.Sin(2*math.Pi*0.9*x)) * math.Sin(2*math.Pi*(300+200*math.Sin(x))*x) * math.Exp(-math.Mod(x, 5)/4))
	}
	return c
}

// ffmpeg's ebur128 is an independent implementation of the same standard.
func TestLoudnessEqualsFFmpeg(t *testing.T) {
	if _, err := exec.LookPath("ffmpeg"); err != nil {
		t.Skip("ffmpeg is not installed")
	}
	for _, rate := range []SampleRate{22050, 24000, 48000} {
		c := syllables(rate)
		var raw bytes.Buffer
		if err := binary.Write(&raw, binary.LittleEndian, c.Samples); err != nil {
			t.Fatal(err)
		}
		name := filepath.Join(t.TempDir(), "a.f32")
		if err := os.WriteFile(name, raw.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command("ffmpeg", "-nostats", "-f", "f32le", "-ar", fmt.Sprint(int(rate)), "-ac", "1", "-i", name,
			"-af", "ebur128=peak=true", "-f", "null", "-").CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		summary := out[bytes.LastIndex(out, []byte("Summary:")):]
		if want := field(t, summary, `I:\s+(-?[0-9.]+) LUFS`); math.Abs(float64(c.Loudness())-want) > 0.15 {
			t.Errorf("%d Hz: %.2f LUFS, ffmpeg says %.1f", rate, c.Loudness(), want)
		}
		peak := 20 * math.Log10(float64(c.TruePeak()))
		if want := field(t, summary, `Peak:\s+(-?[0-9.]+) dBFS`); math.Abs(peak-want) > 0.15 {
			t.Errorf("%d Hz: true peak %.2f dBTP, ffmpeg says %.1f", rate, peak, want)
		}
	}
}

func field(t *testing.T, out []byte, pattern string) float64 {
	t.Helper()
	m := regexp.MustCompile(pattern).FindSubmatch(out)
	if m == nil {
		t.Fatalf("no %s in %s", pattern, out)
	}
	v, err := strconv.ParseFloat(string(m[1]), 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func BenchmarkLoudness(b *testing.B) {
	c := syllables(22050)
	for b.Loop() {
		c.Loudness()
	}
	b.ReportMetric(c.Duration().Seconds()*float64(b.N)/b.Elapsed().Seconds(), "x-realtime")
}

func BenchmarkTruePeak(b *testing.B) {
	c := syllables(22050)
	for b.Loop() {
		c.TruePeak()
	}
	b.ReportMetric(c.Duration().Seconds()*float64(b.N)/b.Elapsed().Seconds(), "x-realtime")
}
