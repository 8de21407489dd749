package podcast_test

import (
	"context"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"articast/internal/atomicfile"
	"articast/podcast"
	"articast/segment"
	"articast/tts"
	"articast/tts/tone"
)

func ExampleProducer() {
	dir, err := os.MkdirTemp("", "articast-example")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)

	plan := &segment.Plan{
		Title: "Two Bridges", Byline: "Nora Weir", Lang: "en",
		Segments: []segment.Segment{
			{ID: "s0001", Role: segment.RoleTitle, Spoken: "Two Bridges.", Chapter: "Two Bridges", PauseAfterMS: 900},
			{ID: "s0002", Role: segment.RoleBody, Spoken: "The old one is closed.", PauseAfterMS: 500},
			{ID: "s0003", Role: segment.RoleQuote, Spoken: "I miss the noise.", Speaker: "Ada Keeper", PauseAfterMS: 600},
			{ID: "s0004", Role: segment.RoleHeading, Spoken: "The new one.", Chapter: "The new one", PauseAfterMS: 800},
			{ID: "s0005", Role: segment.RoleBody, Spoken: "It opens in May.", PauseAfterMS: 500},
		},
	}
	producer := podcast.Producer{
		Backend: tts.Cached(tone.Backend{}, tts.OpenCache(filepath.Join(dir, "cache"))),
		Cast:    podcast.Cast{Narrator: "alto", Quote: "tenor"},
	}
	file, err := atomicfile.Create(filepath.Join(dir, "bridges.mp3"))
	if err != nil {
		log.Fatal(err)
	}
	defer file.Abort()
	episode, err := producer.Produce(context.Background(), plan, file)
	if err != nil {
		log.Fatal(err)
	}
	if err := file.Commit(); err != nil {
		log.Fatal(err)
	}
	for _, c := range episode.Chapters {
		fmt.Printf("%.2fs to %.2fs: %s\n", c.Start.Seconds(), c.End.Seconds(), c.Title)
	}
	// Output:
	// 0.00s to 5.38s: Two Bridges
	// 5.38s to 8.54s: The new one
}
