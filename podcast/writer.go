package podcast

import (
	"bufio"
	"fmt"
	"io"
	"time"

	"articast/audio"
	"articast/audio/id3"
	"articast/audio/mp3"
)

// Output is where Produce writes: an *os.File opened for reading and writing, say. It is written from its start on; the
// head is written last; and it is read back to be checked.
type Output interface {
	io.Writer
	io.WriterAt
	io.ReaderAt
}

// headroom is the gain before encoding. Engines deliver peaks at full scale, and what is decoded again has higher ones:
// by 0.6 dB for the embedded voices, by 2.3 dB for white noise (measured at 22,050 Hz and 64 kbps).
const headroom = 0.7 // -3.1 dB

// blockSize is how many samples are handed to the encoder at once.
const blockSize = 1 << 14

// writeError marks a failure of the output, so that it is not taken for one of the segment under way.
type writeError struct{ err error }

func (e *writeError) Error() string { return e.err.Error() }

// writer makes the file: room for the head, frames, and finally the head.
type writer struct {
	out     Output
	tag     id3.Tag
	config  mp3.Config
	buffer  *bufio.Writer
	encoder *mp3.Encoder // nil before begin
	tagSize int
	samples int64 // written
	block   []float32
}

func newWriter(out Output, kbps int, tag id3.Tag) *writer {
	if kbps == 0 {
		kbps = mp3.DefaultKbps
	}
	return &writer{out: out, tag: tag, config: mp3.Config{Kbps: kbps}, block: make([]float32, blockSize)}
}

// begin takes the rate of a clip: the first one opens the encoder and leaves room for the head, all others must have the same.
func (w *writer) begin(rate audio.SampleRate) error {
	if w.encoder != nil {
		if rate != w.config.Rate {
			return fmt.Errorf("join speech at %d Hz with speech at %d Hz: voices of one episode must have the same rate", rate, w.config.Rate)
		}
		return nil
	}
	w.config.Rate = rate
	w.buffer = bufio.NewWriterSize(w.out, 1<<16)
	encoder, err := mp3.NewEncoder(w.buffer, w.config)
	if err != nil {
		return &writeError{err}
	}
	if w.tagSize, err = w.tag.Size(); err != nil {
		return &writeError{err}
	}
	w.encoder = encoder
	_, err = w.buffer.Write(make([]byte, w.tagSize+mp3.InfoFrameSize(w.config)))
	return wrapWrite(err)
}

// silence writes n samples of silence.
func (w *writer) silence(n int64) error {
	clear(w.block)
	for n > 0 {
		m := min(n, blockSize)
		if err := w.write(w.block[:m]); err != nil {
			return err
		}
		n -= m
	}
	return nil
}

// speech writes samples with headroom.
func (w *writer) speech(samples []float32) error {
	for len(samples) > 0 {
		n := min(len(samples), blockSize)
		for i, v := range samples[:n] {
			w.block[i] = v * headroom
		}
		if err := w.write(w.block[:n]); err != nil {
			return err
		}
		samples = samples[n:]
	}
	return nil
}

func (w *writer) write(samples []float32) error {
	w.samples += int64(len(samples))
	if err := w.encoder.Write(samples); err != nil {
		return &writeError{err}
	}
	return nil
}

func wrapWrite(err error) error {
	if err == nil {
		return nil
	}
	return &writeError{fmt.Errorf("write the episode: %w", err)}
}

// finish ends the frames, writes the head into its room, checks the file and returns its size.
func (w *writer) finish(chapters []Chapter, duration time.Duration) (int64, error) {
	if err := w.encoder.Close(); err != nil {
		return 0, fmt.Errorf("write the episode: %w", err)
	}
	if err := w.buffer.Flush(); err != nil {
		return 0, fmt.Errorf("write the episode: %w", err)
	}
	head, err := w.head(chapters, duration)
	if err != nil {
		return 0, err
	}
	if _, err := w.out.WriteAt(head, 0); err != nil {
		return 0, fmt.Errorf("write the episode: %w", err)
	}
	size := int64(len(head)) + w.encoder.Stats().Bytes
	return size, w.verify(size)
}

// head returns tag and Info header, exactly as long as the room that was left for them.
func (w *writer) head(chapters []Chapter, duration time.Duration) ([]byte, error) {
	tag := w.tag
	tag.Length = duration
	tag.Chapters = make([]id3.Chapter, len(chapters))
	for i, c := range chapters {
		tag.Chapters[i] = id3.Chapter{Start: c.Start, End: c.End, Title: c.Title}
	}
	head, err := tag.Encode(w.tagSize)
	if err != nil {
		return nil, err
	}
	if len(head) != w.tagSize {
		return nil, fmt.Errorf("write the episode: the tag takes %d bytes, not the %d left for it", len(head), w.tagSize)
	}
	return append(head, mp3.InfoFrame(w.config, w.encoder.Stats())...), nil
}

// verify reads the file back: it must hold the tag and the frames that were written, all whole, and play as long as it should.
func (w *writer) verify(size int64) error {
	found, err := mp3.Verify(io.NewSectionReader(w.out, 0, size+1))
	if err != nil {
		return fmt.Errorf("check the episode: %w", err)
	}
	for _, c := range []struct {
		what        string
		found, want int64
	}{
		{"bytes", found.Bytes, size},
		{"frames", found.Frames, w.encoder.Stats().Frames},
		{"samples", found.Samples(), w.samples},
		{"tags", int64(len(found.Tags)), 1},
		{"bytes of frames", found.Music, size - int64(w.tagSize)},
	} {
		if c.found != c.want {
			return fmt.Errorf("check the episode: %d %s in the file, %d were written", c.found, c.what, c.want)
		}
	}
	return nil
}
