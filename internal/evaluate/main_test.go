package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// writeFiles writes the files of a folder of benchmarks.
func writeFiles(t *testing.T, files map[string]string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// read returns the text of a file.
func read(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestEvaluate(t *testing.T) {
	for _, c := range []struct{ name, file, in, want, errors string }{
		{
			"sentences are split line by line", "seg/small.jsonl",
			`{"id":"a","text":"It rained. Mr. Bell left.\nNo stop\n","sentences":["It rained.","Mr. Bell left.","No stop"],"para_final":[false,true,true]}` + "\n",
			`{"id":"a","sentences":["It rained.","Mr. Bell left.","No stop"]}` + "\n", "",
		},
		{
			"a boundary too many and one missing are reported", "seg/small.jsonl",
			`{"id":"a","text":"It rained. He left; she stayed.","sentences":["It rained. He left;","she stayed."],"para_final":[false,true]}`,
			`{"id":"a","sentences":["It rained.","He left; she stayed."]}` + "\n",
			"seg/small.jsonl a\n  want no boundary\n  got  Itrained.|Heleft;shestayed.\n" +
				"seg/small.jsonl a\n  want Itrained.Heleft;|shestayed.\n  got  no boundary\n",
		},
		{
			"boundaries", "traps/abbrev.jsonl",
			`{"id":"a","left":"We met Mr.","right":" Bell.","boundary":false}` + "\n" + `{"id":"b","left":"It rained.","right":" He left.","boundary":true}`,
			"{\"boundary\":false}\n{\"boundary\":true}\n", "",
		},
		{
			"spoken forms", "tn/small.tsv", "the cat\tthe cat\tcat\nthe dog\ta dog\n", "the cat\tthe cat\nthe dog\tthe dog\n",
			"tn/small.tsv the dog\n  want a dog\n  got  the dog\n",
		},
		{
			"datelines", "traps/datelines.jsonl",
			`{"id":"a","text":"Council votes for the bridge\n\nBy Ann Bell | May 3, 2020\n\nOSLO, Norway (AP) — The council of the town met on Tuesday. It voted at noon, and nobody in the old hall spoke against the new bridge.","dateline":"OSLO, Norway (AP) —"}` + "\n" +
				`{"id":"b","text":"The council — all of it — met on Tuesday. It voted at noon, and nobody in the old hall spoke against the new bridge.","dateline":null}`,
			"{\"dateline\":\"OSLO, Norway (AP) —\"}\n{\"dateline\":null}\n", "",
		},
		{
			"lines", "lines/small.jsonl",
			`{"id":"a","lines":[{"t":"Storm over the valley","l":"title"},{"t":"By Ann Bell | May 3, 2020","l":"byline"},` +
				`{"t":"The river rose over the bridge in the night, and the people of the valley left their houses. It was late.","l":"paragraph"},` +
				`{"t":"“It is gone,” said Ann Bell, who has lived in the valley all her life. “The bridge is gone, and so is the road to it.”","l":"paragraph"}]}`,
			`{"id":"a","labels":["title","byline","paragraph","paragraph"]}` + "\n", "",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			data, out := writeFiles(t, map[string]string{c.file: c.in}), t.TempDir()
			wrong := filepath.Join(out, "errors.txt")
			var log strings.Builder
			if err := run([]string{"-data", data, "-out", out, "-errors", wrong}, &log); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, read(t, filepath.Join(out, filepath.FromSlash(c.file)))); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(c.errors, read(t, wrong)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestOnlyNamedSetsAreMade(t *testing.T) {
	data, out := writeFiles(t, map[string]string{"seg/a.jsonl": "", "traps/abbrev.jsonl": "", "new/b.tsv": "", "seg/_c.jsonl": ""}), t.TempDir()
	var log strings.Builder
	if err := run([]string{"-data", data, "-out", out, "-only", "seg/,new"}, &log); err != nil {
		t.Fatal(err)
	}
	want := "new/b.tsv: skipped, articast cannot do this yet\nseg/a.jsonl: 0 items, 0 wrong\n"
	if diff := cmp.Diff(want, log.String()); diff != "" {
		t.Error(diff)
	}
}

func TestErrorsNameTheCause(t *testing.T) {
	broken := writeFiles(t, map[string]string{"seg/a.jsonl": "{\n"})
	empty := writeFiles(t, map[string]string{"seg/a.jsonl": ""})
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"-data", broken, "-out", t.TempDir()}, "seg/a.jsonl: read item 1: "},
		{[]string{"-data", t.TempDir(), "-out", t.TempDir()}, "no benchmarks there"},
		{[]string{"-data", broken}, "name the folders: -data DIR -out DIR"},
		{[]string{"-data", empty, "-out", filepath.Join(broken, "seg", "a.jsonl")}, "seg/a.jsonl: write predictions: "},
		{[]string{"-data", empty, "-out", t.TempDir(), "-errors", empty}, "write errors: "},
		{[]string{"-nonsense"}, "flag provided but not defined"},
	} {
		var log strings.Builder
		err := run(c.args, &log)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("run(%q) = %v, want %q", c.args, err, c.want)
		}
	}
}

func TestQuotationsAreCountedInCodePoints(t *testing.T) {
	in := `{"id":"a","text":"Née Bell. “It is late, and we shall go home now,” she said.","quotes":[{"start":10,"end":49}]}`
	data, out := writeFiles(t, map[string]string{"quotes/small.jsonl": in}), t.TempDir()
	var log strings.Builder
	if err := run([]string{"-data", data, "-out", out}, &log); err != nil {
		t.Fatal(err)
	}
	if got := read(t, filepath.Join(out, "quotes", "small.jsonl")); !strings.HasPrefix(got, `{"id":"a","quotes":[{"start":10,"end":49,`) {
		t.Error(got)
	}
	if want := "quotes/small.jsonl: 1 items, 0 wrong\n"; log.String() != want {
		t.Errorf("log %q, want %q", log.String(), want)
	}
}

func TestPages(t *testing.T) {
	page := `<html lang="en"><head><title>Storm</title><meta name="author" content="Ann Bell"></head><body><nav><a href="/">Home</a></nav>
<article><h1>Storm over the valley</h1>` + strings.Repeat("<p>The river rose over the bridge in the night, and the people of the valley left their houses.</p>\n", 6) + `
<figure><img src="a.jpg"><figcaption>The bridge on Monday</figcaption></figure><h2>The dam</h2><p>The dam held, said the mayor, and nobody was hurt.</p>
<blockquote><p>We were lucky this time.</p></blockquote></article></body></html>`
	data, out := writeFiles(t, map[string]string{
		"extract/small/a/gold.json":      `{"id":"a","url":"https://example.org/storm","title":"Storm over the valley","must_include":["The dam held"],"must_exclude":["Home"]}`,
		"extract/small/a/source.html.gz": zipped(t, page),
		"extract/small/b/note.txt":       "no page",
	}), t.TempDir()
	if err := run([]string{"-data", data, "-out", out}, io.Discard); err != nil {
		t.Fatal(err)
	}
	var got pagePrediction
	if err := json.Unmarshal([]byte(read(t, filepath.Join(out, "extract", "small.jsonl"))), &got); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		what string
		ok   bool
	}{
		{"id", got.ID == "a"},
		{"title", got.Title == "Storm over the valley"},
		{"byline", slices.Equal(got.Byline, []string{"Ann Bell"})},
		{"heading", slices.Equal(got.Headings, []string{"The dam"})},
		{"block quote", slices.Equal(got.Blockquotes, []string{"We were lucky this time."})},
		{"caption", slices.Equal(got.Captions, []string{"The bridge on Monday"})},
		{"body", strings.Contains(got.Body, "The dam\n\nThe dam held") && strings.HasPrefix(got.Body, "The river rose")},
		{"furniture", !strings.Contains(got.Body, "Home") && !strings.Contains(got.Body, "Monday")},
	} {
		if !c.ok {
			t.Errorf("%s is wrong in %+v", c.what, got)
		}
	}
}

