package article

import (
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"
)

// chooser finds the article among the pieces of a page: it weighs prose, leaves out the zones that are not the
// article's, and goes down from the body to the element that holds most of what remains. The weighing of text against
// links follows Kohlschütter et al., Boilerplate Detection using Shallow Text Features (WSDM 2010).
//
// It is our own because it measured better than the libraries, and because it says of every text why it is left out. Body
// F1 on the 77 pages of the article extraction benchmark that we learn from: this .987, go-trafilatura v1.12.2 .966,
// go-readability v2.1.3 .956; without any class or id on the pages this still has .954.
type chooser struct {
	page    *page
	pieces  []*piece
	title   *piece // or nil
	authors []string
	base    *url.URL // or nil
	good    []int    // by node id: words of prose in it
	mass    []int    // by node id: words outside links
	all     []int    // by node id: words
}

// choose sets the Drop of every piece that is not the article's.
func choose(p *page, pieces []*piece, title *piece, m *metadata, authors []string) {
	c := chooser{page: p, base: m.base, pieces: pieces, title: title, authors: authors, good: make([]int, p.nodes), mass: make([]int, p.nodes), all: make([]int, p.nodes)}
	if title != nil {
		title.Kind, title.Level = KindTitle, 0
	}
	c.weigh()
	c.markZones()
	c.markTeasers()
	c.weigh()
	c.markFurniture()
	c.markContents()
	c.markTails()
	c.markNamedSubtitle()
	c.markOutside(c.core())
	c.markHead()
	if title != nil {
		title.Drop = ""
	}
	c.markSubtitle(m.one("description", "og:description", "twitter:description", "sailthru.description"))
	c.markPullquotes()
	c.markRepeats()
	c.markSources()
	c.markLinkLists()
	c.markLastLinks()
	c.markBios()
}

// markOutside drops what stands outside the core, but for what the article keeps in boxes of their own between the
// title and the core: an opening paragraph, the picture with its caption, the byline.
func (c *chooser) markOutside(core []*node) {
	inside := func(x *piece) bool {
		return slices.ContainsFunc(core, func(n *node) bool { return x.node.within(n) })
	}
	first := slices.IndexFunc(c.pieces, inside)
	last := first
	for i, x := range c.pieces {
		if x.Drop == "" && inside(x) {
			last = i
		}
	}
	title := slices.Index(c.pieces, c.title)
	if title > first {
		title = first
	}
	for i, x := range c.pieces {
		switch {
		case x.Drop != "" || inside(x) || x.noted && x.Kind == KindNote:
		case title >= 0 && i < first && (i > title && (prose(x) > 0 || isStandfirst(x)) || i > title-6 && isApart(x)):
		case i > first && i < last && (prose(x) > 0 || isApart(x)):
		default:
			x.Drop = "page/outside"
		}
	}
	if c.title != nil && c.title.node.tag == "h1" {
		c.markAbove()
	}
}

// markAbove drops what stands above the headline and is no running text: the head of a page that has no element of its own
// for the article.
func (c *chooser) markAbove() {
	for _, x := range c.pieces[:slices.Index(c.pieces, c.title)] {
		if x.Drop == "" && prose(x) == 0 && !isApart(x) && x.Kind != KindNote && x.Kind != KindPullquote {
			x.Drop = "page/outside"
		}
	}
}

// isStandfirst reports whether a piece stands in an element that is called a standfirst, where it need not be a sentence.
func isStandfirst(x *piece) bool {
	for n, steps := x.node, 0; n != nil && steps < 5 && n.tag != "article" && n.tag != "body"; n, steps = n.parent, steps+1 {
		if subtitleHints.match(n) {
			return x.words >= 3 && x.linkWords*2 <= x.words && (x.Kind == KindParagraph || x.Kind == KindList)
		}
	}
	return false
}

