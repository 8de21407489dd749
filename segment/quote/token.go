package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// tokenKind says what a token is made of.
type tokenKind uint8

const (
	kindWord   tokenKind = iota // letters, with inner apostrophes, hyphens and the full stop of an abbreviation
	kindNumber                  // starts with a digit
	kindPunct                   // one sign
	kindMark                    // a sign that may open or close a quotation
	kindClitic                  // 's, 'd, 'll and the like, split from their word
	kindLine                    // end of a line inside a paragraph
	kindBreak                   // end of a paragraph
	kindQuote                   // stands for a whole quotation in a frame
)

// token is a piece of the text, [start, end) in bytes.
type token struct {
	class      class // what the lexicon says of the word in lower case
	start, end int32 // a block is short enough
	ref        int32 // kindQuote: index of the quotation
	sign       rune  // kindPunct and kindMark: the sign
	kind       tokenKind
	upper      bool // starts with a capital letter
	space      bool // white space stands before it
}

// tokenize cuts text into tokens in one pass. doubled tells whether two single marks are a double mark.
func tokenize(text string, lx *lexicon, doubled bool) []token {
	t := &tokenizer{text: text, lx: lx, doubled: doubled, toks: make([]token, 0, len(text)/4+8)}
	for t.pos < len(text) {
		t.next()
	}
	return t.toks
}

// tokenizer is the state of tokenize.
type tokenizer struct {
	text    string
	lx      *lexicon
	toks    []token
	pos     int
	space   bool
	doubled bool // two single marks are a double one
}

func (t *tokenizer) next() {
	r, n := utf8.DecodeRuneInString(t.text[t.pos:])
	switch {
	case r == ' ' && t.pos+1 < len(t.text) && isASCIILetter(t.text[t.pos+1]):
		t.pos, t.space = t.pos+1, true
	case unicode.IsSpace(r):
		t.blank()
	case unicode.IsLetter(r), unicode.IsDigit(r):
		t.word(r)
	case r == '@' && startsLetter(t.text[t.pos+n:]):
		t.handle(n)
	default:
		k := kindPunct
		if isMark(r) {
			k = kindMark
		}
		if d := doubledMark(t.text[t.pos:]); d > 0 {
			straight := r == '\'' || r == '`'
			r, n, k = '"', d, kindMark
			if straight && !t.doubled {
				k = kindPunct
			}
		}
		t.add(token{kind: k, sign: r}, t.pos+n)
	}
}

// doubledMark returns the length of a double mark written as two single ones (” or TeX's “), zero when there is none.
func doubledMark(s string) int {
	if s[0] != '\'' && s[0] != '`' && s[0] < utf8.RuneSelf {
		return 0
	}
	for _, d := range [...]string{"''", "``", "’’", "‘‘"} {
		if strings.HasPrefix(s, d) {
			return len(d)
		}
	}
	return 0
}

// add adds k, which goes from here to end.
func (t *tokenizer) add(k token, end int) {
	k.start, k.end, k.space = int32(t.pos), int32(end), t.space
	t.toks = append(t.toks, k)
	t.pos, t.space = end, false
}

// blank skips white space and notes what it separates.
func (t *tokenizer) blank() {
	start, lines := int32(t.pos), 0
	for t.pos < len(t.text) {
		r, n := utf8.DecodeRuneInString(t.text[t.pos:])
		if !unicode.IsSpace(r) {
			break
		}
		if r == '\n' || r == '\u2029' {
			lines++
		}
		t.pos += n
	}
	switch {
	case lines >= 2:
		t.toks = append(t.toks, token{start: start, end: int32(t.pos), kind: kindBreak})
	case lines == 1:
		t.toks = append(t.toks, token{start: start, end: int32(t.pos), kind: kindLine})
	}
	t.space = true
}

