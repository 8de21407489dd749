// Package atomicfile writes a file that nobody sees before it is whole: bytes go to a temporary file beside the target,
// which takes the target's name in one step when all is written, and vanishes when something fails.
package atomicfile

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"articast/internal/filelock"
)

const (
	tempPrefix = ".articast-"
	tempSuffix = ".tmp"

	// maxStem is how many bytes of the target's name are in that of its temporary file.
	maxStem = 120

	// abandonedAge is how old a temporary file must be before it counts as abandoned where locks do not tell.
	abandonedAge = 24 * time.Hour
)

// File is a temporary file that becomes its target on Commit. It is an *os.File, open for reading and writing, so that
// a head which is only known at the end can be patched with WriteAt. It must end in Commit, CommitUnsynced or Abort;
// calling Abort after either Commit does nothing, so that it can be deferred.
type File struct {
	*os.File
	target string
	done   bool
}

// ErrLinks says that a path is a symbolic link that leads back to itself, or through too many others.
var ErrLinks = errors.New("its links lead to no file")

// Create opens a temporary file in the directory of path, and removes what killed processes have left there of earlier
// files of the same name. A path that is a symbolic link stands for what it points to, also where that is not there
// yet. A path that exists and is not a regular file (a device, a directory) is refused: it could only be replaced, never
// written.
func Create(path string) (*File, error) {
	target, err := resolve(path)
	if err != nil {
		return nil, err
	}
	removeAbandoned(filepath.Dir(target), filepath.Base(tempStem(target)))
	f, err := createTemp(target)
	if err != nil {
		return nil, err
	}
	return &File{File: f, target: target}, nil
}

// Write makes data the content of path, in one step: a reader finds the old content or the new. The bytes are on the
// disk when Write returns nil.
func Write(path string, data []byte) error {
	f, err := Create(path)
	if err != nil {
		return err
	}
	defer f.Abort()
	if _, err := f.Write(data); err != nil {
		return err
	}
	return f.Commit()
}

// Write appends to the file. Its errors name the target, not the temporary file.
func (f *File) Write(b []byte) (int, error) {
	n, err := f.File.Write(b)
	return n, f.named(err)
}

// WriteAt writes over a part of the file. Its errors name the target, not the temporary file.
func (f *File) WriteAt(b []byte, off int64) (int, error) {
	n, err := f.File.WriteAt(b, off)
	return n, f.named(err)
}

// ReadFrom appends all that r has, as io.Copy does. Its errors name the target, not the temporary file, nor the system's call.
func (f *File) ReadFrom(r io.Reader) (int64, error) {
	n, err := f.File.ReadFrom(r)
	return n, f.named(err)
}

// named makes an error one of writing the target.
func (f *File) named(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("write %s: %w", f.target, cause(err))
}

// Commit puts the file's bytes on the disk, gives it its target's name and closes it. When it fails, the temporary
// file is removed and the target is as it was.
func (f *File) Commit() error {
	if err := f.finish(f.Sync); err != nil {
		return err
	}
	syncDir(filepath.Dir(f.target))
	return nil
}

// CommitUnsynced is Commit without waiting for the disk: after a power cut the target may be empty or damaged. It is
// for files whose readers check what they read and can do without.
func (f *File) CommitUnsynced() error {
	return f.finish(func() error { return nil })
}

// finish runs sync, renames and closes. Where a lock tells cleaners that the file is in use, the rename comes first,
// so that there is no moment without lock under the old name.
func (f *File) finish(sync func() error) error {
	if f.done {
		return f.named(os.ErrClosed)
	}
	f.done = true
	rename := func() error { return os.Rename(f.Name(), f.target) }
	steps := []func() error{sync, rename, f.Close}
	if !renamesOpen {
		steps = []func() error{sync, f.Close, rename}
	}
	for _, step := range steps {
		if err := step(); err != nil {
			f.Close()
			os.Remove(f.Name())
			return f.named(err)
		}
	}
	return nil
}

