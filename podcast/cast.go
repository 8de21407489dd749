package podcast

import (
	"hash/fnv"
	"iter"
	"maps"
	"slices"
	"strings"

	"articast/segment"
	"articast/segment/sentence"
	"articast/tts"
)

// Cast says which voice speaks for whom. Empty voices are the backend's default.
type Cast struct {
	Narrator string            // all that is nobody's full quotation
	Quote    string            // full quotations and block quotations; empty means the narrator
	Quotes   []string          // where there are several: the voices that the people quoted share, each person always the same
	Speakers map[string]string // full quotations of the people named, by Segment.Speaker; letter case does not count
}

// Voice returns the voice of a segment: the one set by hand, that of the quoted person, the quotation voice, or the narrator.
func (c Cast) Voice(s segment.Segment) string {
	if s.Voice != "" {
		return s.Voice
	}
	if s.Role == segment.RoleQuote || s.Role == segment.RoleBlockquote {
		if voice := c.ofSpeaker(s.Speaker); voice != "" {
			return voice
		}
		if c.Quote != "" {
			return c.Quote
		}
	}
	return c.Narrator
}

// ofSpeaker returns the voice of a person: his own, or the one of Quotes that his name always leads to, whoever else is
// quoted; "" when he has none.
func (c Cast) ofSpeaker(name string) string {
	if name == "" {
		return ""
	}
	if voice := c.Speakers[name]; voice != "" {
		return voice
	}
	for _, known := range slices.Sorted(maps.Keys(c.Speakers)) {
		if strings.EqualFold(known, name) {
			return c.Speakers[known]
		}
	}
	if len(c.Quotes) < 2 {
		return ""
	}
	hash := fnv.New32a()
	hash.Write([]byte(strings.ToLower(name)))
	return c.Quotes[hash.Sum32()%uint32(len(c.Quotes))]
}

// take is one utterance to be spoken: a whole segment, or a part of a long one.
type take struct {
	segment    int // index into the plan's segments
	start, end int // byte offsets into the segment's Spoken
	last       bool
	tts.Utterance
}

// Utterances lists what Produce would ask the backend for, in order.
func (p *Producer) Utterances(plan *segment.Plan) iter.Seq[tts.Utterance] {
	return utterances(p.script(plan))
}

// script lists what is spoken, in order. Segments without anything to say have no take.
func (p *Producer) script(plan *segment.Plan) []take {
	maxRunes := p.Backend.Properties().MaxRunes
	var takes []take
	for i, s := range plan.Segments {
		if !tts.Speakable(s.Spoken) {
			continue
		}
		lang := s.Lang
		if lang == "" {
			lang = plan.Lang
		}
		spans := speakableSpans(s.Spoken, lang, maxRunes)
		for n, span := range spans {
			takes = append(takes, take{
				segment: i, start: span.Start, end: span.End, last: n == len(spans)-1,
				Utterance: tts.Utterance{
					Text: s.Spoken[span.Start:span.End], Voice: p.Cast.Voice(s), Lang: lang, Prosody: p.Prosody,
				},
			})
		}
	}
	return takes
}

// speakableSpans cuts a text into pieces that the backend takes. A text that it takes whole is left as it is.
func speakableSpans(text, lang string, maxRunes int) []sentence.Span {
	if tts.CheckLimit(text, maxRunes) == nil {
		return []sentence.Span{{Start: 0, End: len(text)}}
	}
	var spans []sentence.Span
	for _, span := range sentence.Clauses(text, lang, maxRunes) {
		if tts.Speakable(text[span.Start:span.End]) {
			spans = append(spans, span)
		}
	}
	return spans
}
