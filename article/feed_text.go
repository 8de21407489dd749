package article

import (
	"regexp"
	"strings"

	"github.com/mmcdole/gofeed"
	"golang.org/x/net/html"
)

// A text in a feed that is shorter is taken for a teaser. What a feed declares to be the content is trusted earlier than its description.
const (
	wholeContent     = 400  // runes
	wholeDescription = 1000 // runes
	longestTeaser    = 1500 // runes: a longer text is whole, whatever it ends in
)

// teaserEnd is how texts end that go on elsewhere.
var teaserEnd = regexp.MustCompile(`(?i)(…|\.\.\.|\[…\]|\[\.\.\.\]|(read|continue|view|see|keep)\s+(more|on|reading|the (full|whole|rest|article|story|post)[\w\s]*)|weiterlesen|mehr lesen|lire la suite|seguir leyendo|leer m[áa]s|continua a leggere|lees (verder|meer))[\s.»>→:]*$`)

// teaserTail is a paragraph that WordPress puts behind the beginning of a post.
var teaserTail = regexp.MustCompile(`(?is)\s*the post\s+.{1,300}\s+(first )?appeared( first)? on\s+.{1,200}$`)

// textOfItem returns the longest text of an item as HTML, and whether it is the whole article.
func textOfItem(item *gofeed.Item) (text string, whole bool) {
	content, description := item.Content, item.Description
	least := wholeContent
	text = content
	if len(plain(description)) > len(plain(content)) {
		text, least = description, wholeDescription
	}
	if len(text) > maxFeedText {
		text = strings.ToValidUTF8(text[:maxFeedText], "")
	}
	if !htmlTag.MatchString(text) {
		text = paragraphs(text)
	}
	shown := teaserTail.ReplaceAllString(plain(text), "")
	n := len([]rune(shown))
	if shown == "" {
		return "", false
	}
	return text, n >= least && (n > longestTeaser || !teaserEnd.MatchString(shown))
}

// htmlTag tells HTML from plain text, in which < may stand for "less than".
var htmlTag = regexp.MustCompile(`(?i)</?(p|br|div|a|b|i|em|strong|span|h[1-6]|ul|ol|li|img|figure|blockquote|table|pre|code|article|section)\b[^>]*>`)

var blankLine = regexp.MustCompile(`\r?\n[ \t]*\r?\n`)

// paragraphs makes HTML of plain text.
func paragraphs(text string) string {
	var b strings.Builder
	for _, p := range blankLine.Split(html.UnescapeString(text), -1) {
		if p = strings.TrimSpace(p); p != "" {
			b.WriteString("<p>" + html.EscapeString(p) + "</p>\n")
		}
	}
	return b.String()
}

// plain returns the words of a stretch of HTML on one line.
func plain(s string) string {
	if !strings.ContainsAny(s, "<&") {
		return strings.Join(strings.Fields(strings.ToValidUTF8(s, "\uFFFD")), " ")
	}
	var b strings.Builder
	for z := html.NewTokenizer(strings.NewReader(s)); ; {
		switch z.Next() {
		case html.ErrorToken:
			return strings.Join(strings.Fields(strings.ToValidUTF8(b.String(), "\uFFFD")), " ")
		case html.TextToken:
			b.Write(z.Text())
		default:
			if name, _ := z.TagName(); !inlineTags[string(name)] {
				b.WriteByte(' ')
			}
		}
	}
}

// inlineTags may stand inside a word.
var inlineTags = map[string]bool{"a": true, "b": true, "i": true, "em": true, "strong": true, "span": true, "sup": true, "sub": true, "u": true, "abbr": true, "mark": true, "small": true}

// page makes a page of an item, so that its text goes the way of all pages.
func (i *FeedItem) page() string {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html><html><head><title>" + html.EscapeString(i.Title) + "</title></head><body><article>")
	if i.Title != "" && !strings.Contains(plain(i.HTML[:min(len(i.HTML), 4*len(i.Title)+400)]), i.Title) {
		b.WriteString("<h1>" + html.EscapeString(i.Title) + "</h1>\n")
	}
	b.WriteString(i.HTML)
	b.WriteString("</article></body></html>\n")
	return b.String()
}
