package article

import (
	"regexp"
	"strconv"
	"strings"
)

var (
	captionHints   = hints("caption, captions, figcaption, wp caption text, image caption, photo caption, media caption, cutline, picture caption, img caption, caption text, img descr, img desc, image description, image desc, photo description, photo desc, thumbcaption, gallerytext")
	creditHints    = hints("credit, credits, photo credit, image credit, img credit, picture credit, photo author, image author, photographer, source, image source, photo source, copyright, attribution")
	pullquoteHints = hints("pullquote, pull quote, pullout, pullquotes, blockquote pull, callout quote, quote pull, blockquote highlight")
	embedHints     = hints("twitter tweet, twitter video, instagram media, tiktok embed, fb post, reddit card, bluesky embed, mastodon embed, twitter, tweet")
	subtitleHints  = hints(`subtitle, dek, standfirst, subhead, sub headline, subheadline, subheading, deck, article summary, article excerpt, entry subtitle,
		post subtitle, article description, alternative headline, alternativeheadline, lede, lead paragraph, sub title, headline subtitle, article desc, article intro, announce, anons, sommario, article teaser text, vorspann, chapo, chapeau, entradilla`)
	bylineHints = hints("byline, bylines, firma, autor, autores, autoren, auteur, auteurs, author, authors, by line, byauthor, journalist, journalists, post author, entry author, article author, vcard, contributor, contributors, writer, reporter")
	dateHints   = hints(`date, dateline, timestamp, published, datepublished, datemodified, pubdate, publish date, post date, entry date, updated, time, datetime, publication date,
		article date, dates`)
)

// isCaptionPart reports whether an inline element is a caption or a credit, which stand for themselves.
func isCaptionPart(n *node) bool {
	return (n.tag == "span" || n.tag == "cite" || n.tag == "small" || n.tag == "em" || n.tag == "i" || n.tag == "a") && (isCaption(n) || n.tag != "a" && isCredit(n))
}

// parts are what an element is in an article by tag or class.
type parts struct{ caption, credit, image, pullquote, embed, media bool }

// partsOf returns what the element is in an article.
func partsOf(n *node) parts {
	if !n.traits.parted {
		n.traits.parted = true
		n.traits.parts = parts{
			// A wrapper of picture and caption often has the class too; then it is the inner element that counts.
			caption:   n.tag == "figcaption" || n.tag == "caption" || n.tag != "figure" && captionHints.match(n),
			credit:    creditHints.match(n),
			image:     n.tag == "figure" || imageHints.match(n),
			pullquote: pullquoteHints.match(n) || n.tag == "aside" && n.find("blockquote") != nil && len(n.words()) < 400,
			embed:     embedHints.match(n),
			media:     n.tag == "figure" && holdsMedia(n),
		}
	}
	return n.traits.parts
}

// isCaption reports whether the element is a caption by tag or class.
func isCaption(n *node) bool { return partsOf(n).caption }

// pictureCreditHints are the names of credits that need no figure around them; maxCreditText bytes are as long as they get.
var pictureCreditHints = hints("photo credit, image credit, img credit, picture credit, photo author, image author, photo source, image source")

const maxCreditText = 120

// captionAuthors name the photographer inside a caption.
var captionAuthors = hints("author, autor, auteur, fotograf, fotografo")

// isCredit reports whether the element names the photographer or the source of a picture: mostly inside a figure or a caption.
func isCredit(n *node) bool {
	if n.tag == "span" && isCaption(n.parent) && captionAuthors.match(n) {
		return true
	}
	if !partsOf(n).credit {
		return false
	}
	if pictureCreditHints.match(n) && n.size < maxCreditText {
		return true
	}
	for a := n.parent; a != nil; a = a.parent {
		if partsOf(a).image || isCaption(a) {
			return true
		}
	}
	return false
}

var imageHints = hints("image, photo, picture, media, figure, gallery, slideshow, img, video, lead image")

