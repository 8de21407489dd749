package article

import (
	"net/url"
	"strings"
	"unicode/utf8"
)

// chooser finds the article among the pieces of a page: it weighs prose, leaves out the zones that are not the
// article's, and goes down from the body to the element that holds most of what remains.
type chooser struct {
	page   *page
	pieces []*piece
	title  *piece   // or nil
	base   *url.URL // or nil
	good   []int    // by node id: words of prose in it, furniture included at first
	total  int
}

// choose sets the Drop of every piece that is not the article's.
func choose(p *page, pieces []*piece, title *piece, base *url.URL) {
	c := chooser{page: p, base: base, pieces: pieces, title: title, good: make([]int, p.nodes)}
	if title != nil {
		title.Kind, title.Level = KindTitle, 0
	}
	c.weigh()
	c.markZones()
	c.markTeasers()
	c.weigh()
	core := c.core()
	c.markOutside(core)
	if title != nil {
		title.Drop = ""
	}
	c.markFurniture()
}

// markOutside drops what stands outside the core, but for running text between the title and the core: an opening
// paragraph often has a box of its own.
func (c *chooser) markOutside(core *node) {
	afterTitle, inside := false, false
	for _, x := range c.pieces {
		in := x.node.within(core)
		inside = inside || in
		afterTitle = afterTitle || x == c.title
		if x.Drop != "" || in || afterTitle && !inside && (prose(x) > 0 || isApart(x)) {
			continue
		}
		x.Drop = "page/outside"
	}
}

// isApart reports whether a piece is of a kind that belongs to the article wherever it stands near the title.
func isApart(x *piece) bool {
	switch x.Kind {
	case KindCaption, KindCredit, KindByline, KindDate, KindSubtitle, KindEmbed:
		return true
	}
	return false
}

// weigh sums the prose of all pieces not dropped yet over the elements that hold them.
func (c *chooser) weigh() {
	clear(c.good)
	c.total = 0
	for _, x := range c.pieces {
		if x.Drop != "" {
			continue
		}
		w := prose(x)
		if w == 0 {
			continue
		}
		c.total += w
		for n := x.node; n != nil; n = n.parent {
			c.good[n.id] += w
		}
	}
}

// prose returns the number of words of a piece that count as running text: none for labels, links and menus.
func prose(x *piece) int {
	plain := x.words - x.linkWords
	switch x.Kind {
	case KindParagraph, KindBlockquote, KindList, KindPullquote:
	default:
		return 0
	}
	if x.words < 5 || x.linkWords*2 > x.words {
		return 0
	}
	if !endsSentence(x.Text) && x.words < 12 {
		return 0
	}
	return plain
}

// endsSentence reports whether the text closes like a sentence.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, "\"'”’»)]* ")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…:;。！？؟।", r)
}

// markZones drops the pieces in zones, but never the better part of the page's prose on the word of a class name.
func (c *chooser) markZones() {
	for _, x := range c.pieces {
		for n := x.node; n != nil; n = n.parent {
			z := zoneOf(n)
			if z == nil {
				continue
			}
			limit := c.total * 3 / 10
			if z.rule == "page/comments" {
				limit = c.total * 9 / 10
			}
			if c.good[n.id] <= limit {
				x.Drop = z.rule
				break
			}
		}
	}
}

// bodyHints are the names that pages give to the element that holds the article's text.
var bodyHints = hints(`article body, articlebody, article content, articlecontent, article text, article copy, entry content, post content, post body, postcontent, post text, story body, storybody, story content, story text,
	body copy, body content, content body, article main, main content, maincontent, page content, article paragraphs, rich text, richtext, post entry, entry body, blog content, td post content, text content, body text, article wrap, articletext`)

// core returns the element that holds the article: the one that says so, or the smallest with most of the prose.
func (c *chooser) core() *node {
	n := c.descend(c.page.root)
	var said, hinted *node
	n.walk(func(k *node) bool {
		switch {
		case k.tag == "":
		case strings.EqualFold(k.attr("itemprop"), "articleBody") && c.good[k.id] >= 20 && (said == nil || c.good[k.id] > c.good[said.id]):
			said = k
		case bodyHints.match(k) && c.good[k.id]*2 > c.good[n.id]:
			hinted = k
		}
		return true
	})
	switch {
	case said != nil:
		return said
	case hinted != nil:
		return hinted
	}
	return n
}

// descend goes from n to the kid with most of the prose, as long as there is one.
func (c *chooser) descend(n *node) *node {
	for {
		var best *node
		for _, k := range n.kids {
			if best == nil || c.good[k.id] > c.good[best.id] || c.isTitled(k) {
				best = k
				if c.isTitled(k) {
					break
				}
			}
		}
		if best == nil || best.tag == "" || isItem(best) || c.good[best.id]*100 < c.good[n.id]*70 && !c.isTitled(best) {
			return n
		}
		n = best
	}
}

// isTitled reports whether n is an article element with the title and enough prose to be the article.
func (c *chooser) isTitled(n *node) bool {
	return n.tag == "article" && c.title != nil && c.good[n.id] >= 100 && c.title.node.within(n)
}

func isItem(n *node) bool {
	switch n.tag {
	case "p", "li", "blockquote", "ul", "ol", "td":
		return true
	}
	return false
}
