package article

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"
)

// titleTail matches the separators between a page's title and its site's name.
var titleTail = regexp.MustCompile(`\s+[|–—\-·•»:]\s+|:\s+|\s*[|»]\s*`)

// pickTitle returns the article's title and the piece that shows it, which may be nil. A heading that agrees with what
// the metadata says is best: the metadata may carry the site's name, and the page other headings.
func pickTitle(m *metadata, pieces []*piece) (string, *piece) {
	said := []string{ldString(m.ld, "headline"), m.one("og:title"), m.one("twitter:title", "dc.title", "parsely-title", "sailthru.title"), m.title}
	for i, t := range said {
		said[i] = cutSite(t, m)
	}
	var best *piece
	score := 0
	for i, x := range pieces {
		if x.Kind != KindHeading && !isTitleParagraph(x, m) || len(x.Text) > 500 {
			continue
		}
		s := 4 - x.Level // an h1 is likelier than an h3
		for i, t := range said {
			if !slices.ContainsFunc(said[:i], func(u string) bool { return sameWords(t, u) }) {
				s += 10 * agreement(x.Text, t, x.Level == 1)
			}
		}
		if s < 10 && (isPartOf(x.Text, m.title) || x.Level <= 2 && sharesPart(x.Text, said[1])) {
			s += 8
		}
		switch {
		case x.Kind == KindParagraph:
			s += 10
		case hasHint(x.node, titleHints):
			s += 3
		}
		if isSiteName(x, m) {
			s -= 12
		}
		if x.Level == 1 && i < len(pieces)/2 {
			s += 2
		}
		if s > score && (s >= 8 || x.Level == 1) {
			best, score = x, s
		}
	}
	if best != nil {
		return wholeTitle(best, said, pieces), best
	}
	text := firstOf(said...)
	for _, x := range pieces[:(len(pieces)+1)/2] {
		if x.Kind == KindParagraph && x.linkWords == 0 && text != "" && (sameWords(x.Text, text) || x.boldWords == x.words && x.words > 1 && isPartOf(x.Text, m.title)) {
			return x.Text, x
		}
	}
	return text, nil
}

// wholeTitle returns the title that a heading begins and the line below it may end, as the metadata tells: "III" and "The Harbour".
func wholeTitle(heading *piece, said []string, pieces []*piece) string {
	text := withoutMarks(heading)
	for _, t := range said { // the lines of a heading that no space parts: "Flood in Passau" and "»No time for fear«"
		if len(heading.Marks) == 0 && len(t) > len(text) && sameWords(t, text) && strings.Count(t, " ") > strings.Count(text, " ") {
			heading.Text = t
			return t
		}
	}
	if i := slices.Index(pieces, heading) + 1; i < len(pieces) && pieces[i].Kind == KindParagraph {
		for _, t := range said {
			if strings.HasPrefix(t, text+":") && letters(text)+letters(pieces[i].Text) == letters(t) {
				pieces[i].Kind = KindSubtitle
				return t
			}
		}
	}
	return text
}

// withoutMarks returns the text of a heading without the marks of notes and the signs to jump by.
func withoutMarks(x *piece) string {
	var b strings.Builder
	at := 0
	for _, m := range x.Marks {
		if (m.Kind == MarkNoteRef || m.Kind == MarkDrop) && m.Start >= at {
			b.WriteString(x.Text[at:m.Start])
			at = m.End
		}
	}
	b.WriteString(x.Text[at:])
	return strings.Join(strings.Fields(b.String()), " ")
}

var titleHints = set("headline title")

// isTitleParagraph reports whether a paragraph is the title as Word and Google Docs write it.
func isTitleParagraph(x *piece, m *metadata) bool {
	if x.Kind != KindParagraph || x.node.tag != "p" || x.words > 40 {
		return false
	}
	class := strings.Fields(x.node.attr("class"))
	return slices.Contains(class, "MsoTitle") || slices.Contains(class, "title") && isPartOf(x.Text, m.title)
}

// sharesPart reports whether a heading and what the metadata says end with the same words behind a separator: each has
// another line above the headline before them.
func sharesPart(heading, said string) bool {
	a, b := titleTail.FindAllStringIndex(heading, -1), titleTail.FindAllStringIndex(said, -1)
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	tail := heading[a[len(a)-1][1]:]
	return len(tail) > 8 && sameWords(tail, said[b[len(b)-1][1]:])
}

// isPartOf reports whether a heading is what stands before or behind a separator in the page's title: "The Site: The headline".
func isPartOf(heading, title string) bool {
	for _, cut := range titleTail.FindAllStringIndex(title, -1) {
		if sameWords(heading, title[:cut[0]]) || sameWords(heading, title[cut[1]:]) {
			return true
		}
	}
	return false
}

var siteHints = hints("site title, site name, site logo, logo, blog title, masthead, site heading, sitetitle, sitename, site branding")

// isSiteName reports whether a heading names the site and not the article: it leads to the site's first page, its class
// says so, or it is what the metadata calls the site.
func isSiteName(x *piece, m *metadata) bool {
	if site := m.one("og:site_name"); site != "" && sameWords(x.Text, site) {
		return true
	}
	if siteHints.match(x.node) || x.node.parent != nil && siteHints.match(x.node.parent) {
		return true
	}
	for _, l := range x.Marks {
		if l.Kind == MarkLink && l.End-l.Start == len(x.Text) {
			u, err := url.Parse(l.Value)
			return err == nil && (u.Path == "/" || u.Path == "" && u.Host != "") && u.RawQuery == "" && u.Fragment == ""
		}
	}
	return false
}

