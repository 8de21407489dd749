// Package segment turns an article.Document into a Plan: what is said, in what role, by which voice and in what order,
// and what is left out and by which rule.
package segment

import "articast/segment/spoken"

// PlanVersion is the version of the Plan's JSON form that this package writes and reads.
const PlanVersion = 1

// Role says what a Segment is in the article.
type Role string

// The roles of a Segment.
const (
	RoleTitle      Role = "title"
	RoleSubtitle   Role = "subtitle"
	RoleByline     Role = "byline"
	RoleDate       Role = "date"
	RoleDateline   Role = "dateline"
	RoleCaption    Role = "caption"
	RoleCredit     Role = "credit"
	RoleHeading    Role = "heading"
	RoleBody       Role = "body"
	RoleQuote      Role = "quote"
	RoleBlockquote Role = "blockquote"
	RoleList       Role = "list"
	RolePullquote  Role = "pullquote"
	RoleCode       Role = "code"
	RoleTable      Role = "table"
	RoleNote       Role = "note"
	RoleEmbed      Role = "embed"
)

// Plan says everything that will be heard before a sample is made.
type Plan struct {
	Version   int       `json:"version"`
	Title     string    `json:"title"`
	Byline    string    `json:"byline,omitempty"`
	Published string    `json:"published,omitempty"` // RFC 3339, or its date part alone
	Lang      string    `json:"lang"`                // BCP 47
	Site      string    `json:"site,omitempty"`
	Source    string    `json:"source,omitempty"`
	Image     string    `json:"image,omitempty"`
	Document  string    `json:"document"` // "sha256:" and the hash of the Document's text, in hexadecimal
	Made      int       `json:"made"`     // the number of segments that New made
	Segments  []Segment `json:"segments"`
	Dropped   []Drop    `json:"dropped"`
	Quotes    []Quote   `json:"quotes"`
}

// Segment is a piece of the Document to be spoken as one utterance. Start and End are byte offsets into the Document's
// text, half open; a Drop that lies inside them is not spoken.
type Segment struct {
	ID            string    `json:"id"`
	Role          Role      `json:"role"`
	Level         int       `json:"level,omitempty"`
	Paragraph     bool      `json:"paragraph,omitempty"` // begins a block of the Document: a paragraph, a heading, a caption
	Text          string    `json:"text"`                // as written: the Document's text from Start to End
	Spoken        string    `json:"spoken"`              // as said
	Align         Alignment `json:"align,omitempty"`     // [text start, text end, spoken start, spoken end], bytes, covering both in order
	Speaker       string    `json:"speaker,omitempty"`   // who says it in the article; empty is the narrator
	Voice         string    `json:"voice,omitempty"`     // set by a person's hand: overrules the cast
	Lang          string    `json:"lang,omitempty"`      // where it differs from the Plan's
	PauseBeforeMS int       `json:"pause_before_ms"`
	PauseAfterMS  int       `json:"pause_after_ms"`
	Chapter       string    `json:"chapter,omitempty"` // title of the chapter that starts here
	Rules         []string  `json:"rules,omitempty"`   // what made Spoken out of Text
	Changes       []Change  `json:"changes,omitempty"` // what each of the Rules made of which words, in order
	Start         int       `json:"start"`
	End           int       `json:"end"`
	Digest        string    `json:"digest,omitempty"` // of the Segment as New made it: tells what a person has edited
}

// Alignment pairs the text of a Segment with its spoken form, piece by piece; a Plan needs little room for it.
type Alignment = spoken.Alignment

// Change is one rule at work on the words of a Segment.
type Change struct {
	Rule   string `json:"rule"`
	Text   string `json:"text"`   // as written
	Spoken string `json:"spoken"` // as said
}

// Drop is a piece of the Document that is not spoken, and the rule that says so.
type Drop struct {
	Text  string `json:"text"`
	Rule  string `json:"rule"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// Quote is a quotation in the Document. Start is the byte offset of its opening mark, End that after its closing mark.
type Quote struct {
	Text         string `json:"text"` // as written, without marks
	Kind         string `json:"kind"` // full, partial, scare
	Start        int    `json:"start"`
	End          int    `json:"end"`
	Speaker      string `json:"speaker,omitempty"` // the name that Mention resolves to
	Mention      string `json:"mention,omitempty"` // the person as named beside the quotation: "he", "the minister"
	MentionStart int    `json:"mention_start,omitempty"`
	MentionEnd   int    `json:"mention_end,omitempty"`
}
