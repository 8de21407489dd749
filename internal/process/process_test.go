package process

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// actEnv turns the test binary into a program that does what its value says.
const actEnv = "ARTICAST_TEST_ACT"

func TestMain(m *testing.M) {
	if act := os.Getenv(actEnv); act != "" {
		os.Exit(perform(act))
	}
	os.Exit(m.Run())
}

func perform(act string) int {
	switch act {
	case "echo":
		io.Copy(os.Stdout, os.Stdin)
		fmt.Printf(" %q", os.Args[1:])
	case "fail":
		fmt.Fprint(os.Stderr, strings.Repeat("blah ", 2000), "out of\nluck")
		return 3
	case "deaf":
		fmt.Print("ok") // and reads nothing
	case "flood":
		for {
			if _, err := os.Stdout.Write(make([]byte, 1<<16)); err != nil {
				return 1
			}
		}
	case "hang":
		time.Sleep(time.Hour)
	case "parent": // leaves a child behind that would go on for ever
		child := exec.Command(os.Args[0])
		child.Env = append(os.Environ(), actEnv+"=nurse")
		if err := child.Start(); err != nil {
			return 1
		}
		fmt.Print("left one")
	case "doomed": // starts a child that would go on for ever, and waits to be killed
		nurse := exec.Command(os.Args[0])
		nurse.Env = append(os.Environ(), actEnv+"=nurse")
		if err := Start(nurse); err != nil {
			return 1
		}
		nurse.Wait()
	case "nurse": // holds a named pipe open as long as it lives
		f, err := os.OpenFile(os.Getenv("FIFO"), os.O_WRONLY, 0)
		if err != nil {
			return 1
		}
		fmt.Fprintln(f, "here")
		time.Sleep(time.Hour)
	}
	return 0
}

func job(t *testing.T, act string) Job {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return Job{Program: self, Env: []string{actEnv + "=" + act}}
}

func TestRunReturnsTheOutput(t *testing.T) {
	j := job(t, "echo")
	j.Args, j.Input = []string{"a b", "--c"}, []byte("input")
	if out, err := Run(t.Context(), j); err != nil || string(out) != `input ["a b" "--c"]` {
		t.Errorf("%q, %v", out, err)
	}
	j = job(t, "deaf")
	j.Input = make([]byte, 1<<20)
	if out, err := Run(t.Context(), j); err != nil || string(out) != "ok" {
		t.Errorf("a program that does not read: %q, %v", out, err)
	}
}

func TestRunSaysHowAProgramFailed(t *testing.T) {
	var e *Error
	_, err := Run(t.Context(), job(t, "fail"))
	if !errors.As(err, &e) || e.Failure != Exited || e.Status != "exit status 3" || !strings.HasSuffix(e.Stderr, "blah out of luck") || len(e.Stderr) > tailBytes {
		t.Errorf("failure: %v", err)
	}
	_, err = Run(t.Context(), Job{Program: filepath.Join(t.TempDir(), "nothing")})
	if !errors.As(err, &e) || e.Failure != NotStarted || !errors.Is(err, os.ErrNotExist) {
		t.Errorf("no program: %v", err)
	}
	j := job(t, "flood")
	j.MaxOutput = 1 << 20
	if _, err = Run(t.Context(), j); !errors.As(err, &e) || e.Failure != TooMuch {
		t.Errorf("flood: %v", err)
	}
	j = job(t, "hang")
	j.Limit = 50 * time.Millisecond
	if _, err = Run(t.Context(), j); !errors.As(err, &e) || e.Failure != TimedOut || !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("hang: %v", err)
	}
}

func TestErrorIsOneSentence(t *testing.T) {
	cause := errors.New("the cause")
	for _, c := range []struct {
		err  Error
		want string
	}{
		{Error{Failure: NotStarted, Err: cause}, "start /bin/x: the cause"},
		{Error{Failure: Exited, Status: "exit status 1", Stderr: "no voice"}, "/bin/x failed: exit status 1: no voice"},
		{Error{Failure: Killed, Status: "signal: killed"}, "/bin/x failed: signal: killed"},
		{Error{Failure: TimedOut, Limit: time.Minute}, "/bin/x did not end within 1m0s"},
		{Error{Failure: TooMuch}, "/bin/x wrote more than it may"},
	} {
		c.err.Program = "/bin/x"
		if got := c.err.Error(); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

func TestRunEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Run(ctx, job(t, "echo")); !errors.Is(err, context.Canceled) {
		t.Errorf("begun after the end: %v", err)
	}
	ctx, cancel = context.WithCancel(t.Context())
	done := make(chan error)
	go func() {
		_, err := Run(ctx, job(t, "hang"))
		done <- err
	}()
	cancel()
	if err := <-done; !errors.Is(err, context.Canceled) {
		t.Errorf("ended while it runs: %v", err)
	}
}

func TestBounded(t *testing.T) {
	full := 0
	b := bounded{max: 3, full: func() { full++ }}
	if n, err := b.ReadFrom(bytes.NewReader([]byte("abc"))); n != 3 || err != nil || b.over {
		t.Errorf("%d, %v, over %v", n, err, b.over)
	}
	if _, err := b.ReadFrom(strings.NewReader("d")); !errors.Is(err, errFull) || !b.over || full != 1 || b.String() != "abc" {
		t.Errorf("%v, over %v, %q", err, b.over, b.String())
	}
}
