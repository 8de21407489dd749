package piper

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"testing/synctest"

	"articast/tts"
)

func TestPlan(t *testing.T) {
	const gib = 1 << 30
	for _, c := range []struct {
		processors, asked int
		memory            int64
		slots, limit      int
	}{
		{1, 0, 0, 1, 2},
		{2, 0, 24 * gib, 2, 4},
		{2, 0, 4 * gib, 2, 3},
		{8, 0, 0, 8, 12},
		{8, 0, 32 * gib, 8, 12},
		{8, 0, 8 * gib, 6, 6},
		{4, 0, 4 * gib, 3, 3},
		{4, 0, gib, 1, 1},
		{2, 7, 4 * gib, 7, 7},
		{2, 4, 16 * gib, 4, 6},
	} {
		slots, limit := plan(c.processors, c.asked, c.memory)
		if slots != c.slots || limit != c.limit {
			t.Errorf("%+v: %d work, %d are kept", c, slots, limit)
		}
	}
	if machineMemory() < 0 {
		t.Error("negative memory")
	}
}

// idlePool has children without processes: those that are started can be shared out and counted, not stopped.
type idlePool struct {
	*pool
	mu      sync.Mutex
	started map[spec]int
}

func newIdlePool(slots, limit int) *idlePool {
	p := &idlePool{started: map[spec]int{}}
	p.pool = newPool(slots, limit, func(s spec) (*child, error) {
		p.mu.Lock()
		defer p.mu.Unlock()
		p.started[s]++
		if s.model == "broken" {
			return nil, errors.New("cannot start")
		}
		dead := make(chan struct{})
		close(dead)
		return &child{spec: s, waited: dead}, nil
	})
	return p
}

func voiceSpec(name string) spec { return spec{model: name} }

func mustAcquire(t *testing.T, p *idlePool, s spec, fresh bool) *child {
	t.Helper()
	c, err := p.acquire(t.Context(), s, fresh)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestPoolReusesTheChildUsedLast(t *testing.T) {
	p := newIdlePool(2, 3)
	a, b := mustAcquire(t, p, voiceSpec("a"), false), mustAcquire(t, p, voiceSpec("a"), false)
	p.release(a, true)
	p.release(b, true)
	if c := mustAcquire(t, p, voiceSpec("a"), false); c != b {
		t.Error("not the one used last")
	}
	p.release(b, true)
	if p.started[voiceSpec("a")] != 2 {
		t.Errorf("started %v", p.started)
	}
	p.close()
}

func TestPoolKeepsToItsSlots(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newIdlePool(2, 4)
		var mu sync.Mutex
		working, most := 0, 0
		var all sync.WaitGroup
		gate := make(chan struct{})
		for i := range 12 {
			all.Go(func() {
				c, err := p.acquire(t.Context(), voiceSpec(fmt.Sprint("voice ", i%3)), false)
				if err != nil {
					t.Error(err)
					return
				}
				mu.Lock()
				working++
				most = max(most, working)
				mu.Unlock()
				<-gate
				mu.Lock()
				working--
				mu.Unlock()
				p.release(c, true)
			})
		}
		synctest.Wait()
		if most != 2 {
			t.Errorf("%d work at once, want 2", most)
		}
		close(gate)
		all.Wait()
		if most != 2 || p.total > 4 {
			t.Errorf("%d worked at once, %d are alive", most, p.total)
		}
		p.close()
	})
}

// TestPoolEvicts: with all children of one voice, the other's first takes the place of the one longest idle.
func TestPoolEvicts(t *testing.T) {
	p := newIdlePool(2, 2)
	a, b := mustAcquire(t, p, voiceSpec("a"), false), mustAcquire(t, p, voiceSpec("a"), false)
	p.release(a, true)
	p.release(b, true)
	other := mustAcquire(t, p, voiceSpec("b"), false)
	if again := mustAcquire(t, p, voiceSpec("a"), false); again != b || p.total != 2 || p.alive[voiceSpec("a")] != 1 {
		t.Errorf("%v, %d alive: %v", again == b, p.total, p.alive)
	}
	p.release(b, true)
	p.release(other, true)
	p.close()
}

func TestPoolFreshChild(t *testing.T) {
	p := newIdlePool(2, 2)
	a, b := mustAcquire(t, p, voiceSpec("a"), false), mustAcquire(t, p, voiceSpec("a"), false)
	p.release(a, true)
	p.release(b, true)
	c := mustAcquire(t, p, voiceSpec("a"), true)
	if c == a || c == b || p.total != 2 {
		t.Errorf("an old one, or %d alive", p.total)
	}
	p.release(c, false)
	if p.total != 1 || p.busy != 0 {
		t.Errorf("%d alive, %d busy", p.total, p.busy)
	}
	p.close()
}

func TestPoolStartFails(t *testing.T) {
	p := newIdlePool(1, 1)
	for range 3 {
		if _, err := p.acquire(t.Context(), voiceSpec("broken"), false); err == nil {
			t.Error("started")
		}
	}
	p.release(mustAcquire(t, p, voiceSpec("a"), false), true)
	if p.busy != 0 || p.total != 1 {
		t.Errorf("%d busy, %d alive", p.busy, p.total)
	}
	p.close()
}

func TestPoolGivesUpWithTheContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newIdlePool(1, 1)
		c := mustAcquire(t, p, voiceSpec("a"), false)
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan error)
		go func() {
			_, err := p.acquire(ctx, voiceSpec("a"), false)
			done <- err
		}()
		synctest.Wait()
		cancel()
		if err := <-done; !errors.Is(err, context.Canceled) {
			t.Error(err)
		}
		p.release(c, true)
		if p.busy != 0 || len(p.queue) != 0 {
			t.Errorf("%d busy, %d waiting", p.busy, len(p.queue))
		}
		p.close()
	})
}

// TestPoolUnderFire lets many callers of several voices be served, cancelled and failed at once, on real processes.
func TestPoolUnderFire(t *testing.T) {
	b := newBench(t, "good", func(o *Options) { o.Processes = 3 })
	var calls sync.WaitGroup
	for i := range 60 {
		calls.Go(func() {
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			u := tts.Utterance{Text: strings.Repeat("word ", i+1), Voice: []string{"ada", "bob"}[i%2]}
			switch i % 10 {
			case 3:
				u.Text = "crash now"
			case 5:
				go cancel()
			}
			_, err := b.Synthesize(ctx, u)
			if err != nil && i%10 != 3 && !errors.Is(err, context.Canceled) {
				t.Error(err)
			}
		})
	}
	calls.Wait()
	b.pool.mu.Lock()
	defer b.pool.mu.Unlock()
	if b.pool.busy != 0 || b.pool.total != len(b.pool.idle) || b.pool.total > b.pool.limit || len(b.pool.inUse) != 0 {
		t.Errorf("%d busy, %d alive, %d idle, %d in use", b.pool.busy, b.pool.total, len(b.pool.idle), len(b.pool.inUse))
	}
}
