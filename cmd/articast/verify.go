package main

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"net/http"
	"os"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/urfave/cli/v2"

	"articast/audio/id3"
	"articast/audio/mp3"
	"articast/internal/ctxio"
)

func verifyCommand() *cli.Command {
	return &cli.Command{
		Name:      "verify",
		Usage:     "check MP3 files: frames, header, chapters, loudness, silence",
		ArgsUsage: "FILE...",
		Description: `Any MP3 will do, whoever made it. Every frame is walked and compared with what the header says; the sound is decoded and measured.

EXIT STATUS:
   0 all is well, 1 something is wrong, 2 wrong usage`,
		Flags: []cli.Flag{jsonFlag(), &cli.DurationFlag{Name: "silence", Value: 3 * time.Second, Action: checkSilence, Usage: "find fault with silence of more than `DURATION`"}},
		Action: func(c *cli.Context) error {
			if c.NArg() == 0 {
				return &usageError{msg: "verify needs a file", hint: "articast verify FILE.mp3"}
			}
			reports := []verification{}
			var unread []error
			bad, ours := 0, 0
			for _, path := range c.Args().Slice() {
				if path == "-" {
					return &usageError{msg: "verify reads files, not standard input", hint: "write it to a file first: articast verify FILE.mp3"}
				}
				v, err := verifyFile(c.Context, path, c.Duration("silence"))
				if c.Context.Err() != nil {
					return &interruptedError{error: c.Context.Err(), what: "interrupted", none: true}
				}
				if err != nil {
					unread = append(unread, err)
					continue
				}
				reports = append(reports, v)
				if len(v.Problems) > 0 {
					bad++
					if strings.HasPrefix(v.Software, "articast") {
						ours++
					}
				}
			}
			if err := showVerifications(c.App.Writer, reports, c.Bool("json")); err != nil {
				return err
			}
			if bad == 0 || len(unread) > 0 {
				return joined(unread)
			}
			hint := "fetch it again, or have it made again by the program that made it"
			if bad == ours {
				hint = "an episode is made anew by the command that made it; finished sentences are in the cache"
			}
			return &hintError{error: fmt.Errorf("%d of %s damaged or doubtful", bad, count(len(reports), "file")), hint: hint}
		},
	}
}

// checkSilence refuses a length that all sound would have.
func checkSilence(_ *cli.Context, d time.Duration) error {
	if d > 0 {
		return nil
	}
	return &usageError{msg: fmt.Sprintf("--silence %v finds fault with every file", d), hint: "--silence takes more than 0, 3s say"}
}

// joined makes one line of errors; nil of none. What the first is stays known.
func joined(errs []error) error {
	if len(errs) < 2 {
		return errors.Join(errs...)
	}
	return fmt.Errorf("%w; %w", errs[0], joined(errs[1:]))
}

// verification is what was found out about a file.
type verification struct {
	File        string    `json:"file"`
	Format      string    `json:"format,omitempty"`
	Duration    float64   `json:"duration"` // seconds
	Frames      int64     `json:"frames"`
	Bytes       int64     `json:"bytes"`
	Title       string    `json:"title,omitempty"`
	Software    string    `json:"software,omitempty"` // that made it
	Chapters    int       `json:"chapters"`
	Loudness    *float64  `json:"loudness_lufs,omitempty"`
	TruePeak    *float64  `json:"true_peak_dbtp,omitempty"`
	Silences    []silence `json:"silences,omitempty"` // that are found fault with
	NotMeasured string    `json:"not_measured,omitempty"`
	Notes       []string  `json:"notes,omitempty"` // what is no fault
	Problems    []string  `json:"problems"`
}

// silence is a stretch of time, in seconds.
type silence struct {
	Start float64 `json:"start"`
	End   float64 `json:"end"`
}

// verifyFile looks at a file: three times at its frames, and once at its tag. It holds no more of it than a moment.
func verifyFile(ctx context.Context, path string, longest time.Duration) (verification, error) {
	v := verification{File: path, Problems: []string{}}
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return v, &usageError{msg: "no such file: " + path, hint: "verify takes the names of MP3 files"}
	}
	if err != nil {
		return v, err
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return v, &usageError{msg: path + " is a folder", hint: "name its files: articast verify " + path + "/*.mp3"}
	}
	file := func() io.Reader { // from its beginning
		return ctxio.Reader(ctx, bufio.NewReaderSize(io.NewSectionReader(f, 0, math.MaxInt64), 1<<16))
	}
	sum, err := mp3.Walk(file(), nil)
	if err != nil {
		return v, err
	}
	v.Bytes, v.Frames = sum.Bytes, sum.Frames
	v.Problems, v.Notes = append(v.Problems, sum.Problems()...), sum.Remarks()
	if sum.Frames == 0 {
		if kind := kindOf(sum); kind != "" {
			v.Problems = append(v.Problems, "it looks like "+kind)
		}
		return v, nil
	}
	v.Duration = sum.Duration().Seconds()
	v.Format = formatOf(sum)
	seek, err := mp3.SeekProblems(file(), sum)
	if err != nil {
		return v, err
	}
	v.Problems = append(v.Problems, seek...)
	v.readTag(file(), sum.Duration())
	v.listen(file(), sum, longest)
	return v, ctx.Err()
}

