package podcast

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"time"

	"articast/audio"
)

// checkMade compares what a program has made with the WAV, without decoding it: it must be of the format, whole, and as long as the WAV by
// what it says of itself. An MP3 is read back once it is written (checkMP3).
func (e Encoding) checkMade(made io.ReaderAt, size int64) error {
	checks := map[Format]func(io.ReaderAt, int64) (time.Duration, error){FLAC: flacLength, Opus: opusLength, M4B: m4bLength}
	check, ok := checks[e.Format]
	if !ok {
		return nil
	}
	if size == 0 {
		return errors.New("the file is empty")
	}
	length, err := check(made, size)
	if err != nil {
		return err
	}
	if off := length - e.Tag.Length; off < -time.Millisecond || off > e.grain() {
		return fmt.Errorf("it plays %v, not %v", length, e.Tag.Length)
	}
	return nil
}

// grain is how much longer than the WAV a file of the format may say it is.
func (e Encoding) grain() time.Duration {
	switch e.Format {
	case Opus:
		return 20 * time.Millisecond // a frame
	case M4B:
		return e.Rate.D(4 * 1024) // frames: those in front of the sound count, and the last is filled up
	}
	return time.Millisecond
}

// cutShort says that something begins in a file that does not end in it.
func cutShort(what string) error { return fmt.Errorf("%s is cut short", what) }

// readAt returns n bytes at a place.
func readAt(r io.ReaderAt, at int64, n int, what string) ([]byte, error) {
	b := make([]byte, n)
	if _, err := r.ReadAt(b, at); errors.Is(err, io.EOF) {
		return nil, cutShort(what)
	} else if err != nil {
		return nil, err
	}
	return b, nil
}

// flacLength returns the length that the first block of metadata tells (RFC 9639, 8.2), if the file ends with the frame that this makes the last.
func flacLength(r io.ReaderAt, size int64) (time.Duration, error) {
	const (
		magic, blockHead, streamInfo = 4, 4, 34
		lastBlock                    = 0x80
		largest                      = 1 << 16 // bytes of a frame, where the file does not say it: mono sound has less
	)
	b, err := readAt(r, 0, magic+blockHead+streamInfo, "the head")
	if err != nil || string(b[:magic]) != "fLaC" || b[magic]&^lastBlock != 0 {
		return 0, notOf(FLAC, err)
	}
	info := b[magic+blockHead:]
	packed := binary.BigEndian.Uint64(info[10:]) // 20 bits of rate, 3 of channels, 5 of sample size, 36 of samples
	rate, samples := audio.SampleRate(packed>>44), packed&(1<<36-1)
	perFrame := uint64(binary.BigEndian.Uint16(info[2:]))
	if rate == 0 || perFrame == 0 || samples == 0 {
		return 0, notOf(FLAC, nil)
	}
	tail := int64(binary.BigEndian.Uint32(info[6:]) >> 8)
	if tail == 0 {
		tail = largest
	}
	tail = min(tail, size-int64(len(b)))
	end, err := readAt(r, size-tail, int(tail), "the sound")
	if err != nil {
		return 0, err
	}
	if !endsWithFrame(end, (samples-1)/perFrame) {
		return 0, cutShort("the sound")
	}
	return rate.D(int(samples)), nil
}

// endsWithFrame tells whether a whole frame of FLAC stands at the end of b, of that number where frames are counted (RFC 9639, 9.1 and 9.3).
func endsWithFrame(b []byte, number uint64) bool {
	const counted, timed, fixedHead = 0xf8, 0xf9, 4
	want := flacNumber(number)
	for ; len(b) > fixedHead; b = b[1:] {
		begins := b[0] == 0xff && (b[1] == counted && bytes.HasPrefix(b[fixedHead:], want) || b[1] == timed)
		if begins && flacCRC(b) == 0 {
			return true
		}
	}
	return false
}

// flacNumber writes a number as UTF-8 would, of up to 36 bits (RFC 9639, 9.1.5).
func flacNumber(n uint64) []byte {
	if n < 0x80 {
		return []byte{byte(n)}
	}
	var rest []byte
	room := uint64(0x40) // what the first byte has room for
	for n >= room {
		rest = append([]byte{0x80 | byte(n&0x3f)}, rest...)
		n >>= 6
		room >>= 1
	}
	return append([]byte{byte(0x100-room<<1) | byte(n)}, rest...)
}

