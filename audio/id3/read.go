package id3

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
)

// ErrNoTag is returned by Read for a stream that does not begin with an ID3v2 tag.
var ErrNoTag = errors.New("id3: no tag")

const (
	maxRead   = 32 << 20 // the largest tag that Read takes; a cover of 1400 pixels has under 2 MB
	maxFrames = 1 << 17  // top-level frames; a tag with the most chapters has half as many
)

// Read reads the tag at the start of a stream, version 2.3 or 2.4, and leaves the stream behind it. Frames that it does not know are
// skipped, as is a frame that is damaged, which Tag.Damage tells. Chapters come in the order of their start. It returns ErrNoTag where there is none, a
// *LimitError for a tag over 32 MB, and an error for another version or a tag that is cut short.
func Read(r io.Reader) (Tag, error) {
	var head [headerSize]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			return Tag{}, ErrNoTag
		}
		return Tag{}, fmt.Errorf("read id3: %w", err)
	}
	if string(head[:3]) != "ID3" {
		return Tag{}, ErrNoTag
	}
	version, flags := head[3], head[5]
	if version != 3 && version != 4 {
		return Tag{}, fmt.Errorf("read id3: version 2.%d not supported", version)
	}
	size, ok := synchsafe(head[6:])
	if !ok {
		return Tag{}, errors.New("read id3: bad size")
	}
	if size > maxRead {
		return Tag{}, &LimitError{What: "bytes of tag", Max: maxRead}
	}
	body, err := io.ReadAll(io.LimitReader(r, int64(size)))
	if err != nil {
		return Tag{}, fmt.Errorf("read id3: %w", err)
	}
	if len(body) < size {
		return Tag{}, fmt.Errorf("read id3: tag cut short: %w", io.ErrUnexpectedEOF)
	}
	d := decoder{version: version, ids: make(map[string]bool)}
	d.frames(skipExtended(version, flags, undoUnsync(version, flags, body)), d.tagFrame)
	d.finish()
	return d.tag, nil
}

const (
	flagUnsync   = 0x80
	flagExtended = 0x40
)

// undoUnsync removes the zeros that a writer has put behind every 0xff (version 2.3, 5; in 2.4 it is done frame by frame).
func undoUnsync(version, flags byte, b []byte) []byte {
	if version != 3 || flags&flagUnsync == 0 {
		return b
	}
	return resync(b)
}

func resync(b []byte) []byte {
	out := make([]byte, 0, len(b))
	for i, c := range b {
		if c == 0 && i > 0 && b[i-1] == 0xff {
			continue
		}
		out = append(out, c)
	}
	return out
}

// skipExtended steps over the extended header, whose size counts itself only in version 2.4.
func skipExtended(version, flags byte, b []byte) []byte {
	if flags&flagExtended == 0 || len(b) < 4 {
		return b
	}
	n := int(min(binary.BigEndian.Uint32(b), maxRead)) + 4
	if version == 4 {
		n, _ = synchsafe(b)
	}
	return b[min(max(n, 0), len(b)):]
}

// synchsafe reads four bytes of seven bits each.
func synchsafe(b []byte) (int, bool) {
	if (b[0]|b[1]|b[2]|b[3])&0x80 != 0 {
		return 0, false
	}
	return int(b[0])<<21 | int(b[1])<<14 | int(b[2])<<7 | int(b[3]), true
}

// decoder collects the frames of one tag.
type decoder struct {
	version byte
	tag     Tag
	ids     map[string]bool // of chapters and tables of contents
	listed  []string        // what tables of contents name
	yyyy    string
	ddmm    string
}

// frames calls fn for every frame in b until the padding or something that is no frame.
func (d *decoder) frames(b []byte, fn func(id string, body []byte)) {
	for range maxFrames {
		if len(b) < frameHeaderSize || !isID(b[:4]) {
			if len(b) > 0 && b[0] != 0 {
				d.damaged("%d bytes in it are no frame", len(b))
			}
			return
		}
		size, ok := d.frameSize(b)
		if !ok {
			d.damaged("its frame %s is cut off, and what follows is lost", b[:4])
			return
		}
		body := b[frameHeaderSize : frameHeaderSize+size]
		if d.version == 4 {
			body = undoFrameFlags(b[9], body)
		} else if b[9]&0xc0 != 0 {
			body = nil // compressed or encrypted
		}
		if body != nil {
			fn(string(b[:4]), body)
		}
		b = b[frameHeaderSize+size:]
	}
}

// damaged notes the first fault of the tag.
func (d *decoder) damaged(format string, a ...any) {
	if d.tag.Damage == "" {
		d.tag.Damage = fmt.Sprintf(format, a...)
	}
}

// frameSize reads the size of the frame at the start of b. Version 2.4 has seven bits a byte, but writers are about that do not
// know it, mostly within chapters: of two readings, the one that leads to a frame, the padding or the end is right.
func (d *decoder) frameSize(b []byte) (int, bool) {
	plain := int(min(binary.BigEndian.Uint32(b[4:]), maxRead+1))
	safe, ok := synchsafe(b[4:])
	if d.version == 3 || !ok {
		return plain, plain <= len(b)-frameHeaderSize
	}
	if safe != plain && !leadsOn(b, safe) && leadsOn(b, plain) {
		return plain, true
	}
	return safe, safe <= len(b)-frameHeaderSize
}

