package aiff

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
)

// file puts an AIFF together; kind is "" for one that cannot be compressed. The rate is 22050 Hz.
func file(kind string, channels, frames, bits int, data []byte) []byte {
	form := "AIFF"
	comm := binary.BigEndian.AppendUint16(nil, uint16(channels))
	comm = binary.BigEndian.AppendUint32(comm, uint32(frames))
	comm = binary.BigEndian.AppendUint16(comm, uint16(bits))
	comm = append(comm, 0x40, 0x0d, 0xac, 0x44, 0, 0, 0, 0, 0, 0)
	if kind != "" {
		form = "AIFC"
		comm = append(comm, kind...)
	}
	body := []byte(form)
	for _, c := range []struct {
		id   string
		data []byte
	}{{"ANNO", []byte("odd")}, {"COMM", comm}, {"SSND", append(make([]byte, 8), data...)}} {
		body = append(body, c.id...)
		body = binary.BigEndian.AppendUint32(body, uint32(len(c.data)))
		body = append(body, c.data...)
		if len(c.data)%2 == 1 {
			body = append(body, 0)
		}
	}
	return append(binary.BigEndian.AppendUint32([]byte("FORM"), uint32(len(body))), body...)
}

func TestDecode(t *testing.T) {
	for _, c := range []struct {
		name string
		file []byte
		want []float32
	}{
		{"16 bits", file("", 1, 3, 16, []byte{0x40, 0, 0x80, 0, 0, 0}), []float32{0.5, -1, 0}},
		{"little-endian", file("sowt", 1, 2, 16, []byte{0, 0x40, 0, 0x80}), []float32{0.5, -1}},
		{"not compressed", file("NONE", 1, 1, 24, []byte{0xc0, 0, 0}), []float32{-0.5}},
		{"8 bits have a sign", file("", 1, 2, 8, []byte{0x40, 0xc0}), []float32{0.5, -0.5}},
		{"32 bits", file("", 1, 1, 32, []byte{0x20, 0, 0, 0}), []float32{0.25}},
		{"two channels are mixed", file("", 2, 1, 16, []byte{0x40, 0, 0, 0}), []float32{0.25}},
		{"bytes behind the frames are no sound", file("", 1, 1, 16, []byte{0x40, 0, 1, 1}), []float32{0.5}},
	} {
		t.Run(c.name, func(t *testing.T) {
			clip, err := Decode(bytes.NewReader(c.file))
			if err != nil || clip.Rate != 22050 || !slices.Equal(clip.Samples, c.want) {
				t.Errorf("%d Hz %v, %v, want 22050 Hz %v", clip.Rate, clip.Samples, err, c.want)
			}
		})
	}
}

func TestDecodeRefuses(t *testing.T) {
	for _, c := range []struct {
		name string
		file []byte
		want string
	}{
		{"nothing", nil, "not an AIFF file"},
		{"another kind of file", []byte("RIFF....WAVEfmt "), "not an AIFF file"},
		{"compressed sound", file("ima4", 1, 1, 16, []byte{0, 0}), `compressed as "ima4"`},
		{"no channels", file("", 0, 1, 16, []byte{0, 0}), "0 channels"},
		{"odd samples", file("", 1, 1, 12, []byte{0, 0}), "samples of 12 bits"},
		{"fewer frames than it says", file("", 1, 9, 16, []byte{0, 0}), "cut short"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if clip, err := Decode(bytes.NewReader(c.file)); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v, %v, want an error with %q", clip, err, c.want)
			}
		})
	}
}

func TestDecodeCutShort(t *testing.T) {
	whole := file("", 1, 3, 16, []byte{0x40, 0, 0x80, 0, 0, 0})
	for n := 12; n < len(whole); n++ {
		if clip, err := Decode(bytes.NewReader(whole[:n])); !errors.Is(err, io.ErrUnexpectedEOF) {
			t.Errorf("the first %d of %d bytes: %v, %v, want io.ErrUnexpectedEOF", n, len(whole), clip, err)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(file("", 1, 3, 16, []byte{0x40, 0, 0x80, 0, 0, 0}))
	f.Add(file("sowt", 2, 1, 16, []byte{0x40, 0, 0x80, 0}))
	f.Fuzz(func(t *testing.T, b []byte) {
		clip, err := Decode(bytes.NewReader(b))
		for _, s := range clip.Samples {
			if s < -1 || s > 1 {
				t.Fatalf("sample %v, %v", s, err)
			}
		}
	})
}
