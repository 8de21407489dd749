package tts

import (
	"fmt"
	"math"
	"time"
	"unicode"
	"unicode/utf8"

	"articast/audio"
)

// Bounds of what speech can be. They are wide, for voices differ and "10^100" takes longer to say than to write; they
// are there to catch half a text, an empty answer and an engine that babbles.
const (
	maxPace      = 30                      // letters and digits per second; voices have 12 to 18 at their own pace
	maxPaceBrief = 45                      // the same for a brief text, whose measured pace says less
	brief        = 40                      // letters and digits up to which a text is brief
	maxPerRune   = 2500 * time.Millisecond // the longest name of a sign that engines spell out
	maxAround    = 5 * time.Second         // leading and trailing silence
	silencePeak  = 1.0 / 1024              // -60 dBFS: below it nothing is heard
)

// Speakable reports whether text holds anything that a voice can say: a letter or a digit. A Backend answers any other
// text with ErrEmpty.
func Speakable(text string) bool {
	return spokenRunes(text) > 0
}

func runes(text string) int { return utf8.RuneCountInString(text) }

func spokenRunes(text string) int {
	n := 0
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			n++
		}
	}
	return n
}

// ImplausibleError says that a Clip cannot be the speech of its text.
type ImplausibleError struct {
	Runes    int           // length of the text
	Duration time.Duration // length of the clip
	Reason   string        // "too short", "too long", "silent", ...
}

// Error tells what is wrong with how much sound for how much text.
func (e *ImplausibleError) Error() string {
	return fmt.Sprintf("implausible sound: %s (%.2fs for %d characters)", e.Reason, e.Duration.Seconds(), e.Runes)
}

// Check returns an *ImplausibleError when clip cannot be the speech of u: no sound at all, samples that are no numbers,
// or a length that no voice would take for the text. It is what stands between an engine that "succeeds" with half a
// sentence and a listener.
func Check(u Utterance, clip audio.Clip) error {
	reason := implausible(u, clip)
	if reason == "" {
		return nil
	}
	return &ImplausibleError{Runes: runes(u.Text), Duration: clip.Duration(), Reason: reason}
}

func implausible(u Utterance, clip audio.Clip) string {
	if clip.Rate <= 0 {
		return "no sample rate"
	}
	if len(clip.Samples) == 0 {
		return "no sound"
	}
	shortest, longest := bounds(u)
	switch d := clip.Duration(); {
	case d < shortest:
		return "too short"
	case d > longest:
		return "too long"
	}
	peak, ok := peak(clip.Samples)
	switch {
	case !ok:
		return "samples that are not numbers"
	case peak < silencePeak:
		return "silent"
	}
	return ""
}

// bounds returns the shortest and the longest time that u can take.
func bounds(u Utterance) (shortest, longest time.Duration) {
	pace := u.Prosody.pace()
	n, fastest := letters(u.Text), float64(maxPace)
	if n <= brief {
		fastest = maxPaceBrief
	}
	shortest = seconds(n / fastest / pace)
	longest = time.Duration(float64(runes(u.Text))*float64(maxPerRune)/min(pace, 1)) + maxAround
	return shortest, longest
}

// pace is Rate with its zero value, and what is no rate, spelled out.
func (p Prosody) pace() float64 {
	if p.Rate > 0 {
		return p.Rate
	}
	return 1
}

// peak returns the largest magnitude; ok is false when a sample is NaN or infinite.
func peak(samples []float32) (peak float32, ok bool) {
	for _, s := range samples {
		if s < 0 {
			s = -s
		}
		if !(s <= math.MaxFloat32) {
			return 0, false
		}
		peak = max(peak, s)
	}
	return peak, true
}
