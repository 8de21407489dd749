package mp3

import "runtime"

// batchFrames is how many frames are coded by one goroutine at a time. The search for gains begins afresh in each batch, so
// that the bytes do not depend on how many are at work.
const batchFrames = 32

// maxBatches is how many batches are at work at once at the most: more than synthesis can feed, and a bound of the memory.
const maxBatches = 8

// batch is a run of frames that is coded apart from the others.
type batch struct {
	drafts [batchFrames]frameDraft
	n      int // drafts in use
	coder  coder
	out    bitWriter
	done   chan struct{} // holds one token when out is complete
}

func newBatch(s *scheme) *batch { return &batch{coder: coder{scheme: s}, done: make(chan struct{}, 1)} }

// code makes out of the drafts.
func (b *batch) code() {
	b.out.buf = b.out.buf[:0]
	if b.coder.reserve > 0 {
		b.coder.codeShared(b.drafts[:b.n], &b.out)
	} else {
		gain := firstGain
		for i := range b.drafts[:b.n] {
			gain = b.coder.code(&b.drafts[i], &b.out, gain)
		}
	}
	b.done <- struct{}{}
}

// batches hands drafts to goroutines and gives back what they made, in order. A goroutine ends with its batch, whether or not
// anybody waits for it.
type batches struct {
	scheme  *scheme
	filling *batch
	busy    []*batch // in order
	free    []*batch
	most    int // batches at work at once
}

func newBatches(s *scheme) batches {
	return batches{scheme: s, filling: newBatch(s), most: min(runtime.GOMAXPROCS(0), maxBatches)}
}

// next returns the draft to be filled in next.
func (q *batches) next() *frameDraft {
	q.filling.n++
	return &q.filling.drafts[q.filling.n-1]
}

// full tells whether the batch must be sent before next is called again.
func (q *batches) full() bool { return q.filling.n == batchFrames }

// send has the drafts coded, as many as there are.
func (q *batches) send() {
	if q.filling.n == 0 {
		return
	}
	go q.filling.code()
	q.busy = append(q.busy, q.filling)
	if n := len(q.free); n > 0 {
		q.filling, q.free = q.free[n-1], q.free[:n-1]
	} else {
		q.filling = newBatch(q.scheme)
	}
	q.filling.n = 0
}

// oldest waits for the batch that was sent first and passes its frames on, each in turn. With wait false it does so only
// when enough others are at work.
func (q *batches) oldest(wait bool, emit func(frame []byte) error) error {
	if len(q.busy) == 0 || !wait && len(q.busy) <= q.most {
		return nil
	}
	b := q.busy[0]
	q.busy = append(q.busy[:0], q.busy[1:]...)
	<-b.done
	q.free = append(q.free, b)
	rest := b.out.buf
	for i := range b.drafts[:b.n] {
		size := b.drafts[i].header.Size()
		if err := emit(rest[:size]); err != nil {
			return err
		}
		rest = rest[size:]
	}
	return nil
}
