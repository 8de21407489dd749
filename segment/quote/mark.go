package quote

import "strings"

// allMarks holds every sign that may open or close a quotation.
const allMarks = "\"“”„‟＂«»‹›「」『』‘’‚‛'`"

// family groups the marks that close one another.
type family uint8

const (
	famNone   family = iota
	famDouble        // " “ ” „ and the like
	famSingle        // ' ‘ ’ ‚
	famGuillemet
	famAngle  // ‹ ›
	famCorner // 「 」
	famWhite  // 『 』
)

// side says which way a mark may face.
type side uint8

const (
	opens  side = 1
	closes side = 2
	either      = opens | closes
)

// glyphs says to what family each sign belongs and which way it is drawn.
// Source: Unicode 15, chapter 6.2 "Quotation Marks" and CLDR delimiters.
var glyphs = map[rune]struct {
	fam  family
	side side
}{
	'"': {famDouble, either}, '＂': {famDouble, either},
	'“': {famDouble, opens}, '”': {famDouble, closes}, '„': {famDouble, opens}, '‟': {famDouble, opens},
	'\'': {famSingle, either}, '‘': {famSingle, opens}, '’': {famSingle, closes}, '‚': {famSingle, opens}, '‛': {famSingle, opens},
	'«': {famGuillemet, opens}, '»': {famGuillemet, closes},
	'‹': {famAngle, opens}, '›': {famAngle, closes},
	'「': {famCorner, opens}, '」': {famCorner, closes},
	'『': {famWhite, opens}, '』': {famWhite, closes},
}

func isMark(r rune) bool {
	return r == '"' || r == '\'' || (r >= 0x80 && strings.ContainsRune(allMarks, r))
}

// mark is a token that opens or closes a quotation, or may.
type mark struct {
	tok   int // index of its token
	fam   family
	side  side // which ways it may face here
	inch  bool // stands after a number as the sign for inches or feet does
	sure  bool // singles: the neighbours leave no doubt, an apostrophe could not stand here
	first bool // nothing but marks before it in its paragraph
}

// findMarks appends the marks among toks[from:to], which is one paragraph, to out. reversed tells that the text writes »so«.
func findMarks(out []mark, text string, toks []token, from, to int, reversed bool, lx *lexicon) []mark {
	first := true
	for i := from; i < to; i++ {
		k := &toks[i]
		if k.kind != kindMark {
			first = first && k.kind == kindPunct
			continue
		}
		g, ok := glyphs[k.sign]
		if !ok {
			continue
		}
		m := mark{tok: i, fam: g.fam, first: first}
		m.side = facing(toks, i, from, to, g.fam, g.side, reversed)
		if m.fam == famDouble || m.fam == famSingle {
			m.inch = g.side == either && i > from && toks[i-1].kind == kindNumber && !k.space
		}
		if i > from && !k.space && toks[i-1].isSign("=") { // an attribute of markup or code
			continue
		}
		if m.fam == famSingle && !single(text, toks, i, from, to, &m, lx) {
			continue
		}
		if m.side != 0 {
			out = append(out, m)
		}
	}
	return out
}

// facing decides which way a mark may face: by how it is drawn, unless the space around it says the contrary.
func facing(toks []token, i, from, to int, fam family, drawn side, reversed bool) side {
	switch fam {
	case famCorner, famWhite:
		return drawn
	case famGuillemet, famAngle:
		if reversed {
			return either &^ drawn
		}
		return drawn
	}
	ctx := context(toks, i, from, to)
	if both := ctx & drawn; both != 0 {
		return both
	}
	if ctx == 0 {
		return drawn
	}
	return ctx
}

// context returns what the neighbours of a mark allow: nothing where there is space on both sides.
func context(toks []token, i, from, to int) side {
	before := i == from || toks[i].space
	after := i+1 >= to || toks[i+1].space || toks[i+1].kind == kindLine
	var s side
	switch {
	case before && after:
		return 0
	case before:
		return opens
	case after:
		return closes
	}
	prev, next := toks[i-1], toks[i+1]
	if prev.isSign(beforeOpening) || prev.kind == kindMark && opensRun(toks, i-1, from) {
		s |= opens
	}
	if next.kind == kindPunct || next.kind == kindMark {
		s |= closes
	}
	if s == 0 {
		return either
	}
	return s
}

// beforeOpening are the signs after which a mark may open without a space.
const beforeOpening = "([{—–-―/¿¡>"

// opensRun reports whether the mark at i, with the marks right before it, stands where a quotation opens: ("'so'").
func opensRun(toks []token, i, from int) bool {
	for n := 0; n < 4; n++ {
		if i == from || toks[i].space || toks[i-1].isSign(beforeOpening) {
			return true
		}
		if toks[i-1].kind != kindMark {
			return false
		}
		i--
	}
	return false
}

// single decides whether a single mark is an apostrophe; false says so. It narrows the mark's side.
func single(text string, toks []token, i, from, to int, m *mark, lx *lexicon) bool {
	if m.side&opens != 0 && i+1 < to && elided(toks[i+1].text(text), toks[i].sign, lx) {
		m.side &^= opens
	}
	if m.side == closes && i > from {
		prev := toks[i-1]
		last := text[prev.end-1]
		m.sure = prev.kind == kindPunct || prev.kind == kindMark || last == '.'
		if prev.kind == kindWord && (last == 's' || last == 'S') {
			m.sure = i+1 < to && toks[i+1].isSign(".,;:?!")
		}
	}
	return m.side != 0
}

// elided reports whether word, with an apostrophe before it, is a shortened word or decade: 'em, 'tis, '90s.
func elided(word string, sign rune, lx *lexicon) bool {
	if sign == '‘' && !lx.elisions[strings.ToLower(word)] && !decade(word) {
		return false
	}
	return sign == '’' || decade(word) || lx.elisions[strings.ToLower(word)]
}

// decade reports whether word is two digits, an s after them or not: 90s, 68.
func decade(word string) bool {
	w := strings.TrimSuffix(word, "s")
	return len(w) == 2 && w[0] >= '0' && w[0] <= '9' && w[1] >= '0' && w[1] <= '9'
}

// isReversed reports whether the guillemets of the text open with », as in German books and in Danish.
func isReversed(toks []token) bool {
	votes := 0
	for i, k := range toks {
		if k.kind != kindMark || (k.sign != '»' && k.sign != '«') {
			continue
		}
		switch context(toks, i, 0, len(toks)) {
		case opens:
			if i+1 < len(toks) && toks[i+1].kind == kindWord { // a French » stands free before a comma
				votes += vote(k.sign == '»')
			}
		case closes:
			if before := toks[i-1].sign; before != '’' && before != '\'' { // a word is elided before a French one: d’« une sortie »
				votes += vote(k.sign == '«')
			}
		}
	}
	return votes > 0
}

func vote(yes bool) int {
	if yes {
		return 1
	}
	return -1
}
