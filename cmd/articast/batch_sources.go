package main

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"articast/article"
	"articast/segment"
	"articast/segment/spoken"
)

// entry is an article of a batch that has not been read yet.
type entry struct {
	source string  // its path or address, as messages name it
	key    string  // by which it is recognised in the next run
	err    error   // why there is none
	known  *record // what a feed says of one that is not to be read; nil for others
	load   func(context.Context) (*material, error)
}

// material is what an article is made from.
type material struct {
	hash string // of all that the source says
	plan func(context.Context) (*segment.Plan, string, error)
}

// articleEndings are the files of a folder that are articles.
var articleEndings = []string{".txt", ".text", ".md", ".markdown", ".mdown", ".mkd", ".html", ".htm", ".xhtml"}

// expand turns the sources of a command line into files and addresses, each once, in order.
func expand(sources []string, dir string) ([]string, error) {
	x := expander{dir: dir, seen: make(map[string]bool)}
	for _, s := range sources {
		if err := x.add(s, ""); err != nil {
			return nil, err
		}
	}
	return x.places, nil
}

type expander struct {
	dir    string // of the podcast, in which there is no source
	places []string
	seen   map[string]bool
}

// add takes one source. from is the list that it stands in.
func (x *expander) add(source, from string) error {
	if list, ok := strings.CutPrefix(source, "@"); ok && from == "" {
		return x.list(list)
	}
	if source == "-" {
		return &usageError{msg: "batch does not read standard input", hint: "name files, folders, addresses, or @LIST.txt"}
	}
	if isURL(source) {
		x.take(source)
		return nil
	}
	if from != "" && !filepath.IsAbs(source) {
		source = filepath.Join(filepath.Dir(from), source)
	}
	info, err := os.Stat(source)
	if err == nil && info.IsDir() {
		return x.folder(source)
	}
	if err == nil && !info.Mode().IsRegular() {
		return &usageError{msg: source + " is a pipe or a device", hint: "batch reads its sources more than once: write it to a file first"}
	}
	if err == nil {
		x.take(source)
		return nil
	}
	found, globErr := filepath.Glob(source)
	if globErr == nil && len(found) > 0 {
		slices.Sort(found)
		for _, path := range found {
			if err := x.add(path, ""); err != nil {
				return err
			}
		}
		return nil
	}
	where := ""
	if from != "" {
		where = from + ": "
	}
	return &usageError{msg: where + "no such file: " + source, hint: "SOURCE is a file, a folder, a pattern, an address, a feed, or @LIST.txt"}
}

func (x *expander) take(place string) {
	if !x.seen[place] {
		x.seen[place] = true
		x.places = append(x.places, place)
	}
}

// list takes the sources in a file: one on each line, relative to the file, # begins a remark.
func (x *expander) list(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return unreadList(path, err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		line := strings.TrimSpace(strings.TrimPrefix(lines.Text(), "\ufeff"))
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if err := x.add(line, path); err != nil {
			return err
		}
	}
	return unreadList(path, lines.Err())
}

// unreadList says why a list of sources cannot be read; nil stays nil.
func unreadList(path string, err error) error {
	var system *fs.PathError
	switch {
	case err == nil:
		return nil
	case errors.Is(err, bufio.ErrTooLong):
		err = errors.New("a line of it is longer than any source")
	case errors.As(err, &system):
		err = system.Err // it names the path again
	}
	return &usageError{msg: fmt.Sprintf("read the list %s: %v", path, err), hint: "@LIST.txt is a file with a source on each line"}
}

// folder takes the articles in a folder and those below it, but for hidden ones, pipes and devices, and the podcast itself.
func (x *expander) folder(root string) error {
	if sameFile(root, x.dir) {
		return &usageError{msg: fmt.Sprintf("%s is the folder of the podcast: it cannot be a source", root), hint: "-o DIR names another folder"}
	}
	return filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		hidden := path != root && strings.HasPrefix(d.Name(), ".")
		switch {
		case d.IsDir() && (hidden || sameFile(path, x.dir)):
			return fs.SkipDir
		case !d.IsDir() && !hidden && slices.Contains(articleEndings, strings.ToLower(filepath.Ext(path))):
			if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
				return nil
			}
			x.take(path)
		}
		return nil
	})
}

