package segment

// bucket returns the index of the first limit that n does not exceed.
func bucket(n int, limits ...int) int {
	for i, l := range limits {
		if n <= l {
			return i
		}
	}
	return len(limits)
}

// The names of the buckets.
var (
	sizeNames    = []string{"1", "2", "4", "7", "11", "16", "24", "40", "many"}
	shortNames   = []string{"1-2", "3-7", "8-16", "17-40", "many"}
	tenths       = []string{"0", "20%", "40%", "60%", "80%", "all"}
	awayNames    = []string{"0", "1", "2", "4", "8", "16", "far"}
	overlapNames = []string{"none", "some", "half", "most"}
)

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
