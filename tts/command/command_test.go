package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"articast/audio"
	"articast/audio/mp3"
	"articast/audio/wav"
	"articast/tts"
	"articast/tts/tone"
	"articast/tts/ttstest"
)

// fakeEnv turns the test binary into a program that speaks.
const fakeEnv = "ARTICAST_TEST_FAKE_COMMAND"

func TestMain(m *testing.M) {
	if os.Getenv(fakeEnv) != "" {
		if err := fakeProgram(os.Args[1:]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(3)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// fakeProgram is called as KIND RATE [IN [OUT...]]; "-" is standard input and output.
func fakeProgram(args []string) error {
	kind, in, out := args[0], args[2], args[3:]
	switch kind {
	case "dies":
		if self, err := os.FindProcess(os.Getpid()); err == nil {
			_ = self.Kill()
		}
		time.Sleep(time.Hour)
	case "hangs":
		time.Sleep(time.Hour)
	}
	text, err := os.ReadFile(in)
	if in == "-" {
		text, err = io.ReadAll(os.Stdin)
	}
	if err != nil || !bytes.HasSuffix(text, []byte("\n")) {
		return fmt.Errorf("text %q, %v", text, err)
	}
	rate, err := strconv.ParseFloat(args[1], 64)
	if err != nil {
		return err
	}
	clip, err := tone.Backend{}.Synthesize(context.Background(), tts.Utterance{Text: string(text), Prosody: tts.Prosody{Rate: rate}})
	if err != nil {
		return err
	}
	sound, err := encode(kind, clip)
	for _, path := range out {
		if path == "-" {
			_, err = os.Stdout.Write(sound)
		} else {
			err = errors.Join(err, os.WriteFile(path, sound, 0o600))
		}
	}
	return err
}

func encode(kind string, clip audio.Clip) ([]byte, error) {
	var b bytes.Buffer
	if kind == "mp3" || kind == "halfmp3" {
		e, err := mp3.NewEncoder(&b, mp3.Config{Rate: clip.Rate})
		if err != nil {
			return nil, err
		}
		err = errors.Join(e.Write(clip.Samples), e.Close())
		if kind == "halfmp3" {
			return b.Bytes()[:b.Len()/2], err
		}
		return b.Bytes(), err
	}
	if err := wav.Encode(&b, clip); err != nil {
		return nil, err
	}
	switch kind {
	case "wav":
		return b.Bytes(), nil
	case "half":
		return b.Bytes()[:b.Len()/2], nil
	case "page":
		return []byte("<!doctype html><title>no</title>"), nil
	case "mute":
		return nil, nil
	}
	return nil, errors.New("the voice\nhas a cold")
}

// open returns the Backend of a command line, in which PROGRAM is the fake one.
func open(t *testing.T, line string) *Backend {
	t.Helper()
	t.Setenv(fakeEnv, "1")
	t.Setenv("TMPDIR", t.TempDir())
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	b, err := New(strings.Replace(line, "PROGRAM", "'"+program+"'", 1), 0)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestConformance(t *testing.T) {
	for _, line := range []string{"PROGRAM wav {rate} {in} {out}.wav", "PROGRAM wav {rate} - -"} {
		t.Run(line, func(t *testing.T) {
			ttstest.Run(t, func(t *testing.T) tts.Backend { return open(t, line) })
		})
	}
}

func TestSplit(t *testing.T) {
	for _, c := range []struct {
		line string
		want []string
	}{
		{"", nil},
		{"  say  -o\t{out} ", []string{"say", "-o", "{out}"}},
		{`"/Program Files/say" 'it''s' ""`, []string{"/Program Files/say", "its", ""}},
		{`a "it's $HOME; *" C:\x\y`, []string{"a", "it's $HOME; *", `C:\x\y`}},
		{`--voice="Serena Premium"`, []string{"--voice=Serena Premium"}},
	} {
		if got, err := Split(c.line); err != nil || !slices.Equal(got, c.want) {
			t.Errorf("split %q: %q, %v, want %q", c.line, got, err, c.want)
		}
	}
}

func TestNewRefuses(t *testing.T) {
	for line, want := range map[string]string{
		"":                 "no program is named",
		`""`:               "no program is named",
		"say 'it":          "a quote ' is opened and not closed",
		"{voice} -o {out}": "a placeholder stands in place of the program",
		"say -o {output}":  "no such placeholder: {output}",
	} {
		if _, err := New(line, 0); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("command %q: %v, want %q", line, err, want)
		}
	}
}

func TestSynthesizeTellsWhatFailed(t *testing.T) {
	u := tts.Utterance{Text: "Good evening."}
	slow, tom := u, u
	slow.Prosody.Rate = 0.8
	tom.Voice = "-rf"
	for _, c := range []struct {
		line string
		u    tts.Utterance
		want string
	}{
		{"PROGRAM sick 1 {in} {out}", u, "exit status 3: the voice has a cold"},
		{"PROGRAM mute 1 {in} -", u, "the program wrote no sound"},
		{"PROGRAM wav 1 {in} - {out}.wav {out}.mp3", u, "the program wrote 2 files for {out}"},
		{"PROGRAM wav 1 {in} - --x={out}", u, "exit status 3"},
		{"PROGRAM page 1 {in} -", u, `no WAV, AIFF or MP3: it begins with "<!doctype html>`},
		{"PROGRAM half 1 {in} {out}", u, "unexpected EOF"},
		{"PROGRAM halfmp3 1 {in} {out}.mp3", u, "the program wrote a damaged MP3: "},
		{"PROGRAM wav 1 {in} {out}", slow, "set rate 0.8: the command has no {rate}"},
		{"PROGRAM {voice} 1 {in} {out}", u, "the command has {voice}, and no voice is named"},
		{"PROGRAM {voice} 1 {in} {out}", tom, `no such voice: "-rf"`},
		{"no-such-program-anywhere {in} {out}", u, "engine not available: there is no no-such-program-anywhere in PATH"},
	} {
		t.Run(c.line, func(t *testing.T) {
			clip, err := open(t, c.line).Synthesize(t.Context(), c.u)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v, %v, want an error with %q", clip, err, c.want)
			}
			left, err := os.ReadDir(os.Getenv("TMPDIR"))
			if err != nil || len(left) > 0 {
				t.Errorf("left behind: %v, %v", left, err)
			}
		})
	}
}

func TestSynthesizeTakesMP3(t *testing.T) {
	u := tts.Utterance{Text: "Good evening."}
	clip, err := open(t, "PROGRAM mp3 {rate} {in} {out}.mp3").Synthesize(t.Context(), u)
	if err == nil {
		err = tts.Check(u, clip)
	}
	if err != nil {
		t.Error(err)
	}
}

// TestWhatMayHelpIsAskedAgain: see the package comment.
func TestWhatMayHelpIsAskedAgain(t *testing.T) {
	for _, c := range []struct {
		kind, want string
		again      bool
	}{
		{"dies", "failed: signal: killed", runtime.GOOS != "windows"},
		{"half", "unexpected EOF", true},
		{"halfmp3", "damaged MP3", true},
		{"sick", "exit status 3", false},
		{"hangs", "did not end within 110ms", false},
		{"mute", "no sound", false},
		{"page", "no WAV, AIFF or MP3", false},
	} {
		t.Run(c.kind, func(t *testing.T) {
			b, text := open(t, "PROGRAM "+c.kind+" 1 {in} {out}"), "Good evening."
			if c.kind == "hangs" {
				b.base, text = 10*time.Millisecond, "A"
			}
			_, err := b.Synthesize(t.Context(), tts.Utterance{Text: text})
			if _, again := tts.Temporary(err); again != c.again || err == nil || runtime.GOOS != "windows" && !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v, to be asked again: %v; want %q, %v", err, again, c.want, c.again)
			}
		})
	}
}

// TestTextThatIsTooLongForACommandLine: Linux takes 128 KiB for one argument, macOS 1 MiB for all, Windows 64.
func TestTextThatIsTooLongForACommandLine(t *testing.T) {
	b := open(t, "PROGRAM wav 1 {in} {out} "+strings.Repeat("{text}", 300))
	_, err := b.Synthesize(t.Context(), tts.Utterance{Text: strings.Repeat("Long ", maxRunes/5)})
	if _, again := tts.Temporary(err); again || err == nil || errors.Is(err, tts.ErrUnavailable) || !errors.Is(err, ErrTooLong) {
		t.Errorf("%v, to be asked again: %v", err, again)
	}
}

func TestFillLooksAtNothingTwice(t *testing.T) {
	b, err := New("say {voice}:{lang}:{rate} {in} {out}.aiff {text}", 0)
	if err != nil {
		t.Fatal(err)
	}
	got := b.fill(tts.Utterance{Text: "-5 or {out}", Voice: "{in}", Prosody: tts.Prosody{Rate: 1.25}}, "IN", "OUT")
	if want := []string{"{in}:en:1.25", "IN", "OUT.aiff", " -5 or {out}"}; !slices.Equal(got, want) {
		t.Errorf("arguments %q, want %q", got, want)
	}
}

func TestDecodeKnowsSoundByItsContent(t *testing.T) {
	aiff := "FORM\x00\x00\x00\x30AIFFCOMM\x00\x00\x00\x12\x00\x01\x00\x00\x00\x01\x00\x10\x40\x0d\xac\x44\x00\x00\x00\x00\x00\x00SSND\x00\x00\x00\x0a\x00\x00\x00\x00\x00\x00\x00\x00\x40\x00"
	clip, err := decode([]byte(aiff))
	if err != nil || clip.Rate != 22050 || !slices.Equal(clip.Samples, []float32{0.5}) {
		t.Errorf("AIFF: %v, %v", clip, err)
	}
	if _, err := decode([]byte("\xff\xff\xff\xff\xff\xff")); err == nil || !strings.Contains(err.Error(), "no WAV, AIFF or MP3") {
		t.Errorf("samples near 0: %v", err)
	}
	if _, err := decode([]byte("ID3\x04\x00\x00\x00\x00\x00\x00")); err == nil || !strings.Contains(err.Error(), "damaged MP3: 0 whole frames") {
		t.Errorf("an MP3 of a tag alone: %v", err)
	}
}

func TestDecodeRaw(t *testing.T) {
	clip, err := decodeRaw([]byte{0, 0x40, 0, 0x80}, 16000)
	if err != nil || clip.Rate != 16000 || !slices.Equal(clip.Samples, []float32{0.5, -1}) {
		t.Errorf("%v, %v", clip, err)
	}
	hum, err := tone.Backend{}.Synthesize(t.Context(), tts.Utterance{Text: "Well"})
	if err != nil {
		t.Fatal(err)
	}
	frames, err := encode("mp3", hum)
	if err != nil {
		t.Fatal(err)
	}
	for sound, want := range map[string]string{
		string(frames[:len(frames)/2*2]): "it is not raw", // an MP3 without a tag
		"FORM1234":                       "it is not raw", "ID3\x04": "it is not raw", "OggS": "it is not raw", "fLaC": "it is not raw",
		"":         "the program wrote no sound",
		"abc":      "3 bytes, not whole samples of 16 bits",
		"RIFF1234": "it is not raw",
	} {
		if _, err := decodeRaw([]byte(sound), 16000); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", sound, err, want)
		}
	}
	for _, rate := range []audio.SampleRate{-1, 1, 7999, 200000} {
		if _, err := New("say", rate); err == nil {
			t.Errorf("raw sound at %d Hz is taken", rate)
		}
	}
	plain, _ := New("say", 0)
	raw, err := New("say", 16000)
	if err != nil || plain.Properties().Version == raw.Properties().Version {
		t.Errorf("the cache cannot tell raw sound: %v", err)
	}
}
