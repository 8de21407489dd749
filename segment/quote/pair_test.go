package quote

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// sides writes the marks of text with the ways each may face: < opens, > closes, | either.
func sides(text, lang string) string {
	lx := lexiconFor(lang)
	toks := tokenize(text, lx, false)
	var out []string
	for _, m := range findMarks(nil, text, toks, 0, len(toks), isReversed(toks), lx) {
		face := map[side]string{opens: "<", closes: ">", either: "|"}[m.side]
		if m.inch {
			face += "inch"
		}
		out = append(out, toks[m.tok].text(text)+face)
	}
	return strings.Join(out, " ")
}

func TestFindMarksTellsWhichWayTheyFace(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"curly", "“so”", "“< ”>"},
		{"straight", `he "said" so`, `"< ">`},
		{"straight before a comma", `"so," he`, `"< ">`},
		{"straight with letters on both sides", `so"and`, `"|`},
		{"straight with space on both sides", `so " and`, `"|`},
		{"straight after a dash", `one—"two"—three`, `"< ">`},
		{"straight in brackets", `("so")`, `"< ">`},
		{"curly opening sign that closes", "“so,“ he", "“< “>"},
		{"curly closing sign that opens", "”so,” he", "”< ”>"},
		{"german low mark", "„so“", "„< “>"},
		{"inch", `a 6" nail`, `">inch`},
		{"feet and inches", `he is 6'2" tall`, `">inch`},
		{"reversed guillemets", "»so« und »so«", "»< «> »< «>"},
		{"french guillemets", "« so » et « so »", "«< »> «< »>"},
		{"french guillemets behind an elision", "parle d’« une sortie ». « Oui. » Il", "’> «< »> «< »>"},
		{"tight french guillemets", "«so», et «so».", "«< »> «< »>"},
		{"contraction", "it's don’t", ""},
		{"elision, curly", "’tis ’em", ""},
		{"elision, straight", "'tis 'em", ""},
		{"elision, wrong sign", "‘tis", ""},
		{"decade", "the '90s and ’68", ""},
		{"single", "‘so’ he", "‘< ’>"},
		{"plural possessive", "the boys’ club", "’>"},
		{"attribute", `<a href="x">`, `">`},
		{"japanese", "「so」", "「< 」>"},
		{"mark on mark", `"'so'" he`, `"< '< '> ">`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := sides(tt.text, "en"); got != tt.want {
				t.Errorf("%s: got %q, want %q", tt.text, got, tt.want)
			}
		})
	}
}

// pairs writes the stretches that pairMarks finds, [ ] where a mark is missing.
func pairs(text string) []string {
	lx := lexiconFor("en")
	toks := tokenize(text, lx, false)
	var out []string
	for _, s := range pairMarks(text, toks, lx) {
		open, end := "[", "]"
		if s.open >= 0 {
			open = toks[s.open].text(text)
		}
		if s.close >= 0 {
			end = toks[s.close].text(text)
		}
		inner := text[toks[s.from].start:toks[s.to-1].end]
		if s.continues {
			open = "+" + open
		}
		out = append(out, open+inner+end)
	}
	return out
}

