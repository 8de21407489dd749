package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"articast/audio"
	"articast/tts"
	"articast/tts/command"
	"articast/tts/espeak"
	"articast/tts/google"
	"articast/tts/openai"
	"articast/tts/piper"
	"articast/tts/piper/embedded"
	"articast/tts/remote"
	"articast/tts/tone"
)

// voiceOptions say which engine speaks with which voices.
type voiceOptions struct {
	backend    string
	enginePath string
	command    string // what the command backend runs
	rawRate    int    // Hz of the raw sound that it delivers; 0 is none
	voice      string
	quoteVoice string            // several are divided by commas
	cast       map[string]string // the voices of people by their names
	speed      float64
	lively     bool
	phonemes   bool    // the texts hold pronunciations for engines that take them
	jobs       int     // 0 is what suits the engine and the machine
	noCache    bool    // nothing that is spoken is kept
	lang       string  // BCP 47, of the article; empty before it is known
	cacheDir   string  // where engines are unpacked; empty is the user's own
	found      machine // what auto, or Piper, was chosen from
	mute       bool    // there is no voice for the article
	settings   *settings
}

func voiceOptionsOf(c *cli.Context) voiceOptions {
	return voiceOptions{
		cacheDir:   c.Path("cache-dir"),
		backend:    c.String("backend"),
		enginePath: c.Path("engine-path"),
		command:    c.String("command"),
		rawRate:    c.Int("command-rate"),
		voice:      c.String("voice"),
		quoteVoice: c.String("quote-voice"),
		cast:       castOf(c.StringSlice("cast")),
		speed:      c.Float64("speed"),
		lively:     c.Bool("lively"),
		phonemes:   takesPhonemes(c.String("backend"), c.String("fallback")),
		jobs:       c.Int("jobs"),
		noCache:    c.Bool("no-cache"),
		settings:   settingsOf(c),
	}
}

// defaultVoices are the narrator and the voice of quotations of each backend.
var defaultVoices = map[string][2]string{
	"piper":  {"jenny", "alan"},
	"tone":   {"alto", "tenor"},
	"openai": {"alloy", "onyx"},
}

// narrator and quoter return the voices of an episode, the backend's own where none was asked for.
func (o voiceOptions) narrator() string { return cmp.Or(o.voice, o.defaults()[0]) }
func (o voiceOptions) quoter() string   { return cmp.Or(o.quoteVoice, o.defaults()[1]) }

func (o voiceOptions) defaults() [2]string {
	if o.backend == "espeak" && o.lang != "" {
		voice := espeak.VoiceFor(o.lang)
		return [2]string{voice, voice + espeakQuoter}
	}
	return defaultVoices[o.backend]
}

// espeakQuoter is the variant of a language's voice that reads quotations.
const espeakQuoter = "+f2"

// open returns the backend, and what ends its engine processes. The engine is unpacked below the cache's root when it first
// speaks.
func (o voiceOptions) open() (tts.Backend, io.Closer, error) {
	switch o.backend {
	case "tone":
		return tone.Backend{}, nopCloser{}, nil
	case "command":
		engine, err := command.New(o.command, audio.SampleRate(o.rawRate))
		if err != nil {
			return nil, nil, &usageError{msg: err.Error(), hint: `--command takes a line like 'say -o {out} -f {in}'; ` + strings.Join(command.Placeholders, ", ") + " are filled in", flag: "command"}
		}
		return engine, nopCloser{}, nil
	case "google":
		engine, err := google.New(google.Options{BaseURL: o.settings.engine("google", "base_url")})
		return orSettings(o, engine, err)
	case "openai":
		engine, err := openai.New(openai.Options{
			BaseURL:      o.settings.engine("openai", "base_url"),
			Model:        o.settings.engine("openai", "model"),
			Instructions: o.settings.engine("openai", "instructions"),
			Format:       o.settings.engine("openai", "response_format"),
			SampleRate:   int(o.settings.engineNumber("openai", "sample_rate")),
			Remote:       remote.Options{Key: o.settings.engine("openai", secretKey)},
		})
		return orSettings(o, engine, err)
	}
	engine, err := o.piper()
	if err != nil {
		return nil, nil, err
	}
	if o.backend == "espeak" {
		return o.espeak(engine), engine, nil
	}
	return engine, engine, nil
}

func (o voiceOptions) piper() (*piper.Engine, error) {
	path := o.enginePath
	if o.backend == "espeak" {
		path = ""
	}
	root, err := cacheRoot(o.cacheDir)
	if err != nil {
		return nil, err
	}
	return piper.New(piper.Options{
		Distribution: embedded.Distribution(),
		Voices:       embedded.Voices(),
		DataDir:      engineDir(root),
		VoicesDir:    voicesDir(),
		EnginePath:   path,
		Processes:    o.jobs,
		Lively:       o.lively,
	})
}

// espeak returns the espeak-ng that was named, else the one that lies beside the embedded Piper, else the machine's.
func (o voiceOptions) espeak(bundle *piper.Engine) *espeak.Backend {
	if d := embedded.Distribution(); d != nil && o.enginePath == "" {
		return espeak.New(espeak.Options{
			Version:  "embedded " + d.Version + " " + d.Hash,
			Phonemes: o.phonemes,
			Locate: func(ctx context.Context) (string, error) {
				program, err := bundle.Locate(ctx)
				if err != nil {
					return "", err
				}
				if path, err := espeak.Find(filepath.Dir(program)); err == nil {
					return path, nil
				}
				return espeak.Find("") // the distribution for Windows has none
			},
		})
	}
	return espeak.New(espeak.Options{
		Phonemes: o.phonemes,
		Locate:   func(context.Context) (string, error) { return espeak.Find(o.enginePath) },
	})
}

// orSettings returns an engine that is a service, or says that the settings do not fit it, and where they come from.
func orSettings[T interface {
	tts.Backend
	io.Closer
}](o voiceOptions, engine T, err error) (tts.Backend, io.Closer, error) {
	if err != nil {
		hint := "articast config show tells where each setting comes from"
		if origins := o.settings.origins(o.backend); len(origins) > 0 {
			hint = fmt.Sprintf("%s is set up by %s: %s", o.backend, strings.Join(origins, ", "), hint)
		}
		return nil, nil, &usageError{msg: err.Error(), hint: hint}
	}
	return engine, engine, nil
}

// politeRates are how often services that are shared are asked in a second, where the settings do not say.
var politeRates = map[string]float64{"google": google.RequestsPerSecond}

// requestsPerSecond is how often the engine may be asked; 0 is as often as it answers.
func (o voiceOptions) requestsPerSecond() float64 {
	if limit := o.settings.engineNumber(o.backend, "requests_per_second"); limit > 0 {
		return limit
	}
	return politeRates[o.backend]
}

type nopCloser struct{}

func (nopCloser) Close() error { return nil }

// hasEmbeddedEngine tells whether the engine is inside this program for the machine it runs on.
func hasEmbeddedEngine() bool {
	return embedded.Distribution() != nil && len(embedded.Voices()) > 0
}

func embeddedVoiceNames() []string {
	var names []string
	for _, v := range embedded.Voices() {
		names = append(names, v.ID)
	}
	return names
}
