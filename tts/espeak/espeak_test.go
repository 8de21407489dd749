package espeak

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"articast/tts"
	"articast/tts/ttstest"
)

// fakeEnv turns the test binary into an espeak-ng.
const fakeEnv = "ARTICAST_TEST_FAKE_ESPEAK"

func TestMain(m *testing.M) {
	if os.Getenv(fakeEnv) != "" {
		os.Exit(fakeEspeak(os.Args[1:]))
	}
	os.Exit(m.Run())
}

const fakeVoices = `Pty Language       Age/Gender VoiceName          File                 Other Languages
 5  cmn             --/M      Chinese_(Mandarin) sit/cmn              (zh-cmn 5)(zh 5)
 5  de              --/M      German             gmw/de
 2  en-gb           --/M      English_(Great_Britain) gmw/en          (en 2)
 5  chr-US-Qaaa-x-west --/M   Cherokee_          iro/chr
 5  yue             --/M      Chinese_(Cantonese) sit/yue             (zh 8)
 5  yue             --/M      Chinese_(Cantonese,_latin_as_Jyutping) sit/yue-Latn-jyutping (zh 8)
 5  ja              --/M      Japanese           jpx/ja
`

const fakeVariants = `Pty Language       Age/Gender VoiceName          File                 Other Languages
 5  variant         --/F      female2            !v/f2
 5  variant         --/M      Mr serious         !v/Mr serious
`

// fakeEspeak keeps to espeak-ng's command line. It misbehaves as the text tells it to.
func fakeEspeak(args []string) int {
	switch {
	case slices.Equal(args, []string{"--version"}):
		fmt.Println("eSpeak NG text-to-speech: 9.9  Data at: /nowhere")
		return 0
	case slices.Equal(args, []string{"--voices"}):
		fmt.Print(fakeVoices)
		return 0
	case slices.Equal(args, []string{"--voices=variant"}):
		fmt.Print(fakeVariants)
		return 0
	case len(args) != 9 || !slices.Equal(args[:5], []string{"--stdin", "--stdout", "-b", "1", "-z"}) || args[5] != "-v" || args[7] != "-s":
		fmt.Fprintf(os.Stderr, "usage: %q", args)
		return 2
	}
	text, err := io.ReadAll(os.Stdin)
	words, wordsErr := strconv.Atoi(args[8])
	if err != nil || wordsErr != nil || !utf8.Valid(text) || !bytes.HasSuffix(text, []byte("\n")) {
		return 2
	}
	switch word, _, _ := strings.Cut(string(text), " "); word {
	case "crash":
		fmt.Fprint(os.Stderr, "phontab is\nbroken")
		return 1
	case "mute":
		return 0
	}
	os.Stdout.Write(fakeSpeech(string(text), args[6], float64(words)/ownPace))
	return 0
}

// fakeSpeech is a WAV as espeak-ng streams it: its length is not known. The hum tells text and voice.
func fakeSpeech(text, voice string, rate float64) []byte {
	h := fnv.New32a()
	io.WriteString(h, voice+text)
	pitch := 200 + float64(h.Sum32()%400)
	samples := make([]int16, int(22050*0.07*float64(utf8.RuneCountInString(text))/rate))
	for i := range samples {
		samples[i] = int16(9000 * math.Sin(2*math.Pi*pitch*float64(i)/22050))
	}
	var b bytes.Buffer
	for _, v := range []any{[]byte("RIFF"), uint32(0x7ffff024), []byte("WAVEfmt "), uint32(16), uint16(1), uint16(1), uint32(22050),
		uint32(44100), uint16(2), uint16(16), []byte("data"), uint32(0x7ffff000), samples} {
		binary.Write(&b, binary.LittleEndian, v)
	}
	return b.Bytes()
}

