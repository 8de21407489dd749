package segment

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// bucket returns the index of the first limit that n does not exceed.
func bucket(n int, limits ...int) int {
	for i, l := range limits {
		if n <= l {
			return i
		}
	}
	return len(limits)
}

// facts gathers the names of what is true of a line: rows of lineWeights.
type facts struct {
	line  int
	name  []byte
	found func(line int, name []byte)
}

// add makes a name of its parts.
func (f *facts) add(parts ...string) {
	f.name = f.name[:0]
	for _, p := range parts {
		f.name = append(f.name, p...)
	}
	f.found(f.line, f.name)
}

// features calls found with each line and the name of each thing that is true of it; a name is valid until found returns.
func features(views []lineView, found func(line int, name []byte)) {
	first, last := core(views, false)
	marks := markers(views)
	headline := likelyHeadline(views, first)
	page := "page"
	if !isPage(views) {
		page = "page without furniture"
	}
	runs := runsOf(views)
	firstProse, lastProse := len(views), -1
	for i := range views {
		if views[i].prose {
			firstProse, lastProse = min(firstProse, i), i
		}
	}
	f := &facts{found: found}
	for i := range views {
		v := &views[i]
		f.line = i
		f.add("any")
		f.add(page, " words ", v.short)
		f.sizeFeatures(v)
		f.wordFeatures(v)
		f.patternFeatures(v)
		f.placeFeatures(views, i, first, last)
		f.neighbourFeatures(views, i)
		f.signatureFeatures(views, i, first)
		f.add(spread(views, i), " words ", v.shape)
		f.rhythmFeatures(views, runs, i)
		if headline >= 0 && i != headline {
			like := v.likeHeadline(&views[headline])
			f.add(like)
			f.add(like, ", words ", v.shape)
		}
		switch {
		case i > lastProse:
			f.add("behind all prose, words ", v.shape)
		case i < firstProse:
			f.add("before all prose, words ", v.shape)
		}
		if i == headline {
			f.add("most in common with the prose")
		}
		if marks[i] != "" {
			f.add("under ", marks[i])
		}
	}
}

// likelyHeadline returns the line before the core that has most rarer words in common with the prose, -1 for none.
func likelyHeadline(views []lineView, first int) int {
	best, most := -1, 1
	for i := range views[:min(first, len(views))] {
		if v := &views[i]; v.mayTitle() && v.shared > most {
			best, most = i, v.shared
		}
	}
	return best
}

// nearSignature is how many lines below a headline an author or a day is looked for.
const nearSignature = 4

// signatureFeatures are about the first author or day below a line.
func (f *facts) signatureFeatures(views []lineView, i, first int) {
	if i >= first || views[i].n == 0 || views[i].n > 40 {
		return
	}
	for d := 1; d <= nearSignature && i+d < len(views); d++ {
		if views[i+d].signs() {
			f.add("signed by ", strconv.Itoa(d))
			f.add("signed, words ", views[i].short)
			return
		}
	}
}

// isPage reports whether the text may be a page with its furniture; else it is an article that someone has taken out of
// it.
func isPage(views []lineView) bool {
	for i := range views {
		if f := views[i].furniture; f != nil && f.sure {
			return true
		}
	}
	return false
}

// The names of the buckets.
var (
	sizeNames   = []string{"1", "2", "4", "7", "11", "16", "24", "40", "many"}
	shortNames  = []string{"1-2", "3-7", "8-16", "17-40", "many"}
	tenths      = []string{"0", "20%", "40%", "60%", "80%", "all"}
	awayNames   = []string{"0", "1", "2", "4", "8", "16", "far"}
	overlapName = []string{"none", "some", "half", "most"}
)

// nameForm names the length and the end of the line.
func (v *lineView) nameForm() {
	v.short = shortNames[bucket(v.n, 2, 7, 16, 40)]
	v.ending, v.closed = "open", "closed"
	switch {
	case strings.HasSuffix(v.text, "...") || v.end == '…':
		v.ending = "dots"
	case v.end == '.':
		v.ending = "stop"
	case v.end == '?':
		v.ending = "question"
	case v.end == '!':
		v.ending = "exclamation"
	case v.end == ':':
		v.ending = "colon"
	default:
		v.closed = "open"
	}
	v.shape = v.short + " " + v.closed
}

