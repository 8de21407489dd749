package piper

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
)

const (
	manifestName   = "manifest.json"
	manifestFormat = 1 // a directory of another format is unpacked anew
)

// manifest says what was unpacked into its directory. Each file is hashed when it is written; later it is recognised by
// its size and time.
type manifest struct {
	Format int     `json:"format"`
	Source string  `json:"source"` // what it was made from
	Files  []entry `json:"files"`
}

// entry is one file or symbolic link.
type entry struct {
	Path     string `json:"path"` // slash-separated, inside the directory
	Size     int64  `json:"size"`
	Modified int64  `json:"modified"` // nanoseconds since 1970
	SHA256   string `json:"sha256,omitempty"`
	Origin   string `json:"origin,omitempty"` // SHA-256 before articast appended to it
	Run      bool   `json:"run,omitempty"`    // is a program
	Link     string `json:"link,omitempty"`   // target of a symbolic link
}

// errDamaged says that a directory does not hold what its manifest says.
var errDamaged = errors.New("damaged")

// loadManifest reads a directory's manifest. Any failure but an unreadable disk is errDamaged or fs.ErrNotExist.
func loadManifest(dir, source string) (manifest, error) {
	var m manifest
	b, err := os.ReadFile(filepath.Join(dir, manifestName))
	if err != nil {
		return m, err
	}
	if err := json.Unmarshal(b, &m); err != nil {
		return m, fmt.Errorf("%w: %v", errDamaged, err)
	}
	if m.Format != manifestFormat || source != "" && m.Source != source {
		return m, fmt.Errorf("%w: made from something else", errDamaged)
	}
	return m, nil
}

// check compares sizes and times, which takes a millisecond or two.
func (m manifest) check(dir string) error {
	for _, e := range m.Files {
		info, err := os.Lstat(filepath.Join(dir, filepath.FromSlash(e.Path)))
		if err != nil {
			return fmt.Errorf("%w: %v", errDamaged, err)
		}
		if !e.matches(dir, info) {
			return fmt.Errorf("%w: %s was changed", errDamaged, e.Path)
		}
	}
	return nil
}

// matches compares a file with its entry, without reading it.
func (e entry) matches(dir string, info fs.FileInfo) bool {
	if e.Link != "" {
		target, err := os.Readlink(filepath.Join(dir, filepath.FromSlash(e.Path)))
		return err == nil && target == e.Link
	}
	runs := runtime.GOOS == "windows" || info.Mode()&0o100 != 0
	return info.Mode().IsRegular() && info.Size() == e.Size && info.ModTime().UnixNano() == e.Modified && (runs || !e.Run)
}

// verify reads every file again and compares its hash.
func (m manifest) verify(dir string) error {
	for _, e := range m.Files {
		if e.Link != "" {
			continue
		}
		sum, err := hashFile(filepath.Join(dir, filepath.FromSlash(e.Path)))
		if err != nil {
			return fmt.Errorf("%w: %v", errDamaged, err)
		}
		if sum != e.SHA256 {
			return fmt.Errorf("%w: %s has changed", errDamaged, e.Path)
		}
	}
	return nil
}

// origin returns the hash of a file as it was in its source, "" for one that is not there.
func (m manifest) origin(path string) string {
	for _, e := range m.Files {
		if e.Path == path {
			if e.Origin != "" {
				return e.Origin
			}
			return e.SHA256
		}
	}
	return ""
}

// hashFile returns the SHA-256 of a file's content, in hex.
func hashFile(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
