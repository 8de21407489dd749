package article

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
	"golang.org/x/net/html"
)

// ParseMarkdown reads a Markdown file (CommonMark with GitHub's tables, strikethrough and footnotes, and a front matter
// in YAML or TOML) from r. source is its path or address. The first heading of level 1 is the title where the front
// matter names none.
func ParseMarkdown(r io.Reader, source string) (*Document, error) {
	raw, err := readAll(r)
	if err != nil {
		return nil, err
	}
	return parseMarkdown(raw, "", source)
}

// parseMarkdown is ParseMarkdown for bytes and the Content-Type that they came with, which may be empty.
func parseMarkdown(raw []byte, contentType, source string) (*Document, error) {
	src, err := decodeText(raw, contentType)
	if err != nil {
		return nil, fmt.Errorf("read article %s: %w", source, err)
	}
	d := &Document{Format: FormatMarkdown, Source: source}
	body := readFrontMatter(d, string(src))
	if err := checkMarkdown(src[body:]); err != nil {
		return nil, fmt.Errorf("read article %s: %w", source, err)
	}
	c := mdConverter{src: src[body:], shift: body, base: d}
	gm := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Footnote, extension.TaskList))
	root := &node{tag: "body"}
	c.kids(root, gm.Parser().Parse(text.NewReader(c.src)))

	f := flow{base: httpBase(source), lang: d.Lang, size: root.size, start: -1}
	f.gather(root, root)
	f.flush(root)
	for _, p := range f.pieces {
		classify(p)
		if p.node.attr("class") == "alt" {
			p.Drop = "markdown/alt"
		}
		markTags(p)
		markFormulas(p, true)
		d.Blocks = append(d.Blocks, p.Block)
	}
	if len(d.Blocks) == 0 {
		return nil, fmt.Errorf("read article %s: the file holds no text", source)
	}
	titleFromHeading(d)
	markBylines(d)
	return d, nil
}

var (
	// siteTag is an instruction to Hugo, "{{< figure >}}", or to Jekyll, "{% include x %}".
	siteTag = regexp.MustCompile(`\{\{[<%].*?[%>]\}\}|\{%.*?%\}`)
	// alertMark begins a quotation that GitHub shows as a note.
	alertMark = regexp.MustCompile(`^\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*`)
)

// markTags drops what speaks to the program that makes a page of the text.
func markTags(p *piece) {
	if at := alertMark.FindStringIndex(p.Text); at != nil && p.Kind == KindBlockquote {
		p.Kind = KindNote
		p.Marks = append(p.Marks, Mark{Kind: MarkDrop, Value: "markdown/tag", Start: at[0], End: at[1]})
	}
	if p.Kind == KindCode {
		return
	}
	for _, at := range siteTag.FindAllStringIndex(p.Text, -1) {
		if at[1]-at[0] == len(p.Text) {
			p.Drop = "markdown/tag"
			return
		}
		p.Marks = append(p.Marks, Mark{Kind: MarkDrop, Value: "markdown/tag", Start: at[0], End: at[1]})
	}
	sortMarks(p.Marks)
}

// headLines is the number of blocks below the title in which the byline and the day may stand.
const headLines = 4

// markBylines finds the byline and the day among the first lines of the text.
func markBylines(d *Document) {
	seen := 0
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Kind != KindParagraph || b.Drop != "" {
			continue
		}
		if seen++; seen > headLines {
			return
		}
		switch words := len(strings.Fields(b.Text)); {
		case words <= 14 && isBylineText(b.Text) && !endsSentence(b.Text):
			b.Kind = KindByline
			if len(d.Authors) == 0 {
				d.Authors = bylineNames(b.Text)
			}
		case words <= 8 && dateText.MatchString(b.Text) && !endsSentence(b.Text) && cleanDate(b.Text) != "":
			b.Kind = KindDate
			if d.Published == "" {
				d.Published = cleanDate(b.Text)
			}
		}
	}
}

// titleFromHeading makes the first heading of level 1 the title, and leaves it out when
// the front matter has said it.
func titleFromHeading(d *Document) {
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Kind == KindHeading && b.Level == 1 {
			switch {
			case d.Title == "":
				b.Kind, b.Level = KindTitle, 0
				d.Title = b.Text
			case sameWords(b.Text, d.Title):
				b.Drop = "page/title"
			}
			return
		}
	}
}

