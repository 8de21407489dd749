package piper

import (
	"archive/tar"
	"bufio"
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/klauspost/compress/zstd"

	"articast/tts"
)

// fakeEnv turns the test binary, run with an engine's flags, into an engine: TestMain sets it for all processes that the
// tests start. (A fuzzing worker is one of them, with other flags.)
const fakeEnv = "ARTICAST_TEST_FAKE_PIPER"

func TestMain(m *testing.M) {
	if os.Getenv(fakeEnv) != "" && len(os.Args) > 1 && os.Args[1] == "--model" {
		os.Exit(fakePiper(os.Args[1:]))
	}
	os.Setenv(fakeEnv, "1")
	code := m.Run()
	if left := leaks(); left != "" {
		fmt.Printf("FAIL: still running after all tests:\n%s", left)
		code = 1
	}
	os.Exit(code)
}

// fakePiper is an engine that keeps to Piper's command line and framing. It misbehaves as its model (the first word of
// the file) or the text tells it to, and notes what it is asked in the file that its configuration names.
func fakePiper(args []string) int {
	flags, ok := fakeFlags(args)
	model, err := os.ReadFile(flags["--model"])
	raw, configErr := os.ReadFile(flags["--config"])
	var config struct{ Log string }
	if !ok || err != nil || configErr != nil || json.Unmarshal(raw, &config) != nil {
		fmt.Fprintf(os.Stderr, "usage: %q", args)
		return 2
	}
	note := func(format string, a ...any) {
		f, err := os.OpenFile(config.Log, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
		if err == nil {
			fmt.Fprintf(f, format+"\n", a...)
			f.Close()
		}
	}
	_, isTuned := os.LookupEnv("ORT_LOAD_CONFIG_FROM_MODEL")
	note("start tuned=%v noise=%q/%q length=%q", isTuned, flags["--noise_scale"], flags["--noise_w"], flags["--length_scale"])
	switch word, _, _ := strings.Cut(string(model), " "); {
	case word == "never", word == "untunable" && isTuned:
		fmt.Fprint(os.Stderr, "error while loading shared libraries:\nlibonnxruntime.so")
		return 127
	}
	f := fake{note: note, voice: string(model), length: 1}
	if s, ok := flags["--length_scale"]; ok {
		f.length, _ = strconv.ParseFloat(s, 64)
	}
	f.silence, _ = strconv.ParseFloat(flags["--sentence_silence"], 64)
	return f.serve()
}

func fakeFlags(args []string) (map[string]string, bool) {
	flags := map[string]string{}
	for len(args) > 0 {
		switch args[0] {
		case "--json-input", "-q":
			flags[args[0]], args = "", args[1:]
		case "--model", "--config", "--output_file", "--sentence_silence", "--noise_scale", "--noise_w", "--length_scale":
			if len(args) < 2 {
				return flags, false
			}
			flags[args[0]], args = args[1], args[2:]
		default:
			return flags, false
		}
	}
	_, isJSON := flags["--json-input"]
	return flags, isJSON && flags["--output_file"] == "-"
}

type fake struct {
	note    func(string, ...any)
	voice   string
	length  float64
	silence float64
}

func (f fake) serve() int {
	in := bufio.NewScanner(os.Stdin)
	for in.Scan() {
		var line struct{ Text *string }
		if json.Unmarshal(in.Bytes(), &line) != nil || line.Text == nil || !utf8.Valid(in.Bytes()) {
			fmt.Fprint(os.Stderr, "terminate called after throwing nlohmann")
			return 134
		}
		f.note("say %s", *line.Text)
		if status, stop := f.misbehave(*line.Text); stop {
			return status
		}
		os.Stdout.Write(f.wav(*line.Text))
	}
	return 0
}

// misbehave does as the text says.
func (f fake) misbehave(text string) (status int, stop bool) {
	word, rest, _ := strings.Cut(text, " ")
	switch word {
	case "crash":
		fmt.Fprint(os.Stderr, strings.Repeat("blah ", 1000), "out of\nluck")
		return 3, true
	case "once": // crashes where the named file is not there
		if _, err := os.Stat(rest); err != nil {
			os.WriteFile(rest, nil, 0o600)
			return 4, true
		}
	case "hang":
		time.Sleep(time.Minute)
	case "garbage":
		fmt.Print(strings.Repeat("<html>Please log in</html>", 10))
	case "short":
		os.Stdout.Write(f.wav(rest)[:200])
		return 0, true
	case "extra":
		defer fmt.Print("and one more thing, which has no place here: no header begins like this")
	case "mute":
		os.Stdout.Close()
		io.Copy(io.Discard, os.Stdin)
		return 0, true
	}
	return 0, false
}

const fakeRate = 8000

// wav is 60 ms of noise per rune, of its own for each text and voice, and the silence. Bullets make no sound.
func (f fake) wav(text string) []byte {
	h := fnv.New32a()
	io.WriteString(h, f.voice+text)
	seed := h.Sum32()
	text = strings.ReplaceAll(text, "①", "")
	n := int(float64(utf8.RuneCountInString(text)) * 0.06 * fakeRate * f.length)
	samples := make([]int16, n+int(f.silence*fakeRate))
	for i := range samples[:n] {
		seed = seed*1664525 + 1013904223
		samples[i] = int16(seed>>18)/2 | 1
	}
	return fakeWAV(fakeRate, samples)
}

func fakeWAV(rate int, samples []int16) []byte {
	var b bytes.Buffer
	n := uint32(2 * len(samples))
	for _, v := range []any{[]byte("RIFF"), n + 36, []byte("WAVEfmt "), uint32(16), uint16(1), uint16(1), uint32(rate),
		uint32(2 * rate), uint16(2), uint16(16), []byte("data"), n, samples} {
		binary.Write(&b, binary.LittleEndian, v)
	}
	return b.Bytes()
}

// tarFile is an entry of a test archive.
type tarFile struct {
	name, body string
	mode       int64
	kind       byte
	link       string
}

func tarZstd(t testing.TB, files ...tarFile) []byte { return compressed(t, tarred(t, files...)) }

func tarred(t testing.TB, files ...tarFile) []byte {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, f := range files {
		if f.kind == 0 {
			f.kind = tar.TypeReg
		}
		h := &tar.Header{Name: f.name, Mode: f.mode | 0o644, Size: int64(len(f.body)), Typeflag: f.kind, Linkname: f.link}
		if err := w.WriteHeader(h); err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, f.body); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func compressed(t testing.TB, content []byte) []byte {
	t.Helper()
	z, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	return z.EncodeAll(content, nil)
}

func testArchive(name string, content []byte) Archive {
	h := fnv.New64a()
	h.Write(content)
	return Archive{Name: name, Version: "1", Hash: fmt.Sprintf("%016x", h.Sum64()),
		Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(content)), nil }}
}

