package piper

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"articast/internal/filelock"
)

// store is the directory that archives are unpacked to, one directory each. Several processes may use it at once.
type store struct {
	dir string
	mu  sync.Mutex // one unpacking at a time in this process; the lock file is for the others
}

// item is something that the store can make a directory of.
type item struct {
	name   string // of the directory
	source string // changes when the directory must be made anew
	write  func(ctx context.Context, w *dirWriter) error
}

// ensure returns the item's directory and manifest, whole: unpacked now, or recognised by sizes and times. With verify
// set every file is read and compared; what does not match is made anew.
func (s *store) ensure(ctx context.Context, it *item, verify bool) (string, manifest, error) {
	dir := filepath.Join(s.dir, it.name)
	if !verify {
		if m, err := look(dir, it.source, false); err == nil {
			return dir, m, nil
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := os.MkdirAll(s.dir, 0o755); err != nil {
		return "", manifest{}, fmt.Errorf("unpack %s: %w", it.name, err)
	}
	lock, err := filelock.Wait(ctx, filepath.Join(s.dir, it.name+".lock"))
	if err != nil {
		return "", manifest{}, fmt.Errorf("unpack %s: %w", it.name, err)
	}
	defer lock.Unlock()
	if m, err := look(dir, it.source, verify); err == nil {
		return dir, m, nil // somebody else was faster
	}
	m, err := s.make(ctx, it, dir)
	if err != nil {
		return "", manifest{}, fmt.Errorf("unpack %s: %w", it.name, err)
	}
	return dir, m, nil
}

// repair reads every file of the item and makes it anew where one has changed; it tells whether it had to.
func (s *store) repair(ctx context.Context, it *item) (bool, error) {
	if _, err := look(filepath.Join(s.dir, it.name), it.source, true); err == nil {
		return false, nil
	}
	_, _, err := s.ensure(ctx, it, true)
	return err == nil, err
}

// find returns the directory that was unpacked from an archive of that name, by whatever articast; of several the last
// by version.
func (s *store) find(name string) (string, manifest, bool) {
	found, err := os.ReadDir(s.dir)
	if err != nil || name == "" {
		return "", manifest{}, false
	}
	for _, d := range slices.Backward(found) {
		if !strings.HasPrefix(d.Name(), name+"-") || strings.Contains(d.Name(), tmpMark) {
			continue
		}
		dir := filepath.Join(s.dir, d.Name())
		m, err := look(dir, "", false)
		if err == nil && strings.HasPrefix(m.Source, name+" ") {
			return dir, m, true
		}
	}
	return "", manifest{}, false
}

// look checks a directory that may be there. An empty source stands for any.
func look(dir, source string, verify bool) (manifest, error) {
	m, err := loadManifest(dir, source)
	if err == nil {
		err = m.check(dir)
	}
	if err == nil && verify {
		err = m.verify(dir)
	}
	return m, err
}

const tmpMark = ".tmp-" // in the name of a directory that is being written

// make writes the item beside its place and then moves it there. The caller holds the item's lock.
func (s *store) make(ctx context.Context, it *item, dir string) (manifest, error) {
	s.sweep(it.name)
	if m, ok := restamp(dir, it.source); ok {
		return m, nil
	}
	tmp, err := os.MkdirTemp(s.dir, it.name+tmpMark)
	if err != nil {
		return manifest{}, err
	}
	defer os.RemoveAll(tmp)
	w, err := newDirWriter(tmp)
	if err != nil {
		return manifest{}, err
	}
	defer w.root.Close()
	if err := it.write(ctx, w); err != nil {
		return manifest{}, s.explain(err, w)
	}
	m, err := w.finish(it.source)
	if err != nil {
		return manifest{}, s.explain(err, w)
	}
	if err := replaceDir(tmp, dir); err != nil {
		return manifest{}, err
	}
	return m, syncDir(s.dir)
}

// explain makes a full disk a plain message.
func (s *store) explain(err error, w *dirWriter) error {
	if !isDiskFull(err) {
		return err
	}
	return &DiskFullError{Dir: s.dir, Need: w.need, Err: err}
}

// DiskFullError says that there is no room to unpack an engine or a voice. Nothing half-written is left.
type DiskFullError struct {
	Dir  string // where the room is wanting
	Need int64  // bytes that one more try takes
	Err  error
}

// Error names the directory and the room needed.
func (e *DiskFullError) Error() string {
	return fmt.Sprintf("no room in %s: %d MB are needed", e.Dir, (e.Need+999_999)/1_000_000)
}

// Unwrap returns the system's error.
func (e *DiskFullError) Unwrap() error { return e.Err }

// restamp accepts a directory whose files have the right content but other times, as a copied or restored home
// directory has.
func restamp(dir, source string) (manifest, bool) {
	m, err := loadManifest(dir, source)
	if err != nil || m.verify(dir) != nil {
		return manifest{}, false
	}
	for i, e := range m.Files {
		info, err := os.Lstat(filepath.Join(dir, filepath.FromSlash(e.Path)))
		if err != nil {
			return manifest{}, false
		}
		if e.Link == "" {
			m.Files[i].Modified = info.ModTime().UnixNano()
		}
	}
	if m.check(dir) != nil || m.write(dir) != nil {
		return manifest{}, false
	}
	return m, true
}

// replaceDir puts tmp in the place of dir. A running engine keeps the files that it has open.
func replaceDir(tmp, dir string) error {
	err := os.Rename(tmp, dir)
	if err == nil {
		return nil
	}
	if _, statErr := os.Lstat(dir); errors.Is(statErr, fs.ErrNotExist) {
		return err
	}
	old := tmp + ".old"
	if err := os.Rename(dir, old); err != nil {
		return err
	}
	if err := os.Rename(tmp, dir); err != nil {
		return errors.Join(err, os.Rename(old, dir))
	}
	return os.RemoveAll(old)
}

// sweep removes what an unpacking that was killed has left. The caller holds the item's lock, so nobody is at work.
func (s *store) sweep(name string) {
	found, err := os.ReadDir(s.dir)
	if err != nil {
		return
	}
	for _, d := range found {
		if strings.HasPrefix(d.Name(), name+tmpMark) {
			_ = os.RemoveAll(filepath.Join(s.dir, d.Name())) // the next one tries again
		}
	}
}
