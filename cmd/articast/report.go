package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"articast/podcast"
	"articast/podcast/report"
	"articast/segment"
)

func reportCommand() *cli.Command {
	return &cli.Command{
		Name:      "report",
		Usage:     "make a web page of a plan: what is said, how, by whom, and what is left out",
		ArgsUsage: "SOURCE",
		Description: `SOURCE is an article or a plan, as for articast render. The page shows every segment with its role and voice, marks what is
said in another way than it is written, and strikes out what is left out, with the rule that did it. Where the MP3 of the article lies beside it
or beside SOURCE, with a transcript that --transcript json or vtt writes, each segment has a button that plays it.
Without -o the page is named after the source, article.report.html, and written to the current folder.

EXAMPLES:
   articast report article.txt -o report.html
   articast report plan.json --audio story.mp3

EXIT STATUS:
   0 done, 1 failed and nothing was written, 2 wrong usage`,
		Flags: joinFlags([]cli.Flag{
			&cli.PathFlag{Name: "output", Aliases: []string{"o"}, Usage: "write the page to `FILE`; - is standard output, a folder takes the derived name", Category: categoryOutput},
			&cli.BoolFlag{Name: "force", Aliases: []string{"f"}, Usage: "let the derived name replace a file that articast did not write", Category: categoryOutput},
			&cli.PathFlag{Name: "audio", Usage: "the `MP3` of the article, with its transcript beside it", Category: categoryOutput},
			quietFlag(),
		}, castFlags(), articleFlags()),
		Action: func(c *cli.Context) error {
			source, err := oneSource(c)
			if err != nil {
				return err
			}
			output, err := outputOf(c)
			if err != nil {
				return err
			}
			articleOptions, err := articleOptionsOf(c)
			if err != nil {
				return err
			}
			return runReport(c.Context, reportOptions{
				source:  source,
				output:  output,
				force:   c.Bool("force"),
				audio:   c.Path("audio"),
				quiet:   c.Bool("quiet"),
				voice:   voiceOptionsOf(c),
				article: articleOptions,
			}, streams{in: c.App.Reader, out: c.App.Writer, errw: c.App.ErrWriter})
		},
	}
}

type reportOptions struct {
	source  string
	output  string
	force   bool
	audio   string // of the recording; empty looks for it
	quiet   bool
	voice   voiceOptions
	article articleOptions
}

func runReport(ctx context.Context, o reportOptions, s streams) error {
	plan, err := loadPlan(ctx, o.source, o.article, s.in)
	if err != nil {
		return err
	}
	t, err := o.target(plan.Title, s)
	if err != nil {
		return err
	}
	rec, err := o.recording(plan, t, s)
	if err != nil {
		return err
	}
	for _, other := range []struct{ path, was string }{{o.source, "the source"}, {rec.audio, "the recording"}, {rec.transcript, "the transcript"}} {
		if err := t.keep(other.path, other.was, "the report"); err != nil {
			return err
		}
	}
	address, err := rec.addressFrom(t)
	if err != nil {
		return err
	}
	err = t.write(ctx, func(out podcast.Output) error {
		return report.Write(out, plan, report.Options{Voice: o.voice.forLang(plan.Lang).shownVoiceOf(), Audio: address, Cues: rec.cues})
	})
	if err != nil || o.quiet {
		return err
	}
	sound := ""
	if rec.audio != "" {
		sound = fmt.Sprintf(", %d with sound", rec.fitting)
	}
	fmt.Fprintf(s.errw, "wrote %s (%s%s)\n", t.shown, count(len(plan.Segments), "segment"), sound)
	return nil
}

// target chooses where the page goes.
func (o reportOptions) target(title string, s streams) (target, error) {
	if o.output == "-" {
		return target{stream: s.out, shown: "standard output"}, nil
	}
	if isSoundName(o.output) && !isDir(o.output) {
		return target{}, &usageError{msg: fmt.Sprintf("%s is named like a recording, but a report is a web page", o.output), hint: "name it .html"}
	}
	return fileTarget(o.output, derivedBase(o.source, title)+".report.html", o.force, isOwnReport)
}

// isOwnReport tells a report that articast wrote.
func isOwnReport(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	return report.Made(f)
}

// shownVoiceOf returns what names the voice of a segment: a model that is named by its path, by its file.
func (o voiceOptions) shownVoiceOf() func(segment.Segment) string {
	cast := o.castList()
	return func(s segment.Segment) string {
		if path, isModel := strings.CutSuffix(cast.Voice(s), ".onnx"); isModel {
			return filepath.Base(path)
		}
		return shownVoice(cast.Voice(s))
	}
}

