package segment

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"articast/article"
)

var update = flag.Bool("update", false, "write the plans of testdata/plans anew")

// TestGoldenPlans compares whole plans with those in testdata/plans. An archive holds the article as in.txt, in.md or
// in.html, or its path below testdata in a file "source", and the plan in plan.txt.
func TestGoldenPlans(t *testing.T) {
	files, err := filepath.Glob("../testdata/plans/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no plans: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var doc *article.Document
			var want *txtar.File
			for i, f := range archive.Files {
				if f.Name == "plan.txt" {
					want = &archive.Files[i]
					continue
				}
				if doc, err = goldenDocument(f); err != nil {
					t.Fatal(err)
				}
			}
			p, err := New(doc, Options{})
			if err != nil {
				t.Fatal(err)
			}
			got := goldenPlan(p)
			if *update {
				want.Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(archive), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(strings.Split(string(want.Data), "\n"), strings.Split(got, "\n")); diff != "" {
				t.Errorf("the plan differs (go test ./segment -update writes it anew):\n%s", diff)
			}
		})
	}
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
