package tts

import (
	"context"
	"errors"
	"iter"
	"sync"

	"articast/audio"
)

// Render speaks utterances through b and yields their clips in the order of the input, as soon as each is ready.
//
// At most jobs calls are in flight (b's own Concurrency when jobs < 1), and at most twice as many clips exist that were not
// taken yet, the ones in flight included: a slow consumer stops the work, and an hour of sound is never held.
// The sequence of utterances is read in the consumer's goroutine.
//
// A failed utterance yields a *RenderError with its index in place of its clip. The consumer may then stop, which
// cancels the calls in flight, or go on to the next utterance. A panic of b becomes a *PanicError. When ctx ends, Render
// yields its error and stops. However it stops, all its goroutines have ended when the loop is left.
func Render(ctx context.Context, b Backend, utterances iter.Seq[Utterance], jobs int) iter.Seq2[audio.Clip, error] {
	if jobs < 1 {
		jobs = max(b.Properties().Concurrency, 1)
	}
	return func(yield func(audio.Clip, error) bool) {
		next, stop := iter.Pull(utterances)
		defer stop()
		p := startPool(ctx, b, jobs)
		defer p.close()
		p.run(ctx, next, yield)
	}
}

// pool speaks in a fixed number of goroutines.
type pool struct {
	backend Backend
	tasks   chan task
	window  int // most tasks that were handed out and not taken back
	cancel  context.CancelFunc
	workers sync.WaitGroup
}

// task is one utterance under way; its result is sent exactly once and never blocks.
type task struct {
	utterance Utterance
	result    chan result
}

type result struct {
	clip audio.Clip
	err  error
}

func startPool(ctx context.Context, b Backend, jobs int) *pool {
	ctx, cancel := context.WithCancel(ctx)
	window := 2 * jobs
	p := &pool{backend: b, tasks: make(chan task, window), window: window, cancel: cancel}
	for range jobs {
		p.workers.Go(func() { p.work(ctx) })
	}
	return p
}

// close cancels what is in flight and waits for its end.
func (p *pool) close() {
	p.cancel()
	close(p.tasks)
	p.workers.Wait()
}

func (p *pool) work(ctx context.Context) {
	for t := range p.tasks {
		if err := ctx.Err(); err != nil {
			t.result <- result{err: err}
			continue
		}
		p.speak(ctx, t)
	}
}

// speak sends the task's result whatever the backend does: return, panic, or end its goroutine, for which another
// one then steps in.
func (p *pool) speak(ctx context.Context, t task) {
	r := result{err: errors.New("backend ended its goroutine")}
	returned := false
	defer func() {
		if v := recover(); v != nil {
			r = result{err: newPanicError(v)}
		} else if !returned {
			p.workers.Go(func() { p.work(ctx) })
		}
		t.result <- r
	}()
	clip, err := p.backend.Synthesize(ctx, t.utterance)
	r, returned = result{clip, err}, true
}

// run hands out tasks in order and yields their results in the same order, topping the window up before each wait.
func (p *pool) run(ctx context.Context, next func() (Utterance, bool), yield func(audio.Clip, error) bool) {
	var queue []task
	more := true
	for index := 0; ; index++ {
		for more && len(queue) < p.window {
			var t task
			if t.utterance, more = next(); more {
				t.result = make(chan result, 1)
				queue = append(queue, t)
				p.tasks <- t
			}
		}
		if len(queue) == 0 {
			return
		}
		r, err := await(ctx, queue[0])
		if err != nil {
			yield(audio.Clip{}, err)
			return
		}
		queue = queue[1:]
		if r.err != nil {
			r = result{err: &RenderError{Index: index, Err: r.err}}
		}
		if !yield(r.clip, r.err) {
			return
		}
	}
}

// await waits for a task's result or for the end of ctx, which wins when both are there.
func await(ctx context.Context, t task) (result, error) {
	select {
	case r := <-t.result:
		return r, ctx.Err()
	case <-ctx.Done():
		return result{}, ctx.Err()
	}
}
