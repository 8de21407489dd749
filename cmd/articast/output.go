package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/term"

	"articast/internal/atomicfile"
	"articast/podcast"
)

// target is where a rendered episode goes.
type target struct {
	path   string         // empty for a stream
	stream io.Writer      // standard output, or a pipe or device that cannot be renamed over
	shown  string         // how messages name it
	format podcast.Format // of an episode
}

// otherKinds are endings of sound files that articast does not write, and that no other file of its may have.
var otherKinds = []string{".ogg", ".oga", ".aac", ".aif", ".aiff", ".mp4", ".wma"}

// isSoundName tells whether a file's name promises sound, of a kind that articast writes or of another.
func isSoundName(name string) bool {
	_, ours := podcast.FormatOf(name)
	return ours || slices.Contains(otherKinds, strings.ToLower(filepath.Ext(name)))
}

// chooseTarget resolves -o, or derives a file name from the source's. A derived name never replaces a file that
// articast did not write; force lifts that.
func chooseTarget(output, derived string, force bool, stdout io.Writer) (target, error) {
	if output == "-" {
		if isTerminal(stdout) {
			return target{}, &usageError{msg: "refusing to write an MP3 to a terminal", hint: "use -o FILE, or pipe the output into a program"}
		}
		return target{stream: stdout, shown: "standard output"}, nil
	}
	explicit := output != "" && !isDir(output)
	format := podcast.MP3
	if explicit {
		var known bool
		format, known = podcast.FormatOf(output)
		if ending := endingOf(output); !known && ending != "" && !isSpecial(output) {
			msg := output + " is not named like a sound file"
			if slices.Contains(otherKinds, ending) {
				msg = output + " is named like a kind of sound that articast does not write"
			}
			return target{}, &usageError{msg: msg, hint: "end it in .mp3, .wav, .flac, .opus, .m4b or .m4a"}
		}
	}
	t, err := fileTarget(output, derived, force, isOwnMP3)
	t.format = format
	return t, err
}

// endingOf returns the ending of a file's name in small letters: a dot and letters and digits, not digits alone, behind a
// name. "Story 1.2", "Mr. Fox" and ".story" have none.
func endingOf(path string) string {
	ending := filepath.Ext(path)
	if ending == filepath.Base(path) || strings.Trim(ending, ".0123456789") == "" {
		return ""
	}
	for _, r := range ending[1:] {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return ""
		}
	}
	return strings.ToLower(ending)
}

// fileTarget is a target that is a file: what output names, or derived in the folder that it names. ours tells a file that articast wrote.
func fileTarget(output, derived string, force bool, ours func(path string) bool) (target, error) {
	explicit := output != "" && !isDir(output)
	path := output
	switch {
	case output == "":
		path = derived
	case !explicit:
		path = filepath.Join(output, derived)
	}
	if folder := filepath.Dir(path); !isDir(folder) {
		return target{}, &usageError{msg: "no such folder: " + folder, hint: "make it first, or name another one with -o"}
	}
	if err := checkReplace(path, explicit || force, ours); err != nil {
		return target{}, err
	}
	return target{path: path, shown: oneLine(path)}, nil
}

// checkReplace refuses to replace a file that somebody else may need.
func checkReplace(path string, may bool, ours func(path string) bool) error {
	if may {
		return nil
	}
	_, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("look at the existing %s: %w", path, err)
	}
	if ours(path) {
		return nil
	}
	return &hintError{
		error: fmt.Errorf("%s exists and was not written by articast", path),
		hint:  "--force replaces it, -o FILE writes elsewhere",
	}
}

// keepSource refuses a target that is the source itself, by whatever name or link.
func (t target) keepSource(source string) error {
	return t.keep(source, "the source", "the "+t.format.String())
}

// keep refuses a target that is another file, by whatever name or link. was says what that is, will what would be in its place.
func (t target) keep(other, was, will string) error {
	if t.path == "" || !sameFile(t.path, other) || isSpecial(t.path) {
		return nil
	}
	return &usageError{msg: fmt.Sprintf("%s is %s: %s would replace it", t.path, was, will), hint: "name another file with -o"}
}

