package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"articast/article"
	"articast/segment"
)

// minSubheads is how many subheads a page must have to be asked for its chapters.
const minSubheads = 3

// wordsPerMinute turns lengths in words into the lengths in time that a Plan's options ask for.
const wordsPerMinute = 150

// chapterScores are the sums over the pages of P_k.
type chapterScores struct{ topical, even, none float64 }

// add scores one page; even chapters are of that many words.
func (s *chapterScores) add(c chapterComparison, words int) {
	s.topical += penalty(c.words, c.gold, c.got)
	s.even += penalty(c.words, c.gold, evenStarts(c.words, words))
	s.none += penalty(c.words, c.gold, nil)
}

// reportChapters writes how well topical chapters fall on the subheads of the pages of extract/*, when these are taken
// out, against chapters of even length and against none: the mean over the pages of P_k (Beeferman, Berger, Lafferty,
// "Statistical Models for Text Segmentation", 1999), which is 0 when all boundaries agree. It does so for chapters of the
// default length, and for chapters as long as the page's sections are on average.
func reportChapters(data string, w io.Writer) error {
	var byDefault, byPage chapterScores
	pages, subheads, found := 0, 0, 0
	folders, err := filepath.Glob(filepath.Join(data, "extract", "*"))
	if err != nil {
		return fmt.Errorf("list %s: %w", data, err)
	}
	slices.Sort(folders)
	for _, folder := range folders {
		if info, err := os.Stat(folder); err != nil || !info.IsDir() {
			continue
		}
		err := eachPage(folder, func(gold goldPage, page []byte) error {
			doc, err := article.ParseHTML(bytes.NewReader(page), gold.URL)
			if err != nil {
				return nil // extract/* counts it
			}
			c := compareChapters(doc, segment.DefaultChapterWords)
			if len(c.gold) < minSubheads {
				return nil
			}
			pages, subheads, found = pages+1, subheads+len(c.gold), found+len(c.got)
			byDefault.add(c, segment.DefaultChapterWords)
			own := max(1, len(chapterOfWords(c.words, nil))/(len(c.gold)+1))
			byPage.add(compareChapters(doc, own), own)
			return nil
		})
		if err != nil {
			return err
		}
	}
	n := float64(max(1, pages))
	_, err = fmt.Fprintf(w, "chapters: %d pages, %d subheads, %d topical boundaries\n"+
		"P_k, chapters of %d words: topical %.3f, even %.3f, none %.3f\n"+
		"P_k, chapters as long as the page's sections: topical %.3f, even %.3f, none %.3f\n",
		pages, subheads, found, segment.DefaultChapterWords, byDefault.topical/n, byDefault.even/n, byDefault.none/n,
		byPage.topical/n, byPage.even/n, byPage.none/n)
	return err
}

// chapterComparison is a page's paragraphs, and where chapters begin: by its subheads, and by the Plan without them.
type chapterComparison struct {
	words     []int // of each paragraph
	gold, got []int // indexes into words, without 0
}

// compareChapters takes the subheads out of a Document and makes its Plan, with chapters of about that many words.
func compareChapters(doc *article.Document, words int) chapterComparison {
	bare, heads := withoutHeadings(doc)
	plan, err := segment.New(bare, segment.Options{ChapterLength: time.Duration(words) * time.Minute / wordsPerMinute})
	if err != nil {
		return chapterComparison{}
	}
	labels, err := planLabels(bare)
	if err != nil {
		return chapterComparison{}
	}
	var c chapterComparison
	head := false
	for i, offset := range bare.Offsets() {
		b := bare.Blocks[i]
		weights := map[string]int{}
		weigh(weights, labels, offset, offset+len(b.Text))
		head = head || heads[i]
		if !bodyLabels[heaviest(weights)] {
			continue
		}
		if at := len(c.words); at > 0 {
			if head {
				c.gold = append(c.gold, at)
			}
			if opensChapter(plan, offset, offset+len(b.Text)) {
				c.got = append(c.got, at)
			}
		}
		head = false
		c.words = append(c.words, len(strings.Fields(b.Text)))
	}
	return c
}

// withoutHeadings returns the Document without its headings, and the blocks before which one stood.
func withoutHeadings(doc *article.Document) (bare *article.Document, heads map[int]bool) {
	d := *doc
	d.Blocks, heads = nil, map[int]bool{}
	for _, b := range doc.Blocks {
		if b.Kind == article.KindHeading && b.Drop == "" {
			heads[len(d.Blocks)] = true
			continue
		}
		d.Blocks = append(d.Blocks, b)
	}
	return &d, heads
}

// opensChapter reports whether a chapter begins in the Document's text from start to end.
func opensChapter(plan *segment.Plan, start, end int) bool {
	return slices.ContainsFunc(plan.Segments, func(s segment.Segment) bool { return s.Chapter != "" && s.Start >= start && s.Start < end })
}

// evenStarts returns boundaries of chapters of even length, about that many words.
func evenStarts(words []int, length int) []int {
	total := 0
	for _, n := range words {
		total += n
	}
	chapters := max(1, (total+length/2)/length)
	var starts []int
	sum := 0
	for i, n := range words {
		if next := (len(starts) + 1) * total / chapters; i > 0 && len(starts)+1 < chapters && sum+n/2 >= next {
			starts = append(starts, i)
		}
		sum += n
	}
	return starts
}

// penalty is P_k of the boundaries got against gold: how often two words that are half a chapter of gold apart are in one
// chapter by the one and in two by the other.
func penalty(words, gold, got []int) float64 {
	a, b := chapterOfWords(words, gold), chapterOfWords(words, got)
	k := max(1, len(a)/(len(gold)+1)/2)
	wrong := 0
	for i := range max(0, len(a)-k) {
		if (a[i] == a[i+k]) != (b[i] == b[i+k]) {
			wrong++
		}
	}
	return float64(wrong) / float64(max(1, len(a)-k))
}

// chapterOfWords returns the number of the chapter of each word.
func chapterOfWords(words, starts []int) []int {
	var out []int
	chapter := 0
	for i, n := range words {
		if chapter < len(starts) && starts[chapter] == i {
			chapter++
		}
		for range n {
			out = append(out, chapter)
		}
	}
	return out
}
