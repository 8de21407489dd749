package spoken

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// clock is a time of the day or a length of time as written.
type clock struct {
	hour, min, sec int // min and sec are -1 where missing
	half           string
	zone           string
	end            int
	stop           bool // what ends at end is a full stop
	midnight       bool // the hour is written 00 or 24
}

// zones are the time zones of newspapers, as said.
var zones = wordSet("EDT EST ET PDT PST PT CDT CST CT MDT MST MT GMT BST UTC CET CEST Z EET IST JST AEST AEDT HKT MSK WIB")

// matchTime says "4:45 AM EDT", "16:45", "5 p.m.", "9 a.m.-5 p.m.", "1:59:02".
func matchTime(s *scan, pos int) (int, string) {
	if !s.freeNumber(pos) {
		return 0, ""
	}
	digits := s.digits(pos)
	if end := digits + len("/7c"); s.at(digits) == '/' && s.at(end-1) == 'c' && s.rightFree(end) && s.text[digits+1] == s.text[digits-1]-1 {
		return end, cardinal(s.text[pos:digits], false) + ", " + cardinal(s.text[digits+1:end-1], false) + " Central" // 8/7c
	}
	if digits == pos+4 {
		if end, said := s.militaryTime(pos); end > 0 {
			return end, said
		}
	}
	if s.at(digits) == ':' {
		if end, said := s.raceTime(pos); end > 0 {
			return end, said
		}
	}
	c, ok := s.clockAt(pos)
	if !ok {
		if end, said := s.pointTime(pos); end > 0 {
			return end, said
		}
		return s.hourRange(pos)
	}
	said := s.sayClock(c, true)
	end := c.end
	if s.at(pos-1) == '-' && c.half != "" && timeNouns[s.wordBefore(pos-1)] {
		said = "to " + said // noon-2pm
	}
	if at := s.rangeDash(end); at > end {
		if d, ok := s.clockAt(at); ok && (d.half != "" || c.half == "") {
			said = s.sayClock(c, c.half == "") + " to " + s.sayClock(d, true)
			end, c = d.end, d
		}
	}
	if at := s.rangeDash(end); at > end && timeNouns[s.wordAt(at)] {
		return at + len(s.wordAt(at)), said + " to " + s.wordAt(at)
	}
	if c.stop {
		return s.withStop(end, said)
	}
	if last := s.digits(end + 1); c.half == "" && c.zone == "" && s.at(end) == '-' && last > end+1 && last < end+4 && s.rightFree(last) && !s.continues(last) {
		return last, said + " to " + cardinal(s.text[end+1:last], false) // John 3:16-17
	}
	return end, said
}

// timeNouns are times of the day that have a name, or none.
var timeNouns = wordSet("midnight noon midday late close dawn dusk sunset")

// raceTime says a time that was measured to a part of a second: "1:59.52" is "one fifty-nine point five two".
func (s *scan) raceTime(pos int) (int, string) {
	var parts []string
	i := pos
	for len(parts) < 3 {
		end := s.digits(i)
		if end == i || end-i > 2 || len(parts) > 0 && (end != i+2 || s.text[i] > '5') {
			return 0, ""
		}
		parts = append(parts, s.text[i:end])
		if i = end; s.at(i) != ':' {
			break
		}
		i++
	}
	end := s.digits(i + 1)
	if len(parts) < 2 || s.at(i) != '.' || end == i+1 || end > i+4 || !s.rightFree(end) || s.continues(end) {
		return 0, ""
	}
	last := len(parts) - 1
	seconds := " " + cardinal(parts[last], false) + " point " + spellDigits(s.text[i+1:end])
	if last == 2 {
		return end, count(atoi(parts[0]), "hour") + " " + count(atoi(parts[1]), "minute") + " and" + seconds + " seconds"
	}
	if parts[1][0] == '0' {
		seconds = " oh" + seconds
	}
	return end, cardinal(parts[0], false) + seconds
}

// hourRange says "9-11 a.m.": the first hour has no half of the day.
func (s *scan) hourRange(pos int) (int, string) {
	i := s.digits(pos)
	first := clock{hour: atoi(s.text[pos:i]), min: -1, sec: -1}
	if (s.at(i) == '.' || s.at(i) == ':') && s.digits(i+1) == i+3 && s.text[i+1] < '6' {
		first.min = atoi(s.text[i+1 : i+3])
		i += 3
	}
	at := s.rangeDash(i)
	if i == pos || i-pos > 5 || at == i || first.hour > 12 {
		return 0, ""
	}
	d, ok := s.clockAt(at)
	if !ok || d.half == "" {
		return 0, ""
	}
	said := s.sayClock(first, false) + " to " + s.sayClock(d, true)
	if d.stop {
		return s.withStop(d.end, said)
	}
	return d.end, said
}

