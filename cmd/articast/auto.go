package main

import (
	"fmt"
	"io"
	"os/exec"
	"runtime"
	"strings"

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
	embedded bool     // Piper with its English voices, in the program
	piper    bool     // the engine alone, there or on the machine
	added    []string // the user's voices of the article's language
	espeak   bool
	say      bool // the voice of macOS
}

// machineFor looks at this machine with an article's language in mind.
func machineFor(lang string) machine {
	there := func(program string) bool {
		_, err := exec.LookPath(program)
		return err == nil
	}
	return machine{
		embedded: hasEmbeddedEngine(),
		piper:    hasEmbeddedEngine() || there("piper"),
		added:    addedVoices(lang),
		espeak:   hasEspeak(),
		say:      runtime.GOOS == "darwin" && there("say"),
	}
}

// sayCommand speaks with the voice that a Mac's owner has chosen.
const sayCommand = "say -o {out}.aiff -f {in}"

// forLang returns the options for articles in a language (BCP 47; empty is not known): auto becomes an engine.
func (o voiceOptions) forLang(lang string) voiceOptions {
	if o.lang = lang; o.backend != backendAuto {
		return o
	}
	return o.choose(machineFor(lang))
}

// choose makes an engine of auto. That is Piper for English, where a voice was named, which may be one of any language, and where
// the user has added a voice of the language; else espeak-ng, which has all languages, or the machine's own voice. Where there is
// nothing it is Piper, whose error tells what to do.
func (o voiceOptions) choose(m machine) voiceOptions {
	named := o.voice != "" || o.quoteVoice != "" || len(o.cast) > 0 || o.enginePath != ""
	english := o.lang == "" || o.lang == "en" || strings.HasPrefix(strings.ToLower(o.lang), "en-")
	o.backend = "piper"
	switch {
	case named || english && m.embedded:
	case len(m.added) > 0 && m.piper:
		o.voice, o.quoteVoice = m.added[0], m.added[min(1, len(m.added)-1)]
	case m.espeak:
		o.backend = "espeak"
	case m.say:
		o.backend, o.command, o.rawRate = "command", sayCommand, 0
	}
	return o
}

// addedVoices returns the names of the voices of a language that the user has added; "" is English.
func addedVoices(lang string) []string {
	primary, _, _ := strings.Cut(strings.ToLower(firstOf(lang, "en")), "-")
	var names []string
	for _, v := range piper.AddedVoices(voicesDir()) {
		if speaks(v.Lang, primary) {
			names = append(names, v.ID)
		}
	}
	return names
}

// hasEspeak tells whether an espeak-ng is in the program or on the machine.
func hasEspeak() bool {
	if hasEmbeddedEngine() {
		return true
	}
	_, err := espeak.Find("")
	return err == nil
}

// tellChoice says that auto has chosen a plainer engine, and how to get a better voice.
func (o voiceOptions) tellChoice(chosen voiceOptions, errw io.Writer) {
	if o.backend != backendAuto || chosen.backend == "piper" {
		return
	}
	which := "espeak-ng " + chosen.narrator()
	if chosen.backend == "command" {
		which = "say, the machine's own"
	}
	why := fmt.Sprintf("no neural voice for %s is embedded", chosen.lang)
	if !hasEmbeddedEngine() {
		why = "this articast embeds no neural voice"
	}
	fmt.Fprintf(errw, "voice: %s, since %s; articast voices get fetches one of Piper's\n", which, why)
}

// forLang returns the studio that speaks a language: s itself, or one with the engine of that language, which is opened
// once and closed with s.
func (s *studio) forLang(lang string) (*studio, error) {
	voice := s.options.voice.forLang(lang)
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
