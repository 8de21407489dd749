package main

import (
	"fmt"
	"os"
	"path/filepath"
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
