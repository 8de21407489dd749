package mp3

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"

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

// decodeFrames returns the mean of both channels.
func decodeFrames(r io.Reader, nSamples int) ([]float32, error) {
	samples := make([]float32, 0, nSamples)
	err := decodeEach(r, func(pcm []byte) bool {
		for ; len(pcm) > 0; pcm = pcm[4:] {
			left, right := channels(pcm)
			samples = append(samples, float32(int(left)+int(right))/65536)
		}
		return true
	})
	if err != nil {
		return nil, err
	}
	return samples, nil
}

// channels reads the left and the right sample that pcm begins with.
func channels(pcm []byte) (left, right int16) {
	return int16(pcm[0]) | int16(pcm[1])<<8, int16(pcm[2]) | int16(pcm[3])<<8
}

// decodeEach hands what go-mp3 makes of frames to fn, stretch by stretch, until fn returns false: it always delivers 16-bit stereo. The
// reader must not be a Seeker, or all of it is read twice. Some damaged frames make go-mp3 panic: that is an error here.
func decodeEach(r io.Reader, fn func(pcm []byte) bool) error {
	var d *gomp3.Decoder
	var err error
	if guardErr := guarded(func() { d, err = gomp3.NewDecoder(struct{ io.Reader }{r}) }); guardErr != nil {
		return guardErr
	}
	buf := make([]byte, 4*1152)
	for err == nil {
		n := 0
		if guardErr := guarded(func() { n, err = io.ReadFull(d, buf) }); guardErr != nil {
			return guardErr
		}
		if !fn(buf[:n-n%4]) {
			return nil
		}
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return nil
	}
	return fmt.Errorf("decode mp3: %w", err)
}

// guarded makes an error of a panic of the decoder.
func guarded(fn func()) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("decode mp3: damaged frame: %v", p)
		}
	}()
	fn()
	return nil
}

// Sound is a stretch of decoded samples, valid until the next one. Right is nil for a stream of one channel.
type Sound struct {
	Left, Right []float32
}

// Stream decodes a stream of any length that Walk has summed up, from its beginning, in stretches of 1152 samples at most; it
// keeps no more of it than that. What the Info header says to cut off is cut off. Its errors are those of Decode, and end it.
func Stream(r io.Reader, sum Summary) iter.Seq2[Sound, error] {
	return func(yield func(Sound, error) bool) {
		if len(sum.Changes) > 0 {
			yield(Sound{}, &DecodeError{Header: sum.First, Reason: "the stream changes its format"})
			return
		}
		frames, feed := io.Pipe()
		fed := make(chan error, 1)
		go func() {
			err := feedFrames(feed, r)
			feed.CloseWithError(err)
			fed <- err
		}()
		c := cutter{mono: sum.First.Mono(), left: sum.Samples()}
		if sum.Info != nil {
			c.front, _ = sum.Info.trim()
		}
		going := true
		err := decodeEach(frames, func(pcm []byte) bool {
			if sound := c.cut(pcm); len(sound.Left) > 0 {
				going = yield(sound, nil)
			}
			return going
		})
		frames.Close()
		if fedErr := <-fed; fedErr != nil && !errors.Is(fedErr, io.ErrClosedPipe) {
			err = fedErr
		}
		if err != nil && going {
			yield(Sound{}, err)
		}
	}
}

// feedFrames writes the audio frames of a stream in a form that go-mp3 decodes rightly.
func feedFrames(w io.Writer, r io.Reader) error {
	var rewrite rewriter
	_, err := Walk(r, func(f Frame) error {
		if f.Index < 0 {
			return nil
		}
		data, err := decodable(&rewrite, f.Header, f.Data)
		if err == nil {
			_, err = w.Write(data)
		}
		return err
	})
	return err
}

// cutter makes samples of what go-mp3 delivers, and leaves out what belongs to the codec.
type cutter struct {
	mono        bool
	front       int   // samples still to be left out
	left        int64 // samples still to come
	first, last []float32
}

func (c *cutter) cut(pcm []byte) Sound {
	skip := min(c.front, len(pcm)/4)
	c.front -= skip
	pcm = pcm[4*skip:]
	pcm = pcm[:4*min(int64(len(pcm)/4), c.left)]
	c.left -= int64(len(pcm) / 4)
	c.first, c.last = c.first[:0], c.last[:0]
	for ; len(pcm) > 0; pcm = pcm[4:] {
		left, right := channels(pcm)
		c.first, c.last = append(c.first, float32(left)/32768), append(c.last, float32(right)/32768)
	}
	if c.mono {
		return Sound{Left: c.first}
	}
	return Sound{Left: c.first, Right: c.last}
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
