package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"articast/segment"
	"articast/tts"
	"articast/tts/piper"
)

func playVoiceCommand() *cli.Command {
	return &cli.Command{
		Name:      "play",
		Usage:     "hear a voice say a sentence in its language",
		ArgsUsage: "NAME",
		Description: `EXAMPLES:
   articast voices play alan
   articast voices play de --backend espeak --text "Guten Abend."

EXIT STATUS:
   0 done, 1 failed, 2 wrong usage, 4 engine or voice not available`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "text", Usage: "say `TEXT` in place of the sentence"},
			playerFlag(), quietFlag(), backendFlag(), enginePathFlag(), commandFlag(), commandRateFlag(), cacheDirFlag(),
		},
		Action: playVoice,
	}
}

func playVoice(c *cli.Context) error {
	if c.NArg() != 1 {
		return &usageError{msg: fmt.Sprintf("voices play takes one voice, but got %d", c.NArg()), hint: "articast voices lists them"}
	}
	o := playOptions{quiet: c.Bool("quiet")}
	var err error
	if o.studio, err = studioOptionsOf(c); err != nil {
		return err
	}
	if o.player, err = findPlayer(c.String("player")); err != nil {
		return err
	}
	name := c.Args().First()
	voice := &o.studio.voice
	found, err := findVoice(c, *voice, name)
	if err != nil {
		return err
	}
	voice.backend, voice.voice = found.Engine, name
	said := cmp.Or(c.String("text"), tts.TrialSentence(tts.Utterance{Lang: found.Lang}))
	plan := &segment.Plan{Title: name, Lang: found.Lang, Segments: []segment.Segment{
		{ID: "s0001", Role: segment.RoleBody, Text: said, Spoken: said},
	}}
	return o.hear(c.Context, plan, streams{in: c.App.Reader, out: c.App.Writer, errw: c.App.ErrWriter})
}

// findVoice returns the voice of a name among those of the engine, or of the engines that auto chooses from. A file is one of
// Piper's, and the engines with voices that they do not list may know the name.
func findVoice(c *cli.Context, o voiceOptions, name string) (engineVoice, error) {
	engines := o.engines()
	if strings.HasSuffix(name, ".onnx") && slices.Contains(engines, "piper") {
		v, err := piper.VoiceAt(name)
		return engineVoice{Engine: "piper", Voice: v}, err
	}
	voices, err := voicesOf(c.Context, o, engines)
	if err != nil {
		return engineVoice{}, err
	}
	if i := slices.IndexFunc(voices, func(v engineVoice) bool { return v.ID == name }); i >= 0 {
		return voices[i], nil
	}
	if len(voices) == 0 {
		return engineVoice{Engine: engines[0]}, nil
	}
	return engineVoice{}, &hintError{error: fmt.Errorf("%w: %s", tts.ErrNoVoice, name), hint: "articast voices lists them; --backend ENGINE those of another engine"}
}
