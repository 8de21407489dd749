package article

import (
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// ParseHTML reads an HTML page in any charset from r. source is its path or address; an address is the base of its
// links. The Document holds every text that the page shows, in reading order: the article's own with an empty Drop, all
// else with the rule that holds it to be furniture. A page without any text is an error.
func ParseHTML(r io.Reader, source string) (*Document, error) {
	raw, err := readAll(r)
	if err != nil {
		return nil, err
	}
	return parseHTML(raw, "", source)
}

// parseHTML is ParseHTML for bytes and the Content-Type that they came with, which may be empty.
func parseHTML(raw []byte, contentType, source string) (*Document, error) {
	src, err := decodeHTML(raw, contentType)
	if err != nil {
		return nil, fmt.Errorf("read article %s: %w", source, err)
	}
	d, err := readPage(src, source, true)
	if err != nil {
		return nil, fmt.Errorf("read article %s: %w", source, err)
	}
	return d, nil
}

// minProse is the number of words of running text below which a page is not believed to show its article.
const minProse = 60

// readPage reads a page as a browser with scripts shows it, or, when that shows next to nothing, as one without.
func readPage(src []byte, source string, scripts bool) (*Document, error) {
	p, err := parsePage(src, scripts)
	if err != nil {
		return nil, err
	}
	d := &Document{Format: FormatHTML, Source: source}
	base := baseOf(p, source)
	m := readMetadata(p, base)
	base = m.base
	m.describePage(d)
	f := flow{base: base, lang: d.Lang, size: p.root.size, start: -1, refs: map[string]int{}}
	f.gather(p.root, p.root)
	f.flush(p.root)
	notes := f.noted(p.root)
	for i, piece := range f.pieces {
		piece.at = i
		if m := piece.Marks; len(m) > 0 && m[0].Kind == MarkDrop && m[0].Start == 0 && m[0].End == len(piece.Text) {
			piece.Drop = m[0].Value
		}
		classify(piece)
		if piece.noted = isNoted(piece, notes); piece.noted && (piece.Kind == KindParagraph || piece.Kind == KindList) {
			piece.Kind = KindNote
		}
		if piece.Kind == KindEmbed {
			dropPostLinks(piece)
		}
		markFormulas(piece, false)
		piece.Lang = langOf(piece.node, d.Lang)
	}
	text, title := pickTitle(m, f.pieces)
	d.Title = text
	d.Authors = pickAuthors(m, p, f.pieces, title)
	choose(p, f.pieces, title, m, d.Authors)
	d.Published = pickDate(m, p, f.pieces)
	titleFirst(f.pieces, title)
	kept := 0
	for _, piece := range f.pieces {
		d.Blocks = append(d.Blocks, piece.Block)
		if piece.Drop == "" {
			kept += prose(piece)
		}
	}
	if scripts && (kept < minProse && p.noscript > 5*minProse || len(f.pieces) == 0) {
		return readPage(src, source, false)
	}
	if kept < minProse {
		addSaidBody(d, p, m, kept)
	}
	if title == nil && text != "" {
		d.Blocks = slices.Insert(d.Blocks, 0, titleBlock(p.source, text))
	}
	return d, refusal(d, m)
}

// titleFirst moves the title before the first piece that is kept: pictures may stand above it.
func titleFirst(pieces []*piece, title *piece) {
	at := slices.Index(pieces, title)
	first := slices.IndexFunc(pieces, func(x *piece) bool { return x.Drop == "" })
	if first < at {
		copy(pieces[first+1:at+1], pieces[first:at])
		pieces[first] = title
	}
}

// langOf returns the language that the element or one around it is in, where that is not the Document's.
func langOf(n *node, lang string) string {
	for ; n != nil && n.tag != "html" && n.tag != "body"; n = n.parent {
		if l := cleanLang(n.attr("lang")); l != "" {
			if sameLanguage(l, lang) {
				return ""
			}
			return l
		}
	}
	return ""
}

// titleBlock makes a block of a title that only stands in the metadata.
func titleBlock(source, title string) Block {
	b := Block{Kind: KindTitle, Text: title}
	for _, form := range []string{title, html.EscapeString(title)} {
		if i := strings.Index(source, form); i >= 0 {
			b.Start, b.End = i, i+len(form)
			break
		}
	}
	return b
}

// baseOf returns the address that the page's links are relative to.
func baseOf(p *page, source string) *url.URL {
	base, err := url.Parse(source)
	if err != nil {
		base = &url.URL{}
	}
	if b := p.root.find("base"); b != nil {
		if u, err := base.Parse(b.attr("href")); err == nil {
			base = u
		}
	}
	if !strings.HasPrefix(base.Scheme, "http") {
		return nil
	}
	return base
}
