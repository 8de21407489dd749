package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
)

// cacheRoot returns the folder for everything that articast can make again: dir, or the user's own cache directory.
func cacheRoot(dir string) (string, error) {
	if dir != "" {
		return filepath.Abs(dir)
	}
	base, err := os.UserCacheDir()
	if err != nil {
		return "", &hintError{error: fmt.Errorf("find the cache directory: %w", err), hint: "name one with --cache-dir DIR"}
	}
	return filepath.Join(base, "articast"), nil
}

// segmentDir is where the sound of finished segments is kept, below the cache root.
func segmentDir(root string) string { return filepath.Join(root, "segments") }

// engineDir is where the embedded engine and voices are unpacked, below the cache root.
func engineDir(root string) string { return filepath.Join(root, "piper") }

// voicesDir is where the voices that the user has added are, with what is the user's own: not below the cache root, since nothing
// can make them again. "" where the machine does not say who the user is. The places are those of the XDG Base Directory
// Specification, of Apple's File System Programming Guide and of Windows.
func voicesDir() string {
	base := os.Getenv("XDG_DATA_HOME")
	switch home, err := os.UserHomeDir(); {
	case filepath.IsAbs(base):
	case runtime.GOOS == "windows":
		base = os.Getenv("LocalAppData")
	case err != nil:
		return ""
	case runtime.GOOS == "darwin":
		base = filepath.Join(home, "Library", "Application Support")
	default:
		base = filepath.Join(home, ".local", "share")
	}
	if base == "" {
		return ""
	}
	return filepath.Join(base, "articast", "voices")
}
