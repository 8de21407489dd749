package podcast_test

import (
	"context"
	"errors"
	"math"
	"testing"
	"time"

	"articast/audio"
	"articast/podcast"
	"articast/segment"
	"articast/tts"
	"articast/tts/tone"
)

// sentences is a plan of some sentences with a pause behind each.
func sentences(texts ...string) *segment.Plan {
	plan := &segment.Plan{Title: "Locks", Lang: "en"}
	for i, text := range texts {
		plan.Segments = append(plan.Segments, segment.Segment{ID: string(rune('a' + i)), Role: segment.RoleBody, Text: text, Spoken: text, PauseAfterMS: 500})
	}
	return plan
}

// uneven speaks through the tone backend with a gain for some texts.
func uneven(gains map[string]float64) tts.Backend {
	return backendFunc(func(ctx context.Context, u tts.Utterance) (audio.Clip, error) {
		clip, err := tone.Backend{}.Synthesize(ctx, u)
		return clip.Gain(gains[u.Text]), err
	})
}

func TestUtterancesAreLevelled(t *testing.T) {
	const (
		loud    = "The keeper of the lock shouted into the wind for an hour."
		usual   = "Water came over the gates and down into the old basin."
		soft    = "The boats were tied up beside each other in the rain."
		whisper = "Nobody in the town had slept since the bells began."
	)
	p := &podcast.Producer{Backend: uneven(map[string]float64{loud: 5, soft: -5, whisper: -20}), Loudness: -23}
	e, f := produce(t, p, sentences(loud, usual, soft, whisper))
	_, clip := read(t, f)
	for i, want := range []audio.LUFS{-23, -23, -23, -23 - 14} { // the last by the 6 dB that an utterance may be from its voice
		cue := e.Cues[i]
		got := audio.Clip{Rate: clip.Rate, Samples: clip.Samples[clip.Rate.N(cue.Start):clip.Rate.N(cue.End)]}.Loudness()
		// Tones of one level differ by K-weighting; the trial sentence has another tone too.
		within := 0.3
		if i == 3 {
			within = 4.5
		}
		if math.Abs(float64(got-want)) > within {
			t.Errorf("%q is at %.1f LUFS, want %v", cue.Text, got, want)
		}
	}
}

// A short utterance is as loud as its neighbours while it can be measured, and has the gain of its voice below that.
func TestShortUtterancesDoNotJump(t *testing.T) {
	const usual = "Water came over the gates and down into the old basin."
	for _, c := range []struct {
		length time.Duration
		want   audio.LUFS
	}{{450 * time.Millisecond, -19}, {300 * time.Millisecond, -13}} {
		p := &podcast.Producer{Backend: backendFunc(func(ctx context.Context, u tts.Utterance) (audio.Clip, error) {
			clip, err := tone.Backend{}.Synthesize(ctx, tts.Utterance{Text: usual}) // one tone for all
			if u.Text == "No." {
				clip.Samples = clip.Samples[:clip.Rate.N(c.length)]
				return clip.Gain(6), err
			}
			return clip, err
		})}
		e, f := produce(t, p, sentences(usual, "No."))
		_, clip := read(t, f)
		at := clip.Rate.N(e.Cues[1].Start)
		word := audio.Clip{Rate: clip.Rate, Samples: clip.Samples[at+clip.Rate.N(50*time.Millisecond) : at+clip.Rate.N(250*time.Millisecond)]}
		var whole audio.Clip // long enough to be measured
		for range 4 {
			whole, _ = audio.Join(whole, word)
		}
		if got := whole.Loudness(); math.Abs(float64(got-c.want)) > 0.7 {
			t.Errorf("a word of %v is at %.1f LUFS, want %v", c.length, got, c.want)
		}
	}
}

func TestAnEditChangesNoOtherUtterance(t *testing.T) {
	p := &podcast.Producer{Backend: tone.Backend{}}
	var clips []audio.Clip
	for _, second := range []string{"Then the rain came.", "Then the snow came down on the roofs of the town, and it stayed."} {
		e, f := produce(t, p, sentences("The old lock is closed for good.", second))
		_, clip := read(t, f)
		clips = append(clips, audio.Clip{Rate: clip.Rate, Samples: clip.Samples[:clip.Rate.N(e.Cues[0].End)]})
	}
	for i, v := range clips[0].Samples {
		if clips[1].Samples[i] != v {
			t.Fatalf("sample %d of the first sentence is another", i)
		}
	}
}

