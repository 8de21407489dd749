package article

import (
	"bytes"
	"regexp"
)

// Limits on Markdown beyond which goldmark takes time that grows with the square of them. Real texts stay far below.
const (
	maxMarkdown        = 16 << 20 // bytes
	maxMarkdownNesting = 50       // containers within each other
	maxMarkdownLinks   = 1000     // opening brackets in one paragraph
	maxMarkdownTargets = 10_000   // definitions of link targets
)

var (
	containerMarks = regexp.MustCompile(`^(?:[ \t]*(?:>|[-*+](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)))+`)
	containerMark  = regexp.MustCompile(`>|[-*+]|\d{1,9}[.)]`)
	linkTarget     = regexp.MustCompile(`^ {0,3}\[[^\]]+\]:`)
)

// checkMarkdown refuses a text that goldmark would not get through in reasonable time.
func checkMarkdown(src []byte) error {
	if len(src) > maxMarkdown {
		return &LimitError{What: "bytes of Markdown", Limit: maxMarkdown}
	}
	links, targets := 0, 0
	for line := range bytes.Lines(src) {
		indent := len(line) - len(bytes.TrimLeft(line, " \t"))
		marks := containerMarks.Find(line)
		depth := len(containerMark.FindAllIndex(marks, maxMarkdownNesting+1))
		if depth > maxMarkdownNesting && !isRule(line) || depth > 0 && indent > 2*maxMarkdownNesting {
			return &LimitError{What: "levels of nesting", Limit: maxMarkdownNesting}
		}
		if depth > 0 || len(bytes.TrimSpace(line)) == 0 {
			links = 0
		}
		if links += bytes.Count(line, []byte("[")); links > maxMarkdownLinks {
			return &LimitError{What: "brackets in one paragraph", Limit: maxMarkdownLinks}
		}
		if linkTarget.Match(line) {
			if targets++; targets > maxMarkdownTargets {
				return &LimitError{What: "definitions of links", Limit: maxMarkdownTargets}
			}
			links = 0
		}
	}
	return nil
}

// isRule reports whether a line is nothing but a thematic break: "- - - -".
func isRule(line []byte) bool {
	line = bytes.TrimSpace(line)
	return len(line) > 0 && len(bytes.Trim(line, string(line[:1])+" \t")) == 0 && line[0] != '>' && line[0] != '+'
}
