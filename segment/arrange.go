package segment

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// reorder moves the captions behind the article where the options say so, else out of the middle of a thought.
func (b *builder) reorder() {
	if b.o.Captions != CaptionsEnd {
		b.moveCaptions()
		return
	}
	slices.SortStableFunc(b.units, func(x, y unit) int { return afterBody(x) - afterBody(y) })
}

// maxMoved is over how many paragraphs a caption is moved.
const maxMoved = 5

// moveCaptions moves a caption that stands between a paragraph and what that leads to before the paragraph. What begins with a
// small letter may be what it leads to.
func (b *builder) moveCaptions() {
	for i := 0; i < len(b.units); {
		end := i
		for end < len(b.units) && afterBody(b.units[end]) > 0 {
			end++
		}
		if end == i {
			i++
			continue
		}
		if unicode.IsLower(firstRune(b.units[i].Text)) {
			i = end
			continue
		}
		at := i
		for next, n := end, 0; n < maxMoved && at > 0 && next < len(b.units) && leadsTo(&b.units[at-1], &b.units[next]); next, n = at, n+1 {
			for block := b.units[at-1].block; at > 0 && b.units[at-1].block == block; {
				at--
			}
		}
		captions := slices.Clone(b.units[i:end])
		copy(b.units[at+len(captions):end], b.units[at:i])
		copy(b.units[at:], captions)
		i = end
	}
}

// leadsTo reports whether the last unit of a paragraph announces what comes next, or next goes on with its quotation, which is not
// closed.
func leadsTo(u, next *unit) bool {
	if u.Role != RoleBody && u.Role != RoleQuote && u.Role != RoleNote {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(u.Text)
	return last == ':' || last == ',' || u.quote != noQuote && next.quote != noQuote && !strings.ContainsRune(closingMarks, last)
}

// afterBody is 1 for what belongs to a picture, which CaptionsEnd moves behind the article.
func afterBody(u unit) int {
	if u.Role == RoleCaption || u.Role == RoleCredit {
		return 1
	}
	return 0
}

// noChapter are the roles of blocks that no chapter is made of.
var noChapter = map[Role]bool{RoleCaption: true, RoleCredit: true, RoleByline: true, RoleDate: true, RoleSubtitle: true, RolePullquote: true}

// runRoles are the roles of blocks that belong together where several stand in a row.
var runRoles = map[Role]bool{RoleList: true, RoleTable: true, RoleBlockquote: true, RoleCode: true, RoleNote: true, RoleEmbed: true}

// endChapterBlock gives the last block the text of its units, and its sentences where it was cut as it is.
func (b *builder) endChapterBlock(blocks []chapterBlock, units []*unit, block int) {
	if len(blocks) == 0 {
		return
	}
	last := &blocks[len(blocks)-1]
	last.text = strings.TrimSpace(b.joined(units))
	if cut := b.cuts[block]; cut.text == last.text && cut.lang == b.lang {
		last.sentences = cut.sentences
	}
}

// joined returns the texts of units with a space between: where the Document has them so, without a copy.
func (b *builder) joined(units []*unit) string {
	first, last := units[0], units[len(units)-1]
	for i, u := range units[1:] {
		if before := units[i]; u.Start < before.End || b.text[before.End:u.Start] != " " {
			texts := make([]string, len(units))
			for i, u := range units {
				texts[i] = u.Text
			}
			return strings.Join(texts, " ")
		}
	}
	return b.text[first.Start:last.End]
}

// makeChapters names the chapters at the units that open them; the first unit always opens one.
func (b *builder) makeChapters() {
	var blocks []chapterBlock
	var opens []int   // the unit that opens each block
	var units []*unit // of the last block
	last, lastRole := -1, Role("")
	for i := range b.units {
		u := &b.units[i]
		if noChapter[u.Role] {
			continue
		}
		if u.block != last {
			b.endChapterBlock(blocks, units, last)
			blocks = append(blocks, chapterBlock{heading: u.Role == RoleHeading, goesOn: runRoles[u.Role] && u.Role == lastRole})
			opens = append(opens, i)
			last, lastRole, units = u.block, u.Role, units[:0]
		}
		units = append(units, u)
	}
	b.endChapterBlock(blocks, units, last)
	words := int(b.o.ChapterLength * wordsPerMinute / time.Minute)
	for i, c := range chapters(blocks, chapterOptions{mode: b.o.Chapters, words: words, title: b.about.title, lang: b.lang}) {
		at := opens[c.block]
		if i == 0 {
			at = 0
		}
		b.units[at].Chapter = c.title
	}
}
