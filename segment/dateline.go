package segment

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// dateline is the place, date and agency before the first sentence of a report: "NEW YORK, Nov. 19 (UPI) — ".
type dateline struct {
	whole  span // from the place to the dash, without the white space behind it
	place  span // "NEW YORK", "RENO, Nev.", "LONDON/PARIS"
	date   span // "Nov. 19"
	agency span // with its brackets: "(UPI)"; "(" where the name has been lost
}

// maxDateline is the length in bytes of the text in which a dateline is looked for.
const maxDateline = 200

// The parts of a dateline.
const (
	datelineWord   = `\p{Lu}[\p{L}\p{M}.'’-]*`
	datelinePlace  = datelineWord + `(?: (?:(?:de|del|la|las|los|el|al|of|the|on|sur|am|di|da|do|du|and|es) ){0,2}` + datelineWord + `){0,5}`
	datelinePlaces = datelinePlace + `(?: ?/ ?` + datelinePlace + `){0,2}(?:, ` + datelinePlace + `){0,2}`
	datelineMonth  = `(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Za-z]{0,6}\.?`
	datelineDay    = `(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\.?,? )?`
	datelineDate   = datelineDay + `(?:` + datelineMonth + ` \d{1,2}|\d{1,2}\.? ` + datelineMonth + `)(?:,? \d{4})?`
	datelineAgency = `\(\s*[^()\n—–]{0,40}\)|\(\s*`
	datelineDash   = `(?:—|–|―|--+)|\s-`
)

// The two forms: with a dash or a colon, and without one, where the agency's name alone shows what it is: "(CNN)Police".
// What the parts are worth is for accept to say. White space may be of any kind.
var (
	datelineMarked   = datelinePattern(`(`+datelineAgency+`)?`, `\s*(`+datelineDash+`|:)`)
	datelineUnmarked = datelinePattern(`(`+datelineAgency+`)`, `\s*()`)
)

// datelinePattern makes the pattern of a dateline; a byline may stand before it on a line of its own.
func datelinePattern(agency, mark string) *regexp.Regexp {
	pattern := `^(?:(?:By|BY) [^\n]{2,60}\n *)?(?:(` + datelinePlaces + `),? ?)?(` + datelineDate + `)?[ ,]{0,3}` + agency
	return regexp.MustCompile(strings.ReplaceAll(strings.ReplaceAll(pattern, "[ ,]", `[\s\x{a0},]`), " ", `[\s\x{a0}]`) + mark)
}

// findDateline finds the dateline at the start of a paragraph, a byline on a line of its own before it left out.
//
// For the caller: the place is to be spoken as a sentence of its own ("Moscow."), the agency dropped by the rule
// "dateline/agency"; what is between whole.end and the next word is white space.
func findDateline(text string) (dateline, bool) {
	head := text[:min(len(text), maxDateline)]
	for _, pattern := range []*regexp.Regexp{datelineMarked, datelineUnmarked} {
		if d, mark, ok := parseDateline(pattern, head); ok && acceptDateline(head, d, mark) {
			return d, true
		}
	}
	return dateline{}, false
}

// parseDateline reads the parts at the start of head; mark is the dash or colon.
func parseDateline(pattern *regexp.Regexp, head string) (d dateline, mark string, ok bool) {
	m := pattern.FindStringSubmatchIndex(head)
	if m == nil {
		return dateline{}, "", false
	}
	parts := []*span{&d.place, &d.date, &d.agency}
	for i, p := range parts {
		if m[2*i+2] >= 0 {
			*p = span{m[2*i+2], m[2*i+3]}
			if d.whole.end == 0 {
				d.whole = span{p.start, m[1]}
			}
		}
	}
	d.agency.end -= len(d.agency.of(head)) - len(strings.TrimRight(d.agency.of(head), " \u00a0"))
	d.whole.end -= len(d.whole.of(head)) - len(strings.TrimRight(d.whole.of(head), " \u00a0"))
	return d, head[m[8]:m[9]], d.whole.end > 0
}

