package podcast_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"articast/audio/mp3"
	"articast/podcast"
	"articast/segment"
	"articast/tts"
	"articast/tts/tone"
)

// randomPlan throws together segments of all roles: long ones, silent ones, with and without pauses and chapters.
func randomPlan(dice *rand.Rand) *segment.Plan {
	roles := []segment.Role{segment.RoleBody, segment.RoleQuote, segment.RoleBlockquote, segment.RoleHeading, segment.RoleCaption}
	words := []string{"sluice,", "keeper", "water;", "granite", "so", "it", "is", "1831:", "äußerst", "–", "north."}
	plan := &segment.Plan{Title: "Random", Lang: "en"}
	for i := range 1 + dice.IntN(12) {
		var text []string
		for range dice.IntN(14) {
			text = append(text, words[dice.IntN(len(words))])
		}
		s := segment.Segment{
			ID: fmt.Sprint("s", i), Role: roles[dice.IntN(len(roles))], Spoken: strings.Join(text, " "),
			PauseBeforeMS: dice.IntN(2) * dice.IntN(700), PauseAfterMS: dice.IntN(2) * dice.IntN(700),
		}
		if dice.IntN(4) == 0 {
			s.Chapter = fmt.Sprint("Chapter ", i)
		}
		plan.Segments = append(plan.Segments, s)
	}
	return plan
}

// TestRandomPlans looks at what must be true of the episode of any plan.
func TestRandomPlans(t *testing.T) {
	runs := uint64(40)
	if testing.Short() {
		runs = 8
	}
	for seed := range runs {
		plan := randomPlan(rand.New(rand.NewPCG(seed, 1)))
		if !slices.ContainsFunc(plan.Segments, func(s segment.Segment) bool { return tts.Speakable(s.Spoken) }) {
			continue
		}
		p := newProducer()
		p.Backend = tone.Backend{Rate: 16000, MaxRunes: 30}
		p.Prosody.Rate = 3
		e, _ := produce(t, p, plan)
		checkOrder(t, seed, e, plan)
		checkChapters(t, seed, e, plan)
	}
}

func checkOrder(t *testing.T, seed uint64, e *podcast.Episode, plan *segment.Plan) {
	t.Helper()
	var ids []string
	at := time.Duration(0)
	for _, c := range e.Cues {
		ids = append(ids, c.SegmentID)
		parts := c.Parts
		if parts == nil {
			parts = []podcast.Part{{Start: c.Start, End: c.End}}
		}
		if parts[0].Start != c.Start || parts[len(parts)-1].End != c.End {
			t.Errorf("seed %d: cue %+v", seed, c)
		}
		for _, part := range parts {
			if part.Start < at || part.End <= part.Start || e.Rate.N(part.Start)%mp3.SamplesPerFrame(e.Rate) != 0 {
				t.Errorf("seed %d: segment %s at %v to %v, after %v", seed, c.SegmentID, part.Start, part.End, at)
			}
			at = part.End
		}
	}
	if e.Duration < at {
		t.Errorf("seed %d: the last cue ends at %v, the episode at %v", seed, at, e.Duration)
	}
	var want, silent []string
	for _, s := range plan.Segments {
		if tts.Speakable(s.Spoken) {
			want = append(want, s.ID)
		} else {
			silent = append(silent, s.ID)
		}
	}
	if !slices.Equal(ids, want) || !slices.Equal(e.Silent, silent) {
		t.Errorf("seed %d: heard %q, silent %q, want %q, %q", seed, ids, e.Silent, want, silent)
	}
}

func checkChapters(t *testing.T, seed uint64, e *podcast.Episode, plan *segment.Plan) {
	t.Helper()
	at := time.Duration(0)
	for _, c := range e.Chapters {
		if c.Start != at || c.End <= c.Start {
			t.Errorf("seed %d: chapter %+v after %v", seed, c, at)
		}
		at = c.End
		known := slices.ContainsFunc(plan.Segments, func(s segment.Segment) bool { return s.ID == c.SegmentID && s.Chapter == c.Title })
		if !known && (len(e.Chapters) > 1 || c.Title != plan.Title) {
			t.Errorf("seed %d: chapter %+v is not in the plan", seed, c)
		}
	}
	if at != e.Duration {
		t.Errorf("seed %d: the last chapter ends at %v, the episode at %v", seed, at, e.Duration)
	}
}

func TestManyChapters(t *testing.T) {
	plan := &segment.Plan{Title: "Many", Lang: "en"}
	for i := range 300 {
		id := fmt.Sprint("s", i)
		plan.Segments = append(plan.Segments, segment.Segment{ID: id, Spoken: "a", Chapter: "Chapter " + id})
	}
	p := newProducer()
	p.Backend = tone.Backend{Rate: 16000}
	e, f := produce(t, p, plan)
	tag, _ := read(t, f)
	if len(e.Chapters) != 300 || len(tag.Chapters) != 300 || tag.Chapters[299].Title != "Chapter s299" {
		t.Errorf("%d chapters, %d in the tag", len(e.Chapters), len(tag.Chapters))
	}
}

func TestEpisodeAsJSON(t *testing.T) {
	p := newProducer()
	p.Backend = tone.Backend{MaxRunes: 20}
	e, _ := produce(t, p, article())
	data, err := json.Marshal(e)
	if err != nil {
		t.Fatal(err)
	}
	var again podcast.Episode
	if err := json.Unmarshal(data, &again); err != nil || !reflect.DeepEqual(e, &again) {
		t.Errorf("%v: %+v becomes %+v", err, e, again)
	}
	for _, key := range []string{`"segment":"s0004"`, `"speaker":"Ada Keeper"`, `"start_ns":`, `"duration_ns":`, `"silent":["s0005","s0009"]`} {
		if !strings.Contains(string(data), key) {
			t.Errorf("no %s in %s", key, data)
		}
	}
}

func BenchmarkProduce(b *testing.B) {
	plan := &segment.Plan{Title: "The Canal", Lang: "en", Segments: body(10)}
	b.ReportAllocs()
	var made time.Duration
	for b.Loop() {
		e, _ := produce(b, newProducer(), plan)
		made += e.Duration
	}
	b.ReportMetric(made.Seconds()/b.Elapsed().Seconds(), "x-realtime")
}
