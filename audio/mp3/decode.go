package mp3

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	gomp3 "github.com/hajimehoshi/go-mp3"

	"articast/audio"
)

// maxDecode is the largest stream that Decode takes: 4 hours at 64 kbps, whose samples take 1.3 GB.
const maxDecode = 128 << 20

// DecodeError reports a stream that Decode refuses because the result would be wrong.
type DecodeError struct {
	Header Header
	Reason string
}

// Error names the stream and the reason.
func (e *DecodeError) Error() string {
	return fmt.Sprintf("decode mp3: %v, %d Hz, %d kbps: %s", e.Header.Version, e.Header.Rate, e.Header.Kbps, e.Reason)
}

// Decode reads a whole stream into a mono clip: stereo is mixed down, and what the Info header says to cut off is cut off, so that sample n
// of the encoder's input is sample n of the clip. It decodes with go-mp3 v0.3.4, whose limits it works round by
// rewriting frames; what is left is a *DecodeError: 8 kHz, which has tables of its own, a stream that changes its format, and one
// of more than 128 MB. A stream without frames is an error, damaged stretches are left out.
func Decode(r io.Reader) (audio.Clip, error) {
	var frames bytes.Buffer
	var rewrite rewriter
	sum, err := Walk(r, func(f Frame) error {
		if f.Index < 0 {
			return nil
		}
		if frames.Len()+len(f.Data) > maxDecode {
			return &DecodeError{Header: f.Header, Reason: "too long to decode at once"}
		}
		data, err := decodable(&rewrite, f.Header, f.Data)
		frames.Write(data)
		return err
	})
	if err != nil {
		return audio.Clip{}, err
	}
	if sum.Frames == 0 {
		return audio.Clip{}, errors.New("decode mp3: no frames")
	}
	if len(sum.Changes) > 0 {
		return audio.Clip{}, &DecodeError{Header: sum.First, Reason: "the stream changes its format"}
	}
	samples, err := decodeFrames(&frames, int(sum.Frames)*sum.First.SamplesPerFrame())
	if err != nil {
		return audio.Clip{}, err
	}
	return audio.Clip{Rate: sum.First.Rate, Samples: cut(samples, sum.Info)}, nil
}

// decodable returns a frame in a form that go-mp3 decodes rightly. Its frame size at the lower sample rates is (144*bitrate/rate +
// padding) / 2, which loses the padding where the first term is even: at 22.05 kHz, where alone there is padding, frames are made to do without. It
// does not know MPEG-2.5: but 11.025 and 12 kHz have the bands of 16 kHz, so these frames are passed off as such.
func decodable(r *rewriter, h Header, data []byte) ([]byte, error) {
	out := h
	switch {
	case h.Rate == 8000:
		return nil, &DecodeError{Header: h, Reason: "not supported by the decoder"}
	case h.Version == MPEG25:
		out.Version, out.Rate = MPEG2, 16000
	case h.Rate != 22050:
		return data, nil
	}
	frame, ok := r.rewrite(h, data, out)
	if !ok {
		return nil, &DecodeError{Header: h, Reason: "frames too large for the decoder"}
	}
	return frame, nil
}

// decodeFrames returns the mean of both channels. go-mp3 always delivers 16-bit stereo. The reader must not be a Seeker, or all
// of it is read twice. Some damaged frames make it panic: that is an error here.
func decodeFrames(r io.Reader, nSamples int) (samples []float32, err error) {
	defer func() {
		if p := recover(); p != nil {
			samples, err = nil, fmt.Errorf("decode mp3: damaged frame: %v", p)
		}
	}()
	d, err := gomp3.NewDecoder(struct{ io.Reader }{r})
	if err != nil {
		return nil, fmt.Errorf("decode mp3: %w", err)
	}
	samples = make([]float32, 0, nSamples)
	buf := make([]byte, 4*1152)
	for {
		n, err := io.ReadFull(d, buf)
		for b := buf[:n-n%4]; len(b) > 0; b = b[4:] {
			left, right := int16(b[0])|int16(b[1])<<8, int16(b[2])|int16(b[3])<<8
			samples = append(samples, float32(int(left)+int(right))/65536)
		}
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			return samples, nil
		}
		if err != nil {
			return nil, fmt.Errorf("decode mp3: %w", err)
		}
	}
}

// cut takes off what the Info header says belongs to the codec.
func cut(samples []float32, info *Info) []float32 {
	if info == nil {
		return samples
	}
	front, back := info.trim()
	front = min(front, len(samples))
	return samples[front:max(front, len(samples)-back)]
}
