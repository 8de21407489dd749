package main

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"articast/audio/wav"
)

var update = flag.Bool("u", false, "update the scripts with what the commands print now")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"articast": main,
		"piper":    fakePiper,
		"speaker":  fakeSpeaker,
		"listener": fakeListener,
		"afplay":   fakeFilePlayer,
	})
}

func TestScript(t *testing.T) {
	articles, err := filepath.Abs("../../testdata/articles")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "../../testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("ARTICLES", articles)
			env.Setenv("ARTICAST_CACHE_DIR", filepath.Join(env.WorkDir, "cache"))
			env.Setenv("XDG_DATA_HOME", filepath.Join(env.WorkDir, "data"))
			env.Setenv("ARTICAST_BACKEND", "tone")
			env.Setenv("GORACE", os.Getenv("GORACE")) // how long programs of the race detector linger, among others
			return nil
		},
		Condition: scriptCondition,
		Cmds:      map[string]func(*testscript.TestScript, bool, []string){"samebytes": sameBytes, "picture": makePicture, "pictureserver": pictureServer, "speechserver": speechServer, "voiceserver": voiceServer},
	})
}

// scriptCondition knows [embedded]: the engine and the voices are inside this program and run on this machine; [root]:
// no file is out of reach; [exists:PATH]: there is such a file.
func scriptCondition(condition string) (bool, error) {
	if path, ok := strings.CutPrefix(condition, "exists:"); ok {
		_, err := os.Stat(path)
		return err == nil, nil
	}
	switch condition {
	case "embedded":
		return hasEmbeddedEngine(), nil
	case "root":
		return os.Getuid() == 0, nil
	}
	return false, fmt.Errorf("unknown condition %q", condition)
}

// sameBytes is the script command "samebytes A B": cmp for files that are no text.
func sameBytes(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: samebytes file1 file2")
	}
	if same := ts.ReadFile(args[0]) == ts.ReadFile(args[1]); same == neg {
		ts.Fatalf("%s and %s: same bytes: %v", args[0], args[1], same)
	}
}

// TestEmbeddedWhereRequired keeps a build machine from passing with the real engine skipped.
func TestEmbeddedWhereRequired(t *testing.T) {
	if os.Getenv("ARTICAST_REQUIRE_EMBEDDED") != "" && !hasEmbeddedEngine() {
		t.Fatal("this build has no embedded engine for this machine")
	}
}

// fakePiper stands in for the piper program: one JSON line in, one WAV out. A text with the word HANG says so in the
// named pipe $HANG and then never answers; one with CRASH ends the program.
func fakePiper() {
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		var line struct{ Text string }
		if err := json.Unmarshal(in.Bytes(), &line); err != nil {
			fmt.Fprintln(os.Stderr, "bad line:", err)
			os.Exit(134)
		}
		if strings.Contains(line.Text, "CRASH") {
			fmt.Fprintln(os.Stderr, "model went up in smoke")
			os.Exit(3)
		}
		if strings.Contains(line.Text, "HANG") {
			_ = os.WriteFile(os.Getenv("HANG"), []byte("hanging\n"), 0o600)
			for in.Scan() { // like the real engine, it ends with its standard input
			}
			os.Exit(0)
		}
		os.Stdout.Write(fakeSpeech(line.Text))
	}
}

// fakeSpeaker stands in for a program of --backend command: "speaker TEXT OUT" reads a file and writes a WAV, unless the text has the word
// CRASH; KILLED has it killed, the first time where there is no file $KILLED yet. A "-" for one of them is standard input or output. With
// "say" in front TEXT is the text itself, with "raw" OUT gets samples alone, with "mp3" an MP3 without a tag.
func fakeSpeaker() {
	args := os.Args[1:]
	mode := ""
	if len(args) > 2 {
		mode, args = args[0], args[1:]
	}
	text, err := speakersText(mode, args[0])
	switch {
	case err != nil:
	case strings.Contains(text, "CRASH"):
		err = fmt.Errorf("lost its voice")
	case strings.Contains(text, "KILLED"):
		dieOnce(os.Getenv("KILLED"))
	}
	if err == nil {
		sound := fakeSpeech(text)
		switch mode {
		case "raw":
			sound = sound[44:]
		case "peaks":
			sound = withPeak(sound)
		case "mp3":
			clip, _ := wav.Decode(bytes.NewReader(sound))
			_, sound = encodeSpeech(clip, "mp3")
		}
		err = writeSound(args[1], sound)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(3)
	}
}