// isApart reports whether a piece is of a kind that belongs to the article wherever it stands near the title.
func isApart(x *piece) bool {
	switch x.Kind {
	case KindCaption, KindCredit, KindByline, KindDate, KindSubtitle, KindEmbed:
		return true
	}
	return false
}

// weigh sums the words of all pieces not dropped yet over the elements that hold them.
func (c *chooser) weigh() {
	clear(c.good)
	clear(c.mass)
	clear(c.all)
	for _, x := range c.pieces {
		if x.Drop != "" {
			continue
		}
		good, mass := prose(x), x.words-x.linkWords
		for n := x.node; n != nil; n = n.parent {
			c.good[n.id] += good
			c.mass[n.id] += mass
			c.all[n.id] += x.words
		}
	}
}

// prose returns the number of words of a piece that count as running text: none for labels, links and menus.
func prose(x *piece) int {
	plain := x.words - x.linkWords
	switch x.Kind {
	case KindParagraph, KindBlockquote, KindList, KindPullquote:
	case KindTable:
		return plain / 4 // figures, most of them
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

// markZones drops the pieces in zones.
func (c *chooser) markZones() {
	root := c.page.root.id
	forum := c.isForum()
	for _, x := range c.pieces {
		for n := outermostOf(x); n != nil; n = n.parent {
			z, certain := zoneOf(n)
			if z == nil || (z.rule == "page/aside" || z.rule == "page/share") && c.isDateline(x) || z.rule == "page/widget" && x.Kind == KindCaption && x.linkWords == 0 && hasHint(n, slideHints) || forum && z.rule == "page/comments" || x.Kind == KindEmbed && (z.rule == "page/share" || z.rule == "page/widget") || !certain && c.title != nil && c.title.node.within(n) ||
				n.tag == "footer" && c.opens(x) || x.Kind == KindPullquote && z.rule == "page/aside" {
				continue
			}
			// A class name is not believed when it takes the better part of the page away.
			share := 30
			switch {
			case z.rule == "page/comments":
				share = 90
			case certain, z.rule == "page/footer", z.rule == "page/dialog":
				share = 65
			}
			if c.good[n.id]*100 <= c.good[root]*share && c.mass[n.id]*100 <= c.mass[root]*max(share, 50) {
				x.Drop = z.rule
				break
			}
		}
	}
}

// isDateline reports whether a piece below the title names the authors or the day.
func (c *chooser) isDateline(x *piece) bool {
	if c.title == nil || x.Kind == KindTable || x.at <= c.title.at || x.at > c.title.at+8 {
		return false
	}
	return c.listsAuthors(x) || x.words <= 14 && x.linkWords == 0 && cleanDate(x.Text) != ""
}

// slideHints name the boxes of pictures that move, whose captions belong to the article.
var slideHints = set("carousel")

// opens reports whether a piece stands right below the title, where no foot can be.
func (c *chooser) opens(x *piece) bool {
	return c.title != nil && x.at > c.title.at && x.at < c.title.at+4
}

// minBesides is the number of words of prose that an article has besides its comments.
const minBesides = 20

// isForum reports whether there is nothing to read on the page but posts, which their class calls comments.
func (c *chooser) isForum() bool {
	posts := 0
	c.page.root.walk(func(n *node) bool {
		if z, _ := zoneOf(n); z != nil && z.rule == "page/comments" {
			posts += c.good[n.id]
			return false
		}
		return c.good[n.id] > 0
	})
	return posts >= minProse && c.good[c.page.root.id]-posts < minBesides
}

// outermostOf returns the element from which on a piece's surroundings count: a figure's own parts are often called
// copyright or player, and an embedded post's social.
func outermostOf(x *piece) *node {
	if x.Kind != KindCaption && x.Kind != KindCredit {
		return x.node
	}
	out := x.node
	for n := x.node; n != nil; n = n.parent {
		if n.tag == "figure" || isCaption(n) || isCredit(n) {
			out = n.parent
		}
	}
	return out
}

// bodyHints are the names that pages give to the element that holds the article's text.
var bodyHints = hints(`article body, articlebody, article content, articlecontent, article text, article copy, entry content, post content, post body, postcontent, post text, story body, storybody, story content, story text,
	body copy, body content, content body, article main, main content, maincontent, page content, article paragraphs, rich text, richtext, post entry, entry body, blog content, td post content, text content, body text, article wrap, articletext`)

// cleanShare is the share of prose in per cent from which on an element holds nothing but the article.
const cleanShare = 92

// core returns the elements that hold the article: those that say so, or the smallest with most of the prose.
func (c *chooser) core() []*node {
	n := c.descend(c.start())
	if c.good[n.id]*100 >= c.all[n.id]*cleanShare {
		return []*node{n}
	}
	said := c.outermost(n, func(k *node) bool { return strings.EqualFold(k.attr("itemprop"), "articleBody") && c.good[k.id] >= 20 })
	hinted := c.outermost(n, func(k *node) bool { return !isItem(k) && bodyHints.match(k) })
	for i, list := range [][]*node{said, hinted} {
		held := 0
		for _, k := range list {
			held += c.good[k.id]
		}
		if held > 0 && held*100 >= c.good[n.id]*[]int{10, 70}[i] {
			return list
		}
	}
	return []*node{n}
}

// outermost returns the elements within n that match and do not stand inside another that does.
func (c *chooser) outermost(n *node, match func(*node) bool) []*node {
	var list []*node
	n.walk(func(k *node) bool {
		if k.tag == "" || c.good[k.id] == 0 {
			return false
		}
		if match(k) {
			list = append(list, k)
			return false
		}
		return true
	})
	return list
}

// start returns the innermost article element with the title and enough prose to be the article, or the whole page.
func (c *chooser) start() *node {
	if c.title != nil {
		for n := c.title.node; n != nil; n = n.parent {
			if n.tag == "article" && (c.good[n.id] >= 100 || c.good[n.id] >= minPeer && c.hasNextArticle(n)) {
				return n
			}
		}
	}
	return c.page.root
}

// hasNextArticle reports whether another article with a title of the same rank follows on the page, as where a reader who scrolls on
// is given one after the other.
func (c *chooser) hasNextArticle(n *node) bool {
	for _, x := range c.pieces[c.title.at+1:] {
		if x.Kind != KindHeading || x.node.tag != c.title.node.tag || x.node.within(n) {
			continue
		}
		for a := x.node.parent; a != nil; a = a.parent {
			if a.tag == "article" {
				return !n.within(a)
			}
		}
	}
	return false
}

// descend goes from n to the kid with most of the prose, as long as there is one.
func (c *chooser) descend(n *node) *node {
	for {
		var best *node
		for _, k := range n.kids {
			if best == nil || c.good[k.id] > c.good[best.id] {
				best = k
			}
		}
		if best == nil || best.tag == "" || isItem(best) || c.good[n.id] == 0 || c.good[best.id]*100 < c.good[n.id]*70 || c.hasPeer(n, best) {
			return n
		}
		n = best
	}
}

// minPeer is the number of words of prose that make a peer of the best kid a part of the article.
const minPeer = 30

// hasPeer reports whether another kid of n holds prose in an element of the same make: a section of the same article.
func (c *chooser) hasPeer(n, best *node) bool {
	class := strings.Fields(best.attr("class"))
	for _, k := range n.kids {
		if k == best || k.tag != best.tag || c.good[k.id] < minPeer {
			continue
		}
		for name := range strings.FieldsSeq(k.attr("class")) {
			if slices.Contains(class, name) {
				return true
			}
		}
	}
	return false
}

func isItem(n *node) bool {
	switch n.tag {
	case "p", "li", "blockquote", "ul", "ol", "td":
		return true
	}
	return false
}
