package main

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// arrangeArgs puts a command line into the order that cli v2 understands: command, flags, "--", arguments. Flags may
// stand anywhere, a missing command is render, and a first word that is neither a command nor a file gets a suggestion.
func arrangeArgs(app *cli.App, args []string) ([]string, error) {
	if len(args) < 2 {
		return []string{args[0], "help"}, nil
	}
	flags, rest, err := splitFlags(allFlags(app.Commands), args[1:])
	if err != nil {
		return nil, err
	}
	path, rest := findCommand(app.Commands, rest)
	if len(path) == 0 && len(rest) == 0 && wantsVersion(flags) {
		return []string{args[0], "version"}, nil
	}
	if wantsHelp(flags) && len(path) > 0 {
		return append(append([]string{args[0]}, path...), "--help"), nil // cli v2 would take an argument for a topic of help
	}
	if len(path) == 0 {
		if len(rest) == 0 && wantsHelp(flags) {
			return []string{args[0], "help"}, nil
		}
		if wantsHelp(flags) && nearestCommand(app.Commands, rest[0]) == "" {
			return []string{args[0], "render", "--help"}, nil
		}
		if err := checkSource(app, rest); err != nil {
			return nil, err
		}
		path = []string{"render"}
	}
	out := append([]string{args[0]}, path...)
	out = append(out, flags...)
	if len(rest) == 0 {
		return out, nil
	}
	return append(append(out, "--"), rest...), nil
}

func wantsHelp(flags []string) bool {
	return slices.Contains(flags, "--help") || slices.Contains(flags, "-h")
}

func wantsVersion(flags []string) bool {
	return len(flags) == 1 && flags[0] == "--version" // -v is --voice
}

// splitFlags sorts args into flags (each with its value) and arguments. Everything after "--" is an argument, and so
// is "-", which means standard input. A last flag that lacks its value is a *usageError.
func splitFlags(known []cli.Flag, args []string) (flags, rest []string, err error) {
	for i := 0; i < len(args); i++ {
		arg := args[i]
		switch {
		case arg == "--":
			return flags, append(rest, args[i+1:]...), nil
		case len(arg) < 2 || arg[0] != '-':
			rest = append(rest, arg)
		default:
			flags = append(flags, arg)
			if !takesValue(known, arg) {
				continue
			}
			if i++; i == len(args) {
				return flags, rest, &usageError{msg: arg + " needs a value", hint: "write " + arg + " VALUE or " + arg + "=VALUE"}
			}
			flags = append(flags, args[i])
		}
	}
	return flags, rest, nil
}

// takesValue tells whether the argument after arg is its value.
func takesValue(known []cli.Flag, arg string) bool {
	if strings.Contains(arg, "=") {
		return false
	}
	f := flagNamed(known, strings.TrimLeft(arg, "-"))
	doc, ok := f.(cli.DocGenerationFlag)
	return ok && doc.TakesValue()
}

func flagNamed(flags []cli.Flag, name string) cli.Flag {
	for _, f := range flags {
		if slices.Contains(f.Names(), name) {
			return f
		}
	}
	return nil
}

// allFlags lists the flags of every command. A name means the same wherever it stands, which a test checks.
func allFlags(commands []*cli.Command) []cli.Flag {
	var flags []cli.Flag
	for _, c := range commands {
		flags = append(flags, c.Flags...)
		flags = append(flags, allFlags(c.Subcommands)...)
	}
	return flags
}

// findCommand takes the command and its subcommands off the front of args.
func findCommand(commands []*cli.Command, args []string) (path, rest []string) {
	for len(args) > 0 {
		c := commandNamed(commands, args[0])
		if c == nil {
			break
		}
		path, args, commands = append(path, c.Name), args[1:], c.Subcommands
	}
	return path, args
}

func commandNamed(commands []*cli.Command, name string) *cli.Command {
	for _, c := range commands {
		if c.HasName(name) {
			return c
		}
	}
	return nil
}

// checkSource refuses a first word that is no source, and says which command it may have been meant to be.
func checkSource(app *cli.App, rest []string) error {
	if len(rest) == 0 || isSource(rest[0]) {
		return nil
	}
	word := rest[0]
	if near := nearestCommand(app.Commands, word); near != "" {
		return &usageError{
			msg:  fmt.Sprintf("%q is neither a command nor a file", word),
			hint: fmt.Sprintf("did you mean the command %s? articast --help lists them all", near),
		}
	}
	return noSuchSource(word)
}

// isSource tells whether word names something that can be read.
func isSource(word string) bool {
	if word == "-" || isURL(word) {
		return true
	}
	_, err := os.Stat(word)
	return err == nil
}

// isURL tells an address from a file's name. Its scheme may be in capitals (RFC 3986, 3.1).
func isURL(s string) bool {
	scheme, _, ok := strings.Cut(s, "://")
	return ok && (strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https"))
}

// nearestCommand returns the command that word may be a slip of, or "". Words with a dot or a slash are files.
func nearestCommand(commands []*cli.Command, word string) string {
	if strings.ContainsAny(word, "./\\ ") {
		return ""
	}
	var names []string
	for _, c := range commands {
		names = append(names, c.Name)
	}
	return nearest(word, names)
}

// nearest returns the name that word may be a slip of, or "".
func nearest(word string, names []string) string {
	best, bestDistance := "", 3
	for _, name := range names {
		if d := editDistance(word, name); d < bestDistance {
			best, bestDistance = name, d
		}
	}
	return best
}

// nearestFlag returns the long flag that name may be a slip or the beginning of, with its dashes, or "".
func nearestFlag(name string, flags []cli.Flag) string {
	if len(name) < 2 {
		return ""
	}
	var long []string
	for _, f := range flags {
		for _, known := range f.Names() {
			if len(known) < 2 {
				continue
			}
			if strings.HasPrefix(known, name) {
				return "--" + known
			}
			long = append(long, known)
		}
	}
	if near := nearest(name, long); near != "" && len(name) > 3 {
		return "--" + near
	}
	return ""
}

// editDistance is the Levenshtein distance of a and b in bytes.
func editDistance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			substitution := diagonal
			if a[i] != b[j] {
				substitution++
			}
			diagonal = row[j+1]
			row[j+1] = min(substitution, row[j+1]+1, row[j]+1)
		}
	}
	return row[len(b)]
}
