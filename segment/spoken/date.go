package spoken

import "strings"

// date is a date as written; zero values are missing parts.
type date struct {
	day, day2, month int
	year             string // digits
	the              bool   // "the" stands before it
}

// sayDate says a date by the conventions of the region: "August nineteenth, twenty nineteen", or with dayFirst "the
// nineteenth of August, twenty nineteen".
func (s *scan) sayDate(d date, dayFirst bool) string {
	said := monthNames[d.month]
	day := ""
	if d.day > 0 {
		day = ordinalOf(below100(d.day))
	}
	if d.day2 > 0 {
		day += " to " + ordinalOf(below100(d.day2))
	}
	switch {
	case d.day == 0:
	case dayFirst && d.the:
		said = day + " of " + said
	case dayFirst:
		said = "the " + day + " of " + said
	case s.region == "GB":
		said += " the " + day
	default:
		said += " " + day
	}
	if d.year != "" {
		if d.day > 0 {
			said += ","
		}
		said += " " + year(d.year, s.and())
	}
	return said
}

// monthAt returns the month named at pos and the position behind it and its full stop, 0 for none.
func (s *scan) monthAt(pos int) (month, end int) {
	w := s.wordAt(pos)
	month = s.en.months[strings.ToLower(w)]
	if month == 0 {
		return 0, 0
	}
	end = pos + len(w)
	if s.at(end) == '.' && len(w) < len(monthNames[month]) {
		end++
	}
	return month, end
}

// monthRange reads a dash and the name of another month behind that of one which starts at pos and ends at end, both in
// capitals: "Jan-Mar"; last is 0 where there is none.
func (s *scan) monthRange(pos, end int) (stop, last int) {
	at := s.rangeDash(end)
	last, stop = s.monthAt(at)
	if at == end || s.skip(end) > end || last == 0 || isLower(s.text[pos]) || isLower(s.text[at]) || !s.rightFree(stop) {
		return 0, 0
	}
	if day, _ := s.dayAt(s.skip(stop)); day > 0 || s.at(stop) == '-' {
		return 0, 0
	}
	return stop, last
}

// dayAt reads a day of a month at pos, with or without the ending of an ordinal.
func (s *scan) dayAt(pos int) (day, end int) {
	end = s.digits(pos)
	if end == pos || end-pos > 2 {
		return 0, 0
	}
	day = atoi(s.text[pos:end])
	if day < 1 || day > 31 {
		return 0, 0
	}
	if stop := s.ordinalEnd(s.text[pos:end], end); stop > 0 {
		return day, stop
	}
	if !s.rightFree(end) || s.at(end) == '.' && isDigit(s.at(end+1)) || s.at(end) == ':' || s.at(end) == '%' {
		return 0, 0
	}
	return day, end
}

// yearAt reads a year behind a date at pos: ", 2019" or " 2019".
func (s *scan) yearAt(pos int) (string, int) {
	next := pos
	if s.at(next) == ',' {
		next++
	}
	at := s.skip(next)
	if at == next {
		return "", pos
	}
	end := s.digits(at)
	if end-at != 4 || s.text[at] == '0' || s.text[at] > '2' || !s.rightFree(end) || s.at(end) == '-' && isDigit(s.at(end+1)) ||
		s.at(end) == ',' && s.digits(end+1) == end+4 {
		return "", pos
	}
	if s.at(next-1) != ',' && s.counts(end) {
		return "", pos
	}
	return s.text[at:end], end
}

