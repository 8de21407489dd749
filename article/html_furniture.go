package article

import (
	"math"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// markTeasers drops the boxes that announce other articles: a heading that is nothing but a link, with little text.
func (c *chooser) markTeasers() {
	targets := make([]string, c.page.nodes) // by node id: where the linked headings in it lead, "" for several ways
	var headings []*piece
	for _, x := range c.pieces {
		to := c.leadsTo(x)
		if x.Kind != KindHeading || x == c.title || x.words < 3 || x.linkWords < x.words || to == "" {
			continue
		}
		headings = append(headings, x)
		for n := x.node; n != nil; n = n.parent {
			if targets[n.id] != "" && targets[n.id] != to {
				to = several
			}
			targets[n.id] = to
		}
	}
	firstProse := c.firstProse()
	boxes := map[*node]bool{}
	for _, h := range headings {
		box := h.node
		for n := box.parent; n != nil; n = n.parent {
			if targets[n.id] == several || c.good[n.id] > maxTeaser || c.title != nil && c.title.node.within(n) || firstProse[n.id] <= h.at {
				break
			}
			box = n
		}
		boxes[box] = true
	}
	for _, x := range c.pieces {
		for n := x.node; n != nil && x.Drop == "" && len(boxes) > 0; n = n.parent {
			if boxes[n] {
				x.Drop = "page/related"
			}
		}
	}
}

// several stands for more than one target.
const several = "*"

// maxTeaser is the number of words of prose in the longest announcement of another article.
const maxTeaser = 200

// firstProse returns, by node id, the place of the first piece of running text in the element plus one. A heading that
// follows such a text heads no box of its own.
func (c *chooser) firstProse() []int {
	first := make([]int, c.page.nodes)
	for i := range first {
		first[i] = math.MaxInt
	}
	for _, x := range c.pieces {
		if x.Drop != "" || prose(x) == 0 {
			continue
		}
		for n := x.node; n != nil && first[n.id] == math.MaxInt; n = n.parent {
			first[n.id] = x.at + 1
		}
	}
	return first
}

// leadsTo returns the address of another page of the same site that a piece's first link leads to, or "".
func (c *chooser) leadsTo(x *piece) string {
	for _, m := range x.Marks {
		if m.Kind != MarkLink {
			continue
		}
		u, err := url.Parse(m.Value)
		switch {
		case err != nil, u.Path == "", u.Path == "/", c.base == nil && u.Host != "":
		case c.base != nil && (u.Host != c.base.Host || u.Path == c.base.Path):
		default:
			return u.Path + "?" + u.RawQuery
		}
		return ""
	}
	return ""
}

// leadsWithin reports whether a piece's first link leads to a place on the page itself.
func (c *chooser) leadsWithin(x *piece) bool {
	for _, m := range x.Marks {
		if m.Kind == MarkLink {
			u, err := url.Parse(m.Value)
			return err == nil && x.Kind == KindList && u.Fragment != "" && (u.Path == "" || c.base != nil && u.Host == c.base.Host && u.Path == c.base.Path)
		}
	}
	return false
}

var (
	noteStart  = regexp.MustCompile(`(?i)^[\[(*]*(editor['’]?s['’]? note|author['’]?s note|correction|clarification|anm\. d\. red|note de la rédaction|nota del editor)\b.{0,30}[:.–—-]|^[\[(*]*(this|the) (article|story|post|page|piece|report) (has been|was) (updated|corrected|amended|edited|modified|revised)\b|^[\[(*]*updated?( on| at)?\b[^.]{0,40}:`)
	bylineText = regexp.MustCompile(`^(?i:by|written by|posted by|story by|published by)\s+\p{Lu}[\pL'’.-]+(\s|$)`)
	// byThen is how a sentence begins that tells when: "By Thursday it was gone."
	byThen = regexp.MustCompile(`^(?i:by)\s+(?:\p{Lu}\pL*day|January|February|March|April|May|June|July|August|September|October|November|December|Christmas|Easter|The|This|That|Then|Now|All|Contrast)\b|^(?i:by)\s+\p{Lu}\pL+,?\s+(?:it|he|she|they|we|I|the|an?|there|his|her|our|their|this|that|most|many|some|all|\d)\b`)
	// foreignByline is a byline in another language, or by another word, right below the title.
	foreignByline = regexp.MustCompile(`^(?i:par|von|por|di|door|av|af|texte?|tekst|testo|words|interview|كتبت?|بقلم)\s*:?\s+[\p{Lu}\p{Lo}]`)
	relatedText   = regexp.MustCompile(`(?i)^[\[(*►▶•»>– -]*(related|read (more|also|next|this)|see also|also (read|see|on)|more (on|from|about)|watch|listen|recommended|don't miss|must read|further reading|lesen sie auch|mehr zum thema|` +
		`lire aussi|à lire|lee también|leer más|leggi anche|lees ook|läs också|leia também|read|also)\b[^.]{0,40}[:|»>-]|^(read (more|also)|see also|lire aussi|lee también|lesen sie auch|leggi anche|lees ook|leia também)\b|` +
		`^\W*(читайте также|читайте ещё|смотрите также|по теме|читайте також|اقرأ أيض|اقرأ المزيد|إقرأ أيض|شاهد أيض|קראו גם|関連記事|あわせて読みたい|延伸阅读|相关阅读|延伸閱讀|相關閱讀|관련기사|관련 기사|czytaj także|czytaj też|zobacz też|ayrıca okuyun|läs mer|les også|læs også|lue myös|čtěte také)`)
	widgetText = regexp.MustCompile(`(?i)^(close|next|next page\W*|nächste seite\W*|page suivante\W*|prev(ious)?|next prev|back to top|top|image \d+ of \d+|\d+ ?[-/] ?\d+ of \d+|\d+ ?of ?\d+|view gallery|see full gallery|show (more|less|caption)|hide caption|` +
		`expand|collapse|play|pause|loading\W*|advertisement|ad|sponsored|story continues( below)?|article continues (below|after)( this)?( advertisement| ad)?|continue reading( the main story| below)?|skip (ad|advertisement)|` +
		`enlarge( this)? image|toggle caption|click to (enlarge|expand)|view comments|jump to recipe( print recipe)?|print recipe|view (this e-?mail |it )?in (your |a )?browser|please (?:turn on|enable) javascript.{0,60}|updated automatically every \d+ minutes|skip past .* promotion|after .* promotion|temps de lecture.{0,20}|lesezeit.{0,20}|(tiempo|tempo) d[ei] le(ctura|ttura|itura).{0,20}|print|email|share|tweet|save|copy link|link copied|×|x|\+|–|-|\|)$`)
	// labelledDate is a date that says what happened then, also where other days follow and a full stop ends it: "at 5 a.m."
	labelledDate = regexp.MustCompile(`(?i)^(posted|published|updated|last updated|first published)\s*(on|at|:)?\s*[\pL.]*,?\s*[\pL.]*\s*\d`)
	dateText     = regexp.MustCompile(`(?i)^(posted|published|updated|last updated|first published|created|modified|date)?\s*(on|at|:)?\s*(mon|tue|wed|thu|fri|sat|sun)?[a-z]*,?\s*(\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d|(\d{1,2}(st|nd|rd|th)?\s+)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+\d{1,4})`)
)

// preprintStamp is what stands in the margin of a preprint: its number, its field and its day.
var preprintStamp = regexp.MustCompile(`^arXiv:\d{4}\.\d{4,5}`)

// beginsDated reports whether a day stands at the beginning of a text, behind a label at the most.
func beginsDated(s string) bool { return cleanDate(s[:min(len(s), 32)]) != "" }

// isBylineText reports whether a text is a byline by its words alone.
func isBylineText(s string) bool {
	return bylineText.MatchString(s) && !(endsSentence(s) && byThen.MatchString(s))
}

// headingHints are the names of elements that head a section in all but their tag.
var headingHints = hints("subhead, subheading, sub heading, sub headline, intertitle, intertitre, zwischentitel, crosshead, section heading, section title, section headline")

// isBoldHeading reports whether a paragraph is a heading in all but its tag: short, bold throughout, no sentence.
func isBoldHeading(x *piece) bool {
	if x.boldWords != x.words || x.words == 0 || x.words > 18 || x.node.tag == "li" {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(x.Text)
	return !strings.ContainsRune(".!:;,…", last) || last == ':' && x.words <= 6
}

// replyMark stands before the title in the subject of an answer.
var replyMark = regexp.MustCompile(`^(?:(?i:re|aw|antw):\s*)+`)

// lineNumbers are the numbers of the lines of code, in a column of their own.
var lineNumbers = regexp.MustCompile(`^1(?:\s+\d+)+$`)

// minCell is the number of words of running text from which on a cell of a table that lays out the page holds headings.
const minCell = 20

// markFurniture gives the short lines of the article that are not its text their kinds, and drops what is furniture.
func (c *chooser) markFurniture() {
	title := slices.Index(c.pieces, c.title)
	begun := false // running text stands before x
	for i, x := range c.pieces {
		if x.Drop != "" || x == c.title {
			continue
		}
		nearTitle := title >= 0 && i > title-4 && i < title+9
		head := !begun
		begun = begun || i > title && prose(x) > 0
		switch {
		case x.Kind == KindHeading && c.title != nil && sameWords(replyMark.ReplaceAllString(x.Text, ""), c.title.Text):
			x.Drop = "page/title"
		case c.ofClaim(i):
			x.Kind = KindParagraph
		case x.Kind == KindList && ClaimSource(x.Text): // an item, and no date
		case x.Kind == KindCaption && widgetText.MatchString(x.Text) && !strings.ContainsAny(x.Text[:1], "0123456789"): // a picture's number is part of its caption
			x.Drop = "page/widget"
		case x.Kind == KindCaption && x.words <= maxButton && x.linkWords == x.words && enlargeText.MatchString(x.Text):
			x.Drop = "page/widget"
		case x.Kind == KindBlockquote && x.words > 1 && x.linkWords == x.words, x.Kind == KindParagraph && x.words > 1 && x.linkWords == x.words && x.node.inside("figure"):
			x.Drop = "page/related" // another page, shown as a card
		case x.Kind == KindHeading && i > title && i < title+9 && x.words <= 6 && c.hintNear(x, bylineHints):
			x.Kind, x.Level = KindByline, 0
		case x.Kind == KindCode && lineNumbers.MatchString(x.Text):
			x.Drop = "page/widget"
		case x.Kind != KindParagraph && x.Kind != KindList:
		case preprintStamp.MatchString(x.Text):
			x.Kind, x.Drop = KindDate, "page/outside"
		case widgetText.MatchString(x.Text):
			x.Drop = "page/widget"
		case x.words <= 30 && isBylineText(x.Text), x.words <= 12 && c.hintNear(x, bylineHints),
			x.words <= 25 && c.hintNear(x, bylineHints) && cleanDate(x.Text) != "" && !labelledDate.MatchString(x.Text),
			x.words <= 25 && byWord.MatchString(x.Text) && !endsSentence(x.Text) && (c.hintNear(x, bylineHints) || nearTitle && strings.ContainsAny(x.Text, "0123456789")):
			x.Kind = KindByline
		case title >= 0 && i > title && i < title+9 && x.words <= 12 && !endsSentence(x.Text) && foreignByline.MatchString(x.Text):
			x.Kind = KindByline
		case head && isTime(x):
			x.Kind = KindDate
		case x.words <= 14 && dateText.MatchString(x.Text) && !endsSentence(x.Text), x.words <= 12 && c.hintNear(x, dateHints),
			nearTitle && x.words <= 15 && !endsSentence(x.Text) && cleanDate(x.Text) != "" && (head || beginsDated(x.Text)) && !strings.Contains(x.Text, "doi:"):
			x.Kind = KindDate
		case nearTitle && head && x.words <= 24 && labelledDate.MatchString(x.Text):
			x.Kind = KindDate
		case x.words >= 4 && x.linkWords == x.words && !endsSentence(x.Text) && isShouted(x.Text),
			x.linkWords*2 >= x.words && relatedText.MatchString(x.Text):
			x.Drop = "page/related"
		case x.Kind == KindList && x.linkWords == x.words && c.leadsWithin(x) && (i > 0 && c.leadsWithin(c.pieces[i-1]) || i+1 < len(c.pieces) && c.leadsWithin(c.pieces[i+1])):
			x.Drop = "page/nav" // the table of contents
		case nearTitle && x.Kind == KindParagraph && c.listsAuthors(x):
			x.Kind = KindByline
		case x.Kind == KindParagraph && isMenu(x):
			x.Drop = "page/nav"
		case x.words <= maxButton && x.linkWords == x.words && isButton(x.node):
			x.Drop = "page/form"
		case noteStart.MatchString(x.Text):
			x.Kind = KindNote
		case x.Kind == KindParagraph && isBoldHeading(x) && (x.node.tag != "td" || c.good[x.node.id] >= minCell):
			x.Kind, x.Level = KindHeading, 4
		case x.Kind == KindParagraph && x.node.tag == "div" && x.words > 0 && x.words <= 15 && title >= 0 && i > title+1 && !endsSentence(x.Text) && headingHints.match(x.node):
			x.Kind, x.Level = KindHeading, 3
		}
	}
}

// maxClaimer is the length in words of the longest name of one who claims something.
const maxClaimer = 6

// ofClaim reports whether the piece at i says where a claim comes from, or names who made it on the line before. A caption, a heading
// or an item is what it is.
func (c *chooser) ofClaim(i int) bool {
	source := func(x *piece) bool {
		return (x.Kind == KindByline || x.Kind == KindDate || x.Kind == KindParagraph) && ClaimSource(x.Text)
	}
	x := c.pieces[i]
	return source(x) || x.words <= maxClaimer && (x.Kind == KindByline || x.Kind == KindParagraph) && i+1 < len(c.pieces) && source(c.pieces[i+1])
}

// contentsTitle matches the heading of a table of contents.
var contentsTitle = regexp.MustCompile(`(?i)^(table of )?contents:?$|^(on this page|in this article|inhalt(sverzeichnis)?|sommaire|table des matières|índice|indice|sommario|inhoud(sopgave)?|innehåll|spis treści|содержание|оглавление|目次|目录|목차)\W*$`)

// markContents drops the table of contents: a heading that announces one, and the links to places on the page below it.
func (c *chooser) markContents() {
	var heading *piece
	for _, x := range c.pieces {
		within := x.linkWords == x.words && c.leadsWithin(x)
		switch {
		case x != c.title && (x.Drop == "" || x.Drop == "page/nav") && x.words <= 4 && contentsTitle.MatchString(x.Text):
			heading = x
			continue
		case heading == nil:
			continue
		case within || x.Drop == "page/nav":
			heading.Drop = "page/nav"
			if x.Drop == "" {
				x.Drop = "page/nav"
			}
			continue
		case x.Drop != "":
			continue
		}
		heading = nil
	}
}

// maxBeside is the number of words that stand beside each author's name in a line of authors: a place, an office, a mark.
const maxBeside = 6

// listsAuthors reports whether a piece begins with the first author's name and holds not much more than all of them.
func (c *chooser) listsAuthors(x *piece) bool {
	if len(c.authors) == 0 || x.words > maxBeside*(len(c.authors)+1) || endsSentence(x.Text) {
		return false
	}
	text := letters(byWord.ReplaceAllString(x.Text, ""))
	for _, name := range c.authors {
		if !strings.Contains(text, letters(name)) {
			return false
		}
	}
	return strings.HasPrefix(text, letters(c.authors[0]))
}

// markHead looks through the lines between the title and the text: the author's name alone is the byline, and links of a
// few words lead to the topics and the sections that the article stands in.
func (c *chooser) markHead() {
	title := slices.Index(c.pieces, c.title)
	if title < 0 {
		return
	}
	for _, x := range c.pieces[title+1:] {
		switch {
		case x.Drop != "":
		case prose(x) > 0:
			return
		case x.Kind != KindParagraph && x.Kind != KindHeading && x.Kind != KindList:
		case slices.ContainsFunc(c.authors, func(a string) bool { return sameWords(a, x.Text) }):
			x.Kind, x.Level = KindByline, 0
		case x.words > 0 && x.words <= maxTopic && x.linkWords == x.words && c.leadsAway(x):
			x.Drop = "page/tags"
		}
	}
}

// maxTopic is the number of words in the longest link to a topic.
const maxTopic = 4

// leadsAway reports whether a piece's first link leads to another page.
func (c *chooser) leadsAway(x *piece) bool {
	for _, m := range x.Marks {
		if m.Kind == MarkLink {
			u, err := url.Parse(m.Value)
			return err == nil && (u.Fragment == "" || c.base != nil && u.Path != c.base.Path)
		}
	}
	return false
}

// isMenu reports whether a text is nothing but short links, two or more, or buttons.
func isMenu(x *piece) bool {
	links := 0
	for _, m := range x.Marks {
		if m.Kind == MarkLink {
			links++
		}
	}
	if links == 0 { // buttons that run a script
		return x.words > 0 && x.words <= maxTopic*2 && x.linkWords == x.words && !endsSentence(x.Text)
	}
	return links >= 2 && x.linkWords == x.words && x.words <= 3*links && !endsSentence(x.Text)
}

// enlargeText matches the links below a picture that show it larger.
var enlargeText = regexp.MustCompile(`(?i)^(full[ -]?size|larger|enlarge|high[ -]?res|open|view|download|zoom|vollbild|bild vergrößern|agrandir)\b`)

// maxButton is the number of words on the longest button.
const maxButton = 6

var buttonHints = set("button buttons btn cta")

// isButton reports whether an element with nothing but a link in it is drawn as a button.
func isButton(n *node) bool {
	if hasHint(n, buttonHints) || n.parent != nil && hasHint(n.parent, buttonHints) {
		return true
	}
	a := n.find("a")
	return a != nil && hasHint(a, buttonHints)
}

// isTime reports whether a text is all of a time element.
func isTime(x *piece) bool {
	t := x.node.find("time")
	return t != nil && x.words <= 14 && t.words() == x.Text
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
