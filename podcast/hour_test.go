package podcast_test

import (
	"testing"
	"time"

	"articast/segment"
)

// TestCuesOfAnHourDoNotDrift finds each utterance of a long episode where its cue says, the last as exactly as the first.
func TestCuesOfAnHourDoNotDrift(t *testing.T) {
	segments, least := 650, time.Hour
	if testing.Short() {
		segments, least = 110, 10*time.Minute
	}
	e, f := produce(t, newProducer(), &segment.Plan{Title: "An hour", Segments: body(segments)})
	if e.Duration < least {
		t.Fatalf("only %v of sound", e.Duration)
	}
	_, clip := read(t, f)
	t.Logf("%v: largest error %v", e.Duration, checkCues(t, e, clip))
}
