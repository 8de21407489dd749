// Package podcast produces Episodes from Plans: what the plan says goes in, an MP3 (or another kind of file) with an index of chapters and the
// exact time of every segment in it come out.
package podcast

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"time"
	"unicode/utf8"

	"articast/audio"
	"articast/audio/id3"
	"articast/audio/mp3"
	"articast/segment"
	"articast/tts"
)

// Producer turns Plans into Episodes. Only Backend must be set. A Producer may be used for several plans at once.
type Producer struct {
	Backend  tts.Backend
	Cast     Cast
	Prosody  tts.Prosody
	Jobs     int                      // utterances in work at once; 0 means what the backend finds useful
	Format   Format                   // of the file: MP3 or WAV
	Kbps     int                      // bitrate of an MP3; 0 means the encoder's default
	Loudness audio.LUFS               // of each utterance; 0 means DefaultLoudness
	Kept     *tts.Cache               // keeps encoded utterances, so that a warm run is a copy; nil keeps none
	Software string                   // names the program in the file's tag
	Cover    id3.Picture              // of the file; none where it has no data
	Skip     func(*SegmentError) bool // whether to go on without a segment that cannot be spoken; nil never does
	Progress func(Progress)           // told before the first and after each utterance, from the goroutine of Produce; may be nil
}

// Progress tells how far Produce is. Runes are those of the spoken form, by which time left is best told.
type Progress struct {
	DoneSegments, TotalSegments int
	DoneRunes, TotalRunes       int
	Audio                       time.Duration // made so far, pauses included
}

// partPause is between the utterances that one long segment was cut into, at its clauses.
const partPause = 300 * time.Millisecond

// ErrNothingToSay says that a Plan has no segment with anything to say.
var ErrNothingToSay = errors.New("nothing to say: the plan has no spoken text")

// SegmentError says which segment could not be made.
type SegmentError struct {
	ID   string // Segment.ID
	Text string // what was to be said
	Err  error
}

// Error names the segment and shows the beginning of its text.
func (e *SegmentError) Error() string {
	return fmt.Sprintf("speak segment %s (%q): %v", e.ID, excerpt(e.Text), e.Err)
}

// Unwrap returns the cause.
func (e *SegmentError) Unwrap() error { return e.Err }

func excerpt(text string) string {
	const maxRunes = 40
	if utf8.RuneCountInString(text) <= maxRunes {
		return text
	}
	return string([]rune(text)[:maxRunes-1]) + "…"
}

// Produce speaks the plan and writes it as one MP3 to out, which must be empty: tag with chapters, Info header, frames.
// Speech, joining and encoding run side by side, and no more than a few clips are held at a time. Finally the file
// is read back and its frames are counted. Where Format is WAV it writes one of 16-bit samples, with the tag behind them.
//
// Each utterance is trimmed of the engine's own silence, brought to the Loudness by its own measure, resampled where its
// rate is not that of the first, and encoded by itself. It begins on a boundary of an MP3 frame; the pauses of the plan
// are rounded to the nearest that allows it, and last for three frames at the least; in a WAV they are exact. Two pauses that meet, that
// behind one segment and that before the next, are added.
//
// A segment that cannot be spoken, or whose sound cannot be that of its text, ends it with a *SegmentError, unless Skip says
// to go on: then a silence of the segment's estimated length stands in its place, and the Episode lists it as skipped.
//
// Errors: ErrNothingToSay; *SegmentError, also when every segment was to be skipped; ctx's error; those of out; one for a
// Format that Produce does not write. After an error what was written is of no use.
func (p *Producer) Produce(ctx context.Context, plan *segment.Plan, out Output) (*Episode, error) {
	takes := p.script(plan)
	if len(takes) == 0 {
		return nil, ErrNothingToSay
	}
	if p.Format != MP3 && p.Format != WAV {
		return nil, fmt.Errorf("produce a %v: an Encoder makes it of a WAV", p.Format)
	}
	s := p.newSession(plan, takes, out)
	press, jobs := p.newPresser()
	s.progress()
	i := 0
	// One more than the calls in flight: an utterance is encoded while others are spoken.
	for stretch, err := range tts.Each(ctx, numbered(takes), jobs+1, func(ctx context.Context, i int) (stretch, error) {
		return press.press(ctx, i, takes[i].Utterance)
	}) {
		if err == nil {
			err = s.add(takes[i], stretch)
		}
		if err != nil {
			err = failure(ctx, plan, takes[i], err)
			if !s.skip(takes[i], err) {
				return nil, err
			}
		}
		i++
	}
	if len(s.episode.Cues) == 0 {
		return nil, s.skipped
	}
	return s.finish()
}

// newPresser returns what makes the utterances of one episode, and how many of them it may have in work at once.
func (p *Producer) newPresser() (*presser, int) {
	jobs := p.Jobs
	if jobs < 1 {
		jobs = max(p.Backend.Properties().Concurrency, 1)
	}
	backend := tts.Limit(p.Backend, jobs)
	return &presser{
		backend: backend, master: newMaster(backend, p.Loudness),
		rate: newCommonRate(), format: p.Format, kbps: p.kbps(), kept: p.Kept,
	}, jobs
}

// kbps returns the bitrate.
func (p *Producer) kbps() int {
	if p.Kbps == 0 {
		return mp3.DefaultKbps
	}
	return p.Kbps
}

func numbered(takes []take) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range takes {
			if !yield(i) {
				return
			}
		}
	}
}