func TestLabels(t *testing.T) {
	for _, c := range []struct {
		weights map[string]int
		want    string
	}{
		{map[string]int{}, "boilerplate"},
		{map[string]int{"boilerplate": 9, "paragraph": 5}, "boilerplate"},
		{map[string]int{"dateline": 20, "byline": 9}, "byline"},
		{map[string]int{"caption": 5, "boilerplate": 9}, "caption"},
		{map[string]int{"caption": 5, "paragraph": 9}, "paragraph"},
		{map[string]int{"heading": 5}, "heading"},
	} {
		if got := heaviest(c.weights); got != c.want {
			t.Errorf("heaviest(%v) = %q, want %q", c.weights, got, c.want)
		}
	}
	for rule, want := range map[string]string{
		"dateline/agency": "paragraph", "note/mark": "paragraph", "duplicate/byline": "boilerplate", "role/byline": "byline", "caption/credit": "caption",
		"date/time-of-day": "dateline", "page/nav": "boilerplate", "duplicate/title": "boilerplate",
	} {
		if got := dropLabel(rule); got != want {
			t.Errorf("dropLabel(%q) = %q, want %q", rule, got, want)
		}
	}
}

// zipped returns text as gzip makes it.
func zipped(t *testing.T, text string) string {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestChapters(t *testing.T) {
	var page strings.Builder
	page.WriteString(`<html lang="en"><body><article><h1>Four towns</h1>`)
	for _, topic := range []string{
		"The river rose over the bridge, and the flood drove the people of the valley from their houses",
		"The orchestra played a symphony, and the conductor bowed while the violins filled the concert hall",
		"The bakers knead their dough at dawn, and the ovens give the bread its crust before the shops open",
		"The telescope turned to the comet, and the astronomers measured its tail until the sky grew bright",
	} {
		page.WriteString("<h2>" + topic[:12] + "</h2>")
		for _, day := range []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday"} {
			page.WriteString("<p>" + strings.Repeat(topic+" on "+day+". ", 3) + "</p>\n")
		}
	}
	data := writeFiles(t, map[string]string{
		"extract/small/a/gold.json":      `{"id":"a","url":"https://example.org/"}`,
		"extract/small/a/source.html.gz": zipped(t, page.String()+"</article></body></html>"),
	})
	var log strings.Builder
	if err := run([]string{"-data", data, "-chapters"}, &log); err != nil {
		t.Fatal(err)
	}
	if want := "chapters: 1 pages, 3 subheads, 3 topical boundaries\nP_k, chapters of 225 words: topical 0.000, "; !strings.HasPrefix(log.String(), want) {
		t.Errorf("got %q, want %q...", log.String(), want)
	}
}

func TestPenalty(t *testing.T) {
	words := []int{10, 10, 10, 10}
	for _, c := range []struct {
		gold, got []int
		want      float64
	}{
		{[]int{2}, []int{2}, 0},
		{[]int{2}, nil, 10.0 / 30},
		{[]int{2}, []int{1}, 20.0 / 30},
		{[]int{2}, []int{1, 2, 3}, 20.0 / 30},
	} {
		if got := penalty(words, c.gold, c.got); got != c.want {
			t.Errorf("penalty(%v, %v) = %v, want %v", c.gold, c.got, got, c.want)
		}
	}
	if got := evenStarts([]int{100, 100, 100, 100, 100, 100}, 225); len(got) != 2 || got[0] != 2 {
		t.Errorf("even starts %v", got)
	}
}
