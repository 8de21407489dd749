package main

import (
	_ "embed"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// completeArg is the hidden first argument with which a shell asks for completions of the words that follow.
const completeArg = "__complete"

var (
	//go:embed completion/articast.bash
	bashCompletion string
	//go:embed completion/articast.zsh
	zshCompletion string
	//go:embed completion/articast.fish
	fishCompletion string
)

func completionCommand() *cli.Command {
	shell := func(name, script, usage string) *cli.Command {
		return &cli.Command{
			Name:  name,
			Usage: usage,
			Action: func(c *cli.Context) error {
				if err := noArguments(c); err != nil {
					return err
				}
				_, err := io.WriteString(c.App.Writer, script)
				return err
			},
		}
	}
	return &cli.Command{
		Name:  "completion",
		Usage: "print a completion script for your shell",
		Subcommands: []*cli.Command{
			shell("bash", bashCompletion, `load it with: eval "$(articast completion bash)"`),
			shell("zsh", zshCompletion, `load it with: eval "$(articast completion zsh)"`),
			shell("fish", fishCompletion, `load it with: articast completion fish | source`),
		},
		Action: needSubcommand,
	}
}

// needSubcommand is the Action of a command that does nothing by itself.
func needSubcommand(c *cli.Context) error {
	var names []string
	for _, sub := range c.Command.Subcommands {
		names = append(names, sub.Name)
	}
	hint := fmt.Sprintf("articast %s %s", c.Command.Name, strings.Join(names, "|"))
	if c.Args().Present() {
		return &usageError{msg: fmt.Sprintf("%s has no subcommand %q", c.Command.Name, c.Args().First()), hint: hint}
	}
	return &usageError{msg: c.Command.Name + " needs a subcommand", hint: hint}
}

// complete prints, one a line, what may stand in place of the last of words. File names are the shell's business.
func complete(app *cli.App, words []string, out io.Writer) {
	if len(words) == 0 {
		words = []string{""}
	}
	before, current := words[:len(words)-1], words[len(words)-1]
	for _, candidate := range candidates(app, before, current) {
		if strings.HasPrefix(candidate, current) {
			fmt.Fprintln(out, candidate)
		}
	}
}

func candidates(app *cli.App, before []string, current string) []string {
	flags := allFlags(app.Commands)
	if n := len(before); n > 0 && strings.HasPrefix(before[n-1], "-") && takesValue(flags, before[n-1]) {
		return flagValues(flagNamed(flags, strings.TrimLeft(before[n-1], "-")).Names()[0])
	}
	_, rest, err := splitFlags(flags, before)
	if err != nil {
		return nil
	}
	command, commands := commandAt(app.Commands, rest)
	if strings.HasPrefix(current, "-") {
		return flagNames(command)
	}
	var names []string
	for _, c := range commands {
		names = append(names, c.Name)
	}
	return names
}

// commandAt returns the command that words lead to (render where they name none) and the commands that may follow.
func commandAt(commands []*cli.Command, words []string) (*cli.Command, []*cli.Command) {
	command := commandNamed(commands, "render")
	for _, word := range words {
		next := commandNamed(commands, word)
		if next == nil {
			return command, nil
		}
		command, commands = next, next.Subcommands
	}
	return command, commands
}

func flagNames(c *cli.Command) []string {
	names := []string{"--help"}
	for _, f := range c.Flags {
		names = append(names, dashed(f.Names()[0]))
	}
	slices.Sort(names)
	return names
}
