package podcast_test

import (
	"context"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"
	"time"

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
	file, err := os.Create(filepath.Join(dir, "bridges.mp3"))
	if err != nil {
		log.Fatal(err)
	}
	defer file.Close()
	episode, err := producer.Produce(context.Background(), plan, file)
	if err != nil {
		log.Fatal(err)
	}
	for _, c := range episode.Chapters {
		fmt.Printf("%.2fs to %.2fs: %s\n", c.Start.Seconds(), c.End.Seconds(), c.Title)
	}
	// Output:
	// 0.00s to 5.38s: Two Bridges
	// 5.38s to 8.54s: The new one
}

func ExampleFeed() {
	feed := podcast.Feed{
		Title: "Evening reads", Language: "en", BaseURL: "https://example.org/podcast/",
		Items: []podcast.FeedItem{{
			GUID: "bridges", Title: "Two Bridges", Published: time.Date(2019, 8, 19, 0, 0, 0, 0, time.UTC), Duration: 8540 * time.Millisecond,
			Audio: "bridges.mp3", Bytes: 70_000, Page: "bridges.html", Notes: "<p>The old one is closed.</p>",
		}},
	}
	var b strings.Builder
	if err := feed.Write(&b); err != nil {
		log.Fatal(err)
	}
	for line := range strings.Lines(b.String()) {
		if strings.HasPrefix(line, "<enclosure") || strings.HasPrefix(line, "<itunes:duration") || strings.HasPrefix(line, "<podcast:guid") {
			fmt.Print(line)
		}
	}
	// Output:
	// <podcast:guid>080cbc85-2163-502d-8b52-3171206ba87e</podcast:guid>
	// <enclosure url="https://example.org/podcast/bridges.mp3" length="70000" type="audio/mpeg"/>
	// <itunes:duration>9</itunes:duration>
}
