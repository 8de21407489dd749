// Package command speaks with any program: utterances go in, one run of a command line each, clips come out. The command
// line holds placeholders; the program is started as it is, without a shell:
//
//	say -v Alex -o {out}.aiff -f {in}
//
// {in} is a file with the text, {text} the text itself, {out} the file that the program writes, to which it may add an
// ending. Without {in} and {text} the text is on standard input, without {out} the sound is what the program writes to
// standard output. {voice}, {lang} and {rate} are those of the utterance. The sound is known by its content, WAV, AIFF or
// MP3, or it is raw where a rate was named.
//
// Asking again is left to who calls, but what may help is told (tts.Temporary): a program that a signal has ended, for want of
// memory perhaps, and one whose sound is cut short may do better the next time. One that says by its exit code that it failed, that
// did not end in its time, that wrote too much or nothing will do the same again. Whatever a program has started ends with it.
package command

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"articast/audio"
	"articast/internal/plain"
	"articast/internal/process"
	"articast/tts"
)

const (
	maxRunes   = 4000
	maxSound   = 256 << 20 // bytes of a file that the program may write
	minRaw     = 8000      // Hz
	maxRaw     = 96000
	baseLimit  = time.Minute
	limitPerCh = 100 * time.Millisecond
)

// Placeholders are what a command line may have in braces.
var Placeholders = []string{"{in}", "{text}", "{out}", "{voice}", "{lang}", "{rate}"}

var braced = regexp.MustCompile(`\{[a-z]+\}`)

// Errors of a command line that does not suit what is to be said.
var (
	ErrNoRate  = errors.New("the command has no {rate}")
	ErrTooLong = errors.New("the command line, with the text in it, is longer than this system takes") // {in} has no limit
)

// Backend is a tts.Backend.
type Backend struct {
	args []string         // the program and its arguments
	base time.Duration    // that a run has, whatever the length of its text
	raw  audio.SampleRate // of what it writes; 0 for a file that names its own
}

var _ tts.Backend = (*Backend)(nil)

// New returns a Backend that runs line. If raw is not 0, what the program writes is taken for mono samples of 16 bits, the lower
// byte first, at that rate (Hz). New starts nothing; it fails for a rate that is none, for a line that is empty, that opens quotes and does
// not close them, or that has a placeholder it does not know.
func New(line string, raw audio.SampleRate) (*Backend, error) {
	args, err := Split(line)
	switch {
	case raw != 0 && (raw < minRaw || raw > maxRaw):
		return nil, fmt.Errorf("command: raw sound has %d to %d Hz, not %d", minRaw, maxRaw, raw)
	case err != nil:
		return nil, fmt.Errorf("command: %w", err)
	case len(args) == 0 || args[0] == "":
		return nil, errors.New("command: no program is named")
	case braced.MatchString(args[0]):
		return nil, errors.New("command: a placeholder stands in place of the program")
	}
	for _, name := range braced.FindAllString(strings.Join(args, " "), -1) {
		if !slices.Contains(Placeholders, name) {
			return nil, fmt.Errorf("command: no such placeholder: %s", name)
		}
	}
	return &Backend{args: args, base: baseLimit, raw: raw}, nil
}

// Split divides a command line at its spaces. Single and double quotes hold words together, and may hold each other;
// nothing else has a meaning: no variable, no pattern, no backslash.
func Split(line string) ([]string, error) {
	var words []string
	var word strings.Builder
	var quote rune
	inside := false
	for _, r := range line {
		switch {
		case quote != 0 && r == quote:
			quote = 0
		case quote == 0 && (r == '"' || r == '\''):
			quote, inside = r, true
		case quote == 0 && (r == ' ' || r == '\t' || r == '\n' || r == '\r'):
			if inside {
				words = append(words, word.String())
			}
			word.Reset()
			inside = false
		default:
			word.WriteRune(r)
			inside = true
		}
	}
	if quote != 0 {
		return nil, fmt.Errorf("a quote %c is opened and not closed", quote)
	}
	if inside {
		words = append(words, word.String())
	}
	return words, nil
}

// Properties describes the engine: its version is a hash of the command line, which may hold what nobody should see.
func (b *Backend) Properties() tts.Properties {
	version := fmt.Sprintf("%x", sha256.Sum256([]byte(strings.Join(b.args, "\x00"))))
	if b.raw != 0 {
		version += fmt.Sprintf(" raw %d Hz", b.raw)
	}
	return tts.Properties{
		Name:        "command",
		Version:     version,
		MaxRunes:    maxRunes,
		Concurrency: runtime.GOMAXPROCS(0),
	}
}

func (b *Backend) has(placeholder string) bool {
	return slices.ContainsFunc(b.args, func(arg string) bool { return strings.Contains(arg, placeholder) })
}

