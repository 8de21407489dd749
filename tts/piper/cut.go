package piper

import (
	"strings"
	"time"
	"unicode"

	"articast/tts"
)

// maxWeight is the most that one line to the engine may weigh, in letters. The engine's memory and time grow faster than
// the length of a sentence: 300 letters are about 15 s of sound and 500 MB, 10,000 took 20 GB. The limit is on the line
// and not on the sentence, because the engine's idea of where a sentence ends is not ours.
const maxWeight = 300

// piece is what one line to the engine says.
type piece struct {
	text string
	gap  time.Duration // silence between it and the next piece
}

// boundary is how good a place is for a cut, the best the largest.
type boundary int

const (
	noBoundary boundary = iota
	wordEnd
	commaEnd
	colonEnd
	sentenceEnd
)

// gaps is the silence that a cut leaves in the place of the pause that the voice would have made there.
// Inside a sentence the two voices measured pause for 180 to 350 ms, of which 30 to 200 are left at the ends of pieces.
var gaps = map[boundary]time.Duration{
	sentenceEnd: sentenceSilence,
	colonEnd:    150 * time.Millisecond,
	commaEnd:    100 * time.Millisecond,
}

// cut divides clean text into pieces that weigh at most limit for a voice of the language, each with something to say: at
// the end of a sentence if there is one in reach, else at the best mark near the middle, else at a space, else inside
// a word.
func cut(text, lang string, limit int) []piece {
	var pieces []piece
	rs := []rune(text)
	for len(rs) > 0 {
		at, kind := len(rs), noBoundary
		if reach := reachOf(rs, lang, limit); reach < len(rs) {
			at, kind = bestCut(rs, reach)
		}
		if p := strings.TrimSpace(string(rs[:at])); tts.Speakable(p) {
			pieces = append(pieces, piece{p, gaps[kind]})
		}
		for at < len(rs) && rs[at] == ' ' {
			at++
		}
		rs = rs[at:]
	}
	if len(pieces) > 0 {
		pieces[len(pieces)-1].gap = 0
	}
	return pieces
}

// reachOf returns how many runes fit into limit, at least one.
func reachOf(rs []rune, lang string, limit int) int {
	sum := 0
	for i, r := range rs {
		if sum += weight(r, lang); sum > limit {
			return max(i, 1)
		}
	}
	return len(rs)
}

// bestCut returns where to cut the first piece off rs, of which reach runes fit, and what ends there.
func bestCut(rs []rune, reach int) (int, boundary) {
	var at [sentenceEnd + 1]int
	target := targetOf(rs, reach)
	for i := 1; i <= reach; i++ {
		kind := boundaryAt(rs, i)
		switch {
		case kind == sentenceEnd:
			at[kind] = i
		case i < reach/3:
		case at[kind] == 0 || abs(i-target) < abs(at[kind]-target):
			at[kind] = i
		}
	}
	for kind := sentenceEnd; kind > noBoundary; kind-- {
		if at[kind] > 0 {
			return at[kind], kind
		}
	}
	i := reach
	for i > 1 && unicode.IsMark(rs[i]) {
		i--
	}
	return i, noBoundary
}

// targetOf returns where the first cut would leave pieces of one length in the sentence that rs begins with.
func targetOf(rs []rune, reach int) int {
	end := reach
	for end < len(rs) && boundaryAt(rs, end) != sentenceEnd {
		end++
	}
	n := (end + reach - 1) / reach
	return end / n
}

func abs(i int) int { return max(i, -i) }

// boundaryAt says what ends between rs[i-1] and rs[i].
func boundaryAt(rs []rune, i int) boundary {
	if i == len(rs) {
		return sentenceEnd
	}
	wide := strings.ContainsRune("。！？；：，、", rs[i-1]) // these are followed by no space
	if rs[i] != ' ' && !wide {
		return noBoundary
	}
	j := i - 1
	for j > 0 && strings.ContainsRune(`"'”’»)]`, rs[j]) {
		j--
	}
	switch last := rs[j]; {
	case strings.ContainsRune("?!…。！？", last), last == '.' && endsSentence(rs, j, i):
		return sentenceEnd
	case strings.ContainsRune(";:；：—–", last):
		return colonEnd
	case strings.ContainsRune(",，、", last), j < i-1:
		return commaEnd
	}
	return wordEnd
}

// endsSentence tells whether the full stop at rs[dot] ends a sentence, with rs[i] the space behind it. In doubt it does
// not: a cut inside a sentence is heard, a sentence more in a piece is not.
func endsSentence(rs []rune, dot, i int) bool {
	if i+1 < len(rs) && unicode.IsLower(rs[i+1]) {
		return false
	}
	start := dot
	for start > 0 && rs[start-1] != ' ' {
		start--
	}
	word := rs[start:dot]
	if len(word) <= 1 {
		return false // an initial
	}
	for _, r := range word {
		if r == '.' {
			return false // U.S.
		}
	}
	return len(word) > 4 || !unicode.IsUpper(word[0]) // Gov., Sept., Mrs.
}
