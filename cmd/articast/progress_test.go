package main

import (
	"errors"
	"strings"
	"testing"
	"time"

	"articast/podcast"
	"articast/tts"
)

// TestRetriesAreToldWithoutTerminal: one line each, and none when quiet.
func TestRetriesAreToldWithoutTerminal(t *testing.T) {
	for _, quiet := range []bool{false, true} {
		var w strings.Builder
		bar := newProgressBar(&w, quiet)
		bar.update(podcast.Progress{TotalSegments: 3})
		bar.retrying(tts.Retrying{Attempt: 2, Wait: 1500 * time.Millisecond, Err: errors.New("429\nToo Many Requests")})
		bar.finish()
		want := "attempt 2 failed, the next in 1.5s: 429 Too Many Requests\n"
		if quiet {
			want = ""
		}
		if w.String() != want {
			t.Errorf("quiet %v: %q, want %q", quiet, w.String(), want)
		}
	}
}
