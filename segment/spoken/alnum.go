package spoken

import "strings"

// matchAlnum says codes of letters and digits: F-16, COVID-19, H1N1, GPT-4, A320, 5G, 1080p.
func matchAlnum(s *scan, pos int) (int, string) {
	if !s.leftFree(pos) || s.at(pos-1) == '.' && isDigit(s.at(pos-2)) {
		return 0, ""
	}
	parts, end := s.codeAt(pos)
	if end == 0 || !s.rightFree(end) || s.at(end) == '/' && isASCIILetter(s.at(end+1)) {
		return 0, ""
	}
	if w := s.wordBefore(pos); w == "number" || w == "serial" || w == "Number" {
		for i := range parts {
			parts[i].serial = true
		}
	}
	if p := parts[len(parts)-1]; len(parts) == 2 && parts[0].text == "c" && len(p.text) == 4 && p.text > "1000" && p.text < "2100" && end == pos+5 {
		return end, "circa " + year(p.text, s.and())
	}
	if end, said := s.episode(parts, end); said != "" {
		return end, said
	}
	if len(parts) == 2 && parts[0].text == "FL" && len(parts[1].text) == 3 && parts[1].digits {
		return end, "flight level " + spellDigits(parts[1].text)
	}
	if len(parts) == 2 && parts[0].digits && parts[1].text == "ish" && s.freeNumber(pos) {
		return end, s.sayCode(parts[:1]) + "-ish"
	}
	if p := parts[len(parts)-1].text; len(parts) == 2 && parts[0].digits && len(parts[0].text) == 2 && (p == "er" || p == "ers") {
		return end, strings.TrimSuffix(below100(atoi(parts[0].text)), "e") + p // the 49ers
	}
	if len(parts) == 4 && parts[0].text == parts[2].text && parts[1].digits && parts[3].digits && strings.Contains(s.text[pos:end], "-") {
		return end, s.sayCode(parts[:2]) + " to " + s.sayCode(parts[2:]) // Q1-Q3
	}
	if s.text[pos] == 'A' && s.has(end, "(M)") {
		return end + len("(M)"), s.sayCode(parts) + " M" // a motorway
	}
	if last := s.digits(end + 1); s.at(end) == '-' && parts[len(parts)-1].digits && len(parts) < 3 && last > end+1 && last < end+6 && s.rightFree(last) && !s.continues(last) && s.at(last) != '-' {
		tail := codePart{text: s.text[end+1 : last], digits: true}
		return last, s.sayCode(parts) + " " + s.sayPart(tail, 1, false) // A350-1000
	}
	return end, s.letterTail(end, s.sayCode(parts))
}

// episode says the number of an episode of a series, "S01E02" and "S4 E10"; said is "" where parts, which end at end, are
// none.
func (s *scan) episode(parts []codePart, end int) (stop int, said string) {
	if parts[0].text != "S" || len(parts) < 2 || !parts[1].digits {
		return 0, ""
	}
	number := ""
	switch {
	case len(parts) == 4 && parts[2].text == "E" && parts[3].digits:
		number = parts[3].text
	case len(parts) == 2 && s.has(end, " E"):
		stop = s.digits(end + len(" E"))
		number, end = s.text[end+len(" E"):stop], stop
	}
	if number == "" || len(number) > 3 || len(parts[1].text) > 2 || !s.rightFree(end) {
		return 0, ""
	}
	return end, "season " + cardinal(parts[1].text, false) + ", episode " + cardinal(number, false)
}

// codePart is a run of letters or a number inside a code.
type codePart struct {
	text   string
	digits bool
	fracs  []string // digits behind points
	serial bool     // said digit by digit
}

// maxCode bounds the number of parts of a code.
const maxCode = 12

// codeAt splits the code at pos into its parts; end is 0 where there is none. Letters and digits touch, or are parted by
// one hyphen where the letters are capitals or one letter.
func (s *scan) codeAt(pos int) ([]codePart, int) {
	var parts []codePart
	i, joins := pos, 0
	for len(parts) < maxCode {
		start := i
		if isDigit(s.at(i)) {
			i = s.digits(i)
			p := codePart{text: s.text[start:i], digits: true}
			for s.at(i) == '.' && isDigit(s.at(i+1)) && !isASCIILetter(s.at(s.digits(i+1))) && len(parts) > 0 && i-start < maxWord {
				p.fracs = append(p.fracs, s.text[i+1:s.digits(i+1)])
				i = s.digits(i + 1)
			}
			parts = append(parts, p)
		} else if isASCIILetter(s.at(i)) {
			for isASCIILetter(s.at(i)) && i-start < maxWord {
				i++
			}
			parts = append(parts, codePart{text: s.text[start:i]})
		} else {
			break
		}
		next := s.codeJoin(parts, i)
		if next == 0 {
			break
		}
		if next == i {
			joins++
		}
		i = next
	}
	if last := len(parts) - 1; last >= 0 && parts[last].digits && s.at(i) == '.' && isDigit(s.at(i+1)) {
		return nil, 0 // SEK1.2bn
	}
	if len(parts) < 2 || !s.isCode(parts, joins) {
		return nil, 0
	}
	return parts, i
}

