//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package atomicfile

import (
	"os"

	"articast/internal/filelock"
)

// renamesOpen says that an open file can be renamed here.
const renamesOpen = true

// lock takes the lock of a temporary file.
func lock(f *os.File) filelock.State {
	state, err := filelock.TryFile(f)
	if err != nil {
		return filelock.Unknown
	}
	return state
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
