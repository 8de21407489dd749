package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/urfave/cli/v2"
)

// minWatch keeps those whose feeds are watched from being asked all the time.
const minWatch = time.Minute

func checkWatch(_ *cli.Context, interval time.Duration) error {
	if interval >= minWatch {
		return nil
	}
	return &usageError{msg: fmt.Sprintf("--watch %v is out of range", interval), hint: "--watch takes 1m and more, like 30m or 6h"}
}

// watchOf returns what runs the batch of a folder again until its context ends; nil where nobody asked for that.
func watchOf(c *cli.Context, dir string) (func(context.Context), error) {
	interval := c.Duration("watch")
	if interval == 0 {
		return nil, nil
	}
	if _, err := readRun(dir); err != nil {
		return nil, err
	}
	errw := c.App.ErrWriter
	return func(ctx context.Context) {
		ticker := time.NewTicker(interval)
		defer ticker.Stop()
		watch(ctx, ticker.C, func() { runAgain(ctx, dir, errw) })
	}, nil
}

// watch polls at once and then at each tick, until ctx ends. Ticks during a poll are one.
func watch(ctx context.Context, ticks <-chan time.Time, poll func()) {
	for {
		poll()
		select {
		case <-ticks:
		case <-ctx.Done():
			return
		}
	}
}

// runAgain runs the batch of a folder as it was asked for. A failure is told, and the next one may do better.
func runAgain(ctx context.Context, dir string, errw io.Writer) {
	saved, err := readRun(dir)
	if err == nil {
		err = runWith(ctx, saved.args(dir), errw)
	}
	if err == nil || ctx.Err() != nil && errors.Is(err, context.Canceled) {
		return
	}
	printError(errw, err)
}

// runWith runs a command line inside another.
func runWith(ctx context.Context, args []string, errw io.Writer) error {
	app := newApp(strings.NewReader(""), io.Discard, errw)
	sorted, err := arrangeArgs(app, args)
	if err != nil {
		return err
	}
	return app.RunContext(ctx, sorted)
}
