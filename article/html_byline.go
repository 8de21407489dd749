package article

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// pickAuthors returns the authors: those of the article's JSON-LD, then of the meta elements, then of the bylines. The
// name of the site itself, or of another organisation, counts only when no person is named anywhere.
func pickAuthors(m *metadata, p *page, pieces []*piece, title *piece) []string {
	var fallback []string
	site := firstOf(m.one("og:site_name"), ldString(m.ld, "publisher"))
	weak := func(names []string, organisation bool) bool {
		if len(names) == 0 {
			return true
		}
		if organisation || len(names) == 1 && (sameWords(names[0], site) || !strings.Contains(names[0], " ") && isOrganisation(names[0])) {
			if fallback == nil {
				fallback = names
			}
			return true
		}
		return false
	}
	for _, o := range m.ld {
		for _, key := range []string{"author", "creator"} {
			if names, organisation := ldNames(o[key]); !weak(names, organisation) {
				return names
			}
		}
	}
	for _, name := range authorNames {
		if names := cleanAuthors(givenFirst(name, m.names[name])); !weak(names, false) {
			return names
		}
	}
	if names := markedAuthors(p.root, title); !weak(names, false) {
		return names
	}
	if names := textAuthors(pieces, title); !weak(names, false) {
		return names
	}
	if names := toldAuthor(pieces, title); names != nil {
		return names
	}
	return fallback
}

// givenFirst turns names round that libraries write with the family's first: "Kemp, Laura".
func givenFirst(meta string, names []string) []string {
	if meta != "citation_author" && meta != "dc.creator" {
		return names
	}
	out := make([]string, len(names))
	for i, name := range names {
		out[i] = name
		if family, given, ok := strings.Cut(name, ","); ok && !strings.Contains(given, ",") && len(strings.Fields(family)) <= 2 && len(strings.Fields(given)) <= 3 && !credential.MatchString(strings.TrimSpace(given)) {
			out[i] = strings.TrimSpace(given) + " " + strings.TrimSpace(family)
		}
	}
	return out
}

// isOrganisation reports whether a name is that of a paper or an agency.
func isOrganisation(name string) bool { return orgWord.MatchString(name) }

// authorNames are the meta elements that name the author, the most careful publishers' first.
var authorNames = []string{"byl", "parsely-author", "sailthru.author", "author", "article:author", "citation_author", "dc.creator", "dcterms.creator", "dc.contributor",
	"og:author", "og:article:author", "cxenseparse:author", "twitter:creator:name", "creator"}

// ldNames returns the names of the persons in an author property, or, where there are none, of the organisations.
func ldNames(v any) (names []string, organisation bool) {
	list, ok := v.([]any)
	if !ok {
		list = []any{v}
	}
	var persons, others []string
	for _, x := range list {
		found := stringsOf(x)
		if o, ok := x.(map[string]any); ok && strings.HasSuffix(typeOf(o), "Organization") {
			others = append(others, found...)
			continue
		}
		persons = append(persons, found...)
	}
	if names = cleanAuthors(persons); len(names) > 0 {
		return names, false
	}
	return cleanAuthors(others), true
}

// typeOf returns the type of a JSON-LD object as it is written.
func typeOf(o map[string]any) string {
	s, _ := o["@type"].(string)
	return s
}

var (
	authorLink  = regexp.MustCompile(`(?i)/(authors?|writers?|contributors?|by|staff|people|profiles?|reporters?|journalists?|columnists?|newsteam|team|autor(en)?|auteurs?)/[^/]+/?$`)
	authorHints = hints("byline, bylines, author, authors, vcard, authorname, by line, by author, post author, writer, contributor, contributors, reporter, journalist, autor, auteur")
)

// markedAuthors returns the names in elements that are marked as author or byline: the first after the title, else the
// last before it.
func markedAuthors(root *node, title *piece) []string {
	titleAt := -1
	if title != nil {
		titleAt = title.node.id
	}
	var before, after []string
	article := root.find("article")
	root.walk(func(n *node) bool {
		if after != nil || n.tag == "" {
			return false
		}
		if z, _ := zoneOf(n); z != nil && notBylines[z.rule] && !n.within(article) {
			return false
		}
		if !isAuthorMark(n) {
			return true
		}
		names := namesIn(n)
		switch {
		case len(names) == 0, len(names) == 1 && holdsMarks(n):
			return true
		case n.id > titleAt:
			after = names
		default:
			before = names
		}
		return false
	})
	if after != nil {
		return after
	}
	return before
}

// holdsMarks reports whether two elements that name an author stand side by side somewhere in n.
func holdsMarks(n *node) bool {
	found := false
	n.walk(func(k *node) bool {
		marks := 0
		for _, kid := range k.kids {
			if kid.tag != "" && isAuthorMark(kid) {
				marks++
			}
		}
		found = found || marks > 1
		return !found
	})
	return found
}

// notBylines are the zones whose bylines belong to other articles or to comments.
var notBylines = set("page/nav page/footer page/comments page/related page/ad page/newsletter")

