package main

import (
	"fmt"
	"strings"

	"articast/segment/sentence"
)

// sentencesItem is an item of seg/*.
type sentencesItem struct {
	ID        string   `json:"id"`
	Text      string   `json:"text"`
	Sentences []string `json:"sentences"`
	Final     []bool   `json:"para_final"`
}

// sentencesPrediction is what seg/* asks for.
type sentencesPrediction struct {
	ID        string   `json:"id"`
	Sentences []string `json:"sentences"`
}

// predictSentences splits each line of the text, which is a paragraph in these sets.
func predictSentences(item sentencesItem, r *report) any {
	out := sentencesPrediction{item.ID, []string{}}
	for line := range strings.SplitSeq(item.Text, "\n") {
		for _, s := range sentence.Split(line, "en") {
			out.Sentences = append(out.Sentences, line[s.Start:s.End])
		}
	}
	reportSentences(item, out, r)
	return out
}

// reportSentences notes each boundary inside a paragraph that is missing or too many.
func reportSentences(item sentencesItem, out sentencesPrediction, r *report) {
	gold, got := boundaries(item.Sentences), boundaries(out.Sentences)
	final := map[int]bool{}
	n := 0
	for i, s := range item.Sentences {
		n += len(solid(s))
		final[n] = i < len(item.Final) && item.Final[i]
	}
	all := solid(item.Text)
	for at := range len(all) {
		if gold[at] == got[at] || final[at] {
			continue
		}
		around := fmt.Sprintf("%s|%s", all[max(0, at-40):at], all[at:min(len(all), at+40)])
		if gold[at] {
			r.differs(item.ID, around, "no boundary")
		} else {
			r.differs(item.ID, "no boundary", around)
		}
	}
}

// boundaries returns the places between sentences, counted in bytes that are not white space.
func boundaries(sentences []string) map[int]bool {
	at, set := 0, map[int]bool{}
	for _, s := range sentences {
		at += len(solid(s))
		set[at] = true
	}
	return set
}

// solid returns s without its white space.
func solid(s string) string { return strings.Join(strings.Fields(s), "") }

// boundaryItem is an item of traps/abbrev.
type boundaryItem struct {
	ID       string `json:"id"`
	Left     string `json:"left"`
	Right    string `json:"right"`
	Boundary bool   `json:"boundary"`
}

// boundaryPrediction is what traps/abbrev asks for.
type boundaryPrediction struct {
	Boundary bool `json:"boundary"`
}

// predictBoundary says whether a sentence ends between left and right.
func predictBoundary(item boundaryItem, r *report) any {
	out := boundaryPrediction{sentence.Boundary(item.Left, item.Right, "en")}
	if out.Boundary != item.Boundary {
		left, right := item.Left[max(0, len(item.Left)-50):], item.Right[:min(len(item.Right), 40)]
		r.differs(item.ID, fmt.Sprint(item.Boundary), left+"|"+right)
	}
	return out
}
