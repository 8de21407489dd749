package mp3

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"time"
)

// Frame is one frame as Walk finds it.
type Frame struct {
	Header
	Offset int64  // of the header, from where the reader began
	Index  int64  // among the audio frames; -1 for the Info frame
	Data   []byte // the whole frame, header included; valid only during the call
}

// Stretch is a run of bytes.
type Stretch struct {
	Offset, Length int64
	Start          []byte // its first bytes, at most 16
}

// maxStretches is how many stretches of a kind a Summary keeps. More are counted, not kept.
const maxStretches = 100

// Summary is what a walk over a stream found.
type Summary struct {
	Bytes  int64     // read in all
	Frames int64     // audio frames: whole ones, the Info frame not counted
	First  Header    // of the first audio frame, or of the Info frame if there is no other
	Info   *Info     // the header in the first frame; nil when there is none
	Music  int64     // bytes of the audio frames and the Info frame
	CRC    uint16    // of the audio frames
	Kbps   [2]int    // smallest and largest bitrate
	Tags   []Stretch // ID3v2, APE, ID3v1 and Lyrics3 tags

	Garbage       []Stretch // bytes that are no frame and no tag; the first 100
	GarbageBytes  int64
	GarbageRuns   int
	Truncated     int       // bytes of a last frame that is cut short; 0 when it is whole
	Changes       []Stretch // frames at which the version, rate or number of channels changes; the first 100
	ExtraInfos    []Stretch // further Xing, Info or VBRI frames inside: the mark of files joined byte by byte; the first 100
	NeedsPrevious int64     // frames whose data begins in an earlier frame (bit reservoir)
}

// Samples returns the samples of each channel that a player delivers: all of the frames, less what the Info header says
// to cut off. It assumes that the stream does not change.
func (s Summary) Samples() int64 {
	n := s.Frames * int64(s.First.SamplesPerFrame())
	if s.Info != nil {
		front, back := s.Info.trim()
		n = max(0, n-int64(front+back))
	}
	return n
}

// Duration returns how long the stream plays.
func (s Summary) Duration() time.Duration {
	if s.First.Rate == 0 {
		return 0
	}
	return s.First.Rate.D(int(s.Samples()))
}

// Walk reads a stream to its end and calls fn for every whole frame, the Info frame among them. It keeps no more than 64 KB
// in memory. Tags are stepped over. Where the stream is lost, a frame begins at the first header that a second header of
// the same stream, a tag or the end follows at the right distance; what lies between is garbage. Damage is no error:
// the Summary tells. Errors are those of the reader and of fn, which ends the walk. fn may be nil.
func Walk(r io.Reader, fn func(Frame) error) (Summary, error) {
	w := walker{r: bufio.NewReaderSize(r, walkBuffer), fn: fn}
	for {
		more, err := w.step()
		if err != nil {
			return w.sum, fmt.Errorf("walk mp3: %w", err)
		}
		if !more {
			break
		}
	}
	w.endGarbage()
	w.sum.Bytes = w.pos
	return w.sum, nil
}

const (
	walkBuffer   = 1 << 16
	maxFrameSize = 1441 // 320 kbps at 32 kHz, padded
)

type walker struct {
	r       *bufio.Reader
	fn      func(Frame) error
	pos     int64
	sum     Summary
	inSync  bool   // the last thing was a frame
	stream  Header // of the last frame
	started bool   // there was one
	garbage Stretch
}

// step takes one thing from the stream: a tag, a frame, or a byte and more of garbage. It reports false at the end.
func (w *walker) step() (bool, error) {
	b, err := w.r.Peek(2*maxFrameSize + 16)
	if err != nil && !errors.Is(err, io.EOF) {
		return false, err
	}
	if len(b) == 0 {
		return false, nil
	}
	atEnd := err != nil
	if n := tagSize(b); n > 0 {
		return true, w.skipTag(n, b)
	}
	h, ok := ParseHeader(b)
	if ok && len(b) >= h.Size() && (w.follows(h) || confirmed(h, b, atEnd)) {
		return true, w.frame(h, b[:h.Size()])
	}
	if ok && atEnd && len(b) < h.Size() && w.inSync && h.sameStream(w.stream) {
		w.sum.Truncated = len(b)
		return true, w.discard(int64(len(b)))
	}
	return true, w.skipGarbage(b)
}