// word reads a word or number, with its inner signs, and splits a clitic from its end.
func (t *tokenizer) word(first rune) {
	start, cut := t.pos, 0
	end := t.pos
	letters, digits := 0, 0
	for end < len(t.text) {
		if isASCIILetter(t.text[end]) {
			letters++
			end++
			continue
		}
		r, n := utf8.DecodeRuneInString(t.text[end:])
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) {
			letters++
			if unicode.IsDigit(r) {
				digits++
			}
			end += n
			continue
		}
		if !innerSign(r, first) || !startsAlnum(t.text[end+n:]) || (r == '.' && !t.innerStop(start, end, first)) {
			break
		}
		if r == '\'' || r == '’' {
			cut = end
		}
		end += n
	}
	end = t.takeStop(start, end, letters)
	if n := t.lx.prefix(t.text[start:end]); n > 0 {
		end, cut = start+n, 0
	} else if at, from := t.lx.suffix(t.text[start:end]); at > 0 {
		t.addWord(start+at, first)
		t.pos = start + from
		t.addWord(end, 'a')
		return
	}
	if cut > 0 && isClitic(t.text[cut:end]) {
		t.addWord(cut, first)
		t.add(token{kind: kindClitic, class: t.lx.look(t.text[cut:end])}, end)
		return
	}
	t.addWord(end, first)
	if account := digits > 1 && letters-digits > 2; account && unicode.IsLetter(first) { // the name of one: jay84
		t.toks[len(t.toks)-1].upper = true
	}
}

// handle reads the name of an account, @ada_hill, as a name.
func (t *tokenizer) handle(n int) {
	end := t.pos + n
	for end < len(t.text) {
		r, n := utf8.DecodeRuneInString(t.text[end:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' {
			break
		}
		end += n
	}
	t.add(token{kind: kindWord, upper: true}, end)
}

// addWord adds the word or number from here to end, which begins with first.
func (t *tokenizer) addWord(end int, first rune) {
	k := token{kind: kindWord, upper: unicode.IsUpper(first), class: t.lx.look(t.text[t.pos:end])}
	if unicode.IsDigit(first) {
		k.kind = kindNumber
	}
	t.add(k, end)
}

// takeStop takes the full stop that belongs to an initial or an abbreviation into the word.
func (t *tokenizer) takeStop(start, end, letters int) int {
	if end >= len(t.text) || t.text[end] != '.' {
		return end
	}
	w := t.text[start:end]
	r, _ := utf8.DecodeRuneInString(w)
	initial := letters == 1 && unicode.IsUpper(r) && w != "I"
	dotted := strings.Contains(w, ".") && letters <= 4 && unicode.IsLetter(r)
	if i := strings.LastIndexByte(w, '-'); i >= 0 { // R-Ky.
		start += i + 1
	}
	if initial || dotted || t.lx.look(t.text[start:end+1])&clsAbbrev != 0 {
		return end + 1
	}
	return end
}

// innerSign reports whether r may stand between two letters of one word.
func innerSign(r, first rune) bool {
	switch r {
	case '\'', '’', '-', '‐', '‑', '.', '_', '@', '&':
		return true
	case ',', ':', '/':
		return unicode.IsDigit(first)
	}
	return false
}

// innerStop reports whether the full stop at end belongs inside the word: U.S., 3.5, example.com, but not "end.Next".
func (t *tokenizer) innerStop(start, end int, first rune) bool {
	next, _ := utf8.DecodeRuneInString(t.text[end+1:])
	if unicode.IsDigit(first) {
		return unicode.IsDigit(next)
	}
	if unicode.IsLower(next) {
		return true
	}
	prev, n := utf8.DecodeLastRuneInString(t.text[start:end])
	return unicode.IsUpper(prev) && (start == end-n || t.text[end-n-1] == '.')
}

func isASCIILetter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }

func startsAlnum(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

func startsLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// isClitic reports whether s, which begins with an apostrophe, is a word of its own: 's, 'd, 'll, 're, 've, 'm.
func isClitic(s string) bool {
	_, n := utf8.DecodeRuneInString(s)
	switch strings.ToLower(s[n:]) {
	case "s", "d", "ll", "re", "ve", "m":
		return true
	}
	return false
}

// text returns the written form of a token.
func (k token) text(text string) string { return text[k.start:k.end] }

// is reports whether the token's word has one of the classes.
func (k token) is(c class) bool { return k.class&c != 0 }

// isSign reports whether the token is one of the punctuation signs in set.
func (k token) isSign(set string) bool {
	return k.kind == kindPunct && strings.ContainsRune(set, k.sign)
}
