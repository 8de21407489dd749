package podcast

import (
	"time"
	"unicode/utf8"

	"articast/segment"
	"articast/tts"
)

// runesPerSecond is the pace of the embedded voices, spaces and their own pauses included.
const runesPerSecond = 17

// Estimate tells how long the episode of a plan will be, without speaking it: within about a tenth for the embedded
// voices and prose in English.
func (p *Producer) Estimate(plan *segment.Plan) time.Duration {
	var total time.Duration
	for _, s := range plan.Segments {
		total += estimate(s.Spoken, p.Prosody) + time.Duration(s.PauseBeforeMS+s.PauseAfterMS)*time.Millisecond
	}
	return total
}

// estimate tells how long a text takes to say.
func estimate(text string, p tts.Prosody) time.Duration {
	pace := p.Rate
	if pace <= 0 {
		pace = 1
	}
	return time.Duration(float64(utf8.RuneCountInString(text)) / runesPerSecond / pace * float64(time.Second))
}
