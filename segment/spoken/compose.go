package spoken

import "slices"

// maxPasses bounds how often a text is said again until nothing changes.
const maxPasses = 6

// settle says what was said again until no rule fires any more, so that a spoken form is its own spoken form. A rule that
// fires late does so because what an earlier one said has become its context.
func (s *scan) settle() {
	for i := 0; i < maxPasses && len(s.fired) > 0 && s.sayAgain(); i++ {
	}
}

// sayAgain says what was said once more, and reports whether a rule fired.
func (s *scan) sayAgain() bool {
	next := newScan(string(s.out), s.opt)
	defer next.release()
	next.lexicon, next.given = nil, nil // the user's words are asked once, or "a = a b" would grow for ever
	next.run()
	if len(next.fired) == 0 {
		return false
	}
	s.compose(next)
	return true
}

// compose joins the alignment of s with that of next, which has said the output of s again. Where the pairs of both do
// not fit each other they become one, which is a firing of the later rule.
func (s *scan) compose(next *scan) {
	c := composer{first: s, second: next, fired: make([]Firing, 0, len(s.fired)+len(next.fired))}
	c.a, c.b = slices.Collect(Alignment(s.pieces).Pieces()), slices.Collect(Alignment(next.pieces).Pieces())
	for c.i < len(c.a) || c.j < len(c.b) {
		c.block()
	}
	s.pieces, s.fired = append(s.pieces[:0], Align(c.align...)...), c.fired
	s.out, next.out = next.out, s.out
}

// composer walks over two alignments.
type composer struct {
	first, second *scan
	a, b          [][4]int // their pairs
	i, j          int      // next pair of each
	fi, fj        int      // next firing of each
	align         [][4]int
	fired         []Firing
}

// block takes the fewest pairs of both alignments that end at the same place of the middle text.
func (c *composer) block() {
	i0, j0 := c.i, c.j
	a, b := c.a, c.b
	mid := c.middle()
	if c.i < len(a) && a[c.i][2] == a[c.i][3] {
		c.i++ // what was dropped stays dropped
	} else {
		endA, endB := mid, mid
		for first := true; first || endA != endB; first = false {
			if endA <= endB && c.i < len(a) {
				endA = a[c.i][3]
				c.i++
			}
			if endB < endA && c.j < len(b) {
				endB = b[c.j][1]
				c.j++
			}
			if c.i == len(a) && c.j == len(b) {
				break
			}
		}
	}
	c.emit(i0, j0)
}

// middle returns the place of the middle text that is reached.
func (c *composer) middle() int {
	if c.i < len(c.a) {
		return c.a[c.i][2]
	}
	return len(c.first.out)
}

// emit writes the pairs of a block that starts at i0 and j0.
func (c *composer) emit(i0, j0 int) {
	late := c.second.lastRule(c.b[j0:c.j], &c.fj)
	if late == "" {
		c.keep(i0)
		return
	}
	from := c.outStart()
	to := from
	if c.j > j0 {
		to = c.b[c.j-1][3]
	}
	pair := [4]int{c.textStart(), c.textStart(), from, to}
	if c.i > i0 {
		pair[1] = c.a[c.i-1][1]
	}
	if early := c.first.lastRule(c.a[i0:c.i], &c.fi); early != "" && c.i == i0+1 {
		late = early // one firing whose words were said again
	}
	c.push(pair, late)
}

// keep writes the pairs of the first alignment from i0 on, whose words nobody changed.
func (c *composer) keep(i0 int) {
	for i, p := range c.a[i0:c.i] {
		from := c.outStart()
		pair := [4]int{p[0], p[1], from, from + p[3] - p[2]}
		c.push(pair, c.first.lastRule(c.a[i0+i:i0+i+1], &c.fi))
	}
}

// push appends a pair, and its firing when a rule made it; what is said as it is written is no firing.
func (c *composer) push(pair [4]int, rule string) {
	if pair[0] == pair[1] {
		return
	}
	c.align = append(c.align, pair)
	before, after := c.first.text[pair[0]:pair[1]], string(c.second.out[pair[2]:pair[3]])
	if rule != "" && before != after {
		c.fired = append(c.fired, Firing{rule, before, after})
	}
}

// lastRule returns the rule of the last firing of some pairs, "" for none, and steps over their firings, of which the one at next is the
// first.
func (s *scan) lastRule(pairs [][4]int, next *int) string {
	rule := ""
	for _, p := range pairs {
		if s.firedPair(p) {
			rule = s.fired[*next].Rule
			*next++
		}
	}
	return rule
}

// textStart and outStart return where the next pair starts in both texts.
func (c *composer) textStart() int {
	if n := len(c.align); n > 0 {
		return c.align[n-1][1]
	}
	return 0
}

func (c *composer) outStart() int {
	if n := len(c.align); n > 0 {
		return c.align[n-1][3]
	}
	return 0
}

// firedPair says whether a rule made the pair.
func (s *scan) firedPair(p [4]int) bool { return s.text[p[0]:p[1]] != string(s.out[p[2]:p[3]]) }
