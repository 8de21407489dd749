package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"articast/audio"
	"articast/audio/wav"
	"articast/podcast"
	"articast/segment"
)

// soundPlayer is a program that plays WAV.
type soundPlayer struct {
	name string
	args []string
	// files: it plays a file at a time, whose path is its last argument and in soundVariable, and not what comes on its standard input.
	files bool
}

// soundVariable holds the path for PowerShell, in whose commands a path would have to be quoted.
const soundVariable = "ARTICAST_SOUND"

// players are those that are looked for, the ones with keys for pause and seeking first.
var players = []soundPlayer{
	{name: "mpv", args: []string{"--no-video", "--really-quiet", "--cache=yes", "-", "--input-terminal=yes"}}, // keys come from /dev/tty
	{name: "ffplay", args: []string{"-nodisp", "-autoexit", "-loglevel", "error", "-i", "-"}},
	{name: "play", args: []string{"-q", "-t", "wav", "-"}}, // SoX
	{name: "aplay", args: []string{"-q", "-t", "wav", "-"}},
	{name: "afplay", files: true},
	{name: "powershell", args: []string{"-NoProfile", "-Command", "(New-Object System.Media.SoundPlayer $env:" + soundVariable + ").PlaySync() #"}, files: true},
}

func playerNames() []string {
	var names []string
	for _, p := range players {
		names = append(names, p.name)
	}
	return names
}

func playCommand() *cli.Command {
	return &cli.Command{
		Name:      "play",
		Usage:     "speak an article, or a plan, at once, through the player of this machine",
		ArgsUsage: "SOURCE",
		Description: `Playback starts with the first sentence, while the rest is being made. What was spoken is kept: render takes it from there.

EXAMPLES:
   articast play article.txt
   articast play https://example.org/story --player ffplay

EXIT STATUS:
   0 done, 1 failed, 2 wrong usage, 3 something was not spoken, 4 engine or voice not available, 130 interrupted`,
		Flags: joinFlags([]cli.Flag{playerFlag(), quietFlag()}, voiceFlags(), onErrorFlags(), costFlags(), articleFlags(), cacheFlags()),
		Action: func(c *cli.Context) error {
			source, err := oneSource(c)
			if err != nil {
				return err
			}
			o := playOptions{source: source, quiet: c.Bool("quiet")}
			if o.article, err = articleOptionsOf(c); err != nil {
				return err
			}
			if o.studio, err = studioOptionsOf(c); err != nil {
				return err
			}
			if o.player, err = findPlayer(c.String("player")); err != nil {
				return err
			}
			return runPlay(c.Context, o, streams{in: c.App.Reader, out: c.App.Writer, errw: c.App.ErrWriter})
		},
	}
}

func playerFlag() cli.Flag {
	return &cli.StringFlag{
		Name: "player", Category: categoryOutput, DefaultText: "the first that is there",
		Usage: "play through `PROGRAM`: " + strings.Join(playerNames(), ", ") + ", or any other that reads WAV from its standard input",
	}
}

func quietFlag() cli.Flag {
	return &cli.BoolFlag{Name: "quiet", Aliases: []string{"q"}, Usage: "say nothing but errors", Category: categoryOutput}
}

// firstPlayer returns the first of players that this machine has, and its path.
func firstPlayer() (p soundPlayer, path string, ok bool) {
	for _, p := range players {
		if path, err := exec.LookPath(p.name); err == nil {
			return p, path, true
		}
	}
	return soundPlayer{}, "", false
}

// findPlayer returns the player of a name or path, and for "" the first that this machine has.
func findPlayer(wanted string) (soundPlayer, error) {
	if wanted == "" {
		if p, _, ok := firstPlayer(); ok {
			return p, nil
		}
		return soundPlayer{}, &hintError{
			error: errors.New("this machine has no player that articast knows"),
			hint:  "install mpv or ffplay, name another with --player PROGRAM, or make an MP3 with articast render",
		}
	}
	path, err := exec.LookPath(wanted)
	if err != nil {
		return soundPlayer{}, &usageError{
			msg:  fmt.Sprintf("--player %s is no program on this machine", wanted),
			hint: "--player takes " + strings.Join(playerNames(), ", ") + ", or the path of a program that reads WAV from its standard input",
		}
	}
	known := strings.TrimSuffix(strings.ToLower(filepath.Base(path)), ".exe")
	p := soundPlayer{}
	if i := slices.IndexFunc(players, func(p soundPlayer) bool { return p.name == known }); i >= 0 {
		p = players[i]
	}
	p.name = path
	return p, nil
}

type playOptions struct {
	source  string
	player  soundPlayer
	quiet   bool
	article articleOptions
	studio  studioOptions
}

func runPlay(ctx context.Context, o playOptions, s streams) error {
	plan, err := loadPlan(ctx, o.source, o.article, s.in)
	if err != nil {
		return err
	}
	return o.hear(ctx, plan, s)
}

