// Package espeak speaks with espeak-ng, a small engine for more than a hundred languages: utterances go in, clips come
// out of one process each. It sounds like a machine, but it needs no network and no voice files, and it is fast: a
// minute of speech takes it a fifth of a second.
//
// espeak-ng is a program of its own and is never linked. The text reaches it on standard input, so that no text can be
// taken for an option.
package espeak

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"

	"articast/audio"
	"articast/audio/wav"
	"articast/internal/plain"
	"articast/internal/process"
	"articast/tts"
)

const (
	maxRunes = 4000
	ownPace  = 175 // words per minute, the engine's default

	minRate, maxRate = 0.46, 2.57 // of the engine: 80 to 450 words per minute, above which it leaves sounds out
)

// Options say which espeak-ng speaks. The zero value is the one in PATH.
type Options struct {
	// Locate returns the path of the program; nil looks in PATH. Data (espeak-ng-data) and libraries that lie beside
	// the program are used.
	Locate func(context.Context) (string, error)
	// Version names what Locate finds, with its data, before it is found; empty asks the program.
	Version string
	// Phonemes says that what stands between [[ and ]] in a text is a pronunciation in espeak-ng's own signs (espeak-ng
	// docs/phonemes.md). Without it the brackets are taken for the article's own.
	Phonemes bool
}

// Backend is a tts.Backend. Its voices are named as the engine does, "de" or "en-gb-scotland", with a variant behind a
// plus sign where one is wanted: "de+f2".
type Backend struct {
	o       Options
	version func() string // found out once

	mu     sync.Mutex
	engine *engine // found, and its voices listed
}

var (
	_ tts.Backend     = (*Backend)(nil)
	_ tts.VoiceLister = (*Backend)(nil)
)

// New returns a Backend. It starts no process.
func New(o Options) *Backend {
	if o.Locate == nil {
		o.Locate = func(context.Context) (string, error) { return Find("") }
	}
	b := &Backend{o: o}
	b.version = sync.OnceValue(b.findVersion)
	return b
}

// Find returns the path of an installed espeak-ng: the program at path, or in the directory path; with an empty path the
// one in PATH or where its installer puts it. With none it is tts.ErrUnavailable.
func Find(path string) (string, error) {
	if path == "" {
		found, err := exec.LookPath("espeak-ng")
		if err == nil {
			return filepath.Abs(found)
		}
		if found, err = exec.LookPath(filepath.Join(os.Getenv("ProgramFiles"), "eSpeak NG", "espeak-ng.exe")); err == nil {
			return found, nil
		}
		return "", fmt.Errorf("%w: there is no espeak-ng in PATH", tts.ErrUnavailable)
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		path = filepath.Join(path, Program())
	}
	abs, err := filepath.Abs(path)
	if err == nil {
		_, err = exec.LookPath(abs)
	}
	if err != nil {
		return "", fmt.Errorf("%w: %s cannot be run: %w", tts.ErrUnavailable, path, err)
	}
	return abs, nil
}

// Program is the engine's file name.
func Program() string {
	if runtime.GOOS == "windows" {
		return "espeak-ng.exe"
	}
	return "espeak-ng"
}

// Properties describes the engine. It unpacks nothing.
func (b *Backend) Properties() tts.Properties {
	return tts.Properties{
		Name:        "espeak",
		Version:     b.version(),
		MaxRunes:    maxRunes,
		Concurrency: runtime.GOMAXPROCS(0),
		Offline:     true,
	}
}

// findVersion names the engine, without fail: an engine that cannot be asked will say so when it is to speak.
func (b *Backend) findVersion() string {
	if b.o.Version != "" {
		return b.o.Version
	}
	path, err := b.o.Locate(context.Background())
	if err != nil {
		return "none"
	}
	out, err := newProgram(path).run(context.Background(), nil, "--version")
	if err != nil {
		return "none"
	}
	line, _, _ := strings.Cut(string(out), "Data at")
	return strings.TrimSpace(line)
}

// Voices lists the engine's voices, without their variants.
func (b *Backend) Voices(ctx context.Context) ([]tts.Voice, error) {
	e, err := b.ready(ctx)
	if err != nil {
		return nil, wrap(err)
	}
	return e.list, nil
}

// Synthesize speaks u. Without a voice it takes the one of the utterance's language, of VoiceFor.
func (b *Backend) Synthesize(ctx context.Context, u tts.Utterance) (audio.Clip, error) {
	if err := ctx.Err(); err != nil {
		return audio.Clip{}, err
	}
	if u.Voice == "" {
		u.Voice = VoiceFor(u.Lang)
	}
	if err := tts.CheckLimit(u.Text, maxRunes); err != nil {
		return audio.Clip{}, err
	}
	words, err := wordsPerMinute(u.Prosody)
	if err != nil {
		return audio.Clip{}, wrap(err)
	}
	e, err := b.ready(ctx)
	if err == nil {
		err = e.check(u.Voice)
	}
	if err != nil {
		return audio.Clip{}, wrap(err)
	}
	text := b.text(u.Text)
	if !tts.Speakable(text) {
		return audio.Clip{}, tts.ErrEmpty
	}
	clip, err := e.speak(ctx, text, u.Voice, words)
	return clip, wrap(err)
}

