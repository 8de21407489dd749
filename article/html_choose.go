package article

import (
	"strings"
	"unicode/utf8"
)

// chooser finds the article among the pieces of a page: it weighs prose, leaves out the zones that are not the
// article's, and goes down from the body to the element that holds most of what remains.
type chooser struct {
	page   *page
	pieces []*piece
	good   []int // by node id: words of prose in it, furniture included at first
	total  int
}

// choose sets the Drop of every piece that is not the article's.
func choose(p *page, pieces []*piece, title *piece) {
	c := chooser{page: p, pieces: pieces, good: make([]int, p.nodes)}
	c.weigh()
	c.markZones()
	c.weigh()
	core := c.core()
	for _, x := range pieces {
		if x.Drop == "" && !x.node.within(core) {
			x.Drop = "page/outside"
		}
	}
	if title != nil {
		title.Kind, title.Level, title.Drop = KindTitle, 0, ""
	}
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

// core returns the smallest element that holds most of the prose.
func (c *chooser) core() *node {
	n := c.page.root
	for {
		var best *node
		for _, k := range n.kids {
			if best == nil || c.good[k.id] > c.good[best.id] {
				best = k
			}
		}
		if best == nil || best.tag == "" || c.good[best.id]*100 < c.good[n.id]*70 || isItem(best) {
			return n
		}
		n = best
	}
}

func isItem(n *node) bool {
	switch n.tag {
	case "p", "li", "blockquote", "ul", "ol", "td":
		return true
	}
	return false
}