// lister goes through the places of a batch and yields their articles. It holds no more than one feed at a time.
type lister struct {
	batch *batch
	yield func(entry) bool
}

// list yields the articles of a place: itself, or those of the feeds that it is or names. It returns false when no more are wanted.
func (l *lister) list(ctx context.Context, place string) bool {
	if isURL(place) {
		fetched, err := article.Fetch(ctx, place, l.batch.fetchOptions())
		if err != nil {
			return l.fail(place, err)
		}
		return l.sort(ctx, place, fetched.Body, fetched.URL, func() entry { return l.batch.pageEntry(place, fetched) })
	}
	f, err := os.Open(place)
	if err != nil {
		return l.fail(place, err)
	}
	defer f.Close()
	head := make([]byte, 4096)
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return l.fail(place, err)
	}
	if article.SourceKindOf(head[:n]) == article.SourceArticle {
		return l.yield(l.batch.fileEntry(place))
	}
	raw, err := os.ReadFile(place)
	if err != nil {
		return l.fail(place, err)
	}
	return l.sort(ctx, place, raw, place, nil)
}

// sort yields what raw holds: the items of a feed, the feeds of a list, or else one article.
func (l *lister) sort(ctx context.Context, place string, raw []byte, source string, single func() entry) bool {
	switch article.SourceKindOf(raw) {
	case article.SourceFeed:
		return l.feed(raw, source)
	case article.SourceOPML:
		feeds, err := article.ParseOPML(raw, source)
		if err != nil {
			return l.fail(place, err)
		}
		for _, address := range feeds {
			fetched, err := article.Fetch(ctx, address, l.batch.fetchOptions())
			if err == nil && article.SourceKindOf(fetched.Body) != article.SourceFeed {
				err = article.ErrNoFeed
			}
			if err != nil {
				if !l.fail(address, err) {
					return false
				}
				continue
			}
			if !l.feed(fetched.Body, fetched.URL) {
				return false
			}
		}
		return true
	}
	return l.yield(single())
}

func (l *lister) feed(raw []byte, source string) bool {
	f, err := article.ParseFeed(raw, source)
	if err != nil {
		return l.fail(source, err)
	}
	l.batch.sawFeed(f)
	for i := range f.Items {
		if !l.yield(l.batch.itemEntry(&f.Items[i], source)) {
			return false
		}
	}
	return true
}

// fail yields a place that cannot be read.
func (l *lister) fail(place string, err error) bool {
	return l.yield(entry{source: place, key: l.batch.key(place), err: err})
}

func (b *batch) fetchOptions() article.FetchOptions {
	return article.FetchOptions{AllowPrivate: b.article.allowPrivate}
}

// key names a source in the state.
func (b *batch) key(place string) string { return sourceKey(b.dir, place) }

// sourceKey names a source wherever it is asked for: its address, or its path relative to the podcast's folder.
func sourceKey(dir, place string) string {
	if isURL(place) {
		return article.PublicAddress(place)
	}
	dir, dirErr := filepath.Abs(dir)
	path, err := filepath.Abs(place)
	if dirErr != nil || err != nil {
		return filepath.ToSlash(place)
	}
	if relative, err := filepath.Rel(dir, path); err == nil {
		path = relative
	}
	return filepath.ToSlash(path)
}

func (b *batch) pageEntry(place string, fetched *article.Fetched) entry {
	return entry{source: place, key: b.key(place), load: func(context.Context) (*material, error) {
		return &material{hash: hashOf(fetched.Body), plan: func(ctx context.Context) (*segment.Plan, string, error) {
			doc, err := fetched.Document(b.article.format)
			if err != nil {
				return nil, "", err
			}
			return b.planDocument(ctx, doc, place, cmp.Or(doc.Canonical, fetched.URL))
		}}, nil
	}}
}

