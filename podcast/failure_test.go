package podcast_test

import (
	"context"
	"errors"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"articast/audio"
	"articast/audio/mp3"
	"articast/podcast"
	"articast/segment"
	"articast/tts"
	"articast/tts/tone"
)

// backendFunc is a Backend made of a function.
type backendFunc func(ctx context.Context, u tts.Utterance) (audio.Clip, error)

func (f backendFunc) Synthesize(ctx context.Context, u tts.Utterance) (audio.Clip, error) {
	return f(ctx, u)
}
func (backendFunc) Properties() tts.Properties { return tts.Properties{Name: "func", Concurrency: 2} }

// changing returns a backend that speaks in tones but answers one text through f.
func changing(text string, f func(audio.Clip) (audio.Clip, error)) tts.Backend {
	return backendFunc(func(ctx context.Context, u tts.Utterance) (audio.Clip, error) {
		clip, err := tone.Backend{}.Synthesize(ctx, u)
		if err == nil && u.Text == text {
			return f(clip)
		}
		return clip, err
	})
}

func TestFailuresNameTheSegment(t *testing.T) {
	broken := errors.New("the string broke")
	for name, c := range map[string]struct {
		f    func(audio.Clip) (audio.Clip, error)
		want string
	}{
		"error":     {func(audio.Clip) (audio.Clip, error) { return audio.Clip{}, broken }, "the string broke"},
		"panic":     {func(audio.Clip) (audio.Clip, error) { panic("flat") }, "backend panicked: flat"},
		"half":      {func(c audio.Clip) (audio.Clip, error) { c.Samples = c.Samples[:2000]; return c, nil }, "implausible sound: too short (0.09s for 26 characters)"},
		"silence":   {func(c audio.Clip) (audio.Clip, error) { clear(c.Samples); return c, nil }, "implausible sound: silent (1.73s for 26 characters)"},
		"no sound":  {func(c audio.Clip) (audio.Clip, error) { return audio.Clip{Rate: c.Rate}, nil }, "implausible sound: no sound (0.00s for 26 characters)"},
		"no number": {func(c audio.Clip) (audio.Clip, error) { c.Samples[9] = float32(math.NaN()); return c, nil }, "implausible sound: samples that are not numbers (1.73s for 26 characters)"},
	} {
		p := newProducer()
		p.Backend = changing("Water came over the gates.", c.f)
		_, err := p.Produce(t.Context(), article(), newFile(t))
		var se *podcast.SegmentError
		want := `speak segment s0007 ("Water came over the gates."): ` + c.want
		if !errors.As(err, &se) || se.ID != "s0007" || err.Error() != want {
			t.Errorf("%s: %v, want %s", name, err, want)
		}
		if name == "error" && !errors.Is(err, broken) {
			t.Errorf("the cause is lost: %v", err)
		}
	}
}

func TestNothingToSay(t *testing.T) {
	for _, plan := range []*segment.Plan{
		{},
		{Title: "Empty", Segments: []segment.Segment{{ID: "s1", Spoken: " "}, {ID: "s2", Spoken: "—"}}},
	} {
		if _, err := newProducer().Produce(t.Context(), plan, newFile(t)); !errors.Is(err, podcast.ErrNothingToSay) {
			t.Errorf("%v", err)
		}
	}
}

func TestRefusedBitrate(t *testing.T) {
	p := newProducer()
	p.Kbps = 17
	_, err := p.Produce(t.Context(), article(), newFile(t))
	var config *mp3.ConfigError
	var se *podcast.SegmentError
	if !errors.As(err, &config) || errors.As(err, &se) {
		t.Errorf("%v, want a ConfigError that blames no segment", err)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	p := newProducer()
	p.Backend = changing("The flood.", func(c audio.Clip) (audio.Clip, error) { cancel(); return c, nil })
	if _, err := p.Produce(ctx, article(), newFile(t)); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

// shortFile is an output that fails after some bytes, or lies.
type shortFile struct {
	*os.File
	room    int
	corrupt bool
}

var errFull = errors.New("no space left on device")

func (f *shortFile) Write(b []byte) (int, error) {
	if f.room -= len(b); f.room < 0 {
		return 0, errFull
	}
	if f.corrupt {
		b = slices.Clone(b)
		b[len(b)/2] ^= 0x10
	}
	return f.File.Write(b)
}

func TestBadOutput(t *testing.T) {
	plan := &segment.Plan{Title: "Long", Segments: body(8)}
	for _, format := range []podcast.Format{podcast.MP3, podcast.WAV} {
		p := newProducer()
		p.Format = format
		for _, room := range []int{0, 70_000, 300_000} {
			_, err := p.Produce(t.Context(), plan, &shortFile{File: newFile(t), room: room})
			var se *podcast.SegmentError
			if !errors.Is(err, errFull) || errors.As(err, &se) {
				t.Errorf("%v with room for %d bytes: %v", format, room, err)
			}
		}
		_, err := p.Produce(t.Context(), plan, &shortFile{File: newFile(t), room: 1 << 30, corrupt: true})
		if err == nil || !strings.Contains(err.Error(), "check the episode") {
			t.Errorf("%v that was changed as it was written: %v", format, err)
		}
	}
}
