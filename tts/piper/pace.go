package piper

import (
	"math"
	"strconv"

	"articast/tts"
)

const minPace, maxPace = 0.25, 4 // that the engine speaks intelligibly

// lengthScale returns the engine's --length_scale, rounded so that rates too close to be told apart share their processes; empty for
// the voice's own pace. The pace is a flag of the process: its JSON knows none.
func lengthScale(p tts.Prosody) (string, error) {
	rate, err := p.RateWithin(minPace, maxPace)
	if err != nil {
		return "", err
	}
	scale := math.Round(1000/rate) / 1000
	if scale == 1 {
		return "", nil
	}
	return strconv.FormatFloat(scale, 'g', -1, 64), nil
}
