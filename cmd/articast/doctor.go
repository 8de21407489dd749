package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"text/tabwriter"

	"github.com/urfave/cli/v2"

	"articast/podcast"
	"articast/tts"
	"articast/tts/piper"
)

// doctorWord is what each engine is made to say.
const doctorWord = "Ready."

// A finding is what doctor has to say of one thing: its state, what was seen, and what to do about it, if anything.
type finding struct {
	Name   string `json:"name"`
	State  string `json:"state"` // good, bad, or absent where nothing is wrong with that
	Detail string `json:"detail"`
	Fix    string `json:"fix,omitempty"`
}

const (
	good   = "good"
	bad    = "bad"
	absent = "absent"
)

func doctorCommand() *cli.Command {
	var broken error // settings, which doctor tells of and does without
	return &cli.Command{
		Name:  "doctor",
		Usage: "tell what is there, what works, and what to do about the rest",
		Description: `Each engine of this machine is made to say one word. Services are asked with --online only: that takes the network, and may
cost money.

EXIT STATUS:
   0 an English article can be spoken, 1 the cache cannot be used, 2 wrong usage or settings, 4 no engine can speak, or not the one
   named with --backend`,
		Flags: []cli.Flag{backendFlag(), jsonFlag(),
			&cli.BoolFlag{Name: "online", Usage: "have the services say a word too"},
			flagNamed(voiceFlags(), "voice"), enginePathFlag(), commandFlag(), commandRateFlag(), cacheDirFlag()},
		Before: func(c *cli.Context) error {
			broken = cmp.Or(applySettings(c), trySettings(c))
			return nil
		},
		Action: func(c *cli.Context) error { return runDoctor(c, broken) },
	}
}

// trySettings reads the settings as render does, which has all that can be set, and returns what is wrong with them.
func trySettings(c *cli.Context) error {
	render := renderCommand()
	render.Action = func(c *cli.Context) error {
		_, err := renderOptionsOf(c)
		return err
	}
	prepareCommand(render)
	app := &cli.App{
		Name: c.App.Name, Commands: []*cli.Command{render}, DisableSliceFlagSeparator: true,
		Reader: strings.NewReader(""), Writer: io.Discard, ErrWriter: io.Discard, ExitErrHandler: func(*cli.Context, error) {},
	}
	args := []string{app.Name, render.Name}
	if path := c.Path("config"); path != "" {
		args = append(args, "--config", path)
	}
	return app.RunContext(c.Context, append(args, "-"))
}

func runDoctor(c *cli.Context, broken error) error {
	if err := noArguments(c); err != nil {
		return err
	}
	root, err := cacheRoot(c.Path("cache-dir"))
	if err != nil {
		return err
	}
	asked := voiceOptionsOf(c)
	asked.lang = "en"
	chosen := asked.forLang(asked.lang)
	cache := checkCache(root)
	findings := []finding{
		{Name: "articast", State: good, Detail: fmt.Sprintf("%s, %s, %s/%s", version, runtime.Version(), runtime.GOOS, runtime.GOARCH)},
		checkSettings(asked.settings, broken),
		cache,
	}
	speaks := false
	for _, name := range engineNames {
		o := chosen
		if name != chosen.backend {
			if name == "tone" { // is for tests
				continue
			}
			o = asked.understudy(name)
		}
		f := o.checkEngine(c.Context, c.Bool("online"), name == chosen.backend)
		if err := c.Context.Err(); err != nil {
			return &interruptedError{error: err, what: "interrupted", none: true}
		}
		speaks = speaks || name == chosen.backend && f.State == good
		findings = append(findings, f)
	}
	findings = append(findings, asked.checkAddedVoices(c.Context)...)
	findings = append(findings, checkPlayer(), checkFFmpeg())
	if err := printFindings(c.App.Writer, findings, c.Bool("json")); err != nil {
		return err
	}
	switch {
	case broken != nil:
		return broken
	case !speaks:
		return &hintError{
			error: fmt.Errorf("%w: %s", tts.ErrUnavailable, chosen.backend),
			hint:  "the list says what to do; --online asks services too",
		}
	case cache.State == bad:
		return &hintError{error: errors.New("the cache cannot be used"), hint: cache.Fix}
	}
	return nil
}

func printFindings(w io.Writer, findings []finding, asJSON bool) error {
	if asJSON {
		return printJSON(w, findings)
	}
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, f := range findings {
		fmt.Fprintf(table, "%s\t%s\t%s\n", f.Name, f.State, oneLine(f.Detail))
		if f.Fix != "" {
			fmt.Fprintf(table, "\t\t  to do: %s\n", oneLine(f.Fix))
		}
	}
	return table.Flush()
}

// checkSettings lists the files that settings were read from, or says why they cannot be read.
func checkSettings(s *settings, broken error) finding {
	if broken != nil {
		return finding{Name: "settings", State: bad, Detail: broken.Error(), Fix: hintOf(broken)}
	}
	var found []string
	for _, f := range s.files {
		if _, err := os.Stat(f.path); err == nil {
			found = append(found, f.path)
		}
	}
	if len(found) == 0 {
		return finding{Name: "settings", State: absent, Detail: "no file; articast config init writes one"}
	}
	return finding{Name: "settings", State: good, Detail: strings.Join(found, ", ")}
}

