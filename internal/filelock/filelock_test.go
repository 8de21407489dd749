package filelock

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// holdEnv names the lock that this test program, run again, takes and keeps until it is ended.
const holdEnv = "FILELOCK_TEST_HOLD"

func TestMain(m *testing.M) {
	if path := os.Getenv(holdEnv); path != "" {
		l, err := Try(path)
		if err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		fmt.Println("held")
		_, _ = io.Copy(io.Discard, os.Stdin) // ends with its parent
		l.Unlock()
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// hold starts a process that holds the lock when hold returns.
func hold(t *testing.T, path string) *exec.Cmd {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program)
	cmd.Env = append(os.Environ(), holdEnv+"="+path)
	stdin, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { stdin.Close() })
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if said, err := bufio.NewReader(stdout).ReadString('\n'); said != "held\n" {
		t.Fatalf("the other process: %q, %v", said, err)
	}
	return cmd
}

func TestALockKeepsOthersOutAndDiesWithItsProcess(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lock")
	other := hold(t, path)
	if _, err := Try(path); !errors.Is(err, ErrHeld) {
		t.Errorf("while another process holds it: %v", err)
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Wait(ended, path); !errors.Is(err, context.Canceled) {
		t.Errorf("waiting until it is over: %v", err)
	}
	if err := other.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = other.Wait() // killed
	l, err := Wait(t.Context(), path)
	if err != nil {
		t.Fatalf("after its holder was killed: %v", err)
	}
	l.Unlock()
	if _, err := os.Stat(path); err != nil {
		t.Errorf("the file is gone: %v", err)
	}
}

func TestALockKeepsOutItsOwnProcessUntilItIsGivenBack(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lock")
	l, err := Try(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Try(path); !errors.Is(err, ErrHeld) {
		t.Errorf("taken twice: %v", err)
	}
	l.Unlock()
	again, err := Try(path)
	if err != nil {
		t.Fatal(err)
	}
	again.Unlock()
	if _, err := Try(filepath.Join(path, "below a file")); err == nil || errors.Is(err, ErrHeld) {
		t.Errorf("where no file can be: %v", err)
	}
}

// A holder may remove the file. Who has opened it before must not take it for the lock: the next one makes another.
func TestAFileThatItsHolderHasRemovedIsNoLock(t *testing.T) {
	path := filepath.Join(t.TempDir(), "work.lock")
	early, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		t.Fatal(err)
	}
	defer early.Close()
	if !isAt(early, path) {
		t.Error("the file is there, but is not taken for it")
	}
	if err := os.Remove(path); err != nil {
		t.Skipf("this system keeps a file that is open: %v", err)
	}
	if isAt(early, path) {
		t.Error("a file that is gone is taken for the lock")
	}
	l, err := Try(path)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Unlock()
	if isAt(early, path) {
		t.Error("two files are one lock")
	}
}
