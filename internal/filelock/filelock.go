// Package filelock keeps processes from doing the same work at once: a file is the sign that somebody is at it. The system gives a
// lock back when its process ends, however that is; the file stays, since one that is removed could be locked by two, each its own.
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

// Try takes the lock on a file, which it makes where it is not there, or returns ErrHeld at once. Where the system or the file system
// knows no locks, it takes none, and nobody is kept out.
func Try(path string) (*Lock, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o666) // no child inherits it
	if err != nil {
		return nil, fmt.Errorf("lock: %w", err)
	}
	ok, err := tryLock(f)
	if err == nil && !ok {
		err = ErrHeld
	}
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("lock %s: %w", path, err)
	}
	return &Lock{file: f}, nil
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
