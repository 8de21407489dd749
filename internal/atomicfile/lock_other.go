//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package atomicfile

import "os"

// renamesOpen is false: Windows renames no open file.
const renamesOpen = false

// lock says that it does not know: the age of the file decides.
func lock(*os.File) lockState {
	return lockUnknown
}

// syncDir does nothing: Windows has no such call.
func syncDir(string) {}
