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
	case address(c.text, c.stop):
		return inside
	}
	return ends
}

// prose reports whether the word before can be the last of a sentence that is joined to the next: a word or a number of
// two characters or more with no stop inside, and no abbreviation that something follows.
func (c *candidate) prose() bool {
	if k := c.lang.class(c.word); k != nil && !k.only && k.upper != ends {
		return false
	}
	return utf8.RuneCountInString(c.word) >= 2 && !strings.ContainsAny(c.word, ".@")
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
	if c.mark != markStop || c.text[c.after:c.end] != "" && c.text[c.after:c.end] != ")" || c.stop-c.start > maxMarker {
		return unsure
	}
	if isMarker(strings.Trim(c.text[c.start:c.stop], "•⁃·*-–— \"“(")) {
		return inside
	}
	return unsure
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

// shoutRule: names that end in a mark do not end the sentence, unless a starter follows.
func shoutRule(c *candidate) verdict {
	if c.mark != markLoud {
		return unsure
	}
	if has(c.lang.shouts, c.word) && !c.starter() {
		return inside
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
		if w == "" {
			break
		}
		if has(c.lang.cues, w) {
			return inside
		}
		if at += len(w); at < len(c.text) && c.text[at] != ' ' && c.text[at] != '.' {
			break
		}
		at = skipSpace(c.text, min(len(c.text), at+1))
	}
	return unsure
}

// abbreviationRule: after an abbreviation, its class and the next word decide.
func abbreviationRule(c *candidate) verdict {
	if c.mark != markStop || c.stop-len(c.word) < 0 {
		return unsure
	}
	k := c.lang.class(c.word)
	if k == nil {
		k = c.lang.class(c.word[strings.LastIndexByte(c.word, '-')+1:])
	}
	if k == nil || k.only && !unicode.IsDigit(c.nextRune) {
		return unsure
	}
	if c.end > c.after { // a bracket or a quotation closes behind it: what it means to its own words is over
		return unsure
	}
	switch {
	case unicode.IsDigit(c.nextRune):
		return k.digit
	case !c.upper() || c.opensBracket():
		return inside
	case k == classTime:
		return c.afterTime()
	case c.starter() || c.opened:
		return k.starter
	case k == classAcronym || k == className:
		return c.afterAcronym(k)
	}
	return k.upper
}

// afterTime decides about the capital behind "p.m.": a day or a zone goes on, and so does the sentence that began with
// the time ("At 5 a.m. Mr. Smith went").
func (c *candidate) afterTime() verdict {
	if has(c.lang.zones, c.nextWord) {
		return inside
	}
	first := wordAt(c.text, skipOpeners(c.text, c.start))
	if has(c.lang.frames, first) && strings.Count(c.text[c.start:c.stop], " ") <= 3 && !c.starter() {
		return inside
	}
	return ends
}

// afterAcronym decides about a capital behind "U.S.": mostly the name goes on, but not when a plural that is no part of
// names has its verb behind it ("U.S. Millions attended"), or a label its colon.
func (c *candidate) afterAcronym(k *class) verdict {
	at := c.core + len(c.nextWord)
	if at < len(c.text) && c.text[at] == ':' {
		return ends
	}
	w := c.nextWord
	if len(w) > 4 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && titleCase(w) && !has(c.lang.plurals, w) {
		if f := c.following(); f != "" && at < len(c.text) && c.text[at] == ' ' {
			if r, _ := utf8.DecodeRuneInString(f); unicode.IsLower(r) && k == classAcronym {
				return ends
			}
		}
	}
	return k.upper
}

// initialRule: a single capital with a stop is part of a name, unless a starter follows, or it is the pronoun.
func initialRule(c *candidate) verdict {
	r, n := utf8.DecodeRuneInString(c.word)
	if c.mark != markStop || n == 0 || n < len(c.word) || !unicode.IsUpper(r) || c.end > c.after {
		return unsure
	}
	before, _ := utf8.DecodeRuneInString(strings.TrimLeft(c.before(), "“\"(‘'"))
	switch {
	case c.word == "I" && unicode.IsLower(before):
		return ends
	case c.starter() && c.nextWord != "A" && c.nextWord != "I":
		return ends
	case c.starter() && unicode.IsLower(before):
		return ends
	case unicode.IsDigit(c.nextRune):
		return ends
	}
	return inside
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
