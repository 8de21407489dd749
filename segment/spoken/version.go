package spoken

import "strings"

// matchDottedNumber says what has two or more points: versions and addresses of the internet, "2.0.1", "10.0.0.1:80",
// "3.9.x", "2.0.0-beta.3".
func matchDottedNumber(s *scan, pos int) (int, string) {
	if !s.freeNumber(pos) || s.at(s.digits(pos)) != '.' {
		return 0, ""
	}
	parts, end := []string{}, pos
	for len(parts) < 6 {
		stop := s.digits(end)
		if stop == end && len(parts) > 1 && s.at(end) == 'x' && s.rightFree(end+1) {
			return end + 1, sayParts(parts, " point ", sayPart) + " point X"
		}
		if stop == end || stop-end > 4 {
			return 0, ""
		}
		parts = append(parts, s.text[end:stop])
		if end = stop; s.at(stop) != '.' || !isDigit(s.at(stop+1)) && s.at(stop+1) != 'x' {
			break
		}
		end++
	}
	if stop, stage := s.releaseStage(end); stop > 0 {
		return stop, sayParts(parts, " point ", sayPart) + stage
	}
	tail := s.digits(end + 1)
	tailed := len(parts) == 4 && tail > end+1 && s.rightFree(tail) && (s.at(end) == '/' && tail < end+4 || s.at(end) == ':' && tail < end+7)
	if len(parts) < 3 || !s.rightFree(end) || s.continues(end) && !tailed {
		return 0, ""
	}
	switch {
	case thousands(parts):
		return end, cardinal(strings.Join(parts, ""), s.and())
	case len(parts) == 3:
		return end, sayParts(parts, " point ", sayPart)
	case !tailed:
		return end, sayParts(parts, " dot ", spellDigits)
	case s.at(end) == '/':
		return tail, sayParts(parts, " dot ", spellDigits) + " slash " + cardinal(s.text[end+1:tail], false)
	}
	return tail, sayParts(parts, " dot ", spellDigits) + " colon " + spellDigits(s.text[end+1:tail])
}

// sayPart says a part of a version.
func sayPart(digits string) string { return cardinal(digits, false) }

// sayParts says numbers with join between them.
func sayParts(parts []string, join string, say func(string) string) string {
	said := make([]string, len(parts))
	for i, p := range parts {
		said[i] = say(p)
	}
	return strings.Join(said, join)
}

// releaseStages are the ends of versions that are not finished.
var releaseStages = map[string]string{"alpha": "alpha", "beta": "beta", "rc": "release candidate", "RC": "release candidate", "dev": "dev", "preview": "preview"}

// releaseStage reads the stage of a version at pos, "-beta.3", "-rc1"; end is 0 for none.
func (s *scan) releaseStage(pos int) (end int, said string) {
	i := pos + 1
	for isASCIILetter(s.at(i)) && i-pos < maxWord {
		i++
	}
	if s.at(pos) != '-' || releaseStages[s.text[pos+1:i]] == "" {
		return 0, ""
	}
	said = " " + releaseStages[s.text[pos+1:i]]
	digits := i
	if c := s.at(i); c == '.' || c == '-' {
		digits++
	}
	if end = s.digits(digits); end > digits && end < digits+4 {
		i, said = end, said+" "+cardinal(s.text[digits:end], false)
	}
	if !s.rightFree(i) {
		return 0, ""
	}
	return i, said
}

// thousands says whether the parts of a number are groups of thousands, as in "10.000.000".
func thousands(parts []string) bool {
	for _, p := range parts[1:] {
		if len(p) != 3 {
			return false
		}
	}
	return parts[0][0] != '0' && len(parts[0]) < 4 && parts[len(parts)-1] == "000"
}
