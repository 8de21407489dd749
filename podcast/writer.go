package podcast

import (
	"fmt"
	"io"
	"time"

	"articast/audio"
	"articast/audio/id3"
)

// Output is where Produce writes: an *os.File opened for reading and writing, say. It is written from its start on; the
// head is written last; and it is read back to be checked.
type Output interface {
	io.Writer
	io.WriterAt
	io.ReaderAt
}

// writer makes the file: room for the head, frames, and finally the head. A frame is what an utterance begins at the boundary of.
type writer interface {
	// begin sets the sample rate and leaves room for the head, once.
	begin(rate audio.SampleRate) error
	// add writes the frames of a stretch so that they begin with the frame of a number, which is not before the end of what
	// is written.
	add(frame int64, frames []byte) error
	// frames returns how many frames are written.
	frames() int64
	// samplesPerFrame returns the samples in a frame.
	samplesPerFrame() int64
	// finish adds silence up to an end in samples, writes the head into its room, checks the file and returns its size.
	finish(end int64, chapters []Chapter, duration time.Duration) (int64, error)
}

// newWriter returns the writer of the Producer's format.
func (p *Producer) newWriter(out Output, tag id3.Tag) writer {
	if p.Format == WAV {
		return newWAVWriter(out, tag)
	}
	return newMP3Writer(out, p.kbps(), tag)
}

// writeError marks a failure of the output, so that it is not taken for one of the segment under way.
type writeError struct{ err error }

func (e *writeError) Error() string { return e.err.Error() }

func wrapWrite(err error) error {
	if err == nil {
		return nil
	}
	return &writeError{fmt.Errorf("write the episode: %w", err)}
}

// withTimes returns a tag with what is known when the sound is made.
func withTimes(tag id3.Tag, chapters []Chapter, duration time.Duration) id3.Tag {
	tag.Length = duration
	tag.Chapters = make([]id3.Chapter, len(chapters))
	for i, c := range chapters {
		tag.Chapters[i] = id3.Chapter{Start: c.Start, End: c.End, Title: c.Title}
	}
	return tag
}
