package podcast

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Feed is a podcast: what people subscribe to. Title and Items must be set.
type Feed struct {
	Title    string
	About    string // one paragraph; empty repeats the title
	Author   string
	Category string // one of Categories; empty is News
	Language string // BCP 47; empty is en
	Image    string // address of a square picture, JPEG or PNG, or a file beside the feed
	BaseURL  string // where the folder of the feed is on the web; empty leaves addresses relative
	GUID     string // of the podcast, for ever; empty makes that of BaseURL, see FeedGUID
	Software string // that made it
	Items    []FeedItem
}

// FeedItem is an Episode in a Feed. Files are named relative to the feed.
type FeedItem struct {
	GUID       string // for ever
	Title      string
	Author     string
	Link       string // address of the article; empty is the Page
	Published  time.Time
	Duration   time.Duration
	Audio      string // MP3
	Bytes      int64  // of Audio
	Page       string // HTML
	Transcript string // WebVTT
	Chapters   string // JSON chapters
	Notes      string // HTML, see ShowNotes
}

// FeedName is what the file of a Feed is called: its own address is BaseURL and this.
const FeedName = "feed.xml"

// Namespaces of what RSS 2.0 (https://www.rssboard.org/rss-specification) lacks.
const (
	nsITunes  = "http://www.itunes.com/dtds/podcast-1.0.dtd"
	nsPodcast = "https://podcastindex.org/namespace/1.0"
	nsAtom    = "http://www.w3.org/2005/Atom"
)

// here stands before a relative address in a feed, for AbsoluteFeed to find it.
const here = "./"

// Write writes the feed as RSS 2.0 with the elements of Apple (https://podcasters.apple.com/support/823-podcast-requirements) and of Podcasting 2.0
// (https://podcastindex.org/namespace/1.0), the newest episode first. The same Feed gives the same bytes, whatever the order of
// its Items.
func (f *Feed) Write(w io.Writer) error {
	x := &feedWriter{base: folderAddress(f.BaseURL)}
	x.b.WriteString(xml.Header)
	fmt.Fprintf(&x.b, "<rss version=\"2.0\" xmlns:itunes=%q xmlns:podcast=%q xmlns:atom=%q>\n<channel>\n", nsITunes, nsPodcast, nsAtom)
	x.channel(f)
	items := slices.Clone(f.Items)
	slices.SortFunc(items, func(a, b FeedItem) int {
		return cmp.Or(b.Published.Compare(a.Published), cmp.Compare(a.Audio, b.Audio))
	})
	for _, item := range items {
		x.item(item)
		if _, err := x.b.WriteTo(w); err != nil {
			return fmt.Errorf("write the feed: %w", err)
		}
	}
	x.b.WriteString("</channel>\n</rss>\n")
	if _, err := x.b.WriteTo(w); err != nil {
		return fmt.Errorf("write the feed: %w", err)
	}
	return nil
}

// folderAddress ends an address in a slash.
func folderAddress(address string) string {
	if address == "" || strings.HasSuffix(address, "/") {
		return address
	}
	return address + "/"
}

// feedWriter collects the XML of one item.
type feedWriter struct {
	b    bytes.Buffer
	base string
}

func (x *feedWriter) channel(f *Feed) {
	x.text("title", f.Title)
	x.text("link", x.address("index.html"))
	x.text("description", cmp.Or(f.About, f.Title))
	x.text("language", cmp.Or(f.Language, "en"))
	x.text("generator", f.Software)
	x.empty("atom:link", "href", x.address(FeedName), "rel", "self", "type", "application/rss+xml")
	x.text("podcast:guid", cmp.Or(f.GUID, FeedGUID(f.BaseURL)))
	x.text("podcast:medium", "podcast")
	x.text("itunes:author", cmp.Or(f.Author, f.Title))
	x.text("itunes:explicit", "false")
	x.text("itunes:type", "episodic")
	category, sub, _ := strings.Cut(cmp.Or(f.Category, "News"), ">")
	if sub = strings.TrimSpace(sub); sub == "" {
		x.empty("itunes:category", "text", strings.TrimSpace(category))
	} else {
		x.open("itunes:category", "text", strings.TrimSpace(category))
		x.empty("itunes:category", "text", sub)
		x.b.WriteString("</itunes:category>\n")
	}
	if f.Image != "" {
		x.empty("itunes:image", "href", x.address(f.Image))
		x.b.WriteString("<image>\n")
		x.text("url", x.address(f.Image))
		x.text("title", f.Title)
		x.text("link", x.address("index.html"))
		x.b.WriteString("</image>\n")
	}
}

