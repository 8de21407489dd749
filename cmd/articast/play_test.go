package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// TestInterruptedPlay has Ctrl-C come while the player is at the first sentence and the engine at the second, with a player of each kind: both are
// ended, nothing is left, and the exit status is that of an interrupted program. The player's own status says nothing then.
func TestInterruptedPlay(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no signals")
	}
	for _, player := range []string{"listener", "afplay"} {
		t.Run(player, func(t *testing.T) {
			w := newWorkshop(t, 0)
			cmd := w.play(t, player)
			ended := make(chan error, 1)
			go func() { ended <- cmd.Wait() }()
			for _, pipe := range []string{"stays", "hang"} {
				said := make(chan error, 1)
				go func() {
					_, err := os.ReadFile(w.path(pipe))
					said <- err
				}()
				select {
				case err := <-said:
					if err != nil {
						t.Fatal(err)
					}
				case err := <-ended:
					t.Fatalf("it ended too early: %v: %s", err, cmd.Stderr)
				}
			}
			if n := len(w.processes()); runtime.GOOS == "linux" && n < 3 {
				t.Errorf("%d processes, want articast, the engine and the player", n)
			}
			if err := cmd.Process.Signal(os.Interrupt); err != nil {
				t.Fatal(err)
			}
			err := <-ended
			if exit := new(exec.ExitError); !errors.As(err, &exit) || exit.ExitCode() != exitInterrupted {
				t.Errorf("it ended with %v, want exit status %d", err, exitInterrupted)
			}
			if said := cmd.Stderr.(*bytes.Buffer).String(); !strings.HasPrefix(said, "articast: interrupted\n") || strings.Contains(said, "player") {
				t.Errorf("it says %q", said)
			}
			w.checkNoOrphans(t)
			if left, err := os.ReadDir(w.path("tmp")); err != nil || len(left) > 0 {
				t.Errorf("left behind: %v, %v", left, err)
			}
		})
	}
}

// play begins to play an article whose second sentence is never spoken, through a player that stays until it is interrupted. The named pipes "hang"
// and "stays" tell when the engine and the player are there.
func (w workshop) play(t *testing.T, player string) *exec.Cmd {
	t.Helper()
	program, err := exec.LookPath("articast")
	if err != nil {
		t.Skip(err)
	}
	if out, err := exec.Command("mkfifo", w.path("hang"), w.path("stays")).CombinedOutput(); err != nil {
		t.Skipf("no named pipes: %v: %s", err, out)
	}
	for name, text := range map[string]string{
		"article.txt":    "A Title\n\nThe first sentence is spoken. Then comes one with the word HANG in it.\n",
		"fake.onnx":      "a model",
		"fake.onnx.json": `{"audio": {"sample_rate": 22050}, "espeak": {"voice": "en-us"}, "num_speakers": 1, "phoneme_id_map": {}}`,
	} {
		if err := os.WriteFile(w.path(name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(w.path("tmp"), 0o755); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program, "play", "article.txt", "--player", player, "--quiet", "--backend", "piper",
		"--engine-path", filepath.Dir(program), "--voice", "fake.onnx", "--quote-voice", "fake.onnx", "--cache-dir", "cache")
	cmd.Dir = w.dir
	cmd.Env = append(os.Environ(), "HANG="+w.path("hang"), "STAYS="+w.path("stays"), "LISTENER=stay",
		"TMPDIR="+w.path("tmp"), "XDG_CONFIG_HOME="+w.path("config"), markEnv+"="+w.mark)
	cmd.Stderr = new(bytes.Buffer)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill() })
	return cmd
}
