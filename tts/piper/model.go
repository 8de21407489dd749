package piper

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"articast/internal/ctxio"
	"articast/tts"
)

// model is a voice ready to be loaded.
type model struct {
	model, config string // files
	key           string // hash of what they hold
	lang          string // primary language
	item          *item  // what the store makes it from; nil where nothing is there to make it anew
}

const (
	modelFile  = "voice.onnx"
	configFile = "voice.json"
	voicesDir  = "voices" // in the data directory: voices that the user put there, where no other place is named
	modelExt   = ".onnx"
)

// voiceItem is the directory of a voice's archive.
func voiceItem(v Voice) *item {
	a := v.Archive
	return &item{name: a.id(), source: a.source(), write: func(ctx context.Context, w *dirWriter) error {
		return unpack(ctx, w, a, map[string][]byte{modelFile: tuneTail()})
	}}
}

// copyItem is the directory of the copy of a voice file: the file itself is never written to.
func copyItem(path string, info fs.FileInfo) *item {
	sum := sha256.Sum256([]byte(path))
	return &item{
		name:   "copy-" + hex.EncodeToString(sum[:8]),
		source: fmt.Sprintf("%s %d %d", path, info.Size(), info.ModTime().UnixNano()),
		write: func(ctx context.Context, w *dirWriter) error {
			f, err := os.Open(path)
			if err != nil {
				return err
			}
			defer f.Close()
			w.need = info.Size()
			return w.file(modelFile, info.Size(), false, ctxio.Reader(ctx, f), tuneTail())
		}}
}

// model makes a voice ready: one that comes with the program by its id, any other by the path of its file, or by its
// name where the user has added it.
func (e *Engine) model(ctx context.Context, id string) (model, error) {
	if v, ok := e.archived(id); ok {
		it := voiceItem(v)
		dir, _, err := e.store.ensure(ctx, it, false)
		return model{filepath.Join(dir, modelFile), filepath.Join(dir, configFile), archiveKey(v.Archive), primary(v.Lang), it}, err
	}
	path, ok := e.voicePath(id)
	if !ok {
		if m, ok := e.leftVoice(id); ok {
			return m, nil
		}
		return model{}, e.noVoice(id)
	}
	return e.fileModel(ctx, path)
}

// archived returns the voice of that id that comes with the program; the first is the default.
func (e *Engine) archived(id string) (Voice, bool) {
	for _, v := range e.o.Voices {
		if id == "" || v.ID == id {
			return v, true
		}
	}
	return Voice{}, false
}

// archiveKey names what an archived voice is made of.
func archiveKey(a Archive) string { return a.Version + "-" + a.Hash }

// voicePath returns the absolute path of a voice file.
func (e *Engine) voicePath(id string) (string, bool) {
	if id == "" {
		return "", false
	}
	path, err := filepath.Abs(id)
	if !strings.ContainsAny(id, `/\`) && !strings.HasSuffix(id, modelExt) {
		path = filepath.Join(e.o.VoicesDir, id+modelExt)
	}
	if err != nil {
		return "", false
	}
	_, err = os.Stat(path)
	return path, err == nil
}

// leftVoice returns a voice that an articast with voices in it has unpacked here.
func (e *Engine) leftVoice(id string) (model, bool) {
	dir, m, ok := e.store.find(id)
	if !ok {
		return model{}, false
	}
	config := filepath.Join(dir, configFile)
	c, err := readConfig(config)
	key := m.origin(modelFile) + "-" + m.origin(configFile)
	return model{filepath.Join(dir, modelFile), config, key, primary(c.lang()), nil}, err == nil
}

// noVoice says what voices there are.
func (e *Engine) noVoice(id string) error {
	names := make([]string, 0, len(e.o.Voices)+1)
	for _, v := range e.o.Voices {
		names = append(names, v.ID)
	}
	names = append(names, "the path of a Piper voice (NAME.onnx)")
	return fmt.Errorf("voice %q: %w: choose %s", id, tts.ErrNoVoice, strings.Join(names, ", "))
}

func (e *Engine) fileModel(ctx context.Context, path string) (model, error) {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return model{}, fmt.Errorf("voice %s: %w: it is not a file", path, tts.ErrNoVoice)
	}
	config := path + ".json"
	c, err := readConfig(config)
	if err != nil {
		return model{}, fmt.Errorf("voice %s: %w: %w", path, tts.ErrNoVoice, err)
	}
	it := copyItem(path, info)
	dir, m, err := e.store.ensure(ctx, it, false)
	return model{filepath.Join(dir, modelFile), config, m.origin(modelFile) + "-" + c.sum, primary(c.lang()), it}, err
}

// config is the part of a voice's configuration that matters here.
type config struct {
	Espeak   struct{ Voice string } `json:"espeak"`
	Language struct{ Code string }  `json:"language"`
	Speakers *int                   `json:"num_speakers"` // without it the engine aborts
	sum      string                 // SHA-256 of the file
}

const maxConfig = 16 << 20 // bytes: a configuration is a few kilobytes

func readConfig(path string) (config, error) {
	var c config
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return c, fmt.Errorf("its configuration must lie beside it: %w", err)
	}
	if err != nil {
		return c, err
	}
	if info.Size() > maxConfig {
		return c, fmt.Errorf("%s: %d bytes are too many", path, info.Size())
	}
	b, err := os.ReadFile(path)
	if err != nil {
		return c, err
	}
	if err := json.Unmarshal(b, &c); err != nil {
		return c, fmt.Errorf("its configuration %s is damaged: %w", path, err)
	}
	sum := sha256.Sum256(b)
	c.sum = hex.EncodeToString(sum[:])
	return c, nil
}

// lacking says what the configuration in a file lacks that the engine cannot do without; "" for nothing.
func lacking(path string) string {
	c, err := readConfig(path)
	switch {
	case err != nil:
		return err.Error()
	case c.Speakers == nil:
		return "the configuration " + path + " has no num_speakers, so it is not that of a Piper voice"
	}
	return ""
}

// lang returns the voice's language: "en_US" or, where only espeak-ng's name of it is known, "en-us".
func (c config) lang() string {
	if c.Language.Code != "" {
		return c.Language.Code
	}
	return c.Espeak.Voice
}