// Abort closes and removes the temporary file; the target is as it was. After a Commit it does nothing.
func (f *File) Abort() error {
	if f.done {
		return nil
	}
	f.done = true
	err := f.Close()
	if removeErr := os.Remove(f.Name()); err == nil {
		err = removeErr
	}
	return err
}

// Clean removes the temporary files that killed processes have left in dir, whatever their target, and returns how
// many. A file that a living process still writes is left alone.
func Clean(dir string) int {
	return removeAbandoned(dir, tempPrefix)
}

// IsTemp reports whether name, without its directory, is that of a temporary file of this package.
func IsTemp(name string) bool {
	return strings.HasPrefix(name, tempPrefix) && strings.HasSuffix(name, tempSuffix)
}

// maxLinks is how many symbolic links may lead to a file; Linux follows as many.
const maxLinks = 40

// resolve follows symbolic links, whether their end is there or not, and refuses what cannot be replaced by a regular file.
func resolve(path string) (string, error) {
	target := path
	for range maxLinks {
		info, err := os.Lstat(target)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return target, nil
		case err != nil:
			return "", fmt.Errorf("write %s: %w", path, cause(err))
		case info.Mode().IsRegular():
			return target, nil
		case info.Mode()&fs.ModeSymlink == 0:
			return "", fmt.Errorf("write %s: not a regular file", path)
		}
		next, err := os.Readlink(target)
		if err != nil {
			return "", fmt.Errorf("write %s: %w", path, cause(err))
		}
		if !filepath.IsAbs(next) {
			dir, _ := filepath.Split(target)
			next = dir + next // not cleaned: ".." behind a link belongs to what that points to
		}
		target = next
	}
	return "", fmt.Errorf("write %s: %w", path, ErrLinks)
}

// createTemp makes and locks a new file beside target, with the target's permissions or those that the umask leaves.
func createTemp(target string) (*os.File, error) {
	perm := fs.FileMode(0o666)
	info, statErr := os.Stat(target)
	for {
		f, err := os.OpenFile(tempName(target), os.O_RDWR|os.O_CREATE|os.O_EXCL, perm)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("write %s: %w", target, cause(err))
		}
		if lock(f) == filelock.Busy { // a cleaner was faster, and removes it or has
			f.Close()
			continue
		}
		if statErr == nil {
			_ = f.Chmod(info.Mode().Perm()) // some file systems have no permissions to set
		}
		return f, nil
	}
}

func tempName(target string) string {
	var random [8]byte
	rand.Read(random[:]) // never fails
	return tempStem(target) + hex.EncodeToString(random[:]) + tempSuffix
}

// tempStem is what the names of target's temporary files begin with. Of a long name it holds only the beginning, for
// file systems take no name above 255 bytes.
func tempStem(target string) string {
	dir, base := filepath.Split(target)
	if len(base) > maxStem {
		base = strings.ToValidUTF8(base[:maxStem], "")
	}
	return dir + tempPrefix + base + "."
}

// cause strips an error of the temporary file's name, which tells nobody anything.
func cause(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	var call *os.SyscallError
	switch {
	case errors.As(err, &call): // copy_file_range(2), say, within one of the others
		return call.Err
	case errors.As(err, &path):
		return path.Err
	case errors.As(err, &link):
		return link.Err
	}
	return err
}

// removeAbandoned removes the temporary files in dir that start with prefix and that no process holds.
func removeAbandoned(dir, prefix string) int {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return 0
	}
	removed := 0
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), prefix) && IsTemp(e.Name()) && e.Type().IsRegular() &&
			removeIfAbandoned(filepath.Join(dir, e.Name())) {
			removed++
		}
	}
	return removed
}

// removeIfAbandoned removes a temporary file unless it is in use: locked, or where locks do not tell, young.
func removeIfAbandoned(path string) bool {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return false
	}
	defer f.Close()
	switch lock(f) {
	case filelock.Busy:
		return false
	case filelock.Unknown:
		info, err := f.Stat()
		if err != nil || time.Since(info.ModTime()) < abandonedAge {
			return false
		}
		f.Close() // Windows removes no open file, which also keeps others' open files safe
	}
	return os.Remove(path) == nil
}
