package main

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"articast/audio"
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
	v, err := verifyFile(path)
	want := []string{"no Info header: players guess the length", `chapter "two" goes on after the end, to 0:09`}
	if err != nil || !slices.Equal(v.Problems, want) || v.Chapters != 2 || v.Title != "Locks" {
		t.Errorf("%+v, %v", v, err)
	}
}

func TestClippedWantsSeveralSamplesAtTheLimit(t *testing.T) {
	clip := audio.Silence(8000, time.Second)
	for i := range 3 {
		clip.Samples[4000+i] = 1
	}
	if at, ok := clipped(clip); ok {
		t.Errorf("a crest counts, at %v", at)
	}
	for i := range 4 {
		clip.Samples[6000+i] = -1
	}
	if at, ok := clipped(clip); !ok || at != 750*time.Millisecond {
		t.Errorf("%v, %v", at, ok)
	}
}