// mdConverter turns goldmark's tree into nodes, the same that an HTML page is made of.
type mdConverter struct {
	src   []byte
	shift int // of src in the whole source
	base  *Document
}

// kids converts the children of g into children of n.
func (c *mdConverter) kids(n *node, g ast.Node) {
	at := n
	for k := g.FirstChild(); k != nil; k = k.NextSibling() {
		if tag, ok := k.(*ast.RawHTML); ok {
			at = c.inlineTag(n, at, tag)
		} else {
			c.convert(at, k)
		}
	}
}

// inlineTag opens or closes an inline element of HTML within n, where at is the innermost one open, and returns the one that is
// open then.
func (c *mdConverter) inlineTag(n, at *node, g *ast.RawHTML) *node {
	z := html.NewTokenizer(bytes.NewReader(g.Segments.Value(c.src)))
	kind := z.Next()
	name, _ := z.TagName()
	switch tag := string(name); {
	case tag == "br":
		child(at, "br")
	case !markedTags[tag]:
	case kind == html.StartTagToken && depthBelow(n, at) < maxFormatting:
		return child(at, tag)
	case kind == html.EndTagToken:
		for a := at; a != n; a = a.parent {
			if a.tag == tag {
				return a.parent
			}
		}
	}
	return at
}

// markedTags are the elements that change what is said of the text in them.
var markedTags = set("sup sub b strong em i cite q code kbd")

// depthBelow returns how many elements at stands below n.
func depthBelow(n, at *node) int {
	depth := 0
	for ; at != n; at = at.parent {
		depth++
	}
	return depth
}

// child adds an element to n.
func child(n *node, tag string, attrs ...html.Attribute) *node {
	k := &node{tag: tag, attrs: attrs}
	n.adopt(k)
	return k
}

// textChild adds a text to n.
func textChild(n *node, s string, start, end int) {
	n.adopt(&node{text: s, start: start, end: end})
}

func attribute(key, val string) html.Attribute { return html.Attribute{Key: key, Val: val} }

// altTag is the element that holds what stands for an image inside a paragraph: it is kept, but not spoken.
const altTag = "img-alt"

// mdTags are the elements that goldmark's nodes become without more ado.
var mdTags = map[ast.NodeKind]string{
	ast.KindParagraph: "p", ast.KindBlockquote: "blockquote", ast.KindCodeSpan: "code", extast.KindStrikethrough: "s",
	extast.KindTable: "table", extast.KindTableRow: "tr", extast.KindFootnoteList: "ol", ast.KindTextBlock: "span",
}

// convert adds g to n.
func (c *mdConverter) convert(n *node, g ast.Node) {
	if tag, ok := mdTags[g.Kind()]; ok {
		if img, ok := g.FirstChild().(*ast.Image); ok && tag == "p" && g.ChildCount() == 1 {
			c.figure(n, img)
			return
		}
		c.kids(child(n, tag), g)
		return
	}
	switch g := g.(type) {
	case *ast.Heading:
		c.kids(child(n, "h"+strconv.Itoa(g.Level)), g)
	case *ast.List:
		c.list(n, g)
	case *ast.ListItem:
		c.kids(child(n, "li"), g)
	case *ast.FencedCodeBlock, *ast.CodeBlock:
		c.lines(child(n, "pre"), g)
	case *ast.HTMLBlock:
		c.html(n, g)
	case *ast.Text:
		c.text(n, g)
	case *ast.String:
		textChild(n, string(g.Value), c.shift+max(g.Pos(), 0), c.shift+max(g.Pos(), 0))
	case *ast.Emphasis:
		c.kids(child(n, map[bool]string{true: "em", false: "strong"}[g.Level == 1]), g)
	case *ast.Link:
		c.link(n, g)
	case *ast.Image:
		c.kids(child(n, altTag), g)
	case *ast.AutoLink:
		c.autoLink(n, g)
	case *extast.TableHeader:
		c.cells(child(n, "tr"), g, "th")
	case *extast.TableCell:
		c.kids(child(n, "td"), g)
	case *extast.FootnoteLink:
		c.noteRef(n, g)
	case *extast.Footnote:
		c.kids(child(n, "li", attribute("class", "footnote")), g)
	}
}

// list adds a list with the number it starts at.
func (c *mdConverter) list(n *node, g *ast.List) {
	if g.IsOrdered() {
		c.kids(child(n, "ol", attribute("start", strconv.Itoa(g.Start))), g)
		return
	}
	c.kids(child(n, "ul"), g)
}

