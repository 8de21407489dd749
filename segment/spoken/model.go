package spoken

import "strings"

// modelWords stand before a number that is said in pairs: "Boeing 737", "Flight 370".
var modelWords = wordSet("Boeing Airbus Flight flight Room room Route Highway Interstate port Porsche Peugeot Ferrari Nokia Levi's Suite Apartment Apt apartment suite Unit Embraer Canon Xbox Section section Sections sections Sec. § Rule Form Resolution Model model Exhibit MH LGA GTX RTX RX RFC")

// planeWords stand before a model with a variant: "Boeing 787-9".
var planeWords = wordSet("Boeing Airbus Embraer")

// jetWords follow the number of a Boeing.
var jetWords = wordSet("MAX Max jet jets jetliner jetliners plane planes airliner Dreamliner aircraft")

// boeing says whether text[pos:end] and the number behind it name a model like 747-400 or 787-9, whose second number is one
// digit or a round hundred.
func (s *scan) boeing(pos, end int) bool {
	last := s.digits(end + 1)
	return s.text[pos] == '7' && s.text[pos+2] == '7' && (last == end+2 || last == end+4 && s.text[end+2:last] == "00")
}

// runwaySides are the letters behind the number of a runway that has a parallel one.
var runwaySides = map[byte]string{'L': "left", 'R': "right", 'C': "center"}

// matchModel says the number of a flight, a road or a model: 737 is "seven thirty-seven".
func matchModel(s *scan, pos int) (int, string) {
	end := s.digits(pos)
	if side := runwaySides[s.at(end)]; side != "" && end-pos < 3 && s.rightFree(end+1) && s.freeNumber(pos) && strings.EqualFold(s.wordBefore(pos), "runway") {
		return end + 1, spellDigits(s.text[pos:end]) + " " + side
	}
	if s.at(end) == '-' && isDigit(s.at(end+1)) && s.digits(end+1)-end <= 4 && end-pos == 3 && s.freeNumber(pos) && (planeWords[s.wordBefore(pos)] || s.boeing(pos, end)) {
		last := s.digits(end + 1)
		if s.at(last) == 's' && s.rightFree(last+1) {
			return last + 1, pairs(s.text[pos:end], false) + " " + pluralWord(pairs(s.text[end+1:last], false))
		}
		if s.rightFree(last) && !s.continues(last) {
			return last, pairs(s.text[pos:end], false) + " " + pairs(s.text[end+1:last], false)
		}
	}
	if end == pos+3 && s.text[pos] == '7' && s.text[pos+2] == '7' && s.freeNumber(pos) {
		if s.at(end) == 'X' && s.rightFree(end+1) {
			return end + 1, pairs(s.text[pos:end], false) + " X"
		}
		if w, _ := s.wordAfter(end); jetWords[w] {
			return end, pairs(s.text[pos:end], false)
		}
	}
	if end-pos < 3 || end-pos > 4 || !s.rightFree(end) && s.at(end) != 's' || s.continues(end) || s.at(pos-1) != ' ' || !modelWords[s.wordBefore(pos)] && !strings.HasSuffix(s.text[:pos], "§ ") && !strings.HasSuffix(s.text[:pos], "H.R. ") {
		return 0, ""
	}
	if s.at(end) == 's' && s.rightFree(end+1) {
		return end + 1, pluralWord(pairs(s.text[pos:end], false))
	}
	return end, pairs(s.text[pos:end], false)
}

// matchCaliber says the caliber of a gun: ".22 rifle" is "twenty-two rifle".
func matchCaliber(s *scan, pos int) (int, string) {
	n, ok := s.numeralAt(pos)
	if !ok || n.whole != "" || len(n.frac) < 2 || len(n.frac) > 3 || !s.leftFree(pos) || !s.rightFree(n.end) {
		return 0, ""
	}
	at := s.skip(n.end)
	if s.at(n.end) == '-' {
		at++
	}
	if !gunWords[s.wordAt(at)] && !(len(n.frac) == 3 && battingWords[s.wordBefore(pos)]) {
		return 0, ""
	}
	return n.end, pairs(n.frac, false)
}

// battingWords stand before the average of a batter, ".292", which is said like the caliber of a gun.
var battingWords = wordSet("batted batting bats hit hits hitting averaged slugging just a")

// gunWords follow the caliber of a gun.
var gunWords = wordSet("caliber calibre cal rifle rifles pistol pistols revolver revolvers handgun Special Magnum magnum Smith Colt Winchester bullet bullets gun guns round rounds ammunition")
