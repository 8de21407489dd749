package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// mark is the kind of the last mark of a candidate.
type mark int

const (
	markStop     mark = iota // .
	markLoud                 // ! ?
	markEllipsis             // ... … . . .
	markWide                 // 。！？ and their like, which no space follows
)

// maxWord is how far in bytes the words beside a candidate are read.
const maxWord = 64

// candidate is a place where a sentence may end, and what stands around it.
type candidate struct {
	text  string // the paragraph
	lang  *language
	start int // where the sentence began
	mark  mark
	stop  int // the first byte of the marks
	after int // behind the marks
	end   int // behind the closing marks that follow
	next  int // the first byte behind the white space; len(text) when nothing follows
	core  int // the first letter or digit there, behind opening marks

	word     string // the word before the stop, without the marks that open it
	nextWord string // the word at core
	nextRune rune   // the rune at core, 0 when nothing follows
	quoted   bool   // a quotation mark closes behind the stop
	attached bool   // no white space follows
	opened   bool   // opening marks stand before core
}

// newCandidate reads the surroundings of the marks text[stop:after]; inQuote says that an even quotation mark would be
// a closing one.
func newCandidate(text string, lang *language, start, stop, after int, kind mark, inQuote bool) candidate {
	c := candidate{text: text, lang: lang, start: start, mark: kind, stop: stop, after: after}
	c.end, c.quoted = closers(text, after, inQuote)
	c.next = skipSpace(text, c.end)
	c.attached = c.next == c.end && c.next < len(text)
	c.core = skipOpeners(text, c.next)
	c.opened = c.core > c.next
	c.word = wordBefore(text, start, stop)
	c.nextWord = wordAt(text, c.core)
	if c.core < len(text) {
		c.nextRune, _ = utf8.DecodeRuneInString(text[c.core:])
	}
	return c
}

// upper reports whether the next word begins like a sentence: with a capital, a letter that has no case, or as a name
// such as "iPhone".
func (c *candidate) upper() bool {
	r := c.nextRune
	if !unicode.IsLetter(r) {
		return false
	}
	if !unicode.IsLower(r) {
		return true
	}
	if c.opened && c.lang.elided[c.nextWord] {
		next, _ := utf8.DecodeRuneInString(c.following())
		return unicode.IsUpper(next)
	}
	_, n := utf8.DecodeRuneInString(c.nextWord)
	second, _ := utf8.DecodeRuneInString(c.nextWord[min(n, len(c.nextWord)):])
	return unicode.IsUpper(second)
}

// lower reports whether the next word begins with a small letter.
func (c *candidate) lower() bool { return unicode.IsLower(c.nextRune) && !c.upper() }

// starter reports whether the next word seldom has a capital but at the start of a sentence.
func (c *candidate) starter() bool { return c.upper() && has(c.lang.starters, c.nextWord) }

// opensBracket reports whether a bracket opens before the next word.
func (c *candidate) opensBracket() bool {
	return c.opened && strings.ContainsAny(c.text[c.next:c.core], "([{")
}

// following returns the word after next.
func (c *candidate) following() string {
	return wordAt(c.text, skipOpeners(c.text, skipSpace(c.text, c.core+len(c.nextWord))))
}

// before returns the word before c.word in the same sentence, with its marks.
func (c *candidate) before() string {
	at := c.stop - len(c.word)
	trimmed := strings.TrimRight(c.text[max(c.start, at-maxWord):at], " \u00a0\t")
	if i := strings.LastIndexAny(trimmed, " \t\n\u00a0"); i >= 0 {
		_, n := utf8.DecodeRuneInString(trimmed[i:])
		return trimmed[i+n:]
	}
	return trimmed
}

// closers returns the end of the marks behind a stop that belong to its sentence: quotation marks, brackets, citations
// such as "[2]"; quoted reports whether a quotation mark is among them.
func closers(text string, at int, inQuote bool) (end int, quoted bool) {
	for from := at; at < len(text); {
		r, n := utf8.DecodeRuneInString(text[at:])
		switch {
		case r == ')' || r == ']' || r == '}' || r == '』' || r == '」' || r == '）' || r == '】' || r == '》' || r == '〉':
		case r == '”' || r == '’' || r == '›' || r == '»':
			quoted = true
		case r == '"' || r == '\'':
			if !evenCloses(text, at+1, inQuote) {
				return at, quoted
			}
			quoted = true
		case r == '“' || r == '‘' || r == '«' || r == '‹': // close in German and in Danish
			if !blankOrEnd(text, at+n) {
				return at, quoted
			}
			quoted = true
		case wideMark(r): // （昨日から。）。
			if at == from {
				return at, quoted
			}
		case r == '[':
			if n = citation(text[at:]); n == 0 {
				return at, quoted
			}
		case r == '.' || r == '!' || r == '?' || r == '…': // “Really?”.
			if !quoted {
				return at, quoted
			}
		case isSpace(r):
			if m := spacedCloser(text, at+n, inQuote); m > 0 {
				at, quoted = m, true
				continue
			}
			if m := emoticon(text[at+n:]); m > 0 {
				at += n + m
				continue
			}
			if m := emojis(text[at+n:]); m > 0 && blankOrEnd(text, at+n+m) {
				at += n + m
				continue
			}
			if m := citation(text[at+n:]); m > 0 && blankOrEnd(text, at+n+m) {
				at += n + m
				continue
			}
			return at, quoted
		default:
			return at, quoted
		}
		at += n
	}
	return at, quoted
}

