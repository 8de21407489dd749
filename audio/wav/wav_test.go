package wav

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"math"
	"os"
	"path/filepath"
	"testing"

	"articast/audio"
)

// ramp returns n samples on the steps of 16 bits, both ends of the scale among them.
func ramp(n int) audio.Clip {
	c := audio.Clip{Rate: 22050, Samples: make([]float32, n)}
	for i := range c.Samples {
		c.Samples[i] = float32((i*7919)%65536-32768) / 32768
	}
	return c
}

func equal(t *testing.T, want, got audio.Clip) {
	t.Helper()
	if got.Rate != want.Rate || len(got.Samples) != len(want.Samples) {
		t.Fatalf("got %d samples at %d Hz, want %d at %d", len(got.Samples), got.Rate, len(want.Samples), want.Rate)
	}
	for i, s := range got.Samples {
		if s != want.Samples[i] {
			t.Fatalf("sample %d is %v, want %v", i, s, want.Samples[i])
		}
	}
}

func TestRoundTripIsExact(t *testing.T) {
	for _, n := range []int{0, 1, 3, block, block + 1, 70000} {
		for _, f := range []Format{PCM16, Float32} {
			var buf bytes.Buffer
			want := ramp(n)
			if err := EncodeAs(&buf, want, f); err != nil {
				t.Fatal(err)
			}
			if buf.Len() != HeaderSize+n*f.bytes() {
				t.Errorf("%d samples take %d bytes", n, buf.Len())
			}
			got, err := Decode(&buf)
			if err != nil {
				t.Fatalf("%d samples: %v", n, err)
			}
			equal(t, want, got)
		}
	}
}

func TestEncodeClampsAndNeverWraps(t *testing.T) {
	var buf bytes.Buffer
	in := []float32{2, 1, -1, -2, float32(math.Inf(1)), float32(math.Inf(-1)), float32(math.NaN())}
	if err := Encode(&buf, audio.Clip{Rate: 8000, Samples: in}); err != nil {
		t.Fatal(err)
	}
	want := []int16{32767, 32767, -32768, -32768, 32767, -32768, 0}
	for i, w := range want {
		if got := int16(binary.LittleEndian.Uint16(buf.Bytes()[HeaderSize+2*i:])); got != w {
			t.Errorf("%v is written as %d, want %d", in[i], got, w)
		}
	}
}

func TestEncodeRefusesAClipWithoutRate(t *testing.T) {
	if err := Encode(io.Discard, audio.Clip{}); err == nil {
		t.Error("no error")
	}
	if _, err := NewWriter(io.Discard, 0, PCM16); err == nil {
		t.Error("no error from NewWriter")
	}
}

// file builds a WAV by hand: a format chunk with the given fields, extra chunks, data.
func file(code uint16, channels int, bits int, extra, data []byte, size uint32) []byte {
	b := []byte("RIFF\xff\xff\xff\xffWAVEfmt ")
	b = binary.LittleEndian.AppendUint32(b, 16)
	b = binary.LittleEndian.AppendUint16(b, code)
	b = binary.LittleEndian.AppendUint16(b, uint16(channels))
	b = binary.LittleEndian.AppendUint32(b, 16000)
	b = binary.LittleEndian.AppendUint32(b, uint32(16000*channels*bits/8))
	b = binary.LittleEndian.AppendUint16(b, uint16(channels*bits/8))
	b = binary.LittleEndian.AppendUint16(b, uint16(bits))
	b = append(b, extra...)
	b = append(b, "data"...)
	b = binary.LittleEndian.AppendUint32(b, size)
	return append(b, data...)
}

func f64(v float64) []byte { return binary.LittleEndian.AppendUint64(nil, math.Float64bits(v)) }

