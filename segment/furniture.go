package segment

import (
	"regexp"
	"slices"
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
	words   string // its hints
	signs   string
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
	hinted
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
		if row.match == "" {
			continue
		}
		if p := (furniturePattern{hint(row.words, row.signs, `(?i)`+row.match), row}); row.certain {
			x.certain = append(x.certain, p)
		} else {
			x.patterns = append(x.patterns, p)
		}
	}
	for _, starts := range x.starts { // the longest says most: "more by this author" before "more by"
		slices.SortStableFunc(starts, func(a, b furnitureStart) int { return len(b.words) - len(a.words) })
	}
	return x
})

// maxPlain is the length in words of the longest line that is compared with the expressions even without one of the
// words that furniture has.
const maxPlain = 14

// furnitureWords are the words of which a longer line that answers to one of the expressions has one, furnitureOpeners
// those that it begins with.
var (
	furnitureWords = lowerSet(`cookies,spam,unsubscribe,follow,newsletter,newsletters,subscribe,inbox,digest,reserved,published,reproduced,reprinted,privacy,terms,affiliate,commission,percentage,
		contributed,reached,contacted,emailed,reporter,correspondent,columnist,journalist,blogger,contributor,freelance,freelancer,newsroom`)
	furnitureOpeners = lowerSet(`additional,with,reporting,writing,editing,compiled,edited,translation,translated,produced,graphics,email,e,contact,reach,follow,tweet,write,call,
		related,read,see,more,must,recommended,watch,don,opinion,photos,video,show,view,ad,advertisement,sponsored,first,originally,published,rating,home,news,swipe,scroll,tap,click,copyright,a`)
)

// mayMatch reports whether the line is worth comparing with the expressions; kinds are those of its words.
func mayMatch(words string, kinds wordKinds) bool {
	first, _, _ := strings.Cut(words, " ")
	return kinds&kindFurniture != 0 || furnitureOpeners[first] || strings.Count(words, " ") < maxPlain
}

// labelRules are those whose rows are labels, links and buttons: in markup, a longer text that only begins like one is
// none.
var labelRules = map[string]bool{"page/related": true, "page/tags": true, "share/button": true, "widget/listen": true, "widget/media": true, "widget/comments": true, "widget/login": true}

// maxLabel is the length in words of the longest label, link or button.
const maxLabel = 7

// surely reports whether a text that answers to the row is furniture wherever it stands.
func (f *furniture) surely(text string) bool {
	return f.sure && (f.certain || !labelRules[f.rule] || countWords(text) <= maxLabel || labelledLink.MatchString(text) && !endsSentence(text))
}

// labelledLink is a link to another article that says so.
var labelledLink = regexp.MustCompile(`(?i)^\W*(?:related|read (?:also|more|next)|also read|see also|lesen sie auch|mehr zum thema|lire aussi|à lire aussi|lee también|leggi anche|lees ook|leia também|läs också|czytaj też)\s?[:»>]`)

// findFurniture returns the row of the table that a line answers to, or nil.
func findFurniture(text string) *furniture {
	if len(text) > maxFurniture {
		return nil
	}
	words := wordsOnly(text)
	return furnitureOf(text, words, kindsOf(words))
}

// furnitureOf is findFurniture for a line that is not too long and whose words and their kinds are known.
func furnitureOf(text, words string, kinds wordKinds) *furniture {
	x := furnitureTable()
	if row := x.exact[words]; row != nil {
		return row
	}
	_, size := utf8.DecodeRuneInString(text)
	may := len(text) > size && (mayMatch(words, kinds) || strings.HasPrefix(text, "©"))
	for i := range x.certain {
		if may && x.certain[i].matches(text, words) {
			return x.certain[i].row
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
	for i := range x.patterns {
		if x.patterns[i].matches(text, words) {
			return x.patterns[i].row
		}
	}
	return nil
}
