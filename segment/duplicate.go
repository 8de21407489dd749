package segment

import (
	"unicode"
	"unicode/utf8"
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
	seen := map[string]Role{}
	for i := range lines {
		l, text := &lines[i], b.doc.Blocks[i].Text
		if l.role == RoleByline && l.rule == "" {
			for _, name := range readByline(text).names() {
				names[wordsOnly(name)] = true
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

// wordsOnly returns the letters and digits of text in small letters, one space between words.
func wordsOnly(text string) string {
	out := make([]byte, 0, len(text))
	gap := false
	for at := 0; at < len(text); {
		b := text[at]
		if 'a' <= b && b <= 'z' && !gap {
			out = append(out, b)
			at++
			continue
		}
		r, n := rune(b), 1
		if b >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[at:])
		}
		at += n
		if !inWord(r) {
			gap = len(out) > 0
			continue
		}
		if gap {
			out, gap = append(out, ' '), false
		}
		out = utf8.AppendRune(out, unicode.ToLower(r))
	}
	return string(out)
}
