package podcast_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"net/mail"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/mmcdole/gofeed"
	ext "github.com/mmcdole/gofeed/extensions"

	"articast/podcast"
	"articast/segment"
)

// testFeed is a feed with all there is, and with characters that must be escaped.
func testFeed() *podcast.Feed {
	return &podcast.Feed{
		Title: `Tea & <Bridges>`, About: "Read aloud", Author: "Nora Weir", Category: "News > Tech News", Language: "en-GB", Image: "cover.jpeg",
		BaseURL: "https://example.org/pod", Software: "articast test",
		Items: []podcast.FeedItem{
			{
				GUID: "0123", Title: `A "first" & last`, Author: "Ada <Keeper>", Link: "https://news.example.org/a?b=1&c=2", Published: time.Date(2019, 8, 19, 8, 45, 0, 0, time.UTC),
				Duration: 3*time.Minute + 7600*time.Millisecond, Audio: "2019-08-19-größe 1#.mp3", Bytes: 4711, Page: "a.html", Transcript: "a.vtt", Chapters: "a.chapters.json",
				Notes: "<p>It&#39;s <a href=\"https://x.org\">./here</a> ]]&gt;</p>",
			},
			{GUID: "4567", Title: "The second", Published: time.Date(2020, 1, 2, 0, 0, 0, 0, time.UTC), Duration: time.Millisecond, Audio: "b.mp3", Bytes: 1, Page: "b.html", Notes: "<p>b</p>"},
		},
	}
}

func feedBytes(t *testing.T, f *podcast.Feed) string {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func parseFeed(t *testing.T, text string) *gofeed.Feed {
	t.Helper()
	feed, err := gofeed.NewParser().ParseString(text)
	if err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	return feed
}

func TestFeedIsReadBackAsWritten(t *testing.T) {
	want := testFeed()
	feed := parseFeed(t, feedBytes(t, want))
	if feed.Title != want.Title || feed.Language != "en-GB" || feed.ITunesExt.Author != "Nora Weir" || feed.Generator != "articast test" {
		t.Errorf("the head is %+v", feed)
	}
	if c := feed.ITunesExt.Categories; len(c) != 1 || c[0].Text != "News" || c[0].Subcategory.Text != "Tech News" {
		t.Errorf("the categories are %+v", c)
	}
	if len(feed.Items) != 2 || feed.Items[0].GUID != "4567" {
		t.Fatalf("the newest is not the first of %d", len(feed.Items))
	}
	got, item := feed.Items[1], want.Items[0]
	for what, pair := range map[string][2]string{
		"title": {got.Title, item.Title}, "link": {got.Link, item.Link}, "guid": {got.GUID, item.GUID}, "notes": {got.Description, item.Notes},
		"author":     {got.ITunesExt.Author, item.Author},
		"length":     {got.Enclosures[0].Length, "4711"},
		"audio":      {got.Enclosures[0].URL, "https://example.org/pod/2019-08-19-gr%C3%B6%C3%9Fe%201%23.mp3"},
		"duration":   {got.ITunesExt.Duration, "188"},
		"date":       {got.PublishedParsed.UTC().Format(time.RFC3339), "2019-08-19T08:45:00Z"},
		"transcript": {podcastExt(got.Extensions, "transcript").Attrs["url"], "https://example.org/pod/a.vtt"},
		"chapters":   {podcastExt(got.Extensions, "chapters").Attrs["url"], "https://example.org/pod/a.chapters.json"},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%s is %q, want %q", what, pair[0], pair[1])
		}
	}
}

func podcastExt(e ext.Extensions, name string) ext.Extension {
	if list := e["podcast"][name]; len(list) > 0 {
		return list[0]
	}
	return ext.Extension{}
}

func TestFeedDoesNotDependOnTheOrderOfItems(t *testing.T) {
	f := testFeed()
	first := feedBytes(t, f)
	slices.Reverse(f.Items)
	if second := feedBytes(t, f); second != first {
		t.Errorf("the feed changed:\n%s\n%s", first, second)
	}
}

func TestAbsoluteFeedEqualsTheOneWrittenForItsPlace(t *testing.T) {
	f := testFeed()
	f.GUID = podcast.FeedGUID(f.BaseURL)
	want := feedBytes(t, f)
	f.BaseURL = ""
	relative := feedBytes(t, f)
	if strings.Contains(relative, "example.org/pod") {
		t.Errorf("a feed without a place has one: %s", relative)
	}
	if got := string(podcast.AbsoluteFeed([]byte(relative), "https://example.org/pod")); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if again := string(podcast.AbsoluteFeed([]byte(want), "https://elsewhere.org/")); again != want {
		t.Errorf("an absolute feed changed")
	}
}