// rangeDash returns the position behind a dash at pos, with or without spaces around it, and pos where there is none.
func (s *scan) rangeDash(pos int) int {
	at := s.skip(pos)
	next := at
	switch {
	case s.at(at) == '-':
		next++
	case s.at(at) >= utf8.RuneSelf && (s.has(at, "–") || s.has(at, "—") || s.has(at, "−")):
		next += len("–")
	default:
		return pos
	}
	if after := s.skip(next); after > next == (at > pos) {
		return after
	}
	return pos
}

// clockAt reads a time at pos: with a colon, or with a.m. or p.m. behind it.
func (s *scan) clockAt(pos int) (clock, bool) {
	c := clock{min: -1, sec: -1}
	i := s.digits(pos)
	if i == pos || i-pos > 2 {
		return c, false
	}
	c.hour = atoi(s.text[pos:i])
	c.midnight = s.text[pos:i] == "00" || c.hour == 24
	colon := s.at(i) == ':'
	if (colon || s.at(i) == '.') && s.digits(i+1) == i+3 && s.text[i+1] < '6' {
		c.min = atoi(s.text[i+1 : i+3])
		i += 3
		if colon && s.at(i) == ':' && s.digits(i+1) == i+3 && s.text[i+1] < '6' {
			c.sec = atoi(s.text[i+1 : i+3])
			i += 3
		}
	} else if colon {
		return c, false
	}
	c.end = i
	s.halfAt(&c)
	if c.half == "" && (!colon || !s.rightFree(i) && !zones[s.wordAt(i)]) || c.hour > 24 && c.sec < 0 && (!colon || c.hour > 59) || s.continues(c.end) && s.at(c.end) != '-' {
		return c, false
	}
	s.zoneAt(&c)
	return c, true
}

// halfAt reads "a.m.", "PM" and the like at the end of c.
func (s *scan) halfAt(c *clock) {
	at := s.skip(c.end)
	if first := s.at(at) | 0x20; first != 'a' && first != 'p' {
		return
	}
	for _, form := range [...]string{"a.m.", "p.m.", "a.m", "p.m", "am", "pm"} {
		end := at + len(form)
		if end <= len(s.text) && strings.EqualFold(s.text[at:end], form) && (s.rightFree(end) || form[len(form)-1] == '.') && c.hour <= 24 {
			if form == "am" && s.text[at] == 'a' && at > c.end && s.at(c.end-3) != ':' && c.min < 0 {
				// "the 5 am here" does not occur: a bare number before "am" is an hour
				if c.hour > 12 || c.hour == 0 {
					return
				}
			}
			c.half = strings.ToUpper(form[:1]) + "M"
			c.end, c.stop = end, form[len(form)-1] == '.'
			return
		}
	}
}

// zoneAt reads a time zone behind the time.
func (s *scan) zoneAt(c *clock) {
	at := s.skip(c.end)
	w := s.wordAt(at)
	end := at + len(w)
	if s.at(at+1) == '.' { // e.s.t
		end = at
		w = ""
		for isASCIILetter(s.at(end)) && (s.at(end+1) == '.' || s.rightFree(end+1)) && len(w) < 4 {
			w += string(s.text[end])
			end++
			if s.at(end) == '.' {
				end++
			}
		}
	}
	upper := strings.ToUpper(w)
	if w == "" || w == "Z" && at > c.end || !zones[upper] || w != upper && len(w) < 3 {
		return
	}
	c.zone, c.end, c.stop = upper, end, s.at(end-1) == '.'
	if w == "Z" {
		c.zone = "Zulu"
	}
}

// sayClock says a time; oclock allows "o'clock" for a full hour without a.m. or p.m.
func (s *scan) sayClock(c clock, oclock bool) string {
	var said string
	switch {
	case c.sec >= 0 && (c.half != "" || c.zone != "" || s.localTime(c.end)):
		said = s.sayClock(clock{hour: c.hour, min: c.min, sec: -1}, c.sec > 0)
		if c.sec > 0 {
			said += " and " + count(c.sec, "second")
		}
	case c.sec >= 0:
		said = duration(c)
	case c.min > 9:
		said = below100(c.hour) + " " + below100(c.min)
	case c.min > 0:
		said = below100(c.hour) + " oh " + onesWords[c.min]
	case c.half == "" && c.min == 0 && c.midnight:
		said = "midnight"
	case c.half == "" && c.min == 0 && c.hour > 12:
		said = below100(c.hour) + " hundred"
	case c.half == "" && c.min == 0 && oclock:
		said = below100(c.hour) + " o'clock"
	default:
		said = below100(c.hour)
	}
	if c.half != "" {
		said += " " + c.half
	}
	if c.zone != "" {
		said += " " + c.zone
	}
	return said
}

