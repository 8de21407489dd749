package command

import (
	"bytes"
	"errors"
	"fmt"
	"slices"

	"articast/audio"
	"articast/audio/aiff"
	"articast/audio/mp3"
	"articast/audio/wav"
	"articast/tts"
)

// clip reads raw sound where a rate was named, else a file.
func (b *Backend) clip(sound []byte) (audio.Clip, error) {
	if b.raw != 0 {
		return decodeRaw(sound, b.raw)
	}
	return decode(sound)
}

// decodeRaw reads samples of 16 bits, the lower byte first. A file with a head is refused: it would be heard as noise.
func decodeRaw(sound []byte, rate audio.SampleRate) (audio.Clip, error) {
	switch {
	case len(sound) == 0:
		return audio.Clip{}, errors.New("the program wrote no sound")
	case isFile(sound):
		return audio.Clip{}, errors.New("the program wrote a file that names its own rate: it is not raw")
	case len(sound)%2 != 0:
		return audio.Clip{}, fmt.Errorf("the program wrote %d bytes, not whole samples of 16 bits", len(sound))
	}
	return audio.FromPCM16(rate, sound), nil
}

// isFile tells the head of a file of sound from samples: those that are read, and some others.
func isFile(sound []byte) bool {
	return mp3.Sniff(sound) || slices.ContainsFunc([]string{"RIFF", "FORM", "OggS", "fLaC", "caff"}, func(mark string) bool {
		return bytes.HasPrefix(sound, []byte(mark))
	})
}

// decode reads a file of whichever kind it is.
func decode(sound []byte) (audio.Clip, error) {
	switch {
	case len(sound) == 0:
		return audio.Clip{}, errors.New("the program wrote no sound")
	case bytes.HasPrefix(sound, []byte("RIFF")):
		return wav.Decode(bytes.NewReader(sound))
	case bytes.HasPrefix(sound, []byte("FORM")):
		return aiff.Decode(bytes.NewReader(sound))
	case mp3.Sniff(sound):
		return decodeMP3(sound)
	}
	return audio.Clip{}, fmt.Errorf("what the program wrote is no WAV, AIFF or MP3: it begins with %.16q", sound)
}

// decodeMP3 walks the frames first: the decoder takes damaged ones without a word.
func decodeMP3(sound []byte) (audio.Clip, error) {
	sum, err := mp3.Walk(bytes.NewReader(sound), nil)
	if err != nil {
		return audio.Clip{}, err
	}
	if sum.Whole() != nil {
		err := fmt.Errorf("the program wrote a damaged MP3: %d whole frames, %d bytes that are none", sum.Frames, sum.GarbageBytes+int64(sum.Truncated))
		return audio.Clip{}, &tts.TemporaryError{Err: err}
	}
	return mp3.Decode(bytes.NewReader(sound))
}
