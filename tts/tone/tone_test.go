package tone_test

import (
	"errors"
	"math"
	"slices"
	"testing"
	"time"

	"articast/audio"
	"articast/tts"
	"articast/tts/tone"
	"articast/tts/ttstest"
)

func TestConformance(t *testing.T) {
	for name, open := range map[string]func(t *testing.T) tts.Backend{
		"Tone":    func(*testing.T) tts.Backend { return tone.Backend{} },
		"Limited": func(*testing.T) tts.Backend { return tone.Backend{Rate: 16000, MaxRunes: 300} },
		"Cached": func(t *testing.T) tts.Backend {
			return tts.Cached(tone.Backend{MaxRunes: 300}, tts.OpenCache(t.TempDir()))
		},
		"Retry": func(*testing.T) tts.Backend { return tts.Retry(tone.Backend{MaxRunes: 300}, tts.RetryPolicy{}) },
		"Limit": func(*testing.T) tts.Backend { return tts.Limit(tone.Backend{MaxRunes: 300}, 2) },
		"All": func(t *testing.T) tts.Backend {
			b := tts.Retry(tts.Checked(tts.Limit(tone.Backend{MaxRunes: 300}, 2)), tts.RetryPolicy{})
			return tts.Cached(b, tts.OpenCache(t.TempDir()))
		},
	} {
		t.Run(name, func(t *testing.T) { ttstest.Run(t, open) })
	}
}

// power returns the mean power of the clip at a frequency, by Goertzel's algorithm; a full-scale sine has 0.5.
func power(clip audio.Clip, frequency float64) float64 {
	c := 2 * math.Cos(2*math.Pi*frequency/float64(clip.Rate))
	var s1, s2 float64
	for _, x := range clip.Samples {
		s1, s2 = float64(x)+c*s1-s2, s1
	}
	n := float64(len(clip.Samples))
	return 2 * (s1*s1 + s2*s2 - c*s1*s2) / (n * n)
}

func TestToneHasItsFrequency(t *testing.T) {
	const text = "The tide turned a little after four o'clock."
	for _, rate := range []audio.SampleRate{0, 16000, 44100} {
		b := tone.Backend{Rate: rate}
		voices, err := b.Voices(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range voices {
			clip, err := b.Synthesize(t.Context(), tts.Utterance{Text: text, Voice: v.ID})
			if err != nil {
				t.Fatal(err)
			}
			frequency, err := tone.Frequency(v.ID, text)
			if err != nil {
				t.Fatal(err)
			}
			if got := power(clip, frequency); got < 0.11 || got > 0.13 {
				t.Errorf("%s at %d Hz: power at %v Hz is %v, want 0.125", v.ID, clip.Rate, frequency, got)
			}
			if got := power(clip, frequency*1.1); got > 0.001 {
				t.Errorf("%s at %d Hz: power beside it is %v", v.ID, clip.Rate, got)
			}
		}
	}
}

func TestCacheChangesNothing(t *testing.T) {
	u := tts.Utterance{Text: "The tide turned a little after four o'clock.", Voice: "piccolo"}
	own, err := tone.Backend{}.Synthesize(t.Context(), u)
	if err != nil {
		t.Fatal(err)
	}
	cached, err := tts.Cached(tone.Backend{}, tts.OpenCache(t.TempDir())).Synthesize(t.Context(), u)
	if err != nil || !slices.Equal(own.Samples, cached.Samples) {
		t.Errorf("through a cache the tone is another (%v)", err)
	}
}

func TestTextsSoundDifferent(t *testing.T) {
	seen := make(map[float64]bool)
	for _, text := range []string{"one", "two", "three", "four", "five", "six", "seven", "eight"} {
		f, err := tone.Frequency("", text)
		if err != nil {
			t.Fatal(err)
		}
		seen[f] = true
	}
	if len(seen) < 7 {
		t.Errorf("eight texts in %d pitches", len(seen))
	}
	if f, err := tone.Frequency("nobody", "one"); !errors.Is(err, tts.ErrNoVoice) {
		t.Errorf("frequency of an unknown voice: %v, %v", f, err)
	}
}

func TestDuration(t *testing.T) {
	for _, c := range []struct {
		text string
		rate float64
		want time.Duration
	}{
		{"a", 0, 120 * time.Millisecond},
		{"fifteen letters", 0, time.Second},
		{"fünfzehn Zeichä", 1, time.Second},
		{"船只都回港", 1, time.Second},
		{"мост открыт вче", 1, time.Second},
		{"fifteen letters", 2, time.Second / 2},
		{"fifteen letters", 0.5, 2 * time.Second},
	} {
		clip, err := tone.Backend{}.Synthesize(t.Context(), tts.Utterance{Text: c.text, Prosody: tts.Prosody{Rate: c.rate}})
		if err != nil {
			t.Fatal(err)
		}
		if got := clip.Duration(); got != c.want {
			t.Errorf("%q at pace %v takes %v, want %v", c.text, c.rate, got, c.want)
		}
	}
}

// The check of sound weighs letters by their script, and a tone is as long as it asks for.
func TestEveryScriptPassesTheCheck(t *testing.T) {
	b := tts.Checked(tone.Backend{})
	for _, text := range []string{
		"船只在暴风雨之前都回到了港口，没有人留在海上。", "船は嵐の前に港へもどり、海に残った人はいませんでした。", "バスケットボールのチームがクリスマスにコンサートを開いた。",
		"배들은 폭풍이 오기 전에 항구로 돌아왔고 바다에는 아무도 남지 않았습니다.", "عادت القوارب إلى الميناء قبل العاصفة ولم يبق أحد في البحر.",
		"तूफ़ान से पहले नावें बंदरगाह लौट आईं और समुद्र में कोई नहीं रहा।", "桥",
	} {
		for _, rate := range []float64{0.5, 1, 2} {
			if _, err := b.Synthesize(t.Context(), tts.Utterance{Text: text, Prosody: tts.Prosody{Rate: rate}}); err != nil {
				t.Errorf("%q at pace %v: %v", text, rate, err)
			}
		}
	}
}

func TestNoClicks(t *testing.T) {
	clip, err := tone.Backend{}.Synthesize(t.Context(), tts.Utterance{Text: "a door that closes softly", Voice: "tenor"})
	if err != nil {
		t.Fatal(err)
	}
	s := clip.Samples
	if s[0] != 0 || math.Abs(float64(s[len(s)-1])) > 1e-4 {
		t.Errorf("the tone begins at %v and ends at %v", s[0], s[len(s)-1])
	}
	// At 500 Hz and amplitude 0.5 a sine moves at most 2*pi*500/22050*0.5 = 0.072 from sample to sample.
	for i := 1; i < len(s); i++ {
		if d := math.Abs(float64(s[i] - s[i-1])); d > 0.08 {
			t.Fatalf("a step of %v at sample %d", d, i)
		}
	}
}

func BenchmarkSynthesize(b *testing.B) {
	u := tts.Utterance{Text: "The tide turned a little after four o'clock."}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := (tone.Backend{}).Synthesize(b.Context(), u); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(tone.Duration(u.Text).Seconds()*float64(b.N)/b.Elapsed().Seconds(), "x-realtime")
}
