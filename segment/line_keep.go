package segment

import (
	"regexp"
	"strings"
)

// partLabel heads a list that is part of an article.
var partLabel = regexp.MustCompile(`(?i)^(?:the )?(?:pros|cons|key (?:points|takeaways|facts|findings|dates)|at a glance|in brief|highlights|ingredients|equipment|method|instructions|directions|notes|nutrition|you['’]ll need|what you['’]ll need|bottom line|line-?ups|scorers|what (?:we|i) (?:like|liked|love|loved|don['’]t like|didn['’]t like))\W*$`)

// labelled is a line that says of what it tells: "Prep time: 20 minutes".
var labelled = regexp.MustCompile(`^\p{Lu}\pL*(?: \pL+){0,2}: [\pL\pN]`)

// maxItem is the number of words of the longest line that is kept as an item of a list below its label.
const maxItem = 16

// keepInside keeps what stands between the headline and the last sentence of an article for one of its parts, by its words alone:
// the line between the headline and who signs it, lists below labels such as "Pros" and rows of lines such as "Prep time: 20 minutes".
func keepInside(views []lineView, roles []lineRole) {
	_, last := keptSentences(views, roles)
	items := false // a label stands above
	for i := range views[:last+1] {
		v, r := &views[i], &roles[i]
		if r.rule != "page/inside" || v.furniture != nil {
			items = items && r.rule == "" && !v.sentence
			continue
		}
		switch {
		case i > 0 && i+1 < len(views) && roles[i-1] == (lineRole{role: RoleTitle}) && v.n >= minSubtitle && v.n <= maxStandfirst && v.common > 0 && v.mayTitle() && views[i+1].signs():
			*r = lineRole{role: RoleSubtitle}
		case partLabel.MatchString(v.text):
			*r, items = lineRole{role: RoleHeading}, true
		case items && v.n <= maxItem && v.n > v.digits:
			*r = lineRole{role: RoleList}
		case isLabelled(views, i) && v.n <= maxItem && (isLabelled(views, i-1) || isLabelled(views, i+1)):
			*r = lineRole{role: RoleBody}
		default:
			items = false
		}
	}
}

// maxWord is the number of words of the longest sentence that is an article's last word.
const maxWord = 8

// keepWord keeps the short sentence right behind the last one that is kept, such as "Nobody came.", where it speaks neither to the
// reader nor of the site.
func keepWord(views []lineView, roles []lineRole) {
	_, last := keptSentences(views, roles)
	if last < 0 || last+1 == len(views) {
		return
	}
	v, r := &views[last+1], &roles[last+1]
	plain := v.furniture == nil && v.you+v.web+v.staff+v.digits+v.pictures == 0 && v.capitals == 0
	if plain && placeRules[r.rule] && v.ending == "stop" && v.n >= 2 && v.n <= maxWord {
		*r = lineRole{role: RoleBody}
	}
}

// keepLast keeps the sentences between the last one that is kept and the first label of the page's foot. The weights are those of
// English words, and take the last paragraphs in other languages for other stories.
func keepLast(views []lineView, roles []lineRole) {
	_, last := keptSentences(views, roles)
	if last < 0 {
		return
	}
	for i := last + 1; i < len(views); i++ {
		v, r := &views[i], &roles[i]
		if v.furniture != nil && v.label && v.furniture.rule != "boilerplate/sponsored" {
			return
		}
		if v.sentence && v.furniture == nil && placeRules[r.rule] {
			*r = lineRole{role: RoleBody}
		}
	}
}

// sourcesHead heads the lists of sources at the end of an encyclopedia's article.
var sourcesHead = regexp.MustCompile(`(?i)^(?:see also|references|notes|citations|sources|further reading|bibliography|external links|notes and references|footnotes)\W*$`)

// editMark stands behind the headings of an encyclopedia.
const editMark = "[edit]"

// keepSections keeps the sections of an encyclopedia's article, whose headings have the mark behind them, down to its sources.
func keepSections(views []lineView, roles []lineRole) {
	heads := 0
	for i := range views {
		if strings.HasSuffix(views[i].text, editMark) {
			heads++
		}
	}
	if heads < 2 {
		return
	}
	section, sources := false, false
	for i := range views {
		v, r := &views[i], &roles[i]
		name, head := strings.CutSuffix(v.text, editMark)
		switch {
		case head && v.n <= maxSubhead:
			section, sources = true, sourcesHead.MatchString(name)
			*r = lineRole{role: RoleHeading}
			if sources {
				*r = lineRole{RoleHeading, "page/sources"}
			}
		case sources && (r.rule == "" || placeRules[r.rule]):
			*r = lineRole{RoleBody, "page/sources"}
		case section && placeRules[r.rule] && v.furniture == nil:
			*r = lineRole{role: RoleBody}
		}
	}
}

// isLabelled reports whether there is a line i that says of what it tells.
func isLabelled(views []lineView, i int) bool {
	return i >= 0 && i < len(views) && views[i].furniture == nil && views[i].pictures == 0 && labelled.MatchString(views[i].text)
}
