// Package quote takes the whole text of an article and returns its quotations: where each begins and ends, whether it is
// speech or a word in marks, and who says it.
//
// The work is done in steps, one file each: the text is cut into tokens (token.go), marks are told from apostrophes and
// inches and joined into pairs (mark.go, pair.go), the narrator's words around the quotations become sentences (frame.go),
// noun phrases and verbs are found in them (mention.go, verb.go), people are named (person.go), the cue and the speaker are
// found (attribute.go, cue_after.go, cue_before.go, subject.go), the kind is decided (kind.go, clues.go) and the mention
// resolved to a full name (resolve.go, describe.go). What the steps know of a language is in tables (lexicon_*.go).
package quote

import (
	"strings"
	"unicode/utf8"
)

// Kind says how a quotation stands in its sentence.
type Kind string

// The kinds of a Quote.
const (
	Full    Kind = "full"    // speech that could stand as a sentence of its own, or has its own attribution beside it
	Partial Kind = "partial" // speech built into the writer's sentence
	Scare   Kind = "scare"   // a word or a title in marks that nobody is shown saying
)

// Quote is one quotation. All offsets are bytes into the text given to Find, half open.
type Quote struct {
	Start, End           int // from the opening mark to after the closing one, or to the end of the paragraph when none closes it
	InnerStart, InnerEnd int // the same without the marks and the spaces beside them
	Kind                 Kind
	Speaker              string // the name that Mention resolves to; empty when nobody is named
	Mention              string // the speaker as named beside the quotation: "he", "the minister"
	MentionStart         int
	MentionEnd           int
	Continues            bool // the speech of the paragraph before goes on: its mark was not closed there
}

// Options are what the caller knows about the text.
type Options struct {
	Lang string // BCP 47; empty is English. Tables exist for en, de, fr, es, it, pt, nl, ru and ja; other languages use the English ones

	// Doubled says that two straight single marks stand for a double one, ''so'', as text from news archives and TeX has
	// them. It is not the default because wiki text means italics by them. Two curly ones always stand for a double one.
	Doubled bool
}

// Find returns the quotations of text in ascending order. text is a whole document whose paragraphs are separated by a
// blank line. Quotations never overlap: one inside another belongs to the outer one. Speech that goes on in the next
// paragraph is one Quote in each. Find accepts any bytes. It takes time in proportion to the length of text, and memory for
// one block of about a megabyte: who is named in one block is not known in the next.
func Find(text string, o Options) []Quote {
	lx := lexiconFor(o.Lang)
	var out []Quote
	for start := 0; start < len(text); {
		end := blockEnd(text, start)
		quotes := findInBlock(text[start:end], lx, o)
		for i := range quotes {
			quotes[i].shift(start)
		}
		if out == nil {
			out = quotes
		} else {
			out = append(out, quotes...)
		}
		start = end
	}
	return out
}

// blockSize is the length in bytes from which a text is read in parts, cut between paragraphs. A long book has one
// megabyte; an article never comes near.
const blockSize = 1 << 20

// blockEnd returns where the block that starts at start ends: at the last blank line that keeps it within blockSize, else at
// the last space, else inside a word.
func blockEnd(text string, start int) int {
	if len(text)-start <= blockSize {
		return len(text)
	}
	block := text[start : start+blockSize]
	if i := strings.LastIndex(block, "\n\n"); i > 0 {
		return start + i + 2
	}
	if i := strings.LastIndexAny(block, " \n"); i > 0 {
		return start + i + 1
	}
	end := start + blockSize
	for i := end; i > end-utf8.UTFMax; i-- {
		if utf8.RuneStart(text[i]) {
			return i
		}
	}
	return end
}

// findInBlock does the work of Find on one block.
func findInBlock(text string, lx *lexicon, o Options) []Quote {
	if !strings.ContainsAny(text, allMarks) {
		return nil
	}
	toks := tokenize(text, lx, o.Doubled)
	spans := pairMarks(text, toks, lx)
	if len(spans) == 0 {
		return nil
	}
	f := newFrame(text, toks, spans, lx)
	f.people = findPeople(f)
	f.attribute()
	f.classify()
	f.resolve()
	return f.quotes()
}

// shift moves the offsets of q by n bytes.
func (q *Quote) shift(n int) {
	q.Start, q.End, q.InnerStart, q.InnerEnd = q.Start+n, q.End+n, q.InnerStart+n, q.InnerEnd+n
	if q.Mention != "" {
		q.MentionStart, q.MentionEnd = q.MentionStart+n, q.MentionEnd+n
	}
}
