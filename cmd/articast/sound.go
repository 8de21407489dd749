package main

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"articast/audio"
	"articast/podcast"
	"articast/segment"
)

// The loudnesses that --loudness takes, in LUFS: from broadcast at its quietest to music at its loudest.
const (
	quietestLoudness = -31
	loudestLoudness  = -12
)

func loudnessFlag() cli.Flag {
	return &cli.Float64Flag{
		Name: "loudness", Value: float64(podcast.DefaultLoudness), Category: categoryVoice, Action: checkLoudness,
		Usage: "loudness of every sentence in `LUFS`, -31 to -12; in mono, -19 sounds as loud as -16 in stereo",
	}
}

// heldBack says where an episode is less loud than was asked for, else ""; of the default nobody has asked.
func heldBack(e *podcast.Episode, asked audio.LUFS) string {
	if e.HeldBack == 0 || asked == podcast.DefaultLoudness {
		return ""
	}
	return fmt.Sprintf("loudness: about %.1f LUFS in place of %g, since peaks would be clipped", e.HeldBack, asked)
}

func loudnessOf(c *cli.Context) audio.LUFS { return audio.LUFS(c.Float64("loudness")) }

func checkLoudness(_ *cli.Context, lufs float64) error {
	if lufs >= quietestLoudness && lufs <= loudestLoudness {
		return nil
	}
	return &usageError{
		msg:  fmt.Sprintf("--loudness %g is not supported", lufs),
		hint: fmt.Sprintf("--loudness takes LUFS from %d to %d, and %g is usual for speech in mono", quietestLoudness, loudestLoudness, podcast.DefaultLoudness),
	}
}

func pauseFlag() cli.Flag {
	return listFlag("pause", "other lengths of pauses: `NAME=LENGTH`, like heading=900ms,paragraph=600ms; names: "+strings.Join(segment.PauseNames(), ", "))
}

// pausesOf reads the values of --pause.
func pausesOf(values []string) (map[string]time.Duration, error) {
	pauses := map[string]time.Duration{}
	for _, v := range words(values) {
		name, length, ok := strings.Cut(v, "=")
		d, err := time.ParseDuration(length)
		switch {
		case !ok || err != nil:
			return nil, &usageError{msg: fmt.Sprintf("--pause %s is no NAME=LENGTH", v), hint: "write it like heading=900ms or paragraph=1.2s", flag: "pause", value: v}
		case !slices.Contains(segment.PauseNames(), name):
			return nil, &usageError{msg: fmt.Sprintf("--pause does not know %q", name), hint: "--pause takes " + strings.Join(segment.PauseNames(), ", "), flag: "pause", value: v}
		case d < 0 || d > segment.MaxPause:
			return nil, &usageError{msg: fmt.Sprintf("--pause %s is out of range", v), hint: fmt.Sprintf("a pause takes 0s to %v", segment.MaxPause), flag: "pause", value: v}
		}
		pauses[name] = d
	}
	if len(pauses) == 0 {
		return nil, nil
	}
	return pauses, nil
}
