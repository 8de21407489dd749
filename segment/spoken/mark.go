package spoken

import "strings"

// matchFootnote drops footnote marks: "[1]", "[citation needed]", "word¹", "word*".
func matchFootnote(s *scan, pos int) (int, string) {
	if s.starGrade(pos) || s.starHotel(pos) {
		return pos + 1, " star"
	}
	switch c := s.text[pos]; {
	case c == '[':
		return s.bracketNote(pos)
	case c == '*' || s.has(pos, "†") || s.has(pos, "‡"):
		end := pos + len(s.runeAt(pos))
		if pos > 0 && !isSpace(s.text[pos-1]) && s.text[pos-1] != '*' && s.at(end) != '*' && s.rightFree(end) && !isDigit(s.text[pos-1]) && s.text[pos-1] != '(' &&
			!s.emphasised(pos) {
			return end, ""
		}
	case superscripts[s.runeAt(pos)] != "":
		end := pos
		for superscripts[s.runeAt(end)] != "" && end-pos < 12 {
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

// superscriptNote says whether small raised figures at pos are a footnote: they stand behind a word of some length, a
// function word or its full stop, and not behind a unit or a letter of mathematics.
func (s *scan) superscriptNote(pos int) bool {
	if pos == 0 {
		return false
	}
	if c := s.text[pos-1]; c == '.' || c == ',' || c == '"' || c == ')' || strings.HasSuffix(s.text[:pos], "”") {
		return true
	}
	w := s.wordBefore(pos)
	return (len(w) > 3 || functionWords[w] && len(w) > 1 && w != "in") && s.text[pos-1] != ' '
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
	if pos == 0 || number && s.text[pos-1] == ' ' && s.wordBefore(pos) == "at" {
		return 0, "" // a paragraph of a judgment
	}
	if s.at(end) == '(' || !note && !number && !letter || number && len(inside) == 4 && s.text[pos-1] == ' ' {
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
