package quote

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// quoteCase is a case of testdata/cases: a line "==== name", a line "lang: xx" where it is not English, the text, the line
// "-- quotes --", and the quotations as golden files have them.
type quoteCase struct {
	name, lang, text, want string
}

func readCases(t *testing.T, path string) []quoteCase {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out []quoteCase
	for _, s := range strings.Split("\n"+string(b), "\n==== ")[1:] {
		name, rest, _ := strings.Cut(s, "\n")
		text, want, ok := strings.Cut(rest, goldenMark)
		if !ok {
			t.Fatalf("%s: case %q has no quotations", path, name)
		}
		c := quoteCase{name: name, lang: "en", text: text, want: strings.TrimSpace(want)}
		if lang, rest, ok := strings.Cut(text, "\n"); ok && strings.HasPrefix(lang, "lang: ") {
			c.lang, c.text = strings.TrimPrefix(lang, "lang: "), rest
		}
		out = append(out, c)
	}
	return out
}

// Sentences and short paragraphs that are hard for one reason each, named in its head.
func TestFindReadsHardCases(t *testing.T) {
	files, err := filepath.Glob("testdata/cases/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, path := range files {
		for _, c := range readCases(t, path) {
			t.Run(c.name, func(t *testing.T) {
				qs := Find(c.text, Options{Lang: c.lang})
				if s := check(c.text, qs); s != "" {
					t.Error(s)
				}
				got := strings.ReplaceAll(strings.TrimSpace(lines(c.text, qs)), "  ", " ")
				diff(t, strings.ReplaceAll(got, "  ", " "), c.want)
			})
		}
	}
}
