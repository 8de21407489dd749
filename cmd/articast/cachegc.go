package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v2"
)

func cacheGCCommand() *cli.Command {
	return &cli.Command{
		Name: "gc", Usage: "remove the segments that were not used for longest",
		Flags: []cli.Flag{
			cacheDirFlag(),
			&cli.StringFlag{Name: "max-size", Usage: "until they take no more than `SIZE`, like 500MB or 2GB", Action: checkWith("max-size", parseSize, sizeHint)},
			&cli.StringFlag{Name: "older-than", Usage: "those not used for `AGE`, like 30d or 12h", Action: checkWith("older-than", parseAge, ageHint)},
		},
		Action: withCache(func(c *cli.Context, k cacheAt) error { return k.collect(c) }),
	}
}

const (
	sizeHint = "--max-size takes a number and a unit, like 500MB or 2GB"
	ageHint  = "--older-than takes a number and a unit, like 30d or 12h"
)

// checkWith makes the Action of a flag of what parses its value.
func checkWith[T any](flag string, parse func(string) (T, bool), hint string) func(*cli.Context, string) error {
	return func(_ *cli.Context, value string) error {
		if _, ok := parse(value); ok {
			return nil
		}
		return &usageError{msg: fmt.Sprintf("--%s does not take %q", flag, value), hint: hint}
	}
}

// collect removes what is too much or too old.
func (k cacheAt) collect(c *cli.Context) error {
	if !c.IsSet("max-size") && !c.IsSet("older-than") {
		return &usageError{msg: "cache gc needs --max-size or --older-than", hint: sizeHint + "; " + ageHint}
	}
	maxBytes, before := int64(-1), time.Time{}
	if size, ok := parseSize(c.String("max-size")); ok {
		maxBytes = size
	}
	if age, ok := parseAge(c.String("older-than")); ok {
		before = time.Now().Add(-age)
	}
	removed, err := k.clips.Shrink(c.Context, maxBytes, before)
	if err != nil {
		return err
	}
	stats, err := k.clips.Stats()
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(c.App.Writer, "removed %s (%s), %d left (%s)\n", count(removed.Entries, "segment"), size(removed.Bytes), stats.Entries, size(stats.Bytes))
	return err
}

// parseSize reads a number of bytes, like 500MB or 1.5 GB; ok is false for anything else.
func parseSize(s string) (bytes int64, ok bool) {
	s = strings.TrimSuffix(strings.ToUpper(strings.TrimSpace(s)), "B")
	factor := 1.0
	if prefix := strings.IndexByte("KMGT", lastByte(s)); prefix >= 0 {
		factor, s = math.Pow(1000, float64(prefix+1)), s[:len(s)-1]
	}
	n, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	if err != nil || !(n >= 0 && n*factor < 1e18) {
		return 0, false
	}
	return int64(n * factor), true
}

func lastByte(s string) byte {
	if s == "" {
		return 0
	}
	return s[len(s)-1]
}

// parseAge reads a duration in days or in Go's units; ok is false for anything else.
func parseAge(s string) (age time.Duration, ok bool) {
	s = strings.TrimSpace(s)
	if days, found := strings.CutSuffix(s, "d"); found {
		n, err := strconv.ParseFloat(days, 64)
		return time.Duration(n * float64(24*time.Hour)), err == nil && n >= 0 && n <= 36500
	}
	age, err := time.ParseDuration(s)
	return age, err == nil && age >= 0
}
