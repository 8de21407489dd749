package quote

import "testing"

func TestFindTellsKinds(t *testing.T) {
	tests := []struct {
		name, text string
		want       []Kind
	}{
		{"attribution beside it", `“We open,” Ada Hill said.`, []Kind{Full}},
		{"sentence of its own", `Ada Hill was there. “It is a good bridge and it will last.”`, []Kind{Full}},
		{"after that", `Ada Hill said that the bridge “will last for ever.”`, []Kind{Partial}},
		{"one word, called", `Ada Hill called the toll “unfair.”`, []Kind{Partial}},
		{"accusing", `Accusing the port of “cheating” the town, Mayor Ada Hill left.`, []Kind{Partial}},
		{"could be", `Mayor Ada Hill told reporters that the number of guards “could be doubled.”`, []Kind{Partial}},
		{"word that nobody says", `The port was among the few to recognize the “freedom” of the island.`, []Kind{Scare}},
		{"so-called", `The so-called “sky train” runs on the ground.`, []Kind{Scare}},
		{"title of a book", `He read the book “The Iron River” in one night.`, []Kind{Scare}},
		{"programme", `“It holds,” Ada Hill said on “Meet the Town.”`, []Kind{Full, Scare}},
		{"possessor of a programme", `Ada Hill appeared on Channel Four’s “Morning Show” to talk.`, []Kind{Scare}},
		{"bracketed title", `Her best song (“River Road”) is short.`, []Kind{Scare}},
		{"nickname in a name", `Boris “Iron Hand” Lang built it.`, []Kind{Scare}},
		{"headline in single marks", "Mayor Ada Hill Calls Old Toll ‘Unfair’\n\n“It is unfair,” Ada Hill said.", []Kind{Scare, Full}},
		{"single marks inside text with double ones", "The ‘sky train’ is late. “It is late,” Ada Hill said.", []Kind{Scare, Full}},
		{"British speech", "‘It is late,’ Ada Hill said.", []Kind{Full}},
		{"only signs", `He wrote “?!” on the wall.`, []Kind{Scare}},
		{"nothing", `He wrote “” on the wall.`, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			qs := Find(tt.text, Options{})
			if len(qs) != len(tt.want) {
				t.Fatalf("got %d quotations, want %d:\n%s", len(qs), len(tt.want), lines(tt.text, qs))
			}
			for i, q := range qs {
				if q.Kind != tt.want[i] {
					t.Errorf("%q is %s, want %s", tt.text[q.Start:q.End], q.Kind, tt.want[i])
				}
				if q.Kind == Scare && (q.Speaker != "" || q.Mention != "") {
					t.Errorf("%q has a speaker: %q", tt.text[q.Start:q.End], q.Speaker)
				}
			}
		})
	}
}

// Weights move when the table is learned anew; what each clue means must not.
func TestCluesHaveTheSignOfTheirMeaning(t *testing.T) {
	speech := map[string]bool{"cue/right": true, "cue/left": true, "cue/that": true, "cue/naming": true, "cue/source": true, "sentence/nothing else": true}
	marks := map[string]bool{"before/book, song, show": true, "before/possessive, capitals": true, "sentence/headline": true, "form/capitals": true}
	seen := map[string]bool{}
	for _, c := range clues {
		if seen[c.name] {
			t.Errorf("clue %q stands twice", c.name)
		}
		seen[c.name] = true
		if speech[c.name] && c.weight <= 0 || marks[c.name] && c.weight >= 0 || c.weight == 0 {
			t.Errorf("clue %q weighs %d", c.name, c.weight)
		}
	}
	for name := range speech {
		if !seen[name] {
			t.Errorf("clue %q is gone", name)
		}
	}
}
