package podcast

import (
	"time"

	"articast/audio"
	"articast/segment"
)

// timeline knows where in the episode, in samples, the next utterance begins.
type timeline struct {
	rate   audio.SampleRate
	frame  int64         // samples in a frame of the file
	at     int64         // end of what was placed last
	free   int64         // end of its frames, in which an encoder's delay runs out after the sound
	gap    time.Duration // pauses since then
	passed int           // segments whose pause before was counted
	cued   int           // 1 + the segment of the last cue
}

// open sets the sample rate, which the first clip decides, and the samples in a frame.
func (t *timeline) open(rate audio.SampleRate, frame int64) {
	t.rate, t.frame = rate, frame
}

// pause adds silence before whatever is placed next.
func (t *timeline) pause(ms int) {
	t.gap += time.Duration(max(ms, 0)) * time.Millisecond
}

// passTo counts the pauses of the segments up to the one with an index, in which something is to be said: those before it are silent, and
// their pauses stand whole. It calls pass, which may be nil, for each.
func (t *timeline) passTo(plan *segment.Plan, index int, pass func(s segment.Segment, silent bool)) {
	for ; t.passed <= index; t.passed++ {
		s, silent := plan.Segments[t.passed], t.passed < index
		t.pause(s.PauseBeforeMS)
		if silent {
			t.pause(s.PauseAfterMS)
		}
		if pass != nil {
			pass(s, silent)
		}
	}
}

// start returns where the next utterance begins: at the boundary of a frame that is nearest to the end of the pauses, but
// not before the frames of the last utterance end.
func (t *timeline) start() int64 {
	want := t.at + int64(t.rate.N(t.gap))
	return max((want+t.frame/2)/t.frame*t.frame, t.free)
}

// place puts an utterance of n samples in some frames at start.
func (t *timeline) place(n int, nFrames int64) {
	start := t.start()
	t.at, t.free, t.gap = start+int64(n), start+nFrames*t.frame, 0
}

// time returns the time of a sample.
func (t *timeline) time(sample int64) time.Duration {
	if t.rate == 0 {
		return 0
	}
	return t.rate.D(int(sample))
}

// unplaced is the start of a chapter whose first utterance has no place yet.
const unplaced = -1

// placeChapters gives the chapters at the end of the list that have no start yet the given one. When there are several,
// because nothing is heard between them, the last one stays: its title says what is coming. The first begins at 0.
func placeChapters(chapters []Chapter, start time.Duration) []Chapter {
	n := len(chapters)
	if n == 0 || chapters[n-1].Start != unplaced {
		return chapters
	}
	last := chapters[n-1]
	for n > 0 && chapters[n-1].Start == unplaced {
		n--
	}
	if last.Start = start; n == 0 {
		last.Start = 0
	}
	return append(chapters[:n], last)
}

// closeChapters gives each chapter its end. A plan without chapters has one: the whole.
func closeChapters(chapters []Chapter, plan *segment.Plan, end time.Duration) []Chapter {
	if len(chapters) == 0 && plan.Title != "" {
		chapters = []Chapter{{Title: plan.Title, SegmentID: plan.Segments[0].ID}}
	}
	for i := range chapters {
		chapters[i].End = end
		if i+1 < len(chapters) {
			chapters[i].End = chapters[i+1].Start
		}
	}
	return chapters
}
