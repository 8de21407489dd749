package spoken

import "strings"

// price is a sum of money as written.
type price struct {
	num      numeral
	scale    entry
	cur      entry
	end      int
	negative bool // "$-5"
}

// matchMoney says a sum whose currency stands before it: "$11 billion", "£5m", "US$3", "-$40", "$5-$10 million".
func matchMoney(s *scan, pos int) (int, string) {
	start, sign, free := s.leadingSign(pos)
	p, ok := s.priceAt(start)
	if !free || !ok || s.at(pos-1) == '/' && isASCIILetter(s.text[pos]) || start == pos && !s.leftFree(pos) && isASCIILetter(s.text[pos]) {
		return 0, ""
	}
	said, end := s.priceRange(start, p)
	if end > 0 {
		end, said = s.per(end, said)
		return end, sign + said
	}
	if p.negative {
		sign = "minus "
	}
	if w, at := s.wordAfter(p.end); w != "" && (w == p.cur.spoken || w == p.cur.plural) {
		p.end = at + len(w) // "$75 billion dollar hit"
		return p.end, sign + s.sayPrice(p, w == p.cur.spoken)
	}
	if cur, stop := s.coded(p.end, p); stop > 0 {
		p.cur, p.end = cur, stop
	}
	end, said = s.per(p.end, s.sayPrice(p, s.singular(pos, p.end) || s.valued(p.end)))
	end, said = s.every(end, said)
	return end, sign + said
}

// coded reads the code of a dollar behind a sum in dollars at pos: "$50 CAD" and "$5USD"; end is 0 where there is none.
func (s *scan) coded(pos int, p price) (cur entry, end int) {
	if p.cur.form != "$" || !isUpper(s.at(s.skip(pos))) {
		return entry{}, 0
	}
	cur, end = s.en.currencies.longest(s, s.skip(pos))
	if end == 0 || len(cur.form) != 3 || !isUpper(cur.form[2]) || cur.spoken != "dollar" && !strings.HasSuffix(cur.spoken, " dollar") || isDigit(s.at(s.skip(end))) {
		return entry{}, 0
	}
	return cur, end
}

// moneyNouns are things that have a value by their nature: "$100 bills".
var moneyNouns = wordSet("bills notes coins fines bonds loans tickets fees bets prizes grants checks cheques vouchers stamps tips bonuses deposits homes houses meals deals contracts lawsuits rewards bribes bounties")

// valued says whether the word at pos is one of the moneyNouns.
func (s *scan) valued(pos int) bool {
	w, _ := s.wordAfter(pos)
	return moneyNouns[w] || w == "Series"
}

// everyForms are short for how often a sum is paid.
var everyForms = []struct{ form, said string }{{"p.a.", "a year"}, {"pa", "a year"}, {"pw", "a week"}, {"p.w.", "a week"}, {"pcm", "a month"}, {"pp", "a person"}}

// everyGlued says whether one of the everyForms stands right at pos.
func (s *scan) everyGlued(pos int) bool {
	end, _ := s.every(pos, "")
	return end > pos && s.skip(pos) == pos
}

// every adds "a week" for "pw" behind a sum.
func (s *scan) every(pos int, said string) (int, string) {
	at := s.skip(pos)
	for _, e := range everyForms {
		end := at + len(e.form)
		if s.has(at, e.form) && (s.at(end-1) == '.' || s.rightFree(end)) {
			return s.withStop(end, said+" "+e.said)
		}
	}
	return pos, said
}

