package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/urfave/cli/v2"
)

// version is the release that this source is on the way to. It is written into the files that articast makes.
const version = "0.1.0"

// software is how articast names itself in the files it writes.
const software = "articast " + version

func versionCommand() *cli.Command {
	return &cli.Command{
		Name:  "version",
		Usage: "print the version",
		Action: func(c *cli.Context) error {
			if err := noArguments(c); err != nil {
				return err
			}
			_, err := fmt.Fprintf(c.App.Writer, "articast %s (%s, %s/%s%s)\n", version, runtime.Version(), runtime.GOOS, runtime.GOARCH, revision())
			return err
		},
	}
}

// revision returns the commit that the program was built from, where the build recorded it.
func revision() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			return ", commit " + s.Value[:12]
		}
	}
	return ""
}

func helpCommand() *cli.Command {
	return &cli.Command{
		Name:      "help",
		Usage:     "show the help of articast or of a command",
		ArgsUsage: "[COMMAND]",
		Action: func(c *cli.Context) error {
			path, rest := findCommand(c.App.Commands, c.Args().Slice())
			if len(rest) > 0 {
				return &usageError{msg: fmt.Sprintf("no such command: %s", rest[0]), hint: "articast --help lists them all"}
			}
			if len(path) == 0 {
				return cli.ShowAppHelp(c)
			}
			app := newApp(c.App.Reader, c.App.Writer, c.App.ErrWriter)
			return app.RunContext(c.Context, append(append([]string{c.App.Name}, path...), "--help"))
		},
	}
}
