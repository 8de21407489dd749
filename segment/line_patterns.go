package segment

// linePatterns are what a line of some kind looks like.
var linePatterns = []struct {
	name string
	hinted
}{
	{"handle", hint("", "@", `(?:^|[\s(])@\w`)},
	{"hashtag", hint("", "#", `(?:^|\s)#\pL`)},
	{"address", hint("", "http www. .com t.co/", `https?://|www\.|pic\.twitter\.com|t\.co/|\.com\b`)},
	{"post signed", hinted{re: postSigned}},
	{"ago", hint("ago", "", `(?i)\b\d+\s?(?:s|m|h|d|w|hr|hrs|min|mins|minutes?|hours?|days?|weeks?|months?|years?)\.?\s+ago\b`)},
	{"price", hint("", "$ € £", `[$€£]\s?\d`)},
	{"divided", hint("", "| • ·", `\s[|•·]\s|\|`)},
	{"path", hint("", "> » › /", `\s[>»›/]\s`)},
	{"arrow", hint("", "> » › → ▶ < « ‹ ←", `[>»›→▶]\s*$|^[<«‹←]`)},
	{"sign-off", hint("", "", `^(?:\*{1,3}|—|–|-|†|\()`)},
	{"bullet", hinted{re: listMark}},
	{"copyright sign", hint("", "", `^\W?©`)},
	{"in brackets", hint("", "", `^\[[^\[\]]*\]$`)},
	{"question and answer", hint("", "", `^(?:Q|A|Question|Answer)[:.]\s`)},
	{"part of the article", hint("article story post column report", "", `(?i)\b(?:this|the) (?:article|story|post|column|report)\b`)},
	{"see", hint("", "", `(?i)^\W*(?:click|see|watch|read|view|follow|visit|check out|listen|download|buy|order|shop|get|call|register|book|try|find|learn|discover|join|start|search|add|submit|enter|explore|browse)\b`)},
	{"note", hinted{re: noteLead}},
	{"label", hint("", "", `^[\pL\pN'’& ]{2,30}:(?:\s|$)`)},
	{"weekday and year", hint("day", "", `\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, [A-Z][a-z]+\.? \d{1,2}, \d{4}`)},
	{"file", hint("photo picture image illustration rendering still graphic handout this undated artist left right cent", "(", `(?i)\b(?:file photo|file picture|this (?:photo|image|picture|file|undated)|in this|undated|artist['’]s (?:impression|rendering|concept|conception|illustration|view)|^(?:this|an?) [^.]{0,60}(?:photo|photograph|picture|image|illustration|rendering|still|graphic|handout) (?:shows|depicts|released|provided|taken|obtained|made available)|\((?:l|r|c|left|right)\)|, (?:left|right|center|centre),)`)},
	{"citation", hint("doi", "19 20 p.", `^\[?\d{1,3}[\].]?\s+\p{Lu}.*\b(?:19|20)\d\d\b|\bdoi\b|\bpp?\. \d`)},
	{"numbered figure", hint("", "", `(?i)^(?:fig(?:ure)?|photo|image|picture|map|chart|table|exhibit|video)\b\.?\s*\d`)},
	{"shows", hint("artist concept illustration photo image picture map chart graph diagram video view scene screenshot", "", `(?i)\b(?:artist['’]s|concept|illustration|photo|image|picture|map|chart|graph|diagram|video|view|scene|screenshot) (?:of|shows?|from|showing|depict(?:s|ing)?)\b`)},
	{"of a year", hint("", "19 20", `\b(?:in|from|circa|c\.) (?:19|20)\d\d\b[.)]?$`)},
	{"numbered", hint("", "", `^(?:\d{1,2}[.)]|#\d{1,2}\b|Step \d)`)},
	{"said", hint("said says told added asked replied explained wrote", "", `\b(?:said|says|told|added|asked|replied|explained|wrote)\b`)},
	{"phone", hint("", "0 1 2 3 4 5 6 7 8 9", `\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}`)},
}

// maxPatterned is the length in words of the longest line that is compared with linePatterns.
const maxPatterned = 60

// patternFeatures are about tables and expressions that the line answers to.
func (f *facts) patternFeatures(v *lineView) {
	head := runeHead(v.text, 500)
	for i := range linePatterns {
		if v.n <= maxPatterned && linePatterns[i].matches(head, v.key) {
			f.add(linePatterns[i].name)
		}
	}
	if v.furniture != nil {
		f.add("rule ", v.furniture.rule)
		f.add("rule, words ", v.short)
		if v.furniture.sure {
			f.add("sure rule")
		}
	}
	if v.credit != (span{}) {
		f.add("credit")
		f.add("credit, words ", v.short)
		if !hasWord(v.text[:v.credit.start]) {
			f.add("credit alone")
		}
	}
	if mayDateline(head) {
		if _, ok := findDateline(head); ok {
			f.add("dateline")
		}
	}
	f.bylineFeatures(v)
}

// bylineFeatures are about authors and days.
func (f *facts) bylineFeatures(v *lineView) {
	if v.n == 0 || v.n > 30 {
		return
	}
	by := byWord.MatchString(v.text)
	if by {
		f.add("by, words ", v.short)
	}
	if isName(v.text) {
		f.add("name")
	}
	if len(v.byline.dates)+len(v.byline.times) == 0 {
		return
	}
	covered, rest := 0, 0
	for _, d := range v.byline.dates {
		covered += countWords(d.of(v.text))
	}
	for _, t := range v.byline.times {
		covered += countWords(t.of(v.text))
	}
	for _, w := range v.byline.who {
		rest += countWords(w.of(v.text))
	}
	switch {
	case len(v.byline.dates) == 0:
		f.add("time, words ", v.short)
	case rest == 0:
		f.add("day alone")
	case by || rest <= 5 && len(v.byline.names()) > 0:
		f.add("day and name, words ", v.short)
	default:
		f.add("day, words ", v.short)
	}
	if len(v.byline.dates) > 0 && v.byline.dates[0].start < v.byline.dates[0].day.start {
		f.add("day with label")
	}
	if covered*2 >= v.n {
		f.add("mostly day")
	}
}
