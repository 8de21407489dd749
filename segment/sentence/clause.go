package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Clauses cuts a sentence that is longer than maxRunes code points into pieces of at most that many, where a speaker
// would breathe: best behind ";" and ":", then at a dash, before or behind a bracket, behind a comma, before a
// conjunction, else between words. Pieces are of about equal length. No cut falls inside a word, a number with its unit,
// a name or an abbreviation, unless one of these alone is longer than maxRunes. The spans are trimmed, ascending and hold
// all that is not white space. A maxRunes below 1 cuts nothing.
func Clauses(text, lang string, maxRunes int) []Span {
	table := languageOf(lang)
	if table == nil {
		table = unknownLanguage
	}
	var spans []Span
	for _, whole := range appendTrimmed(nil, text, 0, len(text)) {
		p := &clauses{text: text, lang: table, max: maxRunes}
		p.measure(whole)
		from := 0
		for p.remaining(from) > maxRunes && maxRunes > 0 {
			to := p.best(from)
			spans = appendTrimmed(spans, text, p.places[from].at, p.places[to].at)
			from = to
		}
		spans = appendTrimmed(spans, text, p.places[from].at, whole.End)
	}
	return spans
}

// unknownLanguage stands for a language without a table.
var unknownLanguage = &language{}

// The costs of a cut, in the unit of a tenth of a piece out of balance.
const (
	costStrong      = 0  // behind ; and :
	costDash        = 1  // at a dash or a bracket
	costComma       = 2  // behind a comma before a conjunction
	costBareComma   = 3  // behind another comma
	costConjunction = 5  // before a conjunction
	costSpace       = 14 // between words
	costTight       = 40 // between the parts of a name, number or abbreviation
	costInside      = 80 // inside a word
	costPiece       = 7  // of one piece more
)

// place is where a text may be cut.
type place struct {
	at    int // byte offset
	runes int // before at
	cost  int
}

// clauses is the state of the cutting of one sentence.
type clauses struct {
	text   string
	lang   *language
	max    int
	places []place // the first is the start, the last the end
}

// measure finds the places of text[whole]: every white space, and every rune of words longer than the limit.
func (p *clauses) measure(whole Span) {
	p.places = append(p.places, place{at: whole.Start})
	runes, depth, long := 0, 0, p.longWord(whole.Start)
	inside := false // the rune stands inside a run of letters and digits that fits into a piece
	signs := 0      // of one with its marks, so far
	for i, r := range p.text[whole.Start:whole.End] {
		at := whole.Start + i
		tied := (unicode.IsMark(r) || r == '\u200d') && signs < p.max // to the sign before it
		fits := isWordRune(r) && (inside || !tied && !p.behindWord(at) && p.wordFits(at))
		if !tied {
			signs = 0
		}
		signs++
		if i > 0 {
			if cost, ok := p.placeAt(at, r, long && !tied && !(fits && inside), depth); ok {
				p.places = append(p.places, place{at, runes, cost})
			}
		}
		inside = fits
		switch {
		case isSpace(r):
			long = p.longWord(at + utf8.RuneLen(r))
		case r == '(' || r == '[':
			depth++
		case r == ')' || r == ']':
			depth = max(0, depth-1)
		}
		runes++
	}
	p.places = append(p.places, place{at: whole.End, runes: runes})
}

// longWord reports whether the word that begins at at is longer than a piece may be.
func (p *clauses) longWord(at int) bool {
	runes := 0
	for _, r := range p.text[at:] {
		if runes++; isSpace(r) || runes > p.max {
			break
		}
	}
	return runes > p.max
}

// behindWord reports whether a letter or digit with its marks ends at at: marks of another sign are no word.
func (p *clauses) behindWord(at int) bool {
	before, _ := utf8.DecodeLastRuneInString(strings.TrimRightFunc(p.text[:at], unicode.IsMark))
	return isWordRune(before)
}

// wordFits reports whether the run of letters and digits that begins at at is not longer than a piece may be.
func (p *clauses) wordFits(at int) bool {
	runes := 0
	for _, r := range p.text[at:] {
		if !isWordRune(r) || runes > p.max {
			break
		}
		runes++
	}
	return runes <= p.max
}

// isWordRune reports whether r belongs to a word of letters and digits.
func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// placeAt returns the cost of a cut at at before the rune r, which is in a long word or in one that fits.
func (p *clauses) placeAt(at int, r rune, long bool, depth int) (cost int, ok bool) {
	switch {
	case isSpace(r):
		before, _ := utf8.DecodeLastRuneInString(p.text[:at])
		if isSpace(before) {
			return 0, false
		}
		cost = p.cost(at, before)
		if depth > 0 && cost < costConjunction {
			cost = costConjunction
		}
		return cost, true
	case Unspaced(r) && !unicode.IsMark(r):
		before, _ := utf8.DecodeLastRuneInString(p.text[:at])
		switch {
		case strings.ContainsRune("，、；：。！？", before):
			return costBareComma, true
		case Unspaced(before):
			return costSpace, true
		}
		return costInside, long
	}
	return costInside, long
}

