package mp3

import (
	"bytes"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"articast/audio"
	"articast/audio/wav"
)

// sine returns n samples of a tone.
func sine(rate audio.SampleRate, hz, amplitude float64, n int) []float32 {
	out := make([]float32, n)
	for i := range out {
		out[i] = float32(amplitude * math.Sin(2*math.Pi*hz*float64(i)/float64(rate)))
	}
	return out
}

// voice returns n samples with the structure of speech: a gliding harmonic tone in syllables, with hiss between them.
func voice(rate audio.SampleRate, n int) []float32 {
	out := make([]float32, n)
	noise := rand.New(rand.NewPCG(1, 2))
	var phase float64
	for i := range out {
		t := float64(i) / float64(rate)
		phase += 2 * math.Pi * (120 + 30*math.Sin(2*math.Pi*0.7*t)) / float64(rate)
		syllable := math.Max(0, math.Sin(2*math.Pi*3*t))
		var s float64
		for k := 1; k <= 20; k++ {
			s += math.Sin(float64(k)*phase) / float64(k)
		}
		hiss := (noise.Float64() - 0.5) * math.Max(0, -math.Sin(2*math.Pi*3*t)) * 0.1
		out[i] = float32(0.2*s*syllable + hiss)
	}
	return out
}

// encodeFile returns a whole file: Info frame and audio frames.
func encodeFile(t testing.TB, c Config, samples []float32) ([]byte, Stats) {
	t.Helper()
	var buf bytes.Buffer
	e, err := NewEncoder(&buf, c)
	if err != nil {
		t.Fatal(err)
	}
	if err := e.Write(samples); err != nil {
		t.Fatal(err)
	}
	if err := e.Close(); err != nil {
		t.Fatal(err)
	}
	return append(InfoFrame(c, e.Stats()), buf.Bytes()...), e.Stats()
}

// decode decodes with Decode.
func decode(t testing.TB, file []byte) audio.Clip {
	t.Helper()
	clip, err := Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	return clip
}

// snr returns the signal to noise ratio of got in dB, at the gain that suits it best.
func snr(want, got []float32) float64 {
	var wg, gg, ww float64
	for i, w := range want {
		wg += float64(w) * float64(got[i])
		gg += float64(got[i]) * float64(got[i])
		ww += float64(w) * float64(w)
	}
	gain := wg / gg
	return 10 * math.Log10(ww/(ww-2*gain*wg+gain*gain*gg))
}

// rms returns the root mean square of the samples in dB of full scale.
func rms(samples []float32) float64 {
	var sum float64
	for _, s := range samples {
		sum += float64(s) * float64(s)
	}
	return 10 * math.Log10(sum/float64(len(samples)))
}

// tool runs a program on a file, and skips the test where the program is not installed.
func tool(t *testing.T, file []byte, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Skip(name, "is not installed")
	}
	path := filepath.Join(t.TempDir(), "a.mp3")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(name, append(args, path)...).CombinedOutput()
	if err != nil {
		t.Errorf("%s: %v: %s", name, err, out)
	}
	return string(out)
}

// wavOf returns samples as a WAV file, for encoders that want one.
func wavOf(t testing.TB, samples []float32, rate audio.SampleRate) []byte {
	t.Helper()
	var buf bytes.Buffer
	if err := wav.Encode(&buf, audio.Clip{Rate: rate, Samples: samples}); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// lame encodes a WAV file with LAME, and skips the test where it is not installed.
func lame(t *testing.T, wavFile []byte, args ...string) []byte {
	t.Helper()
	if _, err := exec.LookPath("lame"); err != nil {
		t.Skip("lame is not installed")
	}
	in, out := filepath.Join(t.TempDir(), "a.wav"), filepath.Join(t.TempDir(), "a.mp3")
	if err := os.WriteFile(in, wavFile, 0o600); err != nil {
		t.Fatal(err)
	}
	if msg, err := exec.Command("lame", append(append([]string{"--silent", "-m", "m"}, args...), in, out)...).CombinedOutput(); err != nil {
		t.Fatalf("lame: %v: %s", err, msg)
	}
	file, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	return file
}
