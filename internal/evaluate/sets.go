package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
)

// predictor reads the set at path and returns the predictions in the form that the scorer reads; what differs from the
// gold goes to the report.
type predictor func(path string, r *report) ([]byte, error)

// predictors are the sets by the beginning of their path; the longest that fits is taken.
var predictors = map[string]predictor{
	"seg/":            jsonLines(predictSentences),
	"traps/abbrev":    jsonLines(predictBoundary),
	"traps/datelines": jsonLines(predictDateline),
	"lines/":          jsonLines(predictLines),
	"tn":              predictSpoken,
	"quotes/":         jsonLines(predictQuotes),
	"extract/":        predictPages,
}

// predictorOf returns the predictor of a set, nil when there is none.
func predictorOf(file string) predictor {
	for prefix := file; prefix != ""; prefix = prefix[:len(prefix)-1] {
		if p, ok := predictors[prefix]; ok {
			return p
		}
	}
	return nil
}

// jsonLines makes a predictor for a set that has one JSON object on each line.
func jsonLines[Item any](predict func(item Item, r *report) any) predictor {
	return func(path string, r *report) ([]byte, error) {
		f, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		var out bytes.Buffer
		enc := json.NewEncoder(&out)
		enc.SetEscapeHTML(false)
		for dec := json.NewDecoder(bufio.NewReader(f)); ; {
			var item Item
			if err := dec.Decode(&item); err == io.EOF {
				return out.Bytes(), nil
			} else if err != nil {
				return nil, fmt.Errorf("read item %d: %w", r.items+1, err)
			}
			r.items++
			if err := enc.Encode(predict(item, r)); err != nil {
				return nil, err
			}
		}
	}
}

// report writes what differs from the gold.
type report struct {
	w            io.Writer
	set          string
	items, wrong int
}

// begin starts a set.
func (r *report) begin(set string) { *r = report{w: r.w, set: set} }

// differs notes a wrong prediction of the item id: one line with the set and the item, one with what was expected, one
// with what came out.
func (r *report) differs(id, want, got string) {
	r.wrong++
	fmt.Fprintf(r.w, "%s %s\n  want %s\n  got  %s\n", r.set, id, oneLine(want), oneLine(got))
}

// oneLine makes line breaks visible.
func oneLine(s string) string { return strings.ReplaceAll(s, "\n", "\\n") }