func (b *batch) fileEntry(path string) entry {
	return entry{source: path, key: b.key(path), load: func(context.Context) (*material, error) {
		raw, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		m := &material{hash: hashOf(raw, besideHash(path))}
		m.plan = func(ctx context.Context) (*segment.Plan, string, error) {
			if text := asPlan(bufio.NewReader(bytes.NewReader(raw))); text != nil {
				plan, err := readPlan(text, path, articleOptions{})
				if err != nil {
					return nil, "", err
				}
				return plan, plan.Source, nil
			}
			doc, err := article.Parse(bytes.NewReader(raw), path, b.article.format)
			if err != nil {
				return nil, "", err
			}
			return b.planDocument(ctx, doc, path, doc.Canonical)
		}
		return m, nil
	}}
}

// itemEntry is an item of a feed: its own text, or the page that it links to.
func (b *batch) itemEntry(item *article.FeedItem, feed string) entry {
	key := cmp.Or(item.Link, feed+"#"+cmp.Or(item.ID, item.Title))
	if item.Unread != "" {
		known := &record{Title: item.Title, Published: item.Published}
		return entry{source: key, key: key, known: known, load: func(context.Context) (*material, error) {
			return nil, &hintError{error: errors.New(item.Unread), hint: "its publisher can mend that; --since and --match leave it out"}
		}}
	}
	return entry{source: key, key: key, load: func(ctx context.Context) (*material, error) {
		about, err := json.Marshal(item)
		if err != nil {
			return nil, err
		}
		if item.Whole {
			return &material{hash: hashOf(about), plan: func(ctx context.Context) (*segment.Plan, string, error) {
				doc, err := item.Document()
				if err != nil {
					return nil, "", err
				}
				return b.planDocument(ctx, doc, key, doc.Canonical)
			}}, nil
		}
		fetched, err := article.Fetch(ctx, item.Link, b.fetchOptions())
		if err != nil {
			return nil, err
		}
		return &material{hash: hashOf(about, fetched.Body), plan: func(ctx context.Context) (*segment.Plan, string, error) {
			doc, err := fetched.Document(b.article.format)
			if err != nil {
				return nil, "", err
			}
			doc.Title, doc.Published = cmp.Or(doc.Title, item.Title), cmp.Or(doc.Published, item.Published)
			doc.Site, doc.Image = cmp.Or(doc.Site, item.Site), cmp.Or(doc.Image, item.Image)
			if len(doc.Authors) == 0 {
				doc.Authors = item.Authors
			}
			return b.planDocument(ctx, doc, key, cmp.Or(doc.Canonical, fetched.URL))
		}}, nil
	}}
}

// planDocument makes the plan of a document, and returns the address of the article with it, "" where it has none.
func (b *batch) planDocument(ctx context.Context, doc *article.Document, source, address string) (*segment.Plan, string, error) {
	plan, err := planOf(ctx, doc, source, b.article)
	return plan, address, err
}

// besideHash is of the lexicons that lie beside a file and are read with it.
func besideHash(path string) []byte {
	var all []byte
	for _, name := range besideLexicons(path) {
		f, err := openFound(name, false)
		if err != nil {
			continue
		}
		raw, err := io.ReadAll(io.LimitReader(f, spoken.MaxLexicon+1))
		f.Close()
		if err == nil {
			all = fmt.Appendf(all, "%s %d\n%s", filepath.Base(name), len(raw), raw)
		}
	}
	return all
}

// sawFeed notes a feed: the one that is the only source lends the podcast its title.
func (b *batch) sawFeed(f *article.Feed) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.feeds++; b.feeds == 1 {
		b.feed = podcastRecord{Title: f.Title, About: f.About, Language: f.Language}
	}
}
