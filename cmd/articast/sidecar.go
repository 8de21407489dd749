package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/urfave/cli/v2"

	"articast/audio/id3"
	"articast/internal/atomicfile"
	"articast/podcast"
)

// sidecarKind is a kind of file that stands beside an MP3 and is named like it.
type sidecarKind struct {
	name  string // as --transcript has it
	ext   string
	write func(io.Writer, *podcast.Episode) error
	// ours tells a file that articast may have written beside an MP3 with this tag from another
	ours func(content string, tag id3.Tag) bool
	// alone tells a file that nobody else writes, whatever stands beside it; nil where its content does not say so
	alone func(content string) bool
}

var transcriptKinds = []sidecarKind{
	{"vtt", ".vtt", podcast.WriteVTT, func(s string, _ id3.Tag) bool { return strings.HasPrefix(s, "WEBVTT\n") }, isOwnVTT},
	{"srt", ".srt", podcast.WriteSRT, func(s string, _ id3.Tag) bool { return srtStart.MatchString(s) }, nil},
	{"txt", ".txt", podcast.WriteText, func(s string, tag id3.Tag) bool { return s == tag.Lyrics }, nil},
	{"json", ".json", podcast.WriteTranscriptJSON, hasKeys("segments"), isOwnTranscript},
}

var chaptersKind = sidecarKind{"chapters", ".chapters.json", podcast.WriteChaptersJSON, hasKeys("chapters"), nil}

var srtStart = regexp.MustCompile(`^1\n\d+:\d\d:\d\d,\d{3} --> `)

// isOwnVTT tells a WebVTT file whose cues are named like the segments of a plan.
func isOwnVTT(content string) bool {
	cues, err := podcast.ReadVTT(strings.NewReader(content))
	return err == nil && len(cues) > 0 && segmentID.MatchString(cues[0].SegmentID)
}

var segmentID = regexp.MustCompile(`^s\d{4,}$`)

// isOwnTranscript tells a JSON transcript whose segments have what only WriteTranscriptJSON adds.
func isOwnTranscript(content string) bool {
	var t struct {
		Segments []struct {
			Segment, Role string
			Words         []struct{ Estimated bool }
		}
	}
	if json.Unmarshal([]byte(content), &t) != nil || len(t.Segments) == 0 {
		return false
	}
	first := t.Segments[0]
	return first.Segment != "" && first.Role != "" && len(first.Words) > 0 && first.Words[0].Estimated
}

// hasKeys recognises a JSON object with a version that is a text, which that of a plan is not, and a list.
func hasKeys(list string) func(string, id3.Tag) bool {
	return func(s string, _ id3.Tag) bool {
		var object map[string]json.RawMessage
		if json.Unmarshal([]byte(s), &object) != nil {
			return false
		}
		return strings.HasPrefix(string(object["version"]), `"`) && strings.HasPrefix(string(object[list]), "[")
	}
}

func transcriptNames() []string {
	var names []string
	for _, k := range transcriptKinds {
		names = append(names, k.name)
	}
	return names
}

// sidecarFlags say what is written beside the MP3.
func sidecarFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringSliceFlag{Name: "transcript", Usage: "write the text with its times beside the MP3, in `FORMATS`: " + strings.Join(transcriptNames(), ", "), Category: categoryOutput},
		&cli.BoolFlag{Name: "chapters-json", Usage: "write the chapters beside the MP3, as podcast players read them", Category: categoryOutput},
	}
}

// sidecarKindsOf reads the flags of sidecarFlags.
func sidecarKindsOf(c *cli.Context) ([]sidecarKind, error) {
	wanted := words(c.StringSlice("transcript"))
	for _, name := range wanted {
		if err := oneOf("transcript", transcriptNames())(c, name); err != nil {
			return nil, err
		}
	}
	var kinds []sidecarKind
	for _, k := range transcriptKinds {
		for _, name := range wanted {
			if name == k.name {
				kinds = append(kinds, k)
				break
			}
		}
	}
	if c.Bool("chapters-json") {
		kinds = append(kinds, chaptersKind)
	}
	return kinds, nil
}

// sidecars are the files that one run writes beside its MP3. They appear when that does.
type sidecars struct {
	kinds  []sidecarKind
	base   string         // path without extension
	format podcast.Format // of the episode
	staged []*atomicfile.File
}

