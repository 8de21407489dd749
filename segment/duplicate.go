package segment

import (
	"slices"
	"strings"
)

// minDuplicate is the length in bytes from which a paragraph that is there twice is dropped the second time.
const minDuplicate = 60

// placeRules are the rules that say no more than where a line stands.
var placeRules = map[string]bool{"page/before": true, "page/inside": true, "page/after": true}

// findDuplicates drops what stands there once more: the headline, the author's name, a caption, a long paragraph.
func (b *builder) findDuplicates(lines []lineRole) {
	names := map[string]bool{}
	for _, a := range b.about.authors {
		names[wordsOnly(a)] = true
	}
	seen, signed := map[string]Role{}, map[string]bool{}
	for i := range lines {
		l, text := &lines[i], b.doc.Blocks[i].Text
		if l.role == RoleByline && l.rule == "" {
			line := readByline(text)
			if len(line.dates) == 0 && allIn(line.names(), signed) {
				l.rule = "duplicate/byline"
			}
			for _, name := range line.names() {
				names[wordsOnly(name)], signed[wordsOnly(name)] = true, true
			}
		}
		key := text
		if len(text) <= maxFurniture { // who repeats a long paragraph repeats its marks too
			key = wordsOnly(text)
		}
		if rule := duplicateRule(l.role, text, key, seen, names); rule != "" && (l.rule == "" || placeRules[l.rule]) {
			l.rule = rule
		}
		if l.rule == "" {
			seen[key] = l.role
		}
	}
	b.findPullquotes(lines)
}

// minPullquote is the number of words from which a quotation that stands in a paragraph too is there to be seen; so many are looked
// for at most.
const minPullquote, maxPullquotes = 4, 100

// findPullquotes drops what is set apart, large, and stands word for word in a paragraph too, with who said it below.
func (b *builder) findPullquotes(lines []lineRole) {
	var body []string // the words of each paragraph, with a space around
	n := 0
	for i, l := range lines {
		if l.rule != "" || l.role != RolePullquote && l.role != RoleBlockquote {
			continue
		}
		if n++; n > maxPullquotes {
			return
		}
		if body == nil {
			body = b.bodyWords(lines)
		}
		text := b.doc.Blocks[i].Text
		said, by := text, ""
		if at := strings.LastIndexAny(text, "—–―"); at > 0 {
			said, by = text[:at], text[at:]
		}
		if stands(wordsOnly(text), body) || countWords(by) <= maxSaidBy && stands(wordsOnly(said), body) {
			lines[i].rule = "duplicate/pullquote"
		}
	}
}

// maxSaidBy is the number of words of the longest name below a quotation.
const maxSaidBy = 8

// bodyWords returns the words of the paragraphs and lists that are spoken, a space around each.
func (b *builder) bodyWords(lines []lineRole) []string {
	out := []string{}
	for i, l := range lines {
		if l.rule == "" && (l.role == RoleBody || l.role == RoleList) {
			out = append(out, " "+wordsOnly(b.doc.Blocks[i].Text)+" ")
		}
	}
	return out
}

// stands reports whether the words stand in one of the paragraphs.
func stands(words string, body []string) bool {
	return strings.Count(words, " ")+1 >= minPullquote && slices.ContainsFunc(body, func(p string) bool { return strings.Contains(p, " "+words+" ") })
}

// allIn reports whether there are names, and the words of each are in the set.
func allIn(names []string, set map[string]bool) bool {
	return len(names) > 0 && !slices.ContainsFunc(names, func(name string) bool { return !set[wordsOnly(name)] })
}

// duplicateRule returns the rule that drops a text which is there already, or "".
func duplicateRule(role Role, text, key string, seen map[string]Role, names map[string]bool) string {
	first, again := seen[key]
	switch {
	case key == "":
		return ""
	case role != RoleByline && names[key]:
		return "duplicate/byline"
	case !again:
		return ""
	case first == RoleTitle && role != RoleBody:
		return "duplicate/title"
	case first == RoleByline:
		return "duplicate/byline"
	case first == RoleCaption && role == RoleCaption:
		return "duplicate/caption"
	case first == RoleBody && (role == RoleBody || role == RolePullquote) && len(text) >= minDuplicate:
		return "duplicate/paragraph"
	}
	return ""
}
