// Package process runs programs that answer once: a command line and its standard input go in, what it writes to standard
// output comes out, whole or with an error that says how the program failed. Nothing that it starts outlives the call.
package process

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"
)

// Job is one run of a program.
type Job struct {
	Program   string   // path, or a name to look for in PATH
	Args      []string // without the program
	Env       []string // added to this process's own: "NAME=value"
	Input     []byte   // standard input
	MaxOutput int      // bytes that the answer may have; 0 means 256 MB
	Limit     time.Duration
}

const (
	defaultMaxOutput = 256 << 20
	defaultLimit     = 2 * time.Minute
	pipeGrace        = time.Second // for a grandchild that holds a pipe when the program has ended
)

// Failure says how a program failed.
type Failure int

// The ways in which a program fails.
const (
	NotStarted Failure = iota + 1 // it could not be run at all
	Exited                        // it ended with an exit code other than 0
	Killed                        // a signal ended it, and not one from here
	TimedOut                      // it did not end in time and was killed
	TooMuch                       // it wrote more than it may, and was killed
)

// Error is a program that failed. It is gone when the error is returned.
type Error struct {
	Failure Failure
	Program string
	Status  string        // how it ended, for Exited and Killed: "exit status 3", "signal: killed"
	Stderr  string        // the last that it said
	Limit   time.Duration // the time it was given, for TimedOut
	Err     error         // the cause, where there is one
}

// Error says what failed, with the program's own last words.
func (e *Error) Error() string {
	var b strings.Builder
	switch e.Failure {
	case NotStarted:
		fmt.Fprintf(&b, "start %s: %v", e.Program, e.Err)
	case Exited, Killed:
		fmt.Fprintf(&b, "%s failed: %s", e.Program, e.Status)
	case TimedOut:
		fmt.Fprintf(&b, "%s did not end within %v", e.Program, e.Limit)
	case TooMuch:
		fmt.Fprintf(&b, "%s wrote more than it may", e.Program)
	}
	if e.Stderr != "" {
		fmt.Fprintf(&b, ": %s", e.Stderr)
	}
	return b.String()
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// Run runs the job to its end and returns what it wrote to standard output. Errors are ctx's, or an *Error. Programs
// that do not read their input to its end are no error.
func Run(ctx context.Context, j Job) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	limit := j.Limit
	if limit <= 0 {
		limit = defaultLimit
	}
	timed, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	r := &run{Job: j, out: bounded{max: j.MaxOutput, full: cancel}}
	if r.out.max <= 0 {
		r.out.max = defaultMaxOutput
	}
	r.prepare(timed)
	err := r.toEnd()
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case r.out.over:
		return nil, r.failed(TooMuch, nil)
	case timed.Err() != nil && err != nil:
		e := r.failed(TimedOut, context.DeadlineExceeded)
		e.Limit = limit
		return nil, e
	case err != nil && r.cmd.ProcessState == nil:
		return nil, r.failed(NotStarted, err)
	case err != nil && !errors.Is(err, exec.ErrWaitDelay) && !IsBrokenPipe(err):
		e := r.failed(Exited, nil)
		if !r.cmd.ProcessState.Exited() {
			e.Failure = Killed
		}
		e.Status = r.cmd.ProcessState.String()
		return nil, e
	}
	return r.out.Bytes(), nil
}

// run is a Job at work.
type run struct {
	Job
	cmd  *exec.Cmd
	out  bounded
	errs Tail
}

func (r *run) prepare(ctx context.Context) {
	r.cmd = exec.CommandContext(ctx, r.Program, r.Args...)
	r.cmd.Stdin = bytes.NewReader(r.Input)
	r.cmd.Stdout, r.cmd.Stderr = &r.out, &r.errs
	if len(r.Env) > 0 {
		r.cmd.Env = append(os.Environ(), r.Env...)
	}
	r.cmd.Cancel = func() error { Kill(r.cmd.Process); return nil }
	r.cmd.WaitDelay = pipeGrace
}

// toEnd runs the program and ends what it has left behind.
func (r *run) toEnd() error {
	err := Start(r.cmd)
	if err != nil {
		return err
	}
	err = r.cmd.Wait()
	Kill(r.cmd.Process)
	return err
}

func (r *run) failed(f Failure, cause error) *Error {
	return &Error{Failure: f, Program: r.Program, Stderr: r.errs.String(), Err: cause}
}

// bounded is a buffer that takes no more than it may.
type bounded struct {
	bytes.Buffer
	max  int
	over bool
	full func()
}

var errFull = errors.New("too much output")

// Write keeps p, or ends the program.
func (b *bounded) Write(p []byte) (int, error) {
	if b.Len()+len(p) > b.max {
		b.over = true
		b.full()
		return 0, errFull
	}
	return b.Buffer.Write(p)
}

// ReadFrom hides the buffer's own, which knows no bound.
func (b *bounded) ReadFrom(r io.Reader) (int64, error) {
	return io.Copy(struct{ io.Writer }{b}, r)
}
