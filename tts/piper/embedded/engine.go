//go:build !noembed && amd64 && (linux || windows)

package embedded

import (
	"io/fs"
	"runtime"

	"articast/tts/piper"
)

// engine describes this platform's engine.
func engine(files fs.FS, programs ...string) *piper.Archive {
	e := archive(piper.DistributionName(runtime.GOOS, runtime.GOARCH), files)
	e.Executables = programs
	return &e
}
