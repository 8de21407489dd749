package piper

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"time"
	"unicode/utf8"

	"articast/audio"
	"articast/tts"
)

// sentenceSilence is what the engine adds behind each sentence, the last one too: that one is taken off again, because
// the pause after an utterance is not the engine's to choose.
const sentenceSilence = 200 * time.Millisecond

const maxRunes = 4000 // of an utterance: about five minutes of sound, 25 MB

// Options say where an Engine finds its parts and how it works.
type Options struct {
	Distribution *Archive // the engine, for this platform; nil if none comes with the program
	Voices       []Voice  // voices that come with the program; the first is the default
	DataDir      string   // for unpacked files, this user's; empty is the user's cache directory
	EnginePath   string   // a Piper to run in place of Distribution: the program, or its directory
	Processes    int      // engine processes at work at once; 0 is the number of processors
	Lively       bool     // the voice's own noise: livelier, but never the same sound twice
}

// Engine is a tts.Backend. Make one with New and Close it.
type Engine struct {
	o     Options
	store *store
	pool  *pool

	prepare chan struct{} // holds one token: the leave to unpack
	mu      sync.Mutex
	models  map[string]model
	engine  string
	threads map[string]threading // by model file

	fingerprint func() string
}

var (
	_ tts.Backend     = (*Engine)(nil)
	_ tts.VoiceLister = (*Engine)(nil)
	_ tts.VoiceKeyer  = (*Engine)(nil)
)

// threading is what is known of an engine and a tuned model.
type threading int

const (
	untried threading = iota
	tuned             // one thread, as asked for, has worked
	stock             // only the engine's own settings have worked
)

// New returns an Engine. It reads nothing, unpacks nothing and starts no process: the first Synthesize, or Prepare,
// does.
func New(o Options) (*Engine, error) {
	if o.Processes < 0 {
		return nil, fmt.Errorf("piper: %d processes", o.Processes)
	}
	if o.Processes == 0 {
		o.Processes = runtime.GOMAXPROCS(0)
	}
	if o.DataDir == "" {
		cache, err := os.UserCacheDir()
		if err != nil {
			return nil, fmt.Errorf("piper: find a place for unpacked files: %w", err)
		}
		o.DataDir = filepath.Join(cache, "articast", "piper")
	}
	dir, err := filepath.Abs(o.DataDir)
	if err != nil {
		return nil, fmt.Errorf("piper: %w", err)
	}
	e := &Engine{o: o, store: &store{dir: dir}, prepare: make(chan struct{}, 1),
		models: map[string]model{}, threads: map[string]threading{}}
	e.pool = newPool(o.Processes, aliveLimit(o.Processes), startChild)
	e.fingerprint = sync.OnceValue(e.engineVersion)
	return e, nil
}

// aliveLimit is how many children are kept alive so that slots of them can work: a second voice is a smaller part of
// an article.
func aliveLimit(slots int) int { return slots + (slots+1)/2 }

// Close ends all engine processes and waits for them. Calls in flight fail.
func (e *Engine) Close() error {
	e.pool.close()
	return nil
}

// Properties describes the engine and its settings. It unpacks nothing.
func (e *Engine) Properties() tts.Properties {
	noise := "noise 0/0"
	if e.o.Lively {
		noise = "noise own"
	}
	return tts.Properties{
		Name:        "piper",
		Version:     fmt.Sprintf("%s, %s, cut %d/1", e.fingerprint(), noise, maxWeight),
		MaxRunes:    maxRunes,
		Concurrency: 2 * e.o.Processes, // half at work, half ready: no core waits for a clip to be stored
		Offline:     true,
	}
}

// engineVersion names the engine: an archive by its version, any other program by its content.
func (e *Engine) engineVersion() string {
	if e.o.EnginePath == "" && e.o.Distribution != nil {
		return e.o.Distribution.Version
	}
	path, err := e.Locate(context.Background()) // nothing is unpacked here
	if err != nil {
		return "none"
	}
	sum, err := hashFile(path)
	if err != nil {
		return "none"
	}
	return "program " + sum[:16]
}

// Voices lists the voices that come with the program. Others are named by the path of their file.
func (e *Engine) Voices(context.Context) ([]tts.Voice, error) {
	list := make([]tts.Voice, 0, len(e.o.Voices))
	for _, v := range e.o.Voices {
		list = append(list, v.Voice)
	}
	return list, nil
}

// VoiceKey returns a hash of what the voice is made of. For a voice file it is taken once, and again when the file
// changes.
func (e *Engine) VoiceKey(id string) (string, error) {
	if v, ok := e.archived(id); ok {
		return archiveKey(v.Archive), nil
	}
	m, _, err := e.ready(context.Background(), id)
	return m.key, err
}

// Prepare unpacks the engine and the voices, so that Synthesize finds them. No process is started.
func (e *Engine) Prepare(ctx context.Context, voices ...string) error {
	for _, id := range voices {
		if _, _, err := e.ready(ctx, id); err != nil {
			return fmt.Errorf("piper: %w", err)
		}
	}
	return nil
}