// wordsPerMinute returns the engine's pace.
func wordsPerMinute(p tts.Prosody) (string, error) {
	rate, err := p.RateWithin(minRate, maxRate)
	return strconv.Itoa(int(math.Round(rate * ownPace))), err
}

// ready returns the engine, found and asked for its voices.
func (b *Backend) ready(ctx context.Context) (*engine, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.engine != nil {
		return b.engine, nil
	}
	path, err := b.o.Locate(ctx)
	if err != nil {
		return nil, err
	}
	e := &engine{program: newProgram(path)}
	if err := e.askVoices(ctx); err != nil {
		return nil, err
	}
	b.engine = e
	return e, nil
}

// program is an espeak-ng that can be run.
type program struct {
	path string
	args []string // for each run
	env  []string
}

// newProgram looks for data and libraries beside the program: a distribution brings its own.
func newProgram(path string) program {
	p := program{path: path}
	dir := filepath.Dir(path)
	if info, err := os.Stat(filepath.Join(dir, "espeak-ng-data")); err == nil && info.IsDir() {
		p.args = []string{"--path=" + dir}
		p.env = []string{"LD_LIBRARY_PATH=" + dir + string(os.PathListSeparator) + os.Getenv("LD_LIBRARY_PATH")}
	}
	return p
}

func (p program) run(ctx context.Context, input []byte, args ...string) ([]byte, error) {
	out, err := process.Run(ctx, process.Job{
		Program: p.path, Args: append(append([]string(nil), p.args...), args...), Env: p.env, Input: input,
		Limit: 30*time.Second + time.Duration(utf8.RuneCount(input))*10*time.Millisecond,
	})
	var failed *process.Error
	switch {
	case !errors.As(err, &failed):
		return out, err
	case failed.Failure == process.NotStarted:
		return nil, fmt.Errorf("%w: %w", tts.ErrUnavailable, err)
	case failed.Failure == process.Exited, failed.Failure == process.Killed:
		return nil, &tts.TemporaryError{Err: err}
	}
	return nil, err
}

// engine is a program and what it can say.
type engine struct {
	program
	list     []tts.Voice
	voices   map[string]bool
	variants map[string]bool
}

func (e *engine) askVoices(ctx context.Context) error {
	listed, err := e.run(ctx, nil, "--voices")
	if err != nil {
		return fmt.Errorf("list voices: %w", err)
	}
	variants, err := e.run(ctx, nil, "--voices=variant")
	if err != nil {
		return fmt.Errorf("list variants: %w", err)
	}
	e.list, e.voices, e.variants = parseVoices(listed), make(map[string]bool), parseVariants(variants)
	for _, v := range e.list {
		e.voices[v.ID] = true
	}
	if len(e.list) == 0 {
		return fmt.Errorf("%w: %s lists no voices: its data is missing", tts.ErrUnavailable, e.path)
	}
	return nil
}

// check refuses a voice that the engine has not listed, which also keeps options and paths out of its command line.
func (e *engine) check(voice string) error {
	name, variant, varied := strings.Cut(voice, "+")
	if !e.voices[name] {
		return fmt.Errorf("voice %q: %w: espeak-ng names its voices by language, as in de or en-gb", voice, tts.ErrNoVoice)
	}
	if varied && !e.variants[variant] {
		return fmt.Errorf("voice %q: %w: espeak-ng has no variant %q, but f1 to f5, m1 to m8 and others", voice, tts.ErrNoVoice, variant)
	}
	return nil
}

// phonemes is a pronunciation in the engine's signs, which are ASCII.
var phonemes = regexp.MustCompile(`\[\[[ -Z^-~]{1,256}\]\]`)

// text returns what the engine gets of a text.
func (b *Backend) text(text string) string {
	if !b.o.Phonemes {
		return plain.Text(text)
	}
	var out strings.Builder
	at := 0
	for _, m := range phonemes.FindAllStringIndex(text, -1) {
		out.WriteString(apart(text[at:m[0]]))
		out.WriteString(text[m[0]:m[1]])
		at = m[1]
	}
	out.WriteString(apart(text[at:]))
	return strings.TrimSpace(out.String())
}

// apart is plain.Text of a part of a text, whose spaces at both ends count.
func apart(text string) string {
	said := plain.Text(text)
	if said == "" {
		return strings.Repeat(" ", min(len(text), 1))
	}
	if strings.TrimLeftFunc(text, unicode.IsSpace) != text {
		said = " " + said
	}
	if strings.TrimRightFunc(text, unicode.IsSpace) != text {
		said += " "
	}
	return said
}

// speak runs the program once. A text without a line end behind it would lose its only letter.
func (e *engine) speak(ctx context.Context, text, voice, words string) (audio.Clip, error) {
	out, err := e.run(ctx, []byte(text+"\n"), "--stdin", "--stdout", "-b", "1", "-z", "-v", voice, "-s", words)
	if err != nil {
		return audio.Clip{}, err
	}
	clip, err := wav.Decode(bytes.NewReader(out))
	if err != nil {
		return audio.Clip{}, &tts.TemporaryError{Err: fmt.Errorf("%s gave no sound: %w", e.path, err)}
	}
	return clip, nil
}

func wrap(err error) error { return tts.Named("espeak", err) }
