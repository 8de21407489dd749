package segment

import (
	"math"
	"slices"

	"articast/segment/sentence"
)

// ChapterMode says what opens chapters.
type ChapterMode string

// The modes of chapters.
const (
	ChaptersAuto     ChapterMode = "auto"     // headings; where there are none for long, changes of the topic
	ChaptersHeadings ChapterMode = "headings" // headings alone
	ChaptersNone     ChapterMode = "none"     // one chapter
)

// DefaultChapterWords is the length of a topical chapter that is aimed at: a minute and a half of speech at 150 words a
// minute.
const DefaultChapterWords = 225

// chapterBlock is a block of an article as far as chapters are made of it: a paragraph that is spoken, or a heading.
type chapterBlock struct {
	text      string
	heading   bool
	goesOn    bool            // with the list, the table or the quotation that the block before is of
	sentences []sentence.Span // nil when they are not known
}

// chapterOptions are the parameters of chapters.
type chapterOptions struct {
	mode  ChapterMode // "" is ChaptersAuto
	words int         // of a topical chapter, about; 0 is DefaultChapterWords
	title string      // of the first chapter when no heading opens it: the article's
	lang  string
}

// chapter is where a chapter begins.
type chapter struct {
	block int // the index of the block that opens it
	title string
}

// chapters divides an article into chapters. The first begins at block 0. Topical boundaries stand where the words of
// the paragraphs before and after have least in common, weighed against the length of the chapters: lexical cohesion as
// in Hearst, "TextTiling" (Computational Linguistics 23, 1997), the best sequence of boundaries found by dynamic
// programming. No two titles are alike; where a boundary finds no title of its own, it is given up.
//
// For the caller: titles are in the article's own words and never empty, but for the first one when o.title is empty
// and no words follow.
func chapters(blocks []chapterBlock, o chapterOptions) []chapter {
	if len(blocks) == 0 {
		return nil
	}
	if o.words <= 0 {
		o.words = DefaultChapterWords
	}
	a := newChaptering(blocks, o)
	starts := a.headingStarts()
	if o.mode != ChaptersHeadings && o.mode != ChaptersNone {
		starts = a.topicalStarts(starts)
	}
	return a.titleChapters(starts)
}

// chaptering is the state of the division of one article.
type chaptering struct {
	blocks []chapterBlock
	o      chapterOptions
	lexis  *lexis
	ids    [][]int // the content words of each block
}

// newChaptering reads the words of the blocks.
func newChaptering(blocks []chapterBlock, o chapterOptions) *chaptering {
	a := &chaptering{blocks: blocks, o: o, lexis: newLexis(o.lang), ids: make([][]int, len(blocks))}
	if o.mode == ChaptersNone {
		return a
	}
	for i, b := range blocks {
		a.ids[i] = a.lexis.ids(b.text)
	}
	return a
}

// headingStarts returns the blocks that headings make the first of a chapter; block 0 always is one. Of headings that
// follow each other the first does.
func (a *chaptering) headingStarts() []int {
	starts, blocks := []int{0}, a.blocks
	if a.o.mode == ChaptersNone {
		return starts
	}
	for i := 1; i < len(blocks); i++ {
		if blocks[i].heading && !blocks[i-1].heading && i+1 < len(blocks) {
			starts = append(starts, i)
		}
	}
	if a.o.mode == ChaptersHeadings {
		return starts
	}
	return a.withoutShort(starts)
}

// minChapterWords is the length of the shortest chapter that a heading opens: eight seconds.
const minChapterWords = 20

// withoutShort leaves out the starts of what is too short for a chapter: it belongs to the chapter before.
func (a *chaptering) withoutShort(starts []int) []int {
	long := starts[:1]
	for i := 1; i < len(starts); i++ {
		end := len(a.blocks)
		if i+1 < len(starts) {
			end = starts[i+1]
		}
		if sectionWords(a.blocks[starts[i]:end]) >= minChapterWords {
			long = append(long, starts[i])
		}
	}
	return long
}

// topicalStarts adds boundaries inside the sections that are much longer than a chapter should be.
func (a *chaptering) topicalStarts(starts []int) []int {
	var all []int
	for i, from := range starts {
		to := len(a.blocks)
		if i+1 < len(starts) {
			to = starts[i+1]
		}
		all = append(all, from)
		if len(starts) == 1 || sectionWords(a.blocks[from:to]) > 2*a.o.words {
			for _, at := range a.topics(from, to) {
				all = append(all, from+at)
			}
		}
	}
	return all
}

// sectionWords returns the number of words of the blocks.
func sectionWords(blocks []chapterBlock) int {
	n := 0
	for _, b := range blocks {
		n += countFields(b.text)
	}
	return n
}

// The weights of topical boundaries, against a depth of cohesion between 0 and 2.
const (
	lengthWeight  = 0.4  // of a chapter twice as long as it should be
	leaningWeight = 0.2  // against a boundary before a paragraph that leans on the one before
	boundaryCost  = 0.05 // of any boundary
	windowShare   = 0.4  // of a chapter is looked at on each side of a gap
	maxLength     = 4.0  // a chapter is at most so many times as long as it should be
)

// topics returns where between the blocks from and to the topic changes, as indexes from from on: of all sequences of boundaries the one
// with the best sum of what each boundary gains and each chapter's length costs.
func (a *chaptering) topics(first, last int) []int {
	blocks, n := a.blocks[first:last], last-first
	c := newCohesion(blocks, a.ids[first:last], len(a.lexis.stems), a.o)
	gains := make([]float64, n)
	for i := range gains {
		gains[i] = c.depth(i) - boundaryCost - leaningWeight*leans(blocks, i)
	}
	gains[0] = 0
	best, from := make([]float64, n+1), make([]int, n+1)
	for end := 1; end <= n; end++ {
		best[end] = math.Inf(-1)
		for start := end - 1; start >= 0; start-- {
			length := float64(c.words[end]-c.words[start]) / float64(a.o.words)
			if length > maxLength && start < end-1 {
				break
			}
			if score := best[start] + gains[start] - lengthWeight*(length-1)*(length-1); score > best[end] {
				best[end], from[end] = score, start
			}
		}
	}
	var starts []int
	for at := from[n]; at > 0; at = from[at] {
		starts = append(starts, at)
	}
	slices.Reverse(starts)
	return starts
}
