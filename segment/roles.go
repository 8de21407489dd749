package segment

import (
	"slices"
	"strings"
	"unicode/utf8"

	"articast/article"
)

// findRoles makes pieces of every block: what it is by the source's markup, or, where there is none, by its words, its
// place and its neighbours; then what the parts of a byline, a caption or a first paragraph are.
func (b *builder) findRoles() {
	var lines []lineRole
	if b.doc.Format == article.FormatText {
		lines = classifyLines(b.doc.Blocks, b.lang)
	} else {
		lines = b.markupRoles()
		b.findStandfirst(lines)
		if b.doc.Format == article.FormatHTML {
			b.settleHead(lines)
			b.dropFoot(lines)
		}
	}
	b.findTitle(lines)
	b.findCharts(lines)
	b.findMenus(lines)
	b.findDuplicates(lines)
	b.dropBios(lines)
	b.dropEmptyHeadings(lines)
	b.pieces = make([]piece, 0, len(lines)+len(lines)/8)
	for i, l := range lines {
		b.addPieces(i, l)
	}
}

// dropEmptyHeadings drops the headings at the end that nothing follows: what they headed is no part of the article. One that is a
// sentence, or asks something, may be its last word.
func (b *builder) dropEmptyHeadings(lines []lineRole) {
	last := -1
	for i, l := range lines {
		if l.rule == "" && l.role != RoleHeading && l.role != RoleTitle {
			last = i
		}
	}
	for i := last + 1; i < len(lines) && last >= 0; i++ {
		if text := b.doc.Blocks[i].Text; lines[i].rule == "" && lines[i].role == RoleHeading && !strings.HasSuffix(text, ".") && !strings.HasSuffix(text, "?") {
			lines[i].rule = "heading/empty"
		}
	}
}

// lineRole is what a block is as a whole.
type lineRole struct {
	role Role
	rule string // that drops it
}

// kindRoles are the roles of blocks by their markup.
var kindRoles = map[article.Kind]Role{
	article.KindTitle: RoleTitle, article.KindSubtitle: RoleSubtitle, article.KindByline: RoleByline, article.KindDate: RoleDate,
	article.KindParagraph: RoleBody, article.KindHeading: RoleHeading, article.KindCaption: RoleCaption, article.KindCredit: RoleCredit,
	article.KindBlockquote: RoleBlockquote, article.KindPullquote: RolePullquote, article.KindList: RoleList, article.KindTable: RoleTable,
	article.KindCode: RoleCode, article.KindNote: RoleNote, article.KindEmbed: RoleEmbed,
}

// markupRoles returns the roles by markup. Furniture that the reader of the markup did not know is found by its words,
// in short blocks alone.
func (b *builder) markupRoles() []lineRole {
	out := make([]lineRole, len(b.doc.Blocks))
	for i, block := range b.doc.Blocks {
		role, ok := kindRoles[block.Kind]
		if !ok {
			role = RoleBody
		}
		out[i] = lineRole{role, block.Drop}
		switch {
		case block.Drop != "":
		case !hasWord(block.Text):
			out[i].rule = "mark/wordless"
		case role == RoleCredit:
			out[i].rule = "caption/credit"
		case role == RoleBody && isCredit(block.Text):
			out[i] = lineRole{RoleCredit, "caption/credit"}
		case role == RoleBody && isCaptionText(block.Text):
			out[i].role = RoleCaption
		case role == RoleBody && editorsNote.MatchString(block.Text):
			out[i].role = RoleNote
		case role == RoleBody || role == RoleHeading || role == RoleList || role == RoleNote || role == RoleEmbed && !postSignature.MatchString(block.Text):
			if block.Number > 0 && strings.HasSuffix(block.Text, ".") {
				break // a step: "Log in to the host."
			}
			if f := furnitureOfBlock(block.Text); f != nil && !(role == RoleHeading && b.headsText(i)) {
				out[i].rule = f.rule
			}
		case role == RoleCaption:
			if f := findFurniture(block.Text); f != nil && f.rule == "widget/media" && f.surely(block.Text) {
				out[i].rule = f.rule
			}
		}
	}
	return out
}

// furnitureOfBlock returns the row of the table that a block's text surely answers to. Where line breaks part short lines that are no
// sentences, the first of them answers for all, or one that is an address: "Ann Lee", "555 0100", "ann@echo.example".
func furnitureOfBlock(text string) *furniture {
	if f := findFurniture(text); f != nil && f.surely(text) {
		return f
	}
	lines := strings.Split(text, "\n")
	if len(lines) < 2 || len(text) > maxFurniture || slices.ContainsFunc(lines, func(l string) bool { return countWords(l) > 8 || endsSentence(l) }) {
		return nil
	}
	for i, l := range lines {
		if f := findFurniture(l); f != nil && f.surely(l) && (i == 0 && countWords(l) > 1 || f.rule == "boilerplate/contact" && strings.Contains(l, "@")) {
			return f
		}
	}
	return nil
}