// withPeak makes a WAV quiet but for one sample.
func withPeak(sound []byte) []byte {
	clip, err := wav.Decode(bytes.NewReader(sound))
	if err != nil {
		panic(err)
	}
	clip = clip.Gain(-12)
	clip.Samples[len(clip.Samples)/2] = 0.9
	var b bytes.Buffer
	if err := wav.Encode(&b, clip); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func speakersText(mode, arg string) (string, error) {
	if mode == "say" {
		return arg, nil
	}
	read := func() ([]byte, error) { return os.ReadFile(arg) }
	if arg == "-" {
		read = func() ([]byte, error) { return io.ReadAll(os.Stdin) }
	}
	text, err := read()
	return strings.TrimSuffix(string(text), "\n"), err
}

func writeSound(path string, sound []byte) error {
	if path == "-" {
		_, err := os.Stdout.Write(sound)
		return err
	}
	return os.WriteFile(path, sound, 0o600)
}

// dieOnce kills this process, but not again where a file notes that it did.
func dieOnce(note string) {
	if _, err := os.Stat(note); note != "" && err == nil {
		return
	}
	if note != "" {
		_ = os.WriteFile(note, nil, 0o600)
	}
	if self, err := os.FindProcess(os.Getpid()); err == nil {
		_ = self.Kill()
	}
	select {}
}

// fakeListener stands in for a player that reads standard input: it notes in the file $HEARD how much it heard. $LISTENER tells it to "leave" after
// the first bytes, to "fail", or to "stay": then it says so in the named pipe $STAYS and goes on until it is interrupted.
func fakeListener() {
	switch os.Getenv("LISTENER") {
	case "stay":
		stay()
	case "leave":
		_, _ = io.ReadFull(os.Stdin, make([]byte, 44))
		return
	case "fail":
		fmt.Fprintln(os.Stderr, "no sound card")
		os.Exit(3)
	}
	if heard := os.Getenv("HEARD"); heard != "" {
		hear(os.Stdin, heard)
		return
	}
	_, _ = io.Copy(io.Discard, os.Stdin)
}

// stay waits for Ctrl-C, and ends as mpv does.
func stay() {
	interrupted := make(chan os.Signal, 1)
	signal.Notify(interrupted, os.Interrupt)
	_ = os.WriteFile(os.Getenv("STAYS"), []byte("listening\n"), 0o600)
	<-interrupted
	os.Exit(4)
}

// fakeFilePlayer stands in for a player that takes the path of a file. It knows the "stay" of fakeListener.
func fakeFilePlayer() {
	if os.Getenv("LISTENER") == "stay" {
		stay()
	}
	f, err := os.Open(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	defer f.Close()
	hear(f, os.Getenv("HEARD"))
}

// hear decodes a WAV, and adds a line with its length to a file.
func hear(r io.Reader, path string) {
	clip, err := wav.Decode(r)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	f, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	defer f.Close()
	fmt.Fprintf(f, "heard %.0f s\n", clip.Duration().Seconds())
}

// fakeSpeech is a WAV of 22,050 Hz with a hum as long as speech of that text would be.
func fakeSpeech(text string) []byte {
	const rate = 22050
	samples := rate / 15 * len([]rune(text))
	data := make([]byte, 44+2*samples)
	copy(data, "RIFF")
	binary.LittleEndian.PutUint32(data[4:], uint32(36+2*samples))
	copy(data[8:], "WAVEfmt ")
	binary.LittleEndian.PutUint32(data[16:], 16)
	binary.LittleEndian.PutUint16(data[20:], 1)
	binary.LittleEndian.PutUint16(data[22:], 1)
	binary.LittleEndian.PutUint32(data[24:], rate)
	binary.LittleEndian.PutUint32(data[28:], 2*rate)
	binary.LittleEndian.PutUint16(data[32:], 2)
	binary.LittleEndian.PutUint16(data[34:], 16)
	copy(data[36:], "data")
	binary.LittleEndian.PutUint32(data[40:], uint32(2*samples))
	for i := range samples {
		v := int16(8000 * math.Sin(2*math.Pi*220*float64(i)/rate))
		binary.LittleEndian.PutUint16(data[44+2*i:], uint16(v))
	}
	return data
}
