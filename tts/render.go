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

// Each makes something of each item and yields it in the order of the input, as soon as it is ready.
//
// At most jobs calls of do are in flight, and at most twice as many results exist that were not taken yet, the ones in
// flight included: a slow consumer stops the work, and an hour of sound is never held. The sequence of items is read in
// the consumer's goroutine. It panics when jobs < 1.
//
// A failed item yields a *RenderError with its index in place of its result. The consumer may then stop, which
// cancels the calls in flight, or go on to the next item. A panic of do becomes a *PanicError. When ctx ends, Each
// yields its error and stops. However it stops, all its goroutines have ended when the loop is left.
func Each[A, B any](ctx context.Context, items iter.Seq[A], jobs int, do func(context.Context, A) (B, error)) iter.Seq2[B, error] {
	if jobs < 1 {
		panic("tts: Each with less than one job")
	}
	return func(yield func(B, error) bool) {
		next, stop := iter.Pull(items)
		defer stop()
		p := startPool(ctx, jobs, do)
		defer p.close()
		p.run(ctx, next, yield)
	}
}

// pool works in a fixed number of goroutines.
type pool[A, B any] struct {
	do      func(context.Context, A) (B, error)
	tasks   chan task[A, B]
	window  int // most tasks that were handed out and not taken back
	cancel  context.CancelFunc
	workers sync.WaitGroup
}

// task is one item under way; its result is sent exactly once and never blocks.
type task[A, B any] struct {
	item   A
	result chan result[B]
}

type result[B any] struct {
	made B
	err  error
}

func startPool[A, B any](ctx context.Context, jobs int, do func(context.Context, A) (B, error)) *pool[A, B] {
	ctx, cancel := context.WithCancel(ctx)
	window := 2 * jobs
	p := &pool[A, B]{do: do, tasks: make(chan task[A, B], window), window: window, cancel: cancel}
	for range jobs {
		p.workers.Go(func() { p.work(ctx) })
	}
	return p
}

// close cancels what is in flight and waits for its end.
func (p *pool[A, B]) close() {
	p.cancel()
	close(p.tasks)
	p.workers.Wait()
}

func (p *pool[A, B]) work(ctx context.Context) {
	for t := range p.tasks {
		if err := ctx.Err(); err != nil {
			t.result <- result[B]{err: err}
			continue
		}
		p.call(ctx, t)
	}
}

// call sends the task's result whatever do does: return, panic, or end its goroutine, for which another one then
// steps in.
func (p *pool[A, B]) call(ctx context.Context, t task[A, B]) {
	r := result[B]{err: errors.New("backend ended its goroutine")}
	returned := false
	defer func() {
		if v := recover(); v != nil {
			r = result[B]{err: newPanicError(v)}
		} else if !returned {
			p.workers.Go(func() { p.work(ctx) })
		}
		t.result <- r
	}()
	made, err := p.do(ctx, t.item)
	r, returned = result[B]{made, err}, true
}

// run hands out tasks in order and yields their results in the same order, topping the window up before each wait.
func (p *pool[A, B]) run(ctx context.Context, next func() (A, bool), yield func(B, error) bool) {
	var none B
	var queue []task[A, B]
	more := true
	for index := 0; ; index++ {
		for more && len(queue) < p.window {
			var t task[A, B]
			if t.item, more = next(); more {
				t.result = make(chan result[B], 1)
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
			r = result[B]{err: &RenderError{Index: index, Err: r.err}}
		}
		if !yield(r.made, r.err) {
			return
		}
	}
}

// await waits for a task's result or for the end of ctx, which wins when both are there.
func await[A, B any](ctx context.Context, t task[A, B]) (result[B], error) {
	select {
	case r := <-t.result:
		return r, ctx.Err()
	case <-ctx.Done():
		return result[B]{}, ctx.Err()
	}
}
