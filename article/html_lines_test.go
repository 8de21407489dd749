package article

import (
	"regexp"
	"strings"
	"testing"
)

// The lines that the patterns for furniture know, and lines like them that are text.
func TestLinePatterns(t *testing.T) {
	tests := []struct {
		name     string
		pattern  *regexp.Regexp
		yes, not []string
	}{
		{"related", relatedText, []string{
			"Related: Goat eats hat", "RELATED STORY: Goat eats hat", "Read more: Goat eats hat", "Read also: Goat", "See also: Goat", "Also: Goat", "Watch: The goat eats", "[Related: Goat eats hat]",
			"More on cranes: why they fall", "Read: Goat eats hat", "READ | Goat eats hat", "Lesen Sie auch: Ziege frisst Hut", "Lire aussi : la chèvre", "Lee también: la cabra", "Leggi anche: la capra",
			"Read more about the goat", "See also the goat", "► Watch: the goat",
		}, []string{
			"Related species eat hats too.", "Reading was his life: he read all day.", "The goat ate the hat.", "Read my lips, he said. Then: nothing.", "Watching the sea was what he liked best of all things in his long life: it was calm.",
		}},
		{"widget", widgetText, []string{
			"Close", "NEXT", "Previous", "Back to top", "Image 3 of 12", "3 of 12", "1 - 5 of 36", "View gallery", "See full gallery", "Show more", "Hide caption", "Advertisement", "ADVERTISEMENT", "Story continues below",
			"Article continues below this advertisement", "Continue reading the main story", "Skip advertisement", "Enlarge this image", "toggle caption", "Click to enlarge", "Loading...", "×", "+", "Link copied", "Share",
		}, []string{
			"Close the door.", "Next week we sail.", "Image is everything.", "3 of 12 boats sank.", "Advertisement is an art.", "Share and share alike.", "Play it again.", "No.",
		}},
		{"list of articles", tailStart, []string{
			"You may also like", "You might also like:", "You may also like...", "Related stories", "RELATED ARTICLES", "More stories", "More from Harbour News", "Recommended for you", "Read next", "Up next", "Most read", "Most popular",
			"Trending now", "Trending", "Don't miss", "Don’t miss", "See also", "Latest news", "Further reading", "Lesen Sie auch", "À lire aussi", "Te puede interesar", "Leggi anche", "More in Sports",
		}, []string{
			"You may also like the old quay, which is free.", "Related matters", "More cranes", "Most boats", "Latest", "News", "Trend",
		}},
		{"note", noteStart, []string{
			"Editor's note: The boat was sold.", "Editor’s Note: The boat was sold.", "EDITORS' NOTE — The boat was sold.", "(Editor's note: sold.)", "Correction: The boat was red.", "Correction, May 4, 2021: The boat was red.", "Clarification: It was red.",
			"Author's note: I own the boat.", "Note de la rédaction : vendu.",
		}, []string{
			"Correction of the course was needed when the wind came from the north, and then the sails: down.", "The editor's note: short.", "Corrections officers came aboard.", "Noted: the boat.",
		}},
		{"byline", bylineText, []string{
			"By Ann Lee", "by Ann Lee", "BY ANN LEE", "Written by Ann Lee, staff writer", "Posted by Ann Lee at 5 p.m.", "By Ælfric O’Neil",
		}, []string{
			"By noon the boat had sunk.", "By the way, it sank.", "By 1950 it had sunk.", "Bystanders saw it.", "Ann Lee",
		}},
		{"date", dateText, []string{
			"May 4, 2021", "Tuesday, May 4, 2021", "4 May 2021", "Published May 4, 2021", "Updated: Sept. 4, 2021", "Last updated on 4 May 2021", "2021-05-04", "05/04/2021", "Posted on 04.05.2021", "Dec 24 2021", "Jan 5",
		}, []string{
			"May we sail?", "On 4 May it sank.", "Marching orders came.", "2021 was a good year.", "Four boats", "Decided in May",
		}},
		{"author at the foot", contactLine, []string{
			"Follow Ann Lee on the birdsite", "Email Ann Lee at ann@post.example", "Have a tip? Write to us.", "Contact the author", "Sign up for our letter", "Originally published in the Post",
		}, []string{
			"Following the wreck, divers came.", "Emails show that he knew.", "Having sunk, it lay still.",
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			for _, line := range test.yes {
				if !test.pattern.MatchString(line) {
					t.Errorf("%q is not known", line)
				}
			}
			for _, line := range test.not {
				if test.pattern.MatchString(line) {
					t.Errorf("%q is taken for one", line)
				}
			}
		})
	}
}

