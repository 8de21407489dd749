package tts_test

import (
	"bytes"
	"context"
	"errors"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"articast/audio"
	"articast/tts"
)

// say speaks u through b and fails the test when that fails.
func say(t *testing.T, b tts.Backend, u tts.Utterance) audio.Clip {
	t.Helper()
	clip, err := b.Synthesize(t.Context(), u)
	if err != nil {
		t.Fatal(err)
	}
	return clip
}

// files lists the files below dir, with their paths.
func files(t *testing.T, dir string) []string {
	t.Helper()
	var list []string
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			list = append(list, path)
		}
		return err
	})
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		t.Fatal(err)
	}
	return list
}

func TestCacheAnswersTheSecondTime(t *testing.T) {
	dir := t.TempDir()
	u := tts.Utterance{Text: "The ferry left at noon.", Voice: "tenor"}
	m := &meter{Backend: tones}
	first := say(t, tts.Cached(m, tts.OpenCache(dir)), u)
	c := tts.OpenCache(dir) // another run
	second := say(t, tts.Cached(m, c), u)
	if m.calls != 1 || c.Counts() != (tts.CacheCounts{Hits: 1}) || c.Err() != nil {
		t.Errorf("%d calls, %+v, %v", m.calls, c.Counts(), c.Err())
	}
	if first.Rate != second.Rate || !slices.Equal(first.Samples, second.Samples) || !near(first, spoken(t, u)) {
		t.Errorf("the clip changes between the first run and the second: %v, %v", first, second)
	}
	if c.Dir() != dir {
		t.Errorf("directory %q", c.Dir())
	}
}

func TestCacheKnowsWhatItHolds(t *testing.T) {
	b := tts.Retry(tts.Cached(tones, tts.OpenCache(t.TempDir())), tts.RetryPolicy{})
	holder, ok := tts.As[tts.Holder](b)
	u := tts.Utterance{Text: "The ferry left at noon.", Voice: "tenor"}
	if !ok || holder.Holds(u) {
		t.Error("an empty cache holds a clip")
	}
	say(t, b, u)
	if !holder.Holds(u) || holder.Holds(tts.Utterance{Text: u.Text, Voice: "alto"}) || holder.Holds(tts.Utterance{Text: u.Text, Voice: "nobody"}) {
		t.Error("it holds another clip than the one that was kept")
	}
}

// keyed is a backend whose name, version and voices' models can be changed.
type keyed struct {
	tts.Backend
	name, version, model string
}

func (k keyed) Properties() tts.Properties { return tts.Properties{Name: k.name, Version: k.version} }
func (k keyed) VoiceKey(id string) (string, error) {
	if id == "nobody" {
		return "", tts.ErrNoVoice
	}
	return k.model, nil
}

func TestCacheKeyHoldsAllThatSounds(t *testing.T) {
	c := tts.OpenCache(t.TempDir())
	own := keyed{tones, "tone", "1", "a"}
	u := tts.Utterance{Text: "One", Voice: "tenor", Lang: "en"}
	say(t, tts.Cached(own, c), u)
	for name, ask := range map[string]struct {
		b   tts.Backend
		u   tts.Utterance
		hit bool
	}{
		"the same":           {own, u, true},
		"pace 1 spelled out": {own, tts.Utterance{Text: "One", Voice: "tenor", Lang: "en", Prosody: tts.Prosody{Rate: 1}}, true},
		"engine":             {keyed{tones, "tune", "1", "a"}, u, false},
		"version":            {keyed{tones, "tone", "2", "a"}, u, false},
		"model":              {keyed{tones, "tone", "1", "b"}, u, false},
		"fields shifted":     {keyed{tones, "tone1", "", "a"}, u, false},
		"voice":              {own, tts.Utterance{Text: "One", Voice: "alto", Lang: "en"}, false},
		"language":           {own, tts.Utterance{Text: "One", Voice: "tenor", Lang: "de"}, false},
		"text":               {own, tts.Utterance{Text: "one", Voice: "tenor", Lang: "en"}, false},
		"pace":               {own, tts.Utterance{Text: "One", Voice: "tenor", Lang: "en", Prosody: tts.Prosody{Rate: 1.5}}, false},
	} {
		before := c.Counts()
		say(t, tts.Cached(ask.b, c), ask.u)
		if hit := c.Counts().Hits > before.Hits; hit != ask.hit {
			t.Errorf("%s: hit %v", name, hit)
		}
	}
	if _, err := tts.Cached(own, c).Synthesize(t.Context(), tts.Utterance{Text: "One", Voice: "nobody"}); !errors.Is(err, tts.ErrNoVoice) {
		t.Errorf("unknown voice: %v", err)
	}
}

