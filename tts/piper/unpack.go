package piper

import (
	"archive/tar"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"

	"github.com/klauspost/compress/zstd"

	"articast/internal/ctxio"
)

// Limits on what an archive may unpack to.
const (
	maxEntries   = 10_000
	maxFileBytes = 1 << 30
	maxAllBytes  = 4 << 30
	maxWindow    = 256 << 20 // bytes of history that the decompressor may keep
)

// dirWriter fills a new directory and notes what it wrote. No path leads out of the directory.
type dirWriter struct {
	dir     string
	root    *os.Root
	files   []entry
	written int64
	need    int64 // bytes that all of it takes, as far as known
}

func newDirWriter(dir string) (*dirWriter, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return &dirWriter{dir: dir, root: root}, nil
}

// file writes one file: size bytes of r, then the tail.
func (w *dirWriter) file(name string, size int64, run bool, r io.Reader, tail []byte) error {
	if err := w.admit(name, size); err != nil {
		return err
	}
	mode := os.FileMode(0o644)
	if run {
		mode = 0o755
	}
	f, err := w.root.OpenFile(filepath.FromSlash(name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	e, err := fill(f, size, r, tail)
	if err = errors.Join(err, f.Close()); err != nil {
		return err
	}
	e.Path, e.Run = name, run
	w.files = append(w.files, e)
	return nil
}

// fill writes the content and describes it.
func fill(f *os.File, size int64, r io.Reader, tail []byte) (entry, error) {
	h := sha256.New()
	if _, err := io.CopyN(io.MultiWriter(f, h), r, size); err != nil {
		return entry{}, noEOF(err)
	}
	e := entry{Size: size + int64(len(tail)), SHA256: hex.EncodeToString(h.Sum(nil))}
	if len(tail) > 0 {
		e.Origin = e.SHA256
		h.Write(tail)
		e.SHA256 = hex.EncodeToString(h.Sum(nil))
		if _, err := f.Write(tail); err != nil {
			return entry{}, err
		}
	}
	if err := f.Sync(); err != nil {
		return entry{}, err
	}
	info, err := f.Stat()
	if err != nil {
		return entry{}, err
	}
	e.Modified = info.ModTime().UnixNano()
	return e, nil
}

// link makes a symbolic link to a place inside the directory.
func (w *dirWriter) link(name, target string) error {
	if err := w.admit(name, 0); err != nil {
		return err
	}
	if path.IsAbs(target) || !filepath.IsLocal(filepath.FromSlash(path.Join(path.Dir(name), target))) {
		return fmt.Errorf("link %q leads out of the directory: %q", name, target)
	}
	if err := w.root.Symlink(target, filepath.FromSlash(name)); err != nil {
		return err
	}
	w.files = append(w.files, entry{Path: name, Link: target})
	return nil
}

// admit checks an entry against the limits and makes the directory it goes to.
func (w *dirWriter) admit(name string, size int64) error {
	switch local := filepath.FromSlash(name); {
	case !filepath.IsLocal(local) || name != path.Clean(name) || name == "." || name == manifestName:
		return fmt.Errorf("entry %q has no place in the directory", name)
	case len(w.files) >= maxEntries:
		return fmt.Errorf("more than %d entries", maxEntries)
	case size < 0 || size > maxFileBytes || w.written+size > maxAllBytes:
		return fmt.Errorf("entry %q is too large: %d bytes", name, size)
	}
	w.written += size
	return w.root.MkdirAll(filepath.FromSlash(path.Dir(name)), 0o755)
}

// finish writes the manifest, last.
func (w *dirWriter) finish(source string) (manifest, error) {
	slices.SortFunc(w.files, func(a, b entry) int { return cmp.Compare(a.Path, b.Path) })
	m := manifest{Format: manifestFormat, Source: source, Files: w.files}
	return m, m.write(w.dir)
}

// write puts the manifest into its directory, whole or not at all.
func (m manifest) write(dir string) error {
	b, err := json.MarshalIndent(m, "", " ")
	if err != nil {
		return err
	}
	tmp, err := os.CreateTemp(dir, manifestName+".tmp-")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name()) // fails after the rename, as it should
	_, err = tmp.Write(b)
	if err = errors.Join(err, tmp.Sync(), tmp.Close()); err != nil {
		return err
	}
	if err := os.Rename(tmp.Name(), filepath.Join(dir, manifestName)); err != nil {
		return err
	}
	return syncDir(dir)
}

// tarReader reads a zstd-compressed tar file.
type tarReader struct {
	*tar.Reader
	close func()
}

func newTarReader(r io.Reader) (tarReader, error) {
	z, err := zstd.NewReader(r, zstd.WithDecoderMaxWindow(maxWindow))
	if err != nil {
		return tarReader{}, err
	}
	return tarReader{tar.NewReader(z), z.Close}, nil
}

// unpack writes an archive's files. tails holds what is appended to some of them.
func unpack(ctx context.Context, w *dirWriter, a Archive, tails map[string][]byte) error {
	src, err := a.Open()
	if err != nil {
		return err
	}
	defer src.Close()
	t, err := newTarReader(ctxio.Reader(ctx, src))
	if err != nil {
		return err
	}
	defer t.close()
	for {
		h, err := t.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		w.need += h.Size
		if err := unpackEntry(w, a, h, t, tails); err != nil {
			if isDiskFull(err) {
				w.need += restOf(t.Reader)
			}
			return err
		}
	}
}

// unpackEntry writes one entry.
func unpackEntry(w *dirWriter, a Archive, h *tar.Header, r io.Reader, tails map[string][]byte) error {
	name := path.Clean(h.Name)
	switch h.Typeflag {
	case tar.TypeDir:
		return nil // made when a file needs it
	case tar.TypeReg:
		run := h.Mode&0o111 != 0 || slices.Contains(a.Executables, name)
		return w.file(name, h.Size, run, r, tails[name])
	case tar.TypeSymlink:
		return w.link(name, h.Linkname)
	}
	return fmt.Errorf("entry %q is of an unknown type: %q", h.Name, h.Typeflag)
}

// restOf adds up what an archive still holds: the room that it would have taken.
func restOf(t *tar.Reader) (n int64) {
	for {
		h, err := t.Next()
		if err != nil {
			return n
		}
		n += h.Size
	}
}
