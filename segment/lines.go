package segment

import (
	"math"
	"strings"
	"unicode"

	"articast/article"
)

// lineLabel is what a line of plain text is found to be.
type lineLabel int

// The labels in the order of the columns of lineWeights. Furniture is told apart by where it stands: what is above the
// article does not come back in it, and nothing of the article comes after what is below.
const (
	labelBefore lineLabel = iota
	labelInside
	labelAfter
	labelTitle
	labelSubtitle
	labelByline
	labelDate
	labelCaption
	labelHeading
	labelBody
	labelQuote
	nLabels
)

// labelRoles are the roles of the labels, with the rule that drops a line which no other rule knows.
var labelRoles = [nLabels]lineRole{
	labelBefore: {RoleBody, "page/before"}, labelInside: {RoleBody, "page/inside"}, labelAfter: {RoleBody, "page/after"},
	labelTitle: {role: RoleTitle}, labelSubtitle: {role: RoleSubtitle}, labelByline: {role: RoleByline}, labelDate: {role: RoleDate},
	labelCaption: {role: RoleCaption}, labelHeading: {role: RoleHeading}, labelBody: {role: RoleBody}, labelQuote: {role: RoleBlockquote},
}

// classifyLines finds the roles of the lines of a plain text: the sequence of labels with the greatest sum of the weights
// of what is true of each line and of which label follows which (a linear-chain conditional random field, Lafferty,
// McCallum and Pereira 2001; the best sequence is found as Viterbi did).
func classifyLines(blocks []article.Block, lang string) []lineRole {
	views := newLineViews(blocks, lang)
	scores := lineScores(views)
	page := isPage(views)
	if page {
		leaveOut(views, scores)
	} else {
		keepAll(scores)
	}
	signNothing(views, scores)
	oneTitle(views, scores, page)
	labels := bestLabels(scores)
	if nothingKept(labels) {
		keepAll(scores)
		labels = bestLabels(scores)
	}
	if page && keepProse(views, scores, labels, baseLang(lang) == "en") {
		labels = bestLabels(scores)
	}
	out := make([]lineRole, len(blocks))
	for i, label := range labels {
		v := &views[i]
		out[i] = labelRoles[label]
		switch {
		case !hasWord(v.text):
			out[i].rule = "mark/wordless"
		case out[i].rule != "" && v.furniture != nil:
			out[i].rule = v.furniture.rule
		}
	}
	if page {
		keepInside(views, out)
		keepSections(views, out)
		keepWord(views, out)
		if baseLang(lang) != "en" {
			keepLast(views, out)
		}
	}
	settleLines(views, out)
	settleStructure(views, out, !page)
	return out
}

// keepAll forbids the labels of furniture: in what is no page of a site, no word is left out for its place alone.
func keepAll(scores [][nLabels]float64) {
	for i := range scores {
		for l := labelBefore; l <= labelAfter; l++ {
			scores[i][l] = math.Inf(-1)
		}
	}
}

// unlikely is taken from the score of a label that a line can have only where it can have no other.
const unlikely = 1000

// leaveOut makes the labels of what is kept unlikely for the lines that are furniture wherever they stand.
func leaveOut(views []lineView, scores [][nLabels]float64) {
	for i := range views {
		if views[i].isFurniture() {
			for l := labelTitle; l < nLabels; l++ {
				scores[i][l] -= unlikely
			}
		}
	}
}

// maxClaimer is the length in words of the longest name of one who claims something, on a line of its own.
const maxClaimer = 6

// signNothing makes it unlikely that the line which says where a claim comes from, or the name on the line above it, is taken for the
// headline, the author or the day of the article that checks the claim.
func signNothing(views []lineView, scores [][nLabels]float64) {
	for i := range views {
		if !views[i].claim {
			continue
		}
		from := i
		if i > 0 && views[i-1].n <= maxClaimer && unicode.IsLower(firstRune(views[i].text)) {
			from--
		}
		for j := from; j <= i; j++ {
			for _, l := range [...]lineLabel{labelTitle, labelByline, labelDate} {
				scores[j][l] -= unlikely
			}
		}
	}
}

// signedTitle is what it adds to the sum of a headline that an author is named right below it, ownTitle what it adds to that
// when its words are those of the article below.
const signedTitle, ownTitle = 3, 20

// begins reports whether a text begins with the words, both as wordsOnly returns them: "quarrel island is an island".
func begins(text, words string) bool {
	rest, ok := strings.CutPrefix(text, words)
	return ok && words != "" && strings.HasPrefix(rest, " ")
}

// oneTitle sees to it that the best sequence of labels has at most one headline, its repetitions aside, and that of a page
// exactly one: of the lines with the form of a headline the one that costs the sequence least.
func oneTitle(views []lineView, scores [][nLabels]float64, page bool) {
	var sums []float64
	if page {
		sums = sumsThrough(scores, labelTitle)
	}
	first, last := core(views, false)
	intro, end := core(views, true)
	for intro < end && !views[intro].sentence && !views[intro].noted {
		intro++
	}
	title, most := -1, math.Inf(-1)
	for i, label := range bestLabels(scores) {
		v := &views[i]
		if label != labelTitle && !(page && v.mayTitle()) || page && (v.signs() || i > 0 && byAlone.MatchString(views[i-1].text)) {
			continue
		}
		sum := scores[i][labelTitle]
		if page {
			sum = sums[i]
			switch {
			case last >= first && i > last:
				sum -= ownTitle
			case i < intro && begins(views[intro].key, v.key):
				sum += ownTitle
			}
			if signedBelow(views, i) {
				sum += signedTitle
				if i < first && v.shared >= 2 {
					sum += ownTitle
				}
			}
		}
		if sum > most {
			title, most = i, sum
		}
	}
	for i := title + 1; page && title >= 0 && i < first; i++ {
		if views[i].key == views[title].key {
			title = i // above it is the name of the page
		}
	}
	for i := range views {
		switch {
		case i == title:
			scores[i][labelTitle] += unlikely
		case title >= 0 && (views[i].key != views[title].key || i < title):
			scores[i][labelTitle] -= unlikely
		}
	}
}

