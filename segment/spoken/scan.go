package spoken

import (
	"math/bits"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// scan is one walk over a text.
type scan struct {
	text    string
	out     []byte // what is said for text[:copied]
	copied  int
	pieces  []byte // the alignment of text[:aligned] with what is said for it, as in an Alignment
	aligned int
	fired   []Firing

	lang     *language
	en       *enTables // the language's, nil for another
	lexicon  *Lexicon
	matches  []lexMatch      // what the patterns of the lexicon found, less what lies behind the walk
	given    []Pronunciation // of the options, less what lies behind the walk
	capitals bool            // the text has no small letter; known for headlines only
	region   string
	opt      *Options

	webUntil int // no address starts before it: what was looked at once is not looked at again
}

// scans are walks that are over, whose room the next ones use.
var scans = sync.Pool{New: func() any { return new(scan) }}

// newScan begins a walk. Whoever is done with it, and with what it wrote, releases it.
func newScan(text string, o *Options) *scan {
	lang := languageFor(o.Lang)
	s := scans.Get().(*scan)
	*s = scan{
		text:    text,
		out:     s.out[:0],
		pieces:  s.pieces[:0],
		lang:    lang,
		lexicon: o.Lexicon,
		given:   o.Said,
		region:  o.regionOf(),
		opt:     o,
	}
	if lang != nil {
		s.en = lang.en
	}
	s.capitals = o.Headline && strings.ToUpper(text) == text
	return s
}

// release gives the room of a walk to the next one.
func (s *scan) release() {
	*s = scan{out: s.out, pieces: s.pieces}
	scans.Put(s)
}

// run walks over the whole text.
func (s *scan) run() {
	s.matches = s.findPatterns()
	ruled := s.lexicon != nil || len(s.given) > 0 || s.opt.Phonemes // by the user, in places
	for pos := 0; pos < len(s.text); {
		if !ruled && s.text[pos] == ' ' {
			pos++
			continue
		}
		pos = s.step(pos, ruled)
	}
	s.closeGap(len(s.text))
	if len(s.fired) > 0 {
		s.copyTo(len(s.text))
	}
}

// step handles the token at pos and returns the start of the next. Where the user has rules of his own they come first.
func (s *scan) step(pos int, ruled bool) int {
	end, isWord := s.token(pos)
	if ruled {
		if next := s.byUser(pos, end); next > pos {
			return next
		}
	}
	if s.lang != nil {
		if c := s.classify(pos, end, isWord); c != 0 {
			if next := s.tryRules(pos, c); next > pos {
				return next
			}
		}
	}
	if isWord {
		s.plain(pos, end)
	}
	return end
}

// byUser handles what the user has said about the token text[pos:end], and returns where that ends.
func (s *scan) byUser(pos, end int) int {
	if end := s.opaque(pos); end > pos {
		s.plain(pos, end)
		return end
	}
	if next := s.pronounced(pos); next > pos {
		return next
	}
	if s.lexicon == nil {
		return pos
	}
	return s.tryLexicon(pos, end)
}

// pronounced writes what the options say at pos, and returns where that ends. A language without tables has no letters
// for it: there the word stays.
func (s *scan) pronounced(pos int) int {
	for len(s.given) > 0 && s.given[0].Start < pos {
		s.given = s.given[1:]
	}
	if len(s.given) == 0 || s.given[0].Start != pos {
		return pos
	}
	p := s.given[0]
	if p.End <= pos || p.End > len(s.text) || s.lang == nil && !s.opt.Phonemes {
		return pos
	}
	s.fire("mark/phonemes", pos, p.End, lexEntry{ipa: p.IPA}.say(s.text[pos:p.End], s))
	return p.End
}

// opaque returns the end of phonemes in double brackets at pos, for an engine that takes them: no rule looks inside.
func (s *scan) opaque(pos int) int {
	if !s.opt.Phonemes || !s.has(pos, "[[") {
		return pos
	}
	window := s.text[pos:min(len(s.text), pos+maxPhonemes)]
	if stop := strings.Index(window, "]]"); stop > 0 {
		return pos + stop + len("]]")
	}
	return pos
}

// maxPhonemes bounds the length of phonemes in brackets, in bytes.
const maxPhonemes = 256

// tryRules asks the rules that wait for one of the classes, in order, and writes what the first one says.
func (s *scan) tryRules(pos int, c class) int {
	for part, asked := range s.lang.waiting(c) {
		for ; asked != 0; asked &= asked - 1 {
			r := &s.lang.rules[64*part+bits.TrailingZeros64(asked)]
			if end, said := r.match(s, pos); end > pos {
				s.fire(r.name, pos, end, said)
				return end
			}
		}
	}
	return pos
}

// token returns the end of the token at pos: a word (letters with apostrophes between them), a run of digits, or a
// single rune of anything else. Words and digits, also each digit of another script, are words for the alignment.
func (s *scan) token(pos int) (end int, isWord bool) {
	c := s.text[pos]
	switch {
	case isASCIILetter(c):
		return s.wordEnd(pos), true
	case isDigit(c):
		return s.digits(pos), true
	case c < utf8.RuneSelf:
		return pos + 1, false
	}
	r, n := utf8.DecodeRuneInString(s.text[pos:])
	if unicode.IsLetter(r) {
		return s.wordEnd(pos), true
	}
	return pos + n, unicode.IsDigit(r)
}

// digits returns the end of the run of ASCII digits at pos.
func (s *scan) digits(pos int) int {
	for pos < len(s.text) && isDigit(s.text[pos]) {
		pos++
	}
	return pos
}

// wordEnd returns the end of the word at pos: letters and marks, with single apostrophes between letters.
func (s *scan) wordEnd(pos int) int {
	for pos < len(s.text) {
		c := s.text[pos]
		if isASCIILetter(c) {
			pos++
			continue
		}
		if c < utf8.RuneSelf && c != '\'' {
			return pos
		}
		if n := apostropheAt(s.text, pos); n > 0 && isLetterAt(s.text, pos+n) {
			pos += n
			continue
		}
		if c < utf8.RuneSelf {
			return pos
		}
		r, n := utf8.DecodeRuneInString(s.text[pos:])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			return pos
		}
		pos += n
	}
	return pos
}

