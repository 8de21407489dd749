package article

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// longText is a paragraph that nobody takes for a teaser.
var longText = strings.TrimSpace(strings.Repeat("The keepers of the old bridge wrote down the height of the water each morning, and in the evening again. ", 12))

var rssFeed = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The &amp; Bridge</title><link>https://bridge.example/</link><description>News</description><language>en-us</language>
<item><title>Water &lt;b&gt;high&lt;/b&gt;</title><link>/2026/water</link><guid isPermaLink="false">w-1</guid><dc:creator>Nora Weir</dc:creator>
<pubDate>Mon, 23 Nov 2026 06:30:00 +0100</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>` + longText + `</p><p>“It rose,” said Ada Keeper.</p>]]></content:encoded></item>
<item><title>Teaser</title><link>https://bridge.example/2026/teaser</link><description>` + longText + ` [...]</description></item>
<item><title>Nothing</title></item>
<item><title>A file</title><link>file:///etc/passwd</link><guid>f-1</guid></item>
<item><title>No link</title><guid>n-1</guid><description>All there is.</description></item>
</channel></rss>`

const atomFeed = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Brücke</title><id>urn:x</id><updated>2026-11-22T10:00:00Z</updated>
<entry><title>Wasser</title><id>urn:y</id><link href="https://bridge.example/wasser"/><updated>2026-11-22T10:00:00Z</updated>
<author><name>Nora Weir</name></author><content type="html">&lt;p&gt;Das Wasser stieg. Weiterlesen&lt;/p&gt;</content></entry></feed>`

const jsonFeed = `{"version": "https://jsonfeed.org/version/1.1", "title": "Bridge", "items": [
 {"id": "1", "url": "https://bridge.example/1", "title": "One", "content_text": "First < second.\n\nAnother paragraph.", "date_published": "2026-11-22T10:00:00Z",
  "authors": [{"name": "Nora Weir"}]}]}`

func TestParseFeedRSS(t *testing.T) {
	f, err := ParseFeed([]byte(rssFeed), "https://bridge.example/feed.xml")
	if err != nil {
		t.Fatal(err)
	}
	if f.Title != "The & Bridge" || f.Language != "en-US" || f.Link != "https://bridge.example/" || f.About != "News" || len(f.Items) != 5 {
		t.Fatalf("%+v", f)
	}
	first := f.Items[0]
	first.HTML = ""
	want := FeedItem{
		ID: "w-1", Link: "https://bridge.example/2026/water", Title: "Water high", Authors: []string{"Nora Weir"}, Published: "2026-11-23T05:30:00Z",
		Whole: true, Lang: "en-US", Site: "The & Bridge",
	}
	if d := cmp.Diff(want, first); d != "" {
		t.Error(d)
	}
	if f.Items[1].Whole {
		t.Error("a teaser that ends in [...] is taken for the article")
	}
	if last := f.Items[4]; !last.Whole || last.ID != "n-1" || last.Unread != "" {
		t.Errorf("an item without a link has all there is: %+v", last)
	}
	for i, want := range map[int]string{
		0: "", 1: "",
		2: "the feed has no text of it, and no link to its page",
		3: "the feed has no text of it, and its link cannot be followed: file:///etc/passwd",
	} {
		if got := f.Items[i].Unread; got != want {
			t.Errorf("item %d: %q, want %q", i, got, want)
		}
	}
}

func TestParseFeedAtomAndJSON(t *testing.T) {
	f, err := ParseFeed([]byte(atomFeed), "feed.atom")
	if err != nil {
		t.Fatal(err)
	}
	if i := f.Items[0]; f.Title != "Brücke" || i.Whole || i.Published != "2026-11-22T10:00:00Z" || i.Authors[0] != "Nora Weir" || i.Link != "https://bridge.example/wasser" {
		t.Errorf("%+v", f)
	}
	if f, err = ParseFeed([]byte(jsonFeed), ""); err != nil {
		t.Fatal(err)
	}
	if i := f.Items[0]; i.HTML != "<p>First &lt; second.</p>\n<p>Another paragraph.</p>\n" || i.Title != "One" || i.Whole {
		t.Errorf("%+v", i)
	}
}

func TestFeedItemDocument(t *testing.T) {
	f, err := ParseFeed([]byte(rssFeed), "https://bridge.example/feed.xml")
	if err != nil {
		t.Fatal(err)
	}
	d, err := f.Items[0].Document()
	if err != nil {
		t.Fatal(err)
	}
	if d.Title != "Water high" || d.Canonical != "https://bridge.example/2026/water" || d.Source != d.Canonical || d.Site != "The & Bridge" ||
		d.Lang != "en-US" || d.Published != "2026-11-23T05:30:00Z" || strings.Join(d.Authors, ",") != "Nora Weir" {
		t.Errorf("%+v", d)
	}
	var kept []string
	for _, b := range d.Blocks {
		if b.Drop == "" {
			kept = append(kept, b.Text)
		}
	}
	want := []string{"Water high", longText, "“It rose,” said Ada Keeper."}
	if d := cmp.Diff(want, kept); d != "" {
		t.Error(d)
	}
}

