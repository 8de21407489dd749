package article

import (
	"strings"
	"testing"
)

func TestTitle(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"heading", "<h1>Crane falls</h1>", "Crane falls"},
		{"site name in title element", "<title>Crane falls into harbour | The Lindvik Post</title>", "Crane falls into harbour"},
		{"no section before the site name", "<title>Crane falls into harbour | | The Lindvik Post</title>", "Crane falls into harbour"},
		{"site name first", "<title>The Lindvik Post: Crane falls</title><meta property=og:site_name content='The Lindvik Post'>", "Crane falls"},
		{"dash in the headline", "<title>Crane falls - and nobody sees it happen - The Lindvik Post</title><meta property=og:site_name content='The Lindvik Post'>", "Crane falls - and nobody sees it happen"},
		{"short title keeps its dash", "<title>Cranes - a history</title>", "Cranes - a history"},
		{"metadata over other headings", "<meta property=og:title content='Crane falls into harbour'><h2>Latest</h2>", "Crane falls into harbour"},
		{"heading that agrees", "<meta property=og:title content='Crane falls into harbour'><h1>The Lindvik Post</h1><h2>Crane falls into harbour</h2>", "Crane falls into harbour"},
		{"heading that says more", "<title>Crane falls into harbour - The Post</title><h1>Crane falls into harbour, nobody hurt</h1>", "Crane falls into harbour, nobody hurt"},
		{"headline of JSON-LD", `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Crane falls &amp; sinks"}</script>`, "Crane falls & sinks"},
		{"part of a recipe", "<title>Salt cod pie recipe | Kitchen</title><h1 class=entry-title>My mother's salt cod pie for cold days</h1><h2>Salt cod pie</h2>", "My mother's salt cod pie for cold days"},
		{"entities", "<meta property=og:title content='Q&amp;amp;A'>", "Q&A"},
		{"none", "<p>x</p>", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := parseString(t, test.src+body)
			if d.Title != test.want {
				t.Errorf("title %q, want %q", d.Title, test.want)
			}
			first := Block{}
			for _, b := range d.Blocks {
				if b.Drop == "" {
					first = b
					break
				}
			}
			if test.want != "" && (first.Kind != KindTitle || first.Text != test.want) {
				t.Errorf("the first block is %q %q", first.Kind, first.Text)
			}
		})
	}
}

func TestTitleBlockOfMetadata(t *testing.T) {
	src := "<meta property=og:title content='Crane &amp; pier'>" + body
	b := parseString(t, src).Blocks[0]
	if got := src[b.Start:b.End]; got != "Crane &amp; pier" {
		t.Errorf("source of the title: %q", got)
	}
}

