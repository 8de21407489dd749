// Package player makes the web page of an Episode: one HTML file that plays the MP3 beside it, shows its chapters, and marks the
// sentence being spoken. The page asks nobody for anything else. What plays it is a custom element, <articast-player>, which a
// publisher may also put above an article of his own.
package player

import (
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"net/http"
	"strconv"
	"time"

	"articast/podcast"
)

//go:embed player.js
var script string

//go:embed page.html
var pageHTML string

// Script returns player.js: the custom element <articast-player>, whose attributes its first lines describe.
func Script() string { return script }

// Page says what stands around an Episode on its page.
type Page struct {
	Audio string // address of the MP3, relative to the page
	Cover []byte // JPEG or PNG, put into the page; nil shows none
	Home  string // address of the list of episodes; empty has no link to it
}

// Write writes the page of an Episode as UTF-8 HTML. The same Episode and Page give the same bytes.
func Write(w io.Writer, e *podcast.Episode, p Page) error {
	view := pageView{
		Episode: e, Page: p, Script: template.JS(script),
		Seconds: seconds(e.Duration), Minutes: max(1, int(e.Duration.Round(time.Minute)/time.Minute)),
		Blocks: blocksOf(e.Cues), Chapters: chaptersOf(e.Chapters),
	}
	if len(view.Blocks) > 0 && view.Blocks[0].Role == "title" {
		view.Headline, view.Blocks = view.Blocks[0].Runs, view.Blocks[1:]
	}
	if len(p.Cover) > 0 {
		view.Artwork = template.URL("data:" + http.DetectContentType(p.Cover) + ";base64," + base64.StdEncoding.EncodeToString(p.Cover))
	}
	if err := page.Execute(w, view); err != nil {
		return fmt.Errorf("write the player page: %w", err)
	}
	return nil
}

// page is parsed once: it is part of the program.
var page = template.Must(template.New("page").Parse(pageHTML))

type pageView struct {
	*podcast.Episode
	Page
	Script   template.JS
	Artwork  template.URL
	Seconds  string
	Minutes  int
	Headline []run // as it is spoken; nil where it is not
	Blocks   []block
	Chapters chapters
}

// Day returns the day of publication as it stands in Published, without the time.
func (v pageView) Day() string {
	const day = len("2006-01-02")
	return v.Published[:min(day, len(v.Published))]
}

// chapters are Podcasting 2.0 JSON chapters, as far as the player reads them.
type chapters struct {
	Version  string    `json:"version"`
	Chapters []chapter `json:"chapters"`
}

type chapter struct {
	StartTime float64 `json:"startTime"` // seconds
	Title     string  `json:"title"`
}

func chaptersOf(list []podcast.Chapter) chapters {
	c := chapters{Version: "1.2.0", Chapters: []chapter{}}
	for _, one := range list {
		c.Chapters = append(c.Chapters, chapter{StartTime: one.Start.Round(time.Millisecond).Seconds(), Title: one.Title})
	}
	return c
}

// block is a paragraph of the page, a heading, a caption.
type block struct {
	Role string // of its first cue
	Runs []run
}

// run is a row of sentences of one speaker; the narrator has no name.
type run struct {
	Speaker   string
	Sentences []sentence
}

type sentence struct {
	Start string // seconds
	Text  string
}

func seconds(d time.Duration) string {
	return strconv.FormatFloat(d.Seconds(), 'f', 3, 64)
}
