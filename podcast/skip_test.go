package podcast_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"articast/audio"
	"articast/podcast"
	"articast/segment"
	"articast/tts"
	"articast/tts/tone"
)

// failingOn returns a backend that speaks in tones but for texts that contain one of words.
func failingOn(b tts.Backend, words ...string) tts.Backend {
	return failingBackend{b, words}
}

type failingBackend struct {
	tts.Backend
	words []string
}

var errDown = errors.New("connection refused")

func (b failingBackend) Synthesize(ctx context.Context, u tts.Utterance) (audio.Clip, error) {
	if slices.ContainsFunc(b.words, func(w string) bool { return strings.Contains(u.Text, w) }) {
		return audio.Clip{}, errDown
	}
	return b.Backend.Synthesize(ctx, u)
}

func always(*podcast.SegmentError) bool { return true }

// TestSkippedSegmentsAreSilence takes segments away at the beginning, in the middle, at the end, and several at once.
func TestSkippedSegmentsAreSilence(t *testing.T) {
	plan := &segment.Plan{Title: "The Canal", Segments: body(8)}
	p := newProducer()
	p.Skip = always
	whole, _ := produce(t, p, plan)
	for _, gone := range [][]string{{"1."}, {"4."}, {"8."}, {"1.", "2."}, {"3.", "5.", "6."}, {"7.", "8."}} {
		var words, ids []string
		for _, n := range gone {
			words, ids = append(words, "the "+n+" year"), append(ids, "s000"+n[:1])
		}
		p.Backend = failingOn(tone.Backend{}, words...)
		e, f := produce(t, p, plan)
		_, clip := read(t, f)
		checkCues(t, e, clip)
		var skipped []string
		for _, s := range e.Skipped {
			skipped = append(skipped, s.SegmentID)
			if s.Reason != "connection refused" || !strings.Contains(s.Spoken, "year of the canal") {
				t.Errorf("%+v", s)
			}
		}
		if !slices.Equal(skipped, ids) || e.Silent != nil || len(e.Cues) != 8-len(ids) {
			t.Errorf("without %q: skipped %q, silent %q, %d cues", ids, skipped, e.Silent, len(e.Cues))
		}
		if off := (e.Duration - whole.Duration).Abs(); off > time.Duration(len(ids))*time.Second {
			t.Errorf("without %q it takes %v, not about %v", ids, e.Duration, whole.Duration)
		}
		if e.Chapters[0].Start != 0 || e.Chapters[len(e.Chapters)-1].End != e.Duration {
			t.Errorf("without %q: chapters %+v", ids, e.Chapters)
		}
	}
}

// TestSkippedPartOfASegment: the rest of a long segment is heard.
func TestSkippedPartOfASegment(t *testing.T) {
	const text = "The gates were opened at noon. The water fell by a foot within the hour. Nobody in the village had expected it."
	plan := &segment.Plan{Title: "Gates", Segments: []segment.Segment{
		{ID: "s0001", Text: text, Spoken: text, PauseAfterMS: 500},
		{ID: "s0002", Text: "Then it rained.", Spoken: "Then it rained.", PauseAfterMS: 500},
	}}
	p := newProducer()
	p.Skip = always
	p.Backend = tone.Backend{MaxRunes: 45}
	whole, _ := produce(t, p, plan)
	for _, word := range []string{"gates", "water", "expected"} {
		p.Backend = failingOn(tone.Backend{MaxRunes: 45}, word)
		e, f := produce(t, p, plan)
		_, clip := read(t, f)
		checkCues(t, e, clip)
		if len(e.Cues) != 2 || len(e.Skipped) != 1 || e.Silent != nil || (e.Duration-whole.Duration).Abs() > time.Second {
			t.Errorf("without %q: %+v, %v instead of %v", word, e, e.Duration, whole.Duration)
		}
	}
}

func TestSkipIsAsked(t *testing.T) {
	plan := &segment.Plan{Title: "The Canal", Segments: body(4)}
	p := newProducer()
	p.Backend = failingOn(tone.Backend{}, "the 2. year", "the 3. year")
	var asked []string
	p.Skip = func(e *podcast.SegmentError) bool {
		asked = append(asked, e.ID)
		return e.ID == "s0002"
	}
	_, err := p.Produce(t.Context(), plan, newFile(t))
	var se *podcast.SegmentError
	if !errors.As(err, &se) || se.ID != "s0003" || !slices.Equal(asked, []string{"s0002", "s0003"}) {
		t.Errorf("%v, asked about %q", err, asked)
	}
	p.Backend = failingOn(tone.Backend{}, "year")
	p.Skip = always
	if _, err = p.Produce(t.Context(), plan, newFile(t)); !errors.As(err, &se) || se.ID != "s0001" || !errors.Is(err, errDown) {
		t.Errorf("nothing is left to hear: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err = p.Produce(ctx, plan, newFile(t)); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	p.Backend = tone.Backend{}
	if _, err = p.Produce(t.Context(), plan, &shortFile{File: newFile(t), room: 100}); !errors.Is(err, errFull) {
		t.Errorf("a full disk is skipped over: %v", err)
	}
}

// TestCreditsNameTheEngines: cues tell who spoke where two engines did, and nothing where one did all.
func TestCreditsNameTheEngines(t *testing.T) {
	plan := &segment.Plan{Title: "The Canal", Segments: body(4)}
	second := renamed{tone.Backend{}, "second"}
	p := newProducer()
	p.Cast.Speakers = nil
	p.Backend = tts.Fallback(failingOn(tone.Backend{}, "the 2. year"), second, func(string) string { return "piccolo" })
	e, f := produce(t, p, plan)
	_, clip := read(t, f)
	checkCues(t, e, clip)
	for i, c := range e.Cues {
		engine := "tone"
		if i == 1 {
			engine = "second"
		}
		if c.Engine != engine || (c.Voice == "piccolo") != (i == 1) {
			t.Errorf("%s is spoken by %s of %s", c.SegmentID, c.Voice, c.Engine)
		}
	}
	for word, want := range map[string]string{"nothing has this": "", "year": "second"} {
		p.Backend = tts.Fallback(failingOn(tone.Backend{}, word), second, func(string) string { return "piccolo" })
		e, _ = produce(t, p, plan)
		if e.Cues[0].Engine != want {
			t.Errorf("one engine spoke all, and cues name %q, not %q", e.Cues[0].Engine, want)
		}
	}
	p.Backend = tts.Fallback(failingOn(tone.Backend{MaxRunes: 45}, "water"), second, func(string) string { return "piccolo" })
	if e, _ = produce(t, p, plan); !strings.Contains(e.Cues[0].Engine, "tone") || !strings.Contains(e.Cues[0].Engine, "second") {
		t.Errorf("a segment that both spoke is credited to %q", e.Cues[0].Engine)
	}
}

type renamed struct {
	tts.Backend
	name string
}

func (r renamed) Properties() tts.Properties {
	p := r.Backend.Properties()
	p.Name = r.name
	return p
}
