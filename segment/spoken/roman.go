package spoken

import "strings"

// romanDigits are the values of Roman numerals.
var romanDigits = []struct {
	sign  string
	value int
}{{"M", 1000}, {"CM", 900}, {"D", 500}, {"CD", 400}, {"C", 100}, {"XC", 90}, {"L", 50}, {"XL", 40}, {"X", 10}, {"IX", 9}, {"V", 5}, {"IV", 4}, {"I", 1}}

// roman returns the value of a Roman numeral in capitals, 0 for anything that is not the usual way to write a number.
func roman(word string) int {
	v, rest := 0, word
	for _, d := range romanDigits {
		for strings.HasPrefix(rest, d.sign) && v < 4000 {
			v, rest = v+d.value, rest[len(d.sign):]
		}
	}
	if rest != "" || toRoman(v) != word {
		return 0
	}
	return v
}

// toRoman writes a number in Roman numerals.
func toRoman(v int) string {
	var b strings.Builder
	for _, d := range romanDigits {
		for v >= d.value {
			b.WriteString(d.sign)
			v -= d.value
		}
	}
	return b.String()
}

// matchRoman says a Roman numeral where the words before it ask for one: World War II, Henry VIII, Chapter IV.
func matchRoman(s *scan, pos int) (int, string) {
	end := s.wordEnd(pos)
	word, ending := cutEnding(s.text[pos:end])
	v := roman(word)
	if v == 0 {
		return s.smallRoman(pos, end)
	}
	if !s.leftFree(pos) || !s.rightFree(end) || s.at(end) == '-' && !isDigit(s.at(end+1)) && len(word) < 2 {
		return 0, ""
	}
	if ending != "" {
		ending = "'s"
	}
	before := s.wordBefore(pos)
	switch {
	case s.en.counters[before] && (before != "Series" || len(word) > 1):
		if word == "I" && !s.firstMeant(pos, end) {
			return 0, ""
		}
		return end, cardinal(itoa(v), s.and()) + ending
	case s.en.regnal[before] && s.reigns(pos, end, word, before):
		if ending == "" && s.at(end) == '.' && s.skip(end+1) > end+1 && isLower(s.at(end+2)) {
			return end + 1, "the " + ordinalOf(cardinal(itoa(v), s.and())) // George III. from the pit
		}
		return end, "the " + ordinalOf(cardinal(itoa(v), s.and())) + ending
	}
	if (word == "XI" || word == "XV") && (s.ordinalBefore(pos) || before == "first" || before == "second" || before == "starting") {
		return end, cardinal(itoa(v), s.and()) // a team
	}
	if next, _ := s.wordAfter(end); (v == 2 || v == 3) && ending == "" && bookWords[next] {
		return end, []string{"Second", "Third"}[v-2]
	}
	if s.countedWord(before) && len(word) > 1 && (v != 4 || before != "an") {
		return end, cardinal(itoa(v), s.and()) + ending // stage IV
	}
	if next, _ := s.wordAfter(end); (before == "the" || before == "The") && ending == "" && len(word) > 1 && v < 40 && next != "" && isUpper(next[0]) && next != strings.ToUpper(next) {
		return end, ordinalOf(cardinal(itoa(v), s.and())) // the XXIV Olympic Games
	}
	return s.romanAfterName(pos, end, word, ending, before, v)
}

// bookWords are books of the Bible of which there are more than one.
var bookWords = wordSet("Samuel Kings Chronicles Corinthians Thessalonians Timothy Peter")

// bookShort are short names of the same.
var bookShort = wordSet("Sam Chron Chr Cor Thess Tim Pet Macc")

// matchBook says the number before a book of the Bible: "1 Cor. 13:4" is "First Corinthians thirteen four".
func matchBook(s *scan, pos int) (int, string) {
	end := pos + 1
	w, at := s.wordAfter(end)
	if c := s.text[pos]; c < '1' || c > '3' || !s.alone(pos, end) || !bookWords[w] && !bookShort[w] {
		return 0, ""
	}
	next := at + len(w)
	if s.at(next) == '.' {
		next++
	}
	if !isDigit(s.at(s.skip(next))) {
		return 0, ""
	}
	return end, [...]string{"First", "Second", "Third"}[s.text[pos]-'1']
}

// countedWord says whether a word in small letters is one that a Roman numeral follows.
func (s *scan) countedWord(w string) bool {
	switch w {
	case "stage", "type", "phase", "part", "chapter", "class", "volume", "title", "level", "section", "act", "scene", "article", "tier", "category":
		return true
	}
	return false
}

// firstMeant says whether "I" behind a counter is a number: World War I, Part I of, Phase I trials.
func (s *scan) firstMeant(pos, end int) bool {
	if strings.HasSuffix(s.text[:pos], "World War ") {
		return true
	}
	w, _ := s.wordAfter(end)
	switch w {
	case "":
		return s.at(end) != '\'' && !s.has(end, "’")
	case "of", "and", "trial", "trials", "study", "studies", "clinical", "diabetes", "error", "errors", "funding", "schools", "school", "to", "or", "was", "is":
		return true
	}
	return false
}