// fakeVoice is a voice whose engine behaves as model says and notes what it does in log.
func fakeVoice(t testing.TB, id, model, log string) Voice {
	config, err := json.Marshal(map[string]string{"Log": log})
	if err != nil {
		t.Fatal(err)
	}
	content := tarZstd(t, tarFile{name: "voice.onnx", body: model + " " + id}, tarFile{name: "voice.json", body: string(config)})
	return Voice{Voice: tts.Voice{ID: id, Name: id, Lang: "en-GB"}, Archive: testArchive(id, content)}
}

// bench is an Engine on fake processes, with what they were asked.
type bench struct {
	*Engine
	log string
}

// newBench makes an Engine whose processes are this test binary; model is how they behave.
func newBench(t testing.TB, model string, change func(*Options)) bench {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	log := filepath.Join(t.TempDir(), "log")
	o := Options{EnginePath: self, DataDir: filepath.Join(t.TempDir(), "data"), Processes: 2,
		Voices: []Voice{fakeVoice(t, "ada", model, log), fakeVoice(t, "bob", model, log)}}
	if change != nil {
		change(&o)
	}
	e, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := e.Close(); err != nil {
			t.Error(err)
		}
	})
	return bench{e, log}
}

// say speaks text with the default voice.
func (b bench) say(t testing.TB, text string) error {
	t.Helper()
	clip, err := b.Synthesize(t.Context(), tts.Utterance{Text: text})
	if err == nil && len(clip.Samples) == 0 {
		t.Errorf("%q: no sound and no error", text)
	}
	return err
}

// lines returns the noted lines that begin with a word.
func (b bench) lines(t testing.TB, word string) []string {
	t.Helper()
	raw, err := os.ReadFile(b.log)
	if err != nil {
		return nil
	}
	return slices.DeleteFunc(strings.Split(strings.TrimSpace(string(raw)), "\n"),
		func(line string) bool { return !strings.HasPrefix(line, word+" ") })
}

// until waits for what another process or goroutine does.
func until(done func() bool) bool {
	tick := time.NewTicker(2 * time.Millisecond)
	defer tick.Stop()
	for range 5000 {
		if done() {
			return true
		}
		<-tick.C
	}
	return false
}

// leaks returns the stacks of this package's goroutines that are left when all Engines are closed. Each child has one
// that waits for its end, so a process left behind shows too.
func leaks() string {
	buf := make([]byte, 1<<20)
	var stacks string
	until(func() bool {
		stacks = string(buf[:runtime.Stack(buf, true)])
		return !strings.Contains(stacks, "piper.(*") && !strings.Contains(stacks, "piper.startChild")
	})
	if !strings.Contains(stacks, "piper.(*") && !strings.Contains(stacks, "piper.startChild") {
		return ""
	}
	return stacks
}
