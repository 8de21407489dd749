package segment

import (
	"regexp"
	"strings"
)

// settleLines corrects the labels of lines that say by themselves what they are.
func settleLines(views []lineView, roles []lineRole) {
	first, last := keptSentences(views, roles)
	titled := false // a headline that is kept stands above
	for i := range views {
		switch v, r := &views[i], &roles[i]; {
		case r.role == RoleTitle:
			titled = titled || r.rule == ""
		case r.role == RoleByline || r.role == RoleDate:
		case isPostSigned(v):
			settlePost(views, roles, i)
		case i < first && !v.sentence && v.credit.end == 0 && titled:
			settleSignature(v, r)
		case i <= last && v.isCaption():
			*r = lineRole{role: RoleCaption}
		}
	}
}

// keptSentences returns the first and the last line of the article that are sentences; last < first where none is.
func keptSentences(views []lineView, roles []lineRole) (first, last int) {
	first, last = len(views), -1
	for i := range views {
		if roles[i].rule == "" && roles[i].role == RoleBody && views[i].sentence {
			first, last = min(first, i), i
		}
	}
	return first, last
}

// maxSignature is the length in words of the longest line between a headline and its article that names authors and days.
const maxSignature = 16

// settleSignature makes a line between the headline and the article its byline or its date, where it is nothing else.
func settleSignature(v *lineView, r *lineRole) {
	if v.n == 0 || v.n > maxSignature || v.claim || v.ending == "question" || v.ending == "exclamation" || strings.Contains(v.text, "@") {
		return
	}
	rest := 0
	for _, w := range v.byline.who {
		if text := w.of(v.text); partRule(text) == "" {
			rest += countWords(text)
		}
	}
	dated, named := len(v.byline.dates) > 0, len(v.byline.names()) > 0
	switch {
	case (dated || len(v.byline.times) > 0 && len(v.byline.who) > 0) && rest == 0:
		*r = lineRole{role: RoleDate}
	case v.isByline(), dated && named && rest <= 6:
		*r = lineRole{role: RoleByline}
	}
}

// The forms of captions that nothing else has.
var (
	figureLead   = regexp.MustCompile(`^(?:Figure|Fig\.|Abbildung|Abb\.)\s*\d+(?:[.-]\d+)*[.:]?\s+[(\p{Lu}]`)
	galleryCount = regexp.MustCompile(`^\d{1,3}\s?(?:of|/)\s?\d{1,3}\s*[(:]?\s*\p{Lu}`)
	ownerLead    = regexp.MustCompile(`^©\s*\p{Lu}[\pL.'’-]+\s+\p{Lu}[\pL.'’-]+`)
	creditWord   = regexp.MustCompile(`(?i)^\W*(?:(?:file|stock|courtesy|handout|cover|lead)\s+)?(?:photo(?:s|graph|graphy)?|images?|pictures?|illustration|credits?)(?:\s+credits?)?\s*(?::|\.{3}|…)`)
)

// isCaption reports whether the line has the form of a caption: a numbered figure or slide, or an end that names the
// picture's source by that word.
func (v *lineView) isCaption() bool {
	switch {
	case v.n > maxCaptioned || v.furniture != nil && v.furniture.sure:
		return false
	case v.n > 3 && (figureLead.MatchString(v.text) || galleryCount.MatchString(v.text) || ownerLead.MatchString(v.text)):
		return true
	}
	return v.credit.end > 0 && creditWord.MatchString(v.credit.of(v.text))
}

// postSigned is the name, the handle and often the day below a post that a page shows.
var postSigned = regexp.MustCompile(`^[—–-]{1,2}\s?\S.{0,70}\(@\w{1,30}\)`)

// isPostSigned reports whether the line signs a post.
func isPostSigned(v *lineView) bool {
	return v.n <= 20 && postSigned.MatchString(v.text)
}

// maxPosted is the length in words of the longest line of a post.
const maxPosted = 70

// settlePost makes the line that signs a post and those of the post itself a quotation set apart.
func settlePost(views []lineView, roles []lineRole, i int) {
	roles[i] = lineRole{role: RoleBlockquote}
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		kept := roles[j].rule == "" && (roles[j].role == RoleBody || roles[j].role == RoleHeading || roles[j].role == RoleBlockquote)
		if !kept || views[j].n > maxPosted || j < i-1 && views[j].sentence && roles[j].role != RoleBlockquote {
			return
		}
		roles[j] = lineRole{role: RoleBlockquote}
	}
}
