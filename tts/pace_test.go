package tts_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"articast/audio"
	"articast/tts"
)

// reader speaks like a voice of a given pace: letters per second, a little silence around.
type reader struct {
	pace  float64
	share func(text string) float64 // of each text that is spoken; nil is all
	asked map[string]int
}

func (r *reader) Properties() tts.Properties { return tts.Properties{Name: "reader", Version: "1"} }

func (r *reader) Synthesize(_ context.Context, u tts.Utterance) (audio.Clip, error) {
	if r.asked == nil {
		r.asked = map[string]int{}
	}
	r.asked[u.Text]++
	letters := 0.0
	for _, c := range u.Text {
		switch {
		case c >= 0x4e00 && c < 0xa000:
			letters += 3
		case c != ' ' && c != ',' && c != '.':
			letters++
		}
	}
	share := 1.0
	if r.share != nil {
		share = r.share(u.Text)
	}
	rate := u.Prosody.Rate
	if rate == 0 {
		rate = 1
	}
	quiet := audio.Clip{Rate: 8000, Samples: make([]float32, 2000)}
	spoken := noise(letters * share / r.pace / rate)
	return audio.Clip{Rate: 8000, Samples: append(append(quiet.Samples, spoken.Samples...), make([]float32, 2000)...)}, nil
}

const prose = "The committee met on Thursday, listened to everybody who had come, and agreed on nothing at all."

func halfOf(text string) func(string) float64 {
	return func(asked string) float64 {
		if asked == text {
			return 0.5
		}
		return 1
	}
}

// TestHalfATextIsCaught does so for slow voices and fast ones, long texts and short, at every pace.
func TestHalfATextIsCaught(t *testing.T) {
	for _, pace := range []float64{10, 12, 14, 17, 20} {
		for name, text := range map[string]string{
			"sentence":  prose,
			"long":      strings.Repeat(prose+" ", 6),
			"short":     "Nobody came to the opening, or to the dinner after it.",
			"Chinese":   strings.Repeat("委员会星期四开会，听取了所有来宾的意见。", 2),
			"Cyrillic":  "Комитет собрался в четверг, выслушал всех, кто пришёл, и ни о чём не договорился.",
			"with year": "In 1984 the committee met on Thursday, listened to everybody, and agreed on nothing.",
		} {
			for _, rate := range []float64{0, 0.5, 1, 1.7} {
				u := tts.Utterance{Text: text, Prosody: tts.Prosody{Rate: rate}}
				r := &reader{pace: pace}
				if _, err := tts.Checked(r).Synthesize(t.Context(), u); err != nil {
					t.Errorf("%s at %v, rate %v: %v", name, pace, rate, err)
				}
				r = &reader{pace: pace, share: halfOf(text)}
				_, err := tts.Checked(r).Synthesize(t.Context(), u)
				var implausible *tts.ImplausibleError
				if !errors.As(err, &implausible) || !strings.HasPrefix(implausible.Reason, "too short") {
					t.Errorf("half of %s at %v, rate %v: %v", name, pace, rate, err)
				}
			}
		}
	}
}

// TestOrdinaryClipsCostNothing: only what looks unusual is held against the voice's own pace, which is learned once.
func TestOrdinaryClipsCostNothing(t *testing.T) {
	r := &reader{pace: 14}
	b := tts.Checked(r)
	for range 3 {
		say(t, b, tts.Utterance{Text: prose})
	}
	if len(r.asked) != 1 {
		t.Errorf("asked for %v", r.asked)
	}
	r = &reader{pace: 21} // faster than most, but true to itself
	b = tts.Checked(r)
	for i := range 3 {
		say(t, b, tts.Utterance{Text: fmt.Sprint(prose, " ", strings.Repeat("So be it. ", i))})
	}
	trials := 0
	for text, n := range r.asked {
		if !strings.HasPrefix(text, prose) {
			trials += n
		}
	}
	if trials != 1 {
		t.Errorf("asked for %v", r.asked)
	}
}

// TestHalfOfEverythingIsCaught: a voice that leaves half of its trial sentence out as well has no pace to go by.
func TestHalfOfEverythingIsCaught(t *testing.T) {
	for _, pace := range []float64{12, 14, 18} {
		_, err := tts.Checked(&reader{pace: 2 * pace}).Synthesize(t.Context(), tts.Utterance{Text: prose})
		var implausible *tts.ImplausibleError
		if !errors.As(err, &implausible) {
			t.Errorf("at %v: %v", pace, err)
		}
	}
	half := backendFunc(func(ctx context.Context, u tts.Utterance) (audio.Clip, error) {
		clip, err := tones.Synthesize(ctx, u)
		clip.Samples = clip.Samples[:len(clip.Samples)/2]
		return clip, err
	})
	if _, err := tts.Checked(half).Synthesize(t.Context(), tts.Utterance{Text: prose}); err == nil {
		t.Error("half of each tone is taken for speech")
	}
}

// bareReader is a reader whose sound does not name its rate.
type bareReader struct{ reader }

func (r *bareReader) Properties() tts.Properties {
	return tts.Properties{Name: "reader", Version: "1", Bare: true}
}

