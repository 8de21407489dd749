package tts_test

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"articast/internal/atomicfile"
	"articast/tts"
)

const (
	killDirEnv = "ARTICAST_TEST_KILL_DIR"

	// sharedEntries is how many clips the processes speak.
	sharedEntries = 100
)

// TestMain turns the test binary into a process that fills a cache, where TestCacheSurvivesKills asks for one.
func TestMain(m *testing.M) {
	if dir := os.Getenv(killDirEnv); dir != "" {
		if err := fillCache(dir); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// fillCache speaks the same sentences as every other process, in an order of its own.
func fillCache(dir string) error {
	cache := tts.OpenCache(dir)
	list := sentences(sharedEntries)
	rand.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	for _, err := range tts.Render(context.Background(), tts.Cached(tones, cache), slices.Values(list), 4) {
		if err != nil {
			return err
		}
		fmt.Print(".")
	}
	return cache.Err()
}

// TestCacheSurvivesKills lets processes share a cache and kills them at random moments.
func TestCacheSurvivesKills(t *testing.T) {
	kills := 12
	if testing.Short() {
		kills = 4
	}
	dir := t.TempDir()
	killed := 0
	for range kills {
		for _, p := range []filler{startFiller(t, dir), startFiller(t, dir)} {
			if _, err := io.CopyN(io.Discard, p.out, 1+rand.Int64N(sharedEntries-5)); err != nil {
				t.Fatal(err)
			}
			p.cmd.Process.Kill()
			if p.cmd.Wait() != nil {
				killed++
			}
		}
		c := tts.OpenCache(dir)
		if damages, err := c.Verify(t.Context()); err != nil || len(damages) > 0 {
			t.Fatalf("after a kill: %v, %v", damages, err)
		}
		for _, path := range files(t, dir) {
			if atomicfile.IsTemp(filepath.Base(path)) {
				t.Errorf("left behind: %s", path)
			}
		}
		if rand.IntN(6) == 0 {
			if err := c.Clear(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if killed == 0 {
		t.Error("every process was done before it was killed")
	}
	for _, p := range []filler{startFiller(t, dir), startFiller(t, dir)} {
		if _, err := io.Copy(io.Discard, p.out); err != nil {
			t.Error(err)
		}
		if err := p.cmd.Wait(); err != nil {
			t.Error(err)
		}
	}
	c := tts.OpenCache(dir)
	for _, u := range sentences(sharedEntries) {
		if clip := say(t, tts.Cached(tones, c), u); !near(clip, spoken(t, u)) {
			t.Errorf("wrong clip for %q", u.Text)
		}
	}
	if c.Counts() != (tts.CacheCounts{Hits: sharedEntries}) {
		t.Errorf("%+v", c.Counts())
	}
}

// filler is a process that fills a cache; it writes one byte for each clip it has.
type filler struct {
	cmd *exec.Cmd
	out io.Reader
}

func startFiller(t *testing.T, dir string) filler {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Skip(err)
	}
	cmd := exec.Command(exe)
	cmd.Env = append(os.Environ(), killDirEnv+"="+dir)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return filler{cmd, out}
}
