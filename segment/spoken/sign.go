package spoken

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// matchSign says a sign of the table where its context fits. The flags are those of the
// table.
func matchSign(s *scan, pos int) (int, string) {
	e, end := s.en.signs.longest(s, pos)
	if end == 0 {
		return 0, ""
	}
	if s.signRepeats(pos, end) {
		return 0, ""
	}
	left, right := s.sideOf(pos, true), s.sideOf(end, false)
	switch e.flags {
	case "drop":
		if !s.leftFree(pos) && !s.rightFree(end) {
			return 0, "" // a letter that was read in the wrong encoding
		}
		return s.dropped(pos, end)
	case "plus":
		if left == 0 || right == 0 && (s.at(pos-1) == ' ' || pos == 0) {
			return 0, ""
		}
	case "apart":
		if left == 0 || right == 0 || left+right != 2*'0' && (s.at(pos-1) != ' ' || s.at(end) != ' ') {
			return 0, ""
		}
	case "between":
		if left == 0 || right == 0 {
			return 0, ""
		}
	case "numbers":
		if left != '0' || right != '0' {
			return 0, ""
		}
	case "before":
		if right != '0' || s.skip(end) > end && left == 'a' && e.form != "№" && e.form != "§" && e.form != "§§" {
			return 0, ""
		}
	case "behind":
		if left != '0' || s.skip(pos-1) == pos {
			return 0, ""
		}
	}
	said := e.spoken
	if left == '0' && strings.HasSuffix(said, " than") {
		said = "is " + said // "5 > 3"
	}
	return s.spaced(pos, end, said)
}

// signRepeats says whether the sign between pos and end is one of a row of the same.
func (s *scan) signRepeats(pos, end int) bool {
	sign := s.text[pos:end]
	return s.has(end, sign) || strings.HasSuffix(s.text[:pos], sign)
}

// sideOf says what stands beside a sign, over at most one space: '0' a number, 'a' a word, 0 neither.
func (s *scan) sideOf(pos int, left bool) rune {
	var r rune
	if left {
		r, _ = utf8.DecodeLastRuneInString(strings.TrimSuffix(s.text[:pos], " "))
	} else {
		r, _ = utf8.DecodeRuneInString(strings.TrimPrefix(s.text[pos:min(len(s.text), pos+8)], " "))
	}
	switch {
	case r == utf8.RuneError:
		return 0
	case unicode.IsDigit(r), strings.ContainsRune("$£€%°½¼¾", r), !left && (r == '.' || r == '-') && s.digitSoon(pos):
		return '0'
	case unicode.IsLetter(r), strings.ContainsRune("\"'”“’‘)(", r):
		return 'a'
	}
	return 0
}

// digitSoon says whether a digit stands behind a point or a minus sign at pos.
func (s *scan) digitSoon(pos int) bool {
	at := s.skip(pos)
	return isDigit(s.at(at + 1))
}

// dropped takes a sign out, with one space where spaces stand on both sides.
func (s *scan) dropped(pos, end int) (int, string) {
	if s.at(end) == ' ' && (pos == 0 || s.text[pos-1] == ' ' || s.text[pos-1] == '\n') {
		end++
	}
	return end, ""
}

// spaced returns said with spaces where the text has none.
func (s *scan) spaced(pos, end int, said string) (int, string) {
	if said == "" {
		return end, ""
	}
	if pos > 0 && !isSpace(s.text[pos-1]) && isAlnumOrMark(s.text[:pos]) {
		said = " " + said
	}
	if r, _ := utf8.DecodeRuneInString(s.text[end:]); isAlnumRune(r) || strings.ContainsRune("$£€\"“(", r) {
		said += " "
	}
	return end, said
}

// isAlnumOrMark says whether a text ends with something that needs a space behind it.
func isAlnumOrMark(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	return !strings.ContainsRune("(\"“‘[", r)
}

