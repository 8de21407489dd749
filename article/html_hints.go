package article

import (
	"slices"
	"strings"
	"unicode"
)

// classWords returns the words of an element's class, id and the like, lower case: "RelatedStories__list" is related,
// stories, list.
func (n *node) classWords() []string {
	if n.hints != nil || n.tag == "" {
		return n.hints
	}
	n.hints = []string{}
	for i := range n.attrs {
		switch n.attrs[i].Key {
		case "class", "id", "itemprop", "role", "data-testid", "data-component", "data-type", "data-module", "data-component-name", "data-gu-name", "aria-label":
			n.hints = splitWords(n.hints, n.attrs[i].Val)
		}
	}
	return n.hints
}

// splitWords appends the words of a name written in any of the ways that style sheets use, at most a hundred.
func splitWords(words []string, name string) []string {
	start := -1
	var prev rune
	cut := func(end int) {
		if start >= 0 && len(words) < 100 {
			words = append(words, strings.ToLower(name[start:end]))
		}
		start = -1
	}
	for i, r := range name {
		switch {
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			cut(i)
		case start >= 0 && unicode.IsUpper(r) && unicode.IsLower(prev):
			cut(i)
			start = i
		case start < 0:
			start = i
		}
		prev = r
	}
	cut(len(name))
	return words
}

// hasHint reports whether one of the words stands in the element's class or id.
func hasHint(n *node, words map[string]bool) bool {
	return slices.ContainsFunc(n.classWords(), func(w string) bool { return words[w] })
}

// hasPhrase reports whether the words of phrase stand next to each other in the element's class or id.
func hasPhrase(n *node, phrase []string) bool {
	have := n.classWords()
	for i := 0; i+len(phrase) <= len(have); i++ {
		if slices.Equal(have[i:i+len(phrase)], phrase) {
			return true
		}
	}
	return false
}

// hintSet is a set of words and phrases to look for in class and id.
type hintSet struct {
	words   map[string]bool
	phrases [][]string
}

// hints makes a hintSet of a comma separated list of words and phrases.
func hints(list string) hintSet {
	h := hintSet{words: map[string]bool{}}
	for item := range strings.SplitSeq(list, ",") {
		words := strings.Fields(item)
		switch len(words) {
		case 0:
		case 1:
			h.words[words[0]] = true
		default:
			h.phrases = append(h.phrases, words)
		}
	}
	return h
}

// match reports whether the element's class or id has one of the words or phrases.
func (h hintSet) match(n *node) bool {
	if len(n.classWords()) == 0 {
		return false
	}
	return hasHint(n, h.words) || slices.ContainsFunc(h.phrases, func(p []string) bool { return hasPhrase(n, p) })
}

// zone is a part of a page that is not the article, known by tag, role or the words of its class.
type zone struct {
	rule  string
	tags  map[string]bool
	roles map[string]bool
	hints hintSet
}

