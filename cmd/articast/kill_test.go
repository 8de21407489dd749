package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"articast/internal/atomicfile"
)

// The kill test takes its measure from two variables: how many renders are killed, and the engine that speaks.
//
//	ARTICAST_TEST_KILLS=100 ARTICAST_TEST_ENGINE=piper go test ./cmd/articast -run TestKilledRenders -v -timeout 60m
const (
	killsEnv  = "ARTICAST_TEST_KILLS"
	engineEnv = "ARTICAST_TEST_ENGINE"
	markEnv   = "ARTICAST_TEST_MARK" // by which the processes of one run are found
)

// workshop is a folder with an article and a cache, in which articast runs as a process.
type workshop struct {
	dir, engine, mark string
}

func newWorkshop(t *testing.T, paragraphs int) workshop {
	t.Helper()
	w := workshop{dir: t.TempDir(), engine: cmp.Or(os.Getenv(engineEnv), "tone"), mark: fmt.Sprint(os.Getpid(), "-", rand.Uint64())}
	if w.engine == "piper" && !hasEmbeddedEngine() {
		t.Skip("no embedded engine for this machine")
	}
	var text strings.Builder
	text.WriteString("The Canal and Its Keepers\n")
	for i := range paragraphs {
		fmt.Fprintf(&text, "\nIn the year %d the water rose again. “Nobody slept,” wrote the keeper of lock %d.\n", 1800+i, i+1)
	}
	if err := os.WriteFile(filepath.Join(w.dir, "article.txt"), []byte(text.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	return w
}

func (w workshop) path(name string) string { return filepath.Join(w.dir, name) }

// start begins a render of the article.
func (w workshop) start(t *testing.T, output string, flags ...string) *exec.Cmd {
	t.Helper()
	program, err := exec.LookPath("articast") // which testscript.Main has put there
	if err != nil {
		t.Skip(err)
	}
	cmd := exec.Command(program, append([]string{"article.txt", "-o", output, "-q"}, flags...)...)
	cmd.Dir = w.dir
	cmd.Env = append(os.Environ(), "ARTICAST_BACKEND="+w.engine, "ARTICAST_CACHE_DIR="+w.path("cache"),
		"XDG_CONFIG_HOME="+w.path("config"), markEnv+"="+w.mark)
	cmd.Stderr = new(bytes.Buffer)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd
}

// finish waits for a render that must succeed and returns its MP3.
func (w workshop) finish(t *testing.T, cmd *exec.Cmd, output string) []byte {
	t.Helper()
	if err := cmd.Wait(); err != nil {
		t.Fatalf("%v: %s", err, cmd.Stderr)
	}
	data, err := os.ReadFile(w.path(output))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestKilledRenders kills renders at random moments. No half-written MP3 has the episode's name, no process of the engine
// lives on, and what is run again to the end has the bytes of an undisturbed run and leaves no temporary file.
func TestKilledRenders(t *testing.T) {
	kills, err := strconv.Atoi(cmp.Or(os.Getenv(killsEnv), "10"))
	if err != nil {
		t.Fatal(err)
	}
	quiet := newWorkshop(t, 8)
	quiet.finish(t, quiet.start(t, "out.mp3"), "out.mp3") // unpacks the engine
	began := time.Now()
	want := quiet.finish(t, quiet.start(t, "out.mp3", "--no-cache"), "out.mp3")
	usual := time.Since(began)

	w := newWorkshop(t, 8)
	killed, begun := 0, 0
	for ; killed < kills && begun < 5*kills; begun++ {
		cmd := w.start(t, "out.mp3")
		timer := time.AfterFunc(rand.N(usual), func() { cmd.Process.Kill() })
		err := cmd.Wait()
		timer.Stop()
		got, readErr := os.ReadFile(w.path("out.mp3"))
		switch {
		case readErr == nil && bytes.Equal(got, want): // it was done, or had only to end: begin anew
			if err := errors.Join(os.Remove(w.path("out.mp3")), os.RemoveAll(w.path("cache/segments"))); err != nil {
				t.Fatal(err)
			}
		case readErr == nil || !errors.Is(readErr, fs.ErrNotExist):
			t.Fatalf("killed (%v), and there is an episode of %d bytes, undisturbed %d: %v", err, len(got), len(want), readErr)
		case err == nil:
			t.Fatal("a render is done, and there is no episode")
		default:
			killed++
		}
		w.checkNoOrphans(t)
	}
	t.Logf("%d of %d renders by %s were killed within %v", killed, begun, w.engine, usual)
	if killed < kills {
		t.Error("most renders were done before they were killed")
	}
	if got := w.finish(t, w.start(t, "out.mp3"), "out.mp3"); !bytes.Equal(got, want) {
		t.Errorf("after the kills the episode has %d bytes, undisturbed %d, or others", len(got), len(want))
	}
	w.checkNoTemps(t)
}

// checkNoOrphans waits until no process with the mark is left. Where processes cannot be listed it passes.
func (w workshop) checkNoOrphans(t *testing.T) {
	t.Helper()
	if runtime.GOOS != "linux" {
		return
	}
	poll := time.NewTicker(5 * time.Millisecond)
	defer poll.Stop()
	deadline := time.After(20 * time.Second)
	for {
		left := w.processes()
		if len(left) == 0 {
			return
		}
		select {
		case <-poll.C:
		case <-deadline:
			t.Fatalf("processes live on: %q", left)
		}
	}
}

func (w workshop) processes() []string {
	environs, _ := filepath.Glob("/proc/[0-9]*/environ")
	var found []string
	for _, path := range environs {
		environ, err := os.ReadFile(path)
		if err == nil && bytes.Contains(environ, []byte(markEnv+"="+w.mark)) {
			command, _ := os.ReadFile(filepath.Join(filepath.Dir(path), "cmdline"))
			found = append(found, strings.ReplaceAll(string(command), "\x00", " "))
		}
	}
	return found
}

func (w workshop) checkNoTemps(t *testing.T) {
	t.Helper()
	err := filepath.WalkDir(w.dir, func(path string, d fs.DirEntry, err error) error {
		if atomicfile.IsTemp(d.Name()) || strings.HasSuffix(d.Name(), ".tmp") {
			t.Errorf("left behind: %s", path)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

// TestTwoRendersAtOnce: renders of one article share the cache, and even the target, without harm, also when one of them
// is killed.
func TestTwoRendersAtOnce(t *testing.T) {
	quiet := newWorkshop(t, 6)
	want := quiet.finish(t, quiet.start(t, "out.mp3"), "out.mp3")
	for _, outputs := range [][]string{{"one.mp3", "two.mp3"}, {"same.mp3", "same.mp3"}} {
		w := newWorkshop(t, 6)
		doomed := w.start(t, outputs[0])
		var renders []*exec.Cmd
		for _, output := range outputs {
			renders = append(renders, w.start(t, output))
		}
		doomed.Process.Kill()
		doomed.Wait()
		for i, cmd := range renders {
			if got := w.finish(t, cmd, outputs[i]); !bytes.Equal(got, want) {
				t.Errorf("%s has %d bytes, alone %d, or others", outputs[i], len(got), len(want))
			}
		}
		check := exec.Command(renders[0].Path, "cache", "verify", "--cache-dir", w.path("cache"))
		if out, err := check.CombinedOutput(); err != nil {
			t.Errorf("the cache: %v: %s", err, out)
		}
		w.finish(t, w.start(t, outputs[0]), outputs[0]) // cleans up after the one that was killed
		w.checkNoTemps(t)
	}
}
