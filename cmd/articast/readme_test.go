package main

import (
	"bufio"
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestReadmeExamples runs each command of the README's sh blocks, in order, in a folder with an article. The tone
// backend stands in for the voice where an example names none, and a server of our own for services, so that most run on
// every machine and none opens a connection to another.
func TestReadmeExamples(t *testing.T) {
	if testing.Short() {
		t.Skip("the examples are run without -short")
	}
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	const article = "A Short Article from Venezuela\n\nIt has two sentences. This is the second of them.\n"
	dir := t.TempDir()
	for _, name := range []string{"article.txt", "testdata/articles/russia-venezuela.txt", "articles/article.txt"} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(article), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	cover, err := picture("cover.jpg", 100, 100)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "cover.jpg"), cover, 0o644); err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { speakOverHTTP("good", w, r) }))
	defer server.Close()
	services := fmt.Sprintf("[engine.google]\nbase_url = %q\n[engine.openai]\nbase_url = %q\n", server.URL, server.URL+"/v1")
	if err := os.WriteFile(filepath.Join(dir, "services.toml"), []byte(services), 0o644); err != nil {
		t.Fatal(err)
	}
	commands := readmeCommands(string(readme))
	if len(commands) < 10 {
		t.Fatalf("found only %d commands in the README", len(commands))
	}
	for _, command := range commands {
		t.Run(command, func(t *testing.T) {
			runExample(t, dir, command)
		})
	}
}

var shBlock = regexp.MustCompile("(?s)```sh\n(.*?)```")

// readmeCommands returns the lines of the sh blocks that run articast. The other lines build and test it, and fetch
// the data of the benchmarks.
func readmeCommands(readme string) []string {
	var commands []string
	for _, block := range shBlock.FindAllStringSubmatch(readme, -1) {
		for line := range strings.Lines(block[1]) {
			line, _, _ = strings.Cut(line, " #")
			line = strings.TrimSpace(strings.Replace(line, "go run ./cmd/articast", "articast", 1))
			if strings.HasPrefix(line, "articast ") {
				commands = append(commands, line)
			}
		}
	}
	return commands
}

// TestReadmeGoIsThatOfTheExamples: each go block of the README stands in an example of package podcast, which compiles and is run.
func TestReadmeGoIsThatOfTheExamples(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	examples, err := os.ReadFile("../../podcast/example_test.go")
	if err != nil {
		t.Fatal(err)
	}
	blocks := goBlock.FindAllStringSubmatch(string(readme), -1)
	if len(blocks) == 0 {
		t.Fatal("the README has no Go")
	}
	for _, block := range blocks {
		indented := "\t" + strings.ReplaceAll(strings.TrimRight(block[1], "\n"), "\n", "\n\t")
		if !strings.Contains(string(examples), indented+"\n") {
			t.Errorf("no example has\n%s", block[1])
		}
	}
}

var goBlock = regexp.MustCompile("(?s)```go\n(.*?)```")

func runExample(t *testing.T, dir, command string) {
	t.Helper()
	shell, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("no sh on this machine")
	}
	cmd := exec.Command(shell, "-c", command)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "ARTICAST_BACKEND=tone", "ARTICAST_CACHE_DIR="+filepath.Join(dir, "cache"), "ARTICAST_ADDR=127.0.0.1:0", "ARTICAST_PLAYER=listener",
		"XDG_CONFIG_HOME="+filepath.Join(dir, "config"), "ARTICAST_CONFIG="+filepath.Join(dir, "services.toml"))
	if _, err := exec.LookPath("espeak-ng"); err != nil && strings.Contains(command, "espeak-ng") {
		t.Skip("no espeak-ng on this machine")
	}
	for program, needs := range map[string]string{"ffmpeg": "-o story.m4b", "lame": "--encoder lame"} {
		if _, err := exec.LookPath(program); err != nil && strings.Contains(command, needs) {
			t.Skip(err)
		}
	}
	if strings.Contains(command, "--voice") && !strings.Contains(command, "--backend") {
		if !hasEmbeddedEngine() {
			t.Skip("no embedded voice for this machine")
		}
		cmd.Env = append(cmd.Env, "ARTICAST_BACKEND=piper")
	}
	if strings.HasPrefix(command, "articast serve ") {
		runServer(t, cmd, command)
		return
	}
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	if out, err := cmd.Output(); err != nil {
		t.Errorf("%v\nstdout: %s\nstderr: %s", err, out, stderr.Bytes())
	}
}

// runServer runs an example that goes on until it is ended, which it is as soon as it serves.
func runServer(t *testing.T, cmd *exec.Cmd, command string) {
	t.Helper()
	cmd.Args[2] = "exec " + command // no shell between us and the program
	stderr, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	said, _ := bufio.NewReader(stderr).ReadString('\n')
	if !strings.HasPrefix(said, "serving ") {
		t.Errorf("it said %q", said)
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Error(err)
	}
	if err := cmd.Wait(); err != nil {
		t.Errorf("ended by a signal: %v", err)
	}
}
