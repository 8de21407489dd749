package main

import (
	"bytes"
	"fmt"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"

	"articast/podcast"
	"articast/segment"
)

// rebuild reads the state back from the episodes in the folder, and their GUIDs and days from its feed. What an episode was made
// from is not known then: it is made anew, and where that gives the same bytes, its files stay.
func (s *batchState) rebuild() error {
	known := s.readFeed()
	plans, err := filepath.Glob(filepath.Join(escapeGlob(s.dir), "*"+planEnding))
	if err != nil {
		return err
	}
	for _, file := range plans {
		name := strings.TrimSuffix(filepath.Base(file), planEnding)
		r, err := recordOfFiles(s.dir, name)
		if err != nil {
			continue // no episode of ours, or half of one
		}
		if item, ok := known[name]; ok {
			r.GUID, r.Title, r.Notes = item.GUID, item.Title, item.Description
			if r.Published == "" && item.PublishedParsed != nil {
				r.FirstSeen = item.PublishedParsed.UTC().Format(time.DateOnly)
			}
		}
		s.records[r.GUID] = r
	}
	return nil
}

// readFeed returns the items of the folder's feed by the names of their files; none where there is no feed.
func (s *batchState) readFeed() map[string]*gofeed.Item {
	raw, err := os.ReadFile(filepath.Join(s.dir, podcast.FeedName))
	if err != nil {
		return nil
	}
	feed, err := gofeed.NewParser().Parse(bytes.NewReader(raw))
	if err != nil {
		return nil
	}
	if guid := feed.Extensions["podcast"]["guid"]; len(guid) > 0 {
		s.podcast.GUID = guid[0].Value
	}
	items := make(map[string]*gofeed.Item)
	for _, item := range feed.Items {
		if len(item.Enclosures) == 0 || item.GUID == "" {
			continue
		}
		if u, err := url.Parse(item.Enclosures[0].URL); err == nil {
			items[strings.TrimSuffix(path.Base(u.Path), mp3Ending)] = item
		}
	}
	return items
}

// recordOfFiles reads what is known of an episode from its files.
func recordOfFiles(dir, name string) (*record, error) {
	f, err := os.Open(filepath.Join(dir, name+planEnding))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	plan, err := segment.ReadPlan(f)
	if err != nil {
		return nil, err
	}
	tag, ours := ownTag(filepath.Join(dir, name+mp3Ending))
	if !ours {
		return nil, fmt.Errorf("%s%s is not an episode", name, mp3Ending)
	}
	r := recordOfPlan(plan, name)
	if digestFile.MatchString(name) {
		r.Text = digestText
	}
	r.GUID = guidOf(plan.Source, r.Text)
	r.Duration = tag.Length.Milliseconds()
	if len(name) >= len(time.DateOnly) {
		r.FirstSeen = name[:len(time.DateOnly)]
	}
	for _, ending := range episodeEndings {
		file, err := fileRecordOf(filepath.Join(dir, name+ending), name+ending)
		if err != nil {
			return nil, err
		}
		r.Files = append(r.Files, file)
	}
	return r, nil
}

// escapeGlob makes a pattern that matches a path alone.
func escapeGlob(path string) string {
	return strings.NewReplacer("[", "[[]", "*", "[*]", "?", "[?]").Replace(path)
}
