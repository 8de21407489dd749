package piper

import (
	"archive/tar"
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// archiveItem is an item that unpacks the files.
func archiveItem(t testing.TB, files ...tarFile) *item {
	return distributionItem(testArchive("thing", tarZstd(t, files...)))
}

// tree lists what lies below dir, directories left out.
func tree(t testing.TB, dir string) []string {
	t.Helper()
	var list []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			rel, _ := filepath.Rel(dir, path)
			list = append(list, filepath.ToSlash(rel))
		}
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return list
}

func TestUnpack(t *testing.T) {
	s := &store{dir: t.TempDir()}
	it := archiveItem(t,
		tarFile{name: "piper", body: "engine", mode: 0o755},
		tarFile{name: "espeak-ng-data/", kind: tar.TypeDir, mode: 0o755},
		tarFile{name: "./espeak-ng-data/voices/!v/Andrea", body: "voice"},
		tarFile{name: "lib.so", link: "lib.so.1", kind: tar.TypeSymlink},
		tarFile{name: "lib.so.1", body: "library"})
	dir, m, err := s.ensure(t.Context(), it, false)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"espeak-ng-data/voices/!v/Andrea", "lib.so", "lib.so.1", "manifest.json", "piper"}
	if got := tree(t, dir); !slices.Equal(got, want) {
		t.Errorf("unpacked %q, want %q", got, want)
	}
	if body, err := os.ReadFile(filepath.Join(dir, "lib.so")); err != nil || string(body) != "library" {
		t.Errorf("through the link: %q, %v", body, err)
	}
	if info, err := os.Stat(filepath.Join(dir, "piper")); err != nil || runtime.GOOS != "windows" && info.Mode().Perm()&0o111 == 0 {
		t.Errorf("program: %v, %v", info.Mode(), err)
	}
	if sum, err := hashFile(filepath.Join(dir, "piper")); err != nil || m.origin("piper") != sum || m.origin("nothing") != "" {
		t.Errorf("hash %q in the manifest, %q, %v of the file", m.origin("piper"), sum, err)
	}
}

func TestUnpackedOnce(t *testing.T) {
	s := &store{dir: t.TempDir()}
	it := archiveItem(t, tarFile{name: "a", body: "a"})
	if _, _, err := s.ensure(t.Context(), it, false); err != nil {
		t.Fatal(err)
	}
	it.write = func(context.Context, *dirWriter) error { return errors.New("unpacked again") }
	if _, _, err := s.ensure(t.Context(), it, true); err != nil {
		t.Error(err)
	}
}

// TestUnpackTogether: several processes, each with its own store, start at one time.
func TestUnpackTogether(t *testing.T) {
	root := t.TempDir()
	content := tarZstd(t, tarFile{name: "a", body: strings.Repeat("a", 1<<20)}, tarFile{name: "b", body: "b"})
	var mu sync.Mutex
	unpacked := 0
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			it := distributionItem(testArchive("thing", content))
			write := it.write
			it.write = func(ctx context.Context, w *dirWriter) error {
				mu.Lock()
				unpacked++
				mu.Unlock()
				return write(ctx, w)
			}
			s := &store{dir: root}
			dir, _, err := s.ensure(t.Context(), it, false)
			if err != nil {
				t.Error(err)
				return
			}
			if _, err := look(dir, it.source, true); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if unpacked != 1 {
		t.Errorf("unpacked %d times", unpacked)
	}
}

var badArchives = map[string][]tarFile{
	"absolute path":      {{name: "/etc/passwd", body: "x"}},
	"path upwards":       {{name: "../x", body: "x"}},
	"hidden upwards":     {{name: "a/../../x", body: "x"}},
	"no name":            {{name: ".", body: "x"}},
	"our manifest":       {{name: "manifest.json", body: "{}"}},
	"twice":              {{name: "a", body: "x"}, {name: "a", body: "y"}},
	"absolute link":      {{name: "a", kind: tar.TypeSymlink, link: "/etc/passwd"}},
	"link upwards":       {{name: "d/a", kind: tar.TypeSymlink, link: "../../x"}},
	"through a link":     {{name: "d/x", body: "x"}, {name: "l", kind: tar.TypeSymlink, link: "d"}, {name: "l/x", body: "y"}},
	"file as directory":  {{name: "a", body: "x"}, {name: "a/b", body: "x"}},
	"device":             {{name: "a", kind: tar.TypeChar}},
	"hard link":          {{name: "a", body: "x"}, {name: "b", kind: tar.TypeLink, link: "a"}},
	"named pipe":         {{name: "a", kind: tar.TypeFifo}},
	"twice, as link too": {{name: "a", body: "x"}, {name: "a", kind: tar.TypeSymlink, link: "b"}},
}

func TestBadArchivesAreRefused(t *testing.T) {
	for name, files := range badArchives {
		root := t.TempDir()
		s := &store{dir: filepath.Join(root, "data")}
		dir, _, err := s.ensure(t.Context(), archiveItem(t, files...), false)
		if err == nil {
			t.Errorf("%s: unpacked to %s: %q", name, dir, tree(t, dir))
		}
		if left := tree(t, root); len(left) != 1 || !strings.HasSuffix(left[0], ".lock") {
			t.Errorf("%s: left %q", name, left)
		}
	}
	for name, content := range map[string][]byte{
		"empty": nil, "not zstd": []byte("<html>not found</html>"),
		"cut off": tarZstd(t, tarFile{name: "a", body: strings.Repeat("ab", 9999)})[:60],
	} {
		s := &store{dir: t.TempDir()}
		_, _, err := s.ensure(t.Context(), distributionItem(testArchive("thing", content)), false)
		if name != "empty" && err == nil || len(tree(t, s.dir)) > 2 {
			t.Errorf("%s: %v, left %q", name, err, tree(t, s.dir))
		}
	}
}

