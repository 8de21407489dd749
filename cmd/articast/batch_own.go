package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"articast/podcast"
	"articast/podcast/player"
)

// A folder may hold files of others. A batch writes over a file only where it is recorded in the folder's state, or is known for one of
// articast's by what it holds: a state may be lost, and a killed run has not recorded its last files.

// maxHead is how much of a file is looked at, in bytes: what a feed says of itself stands before its items.
const maxHead = 1 << 20

// headOf returns the beginning of a file, and whether there is a file at all. What is no regular file is not opened.
func headOf(path string) (head []byte, there bool, err error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, false, nil
	}
	if err != nil || !info.Mode().IsRegular() {
		return nil, true, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, true, err
	}
	defer f.Close()
	head, err = io.ReadAll(io.LimitReader(f, maxHead))
	return head, true, err
}

// foreignError says that a file of somebody else is in the way.
func foreignError(path string) error {
	return &usageError{msg: path + " exists and was not written by articast", hint: "-o DIR names another folder, --force replaces it"}
}

// checkAround refuses to write over files of others that are named like those around the episodes.
func (b *batch) checkAround() error {
	if b.force {
		return nil
	}
	files := []aroundFile{
		{podcast.FeedName, isOwnFeed},
		{"index.html", player.Made},
		{"player.js", player.MadeScript},
	}
	if len(b.cover.Data) > 0 {
		files = append(files, aroundFile{b.coverName(), b.isOwnCover})
	}
	for _, f := range files {
		path := filepath.Join(b.dir, f.name)
		head, there, err := headOf(path)
		if err != nil {
			return fmt.Errorf("look at the existing %s: %w", path, err)
		}
		if there && !f.ours(head) {
			return foreignError(path)
		}
	}
	return nil
}

// aroundFile is a file that stands around the episodes.
type aroundFile struct {
	name string
	ours func(head []byte) bool
}

// channelOf is what a feed of ours says before its items.
func channelOf(feed []byte) []byte {
	channel, _, _ := bytes.Cut(feed, []byte("<item>"))
	return channel
}

func isOwnFeed(head []byte) bool {
	return bytes.Contains(channelOf(head), []byte("<generator>articast "))
}

// isOwnCover tells a cover that the batch would write again, or that the feed beside it has.
func (b *batch) isOwnCover(head []byte) bool {
	if bytes.Equal(head, b.cover.Data[:min(len(b.cover.Data), maxHead)]) {
		return true
	}
	if sameFile(b.batchOptions.feed.image, filepath.Join(b.dir, b.coverName())) {
		return false // the picture itself, of which a smaller one would be left
	}
	feed, _, err := headOf(filepath.Join(b.dir, podcast.FeedName))
	return err == nil && isOwnFeed(feed) && bytes.Contains(channelOf(feed), []byte("/"+b.coverName()+`"/>`))
}

// checkEpisode refuses to write over files of others that are named like those of an episode. old is what the state has of it, or nil.
func (b *batch) checkEpisode(r, old *record) error {
	if b.force {
		return nil
	}
	for _, ending := range episodeEndings {
		name := r.Name + ending
		if old != nil && slices.ContainsFunc(old.Files, func(f fileRecord) bool { return f.Name == name }) {
			continue
		}
		if !isOwnOrFree(b.dir, r.Name, ending) {
			return foreignError(filepath.Join(b.dir, name))
		}
	}
	return nil
}

// isOwnOrFree tells whether one of the files of an episode is not there, or is there by articast: a page says so itself, the others
// stand beside an MP3 of ours, which is written first.
func isOwnOrFree(dir, base, ending string) bool {
	path := filepath.Join(dir, base+ending)
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return true
	}
	if ending == pageEnding {
		head, _, err := headOf(path)
		return err == nil && player.Made(head)
	}
	mp3 := filepath.Join(dir, base+mp3Ending)
	info, err := os.Stat(mp3)
	return err == nil && info.Mode().IsRegular() && isOwnMP3(mp3)
}

// episodeFile matches what the files of episodes are called, in small letters, and parts the name from the ending.
var episodeFile = regexp.MustCompile(`^\d{4}-\d\d-\d\d-.*?(\.mp3|\.chapters\.json|\.vtt|\.plan\.json|\.html)$`)

// rehearse refuses, before anything is spoken, what checkEpisode would refuse of an article when its turn comes. Which names the articles
// give is known when all are read; they are read for it only where the folder holds a file of others that is named like an episode's.
func (b *batch) rehearse(ctx context.Context) error {
	if b.force || b.dryRun || b.digest { // these two speak nothing before all is read
		return nil
	}
	if others, err := b.holdsOthers(); err != nil || !others {
		return err
	}
	state, err := openBatchState(b.dir, true)
	if err != nil {
		return err
	}
	trial := &batch{
		batchOptions: b.batchOptions, places: b.places, in: b.in, errw: io.Discard, studio: b.studio, cover: b.cover, version: b.version,
		progress: newBatchProgress(io.Discard, true), state: state,
	}
	trial.dryRun, trial.quiet = true, true
	defer trial.progress.finish()
	return trial.run(ctx)
}

// holdsOthers tells whether the folder holds a file that is named like an episode's and is none.
func (b *batch) holdsOthers() (bool, error) {
	entries, err := os.ReadDir(b.dir)
	if err != nil {
		return false, fmt.Errorf("look into the folder: %w", err)
	}
	recorded := make(map[string]bool)
	for _, r := range b.state.all() {
		for _, f := range r.Files {
			recorded[f.Name] = true
		}
	}
	for _, e := range entries {
		m := episodeFile.FindStringSubmatch(strings.ToLower(e.Name()))
		if m == nil || recorded[e.Name()] {
			continue
		}
		base := e.Name()[:len(e.Name())-len(m[1])]
		if !isOwnOrFree(b.dir, base, e.Name()[len(base):]) {
			return true, nil
		}
	}
	return false, nil
}
