package segment

import (
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"articast/article"
	"articast/segment/spoken"
)

// Writers of plain text and Markdown say with marks how a place is to be heard: "[pause:1.5s]" for a silence there,
// "[voice:alan]" for another voice up to the next "[/voice]", "[Maduro](/məˈdʊəroʊ/)" for a pronunciation. Marks become
// fields of Segments and are dropped from what is said. A mark that cannot be read is text like any other.

// The rules that drop the marks; a rule that is kept from it leaves its marks as text, without effect.
const (
	rulePauseMark    = "mark/pause"
	ruleVoiceMark    = "mark/voice"
	rulePhonemesMark = "mark/phonemes"
)

// defaultMarkPause is the silence of "[pause]".
const defaultMarkPause = time.Second

// inlineMark is a mark in the Document's text.
type inlineMark struct {
	span
	rule  string
	pause time.Duration // of a pause
	voice string        // of a voice; "" goes back to the cast
	word  span          // that is pronounced
	ipa   string        // how
}

// markForms are the marks as written. The groups: length and unit of a pause; a voice; its end; word and IPA. A voice is
// named: an article may have come from anywhere, so no mark leads to a file.
var markForms = regexp.MustCompile(`(?i)\[pause(?::[ \t]*(\d{1,6}(?:\.\d{1,3})?)[ \t]*(ms|s)?)?[ \t]*\]|\[voice:[ \t]*([\pL\pN][\pL\pN _.:+-]{0,63})\]|(\[/voice\])|\[([^\[\]\n]{1,80})\]\(/([^/()\n]{1,200})/\)`)

// findMarks finds the marks of a Document that a person wrote as text or Markdown. A block of nothing but marks is the
// article's own, whatever its line looked like.
func (b *builder) findMarks() {
	if b.doc.Format != article.FormatText && b.doc.Format != article.FormatMarkdown {
		return
	}
	only := map[int]bool{}
	for i, block := range b.doc.Blocks {
		found := append(b.marksIn(block.Text, b.offsets[i]), b.pronouncedLinks(block, b.offsets[i])...)
		if len(found) == 0 {
			continue
		}
		slices.SortFunc(found, func(x, y inlineMark) int { return x.start - y.start })
		b.marks = append(b.marks, found...)
		only[i] = !hasWord(markForms.ReplaceAllString(block.Text, ""))
	}
	for i := range b.pieces {
		if p := &b.pieces[i]; only[p.block] && p.rule != "" {
			p.role, p.rule = RoleBody, ""
		}
	}
}

// marksIn returns the marks in a text that begins at offset at.
func (b *builder) marksIn(text string, at int) []inlineMark {
	if !strings.Contains(text, "[") {
		return nil
	}
	var out []inlineMark
	for _, m := range markForms.FindAllStringSubmatchIndex(text, -1) {
		group := func(n int) string {
			if m[2*n] < 0 {
				return ""
			}
			return text[m[2*n]:m[2*n+1]]
		}
		mark := inlineMark{span: span{at + m[0], at + m[1]}, rule: rulePauseMark, pause: markPause(group(1), group(2))}
		switch {
		case strings.HasSuffix(strings.TrimSpace(group(3)), ".onnx"):
			continue
		case group(3) != "" || group(4) != "":
			mark.rule, mark.pause, mark.voice = ruleVoiceMark, 0, strings.TrimSpace(group(3))
		case group(6) != "":
			if !spoken.IsIPA(group(6)) {
				continue
			}
			mark.rule, mark.pause, mark.ipa = rulePhonemesMark, 0, group(6)
			mark.word = span{at + m[10], at + m[11]}.trim(b.text)
		}
		if b.on.drops(mark.rule) {
			out = append(out, mark)
		}
	}
	return out
}

// markPause returns the length of a pause as its mark has it, which is in seconds where it names no unit.
func markPause(length, unit string) time.Duration {
	if length == "" {
		return defaultMarkPause
	}
	n, err := strconv.ParseFloat(length, 64)
	if err != nil {
		return defaultMarkPause // cannot be: the form lets nothing but numbers through
	}
	each := time.Second
	if strings.EqualFold(unit, "ms") {
		each = time.Millisecond
	}
	return min(time.Duration(n*float64(each)), MaxPause)
}

// pronouncedLinks returns the links of a Markdown block, whose text stands at offset at, that lead to a pronunciation.
func (b *builder) pronouncedLinks(block article.Block, at int) []inlineMark {
	var out []inlineMark
	for _, m := range block.Marks {
		if m.Kind != article.MarkLink || m.Start < 0 || m.End > len(block.Text) || m.Start >= m.End {
			continue
		}
		target, err := url.Parse(m.Value)
		if err != nil || len(target.Path) < 3 {
			continue
		}
		ipa, open := strings.CutPrefix(target.Path, "/")
		ipa, closed := strings.CutSuffix(ipa, "/")
		if word := (span{at + m.Start, at + m.End}); open && closed && spoken.IsIPA(ipa) && b.on.drops(rulePhonemesMark) {
			out = append(out, inlineMark{span: word, rule: rulePhonemesMark, word: word, ipa: ipa})
		}
	}
	return out
}

