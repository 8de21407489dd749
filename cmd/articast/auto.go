package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"os/exec"
	"runtime"
	"strings"

	"articast/tts"
	"articast/tts/espeak"
	"articast/tts/piper"
)

// backendAuto leaves the choice of the engine to the article's language.
const backendAuto = "auto"

// autoEngines are those that auto chooses from.
var autoEngines = []string{"piper", "espeak"}

// engines returns the engine asked for, or those that auto chooses from.
func (o voiceOptions) engines() []string {
	if o.backend == backendAuto {
		return autoEngines
	}
	return []string{o.backend}
}

// machine is what auto chooses from.
type machine struct {
	own     bool        // the engine and its English voices are in the program
	english bool        // they are there: in the program, or unpacked by an articast that has them
	piper   string      // the path of the engine, where it is not in the program; "" is none
	added   []tts.Voice // the user's voices of the article's language, the nearest kind of it first
	espeak  bool
	say     bool // the voice of macOS
}

// machine looks at this machine with the article's language in mind.
func (o voiceOptions) machine() machine {
	m := machine{
		own:    hasEmbeddedEngine(),
		added:  addedVoices(piper.AddedVoices(voicesDir()), o.lang),
		espeak: hasEspeak(),
	}
	if _, err := exec.LookPath("say"); err == nil {
		m.say = runtime.GOOS == "darwin"
	}
	if m.english = m.own; m.own {
		return m
	}
	o.backend = "piper"
	engine, err := o.piper()
	if err != nil {
		return m
	}
	defer engine.Close()
	if m.piper, err = engine.Locate(context.Background()); err != nil {
		return m
	}
	_, err = engine.VoiceKey(defaultVoices["piper"][0])
	m.english = err == nil
	return m
}

// sayCommand speaks with the voice that a Mac's owner has chosen.
const sayCommand = "say -o {out}.aiff -f {in}"

// forLang returns the options for articles in a language (BCP 47; empty is not known): auto becomes an engine, and Piper takes
// the voices that the user has added for the language.
func (o voiceOptions) forLang(lang string) voiceOptions {
	if o.lang, o.mute = lang, false; o.backend != backendAuto && o.backend != "piper" {
		return o
	}
	return o.choose(o.machine())
}

// choose makes an engine of auto. That is Piper for English, where a voice was named, which may be one of any language, and where
// the user has added a voice of the language; else espeak-ng, which has all languages, or the machine's own voice. Where there is
// nothing it is Piper, mute: missing tells of that.
func (o voiceOptions) choose(m machine) voiceOptions {
	auto := o.backend == backendAuto
	named := o.voice != "" || o.quoteVoice != "" || len(o.cast) > 0 || o.enginePath != ""
	o.backend, o.found = "piper", m
	switch {
	case o.english() && m.english:
	case len(m.added) > 0 && (m.own || m.piper != "" || o.enginePath != ""):
		second := m.added[min(1, len(m.added)-1)].ID
		if o.voice != "" && second == o.voice {
			second = m.added[0].ID
		}
		o.voice, o.quoteVoice = cmp.Or(o.voice, m.added[0].ID), cmp.Or(o.quoteVoice, second)
	case named || !auto:
		if o.voice != "" && o.quoteVoice == "" {
			o.quoteVoice = o.voice // Piper's own are English, or not there
		}
		o.mute = o.voice == "" && !m.english
	case m.espeak:
		o.backend = "espeak"
	case m.say:
		o.backend, o.command, o.rawRate = "command", sayCommand, 0
	default:
		o.mute = true
	}
	return o
}

// english tells whether an article is in English, which one in no known language is taken for.
func (o voiceOptions) english() bool {
	return o.lang == "" || o.lang == "en" || strings.HasPrefix(strings.ToLower(o.lang), "en-")
}

// missing says what to do where there is no voice for the article, nil where there is one.
func (o voiceOptions) missing() error {
	if !o.mute {
		return nil
	}
	lang := cmp.Or(o.lang, "en")
	if o.found.piper == "" && o.enginePath == "" {
		return &hintError{
			error: fmt.Errorf("%w: this articast embeds none, and the machine has none that it knows", tts.ErrUnavailable),
			hint:  "install espeak-ng; or install piper and fetch a voice: articast voices get --lang " + lang + " lists them",
		}
	}
	return &hintError{
		error: fmt.Errorf("%w: this articast embeds none, and none for %s was added", tts.ErrNoVoice, lang),
		hint:  "articast voices get --lang " + lang + " lists Piper's, articast voices get NAME fetches one; or install espeak-ng",
	}
}

// addedVoices returns those of a user's voices that speak a language; "" is English. Those of its own region come first.
func addedVoices(all []tts.Voice, lang string) []tts.Voice {
	lang = cmp.Or(lang, "en")
	primary, _, _ := strings.Cut(lang, "-")
	var near, far []tts.Voice
	for _, v := range all {
		switch {
		case speaks(v.Lang, lang):
			near = append(near, v)
		case speaks(v.Lang, primary):
			far = append(far, v)
		}
	}
	return append(near, far...)
}

// hasEspeak tells whether an espeak-ng is in the program or on the machine.
func hasEspeak() bool {
	if hasEmbeddedEngine() {
		return true
	}
	_, err := espeak.Find("")
	return err == nil
}

// tellChoice says what auto has chosen where that is not what the program brings along, and where Piper is to speak a language of which
// it has no voice, and how to get a better one.
func (o voiceOptions) tellChoice(chosen voiceOptions, errw io.Writer) {
	switch {
	case chosen.backend == "piper" && chosen.voice == "" && !chosen.english():
		fmt.Fprintf(errw, "voice: %s, an English one for an article in %s; articast voices get --lang %[2]s lists better ones\n", chosen.narrator(), chosen.lang)
	case o.backend != backendAuto:
	case chosen.backend == "espeak" || chosen.backend == "command":
		which := "espeak-ng " + chosen.narrator()
		if chosen.backend == "command" {
			which = "say, the machine's own"
		}
		why := fmt.Sprintf("no neural voice for %s is embedded", chosen.lang)
		if !chosen.found.own {
			why = "this articast embeds no neural voice"
		}
		fmt.Fprintf(errw, "voice: %s, since %s; articast voices get fetches one of Piper's\n", which, why)
	case !chosen.found.own && o.voice == "" && o.enginePath == "":
		fmt.Fprintf(errw, "voice: %s, by %s; articast voices get fetches others\n", chosen.narrator(), chosen.found.piper)
	}
}

// forLang returns the studio that speaks a language: s itself, or one with the engine of that language, which is opened
// once and closed with s.
func (s *studio) forLang(lang string) (*studio, error) {
	voice := s.options.voice.forLang(lang)
	if err := voice.missing(); err != nil {
		return nil, err
	}
	if voice.backend == s.voice.backend && voice.narrator() == s.voice.narrator() {
		return s, nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	key := voice.backend + " " + voice.narrator()
	if other := s.others[key]; other != nil {
		return other, nil
	}
	other, err := s.options.openFor(voice)
	if err != nil {
		return nil, err
	}
	s.others[key] = other
	return other, nil
}
