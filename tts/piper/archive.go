package piper

import (
	"fmt"
	"io"

	"articast/audio"
	"articast/tts"
)

// Archive is a zstd-compressed tar file: the engine's distribution, or one voice.
type Archive struct {
	Name    string // what is in it: "engine-linux-amd64", or the voice's id
	Version string // of what is in it
	Hash    string // hex, of its content: two archives with one hash hold the same files
	// Executables are the entries that are programs, whatever their mode in the archive says.
	Executables []string
	// Open returns the compressed bytes.
	Open func() (io.ReadCloser, error)
}

// id names the archive's content: the directory it is unpacked to.
func (a Archive) id() string {
	hash := a.Hash
	if len(hash) > 16 {
		hash = hash[:16]
	}
	return fmt.Sprintf("%s-%s-%s", a.Name, a.Version, hash)
}

// source is what tells one archive from all others.
func (a Archive) source() string { return a.Name + " " + a.Version + " " + a.Hash }

// Voice is a voice that comes as an archive of a model (voice.onnx) and its configuration (voice.json).
type Voice struct {
	tts.Voice
	Archive Archive
	// Loudness is that of tts.TrialSentence in English, said at the voice's own pace without noise and trimmed, so that it need
	// not be said to be known; 0 is unknown.
	Loudness audio.LUFS
}
