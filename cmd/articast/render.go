package main

import (
	"cmp"
	"context"
	"fmt"
	"io"

	"github.com/urfave/cli/v2"

	"articast/article"
	"articast/audio/mp3"
	"articast/podcast"
	"articast/segment"
)

func renderCommand() *cli.Command {
	return &cli.Command{
		Name:      "render",
		Usage:     "speak an article, or a plan, into an MP3 (the default command)",
		ArgsUsage: "SOURCE",
		Description: `SOURCE is a text, Markdown or HTML file, an address, a plan that articast plan --json wrote, or - for standard input.
Without -o the MP3 is named after the source and written to the current folder. -o FILE.wav writes a WAV; FILE.flac, FILE.opus and FILE.m4b
are made through ffmpeg, if it is there.

EXAMPLES:
   articast render article.txt -o evening.mp3
   articast render article.txt -o evening.m4b
   articast render article.txt --voice alan --speed 1.2

EXIT STATUS:
   0 done, 1 failed and nothing was written, 2 wrong usage, 3 something was not spoken, 4 engine or voice not available, 130 interrupted`,
		Flags: joinFlags(outputFlags(), sidecarFlags(), voiceFlags(), onErrorFlags(), costFlags(), articleFlags(), cacheFlags()),
		Action: func(c *cli.Context) error {
			o, err := renderOptionsOf(c)
			if err != nil {
				return err
			}
			return runRender(c.Context, o, streams{in: c.App.Reader, out: c.App.Writer, errw: c.App.ErrWriter})
		},
	}
}

// renderOptionsOf reads the source and the flags, and the files that they name.
func renderOptionsOf(c *cli.Context) (o renderOptions, err error) {
	if o.source, err = oneSource(c); err != nil {
		return o, err
	}
	if o.output, err = outputOf(c); err != nil {
		return o, err
	}
	if o.article, err = articleOptionsOf(c); err != nil {
		return o, err
	}
	if o.studio, err = studioOptionsOf(c); err != nil {
		return o, err
	}
	if o.cover, err = coverOf(c, article.FetchOptions{AllowPrivate: o.article.allowPrivate}); err != nil {
		return o, err
	}
	if o.sidecars, err = sidecarKindsOf(c); err != nil {
		return o, err
	}
	o.force, o.quiet, o.dryRun = c.Bool("force"), c.Bool("quiet"), c.Bool("dry-run")
	o.mp3By, o.mp3Asked = c.String("encoder"), settingsOf(c).typed["encoder"]
	return o, nil
}

// outputOf reads -o, which may be missing but not empty.
func outputOf(c *cli.Context) (string, error) {
	if c.IsSet("output") && c.Path("output") == "" {
		return "", &usageError{msg: "-o needs a file name, but it is empty", hint: "leave -o away for a name like the source's"}
	}
	return c.Path("output"), nil
}

func outputFlags() []cli.Flag {
	return []cli.Flag{
		&cli.PathFlag{Name: "output", Aliases: []string{"o"}, Usage: "write the MP3, WAV, FLAC, Opus or M4B to `FILE`, by its ending; - is standard output, a folder takes the derived name", Category: categoryOutput},
		&cli.BoolFlag{Name: "force", Aliases: []string{"f"}, Usage: "let the derived name replace a file that articast did not write", Category: categoryOutput},
		&cli.IntFlag{Name: "bitrate", Value: mp3.DefaultKbps, Usage: "`KBPS` of the MP3, Opus or M4B", Category: categoryOutput, Action: checkBitrate},
		encoderFlag(),
		coverFlag(),
		quietFlag(),
		&cli.BoolFlag{Name: "dry-run", Aliases: []string{"n"}, Usage: "say what would be written, and write nothing", Category: categoryOutput},
	}
}

func joinFlags(groups ...[]cli.Flag) []cli.Flag {
	var flags []cli.Flag
	for _, g := range groups {
		flags = append(flags, g...)
	}
	return flags
}

type streams struct {
	in        io.Reader
	out, errw io.Writer
}

