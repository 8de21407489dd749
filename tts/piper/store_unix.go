//go:build linux || darwin || freebsd || netbsd || openbsd || dragonfly

package piper

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// tryLock takes a lock that other processes respect and that ends with this process, without waiting. Where the file
// system knows no locks the work goes on without: renames keep it whole.
func tryLock(f *os.File) (bool, error) {
	err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
	switch {
	case errors.Is(err, unix.EWOULDBLOCK), errors.Is(err, unix.EINTR):
		return false, nil
	case errors.Is(err, unix.ENOTSUP), errors.Is(err, unix.ENOLCK), errors.Is(err, unix.ENOSYS):
		return true, nil
	}
	return err == nil, err
}

// isDiskFull tells whether a write failed for want of room.
func isDiskFull(err error) bool { return errors.Is(err, unix.ENOSPC) || errors.Is(err, unix.EDQUOT) }

// syncDir makes a rename inside dir last.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	err = d.Sync()
	if errors.Is(err, unix.EINVAL) || errors.Is(err, unix.ENOTSUP) {
		err = nil // some file systems sync no directories
	}
	return errors.Join(err, d.Close())
}
