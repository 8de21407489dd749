package report

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"articast/segment"
)

// The kinds of a piece.
const (
	kindSame    = ""
	kindWritten = "written" // said in another way
	kindSpoken  = "spoken"  // that other way
	kindDropped = "dropped" // not said
)

// piece is a stretch of the written or of the spoken text.
type piece struct {
	Kind string
	Text string
	Rule string // that dropped it
}

// token is a word, a run of white space, or a mark.
type token struct {
	text string
	drop *segment.Drop // that it lies in
}

// key is what tokens are compared by: one white space is like the other.
func (t token) key() string {
	if r, _ := utf8.DecodeRuneInString(t.text); unicode.IsSpace(r) {
		return " "
	}
	return t.text
}

// tokens cuts a text into words, runs of white space and single marks.
func tokens(text string, drop *segment.Drop) []token {
	var list []token
	for text != "" {
		r, size := utf8.DecodeRuneInString(text)
		end := size
		if class := classOf(r); class != nil {
			for end < len(text) {
				next, n := utf8.DecodeRuneInString(text[end:])
				if !class(next) {
					break
				}
				end += n
			}
		}
		list = append(list, token{text: text[:end], drop: drop})
		text = text[end:]
	}
	return list
}

// classOf returns what goes on with r; nil where r stands alone.
func classOf(r rune) func(rune) bool {
	switch {
	case unicode.IsSpace(r):
		return unicode.IsSpace
	case inWord(r):
		return inWord
	}
	return nil
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// compare returns the written text of a segment and its spoken form in pieces, and whether they are the same. drops lie inside the
// segment, in order.
func compare(s segment.Segment, drops []*segment.Drop) (written, spoken []piece, same bool) {
	a := tokensOf(s, drops)
	b := tokens(s.Spoken, nil)
	var kept []int // tokens of a that are not dropped
	for i, t := range a {
		if t.drop == nil {
			kept = append(kept, i)
		}
	}
	inA, inB := common(len(kept), len(b), func(i, j int) bool { return a[kept[i]].key() == b[j].key() })
	kinds := make([]string, len(a))
	for i, at := range kept {
		if !inA[i] {
			kinds[at] = kindWritten
		}
	}
	for i, t := range a {
		if t.drop != nil {
			kinds[i] = kindDropped
		}
		written = add(written, kinds[i], t)
	}
	for j, t := range b {
		kind := kindSpoken
		if inB[j] {
			kind = kindSame
		}
		spoken = add(spoken, kind, t)
	}
	return written, spoken, allSame(written) && allSame(spoken)
}

// tokensOf cuts the written text of a segment at its drops first.
func tokensOf(s segment.Segment, drops []*segment.Drop) []token {
	var list []token
	at := 0
	for _, d := range drops {
		from, to := d.Start-s.Start, d.End-s.Start
		list = append(list, tokens(s.Text[at:from], nil)...)
		list = append(list, tokens(s.Text[from:to], d)...)
		at = to
	}
	return append(list, tokens(s.Text[at:], nil)...)
}

// add puts a token behind the pieces, into the last one where that is of its kind.
func add(pieces []piece, kind string, t token) []piece {
	rule := ""
	if t.drop != nil {
		rule = t.drop.Rule
	}
	if n := len(pieces); n > 0 && pieces[n-1].Kind == kind && pieces[n-1].Rule == rule {
		pieces[n-1].Text += t.text
		return pieces
	}
	return append(pieces, piece{Kind: kind, Text: t.text, Rule: rule})
}

func allSame(pieces []piece) bool {
	for _, p := range pieces {
		if p.Kind != kindSame && strings.TrimSpace(p.Text) != "" {
			return false
		}
	}
	return true
}

// maxTable bounds the cells of the table by which common works, 4 bytes each. Longer texts count as different between their ends.
const maxTable = 4_000_000

// common finds a longest common subsequence of two rows with n and m members: it tells of each member whether it is in it.
func common(n, m int, equal func(i, j int) bool) (inA, inB []bool) {
	inA, inB = make([]bool, n), make([]bool, m)
	start := 0
	for start < n && start < m && equal(start, start) {
		inA[start], inB[start] = true, true
		start++
	}
	for n > start && m > start && equal(n-1, m-1) {
		n, m = n-1, m-1
		inA[n], inB[m] = true, true
	}
	rows, columns := n-start, m-start
	if rows == 0 || columns == 0 || rows > maxTable/columns {
		return inA, inB
	}
	// length[i*width+j] is the length of the longest common subsequence of what begins at i and at j
	width := columns + 1
	length := make([]int32, (rows+1)*width)
	for i := rows - 1; i >= 0; i-- {
		for j := columns - 1; j >= 0; j-- {
			if equal(start+i, start+j) {
				length[i*width+j] = length[(i+1)*width+j+1] + 1
			} else {
				length[i*width+j] = max(length[(i+1)*width+j], length[i*width+j+1])
			}
		}
	}
	for i, j := 0, 0; i < rows && j < columns; {
		switch {
		case equal(start+i, start+j):
			inA[start+i], inB[start+j] = true, true
			i, j = i+1, j+1
		case length[(i+1)*width+j] >= length[i*width+j+1]:
			i++
		default:
			j++
		}
	}
	return inA, inB
}
