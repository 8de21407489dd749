package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// abbreviationRule: after an abbreviation, its class and the next word decide.
func abbreviationRule(c *candidate) verdict {
	if c.mark != markStop || c.stop-len(c.word) < 0 {
		return unsure
	}
	k := c.class()
	if k == nil || k.only && !c.numbered() || k == classVerse && !c.versed() {
		return unsure
	}
	if c.end > c.after { // a bracket or a quotation closes behind it: what it means to its own words is over
		return unsure
	}
	switch {
	case c.core == c.next && c.stop-len(c.word) == c.start && k.upper == ends: // a name opens the sentence: "N.V. Philips"
		return inside
	case unicode.IsDigit(c.nextRune):
		return k.digit
	case !c.upper() || c.opensBracket() || c.dashed() || c.nickname():
		return inside
	case k == classTime:
		return c.afterTime()
	case k == classCompany && c.county(), k == classUnit && has(c.lang.compass, c.nextWord):
		return inside // "in Co. Down", "Penn Ave. NW"
	case k == classCompany && c.lang.class(c.nextWord) == classCompany, k == classUnit && (c.nextWord == "C" || c.nextWord == "F"):
		return inside // "Co. Inc.", "5 deg. C"
	case k == classAcronym && c.starter() && c.headline():
		return inside
	case c.starter() || c.opened:
		return k.starter
	case k == classState && strings.HasSuffix(c.before(), ","): // in a sentence that goes on, a comma follows "Reno, Nev."
		return ends
	case k == classCompany && has(c.lang.posts, c.nextWord):
		return c.post()
	case k == classAcronym || k == className || k == classState:
		return c.afterAcronym(k)
	}
	return k.upper
}

// county reports whether the word is "Co." in a county's name and no company: no name stands before it.
func (c *candidate) county() bool {
	r, _ := utf8.DecodeRuneInString(c.before())
	return c.word == "Co" && unicode.IsLower(r)
}

// dashed reports whether a dash stands before the next word.
func (c *candidate) dashed() bool {
	r, _ := utf8.DecodeRuneInString(c.text[c.next:])
	return r == '-' || r == '–' || r == '—'
}

// nickname reports whether the next word stands in marks alone and a capital follows: Robert C. "Bobby" Scott.
func (c *candidate) nickname() bool {
	if !c.opened {
		return false
	}
	rest := c.text[c.core+len(c.nextWord):]
	r, n := utf8.DecodeRuneInString(rest)
	if !strings.ContainsRune("\"”’')»“", r) {
		return false
	}
	r, _ = utf8.DecodeRuneInString(strings.TrimLeft(rest[n:], " "))
	return unicode.IsUpper(r)
}

// maxHeadline is the length in bytes of the longest headline.
const maxHeadline = 120

// headline reports whether the sentence so far is written as headlines are, every longer word with a capital.
func (c *candidate) headline() bool {
	if c.stop-c.start > maxHeadline {
		return false
	}
	long := 0
	for w := range strings.FieldsSeq(c.text[c.start : c.stop-len(c.word)]) {
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsLower(r) && len(w) > 3 {
			return false
		}
		if unicode.IsUpper(r) && len(w) > 3 {
			long++
		}
	}
	return long >= 3
}

// class returns the class of the word before: as it is, with the single letter before it ("z. B.", "т. д."), without what
// a hyphen or an apostrophe joins to it ("then-Sen.", "L'on."), or of the end of a compound ("Goethestr.").
func (c *candidate) class() *class {
	if b := c.before(); len(b) <= 3 && strings.HasSuffix(b, ".") && utf8.RuneCountInString(c.word) == 1 {
		if k := c.lang.class(b + c.word); k != nil {
			return k
		}
	}
	if k := c.lang.class(c.word); k != nil {
		return k
	}
	if c.lang.compound != "" && strings.HasSuffix(c.word, c.lang.compound) {
		return classReference
	}
	for _, join := range [...]string{"'", "’"} {
		if _, last, ok := strings.Cut(c.word, join); ok && len(last) > 1 {
			return c.lang.class(last)
		}
	}
	return c.lang.class(c.word[strings.LastIndexByte(c.word, '-')+1:])
}

// numbered reports whether a number or a letter that counts follows: "No. 5", "Fig. B", "Vol. IV".
func (c *candidate) numbered() bool {
	if at := c.core + len(c.nextWord); c.nextWord == "I" && c.core == c.next && at < len(c.text) && strings.IndexByte(",;)", c.text[at]) >= 0 {
		return c.word == "Art" || c.word == "Sec" || c.word == "Pt" || c.word == "Vol" || c.word == "Ch" // Art. I, § 8
	}
	if c.nextWord == "No" && c.core == c.next && strings.HasPrefix(c.text[c.core:], "No. ") {
		return c.word == "Pat" || c.word == "Pub" // a patent
	}
	return unicode.IsDigit(c.nextRune) || c.upper() && c.core == c.next && strings.ContainsAny(c.nextWord, "0123456789") || c.core == c.next && c.nextWord != "" && c.nextWord != "I" && c.nextWord != "A" && strings.Trim(c.nextWord, "IVXLC") == "" ||
		len(c.nextWord) == 1 && c.nextWord != "I" && c.nextWord != "A" && c.upper()
}

// versed reports whether the number of a chapter and one of a verse follow: "1 Cor. 13:4".
func (c *candidate) versed() bool {
	rest := strings.TrimLeft(c.text[c.core:min(len(c.text), c.core+maxWord)], "0123456789")
	return len(rest) > 1 && rest[0] == ':' && rest[1] >= '0' && rest[1] <= '9'
}

// post decides about a capital behind a company that is the name of a post: with a capital after it, or when it is part
// of the company's name, the sentence goes on ("Corp. Chairman Ann Bell").
func (c *candidate) post() verdict {
	if r, _ := utf8.DecodeRuneInString(c.following()); unicode.IsUpper(r) || strings.ToUpper(c.nextWord) == c.nextWord {
		return inside
	}
	return ends
}

// afterTime decides about the capital behind "p.m.": a day or a zone goes on, and so does the sentence that began with
// the time ("At 5 a.m. Mr. Smith went").
func (c *candidate) afterTime() verdict {
	if has(c.lang.zones, c.nextWord) || has(c.lang.zones, c.following()) && !c.starter() {
		return inside
	}
	first := wordAt(c.text, skipOpeners(c.text, c.start))
	if has(c.lang.frames, first) && strings.Count(c.text[c.start:c.stop], " ") <= 3 && !c.starter() {
		return inside
	}
	return ends
}

// afterAcronym decides about a capital behind "U.S.": mostly the name goes on, but not when a plural that is no part of
// names has its verb behind it ("U.S. Millions attended"), or a label its colon.
func (c *candidate) afterAcronym(k *class) verdict {
	at := c.core + len(c.nextWord)
	if at < len(c.text) && c.text[at] == ':' && has(c.lang.labels, c.nextWord) {
		return ends
	}
	w := c.nextWord
	if len(w) > 4 && w[len(w)-1] == 's' && strings.IndexByte("sui", w[len(w)-2]) < 0 && titleCase(w) && !has(c.lang.plurals, w) {
		if f := c.following(); f != "" && at < len(c.text) && c.text[at] == ' ' {
			if r, _ := utf8.DecodeRuneInString(f); unicode.IsLower(r) && k == classAcronym {
				return ends
			}
		}
	}
	return k.upper
}
