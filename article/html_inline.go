package article

import (
	"cmp"
	"net/url"
	"slices"
	"strings"
)

// notText are elements whose content is no text of the page: what it draws, plays or does.
var notText = set("head title script style template svg canvas annotation annotation-xml object audio video iframe datalist map progress meter rp rt")

var blockTags = set(`address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption
	figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option optgroup p pre search section select
	summary table tbody td tfoot th thead title tr ul label`)

// isBlockTag reports whether a browser starts a new line for the element.
func isBlockTag(tag string) bool { return blockTags[tag] }

// isHidden reports whether the page does not show the element. One that holds the better part of the page's text is
// shown by a script sooner or later, and a formula is hidden behind its picture.
func (f *flow) isHidden(n *node) bool {
	return saysHidden(n) && n.size*5 < f.size*2 && n.find("math") == nil
}

// saysHidden reports whether the element's attributes hide it.
func saysHidden(n *node) bool {
	if n.has("hidden") && n.attr("hidden") != "until-found" {
		return true
	}
	style := n.attr("style")
	if style == "" {
		return false
	}
	style = strings.ToLower(strings.ReplaceAll(style, " ", ""))
	return strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
}

// editLinks name the links beside a wiki's headings, and the numbers that LaTeX draws before a footnote and beside a formula.
var editLinks = hints("mw editsection, ltx tag note, ltx tag equation")

// markOf returns the mark that an inline element makes, if any, and its value.
func (f *flow) markOf(n *node) (MarkKind, string) {
	if hasHint(n, backlinkHints) {
		return MarkNoteRef, ""
	}
	if editLinks.match(n) {
		return MarkDrop, "page/widget"
	}
	if n.tag == "span" && strings.Contains(n.attr("style"), "mso-list") {
		return MarkDrop, "list/mark" // Word's bullet or number
	}
	if unseenHints.match(n) && strings.IndexFunc(n.words(), isLetterOrDigit) >= 0 {
		return MarkDrop, unspoken.rule
	}
	switch n.tag {
	case "a":
		href := n.attr("href")
		if isNoteRef(n) {
			return MarkNoteRef, ""
		}
		if href != "" && !strings.HasPrefix(strings.ToLower(href), "javascript:") {
			return MarkLink, resolve(f.base, href)
		}
	case "sup":
		if isNoteRef(n) {
			return MarkNoteRef, ""
		}
	case "code", "kbd", "samp", "tt":
		return MarkCode, ""
	case "em", "i", "cite", "dfn", "var":
		return MarkEmphasis, ""
	case altTag:
		return MarkDrop, "markdown/alt"
	}
	if lang := cleanLang(n.attr("lang")); lang != "" && !sameLanguage(lang, f.lang) {
		return MarkLang, lang
	}
	return "", ""
}

// unseenHints name what a page says to those alone who cannot see it: "opens in a new window", "Image caption".
var unseenHints = hints("visually hidden, visuallyhidden, sr only, screen reader text, screenreader text, screen reader only, a11y hidden")

// resolve makes an address absolute; what is no address is returned as it is.
func resolve(base *url.URL, href string) string {
	u, err := url.Parse(strings.TrimSpace(href))
	if err != nil {
		return href
	}
	if base != nil {
		u = base.ResolveReference(u)
	}
	return u.String()
}

// sortMarks puts marks in order of their start, the longer first.
func sortMarks(marks []Mark) {
	slices.SortStableFunc(marks, func(a, b Mark) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
}

// sameLanguage reports whether two tags name the same language, whatever the country.
func sameLanguage(a, b string) bool {
	a, _, _ = strings.Cut(a, "-")
	b, _, _ = strings.Cut(b, "-")
	return a == b
}
