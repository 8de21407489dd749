package mp3

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"testing"
)

// LAME's streams have a bit reservoir, and these are the rates and bitrates that go-mp3 alone gets wrong.
func TestDecodeEqualsMpg123OnLAMEStreams(t *testing.T) {
	for _, c := range []Config{
		{Rate: 22050, Kbps: 32}, {Rate: 22050, Kbps: 64}, {Rate: 22050, Kbps: 80}, {Rate: 22050, Kbps: 96}, {Rate: 22050, Kbps: 144},
		{Rate: 11025, Kbps: 32}, {Rate: 12000, Kbps: 32}, {Rate: 24000, Kbps: 64}, {Rate: 44100, Kbps: 96},
	} {
		t.Run(c.String(), func(t *testing.T) {
			file := lame(t, wavOf(t, voice(c.Rate, 40000), c.Rate), "--cbr", "-b", fmt.Sprint(c.Kbps), "--resample", fmt.Sprint(float64(c.Rate)/1000))
			sum, err := Walk(bytes.NewReader(file), nil)
			if err != nil || sum.NeedsPrevious == 0 {
				t.Fatalf("no reservoir is used: %+v, %v", sum, err)
			}
			same(t, decode(t, file).Samples, mpg123(t, file), sum.Info != nil)
		})
	}
}

// same compares with the samples of mpg123, which may cut off what belongs to the codec by itself.
func same(t *testing.T, got, want []float32, trimmed bool) {
	t.Helper()
	if trimmed && len(got) != len(want) {
		t.Fatalf("%d samples, mpg123 has %d", len(got), len(want))
	}
	got, want = got[max(0, len(got)-len(want)):], want[max(0, len(want)-len(got)):]
	for i := range got {
		if d := math.Abs(float64(got[i] - want[i])); d > 3.0/32768 {
			t.Fatalf("sample %d is %v, mpg123 has %v", i, got[i], want[i])
		}
	}
}

// What is rewritten must sound the same to the bit: mpg123 is the judge.
func TestRewrittenFramesDecodeToTheSame(t *testing.T) {
	for _, c := range []Config{{Rate: 22050, Kbps: 32}, {Rate: 24000, Kbps: 64}, {Rate: 44100, Kbps: 96}, {Rate: 11025, Kbps: 32}, {Rate: 8000, Kbps: 24}} {
		t.Run(c.String(), func(t *testing.T) {
			file := lame(t, wavOf(t, voice(c.Rate, 40000), c.Rate), "-t", "--cbr", "-b", fmt.Sprint(c.Kbps), "--resample", fmt.Sprint(float64(c.Rate)/1000))
			again := rewriteAll(t, file)
			sum, err := Walk(bytes.NewReader(again), nil)
			if err != nil || sum.NeedsPrevious > 0 || sum.GarbageBytes > 0 {
				t.Fatalf("%+v, %v", sum, err)
			}
			want := mpg123(t, file)
			got := mpg123(t, again)
			if len(got) != len(want) {
				t.Fatalf("%d samples, want %d", len(got), len(want))
			}
			for i := range got {
				if got[i] != want[i] {
					t.Fatalf("sample %d is %v, want %v", i, got[i], want[i])
				}
			}
		})
	}
}

// rewriteAll makes all frames of a file stand alone.
func rewriteAll(t *testing.T, file []byte) []byte {
	t.Helper()
	var r rewriter
	var out bytes.Buffer
	if _, err := Walk(bytes.NewReader(file), func(f Frame) error {
		frame, ok := r.rewrite(f.Header, f.Data, f.Header)
		if !ok {
			return errors.New("no room")
		}
		out.Write(frame)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// A frame whose data began before a cut is silent, and so is nothing after it.
func TestRewriteAfterACut(t *testing.T) {
	file := lame(t, wavOf(t, voice(22050, 40000), 22050), "-t", "--cbr", "-b", "32")
	var starts []int64
	if _, err := Walk(bytes.NewReader(file), func(f Frame) error { starts = append(starts, f.Offset); return nil }); err != nil {
		t.Fatal(err)
	}
	got := decode(t, file[starts[20]:]).Samples
	want := decode(t, file).Samples
	tail := len(got) / 2
	same(t, got[len(got)-tail:], want[len(want)-tail:], true)
}

func TestDecodeRefusesWhatItCannot(t *testing.T) {
	changed, _ := encodeFile(t, Config{Rate: 22050}, voice(22050, 5000))
	other, _ := encodeFile(t, Config{Rate: 44100}, voice(44100, 5000))
	narrow, _ := encodeFile(t, Config{Rate: 8000, Kbps: 32}, voice(8000, 5000))
	for name, in := range map[string][]byte{"8 kHz": narrow, "two formats": cat(changed, other)} {
		var refused *DecodeError
		if _, err := Decode(bytes.NewReader(in)); !errors.As(err, &refused) {
			t.Errorf("%s: error is %v", name, err)
		}
	}
	if _, err := Decode(bytes.NewReader([]byte("no sound"))); err == nil {
		t.Error("no error for a text")
	}
}

// mpg123 returns the samples that mpg123 decodes.
func mpg123(t *testing.T, file []byte) []float32 {
	t.Helper()
	pcm := []byte(tool(t, file, "mpg123", "-q", "-s"))
	out := make([]float32, len(pcm)/2)
	for i := range out {
		out[i] = float32(int16(uint16(pcm[2*i])|uint16(pcm[2*i+1])<<8)) / 32768
	}
	return out
}
