package main

import (
	"bufio"
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"articast/internal/atomicfile"
	"articast/podcast"
)

// stateName is the file, hidden from listeners, in which a folder remembers its episodes: a line of JSON for each. What is finished is
// appended; a line that a killed run has not finished counts for nothing.
const stateName = ".articast-batch.jsonl"

// record is what is known of an episode.
type record struct {
	GUID       string       `json:"guid"`
	Name       string       `json:"name"`           // of its files, without extension
	Key        string       `json:"key,omitempty"`  // of its source
	Link       string       `json:"link,omitempty"` // address of the article
	Title      string       `json:"title"`
	Author     string       `json:"author,omitempty"`
	Site       string       `json:"site,omitempty"`
	Lang       string       `json:"lang,omitempty"`
	Published  string       `json:"published,omitempty"` // as the article says
	FirstSeen  string       `json:"first_seen"`          // day
	Text       string       `json:"text"`                // hash of its words
	Input      string       `json:"input,omitempty"`     // hash of its source and the settings
	Print      string       `json:"print,omitempty"`     // hash of its plan and the settings
	Voice      string       `json:"voice,omitempty"`     // hash of what spoke it
	Notes      string       `json:"notes,omitempty"`     // HTML
	Duration   int64        `json:"duration_ms"`
	Files      []fileRecord `json:"files"` // the MP3 is the first
	Incomplete bool         `json:"incomplete,omitempty"`
}

// fileRecord is a file as it was written.
type fileRecord struct {
	Name string `json:"name"`
	Size int64  `json:"size"`
	Hash string `json:"sha256"`
}

// date is when the episode was published; an article that does not say so has the day on which it was first seen.
func (r *record) date() time.Time { return dateOf(r.Published, r.FirstSeen) }

func dateOf(published, firstSeen string) time.Time {
	for _, text := range []string{published, firstSeen} {
		for _, layout := range []string{time.RFC3339, time.DateOnly} {
			if t, err := time.Parse(layout, text); err == nil && t.Year() > 1900 {
				return t.UTC()
			}
		}
	}
	return time.Time{}
}

// podcastRecord is what is known of the whole.
type podcastRecord struct {
	GUID     string `json:"guid,omitempty"`
	Title    string `json:"title,omitempty"` // of the one feed that is its source
	About    string `json:"about,omitempty"`
	Language string `json:"language,omitempty"`
}

// stateLine is a line of the state file: one of its fields.
type stateLine struct {
	Podcast *podcastRecord `json:"podcast,omitempty"`
	Episode *record        `json:"episode,omitempty"`
	Gone    string         `json:"gone,omitempty"` // GUID
}

// batchState is what a folder remembers. It may be used by several goroutines.
type batchState struct {
	dir string

	mu      sync.Mutex
	podcast podcastRecord
	records map[string]*record // by GUID; a record is not changed once it is in here
	journal *os.File           // open for appending; nil until something is to be written
	frozen  bool               // nothing is written
}

// openBatchState reads the state of a folder. One that is lost, which is also a file without a line that can be read, is made anew from
// the episodes and the feed in the folder.
func openBatchState(dir string, frozen bool) (*batchState, error) {
	s := &batchState{dir: dir, records: make(map[string]*record), frozen: frozen}
	raw, err := os.ReadFile(s.path())
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("read the state of the batch: %w", err)
	}
	lost := true
	for line := range bytes.Lines(raw) {
		var l stateLine
		if json.Unmarshal(line, &l) != nil {
			continue // a killed run has not finished it
		}
		lost = false
		s.take(l)
	}
	if lost {
		if err := s.rebuild(); err != nil {
			return nil, err
		}
	}
	return s, s.settle()
}

func (s *batchState) path() string { return filepath.Join(s.dir, stateName) }

func (s *batchState) take(l stateLine) {
	switch {
	case l.Podcast != nil:
		s.podcast = *l.Podcast
	case l.Episode != nil && l.Episode.GUID != "" && filepath.IsLocal(l.Episode.Name):
		s.records[l.Episode.GUID] = l.Episode
	case l.Gone != "":
		delete(s.records, l.Gone)
	}
}

// all returns the records, sorted by GUID.
func (s *batchState) all() []*record {
	s.mu.Lock()
	defer s.mu.Unlock()
	list := make([]*record, 0, len(s.records))
	for _, r := range s.records {
		list = append(list, r)
	}
	slices.SortFunc(list, func(a, b *record) int { return cmp.Compare(a.GUID, b.GUID) })
	return list
}

