package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"articast/audio/id3"
	"articast/audio/mp3"
)

func TestVerifyFindsBadChapters(t *testing.T) {
	config := mp3.Config{Rate: 22050}
	samples := make([]float32, 22050)
	for i := range samples {
		samples[i] = float32(i%50)/100 - 0.25
	}
	frames, err := mp3.EncodeAlone(config, samples)
	if err != nil {
		t.Fatal(err)
	}
	tag := id3.Tag{Title: "Locks", Chapters: []id3.Chapter{
		{Start: 0, End: 600 * time.Millisecond, Title: "one"},
		{Start: 500 * time.Millisecond, End: 9 * time.Second, Title: "two"},
	}}
	room, err := tag.Size()
	if err != nil {
		t.Fatal(err)
	}
	head, err := tag.Encode(room)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "bad.mp3")
	if err := os.WriteFile(path, append(head, frames...), 0o600); err != nil {
		t.Fatal(err)
	}
	v, err := verifyFile(t.Context(), path, 3*time.Second)
	want := []string{`chapter "two" goes on after the end, to 0:09`}
	notes := []string{"no Info header: players take the length from the bitrate, which is constant"}
	if err != nil || !slices.Equal(v.Problems, want) || !slices.Equal(v.Notes, notes) || v.Chapters != 2 || v.Title != "Locks" {
		t.Errorf("%+v, %v", v, err)
	}
}

// TestVerifyInterrupted: it makes nothing, and so has nothing to say of what is kept.
func TestVerifyInterrupted(t *testing.T) {
	path := filepath.Join(t.TempDir(), "some.mp3")
	if err := os.WriteFile(path, make([]byte, 5000), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var out, errw bytes.Buffer
	err := newApp(nil, &out, &errw).RunContext(ctx, []string{"articast", "verify", path})
	printError(&errw, err)
	if errw.String() != "articast: interrupted\n" || out.Len() > 0 || exitCode(err) != exitInterrupted {
		t.Errorf("%v: %q, %q", err, out.String(), errw.String())
	}
}

func TestClippedWantsSeveralSamplesAtTheLimit(t *testing.T) {
	samples := make([]float32, 8000)
	for i := range 3 {
		samples[4000+i] = 1
	}
	e := newEar(8000)
	e.hear(mp3.Sound{Left: samples}, time.Second)
	if e.clipped {
		t.Errorf("a crest counts, at %v", e.clippedAt)
	}
	for i := range 4 {
		samples[6000+i] = -1
	}
	for _, s := range []mp3.Sound{{Left: samples}, {Left: make([]float32, len(samples)), Right: samples}} {
		e := newEar(8000)
		e.hear(mp3.Sound{Left: samples[:5990]}, time.Second)
		e.heard = 0
		e.hear(s, time.Second)
		if !e.clipped || e.clippedAt != 750*time.Millisecond {
			t.Errorf("%v, %v", e.clippedAt, e.clipped)
		}
	}
}

func TestSilenceIsFoundAcrossStretchesAndAtBothEnds(t *testing.T) {
	e := newEar(1000)
	quiet, loud := make([]float32, 800), []float32{0.5}
	for _, s := range [][]float32{quiet, quiet, loud, quiet, loud, quiet, quiet} {
		e.hear(mp3.Sound{Left: s}, time.Second)
	}
	e.endSilence(time.Second)
	if want := []silence{{0, 1.6}, {2.402, 4.002}}; !slices.Equal(e.silences, want) {
		t.Errorf("%v, want %v", e.silences, want)
	}
	both := newEar(1000)
	both.hear(mp3.Sound{Left: make([]float32, 3000), Right: slices.Repeat(loud, 3000)}, time.Second)
	if both.endSilence(time.Second); len(both.silences) > 0 {
		t.Errorf("silent although one channel is not: %v", both.silences)
	}
}