func TestLoudPeaksStayBelowTheCeiling(t *testing.T) {
	click := backendFunc(func(ctx context.Context, u tts.Utterance) (audio.Clip, error) {
		clip, err := tone.Backend{}.Synthesize(ctx, u)
		clip = clip.Gain(-30)
		for i := 2000; i < len(clip.Samples)-2000; i += 6000 {
			clip.Samples[i] = 1
		}
		return clip, err
	})
	_, f := produce(t, &podcast.Producer{Backend: click}, sentences("Water came over the gates and down into the old basin."))
	_, clip := read(t, f)
	if peak := 20 * math.Log10(float64(clip.TruePeak())); peak > -1 {
		t.Errorf("true peak of %.2f dBTP", peak)
	}
}

func TestRatesAreMadeThatOfTheFirstUtterance(t *testing.T) {
	const first, second = "The old lock is closed for good.", "Water came over the gates."
	broken := errors.New("no wind")
	for _, c := range []struct {
		name string
		fail bool // the first
		want audio.SampleRate
	}{
		{"first", false, 22050},
		{"first failed", true, 16000},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := &podcast.Producer{
				Skip: func(*podcast.SegmentError) bool { return true },
				Backend: backendFunc(func(ctx context.Context, u tts.Utterance) (audio.Clip, error) {
					clip, err := tone.Backend{}.Synthesize(ctx, u)
					switch {
					case u.Text == second:
						clip = clip.Resample(16000)
					case u.Text == first && c.fail:
						err = broken
					}
					return clip, err
				}),
			}
			e, f := produce(t, p, sentences(first, second))
			_, clip := read(t, f)
			if e.Rate != c.want {
				t.Errorf("the episode has %d Hz", e.Rate)
			}
			cue := e.Cues[len(e.Cues)-1]
			frequency, err := tone.Frequency(cue.Voice, cue.Spoken)
			if err != nil {
				t.Fatal(err)
			}
			start, end, ok := heard(clip, frequency, cue.Start-200*time.Millisecond, cue.End+200*time.Millisecond)
			if !ok || (start-cue.Start).Abs() > frameTime(e.Rate) || (end-cue.End).Abs() > frameTime(e.Rate) {
				t.Errorf("heard from %v to %v (%v), the cue says %v to %v", start, end, ok, cue.Start, cue.End)
			}
		})
	}
}

func TestKeptUtterancesAreCopied(t *testing.T) {
	cache := tts.OpenCache(t.TempDir())
	plan := sentences("The old lock is closed for good.", "Water came over the gates.")
	var files []string
	for _, c := range []struct {
		kept     *tts.Cache
		loudness audio.LUFS
	}{{nil, 0}, {cache, 0}, {cache, 0}, {cache, -23}, {cache, 0}} {
		p := &podcast.Producer{Backend: tts.Cached(tone.Backend{}, cache), Kept: c.kept, Loudness: c.loudness}
		_, f := produce(t, p, plan)
		files = append(files, content(t, f))
	}
	if files[1] != files[0] || files[2] != files[0] || files[4] != files[0] {
		t.Error("kept frames make another file")
	}
	if files[3] == files[0] {
		t.Error("frames of another loudness were taken")
	}
}

// levelled is a backend that knows how loud it is.
type levelled struct {
	tts.Backend
	known audio.LUFS
}

func (l levelled) Loudness(tts.Utterance) (audio.LUFS, bool) { return l.known, true }

// TestAVoiceOfKnownLoudnessIsNotTried: what its engine knows counts as what a trial would have told.
func TestAVoiceOfKnownLoudnessIsNotTried(t *testing.T) {
	const text = "Water came over the gates and down into the old basin."
	var asked []string
	b := backendFunc(func(ctx context.Context, u tts.Utterance) (audio.Clip, error) {
		asked = append(asked, u.Text)
		clip, err := tone.Backend{}.Synthesize(ctx, u)
		return clip.Gain(-30), err
	})
	p := &podcast.Producer{Backend: tts.Limit(levelled{b, -20}, 1)}
	e, f := produce(t, p, sentences(text))
	if len(asked) != 1 || asked[0] != text {
		t.Errorf("asked for %q", asked)
	}
	_, clip := read(t, f)
	got := audio.Clip{Rate: clip.Rate, Samples: clip.Samples[clip.Rate.N(e.Cues[0].Start):clip.Rate.N(e.Cues[0].End)]}.Loudness()
	quiet, err := b(t.Context(), tts.Utterance{Text: text})
	if err != nil {
		t.Fatal(err)
	}
	if want := quiet.Trim().Loudness() + 7; math.Abs(float64(got-want)) > 0.3 { // as far as an utterance may be from its voice
		t.Errorf("a whisper is at %.1f LUFS, want %.1f", got, want)
	}
}
