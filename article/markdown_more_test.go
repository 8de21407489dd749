package article

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
)

func TestMarkdownBlocks(t *testing.T) {
	tests := []struct {
		name, src string
		want      []block
	}{
		{"title from heading", "# Wells\n\nOne well.", []block{{KindTitle, "Wells", ""}, {KindParagraph, "One well.", ""}}},
		{"setext title", "Wells\n=====\n\nOne well.", []block{{KindTitle, "Wells", ""}, {KindParagraph, "One well.", ""}}},
		{"lower heading", "## Wells\n\nOne well.", []block{{KindHeading, "Wells", ""}, {KindParagraph, "One well.", ""}}},
		{"wrapped lines", "One\nwell.", []block{{KindParagraph, "One well.", ""}}},
		{"hard break", "One  \nwell.\\\nDry.", []block{{KindParagraph, "One well. Dry.", ""}}},
		{"escapes", `\*One\* well &amp; &#50; \# more`, []block{{KindParagraph, "*One* well & 2 # more", ""}}},
		{"code span keeps escapes", "`a\\*b`", []block{{KindParagraph, `a\*b`, ""}}},
		{"nested list", "- one\n  - two\n\n    three\n- four", []block{{KindList, "one", ""}, {KindList, "two", ""}, {KindList, "three", ""}, {KindList, "four", ""}}},
		{"task list", "- [x] dig\n- [ ] fill", []block{{KindList, "dig", ""}, {KindList, "fill", ""}}},
		{"quotation", "> One.\n>\n> Two.", []block{{KindBlockquote, "One.", ""}, {KindBlockquote, "Two.", ""}}},
		{"indented code", "One.\n\n    dig()\n      deep()\n", []block{{KindParagraph, "One.", ""}, {KindCode, "dig()\n  deep()", ""}}},
		{"rule", "One.\n\n---\n\nTwo.", []block{{KindParagraph, "One.", ""}, {KindParagraph, "Two.", ""}}},
		{"html block", "<figure>\n<img src=x>\n<figcaption>A well &amp; a rope.</figcaption>\n</figure>\n\nOne well.", []block{{KindCaption, "A well & a rope.", ""}, {KindParagraph, "One well.", ""}}},
		{"html inline", "One <b>deep</b> well<br>is <!-- not --> dry.", []block{{KindParagraph, "One deep well is dry.", ""}}},
		{"script", "<script>\ndig()\n</script>\n\nOne well.", []block{{KindParagraph, "One well.", ""}}},
		{"image in text", "One ![old](w.jpg) well.", []block{{KindParagraph, "One old well.", ""}}},
		{"strikethrough", "One ~~dry~~ well.", []block{{KindParagraph, "One dry well.", ""}}},
		{"address", "See <https://well.example/a>.", []block{{KindParagraph, "See https://well.example/a.", ""}}},
		{"power in html", "10<sup>6</sup> wells, H<sub>2</sub>O, <b>and <b>no</i> end", []block{{KindParagraph, "10⁶ wells, H2O, and no end", ""}}},
		{"cited number", "One well [1].\n\n[1]: https://well.example/", []block{{KindParagraph, "One well 1.", ""}}},
		{"alert", "> [!NOTE]\n> Dig deep.", []block{{KindNote, "[!NOTE] Dig deep.", ""}}},
		{"instruction", "One well.\n\n{{< figure src=\"w.jpg\" >}}", []block{{KindParagraph, "One well.", ""}, {KindParagraph, `{{< figure src="w.jpg" >}}`, "markdown/tag"}}},
		{"byline", "# Wells\n\n*By Ann Lee*\n\nMay 4, 2020\n\nOne well.", []block{{KindTitle, "Wells", ""}, {KindByline, "By Ann Lee", ""}, {KindDate, "May 4, 2020", ""}, {KindParagraph, "One well.", ""}}},
		{"marks in the title", "---\ntitle: The *old* well\n---\nOne well.", []block{{KindTitle, "The old well", ""}, {KindParagraph, "One well.", ""}}},
		{"named footnote", "One well.[^deep]\n\n[^deep]: Very deep.", []block{{KindParagraph, "One well.[deep]", ""}, {KindNote, "Very deep.", ""}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d, err := ParseMarkdown(strings.NewReader(test.src), "wells.md")
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, outline(d)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			checkDocument(t, d, test.src, html.UnescapeString)
		})
	}
}

func TestMarkdownMarks(t *testing.T) {
	d, err := ParseMarkdown(strings.NewReader("*One* [deep `well`](../w) <https://a.example/>[^1] **dry** ![old](w.jpg)\n\n[^1]: x\n"), "https://well.example/a/b.md")
	if err != nil {
		t.Fatal(err)
	}
	b := d.Blocks[0]
	var got []string
	for _, m := range b.Marks {
		got = append(got, string(m.Kind)+"|"+b.Text[m.Start:m.End]+"|"+m.Value)
	}
	want := []string{"emphasis|One|", "link|deep well|https://well.example/w", "code|well|", "link|https://a.example/|https://a.example/", "noteref|[1]|", "drop|old|markdown/alt"}
	if !slices.Equal(got, want) {
		t.Errorf("marks %q\nwant %q", got, want)
	}
}

