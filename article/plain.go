package article

import (
	"fmt"
	"regexp"
	"strings"
)

var blankLine = regexp.MustCompile(`\n[ \t]*\n\s*`)

// parseText reads plain text: paragraphs parted by blank lines.
func parseText(raw []byte, source string) (*Document, error) {
	src, err := decodeText(raw)
	if err != nil {
		return nil, fmt.Errorf("read article %s: %w", source, err)
	}
	d := &Document{Format: FormatText, Source: source}
	at := 0
	add := func(start, end int) {
		s := string(src[start:end])
		if text := strings.Join(strings.Fields(s), " "); text != "" {
			start += len(s) - len(strings.TrimLeft(s, " \t\r\n\f"))
			d.Blocks = append(d.Blocks, Block{Kind: KindParagraph, Text: text, Start: start, End: start + len(strings.TrimSpace(s))})
		}
	}
	for _, gap := range blankLine.FindAllIndex(src, -1) {
		add(at, gap[0])
		at = gap[1]
	}
	add(at, len(src))
	if len(d.Blocks) == 0 {
		return nil, fmt.Errorf("read article %s: the file holds no text", source)
	}
	return d, nil
}
