package main

import (
	"os"
	"path/filepath"
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
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"-data", broken, "-out", t.TempDir()}, "seg/a.jsonl: read item 1: "},
		{[]string{"-data", t.TempDir(), "-out", t.TempDir()}, "no benchmarks there"},
		{[]string{"-data", broken}, "name the folders: -data DIR -out DIR"},
		{[]string{"-data", broken, "-out", filepath.Join(broken, "seg", "a.jsonl")}, "write predictions"},
	} {
		var log strings.Builder
		err := run(c.args, &log)
		if err == nil || !strings.Contains(err.Error(), strings.TrimPrefix(c.want, "write predictions")) {
			t.Errorf("run(%q) = %v, want %q", c.args, err, c.want)
		}
	}
}
