package main

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"articast/audio"
	"articast/audio/mp3"
	"articast/podcast"
	"articast/segment"
	"articast/tts/command"
)

// Flag categories, in the order of use.
const (
	categoryOutput  = "Output"
	categoryVoice   = "Voice"
	categoryArticle = "Understanding the article"
	categoryCache   = "Cache"
)

// engineNames are the engines that speak.
var engineNames = []string{"piper", "espeak", "google", "openai", "command", "tone"}

// backendNames are the values of --backend, the default first.
var backendNames = append([]string{backendAuto}, engineNames...)

// flagValues lists the values that a flag, by its long name, may take, for completion; nil where there is no such list.
func flagValues(name string) []string {
	switch name {
	case "backend":
		return backendNames
	case "fallback":
		return engineNames
	case "on-error":
		return onErrorModes
	case "voice", "quote-voice":
		return embeddedVoiceNames()
	case "bitrate":
		return bitrateNames()
	case "encoder":
		return encoderNames
	case "cover":
		return coverWords
	case "transcript":
		return transcriptNames()
	case "from":
		return formatNames
	case "captions":
		return captionModes
	case "quotes":
		return quoteModes
	case "chapters":
		return chapterModes
	case "feed-category":
		return podcast.Categories()
	case "region":
		return regionNames
	case "skip":
		return segment.SkipNames()
	case "keep", "drop":
		return ruleNames()
	}
	return nil
}

// speechRate is the sample rate of the embedded voices (Hz), for which --bitrate is checked before anything is spoken.
const speechRate audio.SampleRate = 22050

func bitrateNames() []string {
	var names []string
	for _, kbps := range mp3.Bitrates(speechRate) {
		names = append(names, strconv.Itoa(kbps))
	}
	return names
}

func checkBitrate(_ *cli.Context, kbps int) error {
	if slices.Contains(mp3.Bitrates(speechRate), kbps) {
		return nil
	}
	return &usageError{
		msg:  fmt.Sprintf("--bitrate %d is not supported", kbps),
		hint: "--bitrate takes " + strings.Join(bitrateNames(), ", "),
	}
}

func oneOf(flag string, values []string) func(*cli.Context, string) error {
	return func(_ *cli.Context, got string) error {
		if slices.Contains(values, got) {
			return nil
		}
		return &usageError{
			msg:  fmt.Sprintf("--%s does not know %q", flag, got),
			hint: fmt.Sprintf("--%s takes %s", flag, strings.Join(values, ", ")),
			flag: flag,
		}
	}
}

// castFlags say who speaks.
func castFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "voice", Aliases: []string{"v"}, Usage: "the narrator: a `VOICE` of articast voices, or the path of a Piper model", Category: categoryVoice},
		&cli.StringFlag{Name: "quote-voice", Usage: "the `VOICE` of quotations; the people quoted share several, divided by commas", Category: categoryVoice, Action: checkVoiceList},
		&cli.StringSliceFlag{Name: "cast", Usage: "give a person a voice: `NAME=VOICE`, the name as articast plan shows it; may be given several times", Category: categoryVoice, Action: checkCast},
		backendFlag(),
		enginePathFlag(),
	}
}

// voiceFlags say who speaks and how.
func voiceFlags() []cli.Flag {
	return append(castFlags(),
		commandFlag(), commandRateFlag(),
		&cli.Float64Flag{Name: "speed", Aliases: []string{"s"}, Value: 1, Usage: "pace of speech, 0.5 to 2", Category: categoryVoice, Action: checkSpeed},
		loudnessFlag(),
		&cli.BoolFlag{Name: "lively", Usage: "let the voice vary its melody; the same text then sounds a little different each time", Category: categoryVoice},
		&cli.IntFlag{Name: "jobs", Aliases: []string{"j"}, DefaultText: "what suits the engine and the machine", Usage: "utterances in work at once", Category: categoryVoice, Action: checkJobs},
	)
}

func backendFlag() cli.Flag {
	return &cli.StringFlag{
		Name: "backend", Aliases: []string{"e"}, Value: backendNames[0],
		Usage: "the `ENGINE` that speaks: auto, which goes by the article's language, " + strings.Join(engineNames, ", "), Category: categoryVoice,
		Action: oneOf("backend", backendNames),
	}
}

func enginePathFlag() cli.Flag {
	return &cli.PathFlag{
		Name:  "engine-path",
		Usage: "use the program of piper, or of espeak-ng, at `FILE` in place of the embedded one", Category: categoryVoice,
	}
}

func commandRateFlag() cli.Flag {
	return &cli.IntFlag{
		Name:  "command-rate",
		Usage: "what --command delivers is raw sound at `HZ`: mono samples of 16 bits, the lower byte first", Category: categoryVoice,
	}
}

func commandFlag() cli.Flag {
	return &cli.StringFlag{
		Name:  "command",
		Usage: "the `LINE` that --backend command runs for each utterance, without a shell; it may have " + strings.Join(command.Placeholders, ", "), Category: categoryVoice,
	}
}

func checkSpeed(_ *cli.Context, speed float64) error {
	if speed >= 0.5 && speed <= 2 {
		return nil
	}
	return &usageError{msg: fmt.Sprintf("--speed %v is out of range", speed), hint: "--speed takes 0.5 (half as fast) to 2 (twice as fast)"}
}

// maxJobs bounds --jobs: each job may hold an engine process of about 300 MB.
const maxJobs = 256

func checkJobs(_ *cli.Context, jobs int) error {
	if jobs >= 1 && jobs <= maxJobs {
		return nil
	}
	return &usageError{msg: fmt.Sprintf("--jobs %d is out of range", jobs), hint: fmt.Sprintf("--jobs takes 1 to %d", maxJobs)}
}

// cacheFlags say where finished segments and the unpacked engine are kept.
func cacheFlags() []cli.Flag {
	return []cli.Flag{
		cacheDirFlag(),
		&cli.BoolFlag{Name: "no-cache", Usage: "speak every segment anew and keep none", Category: categoryCache},
	}
}

func cacheDirFlag() cli.Flag {
	return &cli.PathFlag{
		Name:  "cache-dir",
		Usage: "keep finished segments and the unpacked engine in `DIR`", Category: categoryCache,
	}
}

func jsonFlag() cli.Flag {
	return &cli.BoolFlag{Name: "json", Usage: "print JSON for programs"}
}

// printJSON prints what --json asks for.
func printJSON(out io.Writer, v any) error {
	encoder := json.NewEncoder(out)
	encoder.SetIndent("", "  ")
	return encoder.Encode(v)
}
