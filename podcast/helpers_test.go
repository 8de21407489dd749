package podcast_test

import (
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"articast/audio"
	"articast/audio/id3"
	"articast/audio/mp3"
	"articast/podcast"
	"articast/segment"
	"articast/tts/tone"
)

// newFile opens an empty file to produce into.
func newFile(t testing.TB) *os.File { return newFileNamed(t, "episode.mp3") }

func newFileNamed(t testing.TB, name string) *os.File {
	t.Helper()
	f, err := os.Create(filepath.Join(t.TempDir(), name))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// produce makes an episode that must succeed.
func produce(t testing.TB, p *podcast.Producer, plan *segment.Plan) (*podcast.Episode, *os.File) {
	t.Helper()
	f := newFileNamed(t, "episode."+strings.ToLower(p.Format.String()))
	e, err := p.Produce(t.Context(), plan, f)
	if err != nil {
		t.Fatal(err)
	}
	if info, err := f.Stat(); err != nil || info.Size() != e.Bytes {
		t.Fatalf("the file has %v bytes (%v), the episode says %d", info.Size(), err, e.Bytes)
	}
	return e, f
}

// read returns the tag and the sound of a file.
func read(t testing.TB, f *os.File) (id3.Tag, audio.Clip) {
	t.Helper()
	open := func() io.Reader { return io.NewSectionReader(f, 0, math.MaxInt64) }
	tag, err := id3.Read(open())
	if err != nil {
		t.Fatal(err)
	}
	clip, err := mp3.Decode(open())
	if err != nil {
		t.Fatal(err)
	}
	return tag, clip
}

// heard returns when the tone of a frequency is heard between from and to: where its power, measured in windows of 256
// samples by Goertzel's algorithm, first and last reaches a quarter of its largest. A tone far below the loudness of an
// episode is none.
func heard(clip audio.Clip, frequency float64, from, to time.Duration) (start, end time.Duration, ok bool) {
	const window, hop = 256, 64
	const faintest = 0.003 // of a tone at -19 LUFS, 4 dB of it taken by K-weighting
	samples := clip.Samples[max(0, clip.Rate.N(from)):min(len(clip.Samples), clip.Rate.N(to))]
	var powers []float64
	for i := 0; i+window <= len(samples); i += hop {
		powers = append(powers, goertzel(samples[i:i+window], frequency, clip.Rate))
	}
	if len(powers) == 0 || slices.Max(powers) < faintest {
		return 0, 0, false
	}
	enough := func(p float64) bool { return p > slices.Max(powers)/4 }
	first, last := slices.IndexFunc(powers, enough), len(powers)-1
	for !enough(powers[last]) {
		last--
	}
	at := func(i int) time.Duration { return max(0, from) + clip.Rate.D(i*hop+window/2) }
	return at(first), at(last), true
}

func goertzel(samples []float32, frequency float64, rate audio.SampleRate) float64 {
	c := 2 * math.Cos(2*math.Pi*frequency/float64(rate))
	var s1, s2 float64
	for _, x := range samples {
		s1, s2 = float64(x)+c*s1-s2, s1
	}
	n := float64(len(samples))
	return 2 * (s1*s1 + s2*s2 - c*s1*s2) / (n * n)
}

// frameTime is the precision that is promised: one MP3 frame.
func frameTime(rate audio.SampleRate) time.Duration { return rate.D(mp3.SamplesPerFrame(rate)) }

// checkCues finds every utterance of the episode in the sound and compares it with the cues. It returns the largest error.
func checkCues(t *testing.T, e *podcast.Episode, clip audio.Clip) time.Duration {
	t.Helper()
	worst := time.Duration(0)
	for _, cue := range e.Cues {
		parts := cue.Parts
		if parts == nil {
			parts = []podcast.Part{{SpokenStart: 0, SpokenEnd: len(cue.Spoken), Start: cue.Start, End: cue.End}}
		}
		for _, p := range parts {
			frequency, err := tone.Frequency(cue.Voice, cue.Spoken[p.SpokenStart:p.SpokenEnd])
			if err != nil {
				t.Fatal(err)
			}
			start, end, ok := heard(clip, frequency, p.Start-200*time.Millisecond, p.End+200*time.Millisecond)
			if !ok {
				t.Errorf("segment %s: no tone of %v Hz between %v and %v", cue.SegmentID, frequency, p.Start, p.End)
				continue
			}
			off := max((start - p.Start).Abs(), (end - p.End).Abs())
			if worst = max(worst, off); off > frameTime(clip.Rate) {
				t.Errorf("segment %s is heard from %v to %v, its cue says %v to %v", cue.SegmentID, start, end, p.Start, p.End)
			}
		}
	}
	return worst
}

// body returns n segments of prose with a chapter at every fifth.
func body(n int) []segment.Segment {
	list := make([]segment.Segment, n)
	for i := range list {
		text := fmt.Sprintf("In the %d. year of the canal the water rose again, and the keepers wrote it down.", i+1)
		list[i] = segment.Segment{
			ID: fmt.Sprintf("s%04d", i+1), Role: segment.RoleBody, Text: text, Spoken: text,
			PauseAfterMS: 100 + 37*(i%11),
		}
		switch i % 3 { // no two neighbours in one voice, so that each can be told from the next
		case 1:
			list[i].Role = segment.RoleBlockquote
		case 2:
			list[i].Role, list[i].Speaker = segment.RoleQuote, "Ada Keeper"
		}
		if i%5 == 0 {
			list[i].Chapter = fmt.Sprintf("Part %d: “Wasser”", i/5+1)
		}
	}
	return list
}

// content returns all bytes of a file.
func content(t testing.TB, f *os.File) string {
	t.Helper()
	data, err := io.ReadAll(io.NewSectionReader(f, 0, math.MaxInt64))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
