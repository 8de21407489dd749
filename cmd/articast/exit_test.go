package main

import (
	"fmt"
	"strings"
	"testing"

	"articast/audio/wav"
)

// TestTooLongForWAVNamesTheFix: no script makes 27 hours of sound.
func TestTooLongForWAVNamesTheFix(t *testing.T) {
	_, err := wav.Header(22050, wav.PCM16, 5<<30, 0)
	var b strings.Builder
	printError(&b, fmt.Errorf("write the episode: %w", err))
	want := "articast: write the episode: encode wav: longer than 4 GB\narticast: hint: -o FILE.mp3 has no such limit; the other formats are made of a WAV\n"
	if b.String() != want {
		t.Errorf("%q, want %q", b.String(), want)
	}
}

func TestMessagesAreNoCommandsToATerminal(t *testing.T) {
	if got, want := oneLine("no such file: \x1b[31mred\nline\u009b\a.txt"), "no such file: \ufffd[31mred line\ufffd\ufffd.txt"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
