package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/urfave/cli/v2"

	"articast/segment"
	"articast/tts"
)

// defaultConfirmAbove is how many characters are sent to a paid engine without asking: about four long articles.
const defaultConfirmAbove = 50_000

// costFlags say what may be spent without asking.
func costFlags() []cli.Flag {
	return []cli.Flag{
		&cli.IntFlag{
			Name: "confirm-above", Value: defaultConfirmAbove, Category: categoryVoice, Action: checkConfirmAbove,
			Usage: "ask before an engine that costs money speaks more than `N` characters",
		},
		&cli.BoolFlag{Name: "yes", Aliases: []string{"y"}, Usage: "do not ask what it may cost", Category: categoryVoice},
	}
}

func checkConfirmAbove(_ *cli.Context, n int) error {
	if n >= 0 {
		return nil
	}
	return &usageError{msg: fmt.Sprintf("--confirm-above %d is out of range", n), hint: "--confirm-above takes a number of characters, 0 to ask always"}
}

// costOptions say what may be spent without asking.
type costOptions struct {
	above int // characters that are spoken without asking
	yes   bool
}

func costOptionsOf(c *cli.Context) costOptions {
	return costOptions{above: c.Int("confirm-above"), yes: c.Bool("yes")}
}

// bill is what an engine that costs money would be given to speak.
type bill struct {
	engine string
	runes  int     // not in the cache
	price  float64 // of a million characters; 0 where it is not known
	most   bool    // it may be less: the engine is the one that steps in
}

// bill adds up what is not in the cache of plans; nil for engines that cost nothing.
func (s *studio) bill(plans ...*segment.Plan) *bill {
	b := &bill{engine: s.voice.backend}
	if s.first != nil && !s.costs(s.voice.backend, s.first) {
		b.engine, b.most = s.options.onError.fallback, true
	}
	if !s.costs(b.engine, s.backend) {
		return nil
	}
	b.price = s.voice.settings.engineNumber(b.engine, "price")
	holder, hasCache := tts.As[tts.Holder](s.backend)
	for _, plan := range plans {
		for u := range s.producer(nil).Utterances(plan) {
			if !hasCache || !holder.Holds(u) {
				b.runes += utf8.RuneCountInString(u.Text)
			}
		}
	}
	return b
}

// costs tells whether an engine costs money.
func (s *studio) costs(name string, b tts.Backend) bool {
	return b.Properties().Paid || s.voice.settings.engineNumber(name, "price") > 0
}

// String tells how many characters there are, and what they cost where that is known.
func (b *bill) String() string {
	text := fmt.Sprintf("%s for %s", count(b.runes, "character"), b.engine)
	if b.most {
		text = "at most " + text
	}
	if b.price > 0 {
		text += fmt.Sprintf(", about %.2f at %g a million", float64(b.runes)/1e6*b.price, b.price)
	}
	return text
}

// confirm asks whether the bill may be run up, where it is above what needs no asking.
func (o costOptions) confirm(ctx context.Context, b *bill, s streams) error {
	if b == nil || o.yes || b.runes <= o.above {
		return nil
	}
	if !isTerminal(s.in) {
		return &usageError{
			msg:  fmt.Sprintf("%v: more than the %d that are spoken without asking, and there is nobody to ask", b, o.above),
			hint: "--yes agrees, --confirm-above N raises the limit, articast --dry-run tells the cost",
		}
	}
	fmt.Fprintf(s.errw, "%v. Go on? [y/N] ", b)
	answer, err := readLine(ctx, s.in)
	if err != nil {
		return err
	}
	switch strings.ToLower(strings.TrimSpace(answer)) {
	case "y", "yes":
		return nil
	}
	return errors.New("not confirmed: nothing more is spoken")
}

// readLine reads one line, and gives up when ctx ends.
func readLine(ctx context.Context, in io.Reader) (string, error) {
	lines := make(chan string, 1)
	go func() {
		line, _ := bufio.NewReader(in).ReadString('\n') // an end without an answer is no
		lines <- line
	}()
	select {
	case line := <-lines:
		return line, nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}
