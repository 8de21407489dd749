package podcast

import (
	"time"
	"unicode/utf8"

	"articast/segment"
)

// runesPerSecond is the pace of the embedded voices, spaces and their own pauses included.
const runesPerSecond = 17

// Estimate tells how long the episode of a plan will be, without speaking it: within about a tenth for the embedded
// voices and prose in English.
func (p *Producer) Estimate(plan *segment.Plan) time.Duration {
	pace := p.Prosody.Rate
	if pace <= 0 {
		pace = 1
	}
	var speech, pauses time.Duration
	for _, s := range plan.Segments {
		speech += time.Duration(utf8.RuneCountInString(s.Spoken)) * time.Second / runesPerSecond
		pauses += time.Duration(s.PauseBeforeMS+s.PauseAfterMS) * time.Millisecond
	}
	return time.Duration(float64(speech)/pace) + pauses
}
