package segment

import (
	"slices"
	"strconv"
)

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
		overlap := overlapNames[bucket(v.overlap, 1, 4, 7)]
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