// checkCache writes to the cache's folder, and tells what it holds and what room is left.
func checkCache(root string) finding {
	f := finding{Name: "cache", State: good, Detail: root}
	if err := tryToWrite(root); err != nil {
		f.State, f.Detail = bad, err.Error()
		f.Fix = "make the folder writable, or name another one with --cache-dir DIR"
		return f
	}
	if held, err := treeSize(root); err == nil {
		f.Detail += ", " + size(held)
	}
	free, err := freeSpace(root)
	if err != nil {
		return f
	}
	f.Detail += ", " + size(free) + " free on the disk"
	if free < roomForAnEngine {
		f.State, f.Fix = bad, "make room: articast cache gc bounds the cache"
	}
	return f
}

// roomForAnEngine is what the embedded engine and its voices take when unpacked, and some speech.
const roomForAnEngine = 300e6

func tryToWrite(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	file, err := os.CreateTemp(dir, ".doctor-*")
	if err != nil {
		return err
	}
	defer os.Remove(file.Name())
	_, err = file.WriteString(doctorWord)
	return errors.Join(err, file.Close())
}

// checkEngine has the engine of o say a word. Services are asked only online, a program of the user's only if it is named. What
// is missing is bad only of the engine that would be used.
func (o voiceOptions) checkEngine(ctx context.Context, online, used bool) finding {
	f := finding{Name: o.backend, State: absent}
	if o.backend == "command" && o.command == "" && !used {
		f.Detail = "no program is named: --command LINE does"
		return f
	}
	backend, closer, err := o.open()
	if err == nil {
		defer closer.Close()
		if !online && !backend.Properties().Offline && o.backend != "command" {
			f.Detail = "a service, not asked: --online does"
			return f
		}
		if err = o.missing(); err == nil {
			err = sayWord(ctx, backend, o.narrator())
		}
	}
	if err == nil {
		f.State, f.Detail = good, fmt.Sprintf("says %q by voice %s, version %s", doctorWord, cmp.Or(o.narrator(), "of its own"), cmp.Or(backend.Properties().Version, "unknown"))
		return f
	}
	if used || !errors.Is(err, tts.ErrUnavailable) && !errors.Is(err, tts.ErrNoVoice) {
		f.State = bad
	}
	f.Detail, f.Fix = err.Error(), hintOf(o.explain(err))
	return f
}

func sayWord(ctx context.Context, b tts.Backend, voice string) error {
	u := tts.Utterance{Text: doctorWord, Voice: voice, Lang: "en"}
	clip, err := b.Synthesize(ctx, u)
	if err != nil {
		return err
	}
	return tts.Check(u, clip)
}

// checkAddedVoices has each of the user's own voices say a word, where there is an engine for them.
func (o voiceOptions) checkAddedVoices(ctx context.Context) []finding {
	files := addedVoiceFiles()
	if len(files) == 0 {
		return []finding{{Name: "voices", State: absent, Detail: "none of your own; articast voices get lists Piper's"}}
	}
	o = o.understudy("piper")
	engine, closer, err := o.open()
	if err == nil {
		defer closer.Close()
	}
	var found []finding
	for _, file := range files {
		v, broken := piper.VoiceAt(file)
		f := finding{Name: "voice", State: good, Detail: fmt.Sprintf("%s (%s)", v.ID, v.Lang)}
		if broken == nil && err == nil {
			broken = sayWord(ctx, engine, v.ID)
			var failed *piper.EngineError
			if errors.Is(broken, tts.ErrUnavailable) && !errors.As(broken, &failed) {
				broken = nil // there is no engine: its own line says so
			}
		}
		if broken != nil {
			name := strings.TrimSuffix(filepath.Base(file), ".onnx")
			f.State, f.Detail = bad, name+": "+broken.Error()
			f.Fix = "articast voices get " + name + " --force fetches it again; or remove " + file
		}
		found = append(found, f)
	}
	return found
}

// addedVoiceFiles lists the models among the user's own voices, broken ones too.
func addedVoiceFiles() []string {
	entries, _ := os.ReadDir(voicesDir())
	var files []string
	for _, e := range entries {
		if filepath.Ext(e.Name()) == ".onnx" {
			files = append(files, filepath.Join(voicesDir(), e.Name()))
		}
	}
	return files
}

// checkPlayer looks for what articast play plays through.
func checkPlayer() finding {
	if _, path, ok := firstPlayer(); ok {
		return finding{Name: "player", State: good, Detail: path}
	}
	return finding{Name: "player", State: absent, Detail: "none of " + strings.Join(playerNames(), ", "), Fix: "install one of them for articast play; rendering needs none"}
}

// checkFFmpeg looks for what makes the formats that articast does not write itself.
func checkFFmpeg() finding {
	if ffmpeg, err := podcast.FindEncoder(podcast.FFmpeg); err == nil {
		return finding{Name: "ffmpeg", State: good, Detail: ffmpeg.Path}
	}
	return finding{Name: "ffmpeg", State: absent, Detail: "none in PATH", Fix: "install it for FLAC, Opus and M4B; MP3 and WAV need none"}
}