func TestPairMarksSurvivesMissingMarks(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"pair", `"a b"`, []string{`"a b"`}},
		{"two pairs", `"a" b "c"`, []string{`"a"`, `"c"`}},
		{"unclosed at the end", `"a b`, []string{`"a b]`}},
		{"unclosed before another: the sentence ends it", `"A b. "C d" e`, []string{`"A b.]`, `"C d"`}},
		{"unclosed before another: the line ends it", "\"A b.\n\"C d\" e", []string{`"A b.]`, `"C d"`}},
		{"unclosed before another: no end in sight", `an "a b "c d" e`, []string{`"c d"`}},
		{"closed only", `a b" c "d"`, []string{`"d"`}},
		{"the next paragraph is not flipped", "a \"b c\n\nd \"e\" f", []string{`"b c]`, `"e"`}},
		{"continued with a mark", "\"a\n\n\"b\" c", []string{`"a]`, `+"b"`}},
		{"continued without a mark", "\"a\n\nb\" c", []string{`"a]`, `+[b"`}},
		{"not continued", "\"a\n\nb \"c\" d", []string{`"a]`, `"c"`}},
		{"continued twice", "“a\n\n“b\n\n“c”", []string{"“a]", "+“b]", "+“c”"}},
		{"typed twice", `"“a b,” he`, []string{"\"“a b,”"}},
		{"nested", "“a “b” c”", []string{"“a “b” c”"}},
		{"nested singles", "“a ‘b’ c”", []string{"“a ‘b’ c”"}},
		{"nested other family", "«a “b” c»", []string{"«a “b” c»"}},
		{"mixed families unclosed", "“a «b» c", []string{"“a «b» c]"}},
		{"inch inside", `"a 6" b," c`, []string{`"a 6" b,"`}},
		{"inch alone", `a 6" b`, nil},
		{"single after a possessive", "‘the boys’ club,’ he", []string{"‘the boys’ club,’"}},
		{"single that never ends", "‘a b c", []string{"‘a b c]"}},
		{"single in the middle that never ends", "a ‘b c", nil},
		{"signature inside a pulled quotation", "\"We go.\nAda Hill.\"", []string{`"We go.]`}},
		{"second line of speech", "\"We go.\nWe stay.\"", []string{"\"We go.\nWe stay.\""}},
		{"empty", `"" a`, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := pairs(tt.text); !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestDecade(t *testing.T) {
	for word, want := range map[string]bool{"90s": true, "68": true, "9s": false, "199": false, "ab": false, "": false, "s": false} {
		if got := decade(word); got != want {
			t.Errorf("decade(%q) = %v", word, got)
		}
	}
}

// sentencesOf writes the narrator's sentences of text, each quotation as Q.
func sentencesOf(text string) []string {
	lx := lexiconFor("en")
	toks := tokenize(text, lx, false)
	f := newFrame(text, toks, pairMarks(text, toks, lx), lx)
	var out []string
	for _, s := range f.clauses {
		var words []string
		for _, k := range f.seq[s.from:s.to] {
			switch k.kind {
			case kindQuote:
				words = append(words, "Q")
			case kindBreak, kindLine:
			default:
				words = append(words, k.text(text))
			}
		}
		out = append(out, fmt.Sprintf("%d %s", s.para, strings.Join(words, " ")))
	}
	return out
}

func TestFrameCutsSentencesAroundQuotations(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"plain", "A hill. A road.", []string{"0 A hill .", "0 A road ."}},
		{"attribution after a comma", "“We go,” Ada said. “Come.”", []string{"0 Q Ada said .", "0 Q"}},
		{"attribution after a question", "“Who goes?” Ada asked. He left.", []string{"0 Q Ada asked .", "0 He left ."}},
		{"attribution after a full stop", "“We go.” Ada said. He left.", []string{"0 Q Ada said .", "0 He left ."}},
		{"no attribution after a full stop", "“We go.” Ada left the room and said so.", []string{"0 Q", "0 Ada left the room and said so ."}},
		{"no attribution after a question", "“Who goes?” The room fell silent.", []string{"0 Q", "0 The room fell silent ."}},
		{"inside a sentence", "The “good” bridge. It holds.", []string{"0 The Q bridge .", "0 It holds ."}},
		{"title", "Mr. Hill met Dr. Lang. They left.", []string{"0 Mr. Hill met Dr. Lang .", "0 They left ."}},
		{"abbreviation that ends a sentence", "He lives in the U.S. The road is long.", []string{"0 He lives in the U.S.", "0 The road is long ."}},
		{"paragraphs", "A hill.\n\nA road.", []string{"0 A hill .", "1 A road ."}},
		{"wrapped line", "A long\nroad. End.", []string{"0 A long road .", "0 End ."}},
		{"line that ends a sentence", "A road.\nan end.", []string{"0 A road .", "0 an end ."}},
		{"bracket after the stop", "A road (long.) It ends.", []string{"0 A road ( long . )", "0 It ends ."}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := sentencesOf(tt.text)
			for i := range got { // what holds nothing but a break is no sentence to compare
				got[i] = strings.TrimSpace(got[i])
			}
			got = slices.DeleteFunc(got, func(s string) bool { return !strings.Contains(s, " ") })
			if !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
