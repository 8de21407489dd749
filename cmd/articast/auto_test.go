package main

import (
	"fmt"
	"strings"
	"testing"

	"articast/tts"
)

func TestAutoGoesByLanguageUnlessAVoiceIsNamed(t *testing.T) {
	for _, c := range []struct {
		o    voiceOptions
		lang string
		want string // where the engine of Piper is embedded
	}{
		{voiceOptions{backend: backendAuto}, "", "piper"},
		{voiceOptions{backend: backendAuto}, "en-GB", "piper"},
		{voiceOptions{backend: backendAuto}, "de", "espeak"},
		{voiceOptions{backend: backendAuto}, "eng-Latn", "espeak"},
		{voiceOptions{backend: backendAuto, voice: "thorsten.onnx"}, "de", "piper"},
		{voiceOptions{backend: backendAuto, cast: map[string]string{"Ada": "alan"}}, "de", "piper"},
		{voiceOptions{backend: "google"}, "de", "google"},
		{voiceOptions{backend: "espeak"}, "en", "espeak"},
	} {
		got := c.o.forLang(c.lang)
		if !hasEmbeddedEngine() && c.o.backend == backendAuto && c.o.voice == "" && c.o.cast == nil {
			continue // goes by what the machine has
		}
		if got.backend != c.want || got.lang != c.lang {
			t.Errorf("%+v for %q chooses %s", c.o, c.lang, got.backend)
		}
	}
}

func TestAutoTakesTheBestThatIsThere(t *testing.T) {
	full := machine{embedded: true, piper: true, espeak: true, say: true}
	for _, c := range []struct {
		m    machine
		lang string
		want string // engine and narrator
	}{
		{full, "en", "piper jenny"},
		{full, "de", "espeak de"},
		{machine{embedded: true, piper: true, espeak: true, added: []string{"thorsten"}}, "de", "piper thorsten"},
		{machine{embedded: true, piper: true, espeak: true, added: []string{"lessac"}}, "en-US", "piper jenny"},
		{machine{piper: true, espeak: true, say: true, added: []string{"lessac", "ryan"}}, "en-US", "piper lessac"},
		{machine{espeak: true, say: true, added: []string{"lessac"}}, "en-US", "espeak en-us"},
		{machine{say: true, added: []string{"lessac"}}, "en-US", "command "},
		{machine{piper: true, say: true}, "", "command "},
		{machine{piper: true}, "", "piper jenny"},
		{machine{}, "de", "piper jenny"},
	} {
		got := voiceOptions{backend: backendAuto, lang: c.lang}.choose(c.m)
		if got := got.backend + " " + got.narrator(); got != c.want {
			t.Errorf("%+v for %q: %q, want %q", c.m, c.lang, got, c.want)
		}
	}
}

func TestMissingEspeakSaysHowToGetOne(t *testing.T) {
	err := voiceOptions{backend: "espeak"}.explain(fmt.Errorf("%w: there is no espeak-ng in PATH", tts.ErrUnavailable))
	if hint := hintOf(err); !strings.HasPrefix(hint, "install espeak-ng, or name a Piper voice") {
		t.Errorf("hint %q", hint)
	}
}
