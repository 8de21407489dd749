package podcast_test

import (
	"strings"
	"testing"
	"time"

	"articast/podcast"
)

func TestReadTranscriptJSONReadsWhatIsWritten(t *testing.T) {
	e := spokenEpisode()
	cues, err := podcast.ReadTranscriptJSON(strings.NewReader(written(t, podcast.WriteTranscriptJSON, e)))
	if err != nil {
		t.Fatal(err)
	}
	read := 0
	for _, c := range e.Cues {
		if c.Heard() == "" {
			continue
		}
		got := cues[read]
		if got.SegmentID != c.SegmentID || got.Role != c.Role || got.Speaker != c.Speaker || got.Text != c.Heard() ||
			got.Start != c.Start.Round(time.Millisecond) || got.End != c.End.Round(time.Millisecond) {
			t.Errorf("read %+v, written %+v", got, c)
		}
		read++
	}
	if read != len(cues) || read != 5 {
		t.Errorf("read %d cues, written %d", len(cues), read)
	}
	if cues[1].Text != "A lock" {
		t.Errorf("heard %q of the caption", cues[1].Text)
	}
}

func TestReadTranscriptJSONRefuses(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", "read the transcript: it is none that --transcript json wrote: unexpected end of JSON input"},
		{`{"version": 1, "segments": [{"segment": "s1"}]}`, "read the transcript: it is none that --transcript json wrote"},
		{`{"version": "1.0.0", "segments": []}`, "read the transcript: it is none that --transcript json wrote"},
		{`{"version": "1.0.0", "segments": [{"startTime": 1, "endTime": 2, "body": "Hi."}]}`, "read the transcript: sentence 1 names no segment of a plan"},
		{`{"version": "1.0.0", "segments": [{"segment": "s1", "startTime": 2, "endTime": 1}]}`, "read the transcript: segment s1 is heard from 2s to 1s"},
		{`{"version": "1.0.0", "segments": [{"segment": "s1", "startTime": -1, "endTime": 1}]}`, "read the transcript: segment s1 is heard from -1s to 1s"},
		{`{"version": "1.0.0", "segments": [{"segment": "s1", "startTime": 0, "endTime": 1e99}]}`, "read the transcript: it is none that --transcript json wrote: a time of 1e+99 seconds"},
	} {
		if _, err := podcast.ReadTranscriptJSON(strings.NewReader(c.in)); err == nil || err.Error() != c.want {
			t.Errorf("%s: error %v, want %s", c.in, err, c.want)
		}
	}
}

// FuzzReadTranscriptJSON: any bytes give an error or cues in order of their own times.
func FuzzReadTranscriptJSON(f *testing.F) {
	f.Add(`{"version": "1.0.0", "segments": [{"segment": "s1", "startTime": 0.5, "endTime": 1, "body": "Hi."}]}`)
	f.Add(`{"version": "1.0.0", "segments": [{"segment": "s1", "startTime": -0, "endTime": 1e308}]}`)
	f.Fuzz(func(t *testing.T, in string) {
		cues, err := podcast.ReadTranscriptJSON(strings.NewReader(in))
		if err == nil && len(cues) == 0 {
			t.Error("neither cues nor an error")
		}
		for _, c := range cues {
			if c.Start < 0 || c.End < c.Start || c.SegmentID == "" {
				t.Errorf("%+v", c)
			}
		}
	})
}
