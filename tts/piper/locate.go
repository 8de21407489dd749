package piper

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"

	"articast/tts"
)

// program is the engine's file name.
func program() string {
	if runtime.GOOS == "windows" {
		return "piper.exe"
	}
	return "piper"
}

// distributionItem is the directory of the engine's archive.
func distributionItem(a Archive) item {
	return item{name: a.id(), source: a.Name + " " + a.Version + " " + a.Hash,
		write: func(ctx context.Context, w *dirWriter) error { return unpack(ctx, w, a, nil) }}
}

// Locate returns the path of the engine's program: the one that was named, else the one that comes with articast,
// unpacked when it is not yet, else the one in PATH. With none it is tts.ErrUnavailable.
func (e *Engine) Locate(ctx context.Context) (string, error) {
	switch {
	case e.o.EnginePath != "":
		return named(e.o.EnginePath)
	case e.o.Distribution != nil:
		dir, _, err := e.store.ensure(ctx, distributionItem(*e.o.Distribution), false)
		return filepath.Join(dir, program()), err
	}
	path, err := exec.LookPath("piper")
	if err != nil {
		return "", fmt.Errorf("%w: no Piper comes with articast for %s/%s: name one with --engine-path, or put piper into PATH",
			tts.ErrUnavailable, runtime.GOOS, runtime.GOARCH)
	}
	return filepath.Abs(path)
}

// named checks an engine that the user named: a program, or the directory that holds one.
func named(path string) (string, error) {
	info, err := os.Stat(path)
	if err == nil && info.IsDir() {
		path = filepath.Join(path, program())
	}
	found, err := exec.LookPath(path)
	if err != nil {
		return "", fmt.Errorf("%w: %s cannot be run as an engine: %v", tts.ErrUnavailable, path, err)
	}
	return filepath.Abs(found)
}
