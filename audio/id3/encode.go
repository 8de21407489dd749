package id3

import (
	"encoding/binary"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

const (
	headerSize      = 10
	frameHeaderSize = 10

	latin1     = 0 // text encoding bytes (ID3v2.3, 3.3)
	utf16BOM   = 1
	utf16BE    = 2 // version 2.4 only
	utf8Coding = 3 // version 2.4 only

	frontCover = 3 // picture type (4.15)
)

// Encode writes the tag, followed by zeros until it has at least minSize bytes, so that a room reserved with Size can be
// filled exactly. The same Tag gives the same bytes. It fails with a *LimitError.
func (t Tag) Encode(minSize int) ([]byte, error) {
	if err := t.check(); err != nil {
		return nil, err
	}
	b := make([]byte, headerSize, max(minSize, 1<<10))
	b = t.appendFrames(b)
	if len(b) < minSize {
		b = append(b, make([]byte, minSize-len(b))...)
	}
	size := len(b) - headerSize
	if size > maxTag {
		return nil, &LimitError{What: "bytes of tag", Max: maxTag}
	}
	copy(b, "ID3\x03\x00\x00")
	for i := range 4 {
		b[9-i] = byte(size >> (7 * i) & 0x7f)
	}
	return b, nil
}

// Size returns the bytes that Encode needs for the tag whatever its times turn out to be: the room to reserve in front of a file whose
// length is not known yet.
func (t Tag) Size() (int, error) {
	longest := t
	longest.Length = maxMillis * 1e6
	longest.Chapters = append([]Chapter(nil), t.Chapters...)
	for i := range longest.Chapters {
		longest.Chapters[i].Start, longest.Chapters[i].End = 0, 0
	}
	b, err := longest.Encode(0)
	return len(b), err
}

// appendFrames writes all frames in a fixed order, the chapters last.
func (t Tag) appendFrames(b []byte) []byte {
	lang := Language(t.Language)
	b = appendText(b, "TIT2", t.Title)
	b = appendText(b, "TPE1", t.Artist)
	b = appendText(b, "TALB", t.Album)
	b = appendText(b, "TCON", t.Genre)
	if t.Track > 0 {
		b = appendText(b, "TRCK", strconv.Itoa(t.Track))
	}
	b = appendDate(b, t.Date)
	if t.Language != "" {
		b = appendText(b, "TLAN", lang)
	}
	b = appendText(b, "TCOP", t.Copyright)
	b = appendText(b, "TSSE", t.Software)
	if t.Length > 0 {
		b = appendText(b, "TLEN", strconv.FormatInt(t.Length.Milliseconds(), 10))
	}
	if t.URL != "" {
		b = appendFrame(b, "WOAS", []byte(asciiURL(t.URL)))
	}
	b = appendComment(b, "COMM", lang, t.Comment)
	b = appendComment(b, "USLT", lang, t.Lyrics)
	b = appendPicture(b, t.Picture)
	return appendChapters(b, t.Chapters)
}

// appendFrame writes a frame: name, plain size, no flags.
func appendFrame(b []byte, id string, body []byte) []byte {
	b = append(b, id...)
	b = binary.BigEndian.AppendUint32(b, uint32(len(body)))
	b = append(b, 0, 0)
	return append(b, body...)
}

// appendText writes a text frame, none for an empty text.
func appendText(b []byte, id, text string) []byte {
	if text = oneLine(text); text == "" {
		return b
	}
	return appendFrame(b, id, appendUTF16([]byte{utf16BOM}, text))
}

// appendDate splits a date into the year and, in the order of the format, day and month.
func appendDate(b []byte, date string) []byte {
	if len(date) < 4 || !digits(date[:4]) {
		return b
	}
	b = appendText(b, "TYER", date[:4])
	if len(date) < 10 || date[4] != '-' || date[7] != '-' || !digits(date[5:7]) || !digits(date[8:10]) {
		return b
	}
	return appendText(b, "TDAT", date[8:10]+date[5:7])
}

func digits(s string) bool {
	return strings.Trim(s, "0123456789") == ""
}

// appendComment writes a COMM or USLT frame: language, an empty description, the text.
func appendComment(b []byte, id, lang, text string) []byte {
	if text = strings.ReplaceAll(text, "\x00", ""); text == "" {
		return b
	}
	body := append([]byte{utf16BOM}, lang...)
	body = append(appendUTF16(body, ""), 0, 0)
	return appendFrame(b, id, appendUTF16(body, text))
}

func appendPicture(b []byte, p Picture) []byte {
	if len(p.Data) == 0 {
		return b
	}
	body := append([]byte{latin1}, p.MIME...)
	body = append(body, 0, frontCover, 0)
	return appendFrame(b, "APIC", append(body, p.Data...))
}

// appendChapters writes the table of contents and the chapters. Apple's players want a CTOC with a title, most others
// take the CHAP frames as they come. More than 255 chapters are put under tables of their own.
func appendChapters(b []byte, chapters []Chapter) []byte {
	if len(chapters) == 0 {
		return b
	}
	const topLevel, ordered = 2, 1
	var ids []string
	for i := range chapters {
		ids = append(ids, "chp"+strconv.Itoa(i))
	}
	if len(ids) <= maxChildren {
		b = appendCTOC(b, "toc", topLevel|ordered, "Table of Contents", ids)
	} else {
		groups := (len(ids) + maxChildren - 1) / maxChildren
		tables := make([]string, groups)
		for g := range tables {
			tables[g] = "toc" + strconv.Itoa(g)
		}
		b = appendCTOC(b, "toc", topLevel|ordered, "Table of Contents", tables)
		for g, id := range tables {
			from, to := g*maxChildren, min((g+1)*maxChildren, len(ids))
			b = appendCTOC(b, id, ordered, fmt.Sprintf("Chapters %d to %d", from+1, to), ids[from:to])
		}
	}
	for i, c := range chapters {
		b = appendFrame(b, "CHAP", c.body(ids[i]))
	}
	return b
}

func appendCTOC(b []byte, id string, flags byte, title string, children []string) []byte {
	body := append([]byte(id), 0, flags, byte(len(children)))
	for _, c := range children {
		body = append(append(body, c...), 0)
	}
	return appendFrame(b, "CTOC", appendText(body, "TIT2", title))
}

// body is the content of a CHAP frame: times, no byte offsets, title and link.
func (c Chapter) body(id string) []byte {
	body := append([]byte(id), 0)
	body = binary.BigEndian.AppendUint32(body, uint32(c.Start.Milliseconds()))
	body = binary.BigEndian.AppendUint32(body, uint32(c.End.Milliseconds()))
	body = binary.BigEndian.AppendUint32(body, noOffset)
	body = binary.BigEndian.AppendUint32(body, noOffset)
	body = appendText(body, "TIT2", c.Title)
	if c.URL != "" {
		link := append(appendUTF16([]byte{utf16BOM}, "chapter url"), 0, 0)
		body = appendFrame(body, "WXXX", append(link, asciiURL(c.URL)...))
	}
	return body
}

// appendUTF16 writes a byte order mark and the text, little end first.
func appendUTF16(b []byte, text string) []byte {
	b = append(b, 0xff, 0xfe)
	for _, u := range utf16.Encode([]rune(text)) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return b
}

// oneLine replaces control characters by spaces and trims: text frames are a single line, and a NUL would end them.
func oneLine(text string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return ' '
		}
		return r
	}, text))
}

// asciiURL escapes what a link frame, which is Latin-1, cannot hold safely.
func asciiURL(url string) string {
	var b strings.Builder
	for _, c := range []byte(url) {
		if c <= ' ' || c >= utf8.RuneSelf || c == 0x7f {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}
