// Package aiff reads AIFF and AIFF-C, what programs of macOS write: the bytes of a file go in, a Clip comes out.
//
// Ref: Audio Interchange File Format 1.3, Apple 1989; AIFF-C draft, Apple 1991.
package aiff

import (
	"encoding/binary"
	"fmt"
	"io"
	"math"

	"articast/audio"
)

// Limits of what Decode takes.
const (
	maxFile     = 1 << 30 // bytes
	maxChannels = 32
	minRate     = 1000
	maxRate     = 768000
)

// FormatError reports a file that is no AIFF or that stores its samples in a way that Decode does not read.
type FormatError struct {
	Reason string
}

// Error gives the reason.
func (e *FormatError) Error() string { return "decode aiff: " + e.Reason }

// layout is what a COMM chunk says.
type layout struct {
	channels int
	frames   uint32
	bits     int
	rate     audio.SampleRate
	order    binary.ByteOrder
}

// Decode reads an AIFF or an AIFF-C that is not compressed, integers of 8, 16, 24 or 32 bits, of which all channels are
// mixed into one. One that is cut short is an error that wraps io.ErrUnexpectedEOF; all else is a *FormatError.
func Decode(r io.Reader) (audio.Clip, error) {
	file, err := io.ReadAll(io.LimitReader(r, maxFile+1))
	switch {
	case err != nil:
		return audio.Clip{}, fmt.Errorf("decode aiff: %w", err)
	case len(file) > maxFile:
		return audio.Clip{}, &FormatError{Reason: "too large"}
	case len(file) < 12 || string(file[:4]) != "FORM" || string(file[8:12]) != "AIFF" && string(file[8:12]) != "AIFC":
		return audio.Clip{}, &FormatError{Reason: "not an AIFF file"}
	}
	var l *layout
	var samples []byte
	for rest := file[12:]; l == nil || samples == nil; {
		id, body, after, err := chunk(rest)
		if err != nil {
			return audio.Clip{}, err
		}
		switch id {
		case "COMM":
			if l, err = readLayout(body, string(file[8:12]) == "AIFC"); err != nil {
				return audio.Clip{}, err
			}
		case "SSND":
			if samples, err = soundData(body); err != nil {
				return audio.Clip{}, err
			}
		}
		rest = after
	}
	return l.decode(samples)
}

func cutShort() error { return fmt.Errorf("decode aiff: cut short: %w", io.ErrUnexpectedEOF) }

// chunk returns the first chunk of b, and what is behind it. Chunks of odd length have a byte of padding.
func chunk(b []byte) (id string, body, rest []byte, err error) {
	if len(b) < 8 {
		return "", nil, nil, cutShort()
	}
	size := int64(binary.BigEndian.Uint32(b[4:]))
	if size > int64(len(b)-8) {
		return "", nil, nil, cutShort()
	}
	body, rest = b[8:8+size], b[8+size:]
	if size%2 == 1 && len(rest) > 0 {
		rest = rest[1:]
	}
	return string(b[:4]), body, rest, nil
}

// soundData leaves out offset and block size in front of the samples.
func soundData(body []byte) ([]byte, error) {
	if len(body) < 8 {
		return nil, &FormatError{Reason: "its sound has no head"}
	}
	offset := int64(binary.BigEndian.Uint32(body))
	if offset > int64(len(body)-8) {
		return nil, &FormatError{Reason: "its sound begins behind its end"}
	}
	return body[8+offset:], nil
}

func readLayout(b []byte, compressible bool) (*layout, error) {
	if len(b) < 18 || compressible && len(b) < 22 {
		return nil, &FormatError{Reason: "its format is cut short"}
	}
	l := &layout{
		channels: int(binary.BigEndian.Uint16(b)),
		frames:   binary.BigEndian.Uint32(b[2:]),
		bits:     int(binary.BigEndian.Uint16(b[6:])),
		order:    binary.BigEndian,
	}
	rate := extended(b[8:18])
	if !(rate >= minRate && rate <= maxRate) { // so written for NaN
		return nil, &FormatError{Reason: fmt.Sprintf("sample rate of %g Hz", rate)}
	}
	l.rate = audio.SampleRate(math.Round(rate))
	if compressible {
		switch kind := string(b[18:22]); kind {
		case "NONE", "twos":
		case "sowt":
			l.order = binary.LittleEndian
		default:
			return nil, &FormatError{Reason: fmt.Sprintf("compressed as %q", kind)}
		}
	}
	if l.channels < 1 || l.channels > maxChannels {
		return nil, &FormatError{Reason: fmt.Sprintf("%d channels", l.channels)}
	}
	if l.bits != 8 && l.bits != 16 && l.bits != 24 && l.bits != 32 {
		return nil, &FormatError{Reason: fmt.Sprintf("samples of %d bits", l.bits)}
	}
	return l, nil
}

// extended reads a number of 80 bits: sign, 15 bits of exponent, 64 of significand.
func extended(b []byte) float64 {
	exponent := int(binary.BigEndian.Uint16(b))
	return math.Ldexp(float64(binary.BigEndian.Uint64(b[2:])), exponent-16383-63) // negative ones come out as too large
}

func (l layout) decode(data []byte) (audio.Clip, error) {
	bytes := l.bits / 8
	width := int64(bytes * l.channels)
	if int64(l.frames)*width > int64(len(data)) {
		return audio.Clip{}, cutShort()
	}
	clip := audio.Clip{Rate: l.rate, Samples: make([]float32, l.frames)}
	for i := range clip.Samples {
		frame, sum := data[int64(i)*width:], 0.0
		for c := range l.channels {
			sum += l.sample(frame[c*bytes : (c+1)*bytes])
		}
		clip.Samples[i] = float32(sum / float64(l.channels))
	}
	return clip, nil
}

// sample returns one sample in [-1, 1).
func (l layout) sample(b []byte) float64 {
	var v uint32 // the sample in the upper bits
	for i := range b {
		one := b[i]
		if l.order == binary.LittleEndian {
			one = b[len(b)-1-i]
		}
		v |= uint32(one) << (24 - 8*i)
	}
	return float64(int32(v)) / (1 << 31)
}
