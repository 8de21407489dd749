package quote

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// class is what a lexicon knows of a word: a set of the cls bits.
type class uint64

const (
	clsSay        class = 1 << iota // a verb that introduces speech: say, tell, write
	clsName                         // a verb that says what someone calls or thinks of something: call, describe, accuse
	clsLoose                        // a verb that introduces speech only right beside it: continue, smile, point
	clsWeak                         // a verb that may report words where nothing better does: want, promote
	clsIng                          // the form is a participle: saying, calling
	clsPast                         // the form may be a past participle: told, called
	clsTitle                        // stands before a name: Mr., Senator, Foreign Minister
	clsRole                         // names a person by what he is: spokesman, senator, witness
	clsOrg                          // names a body or a paper that can speak: agency, court, report
	clsWoman                        // said of a woman: she, her, Mrs., spokeswoman, a woman's first name
	clsMan                          // said of a man
	clsPronoun                      // he, she, they, it, I, we, you
	clsPlural                       // they, we, officials
	clsThing                        // it, its
	clsFirst                        // I, we, my, our
	clsWho                          // who, which, that
	clsDet                          // the, a, this, one
	clsPossess                      // his, her, their, my
	clsPrep                         // of, in, with
	clsAux                          // is, has, will, to
	clsAdverb                       // also, later, not
	clsConj                         // and, but, or
	clsSub                          // when, because, if
	clsTime                         // Monday, March, yesterday
	clsParticle                     // de, van, al, inside names
	clsAbbrev                       // ends in a full stop that ends no sentence
	clsGiven                        // a first name
	clsSuffix                       // Jr., III
	clsLabel                        // makes a title of what stands in marks after it: titled, so-called, known as
	clsWork                         // names a work that has a title: book, song, show
	clsNoun                         // a verb's form that is a noun as well: report, claim
	clsThat                         // joins a report to its verb: that, how
	clsPlace                        // a country, city or state
	clsAction                       // an irregular past form that is no cue: left, came, won
	clsOf                           // of: joins a noun to its owner
	clsBy                           // by: before the agent of a passive
	clsTo                           // to: before an infinitive, after "according"
	clsFor                          // for
	clsAs                           // as
	clsWith                         // with
	clsFrom                         // from
	clsSource                       // according, laut, selon: a source follows
	clsIndefinite                   // a, some: points to nobody known
	clsBe                           // a form of be: with a participle it makes the passive
	clsVenue                        // a preposition before the programme, paper or place where something was said: on, in, to, at
	clsPaper                        // words made public: statement, letter, tweet
	clsVoice                        // words shouted or sent that need no owner: chants, message
	clsTell                         // a verb whose object is the one who listens: tell, ask, remind
	clsOffice                       // follows "of" in a title: Secretary of State, Minister of Defense
	clsModifier                     // stands before a title or name without an article: former, longtime
	clsQuoting                      // reports another's words: quoted Hill as saying
	clsBusiness                     // a business, or the last word of the name of one: company, airline, Inc.
	clsPlea                         // what a defendant pleads: guilty
	clsAlias                        // a name that somebody goes by or a translation stands after it: pseudonym, alias, meaning
	clsTalk                         // talk with somebody: interview, questions
	clsTrait                        // says after an article what somebody known is: the Spaniard, the striker, the actress
	clsClause                       // a preposition that begins a clause as well: after, since, as
)

// clsCue are the verbs that may introduce a quotation.
const clsCue = clsSay | clsName | clsLoose | clsWeak

// clsFunction are the words that are never part of a name, however they are written.
const clsFunction = clsPronoun | clsWho | clsDet | clsPossess | clsPrep | clsAux | clsAdverb | clsConj | clsSub | clsThat

// lexicon is the tables of a language, ready for look-up.
type lexicon struct {
	words    map[string]class
	elisions map[string]bool // words that lose their first letter: 'em, 'tis
	capitals bool            // every noun has a capital
	inverts  bool            // the subject stands after the verb behind a quotation: sagte Lang
	drops    bool            // a pronoun that is the subject is left out: dijo
	past     string          // ending of past forms, empty when the language has no one ending
	ing      string          // ending of participles
	plural   string          // ending of plural nouns
	adverb   string          // ending of adverbs
	after    []string        // languages without spaces: what stands right after a quotation that is speech
	prefixes map[string]bool // words that lean on the next one: l', d'
	suffixes []string        // pronouns that lean on the verb before: -t-elle
}

