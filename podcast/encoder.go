package podcast

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"time"

	"articast/audio"
	"articast/audio/id3"
	"articast/audio/mp3"
	"articast/audio/wav"
	"articast/internal/process"
)

// The programs that an Encoder may be.
const (
	FFmpeg = "ffmpeg" // of every format but WAV
	LAME   = "lame"   // of MP3
)

// Encoder makes of a WAV that a Producer has written a file of another format, or an MP3 in place of our own encoder, with a
// program of the machine.
type Encoder struct {
	Name string // FFmpeg or LAME
	Path string // of the program
}

// Encoding is what an Encoder is to do.
type Encoding struct {
	Sound   string           // path of the WAV; LAME takes one that ends in .mp3 for an MP3
	Scratch string           // path of a file, which is overwritten, for the program to write
	Format  Format           // not WAV
	Rate    audio.SampleRate // of the WAV
	Kbps    int              // bitrate; formats that lose nothing have none
	Tag     id3.Tag
}

// EncodeError is a program that failed.
type EncodeError struct {
	Encoder Encoder
	Format  Format
	Err     error // often a *process.Error
}

// Error names the format and what the program said last.
func (e *EncodeError) Error() string { return fmt.Sprintf("make the %v: %v", e.Format, e.Err) }

// Unwrap returns the cause.
func (e *EncodeError) Unwrap() error { return e.Err }

// FindEncoder looks for the program of a name. The error, where the machine has none, wraps exec.ErrNotFound.
func FindEncoder(name string) (Encoder, error) {
	path, err := exec.LookPath(name)
	if err != nil {
		return Encoder{}, err
	}
	return Encoder{Name: name, Path: path}, nil
}

// Try has the program make a moment of silence into a format: which formats it knows was settled when it was built. An *EncodeError
// says what it lacks.
func (c Encoder) Try(ctx context.Context, f Format) (err error) {
	dir, err := os.MkdirTemp("", "articast-encoder-*")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	silence := audio.Silence(22050, time.Second/10)
	e := Encoding{
		Sound: filepath.Join(dir, "silence.wav"), Scratch: filepath.Join(dir, "scratch"), Format: f, Rate: silence.Rate, Kbps: mp3.DefaultKbps,
	}
	var sound bytes.Buffer
	if err := errors.Join(wav.Encode(&sound, silence), os.WriteFile(e.Sound, sound.Bytes(), 0o600)); err != nil {
		return err
	}
	return c.run(ctx, e)
}

// Encode writes the file to out, which must be empty, and returns its size. The file has the tag as far as its format takes
// it: title, author, site, date, language, text, cover and chapters. Their times are those in the WAV, whatever the program puts in front
// of the sound: what a decoder is to cut is written into the file. What the program made is checked before it is written: it must be of the format, whole, and as
// long as the WAV. The same WAV gives the same bytes from the same program.
//
// Errors: ctx's, those of out, an *EncodeError. After an error what was written is of no use.
func (c Encoder) Encode(ctx context.Context, e Encoding, out Output) (int64, error) {
	if err := c.run(ctx, e); err != nil {
		return 0, err
	}
	made, err := os.Open(e.Scratch)
	if err != nil {
		return 0, fmt.Errorf("open what %s has made: %w", c.Name, err)
	}
	defer made.Close()
	info, err := made.Stat()
	if err != nil {
		return 0, fmt.Errorf("open what %s has made: %w", c.Name, err)
	}
	if err := e.checkMade(made, info.Size()); err != nil {
		return 0, &EncodeError{Encoder: c, Format: e.Format, Err: fmt.Errorf("%s ended well, but %w", c.Name, err)}
	}
	var head []byte
	if e.Format == MP3 {
		if head, err = e.mp3Head(made); err != nil {
			return 0, &EncodeError{Encoder: c, Format: e.Format, Err: err}
		}
	}
	if _, err := out.Write(head); err != nil {
		return 0, fmt.Errorf("write the episode: %w", err)
	}
	n, err := io.Copy(out, made)
	if err != nil {
		return 0, fmt.Errorf("write the episode: %w", err)
	}
	size := int64(len(head)) + n
	if e.Format == MP3 {
		err = e.checkMP3(out, size)
	}
	if err != nil {
		return 0, &EncodeError{Encoder: c, Format: e.Format, Err: err}
	}
	return size, nil
}

// lameDelay is the number of samples that LAME, which ffmpeg uses too, puts in front, as the Info header has it: ENCDELAY in its encoder.h, the
// same since version 3.90.
const lameDelay = 576

// mp3Head returns what stands in front of the frames that a program has made: the tag, and an Info header for the length of the
// WAV. LAME leaves its own header away where a frame of the bitrate has no room for it.
func (e Encoding) mp3Head(made io.ReadSeeker) ([]byte, error) {
	found, err := mp3.Walk(made, nil)
	if err != nil {
		return nil, err
	}
	if _, err := made.Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	if found.Frames == 0 || found.Info != nil || found.Music != found.Bytes {
		return nil, fmt.Errorf("it has %d frames in %d of %d bytes, or a header of its own", found.Frames, found.Music, found.Bytes)
	}
	head, err := e.Tag.Encode(0)
	if err != nil {
		return nil, err
	}
	samples := int64(e.Rate.N(e.Tag.Length))
	padding := found.Frames*int64(found.First.SamplesPerFrame()) - lameDelay - samples
	return append(head, mp3.InfoFrame(mp3.Config{Rate: found.First.Rate, Kbps: found.First.Kbps}, mp3.Stats{
		Rate: found.First.Rate, Samples: samples, Frames: found.Frames, Bytes: found.Music, Delay: lameDelay, Padding: int(padding), CRC: found.CRC,
	})...), nil
}

// checkMP3 reads an MP3 of others back: it must be whole, have one tag, and play as long as the WAV.
func (e Encoding) checkMP3(out Output, size int64) error {
	found, err := mp3.Verify(io.NewSectionReader(out, 0, size))
	switch {
	case err != nil:
		return err
	case len(found.Tags) != 1:
		return fmt.Errorf("%d tags in the file, not ours alone", len(found.Tags))
	case found.First.Rate != e.Rate || found.Samples() != int64(e.Rate.N(e.Tag.Length)):
		return fmt.Errorf("it plays %v at %d Hz, not %v at %d", found.Duration(), found.First.Rate, e.Tag.Length, e.Rate)
	}
	return nil
}

const (
	encodeGrace = 5 * time.Minute // for a program on a machine with much else to do
	encodePace  = 1               // the least speed, in multiples of real time
)

// run has the program make Scratch of Sound.
func (c Encoder) run(ctx context.Context, e Encoding) error {
	job := process.Job{Program: c.Path, Limit: encodeGrace + e.Tag.Length/encodePace}
	switch c.Name {
	case LAME:
		job.Args = e.lameArgs()
	default:
		job.Args, job.Input = e.ffmpegArgs(), e.metadata()
	}
	_, err := process.Run(ctx, job)
	if err == nil || ctx.Err() != nil {
		return err
	}
	return &EncodeError{Encoder: c, Format: e.Format, Err: err}
}

// lameArgs asks for what our own encoder makes: mono at one bitrate, at the WAV's sample rate, which LAME lowers for low bitrates unless
// it is named. Tag and Info header (-t) are ours.
func (e Encoding) lameArgs() []string {
	kHz := strconv.FormatFloat(float64(e.Rate)/1000, 'g', -1, 64)
	return []string{"--silent", "-m", "m", "--cbr", "-b", strconv.Itoa(e.Kbps), "--resample", kHz, "--noreplaygain", "-t", e.Sound, e.Scratch}
}
