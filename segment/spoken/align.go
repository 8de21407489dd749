package spoken

import (
	"encoding/binary"
	"encoding/json"
	"iter"
	"strconv"
)

// Alignment pairs a text with its spoken form piece by piece: the pieces cover both in order. It holds the lengths of the
// pieces alone, as a Plan keeps one for every word; so two that follow each other are joined by +. The zero value has no
// pieces. In JSON it is a list of pieces as Pieces returns them.
type Alignment string

// brokenAlignment stands for pieces that do not go on from each other.
const brokenAlignment Alignment = "\xff"

// Align returns the Alignment of pieces [text start, text end, spoken start, spoken end], in bytes, half open. Of pieces that
// do not go on from each other it returns one that fits no text.
func Align(pieces ...[4]int) Alignment {
	var buf [256]byte // enough for most sentences
	b := buf[:0]
	text, said := 0, 0
	for _, p := range pieces {
		if p[0] != text || p[2] != said || p[1] < p[0] || p[3] < p[2] {
			return brokenAlignment
		}
		b = appendPiece(b, p[1]-text, p[3]-said)
		text, said = p[1], p[3]
	}
	return Alignment(b)
}

// Piece returns the Alignment of one piece with so many bytes in the text and in the spoken form.
func Piece(text, said int) Alignment { return Alignment(appendPiece(nil, text, said)) }

// appendPiece appends the lengths of a piece as varints, those that are alike as one.
func appendPiece(b []byte, text, said int) []byte {
	if text == said {
		if text < 1<<6 {
			return append(b, byte(text<<1)) // most of them
		}
		return binary.AppendUvarint(b, uint64(text)<<1)
	}
	return binary.AppendUvarint(binary.AppendUvarint(b, uint64(text)<<1|1), uint64(said))
}

// Pieces returns the pieces in order: [text start, text end, spoken start, spoken end], in bytes, half open.
func (a Alignment) Pieces() iter.Seq[[4]int] {
	return func(yield func([4]int) bool) {
		if a == brokenAlignment {
			yield([4]int{-1, -1, -1, -1})
			return
		}
		for at, text, said := 0, 0, 0; at < len(a); {
			var n, m int
			n, at = a.varint(at)
			if m = n >> 1; n&1 == 1 {
				m, at = a.varint(at)
			}
			n >>= 1
			if !yield([4]int{text, text + n, said, said + m}) {
				return
			}
			text, said = text+n, said+m
		}
	}
}

// varint reads the number at at and returns it and the place behind it.
func (a Alignment) varint(at int) (n, next int) {
	for shift := 0; ; shift += 7 {
		b := a[at]
		at++
		n |= int(b&0x7f) << shift
		if b < 0x80 {
			return n, at
		}
	}
}

// MarshalJSON implements json.Marshaler.
func (a Alignment) MarshalJSON() ([]byte, error) {
	b := append(make([]byte, 0, 16*len(a)+2), '[')
	for p := range a.Pieces() {
		before := byte('[')
		if len(b) > 1 {
			b = append(b, ',')
		}
		for _, n := range p {
			b = strconv.AppendInt(append(b, before), int64(n), 10)
			before = ','
		}
		b = append(b, ']')
	}
	return append(b, ']'), nil
}

// UnmarshalJSON implements json.Unmarshaler.
func (a *Alignment) UnmarshalJSON(raw []byte) error {
	var pieces [][4]int
	if err := json.Unmarshal(raw, &pieces); err != nil {
		return err
	}
	*a = Align(pieces...)
	return nil
}
