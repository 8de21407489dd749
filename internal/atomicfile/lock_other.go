//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package atomicfile

import (
	"os"

	"articast/internal/filelock"
)

// renamesOpen is false: Windows renames no open file.
const renamesOpen = false

// lock takes none, and the age of the file decides: on Windows others could not read a file that is locked.
func lock(*os.File) filelock.State { return filelock.Unknown }

// syncDir does nothing: Windows has no such call.
func syncDir(string) {}
