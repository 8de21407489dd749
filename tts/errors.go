package tts

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"time"
)

// LimitError says that an Utterance is longer than its Backend takes.
type LimitError struct {
	Runes int // what the Utterance has
	Max   int // what the Backend takes
}

// Error tells both lengths.
func (e *LimitError) Error() string {
	return fmt.Sprintf("text of %d characters is too long: at most %d in one call", e.Runes, e.Max)
}

// CheckLimit returns a *LimitError when text has more than maxRunes runes; 0 means no limit.
func CheckLimit(text string, maxRunes int) error {
	if maxRunes <= 0 || len(text) <= maxRunes {
		return nil
	}
	if n := runes(text); n > maxRunes {
		return &LimitError{Runes: n, Max: maxRunes}
	}
	return nil
}

// Named says whose error err is: that of an engine. What is not the engine's stays as it is: nil, ErrEmpty and the end of a context.
func Named(engine string, err error) error {
	if err == nil || errors.Is(err, context.Canceled) || errors.Is(err, ErrEmpty) {
		return err
	}
	return fmt.Errorf("%s: %w", engine, err)
}

// RenderError says which Utterance could not be spoken, counting from 0 in the order of the input.
type RenderError struct {
	Index int
	Err   error
}

// Error names the utterance as people count, from 1.
func (e *RenderError) Error() string {
	return fmt.Sprintf("speak utterance %d: %v", e.Index+1, e.Err)
}

// Unwrap returns the cause.
func (e *RenderError) Unwrap() error { return e.Err }

// PanicError is a panic of a Backend, caught: one broken engine must not take the program down with hours of work.
type PanicError struct {
	Value any    // what it panicked with
	Stack []byte // where, as runtime/debug.Stack prints it
}

// newPanicError wraps a recovered value; it is called by the deferred function that recovered it.
func newPanicError(v any) *PanicError { return &PanicError{Value: v, Stack: debug.Stack()} }

// Error tells the value, not the stack.
func (e *PanicError) Error() string {
	return fmt.Sprintf("backend panicked: %v", e.Value)
}

// TemporaryError marks a failure that may not come again: a busy server, an engine that was killed.
type TemporaryError struct {
	Err   error
	After time.Duration // do not try again sooner; 0 where nobody said
}

// Error is the cause's.
func (e *TemporaryError) Error() string { return e.Err.Error() }

// Unwrap returns the cause.
func (e *TemporaryError) Unwrap() error { return e.Err }

// Temporary reports whether trying again can succeed after err, and how long to wait at least. It can after a
// *TemporaryError, an *HTTPError that says so, an *ImplausibleError, a timeout and a body that broke off; it cannot after
// anything else, an error that nobody has classed included.
func Temporary(err error) (after time.Duration, ok bool) {
	var temporary *TemporaryError
	if errors.As(err, &temporary) {
		return temporary.After, true
	}
	var http *HTTPError
	if errors.As(err, &http) {
		return http.After, http.Again
	}
	var implausible *ImplausibleError
	var timeout interface{ Timeout() bool }
	switch {
	case errors.Is(err, context.Canceled):
		return 0, false
	case errors.As(err, &implausible), errors.Is(err, io.ErrUnexpectedEOF):
		return 0, true
	}
	return 0, errors.As(err, &timeout) && timeout.Timeout()
}
