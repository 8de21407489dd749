// Package article reads an article (plain text, Markdown, HTML) into a Document: blocks of text in reading order,
// each with its kind and the place in the source that it came from.
package article

import "strings"

// Kind says what a Block is, as far as the source's markup tells. Plain text has no markup: all its blocks are
// KindParagraph, and it is package segment that finds the headline or the caption among them.
type Kind string

// The kinds of Block.
const (
	KindTitle      Kind = "title"
	KindSubtitle   Kind = "subtitle" // standfirst, dek
	KindByline     Kind = "byline"
	KindDate       Kind = "date"
	KindParagraph  Kind = "paragraph"
	KindHeading    Kind = "heading" // Level 1-6
	KindCaption    Kind = "caption" // of a figure, video or embedded picture
	KindCredit     Kind = "credit"  // of a photograph
	KindBlockquote Kind = "blockquote"
	KindPullquote  Kind = "pullquote"
	KindList       Kind = "list"  // one item; Level is its depth (1 is outermost), Number its ordinal or 0
	KindTable      Kind = "table" // rows separated by "\n", cells by "\t"; Header says whether the first row is a header
	KindCode       Kind = "code"  // preformatted, line breaks kept
	KindNote       Kind = "note"  // footnote, editor's note, correction
	KindEmbed      Kind = "embed" // a post from elsewhere; Cite names its author when known
)

// Mark is inline markup inside a Block's Text.
type Mark struct {
	Kind  MarkKind `json:"kind"`
	Start int      `json:"start"` // UTF-8 byte offsets into Block.Text, half open
	End   int      `json:"end"`
	Value string   `json:"value,omitempty"` // the target of a link, the language of a foreign phrase
}

// MarkKind says what a Mark marks.
type MarkKind string

// The kinds of Mark.
const (
	MarkLink     MarkKind = "link"     // Value is the target
	MarkNoteRef  MarkKind = "noteref"  // a footnote mark or a citation: "[1]", a superscript number
	MarkCode     MarkKind = "code"     // inline code
	MarkEmphasis MarkKind = "emphasis" // italics: often the title of a work
	MarkLang     MarkKind = "lang"     // Value is a BCP 47 tag
	MarkDrop     MarkKind = "drop"     // furniture inside a paragraph; Value is the rule that drops it
)

// Block is one paragraph, heading, caption or the like.
type Block struct {
	Kind   Kind   `json:"kind"`
	Level  int    `json:"level,omitempty"`
	Number int    `json:"number,omitempty"`
	Header bool   `json:"header,omitempty"`
	Text   string `json:"text"` // valid UTF-8, white space folded to single spaces (but for KindTable and KindCode), never empty
	Lang   string `json:"lang,omitempty"`
	Cite   string `json:"cite,omitempty"` // who is quoted or embedded, or the address of the quotation
	Marks  []Mark `json:"marks,omitempty"`

	// Drop is the rule by which the reader of the markup holds the block to be page furniture, like "page/nav";
	// empty for the article's own text. The block stays in the Document, so that no word of a page goes missing unseen.
	Drop string `json:"drop,omitempty"`

	// Start and End are byte offsets into the source after its conversion to UTF-8, half open: the smallest stretch
	// that holds the block's text with the markup between.
	Start int `json:"start"`
	End   int `json:"end"`
}

// Format is the kind of source that a Document was read from.
type Format string

// The formats that Parse knows.
const (
	FormatText     Format = "text"
	FormatMarkdown Format = "markdown"
	FormatHTML     Format = "html"
)

// Document is an article as read. The strings that describe it are empty where the source does not say.
type Document struct {
	Format    Format   `json:"format"`
	Source    string   `json:"source"` // path, address, or "-"
	Canonical string   `json:"canonical,omitempty"`
	Title     string   `json:"title,omitempty"`
	Authors   []string `json:"authors,omitempty"`
	Published string   `json:"published,omitempty"` // RFC 3339, or its date part alone
	Lang      string   `json:"lang,omitempty"`      // BCP 47
	Site      string   `json:"site,omitempty"`
	Image     string   `json:"image,omitempty"` // address of the cover image
	Blocks    []Block  `json:"blocks"`
}

// blockSeparator stands between two blocks in a Document's Text.
const blockSeparator = "\n\n"

// Text returns the blocks' texts in order, one blank line between. Offsets in a segment.Plan are byte offsets into it.
func (d *Document) Text() string {
	texts := make([]string, len(d.Blocks))
	for i, b := range d.Blocks {
		texts[i] = b.Text
	}
	return strings.Join(texts, blockSeparator)
}

// Offsets returns the byte offset at which each block starts in Text.
func (d *Document) Offsets() []int {
	offsets := make([]int, len(d.Blocks))
	at := 0
	for i, b := range d.Blocks {
		offsets[i] = at
		at += len(b.Text) + len(blockSeparator)
	}
	return offsets
}
