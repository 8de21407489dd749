package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// verdict is what a rule says about a candidate.
type verdict int

const (
	unsure verdict = iota
	inside
	ends
)

// rule decides about a candidate or leaves it to the next one.
type rule struct {
	name   string
	decide func(*candidate) verdict
}

// rules are asked in order; the last one always decides.
var rules = []rule{
	{"wide", wideRule},
	{"joined", joinedRule},
	{"marker", markerRule},
	{"aside", asideRule},
	{"move", moveRule},
	{"small", smallRule},
	{"continues", continuesRule},
	{"ellipsis", ellipsisRule},
	{"shout", shoutRule},
	{"attribution", attributionRule},
	{"abbreviation", abbreviationRule},
	{"initial", initialRule},
	{"ordinal", ordinalRule},
	{"ordinary", func(*candidate) verdict { return ends }},
}

// decide asks the rules about c.
func decide(c *candidate) verdict {
	for _, r := range rules {
		if v := r.decide(c); v != unsure {
			return v
		}
	}
	return inside
}

// wideRule: the marks of Chinese and Japanese end sentences without a space, but for a quotation that the sentence
// goes on after.
func wideRule(c *candidate) verdict {
	if c.mark != markWide {
		return unsure
	}
	if c.end > c.after && c.attached && unicode.Is(unicode.Hiragana, c.nextRune) {
		return inside
	}
	return ends
}

// joinedRule: marks without white space behind them end a sentence only where two sentences were run together.
func joinedRule(c *candidate) verdict {
	if !c.attached {
		return unsure
	}
	r, _ := utf8.DecodeRuneInString(c.text[c.next:])
	switch {
	case c.mark == markEllipsis:
		if c.upper() && c.end > c.after {
			return ends
		}
		return inside
	case strings.ContainsRune(",;:)]}/-–—", r) || !c.upper() || c.opened && c.end == c.after && !strings.ContainsRune("“\"(‘", r):
		return inside
	case c.quoted:
		return ends
	case c.mark == markStop && (!c.prose() || !titleCase(c.nextWord) || domain(c.nextWord)):
		return inside
	case c.mark == markStop && strings.HasPrefix(c.text[c.core+len(c.nextWord):], ".") && utf8.RuneCountInString(c.nextWord) == 1:
		return inside // the first letter of an acronym
	case address(c.text, c.stop), c.ticker():
		return inside
	}
	return ends
}

// ticker reports whether the stop stands inside the code of a share: "(TSLA.O)".
func (c *candidate) ticker() bool {
	at := c.core + len(c.nextWord)
	return len(c.nextWord) < 3 && at < len(c.text) && c.text[at] == ')' && c.word == strings.ToUpper(c.word) && c.nextWord == strings.ToUpper(c.nextWord)
}

// prose reports whether the word before can be the last of a sentence that is joined to the next: a word or a number of
// two characters or more with no stop inside, and no abbreviation that something follows.
func (c *candidate) prose() bool {
	last := c.word[strings.LastIndexByte(c.word, '-')+1:] // "D-N.Y."
	if k := c.lang.class(c.word); k != nil && !k.only && k.upper != ends {
		return false
	}
	return utf8.RuneCountInString(last) >= 2 && !strings.ContainsAny(c.word, ".@")
}

// titleCase reports whether word is a capital alone or one followed by small letters.
func titleCase(word string) bool {
	for i, r := range word {
		if i == 0 && !unicode.IsUpper(r) || i > 0 && !unicode.IsLower(r) && r != '\'' && r != '’' {
			return false
		}
	}
	return word != ""
}

// domain reports whether word is what stands behind the dot of a name such as "Amazon.Com".
func domain(word string) bool {
	switch strings.ToLower(word) {
	case "com", "org", "net", "gov", "edu", "io", "js", "info", "co":
		return true
	}
	return false
}

// address reports whether the run of characters around at that has no white space is a network address or a path.
func address(text string, at int) bool {
	from, to := max(0, at-maxWord), min(len(text), at+maxWord)
	if i := strings.LastIndexAny(text[from:at], " \n\t"); i >= 0 {
		from += i
	}
	if i := strings.IndexAny(text[at:to], " \n\t"); i >= 0 {
		to = at + i
	}
	return strings.ContainsAny(text[from:to], "@/\\_=<>") || strings.HasPrefix(strings.TrimSpace(text[from:to]), "www.")
}

