package piper

import (
	"context"
	"slices"
	"sync"
)

// pool shares out child processes. At most slots of them work at once, one per core. It keeps at most limit alive,
// so that a second voice costs some memory but not all of it again; where that is too few, the child longest idle
// makes way for one of the voice that is asked for.
type pool struct {
	start func(spec) (*child, error)
	slots int
	limit int

	mu     sync.Mutex
	busy   int          // slots given out
	alive  map[spec]int // children working, starting or idle
	total  int          // sum of alive
	idle   []*child     // longest idle first
	queue  []*request   // first come first
	inUse  map[*child]bool
	closed bool
	wg     sync.WaitGroup // children and grants not yet given back
}

// request waits for a child.
type request struct {
	spec  spec
	fresh bool // wants a process that nothing was asked of before
	grant chan grant
}

// grant is the leave to work: with an idle child, or by starting one, after ending another where one must make way.
type grant struct {
	child *child
	evict *child
	err   error
}

func newPool(slots, limit int, start func(spec) (*child, error)) *pool {
	return &pool{start: start, slots: slots, limit: limit, alive: map[spec]int{}, inUse: map[*child]bool{}}
}

// acquire waits for a child of s, and for its turn. The child goes back through release.
func (p *pool) acquire(ctx context.Context, s spec, fresh bool) (*child, error) {
	r := &request{spec: s, fresh: fresh, grant: make(chan grant, 1)}
	p.mu.Lock()
	if p.closed {
		p.mu.Unlock()
		return nil, ErrClosed
	}
	p.queue = append(p.queue, r)
	p.dispatch()
	p.mu.Unlock()
	select {
	case g := <-r.grant:
		return p.take(s, g)
	case <-ctx.Done():
		p.abandon(r)
		return nil, ctx.Err()
	}
}

// take turns a grant into a child.
func (p *pool) take(s spec, g grant) (*child, error) {
	if g.err != nil {
		return nil, g.err
	}
	if g.child != nil {
		return g.child, nil
	}
	if g.evict != nil {
		g.evict.stop()
	}
	c, err := p.start(s)
	p.mu.Lock()
	if err == nil && !p.closed {
		p.inUse[c] = true
		p.mu.Unlock()
		return c, nil
	}
	p.gone(s)
	p.mu.Unlock()
	if err == nil {
		c.stop()
		err = ErrClosed
	}
	p.wg.Done()
	return nil, err
}

// abandon withdraws a request, and gives back what it was granted meanwhile.
func (p *pool) abandon(r *request) {
	p.mu.Lock()
	if i := slices.Index(p.queue, r); i >= 0 {
		p.queue = slices.Delete(p.queue, i, i+1)
		p.mu.Unlock()
		return
	}
	p.mu.Unlock()
	g := <-r.grant
	switch {
	case g.err != nil:
	case g.child != nil:
		p.release(g.child, true)
	default:
		if g.evict != nil {
			g.evict.stop()
		}
		p.mu.Lock()
		p.gone(r.spec)
		p.mu.Unlock()
		p.wg.Done()
	}
}

// release gives a child back; ok is false for one that has ended.
func (p *pool) release(c *child, ok bool) {
	p.mu.Lock()
	delete(p.inUse, c)
	keep := ok && !p.closed
	if keep {
		p.idle = append(p.idle, c)
		p.busy--
		p.dispatch()
	} else {
		p.gone(c.spec)
	}
	p.mu.Unlock()
	if !keep {
		c.stop()
	}
	p.wg.Done()
}

// gone accounts for a working child that is no more.
func (p *pool) gone(s spec) {
	p.busy--
	p.forget(s)
	p.dispatch()
}

func (p *pool) forget(s spec) {
	p.total--
	if p.alive[s]--; p.alive[s] == 0 {
		delete(p.alive, s)
	}
}

// dispatch gives out what can be given out.
func (p *pool) dispatch() {
	for p.busy < p.slots && len(p.queue) > 0 && !p.closed {
		i, g, ok := p.pick()
		if !ok {
			return
		}
		r := p.queue[i]
		p.queue = slices.Delete(p.queue, i, i+1)
		p.busy++
		p.wg.Add(1)
		r.grant <- g
	}
}

// pick chooses the first request that an idle child or a new one can serve; failing that, the first for which another
// voice's idle child can make way.
func (p *pool) pick() (int, grant, bool) {
	for i, r := range p.queue {
		if j := p.idleOf(r); j >= 0 {
			c := p.idle[j]
			p.idle = slices.Delete(p.idle, j, j+1)
			p.inUse[c] = true
			return i, grant{child: c}, true
		}
		if p.mayGrow(r) && p.total < p.limit {
			p.alive[r.spec]++
			p.total++
			return i, grant{}, true
		}
	}
	for i, r := range p.queue {
		if j := p.evictFor(r); j >= 0 {
			c := p.idle[j]
			p.idle = slices.Delete(p.idle, j, j+1)
			p.forget(c.spec)
			p.alive[r.spec]++
			p.total++
			return i, grant{evict: c}, true
		}
	}
	return 0, grant{}, false
}

// evictFor returns the idle child that makes way for a new one for r, or -1: one of r's own kind where r wants a fresh
// one, else the one longest idle.
func (p *pool) evictFor(r *request) int {
	if r.fresh {
		if j := slices.IndexFunc(p.idle, func(c *child) bool { return c.spec == r.spec }); j >= 0 {
			return j
		}
	}
	if p.mayGrow(r) && len(p.idle) > 0 {
		return 0
	}
	return -1
}

// idleOf returns the idle child that suits r and was used last, whose memory is the warmest, or -1.
func (p *pool) idleOf(r *request) int {
	if r.fresh {
		return -1
	}
	for j := len(p.idle) - 1; j >= 0; j-- {
		if p.idle[j].spec == r.spec {
			return j
		}
	}
	return -1
}

// mayGrow tells whether one more child of r's kind is of use. An engine on its stock settings takes all cores alone.
func (p *pool) mayGrow(r *request) bool {
	most := p.slots
	if r.spec.stock {
		most = 1
	}
	return p.alive[r.spec] < most
}

func (p *pool) isClosed() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.closed
}

// close ends all children, working or idle, and returns when they are gone.
func (p *pool) close() {
	p.mu.Lock()
	p.closed = true
	idle, queue := p.idle, p.queue
	p.idle, p.queue = nil, nil
	for c := range p.inUse {
		c.kill() // the call that has it sees it fail, and releases it
	}
	p.mu.Unlock()
	for _, r := range queue {
		r.grant <- grant{err: ErrClosed}
	}
	for _, c := range idle {
		c.stop()
	}
	p.wg.Wait()
}