func TestEndsSentence(t *testing.T) {
	for text, want := range map[string]bool{
		"The boat sank.": true, "Did it?": true, "It did!": true, "“It did.”": true, "It did ...": true, "It did…": true, "(It did.)": true, "沈んだ。": true, "as follows:": true,
		"The boat": false, "": false, "Mill Lane 12": false,
	} {
		if got := endsSentence(text); got != want {
			t.Errorf("endsSentence(%q) = %v", text, got)
		}
	}
}

func TestProse(t *testing.T) {
	long := "The crane fell into the water on Tuesday morning, said the master."
	tests := []struct {
		name string
		x    piece
		want int
	}{
		{"paragraph", piece{Block: Block{Kind: KindParagraph, Text: long}, words: 12}, 12},
		{"with a link", piece{Block: Block{Kind: KindParagraph, Text: long}, words: 12, linkWords: 4}, 8},
		{"mostly link", piece{Block: Block{Kind: KindParagraph, Text: long}, words: 12, linkWords: 7}, 0},
		{"label", piece{Block: Block{Kind: KindParagraph, Text: "Most read this week only"}, words: 5}, 0},
		{"short sentence", piece{Block: Block{Kind: KindParagraph, Text: "It sank."}, words: 2}, 0},
		{"heading", piece{Block: Block{Kind: KindHeading, Text: long}, words: 12}, 0},
		{"caption", piece{Block: Block{Kind: KindCaption, Text: long}, words: 12}, 0},
		{"table", piece{Block: Block{Kind: KindTable, Text: long}, words: 12}, 3},
	}
	for _, test := range tests {
		if got := prose(&test.x); got != test.want {
			t.Errorf("%s: %d words, want %d", test.name, got, test.want)
		}
	}
}

func TestSameStart(t *testing.T) {
	const text = "Ferries sail from the old quay for at least two weeks, master says."
	tests := []struct {
		other string
		want  bool
	}{
		{text, true},
		{strings.ToUpper(text), true},
		{text[:55] + "…", true},
		{text[:30], false},
		{"Another " + text, false},
		{"", false},
	}
	for _, test := range tests {
		if got := sameStart(text, test.other); got != test.want {
			t.Errorf("sameStart(%q) = %v", test.other, got)
		}
	}
}

func TestLooksLikeName(t *testing.T) {
	for name, want := range map[string]bool{
		"Ann Lee": true, "Ludwig van Beethoven": true, "O’Neil": true, "王小明": true, "Ann": true,
		"ann lee": false, "the boat sank": false, "": false, "Ann Lee And Bo Ek Too": false, "Ann 3": false,
	} {
		if got := looksLikeName(name); got != want {
			t.Errorf("looksLikeName(%q) = %v", name, got)
		}
	}
}

func TestNickname(t *testing.T) {
	for in, want := range map[string]string{
		"delta201": "delta201", "Mrs Pyke": "Mrs Pyke", "harbour cat": "harbour cat",
		"one two three": "", "Senior Editor": "", "by: x": "", "admin": "", "a|b": "",
	} {
		if got := strings.Join(nickname(in), ";"); got != want {
			t.Errorf("nickname(%q) = %q, want %q", in, got, want)
		}
	}
}
