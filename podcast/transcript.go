package podcast

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"articast/segment/sentence"
	"articast/tts"
)

// maxCueRunes is how much a cue on a screen holds: two lines of 42 characters, as broadcasters have it.
const maxCueRunes = 84

// line is a cue as a screen shows it: a sentence, or a clause of a long one.
type line struct {
	id         string
	speaker    string // empty is the narrator
	text       string
	start, end time.Duration // whole milliseconds, end behind start
}

// lines returns what is heard of an Episode in pieces that a screen takes, in order. The times of whole sentences are exact, those
// between clauses estimated. What has no words in the article, like a spoken "end quote", has no line.
func (e *Episode) lines() []line {
	var list []line
	last := time.Duration(0)
	for i := range e.Cues {
		c := &e.Cues[i]
		s := newScale(c)
		spans := sentence.Clauses(c.Text, c.Lang, maxCueRunes)
		for n, span := range spans {
			text := s.heard(span)
			if text == "" {
				continue
			}
			l := line{id: c.SegmentID, speaker: plainText(c.Speaker), text: text, start: s.start(span), end: s.end(span)}
			if n > 0 {
				l.id = fmt.Sprintf("%s.%d", l.id, n+1)
			} else {
				l.start = c.Start
			}
			if n == len(spans)-1 {
				l.end = c.End
			}
			l.start = max(last, l.start.Round(time.Millisecond))
			l.end = max(l.start+time.Millisecond, l.end.Round(time.Millisecond))
			last = l.start
			list = append(list, l)
		}
	}
	return list
}

// WriteVTT writes what is heard as WebVTT (https://www.w3.org/TR/webvtt1/): a cue for each sentence, its words as written, long ones
// broken at clauses. The words of a person quoted are in a voice span with his name. The identifier of a cue is the ID of the
// segment, that of further clauses has ".2" and so on behind it.
func WriteVTT(w io.Writer, e *Episode) error {
	b := bufio.NewWriter(w)
	b.WriteString("WEBVTT\n")
	if about := vttNote(e.Title, e.Byline, e.Source); about != "" {
		b.WriteString("\nNOTE\n" + about)
	}
	for _, l := range e.lines() {
		b.WriteByte('\n')
		if vttID.MatchString(l.id) {
			b.WriteString(l.id + "\n")
		}
		fmt.Fprintf(b, "%s --> %s\n", stamp(l.start, "."), stamp(l.end, "."))
		if l.speaker != "" {
			b.WriteString("<v " + vttEscaper.Replace(l.speaker) + ">")
		}
		b.WriteString(vttEscaper.Replace(l.text) + "\n")
	}
	return flush(b, "WebVTT")
}

// vttNote returns the lines of a comment, in which an arrow may not stand.
func vttNote(about ...string) string {
	var b strings.Builder
	for _, text := range about {
		if text = plainText(text); text != "" {
			b.WriteString(strings.ReplaceAll(text, "-->", "-- >") + "\n")
		}
	}
	return b.String()
}

// vttID matches identifiers of segments that may stand before a cue. One set by hand may be anything, even the first word of a comment.
var vttID = regexp.MustCompile(`^[a-z][a-z0-9._-]*$`)

// vttEscaper writes the characters that a cue's text may not hold as such.
var vttEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// WriteSRT writes what is heard as SubRip, cut like WriteVTT's. The format has neither an escape nor names of speakers.
func WriteSRT(w io.Writer, e *Episode) error {
	b := bufio.NewWriter(w)
	for i, l := range e.lines() {
		if i > 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintf(b, "%d\n%s --> %s\n%s\n", i+1, stamp(l.start, ","), stamp(l.end, ","), l.text)
	}
	return flush(b, "SubRip")
}

// WriteText writes what is heard as plain text: the words as written, in the paragraphs of the article, a blank line between.
func WriteText(w io.Writer, e *Episode) error {
	_, err := io.WriteString(w, e.text())
	return wrapTranscript(err, "text")
}