type renderOptions struct {
	source   string
	output   string
	force    bool
	mp3By    string           // --encoder
	mp3Asked bool             // it was typed
	encoder  *podcast.Encoder // nil where articast makes the file itself
	sidecars []sidecarKind
	quiet    bool
	dryRun   bool
	cover    cover
	article  articleOptions
	studio   studioOptions
}

func runRender(ctx context.Context, o renderOptions, s streams) error {
	plan, err := loadPlan(ctx, o.source, o.article, s.in)
	if err != nil {
		return err
	}
	t, err := chooseTarget(o.output, derivedName(o.source, plan.Title), o.force, s.out)
	if err != nil {
		return err
	}
	if err := t.keepSource(o.source); err != nil {
		return err
	}
	beside, err := sidecarsOf(o.sidecars, t, o.source, o.force)
	if err != nil {
		return err
	}
	if err := o.chooseEncoder(ctx, t); err != nil {
		return err
	}
	if o.dryRun {
		return o.describe(plan, t, beside, s.out)
	}
	o.tellEdits(plan, s.errw)
	note := s.errw
	if o.quiet {
		note = io.Discard
	}
	if o.studio.cover, err = o.cover.of(ctx, plan, note); err != nil {
		return err
	}
	if !o.quiet {
		o.studio.voice.tellCast(plan, s.errw)
	}
	return o.produce(ctx, plan, t, beside, s)
}

// shownVoice names a voice; an engine that has a voice for each language chooses it as it speaks.
func shownVoice(id string) string { return cmp.Or(id, "that of the language") }

// describe says what a run would do, and what it would cost where it costs anything.
func (o renderOptions) describe(plan *segment.Plan, t target, beside *sidecars, out io.Writer) error {
	studio, err := o.studio.openFound(plan.Lang)
	if err != nil {
		return err
	}
	defer studio.Close()
	fmt.Fprintf(out, "title    %s\nlength   %s\nvoices   %s, quotations by %s\n",
		oneLine(plan.Title), summarize(plan), shownVoice(studio.voice.narrator()), shownVoice(studio.voice.quoter()))
	if b := studio.bill(plan); b != nil {
		fmt.Fprintf(out, "cost     %v\n", b)
	}
	fmt.Fprintf(out, "output   %s\n", t.shown)
	if shown := beside.shown(); shown != "" {
		fmt.Fprintf(out, "beside   %s\n", shown)
	}
	return nil
}

// produce speaks the plan into the target and writes what stands beside it.
func (o renderOptions) produce(ctx context.Context, plan *segment.Plan, t target, beside *sidecars, s streams) error {
	bar := newProgressBar(s.errw, o.quiet)
	o.studio.retrying = bar.retrying
	studio, err := o.studio.openPlan(ctx, plan, o.quiet, s)
	if err != nil {
		return err
	}
	defer studio.Close()
	var episode *podcast.Episode
	defer beside.abort()
	err = t.write(ctx, func(out podcast.Output) error {
		var err error
		if episode, err = o.record(ctx, studio, plan, t, out, bar); err != nil {
			return err
		}
		return beside.stage(episode)
	})
	bar.finish()
	studio.tellCache(s.errw)
	if err != nil {
		return err
	}
	if !o.quiet {
		fmt.Fprintf(s.errw, "wrote %s (%s, %s)\n", t.shown, clock(episode.Duration), count(len(episode.Chapters), "chapter"))
	}
	if !o.quiet {
		if note := heldBack(episode, o.studio.level); note != "" {
			fmt.Fprintln(s.errw, note)
		}
	}
	if err := beside.commit(); err != nil {
		return err
	}
	if shown := beside.shown(); shown != "" && !o.quiet {
		fmt.Fprintf(s.errw, "wrote %s\n", shown)
	}
	return tellIncomplete(episode, s.errw, o.quiet)
}

// tellEdits says how far a plan edited by hand is from the one that articast made.
func (o renderOptions) tellEdits(plan *segment.Plan, errw io.Writer) {
	e := plan.Edited()
	if o.quiet || e == (segment.Edits{}) {
		return
	}
	fmt.Fprintf(errw, "%s: edited by hand: %s changed, %d added, %d removed\n", oneLine(sourceName(o.source)), count(e.Changed, "segment"), e.Added, e.Removed)
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