// markDropsInText returns the drops of the marks: all of a pause and a voice, what stands around the word of a pronunciation.
func (b *builder) markDropsInText() []Drop {
	var out []Drop
	add := func(rule string, start, end int) {
		if start < end {
			out = append(out, Drop{Rule: rule, Start: start, End: end})
		}
	}
	for _, m := range b.marks {
		if m.rule == rulePhonemesMark {
			add(m.rule, m.start, m.word.start)
			add(m.rule, m.word.end, m.end)
			continue
		}
		add(m.rule, m.start, m.end)
	}
	return out
}

// marksFrom returns the marks that begin at offset at or later.
func (b *builder) marksFrom(at int) []inlineMark {
	i, _ := slices.BinarySearchFunc(b.marks, at, func(m inlineMark, at int) int { return m.start - at })
	return b.marks[i:]
}

// cutAtMarks cuts stretches where a pause or another voice is marked inside them.
func (b *builder) cutAtMarks(parts []stretch) []stretch {
	if len(b.marks) == 0 {
		return parts
	}
	var out []stretch
	for _, s := range parts {
		for _, m := range b.marksFrom(s.start) {
			if m.end > s.end {
				break
			}
			if m.rule == rulePhonemesMark || m.start < s.start { // the edge of the stretch is behind it
				continue
			}
			if left := (span{s.start, m.start}).trim(b.masked); hasWord(left.of(b.masked)) {
				out = append(out, stretch{left, s.quote, false})
			}
			s.span = span{m.end, s.end}.trim(b.masked)
		}
		if s.start < s.end {
			out = append(out, s)
		}
	}
	return out
}

// markBetween reports whether a pause or another voice is marked between two offsets.
func (b *builder) markBetween(from, to int) bool {
	for _, m := range b.marksFrom(from) {
		if m.start >= to {
			return false
		}
		if m.rule != rulePhonemesMark {
			return true
		}
	}
	return false
}

// markVoices gives the units behind a mark of a voice that voice. The units stand in the order of the text.
func (b *builder) markVoices() {
	voice, next := "", 0
	for i := range b.units {
		for ; next < len(b.marks) && b.marks[next].end <= b.units[i].Start; next++ {
			if m := b.marks[next]; m.rule == ruleVoiceMark {
				voice = m.voice
			}
		}
		b.units[i].Voice = voice
	}
}

// markPauses sets the silences that are marked: each stands for what would be there without it, several in one place add
// up.
func (b *builder) markPauses() {
	if len(b.marks) == 0 {
		return
	}
	order := make([]int, len(b.units)) // by their place in the text
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(x, y int) int { return b.units[x].Start - b.units[y].Start })
	before := 0 // units that stand before the mark
	silence := map[int]time.Duration{}
	for _, m := range b.marks {
		if m.rule != rulePauseMark {
			continue
		}
		for before < len(order) && b.units[order[before]].Start < m.start {
			before++
		}
		silence[before] = min(silence[before]+m.pause, MaxPause)
	}
	for n, at := range order {
		if d, marked := silence[n+1]; marked {
			b.units[at].PauseAfterMS = int(d / time.Millisecond)
			if at+1 < len(b.units) {
				b.units[at+1].PauseBeforeMS = 0
			}
		}
	}
	if d, marked := silence[0]; marked && len(order) > 0 { // last: the first of the text may stand at the end, behind another pause
		b.units[order[0]].PauseBeforeMS = int(d / time.Millisecond)
	}
}

// saidIn returns the pronunciations that are marked inside a span, at their places in what is left of it without the holes.
func (b *builder) saidIn(s span, holes []span) []spoken.Pronunciation {
	from, _ := slices.BinarySearchFunc(b.marks, s.start, func(m inlineMark, at int) int { return m.start - at })
	var out []spoken.Pronunciation
	gone, next := 0, 0
	for _, m := range b.marks[max(0, from-1):] { // the one before may begin with a bracket outside
		if m.start >= s.end {
			break
		}
		if m.rule != rulePhonemesMark || m.word.start < s.start || m.word.end > s.end {
			continue
		}
		for ; next < len(holes) && holes[next].end <= m.word.start-s.start; next++ {
			gone += holes[next].end - holes[next].start
		}
		at := m.word.start - s.start - gone
		out = append(out, spoken.Pronunciation{Start: at, End: at + m.word.end - m.word.start, IPA: m.ipa})
	}
	return out
}
