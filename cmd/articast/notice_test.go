package main

import (
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// moduleRow is a line of NOTICE's table of modules: the path, then what its licence is.
var moduleRow = regexp.MustCompile(`(?m)^  ([a-z.]+\.[a-z]+/\S+)  +\S`)

// TestNoticeNamesEveryModule keeps NOTICE true: each module that is linked into the program, on any platform, has its
// line there, and none is left that has gone.
func TestNoticeNamesEveryModule(t *testing.T) {
	notice, err := os.ReadFile("../../NOTICE")
	if err != nil {
		t.Fatal(err)
	}
	linked := map[string]bool{}
	for _, goos := range []string{"linux", "darwin", "windows"} {
		for _, m := range linkedModules(t, goos) {
			linked[m] = true
		}
	}
	listed := map[string]bool{}
	for _, row := range moduleRow.FindAllStringSubmatch(string(notice), -1) {
		listed[row[1]] = true
	}
	for m := range linked {
		if !listed[m] {
			t.Errorf("NOTICE does not name %s", m)
		}
	}
	for m := range listed {
		if !linked[m] {
			t.Errorf("NOTICE names %s, which is not linked any more", m)
		}
	}
}

func linkedModules(t *testing.T, goos string) []string {
	t.Helper()
	cmd := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}{{end}}{{end}}", ".")
	cmd.Env = append(os.Environ(), "GOOS="+goos, "GOARCH=amd64", "CGO_ENABLED=0")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("list the modules for %s: %v", goos, err)
	}
	return strings.Fields(string(out))
}
