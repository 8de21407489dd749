package podcast_test

import (
	"errors"
	"testing"

	"articast/podcast"
	"articast/segment"
	"articast/tts"
	"articast/tts/tone"
	"articast/tts/ttstest"
)

// TestFaultsNeverMakeAFalseEpisode throws errors, panics, half clips and silence at the producer. It ends in a true episode or
// in an error that names a segment, and what was spoken before the failure is not spoken again.
func TestFaultsNeverMakeAFalseEpisode(t *testing.T) {
	runs := uint64(12)
	if testing.Short() {
		runs = 3
	}
	plan := &segment.Plan{Title: "The Canal", Lang: "en", Segments: body(3)}
	made := 0
	for seed := range runs {
		cache := tts.OpenCache(t.TempDir())
		faults := ttstest.Faults{Seed: seed, Permanent: 0.03, Panic: 0.03, Truncated: 0.03, Silent: 0.03}
		p := newProducer()
		p.Backend = tts.Cached(ttstest.Faulty(tone.Backend{Rate: 16000}, faults), cache)
		_, err := p.Produce(t.Context(), plan, newFile(t))
		var se *podcast.SegmentError
		if err != nil && !errors.As(err, &se) {
			t.Errorf("seed %d: %v names no segment", seed, err)
		}
		kept, statsErr := cache.Stats()
		if statsErr != nil {
			t.Fatal(statsErr)
		}
		if err == nil {
			made++
		}
		p.Backend = tts.Cached(tone.Backend{Rate: 16000}, cache)
		before := cache.Counts()
		e, f := produce(t, p, plan)
		if hits := cache.Counts().Hits - before.Hits; hits != kept.Entries {
			t.Errorf("seed %d: %d of %d kept clips were used again", seed, hits, kept.Entries)
		}
		if seed%8 == 0 {
			_, clip := read(t, f)
			checkCues(t, e, clip)
		}
	}
	if !testing.Short() && (made == 0 || made == int(runs)) {
		t.Errorf("%d of %d runs went well: the dice are loaded", made, runs)
	}
}
