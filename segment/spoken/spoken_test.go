package spoken

import "testing"

func TestNormalizeCoversBothTexts(t *testing.T) {
	for _, text := range []string{"", "US troops", "In 1984, 12 of 1,000 — “yes”.", "plain prose only"} {
		r := Normalize(text, Options{})
		checkAlign(t, text, r)
	}
}

// checkAlign fails the test unless the alignment covers both texts completely and in order, and untouched words are said
// as they are written.
func checkAlign(t testing.TB, text string, r Result) {
	t.Helper()
	i, at, said := -1, 0, 0
	for p := range r.Align.Pieces() {
		i++
		if p[0] != at || p[2] != said || p[1] < p[0] || p[3] < p[2] || p[0] == p[1] {
			t.Fatalf("%q: pair %d is %v, want it to start at %d, %d", text, i, p, at, said)
		}
		at, said = p[1], p[3]
	}
	if at != len(text) || said != len(r.Text) {
		t.Fatalf("%q: the alignment ends at %d, %d; the texts at %d, %d", text, at, said, len(text), len(r.Text))
	}
}
