package spoken

import (
	"errors"
	"strings"
	"testing"
)

// lexiconSource has one line of each kind.
const lexiconSource = `# names in the news
Maduro = mah DOO roh
Caracas = /kəˈrækəs/
Xi Jinping = shee jin PING /ʃiː dʒɪnˈpɪŋ/
=WHO = World Health Organization
São Paulo = sow POW loo
/\bv(\d+)\b/ = version $1
/\bmi\b/i = miles
who = whoever
/organis(e|ed|ers)\b/ = organiz$1
`

func TestLexicon(t *testing.T) {
	l, err := ReadLexicon(strings.NewReader(lexiconSource), "test.lex")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		written, want, phonemes string // phonemes: with an engine that takes them; "" for the same
	}{
		{"President Maduro left.", "President mah doo roh left.", ""},
		{"MADURO and maduro's men", "mah doo roh and mah doo roh's men", ""},
		{"Maduros stay", "Maduros stay", ""},
		{"to Caracas by air", "to kuh-rak-uss by air", "to [[k@'rak@s]] by air"},
		{"Xi Jinping met Xi.", "shee jin ping met Xi.", "[[Si: dZIn'pIN]] met Xi."},
		{"The WHO asked who.", "The World Health Organization asked whoever.", ""},
		{"in São Paulo, 5 men", "in sow pow loo, five men", ""},
		{"use v2 now", "use version two now", ""},
		{"5 MI away", "five miles away", ""},
		{"dev22 and v 2", "dev twenty-two and v two", ""},
		{"They organised and reorganise 5 organisers.", "They organized and reorganize five organizers.", ""},
		{"WHO, Who and who", "World Health Organization, whoever and whoever", ""},
	} {
		for _, o := range []Options{{Lexicon: l}, {Lexicon: l, Phonemes: true}} {
			want := c.want
			if o.Phonemes && c.phonemes != "" {
				want = c.phonemes
			}
			r := Normalize(c.written, o)
			if r.Text != want {
				t.Errorf("%q, phonemes %v: got %q, want %q", c.written, o.Phonemes, r.Text, want)
			}
			checkAlign(t, c.written, r)
		}
	}
}

func TestPronunciation(t *testing.T) {
	text := "Nicolás Maduro, 62, met Maduro."
	at := strings.LastIndex(text, "Maduro")
	for _, c := range []struct {
		o    Options
		want string
	}{
		{Options{}, "Nicolás Maduro, sixty-two, met muh-door-roh."},
		{Options{Phonemes: true}, "Nicolás Maduro, sixty-two, met [[m@'dU@roU]]."},
		{Options{Lang: "es"}, text},
	} {
		c.o.Said = []Pronunciation{{at, at + len("Maduro"), "məˈdʊəroʊ"}}
		r := Normalize(text, c.o)
		if r.Text != c.want {
			t.Errorf("got %q, want %q", r.Text, c.want)
		}
		checkAlign(t, text, r)
		checkPairs(t, text, r)
	}
	for _, p := range []Pronunciation{{-1, 2, "ə"}, {3, 3, "ə"}, {5, 99, "ə"}} {
		if r := Normalize("met Maduro", Options{Said: []Pronunciation{p}}); r.Text != "met Maduro" {
			t.Errorf("%v: got %q", p, r.Text)
		}
	}
}

func TestLexiconSpeaksEveryLanguage(t *testing.T) {
	l, err := ReadLexicon(strings.NewReader("Brno = ber no\n"), "cs.lex")
	if err != nil {
		t.Fatal(err)
	}
	r := Normalize("v Brno 5. 6.", Options{Lang: "cs", Lexicon: l})
	if want := "v ber no 5. 6."; r.Text != want {
		t.Errorf("got %q, want %q", r.Text, want)
	}
	if len(r.Rules) != 1 || r.Rules[0] != (Firing{"lexicon/word", "Brno", "ber no"}) {
		t.Errorf("got the firings %v", r.Rules)
	}
}

