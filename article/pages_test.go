package article

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "write the outlines of testdata/pages anew")

// TestPages compares the Documents of whole pages, each written after the mark-up of a system that many sites run on, with
// the outlines beside them. An archive of testdata/pages holds the page as in.html and the outline as outline.txt.
func TestPages(t *testing.T) {
	files, err := filepath.Glob("testdata/pages/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no pages: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil || len(archive.Files) != 2 {
				t.Fatalf("%d files, %v; want in.html and outline.txt", len(archive.Files), err)
			}
			page, want := archive.Files[0].Data, &archive.Files[1]
			d, err := ParseHTML(bytes.NewReader(page), "in.html")
			if err != nil {
				t.Fatal(err)
			}
			checkDocument(t, d, string(page), htmlText)
			got := outlineText(d)
			if *update {
				want.Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(archive), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(strings.Split(string(want.Data), "\n"), strings.Split(got, "\n")); diff != "" {
				t.Errorf("the outline differs (go test ./article -run Pages -update writes it anew):\n%s", diff)
			}
		})
	}
}

// outlineText prints what a Document says of itself, then a line for each block: its kind, its level, what of it is marked,
// and the rule that drops it.
func outlineText(d *Document) string {
	var b strings.Builder
	fmt.Fprintf(&b, "title: %s\nauthors: %s\npublished: %s\nlang: %s\nsite: %s\n\n", d.Title, strings.Join(d.Authors, ", "), d.Published, d.Lang, d.Site)
	for _, x := range d.Blocks {
		if x.Drop != "" {
			fmt.Fprintf(&b, "- %s: ", x.Drop)
		} else {
			b.WriteString(string(x.Kind))
			if x.Level > 0 {
				fmt.Fprintf(&b, " %d", x.Level)
			}
			if x.Number > 0 {
				fmt.Fprintf(&b, " #%d", x.Number)
			}
			if x.Lang != "" {
				fmt.Fprintf(&b, " [%s]", x.Lang)
			}
			if x.Cite != "" {
				fmt.Fprintf(&b, " (%s)", x.Cite)
			}
			b.WriteString(": ")
		}
		b.WriteString(strings.NewReplacer("\n", " / ", "\t", " | ").Replace(x.Text))
		for _, m := range x.Marks {
			if m.Kind == MarkNoteRef {
				fmt.Fprintf(&b, " {note %s}", x.Text[m.Start:m.End])
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}
