package article

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strings"

	"golang.org/x/text/transform"
)

// KindError says that a source is text, but no article: a feed, or a file of a program that wraps its text in its own marks.
type KindError struct {
	Source string // its path or address
	What   string // what it is instead, with its article: "a feed"
	Hint   string // what its reader can do, a sentence without a full stop
}

func (e *KindError) Error() string {
	return fmt.Sprintf("read article %s: it is %s, not an article", e.Source, e.What)
}

// markedText is how files begin that hold text between the marks of a program.
var markedText = []struct{ begin, what string }{
	{"%PDF-", "a PDF"},
	{"{\\rtf", "an RTF file"},
	{"%!PS", "a PostScript file"},
}

// saveItsText is what to do with a file that only one kind of program opens.
const saveItsText = "save its text with the program that opens it, as .txt or .html, and pass that"

// packedText are how files begin that hold text which is packed, so that no format that is forced could read it
// (PKWARE APPNOTE 4.3.7; OpenDocument 1.3 part 2, 3.3 and EPUB OCF 3.3, 4.2.2 put the media type first).
var packedText = []struct{ begin, holds, what string }{
	{"PK\x03\x04", "mimetypeapplication/epub+zip", "an EPUB book"},
	{"PK\x03\x04", "mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file"},
	{"PK\x03\x04", "[Content_Types].xml", "an Office document"},
	{"PK\x03\x04", "", "a ZIP archive"},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "", "an old Office document"},
	{"\x1f\x8b\x08", "", "a gzip archive"},
}

// jsonStart is an object of JSON, which no article begins like.
var jsonStart = regexp.MustCompile(`^\{\s*"[^"\n]*"\s*:`)

// xmlStart is how XML begins that is no page: a page has tags that Detect knows.
var xmlStart = regexp.MustCompile(`^<\?xml\s`)

// checkArticle returns a *KindError for what is no article, by its first bytes.
func checkArticle(raw []byte, source string) error {
	place := source
	if source == "-" {
		place = "FILE"
	} else if strings.ContainsAny(source, " \t'\"&") {
		place = fmt.Sprintf("%q", source)
	}
	batch := "articast batch " + place + " -o DIR "
	switch SourceKindOf(raw) {
	case SourceFeed:
		return &KindError{Source: source, What: "a feed", Hint: batch + "speaks the articles that it lists"}
	case SourceOPML:
		return &KindError{Source: source, What: "a list of feeds", Hint: batch + "speaks the articles of its feeds"}
	}
	head := startOf(raw)
	for _, kind := range markedText {
		if bytes.HasPrefix(head, []byte(kind.begin)) {
			return &KindError{Source: source, What: kind.what, Hint: saveItsText + "; --from text reads it as it is"}
		}
	}
	for _, kind := range packedText {
		if bytes.HasPrefix(raw, []byte(kind.begin)) && bytes.Contains(raw[:min(len(raw), kindPeek)], []byte(kind.holds)) {
			return &KindError{Source: source, What: kind.what, Hint: saveItsText}
		}
	}
	if jsonStart.Match(head) {
		return &KindError{Source: source, What: "JSON", Hint: "pass the article itself, or a plan as articast plan --json writes it; --from text reads it as it is"}
	}
	return nil
}

// startOf returns the first 4 KiB of a text as UTF-8, without byte order mark and white space before it.
func startOf(raw []byte) []byte {
	head := raw[:min(len(raw), kindPeek)]
	if enc := wideEncoding(head); enc != nil {
		head, _ = enc.NewDecoder().Bytes(head)
	}
	return bytes.TrimLeft(head, " \t\r\n\ufeff")
}

// UTF8 returns a reader of what r holds, as UTF-8 where r is UTF-16 (with a byte order mark, or recognised without), else as
// it is.
func UTF8(r *bufio.Reader) io.Reader {
	head, _ := r.Peek(512)
	if enc := wideEncoding(head); enc != nil {
		return transform.NewReader(r, enc.NewDecoder())
	}
	return r
}
