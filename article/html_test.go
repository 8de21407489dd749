package article

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// page1 is a small page with everything around its article that pages have.
const page1 = `<!doctype html><html lang="en-us"><head><title>Lamps go out in Aldmoor | The Aldmoor Echo</title>
<meta property="og:title" content="Lamps go out in Aldmoor"><meta property="og:site_name" content="The Aldmoor Echo">
<meta name="author" content="By Mira Holt"><meta property="article:published_time" content="2024-03-09T06:30:00+01:00">
<meta property="og:image" content="/img/lamps.jpg"><link rel="canonical" href="/2024/lamps">
<script>var skipped = "<p>not text</p>";</script><style>p { color: red }</style></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Lamps go out in Aldmoor</h1>
<figure><img src="/img/lamps.jpg" alt="A lamp"><figcaption>The last lamp on Mill Lane. <span class="credit">Photo: Jo Pell</span></figcaption></figure>
<p>The town of Aldmoor switched off its last gas lamp on Friday&nbsp;night, ending two centuries of <em>blue</em> light.</p>
<p>&ldquo;I will miss the hiss,&rdquo; said Ann Brook, who lit them for <a href="/people/brook">forty years</a>.<sup><a href="#fn1">1</a></sup></p>
<h2>What comes next</h2>
<p>The council will fit new lamps by June, and it has promised that two of the old posts will stand in the museum garden.</p>
<blockquote><p>Nobody asked us, and nobody told us when the workers would come.</p></blockquote>
<ol><li>Mill Lane keeps its posts.</li><li>Church Street loses four.</li></ol>
<pre>lamp off
  now</pre>
<table><tr><th>Street</th><th>Lamps</th></tr><tr><td>Mill Lane</td><td>12</td></tr></table>
</article>
<aside class="sidebar"><p>Most read this week: the goat that ate the mayor's hat and three more stories.</p></aside>
<footer><p>Copyright 2024 The Aldmoor Echo. All rights reserved.</p></footer></body></html>`

// block is the part of a Block that these tests compare.
type block struct {
	Kind Kind
	Text string
	Drop string
}

func outline(d *Document) []block {
	var out []block
	for _, b := range d.Blocks {
		out = append(out, block{b.Kind, b.Text, b.Drop})
	}
	return out
}

func parseString(t *testing.T, src string) *Document {
	t.Helper()
	d, err := ParseHTML(strings.NewReader(src), "https://echo.example/2024/lamps?x=1")
	if err != nil {
		t.Fatal(err)
	}
	checkDocument(t, d, src, htmlText)
	return d
}

func TestParseHTML(t *testing.T) {
	d := parseString(t, page1)
	want := []block{
		{KindList, "Home", "page/nav"},
		{KindList, "Sport", "page/nav"},
		{KindTitle, "Lamps go out in Aldmoor", ""},
		{KindCaption, "The last lamp on Mill Lane.", ""},
		{KindCredit, "Photo: Jo Pell", ""},
		{KindParagraph, "The town of Aldmoor switched off its last gas lamp on Friday night, ending two centuries of blue light.", ""},
		{KindParagraph, "“I will miss the hiss,” said Ann Brook, who lit them for forty years.1", ""},
		{KindHeading, "What comes next", ""},
		{KindParagraph, "The council will fit new lamps by June, and it has promised that two of the old posts will stand in the museum garden.", ""},
		{KindBlockquote, "Nobody asked us, and nobody told us when the workers would come.", ""},
		{KindList, "Mill Lane keeps its posts.", ""},
		{KindList, "Church Street loses four.", ""},
		{KindCode, "lamp off\n  now", ""},
		{KindTable, "Street\tLamps\nMill Lane\t12", ""},
		{KindParagraph, "Most read this week: the goat that ate the mayor's hat and three more stories.", "page/aside"},
		{KindParagraph, "Copyright 2024 The Aldmoor Echo. All rights reserved.", "page/footer"},
	}
	if diff := cmp.Diff(want, outline(d)); diff != "" {
		t.Errorf("blocks (-want +got):\n%s", diff)
	}
	about := Document{Format: d.Format, Canonical: d.Canonical, Title: d.Title, Authors: d.Authors, Published: d.Published, Lang: d.Lang, Site: d.Site, Image: d.Image}
	wantAbout := Document{Format: FormatHTML, Canonical: "https://echo.example/2024/lamps", Title: "Lamps go out in Aldmoor", Authors: []string{"Mira Holt"},
		Published: "2024-03-09T06:30:00+01:00", Lang: "en-US", Site: "The Aldmoor Echo", Image: "https://echo.example/img/lamps.jpg"}
	if diff := cmp.Diff(wantAbout, about); diff != "" {
		t.Errorf("metadata (-want +got):\n%s", diff)
	}
}

// checkDocument holds a Document against what every Document promises: no empty blocks, valid marks, and the letters of
// a block in its stretch of the source, in order, from its first on.
func checkDocument(t *testing.T, d *Document, src string, textOf func(string) string) {
	t.Helper()
	for i, b := range d.Blocks {
		if strings.TrimSpace(b.Text) == "" {
			t.Errorf("block %d is empty", i)
		}
		if b.Start < 0 || b.End < b.Start || b.End > len(src) {
			t.Errorf("block %d: span %d:%d outside the source of %d bytes", i, b.Start, b.End, len(src))
			continue
		}
		for _, m := range b.Marks {
			if m.Start < 0 || m.End <= m.Start || m.End > len(b.Text) {
				t.Errorf("block %d: mark %+v outside its text of %d bytes", i, m, len(b.Text))
			}
		}
		if b.Start == b.End {
			continue
		}
		text, stretch := []rune(letters(b.Text)), []rune(letters(textOf(src[b.Start:b.End])))
		if !isSubsequence(text, stretch) {
			t.Errorf("block %d: %q is not in its source %q", i, b.Text, src[b.Start:b.End])
		} else if len(text) > 0 && stretch[0] != text[0] {
			t.Errorf("block %d: %q begins too early in its source %q", i, b.Text, src[b.Start:b.End])
		}
	}
}
