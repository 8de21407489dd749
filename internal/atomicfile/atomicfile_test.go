package atomicfile

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// content returns what path holds, or "" where there is nothing.
func content(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return string(data)
}

// names lists a directory.
func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, e := range entries {
		list = append(list, e.Name())
	}
	return list
}

func TestCommitReplacesTheTarget(t *testing.T) {
	for _, commit := range []func(*File) error{(*File).Commit, (*File).CommitUnsynced} {
		dir := t.TempDir()
		path := filepath.Join(dir, "out.mp3")
		if err := os.WriteFile(path, []byte("old"), 0o640); err != nil {
			t.Fatal(err)
		}
		f, err := Create(path)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(f, "....tail"); err != nil {
			t.Fatal(err)
		}
		if _, err := f.WriteAt([]byte("head"), 0); err != nil {
			t.Fatal(err)
		}
		if got := content(t, path); got != "old" {
			t.Errorf("before the commit the target is %q", got)
		}
		if err := commit(f); err != nil {
			t.Fatal(err)
		}
		if got := content(t, path); got != "headtail" {
			t.Errorf("the target is %q", got)
		}
		if got := names(t, dir); len(got) != 1 {
			t.Errorf("the directory holds %q", got)
		}
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		if runtime.GOOS != "windows" && info.Mode().Perm() != 0o640 {
			t.Errorf("the target's permissions became %v", info.Mode().Perm())
		}
		if err := f.Abort(); err != nil {
			t.Errorf("abort after commit: %v", err)
		}
		if err := f.Commit(); !errors.Is(err, os.ErrClosed) {
			t.Errorf("second commit: %v", err)
		}
	}
}

func TestAbortLeavesTheTarget(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "out.mp3")
	if err := Write(path, []byte("old")); err != nil {
		t.Fatal(err)
	}
	f, err := Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(f, "new"); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := f.Abort(); err != nil {
			t.Error(err)
		}
	}
	if got := content(t, path); got != "old" {
		t.Errorf("the target is %q", got)
	}
	if got := names(t, dir); len(got) != 1 {
		t.Errorf("the directory holds %q", got)
	}
}

func TestFailedCommitLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "out.mp3")
	f, err := Create(path)
	if err != nil {
		t.Fatal(err)
	}
	// The target becomes a directory that is not empty: nothing can be renamed over it.
	if err := os.MkdirAll(filepath.Join(path, "inside"), 0o777); err != nil {
		t.Fatal(err)
	}
	err = f.Commit()
	if err == nil || !strings.Contains(err.Error(), path) || strings.Contains(err.Error(), tempSuffix) {
		t.Errorf("commit: %v", err)
	}
	if got := names(t, dir); len(got) != 1 || got[0] != "out.mp3" {
		t.Errorf("the directory holds %q", got)
	}
}

func TestFailedSyncLeavesTheTarget(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out.mp3")
	if err := Write(path, []byte("old")); err != nil {
		t.Fatal(err)
	}
	f, err := Create(path)
	if err != nil {
		t.Fatal(err)
	}
	full := errors.New("no space left")
	if err := f.finish(func() error { return full }); !errors.Is(err, full) {
		t.Errorf("commit: %v", err)
	}
	if got := content(t, path); got != "old" {
		t.Errorf("the target is %q", got)
	}
	if got := names(t, filepath.Dir(path)); len(got) != 1 {
		t.Errorf("the directory holds %q", got)
	}
}

func TestLongNames(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, strings.Repeat("Ü", 124)+".mp3")
	for range 2 {
		if err := Write(path, []byte("whole")); err != nil {
			t.Fatal(err)
		}
	}
	if got := names(t, dir); len(got) != 1 || got[0] != filepath.Base(path) {
		t.Errorf("the directory holds %q", got)
	}
}

func TestErrorsNameTheTarget(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out.mp3")
	f, err := Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Abort()
	f.Close()
	_, writeErr := f.Write([]byte("late"))
	_, writeAtErr := f.WriteAt([]byte("late"), 0)
	for _, err := range []error{writeErr, writeAtErr, f.Commit()} {
		if !errors.Is(err, os.ErrClosed) || err.Error() != "write "+path+": file already closed" {
			t.Errorf("%v", err)
		}
	}
}