// sizeFeatures are about length, ending and capitals, alone and together.
func (f *facts) sizeFeatures(v *lineView) {
	size, ending := sizeNames[bucket(v.n, 1, 2, 4, 7, 11, 16, 24, 40)], v.ending
	f.add("words ", size)
	f.add("end ", ending)
	f.add("words ", v.short, " end ", ending)
	if v.n > 1 && v.n < 40 {
		share := tenths[bucket(100*v.capitals/(v.n-1), 5, 25, 45, 65, 85)]
		f.add("capitals ", share)
		f.add("words ", v.short, " capitals ", share)
	}
	if v.n > 0 && v.n < 60 {
		share := tenths[bucket(100*v.common/v.n, 3, 15, 25, 35, 45)]
		f.add("words ", v.short, " common ", share)
	}
	if v.shouting > 0 && v.shouting*10 >= v.n*8 {
		f.add("all capitals")
	} else if v.shouting >= 2 && v.n > 5 && v.shouting*2 < v.n {
		f.add("some words in capitals")
	}
	first, _ := utf8.DecodeRuneInString(v.text)
	switch {
	case unicode.IsLower(first):
		f.add("begins small")
	case unicode.IsDigit(first):
		f.add("begins with a digit")
	case strings.ContainsRune(`"“'‘«„`, first):
		f.add("begins with a quotation, words ", v.short)
	case !unicode.IsLetter(first):
		f.add("begins with a sign")
	}
}

// wordFeatures are about the kinds of words.
func (f *facts) wordFeatures(v *lineView) {
	if v.verbs > 0 {
		f.add("verb, words ", v.short)
	} else if v.n > 4 {
		f.add("no verb, words ", v.short)
	}
	if v.you > 0 {
		f.add("you, words ", v.short)
	}
	if v.me > 0 {
		f.add("I")
	}
	if v.pictures > 0 {
		f.add("picture word, words ", v.short)
	}
	if v.we > 0 {
		f.add("we, words ", v.short)
	}
	if v.web > 0 {
		f.add("web word, words ", v.short)
		if v.web > 1 {
			f.add("web words, words ", v.short)
		}
		if v.you+v.we > 0 {
			f.add("web word for you")
		}
	}
	if v.staff > 0 {
		f.add("newsroom word, words ", v.short)
	}
	if v.places > 0 && v.n < 60 {
		f.add("picture verb")
		if v.places > 1 {
			f.add("picture verbs")
		}
	}
	if v.joined > 1 && v.joined*4 > v.n {
		f.add("joined words")
	}
	if v.digits > 0 && v.digits*3 >= v.n {
		f.add("mostly digits")
	}
}