// table is what a language's file holds: rows of words separated by spaces, each row with the classes of its words.
type table struct {
	verbs    []verbRow
	capitals bool
	inverts  bool
	drops    bool
	past     string
	ing      string
	plural   string
	adverb   string
	gerund   bool // the last form of every verb is its participle in -ing, -ant or -ndo
	rows     []wordRow
	plurals  string // endings of verbs and those of their plurals: "te ten" makes sagten of sagte
	elisions string
	prefixes string
	suffixes string // longest first
	after    []string
}

// wordRow gives words their classes.
type wordRow struct {
	class class
	words string
}

// verbRow gives verbs their classes. Verbs are separated by semicolons; a verb is its base alone, and then inflected by
// the language's rule, or all its forms: base, present, past, participles.
type verbRow struct {
	class class
	verbs string
}

// lexiconFor returns the tables for a language tag; English for a language that has none.
func lexiconFor(lang string) *lexicon {
	base, _, _ := strings.Cut(strings.ToLower(lang), "-")
	switch base {
	case "de":
		return germanLexicon()
	case "fr":
		return frenchLexicon()
	case "es":
		return spanishLexicon()
	case "ru":
		return russianLexicon()
	case "it":
		return italianLexicon()
	case "pt":
		return portugueseLexicon()
	case "nl":
		return dutchLexicon()
	case "ja":
		return japaneseLexicon()
	}
	return englishLexicon()
}

var (
	russianLexicon    = sync.OnceValue(func() *lexicon { return newLexicon(russian, nil) })
	italianLexicon    = sync.OnceValue(func() *lexicon { return newLexicon(italian, nil) })
	portugueseLexicon = sync.OnceValue(func() *lexicon { return newLexicon(portuguese, nil) })
	dutchLexicon      = sync.OnceValue(func() *lexicon { return newLexicon(dutch, nil) })
	englishLexicon    = sync.OnceValue(func() *lexicon { return newLexicon(english, inflectEnglish) })
	germanLexicon     = sync.OnceValue(func() *lexicon { return newLexicon(german, nil) })
	frenchLexicon     = sync.OnceValue(func() *lexicon { return newLexicon(french, nil) })
	spanishLexicon    = sync.OnceValue(func() *lexicon { return newLexicon(spanish, nil) })
	japaneseLexicon   = sync.OnceValue(func() *lexicon { return newLexicon(japanese, nil) })
)

// newLexicon builds the look-up of a table. First names are the same for every language.
func newLexicon(t table, inflect func(string) []string) *lexicon {
	lx := &lexicon{words: make(map[string]class, 4096), capitals: t.capitals, inverts: t.inverts, drops: t.drops, past: t.past, ing: t.ing, plural: t.plural, adverb: t.adverb, elisions: map[string]bool{}, after: t.after, prefixes: map[string]bool{}, suffixes: strings.Fields(t.suffixes)}
	for _, r := range [...]wordRow{{clsGiven | clsWoman, womenNames}, {clsGiven | clsMan, menNames}} {
		lx.addAll(strings.Fields(r.words), r.class)
	}
	for _, r := range t.rows {
		lx.addAll(strings.Fields(r.words), r.class)
	}
	for _, r := range t.verbs {
		for _, v := range strings.Split(r.verbs, ";") {
			lx.addVerb(withPlurals(strings.Fields(v), strings.Fields(t.plurals)), r.class, t.gerund, inflect)
		}
	}
	for _, w := range strings.Fields(t.elisions) {
		lx.elisions[w] = true
	}
	for _, w := range strings.Fields(t.prefixes) {
		lx.prefixes[w] = true
	}
	return lx
}

