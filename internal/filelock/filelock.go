// Package filelock keeps processes from doing the same work at once: a file is the sign that somebody is at it. The system gives a
// lock back when its process ends, however that is. The file stays, or is removed by who holds the lock: who has opened it before that
// does not take what he gets for the lock.
package filelock

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"
)

// ErrHeld says that another process, or another Lock of this one, holds the lock.
var ErrHeld = errors.New("another process holds the lock")

// Lock is a lock that is held.
type Lock struct{ file *os.File }

// State is what an attempt to lock an open file says about it.
type State int

// What may be known of a lock.
const (
	Held    State = iota // it is the caller's, until he closes the file or his process ends
	Busy                 // another process, or another open file of this one, has it, or the file no longer has its name
	Unknown              // this system or file system has no such locks
)

// TryFile takes the lock on an open file, without waiting.
func TryFile(f *os.File) (State, error) {
	state, err := tryLock(f)
	if err == nil && !isAt(f, f.Name()) {
		state = Busy
	}
	return state, err
}

// Try takes the lock on a file, which it makes where it is not there, or returns ErrHeld at once, also where its holder has just removed
// the file. Where the system or the file system knows no locks, it takes none, and nobody is kept out.
func Try(path string) (*Lock, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o666) // no child inherits it
	if err != nil {
		return nil, fmt.Errorf("lock: %w", err)
	}
	state, err := TryFile(f)
	if err == nil && state == Busy {
		err = ErrHeld
	}
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("lock %s: %w", path, err)
	}
	return &Lock{file: f}, nil
}

// isAt tells whether an open file is the one that has the path now.
func isAt(f *os.File, path string) bool {
	open, err := f.Stat()
	if err != nil {
		return false
	}
	there, err := os.Stat(path)
	return err == nil && os.SameFile(open, there)
}

// poll is how often a lock that is held is asked for.
const poll = 20 * time.Millisecond

// Wait is Try, but waits for a lock that is held until ctx ends, whose error it returns then.
func Wait(ctx context.Context, path string) (*Lock, error) {
	for {
		l, err := Try(path)
		if !errors.Is(err, ErrHeld) {
			return l, err
		}
		select {
		case <-time.After(poll):
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}

// Unlock gives the lock back.
func (l *Lock) Unlock() { _ = l.file.Close() } // which is all that the system asks for
