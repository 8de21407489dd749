package podcast

import (
	"path/filepath"
	"strings"
)

// Format is a kind of file that holds an Episode.
type Format int

// The formats. Produce writes MP3 and WAV; an Encoder makes the others of a WAV.
const (
	MP3  Format = iota // ISO/IEC 11172-3, by our own encoder, an ID3 tag in front
	WAV                // 16-bit samples as they were mastered, an ID3 tag in a chunk behind them
	FLAC               // RFC 9639
	Opus               // RFC 7845: Opus in Ogg
	M4B                // AAC in MPEG-4 (ISO/IEC 14496-14), as audiobooks have it
)

// formatEndings are the endings of the formats' files.
var formatEndings = map[string]Format{".mp3": MP3, ".wav": WAV, ".flac": FLAC, ".opus": Opus, ".m4b": M4B, ".m4a": M4B}

// FormatOf returns the format that a file's name promises by its ending, in capitals or not; false where it promises none of
// them.
func FormatOf(name string) (Format, bool) {
	f, ok := formatEndings[strings.ToLower(filepath.Ext(name))]
	return f, ok
}

// String returns the format's usual name.
func (f Format) String() string {
	return [...]string{"MP3", "WAV", "FLAC", "Opus", "M4B"}[f]
}

// Lossless tells whether the format keeps every sample, so that no bitrate is chosen for it.
func (f Format) Lossless() bool { return f == WAV || f == FLAC }
