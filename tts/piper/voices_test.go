package piper

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"articast/tts"
)

func TestVoices(t *testing.T) {
	b := newBench(t, "good", nil)
	dir := filepath.Join(b.o.DataDir, "voices")
	writeVoice(t, filepath.Join(dir, "en_US-lessac-medium"), "good", `{"language":{"code":"en_US"},"Log":"/dev/null"}`)
	writeVoice(t, filepath.Join(dir, "old"), "good", `{"espeak":{"voice":"en-gb-x-rp"}}`)
	writeVoice(t, filepath.Join(dir, "broken"), "good", `{`)
	writeVoice(t, filepath.Join(dir, "ada"), "good", `{}`) // hidden by the one that comes with the program
	list, err := b.Voices(t.Context())
	var got []string
	for _, v := range list {
		got = append(got, v.ID+" "+v.Lang)
	}
	want := []string{"ada en-GB", "bob en-GB", "en_US-lessac-medium en-US", "old en-GB-x-rp"}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("%q, %v, want %q", got, err, want)
	}
	for _, id := range []string{"en_US-lessac-medium", filepath.Join(dir, "old.onnx")} {
		if _, err := b.Synthesize(t.Context(), tts.Utterance{Text: "hello", Voice: id}); err != nil {
			t.Error(err)
		}
	}
	for id, want := range map[string]string{
		"carol":                            `voice "carol": no such voice: choose ada, bob, the path of a Piper voice (NAME.onnx)`,
		filepath.Join(dir, "missing.onnx"): "choose ada, bob",
		filepath.Join(dir, "broken.onnx"):  "broken.onnx.json is damaged: unexpected end of JSON input",
		dir + "/":                          "it is not a file",
	} {
		_, err := b.Synthesize(t.Context(), tts.Utterance{Text: "hello", Voice: id})
		if !errors.Is(err, tts.ErrNoVoice) || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", id, err, want)
		}
		if _, err := b.VoiceKey(id); !errors.Is(err, tts.ErrNoVoice) {
			t.Errorf("key of %q: %v", id, err)
		}
	}
}

// writeVoice writes a voice file and its configuration.
func writeVoice(t *testing.T, path, model, config string) {
	t.Helper()
	err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755),
		os.WriteFile(path+".onnx", []byte(model+" "), 0o444), os.WriteFile(path+".onnx.json", []byte(config), 0o644))
	if err != nil {
		t.Fatal(err)
	}
}

func TestVoiceFileIsCopiedAndKeyed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "voice")
	data := t.TempDir()
	key := func() string {
		b := newBench(t, "good", func(o *Options) { o.DataDir = data })
		if _, err := b.Synthesize(t.Context(), tts.Utterance{Text: "hello", Voice: path + ".onnx"}); err != nil {
			t.Error(err)
		}
		key, err := b.VoiceKey(path + ".onnx")
		if err != nil {
			t.Error(err)
		}
		return key
	}
	writeVoice(t, path, "good", "{}")
	first := key()
	if raw, err := os.ReadFile(path + ".onnx"); err != nil || string(raw) != "good " {
		t.Errorf("the user's file is now %q, %v", raw, err)
	}
	if again := key(); again != first {
		t.Errorf("key %q, then %q", first, again)
	}
	if err := os.WriteFile(path+".onnx.json", []byte(`{"a":1}`), 0o644); err != nil {
		t.Fatal(err)
	}
	second := key()
	if err := errors.Join(os.Chmod(path+".onnx", 0o644), os.WriteFile(path+".onnx", []byte("good better"), 0o644)); err != nil {
		t.Fatal(err)
	}
	if third := key(); first == second || second == third || first == third {
		t.Errorf("keys %q, %q, %q of three voices", first, second, third)
	}
	if found, err := filepath.Glob(filepath.Join(data, "copy-*[0-9a-f]")); err != nil || len(found) != 1 {
		t.Errorf("copies: %q, %v", found, err)
	}
}

// TestUnpackedByAnother: a build without voices and engine uses what a build with them has unpacked.
func TestUnpackedByAnother(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the engine is a shell script")
	}
	full := newBench(t, "good", bundle(t))
	if err := full.say(t, "hello"); err != nil {
		t.Fatal(err)
	}
	bare := newBench(t, "good", func(o *Options) {
		o.DataDir, o.EnginePath, o.Voices = full.o.DataDir, "", nil
	})
	if _, err := bare.Synthesize(t.Context(), tts.Utterance{Text: "hello", Voice: "ada"}); err != nil {
		t.Error(err)
	}
	if key, err := bare.VoiceKey("ada"); err != nil || key == "" {
		t.Errorf("key %q, %v", key, err)
	}
	if _, err := bare.VoiceKey("ad"); !errors.Is(err, tts.ErrNoVoice) {
		t.Errorf("part of a name: %v", err)
	}
}

// bundle gives the Engine a distribution: a script that runs this test binary.
func bundle(t *testing.T) func(*Options) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	content := tarZstd(t,
		tarFile{name: "piper", body: "#!/bin/sh\nexec '" + self + "' \"$@\"\n", mode: 0o755},
		tarFile{name: "lib/data", body: "library"})
	a := testArchive(DistributionName(runtime.GOOS, runtime.GOARCH), content)
	return func(o *Options) { o.EnginePath, o.Distribution = "", &a }
}

func TestAddVoice(t *testing.T) {
	from, dir := t.TempDir(), filepath.Join(t.TempDir(), "voices")
	path := filepath.Join(from, "fr_FR-marie-low")
	writeVoice(t, path, "good", `{"language":{"code":"fr_FR"}}`)
	v, err := AddVoice(dir, path+".onnx", false)
	if err != nil || v.ID != "fr_FR-marie-low" || v.Lang != "fr-FR" {
		t.Fatal(v, err)
	}
	if _, err := AddVoice(dir, path+".onnx", false); !errors.Is(err, fs.ErrExist) {
		t.Errorf("a name that is taken: %v", err)
	}
	if _, err := AddVoice(dir, path+".onnx", true); err != nil {
		t.Error(err)
	}
	if got := AddedVoices(dir); len(got) != 1 || got[0] != v {
		t.Error(got)
	}
	writeVoice(t, filepath.Join(from, "mute"), "good", `{}`)
	writeVoice(t, filepath.Join(from, "odd"), "good", `{`)
	for _, name := range []string{"mute.onnx", "odd.onnx", "odd.onnx.json", ".onnx"} {
		if _, err := AddVoice(dir, filepath.Join(from, name), false); !errors.Is(err, tts.ErrNoVoice) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if files, err := os.ReadDir(dir); err != nil || len(files) != 2 {
		t.Error(files, err)
	}
}