// isSpace says whether c is white space.
func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// matchSlashed says pairs of words with a slash: "he/she" is "he or she".
func matchSlashed(s *scan, pos int) (int, string) {
	e, end := s.en.slashed.longest(s, pos)
	if end == 0 || !s.alone(pos, end) || s.at(end) == '/' || s.at(pos-1) == '/' {
		return 0, ""
	}
	return end, e.spoken
}

// matchSlash says other words with a slash between them without it: "an NBC/WSJ poll". With spaces around, the slash is
// a pause.
func matchSlash(s *scan, pos int) (int, string) {
	if s.at(pos) != '/' || pos == 0 {
		return 0, ""
	}
	before, after := s.text[pos-1], s.at(pos+1)
	if before == ' ' && after == ' ' && pos > 1 && s.wordEdge(pos-1) && s.wordStart(pos+2) {
		return pos + 1, "—"
	}
	if !isLetterBefore(s.text, pos) || !isLetterAt(s.text, pos+1) || len(s.wordBefore(pos)) < 2 || len(s.wordAt(pos+1)) < 2 {
		return 0, ""
	}
	return pos + 1, " "
}

// isLetterBefore says whether a letter ends at pos.
func isLetterBefore(text string, pos int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:pos])
	return unicode.IsLetter(r)
}

// matchStars drops the signs of emphasis and of words that are not to be read out: "*bold*", "_this_", "d**n", and bars
// between the pieces of a line.
func matchStars(s *scan, pos int) (int, string) {
	c := s.text[pos]
	if c == '|' && s.at(pos-1) == ' ' && s.at(pos+1) == ' ' {
		return pos + 1, "—"
	}
	if c == '~' && (pos == 0 || s.text[pos-1] == ' ') && s.at(pos+1) == ' ' {
		return s.dropped(pos, pos+1)
	}
	if c != '*' && c != '_' {
		return 0, ""
	}
	end := pos
	for s.at(end) == c && end-pos < maxWord {
		end++
	}
	left, right := !s.leftFree(pos), !s.rightFree(end)
	switch {
	case c == '*' && end-pos > 1 && (left || right):
		return end, ""
	case end-pos == 1 && left != right && (c == '*' || s.paired(pos, end, right)):
		return end, ""
	}
	return 0, ""
}

// paired says whether an underscore that opens or closes a word has its fellow nearby.
func (s *scan) paired(pos, end int, opens bool) bool {
	if opens {
		return (pos == 0 || !isAlnumOrSign(s.text[pos-1])) && strings.Contains(s.text[end:min(len(s.text), end+80)], "_")
	}
	return !isAlnumOrSign(s.at(end)) && strings.Contains(s.text[max(0, pos-80):pos], "_")
}

// isAlnumOrSign says whether c can stand inside a name with underscores.
func isAlnumOrSign(c byte) bool {
	return isASCIILetter(c) || isDigit(c) || c == '/' || c == '.' || c == '-'
}

// matchDash makes a dash that is a pause into one that the engine hears: with spaces around it.
func matchDash(s *scan, pos int) (int, string) {
	end := pos
	for i := 0; i < 3; i++ {
		switch {
		case s.has(end, "—"), s.has(end, "–"), s.has(end, "―"):
			end += len("—")
		case s.at(end) == '-':
			end++
		}
	}
	dash := s.text[pos:end]
	if strings.HasPrefix(s.text[end:], "-") || strings.HasPrefix(s.text[end:], "—") || pos > 0 && s.text[pos-1] == '-' {
		return 0, ""
	}
	before, after := s.at(pos-1), s.at(end)
	spaced := before == ' ' && after == ' '
	switch dash {
	case "-":
		if !spaced || pos < 2 || !s.wordEdge(pos-1) || !s.wordStart(end+1) || len(s.wordBefore(pos)) == 1 && s.leftFree(pos-2) && len(s.wordAt(end+1)) == 1 {
			return 0, ""
		}
		return end, "—"
	case "–":
		if isDigit(before) && isLower(after) {
			return end, "-" // a 22–year-old
		}
		if spaced || before == ' ' || !s.wordEdge(pos) || !s.wordStart(end) || isDigit(before) || isDigit(after) || s.tightDash(pos, end) {
			return 0, ""
		}
	case "—", "―", "--", "---":
		if spaced && dash == "—" {
			return 0, ""
		}
		if pos == 0 || end == len(s.text) || !s.wordStart(end) && after != ' ' && after != '"' && !s.has(end, "“") && !s.has(end, "‘") {
			return 0, ""
		}
	default:
		return 0, ""
	}
	said := "—"
	if before != ' ' && before != '\n' {
		said = " " + said
	}
	if after != ' ' && after != '\n' {
		said += " "
	}
	return end, said
}

