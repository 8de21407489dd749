package player_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"articast/podcast"
	"articast/podcast/player"
)

func TestIndexListsTheNewestFirstAndEscapes(t *testing.T) {
	feed := &podcast.Feed{
		Title: "Tea & <Bridges>", About: "Read aloud", Language: "de", Image: "cover.jpeg",
		Items: []podcast.FeedItem{
			{Title: "Old", Published: time.Date(2018, 1, 2, 0, 0, 0, 0, time.UTC), Page: "old.html", Audio: "old.mp3", Duration: 20 * time.Second},
			{Title: `<script>"New"`, Author: "A & B", Published: time.Date(2019, 1, 2, 0, 0, 0, 0, time.UTC), Page: "javascript:new.html", Audio: "new.mp3", Duration: 150 * time.Second},
		},
	}
	var b bytes.Buffer
	if err := player.WriteIndex(&b, feed); err != nil {
		t.Fatal(err)
	}
	page := b.String()
	at := 0
	for _, want := range []string{
		`<html lang="de">`, `<link rel="alternate" type="application/rss+xml" title="Tea &amp; &lt;Bridges&gt;" href="feed.xml">`,
		`<img src="cover.jpeg"`, `Read aloud · <a href="feed.xml">`,
		`href="#ZgotmplZ">&lt;script&gt;&#34;New&#34;</a><span>2019-01-02 · A &amp; B · 3 min`,
		`<a href="old.html">Old</a><span>2018-01-02 · 1 min`,
	} {
		i := strings.Index(page[at:], want)
		if i < 0 {
			t.Fatalf("no %s behind byte %d of\n%s", want, at, page)
		}
		at += i
	}
	slices.Reverse(feed.Items)
	var again bytes.Buffer
	if err := player.WriteIndex(&again, feed); err != nil || again.String() != page {
		t.Errorf("the order of items changes the page: %v", err)
	}
}
