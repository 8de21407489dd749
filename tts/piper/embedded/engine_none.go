//go:build noembed || !(linux || windows) || !amd64

package embedded

import "articast/tts/piper"

// Distribution returns the engine for this platform, nil where there is none.
func Distribution() *piper.Archive { return nil }
