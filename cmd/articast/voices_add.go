package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"articast/tts"
	"articast/tts/piper"
)

func addVoiceCommand() *cli.Command {
	return &cli.Command{
		Name:      "add",
		Usage:     "add a Piper voice, a file NAME.onnx with its NAME.onnx.json beside it: --voice NAME is it from then on",
		ArgsUsage: "FILE.onnx",
		Description: `The voice says a word first, where there is an engine. It is copied to a folder of yours, so that the file may go. Articles in its
language are then read by it, but for English ones where voices are embedded: those take --voice NAME.

EXIT STATUS:
   0 done, 1 failed, 2 wrong usage, 4 not a voice, or it cannot speak`,
		Flags:  []cli.Flag{replaceVoiceFlag(), enginePathFlag(), cacheDirFlag()},
		Action: addVoice,
	}
}

func replaceVoiceFlag() cli.Flag {
	return &cli.BoolFlag{Name: "force", Aliases: []string{"f"}, Usage: "replace a voice of the same name"}
}

func addVoice(c *cli.Context) error {
	if c.NArg() != 1 {
		return &usageError{msg: fmt.Sprintf("voices add takes one voice, but got %d", c.NArg()), hint: "articast voices add path/to/en_US-lessac-medium.onnx"}
	}
	a, err := newVoiceAdder(c)
	if err != nil {
		return err
	}
	defer a.Close()
	return a.add(c, c.Args().First())
}

// voiceAdder tries voices and puts them where the user's own are.
type voiceAdder struct {
	io.Closer
	dir     string
	force   bool
	options voiceOptions
	engine  tts.Backend
}

func newVoiceAdder(c *cli.Context) (*voiceAdder, error) {
	a := &voiceAdder{dir: voicesDir(), force: c.Bool("force"), options: voiceOptionsOf(c)}
	if a.dir == "" {
		return nil, &hintError{error: errors.New("this machine does not say where your files are"), hint: "set XDG_DATA_HOME to a folder"}
	}
	a.options.backend = "piper"
	var err error
	a.engine, a.Closer, err = a.options.open()
	return a, err
}

// mayAdd fails where the name of a voice is taken.
func (a *voiceAdder) mayAdd(name string) error {
	if slices.Contains(embeddedVoiceNames(), name) {
		return &usageError{msg: "a voice of that name is embedded: " + name, hint: "rename both of its files"}
	}
	if _, err := os.Stat(filepath.Join(a.dir, name+".onnx")); err == nil && !a.force {
		return &hintError{error: fmt.Errorf("voice %s is there already: %w", name, fs.ErrExist), hint: "--force replaces it"}
	}
	return nil
}

// add has the voice in a file say a word, where there is an engine, and copies it.
func (a *voiceAdder) add(c *cli.Context, file string) error {
	info, err := os.Stat(file)
	if errors.Is(err, fs.ErrNotExist) {
		return &usageError{msg: "no such file: " + file, hint: "voices add takes a file NAME.onnx with its NAME.onnx.json beside it"}
	}
	if err == nil && info.IsDir() {
		return &usageError{msg: file + " is a folder", hint: "voices add takes a file NAME.onnx of it"}
	}
	if err := a.mayAdd(strings.TrimSuffix(filepath.Base(file), ".onnx")); err != nil {
		return err
	}
	untried := ""
	var failed *piper.EngineError
	switch err := sayWord(c.Context, a.engine, file); {
	case errors.As(err, &failed) && failed.Failure != piper.NotStarted:
		return &hintError{
			error: fmt.Errorf("the voice cannot say a word: %w", err),
			hint:  "fetch both of its files again, NAME.onnx and NAME.onnx.json: they belong together",
		}
	case errors.Is(err, tts.ErrUnavailable):
		untried = "; there is no engine to try it with: " + cmp.Or(hintOf(a.options.explain(err)), err.Error())
	case errors.Is(err, tts.ErrNoVoice): // AddVoice says why
	case err != nil:
		return fmt.Errorf("the voice cannot say a word: %w", err)
	}
	v, err := piper.AddVoice(a.dir, file, a.force)
	if errors.Is(err, tts.ErrNoVoice) {
		return &hintError{error: err, hint: "a voice of Piper is a file NAME.onnx with its NAME.onnx.json beside it"}
	}
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(c.App.Writer, "added %s (%s)%s\n", v.ID, v.Lang, untried)
	return err
}