// tightDash says whether a short dash joins two names, like Paris–Nice: both sides open with capitals.
func (s *scan) tightDash(pos, end int) bool {
	w := s.wordBefore(pos)
	return w != "" && isUpper(w[0]) && isUpper(s.at(end))
}

// wordEdge says whether a word, a number or a closing mark ends at pos.
func (s *scan) wordEdge(pos int) bool {
	r, _ := utf8.DecodeLastRuneInString(s.text[:pos])
	return isAlnumRune(r) || strings.ContainsRune(`"”’'),.!?`, r)
}

// wordStart says whether a word, a number or an opening mark starts at pos.
func (s *scan) wordStart(pos int) bool {
	r, _ := utf8.DecodeRuneInString(s.text[min(pos, len(s.text)):])
	return isAlnumRune(r) || strings.ContainsRune(`"“‘'($£€`, r)
}

// minRule is the number of signs in a row that are a drawing and no text.
const minRule = 3

// matchAsciiArt drops rows of signs: "-----", "* * *", "=====", "~~~~".
func matchAsciiArt(s *scan, pos int) (int, string) {
	c := s.text[pos]
	if strings.IndexByte("-=_*~#+^|", c) < 0 || pos > 0 && !isSpace(s.text[pos-1]) {
		return 0, ""
	}
	end, n := pos, 0
	for end < len(s.text) {
		if s.text[end] == c {
			end, n = end+1, n+1
		} else if s.text[end] == ' ' && s.at(end+1) == c {
			end++
		} else {
			break
		}
	}
	if n < minRule || end < len(s.text) && !isSpace(s.text[end]) {
		return 0, ""
	}
	if c == '-' && n == 3 && pos > 0 && s.text[pos-1] == ' ' && s.at(end) == ' ' && isLetterAt(s.text, end+1) {
		return 0, "" // a dash
	}
	return s.dropped(pos, end)
}

// matchFootnote drops footnote marks: "[1]", "[citation needed]", "word¹", "word*".
func matchFootnote(s *scan, pos int) (int, string) {
	switch c := s.text[pos]; {
	case c == '[':
		return s.bracketNote(pos)
	case c == '*' || s.has(pos, "†") || s.has(pos, "‡"):
		end := pos + len(s.runeAt(pos))
		if pos > 0 && !isSpace(s.text[pos-1]) && s.text[pos-1] != '*' && s.at(end) != '*' && s.rightFree(end) && !isDigit(s.text[pos-1]) && s.text[pos-1] != '(' &&
			!s.emphasised(pos) {
			return end, ""
		}
	case strings.Contains("¹²³⁰⁴⁵⁶⁷⁸⁹", s.runeAt(pos)):
		end := pos
		for strings.Contains("¹²³⁰⁴⁵⁶⁷⁸⁹", s.runeAt(end)) && s.runeAt(end) != "" && end-pos < 12 {
			end += len(s.runeAt(end))
		}
		if s.superscriptNote(pos) {
			return end, ""
		}
	}
	return 0, ""
}

// emphasised says whether a star at pos closes a word that a star opened: *word*.
func (s *scan) emphasised(pos int) bool {
	window := s.text[max(0, pos-60):pos]
	star := strings.LastIndexByte(window, '*')
	return star >= 0 && star+1 < len(window) && !isSpace(window[star+1])
}