// leadsOn reports whether a frame of this size is followed by another, by padding or by nothing.
func leadsOn(b []byte, size int) bool {
	if size > len(b)-frameHeaderSize {
		return false
	}
	next := b[frameHeaderSize+size:]
	return len(next) == 0 || next[0] == 0 || len(next) >= 4 && isID(next[:4])
}

func isID(b []byte) bool {
	for _, c := range b {
		if (c < 'A' || c > 'Z') && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}

// undoFrameFlags returns the content of a version 2.4 frame, nil for one that is compressed or encrypted (4.1.2).
func undoFrameFlags(flags byte, body []byte) []byte {
	const compressed, encrypted, unsync, lengthThere = 8, 4, 2, 1
	if flags&(compressed|encrypted) != 0 {
		return nil
	}
	if flags&lengthThere != 0 && len(body) >= 4 {
		body = body[4:]
	}
	if flags&unsync != 0 {
		body = resync(body)
	}
	return body
}

// tagFrame takes one frame of the tag itself. The first of its kind counts.
func (d *decoder) tagFrame(id string, body []byte) {
	t := &d.tag
	if field := d.textField(id); field != nil {
		if len(body) > 0 && body[0] > utf8Coding {
			d.damaged("its frame %s has no known encoding", id)
		}
		if *field == "" {
			*field = text(body)
		}
		return
	}
	switch id {
	case "TRCK":
		number, _, _ := strings.Cut(text(body), "/")
		t.Track, _ = strconv.Atoi(number)
	case "TLEN":
		ms, err := strconv.ParseInt(text(body), 10, 64)
		if err == nil && ms >= 0 && ms <= maxMillis {
			t.Length = time.Duration(ms) * time.Millisecond
		}
	case "WOAS":
		t.URL = latin(upTo(body, 1))
	case "COMM":
		t.Comment = described(body, t.Comment)
	case "USLT":
		t.Lyrics = described(body, t.Lyrics)
	case "APIC":
		d.picture(body)
	case "CHAP":
		d.chapter(body)
	case "CTOC":
		d.contents(body)
	}
}

// textField returns where the text of a frame goes, nil for other frames.
func (d *decoder) textField(id string) *string {
	t := &d.tag
	return map[string]*string{
		"TIT2": &t.Title, "TPE1": &t.Artist, "TALB": &t.Album, "TCON": &t.Genre, "TLAN": &t.Language,
		"TCOP": &t.Copyright, "TSSE": &t.Software, "TDRC": &t.Date, "TYER": &d.yyyy, "TDAT": &d.ddmm,
	}[id]
}

// finish puts the date together and the chapters into order.
func (d *decoder) finish() {
	if d.tag.Date == "" {
		d.tag.Date = d.yyyy
		if len(d.yyyy) == 4 && len(d.ddmm) == 4 {
			d.tag.Date += "-" + d.ddmm[2:] + "-" + d.ddmm[:2]
		}
	}
	for _, id := range d.listed {
		if !d.ids[id] {
			d.damaged("its table of contents names %q, which is not there", id)
		}
	}
	sortChapters(d.tag.Chapters)
}

// picture takes the first picture: encoding, MIME type, kind, description, data.
func (d *decoder) picture(body []byte) {
	if len(body) < 1 || d.tag.Picture.Data != nil {
		return
	}
	mime := upTo(body[1:], 1)
	rest := body[min(len(body), 1+len(mime)+1):]
	if len(rest) < 1 {
		return
	}
	_, data := splitText(body[0], rest[1:])
	d.tag.Picture = Picture{MIME: latin(mime), Data: data}
}

// chapter takes a CHAP frame; one with more chapters than can be written is cut off.
func (d *decoder) chapter(body []byte) {
	id := upTo(body, 1)
	rest := body[min(len(body), len(id)+1):]
	if len(rest) < 16 || len(d.tag.Chapters) >= maxChapters {
		d.damaged("a chapter in it is cut off")
		return
	}
	d.ids[string(id)] = true
	c := Chapter{Start: millis(rest), End: millis(rest[4:])}
	d.frames(rest[16:], func(id string, body []byte) {
		switch id {
		case "TIT2":
			c.Title = text(body)
		case "WXXX":
			if len(body) > 0 {
				_, link := splitText(body[0], body[1:])
				c.URL = latin(upTo(link, 1))
			}
		}
	})
	d.tag.Chapters = append(d.tag.Chapters, c)
}

// contents takes what a CTOC frame names: its own name, flags, their number, and the name of each (chapters 1.0, 3.2).
func (d *decoder) contents(body []byte) {
	id := upTo(body, 1)
	d.ids[string(id)] = true
	rest := body[min(len(body), len(id)+1):]
	if len(rest) < 2 {
		d.damaged("its table of contents is cut off")
		return
	}
	n := int(rest[1])
	for rest = rest[2:]; n > 0 && len(rest) > 0; n-- {
		child := upTo(rest, 1)
		d.listed = append(d.listed, string(child))
		rest = rest[min(len(rest), len(child)+1):]
	}
}

func millis(b []byte) time.Duration {
	return time.Duration(binary.BigEndian.Uint32(b)) * time.Millisecond
}
