// Package golden compares what tests make with what is kept in txtar archives (golang.org/x/tools/txtar). The flag -update
// of a test writes the archives anew.
package golden

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "write what is compared anew")

// Archives runs a test for each archive that pattern matches, as filepath.Glob takes it: what made returns of the archive's
// other files has to be its file want. A pattern that matches nothing fails, and so does an archive without that file.
func Archives(t *testing.T, pattern, want string, made func(t *testing.T, files []txtar.File) string) {
	t.Helper()
	paths, err := filepath.Glob(pattern)
	if err != nil || len(paths) == 0 {
		t.Fatalf("no archives like %s: %v", pattern, err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			var files []txtar.File
			var kept *txtar.File
			for i, f := range archive.Files {
				if f.Name == want {
					kept = &archive.Files[i]
				} else {
					files = append(files, f)
				}
			}
			if kept == nil || len(files) == 0 {
				t.Fatalf("%s holds no %s, or nothing else", path, want)
			}
			got := made(t, files)
			if *update {
				kept.Data = []byte(got)
				if err := os.WriteFile(path, txtar.Format(archive), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(strings.Split(string(kept.Data), "\n"), strings.Split(got, "\n")); diff != "" {
				t.Errorf("%s differs (-update writes it anew):\n%s", want, diff)
			}
		})
	}
}