// fake returns a Backend whose program is this test binary.
func fake(t *testing.T) *Backend {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv(fakeEnv, "1")
	path := filepath.Join(t.TempDir(), Program())
	if err := os.Symlink(self, path); err != nil {
		t.Skip(err)
	}
	found, err := Find(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	return New(Options{Locate: located(found)})
}

func TestConformance(t *testing.T) {
	ttstest.Run(t, func(t *testing.T) tts.Backend { return fake(t) })
}

// TestInstalledEngine runs the suite on the engine of this machine, where there is one.
func TestInstalledEngine(t *testing.T) {
	if _, err := Find(""); err != nil {
		t.Skip(err)
	}
	if !testing.Short() {
		ttstest.Run(t, func(t *testing.T) tts.Backend { return New(Options{}) })
	}
	b := New(Options{})
	for lang, text := range map[string]string{
		"de": "Die Boote kehrten vor dem Sturm zurück.", "es": "Los barcos volvieron antes de la tormenta.",
		"ru": "Лодки вернулись в порт до начала шторма.", "zh": "船只在暴风雨之前都回到了港口。",
	} {
		u := tts.Utterance{Text: text, Lang: lang}
		clip, err := b.Synthesize(t.Context(), u)
		if err == nil {
			err = tts.Check(u, clip)
		}
		if err != nil {
			t.Errorf("%s: %v", lang, err)
		}
	}
}

func TestFailuresSayWhatHappened(t *testing.T) {
	b := fake(t)
	_, err := b.Synthesize(t.Context(), tts.Utterance{Text: "crash now"})
	if _, passes := tts.Temporary(err); !passes || !strings.HasPrefix(err.Error(), "espeak: ") || !strings.HasSuffix(err.Error(), "exit status 1: phontab is broken") {
		t.Errorf("crash: %v", err)
	}
	if _, err = b.Synthesize(t.Context(), tts.Utterance{Text: "mute now"}); err == nil || !strings.Contains(err.Error(), "gave no sound: decode wav: not a WAV file: too short") {
		t.Errorf("no output: %v", err)
	}
	for _, rate := range []float64{0.4, 2.6, math.NaN()} {
		if _, err = b.Synthesize(t.Context(), tts.Utterance{Text: "hello", Prosody: tts.Prosody{Rate: rate}}); err == nil || !strings.Contains(err.Error(), "set rate") {
			t.Errorf("rate %v: %v", rate, err)
		}
	}
}

func TestUnknownVoices(t *testing.T) {
	b := fake(t)
	for _, voice := range []string{"fr", "de+f9", "--version", "../de", "de+", "+f2"} {
		if _, err := b.Synthesize(t.Context(), tts.Utterance{Text: "hello", Voice: voice}); !errors.Is(err, tts.ErrNoVoice) {
			t.Errorf("voice %q: %v", voice, err)
		}
	}
	if _, err := b.Synthesize(t.Context(), tts.Utterance{Text: "hello", Lang: "tlh"}); !errors.Is(err, tts.ErrNoVoice) {
		t.Errorf("language without a voice: %v", err)
	}
	for _, voice := range []string{"de", "de+f2"} {
		if _, err := b.Synthesize(t.Context(), tts.Utterance{Text: "hello", Voice: voice}); err != nil {
			t.Errorf("voice %q: %v", voice, err)
		}
	}
}

func TestNoEngine(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	t.Setenv("ProgramFiles", t.TempDir())
	b := New(Options{})
	if _, err := b.Synthesize(t.Context(), tts.Utterance{Text: "hello"}); !errors.Is(err, tts.ErrUnavailable) {
		t.Errorf("got %v", err)
	}
	if v := b.Properties().Version; v != "none" {
		t.Errorf("version %q", v)
	}
	for _, path := range []string{"nowhere", t.TempDir()} {
		if _, err := Find(path); !errors.Is(err, tts.ErrUnavailable) {
			t.Errorf("%s: %v", path, err)
		}
	}
}

// TestDistribution: data beside the program is the program's own.
func TestDistribution(t *testing.T) {
	dir := t.TempDir()
	if p := newProgram(filepath.Join(dir, Program())); p.args != nil || p.env != nil {
		t.Errorf("a program alone: %+v", p)
	}
	if err := os.Mkdir(filepath.Join(dir, "espeak-ng-data"), 0o755); err != nil {
		t.Fatal(err)
	}
	if p := newProgram(filepath.Join(dir, Program())); !slices.Equal(p.args, []string{"--path=" + dir}) || !strings.HasPrefix(p.env[0], "LD_LIBRARY_PATH="+dir) {
		t.Errorf("with data: %+v", p)
	}
}

func TestVersionNamesTheProgram(t *testing.T) {
	if v := fake(t).Properties().Version; v != "eSpeak NG text-to-speech: 9.9" {
		t.Errorf("%q", v)
	}
}

func TestPronunciationsReachTheEngineWhereTheyAreWanted(t *testing.T) {
	for text, want := range map[string]string{
		"met [[m@'dU@roU]]  in\n[[k@r'ak@s]].":       "met [[m@'dU@roU]] in [[k@r'ak@s]].",
		"[[m@'dU@roU]]":                              "[[m@'dU@roU]]",
		"[[m@'dU@roU]]'s  visit ":                    "[[m@'dU@roU]]'s visit",
		"a [[no sign: é]] and [[never closed":        "a [no sign: é] and [never closed",
		"a \x00[[" + strings.Repeat("a", 300) + "]]": "a [" + strings.Repeat("a", 300) + "]",
	} {
		if got := New(Options{Phonemes: true}).text(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
		if got := New(Options{}).text(text); strings.Contains(got, "[[") {
			t.Errorf("%q: %q", text, got)
		}
	}
}
