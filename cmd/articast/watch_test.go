package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestWatchPollsAtOnceAndAtEachTickUntilItEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	ticks := make(chan time.Time, 2)
	ticks <- time.Time{}
	ticks <- time.Time{}
	polls := 0
	watch(ctx, ticks, func() {
		if polls++; polls == 3 {
			cancel()
		}
	})
	if polls != 3 {
		t.Errorf("%d polls", polls)
	}
}

func TestAWatchedFolderGetsTheNewArticlesOfItsSources(t *testing.T) {
	setBatchEnv(t)
	dir := t.TempDir()
	t.Chdir(dir)
	writeArticles(t, "in", 1, 1)
	if err := os.WriteFile("list.txt", []byte("in/a0000.txt\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, said, code := batchRun(t, "in", "@list.txt", "-o", "pod", "--feed-title", "Canals, all of them", "--skip", "dates", "--skip", "bylines", "--prune"); code != exitOK {
		t.Fatal(said)
	}
	writeArticles(t, "in", 2, 1)
	t.Chdir(t.TempDir()) // the folder is watched from elsewhere
	var said bytes.Buffer
	runAgain(t.Context(), filepath.Join(dir, "pod"), &said)
	if !strings.Contains(said.String(), "2 articles in ") || !strings.Contains(said.String(), ": 1 made, 1 unchanged\n") {
		t.Errorf("it said %s", said.String())
	}
	feed := readFile(t, filepath.Join(dir, "pod", "feed.xml"))
	if strings.Count(feed, "<item>") != 2 || !strings.Contains(feed, "<title>Canals, all of them</title>") {
		t.Errorf("the feed is\n%s", feed)
	}
	saved, err := readRun(filepath.Join(dir, "pod"))
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"../in", "@../list.txt"}; !slices.Equal(saved.Sources, want) {
		t.Errorf("sources %q, want %q", saved.Sources, want)
	}
	if want := []string{"--feed-title=Canals, all of them", "--skip=dates", "--skip=bylines"}; !slices.Equal(saved.Flags, want) {
		t.Errorf("flags %q, want %q", saved.Flags, want)
	}
	if err := os.RemoveAll(filepath.Join(dir, "in")); err != nil {
		t.Fatal(err)
	}
	said.Reset()
	runAgain(t.Context(), filepath.Join(dir, "pod"), &said)
	if !strings.Contains(said.String(), "articast: no such file: ") {
		t.Errorf("without its source it said %s", said.String())
	}
}
