package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"articast/article"
)

// goldPage is what a page's gold says, as far as it is used here.
type goldPage struct {
	ID       string   `json:"id"`
	URL      string   `json:"url"`
	Title    string   `json:"title"`
	Body     string   `json:"body_text"`
	Captions []string `json:"captions"`
	Must     []string `json:"must_include"`
	MustNot  []string `json:"must_exclude"`
}

// pagePrediction is what extract/* asks for.
type pagePrediction struct {
	ID          string   `json:"id"`
	Body        string   `json:"body"`
	Title       string   `json:"title"`
	Byline      []string `json:"byline"`
	Date        string   `json:"date"`
	Captions    []string `json:"captions"`
	Headings    []string `json:"headings"`
	Blockquotes []string `json:"blockquotes"`
}

// predictPages reads every page of a folder; a page without an article is an empty prediction.
func predictPages(path string, r *report) ([]byte, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	err := eachPage(path, func(gold goldPage, page []byte) error {
		r.items++
		doc, err := article.ParseHTML(bytes.NewReader(page), gold.URL)
		if err != nil {
			r.differs(gold.ID, "a page", err.Error())
			doc = &article.Document{}
		}
		p := predictPage(gold.ID, doc)
		reportPage(gold, p, r)
		return enc.Encode(p)
	})
	return out.Bytes(), err
}

// eachPage calls do for every page of a folder in the order of their names.
func eachPage(path string, do func(gold goldPage, page []byte) error) error {
	folders, err := os.ReadDir(path)
	if err != nil {
		return err
	}
	for _, f := range folders {
		gold, page, err := readPage(filepath.Join(path, f.Name()))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err == nil {
			err = do(gold, page)
		}
		if err != nil {
			return fmt.Errorf("page %s: %w", f.Name(), err)
		}
	}
	return nil
}

// readPage reads the gold and the page of one folder.
func readPage(path string) (gold goldPage, page []byte, err error) {
	b, err := os.ReadFile(filepath.Join(path, "gold.json"))
	if err != nil {
		return gold, nil, err
	}
	if err := json.Unmarshal(b, &gold); err != nil {
		return gold, nil, fmt.Errorf("read gold: %w", err)
	}
	f, err := os.Open(filepath.Join(path, "source.html.gz"))
	if err != nil {
		return gold, nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return gold, nil, fmt.Errorf("read page: %w", err)
	}
	var buf bytes.Buffer
	if _, err := buf.ReadFrom(z); err != nil {
		return gold, nil, fmt.Errorf("read page: %w", err)
	}
	return gold, buf.Bytes(), nil
}

// predictPage tells what the Plan of a page speaks, and what the Document says of itself.
func predictPage(id string, doc *article.Document) pagePrediction {
	p := pagePrediction{ID: id, Title: doc.Title, Byline: doc.Authors, Date: doc.Published}
	labels, err := planLabels(doc)
	if err != nil { // there is nothing to speak
		return p
	}
	p.Headings = textsOf(doc, article.KindHeading)
	p.Blockquotes = textsOf(doc, article.KindBlockquote, article.KindPullquote, article.KindEmbed)
	var body []string
	caption := false
	offsets := doc.Offsets()
	for i, b := range doc.Blocks {
		weights := map[string]int{}
		weigh(weights, labels, offsets[i], offsets[i]+len(b.Text))
		label := heaviest(weights)
		if n := len(p.Captions); label == "caption" && caption && b.Kind == article.KindCredit {
			p.Captions[n-1] += " " + b.Text
		} else if label == "caption" {
			p.Captions = append(p.Captions, b.Text)
		}
		if caption = label == "caption"; bodyLabels[label] {
			body = append(body, keptText(b.Text, offsets[i], labels))
		}
	}
	p.Body = strings.Join(body, "\n\n")
	return p
}

// textsOf returns the texts of the article's blocks of some kinds. A post from elsewhere is a quotation with its author's
// signature, and stands in a blockquote element on every page that embeds it as its network asks.
func textsOf(doc *article.Document, kinds ...article.Kind) []string {
	var texts []string
	for _, b := range doc.Blocks {
		if b.Drop == "" && slices.Contains(kinds, b.Kind) {
			texts = append(texts, b.Text)
		}
	}
	return texts
}

// bodyLabels are the labels of what extract/* calls the body.
var bodyLabels = map[string]bool{"paragraph": true, "heading": true, "blockquote": true}

// keptText returns a block's text without what is dropped inside it; offset is where it begins in the Document's text.
func keptText(text string, offset int, labels []labelled) string {
	for i := len(labels) - 1; i >= 0; i-- { // drops come last, in order
		if l := labels[i]; l.label == "boilerplate" && l.start >= offset && l.end <= offset+len(text) {
			text = text[:l.start-offset] + text[l.end-offset:]
		}
	}
	return text
}

// reportPage notes a title that differs, paragraphs and captions of the gold that are missing, and paragraphs that are
// too many.
func reportPage(gold goldPage, p pagePrediction, r *report) {
	if gold.Title != "" && solid(gold.Title) != solid(p.Title) {
		r.differs(gold.ID, "title "+gold.Title, p.Title)
	}
	want, got := solid(gold.Body), solid(p.Body)
	for part := range strings.SplitSeq(gold.Body, "\n\n") {
		if !strings.Contains(got, solid(part)) {
			r.differs(gold.ID, part, "not in the body")
		}
	}
	for part := range strings.SplitSeq(p.Body, "\n\n") {
		if want != "" && !strings.Contains(want, solid(part)) {
			r.differs(gold.ID, "not in the body", part)
		}
	}
	captions := solid(strings.Join(p.Captions, ""))
	for _, c := range gold.Captions {
		if !strings.Contains(captions, solid(c)) {
			r.differs(gold.ID, "caption "+c, "no such caption")
		}
	}
	reportSegments(gold, got, r)
}

// reportSegments notes what must be in the body and is not, and the reverse.
func reportSegments(gold goldPage, body string, r *report) {
	for _, s := range gold.Must {
		if !strings.Contains(body, solid(s)) {
			r.differs(gold.ID, "in the body: "+s, "not there")
		}
	}
	for _, s := range gold.MustNot {
		if strings.Contains(body, solid(s)) {
			r.differs(gold.ID, "not in the body: "+s, "there")
		}
	}
}
