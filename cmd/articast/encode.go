package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"articast/internal/atomicfile"
	"articast/podcast"
	"articast/segment"
)

// ownEncoder is the value of --encoder for what is inside this program.
const ownEncoder = "articast"

// encoderNames are the values of --encoder, the default first.
var encoderNames = []string{ownEncoder, podcast.LAME, podcast.FFmpeg}

func encoderFlag() cli.Flag {
	return &cli.StringFlag{
		Name: "encoder", Value: ownEncoder, Category: categoryOutput, Action: oneOf("encoder", encoderNames),
		Usage: "what makes the MP3: `PROGRAM` is articast, or lame or ffmpeg of this machine",
	}
}

// findEncoder returns the program of this machine that makes the target's file, once it has shown that it can; nil where articast makes it
// itself. mp3Encoder is the value of --encoder.
func findEncoder(ctx context.Context, t target, mp3Encoder string) (*podcast.Encoder, error) {
	name, hint := podcast.FFmpeg, "install ffmpeg (https://ffmpeg.org/download.html), or name the file .mp3 or .wav, for which none is needed"
	switch {
	case t.format == podcast.WAV, t.format == podcast.MP3 && mp3Encoder == ownEncoder:
		return nil, nil
	case t.format == podcast.MP3:
		name, hint = mp3Encoder, "install "+mp3Encoder+", or leave --encoder away: articast has an encoder of its own"
	}
	encoder, err := podcast.FindEncoder(name)
	if err != nil {
		return nil, &hintError{error: fmt.Errorf("this machine has no %s, which is to make the %v", name, t.format), hint: hint}
	}
	err = encoder.Try(ctx, t.format)
	var lacks *podcast.EncodeError
	var path *fs.PathError
	switch {
	case errors.As(err, &lacks):
		return nil, &hintError{error: fmt.Errorf("%s cannot %w", encoder.Path, err), hint: hint}
	case errors.As(err, &path): // of the files that are tried
		return nil, tempError(err)
	}
	return &encoder, err
}

// chooseEncoder settles who makes the file, before anything is spoken.
func (o *renderOptions) chooseEncoder(ctx context.Context, t target) (err error) {
	if o.mp3Asked && t.format != podcast.MP3 {
		return &usageError{msg: fmt.Sprintf("--encoder makes an MP3, but %s is to be %v", t.shown, t.format), hint: "leave --encoder away, or name a file that ends in .mp3", flag: "encoder"}
	}
	if o.encoder, err = findEncoder(ctx, t, o.mp3By); err != nil {
		return err
	}
	o.studio.format = t.format
	if o.encoder != nil {
		o.studio.format = podcast.WAV
	}
	return nil
}

// record speaks the plan into out, by way of a WAV where a program makes the file of that.
func (o renderOptions) record(ctx context.Context, s *studio, plan *segment.Plan, t target, out podcast.Output, bar *progressBar) (*podcast.Episode, error) {
	if o.encoder == nil {
		return s.produce(ctx, plan, out, bar.update)
	}
	sound, err := t.scratch()
	if err != nil {
		return nil, err
	}
	defer sound.Abort()
	made, err := t.scratch()
	if err != nil {
		return nil, err
	}
	defer made.Abort()
	episode, err := s.produce(ctx, plan, sound, bar.update)
	if err != nil {
		return nil, err
	}
	bar.say(fmt.Sprintf("%s makes the %v", o.encoder.Name, t.format))
	_, err = o.encoder.Encode(ctx, podcast.Encoding{
		Sound: sound.Name(), Scratch: made.Name(), Format: t.format, Rate: episode.Rate, Kbps: s.options.kbps, Tag: s.producer(nil).Tag(plan, episode),
	}, out)
	var failed *podcast.EncodeError
	if errors.As(err, &failed) {
		return nil, &hintError{error: err, hint: "finished segments are kept; an MP3 or a WAV takes no other program"}
	}
	return episode, err
}

// scratch opens a temporary file, which is never committed: beside the target, where there is room for it if there is for that, and where
// the next run tidies it away when this one is killed.
func (t target) scratch() (*atomicfile.File, error) {
	if t.path == "" || isSpecial(t.path) {
		return atomicfile.Create(filepath.Join(os.TempDir(), "articast-stream"))
	}
	return atomicfile.Create(t.path)
}
