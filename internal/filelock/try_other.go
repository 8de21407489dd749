//go:build !linux && !darwin && !freebsd && !netbsd && !openbsd && !dragonfly && !windows

package filelock

import "os"

// tryLock says yes: this system has no locks that end with their process.
func tryLock(*os.File) (bool, error) { return true, nil }
