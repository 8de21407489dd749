// Package wav writes mono clips as RIFF WAVE files and reads such files into clips.
package wav

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"

	"articast/audio"
)

// Format is how samples are stored.
type Format int

// The formats that are written. All that Decode reads is in its comment.
const (
	PCM16   Format = iota // 16-bit integers
	Float32               // IEEE 754, as the clip holds them
)

// Codes of the fmt chunk (mmreg.h).
const (
	codePCM        = 1
	codeFloat      = 3
	codeExtensible = 0xfffe
)

// HeaderSize is the length of a Header in bytes.
const HeaderSize = 44

const (
	maxData     = 1<<32 - 1 - HeaderSize
	sizeUnknown = 1<<32 - 1 // written by programs that stream
)

func (f Format) bytes() int {
	if f == Float32 {
		return 4
	}
	return 2
}

func (f Format) code() uint16 {
	if f == Float32 {
		return codeFloat
	}
	return codePCM
}

// Header returns what stands in front of data bytes of mono samples that more bytes of chunks follow. It fails where all of that
// is longer than the 4 GB that the format can say.
func Header(rate audio.SampleRate, f Format, data, more int64) ([]byte, error) {
	if rate <= 0 {
		return nil, fmt.Errorf("encode wav: sample rate %d Hz", rate)
	}
	if data+more > maxData {
		return nil, ErrTooLong
	}
	b := header(rate, f, uint32(data))
	binary.LittleEndian.PutUint32(b[4:], uint32(HeaderSize-8+data+more))
	return b, nil
}

// ErrTooLong says that a file would be longer than its 32-bit sizes can say.
var ErrTooLong = errors.New("encode wav: longer than 4 GB")

// Chunk returns a chunk to follow the samples: its name of four letters, its size, its content, and a zero behind an odd number of bytes.
func Chunk(name string, content []byte) []byte {
	b := append(make([]byte, 0, 8+len(content)+1), name...)
	b = binary.LittleEndian.AppendUint32(b, uint32(len(content)))
	b = append(b, content...)
	if len(content)%2 == 1 {
		b = append(b, 0)
	}
	return b
}

// header makes the HeaderSize bytes in front of the samples.
func header(rate audio.SampleRate, f Format, data uint32) []byte {
	b := make([]byte, 0, HeaderSize)
	b = append(b, "RIFF"...)
	b = binary.LittleEndian.AppendUint32(b, clampAdd(data, HeaderSize-8))
	b = append(b, "WAVEfmt "...)
	b = binary.LittleEndian.AppendUint32(b, 16)
	b = binary.LittleEndian.AppendUint16(b, f.code())
	b = binary.LittleEndian.AppendUint16(b, 1)
	b = binary.LittleEndian.AppendUint32(b, uint32(rate))
	b = binary.LittleEndian.AppendUint32(b, uint32(rate)*uint32(f.bytes()))
	b = binary.LittleEndian.AppendUint16(b, uint16(f.bytes()))
	b = binary.LittleEndian.AppendUint16(b, uint16(8*f.bytes()))
	b = append(b, "data"...)
	return binary.LittleEndian.AppendUint32(b, data)
}

func clampAdd(a, b uint32) uint32 {
	if a > math.MaxUint32-b {
		return math.MaxUint32
	}
	return a + b
}

// Encode writes a clip as a 16-bit WAV. Samples outside [-1, 1] are clamped.
func Encode(w io.Writer, c audio.Clip) error { return EncodeAs(w, c, PCM16) }

// EncodeAs writes a clip in a format.
func EncodeAs(w io.Writer, c audio.Clip, f Format) error {
	size := int64(len(c.Samples)) * int64(f.bytes())
	if size > maxData {
		return ErrTooLong
	}
	if c.Rate <= 0 {
		return fmt.Errorf("encode wav: sample rate %d Hz", c.Rate)
	}
	if _, err := w.Write(header(c.Rate, f, uint32(size))); err != nil {
		return fmt.Errorf("encode wav: %w", err)
	}
	return writeSamples(w, c.Samples, f)
}

// block is how many samples are converted at a time.
const block = 4096

func writeSamples(w io.Writer, samples []float32, f Format) error {
	buf := make([]byte, 0, block*f.bytes())
	for len(samples) > 0 {
		n := min(block, len(samples))
		if f == Float32 {
			buf = appendFloat32(buf[:0], samples[:n])
		} else {
			buf = audio.AppendPCM16(buf[:0], samples[:n])
		}
		if _, err := w.Write(buf); err != nil {
			return fmt.Errorf("encode wav: %w", err)
		}
		samples = samples[n:]
	}
	return nil
}

func appendFloat32(b []byte, samples []float32) []byte {
	for _, s := range samples {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(s))
	}
	return b
}

// Writer writes a WAV of a length not known before. Into an io.WriteSeeker it puts the true length at Close; into any other
// writer the mark of a stream, which Decode and most players take to mean "to the end".
type Writer struct {
	w    io.Writer
	rate audio.SampleRate
	f    Format
	size int64
	err  error
}

// NewWriter writes the header and returns a Writer.
func NewWriter(w io.Writer, rate audio.SampleRate, f Format) (*Writer, error) {
	if rate <= 0 {
		return nil, fmt.Errorf("encode wav: sample rate %d Hz", rate)
	}
	if _, err := w.Write(header(rate, f, sizeUnknown)); err != nil {
		return nil, fmt.Errorf("encode wav: %w", err)
	}
	return &Writer{w: w, rate: rate, f: f}, nil
}

// Write appends samples. After an error it returns that error for ever.
func (w *Writer) Write(samples []float32) error {
	if w.err != nil {
		return w.err
	}
	w.size += int64(len(samples)) * int64(w.f.bytes())
	if w.err = writeSamples(w.w, samples, w.f); w.err == nil && w.size > maxData {
		w.err = ErrTooLong
	}
	return w.err
}

// Close puts the length into the header where the writer can seek, and leaves the writer at its end. It does not close it.
func (w *Writer) Close() error {
	s, ok := w.w.(io.WriteSeeker)
	if w.err != nil || !ok {
		return w.err
	}
	// A pipe is a Seeker that cannot seek: it keeps the mark of a stream.
	if _, err := s.Seek(-w.size-HeaderSize, io.SeekCurrent); err != nil {
		return nil
	}
	if _, err := s.Write(header(w.rate, w.f, uint32(w.size))); err != nil {
		return fmt.Errorf("encode wav: %w", err)
	}
	if _, err := s.Seek(w.size, io.SeekCurrent); err != nil {
		return fmt.Errorf("encode wav: %w", err)
	}
	return nil
}
