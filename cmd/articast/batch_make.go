package main

import (
	"context"
	"io"
	"path/filepath"

	"articast/internal/atomicfile"
	"articast/podcast"
	"articast/podcast/player"
)

// The files of an episode are named alike, but for their endings. The MP3 is the first.
const (
	mp3Ending      = ".mp3"
	chaptersEnding = ".chapters.json"
	vttEnding      = ".vtt"
	planEnding     = ".plan.json"
	pageEnding     = ".html"
)

var episodeEndings = []string{mp3Ending, chaptersEnding, vttEnding, planEnding, pageEnding}

// make speaks an article and writes its files, unless they are there already.
func (b *batch) make(ctx context.Context, j *job, line *articleLine) error {
	r := j.record
	if b.dryRun {
		return b.foretell(j)
	}
	if old := j.old; old != nil && old.Print == j.print && old.intact(b.dir) {
		r.Duration, r.Files = old.Duration, old.Files
		return b.finish(j, statusUnchanged)
	}
	mp3, err := atomicfile.Create(filepath.Join(b.dir, r.Name+mp3Ending))
	if err != nil {
		return err
	}
	defer mp3.Abort()
	studio, err := b.studio.forLang(j.plan.Lang)
	if err != nil {
		return err
	}
	producer := studio.producer(line.update)
	producer.Cover = b.cover
	if producer.Backend, err = b.studio.speaking(studio, j.langs); err != nil {
		return err
	}
	episode, err := producer.Produce(ctx, j.plan, mp3)
	if err != nil {
		return studio.voice.explain(err)
	}
	file, err := commitChanged(mp3, filepath.Join(b.dir, r.Name+mp3Ending))
	if err != nil {
		return err
	}
	r.Duration, r.Files, r.Incomplete = episode.Duration.Milliseconds(), []fileRecord{file}, len(episode.Skipped) > 0
	for _, ending := range episodeEndings[1:] {
		file, err := writeChanged(filepath.Join(b.dir, r.Name+ending), func(w io.Writer) error { return b.write(w, ending, j, episode) })
		if err != nil {
			return err
		}
		r.Files = append(r.Files, file)
	}
	status := statusMade
	if j.old != nil {
		status = statusChanged
	}
	if r.Incomplete {
		j.result.skipped(episode)
	}
	j.result.Note = heldBack(episode, b.studio.options.level)
	return b.finish(j, status)
}

// write writes one of the files beside an MP3.
func (b *batch) write(w io.Writer, ending string, j *job, e *podcast.Episode) error {
	switch ending {
	case chaptersEnding:
		return podcast.WriteChaptersJSON(w, e)
	case vttEnding:
		return podcast.WriteVTT(w, e)
	case planEnding:
		_, err := w.Write(j.planJSON)
		return err
	}
	return player.Write(w, e, player.Page{Audio: j.record.Name + mp3Ending, Cover: b.cover.Data, Home: "index.html"})
}

// finish remembers an episode.
func (b *batch) finish(j *job, status string) error {
	if err := b.state.put(j.record); err != nil {
		return err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	j.result.about(j.record, status)
	b.say(j.result)
	return nil
}

// foretell says what would be made.
func (b *batch) foretell(j *job) error {
	status := statusMade
	switch {
	case j.old != nil && j.old.Print == j.print && j.old.intact(b.dir):
		status = statusUnchanged
	case j.old != nil:
		status = statusChanged
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	j.record.Duration = b.studio.producer(nil).Estimate(j.plan).Milliseconds()
	j.result.Characters = characters(j.plan)
	j.result.about(j.record, status)
	b.say(j.result)
	return nil
}