// zones are tried in order; the innermost element that matches one decides.
var zones = []zone{
	{"page/nav", set("nav menu"), set("navigation menu menubar tablist"), hints(
		"nav, navbar, navigation, subnav, menu, breadcrumb, breadcrumbs, pagination, pager, masthead, toolbar, topbar, skip link, skip to content, jump links")},
	{"page/footer", set("footer"), set("contentinfo"), hints("footer, colophon, copyright, site info, legal, disclaimer")},
	{"page/comments", nil, nil, hints("comments, comment, disqus, respond, livefyre, commentlist, coral, discussion, replies, reply")},
	{"page/share", nil, nil, hints("share, sharing, shares, social, socials, addthis, sharedaddy, addtoany, sharebar, follow, sharetools, jp relatedposts")},
	{"page/related", nil, nil, hints(`related, recommended, recommendations, recommendation, recirc, recirculation, trending, popular, outbrain, taboola, readmore, read more,
		more stories, more news, also read, see also, most read, hatnote, bookmark card, wp embedded content, digest post embed, embedded post, embedded publication, kg bookmark, link preview, link card, linkcard, embedly card, next article, next post, prev post, previous post, post navigation, you may like, also like, teaser, teasers, upnext, up next,
		latest, relatedlinks, morefrom, more from, most viewed, topstories, top stories, crosslinks, zergnet, revcontent, nextprev, most popular`)},
	{"page/ad", nil, nil, hints("ad, ads, advert, adverts, advertisement, advertising, advertorial, adslot, adsense, dfp, sponsor, sponsored, sponsors, promo, promos, promotion, promoted, teads, affiliate, commercial, adunit, adwrapper")},
	{"page/newsletter", nil, nil, hints("newsletter, newsletters, signup, sign up, subscribe, subscription, mailchimp, optin, paywall, regwall, donate, donation, subscriber")},
	{"page/author", nil, nil, hints("author bio, authorbio, about author, about the author, author box, authorbox, author info, author card, bio, author profile, authors bio, author description, postprofile, post profile")},
	{"page/tags", nil, nil, hints("tags, tag list, taglist, topics, tag, keywords, post categories, cat links, tag links")},
	{"page/dialog", set("dialog"), set("dialog alertdialog alert banner tooltip"), hints("ambox, mbox, metadata ambox, modal, popup, overlay, lightbox, cookie, cookies, consent, gdpr, toast, tooltip, onetrust")},
	{"page/widget", nil, set("search"), hints("widget, player, poll, quiz, toolbox, tools, print, listen, rating, ratings, search, carousel, login, weather, screen reader text, sr only, visually hidden, visuallyhidden, noprint, no print, navbox")},
	{"page/form", set("form button select label fieldset option optgroup"), nil, hints("form")},
	{"page/aside", set("aside"), set("complementary"), hints("sidebar, aside, rail, sidebars, secondary sidebar, secondary widget area")},
}

// notZones are names of page builders and of articles' own parts that hold words of a zone.
var notZones = hints("article masthead, story masthead, gallery teaser, wp block, et pb, vc row, vc column, hentry, sticky navbar")

// builderHints name the page builder that calls every element a widget.
var builderHints = set("elementor")

// zoneOf returns the zone that the element itself opens, or nil. It is certain when the tag or the role says so and not
// only a class name.
func zoneOf(n *node) (z *zone, certain bool) {
	if !n.traits.zoned {
		n.traits.zone, n.traits.certain = findZone(n)
		n.traits.zoned = true
	}
	return n.traits.zone, n.traits.certain
}

// unspoken holds what a page shows but hides from those who listen to it: icons, and words said a second time. A dialog
// hides the whole page behind it in the same way, so only little text is believed to be meant.
var unspoken = zone{rule: "page/unspoken"}

// asides is the zone of the tables that sum up an encyclopedia's article beside its text.
var asides = zone{rule: "page/aside"}

var (
	infobox        = set("infobox")
	pageProperties = set("properties") // of a page of Notion
)

// maxAriaHidden is the size of the longest such text, in bytes.
const maxAriaHidden = 300

// traits are the meanings of an element's tag and class that are asked for again and again.
type traits struct {
	zoned, certain bool
	zone           *zone
	parted         bool
	parts          parts
}

// findZone is zoneOf without memory.
func findZone(n *node) (z *zone, certain bool) {
	if n.attr("aria-hidden") == "true" && n.size < maxAriaHidden {
		return &unspoken, true
	}
	if n.tag == "" || n.tag == "html" || n.tag == "body" || n.tag == "main" || n.tag == "#document" {
		return nil, false
	}
	if n.tag == "table" && (hasHint(n, infobox) || hasHint(n, pageProperties) && n.inside("header")) {
		return &asides, true
	}
	if n.tag == "footer" && n.inside("blockquote") {
		return nil, false // who is quoted
	}
	if saysNote(n) {
		return nil, false
	}
	role := n.attr("role")
	for i := range zones {
		z := &zones[i]
		if z.tags[n.tag] || role != "" && z.roles[role] {
			return z, true
		}
		if z.hints.match(n) && !notZones.match(n) && !(z.rule == "page/widget" && hasHint(n, builderHints)) {
			return z, false
		}
	}
	return nil, false
}