func TestPageAuthors(t *testing.T) {
	ld := func(s string) string { return `<script type="application/ld+json">` + s + `</script>` }
	const h1 = "<h1>Crane falls into harbour</h1>"
	tests := []struct{ name, src, want string }{
		{"meta", "<meta name=author content='By Ann Lee'>", "Ann Lee"},
		{"two in one", "<meta name=byl content='By Ann Lee and Bo Ek'>", "Ann Lee; Bo Ek"},
		{"two elements", "<meta name=citation_author content='Lee, A.'><meta name=author content='Ann Lee'><meta name=author content='Bo Ek'>", "Ann Lee; Bo Ek"},
		{"address", "<meta property=article:author content='https://social.example/annlee'>", ""},
		{"JSON-LD", ld(`{"@type":"NewsArticle","author":{"@type":"Person","name":"Ann Lee"}}`), "Ann Lee"},
		{"JSON-LD list", ld(`{"@type":"Article","author":[{"@type":"Person","name":"Ann Lee"},"Bo Ek"]}`), "Ann Lee; Bo Ek"},
		{"JSON-LD graph", ld(`{"@graph":[{"@type":"WebPage"},{"@type":["Article","Thing"],"author":{"@id":"#p"}},{"@id":"#p","@type":"Person","name":"Ann Lee"}]}`), "Ann Lee"},
		{"JSON-LD with line breaks", ld("{\"@type\":\"Article\",\"description\":\"one\ntwo\",\"author\":\"Ann Lee\"};"), "Ann Lee"},
		{"JSON-LD in a comment", ld(`<!-- {"@type":"Article","author":"Ann Lee"} -->`), "Ann Lee"},
		{"JSON-LD in CDATA", ld(`//<![CDATA[` + "\n" + `{"@type":"http://schema.org/Article","author":"Ann Lee"}` + "\n" + `//]]>`), "Ann Lee"},
		{"JSON-LD broken", ld(`{"@type":"Article","author":"Ann Lee"`) + "<meta name=author content='Bo Ek'>", "Bo Ek"},
		{"JSON-LD of something else", ld(`{"@type":"Product","author":"Ann Lee"}`), ""},
		{"person before organisation", ld(`{"@type":"Article","author":{"@type":"Organization","name":"Harbour News"}}`) + h1 + "<a rel=author href=/x>Ann Lee</a>", "Ann Lee"},
		{"organisation alone", ld(`{"@type":"Article","author":{"@type":"Organization","name":"Harbour News"}}`), "Harbour News"},
		{"site itself", "<meta name=author content='The Post'><meta property=og:site_name content='The Post'>" + h1 + "<p>By Ann Lee</p>", "Ann Lee"},
		{"rel", h1 + "<p>Story: <a rel=author href=/x>Ann Lee</a></p>", "Ann Lee"},
		{"microdata", h1 + "<span itemprop=author><span itemprop=name>Ann Lee</span></span>", "Ann Lee"},
		{"link to a writer", h1 + "<a href=/writers/ann-lee>Ann Lee</a>", "Ann Lee"},
		{"class with title and date", h1 + "<div class=byline>By Ann Lee, staff writer | May 4, 2021</div>", "Ann Lee"},
		{"several spans", h1 + "<div><span class=author>Ann Lee</span> <span class=author>Bo Ek</span></div>", "Ann Lee; Bo Ek"},
		{"nickname", h1 + "<span class='author vcard'>harbourcat</span>", "harbourcat"},
		{"text", h1 + "<p>Posted on May 4, 2021 by Ann Lee</p>", "Ann Lee"},
		{"by alone", h1 + "<p>By</p><p>Ann Lee</p>", "Ann Lee"},
		{"place in a block below", h1 + "<div class=byline><div>By Ann Lee</div><div>Harbour News, Lindvik</div></div>", "Ann Lee"},
		{"two blocks and a word", h1 + "<div class=byline><div>Ann Lee</div><div>and</div><div>Bo Ek</div></div>", "Ann Lee; Bo Ek"},
		{"photographer behind", h1 + "<p class=author>Words by Ann Lee. Photographs by Bo Ek.</p>", "Ann Lee"},
		{"artist in a caption", h1 + "<figure><figcaption>The crane, drawn by T. Lane</figcaption></figure>", ""},
		{"family first", "<meta name=citation_author content='Lee, Ann'><meta name=citation_author content='Ek, Bo'>", "Ann Lee; Bo Ek"},
		{"of a comment", h1 + body + "<div class=comments><span class=author>Cy Poe</span></div>", ""},
		{"of another story", h1 + body + "<div class=related-posts><a rel=author href=/x>Cy Poe</a></div>", ""},
		{"before the title when none follows", "<span class=author>Ann Lee</span>" + h1, "Ann Lee"},
		{"administrator", "<meta name=author content=admin>", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := parseString(t, test.src+body)
			if got := strings.Join(d.Authors, "; "); got != test.want {
				t.Errorf("authors %q, want %q", got, test.want)
			}
		})
	}
}

