package spoken

import (
	"slices"
	"strings"
)

// matchStreet says "St." and "Dr.": a saint or a street, a doctor or a drive, by what stands around.
func matchStreet(s *scan, pos int) (int, string) {
	w := s.wordAt(pos)
	end := pos + len(w)
	if w != "St" && w != "Dr" && w != "st" && w != "dr" {
		return s.streetName(pos, end)
	}
	dot := s.at(end) == '.'
	if dot {
		end++
	}
	next, _ := s.wordAfter(end)
	name := next != "" && isUpper(next[0]) && (!s.en.openers[next] || !dot)
	before := s.wordBefore(pos)
	if stop, said := s.streetStation(pos, w, end, next); stop > 0 {
		return stop, said
	}
	street := before != "" && isUpper(before[0]) && !s.en.openers[before] || s.ordinalBefore(pos)
	switch {
	case w == "st" && dot && !street && next != "" && isLower(next[0]):
		return end, "saint"
	case w == "st" || w == "dr":
		return 0, ""
	case w == "Dr" && name || w == "Dr" && !street:
		return 0, "" // the table of titles has it
	case w == "St" && name && !(street && s.numberedStreet(pos)):
		return end, "Saint"
	case !street || next != "" && isLower(next[0]) && !dot && !s.numberedStreet(pos):
		return 0, ""
	}
	said := "Street"
	if w == "Dr" {
		said = "Drive"
	}
	if dot {
		return s.withStop(end, said)
	}
	return end, said
}

// streetStation says "St" as Street where a station follows it, and behind an ordinal in small letters: "Main St Station",
// "on 5th st. near".
func (s *scan) streetStation(pos int, w string, end int, next string) (int, string) {
	before := s.wordBefore(pos)
	switch {
	case w == "St" && before != "" && isUpper(before[0]) && !s.en.openers[before] && (next == "Station" || next == "Bridge"):
		return end, "Street"
	case w == "st" && s.ordinalBefore(pos) && (next == "" || isLower(next[0])):
		if s.at(end-1) == '.' {
			return s.withStop(end, "street")
		}
		return end, "street"
	}
	return 0, ""
}

// ordinalBefore says whether an ordinal like "1st" stands before pos.
func (s *scan) ordinalBefore(pos int) bool {
	w := s.wordBefore(pos)
	return (w == "st" || w == "nd" || w == "rd" || w == "th") && isDigit(s.at(pos-2-len(w)))
}

// numberedStreet says whether a house number stands before the street's name that ends at pos.
func (s *scan) numberedStreet(pos int) bool {
	i := pos
	for range 3 {
		w := s.wordBefore(i)
		if w == "" {
			break
		}
		i -= len(w) + 1
	}
	return i >= 1 && i < pos && (isDigit(s.at(i-1)) || isDigit(s.at(i-2)))
}

// streetName says "Ave.", "Blvd" and others behind the name of a street.
func (s *scan) streetName(pos, end int) (int, string) {
	e, stop := s.en.abbrevs.longest(s, pos)
	if stop < end || !e.is("street") || !s.leftFree(pos) {
		return 0, ""
	}
	before := s.wordBefore(pos)
	if before == "" || !isUpper(before[0]) || s.en.openers[before] {
		if !s.ordinalBefore(pos) {
			return 0, ""
		}
	}
	if streetDoubt[e.form] && !s.numberedStreet(pos) {
		return 0, ""
	}
	if s.at(stop-1) == '.' {
		return s.withStop(stop, e.spoken)
	}
	return stop, e.spoken
}

// streetDoubt are street words that mean other things, too.
var streetDoubt = wordSet("Pl. Ct. Ter. Sq. Ln Ln.")

// compassLetters are the sides of the compass in addresses.
var compassLetters = map[string]string{"N": "North", "S": "South", "E": "East", "W": "West"}

// sidedPlaces are places of which newspapers shorten the side of the compass: "N. Korea".
var sidedPlaces = wordSet("Korea Korean Koreans Korea's Africa African Africans Africa's Jerusalem Bank Carolina Dakota Ireland Sudan Yorkshire Wales Virginia")

// compassPairs are the quarters of a town in addresses.
var compassPairs = map[string]string{"NW": "Northwest", "NE": "Northeast", "SW": "Southwest", "SE": "Southeast"}

// compassPoints are the directions of winds and ways.
var compassPoints = map[string]string{"NW": "northwest", "NE": "northeast", "SW": "southwest", "SE": "southeast", "NNW": "north-northwest",
	"NNE": "north-northeast", "ENE": "east-northeast", "ESE": "east-southeast", "SSE": "south-southeast", "SSW": "south-southwest",
	"WSW": "west-southwest", "WNW": "west-northwest"}

