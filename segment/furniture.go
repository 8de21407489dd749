package segment

import (
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"
)

// furniture is a row of the table of what pages say around an article.
type furniture struct {
	rule   string
	sure   bool   // whole lines of this kind are no article's words, wherever they stand
	exact  string // whole lines in small letters without punctuation, divided by commas
	starts string // beginnings of lines, in the same form
	match  string // an expression over the line as written, case ignored
}

// maxFurniture is the length in bytes of the longest line that is compared with the table.
const maxFurniture = 420

// maxStart is the length in words of the longest line that its beginning alone gives away.
const maxStart = 40

// furnitureIndex is the table made ready to be searched.
type furnitureIndex struct {
	exact    map[string]*furniture
	starts   map[string][]furnitureStart // by the first word
	patterns []furniturePattern
}

type furnitureStart struct {
	words string
	row   *furniture
}

type furniturePattern struct {
	re  *regexp.Regexp
	row *furniture
}

// furnitureTable indexes the rows once.
var furnitureTable = sync.OnceValue(func() *furnitureIndex {
	x := &furnitureIndex{exact: map[string]*furniture{}, starts: map[string][]furnitureStart{}}
	for i := range furnitureRows {
		row := &furnitureRows[i]
		for _, words := range splitList(row.exact) {
			x.exact[words] = row
		}
		for _, words := range splitList(row.starts) {
			first, _, _ := strings.Cut(words, " ")
			x.starts[first] = append(x.starts[first], furnitureStart{words, row})
		}
		if row.match != "" {
			x.patterns = append(x.patterns, furniturePattern{regexp.MustCompile(`(?i)` + row.match), row})
		}
	}
	return x
})

// splitList returns the entries of a list divided by commas.
func splitList(list string) []string {
	var out []string
	for entry := range strings.SplitSeq(list, ",") {
		if words := strings.Join(strings.Fields(entry), " "); words != "" {
			out = append(out, words)
		}
	}
	return out
}

// findFurniture returns the row of the table that a line answers to, or nil.
func findFurniture(text string) *furniture {
	if len(text) > maxFurniture {
		return nil
	}
	x := furnitureTable()
	words := wordsOnly(text)
	if row := x.exact[words]; row != nil {
		return row
	}
	first, _, _ := strings.Cut(words, " ")
	if n := strings.Count(words, " "); n <= maxStart {
		for _, s := range x.starts[first] {
			if rest, ok := strings.CutPrefix(words, s.words); ok && (rest == "" || rest[0] == ' ') {
				return s.row
			}
		}
	}
	if utf8.RuneCountInString(text) < 2 {
		return nil
	}
	for _, p := range x.patterns {
		if p.re.MatchString(text) {
			return p.row
		}
	}
	return nil
}
