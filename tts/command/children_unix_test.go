//go:build unix

package command

import (
	"bufio"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"articast/tts"
)

// nursery is a script that waits for its child, which says a word into a named pipe and holds it open as long as it lives.
const nursery = `#!/bin/sh
(echo here; exec sleep 3600) >"$FIFO" &
wait
`

// TestChildrenEndWithAProgramThatHangs, when its time is over and when nobody waits for it any more.
func TestChildrenEndWithAProgramThatHangs(t *testing.T) {
	for name, c := range map[string]struct {
		base   time.Duration
		cancel bool // when the child is there
		want   string
	}{
		"time-out":  {300 * time.Millisecond, false, "sh did not end within 400ms"},
		"cancelled": {time.Hour, true, context.Canceled.Error()},
	} {
		t.Run(name, func(t *testing.T) {
			b, pipe, child := openNursery(t)
			b.base = c.base
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			done := make(chan error)
			go func() {
				_, err := b.Synthesize(ctx, tts.Utterance{Text: "A"})
				done <- err
			}()
			if c.cancel {
				if line, err := child.ReadString('\n'); err != nil || line != "here\n" {
					t.Errorf("%q, %v", line, err)
				}
				cancel()
			}
			if err := <-done; err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error is %v, want %s", err, c.want)
			}
			if err := pipe.Close(); err != nil {
				t.Fatal(err)
			}
			if _, err := io.Copy(io.Discard, child); err != nil { // ends when nobody holds the pipe any more
				t.Error(err)
			}
		})
	}
}

// openNursery returns a Backend of the script, the pipe, which waits for the child as long as it is open, and what the child writes to it.
func openNursery(t *testing.T) (b *Backend, pipe *os.File, child *bufio.Reader) {
	t.Helper()
	dir := t.TempDir()
	fifo, script := filepath.Join(dir, "fifo"), filepath.Join(dir, "nursery")
	err := errors.Join(syscall.Mkfifo(fifo, 0o600), os.WriteFile(script, []byte(nursery), 0o700))
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("FIFO", fifo)
	if b, err = New("/bin/sh '"+script+"' {in}", 0); err != nil {
		t.Fatal(err)
	}
	if pipe, err = os.OpenFile(fifo, os.O_RDWR, 0); err != nil { // opens at once
		t.Fatal(err)
	}
	reader, err := os.Open(fifo)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { reader.Close() })
	return b, pipe, bufio.NewReader(reader)
}
