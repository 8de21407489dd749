package piper

import (
	"fmt"
	"math"
	"strconv"
)

// The paces that the engine speaks intelligibly.
const (
	minRate = 0.25
	maxPace = 4
)

// lengthScale returns the engine's --length_scale for a rate, rounded so that rates too close to be told apart share
// their processes; empty for the voice's own pace. The pace is a flag of the process: its JSON knows none.
func lengthScale(rate float64) (string, error) {
	if rate == 0 || rate == 1 {
		return "", nil
	}
	if !(rate >= minRate && rate <= maxPace) { // so written for NaN
		return "", fmt.Errorf("set rate: %g is not between %g and %d", rate, minRate, maxPace)
	}
	scale := math.Round(1000/rate) / 1000
	if scale == 1 {
		return "", nil
	}
	return strconv.FormatFloat(scale, 'g', -1, 64), nil
}
