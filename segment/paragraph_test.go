package segment_test

import (
	"strings"
	"testing"

	"articast/article"
	"articast/segment"
)

func TestParagraphsBeginWhereBlocksDo(t *testing.T) {
	const text = "A Bridge Reopens\n\nThe bridge reopened on Monday. Traffic was light.\n\n“It holds,” said Ann O'Hara, an engineer. Nobody disagreed.\n"
	doc, err := article.Parse(strings.NewReader(text), "bridge.txt", article.FormatText)
	if err != nil {
		t.Fatal(err)
	}
	plan, err := segment.New(doc, segment.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range plan.Segments {
		if s.Paragraph {
			got = append(got, s.Text)
		}
	}
	want := []string{"A Bridge Reopens", "The bridge reopened on Monday.", "“It holds,”"}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("paragraphs begin with %q, want %q", got, want)
	}
}
