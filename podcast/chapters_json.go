package podcast

import (
	"cmp"
	"io"
	"slices"
	"strings"

	"articast/segment"
	"articast/segment/sentence"
)

// chapterFile is a file of JSON chapters of Podcasting 2.0, version 1.2.0
// (https://github.com/Podcastindex-org/podcast-namespace, jsonChapters.md).
type chapterFile struct {
	Version  string         `json:"version"`
	Title    string         `json:"title,omitempty"`
	Author   string         `json:"author,omitempty"`
	Podcast  string         `json:"podcastName,omitempty"`
	Chapters []chapterEntry `json:"chapters"`
}

type chapterEntry struct {
	StartTime seconds `json:"startTime"`
	EndTime   seconds `json:"endTime"`
	Title     string  `json:"title"`
	URL       string  `json:"url,omitempty"`
	Image     string  `json:"img,omitempty"`
	TOC       *bool   `json:"toc,omitempty"` // nil is true
}

// WriteChaptersJSON writes the chapters in the JSON form of Podcasting 2.0, version 1.2.0. Each has the address of the article and
// of its picture, where they are on the web. Captions are entries of their own that no table of contents shows ("toc": false).
func WriteChaptersJSON(w io.Writer, e *Episode) error {
	f := chapterFile{Version: "1.2.0", Title: e.Title, Author: e.Byline, Podcast: e.Site, Chapters: []chapterEntry{}}
	for _, c := range e.Chapters {
		f.Chapters = append(f.Chapters, chapterEntry{
			StartTime: seconds(c.Start), EndTime: seconds(c.End), Title: c.Title, URL: webAddress(e.Source), Image: webAddress(e.Image),
		})
	}
	for i := range e.Cues {
		c := &e.Cues[i]
		if c.Role != segment.RoleCaption {
			continue
		}
		if title := newScale(c).heard(sentence.Span{Start: 0, End: len(c.Text)}); title != "" {
			f.Chapters = append(f.Chapters, chapterEntry{StartTime: seconds(c.Start), EndTime: seconds(c.End), Title: title, TOC: new(bool)})
		}
	}
	slices.SortStableFunc(f.Chapters, func(a, b chapterEntry) int { return cmp.Compare(a.StartTime, b.StartTime) })
	return writeJSON(w, f, "JSON chapters")
}

// webAddress returns an address that others can follow, or "".
func webAddress(address string) string {
	if strings.HasPrefix(address, "https://") || strings.HasPrefix(address, "http://") {
		return address
	}
	return ""
}
