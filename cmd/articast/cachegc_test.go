package main

import (
	"testing"
	"time"
)

func TestParseSize(t *testing.T) {
	for in, want := range map[string]int64{
		"0": 0, "12": 12, "12B": 12, "500MB": 500e6, "1.5 GB": 1.5e9, "2g": 2e9, " 3kb ": 3000, "1T": 1e12,
		"": -1, "MB": -1, "B": -1, "-1": -1, "1X": -1, "1e30": -1, "NaN": -1, "1MBB": -1,
	} {
		got, ok := parseSize(in)
		if ok != (want >= 0) || ok && got != want {
			t.Errorf("%q: %d, %v", in, got, ok)
		}
	}
}

func TestParseAge(t *testing.T) {
	const day = 24 * time.Hour
	for in, want := range map[string]time.Duration{
		"30d": 30 * day, "0.5d": day / 2, "12h": 12 * time.Hour, " 90m": 90 * time.Minute, "0d": 0,
		"": -1, "d": -1, "30": -1, "-1d": -1, "-3h": -1, "1e9d": -1, "NaNd": -1,
	} {
		got, ok := parseAge(in)
		if ok != (want >= 0) || ok && got != want {
			t.Errorf("%q: %v, %v", in, got, ok)
		}
	}
}
