package tts

import (
	"context"
	"fmt"
	"math/rand/v2"
	"time"

	"articast/audio"
)

// RetryPolicy says how often and how patiently Retry tries. The zero value stands for four attempts in at most a minute.
type RetryPolicy struct {
	Attempts int           // calls at most, the first included; 0 means 4
	First    time.Duration // wait before the second attempt, doubled before each further one; 0 means 500 ms
	Max      time.Duration // longest wait between two attempts, but for what the backend asks for; 0 means 10 s
	Total    time.Duration // no attempt begins later than this after the first; 0 means one minute

	// Jitter is the share of each wait that is drawn by lot, from 0 to 1, so that callers who failed together do not
	// come back together. 0 means none.
	Jitter float64
	// Rand draws the lots, in [0, 1), from several goroutines at once; nil means math/rand/v2.Float64.
	Rand func() float64
	// Notify is told of each retry before its wait, from several goroutines at once; nil means nobody is.
	Notify func(Retrying)
}

// Retrying tells of an attempt that failed and will be repeated.
type Retrying struct {
	Utterance Utterance
	Attempt   int           // which one failed, from 1
	Wait      time.Duration // until the next
	Err       error         // why it failed
}

// RetryError says that all attempts failed, and that there was more than one.
type RetryError struct {
	Attempts int
	Err      error // of the last attempt
}

// Error tells the last cause and how often it was tried.
func (e *RetryError) Error() string {
	return fmt.Sprintf("%v (tried %d times)", e.Err, e.Attempts)
}

// Unwrap returns the last cause.
func (e *RetryError) Unwrap() error { return e.Err }

// retry is a Backend that does not give up at once.
type retry struct {
	wrapper
	policy RetryPolicy
}

// Retry returns a Backend that calls b again after an error that can pass (see Temporary), waiting longer each time.
// Any other error is returned at once, as it is. A wait ends when ctx does.
func Retry(b Backend, policy RetryPolicy) Backend {
	return &retry{wrapper{b}, policy.withDefaults()}
}

func (p RetryPolicy) withDefaults() RetryPolicy {
	if p.Attempts <= 0 {
		p.Attempts = 4
	}
	if p.First <= 0 {
		p.First = 500 * time.Millisecond
	}
	if p.Max <= 0 {
		p.Max = 10 * time.Second
	}
	if p.Total <= 0 {
		p.Total = time.Minute
	}
	if p.Rand == nil {
		p.Rand = rand.Float64
	}
	if p.Notify == nil {
		p.Notify = func(Retrying) {}
	}
	return p
}

// wait returns how long to wait after the given attempt, counted from 1.
func (p RetryPolicy) wait(attempt int, after time.Duration) time.Duration {
	wait := p.Max
	if doublings := attempt - 1; doublings < 32 && p.First<<doublings>>doublings == p.First {
		wait = min(p.First<<doublings, p.Max)
	}
	wait -= time.Duration(p.Jitter * p.Rand() * float64(wait))
	return max(wait, after)
}

// Synthesize speaks through the wrapped Backend, several times if need be.
func (b *retry) Synthesize(ctx context.Context, u Utterance) (audio.Clip, error) {
	start := time.Now()
	for attempt := 1; ; attempt++ {
		clip, err := b.Backend.Synthesize(ctx, u)
		if err == nil {
			return clip, nil
		}
		if ctx.Err() != nil {
			return audio.Clip{}, ctx.Err()
		}
		after, ok := Temporary(err)
		if !ok {
			return audio.Clip{}, err
		}
		wait := b.policy.wait(attempt, after)
		if attempt >= b.policy.Attempts || time.Since(start)+wait > b.policy.Total {
			return audio.Clip{}, givenUp(attempt, err)
		}
		b.policy.Notify(Retrying{Utterance: u, Attempt: attempt, Wait: wait, Err: err})
		if err := sleep(ctx, wait); err != nil {
			return audio.Clip{}, err
		}
	}
}

func givenUp(attempts int, err error) error {
	if attempts == 1 {
		return err
	}
	return &RetryError{Attempts: attempts, Err: err}
}

// sleep waits for d or until ctx ends, whose error it returns.
func sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return ctx.Err()
	case <-ctx.Done():
		return ctx.Err()
	}
}
