package spoken

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// goldenCase is a line of testdata: written => spoken.
type goldenCase struct {
	file, written, spoken string
	line                  int
	options               Options
}

// goldenCases reads testdata/*/*.txt. A line is "written => spoken"; "=> =" says that the text stays as it is. A line
// "@ region GB" or "@ lang cs" sets an option for the lines below it; "#" and a space open a comment.
func goldenCases(t testing.TB) []goldenCase {
	t.Helper()
	files, err := filepath.Glob("testdata/*/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	var cases []goldenCase
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var o Options
		for i, line := range strings.Split(string(data), "\n") {
			switch {
			case line == "", strings.HasPrefix(line, "# "):
				continue
			case strings.HasPrefix(line, "@ "):
				o = goldenOption(t, o, strings.Fields(line))
				continue
			}
			written, spoken, ok := strings.Cut(line, " => ")
			if !ok {
				t.Fatalf("%s:%d: no => in %q", file, i+1, line)
			}
			if spoken == "=" {
				spoken = written
			}
			if spoken == "(nothing)" {
				spoken = ""
			}
			cases = append(cases, goldenCase{file, written, spoken, i + 1, o})
		}
	}
	return cases
}

// goldenOption sets one option named in a line of a golden file.
func goldenOption(t testing.TB, o Options, words []string) Options {
	t.Helper()
	switch {
	case len(words) == 3 && words[1] == "region":
		o.Region = words[2]
	case len(words) == 3 && words[1] == "lang":
		o.Lang = words[2]
	case len(words) == 2 && words[1] == "headline":
		o.Headline = true
	default:
		t.Fatalf("unknown option %q", words)
	}
	return o
}

func TestGolden(t *testing.T) {
	for _, c := range goldenCases(t) {
		r := Normalize(c.written, c.options)
		if r.Text != c.spoken {
			t.Errorf("%s:%d: %s\n got %s\nwant %s\n  by %v", c.file, c.line, c.written, r.Text, c.spoken, r.Rules)
		}
		if again := Normalize(r.Text, c.options); again.Text != r.Text {
			t.Errorf("%s:%d: said again, %q becomes %q", c.file, c.line, r.Text, again.Text)
		}
		checkAlign(t, c.written, r)
		checkPairs(t, c.written, r)
	}
}

// TestEveryRuleHasGoldenCase fails for a rule that fires in no golden case.
func TestEveryRuleHasGoldenCase(t *testing.T) {
	fired := map[string]bool{}
	for _, c := range goldenCases(t) {
		for _, f := range Normalize(c.written, c.options).Rules {
			fired[f.Rule] = true
		}
	}
	for _, r := range englishRules() {
		if !fired[r.name] {
			t.Errorf("no golden case for the rule %s", r.name)
		}
	}
}

// TestEveryRowHasGoldenCase fails for a form in a table that stands in no golden case.
func TestEveryRowHasGoldenCase(t *testing.T) {
	var all strings.Builder
	for _, c := range goldenCases(t) {
		all.WriteString(c.written + "\n")
	}
	for _, name := range []string{"units", "currencies", "scales", "months", "weekdays", "titles", "abbreviations", "states", "initialisms", "signs", "emoji", "slashed", "known"} {
		for _, row := range rows(name, 5) {
			columns := row[:1]
			switch name {
			case "months", "states":
				columns = row[:2]
			case "weekdays":
				columns = row[1:2]
			}
			for _, form := range strings.Fields(strings.Join(columns, " ")) {
				if !strings.Contains(all.String(), strings.ReplaceAll(form, "~", " ")) {
					t.Errorf("table %s: no golden case for %q", name, form)
				}
			}
		}
	}
}

// TestHeteronyms asks for ten sentences about each word whose sound a table claims, some of them left alone.
func TestHeteronyms(t *testing.T) {
	changed, sentences := map[string]int{}, map[string]int{}
	for _, c := range goldenCases(t) {
		for word := range english().en.heteronyms {
			if !strings.HasSuffix(c.file, "heteronyms.txt") || !strings.Contains(" "+strings.ReplaceAll(strings.ToLower(c.written), "-", " "), " "+word) {
				continue
			}
			sentences[word]++
			if c.written != c.spoken {
				changed[word]++
			}
		}
	}
	for word := range english().en.heteronyms {
		stem := strings.TrimSuffix(word, "s") // rows and row share their sentences
		if n, c := max(sentences[word], sentences[stem]), max(changed[word], changed[stem]); n < 10 || c == 0 || c == n {
			t.Errorf("%s: %d sentences, %d of them changed; want ten, some changed and some not", word, n, c)
		}
	}
}

// TestTraps keeps the list of traps long.
func TestTraps(t *testing.T) {
	n := 0
	for _, c := range goldenCases(t) {
		if strings.HasSuffix(c.file, "traps.txt") {
			n++
		}
	}
	if n < 200 {
		t.Errorf("%d traps, want 200", n)
	}
}
