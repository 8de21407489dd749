package audio

import (
	"testing"
	"time"
)

func TestTrimKeepsSoundAndItsMargin(t *testing.T) {
	loud := tone(8000, 300, time.Second)
	soft := loud.Gain(-55) // a consonant
	for name, c := range map[string]struct {
		before, after []Clip
		want          time.Duration
	}{
		"silence goes":         {[]Clip{Silence(8000, time.Second)}, []Clip{Silence(8000, 2*time.Second)}, time.Second + 2*trimMargin},
		"less than the margin": {[]Clip{Silence(8000, 5*time.Millisecond)}, nil, time.Second + 5*time.Millisecond},
		"soft sound stays":     {[]Clip{Silence(8000, time.Second), soft}, []Clip{soft, Silence(8000, time.Second)}, 3*time.Second + 2*trimMargin},
		"noise goes":           {[]Clip{loud.Gain(-70)}, []Clip{loud.Gain(-90)}, time.Second + 2*trimMargin},
	} {
		t.Run(name, func(t *testing.T) {
			all, err := Join(append(append(c.before, loud), c.after...)...)
			if err != nil {
				t.Fatal(err)
			}
			if got := all.Trim().Duration(); (got - c.want).Abs() > 2*time.Millisecond {
				t.Errorf("left %v, want %v", got, c.want)
			}
		})
	}
}

func TestTrimLeavesNothingOfSilence(t *testing.T) {
	for _, c := range []Clip{{}, Silence(8000, time.Second), tone(8000, 300, time.Second).Gain(-80), {Rate: 8000, Samples: make([]float32, 1)}} {
		if got := c.Trim(); len(got.Samples) != 0 || got.Rate != c.Rate {
			t.Errorf("%v left %v", c, got)
		}
	}
}
