package segment

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// The parts of a day and a time as bylines write them.
const (
	dateMonth   = `(?:março|jan(?:uary|uar|vier|\.)?|feb(?:ruary|ruar|\.)?|février|mar(?:ch|s|\.)?|märz|apr(?:il|\.)?|avril|may|mai|june?|juin|juni|july?|juillet|juli|aug(?:ust|\.)?|août|sept?(?:ember|embre|\.)?|o[ck]t(?:ober|obre|\.)?|nov(?:ember|embre|\.)?|de[cz](?:ember|\.)?|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|janeiro|fevereiro|maio|junho|julho|setembro|outubro|novembro|dezembro|januari|februari|maart|mei|augustus)`
	dateMonthOf = `(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia)` // behind the day alone
	dateWeekday = `(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo),?\s+)?`
	dateOrdinal = `(?:st|nd|rd|th|er|\.)?`
)

// datePattern finds a day.
var datePattern = regexp.MustCompile(`(?i)\b` + dateWeekday + `(?:` +
	dateMonth + `\.?\s+\d{1,2}` + dateOrdinal + `\b(?:,?\s+(?:19|20)\d{2}\b)?` +
	`|\d{1,2}` + dateOrdinal + `[\s-]+(?:of\s+|de\s+)?` + dateMonth + `\b\.?(?:,?[\s-]+(?:de\s+)?(?:19|20)\d{2}\b)?` +
	`|\d{1,2}\s+` + dateMonthOf + `(?:\s+(?:19|20)\d{2}\b)?` +
	`|(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?:\b|T)` +
	`|\d{1,2}[/.]\d{1,2}[/.](?:19|20)?\d{2}\b` +
	`|` + dateMonth + `\s+(?:19|20)\d{2}\b)`)

// timePattern finds a time of day with what belongs to it.
var timePattern = regexp.MustCompile(`(?i)(?:\b(?:at|um|à|a las)\s+|(?:오전|오후|上午|下午|午前|午後)\s*|T|\b)(?:\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?\s?m\b\.?|(?:uhr|hs?|hrs)\b)?|\d{1,2}\s*(?:[ap]\.?m\b\.?|uhr\b))(?:\s*\(?(?:` + timeZones + `)\b\)?|\s*[+-]\d{2}:?\d{2}\b|Z\b)?` +
	`|\b\d{1,3}[\s-]?(?:min(?:ute)?s?|hrs?|hours?|days?|weeks?|months?|years?|[hd])\.?\s+(?:ago|read)\b|\(?\b[0-2]\d[0-5]\d\s+(?:gmt|utc|hkt|e[sd]t)\b\)?`)

const timeZones = `[ecmp][sd]?t|eastern|pacific|central|akst|akdt|hst|gmt(?:\s*[+-]\s*\d{1,2}(?::?\d{2})?)?|utc(?:\s*[+-]\s*\d{1,2}(?::?\d{2})?)?|bst|ist|cest|cet|eest|eet|msk|aest|aedt|nzst|nzdt|jst|kst|sgt|hkt|wib|pht|sast|wat|eat|[a-z]{2,3}\s+time`

// monthNumbers are the first letters of months; a longer key goes before a shorter one.
var monthNumbers = map[string]time.Month{
	"jan": 1, "ene": 1, "feb": 2, "fév": 2, "mar": 3, "mär": 3, "apr": 4, "avr": 4, "abr": 4, "may": 5, "mai": 5, "jun": 6, "juin": 6,
	"jul": 7, "juil": 7, "aug": 8, "aoû": 8, "ago": 8, "sep": 9, "oct": 10, "okt": 10, "nov": 11, "dec": 12, "dez": 12, "déc": 12, "dic": 12,
	"gen": 1, "mag": 5, "giu": 6, "lug": 7, "set": 9, "ott": 10, "fev": 2, "out": 10, "maa": 3, "mei": 5,
	"янв": 1, "фев": 2, "мар": 3, "апр": 4, "мая": 5, "июн": 6, "июл": 7, "авг": 8, "сен": 9, "окт": 10, "ноя": 11, "дек": 12,
	"sty": 1, "lut": 2, "kwi": 4, "maj": 5, "cze": 6, "lip": 7, "sie": 8, "wrz": 9, "paź": 10, "lis": 11, "gru": 12,
}

