package article

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
)

// metadata is what a page says about itself outside its text.
type metadata struct {
	base  *url.URL
	names map[string][]string // contents of meta elements by lower-case name, property or itemprop
	ld    []ldObject          // JSON-LD objects that describe an article, the best first
	title string              // of the title element
	lang  string
	links map[string]string // href of link elements by rel
}

// readMetadata gathers the metadata of a page. Where the page came from no address, its own is the base.
func readMetadata(p *page, base *url.URL) *metadata {
	m := &metadata{base: base, names: map[string][]string{}, links: map[string]string{}, ld: articleObjects(p.jsonLD)}
	p.root.walk(func(n *node) bool {
		switch n.tag {
		case "html":
			m.lang = firstOf(n.attr("lang"), n.attr("xml:lang"))
		case "body":
			m.lang = firstOf(m.lang, n.attr("lang"))
		case "title":
			if m.title == "" && n.parent != nil && n.parent.tag != "svg" {
				m.title = n.words()
			}
		case "meta":
			m.addMeta(n)
		case "link":
			for rel := range strings.FieldsSeq(strings.ToLower(n.attr("rel"))) {
				if m.links[rel] == "" {
					m.links[rel] = n.attr("href")
				}
			}
		}
		return true
	})
	if m.base == nil { // a saved page
		if u, err := url.Parse(firstOf(m.links["canonical"], m.one("og:url"))); err == nil && strings.HasPrefix(u.Scheme, "http") {
			m.base = u
		}
	}
	return m
}

// addMeta files a meta element under each of its names.
func (m *metadata) addMeta(n *node) {
	content := strings.Join(strings.Fields(html.UnescapeString(n.attr("content"))), " ")
	if content == "" || len(content) > 2000 {
		return
	}
	for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
		for name := range strings.FieldsSeq(strings.ToLower(n.attr(key))) {
			m.names[name] = append(m.names[name], content)
		}
	}
}

// one returns the first content of the first name that has one.
func (m *metadata) one(names ...string) string {
	for _, name := range names {
		if v := m.names[name]; len(v) > 0 {
			return v[0]
		}
	}
	return ""
}

// describePage sets what the metadata says about the Document, the title, authors and date excepted.
func (m *metadata) describePage(d *Document) {
	d.Lang = cleanLang(firstOf(m.lang, m.one("og:locale", "content-language", "dc.language", "inlanguage"), ldString(m.ld, "inLanguage")))
	d.Site = firstOf(m.one("og:site_name"), ldString(m.ld, "publisher"), m.one("citation_journal_title", "application-name", "cre", "twitter:site"))
	d.Site = strings.TrimPrefix(d.Site, "@")
	d.Canonical = m.address(firstOf(m.links["canonical"], m.one("og:url", "twitter:url")))
	d.Image = m.address(firstOf(m.one("og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src", "parsely-image-url", "thumbnail"),
		ldString(m.ld, "image"), m.links["image_src"]))
}

// address makes an address absolute, or returns "" for what is none.
func (m *metadata) address(s string) string {
	if s == "" {
		return ""
	}
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil {
		return ""
	}
	if m.base != nil {
		u = m.base.ResolveReference(u)
	}
	if u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return u.String()
}

// cleanLang makes a BCP 47 tag of what pages write: "en_US", "EN", "en-us".
func cleanLang(s string) string {
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == '_' || r == '-' })
	if len(parts) == 0 || len(parts[0]) < 2 || len(parts[0]) > 3 {
		return ""
	}
	parts[0] = strings.ToLower(parts[0])
	for i, part := range parts[1:] {
		switch {
		case len(part) == 2:
			parts[i+1] = strings.ToUpper(part)
		case len(part) == 4:
			parts[i+1] = strings.ToUpper(part[:1]) + strings.ToLower(part[1:])
		case len(part) > 8 || part == "":
			return strings.Join(parts[:i+1], "-")
		}
	}
	for _, part := range parts {
		if strings.ContainsFunc(part, func(r rune) bool { return !('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9') }) {
			return ""
		}
	}
	return strings.Join(parts, "-")
}

// firstOf returns the first string that is not empty.
func firstOf(list ...string) string {
	for _, s := range list {
		if s = strings.TrimSpace(s); s != "" {
			return s
		}
	}
	return ""
}
