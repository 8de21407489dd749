// Package report makes the web page that shows a Plan to those who check it: each segment with its role, its voice, and how it is said
// where that is not as it is written; what is left out, and by which rule. Where the recording is there, each segment can be heard. The
// page is one file without a request to anywhere but the recording, and only its own script and style have an effect on it.
package report

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"strings"

	"articast/podcast"
	"articast/segment"
)

// Options say what a page shows beyond the Plan.
type Options struct {
	Voice func(segment.Segment) string // who speaks a segment; nil and "" show no voice
	Audio string                       // address of the recording, relative to the page; empty has none
	Cues  []podcast.Cue                // when the segments are heard in the recording, by SegmentID
}

// Write writes the page of a Plan as UTF-8 HTML. The same Plan and Options give the same bytes.
func Write(w io.Writer, p *segment.Plan, o Options) error {
	v := newView(p, o)
	if v.Audio != "" {
		v.Script = template.JS(script)
	}
	if err := page.Execute(w, v); err != nil {
		return fmt.Errorf("write the report: %w", err)
	}
	return nil
}

// Heard returns what a transcript has of a segment; nothing where only added words are heard, like "end quote".
func Heard(s segment.Segment) string {
	return (&podcast.Cue{Text: s.Text, Spoken: s.Spoken, Align: s.Align}).Heard()
}

// Fits reports whether a Cue of a transcript is what is heard of a segment: it is not when the article has changed since.
// White space does not count.
func Fits(s segment.Segment, c podcast.Cue) bool {
	dense := func(text string) string { return strings.Join(strings.Fields(text), "") }
	return s.ID == c.SegmentID && dense(Heard(s)) == dense(c.Text)
}

// mark stands near the beginning of every page.
const mark = `<meta name="generator" content="articast report">`

// headBytes is how much of a file is looked at for the mark.
const headBytes = 1024

// Made reports whether a file begins like a page of Write's.
func Made(r io.Reader) bool {
	head, err := io.ReadAll(io.LimitReader(r, headBytes))
	return err == nil && bytes.Contains(head, []byte(mark))
}

var (
	//go:embed report.html
	pageHTML string
	//go:embed report.css
	style string
	//go:embed report.js
	script string

	// page is parsed once: it is part of the program.
	page = template.Must(template.New("page").Parse(pageHTML))

	// What a browser lets have an effect: this style and this script, by their hashes, whatever else might get into the page.
	styleHash, scriptHash = hashOf(style), hashOf(script)
)

// hashOf names a text in a content security policy (https://www.w3.org/TR/CSP3/#grammardef-hash-source).
func hashOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
