package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// language is what the package knows of one language.
type language struct {
	abbreviations map[string]*class // without the last stop; an entry with a capital stands only for words with one
	starters      map[string]bool   // lower-case words that begin a sentence when capitalised, and are seldom part of a name
	cues          map[string]bool   // verbs that follow a quotation and its question mark: "asked"
	conjunctions  map[string]bool   // words that open a clause
	frames        map[string]bool   // prepositions that open a phrase of time before the sentence's subject: "At 5 p.m. Mr. ..."
	zones         map[string]bool   // lower-case words that go on after a time of day: "p.m. Eastern", "p.m. Tuesday"
	compass       map[string]bool   // lower-case letters of the sides of the compass, which go on after a street: "Ave. NW"
	posts         map[string]bool   // lower-case words that go on after a company: "Corp. Chairman Ann Bell", "Co. KG"
	labels        map[string]bool   // lower-case words that stand before a colon at the start of a sentence: "Image: ..."
	numbered      map[string]bool   // lower-case words that with a number head a caption: "Figure 1.3 The map shows ..."
	plurals       map[string]bool   // lower-case plurals that go on after an acronym, as part of a name: "U.S. Marines"
	lettered      map[string]bool   // lower-case words that a letter as a name follows: "vitamin C"
	openers       map[string]bool   // lower-case words that have a capital only where a sentence begins: "they", "but"
	settings      map[string]bool   // lower-case prepositions that open a sentence with a phrase of time or place: "On Monday, ..."
	weekdays      map[string]bool   // of full dates: "Thursday, May 7, 2015"
	months        map[string]bool
	shouts        map[string]bool // lower-case names that end in an exclamation or question mark: "Yahoo"
	scales        map[string]bool // words that belong to the number before them: "million"
	elided        map[string]bool // words without their beginning that open a sentence in small letters: "'s Avonds"
	compound      string          // an abbreviation that ends compounds: "Goethestr."
	ordinals      bool            // a number with a stop is an ordinal: "am 3. Oktober"
}

// languages holds the tables by the first part of a BCP 47 tag.
var languages = map[string]*language{
	"":   english,
	"en": english,
	"de": german,
	"fr": french,
	"es": spanish,
	"it": italian,
	"pt": portuguese,
	"nl": dutch,
	"ru": russian,
	"ja": eastAsian,
	"zh": eastAsian,
}

// languageOf returns the table of the language, nil when there is none.
func languageOf(tag string) *language {
	if l, ok := languages[tag]; ok {
		return l
	}
	if i := strings.IndexAny(tag, "-_"); i >= 0 {
		tag = tag[:i]
	}
	if l, ok := languages[tag]; ok {
		return l
	}
	return languages[strings.ToLower(tag)]
}

// class is a kind of abbreviation: what its stop means before each kind of word. Before a small letter or
// an opening bracket the stop of an abbreviation never ends a sentence.
type class struct {
	name    string
	upper   verdict // before a capital letter
	starter verdict // before a word that begins sentences
	digit   verdict
	only    bool // is an abbreviation before a number alone: "No. 5"; of verse, before the number of a chapter and a verse
}

// The classes of abbreviations.
var (
	classTitle     = &class{name: "title", upper: inside, starter: inside, digit: inside}
	className      = &class{name: "name", upper: inside, starter: ends, digit: inside}
	classState     = &class{name: "state", upper: inside, starter: ends, digit: inside}
	classCompany   = &class{name: "company", upper: ends, starter: ends, digit: inside}
	classMonth     = &class{name: "month", upper: inside, starter: ends, digit: inside}
	classReference = &class{name: "reference", upper: inside, starter: inside, digit: inside}
	classNumber    = &class{name: "number", upper: inside, starter: inside, digit: inside, only: true}
	classVerse     = &class{name: "verse", upper: inside, starter: inside, digit: inside, only: true}
	classUnit      = &class{name: "unit", upper: ends, starter: ends, digit: inside}
	classClosing   = &class{name: "closing", upper: ends, starter: ends, digit: ends}
	classAcronym   = &class{name: "acronym", upper: inside, starter: ends, digit: inside}
	classTime      = &class{name: "time of day", upper: ends, starter: ends, digit: inside}
)

// row is one line of a language's table of abbreviations.
type row struct {
	class *class
	words string
}

// abbreviationTable makes the look-up table of the rows.
func abbreviationTable(rows ...row) map[string]*class {
	table := map[string]*class{}
	for _, r := range rows {
		for _, w := range strings.Fields(r.words) {
			_, n := utf8.DecodeRuneInString(w)
			table[w[:n]+strings.ToLower(w[n:])] = r.class
		}
	}
	return table
}

// wordSet makes the set of the words in the lines.
func wordSet(lines ...string) map[string]bool {
	set := map[string]bool{}
	for _, l := range lines {
		for _, w := range strings.Fields(l) {
			set[w] = true
		}
	}
	return set
}

// maxAbbreviation is the length in bytes of the longest word that is looked up as an abbreviation.
const maxAbbreviation = 24

// class returns the class of an abbreviation that is written without its last stop, nil when word is none.
func (l *language) class(word string) *class {
	if word == "" || len(word) > maxAbbreviation {
		return nil
	}
	var buf [maxAbbreviation * 3]byte // the lower case of a letter can be longer than the letter
	lower := appendLower(buf[:0], word)
	if r, n := utf8.DecodeRuneInString(word); unicode.IsUpper(r) {
		small := buf[:n]
		copy(small, word) // a capital is as long as its small letter wherever an entry of the table begins with it
		if c, ok := l.abbreviations[string(lower)]; ok {
			return c
		}
		if n == len(word) { // an initial
			return nil
		}
		copy(small, string(unicode.ToLower(r)))
	}
	if c, ok := l.abbreviations[string(lower)]; ok {
		return c
	}
	if dottedLetters(word) {
		return classAcronym
	}
	return nil
}

// has reports whether the set holds word in lower case.
func has(set map[string]bool, word string) bool {
	if word == "" || len(word) > maxAbbreviation {
		return false
	}
	var buf [maxAbbreviation * 3]byte
	return set[string(appendLower(buf[:0], word))]
}

// appendLower appends word in lower case, a typographic apostrophe as a straight one.
func appendLower(b []byte, word string) []byte {
	for _, r := range word {
		switch {
		case r == '’':
			b = append(b, '\'')
		case r < utf8.RuneSelf && (r < 'A' || r > 'Z'):
			b = append(b, byte(r))
		default:
			b = utf8.AppendRune(b, unicode.ToLower(r))
		}
	}
	return b
}

// dottedLetters reports whether word is single letters with stops between: "U.S", "a.m", "e.g".
func dottedLetters(word string) bool {
	letters, dotted := 0, false
	for _, r := range word {
		switch {
		case r == '.' && letters == 1:
			letters, dotted = 0, true
		case unicode.IsLetter(r) && letters == 0:
			letters = 1
		default:
			return false
		}
	}
	return dotted && letters == 1
}

// FunctionWord reports whether word, in whatever case, is a word of grammar rather than of content in the language: an
// article, a pronoun, a preposition, a conjunction, an auxiliary ("the", "they", "with"). A language without a table has
// none.
func FunctionWord(word, lang string) bool {
	l := languageOf(lang)
	return l != nil && (has(l.starters, word) || has(l.conjunctions, word))
}
