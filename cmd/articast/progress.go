package main

import (
	"fmt"
	"io"
	"time"

	"github.com/schollz/progressbar/v3"

	"articast/podcast"
)

// progressBar shows on a terminal how far a render is: segments, minutes of audio, and the time left by the speed
// measured so far. On anything else, or when quiet, it shows nothing.
type progressBar struct {
	bar *progressbar.ProgressBar // nil shows nothing
}

func newProgressBar(w io.Writer, quiet bool) *progressBar {
	if quiet || !isTerminal(w) {
		return &progressBar{}
	}
	bar := progressbar.NewOptions64(-1,
		progressbar.OptionSetWriter(w),
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionSetPredictTime(true),
		progressbar.OptionSetElapsedTime(true),
		progressbar.OptionClearOnFinish(),
		progressbar.OptionSetWidth(24),
	)
	return &progressBar{bar: bar}
}

// update is the Producer's Progress function. The bar counts characters, since segments differ in length.
func (p *progressBar) update(s podcast.Progress) {
	if p.bar == nil {
		return
	}
	if p.bar.GetMax64() != int64(s.TotalRunes) {
		p.bar.ChangeMax64(int64(s.TotalRunes))
	}
	p.bar.Describe(fmt.Sprintf("%d/%d segments, %s of audio", s.DoneSegments, s.TotalSegments, clock(s.Audio)))
	_ = p.bar.Set64(int64(s.DoneRunes))
}

// finish removes the bar, so that what is printed next stands on a clean line.
func (p *progressBar) finish() {
	if p.bar != nil {
		_ = p.bar.Clear()
	}
}