// TestBareSoundIsHeldAgainstItsVoice: what is played at half or at twice its rate is as slow or as fast in all that it says.
func TestBareSoundIsHeldAgainstItsVoice(t *testing.T) {
	for pace, want := range map[float64]string{
		6: "too long, and so is all", 8.5: "too long, and so is all", 10: "", 14: "", 20: "", 24: "too short, and so is all", 30: "too short",
	} {
		r := &bareReader{reader{pace: pace}}
		b := tts.Checked(r)
		for _, text := range []string{prose, "Nobody came to the opening."} {
			_, err := b.Synthesize(t.Context(), tts.Utterance{Text: text})
			var implausible *tts.ImplausibleError
			if want == "" && err != nil || want != "" && (!errors.As(err, &implausible) || !strings.HasPrefix(implausible.Reason, want)) {
				t.Errorf("%q at %v: %v, want %q", text, pace, err, want)
			}
		}
		if want == "" && len(r.asked) != 3 {
			t.Errorf("at %v asked for %v", pace, r.asked)
		}
	}
}

// TestTrialIsInTheLanguageOfTheText, for a voice is slower in a foreign one, and French is not heard letter by letter.
func TestTrialIsInTheLanguageOfTheText(t *testing.T) {
	const french = "Le président a annoncé mardi que le gouvernement réduirait les impôts avant la fin de l'année."
	for lang, trial := range map[string]string{
		"": "The boats", "en-GB": "The boats", "fr": "Les bateaux", "FR-ca": "Les bateaux", "de-AT": "Die Boote", "fi": "The boats",
	} {
		r := &reader{pace: 20.5} // as one voice has in French
		say(t, tts.Checked(r), tts.Utterance{Text: french, Lang: lang})
		r = &reader{pace: 14, share: halfOf(french)}
		if _, err := tts.Checked(r).Synthesize(t.Context(), tts.Utterance{Text: french, Lang: lang}); err == nil {
			t.Errorf("%q: half is taken for all", lang)
		}
		tried := false
		for text := range r.asked {
			tried = tried || strings.HasPrefix(text, trial)
		}
		if !tried {
			t.Errorf("%q: tried with %v", lang, r.asked)
		}
	}
}

// TestTrialIsInTheScriptOfMost: one foreign word in an English sentence had an English voice tried in Chinese.
func TestTrialIsInTheScriptOfMost(t *testing.T) {
	for text, want := range map[string]string{
		"The sign said 船只, which nobody could read.": "The boats",
		"船只在 IBM 之前":                                 "船只",
		"船は港へもどりました。":                                "船は",
		"Лодки of the world вернулись в порт":        "Лодки",
		"12 %": "",
	} {
		if got := tts.TrialSentence(tts.Utterance{Text: text}); !strings.HasPrefix(got, want) || (want == "") != (got == "") {
			t.Errorf("%q is tried with %q", text, got)
		}
	}
}

func TestTrialWithoutLettersIsInTheScriptOfTheLanguage(t *testing.T) {
	for lang, want := range map[string]string{"ru": "Лодки", "zh-TW": "船只", "ja": "船は", "ko": "배들은", "en-US": "The boats", "fi": "The boats", "": "", "no such": ""} {
		if got := tts.TrialSentence(tts.Utterance{Text: "12 %", Lang: lang}); !strings.HasPrefix(got, want) || (want == "") != (got == "") {
			t.Errorf("%q is tried with %q", lang, got)
		}
	}
}

func TestSilenceDoesNotMakeUp(t *testing.T) {
	padded := backendFunc(func(ctx context.Context, u tts.Utterance) (audio.Clip, error) {
		clip, err := (&reader{pace: 14, share: halfOf(prose)}).Synthesize(ctx, u)
		clip.Samples = append(clip.Samples, make([]float32, len(clip.Samples))...)
		return clip, err
	})
	if _, err := tts.Checked(padded).Synthesize(t.Context(), tts.Utterance{Text: prose}); err == nil {
		t.Error("half a text and silence is taken for a text")
	}
}

func TestBabbleIsCaught(t *testing.T) {
	r := &reader{pace: 14, share: func(text string) float64 {
		if text == prose {
			return 8
		}
		return 1
	}}
	_, err := tts.Checked(r).Synthesize(t.Context(), tts.Utterance{Text: prose})
	if err == nil || !strings.Contains(err.Error(), "too long for this voice") {
		t.Errorf("%v", err)
	}
	initials := strings.Repeat("A B C D E F G H ", 8) // one by one they take their time
	r = &reader{pace: 14, share: func(text string) float64 {
		if text == initials {
			return 6
		}
		return 1
	}}
	say(t, tts.Checked(r), tts.Utterance{Text: initials})
}

// TestPaceThatCannotBeLearned: the trial may fail like any call, and some voices cannot be tried.
func TestPaceThatCannotBeLearned(t *testing.T) {
	fast := &reader{pace: 25}
	failing := backendFunc(func(ctx context.Context, u tts.Utterance) (audio.Clip, error) {
		if u.Text == prose {
			return fast.Synthesize(ctx, u)
		}
		return audio.Clip{}, busy(0)
	})
	_, err := tts.Checked(failing).Synthesize(t.Context(), tts.Utterance{Text: prose})
	if _, temporary := tts.Temporary(err); !temporary || err.Error() != "learn the pace of the voice: ask the server: busy" {
		t.Errorf("%v", err)
	}
	say(t, tts.Checked(brief{fast}), tts.Utterance{Text: prose})
	georgian := strings.Repeat("კომიტეტი ხუთშაბათს შეიკრიბა ", 3) // no trial sentence of ours
	say(t, tts.Checked(fast), tts.Utterance{Text: georgian})
	odd := audio.Clip{Rate: 8000, Samples: []float32{float32(math.SmallestNonzeroFloat32)}}
	if err := tts.Check(tts.Utterance{Text: "I"}, odd); err == nil {
		t.Error("next to nothing is taken for speech")
	}
}

// brief takes no text that is long enough to try it.
type brief struct{ *reader }

func (brief) Properties() tts.Properties { return tts.Properties{Name: "brief", MaxRunes: 20} }
