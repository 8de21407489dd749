package embedded_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"articast/audio"
	"articast/tts"
	"articast/tts/piper"
	"articast/tts/piper/embedded"
	"articast/tts/ttstest"
)

// dataDir is where the engine and the voices are unpacked, once for all tests.
var dataDir string

func TestMain(m *testing.M) {
	if dir := os.Getenv(parentEnv); dir != "" {
		speakForever(dir)
	}
	os.Exit(runTests(m))
}

func runTests(m *testing.M) int {
	var err error
	if dataDir, err = os.MkdirTemp("", "articast-piper-"); err != nil {
		fmt.Println(err)
		return 1
	}
	defer os.RemoveAll(dataDir)
	return m.Run()
}

func options() piper.Options {
	return piper.Options{Distribution: embedded.Distribution(), Voices: embedded.Voices(), DataDir: dataDir}
}

// open returns an Engine of what is embedded, or skips the test where nothing is.
func open(t testing.TB, change func(*piper.Options)) *piper.Engine {
	t.Helper()
	if embedded.Distribution() == nil {
		t.Skip("no engine is embedded in this build")
	}
	o := options()
	if change != nil {
		change(&o)
	}
	e, err := piper.New(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := e.Close(); err != nil {
			t.Error(err)
		}
	})
	return e
}

func say(t testing.TB, e *piper.Engine, u tts.Utterance) audio.Clip {
	t.Helper()
	clip, err := e.Synthesize(context.Background(), u)
	if err != nil {
		t.Fatal(err)
	}
	if err := tts.Check(u, clip); err != nil {
		t.Fatal(err)
	}
	return clip
}

func TestConformance(t *testing.T) {
	ttstest.Run(t, func(t *testing.T) tts.Backend { return open(t, nil) })
}

func TestArchivesSayWhatTheyAre(t *testing.T) {
	var all []piper.Archive
	if d := embedded.Distribution(); d != nil {
		all = append(all, *d)
	}
	for _, v := range embedded.Voices() {
		all = append(all, v.Archive)
		if v.ID == "" || v.Name == "" || v.Lang != "en-GB" || v.Gender == "" {
			t.Errorf("%+v", v.Voice)
		}
	}
	hash := regexp.MustCompile(`^[0-9a-f]{32}$`)
	seen := map[string]bool{}
	for _, a := range all {
		if a.Version == "unknown" || a.Version == "" || !hash.MatchString(a.Hash) || seen[a.Hash] {
			t.Errorf("%s: version %q, hash %q", a.Name, a.Version, a.Hash)
		}
		seen[a.Hash] = true
	}
	if voices := embedded.Voices(); len(voices) > 0 && (voices[0].ID != "jenny" || voices[1].ID != "alan") {
		t.Errorf("the narrator must be the first: %v", voices)
	}
}

// TestLaterStartUnpacksNothing: what was unpacked once is not read from its archive again.
func TestLaterStartUnpacksNothing(t *testing.T) {
	if err := open(t, nil).Prepare(t.Context(), "jenny", "alan"); err != nil {
		t.Fatal(err)
	}
	e := open(t, func(o *piper.Options) {
		for _, a := range []*piper.Archive{o.Distribution, &o.Voices[0].Archive, &o.Voices[1].Archive} {
			a.Open = func() (io.ReadCloser, error) { return nil, fmt.Errorf("%s is unpacked again", a.Name) }
		}
	})
	if err := e.Prepare(t.Context(), "jenny", "alan"); err != nil {
		t.Error(err)
	}
}

const sentence = "The old ferry left the harbour at noon, with nobody aboard."

