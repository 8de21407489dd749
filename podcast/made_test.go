package podcast_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"articast/audio"
	"articast/audio/wav"
	"articast/podcast"
)

// standIn returns a program that makes of anything the bytes that are given.
func standIn(t *testing.T, made string) podcast.Encoder {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("the program is a shell script")
	}
	dir := t.TempDir()
	program := filepath.Join(dir, "ffmpeg")
	script := "#!/bin/sh\nfor last; do :; done\nexec cp '" + filepath.Join(dir, "made") + "' \"${last#file:}\"\n"
	for path, content := range map[string]string{program: script, filepath.Join(dir, "made"): made} {
		if err := os.WriteFile(path, []byte(content), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	return podcast.Encoder{Name: podcast.FFmpeg, Path: program}
}

// TestEncoderLooksAtWhatWasMade: whatever a program says of itself, a file that is cut short, empty, of another format or another
// length is refused, and nothing is written.
func TestEncoderLooksAtWhatWasMade(t *testing.T) {
	program := encoder(t, podcast.FFmpeg)
	p, e, sound := produceWAV(t, odd())
	for _, format := range []podcast.Format{podcast.FLAC, podcast.Opus, podcast.M4B} {
		_, f := encode(t, program, format)
		whole := content(t, f)
		job := podcast.Encoding{Sound: sound.Name(), Scratch: filepath.Join(t.TempDir(), "scratch"), Format: format, Rate: e.Rate, Kbps: 64, Tag: p.Tag(odd(), e)}
		if _, err := standIn(t, whole).Encode(t.Context(), job, newFile(t)); err != nil {
			t.Errorf("%v: %v", format, err)
		}
		longer := job
		longer.Tag.Length += 200 * time.Millisecond
		for name, c := range map[string]struct {
			made string
			job  podcast.Encoding
		}{
			"empty": {"", job}, "half": {whole[:len(whole)/2], job}, "its beginning": {whole[:10], job},
			"other": {strings.Repeat("noise ", 1000), job}, "too short": {whole, longer},
		} {
			out := newFile(t)
			_, err := standIn(t, c.made).Encode(t.Context(), c.job, out)
			var failed *podcast.EncodeError
			if !errors.As(err, &failed) || content(t, out) != "" {
				t.Errorf("%v, %s: %v", format, name, err)
			}
			t.Logf("%v, %s: %v", format, name, err)
		}
	}
}

// TestEncoderTakesWhatFFmpegMakes at the sample rates of engines: none is refused.
func TestEncoderTakesWhatFFmpegMakes(t *testing.T) {
	program := encoder(t, podcast.FFmpeg)
	for _, rate := range []audio.SampleRate{16000, 22050, 24000, 44100, 48000} {
		silence := audio.Silence(rate, 3777*time.Millisecond)
		var sound bytes.Buffer
		path := filepath.Join(t.TempDir(), "sound.wav")
		if err := errors.Join(wav.Encode(&sound, silence), os.WriteFile(path, sound.Bytes(), 0o600)); err != nil {
			t.Fatal(err)
		}
		for _, format := range []podcast.Format{podcast.FLAC, podcast.Opus, podcast.M4B} {
			job := podcast.Encoding{Sound: path, Scratch: filepath.Join(t.TempDir(), "scratch"), Format: format, Rate: rate, Kbps: 64}
			job.Tag.Length = silence.Duration()
			if _, err := program.Encode(t.Context(), job, newFile(t)); err != nil {
				t.Errorf("%d Hz: %v", rate, err)
			}
		}
	}
}
