package article

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
)

const markdown1 = `---
title: "Salt in the well"
author: [Ada Quill, Ben Oak]
date: 2023-05-02
lang: en
---

# Salt in the well

The village of *Norrby* has sweet water again, says [the board](https://board.example/water).[^1]

> Nobody drank it.

1. Boil it.
2. Taste it & wait.

| Well | Salt |
|------|------|
| Old  | 3 g  |

` + "```go\nfmt.Println(1)\n```" + `

![A bucket](bucket.jpg "The old bucket.")

[^1]: Since Monday.
`

func TestParseMarkdown(t *testing.T) {
	d, err := ParseMarkdown(strings.NewReader(markdown1), "well.md")
	if err != nil {
		t.Fatal(err)
	}
	want := []block{
		{KindTitle, "Salt in the well", ""},
		{KindHeading, "Salt in the well", "page/title"},
		{KindParagraph, "The village of Norrby has sweet water again, says the board.[1]", ""},
		{KindBlockquote, "Nobody drank it.", ""},
		{KindList, "Boil it.", ""},
		{KindList, "Taste it & wait.", ""},
		{KindTable, "Well\tSalt\nOld\t3 g", ""},
		{KindCode, "fmt.Println(1)", ""},
		{KindCaption, "A bucket", "markdown/alt"},
		{KindCaption, "The old bucket.", ""},
		{KindNote, "Since Monday.", ""},
	}
	if diff := cmp.Diff(want, outline(d)); diff != "" {
		t.Errorf("blocks (-want +got):\n%s", diff)
	}
	if got := strings.Join(d.Authors, "; "); got != "Ada Quill; Ben Oak" || d.Published != "2023-05-02" || d.Lang != "en" {
		t.Errorf("authors %q, published %q, lang %q", got, d.Published, d.Lang)
	}
	checkDocument(t, d, markdown1, html.UnescapeString)
}
