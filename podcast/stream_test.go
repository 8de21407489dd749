package podcast_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"articast/audio"
	"articast/podcast"
	"articast/segment"
	"articast/tts/tone"
)

// streamPlan has two sentences with a segment between them in which there is nothing to say.
func streamPlan() *segment.Plan {
	return &segment.Plan{Title: "A", Lang: "en", Segments: []segment.Segment{
		{ID: "s1", Text: "The library opened on Monday.", Spoken: "The library opened on Monday.", PauseBeforeMS: 100, PauseAfterMS: 500},
		{ID: "s2", Text: "* * *", PauseBeforeMS: 200, PauseAfterMS: 300},
		{ID: "s3", Text: "Nobody spoke a word.", Spoken: "Nobody spoke a word.", PauseBeforeMS: 400, PauseAfterMS: 900},
	}}
}

// quiet returns how long a clip is silent at its beginning.
func quiet(clip audio.Clip) time.Duration {
	for i, s := range clip.Samples {
		if s != 0 {
			return clip.Rate.D(i)
		}
	}
	return clip.Duration()
}

func TestStreamYieldsUtterancesInOrderBehindThePausesOfThePlan(t *testing.T) {
	p := &podcast.Producer{Backend: tone.Backend{}}
	var clips []audio.Clip
	for clip, err := range p.Stream(t.Context(), streamPlan()) {
		if err != nil {
			t.Fatal(err)
		}
		clips = append(clips, clip)
	}
	want := []time.Duration{100 * time.Millisecond, 1400 * time.Millisecond}
	if len(clips) != len(want) {
		t.Fatalf("%d clips, want %d", len(clips), len(want))
	}
	e, _ := produce(t, p, streamPlan())
	const margin = 50 * time.Millisecond // silence that Trim leaves around the sound
	for i, clip := range clips {
		if got := quiet(clip); got < want[i] || got > want[i]+margin {
			t.Errorf("clip %d begins with %v of silence, want %v", i, got, want[i])
		}
		sound := clip.Duration() - want[i]
		if cue := e.Cues[i].End - e.Cues[i].Start; sound-cue > time.Millisecond || cue-sound > time.Millisecond {
			t.Errorf("clip %d has %v of sound, Produce %v", i, sound, cue)
		}
		if got := (audio.Clip{Rate: clip.Rate, Samples: clip.Samples[clip.Rate.N(want[i]):]}).Loudness(); got < -20 || got > -18 {
			t.Errorf("clip %d has %v LUFS, want %v", i, got, podcast.DefaultLoudness)
		}
	}
}

func TestStreamTellsWhyItEnds(t *testing.T) {
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	failing := &podcast.Producer{Backend: failingBackend{tone.Backend{}, []string{"library", "spoke"}}}
	skipping := &podcast.Producer{Backend: failingBackend{tone.Backend{}, []string{"library", "spoke"}}, Skip: func(*podcast.SegmentError) bool { return true }}
	isSegment := func(err error) bool {
		var e *podcast.SegmentError
		return errors.As(err, &e) && e.ID == "s1"
	}
	for _, c := range []struct {
		name string
		ctx  context.Context
		p    *podcast.Producer
		plan *segment.Plan
		want func(error) bool
	}{
		{"nothing to say", t.Context(), failing, &segment.Plan{}, func(err error) bool { return errors.Is(err, podcast.ErrNothingToSay) }},
		{"a segment fails", t.Context(), failing, streamPlan(), isSegment},
		{"all are skipped", t.Context(), skipping, streamPlan(), isSegment},
		{"the context ends", ended, failing, streamPlan(), func(err error) bool { return errors.Is(err, context.Canceled) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			n := 0
			for clip, err := range c.p.Stream(c.ctx, c.plan) {
				if n++; !c.want(err) || len(clip.Samples) != 0 {
					t.Errorf("got %v, %v", clip, err)
				}
			}
			if n != 1 {
				t.Errorf("%d results, want the error alone", n)
			}
		})
	}
}
