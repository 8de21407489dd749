package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/rivo/uniseg"
	"golang.org/x/term"

	"articast/podcast"
	"articast/tts"
)

// batchProgress shows on a terminal a line for each article in work, and one for all with the time left by the speed measured so
// far. Elsewhere it shows nothing but the lines it is given.
type batchProgress struct {
	w      io.Writer
	quiet  bool
	screen bool
	clock  func() time.Time

	mu       sync.Mutex
	began    time.Time
	shown    time.Time
	lines    []*articleLine // in work, in the order in which they began
	drawn    int            // lines on the screen
	entries  int            // articles found so far
	waiting  int            // places that were not looked into yet
	bounded  bool           // no more articles are taken than open says
	open     int
	finished int
	spoken   int // articles that took time, by which the time left is told
	wait     string
}

// articleLine is the line of an article in work.
type articleLine struct {
	all   *batchProgress
	title string
	done  podcast.Progress
}

// redrawTime is how often the screen changes at the most.
const redrawTime = 150 * time.Millisecond

func newBatchProgress(w io.Writer, quiet bool) *batchProgress {
	return &batchProgress{w: w, quiet: quiet, screen: !quiet && isTerminal(w), clock: time.Now, began: time.Now()}
}

// places tells how many sources have not been looked into.
func (p *batchProgress) places(n int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.waiting = n
}

// takes tells how many more articles are taken at the most.
func (p *batchProgress) takes(n int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.bounded, p.open = true, n
}

// found counts an article.
func (p *batchProgress) found() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.entries++
}

// begin adds the line of an article.
func (p *batchProgress) begin(title string) *articleLine {
	p.mu.Lock()
	defer p.mu.Unlock()
	line := &articleLine{all: p, title: title}
	p.lines = append(p.lines, line)
	p.draw(true)
	return line
}

// update is the Producer's Progress function.
func (l *articleLine) update(s podcast.Progress) {
	l.all.mu.Lock()
	defer l.all.mu.Unlock()
	l.done, l.all.wait = s, ""
	l.all.draw(false)
}

// done removes the line of an article; nil is one that had none.
func (p *batchProgress) done(line *articleLine) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.finished++
	if line == nil {
		return
	}
	p.spoken++
	for i, l := range p.lines {
		if l == line {
			p.lines = append(p.lines[:i], p.lines[i+1:]...)
			break
		}
	}
	p.draw(true)
}

// print prints a line that stays.
func (p *batchProgress) print(line string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.clear()
	fmt.Fprintln(p.w, line)
	p.draw(true)
}

// aside does something on the screen in place of the lines. Those who have news of their articles wait.
func (p *batchProgress) aside(do func() error) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.clear()
	return do()
}

// retrying is the Notify function of a tts.RetryPolicy.
func (p *batchProgress) retrying(r tts.Retrying) {
	text := fmt.Sprintf("attempt %d failed, the next in %.1fs: %s", r.Attempt, r.Wait.Seconds(), oneLine(r.Err.Error()))
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.wait = text; p.screen {
		p.draw(true)
	} else if !p.quiet {
		fmt.Fprintln(p.w, text)
	}
}

// finish removes the lines.
func (p *batchProgress) finish() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.clear()
	p.screen = false
}

// clear takes the lines off the screen.
func (p *batchProgress) clear() {
	if p.drawn > 0 {
		fmt.Fprintf(p.w, "\x1b[%dA\r\x1b[J", p.drawn)
		p.drawn = 0
	}
}

func (p *batchProgress) draw(now bool) {
	t := p.clock()
	if !p.screen || !now && t.Sub(p.shown) < redrawTime {
		return
	}
	p.shown = t
	p.clear()
	text := p.text(t, screenOf(p.w))
	p.drawn = strings.Count(text, "\n")
	io.WriteString(p.w, text)
}

// text is what stands on the screen at a time. It has fewer lines than the screen has rows, and none is broken: what has scrolled away
// could not be taken back.
func (p *batchProgress) text(t time.Time, screen screenSize) string {
	var b strings.Builder
	part := 0.0
	shown := len(p.lines)
	if room := screen.rows - 2; shown > room {
		shown = max(0, room-1)
	}
	for i, l := range p.lines {
		share := 0.0
		if l.done.TotalRunes > 0 {
			share = float64(l.done.DoneRunes) / float64(l.done.TotalRunes)
		}
		part += share
		if i < shown {
			b.WriteString(cutLine(fmt.Sprintf("%3.0f%%  %s of audio  %s", 100*share, clock(l.done.Audio), oneLine(l.title)), screen.columns))
		}
	}
	if more := len(p.lines) - shown; more > 0 {
		b.WriteString(cutLine(fmt.Sprintf("and %d more in work", more), screen.columns))
	}
	rest := p.entries + p.waiting - p.finished - len(p.lines)
	if p.bounded {
		rest = min(rest, p.open)
	}
	all := fmt.Sprintf("%d of %d articles", p.finished, p.finished+len(p.lines)+rest)
	if done := float64(p.spoken) + part; done > 0 {
		left := float64(len(p.lines)+rest) - part
		all += ", about " + clock(time.Duration(float64(t.Sub(p.began))/done*left)) + " left"
	}
	if p.wait != "" {
		all += " (" + p.wait + ")"
	}
	b.WriteString(cutLine(all, screen.columns))
	return b.String()
}

// cutLine makes a line that fits a screen, on which letters of some scripts take two columns.
func cutLine(text string, columns int) string {
	if uniseg.StringWidth(text) < columns {
		return text + "\n"
	}
	var b strings.Builder
	left := columns - 2 // for the mark, and the cursor behind it
	for state := -1; text != ""; {
		var letter string
		var width int
		if letter, text, width, state = uniseg.FirstGraphemeClusterInString(text, state); width > left {
			break
		}
		left -= width
		b.WriteString(letter)
	}
	return b.String() + "…\n"
}

// screenSize is how much fits on a terminal.
type screenSize struct{ columns, rows int }

func screenOf(w io.Writer) screenSize {
	if f, ok := w.(*os.File); ok {
		if columns, rows, err := term.GetSize(int(f.Fd())); err == nil && columns > 10 && rows > 2 {
			return screenSize{columns, rows}
		}
	}
	return screenSize{80, 24}
}