// matchMonthFirst says "Aug. 19, 2019", "March 3-5", "Sept. 2001" and a short month by itself where its full stop shows
// that it is one.
func matchMonthFirst(s *scan, pos int) (int, string) {
	month, end := s.monthAt(pos)
	if month == 0 || !s.leftFree(pos) {
		return 0, ""
	}
	if stop, last := s.monthRange(pos, end); last > 0 {
		return stop, monthNames[month] + " to " + monthNames[last]
	}
	at := s.skip(end)
	if at == end && s.at(end) == '-' {
		at = end + 1 // Jan-15-2020
	}
	d := date{month: month}
	day, stop := s.dayAt(at)
	if at == end || day == 0 || isLower(s.text[pos]) && s.unsureMonth(pos) {
		return s.monthAlone(pos, month, end)
	}
	d.day = day
	if second, past := s.dayRange(stop); second > day {
		d.day2, stop = second, past
	}
	if s.at(at-1) == '-' && s.at(stop) == '-' && s.digits(stop+1) == stop+5 {
		d.year, stop = s.text[stop+1:stop+5], stop+5
		return stop, s.sayDate(d, false)
	}
	if at := s.rangeDash(stop); at > stop && d.day2 == 0 && s.text[at-1] != ' ' {
		if next, _ := s.monthAt(at); next > 0 {
			if end, said := matchMonthFirst(s, at); end > 0 {
				return end, s.sayDate(d, false) + " to " + said
			}
		}
	}
	d.year, stop = s.yearAt(stop)
	if d.year == "" && s.counts(stop) && d.day2 == 0 && stop-at <= 2 && s.countedMonth(pos) {
		return 0, ""
	}
	return stop, s.sayDate(d, false)
}

// countedMonth says whether the month at pos may be a verb before a count: "may 5 people", "March 10 miles".
func (s *scan) countedMonth(pos int) bool {
	w := s.wordAt(pos)
	return w == "March" || w == "May" || isLower(w[0])
}

// unsureMonth says whether a month in small letters may be another word.
func (s *scan) unsureMonth(pos int) bool {
	w := s.wordAt(pos)
	return w == "may" || w == "march" || w == "mar" && s.at(pos+3) != '.' || w == "jun" && s.at(pos+3) != '.' || w == "dec" && s.at(pos+3) != '.'
}

// dayRange reads the second day of "3-5" behind the first.
func (s *scan) dayRange(pos int) (int, int) {
	at := pos
	for _, dash := range [...]string{"-", "–", "—"} {
		if s.has(pos, dash) {
			at = pos + len(dash)
		}
	}
	if at == pos {
		return 0, 0
	}
	day, end := s.dayAt(at)
	if day == 0 || s.at(end) == '-' {
		return 0, 0
	}
	return day, end
}

// monthAlone says a short month that has no day: before a year, or with a full stop behind a preposition.
func (s *scan) monthAlone(pos, month, end int) (int, string) {
	w := s.wordAt(pos)
	if len(w) == len(monthNames[month]) || isLower(w[0]) {
		return 0, ""
	}
	y, stop := s.yearAt(end)
	if at := s.skip(end) + apostropheAt(s.text, s.skip(end)); y == "" && at > s.skip(end) && s.digits(at) == at+2 && s.rightFree(at+2) {
		y, stop = century(s.text[at:at+2]), at+2
	}
	switch {
	case y != "":
		return stop, s.sayDate(date{month: month, year: y}, false)
	case s.at(end-1) == '.' && monthBefore[strings.ToLower(s.wordBefore(pos))]:
		return s.withStop(end, monthNames[month])
	}
	return 0, ""
}

// monthBefore are words before a month without a day.
var monthBefore = wordSet("in since until till through last next this early late mid from of by")

// withStop returns said for an abbreviation whose full stop ends at end: the stop stays when it ends the sentence too.
func (s *scan) withStop(end int, said string) (int, string) {
	if s.at(end-1) == '.' && s.sentenceEnd(end) {
		return end, said + "."
	}
	return end, said
}

