package mp3

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"articast/audio"
)

// configs are all that the encoder accepts.
func configs() []Config {
	var list []Config
	for _, rate := range testRates() {
		for _, kbps := range Bitrates(rate) {
			list = append(list, Config{Rate: rate, Kbps: kbps}, Config{Rate: rate, Kbps: kbps, Reservoir: true})
		}
	}
	return list
}

// testRates are the rates to try: all, and with -short one of each version of the standard and the engines' own.
func testRates() []audio.SampleRate {
	if testing.Short() {
		return []audio.SampleRate{8000, 22050, 44100}
	}
	return rates()
}

// corners are the lowest, the default and the highest bitrate at each rate.
func corners() []Config {
	var list []Config
	for _, rate := range testRates() {
		kbps := Bitrates(rate)
		for _, k := range []int{kbps[0], DefaultKbps, kbps[len(kbps)-1]} {
			list = append(list, Config{Rate: rate, Kbps: k}, Config{Rate: rate, Kbps: k, Reservoir: true})
		}
	}
	return list
}

func (c Config) String() string {
	s := fmt.Sprintf("%dHz/%dkbps", c.Rate, c.Kbps)
	if c.Reservoir {
		s += "/reservoir"
	}
	return s
}

func TestEveryAcceptedConfigMakesASoundFile(t *testing.T) {
	for _, c := range configs() {
		t.Run(c.String(), func(t *testing.T) {
			const n = 7001
			file, stats := encodeFile(t, c, voice(c.Rate, n))
			sum, err := Verify(bytes.NewReader(file))
			if err != nil {
				t.Fatal(err)
			}
			if sum.Frames != stats.Frames || sum.Samples() != n || sum.Kbps != [2]int{c.Kbps, c.Kbps} {
				t.Errorf("walk finds %+v, encoder says %+v", sum, stats)
			}
			checkReservoir(t, c, file)
			if got, want := float64(stats.Bytes)*8/float64(stats.Frames*int64(SamplesPerFrame(c.Rate)))*float64(c.Rate)/1000, float64(c.Kbps); math.Abs(got-want) > want/50 {
				t.Errorf("%.2f kbps, want %v", got, want)
			}
		})
	}
}

func TestDecodedSoundIsTheInput(t *testing.T) {
	for _, c := range configs() {
		t.Run(c.String(), func(t *testing.T) {
			in := voice(c.Rate, 10000)
			file, _ := encodeFile(t, c, in)
			clip, err := Decode(bytes.NewReader(file))
			var refused *DecodeError
			if errors.As(err, &refused) {
				t.Skip(err)
			}
			if err != nil {
				t.Fatal(err)
			}
			checkSound(t, c, in, clip.Samples)
		})
	}
}

// mpg123 judges all rates, those that go-mp3 cannot decode too.
func TestMpg123HearsTheInput(t *testing.T) {
	for _, c := range corners() {
		t.Run(c.String(), func(t *testing.T) {
			in := voice(c.Rate, 10000)
			file, _ := encodeFile(t, c, in)
			got := mpg123(t, file)
			checkSound(t, c, in, got)
		})
	}
}

// checkSound compares decoded samples with their source.
func checkSound(t *testing.T, c Config, want, got []float32) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("got %d samples, want %d", len(got), len(want))
	}
	if got := snr(want, got); got < minSNR(c) {
		t.Errorf("SNR is %.1f dB, want %.1f", got, minSNR(c))
	}
}

// minSNR is a floor a little under what was measured on the test voice, by the bits for a second.
func minSNR(c Config) float64 {
	floor := 10.0
	for _, row := range []struct {
		kbps int
		dB   float64
	}{{48, 14}, {64, 18}, {96, 20}, {128, 21}} {
		if c.Kbps >= row.kbps {
			floor = row.dB
		}
	}
	return floor
}

func TestAnyNumberOfSamplesComesBack(t *testing.T) {
	c := Config{Rate: 22050, Kbps: 64}
	in := voice(c.Rate, 3000)
	for _, n := range []int{0, 1, 2, 46, 47, 48, 49, 95, 96, 575, 576, 577, 1151, 1152, 1153, 2999} {
		file, stats := encodeFile(t, c, in[:n])
		if clip := decode(t, file); len(clip.Samples) != n {
			t.Errorf("%d samples come back as %d", n, len(clip.Samples))
		}
		if n := stats.Padding; n < DecoderDelay || n >= DecoderDelay+SamplesPerFrame(c.Rate) {
			t.Errorf("%d samples: padding is %d", n, stats.Padding)
		}
	}
}

func TestWritesOfAnySizeMakeTheSameFile(t *testing.T) {
	for _, c := range []Config{{Rate: 22050}, {Rate: 22050, Reservoir: true}} {
		t.Run(c.String(), func(t *testing.T) { writeInParts(t, c, voice(c.Rate, 10000)) })
	}
}