func TestFrontMatter(t *testing.T) {
	tests := []struct {
		name, src string
		want      Document // Title, Authors, Published, Lang, Site, Image, Canonical
		blocks    int
	}{
		{"yaml", "---\ntitle: Wells\nauthor: Ada Quill\ndate: 2023-05-02 08:00:00 +0200\nlang: en_GB\nimage: /w.jpg\n---\n\nOne well.", Document{Title: "Wells", Authors: []string{"Ada Quill"}, Published: "2023-05-02T08:00:00+02:00", Lang: "en_GB", Image: "/w.jpg"}, 2},
		{"quoted", "---\ntitle: 'It''s deep: a well'\nauthors: [\"Ada Quill\", 'Ben Oak']\n---\nOne well.", Document{Title: "It's deep: a well", Authors: []string{"Ada Quill", "Ben Oak"}}, 2},
		{"list", "---\nauthors:\n  - Ada Quill\n  - name: Ben Oak\n    url: https://x.example\n# a remark\nsite: The Echo\n---\nOne well.", Document{Authors: []string{"Ada Quill", "Ben Oak"}, Site: "The Echo"}, 1},
		{"nested name", "---\nauthor:\n  name: Ada Quill\n---\nOne well.", Document{Authors: []string{"Ada Quill"}}, 1},
		{"dots", "---\ntitle: Wells\n...\nOne well.", Document{Title: "Wells"}, 2},
		{"toml", "+++\ntitle = \"Wells\"\nauthors = [\"Ada Quill\"]\ndate = 2023-05-02T08:00:00Z\ncanonical = \"https://x.example/w\"\n+++\nOne well.", Document{Title: "Wells", Authors: []string{"Ada Quill"}, Published: "2023-05-02", Canonical: "https://x.example/w"}, 2},
		{"broken toml", "+++\ntitle = \n+++\nOne well.", Document{}, 1},
		{"rules around prose", "---\nThis is: no front matter <b>\n---\nOne well.", Document{}, 2},
		{"never closed", "---\ntitle: Wells\n\nOne well.", Document{}, 2},
		{"empty", "---\n---\nOne well.", Document{}, 1},
		{"title said again", "---\ntitle: Wells\n---\n# Wells\n\nOne well.", Document{Title: "Wells"}, 3},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d, err := ParseMarkdown(strings.NewReader(test.src), "w.md")
			if err != nil {
				t.Fatal(err)
			}
			got := Document{Title: d.Title, Authors: d.Authors, Published: d.Published, Lang: d.Lang, Site: d.Site, Image: d.Image, Canonical: d.Canonical}
			if d.Published != "" && strings.HasPrefix(d.Published, test.want.Published) {
				got.Published = test.want.Published // a date of TOML carries its own time
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if len(d.Blocks) != test.blocks {
				t.Errorf("blocks %+v", outline(d))
			}
		})
	}
}

func TestMarkdownLimits(t *testing.T) {
	const n = 12_000
	tests := []struct {
		name, src, what string
	}{
		{"quotations", strings.Repeat(">", n) + "x", "levels of nesting"},
		{"lists", strings.Repeat("- ", n) + "x", "levels of nesting"},
		{"numbers", strings.Repeat("1. ", n) + "x", "levels of nesting"},
		{"mixed", strings.Repeat("> - 1) ", n) + "x", "levels of nesting"},
		{"deep indent", strings.Repeat("  ", n) + "- x", "levels of nesting"},
		{"brackets", strings.Repeat("[a](", n), "brackets in one paragraph"},
		{"brackets over lines", strings.Repeat("[a](\n", n), "brackets in one paragraph"},
		{"definitions", strings.Repeat("[a]: /x\n", n), "definitions of links"},
		{"size", strings.Repeat("x ", maxMarkdown/2+1), "bytes of Markdown"},
		{"rule", strings.Repeat("- ", n) + "\n\nx", ""},
		{"stars", strings.Repeat("*", n) + "\n\nx", ""},
		{"links in a list", strings.Repeat("- [a](b)\n", n), ""},
		{"links in paragraphs", strings.Repeat("[a](b)\n\n", n), ""},
		{"emphasis", strings.Repeat("*a **b ", n), ""},
		{"code", strings.Repeat("`a ``b ", n), ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := ParseMarkdown(strings.NewReader(test.src), "x.md")
			var limit *LimitError
			switch {
			case test.what == "" && err != nil:
				t.Errorf("error %v", err)
			case test.what != "" && (!errors.As(err, &limit) || limit.What != test.what):
				t.Errorf("error %v, want a limit of %s", err, test.what)
			}
		})
	}
}

func TestMarkdownWithoutText(t *testing.T) {
	for _, src := range []string{"", "\n\n", "---\nauthor: Ada Quill\n---\n", "<!-- nothing -->"} {
		_, err := ParseMarkdown(strings.NewReader(src), "x.md")
		if err == nil || !strings.Contains(err.Error(), "read article x.md: the file holds no text") {
			t.Errorf("%q: error %v", src, err)
		}
	}
}
