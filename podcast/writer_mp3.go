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

// mp3Writer makes an MP3: tag and Info header are its head.
type mp3Writer struct {
	out     Output
	tag     id3.Tag
	config  mp3.Config
	buffer  *bufio.Writer
	joiner  *mp3.Joiner // nil before begin
	tagSize int
	stats   mp3.Stats // of the finished frames
}

func newMP3Writer(out Output, kbps int, tag id3.Tag) *mp3Writer {
	return &mp3Writer{out: out, tag: tag, config: mp3.Config{Kbps: kbps}}
}

func (w *mp3Writer) begin(rate audio.SampleRate) error {
	if w.joiner != nil {
		return nil
	}
	w.config.Rate = rate
	w.buffer = bufio.NewWriterSize(w.out, 1<<16)
	joiner, err := mp3.NewJoiner(w.buffer, w.config)
	if err != nil {
		return &writeError{err}
	}
	if w.tagSize, err = w.tag.Size(); err != nil {
		return &writeError{err}
	}
	w.joiner = joiner
	_, err = w.buffer.Write(make([]byte, w.tagSize+mp3.InfoFrameSize(w.config)))
	return wrapWrite(err)
}

func (w *mp3Writer) frames() int64 { return w.joiner.Frames() }

func (w *mp3Writer) samplesPerFrame() int64 { return int64(mp3.SamplesPerFrame(w.config.Rate)) }

func (w *mp3Writer) add(frame int64, frames []byte) error {
	if err := w.joiner.Silence(frame - w.joiner.Frames()); err != nil {
		return &writeError{err}
	}
	if err := w.joiner.Add(frames); err != nil {
		return &writeError{err}
	}
	return nil
}

func (w *mp3Writer) finish(end int64, chapters []Chapter, duration time.Duration) (int64, error) {
	perFrame := w.samplesPerFrame()
	all := (end + int64(mp3.EncoderDelay()+mp3.DecoderDelay) + perFrame - 1) / perFrame
	if err := w.add(max(all, w.joiner.Frames()), nil); err != nil {
		return 0, fmt.Errorf("write the episode: %w", err)
	}
	if err := w.buffer.Flush(); err != nil {
		return 0, fmt.Errorf("write the episode: %w", err)
	}
	w.stats = w.joiner.Stats(end)
	head, err := w.head(chapters, duration)
	if err != nil {
		return 0, err
	}
	if _, err := w.out.WriteAt(head, 0); err != nil {
		return 0, fmt.Errorf("write the episode: %w", err)
	}
	size := int64(len(head)) + w.stats.Bytes
	return size, w.verify(size)
}

// head returns tag and Info header, exactly as long as the room that was left for them.
func (w *mp3Writer) head(chapters []Chapter, duration time.Duration) ([]byte, error) {
	head, err := withTimes(w.tag, chapters, duration).Encode(w.tagSize)
	if err != nil {
		return nil, err
	}
	if len(head) != w.tagSize {
		return nil, fmt.Errorf("write the episode: the tag takes %d bytes, not the %d left for it", len(head), w.tagSize)
	}
	return append(head, mp3.InfoFrame(w.config, w.stats)...), nil
}

// verify reads the file back: it must hold the tag and the frames that were written, all whole, and play as long as it should.
func (w *mp3Writer) verify(size int64) error {
	found, err := mp3.Verify(io.NewSectionReader(w.out, 0, size+1))
	if err != nil {
		return fmt.Errorf("check the episode: %w", err)
	}
	for _, c := range []struct {
		what        string
		found, want int64
	}{
		{"bytes", found.Bytes, size},
		{"frames", found.Frames, w.stats.Frames},
		{"samples", found.Samples(), w.stats.Samples},
		{"tags", int64(len(found.Tags)), 1},
		{"bytes of frames", found.Music, size - int64(w.tagSize)},
	} {
		if c.found != c.want {
			return fmt.Errorf("check the episode: %d %s in the file, %d were written", c.found, c.what, c.want)
		}
	}
	return nil
}
