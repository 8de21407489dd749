package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"articast/podcast"
	"articast/segment"
)

// castList returns who speaks with which voice.
func (o voiceOptions) castList() podcast.Cast {
	quotes := words([]string{o.quoter()})
	cast := podcast.Cast{Narrator: o.narrator(), Speakers: o.cast}
	if len(quotes) > 0 {
		cast.Quote, cast.Quotes = quotes[0], quotes
	}
	return cast
}

// castOf reads the values of --cast, which checkCast has let pass.
func castOf(pairs []string) map[string]string {
	cast := map[string]string{}
	for _, pair := range pairs {
		if name, voice, ok := cutPair(pair); ok {
			cast[name] = voice
		}
	}
	return cast
}

// cutPair parts NAME=VOICE.
func cutPair(pair string) (name, voice string, ok bool) {
	at := strings.LastIndex(pair, "=")
	if at < 0 {
		return "", "", false
	}
	name, voice = strings.TrimSpace(pair[:at]), strings.TrimSpace(pair[at+1:])
	return name, voice, name != "" && voice != ""
}

// checkCast refuses what is no NAME=VOICE, and a person with two voices.
func checkCast(_ *cli.Context, pairs []string) error {
	seen := map[string]string{}
	for _, pair := range pairs {
		name, voice, ok := cutPair(pair)
		if !ok {
			return &usageError{msg: fmt.Sprintf("--cast %q names no person and voice", pair), hint: `--cast takes NAME=VOICE, as in --cast "Maria Lopez=alan"`, value: pair}
		}
		key := strings.ToLower(name)
		if other, again := seen[key]; again && other != voice {
			return &usageError{msg: fmt.Sprintf("--cast gives %s two voices, %s and %s", name, other, voice), hint: "give each person one voice", value: pair}
		}
		seen[key] = voice
	}
	return nil
}

// checkVoiceList refuses a list of voices without a voice.
func checkVoiceList(_ *cli.Context, list string) error {
	if list != "" && len(words([]string{list})) == 0 {
		return &usageError{msg: fmt.Sprintf("--quote-voice %q names no voice", list), hint: "--quote-voice takes a VOICE, or several divided by commas"}
	}
	return nil
}

// tellCast says which people of --cast nobody in the plan is, and who is there.
func (o voiceOptions) tellCast(plan *segment.Plan, errw io.Writer) {
	quoted := map[string]bool{}
	for _, s := range plan.Segments {
		if s.Speaker != "" {
			quoted[s.Speaker] = true
		}
	}
	there := slices.Sorted(maps.Keys(quoted))
	for _, name := range slices.Sorted(maps.Keys(o.cast)) {
		if slices.ContainsFunc(there, func(other string) bool { return strings.EqualFold(name, other) }) {
			continue
		}
		who := "nobody by name"
		if len(there) > 0 {
			who = strings.Join(there, ", ")
		}
		fmt.Fprintf(errw, "--cast: %s is not quoted; quoted is %s\n", name, who)
	}
}