// TestFeedGUID has the example of the specification (https://podcastindex.org/namespace/1.0#guid).
func TestFeedGUID(t *testing.T) {
	if got := podcast.FeedGUIDOf("https://mp3s.nashownotes.com/pc20rss.xml"); got != "917393e3-1b1e-5cef-ace4-edaa54e1f810" {
		t.Errorf("got %s", got)
	}
	if got := podcast.FeedGUID(""); got != "" {
		t.Errorf("no place has the GUID %s", got)
	}
	if a, b := podcast.FeedGUID("https://example.org/pod"), podcast.FeedGUID("http://example.org/pod/"); a != b {
		t.Errorf("%s and %s", a, b)
	}
}

// rule is one that is published for podcast feeds.
type rule struct {
	name  string // where it is published, and what it says
	holds func(f *gofeed.Feed, raw string) bool
}

func eachItem(holds func(*gofeed.Item) bool) func(*gofeed.Feed, string) bool {
	return func(f *gofeed.Feed, _ string) bool {
		return !slices.ContainsFunc(f.Items, func(i *gofeed.Item) bool { return !holds(i) })
	}
}

func isAddress(text string) bool {
	u, err := url.Parse(text)
	return err == nil && u.Scheme == "https" && u.Host != "" && !strings.ContainsAny(text, " <>\"")
}