func writeInParts(t *testing.T, c Config, in []float32) {
	var whole bytes.Buffer
	e, _ := NewEncoder(&whole, c)
	if err := errors.Join(e.Write(in), e.Close()); err != nil {
		t.Fatal(err)
	}
	for _, size := range []int{1, 7, 575, 576, 577, 4000} {
		var parts bytes.Buffer
		e, _ := NewEncoder(&parts, c)
		for rest := in; len(rest) > 0; {
			n := min(size, len(rest))
			if err := e.Write(rest[:n]); err != nil {
				t.Fatal(err)
			}
			rest = rest[n:]
		}
		if err := e.Close(); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(whole.Bytes(), parts.Bytes()) {
			t.Errorf("writes of %d samples make another file", size)
		}
	}
}

func TestSinesKeepTheirLevelAndPlace(t *testing.T) {
	for _, rate := range testRates()[1:] { // go-mp3 has no tables for 8 kHz
		for _, hz := range []float64{60, 100, 440, 1000, 3000, 6100} {
			if hz > float64(rate)*0.4 {
				continue
			}
			for _, amplitude := range []float64{1, 0.5, 0.01} {
				in := sine(rate, hz, amplitude, 9000)
				for _, reservoir := range []bool{false, true} {
					file, _ := encodeFile(t, Config{Rate: rate, Kbps: 64, Reservoir: reservoir}, in)
					checkSine(t, rate, hz, amplitude, in, decode(t, file).Samples)
				}
			}
		}
	}
}

// hard is input that is unkind to an encoder.
func hard(n int) map[string][]float32 {
	noise := rand.New(rand.NewPCG(3, 4))
	in := map[string][]float32{"silence": make([]float32, n), "DC": make([]float32, n), "noise": make([]float32, n), "clicks": make([]float32, n),
		"far too loud": sine(22050, 300, 50, n), "square": make([]float32, n), "not a number": make([]float32, n)}
	for i := range n {
		in["DC"][i] = 1
		in["noise"][i] = float32(2*noise.Float64() - 1)
		in["square"][i] = float32(1 - 2*(i/50%2))
		in["not a number"][i] = float32(math.NaN())
		if i%997 == 0 {
			in["clicks"][i] = 1
			in["not a number"][i] = float32(math.Inf(1 - 2*(i%2)))
		}
	}
	return in
}

func TestHardInputMakesAValidStream(t *testing.T) {
	for name, in := range hard(6000) {
		for _, c := range []Config{{Rate: 22050, Kbps: 64}, {Rate: 22050, Kbps: 32}, {Rate: 16000, Kbps: 160}, {Rate: 44100, Kbps: 32}, {Rate: 32000, Kbps: 320},
			{Rate: 22050, Kbps: 32, Reservoir: true}, {Rate: 16000, Kbps: 160, Reservoir: true}, {Rate: 48000, Kbps: 96, Reservoir: true}} {
			t.Run(name+"/"+c.String(), func(t *testing.T) {
				file, _ := encodeFile(t, c, in)
				checkReservoir(t, c, file)
				if _, err := Verify(bytes.NewReader(file)); err != nil {
					t.Fatal(err)
				}
				if got := decode(t, file); name == "silence" && got.Peak() > 0 {
					t.Errorf("silence has a peak of %v", got.Peak())
				}
			})
		}
	}
}

func TestLoudInputIsClampedNotWrapped(t *testing.T) {
	in := sine(22050, 300, 3, 22050)
	file, _ := encodeFile(t, Config{Rate: 22050, Kbps: 128}, in)
	for i, s := range decode(t, file).Samples[1000:21000] {
		if want := in[i+1000]; want > 1 && s < 0.5 || want < -1 && s > -0.5 {
			t.Fatalf("sample %d is %v, input was %v", i+1000, s, want)
		}
	}
}

func TestRefusedConfigsNameWhatIsAccepted(t *testing.T) {
	for _, c := range []struct {
		config Config
		want   string
	}{
		{Config{Rate: 22050, Kbps: 8}, "32, 40, 48"},
		{Config{Rate: 22050, Kbps: 65}, "32, 40, 48"},
		{Config{Rate: 22050, Kbps: 320}, "32, 40, 48"},
		{Config{Rate: 22050, Kbps: -1}, "32, 40, 48"},
		{Config{Rate: 22000, Kbps: 64}, "16000, 22050, 24000"},
		{Config{}, "16000, 22050, 24000"},
	} {
		_, err := NewEncoder(io.Discard, c.config)
		var config *ConfigError
		if !errors.As(err, &config) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v: error is %v", c.config, err)
		}
		if InfoFrame(c.config, Stats{}) != nil || InfoFrameSize(c.config) != 0 {
			t.Errorf("%v has an Info frame", c.config)
		}
	}
}

// brokenWriter fails when its bytes are used up.
type brokenWriter struct{ left int }

var errFull = errors.New("disk full")

func (w *brokenWriter) Write(p []byte) (int, error) {
	if w.left -= len(p); w.left < 0 {
		return 0, errFull
	}
	return len(p), nil
}

