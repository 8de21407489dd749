package segment

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"articast/segment/sentence"
)

// titler finds the titles of an article's chapters.
type titler struct {
	*chaptering
	used  []map[int]bool  // the words of the titles given so far
	keys  map[string]bool // these titles in small letters
	total []float64       // how often each word stands in the article
	about map[int]bool    // the words of the article's title
	nouns *nounKinds
	own   *wordSum // the words of the chapter
	words []int    // those of the phrases weighed last
}

// titleChapters gives each start its title; a start that finds none of its own is given up.
func (a *chaptering) titleChapters(starts []int) []chapter {
	t := &titler{chaptering: a, keys: map[string]bool{}, about: map[int]bool{}, nouns: newNounKinds(a.o.lang), own: &wordSum{}}
	for _, id := range a.lexis.ids(a.o.title) {
		t.about[id] = true
	}
	t.total, t.own.counts = make([]float64, len(a.lexis.stems)), make([]float64, len(a.lexis.stems))
	for _, ids := range a.ids {
		for _, id := range ids {
			t.total[id]++
		}
	}
	var out []chapter
	for i, at := range starts {
		end := len(a.blocks)
		if i+1 < len(starts) {
			end = starts[i+1]
		}
		if title := t.title(at, end); title != "" || at == 0 {
			t.use(title)
			out = append(out, chapter{at, title})
		}
	}
	return out
}

// use remembers a title.
func (t *titler) use(title string) {
	words := map[int]bool{}
	for _, id := range t.lexis.ids(title) {
		words[id] = true
	}
	t.used = append(t.used, words)
	t.keys[strings.ToLower(title)] = true
}

// free reports whether no chapter has the title yet.
func (t *titler) free(title string) bool { return title != "" && !t.keys[strings.ToLower(title)] }

// title returns a title for the chapter of blocks from at to end that no other has, "" when there is none.
func (t *titler) title(at, end int) string {
	switch {
	case at == 0 && t.o.title != "" && !t.blocks[0].heading:
		return t.o.title
	case at == 0 && t.o.title == "" && !t.blocks[0].heading: // they are all the title that the article has
		return openingWords(t.blocks[0].text)
	case t.blocks[at].heading:
		return t.headingTitle(at, end)
	}
	for _, p := range t.phrases(at, end) {
		if title := capitalize(p.text); t.free(title) && !t.repeats(p) {
			return title
		}
	}
	if title := openingWords(t.blocks[at].text); t.free(title) {
		return title
	}
	return ""
}

// headingTitle returns the heading's text; when another chapter has it, with the best phrase of its section behind it.
func (t *titler) headingTitle(at, end int) string {
	title := shortTitle(strings.Trim(t.blocks[at].text, " :–—-"), t.o.lang)
	if title == "" || t.free(title) {
		return title
	}
	for _, p := range t.phrases(at+1, end) {
		if more := title + ": " + capitalize(p.text); t.free(more) {
			return more
		}
	}
	return ""
}

// maxHeading is the length in code points of the longest heading that is a title as it is.
const maxHeading = 80

// shortTitle returns as much of a heading as makes a title: its first sentence or, where that is too long, its first words.
func shortTitle(heading, lang string) string {
	if utf8.RuneCountInString(heading) <= maxHeading {
		return heading
	}
	first := sentence.Split(heading, lang)[0]
	heading = strings.TrimSuffix(heading[first.Start:first.End], ".")
	if utf8.RuneCountInString(heading) <= maxHeading {
		return heading
	}
	heading = string([]rune(heading)[:maxHeading])
	words := strings.Fields(heading)
	for n := len(words) - 1; n > 0; n-- { // the last may have been cut
		if words = words[:n]; !sentence.FunctionWord(words[n-1], lang) {
			heading = strings.Join(words, " ")
			break
		}
	}
	return strings.TrimRight(heading, " ,;:–—-(") + "…"
}

// repeats reports whether a phrase says what another chapter's title says: half of its words are there.
func (t *titler) repeats(p phrase) bool {
	for i, words := range t.used {
		shared := 0
		for _, id := range p.words {
			if words[id] {
				shared++
			}
		}
		if 2*shared >= len(p.words) && i > 0 || shared == len(p.words) {
			return true
		}
	}
	return false
}

// maxOpening is how many words of a paragraph make a title where no phrase does.
const maxOpening = 6

// openingWords returns the first words of a paragraph up to the first mark.
func openingWords(text string) string {
	var words []string
	for w := range strings.FieldsSeq(text) {
		if len(words) == maxOpening {
			return strings.Join(words, " ")
		}
		if trimmed := strings.TrimRight(w, ".,;:!?—–…"); trimmed != w && len(words) > 0 {
			return strings.Join(append(words, trimmed), " ")
		}
		words = append(words, w)
	}
	return strings.TrimRight(strings.Join(words, " "), ".,;:!?")
}

// phrase is a piece of text that may be a title.
type phrase struct {
	text  string
	words []int
	score float64
	order int
}

// What the place of a phrase does to its score.
const (
	openingGain = 1.4  // in the first sentence of the chapter
	repeatGain  = 1.2  // for every time it stands there again
	blockLoss   = 0.15 // for every block further down
	nameLoss    = 0.5  // of a name of one word
	wordLoss    = 0.15 // of any other word alone
)

// phrases returns what may be the title of the blocks from at to end, the best first: names and groups of nouns, weighed
// by how much their words are the chapter's own.
func (t *titler) phrases(at, end int) []phrase {
	t.own.reset()
	for _, ids := range t.ids[at:end] {
		for _, id := range ids {
			t.own.add(id)
		}
	}
	var out []phrase
	t.words = t.words[:0]
	seen := map[string]int{}
	for i, b := range t.blocks[at:end] {
		if b.sentences == nil {
			b.sentences = sentence.Split(b.text, t.o.lang)
		}
		for j, span := range b.sentences {
			for _, text := range t.nouns.groupSentence(b.text[span.Start:span.End]) {
				if k, ok := seen[text]; ok {
					out[k].score *= repeatGain
					continue
				}
				p := t.weigh(text)
				if p.score /= 1 + blockLoss*float64(i); i+j == 0 {
					p.score *= openingGain
				}
				seen[text], p.order = len(out), len(out)
				out = append(out, p)
			}
		}
	}
	slices.SortFunc(out, func(a, b phrase) int {
		return cmp.Or(-cmp.Compare(a.score, b.score), cmp.Compare(a.order, b.order))
	})
	return out
}

// weigh gives a phrase its score.
func (t *titler) weigh(text string) phrase {
	from := len(t.words)
	t.words = t.lexis.appendIDs(t.words, text)
	p := phrase{text: text, words: t.words[from:]}
	if len(p.words) == 0 {
		return p
	}
	for _, id := range p.words {
		if id >= len(t.total) {
			continue // no block has it
		}
		n := t.own.counts[id]
		weight := n / math.Max(1, t.total[id]) * math.Pow(n, 0.7)
		if t.about[id] {
			weight /= 3
		}
		p.score += weight
	}
	p.score /= math.Sqrt(float64(len(p.words)))
	switch {
	case len(p.words) > 1:
	case unicode.IsUpper(firstRune(text)):
		p.score *= nameLoss
	default:
		p.score *= wordLoss
	}
	return p
}

// capitalize makes the first letter a capital.
func capitalize(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// anaphors are the words that lean on the paragraph before when they open one.
var anaphors = lowerSet(`he,she,it,they,his,her,its,their,this,that,these,those,but,and,such,both,er,sie,es,il,elle,ils,elles,él,ella`)
