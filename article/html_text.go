package article

import (
	"regexp"
	"slices"
	"strings"
)

// tailStart matches the words above a list of other articles.
var tailStart = regexp.MustCompile(`(?i)^(you (may|might|could) (also )?(like|enjoy|be interested in)|(more|related|other|recommended|recent|popular|latest|top|trending|further|featured) (stories|articles|posts|news|content|coverage|links|topics|videos|reads|reading)|` +
	`recommended( for you)?|read (next|more|also|this next)|up next|most (read|popular|viewed|shared)|trending( now)?|more (from|on|in|about) .{2,40}|don['’]t miss|see also|mehr zum thema|lesen sie auch|das könnte sie auch interessieren|` +
	`à lire aussi|sur le même sujet|te puede interesar|noticias relacionadas|leggi anche|lees ook)\W*$`)

// markTails drops the links to other articles under a line that announces them.
func (c *chooser) markTails() {
	tail := false
	var box *node // of the heading
	for _, x := range c.pieces {
		if x.Drop == "page/related" && x.Kind == KindHeading && tailStart.MatchString(x.Text) {
			tail = true
			box = c.boxOf(x)
		}
		if x.Drop != "" || x == c.title {
			continue
		}
		switch {
		case x.words <= 8 && tailStart.MatchString(x.Text):
			tail = true
			box = c.boxOf(x)
		case tail && box != nil && x.node.within(box) && beginsLinked(x):
		case tail && (x.linkWords*10 >= x.words*8 || isApart(x)):
		default:
			tail = false
			continue
		}
		x.Drop = "page/related"
	}
}

// boxOf returns the outermost element that a heading opens and that holds little of the page's text, or nil.
func (c *chooser) boxOf(heading *piece) *node {
	var box *node
	for n := heading.node.parent; n != nil && opens(heading.node, n) && c.good[n.id] <= maxTeaser && c.good[n.id]*4 < c.good[c.page.root.id]; n = n.parent {
		box = n
	}
	return box
}

// beginsLinked reports whether a piece begins with a link.
func beginsLinked(x *piece) bool {
	return slices.ContainsFunc(x.Marks, func(m Mark) bool { return m.Kind == MarkLink && m.Start == 0 })
}

// bioLine matches what follows an author's name below his article.
var bioLine = regexp.MustCompile(`^,? (is|was|are|covers?|writes?|reports?|works?|lives|teaches|has (been|written|worked|covered|reported)|joined|schreibt|ist|arbeitet|est|es)\b`)

// maxBio is the number of words in the longest line about the author that no class names.
const maxBio = 60

// markBios drops what the last lines of the text say about its authors, and the links to more of theirs.
func (c *chooser) markBios() {
	for i := len(c.pieces) - 1; i >= 0; i-- {
		x := c.pieces[i]
		if x.Drop != "" || isApart(x) || x.Kind == KindNote || x.words <= maxBio && contactLine.MatchString(x.Text) {
			continue
		}
		if x.Kind != KindParagraph || x.words > maxBio || !slices.ContainsFunc(c.authors, func(name string) bool { return isBio(x, name) }) {
			return
		}
		x.Drop = "page/author"
	}
}

// isBio reports whether a paragraph says who the author is or leads to more of his.
func isBio(x *piece, name string) bool {
	if !strings.Contains(name, " ") {
		return false
	}
	if rest, ok := strings.CutPrefix(x.Text, name); ok {
		return bioLine.MatchString(rest)
	}
	return x.linkWords == x.words && strings.HasSuffix(x.Text, name)
}

// contactLine matches the lines at the foot of an article that say how to reach its author.
var contactLine = regexp.MustCompile(`(?i)^(follow|e-?mail|contact|have (a|an)|got (a|an)|write to|reach|originally published|sign up|subscribe|send|a version of this (article|story|piece))\b`)

// markLastLinks drops the list at the end of the text whose items are nothing but links to other pages of the site.
func (c *chooser) markLastLinks() {
	for i := len(c.pieces) - 1; i >= 0; i-- {
		x := c.pieces[i]
		switch {
		case x.Drop != "" || isApart(x) || x.Kind == KindNote || x.Kind == KindParagraph && x.words <= 40 && contactLine.MatchString(x.Text):
		case x.Kind == KindList && x.words >= 3 && x.linkWords == x.words && c.leadsTo(x) != "":
			x.Drop = "page/related"
		default:
			return
		}
	}
}

// markLinkLists drops the lists of two links or more between the paragraphs whose items are nothing but links to other pages
// of the site, unless a colon leads to them.
func (c *chooser) markLinkLists() {
	var list []*piece
	announced := false
	end := func() {
		if len(list) > 1 && !announced {
			for _, x := range list {
				x.Drop = "page/related"
			}
		}
		list = nil
	}
	for _, x := range c.pieces {
		if x.Drop != "" {
			continue
		}
		if x.Kind == KindList && x.words >= 3 && x.linkWords == x.words && c.leadsTo(x) != "" {
			list = append(list, x)
			continue
		}
		end()
		announced = x.Kind != KindParagraph || strings.HasSuffix(strings.TrimSpace(x.Text), ":")
	}
}

