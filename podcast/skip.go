package podcast

import (
	"errors"
	"strings"
	"unicode/utf8"

	"articast/tts"
)

// Skipped is a segment, or a part of a long one, that could not be spoken. Silence of its estimated length is in its place.
type Skipped struct {
	SegmentID string `json:"segment"`
	Spoken    string `json:"spoken"` // what was to be said
	Reason    string `json:"reason"`
}

// skip goes on without a take that could not be spoken, where that is wanted.
func (s *session) skip(t take, err error) bool {
	var failed *SegmentError
	if s.Skip == nil || !errors.As(err, &failed) || !s.Skip(failed) {
		return false
	}
	if s.skipped == nil {
		s.skipped = failed
	}
	s.episode.Skipped = append(s.episode.Skipped, Skipped{SegmentID: failed.ID, Spoken: t.Text, Reason: failed.Err.Error()})
	s.timeline.gap += estimate(t.Text, t.Prosody)
	s.done.DoneRunes += utf8.RuneCountInString(t.Text)
	if t.last {
		if s.timeline.passed > t.segment { // a part of it was heard; else its pauses are counted with those of silent segments
			s.timeline.pause(s.plan.Segments[t.segment].PauseAfterMS)
		}
		s.done.DoneSegments = t.segment + 1
	}
	s.progress()
	return true
}

func (e *Episode) skips(id string) bool {
	for _, s := range e.Skipped {
		if s.SegmentID == id {
			return true
		}
	}
	return false
}

// credit tells who spoke a take.
func (s *session) credit(t take) tts.Credit {
	if crediter, ok := tts.As[tts.Crediter](s.Backend); ok {
		return crediter.Credit(t.Utterance)
	}
	return tts.Credit{Voice: t.Voice}
}

// credit adds the engine of a further part.
func (c *Cue) credit(by tts.Credit) {
	if by.Engine != "" && !strings.Contains(c.Engine, by.Engine) {
		c.Engine += ", " + by.Engine
	}
}

// settleCredits takes the engines out of the cues where the first engine spoke all of them.
func (e *Episode) settleCredits(first string) {
	for _, c := range e.Cues {
		if c.Engine != first {
			return
		}
	}
	for i := range e.Cues {
		e.Cues[i].Engine = ""
	}
}
