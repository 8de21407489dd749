package spoken

import (
	"encoding/json"
	"slices"
	"testing"
)

func TestAlignmentKeepsPieces(t *testing.T) {
	for _, pieces := range [][][4]int{
		nil,
		{{0, 4, 0, 4}, {4, 5, 4, 5}},
		{{0, 0, 0, 7}, {0, 300, 7, 307}, {300, 300, 307, 307}, {300, 9000, 307, 307}},
	} {
		a := Align(pieces...)
		raw, err := json.Marshal(a)
		if err != nil {
			t.Fatal(err)
		}
		var again Alignment
		if err := json.Unmarshal(raw, &again); err != nil || again != a {
			t.Errorf("%s was read as %q, %v, want %q", raw, again, err, a)
		}
		if got := slices.Collect(a.Pieces()); !slices.Equal(got, pieces) {
			t.Errorf("got %v, want %v", got, pieces)
		}
	}
	if a, want := Align([4]int{0, 2, 0, 3})+Piece(1, 1)+Piece(0, 2), Align([4]int{0, 2, 0, 3}, [4]int{2, 3, 3, 4}, [4]int{3, 3, 4, 6}); a != want {
		t.Errorf("joined pieces are %q, want %q", a, want)
	}
}

// Pieces that do not go on from each other fit no text.
func TestAlignmentRefusesGaps(t *testing.T) {
	for _, raw := range []string{"[[1,2,0,1]]", "[[0,2,1,2]]", "[[0,2,0,2],[1,3,2,3]]", "[[0,-1,0,0]]"} {
		var a Alignment
		if err := json.Unmarshal([]byte(raw), &a); err != nil {
			t.Fatal(err)
		}
		for p := range a.Pieces() {
			if p[0] == 0 {
				t.Errorf("%s: piece %v begins at 0", raw, p)
			}
		}
	}
}

// Digits of other scripts are words: an edit beside one must not count as an edit of it.
func TestAlignmentPairsDigitsOfOtherScripts(t *testing.T) {
	got := slices.Collect(Normalize("سال ۸ بود", Options{Lang: "fa"}).Align.Pieces())
	want := [][4]int{{0, 6, 0, 6}, {6, 7, 6, 7}, {7, 9, 7, 9}, {9, 10, 9, 10}, {10, 16, 10, 16}}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