func TestDecodeReadsOtherLayouts(t *testing.T) {
	odd := []byte("LIST\x03\x00\x00\x00abc\x00") // a chunk of odd size is followed by a zero
	for _, c := range []struct {
		name     string
		code     uint16
		channels int
		bits     int
		extra    []byte
		data     []byte
		want     []float32
	}{
		{"8 bits", codePCM, 1, 8, nil, []byte{0, 128, 192}, []float32{-1, 0, 0.5}},
		{"16 bits", codePCM, 1, 16, nil, []byte{0, 0x80, 0, 0x40}, []float32{-1, 0.5}},
		{"24 bits", codePCM, 1, 24, nil, []byte{0, 0, 0x80, 0, 0, 0x40}, []float32{-1, 0.5}},
		{"32 bits", codePCM, 1, 32, nil, []byte{0, 0, 0, 0x80, 0, 0, 0, 0x40}, []float32{-1, 0.5}},
		{"double", codeFloat, 1, 64, nil, append(f64(-0.25), f64(math.NaN())...), []float32{-0.25, 0}},
		{"stereo is mixed", codePCM, 2, 16, nil, []byte{0, 0x40, 0, 0, 0, 0x80, 0, 0x80}, []float32{0.25, -1}},
		{"chunk of odd size", codePCM, 1, 8, odd, []byte{192}, []float32{0.5}},
		{"no samples", codePCM, 1, 16, nil, nil, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, size := range []uint32{uint32(len(c.data)), sizeUnknown} {
				got, err := Decode(bytes.NewReader(file(c.code, c.channels, c.bits, c.extra, c.data, size)))
				if err != nil {
					t.Fatal(err)
				}
				equal(t, audio.Clip{Rate: 16000, Samples: c.want}, got)
			}
		})
	}
}

func TestDecodeReadsExtensibleFormat(t *testing.T) {
	ext := make([]byte, 24)
	binary.LittleEndian.PutUint16(ext[8:], codePCM)
	b := file(codeExtensible, 1, 16, ext, []byte{0, 0x40}, 2)
	b[16] = 40 // the format chunk's size covers the extension
	got, err := Decode(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	equal(t, audio.Clip{Rate: 16000, Samples: []float32{0.5}}, got)
}

func TestDecodeReadsNoFurtherThanTheSamples(t *testing.T) {
	var buf bytes.Buffer
	for _, n := range []int{100, 0, 7} {
		if err := Encode(&buf, ramp(n)); err != nil {
			t.Fatal(err)
		}
	}
	for _, n := range []int{100, 0, 7} {
		got, err := Decode(&buf)
		if err != nil {
			t.Fatal(err)
		}
		equal(t, ramp(n), got)
	}
}

func TestDecodeRefuses(t *testing.T) {
	good := file(codePCM, 1, 16, nil, []byte{1, 2, 3, 4}, 4)
	for _, c := range []struct {
		name  string
		in    []byte
		short bool // cut short rather than not understood
	}{
		{"nothing", nil, false},
		{"a web page", []byte("<!DOCTYPE html><html></html>"), false},
		{"samples cut short", good[:len(good)-2], true},
		{"a sample cut in half", good[:len(good)-1], true},
		{"header cut short", good[:30], true},
		{"size larger than the file", file(codePCM, 1, 16, nil, []byte{1, 2}, 1<<30), true},
		{"no channels", file(codePCM, 0, 16, nil, nil, 0), false},
		{"ADPCM", file(2, 1, 4, nil, nil, 0), false},
		{"12 bits", file(codePCM, 1, 12, nil, nil, 0), false},
		{"samples before their format", append([]byte("RIFF\x00\x00\x00\x00WAVEdata"), 0, 0, 0, 0), false},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Decode(bytes.NewReader(c.in))
			var format *FormatError
			if short := errors.Is(err, io.ErrUnexpectedEOF); err == nil || short != c.short || errors.As(err, &format) == c.short {
				t.Errorf("error is %v", err)
			}
		})
	}
}

