package segment

import (
	"regexp"
	"strconv"
	"strings"
)

// settleStructure corrects what the weights cannot know of single lines: what the lines next to them say that they are.
// clean says that the text is an article without a page around it, whose form can be trusted.
func settleStructure(views []lineView, roles []lineRole, clean bool) {
	numbered, sections := numberedHeads(views, roles), 0
	for _, r := range roles {
		if r.role == RoleHeading && r.rule == "" {
			sections++
		}
	}
	for i := range views {
		if r := &roles[i]; r.rule == "" {
			switch {
			case isDatelineAlone(views, roles, i):
				r.role = RoleDateline
			case isItem(views, roles, i):
				r.role = RoleList
			case editorsNote.MatchString(views[i].text) && r.role == RoleBody:
				r.role = RoleNote
			case r.role == RoleCaption && (isCapsLabelled(views, i-1) || isCapsLabelled(views, i+1)) && isCapsLabelled(views, i):
				r.role = RoleBody
			case clean && isCaptionOfCredit(views, i):
				r.role = RoleCaption
			case numbered[i], (clean || sections > 2 && views[i].plainHead()) && r.role == RoleBody && isSubhead(views, roles, i):
				r.role = RoleHeading
			}
		}
	}
	if clean {
		settleTitle(views, roles)
	}
}

// editorsNote is what a note by the editor begins with.
var editorsNote = regexp.MustCompile(`(?i)^\W{0,3}(?:(?:editor|author|publisher|translator)s?['’]?s? (?:note|correction)s?|corrections?|clarifications?|a correction was (?:made|issued|appended) on [^:]{4,30}|anmerkung der redaktion|korrektur|note de la rédaction|nota del editor)(?: ?\([^()]{0,40}\))?\s*[:.–—-]`)

// isDatelineAlone reports whether the line is nothing but the dateline of the paragraph below it: "LONDON –".
func isDatelineAlone(views []lineView, roles []lineRole, i int) bool {
	text := views[i].text
	if i+1 == len(views) || views[i].n > 8 || !views[i+1].sentence || roles[i+1].rule != "" || !mayDateline(text) {
		return false
	}
	d, ok := findDateline(text + " " + runeHead(views[i+1].text, 40))
	return ok && d.whole.end == len(text) && d.agency.of(text) != "("
}

// itemNumber returns the number of a list's item that its text begins with, 0 for a mark without one, and whether there is
// a mark at all.
func itemNumber(text string) (int, bool) {
	mark := listMark.FindString(text)
	if mark == "" {
		return 0, false
	}
	n, _ := strconv.Atoi(strings.Trim(mark, " \t\u00a0().")) // of "-" it is 0
	return n, true
}

// isItem reports whether the line is one of several items of a list: they have one kind of mark, or count up.
func isItem(views []lineView, roles []lineRole, i int) bool {
	n, ok := itemNumber(views[i].text)
	if !ok || roles[i].role == RoleTitle || roles[i].role == RoleCaption {
		return false
	}
	for _, j := range []int{i - 1, i + 1} {
		if j < 0 || j == len(views) || roles[j].rule != "" {
			continue
		}
		if m, ok := itemNumber(views[j].text); ok && (n > 0 && m == n+j-i || n == 0 && m == 0 && firstRune(views[i].text) == firstRune(views[j].text)) {
			return true
		}
	}
	return false
}

// capsLabel is a day or a speaker before what is told: "TONIGHT: Clear."
var capsLabel = regexp.MustCompile(`^\p{Lu}{3,}(?: \p{Lu}+)?: \p{Lu}`)

// isCapsLabelled reports whether line i begins with a word in capitals that is no part of a picture's caption, and a colon.
func isCapsLabelled(views []lineView, i int) bool {
	return i >= 0 && i < len(views) && views[i].credit.end == 0 && views[i].pictures == 0 && capsLabel.MatchString(views[i].text)
}

// maxCaptioned is the length in words of the longest caption that a line with its credit follows.
const maxCaptioned = 60

