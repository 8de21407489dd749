package segment

import (
	"fmt"
	"slices"
	"strings"
)

// A Rule says what is left out and why. Its ID is the Rule of every Drop that it makes.
type Rule struct {
	ID   string // "family/name"
	Doc  string // one sentence for a listener who asks why
	Role Role   // what the text is when the rule is kept from dropping it
	Off  bool   // it drops only when Options name it
}

// rules is the table of all rules, sorted by ID.
var rules = []Rule{
	{"address/path", "of a web address all but the name of the site; a shortened address", RoleBody, false},
	{"boilerplate/affiliate", "a notice that the site earns from links", RoleNote, false},
	{"boilerplate/contact", "how to reach the author or the newsroom", RoleNote, false},
	{"boilerplate/copyright", "a notice of copyright or of the terms of use", RoleNote, false},
	{"boilerplate/republished", "where the article was published before", RoleNote, false},
	{"boilerplate/sponsored", "a label of advertisements or of sponsored links", RoleNote, false},
	{"boilerplate/support", "an appeal for money or a subscription", RoleNote, false},
	{"byline/label", "a label such as “by” with no name behind it", RoleByline, false},
	{"caption/credit", "who took a picture or owns it", RoleCredit, false},
	{"chart/label", "the numbers and words at the axes and lines of a chart", RoleBody, false},
	{"code/long", "program code, which a short sentence stands for", RoleCode, false},
	{"credit/reporting", "who else reported, wrote or edited", RoleNote, false},
	{"date/label", "a label such as “published” with no day behind it", RoleDate, false},
	{"date/repeated", "the day of publication once more", RoleDate, false},
	{"date/time-of-day", "the time of day beside the day of publication", RoleDate, false},
	{"date/updated", "when the page was changed, beside the day of publication", RoleDate, false},
	{"dateline/agency", "the news agency in a dateline", RoleDateline, false},
	{"duplicate/byline", "the author's name once more", RoleByline, false},
	{"duplicate/caption", "a caption once more", RoleCaption, false},
	{"duplicate/paragraph", "a long paragraph once more", RoleBody, false},
	{"duplicate/pullquote", "words of a paragraph shown once more, large", RolePullquote, false},
	{"duplicate/title", "the headline once more", RoleTitle, false},
	{"embed/link", "a network's short address in a post, which says nothing to the ear", RoleEmbed, false},
	{"embed/signature", "who posted it and when, below the post", RoleEmbed, false},
	{"heading/empty", "a heading at the end that nothing follows", RoleHeading, false},
	{"list/mark", "the number before the item of a list, which a word stands for", RoleList, false},
	{"mark/pause", "a pause that the writer marked", RoleBody, false},
	{"mark/phonemes", "how a word is pronounced, as the writer marked it", RoleBody, false},
	{"mark/voice", "where another voice begins or ends, as the writer marked it", RoleBody, false},
	{"mark/wordless", "a line without a letter or a digit", RoleBody, false},
	{"markdown/alt", "what stands for a picture in a Markdown text where it cannot be shown", RoleCaption, false},
	{"markdown/tag", "an instruction to the program that makes a site of Markdown texts", RoleCode, false},
	{"math/formula", "a long formula in TeX", RoleBody, false},
	{"math/mark", "the marks of TeX around and in a formula", RoleBody, false},
	{"newsletter/signup", "an invitation to a newsletter or to alerts", RoleNote, false},
	{"note/mark", "the mark of a footnote or a citation", RoleBody, false},
	{"page/ad", "held for an advertisement by the page's markup", RoleBody, false},
	{"page/after", "below the article: other stories, comments, the page's foot", RoleBody, false},
	{"page/aside", "held for a sidebar by the page's markup", RoleBody, false},
	{"page/author", "about the author, below the article", RoleNote, false},
	{"page/before", "above the article: the page's head and its menus", RoleBody, false},
	{"page/comments", "readers' comments", RoleBody, false},
	{"page/dialog", "a dialog or a banner of the page", RoleBody, false},
	{"page/footer", "the page's foot", RoleBody, false},
	{"page/form", "a form to fill in", RoleBody, false},
	{"page/inside", "furniture between the paragraphs of the article", RoleBody, false},
	{"page/nav", "a menu of the page", RoleBody, false},
	{"page/newsletter", "held for an invitation to a newsletter by the page's markup", RoleBody, false},
	{"page/outside", "outside of the part of the page that holds the article", RoleBody, false},
	{"page/related", "links to other stories", RoleBody, false},
	{"page/repeated", "a text that the page shows twice", RoleBody, false},
	{"page/share", "buttons to share the article", RoleBody, false},
	{"page/sources", "the list of sources, or of links, at the end of the article", RoleList, false},
	{"page/tags", "the topics the article is filed under", RoleBody, false},
	{"page/title", "the headline once more, where the page shows it twice", RoleTitle, false},
	{"page/unspoken", "an icon, or what the page says to screen readers alone", RoleBody, false},
	{"page/widget", "held for a part to play with, not to read, by the page's markup", RoleBody, false},
	{"role/blockquote", "a quotation set apart", RoleBlockquote, true},
	{"role/byline", "who wrote it", RoleByline, true},
	{"role/caption", "the caption of a picture", RoleCaption, true},
	{"role/code", "program code", RoleCode, true},
	{"role/date", "when it was published", RoleDate, true},
	{"role/embed", "a post from elsewhere", RoleEmbed, true},
	{"role/heading", "a heading inside the article", RoleHeading, true},
	{"role/list", "the item of a list", RoleList, true},
	{"role/note", "a footnote, a correction or a note by the editor", RoleNote, true},
	{"role/pullquote", "words of the article shown once more, large", RolePullquote, true},
	{"role/subtitle", "the line below the headline", RoleSubtitle, true},
	{"role/table", "a table", RoleTable, true},
	{"section/label", "the section of the site that the article stands in", RoleSubtitle, false},
	{"share/button", "a button to share, save or print", RoleBody, false},
	{"table/long", "a long table, which a short sentence stands for", RoleTable, false},
	{"text/matched", "it matches an expression that the user gave", RoleBody, false},
	{"text/unsaid", "a sign that has no spoken form", RoleBody, false},
	{"widget/comments", "a link to the comments or their number", RoleBody, false},
	{"widget/listen", "the label of a player of the article's sound", RoleBody, false},
	{"widget/login", "a link to sign in or to register", RoleBody, false},
	{"widget/media", "the label or a button of a picture, a gallery or a video", RoleBody, false},
	{"widget/menu", "a label of the page's menus", RoleBody, false},
	{"widget/reading-time", "how long the article takes to read", RoleBody, false},
}

