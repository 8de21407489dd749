package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"text/tabwriter"
	"time"

	"github.com/urfave/cli/v2"

	"articast/audio"
	"articast/audio/id3"
	"articast/audio/mp3"
)

func verifyCommand() *cli.Command {
	return &cli.Command{
		Name:      "verify",
		Usage:     "check MP3 files: frames, header, chapters, loudness, silence",
		ArgsUsage: "FILE...",
		Description: `Any MP3 will do, whoever made it. Every frame is walked and compared with what the header says; the sound is decoded and measured.

EXIT STATUS:
   0 all is well, 1 something is wrong, 2 wrong usage`,
		Flags: []cli.Flag{jsonFlag()},
		Action: func(c *cli.Context) error {
			if c.NArg() == 0 {
				return &usageError{msg: "verify needs a file", hint: "articast verify FILE.mp3"}
			}
			var reports []verification
			bad := 0
			for _, path := range c.Args().Slice() {
				v, err := verifyFile(path)
				if err != nil {
					return err
				}
				reports = append(reports, v)
				if len(v.Problems) > 0 {
					bad++
				}
			}
			if err := showVerifications(c.App.Writer, reports, c.Bool("json")); err != nil {
				return err
			}
			if bad > 0 {
				return &hintError{
					error: fmt.Errorf("%d of %s damaged or doubtful", bad, count(len(reports), "file")),
					hint:  "an episode is made anew by the command that made it; finished sentences are in the cache",
				}
			}
			return nil
		},
	}
}

// verification is what was found out about a file.
type verification struct {
	File        string    `json:"file"`
	Format      string    `json:"format,omitempty"`
	Duration    float64   `json:"duration"` // seconds
	Frames      int64     `json:"frames"`
	Bytes       int64     `json:"bytes"`
	Title       string    `json:"title,omitempty"`
	Chapters    int       `json:"chapters"`
	Loudness    *float64  `json:"loudness_lufs,omitempty"`
	TruePeak    *float64  `json:"true_peak_dbtp,omitempty"`
	Silences    []silence `json:"silences,omitempty"` // over 3 s
	NotMeasured string    `json:"not_measured,omitempty"`
	Problems    []string  `json:"problems"`
}

// silence is a stretch of time, in seconds.
type silence struct {
	Start float64 `json:"start"`
	End   float64 `json:"end"`
}

const (
	longSilence = 3 * time.Second
	silentBelow = 1e-3  // of full scale: -60 dBFS
	clipLevel   = 0.999 // of full scale
	clipRun     = 4     // samples in a row at the limit; fewer may be a crest
)

func verifyFile(path string) (verification, error) {
	v := verification{File: path, Problems: []string{}}
	f, err := os.Open(path)
	if err != nil {
		return v, err
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return v, &usageError{msg: path + " is a folder", hint: "name its files: articast verify " + path + "/*.mp3"}
	}
	sum, err := mp3.Walk(bufio.NewReaderSize(f, 1<<16), nil)
	if err != nil {
		return v, err
	}
	v.Bytes, v.Frames = sum.Bytes, sum.Frames
	v.Problems = append(v.Problems, sum.Problems()...)
	if sum.Frames == 0 {
		return v, nil
	}
	v.Duration = sum.Duration().Seconds()
	v.Format = formatOf(sum)
	if err := v.readTag(f, sum.Duration()); err != nil {
		return v, err
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return v, err
	}
	v.listen(f, sum)
	return v, nil
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
func (v *verification) readTag(f *os.File, duration time.Duration) error {
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return err
	}
	tag, err := id3.Read(f)
	if errors.Is(err, id3.ErrNoTag) {
		return nil
	}
	if err != nil {
		v.Problems = append(v.Problems, fmt.Sprintf("tag cannot be read: %v", err))
		return nil
	}
	v.Title, v.Chapters = tag.Title, len(tag.Chapters)
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
	return nil
}

// listen decodes the sound and measures it.
func (v *verification) listen(r io.Reader, sum mp3.Summary) {
	if !sum.First.Mono() {
		v.NotMeasured = "the sound of stereo files is not measured"
		return
	}
	clip, err := mp3.Decode(r)
	var refused *mp3.DecodeError
	switch {
	case errors.As(err, &refused):
		v.NotMeasured = refused.Error()
		return
	case err != nil:
		v.Problems = append(v.Problems, err.Error())
		return
	}
	if n := int64(len(clip.Samples)); n != sum.Samples() && len(v.Problems) == 0 {
		v.Problems = append(v.Problems, fmt.Sprintf("%d samples decoded, the frames promise %d", n, sum.Samples()))
	}
	if l := clip.Loudness(); l.Measured() {
		v.Loudness = rounded(float64(l))
	}
	if peak := clip.TruePeak(); peak > 0 {
		v.TruePeak = rounded(20 * math.Log10(float64(peak)))
	}
	v.findSilences(clip)
	if at, ok := clipped(clip); ok {
		v.Problems = append(v.Problems, fmt.Sprintf("sound is clipped, first at %s", clock(at)))
	}
}

func rounded(x float64) *float64 {
	x = math.Round(x*10) / 10
	return &x
}

// findSilences lists the stretches of more than 3 s in which nothing is louder than -60 dBFS.
func (v *verification) findSilences(clip audio.Clip) {
	from := 0
	note := func(to int) {
		if clip.Rate.D(to-from) > longSilence {
			v.Silences = append(v.Silences, silence{clip.Rate.D(from).Seconds(), clip.Rate.D(to).Seconds()})
			v.Problems = append(v.Problems, fmt.Sprintf("silent for %.1f s from %s", clip.Rate.D(to-from).Seconds(), clock(clip.Rate.D(from))))
		}
	}
	for i, s := range clip.Samples {
		if s > silentBelow || s < -silentBelow {
			note(i)
			from = i + 1
		}
	}
	note(len(clip.Samples))
}

// clipped finds the first place at which several samples in a row are at the limit.
func clipped(clip audio.Clip) (time.Duration, bool) {
	run := 0
	for i, s := range clip.Samples {
		if s < clipLevel && s > -clipLevel {
			run = 0
			continue
		}
		if run++; run == clipRun {
			return clip.Rate.D(i + 1 - clipRun), true
		}
	}
	return 0, false
}

func showVerifications(out io.Writer, reports []verification, asJSON bool) error {
	if asJSON {
		encoder := json.NewEncoder(out)
		encoder.SetIndent("", "  ")
		return encoder.Encode(reports)
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
		fmt.Fprintf(table, name+"\t"+format+"\n", args...)
	}
	row("file", "%s", v.File)
	if v.Frames > 0 {
		row("format", "%s", v.Format)
		row("length", "%s, %d frames, %s", clock(time.Duration(v.Duration*float64(time.Second))), v.Frames, size(v.Bytes))
		row("tag", "%s, %s", firstOf(v.Title, "no title"), count(v.Chapters, "chapter"))
	}
	if v.Loudness != nil {
		row("loudness", "%.1f LUFS", *v.Loudness)
	}
	if v.TruePeak != nil {
		row("true peak", "%.1f dBTP", *v.TruePeak)
	}
	if v.NotMeasured != "" {
		row("sound", "%s", v.NotMeasured)
	}
	for _, p := range v.Problems {
		row("wrong", "%s", p)
	}
	if len(v.Problems) == 0 {
		row("verdict", "all is well")
	}
	return table.Flush()
}
