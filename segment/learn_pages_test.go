package segment

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"articast/article"
)

// learnSets are the sets of pages that the weights of lines are learned from.
var learnSets = []string{"ace", "readability", "gum", "seedlike"}

// learnPage is a page as lines whose labels people have given.
type learnPage struct {
	ID        string      `json:"id"`
	URL       string      `json:"url"`
	Lines     []learnLine `json:"lines"`
	set, site string
	doc       *article.Document
	features  [][]string  // of each block
	gold      []lineLabel // of each block
	names     []string    // of gold, as the set has them
}

// learnLine is a line and its label.
type learnLine struct {
	Text  string `json:"t"`
	Label string `json:"l"`
}

// readLearnPages reads the pages of all sets.
func readLearnPages(t *testing.T, dir string) []*learnPage {
	var pages []*learnPage
	for _, set := range learnSets {
		f, err := os.Open(filepath.Join(dir, "lines", set+".jsonl"))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		s := bufio.NewScanner(f)
		s.Buffer(nil, 1<<26)
		for s.Scan() {
			p := &learnPage{set: set}
			if err := json.Unmarshal(s.Bytes(), p); err != nil {
				t.Fatal(err)
			}
			p.read(t)
			pages = append(pages, p)
		}
		if err := s.Err(); err != nil {
			t.Fatal(err)
		}
	}
	return append(pages, readMarkedPages(t, dir)...)
}

// markedSet is the set of web pages whose lines are learned from as their markup is understood.
const markedSet = "trafilatura"

// readMarkedPages reads web pages of which people have only said what some pieces are: the labels of their lines are what
// their markup shows. A page is left out where that contradicts the pieces.
func readMarkedPages(t *testing.T, dir string) []*learnPage {
	files, err := filepath.Glob(filepath.Join(dir, "extract", markedSet, "*", "source.html.gz"))
	if err != nil {
		t.Fatal(err)
	}
	var pages []*learnPage
	for _, file := range files {
		var gold struct {
			ID, URL string
			Include []string `json:"must_include"`
			Exclude []string `json:"must_exclude"`
		}
		raw, err := os.ReadFile(filepath.Join(filepath.Dir(file), "gold.json"))
		if err == nil {
			err = json.Unmarshal(raw, &gold)
		}
		if err != nil {
			t.Fatal(err)
		}
		p := &learnPage{ID: gold.ID, URL: gold.URL, set: markedSet}
		if p.doc, err = article.ParseHTML(gunzip(t, file), gold.URL); err != nil {
			t.Fatal(err)
		}
		var said strings.Builder
		for i, name := range p.planned() {
			p.Lines = append(p.Lines, learnLine{p.doc.Blocks[i].Text, name})
			if name != "boilerplate" {
				said.WriteString(wordsOnly(p.doc.Blocks[i].Text) + " ")
			}
		}
		says := func(text string) bool { return strings.Contains(said.String(), wordsOnly(text)) }
		if slices.ContainsFunc(gold.Exclude, says) || slices.ContainsFunc(gold.Include, func(text string) bool { return !says(text) }) {
			continue
		}
		p.trim()
		p.read(t)
		pages = append(pages, p)
	}
	return pages
}

// nearBefore and nearAfter are the numbers of lines of furniture before and behind an article that the sets of lines have
// at most; markup has whole menus and threads of comments.
const nearBefore, nearAfter = 8, 14

// trim leaves the furniture out that is far from the article.
func (p *learnPage) trim() {
	first, last := len(p.Lines), -1
	for i, l := range p.Lines {
		if l.Label != "boilerplate" {
			first, last = min(first, i), i
		}
	}
	p.Lines = p.Lines[max(0, min(first, len(p.Lines))-nearBefore):min(len(p.Lines), last+1+nearAfter)]
}