// TestTeasers pins what is taken for the whole article.
func TestTeasers(t *testing.T) {
	for _, c := range []struct {
		name, content, description string
		whole                      bool
	}{
		{"long content", "<p>" + longText + "</p>", "", true},
		{"short content", "<p>A line.</p>", "", false},
		{"content that goes on elsewhere", "<p>" + longText[:900] + " … <a>Read more</a></p>", "", false},
		{"content that only ends so", "<p>" + longText + longText + " …</p>", "", true},
		{"long description", "", longText, true},
		{"description as teaser", "", longText[:600], false},
		{"description longer than content", "<p>A line.</p>", longText, true},
		{"the tail of WordPress", "<p>" + longText[:600] + " […]</p><p>The post <a>Water</a> appeared first on <a>Bridge</a>.</p>", "", false},
	} {
		var b strings.Builder
		b.WriteString(`{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "url": "https://bridge.example/1", "content_html": "`)
		b.WriteString(c.content + `", "summary": "` + c.description + `"}]}`)
		f, err := ParseFeed([]byte(b.String()), "")
		if err != nil {
			t.Fatal(c.name, err)
		}
		if got := f.Items[0].Whole; got != c.whole {
			t.Errorf("%s: whole is %v", c.name, got)
		}
	}
}

func TestSourceKind(t *testing.T) {
	for text, want := range map[string]SourceKind{
		rssFeed:  SourceFeed,
		atomFeed: SourceFeed,
		jsonFeed: SourceFeed,
		"\xef\xbb\xbf<?xml version='1.0' encoding='iso-8859-1'?><!-- a --><rdf:RDF xmlns:rdf='x'>": SourceFeed,
		"\xff\xfe<\x00r\x00s\x00s\x00>\x00": SourceFeed,
		"<?xml version='1.0'?><opml>":       SourceOPML,
		"<html><rss>":                       SourceArticle,
		`{"version": 1, "title": "a plan"}`: SourceArticle,
		"":                                  SourceArticle,
		"Feeding the birds":                 SourceArticle,
	} {
		if got := SourceKindOf([]byte(text)); got != want {
			t.Errorf("%.40q is of kind %v, want %v", text, got, want)
		}
	}
}

func TestParseOPML(t *testing.T) {
	feeds, err := ParseOPML([]byte(`<opml version="2.0"><head><title>x</title></head><body>
		<outline text="News"><outline text="a" type="rss" xmlUrl="https://a.example/feed?x=1&amp;y=2" htmlUrl="https://a.example/"/>
		<outline xmlurl="https://b.example/feed"/><outline xmlUrl="https://b.example/feed"/><outline xmlUrl="file:///etc/passwd"/></outline>
		</body></opml>`), "subs.opml")
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([]string{"https://a.example/feed?x=1&y=2", "https://b.example/feed"}, feeds); d != "" {
		t.Error(d)
	}
	if _, err := ParseOPML([]byte("<opml><body/></opml>"), "x"); !errors.Is(err, ErrNoFeed) {
		t.Errorf("a list of nothing: %v", err)
	}
	var limit *LimitError
	if _, err := ParseOPML([]byte("<opml>"+strings.Repeat("<outline>", 1000)), "x"); !errors.As(err, &limit) {
		t.Errorf("a list as deep as a well: %v", err)
	}
}

// TestFeedLimits: a feed that would exhaust the stack, or the listener, is refused.
func TestFeedLimits(t *testing.T) {
	var limit *LimitError
	const n = 200_000
	deep := `<rss version="2.0"><channel><item>` + strings.Repeat("<a:b>", n) + strings.Repeat("</a:b>", n) + `</item></channel></rss>`
	if _, err := ParseFeed([]byte(deep), "x"); !errors.As(err, &limit) {
		t.Errorf("%d elements inside each other: %v", n, err)
	}
	flat := `<rss version="2.0"><channel>` + strings.Repeat("<item><link>https://a.example/</link><!-- < --><a/><![CDATA[<b><b>]]></item>", maxFeedItems+1) + `</channel></rss>`
	if _, err := ParseFeed([]byte(flat), "x"); !errors.As(err, &limit) || limit.What != "items" {
		t.Errorf("too many items: %v", err)
	}
	if _, err := ParseFeed([]byte("<html><body>hello"), "x"); !errors.Is(err, ErrNoFeed) {
		t.Errorf("a page: %v", err)
	}
	if d := depthOf([]byte(`<?xml a?><!DOCTYPE a><a><b/><b></b><c><![CDATA[<d><d>]]><!--<e>--></c></a>`)); d != 2 {
		t.Errorf("depth %d", d)
	}
}

func FuzzParseFeed(f *testing.F) {
	for _, seed := range []string{rssFeed, atomFeed, jsonFeed, "<rss><channel><item><description>a&nbsp;<b", "<opml><outline xmlUrl='https://a.example'/>"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		_, _ = ParseOPML(raw, "https://echo.example/x")
		feed, err := ParseFeed(raw, "https://echo.example/x")
		if err != nil {
			return
		}
		for _, item := range feed.Items {
			if nothing := item.HTML == "" && item.Link == ""; nothing != (item.Unread != "") {
				t.Fatalf("an item of nothing: %v, but it says %q", nothing, item.Unread)
			}
			if item.Link != "" && absolute(nil, item.Link) == "" {
				t.Fatalf("link %q", item.Link)
			}
			if item.HTML == "" {
				continue
			}
			if d, err := item.Document(); err == nil {
				checkAny(t, d, []byte(item.page()))
			}
		}
	})
}
