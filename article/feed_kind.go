package article

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html/charset"
)

// SourceKind says what a source holds: one article, or the places of many.
type SourceKind int

// The kinds of source.
const (
	SourceArticle SourceKind = iota
	SourceFeed
	SourceOPML
)

// kindPeek is how much of a source is looked at to tell its kind, in bytes.
const kindPeek = 4096

// SourceKindOf tells a feed or a list of feeds from an article by the first 4 KiB of it.
func SourceKindOf(head []byte) SourceKind {
	head = startOf(head)
	if bytes.HasPrefix(head, []byte("{")) {
		if bytes.Contains(head, []byte("jsonfeed.org/version/")) || bytes.Contains(head, []byte(`jsonfeed.org\/version\/`)) {
			return SourceFeed
		}
		return SourceArticle
	}
	switch root := strings.ToLower(rootElement(head)); root {
	case "rss", "feed", "rdf":
		return SourceFeed
	case "opml":
		return SourceOPML
	}
	return SourceArticle
}

// rootElement returns the local name of the first element of XML, or "".
func rootElement(head []byte) string {
	if !bytes.HasPrefix(head, []byte("<")) {
		return ""
	}
	d := newXML(head)
	for {
		token, err := d.RawToken()
		if err != nil {
			return ""
		}
		if start, ok := token.(xml.StartElement); ok {
			return start.Name.Local
		}
	}
}

// newXML reads XML as the web writes it: in any charset, with the entities of HTML, not always well formed.
func newXML(raw []byte) *xml.Decoder {
	d := xml.NewDecoder(bytes.NewReader(raw))
	d.Strict, d.Entity = false, xml.HTMLEntity
	d.CharsetReader = charset.NewReaderLabel
	return d
}

// depthOf returns how deep elements of XML may stand inside each other: elements opened, less those closed, at the most.
func depthOf(raw []byte) int {
	depth, deepest := 0, 0
	for {
		i := bytes.IndexByte(raw, '<')
		if i < 0 || i+1 >= len(raw) {
			return deepest
		}
		raw = raw[i:]
		switch {
		case bytes.HasPrefix(raw, []byte("<![CDATA[")):
			raw = after(raw, "]]>")
		case bytes.HasPrefix(raw, []byte("<!--")):
			raw = after(raw, "-->")
		case raw[1] == '?' || raw[1] == '!':
			raw = after(raw, ">")
		case raw[1] == '/':
			depth = max(0, depth-1)
			raw = raw[2:]
		default:
			end := bytes.IndexByte(raw, '>')
			if end < 0 || raw[end-1] != '/' {
				depth++
				deepest = max(deepest, depth)
			}
			raw = raw[1:]
		}
	}
}

// after returns what follows the first mark in raw; nothing where there is none.
func after(raw []byte, mark string) []byte {
	_, rest, _ := bytes.Cut(raw, []byte(mark))
	return rest
}

// Limits on lists of feeds.
const (
	maxOutlines     = 10_000
	maxOutlineDepth = 100
)

// ParseOPML returns the addresses of the feeds in an OPML list of subscriptions (http://opml.org/spec2.opml), in its order,
// each once. It returns ErrNoFeed for a file that lists none.
func ParseOPML(raw []byte, source string) ([]string, error) {
	d := newXML(raw)
	seen := make(map[string]bool)
	var feeds []string
	for depth := 0; ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("read the list %s: %w", source, err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			if depth++; depth > maxOutlineDepth || len(feeds) > maxOutlines {
				return nil, fmt.Errorf("read the list %s: %w", source, &LimitError{What: "outlines", Limit: maxOutlines})
			}
			if address := absolute(httpBase(source), feedAddress(e)); address != "" && !seen[address] {
				seen[address] = true
				feeds = append(feeds, address)
			}
		case xml.EndElement:
			depth--
		}
	}
	if len(feeds) == 0 {
		return nil, fmt.Errorf("read the list %s: %w", source, ErrNoFeed)
	}
	return feeds, nil
}

// feedAddress returns the address of the feed that an outline stands for, or "".
func feedAddress(e xml.StartElement) string {
	if !strings.EqualFold(e.Name.Local, "outline") {
		return ""
	}
	for _, a := range e.Attr {
		if strings.EqualFold(a.Name.Local, "xmlUrl") {
			return a.Value
		}
	}
	return ""
}