// acceptDateline says whether the parts make a dateline: what an ordinary sentence may begin with is none.
func acceptDateline(head string, d dateline, mark string) bool {
	place, agency := d.place.of(head), strings.Trim(d.agency.of(head), "() \u00a0")
	known := knownAgency(agency)
	switch {
	case !opensSentence(head[d.whole.end:]):
		return false
	case mark == "":
		return known && d.agency.of(head) != "" && (place == "" || inCapitals(place) || knownPlace(place))
	case mark == ":":
		return place != "" && (known && agency != "" || inCapitals(place) && knownPlace(place))
	case place == "":
		return known
	case isLabel(place) || !known && !plausibleAgency(agency):
		return false
	case known || d.date.end > 0:
		return inCapitals(place) || knownPlace(place) || known && countFields(place) <= 6
	case d.agency.end > 0:
		return inCapitals(place) || knownPlace(place) || countFields(place) <= 3 && (agency == "" || namesAgency(agency))
	}
	return knownPlace(place) || inCapitals(place) && shortPlace(place) && unicode.IsSpace(firstRune(head[d.whole.end:]))
}

// opensSentence reports whether text begins as a sentence does: a capital, a number or a quotation.
func opensSentence(text string) bool {
	r := firstRune(strings.TrimLeftFunc(text, unicode.IsSpace))
	return unicode.IsUpper(r) || unicode.IsDigit(r) || unicode.IsLetter(r) && !unicode.IsLower(r) || strings.ContainsRune(`"“”‘'«„([$€£#@`, r)
}

// knownAgency reports whether the first word of the name in the brackets is an agency's; the last also does
// ("Thomson Reuters").
func knownAgency(name string) bool {
	w := strings.Fields(strings.ToLower(strings.ReplaceAll(name, "/", " ")))
	return len(w) > 0 && len(w) <= 4 && (datelineAgencies[w[0]] || datelineAgencies[w[len(w)-1]])
}

// namesAgency reports whether a name says itself that it is an agency's or a paper's: "Andean Press Service".
func namesAgency(name string) bool {
	w := strings.Fields(strings.ToLower(name))
	return len(w) > 1 && datelineAgencyWords[w[len(w)-1]]
}

// plausibleAgency reports whether a name in brackets can be an outlet's: it is lost, or has a capital, few words, and
// is no party with its state ("R-Tex.").
func plausibleAgency(name string) bool {
	if name == "" {
		return true
	}
	r, n := utf8.DecodeRuneInString(name)
	return unicode.IsUpper(r) && countFields(name) <= 4 && len(name) > n+1 && name[n] != '-' && name[n] != '.'
}

// isLabel reports whether the words in capitals are a label, not a place: "UPDATE", "THE WEEK".
func isLabel(place string) bool {
	first, _, _ := strings.Cut(strings.ToLower(place), " ")
	return datelineLabels[strings.Trim(first, ",.:")] && !knownPlace(place)
}

// inCapitals reports whether the first place is written in capitals, as good as ("McALLEN", "DeKALB, Ill.").
func inCapitals(place string) bool {
	first, _, _ := strings.Cut(place, ",")
	upper, lower := 0, 0
	for _, r := range first {
		if unicode.IsUpper(r) {
			upper++
		} else if unicode.IsLower(r) {
			lower++
		}
	}
	return upper >= 2 && lower <= 2 && upper >= 3*lower
}

// knownPlace reports whether the place is a well-known one, or stands in a well-known region.
func knownPlace(place string) bool {
	first, rest, more := strings.Cut(place, ",")
	city, _, _ := strings.Cut(first, "/")
	if datelineCities[strings.Join(strings.Fields(strings.ToLower(city)), " ")] {
		return true
	}
	if i := strings.LastIndex(rest, ","); i >= 0 {
		rest = rest[i+1:]
	}
	region := strings.Join(strings.Fields(strings.ReplaceAll(strings.ToLower(rest), ".", "")), " ")
	return more && datelineRegions[region]
}

// shortPlace reports whether a place in capitals that nobody knows is as short as places are, and too long for initials
// of something else.
func shortPlace(place string) bool {
	n := countFields(place)
	return n <= 2 && len(place) >= 5 && len(place) <= 40 && (n > 1 || !strings.ContainsAny(place, ".'’"))
}

// mayDateline reports whether a paragraph has a sign early on that a dateline ends with.
func mayDateline(text string) bool {
	head := text[:min(len(text), maxDateline)]
	for _, dash := range [...]string{"-", "—", "–", "―"} {
		if strings.Contains(head, dash) {
			return true
		}
	}
	early := head[:min(len(head), maxDateline/2)]
	return strings.Contains(early, "(") || strings.Contains(early, ":")
}