// hear has a plan spoken into the player.
func (o playOptions) hear(ctx context.Context, plan *segment.Plan, s streams) error {
	studio, err := o.studio.openPlan(ctx, plan, o.quiet, s)
	if err != nil {
		return err
	}
	defer studio.Close()
	if !o.quiet {
		fmt.Fprintf(s.errw, "playing %s (about %s) through %s\n", oneLine(plan.Title), clock(new(podcast.Producer).Estimate(plan)), filepath.Base(o.player.name))
	}
	var heard podcast.Episode
	err = o.play(ctx, studio, plan, &heard, s.errw)
	studio.tellCache(s.errw)
	if ctx.Err() != nil {
		return &interruptedError{error: ctx.Err(), what: "interrupted"}
	}
	if err != nil {
		return studio.voice.explain(err)
	}
	return tellIncomplete(&heard, s.errw, true)
}

// play speaks the plan into the player, and notes in heard what was skipped.
func (o playOptions) play(ctx context.Context, s *studio, plan *segment.Plan, heard *podcast.Episode, errw io.Writer) error {
	producer := s.producer(nil)
	producer.Skip = func(e *podcast.SegmentError) bool {
		if !s.options.onError.skip(e) {
			return false
		}
		heard.Skipped = append(heard.Skipped, podcast.Skipped{SegmentID: e.ID, Spoken: e.Text, Reason: e.Error()})
		return true
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	var out sink = &filePlayback{ctx: ctx, player: o.player, errw: errw}
	if !o.player.files {
		out = &pipePlayback{ctx: ctx, player: o.player, errw: errw, gone: cancel}
	}
	var spoken error
	for clip, err := range producer.Stream(ctx, plan) {
		if err == nil {
			err = out.play(clip)
		}
		if err != nil {
			spoken = err
			break
		}
	}
	ended := ctx.Err() != nil // the listener ended the player, or it failed: then its own error counts
	err := out.close()
	if err == nil && !ended && !errors.Is(spoken, errPlayerGone) {
		err = spoken
	}
	return err
}

// sink takes clips, each as soon as the one before is nearly heard.
type sink interface {
	play(audio.Clip) error
	close() error // waits for the end of the sound
}

// errPlayerGone says that the player takes no more sound.
var errPlayerGone = errors.New("the player has ended")

// command makes the command of a player. It shares the terminal, and so Ctrl-C; when ctx ends it may put that in order first.
func (p soundPlayer) command(ctx context.Context, errw io.Writer, more ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, p.name, append(slices.Clone(p.args), more...)...)
	cmd.Stdout, cmd.Stderr = errw, errw
	cmd.Cancel = func() error {
		if cmd.Process.Signal(os.Interrupt) == nil {
			return nil
		}
		return cmd.Process.Kill() // Windows has no such signal
	}
	cmd.WaitDelay = 2 * time.Second
	return cmd
}

// failed names the player in the error of its process; nil stays nil.
func (p soundPlayer) failed(err error) error {
	if err == nil {
		return nil
	}
	return &hintError{error: fmt.Errorf("player %s: %w", filepath.Base(p.name), err), hint: "--player PROGRAM chooses another one"}
}

// pipePlayback streams one WAV into a player.
type pipePlayback struct {
	ctx    context.Context
	player soundPlayer
	errw   io.Writer
	gone   func() // is called when the player has ended

	in   io.WriteCloser
	wav  *wav.Writer
	done chan error
}

func (p *pipePlayback) play(clip audio.Clip) error {
	if p.in == nil {
		if err := p.start(clip.Rate); err != nil {
			return err
		}
	}
	if p.wav.Write(clip.Samples) != nil {
		return errPlayerGone
	}
	return nil
}

func (p *pipePlayback) start(rate audio.SampleRate) error {
	cmd := p.player.command(p.ctx, p.errw)
	in, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return p.player.failed(err)
	}
	p.in, p.done = in, make(chan error, 1)
	go func() {
		err := cmd.Wait()
		p.gone()
		p.done <- err
	}()
	if p.wav, err = wav.NewWriter(in, rate, wav.PCM16); err != nil {
		return errPlayerGone
	}
	return nil
}

func (p *pipePlayback) close() error {
	if p.in == nil {
		return nil
	}
	p.in.Close() // the player ends when it has played what is in the pipe
	return p.player.failed(<-p.done)
}

// filePlayback gives a player one file after another.
type filePlayback struct {
	ctx    context.Context
	player soundPlayer
	errw   io.Writer
}

func (p *filePlayback) play(clip audio.Clip) error {
	f, err := os.CreateTemp("", "articast-*.wav")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	err = wav.Encode(f, clip)
	if err = errors.Join(err, f.Close()); err != nil {
		return err
	}
	cmd := p.player.command(p.ctx, p.errw, f.Name())
	cmd.Env = append(os.Environ(), soundVariable+"="+f.Name())
	return p.player.failed(cmd.Run())
}

func (p *filePlayback) close() error { return nil }
