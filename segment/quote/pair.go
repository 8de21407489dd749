package quote

// span is a quotation as tokens: its opening mark at open (-1 when the speech of an earlier paragraph goes on without
// a mark), its closing mark at close (-1 when none), the tokens inside [from, to).
type span struct {
	open, close int
	from, to    int
	fam         family
	continues   bool
}

// maxAhead is how many marks pairing looks ahead for the end of a quotation in single marks. Speech with more
// apostrophes in one paragraph has not been seen; the limit keeps the time linear.
const maxAhead = 64

// pairMarks joins the marks of every paragraph into quotations.
func pairMarks(text string, toks []token, lx *lexicon) []span {
	p := &pairer{text: text, toks: toks, lx: lx}
	reversed := isReversed(toks)
	var marks []mark
	for from := 0; from < len(toks); {
		to := from
		for to < len(toks) && toks[to].kind != kindBreak {
			to++
		}
		if to > from {
			marks = findMarks(marks[:0], text, toks, from, to, reversed, lx)
			p.paragraph(marks, from, to)
		}
		from = to + 1
	}
	return p.out
}

// pairer is the state of pairMarks.
type pairer struct {
	text  string
	toks  []token
	lx    *lexicon
	out   []span
	carry family // the paragraph before ended inside speech in marks of this family
}

// paragraph pairs the marks of toks[from:to].
func (p *pairer) paragraph(ms []mark, from, to int) {
	carry := p.carry
	p.carry = famNone
	i := 0
	if carry != famNone {
		i = p.resume(ms, carry, from, to)
	}
	for i < len(ms) {
		i = p.outside(ms, i, carry, from, to)
	}
}

// resume handles a paragraph after speech that was not closed: it may go on without a mark of its own.
func (p *pairer) resume(ms []mark, carry family, from, to int) int {
	for i, m := range ms {
		if m.fam != carry {
			continue
		}
		if m.side == closes && !m.inch {
			if m.first { // a closing mark repeated before each paragraph, as French printers do
				ms[i].side = opens
				return i
			}
			if carry == famSingle && !m.sure {
				continue
			}
			p.out = append(p.out, span{open: -1, close: m.tok, from: from, to: m.tok, fam: carry, continues: true})
			return i + 1
		}
		break
	}
	return 0
}

// outside handles the mark ms[i] while no quotation is open and returns the index of the next mark to look at.
func (p *pairer) outside(ms []mark, i int, carry family, from, to int) int {
	m := ms[i]
	if m.side&opens == 0 || m.inch {
		return i + 1
	}
	continues := m.first && carry == m.fam
	if m.fam == famSingle {
		return p.single(ms, i, continues, to)
	}
	depth := 1
	for j := i + 1; j < len(ms); j++ {
		k := ms[j]
		if k.fam != m.fam {
			continue
		}
		switch p.inside(ms, j, m) {
		case stepSkip:
		case stepNest:
			depth++
		case stepClose:
			if depth--; depth == 0 {
				p.close(m, k.tok, continues)
				return j + 1
			}
		case stepBroken:
			p.broken(m, k.tok, continues)
			return j
		}
	}
	p.unclosed(m, to, continues)
	return len(ms)
}

// step is what a mark does while a quotation is open.
type step uint8

const (
	stepSkip   step = iota // it is no mark
	stepNest               // it opens a quotation inside
	stepClose              // it closes
	stepBroken             // it opens a new quotation: the closing mark of this one is missing
)

// inside decides what the mark ms[j] does while a quotation of its family is open.
func (p *pairer) inside(ms []mark, j int, open mark) step {
	k := ms[j]
	next := p.following(ms, j, 1)
	if k.inch && next == closes {
		return stepSkip
	}
	if k.side&closes != 0 {
		return stepClose
	}
	if k.tok == open.tok+1 {
		return stepSkip // a mark typed twice
	}
	if next == closes && p.following(ms, j, 2) == closes {
		return stepNest
	}
	return stepBroken
}

// following returns the side of the n-th mark after ms[j] of the same family, 0 when there is none near.
func (p *pairer) following(ms []mark, j, n int) side {
	for k := j + 1; k < len(ms) && k < j+maxAhead; k++ {
		if ms[k].fam == ms[j].fam {
			if n--; n == 0 {
				return ms[k].side
			}
		}
	}
	return 0
}

