package segment

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"articast/article"
)

// spokenOf plans a source and returns "role: what is said" of each segment.
func spokenOf(t *testing.T, source string, format article.Format, o Options) []string {
	t.Helper()
	doc, err := article.Parse(strings.NewReader(source), "a", format)
	if err != nil {
		t.Fatal(err)
	}
	p, err := New(doc, o)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, s := range p.Segments {
		out = append(out, string(s.Role)+": "+s.Spoken)
	}
	return out
}

func TestTablesAreReadByRow(t *testing.T) {
	for name, c := range map[string]struct{ source, want string }{
		"with columns": {"| Country | Salt | Year |\n|--|--|--|\n| France | 4,000 | 2019 |\n| Spain | | 2020 |\n",
			"table: A table. The columns: Country, Salt, Year.\ntable: Country: France; Salt: four thousand; Year: twenty nineteen.\ntable: Country: Spain; Year: twenty twenty."},
		"one cell more than columns": {"| A | B |\n|--|--|\n| one | two |\n", "table: A table. The columns: A, B.\ntable: A: one; B: two."},
	} {
		if diff := cmp.Diff(strings.Split(c.want, "\n"), spokenOf(t, c.source, article.FormatMarkdown, Options{})); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	html := "<p>It rained for a week, and nobody slept in the valley.</p><table><tr><td>Upper</td><td>30 m</td></tr><tr><td>Lower</td><td>12 m</td></tr></table>"
	want := []string{"table: Upper, thirty meters.", "table: Lower, twelve meters."}
	if diff := cmp.Diff(want, spokenOf(t, html, article.FormatHTML, Options{})[1:]); diff != "" {
		t.Errorf("without columns: %s", diff)
	}
	html = "<p>It rained for a week, and nobody slept in the valley.</p><table><tr><th></th><th>Rain</th><th colspan=2>Snow</th></tr>" +
		"<tr><td rowspan=2>Upper</td><td>30 m</td><td>2 m</td><td>wet</td></tr><tr><td>12 m</td><td>1 m</td></tr><tr><td colspan=4>All measured by hand.</td></tr></table>"
	want = []string{"table: A table. The columns: Rain, Snow.", "table: Upper; Rain: thirty meters; Snow: two meters; wet.", "table: Rain: twelve meters; Snow: one meter.", "table: All measured by hand."}
	if diff := cmp.Diff(want, spokenOf(t, html, article.FormatHTML, Options{})[1:]); diff != "" {
		t.Errorf("cells that span: %s", diff)
	}
	html = "<p>It rained for a week, and nobody slept in the valley.</p><table><thead><tr><th rowspan=2>Wall</th><th colspan=2>Water</th><th>Snow</th></tr><tr><th>Rain</th><th>Dew</th></tr></thead>" +
		"<tr><td>Upper</td><td>30 m</td><td>2 m</td><td>1 m</td></tr></table>"
	want = []string{"table: A table. The columns: Wall, Water, Snow.", "table: Rain, Dew.", "table: Wall: Upper; Water, Rain: thirty meters; Water, Dew: two meters; Snow: one meter."}
	if diff := cmp.Diff(want, spokenOf(t, html, article.FormatHTML, Options{})[1:]); diff != "" {
		t.Errorf("two rows of names: %s", diff)
	}
}

func TestAddressesAreSaidByTheirSite(t *testing.T) {
	for text, want := range map[string]string{
		"See https://www.example.com/salt/road?x=1#map, a map.": "body: See example dot com, a map.",
		"Not one cent. https://t.co/a1 pic.twitter.com/b2":      "body: Not one cent.",
		"See https://example.com.":                              "body: See example dot com.",
		"See (http://maps.example.com/a_b/).":                   "body: See (maps dot example dot com).",
	} {
		got := spokenOf(t, "It rained for a week, and nobody slept in the valley.\n\n"+text, article.FormatText, Options{})
		if diff := cmp.Diff(want, got[len(got)-1]); diff != "" {
			t.Errorf("%s: %s", text, diff)
		}
	}
	got := spokenOf(t, "It rained for a week, and nobody slept.\n\nSee https://example.com/salt, a map.", article.FormatText, Options{Keep: []string{"address/path"}})
	if !strings.Contains(got[len(got)-1], "slash salt") {
		t.Errorf("kept, the address is said %q", got[len(got)-1])
	}
}

func TestPostsSayWhoWroteThem(t *testing.T) {
	const html = `<p>The dam held on Monday, and the people came back in the evening.</p><blockquote class="twitter-tweet"><p>The dam is safe, and it will stay so.</p><p>Thank you all for your help.</p>&mdash; Water Board (@water) <a href="https://twitter.com/water/status/1">May 3, 2021</a></blockquote><p>The board met at night, and it will meet once more.</p>`
	want := []string{"embed: Water Board wrote: The dam is safe, and it will stay so.", "embed: Thank you all for your help."}
	if diff := cmp.Diff(want, spokenOf(t, html, article.FormatHTML, Options{})[1:3]); diff != "" {
		t.Error(diff)
	}
}

// What a page and a network write around posts, pictures and letters is dropped by a rule that says why.
func TestWhatSitesWriteIsDropped(t *testing.T) {
	const html = `<h1>Dam</h1><p>The dam held on Monday, and the people came back in the evening.</p>` +
		`<figure><img src=d.jpg><figcaption>Der Damm am Abend. Foto: Uwe Kern/dpa</figcaption></figure>` +
		`<blockquote class="instagram-media"><p>The night the dam held https://t.co/a1B2</p><p>A post shared by Water Board (@water)</p></blockquote>` +
		`<h2>More<a href="#more">#</a></h2><p>The board met at night, and it will meet once more.</p>` +
		`<p>You are receiving this email because you signed up at our website.</p>`
	p := htmlPlan(t, html, Options{})
	got := map[string]string{}
	for _, d := range p.Dropped {
		got[d.Rule] = d.Text
	}
	want := map[string]string{
		"caption/credit":    "Foto: Uwe Kern/dpa",
		"embed/link":        "https://t.co/a1B2",
		"embed/signature":   "A post shared by Water Board (@water)",
		"note/mark":         "#",
		"newsletter/signup": "You are receiving this email because you signed up at our website.",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("dropped (-want +got):\n%s", diff)
	}
}

func TestQuotationsBetweenCues(t *testing.T) {
	got := spokenOf(t, "The Dam Holds\n\n“It was close,” said the engineer, Paul Weaver. “I would not want to see it again.”\n\nThe “so-called” dam is 30 m high, and it held.", article.FormatText, Options{Quotes: QuotesCue})
	want := []string{"title: The Dam Holds.", "body: Quote: “It was close,” end quote,", "body: said the engineer, Paul Weaver.",
		"body: Quote: “I would not want to see it again.” end quote.", "body: The “so-called” dam is thirty meters high, and it held."}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
