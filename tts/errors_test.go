package tts

import (
	"context"
	"errors"
	"fmt"
	"math"
	"testing"
)

func TestNamedLeavesAloneWhatIsNotTheEngines(t *testing.T) {
	for _, err := range []error{nil, ErrEmpty, context.Canceled, fmt.Errorf("ask: %w", context.Canceled)} {
		if got := Named("bell", err); got != err {
			t.Errorf("%v became %v", err, got)
		}
	}
	if got := Named("bell", ErrNoVoice); got.Error() != "bell: no such voice" || !errors.Is(got, ErrNoVoice) {
		t.Errorf("got %v", got)
	}
}

func TestRateWithin(t *testing.T) {
	for rate, want := range map[float64]float64{0: 1, 0.5: 0.5, 1: 1, 2.57: 2.57} {
		if got, err := (Prosody{Rate: rate}).RateWithin(0.5, 2.57); err != nil || got != want {
			t.Errorf("%g: %g, %v", rate, got, err)
		}
	}
	for _, rate := range []float64{-1, 0.4, 2.58, math.Inf(1), math.NaN()} {
		_, err := (Prosody{Rate: rate}).RateWithin(0.5, 2.57)
		if want := fmt.Sprintf("set rate: %g is not between 0.5 and 2.57", rate); err == nil || err.Error() != want {
			t.Errorf("%g: %v", rate, err)
		}
	}
}
