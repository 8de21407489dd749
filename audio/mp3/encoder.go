package mp3

import (
	"errors"
	"fmt"
	"io"

	"articast/audio"
)

// Stats says what an Encoder has made so far; final after Close.
type Stats struct {
	Rate    audio.SampleRate
	Samples int64  // written to the encoder
	Frames  int64  // written by the encoder, the Info frame not among them
	Bytes   int64  // of these frames
	Delay   int    // samples the encoder put in front, as the Info header has it (DecoderDelay comes on top)
	Padding int    // samples after the end, DecoderDelay among them
	CRC     uint16 // of the frames, as the LAME extension of the Info header has it
}

// add counts a frame.
func (s *Stats) add(frame []byte) {
	s.Frames++
	s.Bytes += int64(len(frame))
	s.CRC = updateCRC(s.CRC, frame)
}

// Encoder turns mono samples into MP3 frames, on all processors. It is not safe for concurrent use.
type Encoder struct {
	w        io.Writer
	analyser analyser
	batches  batches
	drafted  int64     // frames, most of them written
	pending  []float32 // fewer than a frame
	stats    Stats
	err      error // the first failure, or errClosed
}

var errClosed = errors.New("encode mp3: encoder is closed")

// NewEncoder returns an encoder that writes frames of mono sound to w, without an Info frame. It fails with a *ConfigError
// for a rate or bitrate that it refuses.
func NewEncoder(w io.Writer, c Config) (*Encoder, error) {
	c, err := c.check()
	if err != nil {
		return nil, err
	}
	s := newScheme(c.header())
	if c.Reservoir {
		s.reserve = reserveOf(s.header)
	}
	return &Encoder{
		w:        w,
		analyser: analyser{scheme: s},
		batches:  newBatches(s),
		pending:  make([]float32, 0, SamplesPerFrame(c.Rate)),
		stats:    Stats{Rate: c.Rate, Delay: coderDelay},
	}, nil
}

// Write encodes samples in [-1, 1]; there may be any number of them. Louder ones are clamped. Frames are written when a
// batch of them is coded, a second or two of sound later. After an error the encoder returns that error for ever.
func (e *Encoder) Write(samples []float32) error {
	if e.err != nil {
		return e.err
	}
	e.stats.Samples += int64(len(samples))
	return e.feed(samples)
}

// Close encodes what is left, so that a decoder delivers every sample, and writes the last frames. It does not close the writer.
func (e *Encoder) Close() error {
	if errors.Is(e.err, errClosed) {
		return nil
	}
	if e.err != nil {
		return e.err
	}
	size := cap(e.pending)
	total := int64(e.stats.Delay+DecoderDelay) + e.stats.Samples
	frames := (total + int64(size) - 1) / int64(size)
	silence := make([]float32, size)
	for e.drafted < frames {
		if err := e.feed(silence[:size-len(e.pending)]); err != nil {
			return err
		}
	}
	e.batches.send()
	for len(e.batches.busy) > 0 {
		if err := e.batches.oldest(true, e.emit); err != nil {
			return err
		}
	}
	e.stats.Padding = int(frames*int64(size) - e.stats.Samples - int64(e.stats.Delay))
	e.err = errClosed
	return nil
}

// Stats returns what has been made. Padding, Frames and CRC are final after Close.
func (e *Encoder) Stats() Stats { return e.stats }

// feed cuts samples into frames and encodes them.
func (e *Encoder) feed(samples []float32) error {
	for len(samples) > 0 {
		n := min(cap(e.pending)-len(e.pending), len(samples))
		for _, s := range samples[:n] {
			e.pending = append(e.pending, clamp(s))
		}
		samples = samples[n:]
		if len(e.pending) < cap(e.pending) {
			return nil
		}
		e.analyser.draft(e.pending, e.batches.next())
		e.pending = e.pending[:0]
		e.drafted++
		if !e.batches.full() {
			continue
		}
		e.batches.send()
		if err := e.batches.oldest(false, e.emit); err != nil {
			return err
		}
	}
	return nil
}

// emit writes a finished frame.
func (e *Encoder) emit(frame []byte) error {
	if _, err := e.w.Write(frame); err != nil {
		e.err = fmt.Errorf("write mp3: %w", err)
		return e.err
	}
	e.stats.add(frame)
	return nil
}

// clamp limits a sample to [-1, 1]; what is not a number is silence.
func clamp(s float32) float32 {
	switch {
	case s > 1:
		return 1
	case s < -1:
		return -1
	case s != s:
		return 0
	}
	return s
}
