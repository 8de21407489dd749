package tts

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"articast/audio"
	"articast/internal/atomicfile"
)

// Cache keeps spoken clips in a directory, each under a name made of all that decides its sound: running a command again
// is resuming it, and a paragraph more costs a paragraph more. Entries are written whole or not at all, are checked
// when they are read, and replaced when they are damaged. Several processes may use one directory at once, and each
// may be killed at any time.
//
// A cache that cannot be written (full, read-only) never fails a call: the sound is made and returned all the same, and
// Err tells why it was not kept.
type Cache struct {
	dir   string
	clean sync.Once // removes what killed processes left half written

	mu     sync.Mutex
	err    error
	counts CacheCounts
	busy   map[string]chan struct{} // keys being spoken in this process; closed when done
}

// CacheCounts tells what a Cache did since it was opened.
type CacheCounts struct {
	Hits    int // clips found
	Misses  int // clips that had to be spoken
	Damaged int // entries among the misses that were there, but damaged
}

// OpenCache returns the Cache in dir, which is created when the first clip is kept. Nothing is read yet, so that a start
// costs nothing however large the cache is. What killed processes left there half written is removed before the first
// clip is kept.
func OpenCache(dir string) *Cache {
	return &Cache{dir: dir, busy: make(map[string]chan struct{})}
}

// Dir returns the directory of the cache.
func (c *Cache) Dir() string { return c.dir }

// Err returns the first failure to keep a clip, or nil. It is worth telling a user once, after the work is done.
func (c *Cache) Err() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.err
}

// Counts returns what the cache did since it was opened.
func (c *Cache) Counts() CacheCounts {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.counts
}

// cached is a Backend with a memory.
type cached struct {
	wrapper
	cache *Cache
}

// Cached returns a Backend that answers from c what it was asked before, and asks b for the rest. A clip must pass Check
// to be kept and to be returned. Its samples are rounded to 16 bits whether they come from b or from the cache, so
// that the first run sounds like the second.
//
// Where b names its voices' models (VoiceKeyer), the names are part of the key, that of the default voice included; where
// it does not, its Properties' Version must change when they do. Equal utterances asked for at the same time are
// spoken once.
func Cached(b Backend, c *Cache) Backend {
	return &cached{wrapper{b}, c}
}

// Synthesize returns the clip from the cache or speaks and keeps it.
func (b *cached) Synthesize(ctx context.Context, u Utterance) (audio.Clip, error) {
	voiceKey, err := VoiceKey(b.Backend, u.Voice)
	if err != nil {
		return audio.Clip{}, err
	}
	s := newSubject(b.Backend.Properties(), voiceKey, u)
	release, err := b.cache.claim(ctx, s.key())
	if err != nil {
		return audio.Clip{}, err
	}
	defer release()
	if clip, ok := b.cache.load(s); ok {
		return clip, nil
	}
	clip, err := b.Backend.Synthesize(ctx, u)
	if err != nil {
		return audio.Clip{}, err
	}
	if err := Check(u, clip); err != nil { // before what is no number is rounded
		return audio.Clip{}, err
	}
	clip = quantize(clip)
	b.cache.store(s, clip)
	return clip, nil
}

// A Holder is a Backend that can tell whether it has a clip already, for which its engine is not asked.
type Holder interface{ Holds(u Utterance) bool }

// Holds reports whether there is an entry for u. It is not read: it may turn out to be damaged.
func (b *cached) Holds(u Utterance) bool {
	voiceKey, err := VoiceKey(b.Backend, u.Voice)
	if err != nil {
		return false
	}
	_, err = os.Stat(b.cache.path(clips, newSubject(b.Backend.Properties(), voiceKey, u).key()))
	return err == nil
}

// claim waits until no other goroutine of this process works on key, and makes it ours until release is called.
func (c *Cache) claim(ctx context.Context, key string) (release func(), err error) {
	for {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		c.mu.Lock()
		other, taken := c.busy[key]
		if !taken {
			done := make(chan struct{})
			c.busy[key] = done
			c.mu.Unlock()
			return func() { c.release(key, done) }, nil
		}
		c.mu.Unlock()
		select {
		case <-other:
		case <-ctx.Done():
		}
	}
}

func (c *Cache) release(key string, done chan struct{}) {
	c.mu.Lock()
	delete(c.busy, key)
	c.mu.Unlock()
	close(done)
}

// load returns the entry of s when it is there and sound.
func (c *Cache) load(s subject) (audio.Clip, bool) {
	path := c.path(clips, s.key())
	clip, err := readEntry(path, s.key())
	if err == nil {
		touch(path)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	switch {
	case err == nil:
		c.counts.Hits++
		return clip, true
	case !errors.Is(err, fs.ErrNotExist):
		c.counts.Damaged++
	}
	c.counts.Misses++
	return audio.Clip{}, false
}

// readEntry reads an entry and checks that it is whole, lies under its own key and sounds plausible.
func readEntry(path, key string) (audio.Clip, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return audio.Clip{}, err
	}
	s, clip, err := decodeEntry(data)
	if err != nil {
		return audio.Clip{}, err
	}
	if s.key() != key {
		return audio.Clip{}, fmt.Errorf("%w: wrong name", errDamaged)
	}
	if err := Check(s.utterance(), clip); err != nil {
		return audio.Clip{}, fmt.Errorf("%w: %w", errDamaged, err)
	}
	return clip, nil
}

// store keeps a clip. Its failure is remembered, not returned: the clip is there all the same.
func (c *Cache) store(s subject, clip audio.Clip) {
	data, err := encodeEntry(s, clip)
	if err == nil {
		err = c.write(c.path(clips, s.key()), data)
	}
	c.note(err)
}

// note remembers the first failure to keep something.
func (c *Cache) note(err error) {
	if err == nil {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.err == nil {
		c.err = fmt.Errorf("keep speech in the cache: %w", err)
	}
}

func (c *Cache) write(path string, data []byte) error {
	c.clean.Do(c.removeTemps)
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return err
	}
	if info, err := os.Lstat(path); err == nil && !info.Mode().IsRegular() {
		os.RemoveAll(path) // nothing but an entry has a place under this name
	}
	f, err := atomicfile.Create(path)
	if err != nil {
		return err
	}
	defer f.Abort()
	if _, err := f.Write(data); err != nil {
		return err
	}
	// The checksum finds what a power cut damages, and the entry can be made again: no need to wait for the disk.
	return f.CommitUnsynced()
}
