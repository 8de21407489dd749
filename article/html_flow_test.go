package article

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestBlocks(t *testing.T) {
	tests := []struct {
		name, src string
		want      []Block // Kind, Level, Number, Header, Text, Cite
	}{
		{"paragraphs", "<p>One boat.</p><p>Two boats.</p>", []Block{{Kind: KindParagraph, Text: "One boat."}, {Kind: KindParagraph, Text: "Two boats."}}},
		{"two breaks", "<div>One boat.<br><br/>Two boats.<br>Three boats.</div>", []Block{{Kind: KindParagraph, Text: "One boat."}, {Kind: KindParagraph, Text: "Two boats. Three boats."}}},
		{"text between blocks", "<div>One boat.<p>Two boats.</p>Three boats.</div>",
			[]Block{{Kind: KindParagraph, Text: "One boat."}, {Kind: KindParagraph, Text: "Two boats."}, {Kind: KindParagraph, Text: "Three boats."}}},
		{"white space", "<p>  One\n\t <b> boat</b> .</p>", []Block{{Kind: KindParagraph, Text: "One boat ."}}},
		{"headings", "<h2>Boats</h2><h4>Big ones</h4><p>One boat.</p>",
			[]Block{{Kind: KindHeading, Level: 2, Text: "Boats"}, {Kind: KindHeading, Level: 4, Text: "Big ones"}, {Kind: KindParagraph, Text: "One boat."}}},
		{"list", "<ul><li>Oars</li><li>Sails<ul><li>Jib</li></ul></li></ul>",
			[]Block{{Kind: KindList, Level: 1, Text: "Oars"}, {Kind: KindList, Level: 1, Text: "Sails"}, {Kind: KindList, Level: 2, Text: "Jib"}}},
		{"numbers", "<ol start=3><li>Oars<li value=7><p>Sails</p><p>and masts</p><li>Keel</ol>",
			[]Block{{Kind: KindList, Level: 1, Number: 3, Text: "Oars"}, {Kind: KindList, Level: 1, Number: 7, Text: "Sails"}, {Kind: KindList, Level: 1, Text: "and masts"}, {Kind: KindList, Level: 1, Number: 5, Text: "Keel"}}},
		{"definitions", "<dl><dt>Jib</dt><dd>A sail.</dd></dl>", []Block{{Kind: KindList, Level: 1, Text: "Jib"}, {Kind: KindList, Level: 1, Text: "A sail."}}},
		{"table", "<table><tr><th>Boat<th>Crew<tr><td>Gull<td>4<tr><td>Tern<td> <p>2</p><p>or 3</p></table>",
			[]Block{{Kind: KindTable, Header: true, Text: "Boat\tCrew\nGull\t4\nTern\t2 or 3"}}},
		{"table without header", "<table><caption>Crews</caption><tr><td>Gull<td>4<tr><td>Tern<td>2</table>",
			[]Block{{Kind: KindCaption, Text: "Crews"}, {Kind: KindTable, Text: "Gull\t4\nTern\t2"}}},
		{"layout table", "<table><tr><td><p>One boat.</p><td><h2>Boats</h2></table>", []Block{{Kind: KindParagraph, Text: "One boat."}, {Kind: KindHeading, Level: 2, Text: "Boats"}}},
		{"table of one column", "<table><tr><td>One boat.<tr><td>Two boats.</table>", []Block{{Kind: KindParagraph, Text: "One boat."}, {Kind: KindParagraph, Text: "Two boats."}}},
		{"presentation", "<table role=presentation><tr><td>One boat.<td>one<tr><td>Two boats.<td>two</table>",
			[]Block{{Kind: KindParagraph, Text: "One boat."}, {Kind: KindParagraph, Text: "one"}, {Kind: KindParagraph, Text: "Two boats."}, {Kind: KindParagraph, Text: "two"}}},
		{"code", "<pre>row()\n  bail()\n</pre>", []Block{{Kind: KindCode, Text: "row()\n  bail()"}}},
		{"an article in code", "<pre>row()\n<article>\n  The  boats\n came back.</article>\n  bail()</pre>", []Block{
			{Kind: KindCode, Text: "row()"}, {Kind: KindParagraph, Text: "The boats came back."}, {Kind: KindCode, Text: "  bail()"}}},
		{"code in lines", "<pre><span>row()</span>\n<span>bail()</span><br>sink()</pre>", []Block{{Kind: KindCode, Text: "row()\nbail()\nsink()"}}},
		{"quotation", "<blockquote cite=https://sea.example/>We sail.</blockquote>", []Block{{Kind: KindBlockquote, Text: "We sail.", Cite: "https://sea.example/"}}},
		{"quotation with name", "<blockquote><p>We sail.</p><cite>— Ann Lee</cite></blockquote>",
			[]Block{{Kind: KindBlockquote, Text: "We sail.", Cite: "Ann Lee"}, {Kind: KindBlockquote, Text: "— Ann Lee", Cite: "Ann Lee"}}},
		{"pull quote", "<blockquote class=pull-quote>We sail.</blockquote>", []Block{{Kind: KindPullquote, Text: "We sail."}}},
		{"tweet", `<blockquote class="twitter-tweet"><p>We sail.</p>&mdash; Ann Lee (@annlee) <a href=/1>May 4, 2020</a></blockquote>`,
			[]Block{{Kind: KindEmbed, Text: "We sail.", Cite: "Ann Lee"}, {Kind: KindEmbed, Text: "— Ann Lee (@annlee) May 4, 2020", Cite: "Ann Lee"}}},
		{"figure", "<figure><img src=x><figcaption>The Gull at sea. <span class='photo-credit'>Photo by Bo Ek</span></figcaption></figure>",
			[]Block{{Kind: KindCaption, Text: "The Gull at sea."}, {Kind: KindCredit, Text: "Photo by Bo Ek"}}},
		{"caption by class", "<div class='wp-caption'><img src=x><p class='wp-caption-text'>The Gull at sea.</p></div>", []Block{{Kind: KindCaption, Text: "The Gull at sea."}}},
		{"credit in a figure", "<figure><div class=copyright>Bo Ek / Agency</div></figure>", []Block{{Kind: KindCredit, Text: "Bo Ek / Agency"}}},
		{"name of a video", "<div class=video-caption><h2>The Gull at sea</h2><p>She sails every day.</p></div>", []Block{{Kind: KindCaption, Text: "The Gull at sea"}, {Kind: KindCaption, Text: "She sails every day."}}},
		{"picture of a gallery", "<div class=gallery-teaser><span class=teaser-caption>The Gull at sea.</span></div>", []Block{{Kind: KindCaption, Text: "The Gull at sea."}}},
		{"footnotes", "<ol class=x><li class=footnote>See the log.</li></ol>", []Block{{Kind: KindNote, Level: 1, Number: 1, Text: "See the log."}}},
		{"endnote role", "<ol><li role=doc-endnote>See the log.</li></ol>", []Block{{Kind: KindNote, Level: 1, Number: 1, Text: "See the log."}}},
		{"bold heading", "<p><b>Who rows?</b></p><p>Nobody does, and that is the whole trouble with this boat.</p>",
			[]Block{{Kind: KindHeading, Level: 4, Text: "Who rows?"}, {Kind: KindParagraph, Text: "Nobody does, and that is the whole trouble with this boat."}}},
		{"bold heading in a paragraph", "<p><strong>The crew</strong><br>Nobody rows.</p>", []Block{{Kind: KindHeading, Level: 4, Text: "The crew"}, {Kind: KindParagraph, Text: "Nobody rows."}}},
		{"bold sentence", "<p><b>Nobody rows.</b></p>", []Block{{Kind: KindParagraph, Text: "Nobody rows."}}},
		{"note", "<p>Editor's note: The boat has been sold since.</p>", []Block{{Kind: KindNote, Text: "Editor's note: The boat has been sold since."}}},
		{"ruby", "<p><ruby>船<rp>(</rp><rt>ふね</rt></ruby>が出る。</p>", []Block{{Kind: KindParagraph, Text: "船が出る。"}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := parseString(t, "<article>"+test.src+"</article>")
			var got []Block
			for _, b := range d.Blocks {
				got = append(got, Block{Kind: b.Kind, Level: b.Level, Number: b.Number, Header: b.Header, Text: b.Text, Cite: b.Cite, Drop: b.Drop})
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestQuotedElementsHaveTheirMarks(t *testing.T) {
	for _, test := range []struct{ lang, src, want string }{
		{"en", "he said <q>we sail</q>, and went", "he said “we sail”, and went"},
		{"en", "<q>We <b>sail</b></q> <q>now </q>he said", "“We sail” “now” he said"},
		{"de-AT", "er rief <q>Wir fahren</q>", "er rief „Wir fahren“"},
		{"", "<q>one <q>two</q></q>", "“one ‘two’”"},
		{"en", "“<q>we sail</q>” and <q>“we sail”</q>", "“we sail” and “we sail”"},
		{"en", "a <q></q>b <q> <img></q>", "a b"},
	} {
		d := parseString(t, "<html lang='"+test.lang+"'><body><p>"+test.src+"</p>")
		if len(d.Blocks) != 1 || d.Blocks[0].Text != test.want {
			t.Errorf("%s: %+v, want %q", test.src, d.Blocks, test.want)
		}
	}
}

func TestMarks(t *testing.T) {
	tests := []struct {
		name, src string
		want      []string // kind, marked text, value
	}{
		{"link", `<a href="../quay">the quay</a>`, []string{"link|the quay|https://echo.example/quay"}},
		{"no link", `<a name=x>the quay</a> <a href="javascript:go()">go</a>`, nil},
		{"emphasis", `<em>Gull</em> <i>Tern</i> <cite>The Log</cite>`, []string{"emphasis|Gull|", "emphasis|Tern|", "emphasis|The Log|"}},
		{"code", `<code>row()</code> <kbd>R</kbd>`, []string{"code|row()|", "code|R|"}},
		{"nested", `<a href=https://sea.example/><em>Gull</em> at sea</a>`, []string{"link|Gull at sea|https://sea.example/", "emphasis|Gull|"}},
		{"white space outside", `the<em> Gull </em>sails`, []string{"emphasis|Gull|"}},
		{"empty", `the <em> </em>Gull`, nil},
		{"note", `sails<sup><a href="#n1">1</a></sup>`, []string{"noteref|1|"}},
		{"note in brackets", `sails<sup>[12]</sup>`, []string{"noteref|[12]|"}},
		{"note link", `sails<a class="footnote-ref" href="#n1">3</a>`, []string{"noteref|3|"}},
		{"role", `sails<a role=doc-noteref href="#n1">see below</a>`, []string{"noteref|see below|"}},
		{"power", `10<sup>2</sup> miles`, nil},
		{"ordinal", `the 4<sup>th</sup> boat`, nil},
		{"foreign", `the <span lang=fr>bateau</span>`, []string{"lang|bateau|fr"}},
		{"own language", `the <span lang=en-GB>boat</span>`, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := parseString(t, "<html lang=en><body><p>"+test.src+"</p>")
			if len(d.Blocks) != 1 {
				t.Fatalf("blocks %+v", d.Blocks)
			}
			b := d.Blocks[0]
			var got []string
			for _, m := range b.Marks {
				got = append(got, string(m.Kind)+"|"+b.Text[m.Start:m.End]+"|"+m.Value)
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("marks %q, want %q", got, test.want)
			}
		})
	}
}

func TestMarksAcrossBlocks(t *testing.T) {
	d := parseString(t, "<a href=https://sea.example/><div>One boat.</div><div>Two boats.</div></a>")
	for _, b := range d.Blocks {
		if len(b.Marks) != 1 || b.Text[b.Marks[0].Start:b.Marks[0].End] != b.Text || b.Marks[0].Value != "https://sea.example/" {
			t.Errorf("block %q: marks %+v", b.Text, b.Marks)
		}
	}
}

func TestBlockLanguage(t *testing.T) {
	d := parseString(t, "<html lang=en><body><p>The boat sails.</p><p lang=de>Das Boot fährt.</p><div lang=fr_FR><p lang=en>The boat.</p><p>Le bateau.</p></div>")
	var got []string
	for _, b := range d.Blocks {
		got = append(got, b.Lang)
	}
	if want := []string{"", "de", "", "fr-FR"}; !slices.Equal(got, want) {
		t.Errorf("languages %q, want %q", got, want)
	}
}

func TestListNumbersOfManyItems(t *testing.T) {
	d := parseString(t, "<ol>"+strings.Repeat("<li>An oar.", 50)+"</ol>")
	for i, b := range d.Blocks {
		if b.Number != i+1 {
			t.Fatalf("item %d has number %d", i+1, b.Number)
		}
	}
}

// The line breaks that a block of code begins with are not its own; its marks move with its text.
func TestMarksBehindLeadingBreaks(t *testing.T) {
	d := parseString(t, "<h1>Wells</h1><p>"+strings.Repeat("One well is deep. ", 9)+"</p><pre>\n\n\n<em>·j5</em> is <em>it</em></pre>")
	for _, b := range d.Blocks {
		for _, m := range b.Marks {
			if got := b.Text[m.Start:m.End]; b.Kind == KindCode && got != "·j5" && got != "it" {
				t.Errorf("emphasis on %q", got)
			}
		}
	}
}
