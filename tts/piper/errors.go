package piper

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// Failure says how an engine process failed.
type Failure int

// The ways in which an engine process fails.
const (
	NotStarted Failure = iota + 1 // the program could not be run at all
	Exited                        // it ended, or was killed, before it answered
	NoOutput                      // it closed its output, or its answer broke off
	BadOutput                     // its answer is not a WAV
	TimedOut                      // it did not answer in time and was killed
)

// EngineError is a failure of an engine process. The process is gone when the error is returned.
type EngineError struct {
	Failure Failure
	Engine  string        // path of the program
	Status  string        // how it ended, for Exited: "exit status 3", "signal: killed"
	Stderr  string        // the last that it said
	After   time.Duration // the time it was given, for TimedOut
	Err     error         // the cause, where there is one
}

// Error says what failed, with the engine's own last words.
func (e *EngineError) Error() string {
	var b strings.Builder
	switch e.Failure {
	case NotStarted:
		fmt.Fprintf(&b, "start %s: %v", e.Engine, e.Err)
	case Exited:
		fmt.Fprintf(&b, "%s ended without an answer: %s", e.Engine, e.Status)
	case NoOutput:
		fmt.Fprintf(&b, "%s gave no output: %v", e.Engine, e.Err)
	case BadOutput:
		fmt.Fprintf(&b, "%s gave no sound: %v", e.Engine, e.Err)
	case TimedOut:
		fmt.Fprintf(&b, "%s gave no answer within %v", e.Engine, e.After)
	}
	if e.Stderr != "" {
		fmt.Fprintf(&b, ": %s", lastWords(e.Stderr))
	}
	return b.String()
}

// lastWords returns what a program said of its end: where a C++ exception ended it, what that says, without the names of classes.
func lastWords(stderr string) string {
	if _, what, ok := strings.Cut(stderr, "terminate called after throwing an instance of "); ok {
		if _, what, ok = strings.Cut(what, "what(): "); ok {
			return what
		}
	}
	return stderr
}

// Unwrap returns the cause.
func (e *EngineError) Unwrap() error { return e.Err }

// ErrClosed is returned by an Engine after Close.
var ErrClosed = errors.New("piper: engine is closed")
