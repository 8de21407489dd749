package piper

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"articast/tts"
)

// model is a voice ready to be loaded.
type model struct {
	model, config string // files
	key           string // hash of what they hold
	item          item   // what the store made it from
}

const (
	modelFile  = "voice.onnx"
	configFile = "voice.json"
)

// voiceItem is the directory of a voice's archive.
func voiceItem(v Voice) item {
	a := v.Archive
	return item{name: a.id(), source: a.Name + " " + a.Version + " " + a.Hash,
		write: func(ctx context.Context, w *dirWriter) error {
			return unpack(ctx, w, a, map[string][]byte{modelFile: tuneTail()})
		}}
}

// copyItem is the directory of the copy of a voice file: the file itself is never written to.
func copyItem(path string, info fs.FileInfo) item {
	sum := sha256.Sum256([]byte(path))
	return item{
		name:   "copy-" + hex.EncodeToString(sum[:8]),
		source: fmt.Sprintf("%s %d %d", path, info.Size(), info.ModTime().UnixNano()),
		write: func(ctx context.Context, w *dirWriter) error {
			f, err := os.Open(path)
			if err != nil {
				return err
			}
			defer f.Close()
			w.need = info.Size()
			return w.file(modelFile, info.Size(), false, &ctxReader{ctx, f}, tuneTail())
		}}
}

// model makes a voice ready: an archive's by its id, any other by the path of its file, or by its name if it lies in
// the data directory's voices.
func (e *Engine) model(ctx context.Context, id string) (model, error) {
	if v, ok := e.archived(id); ok {
		return e.archivedModel(ctx, v)
	}
	path, err := e.voicePath(id)
	if err != nil {
		return model{}, err
	}
	return e.fileModel(ctx, path)
}

// archived returns the archived voice of that id; the first is the default.
func (e *Engine) archived(id string) (Voice, bool) {
	for _, v := range e.o.Voices {
		if id == "" || v.ID == id {
			return v, true
		}
	}
	return Voice{}, false
}

func (e *Engine) archivedModel(ctx context.Context, v Voice) (model, error) {
	it := voiceItem(v)
	dir, _, err := e.store.ensure(ctx, it, false)
	if err != nil {
		return model{}, err
	}
	return model{filepath.Join(dir, modelFile), filepath.Join(dir, configFile), archiveKey(v.Archive), it}, nil
}

// archiveKey names what an archived voice is made of.
func archiveKey(a Archive) string { return a.Version + "-" + a.Hash }

// voicePath returns the absolute path of a voice that is not an archive's.
func (e *Engine) voicePath(id string) (string, error) {
	path := id
	if !strings.ContainsAny(id, `/\`) && !strings.HasSuffix(id, ".onnx") {
		path = filepath.Join(e.store.dir, "voices", id+".onnx")
	}
	if _, err := os.Stat(path); id == "" || errors.Is(err, fs.ErrNotExist) {
		return "", e.noVoice(id)
	}
	return filepath.Abs(path)
}

// noVoice says what voices there are.
func (e *Engine) noVoice(id string) error {
	names := make([]string, 0, len(e.o.Voices)+1)
	for _, v := range e.o.Voices {
		names = append(names, v.ID)
	}
	names = append(names, "the path of a Piper voice (.onnx)")
	return fmt.Errorf("voice %q: %w: choose %s", id, tts.ErrNoVoice, strings.Join(names, ", "))
}

func (e *Engine) fileModel(ctx context.Context, path string) (model, error) {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return model{}, fmt.Errorf("voice %s: %w: not a readable file", path, tts.ErrNoVoice)
	}
	config := path + ".json"
	configSum, err := hashFile(config)
	if err != nil {
		return model{}, fmt.Errorf("voice %s: %w: its configuration must lie beside it: %v", path, tts.ErrNoVoice, err)
	}
	it := copyItem(path, info)
	dir, m, err := e.store.ensure(ctx, it, false)
	if err != nil {
		return model{}, err
	}
	return model{filepath.Join(dir, modelFile), config, m.origin(modelFile) + "-" + configSum, it}, nil
}
