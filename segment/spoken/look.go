package spoken

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxWord bounds how far a rule looks for the start of the word before it.
const maxWord = 40

// at returns the byte at pos, 0 outside the text.
func (s *scan) at(pos int) byte {
	if pos < 0 || pos >= len(s.text) {
		return 0
	}
	return s.text[pos]
}

// has says whether text stands at pos.
func (s *scan) has(pos int, text string) bool {
	return pos >= 0 && pos <= len(s.text) && strings.HasPrefix(s.text[pos:], text)
}

// skip returns the position behind one space (or no-break space) at pos, and pos itself where there is none.
func (s *scan) skip(pos int) int {
	switch {
	case s.at(pos) == ' ':
		return pos + 1
	case s.at(pos) < utf8.RuneSelf:
		return pos
	case s.has(pos, "\u00a0"):
		return pos + 2
	case s.has(pos, "\u202f"), s.has(pos, "\u2009"):
		return pos + 3
	}
	return pos
}

// wordAt returns the word (letters and apostrophes) that starts at pos, "" for none or one too long to matter.
func (s *scan) wordAt(pos int) string {
	if !isLetterAt(s.text, pos) {
		return ""
	}
	end := min(pos+maxWord, len(s.text))
	cut := (&scan{text: s.text[:end]}).wordEnd(pos)
	if cut == end && end < len(s.text) {
		return ""
	}
	return s.text[pos:cut]
}

// wordAfter returns the word that follows pos behind exactly one space, and its start.
func (s *scan) wordAfter(pos int) (string, int) {
	next := s.skip(pos)
	if next == pos {
		return "", pos
	}
	return s.wordAt(next), next
}

// wordBefore returns the word that ends at pos, or before one space at pos, "" for none. A full stop behind the word
// belongs to it: "No.".
func (s *scan) wordBefore(pos int) string {
	if pos <= 0 {
		return ""
	}
	end := pos
	if end > 0 && s.text[end-1] == ' ' {
		end--
	} else if strings.HasSuffix(s.text[:end], "\u00a0") {
		end -= 2
	}
	i := end
	if s.at(i-1) == '.' {
		i--
	}
	stop := max(0, i-maxWord)
	for i > stop {
		r, n := utf8.DecodeLastRuneInString(s.text[:i])
		if !unicode.IsLetter(r) && r != '\'' && r != '’' {
			break
		}
		i -= n
	}
	if i == stop && stop > 0 {
		return ""
	}
	return s.text[i:end]
}

// alone says whether text[pos:end] touches no letter or digit on either side.
func (s *scan) alone(pos, end int) bool { return s.leftFree(pos) && s.rightFree(end) }

// leftFree says whether no letter or digit ends at pos.
func (s *scan) leftFree(pos int) bool {
	if pos == 0 {
		return true
	}
	if c := s.text[pos-1]; c < utf8.RuneSelf {
		return !isASCIILetter(c) && !isDigit(c)
	}
	r, _ := utf8.DecodeLastRuneInString(s.text[:pos])
	return !isAlnumRune(r)
}

// rightFree says whether no letter or digit starts at pos.
func (s *scan) rightFree(pos int) bool {
	if pos >= len(s.text) {
		return true
	}
	return !isDigit(s.text[pos]) && !isLetterAt(s.text, pos)
}

// sentenceEnd says whether the full stop that ends at pos also ends its sentence: nothing follows, or a word follows
// that opens sentences.
func (s *scan) sentenceEnd(pos int) bool {
	rest := strings.TrimLeft(s.text[pos:min(len(s.text), pos+48)], "\"')]”’")
	trimmed := strings.TrimLeft(rest, " \n\t\u00a0")
	if trimmed == "" {
		return true
	}
	if len(trimmed) == len(rest) {
		return false
	}
	if s.text[pos:min(pos+2, len(s.text))] == "\n\n" {
		return true
	}
	trimmed = strings.TrimLeft(trimmed, "\"'(“‘")
	end := strings.IndexFunc(trimmed, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' })
	if end < 0 {
		end = len(trimmed)
	}
	word := trimmed[:end]
	if word == "No" && strings.HasPrefix(trimmed, "No. ") && len(trimmed) > 4 && isDigit(trimmed[4]) {
		return false
	}
	return s.en.openers[word]
}
