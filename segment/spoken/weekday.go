package spoken

import "strings"

// matchWeekday says "Mon.", and without its stop where another day, a date or a time is beside it.
func matchWeekday(s *scan, pos int) (int, string) {
	w := s.wordAt(pos)
	name := s.en.weekdays[strings.ToLower(w)]
	end := pos + len(w)
	if name == "" || isLower(w[0]) || !s.leftFree(pos) {
		return 0, ""
	}
	dotted := s.at(end) == '.'
	if dotted {
		end++
	}
	at := s.skip(end)
	if s.at(end) == ',' {
		at = s.skip(end + 1)
	}
	month, _ := s.monthAt(at)
	day, _ := s.dayAt(at)
	if later, _ := s.monthAt(s.skip(s.digits(at))); later > 0 && day > 0 && at > end {
		return end, name // Fri 8 Nov
	}
	safe := dotted && w != "Sat" && w != "Sun"
	if at > end && (month > 0 || day > 0 && dotted) || safe && s.at(end) == ',' {
		return end, name
	}
	if stop, last := s.weekdayRange(end); last != "" {
		return stop, name + " to " + last
	}
	if s.weekdayJoined(end) || s.weekdayBefore(pos) {
		if dotted {
			return s.withStop(end, name)
		}
		return end, name
	}
	if i := s.digits(at); !dotted && at > end && i > at && i < at+3 && pos > 0 && s.hoursAhead(i) {
		return end, name // Sat 10-2
	}
	if dotted && at > end && isLower(s.at(at)) && s.wordBefore(pos) != "the" { // Sat. at noon
		return end, name
	}
	if before := s.wordBefore(pos); safe && (w != "Wed" || monthBefore[strings.ToLower(before)] || before == "on") { // they Wed.
		return s.withStop(end, name)
	}
	return 0, ""
}

// hoursAhead says whether the number that ends at pos is the hour of a time or a span of hours.
func (s *scan) hoursAhead(pos int) bool {
	if w, _ := s.wordAfter(pos); w == "am" || w == "pm" || s.has(pos, "am") || s.has(pos, "pm") || s.at(pos) == ':' && isDigit(s.at(pos+1)) {
		return true
	}
	at := s.rangeDash(pos)
	return at > pos && isDigit(s.at(at))
}

// weekdayJoins stand between two short names of days: "Tue – Sat", "Sun & Mon".
var weekdayJoins = [...]string{" – ", "–", "-", " - ", " & ", " and ", " to ", "/", ", "}

// weekdayJoined says whether the short name of another day follows pos.
func (s *scan) weekdayJoined(pos int) bool {
	for _, j := range weekdayJoins {
		if s.has(pos, j) {
			w := s.wordAt(pos + len(j))
			return w != "" && isUpper(w[0]) && s.en.weekdays[strings.ToLower(w)] != ""
		}
	}
	return false
}

// weekdayBefore says whether the short or full name of another day stands before pos.
func (s *scan) weekdayBefore(pos int) bool {
	for _, j := range weekdayJoins {
		if strings.HasSuffix(s.text[:pos], j) {
			w := s.wordBefore(pos - len(j))
			return w != "" && isUpper(w[0]) && (s.en.weekdays[strings.ToLower(w)] != "" || strings.HasSuffix(w, "day"))
		}
	}
	return false
}

// weekdayRange reads a dash and the short name of another day at pos.
func (s *scan) weekdayRange(pos int) (int, string) {
	at := s.rangeDash(pos)
	w := s.wordAt(at)
	if at == pos || w == "" || !isUpper(w[0]) {
		return 0, ""
	}
	last := s.en.weekdays[strings.ToLower(w)]
	end := at + len(w)
	if last != "" && s.at(end) == '.' && !s.sentenceEnd(end+1) {
		end++
	}
	return end, last
}
