package podcast

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"strconv"
	"strings"

	"articast/audio/id3"
)

// ffmpegCodecs are the encoder and the container ("muxer") of each format.
var ffmpegCodecs = map[Format][2]string{
	MP3:  {"libmp3lame", "mp3"},
	FLAC: {"flac", "flac"},
	Opus: {"libopus", "opus"},
	M4B:  {"aac", "ipod"},
}

// ffmpegArgs takes the sound and the cover from the WAV, and all that is said about it from standard input. What ffmpeg would say about itself, and
// dates and random numbers, are kept out (-bitexact).
func (e Encoding) ffmpegArgs() []string {
	codec := ffmpegCodecs[e.Format]
	args := []string{
		"-v", "error", "-nostdin", "-y",
		"-i", "file:" + e.Sound, "-f", "ffmetadata", "-i", "pipe:0",
		"-map", "0:a", "-map_metadata", "1", "-map_chapters", "1", "-c:a", codec[0], "-bitexact",
	}
	if !e.Format.Lossless() {
		args = append(args, "-b:a", strconv.Itoa(e.Kbps)+"k")
	}
	if len(e.Tag.Picture.Data) > 0 && (e.Format == FLAC || e.Format == M4B) {
		args = append(args, "-map", "0:v", "-c:v", "copy", "-disposition:v", "attached_pic")
	}
	switch e.Format {
	case MP3:
		args = append(args, "-id3v2_version", "0", "-write_xing", "0")
	case M4B: // the "fast" search is five times as fast as the usual one, and on speech as good
		args = append(args, "-aac_coder", "fast", "-metadata:s:a", "language="+id3.Language(e.Tag.Language), "-movflags", "+faststart")
	}
	return append(args, "-f", codec[1], "file:"+e.Scratch)
}

// metadata returns the tag as ffmpeg reads it (ffmpeg-formats(1), "Metadata"). An MP3 gets our own.
func (e Encoding) metadata() []byte {
	var b bytes.Buffer
	b.WriteString(";FFMETADATA1\n")
	if e.Format == MP3 {
		return b.Bytes()
	}
	for _, field := range e.fields() {
		if field[1] != "" {
			fmt.Fprintf(&b, "%s=%s\n", field[0], escapeMetadata(field[1]))
		}
	}
	if e.Format != M4B {
		return b.Bytes()
	}
	for _, c := range e.Tag.Chapters {
		fmt.Fprintf(&b, "[CHAPTER]\nTIMEBASE=1/1000\nSTART=%d\nEND=%d\ntitle=%s\n",
			c.Start.Milliseconds(), c.End.Milliseconds(), escapeMetadata(c.Title))
	}
	return b.Bytes()
}

// fields returns names and values. ffmpeg names them as each format does.
func (e Encoding) fields() [][2]string {
	t := e.Tag
	fields := [][2]string{
		{"title", t.Title}, {"artist", t.Artist}, {"album", t.Album}, {"date", t.Date[:min(len(t.Date), len("2006-01-02"))]},
		{"copyright", t.Copyright}, {"comment", strings.TrimPrefix(t.Comment+"\n"+t.Software, "\n")}, {"lyrics", t.Lyrics},
	}
	switch e.Format {
	case M4B:
		return append(fields, [2]string{"media_type", "2"}) // an audiobook
	case Opus: // ffmpeg puts no picture into Ogg by itself
		if len(t.Picture.Data) > 0 {
			fields = append(fields, [2]string{"METADATA_BLOCK_PICTURE", base64.StdEncoding.EncodeToString(pictureBlock(t.Picture))})
		}
	}
	// ffmpeg writes no chapters into FLAC, and into Ogg with a second too many from the half second on.
	for i, c := range t.Chapters {
		name := fmt.Sprintf("CHAPTER%03d", i) // https://wiki.xiph.org/Chapter_Extension
		fields = append(fields, [2]string{name, stamp(c.Start, ".")}, [2]string{name + "NAME", c.Title})
	}
	return append(fields, [2]string{"language", t.Language}, [2]string{"contact", t.URL})
}

// escapeMetadata hides what has a meaning in a file of metadata. ffmpeg takes the end of a line behind a backslash for a part of the value,
// even where the backslash is hidden itself: a space comes between.
func escapeMetadata(s string) string {
	if strings.HasSuffix(s, `\`) {
		s += " "
	}
	return metadataEscapes.Replace(s)
}

var metadataEscapes = strings.NewReplacer(`\`, `\\`, "=", `\=`, ";", `\;`, "#", `\#`, "\n", "\\\n", "\r", "", "\x00", "")

// pictureBlock is the block of a picture in FLAC (RFC 9639, 8.8), which tags of Ogg hold too. Its size and colours are left open.
func pictureBlock(p id3.Picture) []byte {
	const frontCover = 3
	b := binary.BigEndian.AppendUint32(nil, frontCover)
	b = binary.BigEndian.AppendUint32(b, uint32(len(p.MIME)))
	b = append(b, p.MIME...)
	b = append(b, make([]byte, 4+4*4)...) // no description, width, height, depth, colours
	b = binary.BigEndian.AppendUint32(b, uint32(len(p.Data)))
	return append(b, p.Data...)
}
