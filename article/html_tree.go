package article

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Limits that keep a hostile page within memory and time. Real pages stay an order of magnitude below each.
const (
	maxTokens     = 600_000 // pieces of markup and text
	maxNesting    = 100     // open elements that need an end tag; html.Parse adds implied ones and refuses 512
	maxFormatting = 8       // open elements like b and font, which html.Parse repeats in every block that follows
)

// LimitError says that a source is larger than this package reads.
type LimitError struct {
	What  string // "bytes", "pieces of markup"
	Limit int64
}

// Error tells the limit and the way out.
func (e *LimitError) Error() string {
	what := fmt.Sprintf("%d %s", e.Limit, e.What)
	if e.What == "bytes" {
		what = sizeOf(e.Limit)
	}
	return fmt.Sprintf("more than %s: pass a smaller page or only its article", what)
}

// sizeOf shows a number of bytes, in MB where they are some.
func sizeOf(bytes int64) string {
	if bytes >= 1<<20 {
		return fmt.Sprintf("%d MB", bytes>>20)
	}
	return fmt.Sprintf("%d bytes", bytes)
}

// node is an element or a text of a page. Unlike html.Node it knows where its text stands in the source.
type node struct {
	tag    string // lower case; empty for text
	text   string // of a text node, entities decoded
	attrs  []html.Attribute
	parent *node
	kids   []*node

	pos        int      // among parent.kids
	size       int      // bytes of text in it
	items      int      // kids that are list items
	ordinal    int      // of a list item: its number among its siblings that are items
	hints      []string // words of class and id, made on demand
	traits     traits   // what they mean, made on demand
	start, end int      // of a text node: byte offsets into the source, half open, white space at both ends left out
	id         int      // in document order
}

// attr returns the value of an attribute, or "".
func (n *node) attr(name string) string {
	for i := range n.attrs {
		if n.attrs[i].Key == name {
			return n.attrs[i].Val
		}
	}
	return ""
}

// has reports whether the element carries the attribute.
func (n *node) has(name string) bool {
	for i := range n.attrs {
		if n.attrs[i].Key == name {
			return true
		}
	}
	return false
}

// walk calls visit for n and its descendants in document order; visit returns false to leave out the children.
func (n *node) walk(visit func(*node) bool) {
	if !visit(n) {
		return
	}
	for _, k := range n.kids {
		k.walk(visit)
	}
}

// find returns the first descendant with the tag, or nil.
func (n *node) find(tag string) *node {
	var found *node
	n.walk(func(k *node) bool {
		if found == nil && k.tag == tag {
			found = k
		}
		return found == nil
	})
	return found
}

// within reports whether n is a or stands inside it.
func (n *node) within(a *node) bool {
	for ; n != nil; n = n.parent {
		if n == a {
			return true
		}
	}
	return false
}

// inside reports whether one of the elements around n has the tag.
func (n *node) inside(tag string) bool {
	for a := n.parent; a != nil; a = a.parent {
		if a.tag == tag {
			return true
		}
	}
	return false
}

// words returns the text inside n, white space folded; script and style are never in the tree.
func (n *node) words() string { return n.wordsBut(func(*node) bool { return false }) }

// wordsBut is words without what stands in elements that are left out.
func (n *node) wordsBut(leftOut func(*node) bool) string {
	var b strings.Builder
	n.walk(func(k *node) bool {
		if leftOut(k) {
			b.WriteByte(' ')
			return false
		}
		if k.tag == "" {
			b.WriteString(k.text)
		} else if isBlockTag(k.tag) || k.tag == "br" {
			b.WriteByte(' ')
		}
		return true
	})
	return strings.Join(strings.Fields(b.String()), " ")
}

// page is a parsed HTML page.
type page struct {
	source   string // UTF-8
	root     *node
	nodes    int
	noscript int      // bytes of text for browsers without scripts, left out
	jsonLD   []string // contents of script elements of type application/ld+json
}

// parsePage builds the tree of an HTML page given as UTF-8, as a browser with scripts shows it, or one without.
func parsePage(src []byte, scripts bool) (*page, error) {
	m := marker{src: src, skipped: map[string]int{}, scripts: scripts}
	if err := m.run(); err != nil {
		return nil, err
	}
	root, err := html.ParseWithOptions(bytes.NewReader(m.out.Bytes()), html.ParseOptionEnableScripting(scripts))
	if err != nil {
		return nil, fmt.Errorf("parse html: %w", err)
	}
	p := &page{source: string(src), jsonLD: m.jsonLD, noscript: m.noscript}
	c := converter{page: p, texts: m.texts}
	p.root = c.convert(root, nil)
	p.nodes = c.next
	return p, nil
}

// converter turns html.Nodes into nodes and puts the texts back.
type converter struct {
	page  *page
	texts []textToken
	next  int
}

func (c *converter) convert(h *html.Node, parent *node) *node {
	n := &node{parent: parent, id: c.next, attrs: h.Attr}
	c.next++
	switch h.Type {
	case html.ElementNode:
		n.tag = h.Data
	case html.TextNode:
		c.fill(n, h.Data)
		return n
	default:
		n.tag = "#document"
	}
	for k := h.FirstChild; k != nil; k = k.NextSibling {
		if k.Type == html.ElementNode && k.DataAtom == atom.Template || k.Type != html.ElementNode && k.Type != html.TextNode {
			continue
		}
		n.adopt(c.convert(k, n))
	}
	return n
}

// adopt makes k the last kid of n.
func (n *node) adopt(k *node) {
	k.parent, k.pos = n, len(n.kids)
	n.kids = append(n.kids, k)
	n.size += k.size
	if k.tag == "li" {
		n.items++
		k.ordinal = n.items
	}
}

// fill sets a text node's text and place from the numbers that stand for it.
func (c *converter) fill(n *node, marks string) {
	var b strings.Builder
	n.start = -1
	for marks != "" {
		r, size := utf8.DecodeRuneInString(marks)
		marks = marks[size:]
		if r != tokenOpen {
			b.WriteRune(r)
			continue
		}
		digits, rest, _ := strings.Cut(marks, string(tokenClose))
		marks = rest
		i, err := strconv.Atoi(digits)
		if err != nil || i >= len(c.texts) {
			continue // cannot happen: nothing else writes the marks
		}
		t := c.texts[i]
		raw := c.page.source[t.start:t.end]
		start, end := trimmed(raw)
		if n.start < 0 {
			n.start = t.start + start
		}
		n.end = t.start + end
		if t.verbatim {
			b.WriteString(raw)
		} else {
			b.WriteString(html.UnescapeString(raw))
		}
	}
	n.start = max(n.start, 0)
	n.text = strings.ToValidUTF8(b.String(), "\uFFFD")
	n.size = len(strings.TrimSpace(n.text))
}

// trimmed returns the bounds of raw without the white space at its ends, also where it is written as an entity.
func trimmed(raw string) (start, end int) {
	const spaces = " \t\r\n\f\u00a0"
	end = len(raw)
	for {
		s := strings.TrimLeft(raw[start:end], spaces)
		s = strings.TrimPrefix(s, "&nbsp;")
		if len(s) == end-start {
			break
		}
		start = end - len(s)
	}
	for {
		s := strings.TrimRight(raw[start:end], spaces)
		s = strings.TrimSuffix(s, "&nbsp;")
		if len(s) == end-start {
			break
		}
		end = start + len(s)
	}
	return start, end
}
