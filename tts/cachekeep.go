package tts

import (
	"cmp"
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"articast/internal/atomicfile"
)

// shelf is a kind of entry. Its files lie in clips/ab/abcd....clip below the cache's directory, by the first two digits
// of their key.
type shelf struct {
	dir, ext string
	check    func(path, key string) error // reads an entry and says what is wrong with it
}

var (
	clips = shelf{"clips", ".clip", func(path, key string) error { _, err := readEntry(path, key); return err }}
	made  = shelf{"made", ".made", func(path, key string) error { _, err := readMade(path, key); return err }}

	shelves = []shelf{clips, made}
)

const keyLength = 64

func (c *Cache) path(s shelf, key string) string {
	return filepath.Join(c.dir, s.dir, key[:2], key+s.ext)
}

// CacheStats tells what a Cache holds.
type CacheStats struct {
	Entries int   `json:"entries"` // clips
	Bytes   int64 `json:"bytes"`   // of clips and of what was made of them
}

func (s *CacheStats) add(kind shelf, bytes int64) {
	if kind.dir == clips.dir {
		s.Entries++
	}
	s.Bytes += bytes
}

// Damage is an entry that cannot be used.
type Damage struct {
	Path string
	Err  error
}

// Stats counts the entries. It reads no sound. Like Verify and Clear, it removes what killed processes left half written.
func (c *Cache) Stats() (CacheStats, error) {
	c.clean.Do(c.removeTemps)
	var stats CacheStats
	err := c.each(func(kind shelf, path, _ string) error {
		info, err := os.Stat(path)
		if err == nil {
			stats.add(kind, info.Size())
		}
		return ignoreMissing(err)
	})
	return stats, err
}

// Verify reads all entries and lists the damaged ones, in the order of their paths. They do no harm: each is spoken
// anew when it is needed.
func (c *Cache) Verify(ctx context.Context) ([]Damage, error) {
	c.clean.Do(c.removeTemps)
	var damages []Damage
	err := c.each(func(kind shelf, path, key string) error {
		if err := kind.check(path, key); ignoreMissing(err) != nil {
			damages = append(damages, Damage{Path: path, Err: err})
		}
		return ctx.Err()
	})
	return damages, err
}

// useNoted is how exact the time of an entry's last use is: noting each use would cost more than reading the entry.
const useNoted = 24 * time.Hour

// touch notes in an entry's time stamp that it was used. Where that is not allowed, it counts as last used when written.
func touch(path string) {
	if info, err := os.Stat(path); err == nil && time.Since(info.ModTime()) > useNoted {
		_ = os.Chtimes(path, time.Time{}, time.Now())
	}
}

// Shrink removes the entries that were last used before a time, give or take a day, and then those that were not used for
// longest until no more than maxBytes are left; a negative maxBytes sets no limit. It returns what it removed.
func (c *Cache) Shrink(ctx context.Context, maxBytes int64, before time.Time) (CacheStats, error) {
	c.clean.Do(c.removeTemps)
	entries, total, err := c.byUse()
	if err != nil {
		return CacheStats{}, err
	}
	var removed CacheStats
	for _, e := range entries {
		tooMuch := maxBytes >= 0 && total > maxBytes
		if !tooMuch && !e.used.Before(before) {
			break
		}
		if err := ctx.Err(); err != nil {
			return removed, err
		}
		if err := ignoreMissing(os.Remove(e.path)); err != nil {
			return removed, fmt.Errorf("shrink the cache: %w", err)
		}
		total -= e.bytes
		removed.add(e.kind, e.bytes)
	}
	return removed, nil
}

// usedEntry is an entry with the time of its last use.
type usedEntry struct {
	kind  shelf
	path  string
	bytes int64
	used  time.Time
}

// byUse lists the entries, the one that was not used for longest first, and adds up their sizes.
func (c *Cache) byUse() (entries []usedEntry, total int64, err error) {
	err = c.each(func(kind shelf, path, _ string) error {
		info, err := os.Lstat(path)
		if err == nil && info.Mode().IsRegular() {
			entries = append(entries, usedEntry{kind, path, info.Size(), info.ModTime()})
			total += info.Size()
		}
		return ignoreMissing(err)
	})
	slices.SortFunc(entries, func(a, b usedEntry) int {
		return cmp.Or(a.used.Compare(b.used), cmp.Compare(a.path, b.path))
	})
	return entries, total, err
}

// Clear removes all entries, and no file that is not the cache's own. What another process writes meanwhile may stay.
func (c *Cache) Clear() error {
	err := c.each(func(_ shelf, path, _ string) error {
		return ignoreMissing(os.RemoveAll(path))
	})
	c.removeTemps()
	for _, kind := range shelves {
		dirs, _ := c.dirsOf(kind)
		for _, dir := range append(dirs, filepath.Join(c.dir, kind.dir)) {
			os.Remove(dir) // only when empty
		}
	}
	return err
}

// each calls f with the kind, the path and the key of every entry.
func (c *Cache) each(f func(kind shelf, path, key string) error) error {
	for _, kind := range shelves {
		if err := c.eachOf(kind, f); err != nil {
			return err
		}
	}
	return nil
}

func (c *Cache) eachOf(kind shelf, f func(kind shelf, path, key string) error) error {
	dirs, err := c.dirsOf(kind)
	if err != nil {
		return fmt.Errorf("read the cache: %w", err)
	}
	for _, dir := range dirs {
		entries, err := os.ReadDir(dir)
		if err := ignoreMissing(err); err != nil {
			return fmt.Errorf("read the cache: %w", err)
		}
		for _, e := range entries {
			key, ok := strings.CutSuffix(e.Name(), kind.ext)
			if !ok || !isKey(key) || key[:2] != filepath.Base(dir) {
				continue
			}
			if err := f(kind, filepath.Join(dir, e.Name()), key); err != nil {
				return err
			}
		}
	}
	return nil
}

// dirsOf lists the directories that hold entries of a kind.
func (c *Cache) dirsOf(kind shelf) ([]string, error) {
	entries, err := os.ReadDir(filepath.Join(c.dir, kind.dir))
	if err := ignoreMissing(err); err != nil {
		return nil, err
	}
	var dirs []string
	for _, e := range entries {
		if _, err := hex.DecodeString(e.Name()); err == nil && len(e.Name()) == 2 && e.IsDir() {
			dirs = append(dirs, filepath.Join(c.dir, kind.dir, e.Name()))
		}
	}
	return dirs, nil
}

// removeTemps removes the temporary files that no living process writes.
func (c *Cache) removeTemps() {
	for _, kind := range shelves {
		dirs, _ := c.dirsOf(kind)
		for _, dir := range dirs {
			atomicfile.Clean(dir)
		}
	}
}

func isKey(s string) bool {
	_, err := hex.DecodeString(s)
	return err == nil && len(s) == keyLength
}

// ignoreMissing makes nothing of a file that another process has removed.
func ignoreMissing(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
