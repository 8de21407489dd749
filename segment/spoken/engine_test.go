package spoken

import (
	"os/exec"
	"strings"
	"testing"
)

// phonemes returns what espeak-ng, the phonemizer of the embedded engine, makes of a text: one line for each clause.
func phonemes(t *testing.T, text string) string {
	t.Helper()
	out, err := exec.Command("espeak-ng", "-v", "en-gb-x-rp", "-q", "--ipa", text).Output()
	if err != nil {
		t.Fatalf("espeak-ng: %v", err)
	}
	return strings.TrimSpace(string(out))
}

// TestEngineHears compares the phonemes of what is said with those of a sentence that nobody could misread. It is about
// the forms that were chosen for the ear of this engine: letters, initials, sentence ends, dashes, respellings.
func TestEngineHears(t *testing.T) {
	if _, err := exec.LookPath("espeak-ng"); err != nil {
		t.Skip("espeak-ng is not installed")
	}
	for _, c := range []struct{ written, clear string }{
		{"the U.S. Navy said", "the US navy said"},
		{"George H.W. Bush said", "George HW bush said"},
		{"Mr. Brown said", "mister brown said"},
		{"Mrs. Norris said", "misses norris said"},
		{"It is $3.5 million.", "It is three point five million dollars."},
		{"in 1945 and 1908", "in nineteen forty-five and nineteen oh eight"},
		{"He read the paper", "He red the paper"},
		{"the lead pipes", "the led pipes"},
		{"the sea bass", "the sea bas"},
		{"It ends. 5 more came.", "It ends. Five more came."},
		{"at 5 p.m. Monday", "at five PM monday"},
		{"20-year-old", "twenty-year-old"},
	} {
		said := Normalize(c.written, Options{}).Text
		if got, want := phonemes(t, said), phonemes(t, c.clear); got != want {
			t.Errorf("%q, said %q, sounds\n %s\nwant the sound of %q\n %s", c.written, said, got, c.clear, want)
		}
	}
}

// TestEngineSpellsLetters checks that the engine says every letter of the initialisms that are to be spelled, as one
// clause.
func TestEngineSpellsLetters(t *testing.T) {
	if _, err := exec.LookPath("espeak-ng"); err != nil {
		t.Skip("espeak-ng is not installed")
	}
	for _, row := range rows("initialisms", 2) {
		if row[1] != "letters" || row[0] != strings.ToUpper(row[0]) {
			continue
		}
		got := phonemes(t, "the "+Normalize("the "+row[0]+" said", Options{}).Text[4:])
		if strings.Contains(got, "\n") {
			t.Errorf("%s is cut in two: %s", row[0], got)
		}
		if stresses := strings.Count(got, "ˈ") + strings.Count(got, "ˌ"); stresses < len(row[0])+1 {
			t.Errorf("%s: %d stresses for %d letters: %s", row[0], stresses, len(row[0]), got)
		}
	}
}
