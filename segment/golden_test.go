package segment

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"articast/article"
	"articast/internal/golden"
)

// TestGoldenPlans compares whole plans with those in testdata/plans. An archive holds the article as in.txt, in.md or
// in.html, or its path below testdata in a file "source", and the plan in plan.txt.
func TestGoldenPlans(t *testing.T) {
	golden.Archives(t, "../testdata/plans/*.txtar", "plan.txt", func(t *testing.T, files []txtar.File) string {
		if len(files) != 1 {
			t.Fatalf("%d articles; want one", len(files))
		}
		doc, err := goldenDocument(files[0])
		if err != nil {
			t.Fatal(err)
		}
		p, err := New(doc, Options{})
		if err != nil {
			t.Fatal(err)
		}
		return goldenPlan(p)
	})
}

// goldenDocument reads the article of an archive.
func goldenDocument(f txtar.File) (*article.Document, error) {
	if f.Name != "source" {
		return article.Parse(strings.NewReader(string(f.Data)), f.Name, "")
	}
	path := filepath.Join("..", "testdata", strings.TrimSpace(string(f.Data)))
	r, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return article.Parse(r, filepath.Base(path), "")
}

// goldenPlan prints a plan: one line for each segment with its role, its pauses and what is said, then what is dropped,
// then the quotations.
func goldenPlan(p *Plan) string {
	var b strings.Builder
	fmt.Fprintf(&b, "title: %s\nbyline: %s\npublished: %s\nlang: %s\n", p.Title, p.Byline, p.Published, p.Lang)
	for _, s := range p.Segments {
		if s.Chapter != "" {
			fmt.Fprintf(&b, "\n== %s\n", s.Chapter)
		}
		speaker := ""
		if s.Speaker != "" {
			speaker = " [" + s.Speaker + "]"
		}
		if s.Voice != "" {
			speaker += " (" + s.Voice + ")"
		}
		fmt.Fprintf(&b, "%s%s %d/%d: %s\n", s.Role, speaker, s.PauseBeforeMS, s.PauseAfterMS, s.Spoken)
	}
	b.WriteString("\n")
	for _, d := range p.Dropped {
		fmt.Fprintf(&b, "- %s: %s\n", d.Rule, d.Text)
	}
	b.WriteString("\n")
	for _, q := range p.Quotes {
		fmt.Fprintf(&b, "%s", q.Kind)
		if q.Mention != "" {
			fmt.Fprintf(&b, " [%s, %s]", q.Speaker, q.Mention)
		}
		fmt.Fprintf(&b, ": %s\n", q.Text)
	}
	return b.String()
}
