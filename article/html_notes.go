package article

import (
	"net/url"
	"regexp"
	"strings"
)

// inlineNotes are the names of notes that stand inside the text they belong to, shown at its side or below it.
var inlineNotes = hints("ltx note outer, ltx author notes, sidenote, marginnote, side note, margin note, footnote content, footnote text, footnote body")

// isInlineNote reports whether an inline element is a footnote itself, not its mark.
func isInlineNote(n *node) bool {
	return (n.tag == "span" || n.tag == "small") && (inlineNotes.match(n) || n.attr("role") == "doc-footnote")
}

// saysNote reports whether an element says by its role that it is a footnote (DPUB-ARIA 1.1, EPUB 3 Structural Semantics).
func saysNote(n *node) bool {
	role, typ := n.attr("role"), n.attr("epub:type")
	return role == "doc-footnote" || role == "doc-endnote" || typ == "footnote" || typ == "endnote" || typ == "rearnote"
}

// note puts a footnote that stands inside a text behind it.
func (f *flow) note(n *node) {
	g := flow{base: f.base, lang: f.lang, size: f.size, start: -1, refs: f.refs}
	g.gather(n, n)
	g.flush(n)
	for _, x := range g.pieces {
		if x.Kind == "" {
			x.Kind = KindNote
		}
	}
	f.notes = append(f.notes, g.pieces...)
}

var (
	noteText  = regexp.MustCompile(`^\[?(\d{1,3}|[a-z]|note \d+|citation needed|[*†‡§])\]?$`)
	noteHints = set("footnote footnotes fn ref reference noteref note cite citation endnote endnotes")
	// footnoteMarks name the mark of a footnote; the other noteHints may name a link to a figure or a section, too.
	footnoteMarks = set("footnote footnotes fn noteref note endnote endnotes")
)

// backlinkHints name the links from a note back to its place in the text.
var backlinkHints = set("backlink backref")

// jumpText matches the signs that lead to a heading's own place, or from a footnote back to its mark.
var jumpText = regexp.MustCompile(`^(?:#|¶|§|🔗|[↑↩⏎↵])[\x{FE0E}\x{FE0F}]?$`)

// isNoteRef reports whether an a or sup element is a footnote mark, a citation, or a sign to jump by.
func isNoteRef(n *node) bool {
	role := n.attr("role") + " " + n.attr("epub:type")
	if strings.Contains(role, "noteref") {
		return true
	}
	text := strings.ToLower(n.words())
	if n.tag == "a" && strings.Contains(n.attr("href"), "#") && jumpText.MatchString(text) {
		return true
	}
	if !noteText.MatchString(text) {
		return false
	}
	if strings.HasPrefix(text, "[") {
		return true
	}
	if n.tag == "a" {
		return strings.HasPrefix(n.attr("href"), "#") && (n.parent == nil || n.parent.tag == "sup" || hasHint(n, footnoteMarks))
	}
	link := n.find("a")
	return hasHint(n, noteHints) || link != nil && strings.Contains(link.attr("href"), "#")
}

// refer remembers where the mark of a footnote leads.
func (f *flow) refer(n *node) {
	a := n
	if n.tag != "a" {
		a = n.find("a")
	}
	if a == nil || f.refs == nil {
		return
	}
	u, err := url.Parse(a.attr("href"))
	if err != nil || u.Fragment == "" || !noteText.MatchString(strings.ToLower(n.words())) && !strings.Contains(n.attr("role")+n.attr("epub:type"), "noteref") {
		return
	}
	if at, ok := f.refs[u.Fragment]; !ok || n.id < at {
		f.refs[u.Fragment] = n.id
	}
}

// maxNote is the number of bytes of text in the longest block that is a note because the mark of one leads to it.
const maxNote = 3000

// noted returns the blocks that the marks of footnotes further up lead to.
func (f *flow) noted(root *node) map[*node]bool {
	notes := map[*node]bool{}
	if len(f.refs) == 0 {
		return notes
	}
	root.walk(func(n *node) bool {
		at, ok := f.refs[firstOf(n.attr("id"), n.attr("name"))]
		if !ok || n.id <= at {
			return n.tag != ""
		}
		block := n
		for block.parent != nil && !isBlockTag(block.tag) {
			block = block.parent
		}
		if block.size <= maxNote && !headingTags[block.tag] && opens(n, block) {
			notes[block] = true
		}
		return true
	})
	return notes
}

// opens reports whether no text of the block stands before n.
func opens(n, block *node) bool {
	for ; n != block; n = n.parent {
		for i := n.pos - 1; i >= 0; i-- {
			if n.parent.kids[i].size > 0 {
				return false
			}
		}
	}
	return true
}

// isNoted reports whether a piece stands in one of the notes.
func isNoted(x *piece, notes map[*node]bool) bool {
	if len(notes) == 0 {
		return false
	}
	for n := x.node; n != nil; n = n.parent {
		if notes[n] {
			return true
		}
	}
	return false
}
