package segment

import (
	"bytes"
	"path/filepath"
	"testing"

	"golang.org/x/tools/txtar"

	"articast/article"
)

// TestRulesOfReadersAreListed: --keep takes what the table lists, and the readers of markup drop by names of their own.
func TestRulesOfReadersAreListed(t *testing.T) {
	known := map[string]bool{}
	for _, r := range Rules() {
		known[r.ID] = true
	}
	archives, err := filepath.Glob("../article/testdata/pages/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatalf("no pages: %v", err)
	}
	for _, path := range archives {
		a, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		d, err := article.ParseHTML(bytes.NewReader(a.Files[0].Data), path)
		if err != nil {
			t.Fatal(err)
		}
		p, err := New(d, Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range p.Dropped {
			if !known[x.Rule] {
				t.Errorf("%s: %q is dropped by %s, which the table lacks", path, x.Text, x.Rule)
				known[x.Rule] = true
			}
		}
	}
}
