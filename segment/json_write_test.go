package segment

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"articast/article"
)

// A Plan is written a segment at a time, and must read as if it were written in one go.
func TestWriteIsOneDocument(t *testing.T) {
	doc, err := article.ParseText(strings.NewReader("The Dam Holds\n\nBy Ann Lee\n\n"+prose1+"\n\nShe said: “\"segments\": [] <is> no problem, not in 1931.”\n\n"+prose2), "a.txt")
	if err != nil {
		t.Fatal(err)
	}
	p, err := New(doc, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, segments := range [][]Segment{p.Segments, p.Segments[:1], {}} {
		p.Segments = segments
		var whole, got bytes.Buffer
		enc := json.NewEncoder(&whole)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		if err := enc.Encode(p); err != nil {
			t.Fatal(err)
		}
		if err := p.Write(&got); err != nil {
			t.Fatal(err)
		}
		if want := string(compactNumbers(whole.Bytes())); got.String() != want {
			t.Errorf("%d segments: got\n%s\nwant\n%s", len(segments), got.String(), want)
		}
	}
}
