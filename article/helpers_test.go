package article

import (
	"strings"

	"golang.org/x/net/html"
)

// htmlText returns the text in a stretch of HTML.
func htmlText(s string) string {
	var b strings.Builder
	for z := html.NewTokenizer(strings.NewReader(s)); z.Next() != html.ErrorToken; {
		if t := z.Token(); t.Type == html.TextToken {
			b.WriteString(t.Data)
		}
	}
	return b.String()
}

// isSubsequence reports whether part's runes stand in all in the same order.
func isSubsequence(part, all []rune) bool {
	for _, r := range all {
		if len(part) > 0 && part[0] == r {
			part = part[1:]
		}
	}
	return len(part) == 0
}
