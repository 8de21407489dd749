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

// DistributionName is the Archive.Name of an engine for a platform, as Go names it.
func DistributionName(goos, goarch string) string { return "engine-" + goos + "-" + goarch }

// distributionItem is the directory of the engine's archive.
func distributionItem(a Archive) *item {
	return &item{name: a.id(), source: a.source(), write: func(ctx context.Context, w *dirWriter) error {
		return unpack(ctx, w, a, nil)
	}}
}

// Locate returns the path of the engine's program: the one that was named, else the one that comes with articast,
// unpacked when it is not yet, else one unpacked by another articast, else the one in PATH. With none it is
// tts.ErrUnavailable.
func (e *Engine) Locate(ctx context.Context) (string, error) {
	if e.bundled() {
		dir, _, err := e.store.ensure(ctx, distributionItem(*e.o.Distribution), false)
		return filepath.Join(dir, program()), err
	}
	return e.foreign()
}

// bundled tells whether the engine is the one that comes with the program.
func (e *Engine) bundled() bool { return e.o.EnginePath == "" && e.o.Distribution != nil }

// foreign returns the path of an engine that does not come with the program.
func (e *Engine) foreign() (string, error) {
	if e.o.EnginePath != "" {
		return named(e.o.EnginePath)
	}
	if dir, _, ok := e.store.find(DistributionName(runtime.GOOS, runtime.GOARCH)); ok {
		return filepath.Join(dir, program()), nil
	}
	path, err := exec.LookPath("piper")
	if err != nil {
		return "", fmt.Errorf("%w: no Piper comes with this articast for %s/%s: name one with --engine-path, or put piper into PATH",
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
	abs, err := filepath.Abs(path)
	if err == nil {
		_, err = exec.LookPath(abs)
	}
	if err != nil {
		return "", fmt.Errorf("%w: --engine-path %s cannot be run: %w", tts.ErrUnavailable, path, err)
	}
	return abs, nil
}

// engineVersion names the engine: an archive by its version, any other program by its content.
func (e *Engine) engineVersion() string {
	if e.bundled() {
		return e.o.Distribution.Version
	}
	path, err := e.foreign()
	if err != nil {
		return "none"
	}
	sum, err := hashFile(path)
	if err != nil {
		return "none"
	}
	return "program " + sum[:16]
}
