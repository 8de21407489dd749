package segment

import (
	"math"
	"strings"
)

// cohesion measures how much the text on both sides of each gap between blocks has in common.
type cohesion struct {
	words   []int     // before each block
	ids     [][]int   // the content words of each block
	weights []float64 // of each word: how few blocks have it
	window  int       // words on each side
	values  []float64 // at the gap before each block
}

// newCohesion measures the blocks; ids are the content words of each, out of a vocabulary of that size.
func newCohesion(blocks []chapterBlock, ids [][]int, vocabulary int, o chapterOptions) *cohesion {
	n := len(blocks)
	c := &cohesion{words: make([]int, n+1), ids: ids, window: int(float64(o.words) * windowShare), values: make([]float64, n)}
	for i, b := range blocks {
		c.words[i+1] = c.words[i] + countFields(b.text)
	}
	left, right := &wordSum{counts: make([]float64, vocabulary)}, &wordSum{counts: make([]float64, vocabulary)}
	c.weigh(vocabulary, left)
	for i := 1; i < n; i++ {
		c.side(left, i, -1)
		c.side(right, i, 1)
		c.values[i] = c.similarity(left, right)
	}
	return c
}

// weigh gives each word its weight.
func (c *cohesion) weigh(vocabulary int, scratch *wordSum) {
	c.weights = make([]float64, vocabulary)
	for _, block := range c.ids {
		scratch.reset()
		for _, id := range block {
			scratch.add(id)
		}
		for _, id := range scratch.ids {
			c.weights[id]++
		}
	}
	for i, n := range c.weights {
		if n > 0 {
			c.weights[i] = math.Log(1 + float64(len(c.ids))/n)
		}
	}
}

// side adds up the words from the gap before block i in the direction until a window's words are held.
func (c *cohesion) side(sum *wordSum, i, direction int) {
	sum.reset()
	at := i
	if direction < 0 {
		at--
	}
	for ; at >= 0 && at < len(c.ids); at += direction {
		for _, id := range c.ids[at] {
			sum.add(id)
		}
		if direction > 0 && c.words[at+1]-c.words[i] >= c.window || direction < 0 && c.words[i]-c.words[at] >= c.window {
			break
		}
	}
}

// similarity is the cosine of two sums under the weights: 0 when they share nothing, 1 when they are alike.
func (c *cohesion) similarity(a, b *wordSum) float64 {
	dot, normA, normB := 0.0, 0.0, 0.0
	for _, id := range a.ids {
		w := c.weights[id] * c.weights[id]
		dot += w * a.counts[id] * b.counts[id]
		normA += w * a.counts[id] * a.counts[id]
	}
	for _, id := range b.ids {
		normB += c.weights[id] * c.weights[id] * b.counts[id] * b.counts[id]
	}
	if dot == 0 {
		return 0
	}
	return dot / math.Sqrt(normA*normB)
}

// wordSum counts words.
type wordSum struct {
	counts []float64 // by id
	ids    []int     // those with a count, in the order in which they came
}

// add counts a word.
func (s *wordSum) add(id int) {
	if s.counts[id] == 0 {
		s.ids = append(s.ids, id)
	}
	s.counts[id]++
}

// reset forgets all words.
func (s *wordSum) reset() {
	for _, id := range s.ids {
		s.counts[id] = 0
	}
	s.ids = s.ids[:0]
}

// depth returns how much less the text coheres at the gap before block i than on both sides: between 0 and 2, the depth
// score of TextTiling. It is 0 but where cohesion is lowest.
func (c *cohesion) depth(i int) float64 {
	if i == 0 || i > 1 && c.values[i-1] < c.values[i] || i+1 < len(c.values) && c.values[i+1] < c.values[i] {
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

// leans says how much block i leans on the one before: 1 when it opens with a quotation or with a word such as "he", 3
// when the one before announces it with a colon, or both are of one list.
func leans(blocks []chapterBlock, i int) float64 {
	if blocks[i].goesOn || i > 0 && strings.HasSuffix(strings.TrimSpace(blocks[i-1].text), ":") {
		return 3
	}
	first := strings.TrimLeft(blocks[i].text, " (")
	if strings.ContainsRune(`"“„«'‘`, firstRune(first)) {
		return 1
	}
	word, _, _ := strings.Cut(first, " ")
	if anaphors[strings.ToLower(strings.Trim(word, ".,;:"))] {
		return 1
	}
	return 0
}
