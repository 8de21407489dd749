package main

import (
	"fmt"
	"io"
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

// forLang returns the options for articles in a language (BCP 47; empty is not known): auto becomes an engine. That is
// Piper for English, where a voice was named, which may be one of any language, and where the user has added a voice of the
// language; else espeak-ng, which has them all. Where no voices are embedded, only a voice that was named or added makes Piper speak.
func (o voiceOptions) forLang(lang string) voiceOptions {
	if o.lang = lang; o.backend != backendAuto {
		return o
	}
	named := o.voice != "" || o.quoteVoice != "" || len(o.cast) > 0 || o.enginePath != ""
	english := lang == "" || lang == "en" || strings.HasPrefix(strings.ToLower(lang), "en-")
	if named || english && hasEmbeddedEngine() {
		o.backend = "piper"
		return o
	}
	if added := addedVoices(lang); len(added) > 0 {
		o.backend, o.voice, o.quoteVoice = "piper", added[0], added[min(1, len(added)-1)]
		return o
	}
	if o.backend = "espeak"; !hasEspeak() {
		o.backend = "piper"
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

// tellChoice says that auto has chosen the plainer engine, and how to get a better voice.
func (o voiceOptions) tellChoice(chosen voiceOptions, errw io.Writer) {
	if o.backend != backendAuto || chosen.backend != "espeak" {
		return
	}
	why := fmt.Sprintf("no neural voice for %s is embedded", chosen.lang)
	if !hasEmbeddedEngine() {
		why = "this articast embeds no neural voice"
	}
	fmt.Fprintf(errw, "voice: espeak-ng %s, since %s; articast voices add VOICE.onnx takes one of Piper's\n", chosen.narrator(), why)
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
