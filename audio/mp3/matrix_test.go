package mp3

import (
	"encoding/binary"
	"fmt"
	"math"
	"strings"
	"testing"

	"articast/audio"
)

// judges are programs that are not ours, with the arguments that make them read a whole file and say what they dislike.
var judges = []struct {
	name string
	args []string
}{
	{"mpg123", []string{"-t"}},
	{"ffmpeg", []string{"-v", "warning", "-err_detect", "crccheck+bitstream+buffer+explode", "-f", "null", "-", "-i"}},
	{"mp3val", nil},
}

// complaints returns the lines in which a judge finds fault with a file. It is no fault that a stream has no ID3 tags, or that
// it is so short that a judge doubts whether it is an MP3 at all.
func complaints(judge, out string) []string {
	var list []string
	for line := range strings.Lines(out) {
		lower := strings.ToLower(line)
		switch {
		case strings.Contains(lower, "no supported tags"), strings.Contains(lower, "too few mpeg frames"), strings.Contains(lower, "misdetection possible"):
		case judge == "ffmpeg", strings.Contains(lower, "warning"), strings.Contains(lower, "error"):
			list = append(list, strings.TrimSpace(line))
		}
	}
	return list
}

// TestEveryDecoderIsContentWithEveryConfig shows each rate and bitrate to the judges.
func TestEveryDecoderIsContentWithEveryConfig(t *testing.T) {
	all := configs()
	if testing.Short() {
		all = corners()
	}
	for _, judge := range judges {
		t.Run(judge.name, func(t *testing.T) {
			for _, c := range all {
				file, _ := encodeFile(t, c, voice(c.Rate, 7001))
				if bad := complaints(judge.name, tool(t, file, judge.name, judge.args...)); bad != nil {
					t.Errorf("%v: %q", c, bad)
				}
			}
		})
	}
}

// TestEveryDecoderIsContentWithHardInput shows input that is unkind to an encoder to the judges, at a rate of each version.
func TestEveryDecoderIsContentWithHardInput(t *testing.T) {
	inputs := hard(6000)
	for _, n := range []int{0, 1, 575, 577, 1153} {
		inputs[fmt.Sprintf("%d samples", n)] = voice(22050, n)
	}
	for _, judge := range judges {
		t.Run(judge.name, func(t *testing.T) {
			for name, in := range inputs {
				for _, c := range []Config{{Rate: 8000, Kbps: 32}, {Rate: 22050, Kbps: 64}, {Rate: 48000, Kbps: 64},
					{Rate: 8000, Kbps: 32, Reservoir: true}, {Rate: 22050, Kbps: 32, Reservoir: true}, {Rate: 48000, Kbps: 64, Reservoir: true}} {
					file, _ := encodeFile(t, c, in)
					if bad := complaints(judge.name, tool(t, file, judge.name, judge.args...)); bad != nil {
						t.Errorf("%s, %v: %q", name, c, bad)
					}
				}
			}
		})
	}
}

// ffmpeg returns the samples that ffmpeg decodes, which are not rounded to 16 bits and honour the Info header.
func ffmpeg(t *testing.T, file []byte) []float32 {
	t.Helper()
	pcm := []byte(tool(t, file, "ffmpeg", "-v", "error", "-f", "f32le", "-c:a", "pcm_f32le", "-", "-i"))
	out := make([]float32, len(pcm)/4)
	for i := range out {
		out[i] = math.Float32frombits(binary.LittleEndian.Uint32(pcm[4*i:]))
	}
	return out
}

// TestFFmpegHearsSinesAtTheirLevel asks a second decoder for what TestSinesKeepTheirLevelAndPlace asks of go-mp3, at the
// rates too that go-mp3 cannot decode.
func TestFFmpegHearsSinesAtTheirLevel(t *testing.T) {
	for _, rate := range testRates() {
		t.Run(fmt.Sprint(rate), func(t *testing.T) {
			for _, hz := range []float64{100, 440, 1000, 3000} {
				for _, amplitude := range []float64{0.9, 0.01} {
					in := sine(rate, hz, amplitude, 9000)
					for _, reservoir := range []bool{false, true} {
						file, _ := encodeFile(t, Config{Rate: rate, Kbps: 64, Reservoir: reservoir}, in)
						checkSine(t, rate, hz, amplitude, in, ffmpeg(t, file))
					}
				}
			}
		})
	}
}

// TestEveryDecoderDeliversEverySample checks lengths about the size of a granule and of a frame, at each rate. ffmpeg 5.1
// does not cut the padding off a sound that is shorter than a frame.
func TestEveryDecoderDeliversEverySample(t *testing.T) {
	for name, player := range map[string]func(*testing.T, []byte) []float32{"mpg123": mpg123, "ffmpeg": ffmpeg} {
		t.Run(name, func(t *testing.T) {
			for _, rate := range testRates() {
				for _, n := range []int{1, 577, 1153, 7001} {
					if name == "ffmpeg" && n < SamplesPerFrame(rate) {
						continue
					}
					for _, c := range []Config{{Rate: rate, Kbps: 64}, {Rate: rate, Kbps: 32, Reservoir: true}} {
						file, _ := encodeFile(t, c, voice(rate, n))
						if got := len(player(t, file)); got != n {
							t.Errorf("%d samples at %v come back as %d", n, c, got)
						}
					}
				}
			}
		})
	}
}

// checkSine compares a decoded tone with its source, away from its ends: its level within 0.1 dB, and its place.
func checkSine(t *testing.T, rate audio.SampleRate, hz, amplitude float64, in, got []float32) {
	t.Helper()
	if len(got) != len(in) {
		t.Fatalf("%v Hz at %d Hz: %d samples, want %d", hz, rate, len(got), len(in))
	}
	from, to := 2000, len(in)-2000
	if diff := rms(got[from:to]) - rms(in[from:to]); math.Abs(diff) > 0.1 {
		t.Errorf("%v Hz at %d Hz, amplitude %v, is %.2f dB off", hz, rate, amplitude, diff)
	}
	if got := snr(in[from:to], got[from:to]); got < 30 {
		t.Errorf("%v Hz at %d Hz, amplitude %v: SNR is %.1f dB", hz, rate, amplitude, got)
	}
}