// classify sets the kind of a piece from the elements that hold it.
func classify(p *piece) {
	if p.Kind != "" {
		return
	}
	p.Kind = KindParagraph
	for n := p.node; n != nil; n = n.parent {
		if kind := kindOf(n, p); kind != "" {
			p.Kind = kind
			return
		}
		if n.tag == "article" || n.tag == "main" || n.tag == "section" {
			return
		}
	}
}

// inCaption reports whether the element stands in a caption, not far out.
func inCaption(n *node) bool {
	for range 3 {
		if n = n.parent; n == nil {
			return false
		}
		if isCaption(n) {
			return true
		}
	}
	return false
}

// maxCaption is the number of words in the longest text in a figure that is a caption and not a part of the article.
const maxCaption = 120

// inQuoteFigure reports whether an element stands in a figure that shows a quotation and no picture.
func inQuoteFigure(n *node) bool {
	for a := n.parent; a != nil && a.tag != "article" && a.tag != "body"; a = a.parent {
		if a.tag == "figure" {
			return a.find("blockquote") != nil && a.find("img") == nil
		}
	}
	return false
}

// followsPicture reports whether a paragraph is a picture with a text in italics below it.
func followsPicture(p *node) bool {
	for _, tag := range []string{"em", "i"} {
		if text := p.find(tag); text != nil {
			picture := p.find("img")
			return picture != nil && picture.id < text.id && !picture.within(text)
		}
	}
	return false
}

// isItalic reports whether all of the piece's text is in italics.
func isItalic(p *piece) bool {
	for _, m := range p.Marks {
		if m.Kind == MarkEmphasis && m.Start == 0 && m.End == len(p.Text) {
			return true
		}
	}
	return false
}

// figureLabel matches the number of a figure or a table where it stands alone.
var figureLabel = regexp.MustCompile(`^(?i:fig(ure|\.)?|table|box|chart|scheme|abb(ildung|\.)|tab(elle|\.)|figura|tabla|tableau|tabela|рис(унок|\.)|таблица|図|表)\s*[\dA-Z]{1,3}([.–-]\d+)?[.:]?$`)

// kindOf returns the kind that the element gives to a piece inside it, or "".
func kindOf(n *node, p *piece) Kind {
	switch n.tag {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		if n.tag != "h1" && (inCaption(n) || figureLabel.MatchString(p.Text)) {
			return KindCaption // the name of a video or a gallery, the number of a figure
		}
		p.Level = int(n.tag[1] - '0')
		return KindHeading
	case "p":
		if p.words <= maxCaption && isItalic(p) && followsPicture(n) {
			return KindCaption
		}
		if strings.HasPrefix(n.attr("class"), "MsoList") {
			p.Level = 1
			return KindList
		}
	case "pre":
		return KindCode
	case "blockquote":
		return quoteKind(n, p)
	case "li":
		return itemKind(n, p)
	case "dd", "dt":
		p.Level = 1
		return KindList
	}
	switch n.attr("role") {
	case "heading":
		p.Level = 2
		if v, err := strconv.Atoi(n.attr("aria-level")); err == nil && v >= 1 && v <= 6 {
			p.Level = v
		}
		return KindHeading
	case "listitem":
		p.Level = 1
		return KindList
	}
	switch {
	case (isCredit(n) || isCaption(n)) && inQuoteFigure(n):
		return KindBlockquote // who is quoted
	case isCredit(n):
		return KindCredit
	case isCaption(n), n.tag == "figure" && p.words <= maxCaption && !linkCards.match(n) && partsOf(n).media:
		return KindCaption
	case hasHint(n, footnoteHints), saysNote(n):
		return KindNote
	case partsOf(n).pullquote:
		return KindPullquote
	}
	return ""
}

