package piper

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"articast/audio"
	"articast/internal/plain"
	"articast/tts"
)

// sentenceSilence is what the engine adds behind each sentence, the last one too: that one is taken off again, because
// the pause after an utterance is not the engine's to choose.
const sentenceSilence = 200 * time.Millisecond

// threading is what is known of an engine and a tuned model.
type threading int

const (
	untried threading = iota
	tuned             // one thread, as asked for, has worked
	stock             // only the engine's own settings have worked
)

// Synthesize speaks one utterance. The voice's own language is spoken whatever Lang says; rates lie between 0.25 and 4.
// The clip ends where the voice does, without the engine's silence behind it.
func (e *Engine) Synthesize(ctx context.Context, u tts.Utterance) (audio.Clip, error) {
	clip, err := e.synthesize(ctx, u)
	return clip, wrap(err)
}

func (e *Engine) synthesize(ctx context.Context, u tts.Utterance) (audio.Clip, error) {
	scale, err := e.admit(ctx, u)
	if err != nil {
		return audio.Clip{}, err
	}
	m, err := e.readyModel(ctx, u.Voice)
	if err != nil {
		return audio.Clip{}, err
	}
	program, err := e.readyProgram(ctx)
	if err != nil {
		return audio.Clip{}, err
	}
	s := spec{engine: program, model: m.model, config: m.config, lengthScale: scale, lively: e.o.Lively}
	var whole audio.Clip
	for _, p := range cut(plain.Text(u.Text), m.lang, maxWeight) {
		clip, err := e.say(ctx, m, s, p.text)
		if err != nil {
			return audio.Clip{}, err
		}
		whole = join(whole, clip, p.gap)
	}
	if len(whole.Samples) == 0 { // signs that the voice has no name for
		return audio.Clip{}, tts.ErrEmpty
	}
	return whole, nil
}

// admit refuses what need not come near an engine, and returns the pace as the engine's flag has it.
func (e *Engine) admit(ctx context.Context, u tts.Utterance) (string, error) {
	if err := ctx.Err(); err != nil {
		return "", err
	}
	if err := tts.CheckLimit(u.Text, maxRunes); err != nil {
		return "", err
	}
	if !tts.Speakable(plain.Text(u.Text)) {
		return "", tts.ErrEmpty
	}
	return lengthScale(u.Prosody)
}

// join appends a clip, less the silence that the engine added to it, and the gap behind it.
func join(whole, clip audio.Clip, gap time.Duration) audio.Clip {
	added := clip.Rate.N(sentenceSilence)
	end := len(clip.Samples)
	for end > 0 && len(clip.Samples)-end < added && clip.Samples[end-1] == 0 {
		end--
	}
	whole.Rate = clip.Rate
	whole.Samples = append(whole.Samples, clip.Samples[:end]...)
	whole.Samples = append(whole.Samples, make([]float32, clip.Rate.N(gap))...)
	return whole
}

// say has one piece spoken. Where the engine fails, the piece is tried once more in a fresh process; while no tuned one
// has ever answered, that is one on the engine's own settings. If that fails too the unpacked files are read again, and
// where they are damaged they are repaired for a last try.
func (e *Engine) say(ctx context.Context, m model, s spec, text string) (audio.Clip, error) {
	known := e.threading(s.model)
	s.stock = known == stock
	clip, err := e.try(ctx, s, text, false)
	if !isEngineError(err) {
		return clip, err
	}
	second := s
	second.stock = known != tuned
	clip, err = e.try(ctx, second, text, true)
	if !isEngineError(err) {
		return clip, err
	}
	if failed := (*EngineError)(nil); errors.As(err, &failed) && strings.Contains(failed.Stderr, "json.exception") {
		failed.Stderr = cmp.Or(lacking(m.config), failed.Stderr)
	}
	repaired, repairErr := e.repair(ctx, m)
	switch {
	case repairErr != nil:
		return audio.Clip{}, errors.Join(err, repairErr)
	case repaired:
		return e.try(ctx, s, text, true)
	case known == untried && ended(err):
		err = fmt.Errorf("%w: %w", tts.ErrUnavailable, err)
	}
	return audio.Clip{}, err
}

func isEngineError(err error) bool {
	var failed *EngineError
	return errors.As(err, &failed)
}

// ended tells whether an engine could not be started or ended by itself.
func ended(err error) bool {
	var failed *EngineError
	return errors.As(err, &failed) && (failed.Failure == NotStarted || failed.Failure == Exited)
}

// try asks one child once.
func (e *Engine) try(ctx context.Context, s spec, text string, fresh bool) (audio.Clip, error) {
	c, err := e.pool.acquire(ctx, s, fresh)
	if err != nil {
		return audio.Clip{}, err
	}
	clip, err := c.speak(ctx, text, e.deadline(text))
	e.pool.release(c, err == nil)
	if e.pool.isClosed() && err != nil {
		return audio.Clip{}, ErrClosed // its child was ended under it
	}
	if err == nil {
		e.answered(s)
	}
	return clip, err
}

// lineDeadline is the time that a line may take: far more than it ever does, far less than forever.
func lineDeadline(text string) time.Duration {
	return 30*time.Second + time.Duration(utf8.RuneCountInString(text))*time.Second/20
}

func (e *Engine) threading(model string) threading {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.threads[model]
}

// answered notes which settings work.
func (e *Engine) answered(s spec) {
	e.mu.Lock()
	defer e.mu.Unlock()
	switch {
	case !s.stock:
		e.threads[s.model] = tuned
	case e.threads[s.model] == untried:
		e.threads[s.model] = stock
	}
}

// repair reads the unpacked files again and replaces what has changed; it tells whether anything had.
func (e *Engine) repair(ctx context.Context, m model) (bool, error) {
	var repaired bool
	if m.item != nil {
		var err error
		if repaired, err = e.store.repair(ctx, m.item); err != nil {
			return false, err
		}
	}
	if !e.bundled() {
		return repaired, nil
	}
	again, err := e.store.repair(ctx, distributionItem(*e.o.Distribution))
	return repaired || again, err
}