// endsSentence reports whether the text closes like a sentence.
func endsSentence(text string) bool {
	end, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, closingMarks))
	return strings.ContainsRune(".!?…。", end)
}

// The standfirst of a page whose markup does not name it is a heading of so many words, at most so many blocks below the headline.
const (
	minStandfirst, maxStandfirst = 7, 60
	standfirstReach              = 3
)

// findStandfirst takes back the line below the headline that was left out for no more than that it stands outside of the part
// of the page which holds the article.
func (b *builder) findStandfirst(lines []lineRole) {
	title := slices.IndexFunc(lines, func(l lineRole) bool { return l.role == RoleTitle && l.rule == "" })
	if title < 0 {
		return
	}
	for i := title + 1; i < min(len(lines), title+1+standfirstReach); i++ {
		block, l := &b.doc.Blocks[i], &lines[i]
		switch {
		case l.rule == "" && l.role != RoleByline && l.role != RoleDate && l.role != RoleCredit:
			return // it has a standfirst, or the article has begun
		case l.rule != "page/outside" || l.role != RoleHeading || len(block.Marks) > 0:
			continue
		}
		if n := countWords(block.Text); n >= minStandfirst && n <= maxStandfirst && len(readByline(block.Text).dates) == 0 && findFurniture(block.Text) == nil {
			*l = lineRole{role: RoleSubtitle}
			return
		}
	}
}

// minSection is the number of words from which on a paragraph is the text of a section.
const minSection = 8

// headsText reports whether the text of a section follows a heading at once: then a heading like a label, "Discussion" or
// "Related work", is the section's.
func (b *builder) headsText(i int) bool {
	if i+1 == len(b.doc.Blocks) {
		return false
	}
	next := b.doc.Blocks[i+1]
	if next.Drop == "" && next.Kind == article.KindHeading && next.Level > b.doc.Blocks[i].Level {
		return b.headsText(i + 1)
	}
	return next.Drop == "" && next.Kind == article.KindParagraph && countWords(next.Text) >= minSection && findFurniture(next.Text) == nil
}

// findTitle takes the headline from the text where the Document does not name one.
func (b *builder) findTitle(lines []lineRole) {
	for i, l := range lines {
		if l.rule == "" && l.role == RoleTitle && b.about.title == "" {
			b.about.title = b.doc.Blocks[i].Text
		}
	}
}

// addPieces divides one block into pieces.
func (b *builder) addPieces(i int, l lineRole) {
	p := piece{span: b.blockSpan(i), block: i, role: l.role, rule: l.rule, level: b.doc.Blocks[i].Level, number: b.doc.Blocks[i].Number}
	if l.rule != "" {
		if p.role == RoleBody {
			p.role = roleOf(l.rule)
		}
		b.pieces = append(b.pieces, p)
		return
	}
	switch l.role {
	case RoleByline, RoleDate:
		b.addByline(p)
	case RoleCaption:
		b.addCaption(p)
	case RoleBody:
		b.addBody(p)
	case RoleDateline:
		b.addDateline(p)
	case RoleTable:
		b.addTable(p)
	case RoleCode:
		b.addCode(p)
	case RoleList:
		b.addList(p)
	case RoleNote:
		b.addNote(p)
	case RoleEmbed:
		b.addEmbed(p)
	default:
		b.pieces = append(b.pieces, p)
	}
}

// addBody adds a paragraph, its dateline apart.
func (b *builder) addBody(p piece) {
	d, ok := dateline{}, mayDateline(p.of(b.text))
	if ok {
		d, ok = findDateline(p.of(b.text))
	}
	if !ok {
		b.pieces = append(b.pieces, p)
		return
	}
	end := p.end
	b.addPlace(p, d)
	p.span = span{p.start + d.whole.end, end}
	b.pieces = append(b.pieces, p)
}

// addDateline adds a dateline on a line of its own.
func (b *builder) addDateline(p piece) {
	if d, ok := findDateline(p.of(b.text) + " A"); ok {
		b.addPlace(p, d)
		return
	}
	b.pieces = append(b.pieces, p)
}

// addPlace adds the dateline that the piece begins with: the place and day, and the agency apart.
func (b *builder) addPlace(p piece, d dateline) {
	head, at := p, p.start
	head.role = RoleDateline
	if d.agency.end > 0 {
		head.span = span{at, at + d.agency.start}
		if hasWord(head.of(b.text)) {
			b.pieces = append(b.pieces, head)
		}
		agency := head
		agency.span, agency.rule = span{at + d.agency.start, at + d.agency.end}, "dateline/agency"
		if hasWord(agency.of(b.text)) {
			b.pieces = append(b.pieces, agency)
		}
	} else if head.span = (span{at, at + d.whole.end}); hasWord(head.of(b.text)) {
		head.end = at + max(d.place.end, d.date.end)
		b.pieces = append(b.pieces, head)
	}
}