// localTime says whether the words behind a time at pos make it one of the day.
func (s *scan) localTime(pos int) bool {
	w, at := s.wordAfter(pos)
	return w == "local" && s.has(at, "local time")
}

// duration says hours, minutes and seconds.
func duration(c clock) string {
	return count(c.hour, "hour") + " " + count(c.min, "minute") + " and " + count(c.sec, "second")
}

// count says a number of things: "one minute", "two minutes".
func count(n int, thing string) string {
	if n != 1 {
		thing += "s"
	}
	return cardinal(itoa(n), false) + " " + thing
}

// militaryTime says the four digits at pos before a time zone or "hours": "0100 GMT" is "oh one hundred GMT".
func (s *scan) militaryTime(pos int) (int, string) {
	end := s.digits(pos)
	if end, said := s.militaryRange(pos); end > 0 {
		return end, said
	}
	w, at := s.wordAfter(end)
	if !zones[w] && w != "hours" && w != "hrs" || s.text[pos:pos+2] > "24" || s.text[pos+2] > '5' {
		return 0, ""
	}
	if at := strings.ToLower(s.wordBefore(pos)); w == "hours" && !hourBefore[at] && (s.text[pos] != '0' && s.text[pos+2:end] == "00" || s.text[pos+3] != '0') {
		return 0, ""
	}
	said := sayMilitary(s.text[pos:end])
	if w == "hrs" {
		w = "hours"
	}
	return at + len(s.wordAt(at)), said + " " + w
}

// hourBefore are words before a time of the day.
var hourBefore = wordSet("at by until till since before after from around about")

// militaryRange says two times of four digits with a dash between them, "0900-1700"; end is 0 where there is none. Only the
// zero in front shows that they are no numbers.
func (s *scan) militaryRange(pos int) (end int, said string) {
	at := s.digits(pos)
	next := s.rangeDash(at)
	end = s.digits(next)
	if at != pos+4 || end != next+4 || s.text[pos] != '0' || !s.rightFree(end) || s.continues(end) {
		return 0, ""
	}
	for _, t := range [...]string{s.text[pos:at], s.text[next:end]} {
		if t[:2] > "24" || t[2] > '5' {
			return 0, ""
		}
	}
	return end, sayMilitary(s.text[pos:at]) + " to " + sayMilitary(s.text[next:end])
}

// sayMilitary says a time of four digits: "0905" is "oh nine oh five".
func sayMilitary(t string) string {
	said := below100(atoi(t[:2]))
	if t[0] == '0' {
		said = "oh " + said
	}
	switch {
	case t[2:] == "00":
		return said + " hundred"
	case t[2] == '0':
		return said + " oh " + onesWords[t[3]-'0']
	}
	return said + " " + below100(atoi(t[2:]))
}

// matchSpan says a span of time in short units: "2h 45m", "1hr 30min".
func matchSpan(s *scan, pos int) (int, string) {
	i := s.digits(pos)
	hours := s.spanUnit(i, "h", "hr", "hrs")
	if !s.freeNumber(pos) || i-pos > 3 || hours == 0 {
		return 0, ""
	}
	at := s.skip(hours)
	j := s.digits(at)
	minutes := s.spanUnit(j, "m", "min", "mins")
	if j == at || j-at > 2 || minutes == 0 {
		return 0, ""
	}
	said := count(atoi(s.text[pos:i]), "hour") + " " + count(atoi(s.text[at:j]), "minute")
	at = s.skip(minutes)
	k := s.digits(at)
	if end := s.spanUnit(k, "s", "sec", "secs"); k > at && k-at < 3 && end > 0 {
		return end, said + " " + count(atoi(s.text[at:k]), "second")
	}
	return minutes, said
}

// spanUnit returns the end of one of the units at pos, 0 for none.
func (s *scan) spanUnit(pos int, units ...string) int {
	w := s.wordAt(pos)
	if slices.Contains(units, w) {
		return pos + len(w)
	}
	return 0
}