func TestWriterPatchesTheLength(t *testing.T) {
	f, err := os.Create(filepath.Join(t.TempDir(), "a.wav"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	want := ramp(1000)
	write(t, f, want.Samples)
	b, err := os.ReadFile(f.Name())
	if err != nil {
		t.Fatal(err)
	}
	var whole bytes.Buffer
	if err := Encode(&whole, want); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(b, whole.Bytes()) {
		t.Error("a streamed file differs from one written at once")
	}
}

func TestWriterStreams(t *testing.T) {
	var buf bytes.Buffer
	write(t, &buf, ramp(1000).Samples)
	got, err := Decode(&buf)
	if err != nil {
		t.Fatal(err)
	}
	equal(t, ramp(1000), got)
}

func TestDecodeStreamTellsWhatShowsNoEnd(t *testing.T) {
	for size, want := range map[uint32]bool{4: false, 0: true, 0x7fffff00: true, 1<<32 - 1: true} {
		clip, open, err := DecodeStream(bytes.NewReader(file(codePCM, 1, 16, nil, []byte{1, 0, 2, 0}, size)))
		if err != nil || open != want || len(clip.Samples) != 2 {
			t.Errorf("size %#x: %v, open %v, %v", size, clip, open, err)
		}
	}
}

// write writes samples in three parts.
func write(t *testing.T, w io.Writer, samples []float32) {
	t.Helper()
	out, err := NewWriter(w, 22050, PCM16)
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range [][]float32{samples[:1], samples[1:500], samples[500:]} {
		if err := out.Write(part); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
}

// brokenWriter fails after n bytes.
type brokenWriter struct{ n int }

func (w *brokenWriter) Write(p []byte) (int, error) {
	if w.n -= len(p); w.n < 0 {
		return 0, io.ErrShortWrite
	}
	return len(p), nil
}

func TestWriteErrorsAreReported(t *testing.T) {
	for _, n := range []int{10, 100} {
		if err := Encode(&brokenWriter{n: n}, ramp(1000)); !errors.Is(err, io.ErrShortWrite) {
			t.Errorf("after %d bytes: %v", n, err)
		}
	}
	w, err := NewWriter(&brokenWriter{n: 100}, 8000, PCM16)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Write(make([]float32, 100)); !errors.Is(err, io.ErrShortWrite) {
		t.Error(err)
	}
	if err := w.Close(); !errors.Is(err, io.ErrShortWrite) {
		t.Error("Close forgot the error:", err)
	}
}

func FuzzWAV(f *testing.F) {
	var buf bytes.Buffer
	if err := Encode(&buf, ramp(20)); err != nil {
		f.Fatal(err)
	}
	f.Add(buf.Bytes())
	f.Add(file(codeFloat, 2, 64, nil, make([]byte, 64), sizeUnknown))
	f.Add(file(codePCM, 1, 24, []byte("LIST\x03\x00\x00\x00abc\x00"), make([]byte, 30), 30))
	f.Add(file(codeExtensible, 3, 32, make([]byte, 24), nil, 0))
	f.Fuzz(func(t *testing.T, b []byte) {
		c, err := Decode(bytes.NewReader(b))
		if err != nil {
			return
		}
		if len(c.Samples) > len(b) {
			t.Errorf("%d samples out of %d bytes", len(c.Samples), len(b))
		}
		var again bytes.Buffer
		if err := EncodeAs(&again, c, Float32); err != nil {
			t.Fatal(err)
		}
		d, err := Decode(&again)
		if err != nil {
			t.Fatal(err)
		}
		equal(t, c, d)
	})
}

func BenchmarkDecode(b *testing.B) {
	var buf bytes.Buffer
	c := ramp(22050 * 10)
	if err := Encode(&buf, c); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(buf.Len()))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Decode(bytes.NewReader(buf.Bytes())); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(c.Duration().Seconds()*float64(b.N)/b.Elapsed().Seconds(), "x-realtime")
}

// TestHeaderAndChunk builds a file with a chunk behind its samples.
func TestHeaderAndChunk(t *testing.T) {
	want := ramp(301)
	data := audio.AppendPCM16(nil, want.Samples)
	chunk := Chunk("note", []byte("odd"))
	if string(chunk) != "note\x03\x00\x00\x00odd\x00" {
		t.Errorf("the chunk is %q", chunk)
	}
	head, err := Header(want.Rate, PCM16, int64(len(data)), int64(len(chunk)))
	if err != nil {
		t.Fatal(err)
	}
	file := append(append(head, data...), chunk...)
	if size := binary.LittleEndian.Uint32(file[4:]); int(size) != len(file)-8 || len(head) != HeaderSize {
		t.Errorf("a file of %d bytes says %d", len(file), size+8)
	}
	got, err := Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	equal(t, want, got)
	for _, c := range []struct {
		rate       audio.SampleRate
		data, more int64
	}{{0, 2, 0}, {8000, 1 << 32, 0}, {8000, 1<<32 - 100, 100}} {
		if _, err := Header(c.rate, PCM16, c.data, c.more); err == nil || (c.rate != 0) != errors.Is(err, ErrTooLong) {
			t.Errorf("%+v: %v", c, err)
		}
	}
}