// TestOneThreadSoundsLikeTheStockEngine compares the tuned voice with the engine run by hand, on its own settings but
// for the noise.
func TestOneThreadSoundsLikeTheStockEngine(t *testing.T) {
	e := open(t, nil)
	for _, id := range []string{"jenny", "alan"} {
		clip := say(t, e, tts.Utterance{Text: sentence, Voice: id})
		program, err := e.Locate(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		model, err := filepath.Glob(filepath.Join(dataDir, id+"-*", "voice.onnx"))
		if err != nil || len(model) != 1 {
			t.Fatal(model, err)
		}
		cmd := exec.Command(program, "--model", model[0], "--config", filepath.Join(filepath.Dir(model[0]), "voice.json"),
			"--output_raw", "-q", "--noise_scale", "0", "--noise_w", "0", "--sentence_silence", "0")
		cmd.Stdin = strings.NewReader(sentence + "\n")
		raw, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		want := make([]float32, len(raw)/2)
		for i := range want {
			want[i] = float32(int16(uint16(raw[2*i])|uint16(raw[2*i+1])<<8)) / 32768
		}
		if !slices.Equal(clip.Samples, want) {
			t.Errorf("%s: %v, the stock engine gives %v", id, clip, clip.Rate.D(len(want)))
		}
	}
}

func TestLivelySoundsDifferentEveryTime(t *testing.T) {
	e := open(t, func(o *piper.Options) { o.Lively = true })
	if a, b := say(t, e, tts.Utterance{Text: sentence}), say(t, e, tts.Utterance{Text: sentence}); slices.Equal(a.Samples, b.Samples) {
		t.Error("twice the same")
	}
}

// TestVoiceByPath speaks with a voice file as Piper's users have them, where it lies.
func TestVoiceByPath(t *testing.T) {
	e := open(t, nil)
	want := say(t, e, tts.Utterance{Text: sentence, Voice: "alan"})
	from, err := filepath.Glob(filepath.Join(dataDir, "alan-*", "voice.onnx"))
	if err != nil || len(from) != 1 {
		t.Fatal(from, err)
	}
	path := filepath.Join(t.TempDir(), "en_GB-alan-medium.onnx")
	copyFile(t, path, from[0])
	copyFile(t, path+".json", filepath.Join(filepath.Dir(from[0]), "voice.json"))
	if got := say(t, e, tts.Utterance{Text: sentence, Voice: path}); !slices.Equal(got.Samples, want.Samples) {
		t.Errorf("%v, by its name %v", got, want)
	}
}

func copyFile(t *testing.T, to, from string) {
	t.Helper()
	b, err := os.ReadFile(from)
	if err == nil {
		err = os.WriteFile(to, b, 0o444)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// TestBadVoiceFile: a file that is no model is an error that tells what the engine said.
func TestBadVoiceFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "broken.onnx")
	config, err := json.Marshal(map[string]any{"audio": map[string]int{"sample_rate": 22050}})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("<html>not found</html>"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path+".json", config, 0o644); err != nil {
		t.Fatal(err)
	}
	_, err = open(t, nil).Synthesize(t.Context(), tts.Utterance{Text: sentence, Voice: path})
	if err == nil || !strings.Contains(err.Error(), "ended without an answer") {
		t.Errorf("got %v", err)
	}
}

// BenchmarkSpeak speaks eight utterances, with as many calls in flight as the Engine asks for.
func BenchmarkSpeak(b *testing.B) {
	e := open(b, nil)
	utterances := slices.Repeat([]tts.Utterance{{Text: strings.Repeat(sentence+" ", 2)}}, 8)
	sound := 0.0
	speak := func() {
		for clip, err := range tts.Render(b.Context(), e, slices.Values(utterances), 0) {
			if err != nil {
				b.Fatal(err)
			}
			sound += clip.Duration().Seconds()
		}
	}
	speak() // the engines are started
	sound = 0
	for b.Loop() {
		speak()
	}
	b.ReportMetric(sound/b.Elapsed().Seconds(), "x-realtime")
}

// TestLoudnessIsTrue: what is written down of the voices is what they sound like.
func TestLoudnessIsTrue(t *testing.T) {
	e := open(t, nil)
	for _, v := range embedded.Voices() {
		u := tts.Utterance{Voice: v.ID, Lang: "en-GB"}
		u.Text = tts.TrialSentence(u)
		known, ok := e.Loudness(u)
		heard := say(t, e, u).Trim().Loudness()
		if off := known - heard; !ok || off > 0.05 || off < -0.05 {
			t.Errorf("%s: known as %v LUFS (%v), heard %v", v.ID, known, ok, heard)
		}
		u.Prosody.Rate = 1.5
		if _, ok := e.Loudness(u); ok {
			t.Errorf("%s: known at another pace", v.ID)
		}
	}
}
