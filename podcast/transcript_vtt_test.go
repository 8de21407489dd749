package podcast_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"articast/podcast"
)

func TestReadVTTReadsWhatIsWritten(t *testing.T) {
	e := spokenEpisode()
	cues, err := podcast.ReadVTT(strings.NewReader(written(t, podcast.WriteVTT, e)))
	if err != nil {
		t.Fatal(err)
	}
	want := slices.DeleteFunc(slices.Clone(e.Cues), func(c podcast.Cue) bool { return c.Heard() == "" })
	if len(cues) != len(want) {
		t.Fatalf("read %d cues, written %d", len(cues), len(want))
	}
	for i, c := range want {
		got := cues[i]
		if got.SegmentID != c.SegmentID || got.Speaker != c.Speaker || got.Text != c.Heard() ||
			got.Start != c.Start.Round(time.Millisecond) || got.End != c.End.Round(time.Millisecond) {
			t.Errorf("read %+v, written %+v", got, c)
		}
	}
}

func TestReadVTTRefuses(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", "read the transcript: it is none that --transcript vtt wrote"},
		{"WEBVTT\n\nNOTE\nnothing\n", "read the transcript: it is none that --transcript vtt wrote"},
		{"WEBVTT\n\n00:00:00.000 --> 00:00:01.000\nno ID\n", "read the transcript: it is none that --transcript vtt wrote"},
		{"WEBVTT\n\ns1\n00:00:02.000 --> 00:00:01.000\nHi.\n", "read the transcript: segment s1 is heard from 2s to 1s"},
		{"WEBVTT\n\ns1\n00:00:02.000 --> 9999:00:01.000\nHi.\n", "read the transcript: segment s1 is heard from 2s to 9999h0m1s"},
	} {
		if _, err := podcast.ReadVTT(strings.NewReader(c.in)); err == nil || err.Error() != c.want {
			t.Errorf("%q: error %v, want %s", c.in, err, c.want)
		}
	}
}

// FuzzReadVTT: any bytes give an error or cues that end after they begin.
func FuzzReadVTT(f *testing.F) {
	f.Add("WEBVTT\n\ns1\n00:00:00.000 --> 00:00:01.000\n<v A>Hi,\n\ns1.2\n00:00:01.000 --> 00:00:02.000\n<v A>there.\n")
	f.Fuzz(func(t *testing.T, in string) {
		cues, err := podcast.ReadVTT(strings.NewReader(in))
		if err == nil && len(cues) == 0 {
			t.Error("neither cues nor an error")
		}
		for _, c := range cues {
			if c.Start < 0 || c.End < c.Start {
				t.Errorf("%+v", c)
			}
		}
	})
}
