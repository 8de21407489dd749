package piper

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"time"

	"articast/tts"
)

const (
	maxRunes   = 4000 // of an utterance: about four minutes of sound, 20 MB
	cutVersion = 1    // changes whenever the same text is cut or cleaned in another way
)

// Options say where an Engine finds its parts and how it works. The zero value works with a Piper from PATH and voices
// named by their files.
type Options struct {
	Distribution *Archive // the engine, for this platform; nil if none comes with the program
	Voices       []Voice  // voices that come with the program; the first is the default
	DataDir      string   // for unpacked files, this user's; empty is the user's cache directory
	VoicesDir    string   // voices that the user has added, by name; empty is "voices" in DataDir
	EnginePath   string   // a Piper to run in place of Distribution: the program, or its directory
	Processes    int      // engine processes at work at once; 0 is one per processor, fewer where memory is short
	Lively       bool     // the voice's own noise: livelier, but never the same sound twice
}

// Engine is a tts.Backend. Make one with New and Close it.
type Engine struct {
	o        Options
	store    *store
	pool     *pool
	version  func() string // of the engine, found out once
	deadline func(text string) time.Duration

	unpacking chan struct{} // holds the one token that allows to unpack
	mu        sync.Mutex
	models    map[string]model // by voice id, ready
	program   string           // path of the engine, ready
	threads   map[string]threading
}

var (
	_ tts.Backend     = (*Engine)(nil)
	_ tts.VoiceLister = (*Engine)(nil)
	_ tts.VoiceKeyer  = (*Engine)(nil)
)

// New returns an Engine. It reads nothing, unpacks nothing and starts no process: the first Synthesize does, or
// Prepare.
func New(o Options) (*Engine, error) {
	if o.Processes < 0 {
		return nil, fmt.Errorf("piper: %d processes cannot be", o.Processes)
	}
	slots, limit := plan(runtime.GOMAXPROCS(0), o.Processes, machineMemory())
	o.Processes = slots
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
	if o.VoicesDir == "" {
		o.VoicesDir = filepath.Join(dir, voicesDir)
	}
	e := &Engine{o: o, store: &store{dir: dir}, pool: newPool(slots, limit, startChild),
		deadline: lineDeadline, unpacking: make(chan struct{}, 1), models: map[string]model{}, threads: map[string]threading{}}
	e.version = sync.OnceValue(e.engineVersion)
	return e, nil
}

// Close ends all engine processes and returns when they are gone. Calls in flight fail.
func (e *Engine) Close() error {
	e.pool.close()
	return nil
}

// Properties describes the engine and its settings. It unpacks nothing.
func (e *Engine) Properties() tts.Properties {
	noise := "noise 0/0"
	if e.o.Lively {
		noise = "own noise"
	}
	return tts.Properties{
		Name:        "piper",
		Version:     fmt.Sprintf("%s, %s, cut %d/%d", e.version(), noise, maxWeight, cutVersion),
		MaxRunes:    maxRunes,
		Concurrency: 2 * e.o.Processes, // half at work, half ready: no core waits for a clip to be taken
		Offline:     true,
	}
}

// Prepare unpacks the engine and the voices named, so that Synthesize finds them ready. It starts no process.
func (e *Engine) Prepare(ctx context.Context, voices ...string) error {
	if _, err := e.readyProgram(ctx); err != nil {
		return wrap(err)
	}
	for _, id := range voices {
		if _, err := e.readyModel(ctx, id); err != nil {
			return wrap(err)
		}
	}
	return nil
}

// Repair reads all unpacked files of the engine and of the voices that come with the program, makes those anew that
// have changed, and returns their names.
func (e *Engine) Repair(ctx context.Context) ([]string, error) {
	var items []*item
	if e.bundled() {
		items = append(items, distributionItem(*e.o.Distribution))
	}
	for _, v := range e.o.Voices {
		items = append(items, voiceItem(v))
	}
	var changed []string
	for _, it := range items {
		repaired, err := e.store.repair(ctx, it)
		if err != nil {
			return changed, wrap(err)
		}
		if repaired {
			changed = append(changed, it.name)
		}
	}
	return changed, nil
}

// readyModel returns a voice, unpacked.
func (e *Engine) readyModel(ctx context.Context, id string) (model, error) {
	e.mu.Lock()
	m, ok := e.models[id]
	e.mu.Unlock()
	if ok {
		return m, nil
	}
	done, err := e.mayUnpack(ctx)
	if err != nil {
		return model{}, err
	}
	defer done()
	if m, err = e.model(ctx, id); err != nil {
		return model{}, err
	}
	e.mu.Lock()
	e.models[id] = m
	e.mu.Unlock()
	return m, nil
}

// readyProgram returns the path of the engine, unpacked.
func (e *Engine) readyProgram(ctx context.Context) (string, error) {
	e.mu.Lock()
	path := e.program
	e.mu.Unlock()
	if path != "" {
		return path, nil
	}
	done, err := e.mayUnpack(ctx)
	if err != nil {
		return "", err
	}
	defer done()
	if path, err = e.Locate(ctx); err != nil {
		return "", err
	}
	e.mu.Lock()
	e.program = path
	e.mu.Unlock()
	return path, nil
}

// mayUnpack waits for the leave to unpack, which done gives back.
func (e *Engine) mayUnpack(ctx context.Context) (done func(), err error) {
	select {
	case e.unpacking <- struct{}{}:
		return func() { <-e.unpacking }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func wrap(err error) error { return tts.Named("piper", err) }
