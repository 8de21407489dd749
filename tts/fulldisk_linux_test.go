package tts_test

import (
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"articast/tts"
)

// mountSmall mounts a file system of a few pages at a new directory, which takes root.
func mountSmall(t *testing.T) string {
	dir := t.TempDir()
	if err := unix.Mount("tmpfs", dir, "tmpfs", 0, "size=64k"); err != nil {
		t.Skip("mount:", err)
	}
	t.Cleanup(func() {
		if err := unix.Unmount(dir, 0); err != nil {
			t.Error(err)
		}
	})
	return dir
}

// TestCacheOnFullDisk: what has no room is spoken all the same, told of, and leaves nothing half written.
func TestCacheOnFullDisk(t *testing.T) {
	c := tts.OpenCache(mountSmall(t))
	b := tts.Cached(tones, c)
	for range 2 {
		for _, u := range sentences(40) {
			if clip := say(t, b, u); !near(clip, spoken(t, u)) {
				t.Errorf("wrong clip for %q", u.Text)
			}
		}
	}
	stats, err := c.Stats()
	if err != nil || stats.Entries == 0 || stats.Entries >= 40 || c.Counts().Hits < stats.Entries {
		t.Errorf("%+v, %+v, %v", stats, c.Counts(), err)
	}
	if c.Err() == nil || !strings.Contains(c.Err().Error(), "no space left") {
		t.Errorf("the caller is told %v", c.Err())
	}
	if damages, err := c.Verify(t.Context()); err != nil || len(damages) > 0 || len(files(t, c.Dir())) != stats.Entries {
		t.Errorf("%v, %v, %q", damages, err, files(t, c.Dir()))
	}
}

// TestCacheOnReadOnlyDisk: what is there is used, what is not is spoken and told of.
func TestCacheOnReadOnlyDisk(t *testing.T) {
	dir := mountSmall(t)
	list := sentences(4)
	for _, u := range list[:2] {
		say(t, tts.Cached(tones, tts.OpenCache(dir)), u)
	}
	if err := unix.Mount("", dir, "", unix.MS_REMOUNT|unix.MS_RDONLY, ""); err != nil {
		t.Skip("remount:", err)
	}
	c := tts.OpenCache(dir)
	for _, u := range list {
		if clip := say(t, tts.Cached(tones, c), u); !near(clip, spoken(t, u)) {
			t.Errorf("wrong clip for %q", u.Text)
		}
	}
	if c.Counts() != (tts.CacheCounts{Hits: 2, Misses: 2}) || c.Err() == nil || !strings.Contains(c.Err().Error(), "read-only") {
		t.Errorf("%+v, %v", c.Counts(), c.Err())
	}
	if err := c.Clear(); err == nil {
		t.Error("emptying it is no error")
	}
}
