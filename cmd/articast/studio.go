package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"sync"

	"github.com/urfave/cli/v2"
	"golang.org/x/time/rate"

	"articast/audio"
	"articast/audio/id3"
	"articast/audio/wav"
	"articast/podcast"
	"articast/segment"
	"articast/tts"
	"articast/tts/command"
	"articast/tts/piper"
)

// studio is where episodes are made: an engine with its voices, wrapped in what every engine needs, and the cache of what
// it has said. All commands that speak share it, so that they sound the same and find each other's finished segments. It
// may make several episodes, one after another or at once.
type studio struct {
	options studioOptions

	mu     sync.Mutex
	others map[string]*studio // for other languages

	voice   voiceOptions // with the engine that options leave open
	backend tts.Backend
	first   tts.Backend // the backend before another one stepped in; nil where none can
	cache   *tts.Cache  // nil keeps nothing
	engines []io.Closer
}

// studioOptions say how a studio is set up.
type studioOptions struct {
	voice    voiceOptions
	onError  onErrorOptions
	cost     costOptions
	format   podcast.Format // that producers write
	kbps     int
	level    audio.LUFS  // of each utterance
	cover    id3.Picture // of each episode; none where it has no data
	noCache  bool
	retrying func(tts.Retrying) // told of attempts that failed, from several goroutines; nil is not
}

// studioOptionsOf reads the flags that all commands that speak have.
func studioOptionsOf(c *cli.Context) (studioOptions, error) {
	o := studioOptions{voice: voiceOptionsOf(c), cost: costOptionsOf(c), kbps: c.Int("bitrate"), level: loudnessOf(c), noCache: c.Bool("no-cache")}
	var err error
	o.onError, err = onErrorOptionsOf(c)
	return o, err
}

// open sets the studio up for a language, from which forLang leads to others; "" is English. No engine process starts
// before something is to be said.
func (o studioOptions) open(lang string) (*studio, error) { return o.openFor(o.voice.forLang(lang)) }

// openFound sets the studio up for a language, and fails where there is no voice for it.
func (o studioOptions) openFound(lang string) (*studio, error) {
	voice := o.voice.forLang(lang)
	if err := voice.missing(); err != nil {
		return nil, err
	}
	return o.openFor(voice)
}

// openPlan sets the studio up for one plan: it says which engine auto has chosen, unless quiet, and asks whether the plan may cost
// what it does.
func (o studioOptions) openPlan(ctx context.Context, plan *segment.Plan, quiet bool, st streams) (*studio, error) {
	s, err := o.openFound(plan.Lang)
	if err != nil {
		return nil, err
	}
	if !quiet {
		o.voice.tellChoice(s.voice, st.errw)
	}
	if err := o.cost.confirm(ctx, s.bill(plan), st); err != nil {
		s.Close()
		return nil, err
	}
	return s, nil
}

// openFor sets the studio up for one engine.
func (o studioOptions) openFor(voice voiceOptions) (*studio, error) {
	s := &studio{options: o, others: make(map[string]*studio), voice: voice}
	if !o.noCache {
		root, err := cacheRoot(voice.cacheDir)
		if err != nil {
			return nil, err
		}
		s.cache = tts.OpenCache(segmentDir(root))
	}
	var err error
	if s.backend, err = s.engine(voice, o); err != nil {
		return nil, err
	}
	if o.onError.fallback != "" && o.onError.fallback != voice.backend {
		second := voice.understudy(o.onError.fallback)
		backend, err := s.engine(second, o)
		if err != nil {
			s.Close()
			return nil, err
		}
		s.first = s.backend
		s.backend = tts.Fallback(s.first, backend, voice.recast(second))
	}
	return s, nil
}

// engine opens one engine and wraps it in what every engine needs.
func (s *studio) engine(v voiceOptions, o studioOptions) (tts.Backend, error) {
	backend, engine, err := v.open()
	if err != nil {
		return nil, err
	}
	s.engines = append(s.engines, engine)
	backend = tts.Limit(backend, max(backend.Properties().Concurrency, 1)) // whatever --jobs, and as a fallback too
	if limit := v.requestsPerSecond(); limit > 0 {
		backend = tts.Rate(backend, rate.Limit(limit))
	}
	backend = tts.Breaker(tts.Retry(tts.Checked(backend), tts.RetryPolicy{Jitter: 0.3, Notify: o.retrying}), patience)
	if s.cache != nil {
		backend = tts.Cached(backend, s.cache)
	}
	return backend, nil
}

// understudy returns the options of the engine that steps in: its own voices, and nothing that was meant for the first.
func (o voiceOptions) understudy(engine string) voiceOptions {
	o.backend, o.voice, o.quoteVoice, o.enginePath = engine, "", "", ""
	return o.forLang(o.lang)
}

// recast returns which voice of the second engine stands in for one of the first: narrator for narrator, and the voice of
// quotations for all others.
func (o voiceOptions) recast(second voiceOptions) func(string) string {
	return func(voice string) string {
		if voice == "" || voice == o.narrator() {
			return second.narrator()
		}
		return second.quoter()
	}
}

