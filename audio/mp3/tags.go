package mp3

import (
	"bytes"
	"encoding/binary"
)

// tagMarks are the ways in which a tag begins.
var tagMarks = []string{"ID3", "TAG", "APETAGEX", "LYRICSBEGIN"}

// Sniff tells whether b begins as an MP3 does: with an ID3v2 tag, or with a frame that another one of the same stream, a tag
// or the end follows. A mere 0xff, the first byte of many a sample, is not enough.
func Sniff(b []byte) bool {
	if bytes.HasPrefix(b, []byte("ID3")) {
		return true
	}
	h, ok := ParseHeader(b)
	return ok && len(b) >= h.Size() && confirmed(h, b, true)
}

const (
	id3v1Size   = 128
	apeHeadSize = 32
)

// tagSize returns the bytes of the tag at the start of b, or 0 if there is none. b holds some more than the longest tag header.
func tagSize(b []byte) int64 {
	switch {
	case bytes.HasPrefix(b, []byte("ID3")):
		return id3v2Size(b)
	case bytes.HasPrefix(b, []byte("TAG")):
		return id3v1Size
	case bytes.HasPrefix(b, []byte("APETAGEX")):
		return apeSize(b)
	case bytes.HasPrefix(b, []byte("LYRICSBEGIN")):
		if end := bytes.Index(b, []byte("LYRICS200")); end > 0 {
			return int64(end + len("LYRICS200"))
		}
	}
	return 0
}

// id3v2Size reads an ID3v2 header: ten bytes, with the size of what follows in seven bits a byte (ID3v2.3, 3.1). Version 2.4
// may have a footer of ten more.
func id3v2Size(b []byte) int64 {
	if len(b) < 10 || b[3] == 0xff || b[4] == 0xff || (b[6]|b[7]|b[8]|b[9])&0x80 != 0 {
		return 0
	}
	size := 10 + (int64(b[6])<<21 | int64(b[7])<<14 | int64(b[8])<<7 | int64(b[9]))
	if b[3] >= 4 && b[5]&0x10 != 0 {
		size += 10
	}
	return size
}

// apeSize reads the header or the footer of an APE tag (APEv2): its size field covers the items and the footer.
func apeSize(b []byte) int64 {
	if len(b) < apeHeadSize {
		return 0
	}
	const isHeader = 1 << 29
	if binary.LittleEndian.Uint32(b[20:])&isHeader == 0 {
		return apeHeadSize // a footer whose items were not recognised
	}
	return apeHeadSize + int64(binary.LittleEndian.Uint32(b[12:]))
}