// recording is an MP3 of the plan's article with the times of its segments. Its zero value is none.
type recording struct {
	audio      string
	transcript string // where the times stand
	cues       []podcast.Cue
	fitting    int // segments of the plan that can be heard in it
	missing    int // segments of the plan that are not in it, or not as they are
}

// recording reads the recording that was named, or the one that lies where render writes it: beside the page, else beside the source.
// One that was not named may be unfit, which is said.
func (o reportOptions) recording(plan *segment.Plan, t target, s streams) (recording, error) {
	if o.audio != "" {
		rec, err := readRecording(o.audio, plan)
		if rec.missing > 0 && !o.quiet {
			fmt.Fprintf(s.errw, "no play button for %s: not in %s as in the plan; speak the article again with --transcript json\n", count(rec.missing, "segment"), rec.transcript)
		}
		return rec, err
	}
	name := derivedBase(o.source, plan.Title) + ".mp3"
	places := []string{filepath.Join(filepath.Dir(t.path), name)}
	if !isURL(o.source) && o.source != "-" {
		places = append(places, filepath.Join(filepath.Dir(o.source), name))
	}
	for _, audio := range places {
		if _, err := os.Stat(audio); err != nil {
			continue
		}
		rec, err := readRecording(audio, plan)
		if err == nil {
			return rec, nil
		}
		if !o.quiet {
			fmt.Fprintf(s.errw, "no play buttons: %s\n", oneLine(strings.TrimRight(err.Error()+"; "+hintOf(err), "; ")))
		}
		break
	}
	return recording{}, nil
}

// readRecording reads the transcript beside an MP3: the first that has its times.
func readRecording(audio string, plan *segment.Plan) (recording, error) {
	if _, err := os.Stat(audio); errors.Is(err, fs.ErrNotExist) {
		return recording{}, &usageError{msg: "no such file: " + audio, hint: "--audio takes the MP3 of the article"}
	}
	base := strings.TrimSuffix(audio, filepath.Ext(audio))
	var failed error
	for _, kind := range []struct {
		ext  string
		read func(io.Reader) ([]podcast.Cue, error)
	}{{".json", podcast.ReadTranscriptJSON}, {".vtt", podcast.ReadVTT}} {
		rec := recording{audio: audio, transcript: base + kind.ext}
		err := rec.read(kind.read, plan)
		if err == nil {
			return rec, nil
		}
		if failed == nil && !errors.Is(err, fs.ErrNotExist) {
			failed = err
		}
	}
	if failed == nil {
		failed = fmt.Errorf("%s has no transcript beside it: %s.json is not there", audio, base)
	}
	return recording{}, &hintError{error: failed, hint: "speak the article with -o " + audio + " --transcript json"}
}

// read reads the times and finds the segments that they are of.
func (r *recording) read(read func(io.Reader) ([]podcast.Cue, error), plan *segment.Plan) error {
	f, err := os.Open(r.transcript)
	if err != nil {
		return err
	}
	defer f.Close()
	if r.cues, err = read(f); err != nil {
		return fmt.Errorf("%s: %w", r.transcript, err)
	}
	byID := make(map[string]podcast.Cue)
	for _, c := range r.cues {
		byID[c.SegmentID] = c
	}
	for _, s := range plan.Segments {
		if c, ok := byID[s.ID]; ok && report.Fits(s, c) {
			r.fitting++
		} else if report.Heard(s) != "" {
			r.missing++
		}
	}
	if r.fitting == 0 {
		return fmt.Errorf("%s has the times of another text", r.transcript)
	}
	return nil
}

// addressFrom returns the address of the recording as the page at t names it; empty without one. A page on standard output may be
// kept in the current folder.
func (r recording) addressFrom(t target) (string, error) {
	if r.audio == "" {
		return "", nil
	}
	audio, err := filepath.Abs(r.audio)
	if err != nil {
		return "", err
	}
	folder, err := filepath.Abs(filepath.Dir(t.path))
	if err != nil {
		return "", err
	}
	relative, err := filepath.Rel(folder, audio)
	if err != nil {
		return "", fmt.Errorf("find the way from the report to the recording: %w", err)
	}
	address := url.URL{Path: filepath.ToSlash(relative)}
	return address.String(), nil
}
