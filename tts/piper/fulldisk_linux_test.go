package piper

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// TestFullFileSystem unpacks into a file system of a quarter of a megabyte. Mounting one takes root.
func TestFullFileSystem(t *testing.T) {
	dir := t.TempDir()
	if err := unix.Mount("tmpfs", dir, "tmpfs", 0, "size=256k"); err != nil {
		t.Skip("mount:", err)
	}
	t.Cleanup(func() {
		if err := unix.Unmount(dir, 0); err != nil {
			t.Error(err)
		}
	})
	noise := make([]byte, 200_000)
	random := rand.New(rand.NewPCG(1, 2))
	for i := range noise {
		noise[i] = byte(random.Uint32())
	}
	content := tarZstd(t, tarFile{name: "a", body: string(noise)}, tarFile{name: "b", body: string(noise)},
		tarFile{name: "c", body: strings.Repeat("c", 900_000)})
	s := &store{dir: filepath.Join(dir, "data")}
	_, _, err := s.ensure(t.Context(), distributionItem(testArchive("thing", content)), false)
	var full *DiskFullError
	if !errors.As(err, &full) || full.Need != 1_300_000 || full.Dir != s.dir || !strings.HasSuffix(err.Error(), "2 MB are needed") {
		t.Errorf("got %v", err)
	}
	if left := tree(t, dir); len(left) != 1 || !strings.HasSuffix(left[0], ".lock") {
		t.Errorf("left %q", left)
	}
	small := tarZstd(t, tarFile{name: "a", body: string(bytes.Repeat([]byte("a"), 1000))})
	if _, _, err := s.ensure(t.Context(), distributionItem(testArchive("small", small)), false); err != nil {
		t.Errorf("what fits is refused: %v", err)
	}
}
