package article

import (
	"bytes"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"
)

// Feed is an RSS, Atom or JSON feed as read.
type Feed struct {
	Title    string
	About    string // what it says of itself
	Language string // BCP 47
	Link     string // address of the site
	Items    []FeedItem
}

// FeedItem is an article of a Feed. What it lacks is empty.
type FeedItem struct {
	ID        string // what the feed calls it: never changes, may be anything
	Link      string // address of the article
	Title     string
	Authors   []string
	Published string // RFC 3339, in UTC
	Image     string
	HTML      string // the longest text that the feed has of it
	Whole     bool   // HTML is the article, not an invitation to read it
	Unread    string `json:",omitempty"` // why there is nothing to read: no text, and no link that can be followed; "" where there is
	Lang      string // of the feed
	Site      string // title of the feed
}

// ErrNoFeed says that a source is no feed.
var ErrNoFeed = errors.New("not a feed")

// Limits on feeds. The reader of feeds descends by recursion, so that depth is bounded before it sees them.
const (
	maxFeedItems = 10_000
	maxFeedDepth = 10_000
	maxFeedText  = 4 << 20 // bytes of one item
)

// ParseFeed reads a feed, RSS, Atom or JSON, from its bytes. source is its address or path: an address is the base of its links.
// An item without anything to read is there too, and says why. It returns ErrNoFeed for what is none, a *LimitError for one that is too large.
func ParseFeed(raw []byte, source string) (*Feed, error) {
	if SourceKindOf(raw) != SourceFeed {
		return nil, fmt.Errorf("read feed %s: %w", source, ErrNoFeed)
	}
	if len(raw) > maxSource {
		return nil, fmt.Errorf("read feed %s: %w", source, &LimitError{What: "bytes", Limit: maxSource})
	}
	if depthOf(raw) > maxFeedDepth {
		return nil, fmt.Errorf("read feed %s: %w", source, &LimitError{What: "elements inside each other", Limit: maxFeedDepth})
	}
	parsed, err := gofeed.NewParser().Parse(bytes.NewReader(raw))
	if err != nil {
		return nil, fmt.Errorf("read feed %s: %w", source, err)
	}
	if len(parsed.Items) > maxFeedItems {
		return nil, fmt.Errorf("read feed %s: %w", source, &LimitError{What: "items", Limit: maxFeedItems})
	}
	base := httpBase(source)
	f := &Feed{Title: plain(parsed.Title), About: plain(parsed.Description), Language: cleanLang(parsed.Language), Link: absolute(base, parsed.Link)}
	for _, item := range parsed.Items {
		f.Items = append(f.Items, f.item(item, base))
	}
	return f, nil
}

// item takes over what an item says.
func (f *Feed) item(item *gofeed.Item, base *url.URL) FeedItem {
	one := FeedItem{
		ID: strings.TrimSpace(item.GUID), Link: absolute(base, item.Link), Title: plain(item.Title), Published: feedDate(item), Lang: f.Language, Site: f.Title,
	}
	for _, p := range item.Authors {
		if p != nil && p.Name != "" {
			one.Authors = append(one.Authors, plain(p.Name))
		}
	}
	if item.Image != nil {
		one.Image = absolute(base, item.Image.URL)
	}
	one.HTML, one.Whole = textOfItem(item)
	if one.Link == "" {
		one.Whole = one.HTML != "" // there is nowhere else to read it
	}
	if one.Link == "" && one.HTML == "" {
		one.Unread = unreadReason(strings.TrimSpace(item.Link))
	}
	return one
}

// unreadReason says what is wrong with the link of an item without text.
func unreadReason(link string) string {
	const what = "the feed has no text of it"
	if link == "" {
		return what + ", and no link to its page"
	}
	return fmt.Sprintf("%s, and its link cannot be followed: %s", what, link)
}

// Document returns the article of an item that has it whole. It fails where the text of the item has no words.
func (i *FeedItem) Document() (*Document, error) {
	d, err := parseHTML([]byte(i.page()), "text/html; charset=utf-8", i.Link)
	if err != nil {
		return nil, err
	}
	d.Canonical, d.Lang, d.Site = i.Link, firstOf(i.Lang, d.Lang), firstOf(i.Site, d.Site)
	d.Title, d.Published, d.Image = firstOf(i.Title, d.Title), firstOf(i.Published, d.Published), firstOf(i.Image, d.Image)
	if len(i.Authors) > 0 {
		d.Authors = i.Authors
	}
	d.Source = firstOf(i.Link, i.ID)
	return d, nil
}

// feedDate returns when an item was published, or last changed where it does not say.
func feedDate(item *gofeed.Item) string {
	for _, t := range []*time.Time{item.PublishedParsed, item.UpdatedParsed} {
		if t != nil && t.Year() > 1900 && t.Year() < 10000 {
			return t.Format(time.RFC3339)
		}
	}
	return ""
}

// absolute resolves an address of a feed; "" where it is none that can be followed.
func absolute(base *url.URL, address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || address == "" {
		return ""
	}
	if base != nil {
		u = base.ResolveReference(u)
	}
	if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	return u.String()
}
