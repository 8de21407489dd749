package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"image"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"articast/podcast"
	"articast/podcast/player"
)

// takeCover reads the picture of --feed-image where it is a file. One on the web is only named in the feed.
func (b *batch) takeCover() error {
	path := b.batchOptions.feed.image
	if path == "" || isURL(path) {
		return nil
	}
	var err error
	if b.cover, err = readCover(path); err != nil {
		return &usageError{msg: fmt.Sprintf("--feed-image %s: %v", path, err), hint: "--feed-image takes a square JPEG, PNG or WebP of 1400 pixels or more, or an address", flag: "feed-image"}
	}
	shape, _, err := image.DecodeConfig(bytes.NewReader(b.cover.Data))
	if err == nil && (shape.Width != shape.Height || shape.Width < coverSide) && !b.quiet {
		fmt.Fprintf(b.errw, "cover: %s is no square of %d pixels or more, as podcast directories ask for\n", path, coverSide)
	}
	return err
}

// coverName is what the cover is called in the folder of the podcast.
func (b *batch) coverName() string { return "cover." + strings.TrimPrefix(b.cover.MIME, "image/") }

// publish removes what is to go, and writes what stands around the episodes: feed, index and player.
func (b *batch) publish() error {
	if b.prune {
		if err := b.removeGone(); err != nil {
			return err
		}
	}
	b.state.know(b.about())
	feed := b.feedOf(b.state.all())
	if len(feed.Items) == 0 && !b.prune {
		return nil
	}
	if err := b.state.settle(); err != nil {
		return err
	}
	again, err := b.again.bytes()
	if err != nil {
		return err
	}
	files := []struct {
		name  string
		write func(io.Writer) error
	}{
		{runName, func(w io.Writer) error { _, err := w.Write(again); return err }},
		{"player.js", func(w io.Writer) error { _, err := io.WriteString(w, player.Script()); return err }},
		{"index.html", func(w io.Writer) error { return player.WriteIndex(w, feed) }},
		{podcast.FeedName, feed.Write},
	}
	if len(b.cover.Data) > 0 {
		files = append(files, struct {
			name  string
			write func(io.Writer) error
		}{b.coverName(), func(w io.Writer) error { _, err := w.Write(b.cover.Data); return err }})
	}
	for _, f := range files {
		if _, err := writeChanged(filepath.Join(b.dir, f.name), f.write); err != nil {
			return err
		}
	}
	return nil
}

// about is what the state remembers of the whole: the GUID once there is one, and the title of a feed that is the only source.
func (b *batch) about() podcastRecord {
	p := b.state.podcast
	if b.feeds == 1 && len(b.places) == 1 {
		p.Title, p.About, p.Language = b.feed.Title, b.feed.About, b.feed.Language
	}
	p.GUID = cmp.Or(p.GUID, podcast.FeedGUID(b.batchOptions.feed.baseURL))
	return p
}

// feedOf makes the feed of episodes.
func (b *batch) feedOf(records []*record) *podcast.Feed {
	known, o := b.state.podcast, b.batchOptions.feed
	dir, err := filepath.Abs(b.dir)
	if err != nil {
		dir = b.dir
	}
	f := &podcast.Feed{
		Title: cmp.Or(o.title, known.Title, filepath.Base(dir)), About: cmp.Or(o.about, known.About), Author: o.author,
		Category: o.category, Language: cmp.Or(o.language, known.Language, commonLanguage(records)), Image: o.image,
		BaseURL: o.baseURL, GUID: known.GUID, Software: software,
	}
	if len(b.cover.Data) > 0 {
		f.Image = b.coverName()
	}
	for _, r := range records {
		f.Items = append(f.Items, r.item())
	}
	return f
}

// commonLanguage is the language of most episodes.
func commonLanguage(records []*record) string {
	counts := make(map[string]int)
	for _, r := range records {
		if r.Lang != "" {
			counts[r.Lang]++
		}
	}
	languages := slices.Sorted(maps.Keys(counts))
	if len(languages) == 0 {
		return ""
	}
	return slices.MaxFunc(languages, func(a, b string) int { return cmp.Compare(counts[a], counts[b]) })
}

// removeGone removes the episodes that this run has not met. Where a place could not be read, nobody knows what it holds, and all stay.
func (b *batch) removeGone() error {
	if b.blind {
		fmt.Fprintln(b.errw, "nothing was pruned: a source could not be read")
		return nil
	}
	for _, r := range b.state.all() {
		if b.claimed[r.GUID] != "" || b.kept[r.Key] {
			continue
		}
		if err := b.state.forget(r.GUID); err != nil {
			return err
		}
		for _, ending := range episodeEndings {
			if err := os.Remove(filepath.Join(b.dir, r.Name+ending)); err != nil && !errors.Is(err, os.ErrNotExist) {
				return fmt.Errorf("prune: %w", err)
			}
		}
		result := &result{Source: r.Key}
		result.about(r, statusPruned)
		b.note(result)
	}
	return nil
}

// settingsHash is of all flags that shape an episode, and of the lexicons that they name.
func settingsHash(c *cli.Context) (string, error) {
	var all []byte
	flags := joinFlags(voiceFlags(), articleFlags(), []cli.Flag{flagNamed(batchFlags(), "bitrate")})
	for _, f := range flags {
		name := f.Names()[0]
		switch f.(type) {
		case *cli.StringSliceFlag:
			all = fmt.Appendf(all, "%s=%q\n", name, c.StringSlice(name))
		default:
			if name != "jobs" && name != "allow-private" {
				all = fmt.Appendf(all, "%s=%v\n", name, c.Value(name))
			}
		}
	}
	var files []string
	for _, name := range userLexicons {
		files = append(files, userFile(name))
	}
	for _, path := range append(files, c.StringSlice("lexicon")...) {
		if raw, err := os.ReadFile(path); err == nil {
			all = fmt.Appendf(all, "lexicon %d\n%s", len(raw), raw)
		}
	}
	return hashOf(all), nil
}
