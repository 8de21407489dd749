package main

import (
	"encoding/json"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// mayImport is the table of the design: which of our packages a package may import. An entry that ends in "/*" stands
// for the packages below, not for the one above them. Tests of a package may import more.
var mayImport = map[string][]string{
	"article":             {},
	"segment":             {"article", "segment/*"},
	"segment/sentence":    {},
	"segment/spoken":      {"segment/sentence"},
	"segment/quote":       {"segment/sentence"},
	"audio":               {},
	"audio/*":             {"audio"},
	"tts":                 {"audio", "audio/*", "internal/*"},
	"tts/piper/embedded":  {"tts", "tts/piper"},
	"tts/google":          {"tts", "tts/remote", "audio", "audio/*", "internal/*"},
	"tts/openai":          {"tts", "tts/remote", "audio", "audio/*", "internal/*"},
	"tts/*":               {"tts", "audio", "audio/*", "internal/*"},
	"podcast":             {"article", "segment", "segment/sentence", "tts", "audio", "audio/*", "internal/*"},
	"podcast/player":      {"podcast"},
	"podcast/report":      {"podcast", "segment"},
	"internal/evaluate/*": {"*"},
	"internal/evaluate":   {"*"},
	"internal/atomicfile": {"internal/filelock"},
	"internal/*":          {},
	"scripts/release":     {},
	"cmd/articast":        {"*"},
}

const module = "articast"

func TestImportTable(t *testing.T) {
	for _, p := range listPackages(t) {
		name := strings.TrimPrefix(p.ImportPath, module+"/")
		allowed, listed := lookUp(name)
		if !listed {
			t.Errorf("package %s is not in the table: a new wall needs a row", name)
			continue
		}
		for _, imported := range p.Imports {
			ours, isOurs := strings.CutPrefix(imported, module+"/")
			if isOurs && !slices.ContainsFunc(allowed, func(row string) bool { return matches(row, ours) }) {
				t.Errorf("package %s imports %s, which the table does not allow", name, ours)
			}
		}
	}
}

// TestOnlyTheProgramEmbeds keeps the 140 MB of engine and voices out of every other binary.
func TestOnlyTheProgramEmbeds(t *testing.T) {
	const embedded = module + "/tts/piper/embedded"
	for _, p := range listPackages(t) {
		if slices.Contains(p.Deps, embedded) && p.ImportPath != module+"/cmd/articast" {
			t.Errorf("%s depends on %s", p.ImportPath, embedded)
		}
	}
}

type listedPackage struct {
	ImportPath string
	Imports    []string
	Deps       []string
}

func listPackages(t *testing.T) []listedPackage {
	t.Helper()
	cmd := exec.Command("go", "list", "-json=ImportPath,Imports,Deps", module+"/...")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("list packages: %v", err)
	}
	var packages []listedPackage
	decoder := json.NewDecoder(strings.NewReader(string(out)))
	for {
		var p listedPackage
		err := decoder.Decode(&p)
		if err == io.EOF {
			return packages
		}
		if err != nil {
			t.Fatal(err)
		}
		packages = append(packages, p)
	}
}

// lookUp finds the row of a package: its own, or that of its folder.
func lookUp(name string) ([]string, bool) {
	if row, ok := mayImport[name]; ok {
		return row, true
	}
	if i := strings.LastIndex(name, "/"); i >= 0 {
		row, ok := mayImport[name[:i]+"/*"]
		return row, ok
	}
	return nil, false
}

func matches(row, name string) bool {
	if row == "*" {
		return true
	}
	if folder, isFolder := strings.CutSuffix(row, "/*"); isFolder {
		return strings.HasPrefix(name, folder+"/")
	}
	return row == name
}

func TestImportTableMatching(t *testing.T) {
	for _, c := range []struct {
		row, name string
		want      bool
	}{
		{"audio", "audio", true},
		{"audio", "audio/mp3", false},
		{"audio/*", "audio/mp3", true},
		{"audio/*", "audio", false},
		{"*", "tts/piper/embedded", true},
	} {
		if got := matches(c.row, c.name); got != c.want {
			t.Errorf("matches(%q, %q) = %v", c.row, c.name, got)
		}
	}
}
