package main

import (
	"fmt"
	"testing"

	"articast/audio/wav"
)

// TestTooLongForAWAV: no script writes the 4 GB that lead here.
func TestTooLongForAWAV(t *testing.T) {
	err := voiceOptions{}.explain(fmt.Errorf("write the episode: %w", wav.ErrTooLong))
	if got := hintOf(err); got != "an MP3 may be longer" {
		t.Errorf("the hint is %q", got)
	}
}