func TestPageDate(t *testing.T) {
	ld := func(s string) string { return `<script type="application/ld+json">` + s + `</script>` }
	const h1 = "<h1>Crane falls into harbour</h1>"
	tests := []struct{ name, source, src, want string }{
		{"JSON-LD", "", ld(`{"@type":"Article","datePublished":"2021-05-04T06:00:00+02:00","dateModified":"2021-05-05"}`), "2021-05-04T06:00:00+02:00"},
		{"meta", "", "<meta property=article:published_time content=2021-05-04T06:00:00Z>", "2021-05-04T06:00:00Z"},
		{"published before modified", "", "<meta property=article:modified_time content=2021-06-01><meta name=date content='May 4, 2021'>", "2021-05-04"},
		{"modified alone", "", "<meta property=article:modified_time content=2021-06-01>", "2021-06-01"},
		{"time element", "", h1 + "<time datetime=2021-05-04>yesterday</time>", "2021-05-04"},
		{"time element by its class", "", "<time datetime=2020-01-02>x</time>" + h1 + "<time class='entry-date published' datetime=2021-05-04>x</time>", "2021-05-04"},
		{"microdata", "", h1 + "<span itemprop=datePublished content=2021-05-04>x</span>", "2021-05-04"},
		{"text", "", h1 + "<p>Published May 4, 2021</p>", "2021-05-04"},
		{"text with slashes", "", h1 + "<p>Posted on 05/04/2021</p>", "2021-05-04"},
		{"text with slashes in Britain", "", "<html lang=en-GB><body>" + h1 + "<p>Posted on 04/05/2021</p>", "2021-05-04"},
		{"script", "", `<script>var page = {"datePublished":"2021-05-04T06:00:00Z"}</script>`, "2021-05-04T06:00:00Z"},
		{"address", "https://post.example/2021/05/04/crane", "", "2021-05-04"},
		{"address knows the local day", "https://post.example/2021/05/04/crane", "<meta property=article:published_time content=2021-05-05T01:00:00Z>", "2021-05-04"},
		{"address of another day", "https://post.example/2021/04/04/crane", "<meta property=article:published_time content=2021-05-05T01:00:00Z>", "2021-05-05T01:00:00Z"},
		{"no such day", "", "<meta name=date content=2021-13-45>", ""},
		{"nothing", "", "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d, err := ParseHTML(strings.NewReader(test.src+body), firstOf(test.source, "crane.html"))
			if err != nil {
				t.Fatal(err)
			}
			if d.Published != test.want {
				t.Errorf("published %q, want %q", d.Published, test.want)
			}
		})
	}
}

func TestAddresses(t *testing.T) {
	tests := []struct{ name, source, src, canonical, image string }{
		{"absolute", "x.html", "<link rel=canonical href=https://post.example/a><meta property=og:image content=https://post.example/i.jpg>", "https://post.example/a", "https://post.example/i.jpg"},
		{"relative", "https://post.example/b/c", "<link rel=canonical href=/a><meta name=twitter:image content=i.jpg>", "https://post.example/a", "https://post.example/b/i.jpg"},
		{"relative in a file", "x.html", "<link rel=canonical href=/a><meta name=twitter:image content=i.jpg>", "", ""},
		{"base", "x.html", "<base href=https://post.example/d/><link rel=canonical href=a>", "https://post.example/d/a", ""},
		{"og:url", "x.html", "<meta property=og:url content=https://post.example/a>", "https://post.example/a", ""},
		{"script in an address", "https://post.example/b", "<link rel=canonical href='javascript:x()'><meta property=og:image content='data:image/gif;base64,AA'>", "", ""},
		{"image of JSON-LD", "x.html", `<script type="application/ld+json">{"@type":"Article","image":[{"@type":"ImageObject","url":"https://post.example/i.jpg"}]}</script>`, "", "https://post.example/i.jpg"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d, err := ParseHTML(strings.NewReader(test.src+body), test.source)
			if err != nil {
				t.Fatal(err)
			}
			if d.Canonical != test.canonical || d.Image != test.image {
				t.Errorf("canonical %q, image %q", d.Canonical, d.Image)
			}
		})
	}
}

func TestCleanLang(t *testing.T) {
	for in, want := range map[string]string{
		"en": "en", "EN": "en", "en_US": "en-US", "en-us": "en-US", "zh-hant-tw": "zh-Hant-TW", "pt_BR": "pt-BR", "": "", "x": "", "english": "", "e'": "", "de-": "de", "en-US-x-verylongsubtag": "en-US-x",
	} {
		if got := cleanLang(in); got != want {
			t.Errorf("cleanLang(%q) = %q, want %q", in, got, want)
		}
	}
}