// sourcesTitle matches the headings over the sources of an encyclopedia's article and over its links to other pages.
var sourcesTitle = regexp.MustCompile(`(?i)^(?:\d{1,2}\.\s+)?(references( and notes)?|notes and references|external links|further reading|bibliography|see also|sources|works cited|citations|einzelnachweise|weblinks|literatur|siehe auch|quellen|` +
	`références|notes et références|liens externes|voir aussi|bibliographie|referencias|enlaces externos|véase también|bibliografía|note|collegamenti esterni|voci correlate|bibliografia|ver também|ligações externas|referências|` +
	`bronnen|externe links|zie ook|literatuur|przypisy|примечания|ссылки|литература|см\. также)\W*$`)

// markSources drops the lists of sources and of links that end an article, each with its heading.
func (c *chooser) markSources() {
	var list []*piece // from the heading on
	drop := func() {
		if len(list) > 1 {
			for _, x := range list {
				x.Drop = "page/sources"
			}
		}
		list = nil
	}
	for _, x := range c.pieces {
		switch {
		case x.Drop != "":
		case x.Kind == KindHeading:
			drop()
			if sourcesTitle.MatchString(strings.TrimSuffix(x.Text, "[edit]")) {
				list = append(list, x)
			}
		case list == nil:
		case x.Kind == KindList || x.Kind == KindNote || x.Kind == KindTable || x.words <= 8 && x.Kind == KindParagraph:
			list = append(list, x)
		case list[len(list)-1].Kind == KindList:
			drop() // what the publisher says stands below the list
		default:
			list = nil
		}
	}
	drop()
}

// minRepeat is the number of words from which on a text that stands twice on a page is said once.
const minRepeat = 8

// markRepeats drops what stands on the page a second time, for another width of screen or in a gallery.
func (c *chooser) markRepeats() {
	seen := map[string]bool{}
	for _, x := range c.pieces {
		if x.Drop != "" || x.words < minRepeat || x.Kind == KindPullquote || x.Kind == KindCaption {
			continue
		}
		key := letters(x.Text)
		if seen[key] {
			x.Drop = "page/repeated"
		}
		seen[key] = true
	}
}

// markNamedSubtitle finds the standfirst that follows the title and is named one by its class.
func (c *chooser) markNamedSubtitle() {
	c.subtitle(func(x *piece, _ int) bool { return c.hintNear(x, subtitleHints) })
}

// markSubtitle finds the standfirst that is the page's description and followed by a byline, a date or a picture.
func (c *chooser) markSubtitle(description string) {
	c.subtitle(c.isStandfirstHeading)
	if len(description) > 30 {
		c.subtitle(func(x *piece, i int) bool { return sameStart(x.Text, description) && c.apartFollows(i) })
	}
}

// minStandfirst is the number of words from which on a heading between the title and the byline is a standfirst.
const minStandfirst = 7

// isStandfirstHeading reports whether a piece is a heading of many words right below the title, above the byline or the day.
func (c *chooser) isStandfirstHeading(x *piece, i int) bool {
	if x.Kind != KindHeading || x.Level == 1 || x.words < minStandfirst || x.linkWords > 0 || x.node.tag == "p" || x.node.tag == "div" {
		return false
	}
	for _, y := range c.pieces[c.title.at+1 : i] {
		if y.Drop == "" && y.Kind != KindByline && y.Kind != KindDate {
			return false
		}
	}
	for _, y := range c.pieces[i+1:] {
		if y.Drop == "" {
			return y.Kind == KindByline || y.Kind == KindDate
		}
	}
	return false
}

// subtitle makes the first of the pieces after the title that could be a standfirst and is one a subtitle, unless there is one.
func (c *chooser) subtitle(is func(x *piece, i int) bool) {
	title := slices.Index(c.pieces, c.title)
	if title < 0 {
		return
	}
	seen := 0
	for i := title + 1; i < len(c.pieces) && seen < 6; i++ {
		x := c.pieces[i]
		switch {
		case x.Drop != "":
			continue
		case x.Kind == KindSubtitle:
			return
		case x.Kind != KindParagraph && x.Kind != KindHeading || x.words < 4 || x.words > 70 || x.linkWords*2 > x.words:
		case is(x, i):
			x.Kind, x.Level = KindSubtitle, 0
			return
		}
		seen++
	}
}

// sameStart reports whether two texts are the same, but that one may be cut short.
func sameStart(a, b string) bool {
	a, b = letters(a), letters(b)
	n := min(len(a), len(b))
	return n > 30 && a[:n] == b[:n] && n*10 >= max(len(a), len(b))*7
}

// apartFollows reports whether the next piece kept is no running text.
func (c *chooser) apartFollows(i int) bool {
	for _, x := range c.pieces[i+1:] {
		if x.Drop == "" {
			return isApart(x)
		}
	}
	return false
}

// maxQuotations is the number of quotations in a page that are compared with its text.
const maxQuotations = 200

// markPullquotes tells the quotations that repeat the text from those that belong to it.
func (c *chooser) markPullquotes() {
	var text strings.Builder
	var quotes []*piece
	for _, x := range c.pieces {
		switch {
		case x.Drop != "":
		case x.Kind == KindParagraph:
			text.WriteString(letters(x.Text))
		case x.Kind == KindBlockquote && x.words >= 6 && len(quotes) < maxQuotations:
			quotes = append(quotes, x)
		}
	}
	for _, x := range quotes {
		if strings.Contains(text.String(), letters(x.Text)) {
			x.Kind = KindPullquote
		}
	}
}