// flacCRC is that of a frame: polynomial 0x8005, from 0 on, the highest bit first. With the frame's own at the end it is 0.
func flacCRC(b []byte) uint16 {
	var crc uint16
	for _, v := range b {
		crc ^= uint16(v) << 8
		for range 8 {
			carry := crc >> 15
			crc = crc<<1 ^ carry*0x8005
		}
	}
	return crc
}

// notOf says that a file is none of the format, if nothing worse is known.
func notOf(f Format, err error) error {
	if err != nil {
		return err
	}
	return fmt.Errorf("the file is no %v", f)
}

// opusLength walks the pages (RFC 3533, 6): the last ends the stream and tells its position, in samples of 48 kHz, of which the head says how many
// to skip (RFC 7845, 4 and 5.1).
func opusLength(r io.ReaderAt, size int64) (time.Duration, error) {
	const (
		pageHead = 27
		ends     = 4
		rate     = audio.SampleRate(48000)
	)
	var flags byte
	var position, skip int64
	for at := int64(0); at < size; {
		head, err := readAt(r, at, pageHead, "a page")
		if err != nil || string(head[:4]) != "OggS" {
			return 0, notOf(Opus, err)
		}
		table, err := readAt(r, at+pageHead, int(head[pageHead-1]), "a page")
		if err != nil {
			return 0, err
		}
		body := at + pageHead + int64(len(table))
		if at == 0 {
			id, err := readAt(r, body, 12, "the head")
			if err != nil || !bytes.HasPrefix(id, []byte("OpusHead")) {
				return 0, notOf(Opus, err)
			}
			skip = int64(binary.LittleEndian.Uint16(id[10:]))
		}
		flags, position = head[5], int64(binary.LittleEndian.Uint64(head[6:]))
		for at = body; len(table) > 0; table = table[1:] {
			at += int64(table[0])
		}
		if at > size {
			return 0, cutShort("a page")
		}
	}
	if flags&ends == 0 {
		return 0, errors.New("the stream does not end")
	}
	return rate.D(int(position - skip)), nil
}

// m4bLength looks into the boxes (ISO/IEC 14496-12, 4.2), which must fill the file, for the sound and for the length that the film's head tells (8.2.2).
func m4bLength(r io.ReaderAt, size int64) (time.Duration, error) {
	first, err := readAt(r, 0, 8, "the head")
	if err != nil || string(first[4:]) != "ftyp" {
		return 0, notOf(M4B, err)
	}
	file, err := boxes(r, 0, size)
	if err != nil {
		return 0, err
	}
	moov, sound := file["moov"], file["mdat"]
	if moov.size == 0 || sound.size == 0 {
		return 0, notOf(M4B, nil)
	}
	film, err := boxes(r, moov.at, moov.at+moov.size)
	if err != nil {
		return 0, err
	}
	b, err := readAt(r, film["mvhd"].at, 32, "the head")
	if err != nil || film["mvhd"].size < int64(len(b)) {
		return 0, notOf(M4B, err)
	}
	scale, length := binary.BigEndian.Uint32(b[12:]), uint64(binary.BigEndian.Uint32(b[16:]))
	if b[0] == 1 { // the version with times of 64 bits
		scale, length = binary.BigEndian.Uint32(b[20:]), binary.BigEndian.Uint64(b[24:])
	}
	const longest = 1 << 40 // of any unit, far from what overflows
	if scale == 0 || length > longest {
		return 0, notOf(M4B, nil)
	}
	return audio.SampleRate(scale).D(int(length)), nil
}

// box is where the content of a box begins, and its size.
type box struct{ at, size int64 }

// boxes returns those between two places, by their type; the last of each. They must fill the room.
func boxes(r io.ReaderAt, at, end int64) (map[string]box, error) {
	found := make(map[string]box)
	for at < end {
		head, err := readAt(r, at, 8, "a box")
		if err != nil {
			return nil, err
		}
		skip, size := int64(8), int64(binary.BigEndian.Uint32(head))
		if size == 1 { // it stands behind the type, in 64 bits
			long, err := readAt(r, at+8, 8, "a box")
			if err != nil {
				return nil, err
			}
			skip, size = 16, int64(binary.BigEndian.Uint64(long))
		}
		if size < skip || at > end-size {
			return nil, fmt.Errorf("%q at byte %d is cut short", head[4:], at)
		}
		found[string(head[4:])] = box{at + skip, size - skip}
		at += size
	}
	return found, nil
}
