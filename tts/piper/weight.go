package piper

import (
	"strings"
	"unicode"
)

// script says how long a voice takes over a letter, in letters of its own prose (about 50 ms). A voice reads the
// scripts of its own language and spells or names the letters of some of the others. Measured on English voices.
type script struct {
	name    string
	table   *unicode.RangeTable
	native  int    // for a voice of one of langs
	foreign int    // for any other
	langs   string // primary language subtags, as Piper's voices and espeak-ng name them
}

var scripts = []script{
	{"Latin", unicode.Latin, 1, 1, ""},
	{"Cyrillic", unicode.Cyrillic, 1, 2, "be bg kk ky mk mn ru sr tg tt uk"},
	{"Greek", unicode.Greek, 1, 6, "el grc"},
	{"Arabic", unicode.Arabic, 2, 10, "ar fa ku ps sd ug ur"},
	{"Hebrew", unicode.Hebrew, 2, 6, "he"},
	{"Devanagari", unicode.Devanagari, 1, 2, "hi mr ne sa"},
	{"Hangul", unicode.Hangul, 3, 3, "ko"},
	{"Thai", unicode.Thai, 2, 20, "th"},
	{"Han", unicode.Han, 5, 8, "cmn hak ja yue zh"},
	{"Hiragana", unicode.Hiragana, 3, 8, "ja"},
	{"Katakana", unicode.Katakana, 3, 8, "ja"},
	{"Georgian", unicode.Georgian, 1, 10, "ka"},
	{"Armenian", unicode.Armenian, 1, 10, "hy hyw"},
	{"Bengali", unicode.Bengali, 1, 10, "as bn bpy"},
	{"Tamil", unicode.Tamil, 1, 10, "ta"},
	{"Telugu", unicode.Telugu, 1, 10, "te"},
	{"Malayalam", unicode.Malayalam, 1, 10, "ml"},
	{"Kannada", unicode.Kannada, 1, 10, "kn"},
	{"Gujarati", unicode.Gujarati, 1, 10, "gu"},
	{"Gurmukhi", unicode.Gurmukhi, 1, 10, "pa"},
	{"Sinhala", unicode.Sinhala, 1, 10, "si"},
	{"Myanmar", unicode.Myanmar, 2, 20, "my"},
	{"Ethiopic", unicode.Ethiopic, 2, 10, "am"},
}

// What else a voice takes its time over.
const (
	digitWeight    = 8  // "1987" is four words
	capitalWeight  = 3  // may be spelled
	signWeight     = 8  // "slash", "percent", "smiling face"
	modifierWeight = 14 // "modifier letter small h"
	unknownWeight  = 20 // letters of any other script, named one by one
)

// weight estimates how long a voice of the language takes to say a rune, a letter of its own prose being 1.
func weight(r rune, lang string) int {
	switch {
	case r == ' ' || unicode.IsMark(r):
		return 1
	case unicode.IsNumber(r):
		return digitWeight
	case unicode.Is(unicode.Lm, r):
		return modifierWeight
	case unicode.IsLetter(r):
		return letterWeight(r, lang)
	case unicode.IsPunct(r) && !strings.ContainsRune(`/\#%&*@_`, r):
		return 1
	}
	return signWeight
}

func letterWeight(r rune, lang string) int {
	for _, s := range scripts {
		switch {
		case !unicode.Is(s.table, r):
			continue
		case unicode.IsUpper(r):
			return max(capitalWeight, s.foreign)
		case s.speaks(lang):
			return s.native
		}
		return s.foreign
	}
	return unknownWeight
}

// speaks tells whether the script is that of the language's.
func (s script) speaks(lang string) bool {
	return lang != "" && strings.Contains(" "+s.langs+" ", " "+lang+" ")
}

// primary returns the first subtag of a language's name: "en" of "en-GB", "en_US" and "en-gb-x-rp".
func primary(lang string) string {
	if i := strings.IndexAny(lang, "-_"); i >= 0 {
		lang = lang[:i]
	}
	return strings.ToLower(lang)
}
