package segment

import (
	"strings"
	"unicode"
)

// The labels of a chart's axes and lines, where they are text of the page, stand each in a block of its own: so many numbers at
// least, no fewer of them than of labels with words, of which none is longer.
const (
	minChartNumbers = 8
	maxChartLabel   = 7 // words
)

// findCharts drops the labels of charts: a listener would hear nothing but a row of numbers.
func (b *builder) findCharts(lines []lineRole) {
	for i := 0; i < len(lines); {
		end, numbers, labels := i, 0, 0
		for ; end < len(lines) && b.mayLabelChart(end, lines[end]); end++ {
			switch text := b.doc.Blocks[end].Text; {
			case strings.ContainsFunc(text, unicode.IsLetter):
				labels++
			case hasWord(text):
				numbers++
			}
		}
		if numbers >= minChartNumbers && numbers >= labels {
			for j := i; j < end; j++ {
				if lines[j].rule == "" {
					lines[j].rule = "chart/label"
				}
			}
		}
		i = max(end, i+1)
	}
}

// mayLabelChart reports whether a block is as short as the label of a chart, or has no word at all.
func (b *builder) mayLabelChart(i int, l lineRole) bool {
	text := b.doc.Blocks[i].Text
	if l.rule != "" {
		return l.rule == "mark/wordless"
	}
	return l.role == RoleBody && !strings.ContainsAny(text[len(text)-1:], ".!?:,;") && countWords(text) <= maxChartLabel
}
