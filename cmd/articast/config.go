package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/urfave/cli/v2"

	"articast/internal/atomicfile"
)

const categoryConfig = "Settings"

func configFlag() cli.Flag {
	return &cli.PathFlag{Name: "config", Usage: "read settings from `FILE` too; it counts more than those found", Category: categoryConfig}
}

func configCommand() *cli.Command {
	show := &cli.Command{
		Name: "show", Usage: "list every setting and where its value comes from", ArgsUsage: "[SOURCE]",
		Flags:  append(settableFlags(), configFlag()),
		Action: showConfig,
	}
	if flagNamed(show.Flags, "json") == nil {
		show.Flags = append(show.Flags, jsonFlag())
	}
	return &cli.Command{
		Name:  "config",
		Usage: "look after the settings",
		Description: `Every flag can be set for good in a file named articast.toml by its long name, speed = 1.1, and for a while by a variable,
ARTICAST_SPEED=1.1. Later ones count more: the file in your configuration directory, the one beside the article, the one named with
--config, the variables, the flags. A file beside an article may set what is heard and how, and nothing else.

EXIT STATUS:
   0 done, 1 failed and nothing was written, 2 wrong usage or a setting that is none`,
		Subcommands: []*cli.Command{
			show,
			{
				Name: "init", Usage: "write a file of settings to begin with, all of them commented out",
				Flags: []cli.Flag{
					&cli.PathFlag{Name: "config", Usage: "write `FILE`, not the one in your configuration directory", Category: categoryConfig},
					&cli.BoolFlag{Name: "force", Aliases: []string{"f"}, Usage: "replace the file that is there"},
				},
				Before: func(*cli.Context) error { return nil }, // a file that is broken does not keep anybody from writing one
				Action: initConfig,
			},
		},
		Action: needSubcommand,
	}
}

// shownSetting is one line of config show.
type shownSetting struct {
	Key   string `json:"key"`
	Value string `json:"value"`
	From  string `json:"from"` // "default", "command line", a variable, or a line of a file
}

func showConfig(c *cli.Context) error {
	for _, source := range c.Args().Slice() {
		if _, err := os.Stat(source); errors.Is(err, fs.ErrNotExist) && source != "-" && !isURL(source) {
			return noSuchSource(source)
		}
	}
	s := settingsOf(c)
	shown := append(s.shownFlags(c), s.shownEngines()...)
	if c.Bool("json") {
		return printJSON(c.App.Writer, shown)
	}
	for _, f := range s.files {
		there := ""
		if _, err := os.Stat(f.path); err != nil {
			there = " (not there)"
		}
		fmt.Fprintf(c.App.Writer, "file %s%s\n", f.path, there)
	}
	table := tabwriter.NewWriter(c.App.Writer, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "SETTING\tVALUE\tFROM")
	for _, line := range shown {
		fmt.Fprintf(table, "%s\t%s\t%s\n", line.Key, line.Value, line.From)
	}
	return table.Flush()
}

func (s *settings) shownFlags(c *cli.Context) []shownSetting {
	var shown []shownSetting
	for _, f := range settableFlags() {
		name := f.Names()[0]
		shown = append(shown, shownSetting{Key: name, Value: flagValue(c, f), From: cmp.Or(s.from[name], "default")})
	}
	return shown
}

// flagValue shows a flag's value in one line.
func flagValue(c *cli.Context, f cli.Flag) string {
	name := f.Names()[0]
	if _, ok := f.(*cli.StringSliceFlag); ok {
		return strings.Join(c.StringSlice(name), ",")
	}
	return fmt.Sprint(c.Value(name))
}

// shownEngines lists the settings of engines. Secrets are not shown.
func (s *settings) shownEngines() []shownSetting {
	var shown []shownSetting
	for engine, keys := range s.engines {
		for key, set := range keys {
			value := set.values[0]
			if address, err := url.Parse(value); err == nil {
				value = address.Redacted()
			}
			if key == secretKey {
				value = "(hidden)"
			}
			shown = append(shown, shownSetting{Key: engineSection + "." + engine + "." + key, Value: value, From: set.origin})
		}
	}
	slices.SortFunc(shown, func(a, b shownSetting) int { return strings.Compare(a.Key, b.Key) })
	return shown
}

func initConfig(c *cli.Context) error {
	if err := noArguments(c); err != nil {
		return err
	}
	path := cmp.Or(c.Path("config"), userConfig())
	if path == "" {
		return &usageError{msg: "there is no configuration directory for you", hint: "name a file with --config FILE"}
	}
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) && !c.Bool("force") {
		return &hintError{error: fmt.Errorf("%s exists", path), hint: "edit it, or replace it with --force"}
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("create the configuration directory: %w", err)
	}
	var text strings.Builder
	writeConfigTemplate(&text, settableFlags())
	if err := atomicfile.Write(path, []byte(text.String())); err != nil {
		return err
	}
	if err := os.Chmod(path, 0o600); err != nil { // it may come to hold a key
		return fmt.Errorf("keep the settings to yourself: %w", err)
	}
	_, err := fmt.Fprintf(c.App.Writer, "wrote %s\n", path)
	return err
}

// writeConfigTemplate writes a file in which every setting is explained and none is set.
func writeConfigTemplate(w io.Writer, flags []cli.Flag) {
	fmt.Fprint(w, `# Settings of articast. Remove the # before a line to set what it says.
# Later ones count more: this file in your configuration directory, one beside the article, one named with --config,
# variables (ARTICAST_SPEED=1.1), flags (--speed 1.1). articast config show tells which counts.
`)
	category := ""
	for _, f := range flags {
		doc, ok := f.(cli.DocGenerationFlag)
		if !ok {
			continue
		}
		if in, ok := f.(cli.CategorizableFlag); ok && in.GetCategory() != category {
			category = in.GetCategory()
			fmt.Fprintf(w, "\n## %s\n", category)
		}
		fmt.Fprintf(w, "\n# %s\n# %s = %s\n", strings.ReplaceAll(doc.GetUsage(), "`", ""), f.Names()[0], exampleValue(f))
	}
	fmt.Fprintf(w, "\n## Engines\n")
	fmt.Fprintf(w, "\n# [%s.openai]\n", engineSection)
	for _, key := range []string{secretKey, "base_url", "model", "instructions", "response_format", "sample_rate", "price", "requests_per_second"} {
		example := `""`
		switch {
		case key == "sample_rate":
			example = "24000"
		case slices.Contains(numberKeys, key):
			example = "1.0"
		}
		fmt.Fprintf(w, "# %s = %s   # %s\n", key, example, engineKeys[key])
	}
}

// exampleValue is what stands behind a setting's name in the template: its default, or something of its kind.
func exampleValue(f cli.Flag) string {
	switch f := f.(type) {
	case *cli.BoolFlag:
		return fmt.Sprint(!f.Value)
	case *cli.IntFlag:
		return fmt.Sprint(max(f.Value, 1))
	case *cli.Float64Flag:
		return fmt.Sprintf("%.1f", f.Value)
	case *cli.StringSliceFlag:
		return `[]`
	case *cli.StringFlag:
		return fmt.Sprintf("%q", f.Value)
	}
	return `""`
}
