package process

import (
	"io"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// TestRunLeavesNobodyBehind: a grandchild, which holds a named pipe open, ends with the program that started it.
func TestRunLeavesNobodyBehind(t *testing.T) {
	fifo := filepath.Join(t.TempDir(), "fifo")
	if err := syscall.Mkfifo(fifo, 0o600); err != nil {
		t.Fatal(err)
	}
	pipe, err := os.OpenFile(fifo, os.O_RDWR, 0) // opens at once, and keeps the grandchild from waiting
	if err != nil {
		t.Fatal(err)
	}
	j := job(t, "parent")
	j.Env = append(j.Env, "FIFO="+fifo)
	if out, err := Run(t.Context(), j); err != nil || string(out) != "left one" {
		t.Fatalf("%q, %v", out, err)
	}
	reader, err := os.Open(fifo)
	if err != nil {
		t.Fatal(err)
	}
	if err := pipe.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(io.Discard, reader); err != nil { // ends when nobody holds the pipe any more
		t.Error(err)
	}
}
