package podcast

import (
	"math"
	"testing"

	"articast/audio"
)

func TestHeldBackIsOfPeaksAlone(t *testing.T) {
	for name, c := range map[string]struct {
		list []reached
		want audio.LUFS // 0 where nothing is said
	}{
		"nothing":                  {nil, 0},
		"as asked":                 {[]reached{{-19, 0}, {-19, 0}}, 0},
		"a whisper":                {[]reached{{-27, 0}, {-27, 0.1}}, 0},
		"cut":                      {[]reached{{-16, 2}, {-16, 2}}, -16},
		"one of many":              {[]reached{{-19, 0}, {-19, 0}, {-19, 0}, {-22, 3}}, 0},
		"too short to be measured": {[]reached{{audio.Unmeasurable, 9}}, 0},
		"and one that is not":      {[]reached{{audio.Unmeasurable, 0}, {-17, 3}}, -17},
	} {
		var s loudnessSum
		for _, r := range c.list {
			s.add(parseReached(r.append(nil)), 1000)
		}
		if got := s.heldBack(); math.Abs(float64(got-c.want)) > 1e-6 {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}