func TestLimits(t *testing.T) {
	w, err := newDirWriter(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer w.root.Close()
	for name, c := range map[string]struct {
		size, written int64
		files         int
	}{
		"file":     {size: maxFileBytes + 1},
		"negative": {size: -1},
		"all":      {size: 1, written: maxAllBytes},
		"entries":  {files: maxEntries},
	} {
		w.written, w.files = c.written, make([]entry, c.files)
		if err := w.file("a", c.size, false, strings.NewReader("x"), nil); err == nil {
			t.Errorf("%s: no limit", name)
		}
	}
}

// fullDisk fails the writing of an archive's second entry as a full disk does.
func fullDisk(content []byte) *item {
	it := distributionItem(testArchive("thing", content))
	it.write = func(ctx context.Context, w *dirWriter) error {
		if err := w.file("a", 1, false, strings.NewReader("a"), nil); err != nil {
			return err
		}
		w.need = 123_456_789
		return &os.PathError{Op: "write", Path: "b", Err: syscall.ENOSPC}
	}
	return it
}

func TestFullDisk(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("errors of Unix")
	}
	s := &store{dir: t.TempDir()}
	_, _, err := s.ensure(t.Context(), fullDisk(nil), false)
	var full *DiskFullError
	if !errors.As(err, &full) || !errors.Is(err, syscall.ENOSPC) {
		t.Fatal(err)
	}
	if want := "no room in " + s.dir + ": 124 MB are needed"; !strings.HasSuffix(err.Error(), want) {
		t.Errorf("%v, want %q", err, want)
	}
	if left := tree(t, s.dir); len(left) != 1 || !strings.HasSuffix(left[0], ".lock") {
		t.Errorf("left %q", left)
	}
}

func TestNeedCountsTheWholeArchive(t *testing.T) {
	content := tarZstd(t, tarFile{name: "a", body: "12345"}, tarFile{name: "b", body: "123"}, tarFile{name: "c", body: "1"})
	for have, want := range map[int]int64{0: 9, 1: 4, 2: 1, 3: 0} {
		r, err := newTarReader(bytes.NewReader(content))
		if err != nil {
			t.Fatal(err)
		}
		for range have {
			if _, err := r.Next(); err != nil {
				t.Fatal(err)
			}
		}
		if got := restOf(r.Reader); got != want {
			t.Errorf("behind %d entries: %d bytes, want %d", have, got, want)
		}
		r.close()
	}
}

func TestCancelledUnpacking(t *testing.T) {
	s := &store{dir: t.TempDir()}
	ctx, cancel := context.WithCancel(t.Context())
	content := tarZstd(t, tarFile{name: "a", body: "a"})
	a := testArchive("thing", content)
	a.Open = func() (io.ReadCloser, error) {
		cancel()
		return io.NopCloser(bytes.NewReader(content)), nil
	}
	if _, _, err := s.ensure(ctx, distributionItem(a), false); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if left := tree(t, s.dir); len(left) != 1 {
		t.Errorf("left %q", left)
	}
}

// TestLeftovers: what a killed process left is removed, and what belongs to others is not.
func TestLeftovers(t *testing.T) {
	s := &store{dir: t.TempDir()}
	it := archiveItem(t, tarFile{name: "a", body: "a"})
	for _, name := range []string{it.name + tmpMark + "123/a", "other" + tmpMark + "1/a", "voices/mine.onnx"} {
		path := filepath.Join(s.dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, nil, 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	dir, _, err := s.ensure(t.Context(), it, false)
	if err != nil {
		t.Fatal(err)
	}
	base := filepath.Base(dir)
	want := []string{base + ".lock", base + "/a", base + "/manifest.json", "other.tmp-1/a", "voices/mine.onnx"}
	got := tree(t, s.dir)
	slices.Sort(want)
	if slices.Sort(got); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestRestoredFilesAreRecognised: a copied home directory has new times and old content.
func TestRestoredFilesAreRecognised(t *testing.T) {
	s := &store{dir: t.TempDir()}
	it := archiveItem(t, tarFile{name: "a", body: "a"}, tarFile{name: "l", kind: tar.TypeSymlink, link: "a"})
	dir, _, err := s.ensure(t.Context(), it, false)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(filepath.Join(dir, "a"), time.Unix(1e9, 0), time.Unix(1e9, 0)); err != nil {
		t.Fatal(err)
	}
	it.write = func(context.Context, *dirWriter) error { return errors.New("unpacked again") }
	if _, _, err := s.ensure(t.Context(), it, false); err != nil {
		t.Error(err)
	}
	if _, err := look(dir, it.source, false); err != nil {
		t.Errorf("not recognised the next time: %v", err)
	}
}

func FuzzUnpack(f *testing.F) {
	for _, files := range badArchives {
		f.Add(tarred(f, files...))
	}
	f.Add(tarred(f, tarFile{name: "d/a", body: "a"}, tarFile{name: "l", kind: tar.TypeSymlink, link: "d/a"}))
	f.Fuzz(func(t *testing.T, content []byte) {
		root := t.TempDir()
		s := &store{dir: filepath.Join(root, "data")}
		dir, m, err := s.ensure(t.Context(), distributionItem(testArchive("thing", compressed(t, content))), false)
		for _, path := range tree(t, root) {
			if !strings.HasPrefix(path, "data/thing-") || err != nil && !strings.HasSuffix(path, ".lock") {
				t.Errorf("%v; wrote %s", err, path)
			}
		}
		if err == nil && m.verify(dir) != nil {
			t.Errorf("the manifest is wrong: %v", m.verify(dir))
		}
	})
}
