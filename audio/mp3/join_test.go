package mp3

import (
	"bytes"
	"errors"
	"io"
	"math"
	"testing"

	"articast/audio"
)

// alone encodes samples for a Joiner.
func alone(t testing.TB, c Config, samples []float32) []byte {
	t.Helper()
	frames, err := EncodeAlone(c, samples)
	if err != nil {
		t.Fatal(err)
	}
	return frames
}

// joined puts stretches of samples into a stream, with nPause silent frames after each, and returns the file and where each
// stretch begins.
func joined(t testing.TB, c Config, stretches [][]float32, nPause int64) (file []byte, starts []int) {
	t.Helper()
	var out bytes.Buffer
	j, err := NewJoiner(&out, c)
	if err != nil {
		t.Fatal(err)
	}
	end := 0
	for _, s := range stretches {
		start := int(j.Frames()) * SamplesPerFrame(c.Rate)
		starts = append(starts, start)
		end = start + len(s)
		if err := errors.Join(j.Add(alone(t, c, s)), j.Silence(nPause)); err != nil {
			t.Fatal(err)
		}
	}
	return append(InfoFrame(c, j.Stats(int64(end))), out.Bytes()...), starts
}

func TestJoinedStretchesAreInTheirPlaces(t *testing.T) {
	for _, c := range []Config{{Rate: 22050, Kbps: 64}, {Rate: 22050, Kbps: 48}, {Rate: 24000, Kbps: 64}, {Rate: 44100, Kbps: 128}} {
		for _, pause := range []int64{0, 1, 7} {
			speech := voice(c.Rate, 40000)
			stretches := [][]float32{speech[:9000], speech[9000:9001], speech[9001:30000], nil, speech[30000:]}
			file, starts := joined(t, c, stretches, pause)
			sum, err := Verify(bytes.NewReader(file))
			if err != nil {
				t.Fatal(err)
			}
			got := decode(t, file).Samples
			want := make([]float32, len(got))
			for i, s := range stretches {
				copy(want[starts[i]:], s)
			}
			if got := snr(want, got); got < minSNR(c) {
				t.Errorf("%v, %d frames between: SNR is %.1f dB", c, pause, got)
			}
			if last := starts[4] + len(stretches[4]); pause == 0 && len(got) != last {
				t.Errorf("%v: %d samples are delivered, want %d: %v", c, len(got), last, sum.Info)
			}
		}
	}
}

// A joined stream has the padding of its bitrate, as if it had been encoded at once.
func TestJoinedStreamKeepsItsBitrate(t *testing.T) {
	c := Config{Rate: 22050, Kbps: 64}
	var stretches [][]float32
	for n := range 40 {
		stretches = append(stretches, voice(c.Rate, 1000+n))
	}
	file, _ := joined(t, c, stretches, 1)
	sum, err := Verify(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	seconds := float64(sum.Frames) * 576 / 22050
	if kbps := float64(len(file)-InfoFrameSize(c)) * 8 / seconds / 1000; math.Abs(kbps-64) > 0.05 {
		t.Errorf("%.3f kbps", kbps)
	}
	one := alone(t, c, stretches[0])
	again, _ := joined(t, c, stretches[:1], 0)
	if !bytes.Equal(one, again[InfoFrameSize(c):]) {
		t.Error("one stretch alone is changed by joining")
	}
}

func TestSilentFramesAreSilent(t *testing.T) {
	for _, rate := range []audio.SampleRate{22050, 44100} {
		c := Config{Rate: rate, Kbps: 64}
		var out bytes.Buffer
		j, err := NewJoiner(&out, c)
		if err != nil {
			t.Fatal(err)
		}
		if err := j.Silence(50); err != nil {
			t.Fatal(err)
		}
		s := j.Stats(1000)
		if got := decode(t, append(InfoFrame(c, s), out.Bytes()...)); got.Peak() != 0 || int64(len(got.Samples)) != s.Samples {
			t.Errorf("%v, peak %v, stats %+v", got, got.Peak(), s)
		}
	}
}

func TestJoinerRefusesOtherFrames(t *testing.T) {
	c := Config{Rate: 22050, Kbps: 64}
	good := alone(t, c, voice(c.Rate, 5000))
	reservoir := bytes.Clone(good)
	reservoir[HeaderSize] = 10
	used := bytes.Clone(good)
	for at := 0; at < len(used); {
		h, _ := ParseHeader(used[at:])
		at += h.Size()
		if h.Padding {
			used[at-1] = 1
		}
	}
	for name, in := range map[string][]byte{
		"cut short":         good[:len(good)-1],
		"garbage":           []byte("no frame at all"),
		"another bitrate":   alone(t, Config{Rate: 22050, Kbps: 80}, nil),
		"another rate":      alone(t, Config{Rate: 24000, Kbps: 64}, nil),
		"data before it":    reservoir,
		"padding with data": used,
	} {
		var out bytes.Buffer
		j, err := NewJoiner(&out, c)
		if err != nil {
			t.Fatal(err)
		}
		var refused *JoinError
		if err := j.Add(in); !errors.As(err, &refused) || out.Len() > 0 {
			t.Errorf("%s: error is %v, %d bytes written", name, err, out.Len())
		}
	}
	if _, err := NewJoiner(io.Discard, Config{Rate: 1}); err == nil {
		t.Error("no error for a rate that does not exist")
	}
	if _, err := EncodeAlone(Config{Rate: 1}, nil); err == nil {
		t.Error("no error for a rate that does not exist")
	}
}

// What is kept to be joined stands alone: a reservoir is refused before anything is made, and so are the frames of one.
func TestJoinerRefusesAReservoir(t *testing.T) {
	c := Config{Rate: 22050, Kbps: 32, Reservoir: true}
	if _, err := EncodeAlone(c, nil); !errors.Is(err, ErrReservoir) {
		t.Error("EncodeAlone:", err)
	}
	if _, err := NewJoiner(io.Discard, c); !errors.Is(err, ErrReservoir) {
		t.Error("NewJoiner:", err)
	}
	file, _ := encodeFile(t, c, voice(c.Rate, 10000))
	c.Reservoir = false
	j, err := NewJoiner(io.Discard, c)
	if err != nil {
		t.Fatal(err)
	}
	var refused *JoinError
	if err := j.Add(file[InfoFrameSize(c):]); !errors.As(err, &refused) {
		t.Error("Add:", err)
	}
}

func TestJoinerKeepsWriteErrors(t *testing.T) {
	c := Config{Rate: 22050, Kbps: 64}
	j, err := NewJoiner(&brokenWriter{left: 300}, c)
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := j.Add(alone(t, c, voice(c.Rate, 5000))); !errors.Is(err, errFull) {
			t.Error(err)
		}
	}
	if err := j.Silence(1); !errors.Is(err, errFull) {
		t.Error(err)
	}
}

func BenchmarkJoin(b *testing.B) {
	c := Config{Rate: 22050, Kbps: 64}
	frames := alone(b, c, voice(c.Rate, 22050*10))
	j, err := NewJoiner(io.Discard, c)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(frames)))
	for b.Loop() {
		if err := j.Add(frames); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(10*float64(b.N)/b.Elapsed().Seconds(), "x-realtime")
}
