package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// nameForm names the length and the end of the line.
func (v *lineView) nameForm() {
	v.short = shortNames[bucket(v.n, 2, 7, 16, 40)]
	v.ending, v.closed = "open", "closed"
	switch {
	case strings.HasSuffix(v.text, "...") || v.end == '…':
		v.ending = "dots"
	case v.end == '.':
		v.ending = "stop"
	case v.end == '?':
		v.ending = "question"
	case v.end == '!':
		v.ending = "exclamation"
	case v.end == ':':
		v.ending = "colon"
	default:
		v.closed = "open"
	}
	v.shape = v.short + " " + v.closed
}

// sizeFeatures are about length, ending and capitals, alone and together.
func (f *facts) sizeFeatures(v *lineView) {
	size, ending := sizeNames[bucket(v.n, 1, 2, 4, 7, 11, 16, 24, 40)], v.ending
	f.add("words ", size)
	f.add("end ", ending)
	f.add("words ", v.short, " end ", ending)
	if v.n > 1 && v.n < 40 {
		share := tenths[bucket(100*v.capitals/(v.n-1), 5, 25, 45, 65, 85)]
		f.add("capitals ", share)
		f.add("words ", v.short, " capitals ", share)
	}
	if v.n > 0 && v.n < 60 {
		share := tenths[bucket(100*v.common/v.n, 3, 15, 25, 35, 45)]
		f.add("words ", v.short, " common ", share)
	}
	if v.shouting > 0 && v.shouting*10 >= v.n*8 {
		f.add("all capitals")
	} else if v.shouting >= 2 && v.n > 5 && v.shouting*2 < v.n {
		f.add("some words in capitals")
	}
	first, _ := utf8.DecodeRuneInString(v.text)
	switch {
	case unicode.IsLower(first):
		f.add("begins small")
	case unicode.IsDigit(first):
		f.add("begins with a digit")
	case strings.ContainsRune(`"“'‘«„`, first):
		f.add("begins with a quotation, words ", v.short)
	case !unicode.IsLetter(first):
		f.add("begins with a sign")
	}
}

// wordFeatures are about the kinds of words.
func (f *facts) wordFeatures(v *lineView) {
	if v.verbs > 0 {
		f.add("verb, words ", v.short)
	} else if v.n > 4 {
		f.add("no verb, words ", v.short)
	}
	if v.you > 0 {
		f.add("you, words ", v.short)
	}
	if v.me > 0 {
		f.add("I")
	}
	if v.pictures > 0 {
		f.add("picture word, words ", v.short)
	}
	if v.we > 0 {
		f.add("we, words ", v.short)
	}
	if v.web > 0 {
		f.add("web word, words ", v.short)
		if v.web > 1 {
			f.add("web words, words ", v.short)
		}
		if v.you+v.we > 0 {
			f.add("web word for you")
		}
	}
	if v.staff > 0 {
		f.add("newsroom word, words ", v.short)
	}
	if v.places > 0 && v.n < 60 {
		f.add("picture verb")
		if v.places > 1 {
			f.add("picture verbs")
		}
	}
	if v.joined > 1 && v.joined*4 > v.n {
		f.add("joined words")
	}
	if v.digits > 0 && v.digits*3 >= v.n {
		f.add("mostly digits")
	}
}