var uuid5 = regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`)

// feedRules are the rules of Apple ("A Podcaster's Guide to RSS", "Podcast RSS feed requirements"), of RSS 2.0, and of Podcasting 2.0 (its
// namespace 1.0) for the elements that a feed of ours has.
var feedRules = []rule{
	{"RSS 2.0: the document is well-formed XML in UTF-8", func(_ *gofeed.Feed, raw string) bool {
		d := xml.NewDecoder(strings.NewReader(raw))
		for {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				return strings.HasPrefix(raw, `<?xml version="1.0" encoding="UTF-8"?>`)
			} else if err != nil {
				return false
			}
		}
	}},
	{"RSS 2.0: channel has title, link and description", func(f *gofeed.Feed, _ string) bool {
		return f.Title != "" && isAddress(f.Link) && f.Description != ""
	}},
	{"RSS Advisory Board: atom:link rel=self names the feed", func(f *gofeed.Feed, _ string) bool { return isAddress(f.FeedLink) }},
	{"RSS 2.0: image has url, title and link, and the title and link of the channel", func(f *gofeed.Feed, raw string) bool {
		return isAddress(f.Image.URL) && f.Image.Title == f.Title && strings.Count(raw, "<link>"+f.Link+"</link>") == 2
	}},
	{"RSS 2.0: pubDate is a date of RFC 822 with four digits for the year", eachItem(func(i *gofeed.Item) bool {
		_, err := mail.ParseDate(i.Published)
		return err == nil
	})},
	{"Apple: the namespace of itunes is declared", func(_ *gofeed.Feed, raw string) bool {
		return strings.Contains(raw, `xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"`)
	}},
	{"Apple: language is an ISO 639 code, with a country if need be", func(f *gofeed.Feed, _ string) bool {
		return regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z]{2,4})?$`).MatchString(f.Language)
	}},
	{"Apple: itunes:image is an address that ends in .jpg, .jpeg or .png", func(f *gofeed.Feed, _ string) bool {
		return isAddress(f.ITunesExt.Image) && regexp.MustCompile(`\.(jpe?g|png)$`).MatchString(f.ITunesExt.Image)
	}},
	{"Apple: itunes:category is of the list", func(f *gofeed.Feed, _ string) bool {
		c := f.ITunesExt.Categories
		return len(c) == 1 && slices.Contains(podcast.Categories(), c[0].Text+" > "+c[0].Subcategory.Text)
	}},
	{"Apple: itunes:explicit is true or false", func(f *gofeed.Feed, _ string) bool {
		return f.ITunesExt.Explicit == "true" || f.ITunesExt.Explicit == "false"
	}},
	{"Apple: itunes:type is episodic or serial", func(f *gofeed.Feed, _ string) bool { return f.ITunesExt.Type == "episodic" }},
	{"Apple: itunes:author is given", func(f *gofeed.Feed, _ string) bool { return f.ITunesExt.Author != "" }},
	{"Apple: an episode has a title", eachItem(func(i *gofeed.Item) bool { return i.Title != "" })},
	{"Apple: an episode has one enclosure with url, length in bytes and type", eachItem(func(i *gofeed.Item) bool {
		if len(i.Enclosures) != 1 {
			return false
		}
		n, err := strconv.ParseInt(i.Enclosures[0].Length, 10, 64)
		return err == nil && n > 0 && isAddress(i.Enclosures[0].URL) && i.Enclosures[0].Type == "audio/mpeg"
	})},
	{"Apple: the enclosure's address ends in the file's extension", eachItem(func(i *gofeed.Item) bool { return strings.HasSuffix(i.Enclosures[0].URL, ".mp3") })},
	{"Apple: no two episodes share a GUID, and none is empty", func(f *gofeed.Feed, _ string) bool {
		seen := map[string]bool{"": true}
		for _, i := range f.Items {
			if seen[i.GUID] {
				return false
			}
			seen[i.GUID] = true
		}
		return true
	}},
	{"Apple: a GUID that is no address says isPermaLink=false", func(f *gofeed.Feed, raw string) bool {
		return strings.Count(raw, `<guid isPermaLink="false">`) == len(f.Items)
	}},
	{"Apple: itunes:duration is a number of seconds", eachItem(func(i *gofeed.Item) bool {
		n, err := strconv.Atoi(i.ITunesExt.Duration)
		return err == nil && n > 0
	})},
	{"Apple: a description has at most 4000 bytes", eachItem(func(i *gofeed.Item) bool { return i.Description != "" && len(i.Description) <= 4000 })},
	{"Apple: itunes:episodeType is full, trailer or bonus", eachItem(func(i *gofeed.Item) bool { return i.ITunesExt.EpisodeType == "full" })},
	{"Podcasting 2.0: the namespace is declared", func(_ *gofeed.Feed, raw string) bool {
		return strings.Contains(raw, `xmlns:podcast="https://podcastindex.org/namespace/1.0"`)
	}},
	{"Podcasting 2.0: podcast:guid is a UUIDv5, once", func(f *gofeed.Feed, _ string) bool {
		guid := f.Extensions["podcast"]["guid"]
		return len(guid) == 1 && uuid5.MatchString(guid[0].Value)
	}},
	{"Podcasting 2.0: podcast:transcript has url and type", eachItem(func(i *gofeed.Item) bool {
		for _, e := range i.Extensions["podcast"]["transcript"] {
			if !isAddress(e.Attrs["url"]) || e.Attrs["type"] != "text/vtt" {
				return false
			}
		}
		return true
	})},
	{"Podcasting 2.0: podcast:chapters has url and type application/json+chapters, once", eachItem(func(i *gofeed.Item) bool {
		list := i.Extensions["podcast"]["chapters"]
		return len(list) == 0 || len(list) == 1 && isAddress(list[0].Attrs["url"]) && list[0].Attrs["type"] == "application/json+chapters"
	})},
	{"Podcasting 2.0: podcast:medium is podcast", func(f *gofeed.Feed, _ string) bool {
		medium := f.Extensions["podcast"]["medium"]
		return len(medium) == 1 && medium[0].Value == "podcast"
	}},
}

func TestFeedKeepsThePublishedRules(t *testing.T) {
	raw := feedBytes(t, testFeed())
	feed := parseFeed(t, raw)
	for _, r := range feedRules {
		t.Run(r.name, func(t *testing.T) {
			if !r.holds(feed, raw) {
				t.Errorf("not so in\n%s", raw)
			}
		})
	}
}

func TestCategoryOf(t *testing.T) {
	for name, want := range map[string]string{
		"News": "News", "news": "News", "news>tech news": "News > Tech News", "Tech News": "News > Tech News", "arts >  Fashion & beauty": "Arts > Fashion & Beauty",
		"Newz": "", "": "", ">": "", "News > Books": "", "News > Tech News > More": "",
	} {
		if got := podcast.CategoryOf(name); got != want {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
	}
	if n := len(podcast.Categories()); n != 110 { // 19, and 91 subcategories
		t.Errorf("there are %d", n)
	}
}

func TestShowNotes(t *testing.T) {
	plan := &segment.Plan{
		Byline: "Nora <Weir>", Site: "The Post", Source: `https://example.org/?a="1"&b=2`,
		Segments: []segment.Segment{
			{Role: segment.RoleTitle, Text: "T", Spoken: "T"},
			{Role: segment.RoleBody, Paragraph: true, Text: "It was 5 < 6.", Spoken: "x"},
			{Role: segment.RoleQuote, Text: "“Yes.”", Spoken: "x"},
			{Role: segment.RoleBody, Paragraph: true, Text: "Later.", Spoken: "x"},
		},
		Quotes: []segment.Quote{{Kind: "full", Speaker: "Ada Keeper"}, {Kind: "full", Speaker: "Ada Keeper"}, {Kind: "scare", Speaker: "Nobody"}, {Kind: "partial", Speaker: "B & Co"}},
	}
	want := "<p>It was 5 &lt; 6. “Yes.”</p>\n<p>Nora &lt;Weir&gt; · The Post</p>\n<p>Quoted: Ada Keeper, B &amp; Co</p>\n" +
		"<p><a href=\"https://example.org/?a=&#34;1&#34;&amp;b=2\">Read the original</a></p>"
	if got := podcast.ShowNotes(plan); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	plan.Segments[1] = segment.Segment{Role: segment.RoleSubtitle, Text: strings.Repeat("many & ", 1000), Spoken: "x"}
	plan.Byline = strings.Repeat("&", 3000)
	if got := podcast.ShowNotes(plan); len(got) > 4000 || !strings.Contains(got, "…</p>") || !strings.Contains(got, "Read the original") {
		t.Errorf("long: %d bytes, %s", len(got), got)
	}
}
