//go:build linux || darwin || freebsd || netbsd || openbsd || dragonfly

package piper

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

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
