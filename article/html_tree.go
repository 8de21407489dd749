package article

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
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
	return fmt.Sprintf("read article: more than %d %s: pass a smaller page or only its article", e.Limit, e.What)
}

// node is an element or a text of a page. Unlike html.Node it knows where its text stands in the source.
type node struct {
	tag    string // lower case; empty for text
	text   string // of a text node, entities decoded
	attrs  []html.Attribute
	parent *node
	kids   []*node

	pos        int      // among parent.kids
	hints      []string // words of class and id, made on demand
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

// words returns the text inside n, white space folded; script and style are never in the tree.
func (n *node) words() string {
	var b strings.Builder
	n.walk(func(k *node) bool {
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

// textToken is a piece of text in the source.
type textToken struct {
	start, end int
	verbatim   bool // holds no entities
}

// The marks that stand for a text token while html.Parse builds the tree: its tokens carry no positions, and it moves
// text about, so each text is replaced by its number, and put back afterwards. No other text reaches the tree.
const (
	tokenOpen  = '\uE000'
	tokenClose = '\uE001'
)

// marker rewrites a page for html.Parse: texts become numbers, what is never text (scripts, styles, comments) goes,
// and nesting is kept within bounds.
type marker struct {
	src      []byte
	out      bytes.Buffer
	texts    []textToken
	jsonLD   []string
	scripts  bool           // leave out noscript elements
	noscript int            // bytes left out with them
	open     []string       // elements that need an end tag
	skipped  map[string]int // elements left out because they were nested too deep
	format   int            // of open, how many are formatting elements
	cost     int            // tokens, and the formatting elements that html.Parse repeats for them
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

// run reads all tokens. The tokenizer hands out every byte of the source in some token, so that the sum of their
// lengths is the position.
func (m *marker) run() error {
	z := html.NewTokenizer(bytes.NewReader(m.src))
	var skip, raw string // inside an element that is left out; inside one whose text holds no entities
	at := 0
	for {
		kind := z.Next()
		start, end := at, at+len(z.Raw())
		at = end
		if m.cost += 1 + m.format; m.cost > maxTokens {
			return &LimitError{What: "pieces of markup", Limit: maxTokens}
		}
		switch kind {
		case html.ErrorToken:
			if err := z.Err(); !errors.Is(err, io.EOF) {
				return fmt.Errorf("parse html: %w", err)
			}
			return nil
		case html.TextToken:
			m.text(start, end, skip, raw)
		case html.StartTagToken, html.SelfClosingTagToken:
			rawTag := string(m.src[start:end])
			name, hasAttr := z.TagName()
			tag := string(name)
			skip, raw = "", ""
			if tag == "noscript" && !m.scripts {
				z.NextIsNotRawText()
			} else if unseen[tag] {
				skip = tag
				if tag == "script" && hasAttr && isJSONLD(z) {
					skip = "ld+json"
				}
				continue
			}
			if tag == "xmp" || tag == "plaintext" {
				raw = tag
			}
			m.start(tag, rawTag, kind == html.SelfClosingTagToken)
		case html.EndTagToken:
			name, _ := z.TagName()
			skip, raw = "", ""
			m.end(string(name))
		case html.DoctypeToken:
			m.out.Write(m.src[start:end])
		}
	}
}

// unseen are the elements whose content is raw text that a browser does not show.
var unseen = map[string]bool{"script": true, "style": true, "noscript": true, "iframe": true, "noembed": true, "noframes": true, "textarea": true}

// isJSONLD reads the attributes of a script start tag.
func isJSONLD(z *html.Tokenizer) bool {
	for {
		key, val, more := z.TagAttr()
		if string(key) == "type" {
			return strings.Contains(strings.ToLower(string(val)), "ld+json")
		}
		if !more {
			return false
		}
	}
}

// text writes a text token as its number; white space stays, for html.Parse treats it in its own way.
func (m *marker) text(start, end int, skip, raw string) {
	if skip == "ld+json" {
		m.jsonLD = append(m.jsonLD, string(m.src[start:end]))
	}
	if skip == "noscript" {
		m.noscript += end - start
	}
	if skip != "" {
		return
	}
	text := m.src[start:end]
	if len(bytes.TrimSpace(text)) == 0 {
		m.out.Write(text)
		return
	}
	m.out.WriteRune(tokenOpen)
	m.out.WriteString(strconv.Itoa(len(m.texts)))
	m.out.WriteRune(tokenClose)
	m.texts = append(m.texts, textToken{start: start, end: end, verbatim: raw != ""})
}

// start writes a start tag, unless it would nest too deep.
func (m *marker) start(tag, raw string, selfClosing bool) {
	if voidTags[tag] || impliedEnd[tag] {
		m.out.WriteString(raw)
		return
	}
	if tag == "a" {
		m.closeAnchor()
	}
	if len(m.open) >= maxNesting || formatting[tag] && m.format >= maxFormatting {
		m.skipped[tag]++
		return
	}
	m.out.WriteString(raw)
	if selfClosing && inForeign(m.open) {
		return
	}
	m.open = append(m.open, tag)
	if formatting[tag] {
		m.format++
	}
}

// closeAnchor forgets an open a element: the next one ends it.
func (m *marker) closeAnchor() {
	if i := slices.Index(m.open, "a"); i >= 0 {
		m.open = slices.Delete(m.open, i, i+1)
		m.format--
	}
}

// end writes an end tag. Formatting elements left open inside the element are closed first: html.Parse would
// open them again in all that follows, more of them with every block.
func (m *marker) end(tag string) {
	if m.skipped[tag] > 0 {
		m.skipped[tag]--
		return
	}
	for i := len(m.open) - 1; i >= 0; i-- {
		if m.open[i] != tag {
			continue
		}
		for j := len(m.open) - 1; j >= i; j-- {
			if formatting[m.open[j]] {
				m.format--
				if j > i {
					m.out.WriteString("</" + m.open[j] + ">")
				}
			}
		}
		m.open = m.open[:i]
		break
	}
	if !unseen[tag] || tag == "noscript" && !m.scripts {
		m.out.WriteString("</" + tag + ">")
	}
}

// inForeign reports whether the innermost elements are SVG or MathML, where a slash closes an element.
func inForeign(open []string) bool {
	for _, tag := range open {
		if tag == "svg" || tag == "math" {
			return true
		}
	}
	return false
}

var voidTags = set("area base br col embed hr img input link meta param source track wbr keygen frame bgsound basefont")

// impliedEnd are the elements whose end tag may be left out; they do not nest without others between them.
var impliedEnd = set("html head body p li dt dd td th tr tbody thead tfoot colgroup caption option optgroup rp rt rb rtc")

var formatting = set("a b big code em font i nobr s small strike strong tt u")

// set makes a lookup table of the words of a list.
func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
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
		kid := c.convert(k, n)
		kid.pos = len(n.kids)
		n.kids = append(n.kids, kid)
	}
	return n
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
