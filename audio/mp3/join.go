package mp3

import (
	"bytes"
	"errors"
	"fmt"
	"io"
)

// EncodeAlone returns the frames of some samples, for a Joiner: they begin at the boundary of a frame and end in as many frames as a
// decoder needs to deliver them all, so there are some more than the samples fill. The same samples give the same frames. It fails with
// ErrReservoir for a Config with a reservoir, and with a *ConfigError as NewEncoder does.
func EncodeAlone(c Config, samples []float32) ([]byte, error) {
	if _, err := c.checkAlone(); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	e, err := NewEncoder(&out, c)
	if err != nil {
		return nil, err
	}
	if err := errors.Join(e.Write(samples), e.Close()); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// Joiner makes one stream of stretches that were encoded one by one, without encoding them again: a warm run is a copy. The
// frames of an Encoder stand alone, so only the padding, which keeps the bitrate, has to be set anew.
//
// A stretch that was added when Frames was f begins, for a player that honours the Info header, at sample f times
// SamplesPerFrame. What comes before and after it is silence: between two stretches there are at least the frames in which the
// delay of the encoder runs out, three at 22.05 kHz (78 ms).
type Joiner struct {
	w      io.Writer
	header Header
	padder padder
	quiet  []byte // a silent frame without padding
	buf    []byte
	stats  Stats
	err    error
}

// JoinError reports frames that do not fit into a Joiner's stream.
type JoinError struct {
	Offset int // of the frame, in what was added
	Reason string
}

// Error says where and why.
func (e *JoinError) Error() string {
	return fmt.Sprintf("join mp3: frame at byte %d: %s", e.Offset, e.Reason)
}

// NewJoiner returns a Joiner for frames made with a Config, which it checks as EncodeAlone does.
func NewJoiner(w io.Writer, c Config) (*Joiner, error) {
	c, err := c.checkAlone()
	if err != nil {
		return nil, err
	}
	h := c.header()
	j := &Joiner{w: w, header: h, stats: Stats{Rate: c.Rate, Delay: EncoderDelay()}}
	var draft frameDraft
	var out bitWriter
	s := newScheme(h)
	(&analyser{scheme: s}).draft(make([]float32, h.SamplesPerFrame()), &draft)
	(&coder{scheme: s}).code(&draft, &out, firstGain)
	j.quiet = out.buf[:h.Size()]
	return j, nil
}

// Add appends the frames of a stretch. It fails with a *JoinError, and writes nothing, if they are not whole frames that an Encoder with
// the same Config has made. After an error of the writer it returns that error for ever.
func (j *Joiner) Add(frames []byte) error {
	if err := j.check(frames); err != nil {
		return err
	}
	for len(frames) > 0 {
		h, _ := ParseHeader(frames)
		if err := j.write(frames[:j.header.Size()]); err != nil {
			return err
		}
		frames = frames[h.Size():]
	}
	return nil
}

// Silence appends silent frames.
func (j *Joiner) Silence(nFrames int64) error {
	for range nFrames {
		if err := j.write(j.quiet); err != nil {
			return err
		}
	}
	return nil
}

// Frames returns how many frames there are so far.
func (j *Joiner) Frames() int64 { return j.stats.Frames }

// Stats returns what has been made of nSamples samples: the end of the last stretch, as a player delivers it. InfoFrame wants it. The
// padding of the Info header goes up to 4095 samples: more silence at the end is part of the sound.
func (j *Joiner) Stats(nSamples int64) Stats {
	s := j.stats
	all := s.Frames * int64(j.header.SamplesPerFrame())
	s.Padding = int(min(max(all-int64(s.Delay)-nSamples, 0), maxDelay))
	s.Samples = all - int64(s.Delay) - int64(s.Padding)
	return s
}

// check refuses what cannot be joined.
func (j *Joiner) check(frames []byte) error {
	for at := 0; at < len(frames); {
		h, ok := ParseHeader(frames[at:])
		switch {
		case !ok || at+h.Size() > len(frames):
			return &JoinError{Offset: at, Reason: "not a whole frame"}
		case !h.sameStream(j.header) || h.Kbps != j.header.Kbps || h.Protected:
			return &JoinError{Offset: at, Reason: "another kind of stream"}
		case mainDataBegin(h, frames[at:]) > 0:
			return &JoinError{Offset: at, Reason: "needs the frame before it"}
		case h.Padding && frames[at+h.Size()-1] != 0:
			return &JoinError{Offset: at, Reason: "its padding is in use"}
		}
		at += h.Size()
	}
	return nil
}

// write writes a frame, given without padding, with the padding that is due.
func (j *Joiner) write(frame []byte) error {
	if j.err != nil {
		return j.err
	}
	h := j.header
	h.Padding = j.padder.next(h)
	head := h.Bytes()
	j.buf = append(append(j.buf[:0], head[:]...), frame[HeaderSize:]...)
	if h.Padding {
		j.buf = append(j.buf, 0)
	}
	if _, err := j.w.Write(j.buf); err != nil {
		j.err = fmt.Errorf("write mp3: %w", err)
		return j.err
	}
	j.stats.add(j.buf)
	return nil
}
