package article

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
)

// minSaidBody is the number of words from which on a text in the JSON-LD is believed to be the article; minSaidAlone, when
// it is also three times what the page shows.
const (
	minSaidBody  = 80
	minSaidAlone = 20
)

// addSaidBody appends the text of the article from the page's JSON-LD, for pages that are built by scripts and show
// next to nothing without them: shown words of prose. Where the publisher says that the article is not for everybody, it stays out.
func addSaidBody(d *Document, p *page, m *metadata, shown int) {
	body := ""
	for _, o := range m.ld {
		if free, ok := o["isAccessibleForFree"]; ok && (free == false || strings.EqualFold(strings.Join(stringsOf(free), ""), "false")) {
			return
		}
		if s, ok := o["articleBody"].(string); ok && len(s) > len(body) {
			body = s
		}
	}
	paragraphs := saidParagraphs(body)
	if words := len(strings.Fields(strings.Join(paragraphs, " "))); words < minSaidBody && words < max(minSaidAlone, 3*shown) {
		return
	}
	said := letters(strings.Join(paragraphs, " "))
	for i := range d.Blocks {
		if b := &d.Blocks[i]; b.Drop == "" && b.Kind == KindParagraph && strings.Contains(said, letters(b.Text)) {
			b.Drop = "page/repeated"
		}
	}
	at := 0
	for _, text := range paragraphs {
		start, end := findSaid(p.source, text, at)
		at = end
		d.Blocks = append(d.Blocks, Block{Kind: KindParagraph, Text: text, Start: start, End: end})
	}
}

// saidParagraphs parts a text of JSON-LD at its line breaks; some publishers leave markup in it.
func saidParagraphs(body string) []string {
	var text strings.Builder
	for z := html.NewTokenizer(strings.NewReader(body)); ; {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		switch t := z.Token(); {
		case kind == html.TextToken:
			text.WriteString(t.Data)
		case isBlockTag(t.Data) || t.Data == "br":
			text.WriteByte('\n')
		}
	}
	var out []string
	for line := range strings.Lines(text.String()) {
		if line = strings.Join(strings.Fields(html.UnescapeString(line)), " "); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// findSaid returns where a text of JSON-LD stands in the source after at: as it is, or escaped as JSON. A text that is
// written in yet another way has an empty stretch where it begins to differ.
func findSaid(source, text string, at int) (start, end int) {
	escaped, err := json.Marshal(text)
	forms := []string{text}
	if err == nil {
		forms = append(forms, strings.Trim(string(escaped), `"`))
	}
	for _, form := range forms {
		if i := strings.Index(source[at:], form); i >= 0 {
			return at + i, at + i + len(form)
		}
	}
	return at, at
}
