package article

import (
	"regexp"
	"strings"
)

// titleTail matches the separators between a page's title and its site's name.
var titleTail = regexp.MustCompile(`\s+[|–—\-·•»:]\s+|\s*[|»]\s*`)

// pickTitle returns the article's title and the piece that shows it, which may be nil. A heading that agrees with what
// the metadata says is best: the metadata may carry the site's name, and the page other headings.
func pickTitle(m *metadata, pieces []*piece) (string, *piece) {
	said := []string{ldString(m.ld, "headline"), m.one("og:title"), m.one("twitter:title", "dc.title", "parsely-title", "sailthru.title"), m.title}
	var best *piece
	score := 0
	for i, x := range pieces {
		if x.Kind != KindHeading || len(x.Text) > 500 {
			continue
		}
		s := 4 - x.Level // an h1 is likelier than an h3
		for _, t := range said {
			s += 10 * agreement(x.Text, t)
		}
		if hasHint(x.node, titleHints) {
			s += 3
		}
		if x.Level == 1 && i < len(pieces)/2 {
			s += 2
		}
		if s > score && (s >= 8 || x.Level == 1) {
			best, score = x, s
		}
	}
	if best != nil {
		return best.Text, best
	}
	for _, t := range said[:3] {
		if t != "" {
			return cutSite(t, m), nil
		}
	}
	return cutSite(m.title, m), nil
}

var titleHints = set("headline title")

// agreement is 2 when the two strings are the same, 1 when one holds the other as a good part, else 0.
func agreement(heading, said string) int {
	a, b := letters(heading), letters(said)
	switch {
	case a == "" || b == "":
		return 0
	case a == b:
		return 2
	case strings.HasPrefix(b, a) && len(a) > 10, strings.HasPrefix(a, b) && len(b) > 10, strings.HasSuffix(b, a) && len(a) > 20:
		return 1
	}
	return 0
}

// cutSite takes the site's name off a title: "Headline | The Paper".
func cutSite(title string, m *metadata) string {
	cuts := titleTail.FindAllStringIndex(title, -1)
	site := letters(firstOf(m.one("og:site_name"), ldString(m.ld, "publisher")))
	for i := len(cuts) - 1; i >= 0; i-- {
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

// pickAuthors returns the authors: those of the article's JSON-LD, then of the meta elements, then of the bylines.
func pickAuthors(m *metadata, pieces []*piece, title *piece) []string {
	for _, o := range m.ld {
		for _, key := range []string{"author", "creator"} {
			if names := personsFirst(o[key]); len(names) > 0 {
				return names
			}
		}
	}
	for _, name := range authorNames {
		if names := cleanAuthors(m.names[name]); len(names) > 0 {
			return names
		}
	}
	return bylineAuthors(pieces, title)
}

// authorNames are the meta elements that name the author, the most careful publishers' first.
var authorNames = []string{"byl", "parsely-author", "sailthru.author", "author", "article:author", "citation_author", "dc.creator", "dcterms.creator", "dc.contributor", "og:author", "cxenseparse:author", "twitter:creator:name", "creator"}

// personsFirst returns the names of the persons in an author property, or, where there are none, of the organisations.
func personsFirst(v any) []string {
	list, ok := v.([]any)
	if !ok {
		list = []any{v}
	}
	var persons, others []string
	for _, x := range list {
		names := cleanAuthors(stringsOf(x))
		if o, ok := x.(map[string]any); ok && ldObject(o).typeName() == "" && o["@type"] != "Person" {
			others = append(others, names...)
			continue
		}
		persons = append(persons, names...)
	}
	if len(persons) > 0 {
		return cleanAuthors(persons)
	}
	return cleanAuthors(others)
}

// bylineAuthors reads the names from the text around the title: elements marked as author or byline, or lines that
// begin with "By".
func bylineAuthors(pieces []*piece, title *piece) []string {
	for _, x := range pieces {
		if x.Kind == KindByline {
			if names := bylineNames(x.Text); len(names) > 0 {
				return names
			}
		}
	}
	return nil
}

// pickDate returns when the article was published.
func pickDate(m *metadata, p *page, pieces []*piece) string {
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
	for _, x := range pieces {
		if x.Kind == KindDate || x.Kind == KindByline {
			if d := cleanDate(x.Text); d != "" {
				return d
			}
		}
	}
	if m.base != nil {
		if d := urlDate.FindStringSubmatch(m.base.Path); d != nil {
			return dayOf(d[1], d[2], d[3])
		}
	}
	return firstOf(cleanDate(m.one("article:modified_time", "last-modified", "datemodified", "og:updated_time")))
}

var urlDate = regexp.MustCompile(`/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?:/|-|$)`)

// dateNames are the meta elements that date an article, from when it was published to when the page was made.
var dateNames = []string{"article:published_time", "datepublished", "og:published_time", "article:published", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date",
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
