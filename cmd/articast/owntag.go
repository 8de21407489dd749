package main

import (
	"bytes"
	"encoding/binary"
	"io"
	"math"
	"os"
	"regexp"
	"strings"

	"articast/audio/id3"
	"articast/audio/wav"
	"articast/podcast"
)

// ownTag returns the tag of an MP3 or a WAV that articast wrote.
func ownTag(path string) (id3.Tag, bool) {
	f, err := os.Open(path)
	if err != nil {
		return id3.Tag{}, false
	}
	defer f.Close()
	at := int64(0)
	if format, _ := podcast.FormatOf(path); format == podcast.WAV {
		at = behindSamples(f)
	}
	tag, err := id3.Read(io.NewSectionReader(f, at, math.MaxInt64-at))
	return tag, err == nil && strings.HasPrefix(tag.Software, "articast ")
}

// behindSamples returns where in a WAV of ours the content of the chunk behind the samples begins.
func behindSamples(f io.ReaderAt) int64 {
	var head [wav.HeaderSize]byte
	if _, err := f.ReadAt(head[:], 0); err != nil {
		return 0
	}
	const chunkHeader = 8
	return wav.HeaderSize + int64(binary.LittleEndian.Uint32(head[wav.HeaderSize-4:])) + chunkHeader
}

// Where a program has made a file of another format for articast, the last line of its comment names that, and the text stands in it.
var ownComment = regexp.MustCompile(`[=\n\x00]articast \d`)

const (
	maxTagSearch = 16 << 20 // bytes from a file's start on: what is said about ten hours in M4B, with a cover
	textSample   = 4 << 10  // bytes: Ogg has headers of its own in a text of 64 KB
)

// madeFor tells whether articast had a file made, by a program, and whether the text stands in it.
func madeFor(path, text string) (ours, holdsText bool) {
	f, err := os.Open(path)
	if err != nil {
		return false, false
	}
	defer f.Close()
	head, err := io.ReadAll(io.LimitReader(f, maxTagSearch))
	if err != nil {
		return false, false
	}
	sample := strings.TrimSuffix(text[:min(len(text), textSample)], "\n")
	return ownComment.Match(head), sample != "" && bytes.Contains(head, []byte(sample))
}
