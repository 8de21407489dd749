package podcast

import (
	"slices"
	"sort"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"articast/segment/sentence"
	"articast/tts"
)

// scale tells when a place of a Cue's text is heard. What is certain are the beginnings and ends of its utterances; between
// them it goes by the share of the spoken form that comes before the place, found through the alignment.
type scale struct {
	cue    *Cue
	align  [][4]int
	parts  []Part
	weight []int // of the spoken form before each byte
}

func newScale(c *Cue) *scale {
	s := &scale{cue: c, align: slices.Collect(c.Align.Pieces()), parts: c.Parts, weight: make([]int, len(c.Spoken)+1)}
	if !c.aligned() {
		s.align = [][4]int{{0, len(c.Text), 0, len(c.Spoken)}}
	}
	if len(s.parts) == 0 {
		s.parts = []Part{{SpokenEnd: len(c.Spoken), Start: c.Start, End: c.End}}
	}
	for i, r := range c.Spoken {
		s.weight[i+1] = runeWeight(r)
	}
	for i := range len(c.Spoken) {
		s.weight[i+1] += s.weight[i]
	}
	return s
}

// The time that a rune of the spoken form takes, in units of a third of a letter's.
const (
	weightLetter = 3
	weightSpace  = 1
	weightComma  = 9  // and what else a voice pauses at inside a sentence
	weightStop   = 12 // between two sentences
)

func runeWeight(r rune) int {
	switch {
	case unicode.IsLetter(r) || unicode.IsNumber(r):
		return weightLetter
	case unicode.IsSpace(r):
		return weightSpace
	case strings.ContainsRune(",;:—–、，；：", r):
		return weightComma
	case strings.ContainsRune(".!?…。！？", r):
		return weightStop
	}
	return 0
}

// aligned reports whether the alignment fits the texts. One that a person has edited may have the alignment of another.
func (c *Cue) aligned() bool {
	text, spoken := 0, 0
	for a := range c.Align.Pieces() {
		if a[0] != text || a[1] < a[0] || a[2] != spoken || a[3] < a[2] {
			return false
		}
		text, spoken = a[1], a[3]
	}
	return len(c.Align) > 0 && text == len(c.Text) && spoken == len(c.Spoken)
}

// start returns when text[span] begins to be heard, end when it ends. They differ at a place where two utterances meet.
func (s *scale) start(span sentence.Span) time.Duration {
	i := sort.Search(len(s.align), func(i int) bool { return s.align[i][1] > span.Start })
	spoken := s.spoken(i, span.Start)
	part := sort.Search(len(s.parts)-1, func(i int) bool { return s.parts[i].SpokenEnd > spoken })
	return s.at(s.parts[part], spoken)
}

func (s *scale) end(span sentence.Span) time.Duration {
	i := sort.Search(len(s.align), func(i int) bool { return s.align[i][1] >= span.End })
	spoken := s.spoken(i, span.End)
	part := sort.Search(len(s.parts)-1, func(i int) bool { return s.parts[i].SpokenEnd >= spoken })
	return s.at(s.parts[part], spoken)
}

// spoken maps a place of the text, which lies in the i-th piece of the alignment, to one of the spoken form.
func (s *scale) spoken(i, at int) int {
	if i == len(s.align) {
		return len(s.cue.Spoken)
	}
	a := s.align[i]
	if a[1] == a[0] {
		return a[2]
	}
	return a[2] + max(0, at-a[0])*(a[3]-a[2])/(a[1]-a[0])
}

// at returns when a place of the spoken form is heard, which lies in the part p.
func (s *scale) at(p Part, spoken int) time.Duration {
	from, to := s.weight[p.SpokenStart], s.weight[p.SpokenEnd]
	if to == from {
		return p.Start
	}
	share := float64(min(max(s.weight[spoken], from), to)-from) / float64(to-from)
	return p.Start + time.Duration(share*float64(p.End-p.Start))
}

// heard returns the text[span] as written, white space as single spaces, without what the plan has left out of it.
func (s *scale) heard(span sentence.Span) string {
	var b strings.Builder
	first := sort.Search(len(s.align), func(i int) bool { return s.align[i][1] > span.Start })
	for _, a := range s.align[first:] {
		from, to := max(a[0], span.Start), min(a[1], span.End)
		if from >= span.End {
			break
		}
		if from < to && !(a[2] == a[3] && tts.Speakable(s.cue.Text[from:to])) {
			b.WriteString(s.cue.Text[from:to])
		}
	}
	return plainText(b.String())
}

// plainText replaces white space and control characters by single spaces.
func plainText(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToValidUTF8(text, "\ufffd"), func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r)
	}), " ")
}

// words returns the spans of the words of a text, marks that touch a word included.
func words(text string) []sentence.Span {
	var spans []sentence.Span
	state := -1
	for at := 0; at < len(text); {
		var piece string
		piece, _, state = uniseg.FirstWordInString(text[at:], state)
		span := sentence.Span{Start: at, End: at + len(piece)}
		at = span.End
		r, _ := utf8.DecodeRuneInString(piece)
		n := len(spans)
		switch {
		case unicode.IsSpace(r) || unicode.IsControl(r):
		case n > 0 && spans[n-1].End == span.Start && !(ideographic(r) && tts.Speakable(text[spans[n-1].Start:span.Start])):
			spans[n-1].End = span.End
		default:
			spans = append(spans, span)
		}
	}
	return spans
}

// ideographic reports whether words in the script of r are not divided by spaces.
func ideographic(r rune) bool {
	return r >= 0x0E00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}
