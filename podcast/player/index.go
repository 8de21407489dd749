package player

import (
	"cmp"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"
	"time"

	"articast/podcast"
)

//go:embed index.html
var indexHTML string

var index = template.Must(template.New("index").Parse(indexHTML))

// WriteIndex writes the page that lists the episodes of a Feed, the newest first, with links to their pages, as UTF-8 HTML. The same
// Feed gives the same bytes.
func WriteIndex(w io.Writer, f *podcast.Feed) error {
	view := indexView{Feed: f, Feedfile: podcast.FeedName}
	for _, item := range f.Items {
		view.Episodes = append(view.Episodes, indexItem{FeedItem: item, Minutes: max(1, int(item.Duration.Round(time.Minute)/time.Minute))})
	}
	slices.SortFunc(view.Episodes, func(a, b indexItem) int {
		return cmp.Or(b.Published.Compare(a.Published), strings.Compare(a.Audio, b.Audio))
	})
	if err := index.Execute(w, view); err != nil {
		return fmt.Errorf("write the index page: %w", err)
	}
	return nil
}

type indexView struct {
	*podcast.Feed
	Feedfile string
	Episodes []indexItem
}

type indexItem struct {
	podcast.FeedItem
	Minutes int
}

// Day is the day of publication.
func (i indexItem) Day() string { return i.Published.Format(time.DateOnly) }