func TestLexiconErrorsNameTheLine(t *testing.T) {
	for _, c := range []struct {
		source string
		line   int
		want   string
	}{
		{"a = b\nno sign here\n", 2, "want \"word = how it is said\""},
		{"= \n", 1, "want \"word"},
		{"x = /k¤/\n", 1, "unknown sign"},
		{"/(/ = x\n", 1, "missing closing"},
		{"/a*/ = x\n", 1, "matches nothing"},
		{"/abc\n", 1, "want \"/pattern/"},
		{"\xff = b\n", 0, "not UTF-8"},
		{"<lexicon><lexeme>", 1, "parse PLS: unexpected EOF"},
		{"<speak>\n</speak>", 1, "want an element lexicon, got speak"},
		{"<!-- -->", 0, "no element lexicon"},
		{"<lexicon alphabet=\"ipa\">\n<lexeme><grapheme>a</grapheme>\n<phoneme>k¤</phoneme></lexeme></lexicon>", 2, "unknown sign"},
		{"<lexicon>\n\n<lexeme><alias>a</alias></lexeme></lexicon>", 3, "a lexeme has no grapheme"},
		{"<lexicon>\n<lexeme></grapheme></lexicon>", 2, "parse PLS: element"},
	} {
		_, err := ReadLexicon(strings.NewReader(c.source), "bad.lex")
		var le *LexiconError
		if !errors.As(err, &le) || le.Line != c.line || le.Name != "bad.lex" || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: got %v, want line %d and %q", c.source, err, c.line, c.want)
		}
	}
}

const plsSource = `<?xml version="1.0" encoding="UTF-8"?>
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="en">
  <lexeme><grapheme>Judgment</grapheme><grapheme>Judgement</grapheme><phoneme>ˈdʒʌdʒ.mənt</phoneme></lexeme>
  <lexeme><grapheme>W3C</grapheme><alias>World Wide Web Consortium</alias></lexeme>
  <lexeme>
    <grapheme>tomato</grapheme>
    <phoneme alphabet="x-sampa">t@"meItoU</phoneme><phoneme>təˈmeɪtoʊ</phoneme><phoneme prefer="true">təˈmɑːtəʊ</phoneme>
  </lexeme>
</lexicon>`

func TestLexiconPLS(t *testing.T) {
	l, err := ReadLexicon(strings.NewReader(plsSource), "w3c.pls")
	if err != nil {
		t.Fatal(err)
	}
	r := Normalize("The W3C gave its Judgement, not judgement, on a tomato.", Options{Lexicon: l, Phonemes: true})
	if want := "The World Wide Web Consortium gave its [['dZVdZm@nt]], not judgement, on a [[t@'mA:toU]]."; r.Text != want {
		t.Errorf("got %q, want %q", r.Text, want)
	}
}

func TestMergeLexiconsEarlierWins(t *testing.T) {
	read := func(text string) *Lexicon {
		l, err := ReadLexicon(strings.NewReader(text), "x")
		if err != nil {
			t.Fatal(err)
		}
		return l
	}
	l := MergeLexicons(nil, read("Foo = one thing\n"), read("Foo = another\nBar = baz\n"))
	if r := Normalize("Foo Bar", Options{Lexicon: l}); r.Text != "one thing baz" {
		t.Errorf("got %q", r.Text)
	}
}

func FuzzReadLexicon(f *testing.F) {
	f.Add(lexiconSource, "v2 Maduro's WHO 5 mi")
	f.Add(plsSource, "W3C Judgement")
	f.Add("/(a+)+b/ = c\n", "aaaaaaaaaaaaaaaaaa")
	f.Fuzz(func(t *testing.T, source, text string) {
		l, err := ReadLexicon(strings.NewReader(source), "fuzz")
		if err != nil || len(text) > 2048 {
			return
		}
		checkAlign(t, text, Normalize(text, Options{Lexicon: l, Phonemes: true}))
	})
}
