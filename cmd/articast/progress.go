package main

import (
	"fmt"
	"io"
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"

	"articast/podcast"
	"articast/tts"
)

// progressBar shows on a terminal how far a render is: segments, minutes of audio, and the time left by the speed
// measured so far. Elsewhere it tells only of attempts that failed, each on a line of its own; when quiet, of nothing.
type progressBar struct {
	w     io.Writer
	quiet bool
	bar   *progressbar.ProgressBar // nil where there is no terminal

	mu   sync.Mutex
	done podcast.Progress
	wait string // the attempt that failed last, until something is done
}

func newProgressBar(w io.Writer, quiet bool) *progressBar {
	p := &progressBar{w: w, quiet: quiet}
	if quiet || !isTerminal(w) {
		return p
	}
	p.bar = progressbar.NewOptions64(-1,
		progressbar.OptionSetWriter(w),
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionSetPredictTime(true),
		progressbar.OptionSetElapsedTime(true),
		progressbar.OptionClearOnFinish(),
		progressbar.OptionSetWidth(24),
	)
	return p
}

// update is the Producer's Progress function. The bar counts characters, since segments differ in length.
func (p *progressBar) update(s podcast.Progress) {
	if p.bar == nil {
		return
	}
	if p.bar.GetMax64() != int64(s.TotalRunes) {
		p.bar.ChangeMax64(int64(s.TotalRunes))
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.done, p.wait = s, ""
	p.describe()
	_ = p.bar.Set64(int64(s.DoneRunes))
}

// retrying is the Notify function of a tts.RetryPolicy.
func (p *progressBar) retrying(r tts.Retrying) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.wait = fmt.Sprintf("attempt %d failed, the next in %.1fs: %s", r.Attempt, r.Wait.Seconds(), oneLine(r.Err.Error()))
	switch {
	case p.bar != nil:
		p.describe()
	case !p.quiet:
		fmt.Fprintln(p.w, p.wait)
	}
}

func (p *progressBar) describe() {
	text := fmt.Sprintf("%d/%d segments, %s of audio", p.done.DoneSegments, p.done.TotalSegments, clock(p.done.Audio))
	if p.wait != "" {
		text += " (" + p.wait + ")"
	}
	p.bar.Describe(text)
}

// say prints what is done when all is spoken, to a terminal.
func (p *progressBar) say(line string) {
	if p.bar != nil {
		p.finish()
		fmt.Fprintln(p.w, line)
	}
}

// finish removes the bar, so that what is printed next stands on a clean line.
func (p *progressBar) finish() {
	if p.bar != nil {
		_ = p.bar.Clear()
	}
}
