package main

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"
)

func TestBatchProgressShowsALineForEachArticleAndOneForAll(t *testing.T) {
	began := time.Date(2019, 1, 1, 0, 0, 0, 0, time.UTC)
	p := &batchProgress{w: new(bytes.Buffer), clock: func() time.Time { return began }, began: began}
	for range 4 {
		p.found()
	}
	p.places(1)
	first := p.begin("The first of all articles, which has a long headline")
	first.done.DoneRunes, first.done.TotalRunes, first.done.Audio = 50, 100, 90*time.Second
	p.begin("The second")
	want := " 50%  1:30 of audio  The first of all …\n  0%  0:00 of audio  The second\n0 of 5 articles, about 1:30 left\n"
	if got := p.text(began.Add(10*time.Second), screenSize{40, 24}); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	p.done(first)
	want = "  0%  0:00 of audio  The second\n1 of 5 articles, about 0:40 left\n"
	if got := p.text(began.Add(10*time.Second), screenSize{40, 24}); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	p.takes(1) // of the three that are left
	want = "  0%  0:00 of audio  The second\n1 of 3 articles, about 0:20 left\n"
	if got := p.text(began.Add(10*time.Second), screenSize{40, 24}); got != want {
		t.Errorf("with --max: got\n%swant\n%s", got, want)
	}
}

func TestBatchProgressFitsTheScreen(t *testing.T) {
	began := time.Date(2019, 1, 1, 0, 0, 0, 0, time.UTC)
	p := &batchProgress{w: new(bytes.Buffer), clock: func() time.Time { return began }, began: began}
	for i := range 9 {
		p.found()
		p.begin(fmt.Sprintf("旧桥继续关闭到春天%d", i))
	}
	want := strings.Repeat("  0%  0:00 of audio  旧桥…\n", 3) + "and 6 more in work\n0 of 9 articles\n"
	if got := p.text(began, screenSize{28, 6}); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if got, want := cutLine("éééé", 5), "éééé\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := cutLine("e\u0301e\u0301e\u0301e\u0301", 4), "e\u0301e\u0301…\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
