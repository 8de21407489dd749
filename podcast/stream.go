package podcast

import (
	"context"
	"errors"
	"iter"
	"time"

	"articast/audio"
	"articast/segment"
	"articast/tts"
)

// Stream speaks the plan for somebody who listens while it is being made: it yields the sound of each utterance in the order of the
// text, the silence before it in front, trimmed and levelled as Produce does it, all at the sample rate of the first. The pauses are those of
// the plan to the sample; that behind the last utterance is left out. A few utterances are spoken ahead of the consumer.
//
// An error ends it, and is yielded with an empty clip: ErrNothingToSay; *SegmentError, also when every segment was to be skipped; ctx's
// error. Skip counts as in Produce; Kbps, Software, Cover and Progress do not.
func (p *Producer) Stream(ctx context.Context, plan *segment.Plan) iter.Seq2[audio.Clip, error] {
	return func(yield func(audio.Clip, error) bool) {
		err := p.stream(ctx, plan, func(clip audio.Clip) bool { return yield(clip, nil) })
		if err != nil {
			yield(audio.Clip{}, err)
		}
	}
}

// stream gives the clips to yield until that returns false.
func (p *Producer) stream(ctx context.Context, plan *segment.Plan, yield func(audio.Clip) bool) error {
	takes := p.script(plan)
	if len(takes) == 0 {
		return ErrNothingToSay
	}
	press, jobs := p.newPresser(p.Kbps)
	var gap time.Duration
	var skipped error
	heard, passed, i := false, 0, 0
	for clip, err := range tts.Each(ctx, numbered(takes), jobs+1, func(ctx context.Context, i int) (audio.Clip, error) {
		clip, rate, usual, err := press.speak(ctx, i, takes[i].Utterance)
		if err != nil {
			return audio.Clip{}, err
		}
		return press.master.make(clip, rate, usual), nil
	}) {
		t := takes[i]
		i++
		for ; passed <= t.segment; passed++ {
			gap += milliseconds(plan.Segments[passed].PauseBeforeMS)
			if passed < t.segment { // nothing to say in it
				gap += milliseconds(plan.Segments[passed].PauseAfterMS)
			}
		}
		if err != nil {
			err = failure(ctx, plan, t, err)
			var failed *SegmentError
			if p.Skip == nil || !errors.As(err, &failed) || !p.Skip(failed) {
				return err
			}
			if skipped == nil {
				skipped = err
			}
			gap += estimate(t.Text, t.Prosody)
		} else {
			silence := audio.Silence(clip.Rate, gap)
			clip.Samples = append(silence.Samples, clip.Samples...)
			if heard = true; !yield(clip) {
				return nil
			}
			gap = 0
		}
		if t.last {
			gap += milliseconds(plan.Segments[t.segment].PauseAfterMS)
		} else {
			gap += partPause
		}
	}
	if !heard {
		return skipped
	}
	return nil
}

func milliseconds(ms int) time.Duration { return time.Duration(max(ms, 0)) * time.Millisecond }