// markerRule: the number or letter of a list item at the start of a sentence, or a question and answer's "Q.", is no end.
func markerRule(c *candidate) verdict {
	if c.mark != markStop || c.text[c.after:c.end] != "" && c.text[c.after:c.end] != ")" {
		return unsure
	}
	if len(c.word) == 1 && c.word[0] >= '1' && c.word[0] <= '9' && c.stop > c.start+3 && c.text[c.stop-3:c.stop-1] == ": " {
		return inside // "the steps: 1. Stir."
	}
	if c.stop-c.start > maxMarker {
		return unsure
	}
	if isMarker(strings.Trim(c.text[c.start:c.stop], "•⁃·*-–— \"“(")) {
		return inside
	}
	return unsure
}

// asideRule: a bracket behind an exclamation, an ellipsis or an abbreviation, and a dash behind a closing bracket, belong
// to the sentence when it goes on behind them: "her film Maria! (1965) and".
func asideRule(c *candidate) verdict {
	switch {
	case c.opensBracket():
		if c.mark == markStop && c.lang.class(c.word) == nil {
			return unsure
		}
		return c.behindBracket()
	case c.end > c.after && !c.quoted && c.next < len(c.text) && strings.HasPrefix(c.text[c.next:], "-- "):
		return inside
	}
	return unsure
}

// maxAside is the length in bytes of the brackets that are looked behind.
const maxAside = 160

// behindBracket says inside when the bracket that opens before core closes soon and a small letter, a comma or the like
// follows, or when it begins with a number.
func (c *candidate) behindBracket() verdict {
	if unicode.IsDigit(c.nextRune) {
		return inside
	}
	rest := c.text[c.core:min(len(c.text), c.core+maxAside)]
	i := strings.IndexAny(rest, ")]")
	if i < 0 {
		return unsure
	}
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest[i+1:], " "))
	if unicode.IsLower(r) || strings.ContainsRune(",;:.", r) {
		return inside
	}
	return unsure
}

// moveRule: the number of a move of chess goes on: "1. e4 e5 2. Nf3".
func moveRule(c *candidate) verdict {
	if c.mark != markEllipsis && c.mark != markStop || c.end > c.after || c.word == "" || strings.Trim(c.word, "0123456789") != "" {
		return unsure
	}
	w := strings.TrimLeft(c.nextWord, "KQRBN")
	if len(c.nextWord)-len(w) > 1 || len(w) < 2 || len(w) > 5 || strings.Trim(w, "abcdefgh12345678x") != "" {
		if strings.HasPrefix(c.nextWord, "O-O") {
			return inside
		}
		return unsure
	}
	if file, rank := w[len(w)-2], w[len(w)-1]; file >= 'a' && file <= 'h' && rank >= '1' && rank <= '8' {
		return inside
	}
	return unsure
}

// smallRule: a stop behind a word that is no abbreviation ends the sentence even when the next begins with a small letter,
// as in hasty writing, if that is a word that begins sentences or opens a bracket.
func smallRule(c *candidate) verdict {
	if c.mark != markStop || c.end > c.after || c.attached || !c.lower() || !ordinary(c.word) || c.lang.class(c.word) != nil {
		return unsure
	}
	if c.opensBracket() || !c.opened && has(c.lang.starters, c.nextWord) {
		return ends
	}
	return unsure
}

// ordinary reports whether word is four small letters or more.
func ordinary(word string) bool {
	for _, r := range word {
		if !unicode.IsLower(r) {
			return false
		}
	}
	return utf8.RuneCountInString(word) >= 4
}

// continuesRule: a sentence that goes on with a small letter or a mark has not ended.
func continuesRule(c *candidate) verdict {
	switch r := c.nextRune; {
	case c.upper():
		return unsure
	case unicode.IsLetter(r):
		return inside
	case unicode.IsDigit(r):
		return unsure
	case strings.ContainsRune(",;:)]}”%/&+=", r):
		return inside
	}
	return unsure
}