// isAuthorMark reports whether an element is marked as naming the author.
func isAuthorMark(n *node) bool {
	switch {
	case slices.Contains(strings.Fields(n.attr("rel")), "author"), strings.EqualFold(n.attr("itemprop"), "author"):
		return true
	case n.tag == "a" && authorLink.MatchString(n.attr("href")):
		return true
	}
	return n.tag != "body" && n.tag != "article" && n.tag != "main" && n.tag != "img" && authorHints.match(n)
}

// namesIn returns the names in a marked element, and those in its neighbours of the same kind.
func namesIn(n *node) []string {
	names := blockNames(n)
	if len(names) == 0 && hasHint(n, nameHints) {
		names = nickname(cutByline.ReplaceAllString(n.wordsBut(isBeside), ""))
	}
	if len(names) == 0 || n.parent == nil {
		return names
	}
	for _, k := range n.parent.kids {
		if len(names) < maxAuthors && k != n && k.tag == n.tag && k.attr("class") == n.attr("class") && isAuthorMark(k) {
			names = append(names, bylineNames(k.wordsBut(isBeside))...)
		}
	}
	return cleanAuthors(names)
}

// maxNameLine is the number of bytes from which on a line is no byline.
const maxNameLine = 1000

// isBeside reports whether an element in a byline is a note, a note's mark, or for screen readers alone.
func isBeside(n *node) bool {
	return n.tag != "" && (isInlineNote(n) || unseenHints.match(n) || n.tag == "sup" && isNoteRef(n))
}

// blockNames returns the names in an element: those of its first block that has any, and of the next ones where "and" joins
// them. What stands in a block of its own below a name is a title, a place or a paper.
func blockNames(n *node) []string {
	var lines []string
	n.walk(func(k *node) bool {
		switch {
		case isBeside(k):
			return false
		case k.tag != "":
			if isBlockTag(k.tag) {
				lines = append(lines, "")
			}
		case len(lines) == 0:
			lines = append(lines, k.text)
		case len(lines[len(lines)-1]) < maxNameLine:
			lines[len(lines)-1] += k.text
		}
		return true
	})
	if len(lines) < 2 {
		return bylineNames(n.wordsBut(isBeside))
	}
	joined := false
	var names []string
	for _, line := range lines {
		line = strings.Join(strings.Fields(line), " ")
		switch {
		case line == "":
		case len(names) == 0:
			names = bylineNames(line)
		case joinsNames.MatchString(line):
			joined = true
			names = append(names, bylineNames(joinsNames.ReplaceAllString(line, ""))...)
		case joined:
			joined = false
			names = append(names, bylineNames(line)...)
		}
	}
	return names
}

var joinsNames = regexp.MustCompile(`(?i)^(?:and|und|et|y|&|,)(?:\s+|$)`)

var byName = regexp.MustCompile(`(?:^|(\S*)\s)(?i:by)\s+((?:\p{Lu}[\pL.'’-]*\s+)(?:(?:and|von|van|de|del|da|di|la|le|bin|al|ter)\s+|\p{Lu}[\pL.'’-]*\s*){1,6})`)

// writingWords are the words before "by" in a byline; any other, as in "drawn by", begins no byline.
var writingWords = set("written posted published submitted reported reviewed contributed story text words article report analysis opinion review post interview compiled created added")

// textAuthors reads "By Ann Lee" in the lines around the title.
func textAuthors(pieces []*piece, title *piece) []string {
	at := max(slices.Index(pieces, title), 0)
	lines := pieces[max(at-4, 0):min(at+16, len(pieces))]
	for i, x := range lines {
		if x.words > 25 || x == title || x.Kind == KindCaption || x.Kind == KindCredit {
			continue
		}
		if m := byName.FindStringSubmatch(x.Text); m != nil && (!isLowerWord(m[1]) || writingWords[m[1]]) {
			if names := bylineNames(m[2]); len(names) > 0 {
				return names
			}
		}
		// "By" alone, and the name in the next line.
		if byAlone.MatchString(x.Text) && i+1 < len(lines) {
			if names := append(bylineNames(lines[i+1].Text), nickname(lines[i+1].Text)...); len(names) > 0 {
				return names[:1]
			}
		}
	}
	return nil
}

// toldAuthor returns the name that stands alone below the title and of whose bearer a line further down says that he writes. A topic stands
// there too: a heading is none, and what it covers is no work.
func toldAuthor(pieces []*piece, title *piece) []string {
	at := slices.Index(pieces, title) + 1
	if at == 0 {
		return nil
	}
	for i, x := range pieces[at:min(at+8, len(pieces))] {
		names := bylineNames(x.Text)
		if x.Kind == KindHeading || len(names) != 1 || !sameWords(names[0], x.Text) || !strings.Contains(names[0], " ") {
			continue
		}
		if slices.ContainsFunc(pieces[at+i+1:], func(y *piece) bool {
			behind, ok := strings.CutPrefix(y.Text, names[0])
			return ok && y.words > 3 && y.words <= maxBio && TellsTrade(behind) && !strings.HasPrefix(behind, " covers")
		}) {
			return names
		}
	}
	return nil
}

// isLowerWord reports whether s is a word in small letters.
func isLowerWord(s string) bool {
	return s != "" && strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLower(r) }) < 0
}

var nameHints = set("author vcard fn authorname")

var byAlone = regexp.MustCompile(`^(?i:(written |posted |story )?by)\s*:?$`)
