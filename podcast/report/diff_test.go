package report

import (
	"strings"
	"testing"

	"articast/segment"
)

// shown writes pieces as text, each that is marked between the marks of its kind.
func shown(pieces []piece) string {
	marks := map[string][2]string{kindSame: {"", ""}, kindWritten: {"-", "-"}, kindSpoken: {"+", "+"}, kindDropped: {"~", "~"}}
	var b strings.Builder
	for _, p := range pieces {
		b.WriteString(marks[p.Kind][0] + p.Text + marks[p.Kind][1])
	}
	return b.String()
}

func TestCompare(t *testing.T) {
	for _, c := range []struct{ text, spoken, drop, written, said string }{
		{"As it is.", "As it is.", "", "As it is.", "As it is."},
		{"Two\n lines", "Two lines", "", "Two\n lines", "Two lines"},
		{"A title", "A title.", "", "A title", "A title+.+"},
		{"It cost $3 million in all", "It cost three million dollars in all", "", "It cost -$3- million in all", "It cost +three+ million+ dollars+ in all"},
		{"the US army", "the U.S army", "", "the -US- army", "the +U.S+ army"},
		{"", "End quote.", "", "", "+End quote.+"},
		{"Rain (Photo: A)", "Rain", "(Photo: A)", "Rain- -~(Photo: A)~", "Rain"},
		{"x = 1", "Here the article has code.", "x = 1", "~x = 1~", "+Here the article has code.+"},
		{"naïve 日本 café", "naive 日本 café", "", "-naïve- 日本 café", "+naive+ 日本 café"},
		{"\xff bad", "bad", "", "-\xff -bad", "bad"},
	} {
		s := segment.Segment{Text: c.text, Spoken: c.spoken, Start: 7}
		var drops []*segment.Drop
		if c.drop != "" {
			at := 7 + strings.Index(c.text, c.drop)
			drops = append(drops, &segment.Drop{Text: c.drop, Rule: "r/x", Start: at, End: at + len(c.drop)})
		}
		written, spoken, same := compare(s, drops)
		if shown(written) != c.written || shown(spoken) != c.said {
			t.Errorf("%q, %q: %q and %q, want %q and %q", c.text, c.spoken, shown(written), shown(spoken), c.written, c.said)
		}
		if want := c.written == c.text && c.said == c.spoken; same != want {
			t.Errorf("%q, %q: the same: %v", c.text, c.spoken, same)
		}
	}
}

// TestCompareOfLongTexts: what is too much for the table is marked as a whole, but for its ends.
func TestCompareOfLongTexts(t *testing.T) {
	s := segment.Segment{Text: "same " + strings.Repeat("a b ", 2000) + "end", Spoken: "same " + strings.Repeat("b c ", 2000) + "end"}
	written, spoken, same := compare(s, nil)
	if len(written) != 3 || len(spoken) != 3 || same || written[1].Kind != kindWritten || written[2].Text != " end" {
		t.Errorf("%d and %d pieces, the same: %v", len(written), len(spoken), same)
	}
}

// FuzzCompare: the pieces are the texts, cut; what is not marked is in both.
func FuzzCompare(f *testing.F) {
	f.Add("It cost $3 million", "It cost three million dollars", 3, 7)
	f.Add("\xff\n", " ", 0, 1)
	f.Fuzz(func(t *testing.T, text, spoken string, from, to int) {
		s := segment.Segment{Text: text, Spoken: spoken}
		d := &segment.Drop{Rule: "r/x", Start: from, End: to}
		var drops []*segment.Drop
		if from >= 0 && from < to && to <= len(text) {
			d.Text = text[from:to]
			drops = append(drops, d)
		}
		written, said, _ := compare(s, drops)
		var all, same [2]string
		for i, pieces := range [2][]piece{written, said} {
			for _, p := range pieces {
				all[i] += p.Text
				if p.Kind == kindSame {
					same[i] += p.Text
				}
			}
		}
		if all[0] != text || all[1] != spoken {
			t.Errorf("%q, %q: pieces %q", text, spoken, all)
		}
		if strings.Join(strings.Fields(same[0]), "") != strings.Join(strings.Fields(same[1]), "") {
			t.Errorf("%q, %q: not marked are %q", text, spoken, same)
		}
	})
}
