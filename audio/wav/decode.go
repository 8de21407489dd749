package wav

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"

	"articast/audio"
)

// Limits of what Decode takes.
const (
	maxDecode   = 1<<31 - 1 // bytes of samples: 13 hours at 22.05 kHz, 16-bit mono
	maxChannels = 32
	minRate     = 1000
	maxRate     = 768000
	maxFmt      = 1 << 10
)

// FormatError reports a file that is no WAV or that stores its samples in a way that Decode does not read.
type FormatError struct {
	Reason string
}

// Error gives the reason.
func (e *FormatError) Error() string { return "decode wav: " + e.Reason }

// layout is what a fmt chunk says.
type layout struct {
	code     uint16
	channels int
	rate     audio.SampleRate
	bits     int
}

// Decode reads a WAV: integers of 8, 16, 24 or 32 bits or floats of 32 or 64, of which all channels are mixed into one. A
// data chunk of unknown length, as programs that stream write it, goes on to the end; one cut short is an error that wraps
// io.ErrUnexpectedEOF. It reads no further than the data chunk. It returns a *FormatError for all else.
func Decode(r io.Reader) (audio.Clip, error) {
	clip, _, err := DecodeStream(r)
	return clip, err
}

// DecodeStream reads a WAV as Decode does, and tells whether its length is open: whether nothing in it shows that it is whole.
func DecodeStream(r io.Reader) (clip audio.Clip, open bool, err error) {
	var riff [12]byte
	if _, err := io.ReadFull(r, riff[:]); err != nil {
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			return audio.Clip{}, false, &FormatError{Reason: "not a WAV file: too short"}
		}
		return audio.Clip{}, false, fmt.Errorf("decode wav: %w", err)
	}
	if string(riff[:4]) != "RIFF" || string(riff[8:]) != "WAVE" {
		return audio.Clip{}, false, &FormatError{Reason: "not a WAV file"}
	}
	streamed := unknown(binary.LittleEndian.Uint32(riff[4:]))
	var l *layout
	for {
		id, size, err := chunk(r)
		if err != nil {
			return audio.Clip{}, false, err
		}
		switch {
		case id == "data" && l == nil:
			return audio.Clip{}, false, &FormatError{Reason: "samples before their format"}
		case id == "data":
			open = unknown(size) && (size != 0 || streamed)
			clip, err = decodeData(r, *l, size, open)
			return clip, open, err
		case id == "fmt ":
			if l, err = readLayout(r, size); err != nil {
				return audio.Clip{}, false, err
			}
		default:
			if err := skip(r, int64(size)+int64(size&1)); err != nil {
				return audio.Clip{}, false, err
			}
		}
	}
}

// unknown reports whether a size is one that stands for "not known yet": 0, or near the largest of 31 or 32 bits.
func unknown(size uint32) bool { return size == 0 || size >= 0x7ffff000 }

func chunk(r io.Reader) (id string, size uint32, err error) {
	var head [8]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return "", 0, cutShort(err)
	}
	return string(head[:4]), binary.LittleEndian.Uint32(head[4:]), nil
}

func cutShort(err error) error {
	if errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	return fmt.Errorf("decode wav: %w", err)
}

func skip(r io.Reader, n int64) error {
	if _, err := io.CopyN(io.Discard, r, n); err != nil {
		return cutShort(err)
	}
	return nil
}

func readLayout(r io.Reader, size uint32) (*layout, error) {
	if size < 16 || size > maxFmt {
		return nil, &FormatError{Reason: fmt.Sprintf("format chunk of %d bytes", size)}
	}
	b := make([]byte, size+size&1)
	if _, err := io.ReadFull(r, b); err != nil {
		return nil, cutShort(err)
	}
	l := &layout{
		code:     binary.LittleEndian.Uint16(b),
		channels: int(binary.LittleEndian.Uint16(b[2:])),
		rate:     audio.SampleRate(min(binary.LittleEndian.Uint32(b[4:]), math.MaxInt32)),
		bits:     int(binary.LittleEndian.Uint16(b[14:])),
	}
	if l.code == codeExtensible && size >= 40 {
		l.code = binary.LittleEndian.Uint16(b[24:]) // the first two bytes of the GUID
	}
	return l, l.check()
}

