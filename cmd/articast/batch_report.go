package main

import (
	"cmp"
	"errors"
	"fmt"
	"time"

	"articast/podcast"
)

// What became of an article.
const (
	statusMade      = "made"
	statusChanged   = "changed"
	statusUnchanged = "unchanged"
	statusDuplicate = "duplicate"
	statusFailed    = "failed"
	statusPruned    = "pruned"
	statusRead      = "read" // for the digest
)

var statuses = []string{statusMade, statusChanged, statusUnchanged, statusRead, statusDuplicate, statusPruned, statusFailed}

// result is the line of an article in the report.
type result struct {
	Source  string  `json:"source"`
	Status  string  `json:"status"`
	Title   string  `json:"title,omitempty"`
	GUID    string  `json:"guid,omitempty"`
	File    string  `json:"file,omitempty"`
	Seconds float64 `json:"seconds,omitempty"`

	Characters int    `json:"characters,omitempty"` // in a dry run
	Reason     string `json:"reason,omitempty"`
	Hint       string `json:"hint,omitempty"`
	Note       string `json:"note,omitempty"` // what to know of the sound

	incomplete bool
}

func (r *result) about(e *record, status string) {
	r.Status, r.Title, r.GUID = status, e.Title, e.GUID
	if e.Name != "" {
		r.File = e.Name + mp3Ending
	}
	r.Seconds = (time.Duration(e.Duration) * time.Millisecond).Seconds()
}

func (r *result) fail(err error) {
	r.Status, r.Reason, r.Hint = statusFailed, oneLine(err.Error()), oneLine(advice(err))
}

// skipped notes that something of the episode was not spoken.
func (r *result) skipped(e *podcast.Episode) {
	r.incomplete = true
	r.Reason = fmt.Sprintf("%s not spoken: %s", count(len(e.Skipped), "segment"), oneLine(e.Skipped[0].Reason))
}

// bad tells whether the article is to be tried again.
func (r *result) bad() bool { return r.Status == statusFailed || r.incomplete }

// note adds a result to the report and tells of it.
func (b *batch) note(r *result) {
	b.results = append(b.results, r)
	b.say(r)
}

// say tells what became of an article, on a line of its own. Failures are told at the end.
func (b *batch) say(r *result) {
	if b.quiet || r.Status == statusUnchanged || r.Status == statusFailed || r.Status == statusRead {
		return
	}
	length := clock(time.Duration(r.Seconds * float64(time.Second)))
	switch {
	case r.Status == statusDuplicate:
		b.progress.print(fmt.Sprintf("%s: %s is %s", r.Status, r.Source, r.Reason))
	case b.dryRun:
		b.progress.print(fmt.Sprintf("%s: %s (%s, about %s)", r.Status, r.File, count(r.Characters, "character"), length))
	case r.Note != "":
		b.progress.print(fmt.Sprintf("%s: %s (%s; %s)", r.Status, r.File, length, r.Note))
	default:
		b.progress.print(fmt.Sprintf("%s: %s (%s)", r.Status, r.File, length))
	}
}

// failedError says that some articles of a batch failed.
type failedError struct {
	failed int
	none   bool // and there is no episode at all
}

func (e *failedError) Error() string {
	if e.none {
		return fmt.Sprintf("%s failed, and there is no episode", count(e.failed, "article"))
	}
	return count(e.failed, "article") + " failed"
}

var errNoArticles = errors.New("no article: the sources hold none that is asked for")

// tell prints the report: counts, what failed and why, and the whole as JSON where that is wanted.
func (b *batch) tell(s streams) error {
	counts := make(map[string]int)
	failed := 0
	for _, r := range b.results {
		counts[r.Status]++
		if r.bad() {
			failed++
		}
	}
	if !b.quiet {
		fmt.Fprintf(s.errw, "%s in %s: %s\n", count(b.articles(), "article"), oneLine(b.dir), shownCounts(counts))
	}
	if b.dryRun && b.bill != nil && !b.quiet {
		fmt.Fprintf(s.errw, "cost: %v\n", b.bill)
	}
	for _, r := range b.results {
		if !r.bad() {
			continue
		}
		fmt.Fprintf(s.errw, "failed: %s: %s\n", oneLine(r.Source), r.Reason)
		if r.Hint != "" {
			fmt.Fprintf(s.errw, "hint: %s\n", r.Hint)
		}
	}
	if b.json {
		if err := b.writeReport(s, counts); err != nil {
			return err
		}
	}
	switch none := len(b.state.all()) == 0 && !b.dryRun; {
	case failed > 0:
		return &failedError{failed: failed, none: none}
	case len(b.results) == 0:
		return &hintError{error: errNoArticles, hint: "--since and --match choose; articast batch --help lists what a source may be"}
	}
	return nil
}

// articles counts the results that are articles: a digest is none.
func (b *batch) articles() int {
	if b.digest && len(b.parts) > 0 {
		return len(b.results) - 1
	}
	return len(b.results)
}

func (b *batch) writeReport(s streams, counts map[string]int) error {
	report := struct {
		Folder   string         `json:"folder"`
		Counts   map[string]int `json:"counts"`
		Articles []*result      `json:"articles"`
	}{b.dir, counts, b.results}
	if report.Articles == nil {
		report.Articles = []*result{}
	}
	return printJSON(s.out, report)
}

// shownCounts lists how many articles became what.
func shownCounts(counts map[string]int) string {
	text := ""
	for _, status := range statuses {
		if n := counts[status]; n > 0 {
			if text != "" {
				text += ", "
			}
			text += fmt.Sprintf("%d %s", n, status)
		}
	}
	return cmp.Or(text, "none")
}

// unavailable returns the failure of the engine when nothing could be spoken because of it.
func (b *batch) unavailable() error {
	for _, r := range b.results {
		if r.Status != statusFailed && r.Status != statusRead && r.Status != statusDuplicate {
			return nil
		}
	}
	return b.engineErr
}
