package quote

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write what Find returns into testdata/articles")

// golden is one file of testdata/articles: a line "lang: xx", an empty line, the article, the line "-- quotes --", and a line for
// every quotation: kind | speaker | mention | words.
type golden struct {
	lang, text, want string
}

const goldenMark = "\n-- quotes --\n"

func readGolden(t *testing.T, path string) golden {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, ok := strings.Cut(string(b), "\n\n")
	text, want, _ := strings.Cut(rest, goldenMark)
	lang, isLang := strings.CutPrefix(head, "lang: ")
	if !ok || !isLang {
		t.Fatalf("%s: no line with the language", path)
	}
	return golden{lang: lang, text: text, want: want}
}

// lines writes quotations as golden files have them.
func lines(text string, qs []Quote) string {
	var b strings.Builder
	for _, q := range qs {
		words := strings.ReplaceAll(text[q.InnerStart:q.InnerEnd], "\n", " ")
		more := ""
		if q.Continues {
			more = " | continues"
		}
		fmt.Fprintf(&b, "%s | %s | %s | %s%s\n", q.Kind, q.Speaker, q.Mention, words, more)
	}
	return b.String()
}

// Whole articles, written for this test: one for each kind of text that people read.
func TestFindReadsWholeArticles(t *testing.T) {
	files, err := filepath.Glob("testdata/articles/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no articles: %v", err)
	}
	for _, path := range files {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txt"), func(t *testing.T) {
			g := readGolden(t, path)
			qs := Find(g.text, Options{Lang: g.lang})
			if s := check(g.text, qs); s != "" {
				t.Error(s)
			}
			got := lines(g.text, qs)
			if *update {
				if err := os.WriteFile(path, []byte("lang: "+g.lang+"\n\n"+g.text+goldenMark+got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			diff(t, got, g.want)
		})
	}
}

// diff reports the lines in which got and want differ.
func diff(t *testing.T, got, want string) {
	t.Helper()
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(g), len(w)) {
		var a, b string
		if i < len(g) {
			a = g[i]
		}
		if i < len(w) {
			b = w[i]
		}
		if a != b {
			t.Errorf("line %d\n got %s\nwant %s", i+1, a, b)
		}
	}
}

// The same article with straight marks instead of curly ones must give the same speakers and kinds.
func TestFindReadsStraightMarksAsCurlyOnes(t *testing.T) {
	straight := strings.NewReplacer("“", `"`, "”", `"`, "’", "'", "‘", "'")
	files, _ := filepath.Glob("testdata/articles/curly_*.txt")
	for _, path := range files {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txt"), func(t *testing.T) {
			g := readGolden(t, path)
			text := straight.Replace(g.text)
			diff(t, lines(text, Find(text, Options{Lang: g.lang})), straight.Replace(g.want))
		})
	}
}

// The article that the project's plan is judged by: kinds and speakers as its editor would set them.
func TestFindReadsTheFirstArticle(t *testing.T) {
	b, err := os.ReadFile("../../testdata/articles/russia-venezuela.txt")
	if err != nil {
		t.Fatal(err)
	}
	want := []struct {
		kind            Kind
		speaker, prefix string
	}{
		{Partial, "Sergei Shoigu", "destabilizing"},
		{Partial, "Sergei Shoigu", "U.S. attempts"},
		{Full, "Sergei Shoigu", "We are closely"},
		{Full, "Sergei Shoigu", "We note"},
		{Full, "Sergei Shoigu", "We support"},
		{Partial, "Mike Pompeo", "the United States and"},
		{Partial, "Jorge Arreaza", "could be expanded."},
		{Full, "Sergei Ryabkov", "We will continue"},
		{Scare, "", "independence"},
		{Full, "John Bolton", "To both Russia"},
	}
	text := string(b)
	got := Find(text, Options{Lang: "en"})
	if len(got) != len(want) {
		t.Fatalf("got %d quotations, want %d:\n%s", len(got), len(want), lines(text, got))
	}
	for i, w := range want {
		q := got[i]
		if q.Kind != w.kind || q.Speaker != w.speaker || !strings.HasPrefix(text[q.InnerStart:], w.prefix) {
			t.Errorf("quotation %d is %s by %q: %.20q, want %s by %q: %s", i, q.Kind, q.Speaker, text[q.InnerStart:q.InnerEnd], w.kind, w.speaker, w.prefix)
		}
	}
}
