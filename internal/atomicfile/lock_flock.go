//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package atomicfile

import (
	"errors"
	"os"
	"syscall"
)

// renamesOpen says that an open file can be renamed here.
const renamesOpen = true

// lock takes the advisory lock of f without waiting. The system drops it when f is closed, however its process ends.
func lock(f *os.File) lockState {
	err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	switch {
	case err == nil:
		return lockHeld
	case errors.Is(err, syscall.EWOULDBLOCK):
		return lockBusy
	}
	return lockUnknown
}

// syncDir puts the names in dir on the disk. Not every file system can; the file's bytes are there already.
func syncDir(dir string) {
	d, err := os.Open(dir)
	if err != nil {
		return
	}
	defer d.Close()
	_ = d.Sync()
}
