package segment

import (
	"regexp"
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

// features returns the names of what is true of each line: the rows of lineWeights.
func features(views []lineView) [][]string {
	first, last := core(views)
	marks := markers(views)
	headline := likelyHeadline(views, first)
	page := "page"
	if !isPage(views) {
		page = "page without furniture"
	}
	out := make([][]string, len(views))
	shapes := make([]string, len(views))
	for i := range views {
		shapes[i] = views[i].shape()
	}
	runs := runsOf(shapes)
	firstProse, lastProse := len(views), -1
	for i := range views {
		if views[i].prose {
			firstProse, lastProse = min(firstProse, i), i
		}
	}
	for i := range views {
		v := &views[i]
		f := append(make([]string, 0, 56), "any", page+" words "+v.short())
		f = v.sizeFeatures(f)
		f = v.wordFeatures(f)
		f = v.patternFeatures(f)
		f = placeFeatures(f, views, i, first, last)
		f = neighbourFeatures(f, views, i)
		f = signatureFeatures(f, views, i, first)
		f = append(f, spread(views, i)+" words "+shapes[i])
		f = rhythmFeatures(f, shapes, runs, i)
		if headline >= 0 && i != headline {
			like := v.likeHeadline(&views[headline])
			f = append(f, like, like+", words "+shapes[i])
		}
		switch {
		case i > lastProse:
			f = append(f, "behind all prose, words "+shapes[i])
		case i < firstProse:
			f = append(f, "before all prose, words "+shapes[i])
		}
		if i == headline {
			f = append(f, "most in common with the prose")
		}
		if marks[i] != "" {
			f = append(f, "under "+marks[i])
		}
		out[i] = f
	}
	return out
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
func signatureFeatures(f []string, views []lineView, i, first int) []string {
	if i >= first || views[i].n == 0 || views[i].n > 40 {
		return f
	}
	for d := 1; d <= nearSignature && i+d < len(views); d++ {
		if views[i+d].signs() {
			return append(f, "signed by "+strconv.Itoa(d), "signed, words "+views[i].short())
		}
	}
	return f
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

func (v *lineView) size() string  { return sizeNames[bucket(v.n, 1, 2, 4, 7, 11, 16, 24, 40)] }
func (v *lineView) short() string { return shortNames[bucket(v.n, 2, 7, 16, 40)] }

// ending says how the line ends.
func (v *lineView) ending() string {
	switch {
	case strings.HasSuffix(v.text, "...") || v.end == '…':
		return "dots"
	case v.end == '.':
		return "stop"
	case v.end == '?':
		return "question"
	case v.end == '!':
		return "exclamation"
	case v.end == ':':
		return "colon"
	}
	return "open"
}

// sizeFeatures are about length, ending and capitals, alone and together.
func (v *lineView) sizeFeatures(f []string) []string {
	size, ending := v.size(), v.ending()
	f = append(f, "words "+size, "end "+ending, "words "+v.short()+" end "+ending)
	if v.n > 1 && v.n < 40 {
		share := tenths[bucket(100*v.capitals/(v.n-1), 5, 25, 45, 65, 85)]
		f = append(f, "capitals "+share, "words "+v.short()+" capitals "+share)
	}
	if v.n > 0 && v.n < 60 {
		share := tenths[bucket(100*v.common/v.n, 3, 15, 25, 35, 45)]
		f = append(f, "words "+v.short()+" common "+share)
	}
	if v.shouting > 0 && v.shouting*10 >= v.n*8 {
		f = append(f, "all capitals")
	} else if v.shouting >= 2 && v.n > 5 && v.shouting*2 < v.n {
		f = append(f, "some words in capitals")
	}
	first, _ := utf8.DecodeRuneInString(v.text)
	switch {
	case unicode.IsLower(first):
		f = append(f, "begins small")
	case unicode.IsDigit(first):
		f = append(f, "begins with a digit")
	case strings.ContainsRune(`"“'‘«„`, first):
		f = append(f, "begins with a quotation, words "+v.short())
	case !unicode.IsLetter(first):
		f = append(f, "begins with a sign")
	}
	return f
}

// wordFeatures are about the kinds of words.
func (v *lineView) wordFeatures(f []string) []string {
	if v.verbs > 0 {
		f = append(f, "verb, words "+v.short())
	} else if v.n > 4 {
		f = append(f, "no verb, words "+v.short())
	}
	if v.you > 0 {
		f = append(f, "you, words "+v.short())
	}
	if v.me > 0 {
		f = append(f, "I")
	}
	if v.pictures > 0 {
		f = append(f, "picture word, words "+v.short())
	}
	if v.we > 0 {
		f = append(f, "we, words "+v.short())
	}
	if v.web > 0 {
		f = append(f, "web word, words "+v.short())
		if v.web > 1 {
			f = append(f, "web words, words "+v.short())
		}
		if v.you+v.we > 0 {
			f = append(f, "web word for you")
		}
	}
	if v.staff > 0 {
		f = append(f, "newsroom word, words "+v.short())
	}
	if v.places > 0 && v.n < 60 {
		f = append(f, "picture verb")
		if v.places > 1 {
			f = append(f, "picture verbs")
		}
	}
	if v.joined > 1 && v.joined*4 > v.n {
		f = append(f, "joined words")
	}
	if v.digits > 0 && v.digits*3 >= v.n {
		f = append(f, "mostly digits")
	}
	return f
}

// linePatterns are what a line of some kind looks like.
var linePatterns = []struct {
	name string
	re   *regexp.Regexp
}{
	{"handle", regexp.MustCompile(`(?:^|[\s(])@\w`)},
	{"hashtag", regexp.MustCompile(`(?:^|\s)#\pL`)},
	{"address", regexp.MustCompile(`https?://|www\.|pic\.twitter\.com|t\.co/|\.com\b`)},
	{"post signed", regexp.MustCompile(`^[—–-]+\s?.{1,60}\(@\w+\)`)},
	{"ago", regexp.MustCompile(`(?i)\b\d+\s?(?:s|m|h|d|w|hr|hrs|min|mins|minutes?|hours?|days?|weeks?|months?|years?)\.?\s+ago\b`)},
	{"price", regexp.MustCompile(`[$€£]\s?\d`)},
	{"divided", regexp.MustCompile(`\s[|•·]\s|\|`)},
	{"path", regexp.MustCompile(`\s[>»›/]\s`)},
	{"arrow", regexp.MustCompile(`[>»›→▶]\s*$|^[<«‹←]`)},
	{"sign-off", regexp.MustCompile(`^(?:\*{1,3}|—|–|-|†|\()`)},
	{"bullet", listMark},
	{"copyright sign", regexp.MustCompile(`^\W?©`)},
	{"in brackets", regexp.MustCompile(`^\[[^\[\]]*\]$`)},
	{"question and answer", regexp.MustCompile(`^(?:Q|A|Question|Answer)[:.]\s`)},
	{"part of the article", regexp.MustCompile(`(?i)\b(?:this|the) (?:article|story|post|column|report)\b`)},
	{"see", regexp.MustCompile(`(?i)^\W*(?:click|see|watch|read|view|follow|visit|check out|listen|download|buy|order|shop|get|call|register|book|try|find|learn|discover|join|start|search|add|submit|enter|explore|browse)\b`)},
	{"note", noteLead},
	{"label", regexp.MustCompile(`^[\pL\pN'’& ]{2,30}:(?:\s|$)`)},
	{"weekday and year", regexp.MustCompile(`\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, [A-Z][a-z]+\.? \d{1,2}, \d{4}`)},
	{"file", regexp.MustCompile(`(?i)\b(?:file photo|file picture|this (?:photo|image|picture|file|undated)|in this|undated|artist['’]s (?:impression|rendering|concept|conception|illustration|view)|^(?:this|an?) [^.]{0,60}(?:photo|photograph|picture|image|illustration|rendering|still|graphic|handout) (?:shows|depicts|released|provided|taken|obtained|made available)|\((?:l|r|c|left|right)\)|, (?:left|right|center|centre),)`)},
	{"citation", regexp.MustCompile(`^\[?\d{1,3}[\].]?\s+\p{Lu}.*\b(?:19|20)\d\d\b|\bdoi\b|\bpp?\. \d`)},
	{"numbered figure", regexp.MustCompile(`(?i)^(?:fig(?:ure)?|photo|image|picture|map|chart|table|exhibit|video)\b\.?\s*\d`)},
	{"shows", regexp.MustCompile(`(?i)\b(?:artist['’]s|concept|illustration|photo|image|picture|map|chart|graph|diagram|video|view|scene|screenshot) (?:of|shows?|from|showing|depict(?:s|ing)?)\b`)},
	{"of a year", regexp.MustCompile(`\b(?:in|from|circa|c\.) (?:19|20)\d\d\b[.)]?$`)},
	{"numbered", regexp.MustCompile(`^(?:\d{1,2}[.)]|#\d{1,2}\b|Step \d)`)},
	{"said", regexp.MustCompile(`\b(?:said|says|told|added|asked|replied|explained|wrote)\b`)},
	{"phone", regexp.MustCompile(`\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}`)},
}

// maxPatterned is the length in words of the longest line that is compared with linePatterns.
const maxPatterned = 60

// patternFeatures are about tables and expressions that the line answers to.
func (v *lineView) patternFeatures(f []string) []string {
	head := runeHead(v.text, 500)
	for i := range linePatterns {
		if v.n <= maxPatterned && linePatterns[i].re.MatchString(head) {
			f = append(f, linePatterns[i].name)
		}
	}
	if v.furniture != nil {
		f = append(f, "rule "+v.furniture.rule, "rule, words "+v.short())
		if v.furniture.sure {
			f = append(f, "sure rule")
		}
	}
	if v.credit != (span{}) {
		f = append(f, "credit", "credit, words "+v.short())
		if !hasWord(v.text[:v.credit.start]) {
			f = append(f, "credit alone")
		}
	}
	if mayDateline(head) {
		if _, ok := findDateline(head); ok {
			f = append(f, "dateline")
		}
	}
	return v.bylineFeatures(f)
}

// bylineFeatures are about authors and days.
func (v *lineView) bylineFeatures(f []string) []string {
	if v.n == 0 || v.n > 30 {
		return f
	}
	by := byWord.MatchString(v.text)
	if by {
		f = append(f, "by, words "+v.short())
	}
	if isName(v.text) {
		f = append(f, "name")
	}
	if len(v.byline.dates)+len(v.byline.times) == 0 {
		return f
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
		f = append(f, "time, words "+v.short())
	case rest == 0:
		f = append(f, "day alone")
	case by || rest <= 5 && len(v.byline.names()) > 0:
		f = append(f, "day and name, words "+v.short())
	default:
		f = append(f, "day, words "+v.short())
	}
	if len(v.byline.dates) > 0 && v.byline.dates[0].start < v.byline.dates[0].day.start {
		f = append(f, "day with label")
	}
	if covered*2 >= v.n {
		f = append(f, "mostly day")
	}
	return f
}

// otherCost and maxGain weigh the lines when the core is sought: in words, what a line that is no sentence costs and a
// sentence gains at most.
const otherCost, maxGain = 8, 60

// core returns the first and last line of the stretch with most prose and least else; last < first where there is no
// prose.
func core(views []lineView) (first, last int) {
	best, sum, start := 0, 0, 0
	first, last = 0, -1
	for i, v := range views {
		if v.sentence {
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
func placeFeatures(f []string, views []lineView, i, first, last int) []string {
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
	f = append(f, place, place[:6]+" words "+v.short())
	above, below := away(views, i, -1), away(views, i, 1)
	f = append(f, "prose above "+above, "prose below "+below, "prose above "+above+" below "+below+" words "+v.short())
	f = append(f, place[:6]+" words "+v.short()+" end "+v.ending(), "prose above "+above+" below "+below+" "+closed(v)+" "+v.short())
	if v.n > 1 && v.n < 40 {
		f = append(f, place[:6]+" words "+v.short()+" capitals "+tenths[bucket(100*v.capitals/(v.n-1), 5, 25, 45, 65, 85)]+" "+closed(v))
		if v.verbs == 0 {
			f = append(f, place[:6]+" words "+v.short()+" no verb "+closed(v))
		}
		if v.shouting*10 >= v.n*8 {
			f = append(f, place[:6]+" all capitals words "+v.short())
		}
	}
	f = append(f, place[:6]+" sentences around "+sentencesAround(views, i))
	if v.alike > 2 {
		f = append(f, "begins like others, words "+v.short(), "begins like others "+place[:6])
	}
	if v.repeated {
		f = append(f, "repeated, words "+v.short())
	}
	if v.content > 0 {
		overlap := overlapName[bucket(v.overlap, 1, 4, 7)]
		f = append(f, "overlap "+overlap+" words "+v.short(), "overlap "+overlap+" "+place[:6])
	}
	if i == 0 {
		f = append(f, "first line")
	}
	if i+1 == len(views) {
		f = append(f, "last line")
	}
	return f
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
func neighbourFeatures(f []string, views []lineView, i int) []string {
	for _, n := range []struct {
		at   int
		name string
	}{{i - 1, "above "}, {i + 1, "below "}, {i + 2, "second below "}} {
		if n.at < 0 || n.at >= len(views) {
			f = append(f, n.name+"nothing")
			continue
		}
		v := &views[n.at]
		switch {
		case v.furniture != nil && v.furniture.sure:
			f = append(f, n.name+"rule")
		case v.n <= 30 && (byWord.MatchString(v.text) && v.n < 14 || len(v.byline.dates) > 0 && v.n < 14):
			f = append(f, n.name+"byline")
		case v.credit.end > 0 && v.n < 20 && !hasWord(v.text[:v.credit.start]):
			f = append(f, n.name+"credit alone")
		case v.credit.end > 0 && v.n < 60:
			f = append(f, n.name+"credit")
		default:
			f = append(f, n.name+v.short()+" "+closed(v))
		}
	}
	return f
}

// closed says whether the line ends as sentences do.
func closed(v *lineView) string {
	if v.ending() == "open" {
		return "open"
	}
	return "closed"
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

// shape names the length and the end of the line.
func (v *lineView) shape() string { return v.short() + " " + closed(v) }

// runsOf returns for each line how many lines of its shape stand together there.
func runsOf(shapes []string) []int {
	out := make([]int, len(shapes))
	for i := 0; i < len(shapes); i += out[i] {
		n := 1
		for i+n < len(shapes) && shapes[i+n] == shapes[i] {
			n++
		}
		for j := range n {
			out[i+j] = n
		}
	}
	return out
}

// rhythmFeatures say whether the line is one of a row of its shape, or every second line has it.
func rhythmFeatures(f, shapes []string, runs []int, i int) []string {
	f = append(f, "run "+awayNames[bucket(runs[i], 0, 1, 2, 4, 8, 16)]+" of words "+shapes[i])
	if runs[i] > 1 {
		return f
	}
	n := 0
	for _, j := range []int{i - 2, i + 2} {
		if j >= 0 && j < len(shapes) && shapes[j] == shapes[i] {
			n++
		}
	}
	return append(f, "every second "+strconv.Itoa(n)+" words "+shapes[i])
}

// likeHeadline says how many rarer words the line has in common with the headline.
func (v *lineView) likeHeadline(headline *lineView) string {
	n := 0
	for _, w := range headline.words {
		if isContent(w) && slices.Contains(v.words, w) {
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