func (l layout) check() error {
	switch {
	case l.channels < 1 || l.channels > maxChannels:
		return &FormatError{Reason: fmt.Sprintf("%d channels", l.channels)}
	case l.rate < minRate || l.rate > maxRate:
		return &FormatError{Reason: fmt.Sprintf("%d Hz", l.rate)}
	case l.sample() == nil:
		return &FormatError{Reason: fmt.Sprintf("samples of format %d with %d bits", l.code, l.bits)}
	}
	return nil
}

// sample returns how one sample is read from its bytes, nil for an unknown format.
func (l layout) sample() func([]byte) float32 {
	switch {
	case l.code == codePCM && l.bits == 8:
		return func(b []byte) float32 { return float32(int(b[0])-128) / 128 }
	case l.code == codePCM && l.bits == 16:
		return func(b []byte) float32 { return float32(int16(binary.LittleEndian.Uint16(b))) / 32768 }
	case l.code == codePCM && l.bits == 24:
		return func(b []byte) float32 {
			return float32(int32(uint32(b[0])<<8|uint32(b[1])<<16|uint32(b[2])<<24)) / (1 << 31)
		}
	case l.code == codePCM && l.bits == 32:
		return func(b []byte) float32 { return float32(float64(int32(binary.LittleEndian.Uint32(b))) / (1 << 31)) }
	case l.code == codeFloat && l.bits == 32:
		return func(b []byte) float32 { return finite(math.Float32frombits(binary.LittleEndian.Uint32(b))) }
	case l.code == codeFloat && l.bits == 64:
		return func(b []byte) float32 {
			return finite(float32(math.Float64frombits(binary.LittleEndian.Uint64(b))))
		}
	}
	return nil
}

// finite replaces what is no number by silence.
func finite(s float32) float32 {
	if s-s != 0 {
		return 0
	}
	return s
}

// decodeData reads the samples: size bytes, or all there are if open. Memory grows with what is there, not with what the header
// claims.
func decodeData(r io.Reader, l layout, size uint32, open bool) (audio.Clip, error) {
	width := l.bits / 8 * l.channels
	limit := int64(size)
	if open {
		limit = maxDecode
	}
	clip := audio.Clip{Rate: l.rate, Samples: make([]float32, 0, min(limit, 1<<20)/int64(width))}
	in, sample := io.LimitReader(r, limit), l.sample()
	buf := make([]byte, block*width)
	for {
		n, err := io.ReadFull(in, buf)
		clip.Samples = l.append(clip.Samples, buf[:n-n%width], sample)
		if err != nil {
			return clip, atEnd(err, open, limit, int64(len(clip.Samples))*int64(width), int64(width))
		}
	}
}

// append decodes whole frames. The engines' own format, 16 bits and one channel, has a way of its own, five times as fast.
func (l layout) append(samples []float32, frames []byte, sample func([]byte) float32) []float32 {
	if l.code == codePCM && l.bits == 16 && l.channels == 1 {
		for ; len(frames) >= 2; frames = frames[2:] {
			samples = append(samples, float32(int16(uint16(frames[0])|uint16(frames[1])<<8))/32768)
		}
		return samples
	}
	width := l.bits / 8 * l.channels
	for ; len(frames) >= width; frames = frames[width:] {
		samples = append(samples, mix(frames, l.bits/8, l.channels, sample))
	}
	return samples
}

// atEnd judges the end of the data: bytes of want are there, and the last frame may be a part.
func atEnd(err error, open bool, want, got, width int64) error {
	switch {
	case !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF):
		return fmt.Errorf("decode wav: %w", err)
	case open && got+width > want:
		return &FormatError{Reason: "more than 2 GB of samples"}
	case !open && got+width <= want:
		return fmt.Errorf("decode wav: %d of %d bytes of samples: %w", got, want, io.ErrUnexpectedEOF)
	}
	return nil
}

// mix returns the mean of the channels.
func mix(frame []byte, bytes, channels int, sample func([]byte) float32) float32 {
	if channels == 1 {
		return sample(frame)
	}
	var sum float64
	for c := range channels {
		sum += float64(sample(frame[c*bytes:]))
	}
	return float32(sum / float64(channels))
}
