package piper

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"slices"
	"testing"

	"articast/audio"
)

// patched returns a sound WAV with bytes replaced.
func patched(at int, b ...byte) []byte {
	w := fakeWAV(22050, []int16{0, 16384, -32768, 32767})
	copy(w[at:], b)
	return w
}

var wavCases = []struct {
	name string
	in   []byte
	ok   bool
}{
	{"sound", patched(0), true},
	{"no samples", fakeWAV(16000, nil), true},
	{"nothing", nil, false},
	{"half a header", patched(0)[:30], false},
	{"half the samples", patched(0)[:47], false},
	{"not RIFF", patched(0, 'R', 'I', 'F', 'X'), false},
	{"not WAVE", patched(8, 'A'), false},
	{"no data chunk", patched(36, 'L', 'I', 'S', 'T'), false},
	{"stereo", patched(22, 2), false},
	{"float", patched(20, 3), false},
	{"8 bits", patched(34, 8), false},
	{"no rate", patched(24, 0, 0, 0, 0), false},
	{"absurd rate", patched(24, 0, 0, 0, 1), false},
	{"absurd length", patched(40, 0, 0, 0, 0xff), false},
	{"odd length", patched(40, 7), false},
}

func TestReadWAV(t *testing.T) {
	for _, c := range wavCases {
		clip, err := readWAV(bytes.NewReader(c.in))
		if (err == nil) != c.ok {
			t.Errorf("%s: %v, %v", c.name, clip, err)
		}
	}
	clip, err := readWAV(bytes.NewReader(patched(0)))
	want := []float32{0, 0.5, -1, 32767.0 / 32768}
	if err != nil || clip.Rate != 22050 || !slices.Equal(clip.Samples, want) {
		t.Errorf("%v %v, %v, want %v", clip, clip.Samples, err, want)
	}
	if _, err := readWAV(bytes.NewReader(nil)); err != io.EOF {
		t.Errorf("nothing: %v, want EOF", err)
	}
	if _, err := readWAV(bytes.NewReader(patched(0)[:44])); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("a header alone: %v, want unexpected EOF", err)
	}
}

func FuzzReadWAV(f *testing.F) {
	for _, c := range wavCases {
		f.Add(c.in)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		r := bytes.NewReader(b)
		clip, err := readWAV(r)
		if err != nil {
			return
		}
		if clip.Rate <= 0 || len(b)-r.Len() != wavHeader+2*len(clip.Samples) {
			t.Fatalf("%v from %d bytes, of which %d are left", clip, len(b), r.Len())
		}
		for _, s := range clip.Samples {
			if s < -1 || s >= 1 {
				t.Fatalf("sample %v", s)
			}
		}
	})
}

// TestTuneTail reads the bytes back as protobuf fields.
func TestTuneTail(t *testing.T) {
	field := func(b []byte) (number uint64, value, rest []byte) {
		key, n := binary.Uvarint(b)
		size, m := binary.Uvarint(b[n:])
		if key&7 != 2 || n <= 0 || m <= 0 || int(size) > len(b)-n-m {
			t.Fatalf("no length-delimited field: % x", b)
		}
		return key >> 3, b[n+m : n+m+int(size)], b[n+m+int(size):]
	}
	number, entry, rest := field(tuneTail())
	if number != 14 || len(rest) != 0 {
		t.Errorf("field %d, %d bytes behind it", number, len(rest))
	}
	k, key, entry := field(entry)
	v, value, entry := field(entry)
	if k != 1 || string(key) != "ort_config" || v != 2 || string(value) != tuneConfig || len(entry) != 0 {
		t.Errorf("%d: %q, %d: %q, % x", k, key, v, value, entry)
	}
}

func TestJoin(t *testing.T) {
	const rate = audio.SampleRate(100) // 20 samples of silence behind a sentence
	clip := func(voice, zeros int) audio.Clip {
		s := make([]float32, voice+zeros)
		for i := range s[:voice] {
			s[i] = 1
		}
		return audio.Clip{Rate: rate, Samples: s}
	}
	for _, c := range []struct{ voice, zeros, want int }{{5, 20, 5}, {5, 0, 5}, {5, 7, 5}, {5, 30, 15}, {0, 20, 0}} {
		if got := join(audio.Clip{}, clip(c.voice, c.zeros), 0); len(got.Samples) != c.want || got.Rate != rate {
			t.Errorf("%d and %d zeros: %d samples, want %d", c.voice, c.zeros, len(got.Samples), c.want)
		}
	}
	if got := join(clip(3, 0), clip(4, 20), sentenceSilence); len(got.Samples) != 3+4+20 {
		t.Errorf("%d samples", len(got.Samples))
	}
}