// Rules returns every rule that can leave text out, sorted by ID. A reader of markup may name others of the family
// "page" in Block.Drop.
func Rules() []Rule { return slices.Clone(rules) }

// ruleSet says which rules drop.
type ruleSet struct {
	on, off map[string]bool // by ID
}

// ruleSet returns the rules as the options have them.
func (o Options) ruleSet() (ruleSet, error) {
	s := ruleSet{on: map[string]bool{}, off: map[string]bool{}}
	for _, r := range rules {
		s.on[r.ID] = !r.Off
	}
	if o.Credits {
		s.on["caption/credit"] = false
	}
	if o.Captions == CaptionsSkip {
		s.on["role/caption"], s.on["caption/credit"] = true, true
	}
	for _, skip := range skips {
		for _, id := range skip.rules {
			if slices.Contains(o.Skip, skip.name) {
				s.on[id] = true
			}
		}
	}
	for _, set := range []struct {
		names []string
		on    bool
	}{{o.Drop, true}, {o.Keep, false}} {
		for _, name := range set.names {
			if err := s.set(name, set.on); err != nil {
				return s, err
			}
		}
	}
	return s, nil
}

// set turns a rule, or a family of rules, on or off.
func (s *ruleSet) set(name string, on bool) error {
	family := strings.TrimSuffix(strings.TrimSuffix(name, "*"), "/")
	found := strings.HasPrefix(name, "page/")
	for _, r := range rules {
		if r.ID == name || strings.HasPrefix(r.ID, family+"/") {
			s.on[r.ID], found = on, true
		}
	}
	if !found {
		return fmt.Errorf("unknown rule %q: articast plan --explain lists the rules at work", name)
	}
	if !on {
		s.off[name], s.off[family] = true, true
	} else {
		s.on[name] = true
	}
	return nil
}

// drops reports whether the rule is to drop.
func (s *ruleSet) drops(id string) bool {
	on, known := s.on[id]
	if !known { // named by a reader of markup
		family, _, _ := strings.Cut(id, "/")
		return !s.off[id] && !s.off[family]
	}
	return on
}

// roleOf returns what a text is when the rule does not drop it.
func roleOf(id string) Role {
	if i, ok := slices.BinarySearchFunc(rules, id, func(r Rule, id string) int { return strings.Compare(r.ID, id) }); ok {
		return rules[i].Role
	}
	return RoleBody
}
