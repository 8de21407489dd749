package quote

import (
	"slices"
	"strings"
	"testing"
)

func TestInflectEnglish(t *testing.T) {
	tests := []struct{ base, want string }{
		{"note", "note notes noted noting"},
		{"reply", "reply replies replied replying"},
		{"say", "say says sayed saying"}, // irregular verbs are written out in the table
		{"press", "press presses pressed pressing"},
		{"add", "add adds added adding"},
		{"preach", "preach preaches preached preaching"},
	}
	for _, tt := range tests {
		if got := strings.Join(inflectEnglish(tt.base), " "); got != tt.want {
			t.Errorf("inflectEnglish(%q) = %q, want %q", tt.base, got, tt.want)
		}
	}
}

func TestLookKnowsClasses(t *testing.T) {
	tests := []struct {
		lang, word string
		has, lacks class
	}{
		{"en", "said", clsSay | clsPast, clsIng},
		{"en", "Saying", clsSay | clsIng, clsPast},
		{"en", "replies", clsSay, clsPast},
		{"en", "Mr.", clsTitle | clsAbbrev | clsMan, clsWoman},
		{"en", "she", clsPronoun | clsWoman, clsMan},
		{"en", "spokeswoman", clsRole | clsWoman, clsMan},
		{"en", "don’t", clsAux, clsSay},
		{"en", "report", clsNoun | clsSay | clsOrg, clsRole},
		{"en", strings.Repeat("long", 20), 0, clsSay},
		{"de-CH", "ERKLÄRTE", clsSay, clsIng},
		{"fr", "elle", clsPronoun | clsWoman, clsMan},
		{"es", "dijo", clsSay, clsIng},
		{"", "wrote", clsSay, clsIng},
	}
	for _, tt := range tests {
		got := lexiconFor(tt.lang).look(tt.word)
		if got&tt.has != tt.has || got&tt.lacks != 0 {
			t.Errorf("%s %q has classes %b", tt.lang, tt.word, got)
		}
	}
}

// A word with an upper-case letter or a curly apostrophe in a table would never be found.
func TestTablesAreFolded(t *testing.T) {
	for _, lang := range []string{"en", "de", "fr", "es", "it", "pt", "nl", "ru", "ja"} {
		lx := lexiconFor(lang)
		for w := range lx.words {
			if w != fold(w) {
				t.Errorf("%s: %q is not folded", lang, w)
			}
			if strings.ContainsAny(w, ";,") {
				t.Errorf("%s: %q holds a separator", lang, w)
			}
		}
	}
}

func TestTokenizeCutsWords(t *testing.T) {
	tests := []struct{ name, lang, text, want string }{
		{"abbreviation", "en", "Mr. Hill went.", "Mr.|Hill|went|."},
		{"initials", "en", "J. R. Hill of the U.S. army", "J.|R.|Hill|of|the|U.S.|army"},
		{"party", "en", "Hill, R-Ky., said", "Hill|,|R-Ky.|,|said"},
		{"clitic", "en", "Hill’s bridge, it's", "Hill|’s|bridge|,|it|'s"},
		{"no clitic", "en", "o'clock don’t", "o'clock|don’t"},
		{"numbers", "en", "1,200 at 4:45 on 9/11, 3.5%", "1,200|at|4:45|on|9/11|,|3.5|%"},
		{"no space after the stop", "en", "the end.Next one", "the|end|.|Next|one"},
		{"host name", "en", "at example.org now", "at|example.org|now"},
		{"french article", "fr", "l’agence d'Anne", "l’|agence|d'|Anne"},
		{"french pronoun", "fr", "a-t-elle dit", "a|elle|dit"},
		{"invalid bytes", "en", "a\xffb", "a|\xff|b"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, k := range tokenize(tt.text, lexiconFor(tt.lang), false) {
				got = append(got, k.text(tt.text))
			}
			if want := strings.Split(tt.want, "|"); !slices.Equal(got, want) {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}
