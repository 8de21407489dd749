package spoken

import "strings"

// matchPhone says telephone and other numbers in groups digit by digit: "+1 (202) 555-0134", "1-800-GO-U-HAUL",
// "123-12-1234".
func matchPhone(s *scan, pos int) (int, string) {
	if !s.leftFree(pos) || s.at(pos-1) == '-' || s.at(pos-1) == '.' || s.at(pos-1) == '/' {
		return 0, ""
	}
	if i := s.digits(pos); i > pos {
		if next, _ := s.groupSep(i, false); next == 0 {
			return 0, "" // most numbers
		}
	}
	groups, seps, end := s.groups(pos)
	code := s.wordBefore(pos) == "ISSN" && len(groups) == 2
	if !phoneShape(groups, seps) && !code && !(s.text[pos] == '+' && international(groups)) || !s.rightFree(end) {
		return 0, ""
	}
	said := make([]string, len(groups))
	for i, g := range groups {
		said[i] = sayGroup(g)
	}
	out := strings.Join(said, ", ")
	if s.text[pos] == '+' {
		out = "plus " + out
	}
	return end, out
}

// maxGroups bounds the number of groups.
const maxGroups = 8

// groups reads groups of digits or capitals with their separators at pos.
func (s *scan) groups(pos int) (groups []string, seps string, end int) {
	i := pos
	if s.at(i) == '+' {
		i++
	}
	for len(groups) < maxGroups {
		open := s.at(i) == '('
		if open && len(groups) > 1 {
			return groups, seps[:len(seps)-1], end // "152-53 (1973)"
		}
		if open {
			i++
		}
		j := s.digits(i)
		if j == i && len(groups) >= 2 && seps[0] == '-' {
			for isUpper(s.at(j)) {
				j++
			}
		}
		if j == i && open && len(groups) > 0 {
			return groups, seps[:len(seps)-1], end // a bracket behind the number
		}
		if j == i || j-i > 8 {
			return nil, "", 0
		}
		groups = append(groups, s.text[i:j])
		i, end = j, j
		if open {
			if s.at(i) != ')' {
				return nil, "", 0
			}
			i++
		}
		next, sep := s.groupSep(i, open)
		if next == 0 {
			return groups, seps, end
		}
		seps += string(sep)
		i = next
	}
	return nil, "", 0
}

// groupSep returns the position behind the separator of two groups and what it is; open says that a bracket was closed
// before it.
func (s *scan) groupSep(pos int, open bool) (int, byte) {
	next, sep := pos, byte(0)
	switch c := s.at(pos); {
	case c == '-' || c == '.':
		next, sep = pos+1, c
	case s.has(pos, "–"):
		next, sep = pos+len("–"), '-'
	case s.has(pos, "‑"):
		next, sep = pos+len("‑"), '-'
	case c == ' ':
		next, sep = pos+1, ' '
		if s.at(next) == '-' && s.at(next+1) == ' ' {
			next, sep = next+2, '-'
		}
	case open:
		sep = ' '
	}
	if sep == 0 || !isDigit(s.at(next)) && s.at(next) != '(' && !(sep == '-' && isUpper(s.at(next))) {
		return 0, 0
	}
	return next, sep
}

// phoneShape says whether groups look like a telephone number or one like it.
func phoneShape(groups []string, seps string) bool {
	if len(groups) < 2 {
		return false
	}
	var buf [2 * maxGroups]byte
	form, digits := buf[:0], 0
	for _, g := range groups {
		if isDigit(g[0]) {
			form = append(form, '0'+byte(len(g)), '-')
		} else {
			form = append(form, 'A', '-')
		}
		digits += len(g)
	}
	shape := string(form[:len(form)-1])
	switch shape {
	case "3-3-4", "1-3-3-4", "2-3-3-4", "3-3-4-4", "3-2-4", "2-3-3-4-1", "1-3-3-4-1", "3-3-3-4":
		return !strings.Contains(seps, " ") || strings.Count(seps, " ") < len(seps) || groups[0][0] == '0' || len(groups) > 3
	case "3-4":
		return seps == "-" && groups[1][0] == '0' || seps == "-" && groups[0] == "555"
	case "5-4":
		return seps == "-" // ZIP+4
	case "2-4-3-3", "2-2-4-4", "2-4-6", "3-4-4", "4-3-4", "5-3-3", "5-6", "4-6", "4-3-3", "4-4-4-4", "2-20-4-4", "2-2-2-2-2", "2-1-2-2-2-2", "2-3-3-3", "3-3-3":
		return groups[0][0] == '0' || len(groups) > 3 && strings.Trim(seps, " -") == "" && digits > 9
	}
	if len(groups) > 3 && (digits == 10 || digits == 13) && strings.Trim(seps, "-") == "" && !strings.Contains(shape, "A") {
		return true // ISBN
	}
	if groups[0][0] == '0' && len(groups) > 2 && digits >= 8 && digits <= 12 {
		return true
	}
	return len(groups) > 2 && groups[0] == "1" && len(groups[1]) == 3 && strings.Contains(shape, "A")
}

// international says whether groups behind a plus sign are a telephone number with the code of a country.
func international(groups []string) bool {
	n := len(strings.Join(groups, ""))
	return len(groups) > 1 && len(groups[0]) <= 3 && n >= 8 && n <= 15
}

// sayGroup says a group: digit by digit, but for round hundreds behind a 1, and letters as they are.
func sayGroup(g string) string {
	switch {
	case !isDigit(g[0]):
		return g
	case g == "800":
		return "eight hundred"
	}
	return spellDigits(g)
}
