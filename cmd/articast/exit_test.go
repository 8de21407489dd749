package main

import (
	"fmt"
	"io/fs"
	"strings"
	"syscall"
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

func TestFilesThatCannotBeUsedHaveAFix(t *testing.T) {
	for err, want := range map[error]string{
		fmt.Errorf("read: %w", fs.ErrNotExist):                    "articast: hint: look at the name: there is nothing of that name\n",
		&fs.PathError{Op: "open", Path: "x", Err: syscall.EACCES}: "articast: hint: see to it that you may read and write there, or name another place\n",
		&fs.PathError{Op: "open", Path: "x", Err: syscall.EROFS}:  "articast: hint: see to it that you may read and write there, or name another place\n",
		&hintError{error: fs.ErrNotExist, hint: "its own"}:        "articast: hint: its own\n",
	} {
		var said strings.Builder
		if printError(&said, err); !strings.HasSuffix(said.String(), "\n"+want) {
			t.Errorf("%v: %q", err, said.String())
		}
	}
}
