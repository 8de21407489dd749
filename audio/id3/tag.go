// Package id3 writes and reads the tag in front of an MP3 file: title, author, source, picture and the index of chapters.
//
// It writes ID3v2.3 (id3.org, "ID3 tag version 2.3.0") with the "ID3v2 Chapter Frame Addendum" 1.0: UTF-16 text, plain 32-bit
// sizes in frames and sub-frames. Version 2.4 would be newer, but ffmpeg and all that is built on it read the sizes of its sub-frames
// wrongly, so that one chapter title of 126 bytes hides every chapter. The reader takes both versions.
package id3

import (
	"fmt"
	"time"
)

// Tag is what is said about a file. Empty fields are not written.
type Tag struct {
	Title     string        // TIT2
	Artist    string        // TPE1: who wrote the article
	Album     string        // TALB: the site or the podcast
	Genre     string        // TCON
	Track     int           // TRCK
	Date      string        // TYER, TDAT: "2006", "2006-01" or "2006-01-02", more is ignored
	Language  string        // TLAN and the language of Comment and Lyrics: BCP 47 ("en-GB") or ISO 639-2 ("eng")
	Copyright string        // TCOP
	Software  string        // TSSE: what made the file
	URL       string        // WOAS: where the text comes from
	Comment   string        // COMM
	Lyrics    string        // USLT: the text itself
	Length    time.Duration // TLEN, to the millisecond
	Picture   Picture       // APIC
	Chapters  []Chapter     // CHAP, CTOC
	Damage    string        // by Read: the first thing that is wrong in the tag, "" when it is well; nothing to be written
}

// Chapter is a named stretch of the file, to the millisecond.
type Chapter struct {
	Start, End time.Duration
	Title      string
	URL        string // of the place in the source; may be empty
}

// Picture is the cover.
type Picture struct {
	MIME string // "image/jpeg" or "image/png"
	Data []byte
}

// LimitError reports a tag that cannot be written or is refused when read.
type LimitError struct {
	What string // "tag", "chapters", "chapter 3 ends before it starts"
	Max  int64  // 0 when it is not a matter of size
}

// Error says what is wrong.
func (e *LimitError) Error() string {
	if e.Max == 0 {
		return "id3: " + e.What
	}
	return fmt.Sprintf("id3: too many or too large: %s (at most %d)", e.What, e.Max)
}

// Limits of the format and of this package.
const (
	maxTag      = 1<<28 - 1 // four bytes of seven bits
	maxChildren = 255       // a CTOC counts its children in one byte
	maxChapters = maxChildren * maxChildren
	maxMillis   = 1<<32 - 2
	noOffset    = 1<<32 - 1 // "use the times instead"
)

// check refuses what the format cannot say.
func (t Tag) check() error {
	if len(t.Picture.Data)+2*len(t.Lyrics)+2*len(t.Comment) > maxTag/2 {
		return &LimitError{What: "bytes of picture and text", Max: maxTag / 2}
	}
	if len(t.Chapters) > maxChapters {
		return &LimitError{What: "chapters", Max: maxChapters}
	}
	for i, c := range t.Chapters {
		switch {
		case c.Start < 0 || c.End < c.Start:
			return &LimitError{What: fmt.Sprintf("chapter %d ends before it starts", i+1)}
		case c.End.Milliseconds() > maxMillis:
			return &LimitError{What: "milliseconds of a chapter's end", Max: maxMillis}
		}
	}
	return nil
}
