package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"

	"articast/segment/spoken"
)

// predictSpoken says the first column of each row of tn*/*; the other columns are what it may sound like.
func predictSpoken(path string, r *report) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out bytes.Buffer
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		r.items++
		written, rest, _ := strings.Cut(lines.Text(), "\t")
		said := spoken.Normalize(written, spoken.Options{Lang: "en"}).Text
		fmt.Fprintf(&out, "%s\t%s\n", written, said)
		if want := strings.Split(rest, "\t"); !slices.Contains(want, said) {
			r.differs(written, strings.Join(want, " | "), said)
		}
	}
	return out.Bytes(), lines.Err()
}