// write lets produce fill a temporary file and puts it in the target's place when it is whole. A stream gets the
// bytes only then, so that a failed run leaves nothing half-written there either. The end of ctx ends the wait for
// who is to read a pipe.
func (t target) write(ctx context.Context, produce func(podcast.Output) error) error {
	if t.stream == nil && isSpecial(t.path) {
		var f *os.File
		err := within(ctx, func() (err error) {
			f, err = os.OpenFile(t.path, os.O_WRONLY, 0) // a pipe opens when somebody opens its other end
			return err
		})
		if err != nil {
			return fmt.Errorf("open the output: %w", err)
		}
		defer f.Close()
		t.stream = f
	}
	if t.stream != nil {
		return t.writeStream(ctx, produce)
	}
	f, err := atomicfile.Create(t.path)
	if err != nil {
		return err
	}
	defer f.Abort()
	if err := produce(f); err != nil {
		return err
	}
	return f.Commit()
}

// within runs what the system may keep waiting for ever, and returns its error, or that of ctx as soon as ctx ends: then the call is
// left behind, and so is what it would have returned.
func within(ctx context.Context, call func() error) error {
	done := make(chan error, 1)
	go func() { done <- call() }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (t target) writeStream(ctx context.Context, produce func(podcast.Output) error) error {
	f, err := os.CreateTemp("", "articast-*")
	if err != nil {
		return tempError(err)
	}
	// Without a name it is gone with this program, however that ends. Windows removes no open file.
	if os.Remove(f.Name()) != nil {
		defer os.Remove(f.Name())
	}
	defer f.Close()
	if err := produce(f); err != nil {
		return err
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return fmt.Errorf("rewind the temporary file: %w", err)
	}
	err = within(ctx, func() error {
		_, err := io.Copy(t.stream, f)
		return err
	})
	if err != nil && ctx.Err() != nil {
		return &interruptedError{error: err, what: "interrupted: what is written to " + t.shown + " may be a part"}
	}
	if err != nil {
		return fmt.Errorf("write to %s: %w", t.shown, err)
	}
	return nil
}

// tempError says where temporary files were to be.
func tempError(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	name := "TMPDIR"
	if runtime.GOOS == "windows" {
		name = "TMP"
	}
	return &hintError{
		error: fmt.Errorf("no temporary file can be made in %s: %w", os.TempDir(), err),
		hint:  name + " names the folder for them: one that is there, and that you may write to",
	}
}

// isSpecial tells whether path is a pipe or a device: something to write into, not to put a file in place of.
func isSpecial(path string) bool {
	info, err := os.Stat(path)
	return err == nil && !info.Mode().IsRegular() && !info.IsDir()
}

func isDir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

func isTerminal(w any) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// derivedName makes the name of the MP3 from the source's name: article.txt gives article.mp3. Standard input and
// addresses without a name of their own take the article's title.
func derivedName(source, title string) string { return derivedBase(source, title) + ".mp3" }

// derivedBase is a derived name without its ending.
func derivedBase(source, title string) string {
	base := filepath.Base(source)
	if isURL(source) {
		base = urlName(source)
	}
	if source == "-" {
		base = ""
	}
	base = strings.TrimSuffix(base, filepath.Ext(base))
	base = strings.TrimSuffix(base, ".plan")
	if base == "" || base == "." || base == string(filepath.Separator) {
		base = slug(title)
	}
	return base
}

// urlName returns the last part of an address's path, or "".
func urlName(address string) string {
	_, rest, _ := strings.Cut(address, "://")
	rest, _, _ = strings.Cut(rest, "?")
	rest, _, _ = strings.Cut(rest, "#")
	parts := strings.Split(strings.Trim(rest, "/"), "/")
	if len(parts) < 2 {
		return ""
	}
	last := parts[len(parts)-1]
	if name, err := url.PathUnescape(last); err == nil {
		last = name
	}
	return strings.Trim(slug(last), "-")
}

// maxSlugRunes keeps a file name made from a title short enough for every file system.
const maxSlugRunes = 80

// slug makes a file name of a title: lower-case words with hyphens between.
func slug(title string) string {
	words := strings.FieldsFunc(strings.ToLower(title), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' && r != '_'
	})
	name := strings.Trim(strings.Join(words, "-"), ".-")
	if runes := []rune(name); len(runes) > maxSlugRunes {
		name = strings.TrimRight(string(runes[:maxSlugRunes]), "-.")
	}
	if name == "" {
		return "article"
	}
	return name
}
