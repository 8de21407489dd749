package segment

import (
	"slices"
	"strings"
	"time"
)

// reorder moves the captions behind the article where the options say so.
func (b *builder) reorder() {
	if b.o.Captions != CaptionsEnd {
		return
	}
	slices.SortStableFunc(b.units, func(x, y unit) int { return afterBody(x) - afterBody(y) })
}

// afterBody is 1 for what captions mode "end" moves.
func afterBody(u unit) int {
	if u.Role == RoleCaption || u.Role == RoleCredit {
		return 1
	}
	return 0
}

// noChapter are the roles of blocks that no chapter is made of.
var noChapter = map[Role]bool{RoleCaption: true, RoleCredit: true, RoleByline: true, RoleDate: true, RoleSubtitle: true, RolePullquote: true, RoleTitle: false}

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
	last := -1
	for i := range b.units {
		u := &b.units[i]
		if noChapter[u.Role] {
			continue
		}
		if u.block != last {
			b.endChapterBlock(blocks, units, last)
			blocks = append(blocks, chapterBlock{heading: u.Role == RoleHeading})
			opens = append(opens, i)
			last, units = u.block, units[:0]
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
