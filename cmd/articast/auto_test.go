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
	full := machine{own: true, english: true, espeak: true, say: true}
	for _, c := range []struct {
		m    machine
		lang string
		want string // engine and narrator
	}{
		{full, "en", "piper jenny"},
		{full, "de", "espeak de"},
		{machine{own: true, english: true, espeak: true, added: voices("thorsten")}, "de", "piper thorsten"},
		{machine{own: true, english: true, espeak: true, added: voices("lessac")}, "en-US", "piper jenny"},
		{machine{piper: "/usr/bin/piper", espeak: true, say: true, added: voices("lessac", "ryan")}, "en-US", "piper lessac"},
		{machine{espeak: true, say: true, added: voices("lessac")}, "en-US", "espeak en-us"},
		{machine{say: true, added: voices("lessac")}, "en-US", "command "},
		{machine{piper: "/usr/bin/piper", say: true}, "", "command "},
		{machine{piper: "/usr/bin/piper"}, "", "piper jenny"},
		{machine{}, "de", "piper jenny"},
		// unpacked by an articast with voices in it
		{machine{english: true, piper: "/cache/piper", espeak: true}, "en-US", "piper jenny"},
		{machine{english: true, piper: "/cache/piper", espeak: true}, "fr", "espeak fr-fr"},
		{machine{english: true, piper: "/cache/piper", espeak: true, added: voices("siwis")}, "fr", "piper siwis"},
	} {
		got := voiceOptions{backend: backendAuto, lang: c.lang}.choose(c.m)
		if got := got.backend + " " + got.narrator(); got != c.want {
			t.Errorf("%+v for %q: %q, want %q", c.m, c.lang, got, c.want)
		}
	}
}

func TestAddedVoicesOfTheRegionComeFirst(t *testing.T) {
	brazil, portugal, french := tts.Voice{ID: "faber", Lang: "pt-BR"}, tts.Voice{ID: "tugao", Lang: "pt-PT"}, tts.Voice{ID: "siwis", Lang: "fr-FR"}
	for lang, want := range map[string]string{"pt-PT": "tugao faber", "pt": "faber tugao", "pt-AO": "faber tugao", "fr": "siwis", "": "", "en-US": ""} {
		var names []string
		for _, v := range addedVoices([]tts.Voice{brazil, french, portugal}, lang) {
			names = append(names, v.ID)
		}
		if got := strings.Join(names, " "); got != want {
			t.Errorf("%q: %q, want %q", lang, got, want)
		}
	}
}

func TestQuotationsOfAnArticleInAnotherLanguageAreNotReadInEnglish(t *testing.T) {
	o := voiceOptions{backend: backendAuto, lang: "de", voice: "thorsten.onnx"}
	for _, c := range []struct {
		m    machine
		want string
	}{
		{machine{own: true, english: true}, "thorsten.onnx"},
		{machine{own: true, english: true, added: voices("kerstin")}, "kerstin"},
	} {
		if got := o.choose(c.m).quoter(); got != c.want {
			t.Errorf("%+v: quotations by %s, want %s", c.m, got, c.want)
		}
	}
	o.lang = "en"
	if got := o.choose(machine{own: true, english: true}).quoter(); got != "alan" {
		t.Errorf("quotations of an English article by %s", got)
	}
}

func TestWhereNothingCanSpeakTheFixIsNamed(t *testing.T) {
	for _, c := range []struct {
		m           machine
		error, hint string
	}{
		{machine{}, "embeds none, and the machine has none", "install espeak-ng; or install piper and fetch a voice: articast voices get --lang de lists them"},
		{machine{piper: "/cache/piper", english: true}, "none for de was added", "articast voices get --lang de lists Piper's, articast voices get NAME fetches one; or install espeak-ng"},
		{machine{piper: "/usr/bin/piper"}, "none for de was added", "articast voices get --lang de lists Piper's, articast voices get NAME fetches one; or install espeak-ng"},
	} {
		o := voiceOptions{backend: backendAuto, lang: "de"}.choose(c.m)
		err := o.missing()
		if err == nil || !strings.Contains(err.Error(), c.error) || hintOf(err) != c.hint || exitCode(err) != exitUnavailable {
			t.Errorf("%+v: %v, hint %q", c.m, err, hintOf(err))
		}
	}
	full := machine{piper: "/usr/bin/piper", added: voices("thorsten")}
	if err := (voiceOptions{backend: backendAuto, lang: "de"}).choose(full).missing(); err != nil {
		t.Error(err)
	}
}

func TestAutoSaysWhichEngineOfTheMachineItTook(t *testing.T) {
	for _, c := range []struct {
		m    machine
		lang string
		want string // the beginning of what it says
	}{
		{machine{own: true, english: true, espeak: true}, "en", ""},
		{machine{own: true, english: true, espeak: true}, "de", "voice: espeak-ng de, since no neural voice for de is embedded; articast voices get"},
		{machine{own: true, english: true, added: voices("thorsten")}, "de", ""},
		{machine{piper: "/usr/bin/piper", added: voices("lessac")}, "en", "voice: lessac, by /usr/bin/piper; articast voices get"},
		{machine{say: true}, "en", "voice: say, the machine's own, since this articast embeds no neural voice"},
		{machine{own: true, english: true, espeak: true}, "ar piper", "voice: jenny, an English one for an article in ar; articast voices get --lang ar lists better ones"},
		{machine{own: true, english: true, added: voices("thorsten")}, "de piper", ""},
		{machine{own: true, english: true}, "en piper", ""},
	} {
		var said strings.Builder
		o := voiceOptions{backend: backendAuto, lang: c.lang}
		if lang, ok := strings.CutSuffix(c.lang, " piper"); ok {
			o = voiceOptions{backend: "piper", lang: lang}
		}
		o.tellChoice(o.choose(c.m), &said)
		if got := said.String(); !strings.HasPrefix(got, c.want) || c.want == "" && got != "" {
			t.Errorf("%+v: %q, want %q", c.m, got, c.want)
		}
	}
}

// voices returns voices of names.
func voices(names ...string) []tts.Voice {
	var list []tts.Voice
	for _, n := range names {
		list = append(list, tts.Voice{ID: n})
	}
	return list
}

func TestMissingEspeakSaysHowToGetOne(t *testing.T) {
	err := voiceOptions{backend: "espeak"}.explain(fmt.Errorf("%w: there is no espeak-ng in PATH", tts.ErrUnavailable))
	if hint := hintOf(err); !strings.HasPrefix(hint, "install espeak-ng, or name a Piper voice") {
		t.Errorf("hint %q", hint)
	}
}