// gunzip opens a packed file.
func gunzip(t *testing.T, file string) io.Reader {
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	r, err := gzip.NewReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// read finds the features and the labels of the page's lines.
func (p *learnPage) read(t *testing.T) {
	var texts []string
	for _, l := range p.Lines {
		texts = append(texts, l.Text)
	}
	var err error
	if p.doc, err = article.ParseText(strings.NewReader(strings.Join(texts, "\n\n")), "-"); err != nil {
		t.Fatal(err)
	}
	p.findSite()
	p.findGold()
	p.features = make([][]string, len(p.doc.Blocks))
	features(newLineViews(p.doc.Blocks, "en"), func(line int, name []byte) {
		p.features[line] = append(p.features[line], string(name))
	})
}

// pageNumber is what tells the pages of one site apart.
var pageNumber = regexp.MustCompile(`[-_]?\d+$`)

// findSite finds the name of the site, so that all its pages, of whatever set, are held back together.
func (p *learnPage) findSite() {
	if u, err := url.Parse(p.URL); err == nil && u.Host != "" {
		parts := strings.Split(u.Host, ".")
		n := max(0, len(parts)-2)
		if n > 0 && slices.Contains([]string{"co", "com", "org", "net"}, parts[n]) {
			n--
		}
		p.site = parts[n]
		return
	}
	_, id, _ := strings.Cut(p.ID, "/")
	if p.set == "seedlike" {
		id, _, _ = strings.Cut(id, "_")
	}
	p.site = strings.ReplaceAll(pageNumber.ReplaceAllString(id, ""), "-", "")
	if long, ok := map[string]string{"washpost": "washingtonpost", "wapo": "washingtonpost", "nyt": "nytimes"}[p.site]; ok {
		p.site = long
	}
}

// goldLabels are the labels by the names that the sets have for them.
var goldLabels = map[string]lineLabel{
	"title": labelTitle, "dek": labelSubtitle, "byline": labelByline, "dateline": labelDate, "caption": labelCaption, "heading": labelHeading,
	"paragraph": labelBody, "blockquote": labelQuote, "boilerplate": labelInside,
}

// findGold gives every block the label of the line that it has most of.
func (p *learnPage) findGold() {
	p.gold, p.names = make([]lineLabel, len(p.doc.Blocks)), make([]string, len(p.doc.Blocks))
	first, last := len(p.doc.Blocks), -1
	for i, b := range p.doc.Blocks {
		best, at := 0, 0
		for _, l := range p.Lines {
			if n := min(at+len(l.Text), b.End) - max(at, b.Start); n > best {
				best, p.names[i] = n, l.Label
			}
			at += len(l.Text) + len("\n\n")
		}
		if p.gold[i] = goldLabels[p.names[i]]; p.gold[i] != labelInside {
			first, last = min(first, i), i
		}
	}
	for i, g := range p.gold {
		switch {
		case g != labelInside:
		case i < first:
			p.gold[i] = labelBefore
		case i > last:
			p.gold[i] = labelAfter
		}
	}
}

// planNames are the names that the sets have for roles; what is spoken and not here is a paragraph.
var planNames = map[Role]string{
	RoleTitle: "title", RoleSubtitle: "dek", RoleByline: "byline", RoleDate: "dateline", RoleCaption: "caption", RoleCredit: "caption",
	RoleHeading: "heading", RoleBlockquote: "blockquote", RolePullquote: "blockquote",
}

// planned returns the names of the blocks in the Plan that the package's weights make.
func (p *learnPage) planned() []string {
	weights := make([]map[string]int, len(p.doc.Blocks))
	offsets := p.doc.Offsets()
	weigh := func(start, end int, name string) {
		for i, at := range offsets {
			if n := min(end, at+len(p.doc.Blocks[i].Text)) - max(start, at); n > 0 {
				if weights[i] == nil {
					weights[i] = map[string]int{}
				}
				weights[i][name] += n
			}
		}
	}
	plan, err := New(p.doc, Options{})
	if err != nil {
		plan = &Plan{}
	}
	for _, s := range plan.Segments {
		name := planNames[s.Role]
		if name == "" {
			name = "paragraph"
		}
		weigh(s.Start, s.End, name)
	}
	for _, d := range plan.Dropped {
		name := "boilerplate"
		switch family, rest, _ := strings.Cut(d.Rule, "/"); {
		case family == "dateline" || d.Rule == "note/mark":
			name = "paragraph"
		case family == "date":
			name = "dateline"
		case family == "caption" || rest == "caption":
			name = "caption"
		}
		weigh(d.Start, d.End, name)
	}
	names := make([]string, len(weights))
	for i, w := range weights {
		names[i] = heaviestName(w)
	}
	return names
}

// heaviestName returns the name with the most text; an author or a caption outweighs the day or the credit beside it.
func heaviestName(weights map[string]int) string {
	if weights["paragraph"]+weights["title"] == 0 {
		for _, name := range []string{"byline", "caption"} {
			if weights[name] > 0 {
				return name
			}
		}
	}
	best := "boilerplate"
	for _, name := range []string{"paragraph", "title", "dek", "heading", "blockquote", "dateline"} {
		if weights[name] > weights[best] {
			best = name
		}
	}
	return best
}

// tally counts lines: the right ones, and those that are spoken, or captions, rightly (tp), wrongly (fp) and not (fn).
type tally struct {
	lines, right       int
	words, lost        int // of paragraphs; left out or given another role
	kept               int // words of furniture that are spoken
	speakable, caption struct{ tp, fp, fn int }
}

// tallies are by set.
type tallies map[string]*tally

// add compares the Plan of a page with its labels; mistakes go to errs.
func (ts tallies) add(p *learnPage, errs *strings.Builder) {
	planned := p.planned()
	for _, set := range []string{p.set, "all"} {
		if ts[set] == nil {
			ts[set] = &tally{}
		}
		ts[set].add(p, planned, errs)
		errs = nil
	}
}

// add counts the lines of a page, whose names in its Plan are planned.
func (t *tally) add(p *learnPage, planned []string, errs *strings.Builder) {
	spoken := func(name string) bool {
		return name == "title" || name == "paragraph" || name == "heading" || name == "blockquote"
	}
	count := func(c *struct{ tp, fp, fn int }, want, got bool) {
		switch {
		case want && got:
			c.tp++
		case got:
			c.fp++
		case want:
			c.fn++
		}
	}
	for i, got := range planned {
		want, text := p.names[i], p.doc.Blocks[i].Text
		if want == "dek" {
			continue // not scored by the benchmark either
		}
		if got == "dek" {
			got = "heading"
		}
		t.lines++
		if want == got {
			t.right++
		} else if errs != nil {
			fmt.Fprintf(errs, "%s\t%s\t%d\t%s->%s\t%s\n", p.site, p.ID, i, want, got, text)
		}
		if want == "paragraph" || want == "blockquote" {
			t.words += countWords(text)
			if !spoken(got) {
				t.lost += countWords(text)
			}
		}
		if want == "boilerplate" && spoken(got) {
			t.kept += countWords(text)
		}
		count(&t.speakable, spoken(want), spoken(got))
		count(&t.caption, want == "caption", got == "caption")
	}
}

// String returns one line for each set.
func (ts tallies) String() string {
	f1 := func(c struct{ tp, fp, fn int }) float64 { return float64(2*c.tp) / float64(max(1, 2*c.tp+c.fp+c.fn)) }
	var b strings.Builder
	for _, set := range append(slices.Clone(learnSets), markedSet, "all") {
		t := ts[set]
		if t == nil {
			continue
		}
		fmt.Fprintf(&b, "%-12s %d lines, accuracy %.4f, speakable F1 %.4f, caption F1 %.4f, body words lost %.2f %%, furniture spoken %.2f %% of them\n", set, t.lines,
			float64(t.right)/float64(max(1, t.lines)), f1(t.speakable), f1(t.caption), 100*float64(t.lost)/float64(max(1, t.words)), 100*float64(t.kept)/float64(max(1, t.words)))
	}
	return b.String()
}