// follows reports whether a header directly behind a frame goes on with its stream.
func (w *walker) follows(h Header) bool { return w.inSync && h.sameStream(w.stream) }

// confirmed reports whether what follows the frame shows that it is one.
func confirmed(h Header, b []byte, atEnd bool) bool {
	next := b[h.Size():]
	if len(next) == 0 {
		return atEnd
	}
	if tagSize(next) > 0 {
		return true
	}
	n, ok := ParseHeader(next)
	return ok && n.sameStream(h)
}

func (w *walker) frame(h Header, data []byte) error {
	w.endGarbage()
	index := w.sum.Frames
	info, isInfo := parseInfo(h, data)
	first := !w.started
	at := Stretch{Offset: w.pos, Length: int64(len(data))}
	switch {
	case isInfo && first:
		index = -1
		kept := info // so that only this one is allocated
		w.sum.Info = &kept
		w.sum.First = h
	case isInfo:
		w.sum.ExtraInfos = keep(w.sum.ExtraInfos, at)
	}
	if !first && !w.stream.sameStream(h) {
		w.sum.Changes = keep(w.sum.Changes, at)
	}
	if index >= 0 {
		w.count(h, data)
	}
	w.sum.Music += int64(len(data))
	w.stream, w.started, w.inSync = h, true, true
	if w.fn != nil {
		if err := w.fn(Frame{Header: h, Offset: w.pos, Index: index, Data: data}); err != nil {
			return err
		}
	}
	return w.discard(int64(len(data)))
}

// count adds an audio frame to the summary.
func (w *walker) count(h Header, data []byte) {
	s := &w.sum
	if s.Frames == 0 {
		s.First, s.Kbps = h, [2]int{h.Kbps, h.Kbps}
	}
	s.Frames++
	s.Kbps = [2]int{min(s.Kbps[0], h.Kbps), max(s.Kbps[1], h.Kbps)}
	s.CRC = updateCRC(s.CRC, data)
	if mainDataBegin(h, data) > 0 {
		s.NeedsPrevious++
	}
}

// mainDataBegin returns how many bytes before the frame its data begins: 9 bits in MPEG-1, 8 in the others.
func mainDataBegin(h Header, data []byte) int {
	at := h.sideInfoAt()
	if len(data) < at+2 {
		return 0
	}
	if h.Version == MPEG1 {
		return int(data[at])<<1 | int(data[at+1])>>7
	}
	return int(data[at])
}

// skipGarbage drops bytes up to the next that could begin a frame or a tag.
func (w *walker) skipGarbage(b []byte) error {
	n := 1 + nextStart(b[1:])
	if w.garbage.Length == 0 {
		w.garbage = Stretch{Offset: w.pos, Start: append([]byte(nil), b[:min(16, len(b))]...)}
	}
	w.garbage.Length += int64(n)
	w.inSync = false
	return w.discard(int64(n))
}

// nextStart returns the index of the first byte that could begin a frame or a tag, or len(b).
func nextStart(b []byte) int {
	n := bytes.IndexByte(b, 0xff)
	if n < 0 {
		n = len(b)
	}
	for _, mark := range tagMarks {
		if i := bytes.IndexByte(b[:n], mark[0]); i >= 0 {
			n = i
		}
	}
	return n
}

func (w *walker) endGarbage() {
	if w.garbage.Length == 0 {
		return
	}
	w.sum.GarbageRuns++
	w.sum.GarbageBytes += w.garbage.Length
	w.sum.Garbage = keep(w.sum.Garbage, w.garbage)
	w.garbage = Stretch{}
}

func (w *walker) skipTag(size int64, b []byte) error {
	w.endGarbage()
	start := append([]byte(nil), b[:min(16, len(b))]...)
	from := w.pos
	err := w.discard(size)
	w.sum.Tags = keep(w.sum.Tags, Stretch{Offset: from, Length: w.pos - from, Start: start})
	return err
}

// discard steps over n bytes, or what is left of them.
func (w *walker) discard(n int64) error {
	for n > 0 {
		m, err := w.r.Discard(int(min(n, 1<<30)))
		w.pos += int64(m)
		n -= int64(m)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func keep(list []Stretch, s Stretch) []Stretch {
	if len(list) < maxStretches {
		list = append(list, s)
	}
	return list
}
