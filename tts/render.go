package tts

import (
	"context"
	"errors"
	"iter"
	"sync"

	"articast/audio"
)

// Render speaks utterances through b and yields their clips in the order of the input, as soon as each is ready: Each with
// b's Synthesize. Less than one job means b's own Concurrency.
func Render(ctx context.Context, b Backend, utterances iter.Seq[Utterance], jobs int) iter.Seq2[audio.Clip, error] {
	if jobs < 1 {
		jobs = max(b.Properties().Concurrency, 1)
	}
	return Each(ctx, utterances, jobs, b.Synthesize)
}

// Each makes something of each utterance and yields it in the order of the input, as soon as it is ready.
//
// At most jobs calls of do are in flight, and at most twice as many results exist that were not taken yet, the ones in
// flight included: a slow consumer stops the work, and an hour of sound is never held. The sequence of utterances is read
// in the consumer's goroutine. It panics when jobs < 1.
//
// A failed utterance yields a *RenderError with its index in place of its result. The consumer may then stop, which
// cancels the calls in flight, or go on to the next utterance. A panic of do becomes a *PanicError. When ctx ends, Each
// yields its error and stops. However it stops, all its goroutines have ended when the loop is left.
func Each[T any](ctx context.Context, utterances iter.Seq[Utterance], jobs int, do func(context.Context, Utterance) (T, error)) iter.Seq2[T, error] {
	if jobs < 1 {
		panic("tts: Each with less than one job")
	}
	return func(yield func(T, error) bool) {
		next, stop := iter.Pull(utterances)
		defer stop()
		p := startPool(ctx, jobs, do)
		defer p.close()
		p.run(ctx, next, yield)
	}
}

// pool works in a fixed number of goroutines.
type pool[T any] struct {
	do      func(context.Context, Utterance) (T, error)
	tasks   chan task[T]
	window  int // most tasks that were handed out and not taken back
	cancel  context.CancelFunc
	workers sync.WaitGroup
}

// task is one utterance under way; its result is sent exactly once and never blocks.
type task[T any] struct {
	utterance Utterance
	result    chan result[T]
}

type result[T any] struct {
	made T
	err  error
}

func startPool[T any](ctx context.Context, jobs int, do func(context.Context, Utterance) (T, error)) *pool[T] {
	ctx, cancel := context.WithCancel(ctx)
	window := 2 * jobs
	p := &pool[T]{do: do, tasks: make(chan task[T], window), window: window, cancel: cancel}
	for range jobs {
		p.workers.Go(func() { p.work(ctx) })
	}
	return p
}

// close cancels what is in flight and waits for its end.
func (p *pool[T]) close() {
	p.cancel()
	close(p.tasks)
	p.workers.Wait()
}

func (p *pool[T]) work(ctx context.Context) {
	for t := range p.tasks {
		if err := ctx.Err(); err != nil {
			t.result <- result[T]{err: err}
			continue
		}
		p.call(ctx, t)
	}
}

// call sends the task's result whatever do does: return, panic, or end its goroutine, for which another one then
// steps in.
func (p *pool[T]) call(ctx context.Context, t task[T]) {
	r := result[T]{err: errors.New("backend ended its goroutine")}
	returned := false
	defer func() {
		if v := recover(); v != nil {
			r = result[T]{err: newPanicError(v)}
		} else if !returned {
			p.workers.Go(func() { p.work(ctx) })
		}
		t.result <- r
	}()
	made, err := p.do(ctx, t.utterance)
	r, returned = result[T]{made, err}, true
}

// run hands out tasks in order and yields their results in the same order, topping the window up before each wait.
func (p *pool[T]) run(ctx context.Context, next func() (Utterance, bool), yield func(T, error) bool) {
	var none T
	var queue []task[T]
	more := true
	for index := 0; ; index++ {
		for more && len(queue) < p.window {
			var t task[T]
			if t.utterance, more = next(); more {
				t.result = make(chan result[T], 1)
				queue = append(queue, t)
				p.tasks <- t
			}
		}
		if len(queue) == 0 {
			return
		}
		r, err := await(ctx, queue[0])
		if err != nil {
			yield(none, err)
			return
		}
		queue = queue[1:]
		if r.err != nil {
			r = result[T]{err: &RenderError{Index: index, Err: r.err}}
		}
		if !yield(r.made, r.err) {
			return
		}
	}
}

// await waits for a task's result or for the end of ctx, which wins when both are there.
func await[T any](ctx context.Context, t task[T]) (result[T], error) {
	select {
	case r := <-t.result:
		return r, ctx.Err()
	case <-ctx.Done():
		return result[T]{}, ctx.Err()
	}
}