func (x *feedWriter) item(i FeedItem) {
	x.b.WriteString("<item>\n")
	x.text("title", i.Title)
	x.text("link", cmp.Or(webAddress(i.Link), x.address(i.Page)))
	x.open("guid", "isPermaLink", "false")
	x.escape(i.GUID)
	x.b.WriteString("</guid>\n")
	x.text("pubDate", i.Published.UTC().Format(rfc2822))
	x.text("description", i.Notes)
	x.empty("enclosure", "url", x.address(i.Audio), "length", strconv.FormatInt(i.Bytes, 10), "type", "audio/mpeg")
	x.text("itunes:title", i.Title)
	x.text("itunes:author", i.Author)
	x.text("itunes:duration", strconv.FormatInt(max(1, int64(i.Duration.Round(time.Second)/time.Second)), 10))
	x.text("itunes:explicit", "false")
	x.text("itunes:episodeType", "full")
	if i.Transcript != "" {
		x.empty("podcast:transcript", "url", x.address(i.Transcript), "type", "text/vtt", "rel", "captions")
	}
	if i.Chapters != "" {
		x.empty("podcast:chapters", "url", x.address(i.Chapters), "type", "application/json+chapters")
	}
	x.b.WriteString("</item>\n")
}

// rfc2822 is the form of dates in RSS.
const rfc2822 = "Mon, 02 Jan 2006 15:04:05 -0700"

// address makes a file beside the feed an address. What has a scheme is one.
func (x *feedWriter) address(name string) string {
	if name == "" || webAddress(name) != "" {
		return name
	}
	return cmp.Or(x.base, here) + escapePath(name)
}

// escapePath escapes the segments of a relative path for an address.
func escapePath(name string) string {
	var b strings.Builder
	for _, c := range []byte(name) {
		if c >= 0x80 || strings.IndexByte(" \"#%<>?[\\]^`{|}", c) >= 0 || c < 0x20 {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// text writes an element with a text; none without.
func (x *feedWriter) text(name, text string) {
	if text == "" {
		return
	}
	x.b.WriteString("<" + name + ">")
	x.escape(text)
	x.b.WriteString("</" + name + ">\n")
}

// open writes the beginning of an element, whose attributes are names and values in turn.
func (x *feedWriter) open(name string, attributes ...string) {
	x.start(name, attributes)
	x.b.WriteString(">")
}

func (x *feedWriter) empty(name string, attributes ...string) {
	x.start(name, attributes)
	x.b.WriteString("/>\n")
}

func (x *feedWriter) start(name string, attributes []string) {
	x.b.WriteString("<" + name)
	for i := 0; i < len(attributes); i += 2 {
		x.b.WriteString(" " + attributes[i] + `="`)
		x.escape(attributes[i+1])
		x.b.WriteByte('"')
	}
}

func (x *feedWriter) escape(text string) {
	_ = xml.EscapeText(&x.b, []byte(strings.ToValidUTF8(text, "\uFFFD"))) // a buffer takes everything
}

// AbsoluteFeed makes the relative addresses in a feed that Write has written absolute: base is where its folder is on the web. A
// feed with a BaseURL has none and comes back as it is.
func AbsoluteFeed(feed []byte, base string) []byte {
	var escaped bytes.Buffer
	_ = xml.EscapeText(&escaped, []byte(folderAddress(base)))
	b := escaped.String()
	// No text of an element has these: "<" and quotation marks are escaped in it.
	return []byte(strings.NewReplacer(`="`+here, `="`+b, "<link>"+here, "<link>"+b, "<url>"+here, "<url>"+b).Replace(string(feed)))
}