// priceAt reads a currency and a number at pos.
func (s *scan) priceAt(pos int) (price, bool) {
	cur, end := s.en.currencies.longest(s, pos)
	for n := 2; n < 4 && (end == 0 || end == pos+1) && s.leftFree(pos); n++ {
		if e, ok := s.en.currencies.exact[s.text[pos:min(pos+n, len(s.text))]]; ok && isDigit(s.at(pos+n)) && isUpper(s.at(pos+n-1)) {
			cur, end = e, pos+n // SEK1.2bn, $A5
		}
	}
	if end == 0 || isUpper(s.at(end-1)) && s.at(end) != ' ' && !isDigit(s.at(end)) {
		return price{}, false
	}
	at := s.skip(end)
	negative := s.at(at) == '-' && isDigit(s.at(at+1)) && at == end
	if negative {
		at++
	}
	num, ok := s.numeralAt(at)
	if !ok || isASCIILetter(s.at(end-1)) && num.whole == "" {
		return price{}, false
	}
	num = s.withComma(num)
	p := price{num: num, cur: cur, end: num.end, negative: negative}
	if sc, stop := s.scaleAt(num.end, true); stop > 0 {
		p.scale, p.end = sc, stop
	}
	if !s.rightFree(p.end) && s.everyGlued(p.end) {
		return p, true
	}
	if _, stop := s.coded(p.end, p); stop > 0 {
		return p, true
	}
	if !s.rightFree(p.end) || isLower(s.at(end-1)) && cur.form == "Rs" && at == end {
		return p, p.scale.form != "" || !isDigit(s.at(p.end))
	}
	return p, true
}

// priceRange says "$5-$10 million" and "$150–200"; end is 0 where there is no range.
func (s *scan) priceRange(pos int, p price) (string, int) {
	at := s.rangeDash(p.end)
	if at == p.end {
		return "", 0
	}
	second := p
	if q, ok := s.priceAt(at); ok {
		second = q
	} else {
		num, ok := s.numeralAt(at)
		if !ok || !isDigit(s.at(at)) {
			return "", 0
		}
		second.num, second.end, second.scale = num, num.end, entry{}
		if sc, stop := s.scaleAt(num.end, true); stop > 0 {
			second.scale, second.end = sc, stop
		}
		if !s.rightFree(second.end) || s.continues(second.end) {
			return "", 0
		}
	}
	one := s.singular(pos, second.end)
	if p.scale.form == "" && second.scale.form != "" {
		return s.said(p.num) + " to " + s.sayPrice(second, one), second.end
	}
	if second.cur.form == p.cur.form && p.scale.form == "" && !p.num.point {
		return s.said(p.num) + " to " + s.sayPrice(second, one), second.end
	}
	return s.sayPrice(p, one) + " to " + s.sayPrice(second, one), second.end
}

// singular says whether the sum stands before a noun: "a $5 million deal" is "a five million dollar deal".
func (s *scan) singular(pos, end int) bool {
	pos, end = s.withTwin(pos, end)
	if s.at(end) == '-' && isASCIILetter(s.at(end+1)) {
		return true
	}
	if s.at(pos-1) == '-' && isASCIILetter(s.at(pos-2)) {
		w, _ := s.wordAfter(end)
		return w != "" && isLower(w[0]) && !functionWords[w] // a sub-$500 phone
	}
	before := s.wordBefore(pos)
	if w := s.adjectiveBefore(pos); w != "" {
		before = w
	}
	if s.at(end) == ',' && (articles[strings.ToLower(before)] || determiners[strings.ToLower(before)]) {
		if n, ok := s.numeralAt(s.skip(end + 1)); ok && s.skip(end+1) > end+1 && s.at(n.end) == '-' && isASCIILetter(s.at(n.end+1)) {
			return true // the $1.7 trillion, 4,155-page bill
		}
	}
	w, _ := s.wordAfter(end)
	if len(w) > 2 && isUpper(w[0]) && articles[strings.ToLower(before)] && !s.en.openers[w] {
		return true // a $5m NIH grant
	}
	if w == "" || !isLower(w[0]) || functionWords[w] {
		return false
	}
	if articles[strings.ToLower(before)] {
		return true
	}
	definite := s.opt.Headline || determiners[strings.ToLower(before)] || strings.HasSuffix(before, "'s") || strings.HasSuffix(before, "’s")
	return definite && !strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "ing") && !strings.HasSuffix(w, "er") && !strings.HasSuffix(w, "ly")
}