// ready returns a voice and the engine's program, unpacked.
func (e *Engine) ready(ctx context.Context, id string) (model, string, error) {
	e.mu.Lock()
	m, ok, engine := e.models[id], e.models[id].model != "", e.engine
	e.mu.Unlock()
	if ok && engine != "" {
		return m, engine, nil
	}
	select {
	case e.prepare <- struct{}{}:
		defer func() { <-e.prepare }()
	case <-ctx.Done():
		return model{}, "", ctx.Err()
	}
	m, err := e.model(ctx, id)
	if err != nil {
		return model{}, "", err
	}
	if engine, err = e.Locate(ctx); err != nil {
		return model{}, "", err
	}
	e.mu.Lock()
	e.models[id], e.engine = m, engine
	e.mu.Unlock()
	return m, engine, nil
}

// Synthesize speaks one utterance. The voice's own language is spoken whatever Lang says; rates lie between 0.25 and 4.
func (e *Engine) Synthesize(ctx context.Context, u tts.Utterance) (audio.Clip, error) {
	clip, err := e.synthesize(ctx, u)
	if err != nil {
		return audio.Clip{}, fmt.Errorf("piper: %w", err)
	}
	return clip, nil
}

func (e *Engine) synthesize(ctx context.Context, u tts.Utterance) (audio.Clip, error) {
	if err := ctx.Err(); err != nil {
		return audio.Clip{}, err
	}
	if err := tts.CheckLimit(u.Text, maxRunes); err != nil {
		return audio.Clip{}, err
	}
	scale, err := lengthScale(u.Prosody.Rate)
	if err != nil {
		return audio.Clip{}, err
	}
	pieces := cut(clean(u.Text), maxWeight)
	if len(pieces) == 0 {
		return audio.Clip{}, tts.ErrEmpty
	}
	m, engine, err := e.ready(ctx, u.Voice)
	if err != nil {
		return audio.Clip{}, err
	}
	s := spec{engine: engine, model: m.model, config: m.config, lengthScale: scale, lively: e.o.Lively}
	var whole audio.Clip
	for _, p := range pieces {
		clip, err := e.say(ctx, m, s, p.text)
		if err != nil {
			return audio.Clip{}, err
		}
		whole = join(whole, clip, p.gap)
	}
	return whole, nil
}

// join appends a clip, less the silence that the engine added, and the gap behind it.
func join(whole, clip audio.Clip, gap time.Duration) audio.Clip {
	whole.Rate = clip.Rate
	added := clip.Rate.N(sentenceSilence)
	end := len(clip.Samples)
	for end > 0 && len(clip.Samples)-end < added && clip.Samples[end-1] == 0 {
		end--
	}
	whole.Samples = append(whole.Samples, clip.Samples[:end]...)
	whole.Samples = append(whole.Samples, make([]float32, clip.Rate.N(gap))...)
	return whole
}

// say has one piece spoken. A child that dies or hangs is replaced and the piece is tried once more; where no tuned
// child has ever answered, the second try is on the engine's own settings; and where files were damaged they are
// repaired for a third.
func (e *Engine) say(ctx context.Context, m model, s spec, text string) (audio.Clip, error) {
	state := e.threading(s.model)
	s.stock = state == stock
	clip, err := e.try(ctx, s, text, false)
	if !isEngineError(err) {
		return clip, err
	}
	if state == untried {
		s.stock = true
	}
	clip, err = e.try(ctx, s, text, true)
	if !isEngineError(err) || state != untried {
		return clip, err
	}
	repaired, repairErr := e.repair(ctx, m)
	if repairErr != nil {
		return audio.Clip{}, errors.Join(err, repairErr)
	}
	if !repaired {
		return audio.Clip{}, err
	}
	s.stock = false
	return e.try(ctx, s, text, true)
}

func isEngineError(err error) bool {
	var failed *EngineError
	return errors.As(err, &failed)
}

// try asks one child once.
func (e *Engine) try(ctx context.Context, s spec, text string, fresh bool) (audio.Clip, error) {
	c, err := e.pool.acquire(ctx, s, fresh)
	if err != nil {
		return audio.Clip{}, err
	}
	clip, err := c.speak(ctx, text, deadline(text))
	e.pool.release(c, err == nil)
	if err == nil {
		e.answered(s)
	}
	return clip, err
}

// deadline is the time that a line may take: far more than it ever does, far less than forever.
func deadline(text string) time.Duration {
	return 30*time.Second + time.Duration(utf8.RuneCountInString(text))*time.Second/20
}

func (e *Engine) threading(model string) threading {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.threads[model]
}

// answered notes which settings work.
func (e *Engine) answered(s spec) {
	e.mu.Lock()
	defer e.mu.Unlock()
	switch {
	case !s.stock:
		e.threads[s.model] = tuned
	case e.threads[s.model] == untried:
		e.threads[s.model] = stock
	}
}

// repair reads the unpacked files again and replaces what has changed; it tells whether anything had.
func (e *Engine) repair(ctx context.Context, m model) (bool, error) {
	repaired, err := e.store.repair(ctx, m.item)
	if err != nil || e.o.EnginePath != "" || e.o.Distribution == nil {
		return repaired, err
	}
	again, err := e.store.repair(ctx, distributionItem(*e.o.Distribution))
	return repaired || again, err
}