// withPlurals puts the plurals of the second and third form of a verb before its last form: for each the first ending of pairs
// that it has is replaced.
func withPlurals(forms, pairs []string) []string {
	var many []string
	for i := 1; i < min(len(forms), 3); i++ {
		for n := 0; n+1 < len(pairs); n += 2 {
			if stem, ok := strings.CutSuffix(forms[i], pairs[n]); ok {
				many = append(many, stem+pairs[n+1])
				break
			}
		}
	}
	if len(many) == 0 {
		return forms
	}
	last := len(forms) - 1
	return slices.Concat(forms[:last], many, forms[last:])
}

func (lx *lexicon) addAll(words []string, c class) {
	for _, w := range words {
		lx.words[w] |= c
	}
}

// addVerb adds the forms of a verb: those from the third on may be past participles.
func (lx *lexicon) addVerb(forms []string, c class, gerund bool, inflect func(string) []string) {
	if len(forms) == 0 {
		return
	}
	if len(forms) == 1 && inflect != nil {
		forms = inflect(forms[0])
	}
	for i, w := range forms {
		switch {
		case gerund && i > 0 && i == len(forms)-1:
			lx.words[w] |= c | clsIng
		case i >= 2:
			lx.words[w] |= c | clsPast
		default:
			lx.words[w] |= c
		}
	}
}

// maxWord is the length in bytes of the longest word that is looked up.
const maxWord = 32

// look returns the classes of a word as written; letter case does not count.
func (lx *lexicon) look(word string) class {
	var buf [maxWord]byte
	if len(word) > len(buf) {
		return 0
	}
	for i := 0; i < len(word); i++ {
		b := word[i]
		switch {
		case b >= utf8.RuneSelf:
			return lx.words[fold(word)]
		case b >= 'A' && b <= 'Z':
			b += 'a' - 'A'
		}
		buf[i] = b
	}
	return lx.words[string(buf[:len(word)])]
}

// ends reports whether the word has the ending; the empty ending fits none.
func (lx *lexicon) ends(word, ending string) bool {
	return ending != "" && strings.HasSuffix(word, ending)
}

// manyOf reports whether the word has the ending of a plural: villagers, but not press.
func (lx *lexicon) manyOf(word string) bool {
	return lx.ends(word, lx.plural) && !strings.HasSuffix(word, "ss")
}

// maxPrefix is the length in bytes up to which a prefix and its apostrophe are looked for.
const maxPrefix = 6

// prefix returns the length of the word's leading l', d' or the like, 0 when it has none.
func (lx *lexicon) prefix(word string) int {
	if len(lx.prefixes) == 0 {
		return 0
	}
	for _, mark := range [...]string{"'", "’"} {
		if i := strings.Index(word[:min(len(word), maxPrefix)], mark); i > 0 && i+len(mark) < len(word) && lx.prefixes[fold(word[:i])] {
			return i + len(mark)
		}
	}
	return 0
}

// suffix returns where a pronoun that leans on the word is cut off and where the pronoun itself begins: "a-t-elle" gives 1 and 4.
func (lx *lexicon) suffix(word string) (at, from int) {
	for _, s := range lx.suffixes {
		if len(word) > len(s) && strings.EqualFold(word[len(word)-len(s):], s) {
			return len(word) - len(s), len(word) - len(s) + strings.LastIndexByte(s, '-') + 1
		}
	}
	return 0, 0
}

// fold writes a word in lower case with straight apostrophes, as the tables do.
func fold(word string) string {
	return strings.ReplaceAll(strings.ToLower(word), "’", "'")
}

// inflectEnglish returns the forms of a regular English verb: base, third person, past, participle. Verbs that double
// their last letter are written out in the table.
func inflectEnglish(base string) []string {
	n := len(base)
	switch {
	case strings.HasSuffix(base, "e"):
		return []string{base, base + "s", base + "d", base[:n-1] + "ing"}
	case strings.HasSuffix(base, "y") && !strings.ContainsRune("aeiou", rune(base[n-2])):
		return []string{base, base[:n-1] + "ies", base[:n-1] + "ied", base + "ing"}
	case strings.HasSuffix(base, "s"), strings.HasSuffix(base, "sh"), strings.HasSuffix(base, "ch"), strings.HasSuffix(base, "z"):
		return []string{base, base + "es", base + "ed", base + "ing"}
	}
	return []string{base, base + "s", base + "ed", base + "ing"}
}
