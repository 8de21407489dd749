package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/urfave/cli/v2"
)

const appDescription = `articast reads an article (plain text, Markdown, a web page), understands its parts, speaks it with a neural voice that
needs no network, and writes one MP3 with a chapter index.

EXAMPLES:
   articast article.txt              writes article.mp3
   articast plan article.txt         shows what will be said, by which voice, and what is left out

EXIT STATUS:
   0 done, 1 failed and nothing was written, 2 wrong usage, 3 finished but something was not spoken,
   4 engine or voice not available, 130 interrupted`

// newApp builds the command line. It is built anew for each run, so that no flag value outlives one.
func newApp(in io.Reader, out, errw io.Writer) *cli.App {
	app := &cli.App{
		Name:            "articast",
		Usage:           "turn an article into something worth listening to",
		UsageText:       "articast [render] SOURCE [-o FILE]\narticast COMMAND [ARGUMENTS]",
		Description:     appDescription,
		Version:         version,
		HideVersion:     true,
		Reader:          in,
		Writer:          out,
		ErrWriter:       errw,
		ExitErrHandler:  func(*cli.Context, error) {}, // only main exits
		OnUsageError:    onUsageError,
		HideHelpCommand: true,

		DisableSliceFlagSeparator: true, // a regular expression may hold a comma
		Commands: []*cli.Command{
			renderCommand(), planCommand(), reportCommand(), playCommand(), verifyCommand(), batchCommand(), serveCommand(), voicesCommand(), cacheCommand(), configCommand(), doctorCommand(), completionCommand(), versionCommand(),
			helpCommand(),
		},
	}
	for _, c := range app.Commands {
		prepareCommand(c)
	}
	return app
}

// prepareCommand closes two traps of cli v2 in a command and its subcommands: the hidden help command that swallows an
// argument named "help", and usage errors that print the whole help on standard output. Commands with flags take them
// from files and the environment too, and say of a slip where it stands.
func prepareCommand(c *cli.Command) {
	c.HideHelpCommand = true
	c.OnUsageError = onUsageError
	if c.Action != nil {
		c.Action = withPlace(c.Action)
	}
	if len(c.Flags) > 0 && c.Before == nil {
		c.Before = applySettings
	}
	if len(c.Flags) > 0 && flagNamed(c.Flags, "config") == nil {
		c.Flags = append(c.Flags, configFlag())
	}
	for _, sub := range c.Subcommands {
		prepareCommand(sub)
	}
}

// run executes one command line and returns its exit code.
func run(args []string, in io.Reader, out, errw io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the program at once
	app := newApp(in, out, errw)
	if len(args) > 1 && args[1] == completeArg {
		complete(app, args[2:], out)
		return exitOK
	}
	sorted, err := arrangeArgs(app, args)
	if err == nil {
		err = app.RunContext(ctx, sorted)
	}
	var interrupted *interruptedError
	if err != nil && ctx.Err() != nil && errors.Is(err, context.Canceled) && !errors.As(err, &interrupted) {
		err = &interruptedError{error: err}
	}
	printError(errw, err)
	return exitCode(err)
}

// noArguments refuses arguments for a command that takes none.
func noArguments(c *cli.Context) error {
	if c.Args().Present() {
		return &usageError{
			msg:  fmt.Sprintf("%s takes no argument, but got %q", c.Command.Name, c.Args().First()),
			hint: c.Command.HelpName + " --help shows its options",
		}
	}
	return nil
}
