package segment

import (
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"
)

// furniture is a row of the table of what pages say around an article.
type furniture struct {
	rule string
	sure bool // whole lines of this kind are no article's words, wherever they stand
	// certain says so of what answers to match even where everything else speaks for a paragraph.
	certain bool
	exact   string // whole lines in small letters without punctuation, divided by commas
	starts  string // beginnings of lines, in the same form
	match   string // an expression over the line as written, case ignored
}

// maxFurniture is the length in bytes of the longest line that is compared with the table.
const maxFurniture = 420

// maxStart is the length in words of the longest line that its beginning alone gives away.
const maxStart = 40

// furnitureIndex is the table made ready to be searched.
type furnitureIndex struct {
	exact    map[string]*furniture
	starts   map[string][]furnitureStart // by the first word
	certain  []furniturePattern
	patterns []furniturePattern
}

type furnitureStart struct {
	words string
	row   *furniture
}

type furniturePattern struct {
	re  *regexp.Regexp
	row *furniture
}

// furnitureTable indexes the rows once.
var furnitureTable = sync.OnceValue(func() *furnitureIndex {
	x := &furnitureIndex{exact: map[string]*furniture{}, starts: map[string][]furnitureStart{}}
	for i := range furnitureRows {
		row := &furnitureRows[i]
		for _, words := range splitList(row.exact) {
			x.exact[words] = row
		}
		for _, words := range splitList(row.starts) {
			first, _, _ := strings.Cut(words, " ")
			x.starts[first] = append(x.starts[first], furnitureStart{words, row})
		}
		switch {
		case row.certain:
			x.certain = append(x.certain, furniturePattern{regexp.MustCompile(`(?i)` + row.match), row})
		case row.match != "":
			x.patterns = append(x.patterns, furniturePattern{regexp.MustCompile(`(?i)` + row.match), row})
		}
	}
	return x
})

// splitList returns the entries of a list divided by commas.
func splitList(list string) []string {
	var out []string
	for entry := range strings.SplitSeq(list, ",") {
		if words := strings.Join(strings.Fields(entry), " "); words != "" {
			out = append(out, words)
		}
	}
	return out
}

// maxPlain is the length in words of the longest line that is compared with the expressions even without one of the
// words that furniture has.
const maxPlain = 14

// furnitureWords are the words of which a longer line that answers to one of the expressions has one, furnitureOpeners
// those that it begins with.
var (
	furnitureWords = lowerSet(`spam,unsubscribe,follow,newsletter,newsletters,subscribe,inbox,digest,reserved,published,reproduced,reprinted,privacy,terms,affiliate,commission,percentage,
		contributed,reached,contacted,emailed,reporter,correspondent,columnist,journalist,blogger,contributor,freelance,freelancer,newsroom`)
	furnitureOpeners = lowerSet(`additional,with,reporting,writing,editing,compiled,edited,translation,translated,produced,graphics,email,e,contact,reach,follow,tweet,write,call,
		related,read,see,more,must,recommended,watch,don,opinion,photos,video,show,view,ad,advertisement,sponsored,first,originally,published,rating,home,news,swipe,scroll,tap,click,copyright`)
)

// mayMatch reports whether the line is worth comparing with the expressions.
func mayMatch(words string) bool {
	first, _, _ := strings.Cut(words, " ")
	if furnitureOpeners[first] || strings.Count(words, " ") < maxPlain {
		return true
	}
	return hasHint(words, furnitureWords)
}

// labelRules are those whose rows are labels, links and buttons: in markup, a longer text that only begins like one is
// none.
var labelRules = map[string]bool{"page/related": true, "page/tags": true, "share/button": true, "widget/listen": true, "widget/media": true, "widget/comments": true, "widget/login": true}

// maxLabel is the length in words of the longest label, link or button.
const maxLabel = 7

// surely reports whether a text that answers to the row is furniture wherever it stands.
func (f *furniture) surely(text string) bool {
	return f.sure && (!labelRules[f.rule] || countWords(text) <= maxLabel)
}

// findFurniture returns the row of the table that a line answers to, or nil.
func findFurniture(text string) *furniture {
	if len(text) > maxFurniture {
		return nil
	}
	return furnitureOf(text, wordsOnly(text))
}

// furnitureOf is findFurniture for a line that is not too long and whose words are known.
func furnitureOf(text, words string) *furniture {
	x := furnitureTable()
	if row := x.exact[words]; row != nil {
		return row
	}
	may := utf8.RuneCountInString(text) >= 2 && (mayMatch(words) || strings.HasPrefix(text, "©"))
	for _, p := range x.certain {
		if may && p.re.MatchString(text) {
			return p.row
		}
	}
	first, _, _ := strings.Cut(words, " ")
	if n := strings.Count(words, " "); n <= maxStart {
		for _, s := range x.starts[first] {
			if rest, ok := strings.CutPrefix(words, s.words); ok && (rest == "" || rest[0] == ' ') {
				return s.row
			}
		}
	}
	if !may {
		return nil
	}
	for _, p := range x.patterns {
		if p.re.MatchString(text) {
			return p.row
		}
	}
	return nil
}
