package main

import (
	"encoding/json"
	"fmt"
	"text/tabwriter"

	"github.com/urfave/cli/v2"

	"articast/tts"
)

func voicesCommand() *cli.Command {
	return &cli.Command{
		Name:  "voices",
		Usage: "list the voices that can speak",
		Description: `A Piper voice that is not listed works by its path: articast article.txt --voice path/to/en_US-lessac-medium.onnx,
with its .onnx.json beside it.

EXIT STATUS:
   0 done, 2 wrong usage, 4 engine not available`,
		Flags:  []cli.Flag{backendFlag(), jsonFlag(), enginePathFlag(), cacheDirFlag()},
		Action: listVoices,
	}
}

func listVoices(c *cli.Context) error {
	if err := noArguments(c); err != nil {
		return err
	}
	root, err := cacheRoot(c.Path("cache-dir"))
	if err != nil {
		return err
	}
	backend, closer, err := voiceOptionsOf(c).open(root)
	if err != nil {
		return err
	}
	defer closer.Close()
	voices, err := tts.Voices(c.Context, backend)
	if err != nil {
		return err
	}
	if c.Bool("json") {
		encoder := json.NewEncoder(c.App.Writer)
		encoder.SetIndent("", "  ")
		return encoder.Encode(voices)
	}
	table := tabwriter.NewWriter(c.App.Writer, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "VOICE\tNAME\tLANGUAGE\tGENDER\tNOTE")
	for _, v := range voices {
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\n", v.ID, v.Name, v.Lang, v.Gender, v.Note)
	}
	return table.Flush()
}
