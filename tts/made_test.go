package tts

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestMadeIsKeptUnderAllThatItIsMadeOf(t *testing.T) {
	samples := []float32{0, 0.5, -0.25}
	key := MadeKey("frames 64", 22050, samples)
	for name, other := range map[string]string{
		"recipe":  MadeKey("frames 48", 22050, samples),
		"rate":    MadeKey("frames 64", 16000, samples),
		"samples": MadeKey("frames 64", 22050, []float32{0, 0.5, -0.5}),
		"length":  MadeKey("frames 64", 22050, samples[:2]),
	} {
		if other == key {
			t.Errorf("another %s has the same key", name)
		}
	}
	if MadeKey("frames 64", 22050, append([]float32(nil), samples...)) != key {
		t.Error("the same samples have another key")
	}

	dir := t.TempDir()
	c := OpenCache(dir)
	if _, ok := c.LoadMade(key); ok {
		t.Error("an empty cache holds something")
	}
	c.KeepMade(key, []byte("frames"))
	if got, ok := OpenCache(dir).LoadMade(key); !ok || !bytes.Equal(got, []byte("frames")) || c.Err() != nil {
		t.Errorf("got %q, %v (%v)", got, ok, c.Err())
	}
}

func TestDamagedMadeIsNeverReturned(t *testing.T) {
	key, other := MadeKey("r", 1, nil), MadeKey("r", 2, nil)
	for name, damage := range map[string]func(t *testing.T, path string, data []byte){
		"cut":        func(t *testing.T, path string, data []byte) { writeTestFile(t, path, data[:len(data)-1]) },
		"empty":      func(t *testing.T, path string, data []byte) { writeTestFile(t, path, nil) },
		"flipped":    func(t *testing.T, path string, data []byte) { data[len(data)/2] ^= 1; writeTestFile(t, path, data) },
		"wrong name": func(t *testing.T, path string, data []byte) { writeTestFile(t, path, otherEntry(t, other)) },
	} {
		t.Run(name, func(t *testing.T) {
			c := OpenCache(t.TempDir())
			c.KeepMade(key, []byte("frames"))
			path := c.path(made, key)
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			damage(t, path, data)
			if got, ok := c.LoadMade(key); ok {
				t.Errorf("returned %q", got)
			}
			if damages, err := c.Verify(context.Background()); len(damages) != 1 || damages[0].Path != path || err != nil {
				t.Errorf("Verify found %v, %v", damages, err)
			}
			c.KeepMade(key, []byte("frames"))
			if _, ok := c.LoadMade(key); !ok {
				t.Error("was not repaired")
			}
		})
	}
}

func TestMadeCountsAsBytesNotAsClips(t *testing.T) {
	c := OpenCache(t.TempDir())
	c.KeepMade(MadeKey("r", 1, nil), make([]byte, 1000))
	stats, err := c.Stats()
	if err != nil || stats.Entries != 0 || stats.Bytes < 1000 {
		t.Errorf("got %+v, %v", stats, err)
	}
	removed, err := c.Shrink(context.Background(), 0, time.Time{})
	if err != nil || removed.Bytes != stats.Bytes {
		t.Errorf("removed %+v, %v", removed, err)
	}
	c.KeepMade(MadeKey("r", 1, nil), nil)
	if err := c.Clear(); err != nil {
		t.Fatal(err)
	}
	if left, _ := filepath.Glob(filepath.Join(c.Dir(), "*")); len(left) != 0 {
		t.Errorf("left %v", left)
	}
}

func otherEntry(t *testing.T, key string) []byte {
	t.Helper()
	c := OpenCache(t.TempDir())
	c.KeepMade(key, []byte("frames"))
	data, err := os.ReadFile(c.path(made, key))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func writeTestFile(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o666); err != nil {
		t.Fatal(err)
	}
}
