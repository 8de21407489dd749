package article

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

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
		if m.cost++; m.cost > maxTokens {
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
	if !formatting[tag] {
		m.cost += m.format
	}
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