// withTwin takes into text[pos:end], a measure, what repeats it in other units: "20cm/8in", "23cm (9in)".
func (s *scan) withTwin(pos, end int) (int, int) {
	window := s.text[end:min(len(s.text), end+maxTwin)]
	before := s.text[max(0, pos-maxTwin):pos]
	switch {
	case s.at(end) == '/' && isDigit(s.at(end+1)):
		if i := strings.IndexByte(window, ' '); i > 0 {
			end += i
		}
	case s.has(end, " (") && isDigit(s.at(end+2)):
		if i := strings.IndexByte(window, ')'); i > 0 {
			end += i + 1
		}
	case s.at(pos-1) == '/' && isASCIILetter(s.at(pos-2)):
		if i := strings.LastIndexByte(before, ' '); i >= 0 {
			pos -= len(before) - i - 1
		}
	case s.at(pos-1) == '(' && s.at(end) == ')' && isASCIILetter(s.at(pos-3)):
		if i := strings.LastIndexByte(before[:max(0, len(before)-2)], ' '); i >= 0 && isDigit(before[i+1]) {
			pos, end = pos-(len(before)-i-1), end+1
		}
	}
	return pos, end
}

// maxTwin bounds the length in bytes of a measure with its repetition in other units.
const maxTwin = 20

// adjectiveBefore returns the article before a number with a hyphen and a comma, as in "a 5-year, $10 million contract", ""
// for none.
func (s *scan) adjectiveBefore(pos int) string {
	if !strings.HasSuffix(s.text[:pos], ", ") {
		return ""
	}
	from := max(0, pos-maxWord)
	window := s.text[from : pos-2]
	i := strings.LastIndexByte(window, ' ')
	if i < 0 || !strings.Contains(window[i:], "-") {
		return ""
	}
	if w := s.wordBefore(from + i); articles[strings.ToLower(w)] {
		return w
	}
	return ""
}

// articles and determiners open a phrase whose noun a sum or measure describes; behind a determiner a verb may follow as
// well ("the $5 million raised").
var (
	articles    = wordSet("a an another")
	determiners = wordSet("which the this that its his her their our my your each every one")
)

// functionWords never are the noun that a sum or measure describes.
var functionWords = wordSet(`a an the and or but if in on at by for from to of with as is am are was were be been it its he him his her she they them we
	our you your my me this that these those there here not no all any some who what when where why how which so do does did has have had will would can
	could should may might must more most less than then very just only now up down off over again each per out into under after before because while
	until since apart away long wide tall high deep ago later earlier every total compared about above below between through during`)

// sayPrice says a sum; one keeps the currency singular, as before a noun.
func (s *scan) sayPrice(p price, one bool) string {
	n := p.num
	if p.scale.form != "" {
		return s.said(n) + " " + p.scale.spoken + " " + p.unit(one)
	}
	minor, minors, _ := strings.Cut(p.cur.flags, "|")
	frac := strings.TrimRight(n.frac, "0")
	if !n.point || frac == "" {
		return s.said(numeral{whole: n.whole}) + " " + p.unit(one || n.one())
	}
	if len(frac) > 2 || minor == "" {
		if len(frac) > 2 {
			n.frac = frac
		}
		return s.said(n) + " " + p.unit(one)
	}
	if len(frac) == 1 {
		frac += "0"
	}
	if frac[1] == '0' && len(n.frac) == 1 && strings.Trim(n.whole, "0") != "" {
		return s.said(n) + " " + p.unit(one) // "$1.5" is no dollar and fifty cents
	}
	if frac != "01" {
		minor = minors
	}
	if strings.Trim(n.whole, "0") == "" {
		if one {
			minor, _, _ = strings.Cut(p.cur.flags, "|")
		}
		return cardinal(frac, false) + " " + minor
	}
	cents := cardinal(frac, false) + " " + minor
	return s.said(numeral{whole: n.whole}) + " " + p.unit(n.whole == "1") + " and " + cents
}

// unit returns the currency's name.
func (p price) unit(one bool) string {
	if one {
		return p.cur.spoken
	}
	return p.cur.plural
}

// perUnits are what a price or a measure is counted by behind a slash.
var perUnits = map[string]string{"d": "day", "day": "day", "wk": "week", "week": "week", "mo": "month", "month": "month", "yr": "year", "year": "year", "y": "year",
	"hr": "hour", "h": "hour", "hour": "hour", "min": "minute", "s": "second", "lb": "pound", "kg": "kilogram", "t": "ton", "ton": "ton", "tonne": "tonne", "bbl": "barrel",
	"barrel": "barrel", "oz": "ounce", "gal": "gallon", "gallon": "gallon", "kWh": "kilowatt hour", "MWh": "megawatt hour", "share": "share", "dozen": "dozen", "head": "head", "ounce": "ounce", "pound": "pound", "acre": "acre", "hectare": "hectare", "minute": "minute", "second": "second", "night": "night",
	"person": "person", "MMBtu": "million British thermal units", "bu": "bushel", "bushel": "bushel", "unit": "unit", "mile": "mile", "km": "kilometer", "m²": "square meter", "sq": "square", "l": "liter", "g": "gram", "mth": "month", "pm": "month", "user": "user"}

