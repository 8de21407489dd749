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

// endChapterBlock gives the last block its text, and its sentences where it was cut as it is.
func (b *builder) endChapterBlock(blocks []chapterBlock, text []string, block int) {
	if len(blocks) == 0 {
		return
	}
	last := &blocks[len(blocks)-1]
	last.text = strings.TrimSpace(strings.Join(text, " "))
	if cut := b.cuts[block]; cut.text == last.text && cut.lang == b.lang {
		last.sentences = cut.sentences
	}
}

// makeChapters names the chapters at the units that open them; the first unit always opens one.
func (b *builder) makeChapters() {
	var blocks []chapterBlock
	var opens []int // the unit that opens each block
	var text []string
	last := -1
	for i := range b.units {
		u := &b.units[i]
		if noChapter[u.Role] {
			continue
		}
		if u.block != last {
			b.endChapterBlock(blocks, text, last)
			blocks = append(blocks, chapterBlock{heading: u.Role == RoleHeading})
			opens = append(opens, i)
			last, text = u.block, text[:0]
		}
		text = append(text, u.Text)
	}
	b.endChapterBlock(blocks, text, last)
	words := int(b.o.ChapterLength * wordsPerMinute / time.Minute)
	for i, c := range chapters(blocks, chapterOptions{mode: b.o.Chapters, words: words, title: b.about.title, lang: b.lang}) {
		at := opens[c.block]
		if i == 0 {
			at = 0
		}
		b.units[at].Chapter = c.title
	}
}
