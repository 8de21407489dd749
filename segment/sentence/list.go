package sentence

import (
	"strings"
	"unicode/utf8"
)

// maxMarker is the length in bytes of the longest mark of a list item with its bullet.
const maxMarker = 12

// bullets are the marks of list items that stand for themselves.
const bullets = "•⁃‣◦▪●·∙"

// listState is the last mark of a list item that was read, so that the next one is known by its number.
type listState struct {
	number int  // 0 when no list is open
	letter bool // items are lettered
	style  string
}

// item reports whether the mark of a list item stands at next, behind the white space that begins at space. A number or
// a letter in the middle of a line must be the one that follows the last, and a capital or a digit must follow it.
func (l *listState) item(text string, space, next int) bool {
	if r, n := utf8.DecodeRuneInString(text[next:]); r >= utf8.RuneSelf && strings.ContainsRune(bullets, r) {
		return blankOrEnd(text, next+n) || r != '·' && r != '∙'
	}
	number, letter, style := parseMarker(text[next:])
	if style == "" {
		return false
	}
	follows := l.number > 0 && number == l.number+1 && letter == l.letter && style == l.style
	if !follows && strings.IndexByte(text[space:next], '\n') < 0 {
		return false
	}
	*l = listState{number, letter, style}
	return true
}

// first reads the mark at the start of a sentence, which opens a list.
func (l *listState) first(text string, start int) {
	head := strings.TrimLeft(text[start:min(len(text), start+2*maxMarker)], bullets+" ")
	if number, letter, style := parseMarker(head); style != "" {
		*l = listState{number, letter, style}
	}
}

// parseMarker reads a mark such as "1.", "2)", "b.)" or "(c)" before a space. The style is what stands around the number
// or letter, "" when there is no mark.
func parseMarker(text string) (number int, letter bool, style string) {
	at := 0
	open := strings.HasPrefix(text, "(")
	if open {
		at++
	}
	from := at
	for at < len(text) && at-from < 3 && text[at] >= '0' && text[at] <= '9' {
		number = number*10 + int(text[at]-'0')
		at++
	}
	if at == from && at < len(text) && (text[at] >= 'a' && text[at] <= 'z' || text[at] >= 'A' && text[at] <= 'Z') {
		number, letter = int(text[at]|0x20)-'a'+1, true
		at++
	}
	end := at
	for end < len(text) && end-at < 2 && (text[end] == '.' || text[end] == ')') {
		end++
	}
	style = text[at:end]
	if at == from || style == "" || style == ".." || style == "))" || end+1 >= len(text) || text[end] != ' ' && text[end] != '\t' || open && style != ")" {
		return 0, false, ""
	}
	if letter && style == "." {
		return 0, false, "" // an initial
	}
	return number, letter, style
}

// isMarker reports whether mark, without the stop that follows it, is the number or letter of a list item.
func isMarker(mark string) bool {
	if mark == "" {
		return false
	}
	if len(mark) == 1 && mark != "I" {
		return mark[0] >= '0' && mark[0] <= '9' || mark[0] >= 'a' && mark[0] <= 'z' || mark[0] >= 'A' && mark[0] <= 'Z'
	}
	for i := range len(mark) {
		if (mark[i] < '0' || mark[i] > '9') && mark[i] != '.' {
			return strings.Trim(mark, "ivxIVX") == ""
		}
	}
	return len(mark) <= 5
}
