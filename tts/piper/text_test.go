package piper

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"articast/internal/plain"
	"articast/tts"
)

var cutCases = []struct {
	name, in string
	limit    int
	want     []string
}{
	{"short", "One. Two.", 20, []string{"One. Two."}},
	{"at sentences", "One is here. Two is here. Three is here.", 30, []string{"One is here. Two is here.", "Three is here."}},
	{"at a sentence before any comma", "So it is. It was, as far as we know, raining", 24, []string{"So it is.", "It was,", "as far as we know,", "raining"}},
	{"question, exclamation", "What is it? It is rain! And more of it.", 28, []string{"What is it? It is rain!", "And more of it."}},
	{"closing quote", "“We lost it all.” And he went away home.", 30, []string{"“We lost it all.”", "And he went away home."}},
	{"at a semicolon before a comma", "all of it, and more; so it is, we think", 30, []string{"all of it, and more;", "so it is, we think"}},
	{"at the comma nearest the middle", "aa, bbbbbbbbbb cccccc, ddddddddd eeeeeee, ff", 34, []string{"aa, bbbbbbbbbb cccccc,", "ddddddddd eeeeeee, ff"}},
	{"at a space", "one two three four five six", 16, []string{"one two three", "four five six"}},
	{"inside a word", "abcdefghijklmnopqrstuvwxyz", 10, []string{"abcdefghij", "klmnopqrst", "uvwxyz"}},
	{"not behind a title", "he met Mr. Arno Bell of the town hall. Then he left it all", 52, []string{"he met Mr. Arno Bell of the town hall.", "Then he left it all"}},
	{"not behind initials", "for the U.S. Navy he went on and on. For years", 44, []string{"for the U.S. Navy he went on and on.", "For years"}},
	{"not before a small letter", "it was approx. ten of them, or some more than ten", 40, []string{"it was approx. ten of them,", "or some more than ten"}},
	{"not inside a number", "it rose 3.5 and more, and 4.5 again", 40, []string{"it rose 3.5 and more,", "and 4.5 again"}},
	{"without spaces", "這是第一句。這是第二句。", 60, []string{"這是第一句。", "這是第二句。"}},
	{"marks stay with their letters", "e\u0301e\u0301e\u0301e\u0301e\u0301", 3, []string{"e\u0301", "e\u0301", "e\u0301", "e\u0301", "e\u0301"}},
	{"nothing to say", "... — !", 3, nil},
	{"nothing to say behind", "word ... --- ...", 8, []string{"word ..."}},
}

func TestCut(t *testing.T) {
	for _, c := range cutCases {
		var got []string
		for _, p := range cut(c.in, "en", c.limit) {
			got = append(got, p.text)
		}
		if strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestCutLeavesAPause(t *testing.T) {
	for _, c := range []struct {
		in   string
		kind boundary
	}{
		{"One is here. Two is", sentenceEnd},
		{"one is here; two is", colonEnd},
		{"one is here, two is", commaEnd},
		{"one is here and two", wordEnd},
	} {
		p := cut(c.in, "en", 17)
		if len(p) != 2 || p[0].gap != gaps[c.kind] || p[1].gap != 0 {
			t.Errorf("%q: %v, want a pause of %v", c.in, p, gaps[c.kind])
		}
	}
}

func TestWeight(t *testing.T) {
	for _, c := range []struct {
		text, lang string
		want       int
	}{
		{"plain, text.", "en", 12},
		{"1987", "en", 4 * digitWeight},
		{"½", "en", digitWeight},
		{"NATO", "en", 4 * capitalWeight},
		{"a/b_c@d", "en", 4 + 3*signWeight},
		{"\U0001F600", "en", signWeight},
		{"ʰ", "en", modifierWeight},
		{"привет", "en", 12},
		{"привет", "ru", 6},
		{"καλη", "en", 24},
		{"καλη", "el", 4},
		{"สว", "el", 40},
		{"ꦲ", "en", unknownWeight},
		{"中", "cmn", 5},
	} {
		sum := 0
		for _, r := range c.text {
			sum += weight(r, c.lang)
		}
		if sum != c.want {
			t.Errorf("%q in %s: %d, want %d", c.text, c.lang, sum, c.want)
		}
	}
	for code, want := range map[string]string{"en-GB": "en", "en_US": "en", "EL": "el", "": ""} {
		if got := primary(code); got != want {
			t.Errorf("primary(%q) = %q", code, got)
		}
	}
	for code, want := range map[string]string{"en_US": "en-US", "en-gb-x-rp": "en-GB-x-rp", "el": "el", "cmn-latn": "cmn-latn", "": "und"} {
		if got := LanguageTag(code); got != want {
			t.Errorf("LanguageTag(%q) = %q, want %q", code, got, want)
		}
	}
}

// spoken keeps what a voice says of a text: its letters and digits.
func spoken(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return r
		}
		return -1
	}, text)
}

func FuzzText(f *testing.F) {
	for _, c := range cutCases {
		f.Add(c.in, c.limit)
	}
	f.Fuzz(func(t *testing.T, text string, limit int) {
		limit = 1 + max(limit, -limit)%400
		c := plain.Text(text)
		var said strings.Builder
		for _, p := range cut(c, "en", limit) {
			n := 0
			for _, r := range p.text {
				n += weight(r, "en")
			}
			if n > limit && utf8.RuneCountInString(p.text) > 1 || !tts.Speakable(p.text) || p.gap < 0 {
				t.Fatalf("cut(%q, %d): piece %q of weight %d", c, limit, p.text, n)
			}
			said.WriteString(p.text)
		}
		if spoken(said.String()) != spoken(c) {
			t.Fatalf("cut(%q, %d) says %q", c, limit, said.String())
		}
	})
}

func BenchmarkCleanAndCut(b *testing.B) {
	text := strings.Repeat("The old ferry left the harbour at noon, with nobody aboard; the gulls went with it. ", 40)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		cut(plain.Text(text), "en", maxWeight)
	}
}