// plain pairs the word text[pos:end] with itself.
func (s *scan) plain(pos, end int) {
	s.closeGap(pos)
	s.pair(end, end-pos)
}

// closeGap pairs the stretch between words that ends at end with itself.
func (s *scan) closeGap(end int) {
	if s.aligned < end {
		s.pair(end, end-s.aligned)
	}
}

// pair pairs what no pair holds yet, up to end, with so many bytes that are said for it.
func (s *scan) pair(end, said int) {
	s.pieces = appendPiece(s.pieces, end-s.aligned, said)
	s.aligned = end
}

// copyTo says text up to end as it is.
func (s *scan) copyTo(end int) {
	s.out = append(s.out, s.text[s.copied:end]...)
	s.copied = end
}

// fire writes what a rule says for text[pos:end]. A rule that changes nothing leaves no trace.
func (s *scan) fire(name string, pos, end int, said string) {
	s.closeGap(pos)
	if said == s.text[pos:end] {
		s.same(pos, end)
		return
	}
	s.copyTo(pos)
	from := len(s.out)
	if said != "" {
		s.write(said, end)
	}
	s.copied = end
	s.pair(end, len(s.out)-from)
	if string(s.out[from:]) != said {
		said = string(s.out[from:])
	}
	s.fired = append(s.fired, Firing{Rule: name, Before: s.text[pos:end], After: said})
}

// same pairs text[pos:end] with itself, token by token.
func (s *scan) same(pos, end int) {
	for pos < end {
		next, isWord := s.token(pos)
		next = min(next, end)
		if isWord {
			s.plain(pos, next)
		}
		pos = next
	}
	s.closeGap(end)
}

// write appends said, kept apart from the letters on both sides, with a capital after the end of a sentence: the engine
// hears no sentence end before a small letter.
func (s *scan) write(said string, end int) {
	first, _ := utf8.DecodeRuneInString(said)
	last, _ := utf8.DecodeLastRuneInString(said)
	if isAlnumRune(first) && len(s.out) > 0 {
		if r, _ := utf8.DecodeLastRune(s.out); isAlnumRune(r) {
			s.out = append(s.out, ' ')
		}
	}
	if unicode.IsLower(first) && s.afterSentence() {
		s.out = utf8.AppendRune(s.out, unicode.ToUpper(first))
		said = said[utf8.RuneLen(first):]
	}
	s.out = append(s.out, said...)
	if isAlnumRune(last) && end < len(s.text) {
		if r, _ := utf8.DecodeRuneInString(s.text[end:]); isAlnumRune(r) {
			s.out = append(s.out, ' ')
		}
	}
}

// afterSentence says whether what is written so far ends with the end of a sentence and white space.
func (s *scan) afterSentence() bool {
	if n := len(s.out); n > 1 && s.out[n-1] == ' ' && (isASCIILetter(s.out[n-2]) || s.out[n-2] == ',') {
		return false // mostly
	}
	tail := strings.TrimRight(string(s.out[max(0, len(s.out)-16):]), "\"'([“‘")
	trimmed := strings.TrimRight(tail, " \n\t\u00a0")
	if len(trimmed) == len(tail) {
		return false
	}
	trimmed = strings.TrimRight(trimmed, "\"')]”’")
	if n := len(trimmed); n > 2 && trimmed[n-1] == '.' && isASCIILetter(trimmed[n-2]) && trimmed[n-3] == ' ' {
		return false // a letter by itself is short for something
	}
	return trimmed != "" && strings.IndexByte(".!?", trimmed[len(trimmed)-1]) >= 0
}

func isDigit(c byte) bool       { return '0' <= c && c <= '9' }
func isUpper(c byte) bool       { return 'A' <= c && c <= 'Z' }
func isLower(c byte) bool       { return 'a' <= c && c <= 'z' }
func isASCIILetter(c byte) bool { return isLower(c | 0x20) }
func isAlnum(c byte) bool       { return isASCIILetter(c) || isDigit(c) }

func isAlnumRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// isLetterAt says whether a letter starts at pos.
func isLetterAt(text string, pos int) bool {
	if pos >= len(text) {
		return false
	}
	c := text[pos]
	if c < utf8.RuneSelf {
		return isASCIILetter(c)
	}
	r, _ := utf8.DecodeRuneInString(text[pos:])
	return unicode.IsLetter(r)
}

// apostropheAt returns the length in bytes of the apostrophe at pos, 0 for none.
func apostropheAt(text string, pos int) int {
	if pos < len(text) && text[pos] == '\'' {
		return 1
	}
	if pos < len(text) && text[pos] >= utf8.RuneSelf && strings.HasPrefix(text[pos:], "’") {
		return len("’")
	}
	return 0
}