func utterances(takes []take) iter.Seq[tts.Utterance] {
	return func(yield func(tts.Utterance) bool) {
		for _, t := range takes {
			if !yield(t.Utterance) {
				return
			}
		}
	}
}

// session is the making of one episode.
type session struct {
	*Producer
	plan     *segment.Plan
	out      writer
	episode  *Episode
	timeline timeline
	done     Progress
	loudness loudnessSum
	skipped  error // the first that was skipped over
}

func (p *Producer) newSession(plan *segment.Plan, takes []take, out Output) *session {
	s := &session{
		Producer: p, plan: plan, episode: newEpisode(plan),
		out:  p.newWriter(out, p.tag(plan)),
		done: Progress{TotalSegments: len(plan.Segments)},
	}
	for _, t := range takes {
		s.done.TotalRunes += utf8.RuneCountInString(t.Text)
	}
	return s
}

// failure tells of an error what the listener's plan calls the place; the number of the utterance says nothing to him.
func failure(ctx context.Context, plan *segment.Plan, t take, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	var outErr *writeError
	if errors.As(err, &outErr) {
		return outErr.err
	}
	var re *tts.RenderError
	if errors.As(err, &re) {
		err = re.Err
	}
	return &SegmentError{ID: plan.Segments[t.segment].ID, Text: t.Text, Err: err}
}

// add puts an utterance behind what is there: first the pause, then its frames.
func (s *session) add(t take, made stretch) error {
	if err := s.out.begin(made.rate); err != nil {
		return err
	}
	s.timeline.open(made.rate, s.out.samplesPerFrame())
	s.passTo(t)
	start := s.timeline.start()
	if err := s.out.add(start/s.timeline.frame, made.frames); err != nil {
		return err
	}
	s.loudness.add(made.reached, made.samples)
	s.timeline.place(made.samples, s.out.frames()-start/s.timeline.frame)
	s.cue(t, start, s.timeline.at)
	s.done.DoneRunes += utf8.RuneCountInString(t.Text)
	if t.last {
		s.timeline.pause(s.plan.Segments[t.segment].PauseAfterMS)
		s.done.DoneSegments = t.segment + 1
	} else {
		s.timeline.gap += partPause
	}
	s.progress()
	return nil
}

// passTo counts the pauses of the segments up to the one that t begins, notes the silent ones among them, and opens chapters.
func (s *session) passTo(t take) {
	s.timeline.passTo(s.plan, t.segment, func(seg segment.Segment, silent bool) {
		if silent {
			s.silent(seg)
		}
		if seg.Chapter != "" {
			s.episode.Chapters = append(s.episode.Chapters, Chapter{Title: seg.Chapter, SegmentID: seg.ID, Start: unplaced})
		}
	})
	start := s.timeline.time(s.timeline.start())
	s.episode.Chapters = placeChapters(s.episode.Chapters, start)
}

// silent notes a segment in which there is nothing to say.
func (s *session) silent(seg segment.Segment) {
	if !s.episode.skips(seg.ID) {
		s.episode.Silent = append(s.episode.Silent, seg.ID)
	}
}

// cue writes down when a take is heard, as a cue of its own or as a further part of its segment's.
func (s *session) cue(t take, start, end int64) {
	seg := s.plan.Segments[t.segment]
	from, to := s.timeline.time(start), s.timeline.time(end)
	part := Part{SpokenStart: t.start, SpokenEnd: t.end, Start: from, End: to}
	if n := len(s.episode.Cues); n > 0 && s.timeline.cued == t.segment+1 {
		cue := &s.episode.Cues[n-1]
		cue.End = to
		cue.Parts = append(cue.Parts, part)
		cue.credit(s.credit(t))
		return
	}
	s.timeline.cued = t.segment + 1
	credit := s.credit(t)
	cue := Cue{
		SegmentID: seg.ID, Role: seg.Role, Paragraph: seg.Paragraph, Speaker: seg.Speaker, Voice: credit.Voice, Engine: credit.Engine, Lang: t.Lang,
		Text: seg.Text, Spoken: seg.Spoken, Align: seg.Align, Start: from, End: to,
	}
	if !t.last {
		cue.Parts = []Part{part}
	}
	s.episode.Cues = append(s.episode.Cues, cue)
}

func (s *session) progress() {
	if s.Progress != nil {
		s.done.Audio = s.timeline.time(s.timeline.at)
		s.Progress(s.done)
	}
}

// finish adds the last pause, completes the head of the file, and checks the whole.
func (s *session) finish() (*Episode, error) {
	e := s.episode
	for _, seg := range s.plan.Segments[s.timeline.passed:] {
		s.timeline.pause(seg.PauseBeforeMS)
		s.timeline.pause(seg.PauseAfterMS)
		s.silent(seg)
	}
	end := s.timeline.start()
	e.Duration = s.timeline.time(end)
	e.settleCredits(s.Backend.Properties().Name)
	e.Chapters = closeChapters(e.Chapters, s.plan, e.Duration)
	e.Rate = s.timeline.rate
	e.HeldBack = s.loudness.heldBack()
	if s.Format == MP3 {
		e.Kbps = s.kbps()
	}
	var err error
	if e.Bytes, err = s.out.finish(end, e.Chapters, e.Duration); err != nil {
		return nil, err
	}
	s.timeline.at = end
	s.done.DoneSegments = s.done.TotalSegments
	s.progress()
	return e, nil
}