// agreement is 2 when the two strings are the same, 1 when one holds the other as the greater part, else 0.
// Of a first heading half will do.
func agreement(heading, said string, first bool) int {
	a, b := letters(heading), letters(said)
	if first && a != b && min(len(a), len(b)) > 12 && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a)) && max(len(a), len(b)) <= 2*min(len(a), len(b)) {
		return 1
	}
	switch {
	case a == "" || b == "":
		return 0
	case a == b:
		return 2
	case len(a)*5 < len(b)*4 || len(b)*5 < len(a)*4:
		return 0
	case strings.Contains(b, a), strings.Contains(a, b):
		return 1
	}
	return 0
}

// cutSite takes the site's name off a title: "Headline | The Paper".
func cutSite(title string, m *metadata) string {
	cuts := titleTail.FindAllStringIndex(title, -1)
	site := letters(firstOf(m.one("og:site_name"), ldString(m.ld, "publisher")))
	for i := len(cuts) - 1; i >= 0; i-- {
		if cuts[i][1] > len(title) { // nothing stands behind it: "Headline | | The Paper"
			title = strings.TrimSpace(title[:cuts[i][0]])
			continue
		}
		head, tail := strings.TrimSpace(title[:cuts[i][0]]), strings.TrimSpace(title[cuts[i][1]:])
		if site != "" && (letters(tail) == site || strings.Contains(letters(tail), site)) {
			return head
		}
		if site != "" && letters(head) == site {
			return tail
		}
		sep := title[cuts[i][0]:cuts[i][1]]
		if i == len(cuts)-1 && !strings.Contains(sep, ":") && len(strings.Fields(tail)) <= 4 && len(strings.Fields(head)) >= 4 {
			title = head
		}
	}
	return title
}

// pickDate returns when the article was published.
func pickDate(m *metadata, p *page, pieces []*piece) string {
	published := saidDate(m, p, pieces)
	if m.base == nil {
		return published
	}
	inAddress := ""
	if d := urlDate.FindStringSubmatch(m.base.Path); d != nil {
		inAddress = dayOf(d[1], d[2], d[3])
	}
	if published == "" || strings.HasSuffix(published, "Z") && isNextDay(inAddress, published[:10]) {
		return inAddress // the day where the publisher lives, not in Greenwich
	}
	return published
}

// isNextDay reports whether the second day is one after or one before the first.
func isNextDay(a, b string) bool {
	s, err := time.Parse(time.DateOnly, a)
	t, err2 := time.Parse(time.DateOnly, b)
	return err == nil && err2 == nil && t.Sub(s).Abs() == 24*time.Hour
}

// saidDate returns the date of publication that the page gives.
func saidDate(m *metadata, p *page, pieces []*piece) string {
	for _, o := range m.ld {
		if d := cleanDate(strings.Join(stringsOf(o["datePublished"]), " ")); d != "" {
			return d
		}
	}
	for _, name := range dateNames {
		for _, v := range m.names[name] {
			if d := cleanDate(v); d != "" {
				return d
			}
		}
	}
	if d := markedDate(p); d != "" {
		return d
	}
	dayFirst := writesDayFirst(firstOf(m.lang, m.one("og:locale", "content-language")))
	for _, x := range pieces {
		if x.Kind == KindDate || x.Kind == KindByline {
			if d := dateIn(x.Text, dayFirst); d != "" {
				return d
			}
		}
	}
	if x := scriptDate.FindStringSubmatch(p.source); x != nil {
		if d := cleanDate(x[1]); d != "" {
			return d
		}
	}
	return firstOf(cleanDate(m.one("article:modified_time", "last-modified", "datemodified", "og:updated_time")))
}

// scriptDate finds the date in the data that a page's scripts work on.
var scriptDate = regexp.MustCompile(`(?i)"(?:date_?published|published_?(?:date|at|time|on)|publish_?(?:date|time)|pub_?date|publication_?date|first_?published(?:_?at|_?date)?)\\?"\s*:\s*\\?"([^"\\]{8,40})`)

var urlDate = regexp.MustCompile(`/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?:/|-|$)`)

// dateNames are the meta elements that date an article, from when it was published to when the page was made.
var dateNames = []string{"article:published_time", "datepublished", "og:published_time", "og:article:published_time", "article:published", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date",
	"publication_date", "citation_publication_date", "citation_date", "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date", "date", "article.published", "published_time", "publishedtime", "cxenseparse:recs:publishtime",
	"pdate", "ptime", "originalpublicationdate", "displaydate", "rnews:datepublished", "datecreated", "article_date_original", "published-date"}

// markedDate returns the date that an element of the page marks as the one of publication.
func markedDate(p *page) string {
	var published, first string
	p.root.walk(func(n *node) bool {
		if published != "" {
			return false
		}
		prop := strings.ToLower(n.attr("itemprop"))
		if n.tag != "time" && prop != "datepublished" && n.tag != "abbr" {
			return true
		}
		d := firstOf(cleanDate(n.attr("datetime")), cleanDate(n.attr("content")), cleanDate(n.attr("title")), cleanDate(n.words()))
		switch {
		case d == "":
		case prop == "datepublished" || n.has("pubdate") || hasHint(n, publishedHints):
			published = d
		case first == "" && n.tag == "time":
			first = d
		}
		return true
	})
	return firstOf(published, first)
}

var publishedHints = set("published pubdate publish entry posted")