// link adds a link. A number in brackets that is a link, "[3]", is a citation.
func (c *mdConverter) link(n *node, g *ast.Link) {
	if t, ok := g.FirstChild().(*ast.Text); ok && t == g.LastChild() && citedNumber.Match(t.Segment.Value(c.src)) {
		if stop := t.Segment.Stop; stop+1 >= len(c.src) || c.src[stop] == ']' && c.src[stop+1] != '(' {
			c.text(child(n, "sup", attribute("role", "doc-noteref")), t)
			return
		}
	}
	c.kids(child(n, "a", attribute("href", string(g.Destination))), g)
}

var citedNumber = regexp.MustCompile(`^\d{1,3}$`)

// cells adds the cells of a header row.
func (c *mdConverter) cells(tr *node, g ast.Node, tag string) {
	for k := g.FirstChild(); k != nil; k = k.NextSibling() {
		c.kids(child(tr, tag), k)
	}
}

// figure adds an image that stands alone: its title is a caption; its alternative text is kept, but nobody sees it.
func (c *mdConverter) figure(n *node, img *ast.Image) {
	fig := child(n, "figure")
	child(fig, "img")
	if alt := child(fig, "p", attribute("class", "alt")); img.HasChildren() {
		c.kids(alt, img)
	}
	if len(img.Title) == 0 {
		return
	}
	at := bytes.Index(c.src[min(max(img.Pos(), 0), len(c.src)):], img.Title)
	if at < 0 {
		return
	}
	at += max(img.Pos(), 0) + c.shift
	textChild(child(fig, "figcaption"), html.UnescapeString(string(img.Title)), at, at+len(img.Title))
}

// text adds a text with escapes and entities resolved.
func (c *mdConverter) text(n *node, g *ast.Text) {
	value := g.Segment.Value(c.src)
	if !g.IsRaw() && n.tag != "code" {
		value = util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(value)))
	}
	textChild(n, string(bytes.ToValidUTF8(value, []byte("\uFFFD"))), c.shift+g.Segment.Start, c.shift+g.Segment.Stop)
	if g.HardLineBreak() {
		child(n, "br")
	} else if g.SoftLineBreak() {
		textChild(n, " ", c.shift+g.Segment.Stop, c.shift+g.Segment.Stop)
	}
}

// lines adds the lines of a code block.
func (c *mdConverter) lines(n *node, g ast.Node) {
	for i := range g.Lines().Len() {
		s := g.Lines().At(i)
		textChild(n, string(s.Value(c.src)), c.shift+s.Start, c.shift+s.Stop)
	}
}

// html adds a block of HTML as its own small page.
func (c *mdConverter) html(n *node, g *ast.HTMLBlock) {
	if g.Lines().Len() == 0 {
		return
	}
	start, end := g.Lines().At(0).Start, g.Lines().At(g.Lines().Len()-1).Stop
	if g.HasClosure() {
		end = max(end, g.ClosureLine.Stop)
	}
	p, err := parsePage(c.src[start:end], true)
	if err != nil {
		return // nested too deep to be text
	}
	body := p.root.find("body")
	if body == nil {
		return
	}
	body.walk(func(k *node) bool {
		if k.tag == "" {
			k.start += c.shift + start
			k.end += c.shift + start
		}
		return true
	})
	for _, k := range body.kids {
		n.adopt(k)
	}
}

// autoLink adds an address that stands in the text.
func (c *mdConverter) autoLink(n *node, g *ast.AutoLink) {
	label := g.Label(c.src)
	at := c.shift + max(g.Pos(), 0)
	if i := bytes.Index(c.src[at-c.shift:], label); i >= 0 {
		at += i
	}
	textChild(child(n, "a", attribute("href", string(g.URL(c.src)))), string(label), at, at+len(label))
}

// noteRef adds a footnote mark as it stands, without its caret.
func (c *mdConverter) noteRef(n *node, g *extast.FootnoteLink) {
	at := min(max(g.Pos(), 0), len(c.src))
	label := strconv.Itoa(g.Index)
	end := at
	if m := noteMark.FindSubmatchIndex(c.src[at:]); m != nil {
		label = string(c.src[at+m[2] : at+m[3]])
		end = at + m[1]
	}
	textChild(child(n, "sup", attribute("role", "doc-noteref")), "["+label+"]", c.shift+at, c.shift+end)
}

var noteMark = regexp.MustCompile(`^\[\^([^\]\s]+)\]`)