func TestWriteErrorsStay(t *testing.T) {
	for _, left := range []int{0, 5000} {
		e, err := NewEncoder(&brokenWriter{left: left}, Config{Rate: 22050})
		if err != nil {
			t.Fatal(err)
		}
		if err := e.Write(make([]float32, (maxBatches+2)*batchFrames*576)); !errors.Is(err, errFull) {
			t.Error("Write:", err)
		}
		if err := e.Write(make([]float32, 1)); !errors.Is(err, errFull) {
			t.Error("second Write:", err)
		}
		if err := e.Close(); !errors.Is(err, errFull) {
			t.Error("Close:", err)
		}
	}
	e, _ := NewEncoder(&brokenWriter{}, Config{Rate: 22050})
	if err := e.Close(); !errors.Is(err, errFull) {
		t.Error("Close alone:", err)
	}
}

// TestBytesDoNotDependOnProcessors codes one sound on one processor and on several.
func TestBytesDoNotDependOnProcessors(t *testing.T) {
	for _, c := range []Config{{Rate: 22050}, {Rate: 22050, Reservoir: true}} {
		t.Run(c.String(), func(t *testing.T) { useProcessors(t, c) })
	}
}

func useProcessors(t *testing.T, c Config) {
	var want []byte
	for _, processors := range []int{1, 2, 7} {
		previous := runtime.GOMAXPROCS(processors)
		got, _ := encodeFile(t, c, voice(22050, 10*22050+17))
		runtime.GOMAXPROCS(previous)
		if want == nil {
			want = got
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%d processors make other bytes", processors)
		}
	}
}

func TestClosedEncoderRefusesSamples(t *testing.T) {
	e, _ := NewEncoder(io.Discard, Config{Rate: 22050})
	if err := errors.Join(e.Close(), e.Close()); err != nil {
		t.Error(err)
	}
	if err := e.Write([]float32{0}); err == nil {
		t.Error("no error")
	}
}

// A player that honours the Info header delivers exactly the samples that were written.
func TestPlayersDeliverEverySample(t *testing.T) {
	const n = 50001
	file, _ := encodeFile(t, Config{Rate: 22050}, voice(22050, n))
	t.Run("mpg123", func(t *testing.T) {
		if got := len(tool(t, file, "mpg123", "-q", "-s")); got != 2*n {
			t.Errorf("%d bytes of samples, want %d", got, 2*n)
		}
	})
	t.Run("ffmpeg", func(t *testing.T) {
		out := tool(t, file, "ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0")
		seconds, err := strconv.ParseFloat(regexp.MustCompile(`[0-9.]+`).FindString(out), 64)
		if err != nil || math.Abs(seconds-float64(n)/22050) > 0.11 {
			t.Errorf("duration is %q", out)
		}
	})
}

func BenchmarkEncode(b *testing.B) {
	for _, c := range []Config{{Rate: 22050, Kbps: 64}, {Rate: 22050, Kbps: 64, Reservoir: true}, {Rate: 44100, Kbps: 128}} {
		b.Run(c.String(), func(b *testing.B) {
			in := voice(c.Rate, 10*int(c.Rate))
			b.ReportAllocs()
			for b.Loop() {
				e, _ := NewEncoder(io.Discard, c)
				if err := errors.Join(e.Write(in), e.Close()); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(10*float64(b.N)/b.Elapsed().Seconds(), "x-realtime")
		})
	}
}

// Any samples make a stream that verifies and has them all.
func FuzzEncode(f *testing.F) {
	for _, reservoir := range []bool{false, true} {
		f.Add(uint8(4), uint8(4), reservoir, []byte{})
		f.Add(uint8(0), uint8(0), reservoir, []byte{0xff, 0x7f, 0, 0x80, 1})
		f.Add(uint8(7), uint8(9), reservoir, bytes.Repeat([]byte{0xff, 0x7f, 0, 0x80}, 2000))
	}
	f.Add(uint8(4), uint8(0), true, append(make([]byte, 5000), bytes.Repeat([]byte{3, 1, 4, 1, 5, 9, 2, 6}, 1000)...))
	f.Fuzz(func(t *testing.T, rate, kbps uint8, reservoir bool, b []byte) {
		c := Config{Rate: rates()[int(rate)%9], Reservoir: reservoir}
		c.Kbps = Bitrates(c.Rate)[int(kbps)%len(Bitrates(c.Rate))]
		in := make([]float32, len(b)/2)
		for i := range in {
			in[i] = float32(int16(binary.LittleEndian.Uint16(b[2*i:]))) / 16384
		}
		file, _ := encodeFile(t, c, in)
		sum, err := Verify(bytes.NewReader(file))
		if err != nil || sum.Samples() != int64(len(in)) {
			t.Errorf("%v: %+v, %v", c, sum, err)
		}
		checkReservoir(t, c, file)
		clip, err := Decode(bytes.NewReader(file))
		var refused *DecodeError
		if !errors.As(err, &refused) && (err != nil || len(clip.Samples) != len(in)) {
			t.Errorf("%v: %v, %v", c, clip, err)
		}
	})
}
