package id3

import (
	"encoding/binary"
	"sort"
	"strings"
	"unicode/utf16"
)

// text reads the content of a text frame: its encoding, then the first of its strings.
func text(body []byte) string {
	if len(body) == 0 {
		return ""
	}
	first, _ := splitText(body[0], body[1:])
	return first
}

// described reads the text of a COMM or USLT frame behind its language and description. A frame with a description belongs to some
// program and does not replace one that has been read.
func described(body []byte, have string) string {
	if len(body) < 4 {
		return have
	}
	description, rest := splitText(body[0], body[4:])
	if have != "" || description != "" {
		return have
	}
	content, _ := splitText(body[0], rest)
	return content
}

// splitText reads a string up to its end or its NUL, and returns what is behind.
func splitText(encoding byte, b []byte) (string, []byte) {
	width := 1
	if encoding == utf16BOM || encoding == utf16BE {
		width = 2
	}
	raw := upTo(b, width)
	rest := b[min(len(b), len(raw)+width):]
	switch encoding {
	case utf16BOM, utf16BE:
		return wide(raw, encoding == utf16BE), rest
	case utf8Coding:
		return strings.ToValidUTF8(string(raw), "\ufffd"), rest
	}
	return latin(raw), rest
}

// upTo returns b up to the first NUL of width bytes.
func upTo(b []byte, width int) []byte {
	for i := 0; i+width <= len(b); i += width {
		if b[i] == 0 && b[i+width-1] == 0 {
			return b[:i]
		}
	}
	return b[:len(b)-len(b)%width]
}

// wide decodes UTF-16; a byte order mark goes before bigEndian.
func wide(b []byte, bigEndian bool) string {
	var units []uint16
	var order binary.ByteOrder = binary.LittleEndian
	if bigEndian {
		order = binary.BigEndian
	}
	for i := 0; i+2 <= len(b); i += 2 {
		if i == 0 && (b[0] == 0xff && b[1] == 0xfe || b[0] == 0xfe && b[1] == 0xff) {
			order = binary.LittleEndian
			if b[0] == 0xfe {
				order = binary.BigEndian
			}
			continue
		}
		units = append(units, order.Uint16(b[i:]))
	}
	return string(utf16.Decode(units))
}

// latin decodes ISO 8859-1.
func latin(b []byte) string {
	runes := make([]rune, len(b))
	for i, c := range b {
		runes[i] = rune(c)
	}
	return string(runes)
}

func sortChapters(list []Chapter) {
	sort.SliceStable(list, func(i, j int) bool { return list[i].Start < list[j].Start })
}
