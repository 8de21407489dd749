package segment

import (
	"strconv"
	"strings"
	"testing"

	"articast/article"
)

// benchText is a plain text of about a megabyte, no two paragraphs alike.
func benchText() string {
	var b strings.Builder
	b.WriteString("The Dam Holds\n\nBy Ann Lee | May 3, 2020 | 4:45 PM EDT\n\n")
	for i := 0; b.Len() < 1<<20; i++ {
		b.WriteString("In the spring of 1931, on street number ")
		b.WriteString(strconv.Itoa(i))
		b.WriteString(" of the old town, the engineers of the water board met the farmers who had lost their fields. “We cannot pay for what the river takes,” said Paul Weaver, who led the board, “but we can build the wall higher than it has ever been.” The farmers, most of whom had lived there all their lives, went home without a word. It cost $3 million.\n\n")
	}
	return b.String()
}

// BenchmarkNew plans plain text, its reading and the spoken forms included.
func BenchmarkNew(b *testing.B) {
	text := benchText()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		doc, err := article.ParseText(strings.NewReader(text), "bench")
		if err != nil {
			b.Fatal(err)
		}
		if _, err := New(doc, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