func TestCreateRefuses(t *testing.T) {
	dir := t.TempDir()
	for _, path := range []string{
		dir,
		os.DevNull,
		filepath.Join(dir, "missing", "out.mp3"),
	} {
		if f, err := Create(path); err == nil {
			f.Abort()
			t.Errorf("create %s: no error", path)
		} else if !strings.Contains(err.Error(), path) || strings.Contains(err.Error(), tempSuffix) {
			t.Errorf("create %s: %v", path, err)
		}
	}
}

func TestCreateFollowsLinks(t *testing.T) {
	dir := t.TempDir()
	target := filepath.Join(dir, "real.mp3")
	link := filepath.Join(dir, "link.mp3")
	if err := Write(target, []byte("old")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(target, link); err != nil {
		t.Skip(err)
	}
	if err := Write(link, []byte("new")); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode().Type() != fs.ModeSymlink {
		t.Errorf("the link became %v, %v", info, err)
	}
	if got := content(t, target); got != "new" {
		t.Errorf("the target is %q", got)
	}
	// where the target is not there yet, and is named from the link's folder, by way of another link
	if err := os.Remove(target); err != nil {
		t.Fatal(err)
	}
	second := filepath.Join(t.TempDir(), "second.mp3")
	relative, err := filepath.Rel(filepath.Dir(second), link)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(relative, second); err != nil {
		t.Fatal(err)
	}
	if err := Write(second, []byte("newer")); err != nil {
		t.Fatal(err)
	}
	if got := content(t, target); got != "newer" {
		t.Errorf("the target is %q", got)
	}
}

func TestLinksWithoutEndAreRefused(t *testing.T) {
	dir := t.TempDir()
	one, two := filepath.Join(dir, "one.mp3"), filepath.Join(dir, "two.mp3")
	if err := errors.Join(os.Symlink(one, two), os.Symlink(two, one)); err != nil {
		t.Skip(err)
	}
	if err := Write(one, nil); !errors.Is(err, ErrLinks) || !strings.Contains(err.Error(), one) {
		t.Errorf("write a loop of links: %v", err)
	}
	if got := names(t, dir); len(got) != 2 {
		t.Errorf("the directory holds %q", got)
	}
}

func TestAbandonedFilesAreRemoved(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "out.mp3")
	held, err := Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer held.Abort()
	old := time.Now().Add(-2 * abandonedAge)
	for _, name := range []string{tempName(path), tempName(filepath.Join(dir, "other.mp3"))} {
		if err := os.WriteFile(name, []byte("left by a killed process"), 0o666); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(name, old, old); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, tempPrefix+"mine"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	second, err := Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := second.Abort(); err != nil {
		t.Fatal(err)
	}
	if got := len(names(t, dir)); got != 3 {
		t.Errorf("%d files left by Create, want the one in use, the other target's, the stranger's", got)
	}
	if n := Clean(dir); n != 1 {
		t.Errorf("Clean removed %d files", n)
	}
	if err := held.Commit(); err != nil {
		t.Errorf("the file in use: %v", err)
	}
	if n := Clean(filepath.Join(dir, "missing")); n != 0 {
		t.Errorf("Clean removed %d files of a missing directory", n)
	}
}

func TestConcurrentWritesEndInOneOfThem(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out.mp3")
	done := make(chan error)
	for i := range 8 {
		go func() {
			done <- Write(path, []byte(strings.Repeat(string(rune('a'+i)), 10000)))
		}()
	}
	for range 8 {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
	got := content(t, path)
	if len(got) != 10000 || strings.Trim(got, got[:1]) != "" {
		t.Errorf("the target is mixed: %d bytes", len(got))
	}
	if left := names(t, filepath.Dir(path)); len(left) != 1 {
		t.Errorf("the directory holds %q", left)
	}
}
