package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"articast/podcast"
	"articast/segment"
	"articast/tts"
)

// studio is where episodes are made: an engine with its voices, wrapped in what every engine needs, and the cache of what
// it has said. All commands that speak share it, so that they sound the same and find each other's finished segments. It
// may make several episodes, one after another or at once.
type studio struct {
	voice   voiceOptions
	backend tts.Backend
	cache   *tts.Cache // nil keeps nothing
	engine  io.Closer
	kbps    int
}

// studioOptions say how a studio is set up.
type studioOptions struct {
	voice     voiceOptions
	kbps      int
	cacheRoot string
	noCache   bool
}

// open sets the studio up. No engine process starts before something is to be said.
func (o studioOptions) open() (*studio, error) {
	backend, engine, err := o.voice.open(o.cacheRoot)
	if err != nil {
		return nil, err
	}
	s := &studio{voice: o.voice, engine: engine, kbps: o.kbps, backend: tts.Retry(tts.Checked(backend), tts.RetryPolicy{})}
	if !o.noCache {
		s.cache = tts.OpenCache(segmentDir(o.cacheRoot))
		s.backend = tts.Cached(s.backend, s.cache)
	}
	return s, nil
}

// Close ends the engine's processes.
func (s *studio) Close() error { return s.engine.Close() }

// produce speaks a plan into out, telling progress, which may be nil. Errors whose fix is known name it.
func (s *studio) produce(ctx context.Context, plan *segment.Plan, out podcast.Output, progress func(podcast.Progress)) (*podcast.Episode, error) {
	producer := podcast.Producer{
		Backend:  s.backend,
		Cast:     podcast.Cast{Narrator: s.voice.narrator(), Quote: s.voice.quoter()},
		Prosody:  tts.Prosody{Rate: s.voice.speed},
		Jobs:     s.voice.jobs,
		Kbps:     s.kbps,
		Software: software,
		Progress: progress,
	}
	episode, err := producer.Produce(ctx, plan, out)
	if err != nil {
		return nil, s.voice.explain(err)
	}
	return episode, nil
}

// tellCache says once that finished segments could not be kept. What was made is whole all the same.
func (s *studio) tellCache(errw io.Writer) {
	if s.cache == nil || s.cache.Err() == nil {
		return
	}
	report(errw, &hintError{
		error: fmt.Errorf("finished segments are not kept: %w", s.cache.Err()),
		hint:  "--cache-dir DIR keeps them elsewhere, --no-cache keeps none",
	})
}

// explain adds the fix to errors whose fix is known here.
func (o voiceOptions) explain(err error) error {
	switch {
	case errors.Is(err, tts.ErrNoVoice):
		return &hintError{error: err, hint: fmt.Sprintf("articast voices --backend %s lists the voices", o.backend)}
	case errors.Is(err, tts.ErrUnavailable) && o.enginePath == "":
		return &hintError{error: err, hint: "install piper and name it with --engine-path FILE, or put it on your PATH"}
	}
	return err
}
