package main

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"
)

// parseConfig reads text as if it stood in f.toml.
func parseConfig(text string, trusted bool) (layer, error) {
	r := configReader{configFile: configFile{path: "f.toml", trusted: trusted}, lines: strings.Split(text, "\n"), known: settableFlags()}
	return r.parse(text)
}

func TestConfigValues(t *testing.T) {
	l, err := parseConfig(`
speed = 1.25
jobs = 3
lively = true
"voice" = "alan"
skip = ["dates", "bylines"]
from.html = "yes"
chapters = { b = 2, a = 1.5 }
[engine.tone]
model = "x"
price = 15
`, true)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]setting{
		"speed":    {values: []string{"1.25"}, origin: "f.toml:2"},
		"jobs":     {values: []string{"3"}, origin: "f.toml:3"},
		"lively":   {values: []string{"true"}, origin: "f.toml:4"},
		"voice":    {values: []string{"alan"}, origin: "f.toml:5"},
		"skip":     {values: []string{"dates", "bylines"}, origin: "f.toml:6"},
		"from":     {values: []string{"html=yes"}, origin: "f.toml:7", entries: []string{"f.toml:7"}},
		"chapters": {values: []string{"a=1.5", "b=2"}, origin: "f.toml:8", entries: []string{"f.toml:8", "f.toml:8"}},
	} {
		if got := l.flags[name]; !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
	want := map[string]setting{"model": {values: []string{"x"}, origin: "f.toml:10"}, "price": {values: []string{"15"}, origin: "f.toml:11"}}
	if got := l.engines["tone"]; !reflect.DeepEqual(got, want) {
		t.Errorf("engine: %v", got)
	}
}

// TestConfigTemplate: each line of the file that config init writes is a setting once its # is gone.
func TestConfigTemplate(t *testing.T) {
	var text strings.Builder
	writeConfigTemplate(&text, settableFlags())
	section, found := "", 0
	for _, line := range regexp.MustCompile(`(?m)^# (\[.*\]|[a-z_-]+ = .*)$`).FindAllStringSubmatch(text.String(), -1) {
		found++
		if strings.HasPrefix(line[1], "[") {
			section = strings.Replace(line[1], "openai", engineNames[0], 1) + "\n"
			continue
		}
		if _, err := parseConfig(section+line[1], true); err != nil {
			t.Errorf("%s: %v", line[1], err)
		}
	}
	if found < len(settableFlags()) {
		t.Errorf("%d lines for %d settings", found, len(settableFlags()))
	}
	if _, err := parseConfig(text.String(), false); err != nil {
		t.Error(err)
	}
}

// TestArticleKeysStayHarmless: what a file beside an article may set is a list of its own, so that a new flag is not on it
// by accident. These must never be.
func TestArticleKeysStayHarmless(t *testing.T) {
	harmless := regexp.MustCompile(`^(` + strings.Join(articleKeys, "|") + `)$`)
	for _, f := range settableFlags() {
		name := f.Names()[0]
		for _, bad := range []string{"output", "force", "backend", "fallback", "command", "path", "url", "key", "server", "config", "cache", "allow", "yes", "confirm"} {
			if strings.Contains(name, bad) && harmless.MatchString(name) {
				t.Errorf("a file beside an article may set %s", name)
			}
		}
	}
}

func TestSourceFolder(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a/one.txt", "a/two.txt", "b/three.txt"} {
		path := filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, nil, 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	a, b := filepath.Join(dir, "a"), filepath.Join(dir, "b")
	for _, c := range []struct {
		args []string
		want string
	}{
		{nil, ""},
		{[]string{"-"}, ""},
		{[]string{"https://example.org/a"}, ""},
		{[]string{a + "/one.txt"}, a},
		{[]string{a + "/one.txt", a + "/two.txt", a}, a},
		{[]string{a + "/one.txt", b + "/three.txt"}, ""},
		{[]string{"https://example.org/a", b}, b},
	} {
		if got := sourceFolder(c.args); got != c.want {
			t.Errorf("%q: %q, want %q", c.args, got, c.want)
		}
	}
}

// FuzzConfig: any bytes give settings or an error of usage, in one line that tells no secret.
func FuzzConfig(f *testing.F) {
	for _, seed := range []string{
		"", "speed = 1", "skip = [\"dates\"]\n[engine.tone]\napi_key = \"hunter2\"\n", "[engine]\ntone = 3", "engine.tone.price = 1e400",
		"speed = nan\n", "[[engine]]\n", "api_key = hunter2", "[engine.tone]\napi_key = hunter2", "[engine.tone]\napi_key = \"\"\"hunter2\n\"",
	} {
		f.Add(seed, true)
		f.Add(seed, false)
	}
	f.Fuzz(func(t *testing.T, text string, trusted bool) {
		l, err := parseConfig(text, trusted)
		var usage *usageError
		if err != nil && (!errors.As(err, &usage) || strings.Contains(oneLine(err.Error()), "\n")) {
			t.Errorf("%v", err)
		}
		if err == nil && !trusted && len(l.engines) > 0 {
			t.Error("a file beside an article sets an engine")
		}
		if err != nil && strings.Contains(text, "api_key = hunter2") && strings.Contains(err.Error(), "hunter2") {
			t.Errorf("tells the secret: %v", err)
		}
	})
}