// reigns says whether a numeral behind a given name is that of a monarch. One letter needs more: a title before the
// name, or a numeral that is no word by itself.
func (s *scan) reigns(pos, end int, word, name string) bool {
	if len(word) > 1 {
		return !s.givenOnly(pos, name)
	}
	title := s.wordBefore(pos - 1 - len(name))
	if next, _ := s.wordAfter(end); word != "I" && word != "V" && word != "X" || next != "" && isUpper(next[0]) {
		return false // an initial
	}
	if word == "I" {
		if apostropheAt(s.text, pos+1) > 0 && end > pos+1 {
			return crowns[title] || title == "" || isLower(title[0]) || s.en.openers[title] // Elizabeth I's reign
		}
		next, _ := s.wordAfter(end)
		if crowns[title] {
			return true
		}
		if next == "" && (title == "of" || title == "under" || title == "and") {
			return s.at(end) == '.' || s.at(end) == ',' || s.at(end) == ';' || s.at(end) == ')'
		}
		return (rulers[title] || s.numeralNear(pos)) && !pronounVerbs[next]
	}
	return rulers[title] || !s.en.given[title] && title != "Mr." && (title == "" || isLower(title[0]) || s.en.openers[title] || strings.HasSuffix(title, "."))
}

// numeralNear says whether the numeral of another monarch stands near pos: "Henry VIII and Elizabeth I reigned".
func (s *scan) numeralNear(pos int) bool {
	return holdsAny(s.text[max(0, pos-maxWord):min(len(s.text), pos+maxWord)], []string{" II", " IV", " VI", " IX", " XI", " XV"})
}

// givenOnly says whether a name that kings bear is the family name of a person: "Robert James III".
func (s *scan) givenOnly(pos int, name string) bool {
	first := s.wordBefore(pos - 1 - len(name))
	return s.en.given[first] && first != "John" && first != "Juan" && !rulers[first]
}

// rulers are titles of those who bear a number.
var rulers = wordSet("King Queen Pope Emperor Empress Tsar Czar Tsarina Kaiser Sultan Pharaoh Shah Prince Duke Elector Grand Saint Patriarch Catherine John King's king queen pope emperor")

// crowns are rulers whose name before I leaves no room for the pronoun.
var crowns = wordSet("King Queen Pope Emperor Empress Tsar Czar Kaiser Sultan")

// pronounVerbs follow the pronoun I.
var pronounVerbs = wordSet("am was have had will would do did can could should think thought know knew saw see met said say love like want never always")

// romanAfterName says a numeral of two or more letters behind another name: "Robert Downey III" is a third, "Rocky II" a
// two.
func (s *scan) romanAfterName(pos, end int, word, ending, before string, v int) (int, string) {
	if s.at(end) == '\'' {
		return 0, ""
	}
	if next, _ := s.wordAfter(end); (next == "century" || next == "centuries" || next == "Century") && len(word) > 1 {
		return end, ordinalOf(cardinal(itoa(v), s.and()))
	}
	if len(word) < 2 || v > 39 || word == "DI" || word == "MI" {
		return 0, ""
	}
	if pos == 0 && (end == len(s.text) || s.text[end:] == ".") {
		return end, cardinal(itoa(v), s.and())
	}
	if (v == 2 || v == 3) && before != "" && isUpper(before[0]) && before == strings.ToUpper(before) && s.at(pos-1) == ' ' && !s.shouting(pos, end) {
		return end, cardinal(itoa(v), s.and()) + ending // TARP II
	}
	if before == "" || !isUpper(before[0]) || before == strings.ToUpper(before) || s.en.openers[before] || s.at(pos-1) != ' ' {
		if strings.HasSuffix(s.text[:pos], ", ") && v < 6 && s.personBefore(pos-2) {
			return end, "the " + ordinalOf(below100(v)) + ending
		}
		return 0, ""
	}
	if v < 6 && s.personBefore(pos) {
		return end, "the " + ordinalOf(below100(v)) + ending
	}
	if v == 4 || v == 11 || v == 30 || v == 20 {
		if !strings.Contains(s.text[max(0, pos-40):pos], " ") {
			return 0, ""
		}
		if w, _ := s.wordAfter(end); v == 4 && dripWords[w] {
			return 0, "" // an IV drip
		}
	}
	return end, cardinal(itoa(v), s.and()) + ending
}

// dripWords follow an IV in a vein.
var dripWords = wordSet("drip drips fluid fluids line lines bag bags drug drugs treatment treatments therapy tube tubes catheter catheters push antibiotics antibiotic infusion infusions medication medications needle needles access dose doses pole poles use user users pump pumps vitamin vitamins iron")

// personBefore says whether the name before pos starts with a given name.
func (s *scan) personBefore(pos int) bool {
	last := s.wordBefore(pos)
	i := pos - len(last) - 1
	first := s.wordBefore(i)
	if len(strings.TrimSuffix(first, ".")) == 1 {
		first = s.wordBefore(i - len(first) - 1)
	}
	if first == "" && i > 3 && s.at(i-2) == '.' {
		first = s.wordBefore(i - 4)
	}
	return s.en.given[first]
}

// smallRoman says small Roman numerals in brackets and behind "page": "(ii)", "pp. xii".
func (s *scan) smallRoman(pos, end int) (int, string) {
	word := s.text[pos:end]
	v := roman(strings.ToUpper(word))
	if v == 0 || word != strings.ToLower(word) || !s.alone(pos, end) {
		return 0, ""
	}
	before := s.wordBefore(pos)
	bracket := s.at(pos-1) == '(' && s.at(end) == ')'
	if bracket && (len(word) > 1 || word == "i") || len(word) > 1 && (before == "page" || before == "chapter" || before == "Scene" || before == "scene" || before == "p." || before == "pp.") {
		return end, cardinal(itoa(v), s.and())
	}
	return 0, ""
}
