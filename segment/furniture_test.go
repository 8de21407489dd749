package segment

import (
	"testing"

	"articast/article"
)

// TestFurnitureLabelsStandOnce: of a label that stands twice one place says nothing.
func TestFurnitureLabelsStandOnce(t *testing.T) {
	lines, starts := map[string]string{}, map[string]string{}
	for _, row := range furnitureRows {
		for _, list := range []struct {
			labels string
			seen   map[string]string
		}{{row.exact, lines}, {row.starts, starts}} {
			for _, words := range splitList(list.labels) {
				if other, ok := list.seen[words]; ok {
					t.Errorf("%q stands with %s and with %s", words, other, row.rule)
				}
				list.seen[words] = row.rule
			}
		}
	}
}

func TestLongFurnitureIsCertain(t *testing.T) {
	for _, text := range []string{
		"©2003-2021 Lantern House, LLC. LANTERN® is one of the marks of Lantern House that are registered in this country and elsewhere.",
		"Let the valley come to your inbox. What matters there, sent on weekday mornings.",
	} {
		if f := findFurniture(text); f == nil || !f.certain {
			t.Errorf("%q is not surely furniture", text)
		}
	}
	if f := findFurniture("She said that nobody writes to your inbox without a reason, and that this letter had one."); f != nil {
		t.Errorf("a sentence answers to %s", f.rule)
	}
}

// TestLabelThatHeadsText: "Discussion" is a button below an article and a section of a paper.
func TestLabelThatHeadsText(t *testing.T) {
	const text = "The dam held for a hundred years, and nobody thanked it."
	for _, test := range []struct {
		next article.Block
		want string
	}{
		{article.Block{Kind: article.KindParagraph, Text: text}, ""},
		{article.Block{Kind: article.KindParagraph, Text: "12 comments"}, "widget/comments"},
		{article.Block{Kind: article.KindParagraph, Text: text, Drop: "page/comments"}, "widget/comments"},
		{article.Block{Kind: article.KindList, Text: text}, "widget/comments"},
	} {
		p, err := New(&article.Document{Blocks: []article.Block{{Kind: article.KindParagraph, Text: text + " It was old."}, {Kind: article.KindHeading, Level: 2, Text: "Discussion"}, test.next}}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		rule := ""
		for _, d := range p.Dropped {
			if d.Text == "Discussion" {
				rule = d.Rule
			}
		}
		if rule != test.want {
			t.Errorf("before %+v: rule %q, want %q", test.next, rule, test.want)
		}
	}
}

func TestLabelsOfPagesAreFurniture(t *testing.T) {
	for rule, labels := range map[string][]string{
		"share/button":          {"All sharing options", "Share your thoughts with friends.", "Link copied to clipboard", "Printer-friendly version"},
		"newsletter/signup":     {"Breaking News Emails", "Start your free trial", "Continue with Google", "Want more stories like this?", "Download on the App Store"},
		"boilerplate/copyright": {"Accept all cookies", "Request Reprint & Licensing", "We value your privacy", "This work is licensed under a Creative Commons licence."},
		"boilerplate/contact":   {"Submit Photos and Videos", "News tip?", "Become an approved author!"},
		"widget/comments":       {"Reader comments", "Sort by newest", "Comments powered by Facebook"},
		"widget/media":          {"Back to Gallery", "Video Player is loading.", "This is a modal window.", "Playback Rate"},
		"page/related":          {"On Our Radar", "Other People Are Reading", "What's trending", "You might also enjoy", "More in politics"},
		"widget/menu":           {"Dark mode", "Closings and delays", "Holiday Gift Guides", "Your local news"},
	} {
		for _, text := range labels {
			if f := findFurniture(text); f == nil || f.rule != rule {
				t.Errorf("%q answers to %v, want %s", text, f, rule)
			}
		}
	}
}