func TestCacheKeepsNoErrorAndNoDoubtfulSound(t *testing.T) {
	dir := t.TempDir()
	c := tts.OpenCache(dir)
	u := tts.Utterance{Text: "The ferry left at noon, with nobody aboard."}
	short := backendFunc(func(ctx context.Context, u tts.Utterance) (audio.Clip, error) {
		clip, err := tones.Synthesize(ctx, u)
		clip.Samples = clip.Samples[:100]
		return clip, err
	})
	var implausible *tts.ImplausibleError
	if _, err := tts.Cached(short, c).Synthesize(t.Context(), u); !errors.As(err, &implausible) {
		t.Errorf("half a text: %v", err)
	}
	broken := backendFunc(func(ctx context.Context, u tts.Utterance) (audio.Clip, error) {
		clip, err := tones.Synthesize(ctx, u)
		clip.Samples[17] = float32(math.NaN())
		return clip, err
	})
	if _, err := tts.Cached(broken, c).Synthesize(t.Context(), u); !errors.As(err, &implausible) {
		t.Errorf("a sample that is no number: %v", err)
	}
	if _, err := tts.Cached(failing(tts.ErrUnavailable), c).Synthesize(t.Context(), u); !errors.Is(err, tts.ErrUnavailable) {
		t.Errorf("no engine: %v", err)
	}
	if list := files(t, dir); len(list) > 0 {
		t.Errorf("kept %q", list)
	}
}

func TestCacheLimitsLoudSamples(t *testing.T) {
	loud := backendFunc(func(ctx context.Context, u tts.Utterance) (audio.Clip, error) {
		clip, err := tones.Synthesize(ctx, u)
		for i := range clip.Samples {
			clip.Samples[i] *= 3
		}
		return clip, err
	})
	clip := say(t, tts.Cached(loud, tts.OpenCache(t.TempDir())), tts.Utterance{Text: "Loud and clear."})
	if low, high := slices.Min(clip.Samples), slices.Max(clip.Samples); low != -1 || high > 1 || high < 0.999 {
		t.Errorf("samples between %v and %v", low, high)
	}
}

func TestDamagedEntriesAreNoticedAndRepaired(t *testing.T) {
	flip := func(at int) func([]byte) []byte {
		return func(b []byte) []byte {
			if at < 0 {
				at += len(b)
			}
			b[at] ^= 4
			return b
		}
	}
	write := func(change func([]byte) []byte) func(string) error {
		return func(path string) error {
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			return os.WriteFile(path, change(data), 0o666)
		}
	}
	for name, damage := range map[string]func(path string) error{
		"empty":            write(func([]byte) []byte { return nil }),
		"truncated":        write(func(b []byte) []byte { return b[:len(b)/2] }),
		"cut by a byte":    write(func(b []byte) []byte { return b[:len(b)-1] }),
		"longer":           write(func(b []byte) []byte { return append(b, 0) }),
		"magic flipped":    write(flip(0)),
		"length flipped":   write(flip(9)),
		"subject flipped":  write(flip(20)),
		"sample flipped":   write(flip(-100)),
		"checksum flipped": write(flip(-1)),
		"zeros":            write(func(b []byte) []byte { return make([]byte, len(b)) }),
		"a web page":       write(func([]byte) []byte { return []byte("<html>Please log in to this network</html>") }),
		"a directory": func(path string) error {
			return errors.Join(os.Remove(path), os.MkdirAll(filepath.Join(path, "with", "more"), 0o777))
		},
		"read-only and truncated": func(path string) error {
			return errors.Join(os.Truncate(path, 300), os.Chmod(path, 0o444))
		},
		"a dead link": func(path string) error {
			return errors.Join(os.Remove(path), os.Symlink(path+".gone", path))
		},
		"another's entry": func(path string) error {
			dir := filepath.Join(filepath.Dir(path), "..", "..", "other")
			other := tts.OpenCache(dir)
			if _, err := tts.Cached(tones, other).Synthesize(context.Background(), tts.Utterance{Text: "Another text"}); err != nil {
				return err
			}
			list := files(t, dir)
			return os.Rename(list[0], path)
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			u := tts.Utterance{Text: "The ferry left at noon."}
			want := say(t, tts.Cached(tones, tts.OpenCache(dir)), u)
			path := files(t, dir)[0]
			if err := damage(path); err != nil {
				t.Skip(err)
			}
			c := tts.OpenCache(dir)
			dead := strings.Contains(name, "link") // what is not there is missing, not damaged
			if damages, err := c.Verify(t.Context()); err != nil || len(damages) != 1 && !dead {
				t.Errorf("verify: %v, %v", damages, err)
			}
			got := say(t, tts.Cached(tones, c), u)
			if !slices.Equal(got.Samples, want.Samples) || c.Counts().Misses != 1 || (c.Counts().Damaged == 1) == dead || c.Err() != nil {
				t.Errorf("%v, %+v, %v", got, c.Counts(), c.Err())
			}
			if damages, err := c.Verify(t.Context()); err != nil || len(damages) > 0 {
				t.Errorf("verify after the repair: %v, %v", damages, err)
			}
			say(t, tts.Cached(tones, c), u)
			if c.Counts().Hits != 1 {
				t.Errorf("not repaired: %+v", c.Counts())
			}
		})
	}
}

