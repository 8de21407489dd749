package article

import (
	"bytes"
	"fmt"
	"io"
	"net/url"
	"path"
	"regexp"
	"strings"
)

// Parse reads an article from r. source is its path or address, or "-" for the standard input. An empty format means
// that Detect finds it, and that a feed, a PDF and the like are refused with a *KindError.
func Parse(r io.Reader, source string, format Format) (*Document, error) {
	raw, err := readAll(r)
	if err != nil {
		return nil, err
	}
	return parseBytes(raw, "", source, format)
}

// parseBytes is Parse for bytes and the Content-Type that they came with, which may be empty.
func parseBytes(raw []byte, contentType, source string, format Format) (*Document, error) {
	if format == "" {
		if err := checkArticle(raw, source); err != nil {
			return nil, err
		}
		format = mediaTypes[mediaType(contentType)]
	}
	if format == "" {
		if format = Detect(raw, source); format == FormatText && xmlStart.Match(startOf(raw)) {
			return nil, &KindError{Source: source, What: "XML", Hint: "pass a page or a text; --from html reads its words, --from text reads it as it is"}
		}
	}
	switch format {
	case FormatHTML:
		return parseHTML(raw, contentType, source)
	case FormatMarkdown:
		return parseMarkdown(raw, contentType, source)
	case FormatText:
		return parseText(raw, contentType, source)
	}
	return nil, fmt.Errorf("read article %s: unknown format %q: use html, markdown or text", source, format)
}

// mediaTypes are the formats that a Content-Type promises; text/plain promises nothing, servers give it to Markdown too.
var mediaTypes = map[string]Format{"text/html": FormatHTML, "application/xhtml+xml": FormatHTML, "text/markdown": FormatMarkdown}

// mediaType returns a Content-Type without its parameters.
func mediaType(contentType string) string {
	t, _, _ := strings.Cut(contentType, ";")
	return strings.ToLower(strings.TrimSpace(t))
}

// extensions are the formats that a file's name promises.
var extensions = map[string]Format{
	".html": FormatHTML, ".htm": FormatHTML, ".xhtml": FormatHTML, ".shtml": FormatHTML,
	".md": FormatMarkdown, ".markdown": FormatMarkdown, ".mdown": FormatMarkdown, ".mkd": FormatMarkdown,
	".txt": FormatText, ".text": FormatText,
}

var (
	htmlStart     = regexp.MustCompile(`(?is)^\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body|article|div|section|main|h1|p|script|style|meta|title|link|table)\b`)
	htmlTags      = regexp.MustCompile(`(?i)</?(p|div|br|span|h[1-6]|ul|li|table|article|section|a\s[^>]*href)\b[^>]*>`)
	markdownSigns = []*regexp.Regexp{
		regexp.MustCompile(`(?m)^#{1,6} \S`),
		regexp.MustCompile("(?m)^(```|~~~)"),
		regexp.MustCompile(`\]\((https?:|/|#|\.)[^)\s]*\)`),
		regexp.MustCompile(`(?m)^\[[^\]]+\]: \S`),
		regexp.MustCompile(`(?m)^(\* |- |\d+\. )\S.*\n(\* |- |\d+\. )\S`),
		regexp.MustCompile(`(^|\W)\*\*\S[^*\n]*\S\*\*(\W|$)`),
		regexp.MustCompile(`(?m)^\S.*\n(=|-){3,}\s*$`),
		regexp.MustCompile(`(?m)^> \S`),
		regexp.MustCompile(`!\[[^\]]*\]\(\S`),
	}
)

// Detect says what kind of source raw holds. Markup that only one kind has decides first, then the extension of the
// file's name; a file with no name is Markdown when it shows two different signs of it.
func Detect(raw []byte, source string) Format {
	head := bytes.TrimPrefix(raw[:min(len(raw), 64<<10)], []byte("\xef\xbb\xbf"))
	byName := extensions[strings.ToLower(path.Ext(pathOf(source)))]
	if decoded, err := decodeText(head, ""); err == nil {
		head = decoded
	}
	if byName == FormatMarkdown {
		return byName
	}
	if htmlStart.Match(head) || byName == "" && len(htmlTags.FindAllIndex(head, 9)) > 8 {
		return FormatHTML
	}
	if byName != "" {
		return byName
	}
	signs := 0
	if _, _, ok := fenced(string(head), "---"); ok {
		signs++
	}
	for _, sign := range markdownSigns {
		if sign.Match(head) {
			signs++
		}
	}
	if signs >= 2 {
		return FormatMarkdown
	}
	return FormatText
}

// pathOf returns the path in an address, or the path itself.
func pathOf(source string) string {
	if u, err := url.Parse(source); err == nil && u.Host != "" {
		return u.Path
	}
	return source
}

// httpBase returns the address that a source's links are relative to, or nil.
func httpBase(source string) *url.URL {
	u, err := url.Parse(source)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" {
		return nil
	}
	return u
}
