package spoken

import "unicode/utf8"

// signClasses are the classes of ASCII signs.
var signClasses = [utf8.RuneSelf]class{
	'$': classCurrency, '-': classMinus | classDash, '+': classMinus | classSymbol, '.': classDot, '\'': classQuote, '#': classHash, '@': classAt,
	'&': classSymbol, '*': classSymbol, '/': classSymbol, '=': classSymbol, '%': classSymbol, '~': classSymbol, '<': classSymbol, '>': classSymbol,
	'_': classSymbol, '|': classSymbol, '^': classSymbol, '\\': classSymbol,
	'[': classBracket, '(': classBracket, ':': classEmoji, ';': classEmoji,
}

// classify returns the classes of the token text[pos:end].
func (s *scan) classify(pos, end int, isWord bool) class {
	c := s.text[pos]
	switch {
	case isDigit(c):
		return classDigit | s.joins(end)
	case isWord:
		return s.wordClass(pos, end)
	case c == '.' && !isDigit(s.at(end)):
		return 0
	case c < utf8.RuneSelf:
		return signClasses[c]
	}
	r, _ := utf8.DecodeRuneInString(s.text[pos:])
	return runeClass(r)
}

// runeClass returns the classes of a sign outside ASCII.
func runeClass(r rune) class {
	switch r {
	case '£', '€', '¥', '₩', '₹', '₽', '₿', '¢', '₺', '₴', '₪', '₦', '₱', '฿', '₫':
		return classCurrency
	case '−':
		return classMinus
	case '–', '—', '―', '‒':
		return classDash | classMinus
	case '’', '‘':
		return classQuote
	case '…', '•', '§', '¶', '©', '®', '™', '°', '×', '÷', '±', '≈', '≤', '≥', '≠', '→', '←', '⇒', '†', '‡', '·', '▪', '►', '●', '№', '℃', '℉', '∞', '√', 'µ', 'Ω', '↑', '↓', '▲', '▼':
		return classSymbol
	case '½', '⅓', '⅔', '¼', '¾', '⅕', '⅖', '⅗', '⅘', '⅙', '⅚', '⅛', '⅜', '⅝', '⅞', '¹', '²', '³', '⁰', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹':
		return classFraction
	}
	if isEmoji(r) {
		return classEmoji
	}
	return 0
}

// isEmoji says whether r is a pictograph or one of the signs that join and colour them.
func isEmoji(r rune) bool {
	return r >= 0x1F000 && r <= 0x1FAFF || r >= 0x2600 && r <= 0x27BF || r == 0xFE0F || r == 0x200D || r == 0x20E3 || r >= 0xE0020 && r <= 0xE007F ||
		r >= 0x2B05 && r <= 0x2B55
}

// wordClass returns the classes of a word by its shape, its neighbours and the tables.
func (s *scan) wordClass(pos, end int) class {
	var c class
	n := end - pos
	switch {
	case n == 1 && (isUpper(s.text[pos]) || s.at(end) != ' '):
		c = classLetter
	case n > 1 && isUpper(s.text[pos]) && isUpper(s.text[pos+1]):
		c = classCaps
	}
	if end < len(s.text) && s.text[end] != ' ' {
		c |= s.touches(end)
	}
	word := s.text[pos:end]
	c |= s.lang.classesOf(word)
	if c&classCaps != 0 && word[n-1]|0x20 == 's' {
		base, _ := cutEnding(word)
		c |= s.lang.classesOf(base)
	}
	return c
}

// joins returns classJoined when something at end carries on the digits that stand before it: a letter or a sign, and no
// punctuation or white space behind them.
func (s *scan) joins(end int) class {
	switch s.at(end) {
	case 0, ' ', '\n', ';', '!', '?', ')':
		return 0
	case '.', ',':
		if next := s.at(end + 1); next == ' ' || next == '\n' || next == 0 {
			return 0
		}
	}
	return classJoined
}

// touches returns the classes that a word gets from the sign behind it.
func (s *scan) touches(end int) class {
	next := s.at(end + 1)
	switch c := s.text[end]; {
	case isDigit(c):
		return classAlnum | classWeb
	case c == '[':
		return classInserted
	case c == '/':
		return classSlashed
	case c >= utf8.RuneSelf && subscripts[s.runeAt(end)] != "":
		return classAlnum
	case (c == '-' || c == '.') && isDigit(next):
		return classAlnum | classWeb
	case c == '@', c == '_', c == '.' && isLower(next), c == ':' && (next == '/' || next == '\\'), c == '-' && isASCIILetter(next):
		return classWeb
	}
	return 0
}