// matchDayFirst says "19 August 2019", "22nd July", "the 4th of July".
func matchDayFirst(s *scan, pos int) (int, string) {
	if !s.freeNumber(pos) {
		return 0, ""
	}
	day, end := s.dayAt(pos)
	if day == 0 {
		return 0, ""
	}
	d := date{day: day}
	if second, stop := s.dayRange(end); second > day {
		d.day2, end = second, stop
	}
	at := s.skip(end)
	if s.has(at, "of ") && at > end {
		at += len("of ")
	}
	if s.at(end) == '-' {
		at = end + 1
	}
	if at == end {
		return 0, ""
	}
	month, stop := s.monthAt(at)
	if month == 0 {
		return 0, ""
	}
	if y, _ := s.yearAt(stop); isLower(s.text[at]) && s.unsureMonth(at) && y == "" {
		return 0, ""
	}
	d.month = month
	d.the = strings.EqualFold(s.wordBefore(pos), "the")
	if next, _ := s.dayAt(s.skip(stop)); next > 0 && s.skip(stop) > stop {
		if y, _ := s.yearAt(stop); y == "" {
			return 0, "" // "the first 20 March 5 ..." belongs to the month
		}
	}
	if s.at(stop-1) == '.' {
		full := stop
		d.year, stop = s.yearAt(stop)
		if d.year == "" {
			return s.withStop(full, s.sayDate(d, true))
		}
		return stop, s.sayDate(d, true)
	}
	d.year, stop = s.yearAt(stop)
	return stop, s.sayDate(d, true)
}

// matchISODate says 2019-08-19 and 2016/07/03.
func matchISODate(s *scan, pos int) (int, string) {
	if !s.freeNumber(pos) || s.digits(pos) != pos+4 {
		return 0, ""
	}
	sep := s.at(pos + 4)
	if sep != '-' && sep != '/' && sep != '.' {
		return 0, ""
	}
	m, d, end := s.twoNumbers(pos+5, sep)
	if m < 1 || m > 12 || d < 1 || d > 31 || !s.rightFree(end) && s.at(end) != 'T' || s.continues(end) {
		return 0, ""
	}
	said := s.sayDate(date{day: d, month: m, year: s.text[pos : pos+4]}, s.region == "GB")
	if hour, min, stop := s.twoNumbers(end+1, ':'); stop == end+len("T14:30") && s.at(end) == 'T' {
		said += " at " + s.sayClock(clock{hour: hour, min: min, sec: -1}, true)
		if end = stop; s.at(end) == ':' && s.digits(end+1) == end+3 {
			end += 3 // nobody needs the second
		}
		if s.at(end) == 'Z' && s.rightFree(end+1) {
			end, said = end+1, said+" UTC"
		}
	}
	return end, said
}

// twoNumbers reads "08-19": two numbers of one or two digits with sep between them.
func (s *scan) twoNumbers(pos int, sep byte) (a, b, end int) {
	i := s.digits(pos)
	if i == pos || i-pos > 2 || s.at(i) != sep {
		return 0, 0, pos
	}
	j := s.digits(i + 1)
	if j == i+1 || j-i > 3 {
		return 0, 0, pos
	}
	return atoi(s.text[pos:i]), atoi(s.text[i+1 : j]), j
}

// matchNumericDate says 8/19/2019 by the convention of the region, or the only one that gives a date.
func matchNumericDate(s *scan, pos int) (int, string) {
	if !s.freeNumber(pos) {
		return 0, ""
	}
	i := s.digits(pos)
	sep := s.at(i)
	if sep != '/' && sep != '.' && sep != '-' {
		return 0, ""
	}
	a, b, j := s.twoNumbers(pos, sep)
	if a == 0 || b == 0 || s.at(j) != sep {
		return 0, ""
	}
	end := s.digits(j + 1)
	y := s.text[j+1 : end]
	if len(y) != 4 && len(y) != 2 || len(y) == 2 && sep != '/' || len(y) == 4 && y[0] != '1' && y[0] != '2' || !s.rightFree(end) || s.continues(end) {
		return 0, ""
	}
	day, month := b, a
	if s.region == "GB" || sep == '.' || a > 12 {
		day, month = a, b
	}
	if month > 12 && a <= 12 {
		day, month = b, a
	}
	if month > 12 || day > 31 {
		return 0, ""
	}
	if len(y) == 2 {
		y = century(y)
	}
	return end, s.sayDate(date{day: day, month: month, year: y}, s.region == "GB")
}

// century makes a full year of two digits: up to 39 it is of this century.
func century(y string) string {
	if y < "40" {
		return "20" + y
	}
	return "19" + y
}