// Close ends the engines' processes.
func (s *studio) Close() error {
	var errs []error
	for _, other := range s.others {
		errs = append(errs, other.Close())
	}
	for _, e := range s.engines {
		errs = append(errs, e.Close())
	}
	return errors.Join(errs...)
}

// produce speaks a plan into out, telling progress, which may be nil. Errors whose fix is known name it.
func (s *studio) produce(ctx context.Context, plan *segment.Plan, out podcast.Output, progress func(podcast.Progress)) (*podcast.Episode, error) {
	episode, err := s.producer(progress).Produce(ctx, plan, out)
	switch {
	case err != nil && ctx.Err() != nil && s.cache == nil:
		return nil, &interruptedError{error: err, lost: true}
	case err != nil:
		return nil, s.voice.explain(err)
	}
	return episode, nil
}

// producer returns what makes the episodes of this studio.
func (s *studio) producer(progress func(podcast.Progress)) *podcast.Producer {
	return &podcast.Producer{
		Backend:  s.backend,
		Cast:     s.voice.castList(),
		Prosody:  tts.Prosody{Rate: s.voice.speed},
		Jobs:     s.voice.jobs,
		Format:   s.options.format,
		Kbps:     s.options.kbps,
		Loudness: s.options.level,
		Kept:     s.cache,
		Software: software,
		Cover:    s.options.cover,
		Skip:     s.options.onError.skip,
		Progress: progress,
	}
}

// tellCache says once that finished segments could not be kept. What was made is whole all the same.
func (s *studio) tellCache(errw io.Writer) {
	if s.cache == nil || s.cache.Err() == nil {
		return
	}
	printError(errw, &hintError{
		error: fmt.Errorf("finished segments are not kept: %w", s.cache.Err()),
		hint:  "--cache-dir DIR keeps them elsewhere, --no-cache keeps none",
	})
}

// explain adds the fix to errors whose fix is known here.
func (o voiceOptions) explain(err error) error {
	later := "finished segments are kept: run the same command again later, or let another engine speak the rest with --fallback ENGINE"
	if o.noCache {
		later = "run the same command again later, without --no-cache, which keeps no finished segment; or let another engine step in with --fallback ENGINE"
	}
	var broken *tts.BrokenError
	var http *tts.HTTPError
	var failed *piper.EngineError
	var unspoken *podcast.SegmentError
	_, again := tts.Temporary(err) // as it was, though not now
	switch {
	case errors.As(err, &http) && http.Again:
		return &hintError{error: err, hint: http.Hint + "; " + later}
	case errors.As(err, &http) && errors.Is(err, tts.ErrNoVoice):
		return &hintError{error: err, hint: fmt.Sprintf("articast voices --backend %s lists the voices", o.backend)}
	case errors.Is(err, wav.ErrTooLong):
		return &hintError{error: err, hint: "an MP3 may be longer"}
	case errors.As(err, &failed) && failed.Failure == piper.Exited && o.voice != "":
		return &hintError{error: err, hint: "the voice may be damaged: articast voices get " + filepath.Base(strings.TrimSuffix(o.voice, ".onnx")) + " --force fetches it again, articast voices add FILE.onnx --force takes it from a file"}
	case hintOf(err) != "":
	case errors.Is(err, tts.ErrNoVoice) && o.backend == "command":
		return &hintError{error: err, hint: "give --command a {voice} and name the program's voices with --voice and --quote-voice, or do neither"}
	case errors.Is(err, tts.ErrNoVoice):
		return &hintError{error: err, hint: fmt.Sprintf("articast voices --backend %s lists the voices", o.backend)}
	case errors.Is(err, tts.ErrUnavailable) && o.backend == "openai":
		return &hintError{error: err, hint: "put a key into OPENAI_API_KEY, or api_key below [engine.openai] in the settings"}
	case errors.Is(err, tts.ErrUnavailable) && o.backend == "command":
		return &hintError{error: err, hint: "install the program, or name it by its path in --command"}
	case errors.Is(err, tts.ErrUnavailable) && o.backend == "espeak":
		return &hintError{error: err, hint: "install espeak-ng, or name a Piper voice of the article's language with --voice path/to/VOICE.onnx"}
	case errors.Is(err, tts.ErrUnavailable) && o.enginePath == "":
		return &hintError{error: err, hint: "install piper and name it with --engine-path FILE, or put it on your PATH"}
	case errors.As(err, &broken), again:
		return &hintError{error: err, hint: later}
	case errors.Is(err, command.ErrTooLong):
		return &hintError{error: err, hint: "put {in}, a file with the text, in place of {text}"}
	case errors.Is(err, command.ErrNoRate):
		return &hintError{error: err, hint: "give --command a {rate}, or leave --speed at 1"}
	case errors.As(err, &unspoken) && o.backend == "command":
		return &hintError{error: err, hint: "see whether the program speaks when you run it yourself, and writes WAV, AIFF or MP3; raw sound needs --command-rate HZ"}
	}
	return err
}