// courseMeant says whether the letters text[pos:end] are the direction of a wind, or of a way with its length
// before it: "winds NW 10-15 mph", "20 km NW of Lima".
func (s *scan) courseMeant(pos, end int) bool {
	switch before := strings.ToLower(s.wordBefore(pos)); before {
	case "wind", "winds":
		return true
	case "km", "miles", "mile", "mi", "mi.", "kilometers", "kilometres", "nm":
		w, _ := s.wordAfter(end)
		return w == "of"
	}
	return false
}

// streetBehind says whether the word before pos ends the name of a street.
func (s *scan) streetBehind(pos int) bool {
	w := s.wordBefore(pos)
	if e, ok := s.en.abbrevs.exact[w]; ok && e.is("street") {
		return true
	}
	return streetWords[w]
}

// matchCompass says "N" and "E." in an address: before a street, behind a house number or before the number of a street.
func matchCompass(s *scan, pos int) (int, string) {
	end := s.wordEnd(pos)
	if side := compassPoints[s.text[pos:end]]; side != "" && s.alone(pos, end) && s.at(pos-1) != '-' && s.at(end) != '-' && s.courseMeant(pos, end) {
		return end, side
	}
	if end-pos == 2 {
		side := compassPairs[s.text[pos:end]]
		if next, _ := s.wordAfter(end); side == "" || !s.alone(pos, end) || !s.streetBehind(pos) || next != "" && slices.Contains(onesWords[:], next) {
			return 0, ""
		}
		return end, side
	}
	side := compassLetters[s.text[pos:pos+1]]
	if side == "" || !s.leftFree(pos) {
		return 0, ""
	}
	end = pos + 1
	if next, _ := s.wordAfter(end + 1); s.at(end) == '.' && (sidedPlaces[next] || s.at(end+1) == ' ' && next == "Va" && side == "West") {
		if next == "Va" && s.at(end+4) == '.' {
			return s.withStop(end+5, "West Virginia")
		}
		return end + 1, side
	}
	if s.at(end) == '.' {
		end++
	}
	if !s.streetAhead(end) {
		return 0, ""
	}
	if isDigit(s.at(s.skip(end))) || strings.HasSuffix(s.text[:pos], "block of ") || s.at(pos-1) == ' ' && isDigit(s.at(pos-2)) {
		return end, side
	}
	return 0, ""
}

// streetAhead says whether the words behind pos end as the name of a street does.
func (s *scan) streetAhead(pos int) bool {
	if w, at := s.wordAfter(pos); compassWords[w] {
		name, _ := s.wordAfter(at + len(w))
		return name != "" && isUpper(name[0])
	}
	for range 4 {
		at := s.skip(pos)
		if at == pos {
			return false
		}
		i := s.digits(at)
		w := s.wordAt(i)
		if i > at && len(w) == 2 {
			pos = i + 2
			continue
		}
		if w == "" {
			return false
		}
		if e, ok := s.en.abbrevs.exact[w+"."]; ok && e.is("street") || streetWords[w] {
			return true
		}
		if e, ok := s.en.abbrevs.exact[w]; ok && e.is("street") {
			return true
		}
		if !isUpper(w[0]) {
			return false
		}
		pos = i + len(w)
		if s.at(pos) == '.' && len(w) == 1 {
			pos++
		}
	}
	return false
}

// compassWords open the names of streets.
var compassWords = wordSet("North South East West Northeast Northwest Southeast Southwest")

// streetWords are the full words for streets.
var streetWords = wordSet("Street Avenue Road Boulevard Lane Drive Highway Parkway Court Place Square Terrace Way Circle Crescent hwy")

// matchAddress says a house number before a street: "1428 Elm St." is "fourteen twenty-eight".
func matchAddress(s *scan, pos int) (int, string) {
	end := s.digits(pos)
	digits, letter := s.text[pos:end], ""
	if c := s.at(end); 'A' <= c && c <= 'H' && s.rightFree(end+1) {
		letter = " " + string(c) // 221B Baker Street
		end++
	}
	if len(digits) > 5 || len(digits) < 3 && letter == "" || !s.freeNumber(pos) || !s.streetAhead(end) {
		return 0, ""
	}
	if len(digits) == 5 || len(digits) == 3 && digits[1] == '0' && digits[2] != '0' {
		return end, spellDigits(digits) + letter
	}
	return end, pairs(digits, false) + letter
}