// codeJoin returns where the next part of a code may start behind pos, 0 where the code ends.
func (s *scan) codeJoin(parts []codePart, pos int) int {
	last := parts[len(parts)-1]
	c, next := s.at(pos), s.at(pos+1)
	switch {
	case last.fracs != nil:
		return 0
	case c == '.' && len(parts) == 1 && last.text == "H" && (s.has(pos, ".264") || s.has(pos, ".265") || s.has(pos, ".266")):
		return pos + 1 // a codec
	case c == '.' && len(parts) == 1 && last.text == "B" && next == '1' && s.at(pos+2) == '.' && isDigit(s.at(pos+3)):
		return pos + 1 // B.1.1.7
	case c == '.' && len(parts) == 1 && !last.digits && (len(last.text) == 2 || len(last.text) == 3) && last.text == strings.ToUpper(last.text) && isDigit(next) && s.digits(pos+1) < pos+4:
		return pos + 1 // BA.5
	case last.digits && isASCIILetter(c), !last.digits && isDigit(c):
		return pos
	case c == '-' && !last.digits && isDigit(next) && (len(last.text) < 6 && isUpper(last.text[0]) && last.text == strings.ToUpper(last.text) || last.text == "Covid" || len(last.text) < 4 && isUpper(last.text[0]) || s.namedNumber(last.text, pos+1)):
		return pos + 1
	case c == '-' && last.digits && isUpper(next) && len(parts) > 1 && !isLower(s.at(pos+2)):
		return pos + 1
	}
	return 0
}

// namedNumber says whether a hyphen joins a name and a number of three digits at pos, like "Blink-182".
func (s *scan) namedNumber(name string, pos int) bool {
	end := s.digits(pos)
	return len(name) > 3 && len(name) < 10 && isUpper(name[0]) && end == pos+3 && s.text[end-2:end] != "00" && s.rightFree(end) && s.at(end) != '-' && !s.continues(end)
}

// isCode refuses what other rules or plain words say: a number with a word behind it, an ordinal, a plural.
func (s *scan) isCode(parts []codePart, joins int) bool {
	if !parts[0].digits {
		return len(parts[0].text) <= 24
	}
	second := parts[1].text
	return len(second) <= 3 || strings.ToUpper(second) == second && len(second) < 6
}

// sayCode says the parts of a code.
func (s *scan) sayCode(parts []codePart) string {
	var b strings.Builder
	for i, p := range parts {
		if i == len(parts)-1 && !p.digits && p.text == "s" && i > 0 && parts[i-1].digits {
			said := b.String()
			return pluralWord(said)
		}
		if i > 0 {
			if prev := parts[i-1].text; prev == "A" || prev == "a" {
				b.WriteByte('-') // the engine takes a free A for the article
			} else {
				b.WriteByte(' ')
			}
		}
		b.WriteString(s.sayPart(p, i, len(parts) > 1 && parts[1].fracs != nil))
	}
	return b.String()
}

// sayPart says one part of a code; version says that a v in front of it stands for a version.
func (s *scan) sayPart(p codePart, i int, version bool) string {
	if !p.digits {
		if i == 0 && p.text == "v" && version {
			return "version"
		}
		return s.sayLetters(p.text)
	}
	said := ""
	switch {
	case p.text[0] == '0' || len(p.text) > 4 || p.serial:
		said = spellDigits(p.text)
	case len(p.text) == 4 && p.text[1:] == "000":
		said = cardinal(p.text, false)
	case len(p.text) == 4 && p.text[1:3] == "00" && p.text[0] != '2':
		said = below100(atoi(p.text[:2])) + " oh " + onesWords[p.text[3]-'0'] // the B4009
	case len(p.text) >= 3:
		said = pairs(p.text, false)
	default:
		said = cardinal(p.text, false)
	}
	for _, frac := range p.fracs {
		if len(p.fracs) > 1 {
			said += " point " + cardinal(frac, false)
		} else {
			said += " point " + spellDigits(frac)
		}
	}
	return said
}

// codeWords are letters of codes that the engine would read as a word: "NO2", "BE-4".
var codeWords = wordSet("CO NO SO BE AN AS AT AU BY DO EH FI GO HE IN IS LE ME MY OF ON OR RE SI TO UL UP WE YA YE")

// sayLetters says the letters of a code.
func (s *scan) sayLetters(letters string) string {
	if e, ok := s.en.initialisms[letters]; ok {
		return e.letters()
	}
	if codeWords[letters] {
		return dotted(letters)
	}
	return letters
}
