package podcast_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"articast/internal/atomicfile"
	"articast/podcast"
	"articast/segment"
	"articast/tts"
	"articast/tts/tone"
)

const killDirEnv = "ARTICAST_TEST_KILL_DIR"

// TestMain turns the test binary into a process that makes an episode, where TestKilledAndRunAgain asks for one.
func TestMain(m *testing.M) {
	if dir := os.Getenv(killDirEnv); dir != "" {
		err := makeEpisode(dir, func() {
			fmt.Print(".")
			os.Stdin.Read(make([]byte, 1))
		})
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// makeEpisode makes dir/episode.mp3 with the cache in dir/cache, and calls step before the first and after each utterance.
func makeEpisode(dir string, step func()) error {
	f, err := atomicfile.Create(filepath.Join(dir, "episode.mp3"))
	if err != nil {
		return err
	}
	defer f.Abort()
	p := newProducer()
	p.Backend = tts.Cached(tone.Backend{Rate: 16000}, tts.OpenCache(filepath.Join(dir, "cache")))
	p.Progress = func(podcast.Progress) { step() }
	if _, err := p.Produce(context.Background(), &segment.Plan{Title: "The Canal", Segments: body(10)}, f); err != nil {
		return err
	}
	return f.Commit()
}

// TestKilledAndRunAgain kills the making of an episode at random moments. Nothing half-written has the episode's name; what is run
// again ends in the same bytes, and leaves no temporary file.
func TestKilledAndRunAgain(t *testing.T) {
	quiet := t.TempDir()
	if err := makeEpisode(quiet, func() {}); err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile(filepath.Join(quiet, "episode.mp3"))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "episode.mp3")
	for range 4 {
		killAfter(t, dir, 1+rand.Int64N(11))
		if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
			t.Fatalf("killed, and there is an episode: %v", err)
		}
	}
	if err := makeEpisode(dir, func() {}); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("after the kills the episode has %d bytes (%v), undisturbed %d", len(got), err, len(want))
	}
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if atomicfile.IsTemp(d.Name()) {
			t.Errorf("left behind: %s", path)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

// killAfter starts the making of an episode and kills it at its nth step, for which it waits.
func killAfter(t *testing.T, dir string, n int64) {
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
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := in.Write(make([]byte, n-1)); err != nil {
		t.Error(err)
	}
	if _, err := io.CopyN(io.Discard, out, n); err != nil {
		t.Error(err)
	}
	cmd.Process.Kill()
	cmd.Wait()
}
