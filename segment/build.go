package segment

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"articast/article"
	"articast/segment/quote"
	"articast/segment/spoken"
)

// ErrNothingToSpeak says that a Document holds nothing but what rules leave out.
var ErrNothingToSpeak = errors.New("nothing to speak: every line was left out")

// New makes the Plan of a Document. It fails when an option cannot be, when the Document has no words that are to be
// spoken, and, which would be a fault of this package, when a word of the Document would be lost.
func New(doc *article.Document, o Options) (*Plan, error) {
	if err := o.check(); err != nil {
		return nil, err
	}
	on, err := o.ruleSet()
	if err != nil {
		return nil, err
	}
	b := newBuilder(doc, o, on)
	b.findRoles()
	b.findMarks()
	b.decide()
	b.dropInside()
	b.findQuotes()
	b.cutUtterances()
	b.markVoices()
	b.dropUnsaid()
	b.reorder()
	b.pause()
	b.markPauses()
	b.makeChapters()
	p := b.plan()
	if len(p.Segments) == 0 {
		return nil, fmt.Errorf("plan %s: %w", doc.Source, ErrNothingToSpeak)
	}
	if err := p.Check(b.text); err != nil {
		return nil, fmt.Errorf("plan %s: %w", doc.Source, err)
	}
	return p, nil
}

// piece is a stretch of one block and what it is.
type piece struct {
	span           // in the Document's text
	block   int    // index into the Document's blocks
	role    Role   // as spoken, also where rule drops it
	rule    string // that drops it, if it is on; "" for the article's own text
	level   int
	number  int    // of a list item
	lead    string // said before it: "Photo: "
	instead string // said instead of it
	columns span   // of a table's row: the row that names its columns
}

// builder holds a Plan in the making. Its methods are the steps of New in their order.
type builder struct {
	doc     *article.Document
	o       Options
	on      ruleSet
	lang    string
	region  string // of Options.Region, else as the article spells
	text    string // the Document's
	offsets []int  // of the blocks in text
	inside  []span // what is dropped inside pieces, in order
	masked  string // text with what is dropped blanked, byte for byte
	pieces  []piece
	inner   []Drop // to be dropped inside pieces
	dropped []Drop
	quotes  []quote.Quote
	marks   []inlineMark // in order
	cuts    []cutBlock   // what each block was cut into
	units   []unit
	about   about
	day     string // of publication, as said last
}

// about is what the Document says of the article, or else its text.
type about struct {
	title, published string
	authors          []string
}

// newBuilder returns a builder of nothing yet.
func newBuilder(doc *article.Document, o Options, on ruleSet) *builder {
	b := &builder{doc: doc, o: o, on: on, text: doc.Text(), offsets: doc.Offsets()}
	b.about = about{title: doc.Title, published: doc.Published, authors: doc.Authors}
	b.lang = o.Lang
	if b.lang == "" {
		b.lang = doc.Lang
	}
	if b.lang == "" {
		b.lang = guessLang(b.text)
	}
	if b.region = o.Region; b.region == "" && b.lang == "en" {
		b.region = spoken.Region(articleText(doc, maxGuess))
	}
	return b
}

// articleText returns the beginning, of about most bytes, of what the reader of the page takes for the article.
func articleText(doc *article.Document, most int) string {
	var t strings.Builder
	for _, b := range doc.Blocks {
		if b.Drop == "" && t.Len() < most {
			t.WriteString(runeHead(b.Text, most) + "\n")
		}
	}
	return t.String()
}

// blockSpan returns where a block stands in the Document's text.
func (b *builder) blockSpan(i int) span {
	return span{b.offsets[i], b.offsets[i] + len(b.doc.Blocks[i].Text)}
}

// decide separates the pieces that are spoken from those that a rule drops.
func (b *builder) decide() {
	kept := b.pieces[:0]
	for _, p := range b.pieces {
		if role := "role/" + string(p.role); b.on.on[role] && (p.rule == "" || p.instead != "" || !b.on.drops(p.rule)) {
			p.rule, p.instead = role, ""
		}
		if p.rule != "" && b.on.drops(p.rule) {
			b.drop(p.span, p.rule)
			if p.instead == "" {
				continue
			}
			p.end = p.start
		} else {
			p.instead = ""
		}
		p.rule = ""
		kept = append(kept, p)
	}
	b.pieces = kept
}

// drop notes that the span is not spoken. Its edges of white space do not count.
func (b *builder) drop(s span, rule string) {
	s = s.trim(b.text)
	if s.start < s.end {
		b.dropped = append(b.dropped, Drop{Text: s.of(b.text), Rule: rule, Start: s.start, End: s.end})
	}
}

// segmentID returns the id of the Segment at i.
func segmentID(i int) string {
	n := strconv.Itoa(i + 1)
	return "s0000"[:max(1, 5-len(n))] + n
}

// plan returns the finished Plan.
func (b *builder) plan() *Plan {
	hash := sha256.Sum256([]byte(b.text))
	p := &Plan{
		Version: PlanVersion, Title: b.about.title, Byline: strings.Join(b.about.authors, ", "), Published: b.about.published, Lang: b.lang,
		Site: b.doc.Site, Source: b.doc.Source, Image: b.doc.Image, Document: "sha256:" + hex.EncodeToString(hash[:]),
		Segments: make([]Segment, len(b.units)), Dropped: b.dropped, Quotes: b.planQuotes(),
	}
	for i, u := range b.units {
		p.Segments[i] = u.Segment
		p.Segments[i].ID = segmentID(i)
		p.Segments[i].Paragraph = i == 0 || b.units[i-1].block != u.block
		p.Segments[i].Digest = p.Segments[i].digest()
	}
	p.Made = len(p.Segments)
	if p.Dropped == nil {
		p.Dropped = []Drop{}
	}
	sortDrops(p.Dropped)
	return p
}
