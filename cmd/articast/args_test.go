package main

import (
	"io"
	"slices"
	"testing"

	"github.com/urfave/cli/v2"
)

func TestArrangeArgs(t *testing.T) {
	t.Chdir("../../testdata/articles")
	const file = "russia-venezuela.txt"
	app := newApp(nil, io.Discard, io.Discard)
	for _, c := range []struct {
		name string
		in   []string
		want []string
	}{
		{"render is the default", []string{file}, []string{"render", "--", file}},
		{"flags after the source", []string{file, "-o", "x.mp3", "--quiet"}, []string{"render", "-o", "x.mp3", "--quiet", "--", file}},
		{"flags before the source", []string{"-o", "x.mp3", file}, []string{"render", "-o", "x.mp3", "--", file}},
		{"flags before the command", []string{"--json", "plan", file}, []string{"plan", "--json", "--", file}},
		{"value with an equals sign", []string{"--output=x.mp3", file}, []string{"render", "--output=x.mp3", "--", file}},
		{"standard input", []string{"-"}, []string{"render", "--", "-"}},
		{"a file after two dashes", []string{"plan", "--", "-strange.txt"}, []string{"plan", "--", "-strange.txt"}},
		{"subcommand", []string{"cache", "show", "--json"}, []string{"cache", "show", "--json"}},
		{"help of a command", []string{"plan", "--help"}, []string{"plan", "--help"}},
		{"nothing", nil, []string{"help"}},
		{"help alone", []string{"--help"}, []string{"help"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := arrangeArgs(app, append([]string{"articast"}, c.in...))
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(got[1:], c.want) {
				t.Errorf("got %q, want %q", got[1:], c.want)
			}
		})
	}
}

// TestFlagsMeanTheSameEverywhere guards the assumption of arrangeArgs: it sorts flags before it knows the command.
func TestFlagsMeanTheSameEverywhere(t *testing.T) {
	takes := map[string]bool{}
	for _, f := range allFlags(newApp(nil, io.Discard, io.Discard).Commands) {
		doc, ok := f.(cli.DocGenerationFlag)
		if !ok {
			t.Fatalf("flag %v cannot say whether it takes a value", f.Names())
		}
		for _, name := range f.Names() {
			if before, seen := takes[name]; seen && before != doc.TakesValue() {
				t.Errorf("--%s takes a value in one command and none in another", name)
			}
			takes[name] = doc.TakesValue()
		}
	}
}

func TestNearestCommand(t *testing.T) {
	commands := newApp(nil, io.Discard, io.Discard).Commands
	for word, want := range map[string]string{
		"redner": "render", "plna": "plan", "voice": "voices", "article": "", "plan.txt": "", "x/render": "",
	} {
		if got := nearestCommand(commands, word); got != want {
			t.Errorf("nearestCommand(%q) = %q, want %q", word, got, want)
		}
	}
}

func TestDerivedName(t *testing.T) {
	for _, c := range []struct{ source, title, want string }{
		{"a/b/story.txt", "T", "story.mp3"},
		{"story.plan.json", "T", "story.mp3"},
		{"-", "Russia Doubles Down on U.S. Support!", "russia-doubles-down-on-u.s.-support.mp3"},
		{"-", "", "article.mp3"},
		{"https://example.org/news/big-story.html?x=1", "T", "big-story.mp3"},
		{"https://example.org/", "A Title", "a-title.mp3"},
		{"https://example.org/stra%C3%9Fe%2Fplatz%zz", "T", "stra-c3-9fe-2fplatz-zz.mp3"},
		{"https://example.org/alte%20Stra%C3%9Fe", "T", "alte-straße.mp3"},
		{"https://example.org/..%2F..%2Fetc", "T", "etc.mp3"},
		{".txt", "A Title", "a-title.mp3"},
	} {
		if got := derivedName(c.source, c.title); got != c.want {
			t.Errorf("derivedName(%q, %q) = %q, want %q", c.source, c.title, got, c.want)
		}
	}
}
