package quote

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// frameOf builds the frame of text as Find does, up to the people in it.
func frameOf(text string) *frame {
	lx := lexiconFor("en")
	toks := tokenize(text, lx, false)
	f := newFrame(text, toks, pairMarks(text, toks, lx), lx)
	f.people = findPeople(f)
	return f
}

func TestPhrasesOfASentence(t *testing.T) {
	forms := map[form]string{formName: "name", formNominal: "nominal", formPronoun: "pronoun"}
	tests := []struct {
		name, text string
		want       []string
	}{
		{"name and thing", "Ada Hill opened the bridge.", []string{"name Ada Hill", "nominal the bridge"}},
		{"title", "Mr. Hill met Prime Minister Boris Lang.", []string{"name Mr. Hill", "name Prime Minister Boris Lang"}},
		{"role before a name", "Former engineer Boris Lang left.", []string{"name Former engineer Boris Lang"}},
		{"office", "Secretary of State Ada Hill left.", []string{"name Secretary of State Ada Hill"}},
		{"office that no table knows", "Minister of Ferries Ada Hill left.", []string{"name Minister of Ferries Ada Hill"}},
		{"country is no office", "The president of South Korea left.", []string{"nominal The president", "name South Korea"}},
		{"particle", "Ursula von der Leyen left.", []string{"name Ursula von der Leyen"}},
		{"possessive", "Hill's lawyer left.", []string{"nominal Hill's lawyer"}},
		{"plural possessive", "The builders' union said so.", []string{"nominal The builders' union"}},
		{"pronoun", "She told them.", []string{"pronoun She", "pronoun them"}},
		{"adjectives", "The once famous old singer left.", []string{"nominal The once famous old singer"}},
		{"verb ends the subject", "When the ship arrived Mayor Ada Hill left.", []string{"nominal the ship", "name Mayor Ada Hill"}},
		{"participle is no phrase", "A letter obtained by the paper says so.", []string{"nominal A letter", "nominal the paper"}},
		{"report as a noun", "The report says so.", []string{"nominal The report"}},
		{"report as a verb", "Officials report that Hill left.", []string{"nominal Officials", "name Hill"}},
		{"that is no article", "He said that the bridge is old.", []string{"pronoun He", "nominal the bridge"}},
		{"days are no names", "On Monday Hill left in March.", []string{"name Hill"}},
		{"day inside a name", "The Sydney Morning Herald said so.", []string{"name The Sydney Morning Herald"}},
		{"year before a name", "In 2019 Hill left.", []string{"name Hill"}},
		{"age", "The 46-year-old left.", []string{"nominal The 46-year-old"}},
		{"company sign", "Hill & Lang said so.", []string{"name Hill & Lang"}},
		{"determiner alone", "One said so.", []string{"nominal One"}},
		{"adverb first", "Allegedly, Hill said so.", []string{"name Hill"}},
		{"name that is a word", "“Go,” Will said.", []string{"name Will"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := frameOf(tt.text).clauseAt(0)
			var got []string
			for _, p := range c.phrases {
				got = append(got, forms[p.form]+" "+c.mention(p))
			}
			if len(got) > len(tt.want) { // what follows the verb does not matter here
				got = got[:len(tt.want)]
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// verbAt returns the place of word in the first sentence of f.
func verbAt(t *testing.T, f *frame, word string) int {
	t.Helper()
	for i, k := range f.seq {
		if k.kind == kindWord && k.text(f.text) == word {
			return i
		}
	}
	t.Fatalf("no %q in %q", word, f.text)
	return 0
}

func TestSubjectOfAVerb(t *testing.T) {
	tests := []struct{ text, verb, want string }{
		{"Ada Hill said so.", "said", "Ada Hill"},
		{"Ada Hill later also said so.", "said", "Ada Hill"},
		{"Ada Hill has said so.", "said", "Ada Hill"},
		{"Ada Hill on Monday said so.", "said", "Ada Hill"},
		{"A spokesman for the ministry said so.", "said", "A spokesman"},
		{"The head of the union of builders said so.", "said", "The head"},
		{"Ada Hill, who built it, said so.", "said", "Ada Hill"},
		{"Ada Hill, the mayor of Springfield, a town in Ohio, said so.", "said", "Ada Hill"},
		{"Ada Hill (D-Ohio) said so.", "said", "Ada Hill"},
		{"The woman who said so left.", "said", "The woman"},
		{"Ada Hill left and said so.", "said", "Ada Hill"},
		{"Ada Hill left, saying so.", "saying", "Ada Hill"},
		{"Saying so, Ada Hill left.", "Saying", "Ada Hill"},
		{"In Ohio, Ada Hill said so.", "said", "Ada Hill"},
		{"Speaking in Salem, New Hampshire, Ada Hill left the hall, saying so.", "saying", "Ada Hill"},
		{"When the ship arrived, Ada Hill said so.", "said", "Ada Hill"},
		{"Two months later, Ada Hill left, saying so.", "saying", "Ada Hill"},
		{"Ada Hill went on to say so.", "say", "Ada Hill"},
		{"It was time for Ada Hill to say so.", "say", "Ada Hill"},
		{"The agency quoted Ada Hill as saying so.", "quoted", "Ada Hill"},
		{"Hill issued a statement saying so.", "saying", "Hill"},
		{"One of them said so.", "said", "One"},
		{"A letter obtained by the paper says so.", "says", "A letter"},
		{"Said so.", "Said", ""},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			f := frameOf(tt.text)
			c := f.clauseAt(0)
			if got := f.mention(c.subjectOf(verbAt(t, f, tt.verb), c.from)); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestVerbsAndNouns(t *testing.T) {
	tests := []struct {
		text, word string
		verb       bool
		finite     bool
	}{
		{"Hill said so.", "said", true, true},
		{"Hill was told so.", "told", true, false},
		{"Hill is saying so.", "saying", true, true},
		{"Hill left, saying so.", "saying", true, false},
		{"Hill's claim is false.", "claim", false, true},
		{"Hill claims so.", "claims", true, true},
		{"The latest report is out.", "report", false, true},
		{"In answer to that he left.", "answer", false, true},
		{"The judge left.", "judge", false, true},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			f := frameOf(tt.text)
			c := f.clauseAt(0)
			i := verbAt(t, f, tt.word)
			if got := c.verb(i); got != tt.verb {
				t.Errorf("verb = %v", got)
			}
			if got := c.finite(i); tt.verb && got != tt.finite {
				t.Errorf("finite = %v", got)
			}
		})
	}
}

func TestFindPeople(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string // name, gender, roles
	}{
		{"full name and last name", "Ada Hill left. Hill came back.", []string{"Ada Hill woman []"}},
		{"last name first", "Mr. Hill left. Later Boris Hill came back.", []string{"Boris Hill man [mr.]"}},
		{"title", "Sen. Ada Hill left.", []string{"Ada Hill woman [sen.]"}},
		{"apposition", "Xu Lang, the mayor, left.", []string{"Xu Lang ? [mayor]"}},
		{"apposition before", "The mayor, Xu Lang, left.", []string{"Xu Lang ? [mayor]"}},
		{"two of one name", "Ada Hill met Boris Hill.", []string{"Ada Hill woman []", "Boris Hill man []"}},
		{"initial", "A. Hill left. Ada Hill came.", []string{"A. Hill woman []"}},
		{"suffix", "Boris Hill Jr. left. Hill came back.", []string{"Boris Hill man []"}},
		{"words of a headline", "Mayor Hill Calls Bridge Unsafe\n\nShe left.", nil},
		{"a capital at the start of a sentence", "Inspectors left.", nil},
		{"place in the title", "The ambassador to the United States Ada Hill left.", []string{"Ada Hill woman []"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, q := range frameOf(tt.text).people.list {
				roles := slices.Sorted(slices.Values(q.roles))
				gender := "?"
				switch {
				case q.gender&clsWoman != 0:
					gender = "woman"
				case q.gender&clsMan != 0:
					gender = "man"
				}
				got = append(got, fmt.Sprintf("%s %s [%s]", q.name, gender, strings.Join(roles, " ")))
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