// isCaptionOfCredit reports whether the line is the caption of a picture whose credit stands alone on the line below.
func isCaptionOfCredit(views []lineView, i int) bool {
	if i == 0 || i+1 == len(views) || views[i].n > maxCaptioned || views[i].n < 3 || views[i].credit.end > 0 {
		return false
	}
	c := &views[i+1]
	return c.credit.end > 0 && c.n <= 14 && !hasWord(c.text[:c.credit.start]) && strings.ContainsAny(c.text[:1], "([|") && !strings.ContainsAny(views[i].text, `"“„«`)
}

// numberedHeads returns the lines that are headings which count up, with text below each.
func numberedHeads(views []lineView, roles []lineRole) map[int]bool {
	heads := map[int]bool{}
	last, lastNumber := 0, 0
	for i := range views[:max(0, len(views)-1)] {
		v, below := &views[i], &views[i+1]
		n, _ := itemNumber(v.text)
		if n == 0 || v.n > maxSubhead+2 || v.ending != "open" && v.ending != "question" || roles[i].rule != "" || roles[i].role == RoleTitle {
			continue
		}
		if m, _ := itemNumber(below.text); m > 0 || roles[i+1].rule != "" || below.n < 5 || below.ending != "stop" {
			continue
		}
		if lastNumber > 0 && n == lastNumber+1 {
			heads[last], heads[i] = true, true
		}
		last, lastNumber = i, n
	}
	return heads
}

// maxSubhead is the length in words of the longest line that its place alone shows to be a heading.
const maxSubhead = 10

// isSubhead reports whether the line stands between paragraphs as a heading does: short, without a mark at its end, prose
// on both sides.
func isSubhead(views []lineView, roles []lineRole, i int) bool {
	v := &views[i]
	if i == 0 || i+1 == len(views) || v.n == 0 || v.n > maxSubhead || v.ending != "open" && v.ending != "question" || !opensSentence(v.text) {
		return false
	}
	if r := firstRune(v.text); strings.ContainsRune("-–—*•([|", r) || v.byline.dates != nil || v.credit.end > 0 || strings.ContainsAny(v.text, "@|\t") {
		return false
	}
	above, below := &views[i-1], &views[i+1]
	if v.ending == "question" {
		return above.prose && below.prose
	}
	_, item := itemNumber(above.text)
	return below.sentence && (above.sentence || item || roles[i-1].role == RoleCaption)
}

// plainHead reports whether the line may be a heading even where links to other articles stand between paragraphs.
func (v *lineView) plainHead() bool {
	return v.n <= 8 && v.shouting == 0 && v.furniture == nil && !strings.Contains(v.text, "(") && v.capitals*2 <= v.n && !strings.ContainsAny(v.text, `"“`) && !strings.ContainsRune("'‘", firstRune(v.text))
}

// maxStopped is the length in words of the longest headline that ends with a full stop as a sentence does.
const maxStopped = 12

// settleTitle makes the first line of an article that has no headline its headline, where it has the form of one. A line that is
// a sentence is one where it stands alone and a whole paragraph follows.
func settleTitle(views []lineView, roles []lineRole) {
	first := -1
	for i := range roles {
		if roles[i].role == RoleTitle && roles[i].rule == "" {
			return
		}
		claim := views[i].claim || i+1 < len(views) && views[i+1].claim
		if first < 0 && roles[i].rule == "" && !claim {
			first = i
		}
	}
	if first < 0 || first+1 == len(views) {
		return
	}
	v := &views[first]
	headline := v.n >= 2 && v.n <= 25 && (v.ending == "open" || v.ending == "question" || v.ending == "exclamation")
	if v.ending == "stop" {
		headline = v.n >= 2 && v.n <= maxStopped && roles[first].role == RoleBody && v.credit.end == 0 && views[first+1].prose
	}
	if headline && roles[first].role != RoleDateline && roles[first].role != RoleList && len(v.byline.dates) == 0 {
		roles[first].role = RoleTitle
	}
}
