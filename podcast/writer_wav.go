package podcast

import (
	"bufio"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"time"

	"articast/audio"
	"articast/audio/id3"
	"articast/audio/wav"
)

const (
	pcmBytes = 2 // of a sample, which is all of a frame

	// tagChunk is the name of the chunk that holds an ID3 tag. No standard has it; ffmpeg, mutagen and most taggers read it.
	tagChunk = "id3 "
)

// wavWriter makes a WAV: the samples, and behind them the tag.
type wavWriter struct {
	out    Output
	tag    id3.Tag
	rate   audio.SampleRate // 0 before begin
	buffer *bufio.Writer
	size   int64  // bytes of samples
	crc    uint32 // of them
}

func newWAVWriter(out Output, tag id3.Tag) *wavWriter {
	return &wavWriter{out: out, tag: tag}
}

func (w *wavWriter) begin(rate audio.SampleRate) error {
	if w.rate != 0 {
		return nil
	}
	if rate <= 0 {
		return &writeError{fmt.Errorf("write the episode: sample rate %d Hz", rate)}
	}
	w.rate = rate
	w.buffer = bufio.NewWriterSize(w.out, 1<<16)
	_, err := w.buffer.Write(make([]byte, wav.HeaderSize))
	return wrapWrite(err)
}

func (w *wavWriter) frames() int64 { return w.size / pcmBytes }

func (w *wavWriter) samplesPerFrame() int64 { return 1 }

func (w *wavWriter) add(frame int64, frames []byte) error { return wrapWrite(w.append(frame, frames)) }

// append writes silence up to a frame, then frames.
func (w *wavWriter) append(frame int64, frames []byte) error {
	if _, err := wav.Header(w.rate, wav.PCM16, frame*pcmBytes+int64(len(frames)), 0); err != nil { // too long
		return err
	}
	silence := make([]byte, 1<<12)
	for left := frame*pcmBytes - w.size; left > 0; left -= int64(len(silence)) {
		if err := w.write(silence[:min(left, int64(len(silence)))]); err != nil {
			return err
		}
	}
	return w.write(frames)
}

func (w *wavWriter) write(samples []byte) error {
	w.crc = crc32.Update(w.crc, crc32.IEEETable, samples)
	w.size += int64(len(samples))
	_, err := w.buffer.Write(samples)
	return err
}

func (w *wavWriter) finish(end int64, chapters []Chapter, duration time.Duration) (int64, error) {
	tag, err := withTimes(w.tag, chapters, duration).Encode(0)
	if err != nil {
		return 0, err
	}
	chunk := wav.Chunk(tagChunk, tag)
	head, err := wav.Header(w.rate, wav.PCM16, end*pcmBytes, int64(len(chunk)))
	if err == nil {
		err = w.append(end, nil)
	}
	if err == nil {
		_, err = w.buffer.Write(chunk)
	}
	if err == nil {
		err = w.buffer.Flush()
	}
	if err == nil {
		_, err = w.out.WriteAt(head, 0)
	}
	if err != nil {
		return 0, fmt.Errorf("write the episode: %w", err)
	}
	size := int64(len(head)) + w.size + int64(len(chunk))
	return size, w.verify(size)
}

// verify reads the file back: it must hold the samples that were written, and end with the tag.
func (w *wavWriter) verify(size int64) error {
	sum := crc32.NewIEEE()
	if _, err := io.CopyN(sum, io.NewSectionReader(w.out, wav.HeaderSize, w.size), w.size); err != nil {
		return fmt.Errorf("check the episode: %w", err)
	}
	if sum.Sum32() != w.crc {
		return errors.New("check the episode: the samples in the file are not those that were written")
	}
	rest, err := io.Copy(io.Discard, io.NewSectionReader(w.out, wav.HeaderSize+w.size, size))
	if err != nil {
		return fmt.Errorf("check the episode: %w", err)
	}
	if found := wav.HeaderSize + w.size + rest; found != size {
		return fmt.Errorf("check the episode: %d bytes in the file, %d were written", found, size)
	}
	return nil
}
