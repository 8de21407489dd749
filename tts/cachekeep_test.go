package tts_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"articast/internal/atomicfile"
	"articast/tts"
)

// aged fills a cache with n entries of equal size, the first used n days ago, the last a day ago.
func aged(t *testing.T, n int) (c *tts.Cache, bytes int64) {
	t.Helper()
	dir := t.TempDir()
	seen := map[string]bool{}
	for i, u := range sentences(n) {
		say(t, tts.Cached(tones, tts.OpenCache(dir)), u)
		for _, path := range files(t, dir) {
			if seen[path] {
				continue
			}
			seen[path] = true
			day := time.Now().Add(-time.Duration(n-i) * 24 * time.Hour)
			info, err := os.Stat(path)
			if err = errors.Join(err, os.Chtimes(path, day, day)); err != nil {
				t.Fatal(err)
			}
			bytes = info.Size()
		}
	}
	return tts.OpenCache(dir), bytes
}

func TestShrink(t *testing.T) {
	const days = 24 * time.Hour
	for name, c := range map[string]struct {
		most  int // entries that there is room for; -1 is no limit
		older time.Duration
		left  int
	}{
		"nothing to do":    {-1, 100 * days, 8},
		"by age":           {-1, 5*days + time.Hour, 5},
		"by size":          {3, 100 * days, 3},
		"by both, age":     {7, 4*days + time.Hour, 4},
		"by both, size":    {2, 4*days + time.Hour, 2},
		"all":              {0, 100 * days, 0},
		"all, for its age": {-1, 0, 0},
	} {
		cache, size := aged(t, 8)
		most := size * int64(c.most)
		removed, err := cache.Shrink(t.Context(), most, time.Now().Add(-c.older))
		if want := (tts.CacheStats{Entries: 8 - c.left, Bytes: size * int64(8-c.left)}); err != nil || removed != want {
			t.Errorf("%s: removed %+v (%v), want %+v", name, removed, err, want)
		}
		for i, u := range sentences(8) {
			holder, _ := tts.As[tts.Holder](tts.Cached(tones, cache))
			if holder.Holds(u) != (i >= 8-c.left) {
				t.Errorf("%s: the entry of %d days ago is there: %v", name, 8-i, holder.Holds(u))
			}
		}
	}
}

// TestShrinkKeepsWhatIsUsed: a hit counts as use.
func TestShrinkKeepsWhatIsUsed(t *testing.T) {
	cache, _ := aged(t, 4)
	say(t, tts.Cached(tones, cache), sentences(1)[0])
	removed, err := cache.Shrink(t.Context(), -1, time.Now().Add(-36*time.Hour))
	if err != nil || removed.Entries != 2 {
		t.Errorf("removed %+v, %v", removed, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := cache.Shrink(ctx, 0, time.Time{}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

func TestStatsAndClear(t *testing.T) {
	dir := t.TempDir()
	c := tts.OpenCache(dir)
	if stats, err := c.Stats(); err != nil || stats != (tts.CacheStats{}) {
		t.Errorf("an empty cache: %+v, %v", stats, err)
	}
	b := tts.Cached(tones, c)
	for _, u := range sentences(20) {
		say(t, b, u)
	}
	var bytes int64
	for _, path := range files(t, dir) {
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		bytes += info.Size()
	}
	if stats, err := c.Stats(); err != nil || stats != (tts.CacheStats{Entries: 20, Bytes: bytes}) {
		t.Errorf("%+v, %v, want 20 entries of %d bytes", stats, err, bytes)
	}
	stranger := filepath.Join(filepath.Dir(files(t, dir)[0]), "notes.txt")
	if err := os.WriteFile(stranger, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if err := c.Clear(); err != nil {
		t.Error(err)
	}
	if list := files(t, dir); !slices.Equal(list, []string{stranger}) {
		t.Errorf("after Clear: %q", list)
	}
	say(t, b, sentences(1)[0])
	if stats, err := c.Stats(); err != nil || stats.Entries != 1 {
		t.Errorf("%+v, %v", stats, err)
	}
}

func TestVerifyEndsWithItsContext(t *testing.T) {
	c := tts.OpenCache(t.TempDir())
	say(t, tts.Cached(tones, c), tts.Utterance{Text: "One entry."})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := c.Verify(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("verify: %v", err)
	}
}

func TestCacheRemovesLeftovers(t *testing.T) {
	for name, use := range map[string]func(*tts.Cache) error{
		"a clip kept": func(c *tts.Cache) error {
			_, err := tts.Cached(tones, c).Synthesize(t.Context(), tts.Utterance{Text: "Another entry."})
			return err
		},
		"stats":  func(c *tts.Cache) error { _, err := c.Stats(); return err },
		"verify": func(c *tts.Cache) error { _, err := c.Verify(t.Context()); return err },
		"clear":  func(c *tts.Cache) error { return c.Clear() },
	} {
		dir := t.TempDir()
		say(t, tts.Cached(tones, tts.OpenCache(dir)), tts.Utterance{Text: "One entry."})
		left := filepath.Join(filepath.Dir(files(t, dir)[0]), ".articast-x.clip.0123456789abcdef.tmp")
		if !atomicfile.IsTemp(filepath.Base(left)) {
			t.Fatal("not the name of a temporary file")
		}
		if err := os.WriteFile(left, []byte("half an ent"), 0o666); err != nil {
			t.Fatal(err)
		}
		old := time.Now().Add(-72 * time.Hour)
		if err := os.Chtimes(left, old, old); err != nil {
			t.Fatal(err)
		}
		if err := use(tts.OpenCache(dir)); err != nil {
			t.Error(err)
		}
		if list := files(t, dir); slices.Contains(list, left) {
			t.Errorf("after %s there is %q", name, list)
		}
	}
}