// close ends a quotation at the mark at token end. A pulled quotation may have the name of its speaker on a last line of
// its own before that mark: the name is no part of it.
func (p *pairer) close(m mark, end int, continues bool) {
	for i := end - 1; i > m.tok+1 && i > end-maxSignature; i-- {
		if p.toks[i].kind != kindLine {
			continue
		}
		if p.toks[i-1].isSign(".?!…") && p.nameLine(i+1, end) {
			p.out = append(p.out, span{open: m.tok, close: -1, from: m.tok + 1, to: i, fam: m.fam, continues: continues})
			return
		}
		break
	}
	p.add(m, end, continues)
}

// maxSignature is the greatest length in tokens of the line that names the speaker of a pulled quotation.
const maxSignature = 14

// nameLine reports whether toks[from:to] is a name, with or without a role, and no sentence.
func (p *pairer) nameLine(from, to int) bool {
	if from+1 >= to || !p.toks[from].upper || !(p.toks[from+1].upper || p.toks[from+1].isSign(".,")) {
		return false
	}
	for _, k := range p.toks[from:to] {
		if k.is(clsPronoun|clsAux|clsSay|clsSub|clsConj) && !k.upper || k.isSign("?!;:") {
			return false
		}
	}
	return true
}

func (p *pairer) add(m mark, end int, continues bool) {
	if end > m.tok+1 {
		p.out = append(p.out, span{open: m.tok, close: end, from: m.tok + 1, to: end, fam: m.fam, continues: continues})
	}
}

// unclosed ends a quotation that no mark closes at the end of its paragraph.
func (p *pairer) unclosed(m mark, to int, continues bool) {
	for to > m.tok+1 && p.toks[to-1].kind == kindLine {
		to--
	}
	if to > m.tok+1 {
		p.out = append(p.out, span{open: m.tok, close: -1, from: m.tok + 1, to: to, fam: m.fam, continues: continues})
		p.carry = m.fam
	}
}

// broken ends a quotation that lost its closing mark before the mark at token next opens another: at the end of the line,
// else of the last sentence before. Where there is neither, the first mark is taken for a stray one.
func (p *pairer) broken(m mark, next int, continues bool) {
	for i := next; i > m.tok+1; i-- {
		if p.toks[i-1].kind == kindLine {
			p.out = append(p.out, span{open: m.tok, close: -1, from: m.tok + 1, to: i - 1, fam: m.fam, continues: continues})
			return
		}
	}
	for i := next; i > m.tok+1; i-- {
		if p.toks[i-1].isSign(".?!…") {
			p.out = append(p.out, span{open: m.tok, close: -1, from: m.tok + 1, to: i, fam: m.fam, continues: continues})
			return
		}
	}
}

// single pairs a single mark: the first mark after it that no apostrophe could be closes it, else the last that might.
func (p *pairer) single(ms []mark, i int, continues bool, to int) int {
	m := ms[i]
	best := -1
	for j := i + 1; j < len(ms) && j < i+maxAhead; j++ {
		k := ms[j]
		if k.fam != famSingle || k.side&closes == 0 || k.inch {
			if k.fam == famSingle && best >= 0 {
				break
			}
			continue
		}
		if best = j; k.sure || !p.afterS(k) {
			break
		}
	}
	if best < 0 {
		again := to+1 < len(p.toks) && p.toks[to+1].sign == '‘' // the next paragraph repeats the mark
		if p.toks[m.tok].sign == '‘' && (m.first || again) {
			p.unclosed(m, to, continues)
			return len(ms)
		}
		return i + 1
	}
	p.add(m, ms[best].tok, continues)
	return best + 1
}

// afterS reports whether a single mark stands after an s, as the apostrophe of a possessive plural does.
func (p *pairer) afterS(m mark) bool {
	return p.toks[m.tok-1].kind == kindWord && afterS(p.text, p.toks[m.tok-1])
}

// afterS reports whether the word k ends in s.
func afterS(text string, k token) bool {
	last := text[k.end-1]
	return last == 's' || last == 'S'
}