// text is the text of WriteText.
func (e *Episode) text() string {
	var b strings.Builder
	paragraph, last := false, rune(0)
	for i := range e.Cues {
		c := &e.Cues[i]
		paragraph = paragraph || c.Paragraph
		text := newScale(c).heard(sentence.Span{Start: 0, End: len(c.Text)})
		if text == "" {
			continue
		}
		first, _ := utf8.DecodeRuneInString(text)
		switch {
		case b.Len() == 0:
		case paragraph:
			b.WriteString("\n\n")
		case !spaceless(last, first):
			b.WriteByte(' ')
		}
		b.WriteString(text)
		paragraph = false
		last, _ = utf8.DecodeLastRuneInString(text)
	}
	if b.Len() > 0 {
		b.WriteByte('\n')
	}
	return b.String()
}

// spaceless reports whether two sentences, of which one ends and the other begins like this, are written without a space between.
func spaceless(last, first rune) bool {
	wide := func(r rune) bool { return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) }
	fullwidth := last >= 0x3001 && last <= 0x301F || last >= 0xFF01 && last <= 0xFF65
	return wide(last) || fullwidth && !unicode.Is(unicode.Latin, first)
}

// stamp writes a time as hh:mm:ss, point, milliseconds.
func stamp(d time.Duration, point string) string {
	ms := d.Milliseconds()
	return fmt.Sprintf("%02d:%02d:%02d%s%03d", ms/3600000, ms/60000%60, ms/1000%60, point, ms%1000)
}

// seconds is a time in JSON: seconds to the millisecond.
type seconds time.Duration

// MarshalJSON implements json.Marshaler.
func (s seconds) MarshalJSON() ([]byte, error) {
	return json.Marshal(float64(time.Duration(s).Round(time.Millisecond).Milliseconds()) / 1000) // Seconds would give 1.2389999999999999
}

// transcript is the JSON form of a transcript: that of Podcasting 2.0, version 1.0.0
// (https://github.com/Podcastindex-org/podcast-namespace, transcripts.md), with the words and their origin added.
type transcript struct {
	Version  string              `json:"version"`
	Title    string              `json:"title,omitempty"`
	Language string              `json:"language,omitempty"`
	Segments []transcriptSegment `json:"segments"`
}

type transcriptSegment struct {
	Speaker   string           `json:"speaker,omitempty"`
	StartTime seconds          `json:"startTime"`
	EndTime   seconds          `json:"endTime"`
	Body      string           `json:"body"`
	Segment   string           `json:"segment"`
	Role      string           `json:"role"`
	Words     []transcriptWord `json:"words"`
}

type transcriptWord struct {
	StartTime seconds `json:"startTime"`
	EndTime   seconds `json:"endTime"`
	Body      string  `json:"body"`
	Estimated bool    `json:"estimated"`
}

// WriteTranscriptJSON writes a transcript in the JSON form of Podcasting 2.0: a segment for each sentence with exact times, its
// words as written. Beyond that form a segment has the ID and the role of the plan's, and the times of its words, marked as estimated:
// by the share that a word has of the spoken form.
func WriteTranscriptJSON(w io.Writer, e *Episode) error {
	t := transcript{Version: "1.0.0", Title: e.Title, Language: e.Lang, Segments: []transcriptSegment{}}
	for i := range e.Cues {
		c := &e.Cues[i]
		s := newScale(c)
		body := s.heard(sentence.Span{Start: 0, End: len(c.Text)})
		if body == "" {
			continue
		}
		t.Segments = append(t.Segments, transcriptSegment{
			Speaker: c.Speaker, StartTime: seconds(c.Start), EndTime: seconds(c.End), Body: body,
			Segment: c.SegmentID, Role: string(c.Role), Words: s.words(),
		})
	}
	return writeJSON(w, t, "JSON transcript")
}

// words returns the words of the cue that are heard, and when.
func (s *scale) words() []transcriptWord {
	list := []transcriptWord{}
	for _, span := range words(s.cue.Text) {
		if body := s.heard(span); tts.Speakable(body) {
			list = append(list, transcriptWord{StartTime: seconds(s.start(span)), EndTime: seconds(s.end(span)), Body: body, Estimated: true})
		}
	}
	return list
}

func writeJSON(w io.Writer, value any, what string) error {
	b := bufio.NewWriter(w)
	encoder := json.NewEncoder(b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	if err := encoder.Encode(value); err != nil {
		return wrapTranscript(err, what)
	}
	return flush(b, what)
}

func flush(b *bufio.Writer, what string) error { return wrapTranscript(b.Flush(), what) }

func wrapTranscript(err error, what string) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("write the %s: %w", what, err)
}
