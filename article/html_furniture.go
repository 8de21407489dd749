package article

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// markTeasers drops the boxes that announce other articles: a heading that is nothing but a link, with little text.
func (c *chooser) markTeasers() {
	count := make([]int, c.page.nodes) // by node id: linked headings in it
	var headings []*piece
	for _, x := range c.pieces {
		if x.Kind == KindHeading && x != c.title && x.words >= 3 && x.linkWords == x.words && c.leadsAway(x) {
			headings = append(headings, x)
			for n := x.node; n != nil; n = n.parent {
				count[n.id]++
			}
		}
	}
	for _, h := range headings {
		box := h.node
		for n := box.parent; n != nil && count[n.id] == 1 && c.good[n.id] <= maxTeaser && (c.title == nil || !c.title.node.within(n)) && !c.proseBefore(h, n); n = n.parent {
			box = n
		}
		for _, x := range c.pieces {
			if x.Drop == "" && x.node.within(box) {
				x.Drop = "page/related"
			}
		}
	}
}

// maxTeaser is the number of words of prose in the longest announcement of another article.
const maxTeaser = 200

// proseBefore reports whether running text stands in n before the piece: then it heads no box of its own.
func (c *chooser) proseBefore(x *piece, n *node) bool {
	for _, p := range c.pieces {
		if p == x {
			return false
		}
		if p.Drop == "" && prose(p) > 0 && p.node.within(n) {
			return true
		}
	}
	return false
}

// leadsAway reports whether a piece's first link goes to another page of the same site.
func (c *chooser) leadsAway(x *piece) bool {
	for _, m := range x.Marks {
		if m.Kind != MarkLink {
			continue
		}
		u, err := url.Parse(m.Value)
		if err != nil || u.Path == "" || u.Path == "/" {
			return false
		}
		if c.base == nil {
			return u.Host == ""
		}
		return u.Host == c.base.Host && u.Path != c.base.Path
	}
	return false
}

var (
	bylineText  = regexp.MustCompile(`^(?i:by|written by|posted by|story by|published by)\s+\p{Lu}[\pL'’.-]+(\s|$)`)
	relatedText = regexp.MustCompile(`(?i)^[\[(*►▶•»>– -]*(related|read (more|also|next|this)|see also|also (read|see|on)|more (on|from|about)|watch|listen|recommended|don't miss|must read|further reading|lesen sie auch|mehr zum thema|` +
		`lire aussi|à lire|lee también|leer más|leggi anche|lees ook|läs också|leia também|read|also)\b[^.]{0,40}[:|»>-]|^(read (more|also)|see also)\b`)
	widgetText = regexp.MustCompile(`(?i)^(close|next|prev(ious)?|next prev|back to top|top|image \d+ of \d+|\d+ ?[-/] ?\d+ of \d+|\d+ of \d+|view gallery|see full gallery|show (more|less|caption)|hide caption|` +
		`expand|collapse|play|pause|loading\W*|advertisement|ad|sponsored|story continues( below)?|article continues (below|after)( this)?( advertisement| ad)?|continue reading( the main story| below)?|skip (ad|advertisement)|` +
		`enlarge( this)? image|toggle caption|click to (enlarge|expand)|view comments|print|email|share|tweet|save|copy link|link copied|×|x|\+|–|-|\|)$`)
	dateText = regexp.MustCompile(`(?i)^(posted|published|updated|last updated|first published|created|modified|date)?\s*(on|at|:)?\s*(mon|tue|wed|thu|fri|sat|sun)?[a-z]*,?\s*(\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d|(\d{1,2}(st|nd|rd|th)?\s+)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+\d{1,4})`)
)

// isBoldHeading reports whether a paragraph is a heading in all but its tag: short, bold throughout, no sentence.
func isBoldHeading(x *piece) bool {
	if x.boldWords != x.words || x.words == 0 || x.words > 14 || x.node.tag == "td" || x.node.tag == "li" {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(x.Text)
	return !strings.ContainsRune(".!:;,…", last)
}

// markFurniture gives the short lines of the article that are not its text their kinds, and drops what is furniture.
func (c *chooser) markFurniture() {
	title := slices.Index(c.pieces, c.title)
	for i, x := range c.pieces {
		if x.Drop != "" || x == c.title {
			continue
		}
		switch {
		case x.Kind == KindHeading && c.title != nil && sameWords(x.Text, c.title.Text):
			x.Drop = "page/title"
		case x.Kind != KindParagraph && x.Kind != KindList:
		case x.words <= 30 && bylineText.MatchString(x.Text), x.words <= 12 && c.hintNear(x, bylineHints):
			x.Kind = KindByline
		case x.words <= 14 && dateText.MatchString(x.Text) && !endsSentence(x.Text), x.words <= 12 && c.hintNear(x, dateHints),
			title >= 0 && i > title-4 && i < title+9 && x.words <= 15 && !endsSentence(x.Text) && cleanDate(x.Text) != "":
			x.Kind = KindDate
		case x.words >= 4 && x.linkWords == x.words && !endsSentence(x.Text) && isShouted(x.Text),
			x.linkWords*2 > x.words && relatedText.MatchString(x.Text):
			x.Drop = "page/related"
		case widgetText.MatchString(x.Text):
			x.Drop = "page/widget"
		case x.Kind == KindParagraph && isBoldHeading(x):
			x.Kind, x.Level = KindHeading, 4
		}
	}
}

// hintNear reports whether the piece's element, or one of the three around it, has one of the names.
func (c *chooser) hintNear(x *piece, h hintSet) bool {
	n := x.node
	for range 3 {
		if n == nil || n.tag == "article" || n.tag == "body" || n.tag == "main" {
			return false
		}
		if h.match(n) {
			return c.good[n.id] < 40
		}
		n = n.parent
	}
	return false
}

// isShouted reports whether a text has no lower case letters.
func isShouted(s string) bool {
	return strings.IndexFunc(s, unicode.IsLower) < 0 && utf8.RuneCountInString(s) > 3
}