// zoneOffsets are the hours from UTC of the zones that a byline may name.
var zoneOffsets = map[string]int{
	"edt": -4, "est": -5, "cdt": -5, "cst": -6, "mdt": -6, "mst": -7, "pdt": -7, "pst": -8, "akdt": -8, "akst": -9, "hst": -10,
	"gmt": 0, "utc": 0, "z": 0, "bst": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3, "eat": 3, "jst": 9, "kst": 9, "sgt": 8, "hkt": 8, "aest": 10, "aedt": 11,
}

var (
	letters    = regexp.MustCompile(`\pL+`)
	numbers    = regexp.MustCompile(`\d+`)
	clockParts = regexp.MustCompile(`(?i)(\d{1,2})(?:[:.h](\d{2}))?(?::\d{2})?\s*([ap])?\.?\s?m?`)
	zonePart   = regexp.MustCompile(`(?i)(?:\d|m\.?|\()\s*([a-z]{1,4})\b\)?$|\d(Z)$`)
)

// timestamp returns the day, with the first time of day where its zone is known, as RFC 3339; "" where the year is
// missing or the order of day and month is not clear.
func (b byline) timestamp(d dateSpan) string {
	day := readDay(d.day.of(b.text))
	if day == "" || len(b.times) == 0 {
		return day
	}
	text := b.times[0].of(b.text)
	zone := zonePart.FindStringSubmatch(text)
	if zone == nil {
		return day
	}
	hours, known := zoneOffsets[strings.ToLower(zone[1]+zone[2])]
	clock := clockParts.FindStringSubmatch(text)
	if !known || clock == nil {
		return day
	}
	h, _ := strconv.Atoi(clock[1])
	m, _ := strconv.Atoi(clock[2])
	switch half := strings.ToLower(clock[3]); {
	case half == "p" && h < 12:
		h += 12
	case half == "a" && h == 12:
		h = 0
	}
	if h > 23 || m > 59 {
		return day
	}
	zoneText := fmt.Sprintf("%+03d:00", hours)
	if hours == 0 {
		zoneText = "Z"
	}
	return fmt.Sprintf("%sT%02d:%02d:00%s", day, h, m, zoneText)
}

// readDay returns a written day as 2006-01-02, or "".
func readDay(text string) string {
	var nums []int
	for _, n := range numbers.FindAllString(text, -1) {
		v, _ := strconv.Atoi(n)
		nums = append(nums, v)
	}
	month := time.Month(0)
	for _, w := range letters.FindAllString(strings.ToLower(text), -1) {
		r := []rune(w)
		for n := min(4, len(r)); n >= 3 && month == 0; n-- {
			month = monthNumbers[string(r[:n])]
		}
	}
	var y, d int
	switch {
	case month > 0 && len(nums) == 2:
		d, y = nums[0], nums[1]
	case month == 0 && len(nums) == 3 && nums[0] > 1000:
		y, month, d = nums[0], time.Month(nums[1]), nums[2]
	case month == 0 && len(nums) == 3 && nums[2] > 1000 && nums[0] > 12: // 19/11/2019
		d, month, y = nums[0], time.Month(nums[1]), nums[2]
	case month == 0 && len(nums) == 3 && nums[2] > 1000 && nums[1] > 12: // 11/19/2019
		month, d, y = time.Month(nums[0]), nums[1], nums[2]
	default:
		return ""
	}
	t := time.Date(y, month, d, 0, 0, 0, 0, time.UTC)
	if y < 1600 || t.Day() != d || t.Month() != month {
		return ""
	}
	return t.Format(time.DateOnly)
}