// evenCloses reports whether a straight quotation mark that ends at at closes: nothing but white space or further marks
// follow, or a quotation is open and a word follows without a space.
func evenCloses(text string, at int, inQuote bool) bool {
	if blankOrEnd(text, at) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(text[at:])
	return inQuote || strings.ContainsRune(`.,;:!?)]}"'”’—–-[`, r)
}

// spacedCloser returns the end of a closing mark that a space divides from its stop, as in French or in tokenised text;
// 0 when there is none.
func spacedCloser(text string, at int, inQuote bool) int {
	r, n := utf8.DecodeRuneInString(text[at:])
	if (r == '»' || r == '"' && inQuote) && blankOrEnd(text, at+n) {
		return at + n
	}
	return 0
}

// emoticon returns the length of a face like ":-)" that stands alone at the start of text, 0 when there is none.
func emoticon(text string) int {
	if len(text) < 2 || text[0] != ':' && text[0] != ';' {
		return 0
	}
	mouth := strings.TrimPrefix(text[1:], "-")
	if mouth == "" || strings.IndexByte(")(DP/", mouth[0]) < 0 || !blankOrEnd(mouth, 1) {
		return 0
	}
	return len(text) - len(mouth) + 1
}

// emojis returns the length of the run of emoji at the start of text.
func emojis(text string) int {
	end := 0
	for i, r := range text {
		if r == utf8.RuneError || !unicode.Is(unicode.So, r) && !(i > 0 && (r == '\u200d' || r == '\ufe0f' || unicode.Is(unicode.Sk, r))) || r < 0x2190 {
			break
		}
		end = i + utf8.RuneLen(r)
	}
	return end
}

// citation returns the length of a mark like "[12]", "[2–4]" or "[a]" at the start of text, 0 when there is none.
func citation(text string) int {
	if len(text) < 3 || text[0] != '[' {
		return 0
	}
	for i := 1; i < len(text) && i < 12; i++ {
		switch b := text[i]; {
		case b == ']':
			return i + 1
		case b >= '0' && b <= '9' || b == ',' || b == '-' || b == ' ' || b >= utf8.RuneSelf:
		case b >= 'a' && b <= 'z' && i == 1 && text[2] == ']':
		default:
			return 0
		}
	}
	return 0
}

// blankOrEnd reports whether white space or the end is at at.
func blankOrEnd(text string, at int) bool {
	if at >= len(text) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(text[at:])
	return isSpace(r)
}

// isSpace is unicode.IsSpace and the zero width space.
func isSpace(r rune) bool { return r == ' ' || r == '\u200b' || unicode.IsSpace(r) }

// skipSpace returns the first place from at on that is not white space.
func skipSpace(text string, at int) int {
	for at < len(text) {
		if b := text[at]; b > ' ' && b < utf8.RuneSelf {
			break
		}
		r, n := utf8.DecodeRuneInString(text[at:])
		if !isSpace(r) {
			break
		}
		at += n
	}
	return at
}

// maxOpeners is how many marks before a word are looked through.
const maxOpeners = 8

// skipOpeners returns the first place from at on that is no opening mark, dash or space between such.
func skipOpeners(text string, at int) int {
	for range maxOpeners {
		if at < len(text) && asciiAlnum(text[at]) {
			break
		}
		r, n := utf8.DecodeRuneInString(text[at:])
		if !strings.ContainsRune(" \u00a0\u202f\"'“”„‟‘’‚«»‹›([{¿¡—–-*_「『（《", r) || n == 0 {
			break
		}
		at += n
	}
	return at
}

// wordBefore returns the word that ends at stop, not reaching before start: letters, digits and the marks inside words.
func wordBefore(text string, start, stop int) string {
	start = max(start, stop-maxWord)
	at := stop
	for at > start {
		if asciiAlnum(text[at-1]) {
			at--
			continue
		}
		r, n := utf8.DecodeLastRuneInString(text[start:at])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(".'’-&@%$€£°", r) && !unicode.IsMark(r) {
			break
		}
		at -= n
	}
	return strings.TrimLeft(text[at:stop], "'’-.")
}

// asciiAlnum reports whether b is an ASCII letter or digit.
func asciiAlnum(b byte) bool {
	return 'a' <= b|0x20 && b|0x20 <= 'z' || '0' <= b && b <= '9'
}

// wordAt returns the word that begins at at: letters, digits, and apostrophes or hyphens between them.
func wordAt(text string, at int) string {
	end := at
	for i, r := range text[at:min(len(text), at+maxWord)] {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			end = at + i + utf8.RuneLen(r)
		} else if r != '\'' && r != '’' && r != '-' {
			break
		}
	}
	return text[at:min(end, len(text))]
}