// get returns the episode of a GUID, or nil.
func (s *batchState) get(guid string) *record {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.records[guid]
}

// put remembers an episode, on the disk when it returns.
func (s *batchState) put(r *record) error { return s.append(stateLine{Episode: r}) }

// forget removes an episode.
func (s *batchState) forget(guid string) error { return s.append(stateLine{Gone: guid}) }

// know takes what is known of the whole, which settle writes.
func (s *batchState) know(p podcastRecord) { s.podcast = p }

func (s *batchState) append(l stateLine) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.take(l)
	if s.frozen {
		return nil
	}
	line, err := json.Marshal(l)
	if err != nil {
		return err
	}
	if s.journal == nil {
		if s.journal, err = os.OpenFile(s.path(), os.O_WRONLY|os.O_APPEND|os.O_CREATE, 0o666); err != nil {
			return fmt.Errorf("write the state of the batch: %w", err)
		}
	}
	if _, err := s.journal.Write(append(line, '\n')); err != nil {
		return fmt.Errorf("write the state of the batch: %w", err)
	}
	return s.journal.Sync()
}

// settle writes the state anew where the file is not just that: after what was appended, or cut short.
func (s *batchState) settle() error {
	if s.frozen {
		return nil
	}
	s.Close()
	var b bytes.Buffer
	lines := json.NewEncoder(&b)
	if s.podcast != (podcastRecord{}) {
		if err := lines.Encode(stateLine{Podcast: &s.podcast}); err != nil {
			return err
		}
	}
	for _, r := range s.all() {
		if err := lines.Encode(stateLine{Episode: r}); err != nil {
			return err
		}
	}
	if b.Len() == 0 { // half a line, say, which the next one would join
		if err := os.Remove(s.path()); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("write the state of the batch: %w", err)
		}
		return nil
	}
	_, err := writeChanged(s.path(), func(w io.Writer) error {
		_, err := w.Write(b.Bytes())
		return err
	})
	return err
}

// Close ends the appending.
func (s *batchState) Close() {
	if s.journal != nil {
		s.journal.Close()
		s.journal = nil
	}
}

// writeChanged writes a file in one step, but leaves one alone that has these bytes already. It returns what the file holds.
func writeChanged(path string, write func(io.Writer) error) (fileRecord, error) {
	f, err := atomicfile.Create(path)
	if err != nil {
		return fileRecord{}, err
	}
	defer f.Abort()
	b := bufio.NewWriterSize(f, 1<<16)
	if err := write(b); err != nil {
		return fileRecord{}, err
	}
	if err := b.Flush(); err != nil {
		return fileRecord{}, err
	}
	return commitChanged(f, path)
}

// commitChanged puts a file in its place, but for the case that one with the same bytes is there.
func commitChanged(f *atomicfile.File, path string) (fileRecord, error) {
	made, err := fileRecordOf(f.Name(), filepath.Base(path))
	if err != nil {
		return made, err
	}
	if made.intact(filepath.Dir(path)) {
		return made, nil
	}
	return made, f.Commit()
}

// fileRecordOf measures a file.
func fileRecordOf(path, name string) (fileRecord, error) {
	f, err := os.Open(path)
	if err != nil {
		return fileRecord{}, err
	}
	defer f.Close()
	h := sha256.New()
	size, err := io.Copy(h, f)
	return fileRecord{Name: name, Size: size, Hash: hex.EncodeToString(h.Sum(nil))}, err
}

// intact tells whether the file in dir is still what was written.
func (f fileRecord) intact(dir string) bool {
	path := filepath.Join(dir, f.Name)
	info, err := os.Lstat(path)
	if err != nil || info.Size() != f.Size || !info.Mode().IsRegular() {
		return false
	}
	found, err := fileRecordOf(path, f.Name)
	return err == nil && found == f
}

// intact tells whether all files of an episode are still what was written.
func (r *record) intact(dir string) bool {
	for _, f := range r.Files {
		if !f.intact(dir) {
			return false
		}
	}
	return len(r.Files) == len(episodeEndings) && !r.Incomplete
}

// item is the episode in the feed.
func (r *record) item() podcast.FeedItem {
	return podcast.FeedItem{
		GUID: r.GUID, Title: r.Title, Author: cmp.Or(r.Author, r.Site), Link: r.Link, Published: r.date(), Duration: time.Duration(r.Duration) * time.Millisecond,
		Audio: r.Name + mp3Ending, Bytes: r.Files[0].Size, Page: r.Name + pageEnding, Transcript: r.Name + vttEnding, Chapters: r.Name + chaptersEnding,
		Notes: r.Notes,
	}
}
