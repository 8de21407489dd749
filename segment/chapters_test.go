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
		out = append(out, chapterBlock{text: text, heading: heading})
	}
	return out
}

func TestChaptersFollowHeadings(t *testing.T) {
	blocks := blocksOf("The opening.", "# The bridge", "It fell.", "# The river", "# Floods", "It rose.", "# The end")
	want := []chapter{{0, "Storm"}, {1, "The bridge"}, {3, "The river"}}
	if diff := cmp.Diff(want, chapters(blocks, chapterOptions{mode: ChaptersHeadings, title: "Storm"}), cmp.AllowUnexported(chapter{})); diff != "" {
		t.Error(diff)
	}
	if got := chapters(blocks, chapterOptions{mode: ChaptersNone, title: "Storm"}); len(got) != 1 || got[0].title != "Storm" {
		t.Errorf("mode none: %v", got)
	}
	if got := chapters(nil, chapterOptions{}); got != nil {
		t.Errorf("no blocks: %v", got)
	}
}

func TestShortSectionsAreNoChapters(t *testing.T) {
	long := strings.Repeat("The river rose. ", 8)
	blocks := blocksOf("The opening.", "# The bridge", long, "# The road", "It was closed.", "# The river", long, "# Thanks", "To all.")
	want := []chapter{{0, "Storm"}, {1, "The bridge"}, {5, "The river"}}
	for _, mode := range []ChapterMode{"", ChaptersAuto} {
		if diff := cmp.Diff(want, chapters(blocks, chapterOptions{mode: mode, title: "Storm"}), cmp.AllowUnexported(chapter{})); diff != "" {
			t.Errorf("%s: %s", mode, diff)
		}
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

func TestChapterTitles(t *testing.T) {
	for _, c := range []struct {
		name   string
		blocks []chapterBlock
		words  int
		want   []chapter
	}{
		{
			"equal headings", blocksOf("# Notes", "The dam held.", "# Notes", "The mayor praised the dam builders of Kent.", "# Notes", "It rained."), 0,
			[]chapter{{0, "Notes"}, {2, "Notes: Dam builders of Kent"}},
		},
		{
			"a colon ends a heading", blocksOf("The opening.", "# The dam:", "It held."), 0, []chapter{{0, "Storm"}, {1, "The dam"}},
		},
		{
			"a heading that is too long", blocksOf("The opening.", "# The engineers of the water board met the farmers, who had lost their fields in the spring and the summer", "It held.",
				"# Can the dam be built again? The mayor says that it can, if the money is found before the winter begins", "It can."), 0,
			[]chapter{{0, "Storm"}, {1, "The engineers of the water board met the farmers, who had lost their fields…"}, {3, "Can the dam be built again?"}},
		},
		{"a list of headings", blocksOf("The opening.", "# – Ann –", "It held."), 0, []chapter{{0, "Storm"}, {1, "Ann"}}},
		{
			"paragraphs all alike", blocksOf(strings.Split(strings.Repeat("It was so.\n", 40)+"It was so.", "\n")...), 30,
			[]chapter{{0, "Storm"}, {11, "It was so"}},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			mode := ChaptersAuto
			if c.words == 0 {
				mode = ChaptersHeadings
			}
			got := chapters(c.blocks, chapterOptions{mode: mode, title: "Storm", words: c.words, lang: "en"})
			if c.blocks[0].heading && got[0].title != c.blocks[0].text {
				t.Errorf("the first title is %q", got[0].title)
			}
			if c.words > 0 { // where the boundary is matters less than that there is one
				for i := range got {
					got[i].block = c.want[min(i, len(c.want)-1)].block
				}
			}
			if diff := cmp.Diff(c.want, got, cmp.AllowUnexported(chapter{})); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestTopicalTitlesComeFromTheChapter(t *testing.T) {
	blocks := twoTopics()
	blocks[6].text = "The city orchestra played the second symphony of Mahler in the concert hall. " + blocks[6].text
	got := chapters(blocks, chapterOptions{title: "Two", words: 130, lang: "en"})
	if len(got) != 2 || got[1].title != "Second symphony of Mahler" && got[1].title != "City orchestra" && got[1].title != "Concert hall" {
		t.Errorf("chapters = %v", got)
	}
}

func TestGroupSentence(t *testing.T) {
	for _, c := range []struct {
		text, lang string
		want       []string
	}{
		{"He praised the military ties between Oslo and Lima.", "en", []string{"military ties", "Oslo", "Lima", "military ties between Oslo and Lima"}},
		{"They spoke of increasing naval cooperation.", "en", []string{"naval cooperation"}},
		{"The number of warm summers rises.", "en", []string{"warm summers"}},
		{"He wants to evaluate plans for the harbour.", "en", []string{"harbour"}},
		{"The interest rate remains a problem.", "en", []string{"interest rate"}},
		{"At the dam Deputy Foreign Minister Ann Marie Bell said no.", "en", []string{"Ann Marie Bell"}},
		{"They saw the harbour master's old boat.", "en", []string{"harbour master's old boat"}},
		{"On Monday the Bank of Norway spoke.", "en", []string{"Bank", "Norway", "Bank of Norway"}},
		{"Das Haus der Familie Brandt steht in Kiel.", "de", []string{"Haus", "Familie Brandt", "Kiel"}},
		{"They asked for New York City's help in a great range of small things.", "en", []string{"New York City"}},
		{"Voters in New York said no to Philip K. Dick and the U.S. Senate.", "en", []string{"New York", "Philip K. Dick", "U.S. Senate"}},
		{"New York slept under the brightest.", "en", []string{"New York"}},
		{"It was a victory for hospitals nationwide in the Middle East.", "en", []string{"victory", "Middle East"}},
		{"", "en", nil},
	} {
		if diff := cmp.Diff(c.want, newNounKinds(c.lang).groupSentence(c.text)); diff != "" {
			t.Errorf("%s: %s", c.text, diff)
		}
	}
}

func TestStem(t *testing.T) {
	for _, words := range [][]string{{"sanction", "sanctions", "sanctioned", "Sanction's"}, {"bridge", "bridges"}, {"is"}, {"bus"}} {
		for _, w := range words {
			if stem(w) != stem(words[0]) {
				t.Errorf("stem(%q) = %q, stem(%q) = %q", w, stem(w), words[0], stem(words[0]))
			}
		}
	}
}

func TestLeans(t *testing.T) {
	for _, c := range []struct {
		before, text string
		want         float64
	}{
		{"", "He left.", 1}, {"", "“It is late.”", 1}, {"", "But Ann stayed.", 1}, {"", "Ann stayed.", 0}, {"The list:", "Ann stayed.", 3},
	} {
		if got := leans(blocksOf(c.before, c.text), 1); got != c.want {
			t.Errorf("leans(%q, %q) = %v", c.before, c.text, got)
		}
	}
	if got := leans([]chapterBlock{{text: "The mill."}, {text: "Ann stayed.", goesOn: true}}, 1); got != 3 {
		t.Errorf("leans in a list: %v", got)
	}
}

func BenchmarkChapters(b *testing.B) {
	var blocks []chapterBlock
	for range 300 {
		blocks = append(blocks, twoTopics()...)
	}
	b.SetBytes(int64(len(blocks) * 105))
	for b.Loop() {
		chapters(blocks, chapterOptions{title: "Two", lang: "en"})
	}
}
