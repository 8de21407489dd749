package segment

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// blocksOf makes blocks of lines; "# " begins a heading.
func blocksOf(lines ...string) []chapterBlock {
	var out []chapterBlock
	for _, l := range lines {
		text, heading := strings.CutPrefix(l, "# ")
		out = append(out, chapterBlock{text, heading})
	}
	return out
}

func TestChaptersFollowHeadings(t *testing.T) {
	blocks := blocksOf("The opening.", "# The bridge", "It fell.", "# The river", "# Floods", "It rose.", "# The end")
	want := []chapter{{0, "Storm"}, {1, "The bridge"}, {3, "The river"}}
	for _, mode := range []ChapterMode{"", ChaptersAuto, ChaptersHeadings} {
		if diff := cmp.Diff(want, chapters(blocks, chapterOptions{mode: mode, title: "Storm"}), cmp.AllowUnexported(chapter{})); diff != "" {
			t.Errorf("%s: %s", mode, diff)
		}
	}
	if got := chapters(blocks, chapterOptions{mode: ChaptersNone, title: "Storm"}); len(got) != 1 || got[0].title != "Storm" {
		t.Errorf("mode none: %v", got)
	}
	if got := chapters(nil, chapterOptions{}); got != nil {
		t.Errorf("no blocks: %v", got)
	}
}

// twoTopics is an article of two topics, six paragraphs each.
func twoTopics() []chapterBlock {
	var lines []string
	for _, topic := range []string{
		"The river rose over the bridge and the flood drove people out of the valley; the dam held the water back",
		"The orchestra played a symphony and the conductor bowed while violins and trumpets filled the concert hall",
	} {
		for range 6 {
			lines = append(lines, topic+".")
		}
	}
	return blocksOf(lines...)
}

func TestChaptersFollowTopics(t *testing.T) {
	got := chapters(twoTopics(), chapterOptions{title: "Two", words: 110})
	if len(got) != 2 || got[1].block != 6 {
		t.Errorf("chapters = %v, want a boundary before block 6", got)
	}
	if got := chapters(twoTopics(), chapterOptions{mode: ChaptersHeadings}); len(got) != 1 {
		t.Errorf("headings alone made %v", got)
	}
}

func FuzzChapters(f *testing.F) {
	f.Add("The river rose.\n# The bridge\nIt fell.\nIt fell.\nIt fell.", "Storm", 3)
	f.Fuzz(func(t *testing.T, text, title string, words int) {
		blocks := blocksOf(strings.Split(text, "\n")...)
		seen, last := map[string]bool{}, -1
		for i, c := range chapters(blocks, chapterOptions{title: title, words: words % 1000, lang: "en"}) {
			if c.block <= last || c.block >= len(blocks) || i == 0 && c.block != 0 {
				t.Fatalf("chapter %d begins at %d after %d of %d", i, c.block, last, len(blocks))
			}
			if last = c.block; i > 0 && (c.title == "" || seen[c.title]) {
				t.Fatalf("title %q", c.title)
			}
			seen[c.title] = true
		}
	})
}
