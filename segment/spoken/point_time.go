package spoken

import "strings"

var (
	// timeWords follow a time of the day.
	timeWords = wordSet("today tonight tomorrow yesterday sharp local Monday Tuesday Wednesday Thursday Friday Saturday Sunday")

	// timeBefore stand before one.
	timeBefore = wordSet("at from between until till by before after around about since")

	// timedNouns are what runs by the clock, behind its time: "the 10.30 train".
	timedNouns = wordSet("train bus coach flight ferry boat service express kick-off start news mass showing performance screening departure appointment race bulletin")

	// clockWords speak of the day and what runs by the clock, and overrule sums of money nearby.
	clockWords = [...]string{" open", "door", " clos", " starts", " started", " begins", " began", "kick", " leave", " left ", " depart", " arriv", " train", " bus ", "flight", "breakfast",
		"lunch", "dinner", "supper", "morning", "afternoon", "evening", " night", " noon", "midnight", " meeting", " woke", "alarm", " bed", "concert", "curtain"}

	// sumWords speak of sums, valueWords of other numbers with a point.
	sumWords   = [...]string{"$", "£", "€", " cost", " price", " paid", " worth"}
	valueWords = [...]string{"%", "per cent", "percent", " share", "stock", " rate", " index", " yield", " trad", " rose", " rise", " fell", " fall", " grew", " grow", "increas",
		"decreas", " drop", " climb", " gain", " lost", "averag", " ratio", " point", "magnitude", " version", " odds", " scor", "inflation", "dollar", " pound", " euro", " yen",
		"sterling", " value", "section", "chapter", "paragraph", "clause", " figure", " table", " second", "metre", "meter", " sped ", " speed", " level", " cut ", " hike", " rang", " gpa"}
)

// stateVerbs stand before "at" and a number that is no time, unless the sentence speaks of the clock.
var stateVerbs = wordSet("stood stands was is were are hovered hovers remained remains sat sits held settled")

// sentenceSide bounds how far the sentence around a number is looked at, in bytes.
const sentenceSide = 120

// pointTime says a time with a point and nothing of the day's half, "at 10.30" and "from 10.30 to 11.45", as British newspapers
// write it, where a zone behind it or the words of the sentence show that it is no decimal.
func (s *scan) pointTime(pos int) (int, string) {
	end, said := s.pointClock(pos)
	if end == 0 {
		return 0, ""
	}
	w, at := s.wordAfter(end)
	if zones[w] && len(w) > len("ET") {
		return end, said
	}
	before := strings.ToLower(s.wordBefore(pos))
	if (before == "around" || before == "about") && strings.EqualFold(s.wordBefore(pos-1-len(before)), "at") {
		before = "at"
	}
	next, _ := s.wordAfter(at + len(w))
	switch {
	case before == "the":
		if timedNouns[w] || (w == "from" || w == "to" || w == "at") && next != "" && isUpper(next[0]) {
			return end, said // the 8.15 from Leeds
		}
		return 0, ""
	case before == "was" || before == "is":
		if w != "when" && w != "before" || !strings.EqualFold(s.wordBefore(pos-1-len(before)), "it") {
			return 0, ""
		}
	case !timeBefore[before] && !(s.rangeDash(end) > end && s.namesDay(strings.TrimSuffix(s.text[:pos], " "))):
		return 0, ""
	case timeWords[w], w == "on" && (timeWords[next] || next == "the"), w == "in" && next == "the", w == "this" && next != "" && (next == "morning" || next == "evening" || next == "afternoon"):
		return end, said
	}
	second, more := 0, ""
	if dash := s.rangeDash(end); dash > end {
		if second, more = s.pointClock(dash); second == 0 {
			return 0, ""
		}
		said += " to " + more
	} else if w == "to" || w == "and" || w == "until" || w == "till" || w == "or" {
		if second, more = s.pointClock(s.skip(at + len(w))); second > 0 {
			said += " " + w + " " + more
		}
	}
	if !s.clockSentence(before, pos, end, second) {
		return 0, ""
	}
	end = max(end, second)
	if w, _ := s.wordAfter(end); w != "" && isLower(w[0]) && !functionWords[w] || w == "per" || s.has(end, " times ") {
		return 0, "" // at 10.30 points
	}
	return end, said
}

// pointClock reads an hour, a point and two digits of minutes at pos; end is 0 where there are none.
func (s *scan) pointClock(pos int) (end int, said string) {
	i := s.digits(pos)
	end = i + 3
	if i == pos || i-pos > 2 || s.at(i) != '.' || s.digits(i+1) != end || s.text[i+1] > '5' || atoi(s.text[pos:i]) > 23 || !s.rightFree(end) || s.continues(end) && s.at(end) != '-' || s.at(end) == '%' {
		return 0, ""
	}
	return end, s.sayClock(clock{hour: atoi(s.text[pos:i]), min: atoi(s.text[i+1 : end]), sec: -1}, true)
}

// namesDay says whether text ends with the name of a day, or days, and perhaps a comma: "Mon to Fri, ".
func (s *scan) namesDay(text string) bool {
	text = strings.TrimSuffix(strings.TrimSuffix(text, ","), ".")
	w := strings.ToLower(text[strings.LastIndexAny(text[max(0, len(text)-maxWord):], " –-/(")+1+max(0, len(text)-maxWord):])
	w = strings.TrimSuffix(w, "s")
	return strings.HasSuffix(w, "day") && w != "day" || s.en.weekdays[w] != ""
}

// clockSentence says whether the sentence around the number text[pos:end] may speak of the time of the day: of nothing else
// that has a decimal point, and of money only where it speaks of the clock as well. second is the end of another number that
// belongs to it, or 0. The fewer signs, the rounder must the minutes be.
func (s *scan) clockSentence(before string, pos, end, second int) bool {
	left, right := s.text[max(0, pos-sentenceSide):pos], s.text[end:min(len(s.text), end+sentenceSide)]
	if i := max(strings.LastIndex(left, ". "), strings.LastIndexByte(left, '\n')); i >= 0 {
		left = left[i+1:]
	}
	if i := strings.Index(right, ". "); i >= 0 {
		right = right[:i]
	}
	right, _, _ = strings.Cut(right, "\n")
	sentence := strings.ToLower(" " + left + "#" + right)
	clock := holdsAny(sentence, clockWords[:])
	if !clock && before == "at" && stateVerbs[strings.ToLower(s.wordBefore(pos-len(" at")))] {
		return false // unemployment stood at 4.10
	}
	round := 5
	if !clock && before != "at" {
		round = 15
	}
	if atoi(s.text[end-2:end])%round != 0 || second > 0 && atoi(s.text[second-2:second])%round != 0 {
		return false
	}
	return !holdsAny(sentence, valueWords[:]) && (clock || !holdsAny(sentence, sumWords[:]))
}

// holdsAny says whether one of the parts stands in text.
func holdsAny(text string, parts []string) bool {
	for _, p := range parts {
		if strings.Contains(text, p) {
			return true
		}
	}
	return false
}
