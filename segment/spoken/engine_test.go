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
		{"an A in art", "an eigh in art"},
		{"the 6A title", "the six eigh title"},
		{"a Q&A session", "a Q-and-eigh session"},
		{"rule 8(a) says", "rule eight-eigh says"},
		{"the NAACP said", "the N double-eigh CP said"},
		{"it was a BAD idea", "it was a bad idea"},
		{"in Nice they read it", "in neece they read it"},
		{"the delegates met", "the delligots met"},
	} {
		said := Normalize(c.written, Options{}).Text
		if got, want := phonemes(t, said), phonemes(t, c.clear); got != want {
			t.Errorf("%q, said %q, sounds\n %s\nwant the sound of %q\n %s", c.written, said, got, c.clear, want)
		}
	}
}

// TestEngineHearsNews compares, for twenty sentences full of the forms that newspapers use, the phonemes that the engine
// makes of what is said with those of the same sentence written out by hand. Each is one that the engine alone misreads.
func TestEngineHearsNews(t *testing.T) {
	if _, err := exec.LookPath("espeak-ng"); err != nil {
		t.Skip("espeak-ng is not installed")
	}
	for _, c := range []struct{ written, clear string }{
		{"The $11 billion plan began on Aug. 19, 2019.", "The eleven billion dollar plan began on August nineteenth, twenty nineteen."},
		{"World War II ended in 1945; Henry VIII died in 1547.", "World War two ended in nineteen forty-five; Henry the eighth died in fifteen forty-seven."},
		{"Call 555-0134 about the 9/11 fund, open 24/7.", "Call five five five, zero one three four about the nine eleven fund, open twenty-four seven."},
		{"Sen. Ted Smith, R-TX, earns $174,000 a year.", "Senator Ted Smith, Republican of Texas, earns one hundred seventy-four thousand dollars a year."},
		{"Dr. Lee lives on Oak Dr. near St. Paul's.", "Doctor Lee lives on Oak Drive near Saint Paul's."},
		{"It was 72°F at 4:45 a.m. and -4°C by night.", "It was seventy-two degrees Fahrenheit at four forty-five AM and minus four degrees Celsius by night."},
		{"A 6ft 2in man ran 10km at 15km/h.", "A six-foot-two man ran ten kilometers at fifteen kilometers per hour."},
		{"Shares rose 3.5% to £2.40, or €2.80.", "Shares rose three point five percent to two pounds and forty pence, or two euros and eighty cents."},
		{"The 2013-19 talks took 3–5 years and cost $5-$10 million.", "The twenty thirteen to nineteen talks took three to five years and cost five to ten million dollars."},
		{"Lt. Col. Ann Ray of Acme Inc. flew an F-16.", "Lieutenant Colonel Ann Ray of Acme Incorporated flew an F sixteen."},
		{"About 2/3 of voters and 4 1/2 million people agree.", "About two thirds of voters and four and a half million people agree."},
		{"The No. 1 song of the '90s sold 1,234,567 copies.", "The number one song of the nineties sold one million two hundred thirty-four thousand five hundred sixty-seven copies."},
		{"He won 6-3, 3-6, 7-5 and earned $2.5m.", "He won six-three, three-six, seven-five and earned two point five million dollars."},
		{"See www.example.com or write to ann@example.org.", "See example dot com or write to ann at example dot org."},
		{"In 44 BC and 1066, but not in the mid-1980s.", "In forty-four BC and ten sixty-six, but not in the mid-nineteen eighties."},
		{"The 5-4 ruling (No. 19) came on 8/19/2019.", "The five-four ruling (number nineteen) came on August nineteenth, twenty nineteen."},
		{"A 100 sq km fire burned 20-year-old trees on Jan. 6.", "A one hundred square kilometer fire burned twenty-year-old trees on January sixth."},
		{"Smith vs. Jones, i.e. the case of 1908, cost 50¢.", "Smith versus Jones, that is the case of nineteen oh eight, cost fifty cents."},
		{"He read it, e.g. pp. 5-8, and they tear down lead pipes.", "He red it, for example pages five to eight, and they tare down led pipes."},
		{"Trains left at 16:45, 5.30pm and from 9 a.m.-5 p.m. on Sunday.", "Trains left at sixteen forty-five, five thirty PM and from nine AM to five PM on Sunday."},
	} {
		clear := phonemes(t, c.clear)
		if phonemes(t, c.written) == clear {
			t.Errorf("%q: the engine reads it well alone", c.written)
		}
		if got := phonemes(t, Normalize(c.written, Options{}).Text); got != clear {
			t.Errorf("%q sounds\n %s\nwant the sound of %q\n %s", c.written, got, c.clear, clear)
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