// Synthesize speaks u by one run of the program, which has a minute, and a tenth of a second for each character. A voice or
// a pace that the command line has no placeholder for is an error, and so is a command line with {voice} and no voice.
func (b *Backend) Synthesize(ctx context.Context, u tts.Utterance) (audio.Clip, error) {
	if err := ctx.Err(); err != nil {
		return audio.Clip{}, err
	}
	if err := tts.CheckLimit(u.Text, maxRunes); err != nil {
		return audio.Clip{}, err
	}
	if err := b.check(u); err != nil {
		return audio.Clip{}, wrap(err)
	}
	u.Text = plain.Text(u.Text)
	if !tts.Speakable(u.Text) {
		return audio.Clip{}, tts.ErrEmpty
	}
	clip, err := b.speak(ctx, u)
	return clip, wrap(err)
}

// check refuses what the command line has no place for, and voices that the program would take for an option.
func (b *Backend) check(u tts.Utterance) error {
	switch rate := u.Prosody.Rate; {
	case u.Voice != "" && !b.has("{voice}"):
		return fmt.Errorf("%w: %q: the command has no {voice}", tts.ErrNoVoice, u.Voice)
	case u.Voice == "" && b.has("{voice}"):
		return fmt.Errorf("%w: the command has {voice}, and no voice is named", tts.ErrNoVoice)
	case strings.HasPrefix(u.Voice, "-"), strings.ContainsRune(u.Voice, 0):
		return fmt.Errorf("%w: %q", tts.ErrNoVoice, u.Voice)
	case rate != 0 && rate != 1 && !b.has("{rate}"):
		return fmt.Errorf("set rate %g: %w", rate, ErrNoRate)
	case rate < 0 || rate != rate:
		return fmt.Errorf("set rate: %g is no pace", rate)
	}
	return nil
}

// speak runs the program with a folder of its own.
func (b *Backend) speak(ctx context.Context, u tts.Utterance) (clip audio.Clip, err error) {
	dir, err := os.MkdirTemp("", "articast-command-*")
	if err != nil {
		return audio.Clip{}, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	in, out := filepath.Join(dir, "text.txt"), filepath.Join(dir, "out")
	text := []byte(u.Text + "\n")
	if err := errors.Join(os.WriteFile(in, text, 0o600), os.Mkdir(out, 0o700)); err != nil {
		return audio.Clip{}, err
	}
	job := process.Job{
		Program: b.args[0], Args: b.fill(u, in, filepath.Join(out, "speech")),
		Limit: b.base + time.Duration(utf8.RuneCountInString(u.Text))*limitPerCh,
	}
	if !b.has("{in}") && !b.has("{text}") {
		job.Input = text
	}
	sound, err := run(ctx, job)
	if err == nil && b.has("{out}") {
		sound, err = readOnly(out)
	}
	if err == nil {
		clip, err = b.clip(sound)
	}
	if err != nil {
		return audio.Clip{}, err
	}
	return clip, nil
}

// fill returns the arguments with their placeholders filled in. What is filled in is not looked at again.
func (b *Backend) fill(u tts.Utterance, in, out string) []string {
	rate := u.Prosody.Rate
	if rate == 0 {
		rate = 1
	}
	lang := u.Lang
	if lang == "" {
		lang = "en"
	}
	text := u.Text
	if strings.HasPrefix(text, "-") {
		text = " " + text // no program takes it for an option
	}
	values := strings.NewReplacer("{in}", in, "{text}", text, "{out}", out, "{voice}", u.Voice, "{lang}", lang,
		"{rate}", strconv.FormatFloat(rate, 'f', -1, 64))
	args := make([]string, len(b.args)-1)
	for i, arg := range b.args[1:] {
		args[i] = values.Replace(arg)
	}
	return args
}

// run runs the program and tells the ways in which it can fail apart.
func run(ctx context.Context, job process.Job) ([]byte, error) {
	out, err := process.Run(ctx, job)
	var failed *process.Error
	switch {
	case !errors.As(err, &failed):
		return out, err
	case process.TooLong(err):
		return nil, ErrTooLong
	case errors.Is(err, exec.ErrNotFound):
		return nil, fmt.Errorf("%w: there is no %s in PATH", tts.ErrUnavailable, job.Program)
	case failed.Failure == process.NotStarted:
		return nil, fmt.Errorf("%w: %w", tts.ErrUnavailable, err)
	case failed.Failure == process.Killed:
		return nil, &tts.TemporaryError{Err: err}
	case failed.Failure == process.TimedOut:
		return nil, errors.New(failed.Error()) // and no time-out, which is worth another try where a network is in between
	}
	return nil, err
}

// readOnly reads the one file in dir.
func readOnly(dir string) ([]byte, error) {
	files, err := os.ReadDir(dir)
	switch {
	case err != nil:
		return nil, err
	case len(files) == 0:
		return nil, errors.New("the program wrote no file {out}")
	case len(files) > 1:
		return nil, fmt.Errorf("the program wrote %d files for {out}", len(files))
	}
	info, err := files[0].Info()
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, errors.New("what the program wrote for {out} is no file")
	case info.Size() > maxSound:
		return nil, fmt.Errorf("the program wrote more than %d MB", maxSound>>20)
	}
	return os.ReadFile(filepath.Join(dir, files[0].Name()))
}

func wrap(err error) error { return tts.Named("command", err) }