// linePatterns are what a line of some kind looks like.
var linePatterns = []struct {
	name string
	hinted
}{
	{"handle", hint("", "@", `(?:^|[\s(])@\w`)},
	{"hashtag", hint("", "#", `(?:^|\s)#\pL`)},
	{"address", hint("", "http www. .com t.co/", `https?://|www\.|pic\.twitter\.com|t\.co/|\.com\b`)},
	{"post signed", hint("", "", `^[—–-]+\s?.{1,60}\(@\w+\)`)},
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

// otherCost and maxGain weigh the lines when the core is sought: in words, what a line that is no sentence costs and a
// sentence gains at most.
const otherCost, maxGain = 8, 60

// core returns the first and last line of the stretch with most prose and least else; last < first where there is no
// prose. Sentences with notes count where noted says so.
func core(views []lineView, noted bool) (first, last int) {
	best, sum, start := 0, 0, 0
	first, last = 0, -1
	for i := range views {
		if v := &views[i]; v.sentence || noted && v.noted {
			sum += min(v.n, maxGain)
		} else {
			sum -= otherCost
		}
		if sum > best {
			best, first, last = sum, start, i
		}
		if sum < 0 {
			sum, start = 0, i+1
		}
	}
	return first, last
}

// placeFeatures say where the line stands: before, in or behind the core, and how far from prose.
func (f *facts) placeFeatures(views []lineView, i, first, last int) {
	v := &views[i]
	place := "in the core"
	switch {
	case last < first:
		place = "no core"
	case i < first:
		place = "before the core by " + awayNames[bucket(first-i, 0, 1, 2, 4, 8, 16)]
	case i > last:
		place = "behind the core by " + awayNames[bucket(i-last, 0, 1, 2, 4, 8, 16)]
	}
	f.add(place)
	f.add(place[:6], " words ", v.short)
	above, below := away(views, i, -1), away(views, i, 1)
	f.add("prose above ", above)
	f.add("prose below ", below)
	f.add("prose above ", above, " below ", below, " words ", v.short)
	f.add(place[:6], " words ", v.short, " end ", v.ending)
	f.add("prose above ", above, " below ", below, " ", v.closed, " ", v.short)
	if v.n > 1 && v.n < 40 {
		f.add(place[:6], " words ", v.short, " capitals ", tenths[bucket(100*v.capitals/(v.n-1), 5, 25, 45, 65, 85)], " ", v.closed)
		if v.verbs == 0 {
			f.add(place[:6], " words ", v.short, " no verb ", v.closed)
		}
		if v.shouting*10 >= v.n*8 {
			f.add(place[:6], " all capitals words ", v.short)
		}
	}
	f.add(place[:6], " sentences around ", sentencesAround(views, i))
	if v.alike > 2 {
		f.add("begins like others, words ", v.short)
		f.add("begins like others ", place[:6])
	}
	if v.repeated {
		f.add("repeated, words ", v.short)
	}
	if len(v.rare) > 0 {
		overlap := overlapName[bucket(v.overlap, 1, 4, 7)]
		f.add("overlap ", overlap, " words ", v.short)
		f.add("overlap ", overlap, " ", place[:6])
	}
	if i == 0 {
		f.add("first line")
	}
	if i+1 == len(views) {
		f.add("last line")
	}
}

// sentencesAround names the number of sentences among the three lines above and below.
func sentencesAround(views []lineView, i int) string {
	n := 0
	for j := max(0, i-3); j <= i+3 && j < len(views); j++ {
		if j != i && views[j].sentence {
			n++
		}
	}
	return strconv.Itoa(n)
}

// away names the distance to the next prose in a direction.
func away(views []lineView, i, step int) string {
	n := 0
	for j := i + step; j >= 0 && j < len(views) && n <= 4; j += step {
		n++
		if views[j].prose {
			return awayNames[bucket(n, 0, 1, 2, 4)]
		}
	}
	return "far"
}

// neighbourFeatures are about the lines next to it.
func (f *facts) neighbourFeatures(views []lineView, i int) {
	for _, n := range []struct {
		at   int
		name string
	}{{i - 1, "above "}, {i + 1, "below "}, {i + 2, "second below "}} {
		if n.at < 0 || n.at >= len(views) {
			f.add(n.name, "nothing")
			continue
		}
		v := &views[n.at]
		switch {
		case v.furniture != nil && v.furniture.sure:
			f.add(n.name, "rule")
		case v.n <= 30 && (byWord.MatchString(v.text) && v.n < 14 || len(v.byline.dates) > 0 && v.n < 14):
			f.add(n.name, "byline")
		case v.credit.end > 0 && v.n < 20 && !hasWord(v.text[:v.credit.start]):
			f.add(n.name, "credit alone")
		case v.credit.end > 0 && v.n < 60:
			f.add(n.name, "credit")
		default:
			f.add(n.name, v.short, " ", v.closed)
		}
	}
}

// markerReach is how many lines a label like "Related" or "Comments" has a say about.
const markerReach = 6

// markers returns for each line the rule of the last label above it, with the distance, as far as it reaches.
func markers(views []lineView) []string {
	out := make([]string, len(views))
	last, at := "", 0
	for i := range views {
		if last != "" && i-at <= markerReach {
			out[i] = last + " by " + awayNames[bucket(i-at, 0, 1, 2, 4, 8)]
		}
		if v := &views[i]; v.furniture != nil && v.furniture.sure && v.n < 12 {
			last, at = v.furniture.rule, i
		}
	}
	return out
}

// runsOf returns for each line how many lines of its shape stand together there.
func runsOf(views []lineView) []int {
	out := make([]int, len(views))
	for i := 0; i < len(views); i += out[i] {
		n := 1
		for i+n < len(views) && views[i+n].shape == views[i].shape {
			n++
		}
		for j := range n {
			out[i+j] = n
		}
	}
	return out
}

// rhythmFeatures say whether the line is one of a row of its shape, or every second line has it.
func (f *facts) rhythmFeatures(views []lineView, runs []int, i int) {
	shape := views[i].shape
	f.add("run ", awayNames[bucket(runs[i], 0, 1, 2, 4, 8, 16)], " of words ", shape)
	if runs[i] > 1 {
		return
	}
	n := 0
	for _, j := range []int{i - 2, i + 2} {
		if j >= 0 && j < len(views) && views[j].shape == shape {
			n++
		}
	}
	f.add("every second ", strconv.Itoa(n), " words ", shape)
}

// likeHeadline says how many rarer words the line has in common with the headline.
func (v *lineView) likeHeadline(headline *lineView) string {
	n := 0
	for _, w := range headline.rare {
		if slices.Contains(v.rare, w) {
			n++
		}
	}
	return "like the headline " + strconv.Itoa(min(n, 3))
}

// spreadReach is how many lines above and below spread looks at.
const spreadReach = 8

// spread names the number of sentences above and below.
func spread(views []lineView, i int) string {
	up, down := 0, 0
	for j := max(0, i-spreadReach); j <= i+spreadReach && j < len(views); j++ {
		if views[j].sentence && j < i {
			up++
		} else if views[j].sentence && j > i {
			down++
		}
	}
	return "sentences above " + strconv.Itoa(bucket(up, 0, 2, 5)) + " below " + strconv.Itoa(bucket(down, 0, 2, 5))
}
