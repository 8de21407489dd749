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

// term is a content word by its number in the order of appearance, and how often it occurs.
type term struct {
	id    int
	count float64
}

// cohesion measures how much the text on both sides of each gap between blocks has in common.
type cohesion struct {
	words   []int     // before each block
	bags    [][]term  // of each block, by id
	weights []float64 // of each word: how few blocks have it
	window  int       // words on each side
	values  []float64 // at the gap before each block
}

// newCohesion measures the blocks.
func newCohesion(blocks []chapterBlock, o chapterOptions) *cohesion {
	n := len(blocks)
	c := &cohesion{words: make([]int, n+1), bags: make([][]term, n), window: o.words / 2, values: make([]float64, n)}
	ids := map[string]int{}
	for i, b := range blocks {
		c.words[i+1] = c.words[i] + words(b.text)
		for _, w := range contentWords(b.text, o.lang) {
			id, ok := ids[w]
			if !ok {
				id = len(ids)
				ids[w] = id
			}
			c.bags[i] = append(c.bags[i], term{id, 1})
		}
		c.bags[i] = sumTerms(c.bags[i])
	}
	c.weigh(len(ids))
	for i := 1; i < n; i++ {
		c.values[i] = c.similarity(c.side(i, -1), c.side(i, 1))
	}
	return c
}

// weigh gives each word its weight.
func (c *cohesion) weigh(vocabulary int) {
	c.weights = make([]float64, vocabulary)
	for _, b := range c.bags {
		for _, t := range b {
			c.weights[t.id]++
		}
	}
	for i, n := range c.weights {
		c.weights[i] = math.Log(1 + float64(len(c.bags))/n)
	}
}

// contentWords returns the words of text that are no words of grammar, reduced to their stems.
func contentWords(text, lang string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' && r != '-' }) {
		w = strings.Trim(w, "'’-")
		if utf8.RuneCountInString(w) > 2 && !sentence.FunctionWord(w, lang) {
			out = append(out, stem(w))
		}
	}
	return out
}

// stemEndings are cut off words, the first that fits.
var stemEndings = strings.Fields(`ations ation ings ing edly ies ied ers ed es er ly s e y`)

// stem cuts the commonest endings off a word, so that "sanction", "sanctions" and "sanctioned" count as one.
func stem(word string) string {
	w := strings.TrimSuffix(strings.TrimSuffix(strings.ToLower(word), "'s"), "’s")
	for _, end := range stemEndings {
		if rest, ok := strings.CutSuffix(w, end); ok && utf8.RuneCountInString(rest) >= 4 {
			return rest
		}
	}
	return w
}

// sumTerms sorts the terms and adds up those of one word.
func sumTerms(terms []term) []term {
	slices.SortFunc(terms, func(a, b term) int { return cmp.Compare(a.id, b.id) })
	out := terms[:0]
	for _, t := range terms {
		if n := len(out); n > 0 && out[n-1].id == t.id {
			out[n-1].count += t.count
		} else {
			out = append(out, t)
		}
	}
	return out
}

// side adds up the bags from the gap before block i in the direction until a window's words are held.
func (c *cohesion) side(i, direction int) []term {
	var sum []term
	at := i
	if direction < 0 {
		at--
	}
	for ; at >= 0 && at < len(c.bags); at += direction {
		sum = append(sum, c.bags[at]...)
		if direction > 0 && c.words[at+1]-c.words[i] >= c.window || direction < 0 && c.words[i]-c.words[at] >= c.window {
			break
		}
	}
	return sumTerms(sum)
}

// similarity is the cosine of two bags under the weights: 0 when they share nothing, 1 when they are alike.
func (c *cohesion) similarity(a, b []term) float64 {
	dot := 0.0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].id < b[j].id:
			i++
		case a[i].id > b[j].id:
			j++
		default:
			w := c.weights[a[i].id]
			dot += a[i].count * b[j].count * w * w
			i, j = i+1, j+1
		}
	}
	if dot == 0 {
		return 0
	}
	return dot / math.Sqrt(c.norm(a)*c.norm(b))
}

// norm is the square of the length of a bag under the weights.
func (c *cohesion) norm(a []term) float64 {
	sum := 0.0
	for _, t := range a {
		w := t.count * c.weights[t.id]
		sum += w * w
	}
	return sum
}

// depth returns how much less the text coheres at the gap before block i than on both sides: between 0 and 2, the depth
// score of TextTiling.
func (c *cohesion) depth(i int) float64 {
	if i == 0 {
		return 0
	}
	return c.peak(i, -1) + c.peak(i, 1) - 2*c.values[i]
}

// maxClimb is how many gaps away a peak may be.
const maxClimb = 16

// peak returns the height of the nearest peak from gap i in the direction.
func (c *cohesion) peak(i, direction int) float64 {
	for range maxClimb {
		if next := i + direction; next < 1 || next >= len(c.values) || c.values[next] < c.values[i] {
			break
		}
		i += direction
	}
	return c.values[i]
}

// leans says how much a paragraph leans on the one before: 1 when it opens with a quotation or with a word such as "he".
func leans(text string) float64 {
	first := strings.TrimLeft(text, " (")
	if r := firstRune(first); strings.ContainsRune(`"“„«'‘`, r) {
		return 1
	}
	word, _, _ := strings.Cut(first, " ")
	if anaphors[strings.ToLower(strings.Trim(word, ".,;:"))] {
		return 1
	}
	return 0
}
