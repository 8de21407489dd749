package spoken

import (
	"math/bits"
	"strings"
	"sync"
)

// Options says how to speak. The zero value is American English without a lexicon, for an engine that takes no phonemes.
type Options struct {
	Lang     string          // BCP 47; empty is English; a language without tables passes through untouched
	Region   string          // "US" or "GB": the conventions of dates, numbers and letters; empty is taken from Lang, else "US"
	Lexicon  *Lexicon        // the user's own words, asked before every rule; may be nil
	Headline bool            // the text is a headline: capitals and missing articles are no evidence
	Phonemes bool            // the engine takes espeak-ng phoneme mnemonics in [[ ]]: espeak-ng does, Piper 2023.11 reads their letters
	Said     []Pronunciation // how places in the text are said, in order, without overlap; they win over everything else
}

// Pronunciation says how the bytes from Start to End of a text, half open, are pronounced.
type Pronunciation struct {
	Start, End int
	IPA        string // without slashes
}

// Firing is one rule at work: Before was written, After is said.
type Firing struct {
	Rule   string
	Before string
	After  string
}

// Result is a text as it is said.
type Result struct {
	Text string // the spoken form

	// Align pairs the written with the spoken text, both completely. A word that no rule touched is a piece of its own,
	// what stands between two such words is another; no piece spans more than one rule's firing.
	Align Alignment

	Rules []Firing // in the order of the text
}

// Normalize says text as o asks for. It never fails: what it does not know it leaves as it is. The spoken form is its own
// spoken form (a lexicon may break that promise, as it may map a word to itself and more). Invalid UTF-8 passes through.
func Normalize(text string, o Options) Result {
	s := newScan(text, &o)
	defer s.release()
	s.run()
	s.settle()
	r := Result{Text: text, Align: Alignment(s.pieces), Rules: s.fired}
	if len(s.fired) > 0 && string(s.out) != text {
		r.Text = string(s.out)
	}
	return r
}

// language is what the scanner knows about one language.
type language struct {
	rules   []rule
	waits   [64][2]uint64    // by the bit of a class, the rules that wait for it, a bit for each
	words   map[string]class // classes of words in lower case
	lengths [1 << 10]uint64  // of those words, by their first two bytes as in heads: a bit for each length
	en      *enTables
}

// index makes the tables by which a token finds its rules and a word its classes.
func (l *language) index() {
	for i, r := range l.rules {
		for c := r.on; c != 0; c &= c - 1 {
			l.waits[bits.TrailingZeros64(uint64(c))][i/64] |= 1 << (i % 64)
		}
	}
	for w := range l.words {
		if w != "" {
			l.lengths[head(w)] |= 1 << len(w)
		}
	}
}

// waiting returns the rules that wait for one of the classes, a bit for each.
func (l *language) waiting(c class) (asked [2]uint64) {
	for ; c != 0; c &= c - 1 {
		w := &l.waits[bits.TrailingZeros64(uint64(c))]
		asked[0] |= w[0]
		asked[1] |= w[1]
	}
	return asked
}

// maxTableWord is the length in bytes of the longest word that the tables may hold.
const maxTableWord = 24

// classesOf returns the classes of a word in the tables; case does not count.
func (l *language) classesOf(word string) class {
	if n := len(word); n > maxTableWord || l.lengths[head(word)]>>n&1 == 0 {
		return 0 // most words
	}
	var lower [maxTableWord]byte
	for i := range len(word) {
		c := word[i]
		if isUpper(c) {
			c |= 0x20
		}
		lower[i] = c
	}
	return l.words[string(lower[:len(word)])]
}

// head numbers the first two bytes of a word, without regard to case.
func head(word string) int {
	if len(word) == 1 {
		return int(word[0]&31) << 5
	}
	return int(word[0]&31)<<5 | int(word[1]&31)
}

// languageFor returns the tables of a BCP 47 tag, nil when there are none.
func languageFor(tag string) *language {
	base, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(tag, "_", "-")), "-")
	switch base {
	case "", "en", "eng":
		return english()
	}
	return nil
}

// english is built once, when first asked for.
var english = sync.OnceValue(newEnglish)

// regionOf returns "US" or "GB" from the Options.
func (o *Options) regionOf() string {
	if o.Region != "" {
		return strings.ToUpper(o.Region)
	}
	switch strings.ToLower(strings.ReplaceAll(o.Lang, "_", "-")) {
	case "en-gb", "en-au", "en-nz", "en-ie", "en-za", "en-in", "en-uk":
		return "GB"
	}
	return "US"
}