// per adds "per week" for "/wk" at pos.
func (s *scan) per(pos int, said string) (int, string) {
	if s.at(pos) != '/' {
		return pos, said
	}
	w := s.wordAt(pos + 1)
	end := pos + 1 + len(w)
	unit := perUnits[w]
	if unit == "" {
		unit = perUnits[strings.ToLower(w)]
	}
	if u, stop := s.en.units.longest(s, pos+1); stop > end && (strings.HasPrefix(u.spoken, "square ") || strings.HasPrefix(u.spoken, "cubic ")) {
		unit, end = u.spoken, stop // "/sq ft", "/m²"
	}
	if unit == "" && len(w) > 2 && isLower(w[0]) && w == strings.ToLower(w) && w != "each" && s.at(end) != '/' {
		unit = w // "$2.75/ride"
	}
	if unit == "" || !s.rightFree(end) {
		return pos, said
	}
	if s.at(end) == '.' && w != unit && isLower(s.at(s.skip(end+1))) {
		end++ // "$5/hr. and"
	}
	return end, said + " per " + unit
}

// matchMoneyBehind says a sum whose currency stands behind it: "500 USD", "20€", "50¢", "99p".
func matchMoneyBehind(s *scan, pos int) (int, string) {
	n, ok := s.numeralAt(pos)
	if !ok || !s.freeNumber(pos) {
		return 0, ""
	}
	if end, said := s.minor(n); end > 0 {
		return end, said
	}
	if m := s.withComma(n); m.end > n.end {
		if _, end := s.en.currencies.longest(s, s.skip(m.end)); end > 0 {
			n = m
		}
	}
	p := price{num: n, end: n.end}
	if sc, stop := s.scaleAt(n.end, false); stop > 0 {
		p.scale, p.end = sc, stop
	} else if s.skip(n.end) == n.end {
		if sc, stop := s.scaleAt(n.end, true); stop > 0 && s.skip(stop) > stop {
			p.scale, p.end = sc, stop
		}
	}
	at := s.skip(p.end)
	cur, end := s.en.currencies.longest(s, at)
	if end == 0 || !s.rightFree(end) || cur.form == "$" && isDigit(s.at(end)) || cur.form == "Rs" || isDigit(s.at(s.skip(end))) && !isASCIILetter(s.at(end-1)) {
		return 0, ""
	}
	p.cur = cur
	return end, s.sayPrice(p, s.singular(pos, end))
}

// costWords stand before a sum, so that a c behind the number is short for cents.
var costWords = wordSet("cost costs costing paid pay pays price priced only for")

// perShare says whether the words before pos speak of what a share earns.
func (s *scan) perShare(pos int) bool {
	return holdsAny(s.text[max(0, pos-maxWord):pos], []string{"EPS ", "dividend ", "earnings "})
}

// minor says cents and pence: "50¢", "99p".
func (s *scan) minor(n numeral) (int, string) {
	at := s.skip(n.end)
	switch {
	case s.has(at, "¢"):
		if n.one() {
			return at + len("¢"), "one cent"
		}
		end := at + len("¢")
		if s.singular(n.start, end) {
			return end, s.said(n) + " cent"
		}
		return s.per(end, s.said(n)+" cents")
	case s.at(n.end) == 'c' && s.rightFree(n.end+1) && (costWords[s.wordBefore(n.start)] || s.perShare(n.start)):
		return n.end + 1, s.said(n) + " " + plural(n, "cent", "cents")
	case s.at(n.end) == 'p' && s.rightFree(n.end+1):
		end, said := s.per(n.end+1, s.said(n)+" pence")
		if end > n.end+1 || s.region == "GB" || s.has(end, " per ") {
			return end, said
		}
	}
	return 0, ""
}
