package article

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// monthNames lists the names of each month, and their usual abbreviations, in the languages that pages write dates in. A
// name that means another month in a second language is left out.
var monthNames = [12]string{
	"january jan januar janvier enero gennaio janeiro januari janv ene gen jänner styczeń stycznia января leden ledna",
	"february feb februar février febrero febbraio fevereiro februari févr fevr fev luty lutego февраля února",
	"march mar märz mars marzo março maart mär marca марта března",
	"april apr avril abril aprile avr abr kwietnia апреля dubna",
	"may mai mayo maggio maio mei mag maja мая května",
	"june jun juni juin junio giugno junho giu czerwca июня června",
	"july jul juli juillet julio luglio julho juil lug lipca июля července",
	"august aug août agosto augustus aout ago augusti sierpnia августа srpna",
	"september sep sept septembre septiembre settembre setembro set września сентября září",
	"october oct oktober octobre octubre ottobre outubro okt ott out października октября října",
	"november nov novembre noviembre novembro listopada ноября",
	"december dec dezember décembre diciembre dicembre dezembro dez déc dic grudnia декабря prosince",
}

// monthOf returns the month that a word names in any of the languages, or 0.
func monthOf(word string) time.Month {
	word = strings.ToLower(strings.TrimSuffix(word, "."))
	for i, names := range monthNames {
		for name := range strings.FieldsSeq(names) {
			if name == word {
				return time.Month(i + 1)
			}
		}
	}
	return 0
}

var (
	isoDate      = regexp.MustCompile(`\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\s*(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?`)
	compactDate  = regexp.MustCompile(`\b((?:19|20)\d{2})(\d{2})(\d{2})(?:T\d|\b)`)
	dayThenMonth = regexp.MustCompile(`(?i)\b(\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?\s*(?:de\s+|of\s+)?[-/]?(\pL{3,12})\.?,?\s*[-/]?(?:de\s+|del\s+)?(\d{4})\b`)
	monthFirst   = regexp.MustCompile(`(?i)\b(\pL{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(?:at\s+)?(\d{4})\b`)
	yearFirst    = regexp.MustCompile(`(?i)\b(\d{4}),?\s+(\pL{3,12})\.?\s+(\d{1,2})\b`)
	numericDate  = regexp.MustCompile(`\b(\d{1,2})([./-])(\d{1,2})[./-](\d{4})\b`)
	cjkDate      = regexp.MustCompile(`(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]`)
	clock        = regexp.MustCompile(`(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})`)
)

// cleanDate finds a date in what a page or a person wrote. It returns RFC 3339 when day, time and zone are known, else the
// day as 2006-01-02, and "" when there is none.
func cleanDate(s string) string { return dateIn(s, false) }

// writesDayFirst reports whether people who write the language put the day before the month also between slashes.
// Without a language, or in English of no country, the answer is no.
func writesDayFirst(lang string) bool {
	lang = cleanLang(lang)
	return lang != "" && lang != "en" && lang != "en-US" && lang != "en-PH"
}

// dateIn is cleanDate for a writer who puts the day first between slashes, or the month.
func dateIn(s string, dayFirst bool) string {
	if len(s) > 400 {
		s = s[:400]
	}
	if m := isoDate.FindStringSubmatch(s); m != nil {
		if day := dayOf(m[1], m[2], m[3]); day != "" {
			return withTime(day, m[4], m[5], m[6], m[7])
		}
	}
	day := looseDay(s, dayFirst)
	if day == "" {
		return ""
	}
	if m := clock.FindStringSubmatch(s); m != nil {
		return withTime(day, m[1], m[2], m[3], m[4])
	}
	return day
}

// looseDay finds a day in the forms that people write.
func looseDay(s string, dayFirst bool) string {
	if m := cjkDate.FindStringSubmatch(s); m != nil {
		return dayOf(m[1], m[2], m[3])
	}
	for _, m := range monthFirst.FindAllStringSubmatch(s, 4) {
		if month := monthOf(m[1]); month != 0 {
			return dayOf(m[3], strconv.Itoa(int(month)), m[2])
		}
	}
	for _, m := range dayThenMonth.FindAllStringSubmatch(s, 4) {
		if month := monthOf(m[2]); month != 0 {
			return dayOf(m[3], strconv.Itoa(int(month)), m[1])
		}
	}
	if m := yearFirst.FindStringSubmatch(s); m != nil {
		if month := monthOf(m[2]); month != 0 {
			return dayOf(m[1], strconv.Itoa(int(month)), m[3])
		}
	}
	if m := compactDate.FindStringSubmatch(s); m != nil {
		return dayOf(m[1], m[2], m[3])
	}
	if m := numericDate.FindStringSubmatch(s); m != nil {
		// Americans write the month first and use slashes; a dot is European.
		if first, _ := strconv.Atoi(m[1]); m[2] == "/" && first <= 12 && !dayFirst {
			return dayOf(m[4], m[1], m[3])
		}
		return firstOf(dayOf(m[4], m[3], m[1]), dayOf(m[4], m[1], m[3]))
	}
	return ""
}

// dayOf returns a day of the calendar as 2006-01-02, or "" when there is no such day or nobody published on it.
func dayOf(year, month, day string) string {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if y < 1700 || y > 2100 || t.Day() != d || int(t.Month()) != m || y == 1970 && m == 1 && d == 1 {
		return ""
	}
	return t.Format(time.DateOnly)
}

// withTime adds time and zone to a day where both are known and right.
func withTime(day, hour, minute, second, zone string) string {
	if hour == "" || zone == "" {
		return day
	}
	switch zone {
	case "Z", "UTC", "GMT":
		zone = "Z"
	default:
		if len(zone) == 5 {
			zone = zone[:3] + ":" + zone[3:]
		}
	}
	if second == "" {
		second = "00"
	}
	s := fmt.Sprintf("%sT%02s:%s:%s%s", day, hour, minute, second, zone)
	if _, err := time.Parse(time.RFC3339, s); err != nil {
		return day
	}
	return s
}
