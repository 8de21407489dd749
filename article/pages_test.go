package article

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"articast/internal/golden"
)

// TestPages compares the Documents of whole pages, each written after the mark-up of a system that many sites run on, with
// the outlines beside them. An archive of testdata/pages holds the page as in.html and the outline as outline.txt.
func TestPages(t *testing.T) {
	golden.Archives(t, "testdata/pages/*.txtar", "outline.txt", func(t *testing.T, files []txtar.File) string {
		if len(files) != 1 {
			t.Fatalf("%d pages; want one", len(files))
		}
		page := files[0].Data
		d, err := ParseHTML(bytes.NewReader(page), "in.html")
		if err != nil {
			t.Fatal(err)
		}
		checkDocument(t, d, string(page), htmlText)
		return outlineText(d)
	})
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
