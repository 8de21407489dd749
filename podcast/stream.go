package podcast

import (
	"context"
	"errors"
	"iter"

	"articast/audio"
	"articast/segment"
	"articast/tts"
)

// Stream speaks the plan for somebody who listens while it is being made: it yields the sound of each utterance in the order of the
// text, the silence before it in front, trimmed and levelled as Produce does it, all at the sample rate of the first. The pauses are those of
// the plan to the sample; that behind the last utterance is left out. A few utterances are spoken ahead of the consumer.
//
// An error ends it, and is yielded with an empty clip: ErrNothingToSay; *SegmentError, also when every segment was to be skipped; ctx's
// error. Skip counts as in Produce; Format, Kbps, Software, Cover and Progress do not.
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
	press, jobs := p.newPresser()
	var line timeline // of its pauses alone
	var skipped error
	heard, i := false, 0
	for clip, err := range tts.Each(ctx, numbered(takes), jobs+1, func(ctx context.Context, i int) (audio.Clip, error) {
		clip, rate, usual, err := press.speak(ctx, i, takes[i].Utterance)
		if err != nil {
			return audio.Clip{}, err
		}
		clip, _ = press.master.make(clip, rate, usual)
		return clip, nil
	}) {
		t := takes[i]
		i++
		line.passTo(plan, t.segment, nil)
		if err != nil {
			err = failure(ctx, plan, t, err)
			var failed *SegmentError
			if p.Skip == nil || !errors.As(err, &failed) || !p.Skip(failed) {
				return err
			}
			if skipped == nil {
				skipped = err
			}
			line.gap += estimate(t.Text, t.Prosody)
		} else {
			silence := audio.Silence(clip.Rate, line.gap)
			clip.Samples = append(silence.Samples, clip.Samples...)
			if heard = true; !yield(clip) {
				return nil
			}
			line.gap = 0
		}
		if t.last {
			line.pause(plan.Segments[t.segment].PauseAfterMS)
		} else {
			line.gap += partPause
		}
	}
	if !heard {
		return skipped
	}
	return nil
}