// Unspaced reports whether r is of a script that writes no spaces between words: Chinese, Japanese, Thai, Lao, Khmer, Burmese.
// Clauses may cut between two of them.
func Unspaced(r rune) bool {
	return r >= 0x0E00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// cost returns the cost of a cut at the white space at at, which stands behind the rune before.
func (p *clauses) cost(at int, before rune) int {
	next := skipSpace(p.text, at)
	core := skipOpeners(p.text, next)
	word := wordAt(p.text, core)
	last := strings.TrimRight(p.text[max(0, at-maxWord):at], `"'”’»)]`)
	mark, _ := utf8.DecodeLastRuneInString(last)
	conjunction := has(p.lang.conjunctions, word)
	switch {
	case mark == ';' || mark == ':' || mark == '!' || mark == '?' || mark == '…':
		return costStrong
	case mark == '.' && p.lang.class(wordBefore(p.text, 0, max(0, at-1))) == nil && before != '.':
		return costStrong
	case dash(before) || before == ')' || before == ']':
		return costDash
	case dashWord(p.text[next:]) || next < len(p.text) && (p.text[next] == '(' || p.text[next] == '['):
		return costDash
	case mark == ',' && conjunction:
		return costComma
	case mark == ',' && p.list(at, core):
		return costSpace - 1
	case mark == ',':
		return costBareComma
	case p.tight(at, core, word):
		return costTight
	case p.grammar(wordBefore(p.text, 0, at)): // "on | which", "of | the"
		return costSpace + 6
	case conjunction:
		return costConjunction
	case p.grammar(word):
		return costSpace - 3
	}
	return costSpace
}

// grammar reports whether word is one of grammar: a preposition, an article, a conjunction.
func (p *clauses) grammar(word string) bool {
	return has(p.lang.starters, word) || has(p.lang.conjunctions, word)
}

// dash reports whether r is a dash that divides clauses.
func dash(r rune) bool { return r == '—' || r == '–' }

// dashWord reports whether text begins with a dash that stands alone.
func dashWord(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	rest := strings.TrimLeft(text, "-")
	return dash(r) || rest != text && strings.HasPrefix(rest, " ")
}

// list reports whether the comma before at stands inside a date, a number or a place: "Aug. 6, 2019", "Reno, Nev.".
func (p *clauses) list(at, core int) bool {
	if core < len(p.text) && p.text[core] >= '0' && p.text[core] <= '9' {
		return true
	}
	word := strings.TrimRight(wordRun(p.text, core), ",;:")
	return strings.HasSuffix(word, ".") && p.lang.class(strings.TrimSuffix(word, ".")) == className
}

// wordRun returns what stands at at up to the next white space, at most maxWord bytes.
func wordRun(text string, at int) string {
	run := text[at:min(len(text), at+maxWord)]
	if i := strings.IndexAny(run, " \n\t"); i >= 0 {
		run = run[:i]
	}
	return run
}

// tight reports whether the words on both sides of the white space at at belong together: two capitals, a number and
// what it counts, an abbreviation and what it stands before.
func (p *clauses) tight(at, core int, word string) bool {
	before := wordBefore(p.text, 0, at)
	if before == "" {
		return p.text[at-1] == '.' || core >= len(p.text)
	}
	first, _ := utf8.DecodeRuneInString(before)
	last, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(word)
	switch {
	case last == '.' || p.text[at-1] == '.':
		return true
	case unicode.IsDigit(last) || has(p.lang.scales, before) || has(p.lang.scales, word):
		return true
	case (unicode.IsUpper(next) || unicode.IsDigit(next)) && unicode.IsUpper(first):
		return !has(p.lang.starters, before)
	}
	return false
}

// remaining returns the runes from place i to the end.
func (p *clauses) remaining(i int) int { return p.places[len(p.places)-1].runes - p.places[i].runes }

// best returns the place at which the piece that begins at place from should end. The cost of the cut and its distance
// from an equal share of what remains are weighed against each other.
func (p *clauses) best(from int) int {
	start, rest := p.places[from].runes, p.remaining(from)
	best, bestCost := from+1, 0
	for i := from + 1; i < len(p.places)-1; i++ {
		size := p.places[i].runes - start
		if size > p.max && i > from+1 {
			break
		}
		pieces := 1 + (rest-size+p.max-1)/p.max
		share := rest / pieces
		off := size - share
		if off < 0 {
			off = -off
		}
		cost := 10*p.places[i].cost + 100*off/max(1, share) + 10*costPiece*pieces
		if i == from+1 || cost < bestCost {
			best, bestCost = i, cost
		}
	}
	return best
}