// sidecarsOf names the files beside the target. Their names are derived: they never replace the source, nor, without force,
// a file that articast did not write.
func sidecarsOf(kinds []sidecarKind, t target, source string, force bool) (*sidecars, error) {
	s := &sidecars{kinds: kinds, format: t.format}
	if len(kinds) == 0 {
		return s, nil
	}
	if t.path == "" || isSpecial(t.path) {
		return nil, &usageError{msg: fmt.Sprintf("transcripts and chapters stand beside the MP3, but that goes to %s", t.shown), hint: "give the MP3 a name with -o FILE"}
	}
	s.base = strings.TrimSuffix(t.path, filepath.Ext(t.path))
	for _, k := range kinds {
		if err := s.check(k, t, source, force); err != nil {
			return nil, err
		}
	}
	return s, nil
}

func (s *sidecars) path(k sidecarKind) string { return s.base + k.ext }

// check refuses to write over a file that somebody needs.
func (s *sidecars) check(k sidecarKind, t target, source string, force bool) error {
	path := s.path(k)
	otherName := fmt.Sprintf("-o FILE gives the %v and what stands beside it another name", t.format)
	if path == t.path {
		return &usageError{msg: fmt.Sprintf("%s is to be both the MP3 and the transcript", path), hint: "name the MP3 .mp3"}
	}
	if sameFile(path, source) {
		return &usageError{msg: fmt.Sprintf("%s is the source: the transcript would replace it", path), hint: otherName}
	}
	if isDir(path) {
		return &usageError{msg: fmt.Sprintf("%s is a folder, but the transcript is to be written there", path), hint: otherName}
	}
	content, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) || force {
		return nil
	}
	if err != nil {
		return fmt.Errorf("look at the existing %s: %w", path, err)
	}
	if k.alone != nil && k.alone(string(content)) {
		return nil
	}
	for _, beside := range append([]target{t}, s.episodes()...) {
		if tag, ok := beside.ownTagOf(string(content)); ok && k.ours(string(content), tag) {
			return nil
		}
	}
	return &hintError{error: fmt.Errorf("%s exists and was not written by articast", path), hint: "--force replaces it, " + otherName}
}

// episodes are the files of other formats that the sidecars may stand beside.
func (s *sidecars) episodes() []target {
	var list []target
	for _, ending := range []string{".mp3", ".wav", ".flac", ".opus", ".m4b", ".m4a"} {
		format, _ := podcast.FormatOf(ending)
		list = append(list, target{path: s.base + ending, format: format})
	}
	return list
}

// isOwnMP3 tells an MP3 that articast wrote.
func isOwnMP3(path string) bool {
	_, ours := ownTag(path)
	return ours
}

// ownTagOf returns the tag of the existing target, if articast wrote it or had it written. Of a format other than MP3 and WAV no more is known of the
// tag than whether it holds the text.
func (t target) ownTagOf(text string) (id3.Tag, bool) {
	if t.format == podcast.MP3 || t.format == podcast.WAV {
		return ownTag(t.path)
	}
	ours, holdsText := madeFor(t.path, text)
	if !holdsText {
		text = ""
	}
	return id3.Tag{Lyrics: text}, ours
}

// stage writes the files under temporary names, so that only renaming is left to fail. It must end in commit or abort.
func (s *sidecars) stage(e *podcast.Episode) error {
	for _, k := range s.kinds {
		f, err := atomicfile.Create(s.path(k))
		if err != nil {
			return err
		}
		s.staged = append(s.staged, f)
		if err := k.write(f, e); err != nil {
			return err
		}
	}
	return nil
}

// abort removes what was staged and not committed.
func (s *sidecars) abort() {
	for _, f := range s.staged {
		f.Abort()
	}
}

// commit puts the files in their places, behind the MP3. A file that belongs to an earlier MP3 and cannot be replaced is removed: it
// would tell wrong times.
func (s *sidecars) commit() error {
	var errs []error
	for i, f := range s.staged {
		if err := f.Commit(); err != nil {
			os.Remove(s.path(s.kinds[i]))
			errs = append(errs, fmt.Errorf("the %v is written, but not what belongs beside it: %w", s.format, err))
		}
	}
	return errors.Join(errs...)
}

// shown lists the files for a message.
func (s *sidecars) shown() string {
	var paths []string
	for _, k := range s.kinds {
		paths = append(paths, s.path(k))
	}
	return oneLine(strings.Join(paths, ", "))
}