// ellipsisRule: dots end a sentence before a capital, but for "I", which has one anywhere.
func ellipsisRule(c *candidate) verdict {
	if c.mark != markEllipsis {
		return unsure
	}
	if c.alone() && !c.quoted {
		return inside
	}
	if c.upper() && (c.nextWord != "I" && !strings.HasPrefix(c.nextWord, "I'") && !strings.HasPrefix(c.nextWord, "I’") || c.quoted) {
		return ends
	}
	if c.text[c.stop] == '.' && c.after-c.stop == 4 && c.upper() {
		return ends
	}
	if unicode.IsDigit(c.nextRune) && c.quoted {
		return ends
	}
	return inside
}

// alone reports whether dots without spaces between stand alone between spaces: they mark an omission in a sentence, as
// dots at a word mark that it trails off.
func (c *candidate) alone() bool {
	if c.stop == 0 || c.attached || strings.IndexByte(c.text[c.stop:c.after], ' ') >= 0 {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(c.text[:c.stop])
	return isSpace(r)
}

// shoutRule: names that end in a mark do not end the sentence, unless a starter follows.
func shoutRule(c *candidate) verdict {
	if c.mark != markLoud {
		return unsure
	}
	if has(c.lang.shouts, c.word) && !c.starter() {
		return inside
	}
	if c.core == c.next && c.lang.class(c.nextWord) == classCompany && strings.HasPrefix(c.text[c.core+len(c.nextWord):], ".") {
		return inside // "Guess? Inc."
	}
	return unsure
}

// attributionRule: behind a quotation that ends in a question or exclamation mark, a name with a verb of speech goes
// on: “Is it true?” Bolton asked.
func attributionRule(c *candidate) verdict {
	if !c.quoted || c.mark == markStop || c.opened || c.starter() {
		return unsure
	}
	at := c.core
	for range 6 {
		w := wordAt(c.text, at)
		if has(c.lang.cues, w) {
			return inside
		}
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) && !has(c.lang.starters, w) {
			break
		}
		if at += len(w); at < len(c.text) && c.text[at] != ' ' && c.text[at] != '.' {
			break
		}
		at = skipSpace(c.text, min(len(c.text), at+1))
	}
	return unsure
}

// initialRule: a single capital with a stop is part of a name, unless a starter follows, or it is the pronoun.
func initialRule(c *candidate) verdict {
	r, n := utf8.DecodeRuneInString(c.word)
	if c.mark != markStop || n == 0 || n < len(c.word) || c.end > c.after {
		return unsure
	}
	if !unicode.IsUpper(r) {
		if unicode.IsLetter(r) && c.lettered() {
			return inside // "a. D."
		}
		return unsure
	}
	before, _ := utf8.DecodeRuneInString(strings.TrimLeft(c.before(), "“\"(‘'"))
	switch {
	case c.word == "I" && unicode.IsLower(before), has(c.lang.lettered, c.before()):
		return ends
	case c.lettered():
		return inside // another initial
	case (c.word == "C" || c.word == "F") && c.degrees():
		return ends
	case c.starter() && c.nextWord != "A" && c.nextWord != "I":
		return ends
	case c.starter() && unicode.IsLower(before):
		return ends
	case unicode.IsDigit(c.nextRune):
		if c.word == "K" && !has(c.lang.lettered, c.before()) {
			return inside // Mozart's K. 626
		}
		if has(c.lang.compass, c.word) && strings.Trim(c.nextWord, "0123456789") != "" {
			return inside // W. 34th Street
		}
		return ends
	}
	return inside
}

// degrees reports whether a number stands before the word: "at 350 F. Serve warm".
func (c *candidate) degrees() bool {
	b := strings.TrimSuffix(c.before(), "°")
	return b != "" && b[len(b)-1] >= '0' && b[len(b)-1] <= '9' && b[0] != '('
}

// lettered reports whether the next word is a letter with a stop.
func (c *candidate) lettered() bool {
	return utf8.RuneCountInString(c.nextWord) == 1 && strings.HasPrefix(c.text[c.core+len(c.nextWord):], ".")
}

// ordinalRule: in languages that write ordinals with a stop, a number before a capital is one, unless a starter follows.
func ordinalRule(c *candidate) verdict {
	if !c.lang.ordinals || c.mark != markStop || c.starter() {
		return unsure
	}
	if len(c.word) > 2 || strings.Trim(c.word, "0123456789") != "" || c.word == "" {
		return unsure
	}
	return inside
}
