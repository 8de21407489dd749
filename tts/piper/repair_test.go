package piper

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"articast/tts"
)

func TestDamageIsRepaired(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the engine is a shell script")
	}
	for name, damage := range map[string]func(path string) error{
		"removed":   os.Remove,
		"truncated": func(path string) error { return os.Truncate(path, 3) },
		"same size and time": func(path string) error {
			info, err := os.Stat(path)
			return errors.Join(err, os.WriteFile(path, make([]byte, info.Size()), 0o755), os.Chtimes(path, time.Time{}, info.ModTime()))
		},
		"not executable": func(path string) error { return os.Chmod(path, 0o644) },
	} {
		for _, file := range []string{"engine-*/piper", "ada-*/voice.onnx", "ada-*/manifest.json"} {
			if name == "not executable" && !strings.HasSuffix(file, "piper") || name == "same size and time" && strings.HasSuffix(file, "onnx") {
				continue // changes nothing, or nothing that the fake minds
			}
			t.Run(name+" "+file, func(t *testing.T) {
				change := bundle(t)
				first := newBench(t, "good", change)
				if err := first.say(t, "hello"); err != nil {
					t.Fatal(err)
				}
				found, err := filepath.Glob(filepath.Join(first.o.DataDir, file))
				if err != nil || len(found) != 1 {
					t.Fatal(found, err)
				}
				if err := damage(found[0]); err != nil {
					t.Fatal(err)
				}
				second := newBench(t, "good", func(o *Options) { change(o); o.DataDir, o.Voices = first.o.DataDir, first.o.Voices })
				if err := second.say(t, "hello"); err != nil {
					t.Error(err)
				}
				if changed, err := second.Repair(t.Context()); err != nil || changed != nil && slices.Contains(changed, "ada-1") {
					t.Errorf("after the repair: %q, %v", changed, err)
				}
			})
		}
	}
}

func TestRepairNamesWhatItMade(t *testing.T) {
	b := newBench(t, "good", nil)
	if err := b.Prepare(t.Context(), "ada", "bob"); err != nil {
		t.Fatal(err)
	}
	if changed, err := b.Repair(t.Context()); err != nil || len(changed) > 0 {
		t.Errorf("whole: %q, %v", changed, err)
	}
	found, _ := filepath.Glob(filepath.Join(b.o.DataDir, "bob-*", "voice.json"))
	info, err := os.Stat(found[0])
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(os.WriteFile(found[0], make([]byte, info.Size()), 0o644), os.Chtimes(found[0], time.Time{}, info.ModTime())); err != nil {
		t.Fatal(err)
	}
	changed, err := b.Repair(t.Context())
	if err != nil || len(changed) != 1 || !strings.HasPrefix(changed[0], "bob-") {
		t.Errorf("damaged: %q, %v", changed, err)
	}
}

func TestUnpackingFails(t *testing.T) {
	broken := Archive{Name: "ada", Version: "1", Hash: "x", Open: func() (io.ReadCloser, error) { return nil, os.ErrPermission }}
	b := newBench(t, "good", func(o *Options) { o.Voices = []Voice{{Voice: tts.Voice{ID: "ada", Lang: "en"}, Archive: broken}} })
	if err := b.say(t, "hello"); !errors.Is(err, os.ErrPermission) || !strings.Contains(err.Error(), "unpack ada-1-x") {
		t.Errorf("got %v", err)
	}
	file := filepath.Join(t.TempDir(), "in the way")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	b = newBench(t, "good", func(o *Options) { o.DataDir = file })
	if err := b.say(t, "hello"); err == nil || !strings.Contains(err.Error(), file) {
		t.Errorf("got %v", err)
	}
}