// holdsMedia reports whether a figure shows anything but text.
func holdsMedia(figure *node) bool {
	found := false
	figure.walk(func(n *node) bool {
		found = found || mediaTags[n.tag]
		return !found
	})
	return found
}

var mediaTags = set("img picture video audio object embed canvas amp-img amp-video")

// linkCards are figures that show another page with its picture.
var linkCards = hints("bookmark card, link card, link preview")

var footnoteHints = set("footnote footnotes endnote endnotes")

// itemKind tells an item of a list from a note, and from a heading whose number a list of one item draws.
func itemKind(li *node, p *piece) Kind {
	for a := li.parent; a != nil && (a.tag == "ol" || a.tag == "ul" || headingTags[a.tag]); a = a.parent {
		if headingTags[a.tag] {
			return kindOf(a, p)
		}
	}
	p.Level, p.Number = listPlace(li, p)
	if hasHint(li, noteHints) || strings.Contains(li.attr("role"), "endnote") {
		return KindNote
	}
	for a, n := li.parent, 0; a != nil && n < 3; a, n = a.parent, n+1 {
		if hasHint(a, footnoteHints) {
			return KindNote
		}
	}
	return KindList
}

var headingTags = set("h1 h2 h3 h4 h5 h6")

// quoteKind tells a quotation from a pull quote and an embedded post.
func quoteKind(n *node, p *piece) Kind {
	p.Cite = n.attr("cite")
	for a := n; a != nil && a.tag != "article" && a.tag != "body"; a = a.parent {
		if partsOf(a).embed {
			p.Cite = embedAuthor(n)
			return KindEmbed
		}
		if partsOf(a).pullquote || a.tag == "aside" {
			return KindPullquote
		}
	}
	if cite := n.find("cite"); p.Cite == "" && cite != nil && cite.size < 100 {
		p.Cite = strings.TrimLeft(cite.words(), "—–- ")
	}
	return KindBlockquote
}

// postLink matches the short addresses that a network writes into a post for its pictures and links.
var postLink = regexp.MustCompile(`(?:https?://t\.co/|pic\.(?:twitter|x)\.com/)\w+`)

// dropPostLinks marks the short addresses in a post as furniture: nobody can hear where they lead.
func dropPostLinks(p *piece) {
	for _, at := range postLink.FindAllStringIndex(p.Text, -1) {
		p.Marks = append(p.Marks, Mark{Kind: MarkDrop, Value: "embed/link", Start: at[0], End: at[1]})
	}
	sortMarks(p.Marks)
}

var embedByline = regexp.MustCompile(`[—–-]\s*([^—–(]{2,60}?)\s*\((@[\w.@-]+)\)`)

// embedAuthor returns the name at the end of an embedded post: "— Ann Lee (@annlee) May 4, 2020".
func embedAuthor(n *node) string {
	if m := embedByline.FindStringSubmatch(n.words()); m != nil {
		return m[1]
	}
	return n.attr("cite")
}

// listPlace returns the depth of a list item, and its number when the list is numbered and p is its first piece.
func listPlace(li *node, p *piece) (level, number int) {
	var list *node
	for a := li.parent; a != nil; a = a.parent {
		if a.tag == "ul" || a.tag == "ol" {
			level++
			if list == nil {
				list = a
			}
		}
	}
	level = max(level, 1)
	if list == nil || list.tag != "ol" || !startsItem(li, p) {
		return level, 0
	}
	number = li.ordinal
	if v, err := strconv.Atoi(list.attr("start")); err == nil {
		number += v - 1
	}
	if v, err := strconv.Atoi(li.attr("value")); err == nil {
		number = v
	}
	return level, number
}

// startsItem reports whether p is the first text of the list item.
func startsItem(li *node, p *piece) bool {
	first := -1
	li.walk(func(k *node) bool {
		if first < 0 && k.tag == "" && strings.TrimSpace(k.text) != "" {
			first = k.start
		}
		return first < 0
	})
	return first == p.Start
}
