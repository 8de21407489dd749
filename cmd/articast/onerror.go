package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"articast/podcast"
	"articast/tts"
)

// The values of --on-error: what becomes of a segment that cannot be spoken.
const (
	onErrorStop     = "stop"
	onErrorSkip     = "skip"
	onErrorFallback = "fallback"
)

var onErrorModes = []string{onErrorStop, onErrorSkip, onErrorFallback}

// patience is how many segments in a row an engine may fail, each after several attempts, before it is not asked any more.
const patience = 5

// onErrorFlags say what to do when the engine fails.
func onErrorFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{
			Name: "on-error", Value: onErrorStop, Category: categoryVoice, Action: oneOf("on-error", onErrorModes),
			Usage: "what to do about a segment that cannot be spoken: `stop`, skip it (silence in its place, exit status 3), or fallback",
		},
		&cli.StringFlag{
			Name: "fallback", Category: categoryVoice, Action: oneOf("fallback", engineNames),
			Usage: "the `ENGINE` that speaks, in its own voices, what the other one cannot",
		},
	}
}

// onErrorOptions say what to do when the engine fails.
type onErrorOptions struct {
	mode     string // of onErrorModes: about what the fallback cannot speak either; empty stops
	fallback string // engine; empty is none
}

func onErrorOptionsOf(c *cli.Context) (onErrorOptions, error) {
	o := onErrorOptions{mode: c.String("on-error"), fallback: c.String("fallback")}
	switch {
	case o.mode == onErrorStop && c.IsSet("on-error"):
		o.fallback = ""
	case o.mode == onErrorFallback && o.fallback == "":
		return o, &usageError{msg: "--on-error fallback needs an engine to fall back to", hint: "name it with --fallback ENGINE: " + strings.Join(engineNames, ", "), flag: "on-error"}
	case o.fallback != "" && o.fallback == c.String("backend"):
		return o, &usageError{msg: fmt.Sprintf("--fallback %s is the engine that speaks anyway", o.fallback), hint: "name another one", flag: "fallback"}
	}
	return o, nil
}

// skip decides whether an episode goes on without a segment. A voice that does not exist is a slip, not a failure.
func (o onErrorOptions) skip(e *podcast.SegmentError) bool {
	return o.mode == onErrorSkip && !errors.Is(e, tts.ErrNoVoice)
}

// tellIncomplete says which engine spoke what, lists what is silent in an episode and should not be, and makes it an error.
func tellIncomplete(e *podcast.Episode, errw io.Writer, quiet bool) error {
	if !quiet {
		tellEngines(errw, e)
	}
	var skipped []string
	for _, s := range e.Skipped {
		fmt.Fprintf(errw, "skipped %s (%q): %s\n", s.SegmentID, abridged(s.Spoken), oneLine(s.Reason))
		if !slices.Contains(skipped, s.SegmentID) {
			skipped = append(skipped, s.SegmentID)
		}
	}
	if len(skipped)+len(e.Silent) == 0 {
		return nil
	}
	return &incompleteError{segments: e.Silent, skipped: skipped}
}

// abridged shows the beginning of a text.
func abridged(text string) string {
	const maxRunes = 40
	if runes := []rune(text); len(runes) > maxRunes {
		return string(runes[:maxRunes-1]) + "…"
	}
	return text
}

// tellEngines says which engine spoke which segments, where it was not one alone.
func tellEngines(errw io.Writer, e *podcast.Episode) {
	var engines []string
	segments := make(map[string][]string)
	for _, c := range e.Cues {
		if c.Engine == "" {
			continue
		}
		if !slices.Contains(engines, c.Engine) {
			engines = append(engines, c.Engine)
		}
		segments[c.Engine] = append(segments[c.Engine], c.SegmentID)
	}
	for _, engine := range engines {
		fmt.Fprintf(errw, "spoken by %s: %s (%s)\n", engine, count(len(segments[engine]), "segment"), ranges(segments[engine], e))
	}
}

// ranges lists segments, those that follow each other as "s0003-s0007".
func ranges(ids []string, e *podcast.Episode) string {
	place := make(map[string]int)
	for i, c := range e.Cues {
		place[c.SegmentID] = i
	}
	var list []string
	for from := 0; from < len(ids); {
		to := from
		for to+1 < len(ids) && place[ids[to+1]] == place[ids[to]]+1 {
			to++
		}
		if to > from {
			list = append(list, ids[from]+"-"+ids[to])
		} else {
			list = append(list, ids[from])
		}
		from = to + 1
	}
	return strings.Join(list, ", ")
}