// superscriptNote says whether small raised figures at pos are a footnote: they stand behind a word of some length or
// its full stop, and not behind a unit or a letter of mathematics.
func (s *scan) superscriptNote(pos int) bool {
	if pos == 0 {
		return false
	}
	if c := s.text[pos-1]; c == '.' || c == ',' || c == '"' || c == ')' || strings.HasSuffix(s.text[:pos], "”") {
		return true
	}
	w := s.wordBefore(pos)
	return len(w) > 3 && s.text[pos-1] != ' '
}

// matchInsertion says a word with an editor's letter in brackets: "[T]he", "give[s]".
func matchInsertion(s *scan, pos int) (int, string) {
	open := pos
	if s.at(pos) != '[' {
		open = s.wordEnd(pos)
	}
	inside := s.wordEnd(min(open+1, len(s.text)))
	if !s.leftFree(pos) || s.at(open) != '[' || s.at(inside) != ']' || inside == open+1 || inside > open+4 || s.at(inside+1) == '(' {
		return 0, ""
	}
	end := inside + 1
	rest := s.wordAt(end)
	if open == pos && rest == "" || open > pos && inside == open+2 && isFootnoteLetter(s.text[open+1:inside]) && rest == "" {
		return 0, ""
	}
	end += len(rest)
	return end, s.text[pos:open] + s.text[open+1:inside] + rest
}

// isFootnoteLetter says whether a letter in brackets behind a word is the mark of a note.
func isFootnoteLetter(letter string) bool { return strings.Contains("abc", letter) }

// bracketNote drops "[1]", "[12, 13]", "[a]", "[citation needed]", "[update]".
func (s *scan) bracketNote(pos int) (int, string) {
	stop := strings.IndexByte(s.text[pos:min(len(s.text), pos+32)], ']')
	if stop < 2 {
		return 0, ""
	}
	inside := s.text[pos+1 : pos+stop]
	end := pos + stop + 1
	note := inside == "citation needed" || inside == "update" || inside == "note 1" || inside == "clarification needed" || inside == "who?" || inside == "edit"
	number := strings.Trim(inside, "0123456789, -–") == "" && isDigit(inside[0]) && len(inside) < 10
	letter := len(inside) == 1 && isLower(inside[0])
	if pos == 0 || s.at(end) == '(' || !note && !number && !letter || number && len(inside) == 4 && s.text[pos-1] == ' ' {
		return 0, ""
	}
	if letter && s.text[pos-1] == ' ' || letter && isLetterAt(s.text, end) || number && s.text[pos-1] == ' ' && isLetterAt(s.text, s.skip(end)) && !isSpace(s.at(end)) {
		return 0, ""
	}
	if s.text[pos-1] == ' ' && s.at(end) == ' ' {
		end++
	}
	return end, ""
}

// inlinePhonemes says "[Maduro](/məˈdʊəroʊ/)": the word with its pronunciation, where the engine takes phonemes.
func (s *scan) inlinePhonemes(pos int) (int, string) {
	window := s.text[pos:min(len(s.text), pos+maxPhonemes)]
	word, rest, ok := strings.Cut(window[1:], "](/")
	if !ok || strings.ContainsAny(word, "[]\n") || strings.TrimSpace(word) == "" {
		return 0, ""
	}
	ipa, _, ok := strings.Cut(rest, "/)")
	if !ok {
		return 0, ""
	}
	if _, err := ipaToEspeak(ipa); err != nil {
		return 0, ""
	}
	end := pos + 1 + len(word) + len("](/") + len(ipa) + len("/)")
	return end, lexEntry{ipa: ipa}.say(word, s.opt.Phonemes)
}

// matchMark drops the marks that are for the planner and not for the ear: [pause:1.5s], [voice:alan].
func matchMark(s *scan, pos int) (int, string) {
	if end, said := s.inlinePhonemes(pos); end > 0 {
		return end, said
	}
	if !s.has(pos, "[pause") && !s.has(pos, "[voice:") && !s.has(pos, "[/voice") {
		return 0, ""
	}
	stop := strings.IndexByte(s.text[pos:min(len(s.text), pos+64)], ']')
	if stop < 0 {
		return 0, ""
	}
	return s.dropped(pos, pos+stop+1)
}
