//go:build noembed

package embedded

import "articast/tts/piper"

// Voices returns the embedded voices: none in this build.
func Voices() []piper.Voice { return nil }