func TestCacheThatCannotBeWritten(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a file")
	if err := os.WriteFile(file, []byte("in the way"), 0o666); err != nil {
		t.Fatal(err)
	}
	c := tts.OpenCache(file)
	b := tts.Cached(tones, c)
	for _, u := range sentences(3) {
		if clip := say(t, b, u); !near(clip, spoken(t, u)) {
			t.Errorf("wrong clip for %q", u.Text)
		}
	}
	if err := c.Err(); err == nil || !strings.Contains(err.Error(), file) {
		t.Errorf("the caller is told %v", err)
	}
	if _, err := c.Stats(); err == nil {
		t.Error("its size is no error")
	}
	if _, err := c.Verify(t.Context()); err == nil {
		t.Error("its check is no error")
	}
	if err := c.Clear(); err == nil {
		t.Error("emptying it is no error")
	}
	if data, _ := os.ReadFile(file); string(data) != "in the way" {
		t.Errorf("the file in the way is now %q", data)
	}
}

func TestEqualUtterancesAreSpokenOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := &meter{Backend: tones, delay: time.Minute}
		b := tts.Cached(m, tts.OpenCache(t.TempDir()))
		var calls sync.WaitGroup
		for range 10 {
			calls.Go(func() { say(t, b, tts.Utterance{Text: "Said by all at once."}) })
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		synctest.Wait()
		if _, err := b.Synthesize(ctx, tts.Utterance{Text: "Said by all at once."}); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("the one in a hurry: %v", err)
		}
		calls.Wait()
		if m.calls != 1 {
			t.Errorf("spoken %d times", m.calls)
		}
	})
}

func TestFailureOfOneIsNotTheOthers(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := &meter{Backend: failing(errors.New("once")), delay: time.Second}
		b := tts.Cached(m, tts.OpenCache(t.TempDir()))
		var failed sync.Map
		var calls sync.WaitGroup
		for i := range 5 {
			calls.Go(func() {
				if _, err := b.Synthesize(t.Context(), tts.Utterance{Text: "Try me."}); err != nil {
					failed.Store(i, err)
				}
			})
		}
		calls.Wait()
		n := 0
		failed.Range(func(any, any) bool { n++; return true })
		if n != 1 || m.calls != 2 {
			t.Errorf("%d failed, %d calls", n, m.calls)
		}
	})
}

func TestEntryIsCompact(t *testing.T) {
	dir := t.TempDir()
	clip := say(t, tts.Cached(tones, tts.OpenCache(dir)), tts.Utterance{Text: "Small enough."})
	data, err := os.ReadFile(files(t, dir)[0])
	if err != nil {
		t.Fatal(err)
	}
	if over := len(data) - 2*len(clip.Samples); over > 200 {
		t.Errorf("%d bytes around %d samples", over, len(clip.Samples))
	}
	if !bytes.Contains(data, []byte("Small enough.")) {
		t.Error("the entry does not say what it is the sound of")
	}
}
