package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"unicode"

	"github.com/urfave/cli/v2"

	"articast/article"
	"articast/audio/wav"
	"articast/internal/atomicfile"
	"articast/tts"
)

// Exit codes. They are part of the command line's contract and stand in the help text and the README.
const (
	exitOK          = 0
	exitFailed      = 1 // nothing was written
	exitUsage       = 2
	exitIncomplete  = 3 // finished, but something was not spoken
	exitUnavailable = 4 // engine or voice not available
	exitInterrupted = 130
)

// usageError is a command line that cannot be carried out as it was typed.
type usageError struct {
	msg  string
	hint string // what to type instead, may be empty
	flag string // long name of the flag whose value is wrong, may be empty

	value string // the one of several values of the flag that is wrong, may be empty
}

func (e *usageError) Error() string { return e.msg }

// hintError adds to an error what its reader can do about it.
type hintError struct {
	error
	hint string
}

func (e *hintError) Unwrap() error { return e.error }

// interruptedError is what is left of a run that a signal ended.
type interruptedError struct {
	error
	what string // to say of it; empty says that nothing was written
	lost bool   // whether nothing was kept either
	none bool   // whether it makes nothing that could be kept
}

func (e *interruptedError) Unwrap() error { return e.error }

// incompleteError says that an episode was written in which something is not spoken.
type incompleteError struct {
	segments []string // with nothing to say
	skipped  []string // that could not be spoken
}

func (e *incompleteError) Error() string {
	var why []string
	if len(e.segments) > 0 {
		why = append(why, "nothing to say in "+strings.Join(e.segments, ", "))
	}
	if len(e.skipped) > 0 {
		why = append(why, "silence in place of "+strings.Join(e.skipped, ", "))
	}
	return fmt.Sprintf("%s not spoken: %s", count(len(e.segments)+len(e.skipped), "segment"), strings.Join(why, "; "))
}

// exitCode chooses the exit code for err.
func exitCode(err error) int {
	var usage *usageError
	var kind *article.KindError
	var interrupted *interruptedError
	var incomplete *incompleteError
	var failed *failedError
	switch {
	case err == nil:
		return exitOK
	case errors.As(err, &failed):
		if failed.none {
			return exitFailed
		}
		return exitIncomplete
	case errors.As(err, &incomplete):
		return exitIncomplete
	case errors.As(err, &interrupted):
		return exitInterrupted
	case errors.As(err, &usage), errors.As(err, &kind), errors.Is(err, article.ErrNoAddress):
		return exitUsage
	case errors.Is(err, tts.ErrNoVoice), errors.Is(err, tts.ErrUnavailable):
		return exitUnavailable
	}
	return exitFailed
}

// printError prints err as one line, and its hint, if it has one, as a second.
func printError(w io.Writer, err error) {
	if err == nil {
		return
	}
	fmt.Fprintf(w, "articast: %s\n", oneLine(message(err)))
	if hint := advice(err); hint != "" {
		fmt.Fprintf(w, "articast: hint: %s\n", oneLine(hint))
	}
}

func message(err error) string {
	var interrupted *interruptedError
	if errors.As(err, &interrupted) {
		return cmp.Or(interrupted.what, "interrupted: nothing was written")
	}
	if errors.Is(err, context.DeadlineExceeded) {
		return "timed out: " + err.Error()
	}
	return err.Error()
}

func hintOf(err error) string {
	var usage *usageError
	if errors.As(err, &usage) {
		return usage.hint
	}
	var interrupted *interruptedError
	if errors.As(err, &interrupted) && interrupted.none {
		return ""
	}
	if errors.As(err, &interrupted) && interrupted.lost {
		return "nothing was kept: without --no-cache the same command would go on"
	}
	if errors.As(err, &interrupted) {
		return "finished segments are kept: run the same command again to go on"
	}
	var incomplete *incompleteError
	if errors.As(err, &incomplete) && len(incomplete.skipped) > 0 {
		return "run the same command again to try only them"
	}
	var failed *failedError
	if errors.As(err, &failed) {
		return "run the same command again to try only them"
	}
	if errors.As(err, &incomplete) {
		return "give them words in the plan, or delete them from it"
	}
	var hinted *hintError
	if errors.As(err, &hinted) {
		return hinted.hint
	}
	var http *tts.HTTPError
	if errors.As(err, &http) {
		return http.Hint
	}
	var kind *article.KindError
	if errors.As(err, &kind) {
		return kind.Hint
	}
	var fetch *article.FetchError
	if errors.As(err, &fetch) {
		return fetch.Hint
	}
	switch {
	case errors.Is(err, wav.ErrTooLong):
		return "-o FILE.mp3 has no such limit; the other formats are made of a WAV"
	case errors.Is(err, syscall.ENOSPC):
		return "make room on the disk, or name a file on another with -o; articast cache gc bounds what is kept"
	}
	return ""
}

// advice is the hint of an error, or what helps with any of its kind.
func advice(err error) string { return cmp.Or(hintOf(err), fileHint(err)) }

// fileHint says what to do about a file or a folder that cannot be used, for errors of which no more is known.
func fileHint(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "look at the name: there is nothing of that name"
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return "see to it that you may read and write there, or name another place"
	case errors.Is(err, atomicfile.ErrLinks):
		return "remove the link, or name another file"
	case errors.Is(err, syscall.ENAMETOOLONG):
		return "name it shorter"
	}
	return ""
}

// oneLine keeps a message on one line, whatever an engine or a file name put into it, and keeps from the terminal what would
// be a command to it.
func oneLine(s string) string {
	return harmless(strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' }), " "))
}

// harmless shows the control characters in a text that would command the terminal.
func harmless(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\t' && r != '\n' {
			return unicode.ReplacementChar
		}
		return r
	}, s)
}

// wrongValue is what package flag says of a value that is none of the flag's kind.
var wrongValue = regexp.MustCompile(`(?s)^invalid (?:boolean )?value (".*") for (?:flag )?-(\S+): `)

// onUsageError turns what cli v2 says of a bad flag into one line with a suggestion.
func onUsageError(c *cli.Context, err error, _ bool) error {
	const unknown = "flag provided but not defined: -"
	name, isUnknown := strings.CutPrefix(err.Error(), unknown)
	if wrong := wrongValue.FindStringSubmatch(err.Error()); wrong != nil {
		if f := flagNamed(slices.Concat(c.App.Flags, c.Command.Flags), wrong[2]); f != nil {
			return &usageError{msg: fmt.Sprintf("%s does not take %s", dashed(wrong[2]), wrong[1]), hint: flagHint(f)}
		}
	}
	if !isUnknown {
		return &usageError{msg: err.Error(), hint: helpHint(c)}
	}
	name = strings.TrimLeft(name, "-")
	flags := c.App.Flags
	if c.Command != nil && len(c.Command.Flags) > 0 {
		flags = c.Command.Flags
	}
	hint := helpHint(c)
	if near := nearestFlag(name, flags); near != "" {
		hint = fmt.Sprintf("did you mean %s? %s", near, hint)
	}
	return &usageError{msg: "no such flag: " + dashed(name), hint: hint}
}

func helpHint(c *cli.Context) string {
	if c.Command == nil || c.Command.Name == "" || c.Command.Name == c.App.Name {
		return "articast --help shows what there is"
	}
	return c.Command.HelpName + " --help lists the flags"
}

func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}