// signedBelow reports whether an author is named right below the line, or below the one that follows it.
func signedBelow(views []lineView, i int) bool {
	for j := i + 1; j <= i+2 && j < len(views); j++ {
		next := j+1 < len(views) && len(views[j+1].byline.dates) > 0 && len(views[j+1].byline.who) == 0
		if views[j].isByline() || byAlone.MatchString(views[j].text) || next && isName(views[j].text) && views[j].n <= 4 {
			return true
		}
		if views[j].n < minSubtitle || views[j].furniture != nil || views[j].shared > views[i].shared {
			break
		}
	}
	return false
}

// minSubtitle is the number of words from which on a line may be the one below a headline.
const minSubtitle = 4

// nothingKept reports whether every line is furniture.
func nothingKept(labels []lineLabel) bool {
	for _, l := range labels {
		if l > labelAfter {
			return false
		}
	}
	return true
}

// keepProse makes it unlikely that the sentences of the longest stretch of prose are furniture, where the labels leave out
// more than a quarter of it, or any where the weights, which are those of English words, know less; it reports whether they do.
func keepProse(views []lineView, scores [][nLabels]float64, labels []lineLabel, english bool) bool {
	first, last := core(views, true)
	prose := func(v *lineView) bool { return (v.sentence || v.noted) && !v.isFurniture() }
	all, kept := 0, 0
	for i := first; i <= last; i++ {
		if v := &views[i]; prose(v) {
			all += v.n
			if labels[i] > labelAfter {
				kept += v.n
			}
		}
	}
	if kept*4 >= all*3 && (english || kept == all) {
		return false
	}
	for i := first; i <= last; i++ {
		for l := labelBefore; l <= labelAfter && prose(&views[i]); l++ {
			scores[i][l] -= unlikely
		}
	}
	return true
}

// lineScores returns the sum of the weights of each line for each label.
func lineScores(views []lineView) [][nLabels]float64 {
	scores := make([][nLabels]float64, len(views))
	features(views, func(line int, name []byte) {
		if w, ok := lineWeights[string(name)]; ok {
			for l := range w {
				scores[line][l] += float64(w[l]) / weightUnit
			}
		}
	})
	return scores
}

// bestLabels returns the best sequence of labels.
func bestLabels(scores [][nLabels]float64) []lineLabel {
	n := len(scores)
	if n == 0 {
		return nil
	}
	best := scores[0]
	for l := range best {
		best[l] += float64(firstWeights[l]) / weightUnit
	}
	steps := stepWeights()
	from := make([][nLabels]lineLabel, n)
	for i := 1; i < n; i++ {
		var next [nLabels]float64
		for l := range next {
			next[l] = math.Inf(-1)
			for p := range best {
				if s := best[p] + steps[p][l]; s > next[l] {
					next[l], from[i][l] = s, lineLabel(p)
				}
			}
			next[l] += scores[i][l]
		}
		best = next
	}
	labels := make([]lineLabel, n)
	for l := range best {
		if best[l] > best[labels[n-1]] {
			labels[n-1] = lineLabel(l)
		}
	}
	for i := n - 1; i > 0; i-- {
		labels[i-1] = from[i][labels[i]]
	}
	return labels
}

// sumsThrough returns for each line the sum of the best sequence of labels in which it has that label.
func sumsThrough(scores [][nLabels]float64, label lineLabel) []float64 {
	n := len(scores)
	out := make([]float64, n)
	steps := stepWeights()
	var best [nLabels]float64
	for l := range best {
		best[l] = float64(firstWeights[l]) / weightUnit
	}
	for i := range scores {
		if i > 0 {
			var next [nLabels]float64
			for l := range next {
				next[l] = math.Inf(-1)
				for p := range best {
					next[l] = max(next[l], best[p]+scores[i-1][p]+steps[p][l])
				}
			}
			best = next
		}
		out[i] = best[label]
	}
	best = [nLabels]float64{}
	for i := n - 2; i >= 0; i-- {
		var next [nLabels]float64
		for p := range next {
			next[p] = math.Inf(-1)
			for l := range best {
				next[p] = max(next[p], best[l]+scores[i+1][l]+steps[p][l])
			}
		}
		best = next
		out[i] += best[label]
	}
	for i := range out {
		out[i] += scores[i][label]
	}
	return out
}

// stepWeights returns the weights of each label (the column) behind each other one.
func stepWeights() (steps [nLabels][nLabels]float64) {
	for p := range steps {
		for l := range steps[p] {
			steps[p][l] = math.Inf(-1)
			if follows(lineLabel(p), lineLabel(l)) {
				steps[p][l] = float64(followWeights[p][l]) / weightUnit
			}
		}
	}
	return steps
}

// follows reports whether a label may follow another: nothing but more of it follows what is below the article, and
// what is above it follows nothing else.
func follows(p, l lineLabel) bool {
	return (p != labelAfter || l == labelAfter) && (l != labelBefore || p == labelBefore)
}
