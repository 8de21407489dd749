package process

import (
	"bufio"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// fifo makes a named pipe that somebody can open for writing at once; close, and only those who did hold it.
func fifo(t *testing.T) (path string, pipe *os.File) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "fifo")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
	pipe, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	return path, pipe
}

// awaitNobody returns when nobody holds the pipe any more.
func awaitNobody(t *testing.T, path string, pipe *os.File) {
	t.Helper()
	reader, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	if err := pipe.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(io.Discard, reader); err != nil {
		t.Error(err)
	}
}

// TestRunLeavesNobodyBehind: a grandchild, which holds a named pipe open, ends with the program that started it.
func TestRunLeavesNobodyBehind(t *testing.T) {
	path, pipe := fifo(t)
	j := job(t, "parent")
	j.Env = append(j.Env, "FIFO="+path)
	if out, err := Run(t.Context(), j); err != nil || string(out) != "left one" {
		t.Fatalf("%q, %v", out, err)
	}
	awaitNobody(t, path, pipe)
}

// TestChildEndsWithAKilledParent: a child that would never end by itself ends with a parent that nothing warns.
func TestChildEndsWithAKilledParent(t *testing.T) {
	path, pipe := fifo(t)
	parent := exec.Command(job(t, "doomed").Program)
	parent.Env = append(os.Environ(), actEnv+"=doomed", "FIFO="+path)
	if err := parent.Start(); err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(pipe).ReadString('\n'); err != nil || line != "here\n" { // of the child
		t.Errorf("%q, %v", line, err)
	}
	if err := parent.Process.Kill(); err != nil {
		t.Error(err)
	}
	_ = parent.Wait() // it was killed
	awaitNobody(t, path, pipe)
}
