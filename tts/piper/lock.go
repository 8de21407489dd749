package piper

import (
	"context"
	"errors"
	"os"
	"time"
)

// lockPoll is how often a lock that another process holds is asked for.
const lockPoll = 20 * time.Millisecond

// lockFile waits for the lock on a file, which it makes, until ctx ends. The lock goes with the function returned, or
// with this process.
func lockFile(ctx context.Context, path string) (unlock func(), err error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, err
	}
	for {
		ok, err := tryLock(f)
		if err == nil && !ok {
			err = pause(ctx, lockPoll)
		}
		if err != nil {
			return nil, errors.Join(err, f.Close())
		}
		if ok {
			return func() { _ = f.Close() }, nil // closing gives the lock back
		}
	}
}

// pause waits for d, or for the end of ctx, whose error it returns.
func pause(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