// kindOf returns what a file without frames is by its first bytes; "" where that is not known.
func kindOf(sum mp3.Summary) string {
	if len(sum.Garbage) == 0 {
		return ""
	}
	start := sum.Garbage[0].Start
	kind := http.DetectContentType(start)
	switch {
	case strings.HasPrefix(string(start), "fLaC"):
		return "audio/flac"
	case strings.HasPrefix(kind, "text/html"), kind == "application/octet-stream": // Problems tells of web pages
		return ""
	}
	return kind
}

func formatOf(sum mp3.Summary) string {
	kbps, channels := fmt.Sprint(sum.Kbps[0]), "mono"
	if sum.Kbps[1] != sum.Kbps[0] {
		kbps += " to " + fmt.Sprint(sum.Kbps[1])
	}
	if !sum.First.Mono() {
		channels = "stereo"
	}
	return fmt.Sprintf("%v, %d Hz, %s, %s kbps", sum.First.Version, sum.First.Rate, channels, kbps)
}

// readTag looks at the tag and at the chapters in it. A file without a tag is well.
func (v *verification) readTag(r io.Reader, duration time.Duration) {
	tag, err := id3.Read(r)
	if errors.Is(err, id3.ErrNoTag) {
		return
	}
	if err != nil {
		v.Problems = append(v.Problems, fmt.Sprintf("tag cannot be read: %v", err))
		return
	}
	if tag.Damage != "" {
		v.Problems = append(v.Problems, "the tag is damaged: "+tag.Damage)
	}
	v.Title, v.Software, v.Chapters = tag.Title, tag.Software, len(tag.Chapters)
	end := time.Duration(0)
	for _, c := range tag.Chapters {
		switch {
		case c.End < c.Start:
			v.Problems = append(v.Problems, fmt.Sprintf("chapter %q ends before it begins", c.Title))
		case c.End > duration+time.Millisecond:
			v.Problems = append(v.Problems, fmt.Sprintf("chapter %q goes on after the end, to %s", c.Title, clock(c.End)))
		case c.Start < end:
			v.Problems = append(v.Problems, fmt.Sprintf("chapter %q begins before the last one ends, at %s", c.Title, clock(c.Start)))
		}
		end = max(end, c.End)
	}
}

// listen decodes the sound and measures it.
func (v *verification) listen(r io.Reader, sum mp3.Summary, longest time.Duration) {
	e := newEar(sum.First.Rate)
	var refused *mp3.DecodeError
	for sound, err := range mp3.Stream(r, sum) {
		switch {
		case errors.As(err, &refused):
			v.NotMeasured = refused.Error()
			return
		case err != nil:
			v.Problems = append(v.Problems, err.Error())
			return
		}
		e.hear(sound, longest)
	}
	e.endSilence(longest)
	if e.heard != sum.Samples() && len(v.Problems) == 0 {
		v.Problems = append(v.Problems, fmt.Sprintf("%d samples decoded, the frames promise %d", e.heard, sum.Samples()))
	}
	if l := e.loudness(sum.First.Mono()); l.Measured() {
		v.Loudness = rounded(float64(l))
	}
	if peak := max(e.peaks[0].TruePeak(), e.peaks[1].TruePeak()); peak > 0 {
		v.TruePeak = rounded(20 * math.Log10(float64(peak)))
	}
	v.Silences = e.silences
	for _, s := range e.silences {
		v.Problems = append(v.Problems, fmt.Sprintf("silent for %.1f s from %s", s.End-s.Start, clock(time.Duration(s.Start*float64(time.Second)))))
	}
	if e.clipped {
		v.Problems = append(v.Problems, fmt.Sprintf("sound is clipped, first at %s", clock(e.clippedAt)))
	}
}

func rounded(x float64) *float64 {
	x = math.Round(x*10) / 10
	return &x
}

func showVerifications(out io.Writer, reports []verification, asJSON bool) error {
	if asJSON {
		return printJSON(out, reports)
	}
	for i, v := range reports {
		if i > 0 {
			fmt.Fprintln(out)
		}
		if err := v.show(out); err != nil {
			return err
		}
	}
	return nil
}

func (v verification) show(out io.Writer) error {
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	row := func(name, format string, args ...any) {
		fmt.Fprintf(table, "%s\t%s\n", name, oneLine(fmt.Sprintf(format, args...)))
	}
	row("file", "%s", v.File)
	if v.Frames > 0 {
		row("format", "%s", v.Format)
		row("length", "%s, %d frames, %s", clock(time.Duration(v.Duration*float64(time.Second))), v.Frames, size(v.Bytes))
		row("tag", "%s, %s", cmp.Or(v.Title, "no title"), count(v.Chapters, "chapter"))
	}
	if v.Loudness != nil {
		row("loudness", "%.1f LUFS", *v.Loudness)
	}
	if v.TruePeak != nil {
		row("true peak", "%.1f dBTP", *v.TruePeak)
	}
	if v.NotMeasured != "" {
		row("sound", "not heard: %s", v.NotMeasured)
	}
	for _, n := range v.Notes {
		row("note", "%s", n)
	}
	for _, p := range v.Problems {
		row("wrong", "%s", p)
	}
	switch {
	case len(v.Problems) > 0:
	case v.NotMeasured != "":
		row("verdict", "the stream is well, its sound was not heard")
	default:
		row("verdict", "all is well")
	}
	return table.Flush()
}
