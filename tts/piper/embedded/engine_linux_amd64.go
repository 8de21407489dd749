//go:build !noembed

package embedded

import (
	"github.com/amitybell/piper-bin-linux"

	"articast/tts/piper"
)

// Distribution returns the engine for this platform, nil where there is none.
func Distribution() *piper.Archive { return engine(linux.Asset.FS, "piper", "espeak-ng") }
