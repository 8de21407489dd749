package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/urfave/cli/v2"

	"articast/tts"
)

func voicesCommand() *cli.Command {
	return &cli.Command{
		Name:  "voices",
		Usage: "list the voices that can speak",
		Description: `A Piper voice that is not listed works by its path: articast article.txt --voice path/to/en_US-lessac-medium.onnx,
with its .onnx.json beside it. articast voices add gives it a name.

EXIT STATUS:
   0 done, 2 wrong usage, 4 engine not available`,
		Flags:       []cli.Flag{backendFlag(), jsonFlag(), listedLanguageFlag(), enginePathFlag(), commandFlag(), cacheDirFlag()},
		Subcommands: []*cli.Command{addVoiceCommand(), getVoiceCommand(), playVoiceCommand()},
		Action:      listVoices,
	}
}

func listedLanguageFlag() cli.Flag {
	return &cli.StringFlag{Name: "lang", Aliases: []string{"l"}, Usage: "list only voices of a `LANGUAGE`, like de or pt-BR", Action: checkLanguage}
}

func listVoices(c *cli.Context) error {
	if err := noArguments(c); err != nil {
		return err
	}
	o := voiceOptionsOf(c)
	voices, err := voicesOf(c.Context, o, o.engines())
	if err != nil {
		return err
	}
	if lang := c.String("lang"); lang != "" {
		voices = slices.DeleteFunc(voices, func(v engineVoice) bool { return !speaks(v.Lang, lang) })
	}
	if c.Bool("json") {
		return printJSON(c.App.Writer, voices)
	}
	table := tabwriter.NewWriter(c.App.Writer, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "VOICE\tNAME\tLANGUAGE\tGENDER\tENGINE\tNOTE")
	for _, v := range voices {
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\t%s\n", v.ID, v.Name, v.Lang, v.Gender, v.Engine, v.Note)
	}
	return table.Flush()
}

// engineVoice is a voice with the engine that has it.
type engineVoice struct {
	Engine string `json:"engine"`
	tts.Voice
}

// voicesOf lists the voices of engines. Of several, those that cannot run here are left out.
func voicesOf(ctx context.Context, o voiceOptions, engines []string) ([]engineVoice, error) {
	all := []engineVoice{}
	for _, name := range engines {
		o.backend = name
		backend, closer, err := o.open()
		if err != nil {
			return nil, err
		}
		voices, err := tts.Voices(ctx, backend)
		closer.Close()
		if errors.Is(err, tts.ErrUnavailable) && len(engines) > 1 {
			continue
		}
		if err != nil {
			return nil, err
		}
		for _, v := range voices {
			all = append(all, engineVoice{Engine: name, Voice: v})
		}
	}
	return all, nil
}

// speaks tells whether a voice's language is the one asked for, or a region's kind of it.
func speaks(voice, lang string) bool {
	voice, lang = strings.ToLower(voice), strings.ToLower(lang)
	return voice == lang || strings.HasPrefix(voice, lang+"-")
}
