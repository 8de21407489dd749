package podcast_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"regexp"
	"strings"
	"testing"
	"time"

	"articast/podcast"
	"articast/segment"
	"articast/segment/spoken"
	"articast/tts/tone"
)

// spokenEpisode is an episode with everything that a transcript has to deal with.
func spokenEpisode() *podcast.Episode {
	s := func(f float64) time.Duration { return time.Duration(f * float64(time.Second)) }
	return &podcast.Episode{
		Title: "Ships & <Ports>", Byline: "Ada Keeper", Site: "The Canal", Lang: "en", Source: "https://example.org/ships", Image: "https://example.org/ships.jpg",
		Duration: s(30),
		Chapters: []podcast.Chapter{
			{Title: "Ships & <Ports>", SegmentID: "s0001", Start: 0, End: s(20)},
			{Title: "Later", SegmentID: "s0006", Start: s(20), End: s(30)},
		},
		Cues: []podcast.Cue{
			{SegmentID: "s0001", Role: segment.RoleTitle, Paragraph: true, Text: "Ships & <Ports>", Spoken: "Ships and ports.", Start: 0, End: s(1.5)},
			{
				SegmentID: "s0002", Role: segment.RoleCaption, Paragraph: true, Text: "A lock (Photo: A. Keeper)", Spoken: "Photo: A lock", Lang: "en",
				Align: spoken.Align([4]int{0, 0, 0, 7}, [4]int{0, 6, 7, 13}, [4]int{6, 25, 13, 13}), Start: s(2.5), End: s(3.5004),
			},
			{SegmentID: "s0003", Role: segment.RoleQuote, Paragraph: true, Speaker: "Ada <Keeper>", Text: "“The water\nrose,”", Spoken: "“The water rose,”", Start: s(4), End: s(5)},
			{SegmentID: "s0004", Role: segment.RoleBody, Text: "she said.", Spoken: "she said.", Start: s(5.2), End: s(6)},
			{SegmentID: "s0005", Role: segment.RoleBody, Text: "", Spoken: "End quote.", Start: s(6.1), End: s(7)},
			{
				SegmentID: "s0006", Role: segment.RoleBody, Paragraph: true, Lang: "en", Start: s(20), End: s(29),
				Text:   "In the first year of the canal the water rose again and again; the keepers, who had seen much, wrote down $3M.",
				Spoken: "In the first year of the canal the water rose again and again; the keepers, who had seen much, wrote down three million dollars.",
				Align:  spoken.Align([4]int{0, 106, 0, 106}, [4]int{106, 109, 106, 127}, [4]int{109, 110, 127, 128}),
			},
		},
	}
}

func written(t *testing.T, write func(io.Writer, *podcast.Episode) error, e *podcast.Episode) string {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b, e); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWriteVTT(t *testing.T) {
	const want = `WEBVTT

NOTE
Ships & <Ports>
Ada Keeper
https://example.org/ships

s0001
00:00:00.000 --> 00:00:01.500
Ships &amp; &lt;Ports&gt;

s0002
00:00:02.500 --> 00:00:03.500
A lock

s0003
00:00:04.000 --> 00:00:05.000
<v Ada &lt;Keeper&gt;>“The water rose,”

s0004
00:00:05.200 --> 00:00:06.000
she said.

s0006
00:00:20.000 --> 00:00:24.142
In the first year of the canal the water rose again and again;

s0006.2
00:00:24.167 --> 00:00:29.000
the keepers, who had seen much, wrote down $3M.
`
	if got := written(t, podcast.WriteVTT, spokenEpisode()); got != want {
		t.Errorf("got:\n%s", got)
	}
}

func TestWriteSRT(t *testing.T) {
	const want = "1\n00:00:00,000 --> 00:00:01,500\nShips & <Ports>\n\n2\n00:00:02,500 --> 00:00:03,500\nA lock\n\n3\n"
	got := written(t, podcast.WriteSRT, spokenEpisode())
	if !strings.HasPrefix(got, want) || strings.Count(got, " --> ") != 6 {
		t.Errorf("got:\n%s", got)
	}
}

func TestWriteText(t *testing.T) {
	const want = `Ships & <Ports>

A lock

“The water rose,” she said.

In the first year of the canal the water rose again and again; the keepers, who had seen much, wrote down $3M.
`
	if got := written(t, podcast.WriteText, spokenEpisode()); got != want {
		t.Errorf("got:\n%s", got)
	}
	chinese := &podcast.Episode{Cues: []podcast.Cue{{Text: "水位上升。", Spoken: "水位上升。"}, {Text: "他们写了下来。", Spoken: "他们写了下来。"}}}
	if got, want := written(t, podcast.WriteText, chinese), "水位上升。他们写了下来。\n"; got != want {
		t.Errorf("got %q", got)
	}
	if got := written(t, podcast.WriteText, &podcast.Episode{}); got != "" {
		t.Errorf("an empty episode gives %q", got)
	}
}

type readTranscript struct {
	Version  string
	Segments []struct {
		Speaker            string
		StartTime, EndTime float64
		Body, Segment      string
		Words              []struct {
			StartTime, EndTime float64
			Body               string
			Estimated          bool
		}
	}
}

func TestWriteTranscriptJSON(t *testing.T) {
	var got readTranscript
	if err := json.Unmarshal([]byte(written(t, podcast.WriteTranscriptJSON, spokenEpisode())), &got); err != nil {
		t.Fatal(err)
	}
	if got.Version != "1.0.0" || len(got.Segments) != 5 {
		t.Fatalf("got %+v", got)
	}
	if s := got.Segments[2]; s.Speaker != "Ada <Keeper>" || s.Body != "“The water rose,”" || s.StartTime != 4 || s.EndTime != 5 || s.Segment != "s0003" {
		t.Errorf("got %+v", s)
	}
	if s := got.Segments[1]; len(s.Words) != 2 || s.Words[0].StartTime <= 2.5 || s.Words[1].EndTime != 3.5 {
		t.Errorf("the words of a caption with a lead-in and a credit left out: %+v", s.Words)
	}
	for _, s := range got.Segments {
		var words []string
		at := s.StartTime
		for _, w := range s.Words {
			if !w.Estimated || w.StartTime < at || w.EndTime <= w.StartTime || w.EndTime > s.EndTime {
				t.Errorf("%s: %+v behind %v", s.Segment, w, at)
			}
			at = w.EndTime
			words = append(words, w.Body)
		}
		if got := strings.Join(words, " "); got != strings.ReplaceAll(s.Body, "& ", "") {
			t.Errorf("the words of %q are %q", s.Body, got)
		}
	}
	last := got.Segments[4].Words
	if w := last[len(last)-1]; w.Body != "$3M." || w.EndTime-w.StartTime < 1 {
		t.Errorf("three million dollars take as long as %+v", w)
	}
}

func TestWriteChaptersJSON(t *testing.T) {
	const want = `{
 "version": "1.2.0",
 "title": "Ships & <Ports>",
 "author": "Ada Keeper",
 "podcastName": "The Canal",
 "chapters": [
  {
   "startTime": 0,
   "endTime": 20,
   "title": "Ships & <Ports>",
   "url": "https://example.org/ships",
   "img": "https://example.org/ships.jpg"
  },
  {
   "startTime": 2.5,
   "endTime": 3.5,
   "title": "A lock",
   "toc": false
  },
  {
   "startTime": 20,
   "endTime": 30,
   "title": "Later",
   "url": "https://example.org/ships",
   "img": "https://example.org/ships.jpg"
  }
 ]
}
`
	if got := written(t, podcast.WriteChaptersJSON, spokenEpisode()); got != want {
		t.Errorf("got:\n%s", got)
	}
}

// TestWordsKeepToTheirUtterance checks the words of a segment that was cut into two utterances with a pause between.
func TestWordsKeepToTheirUtterance(t *testing.T) {
	const text = "The water rose, the keepers slept."
	e := &podcast.Episode{Cues: []podcast.Cue{{
		Text: text, Spoken: text, Start: 0, End: 10 * time.Second,
		Align: spoken.Align([4]int{0, 3, 0, 3}), // of another text: has no effect
		Parts: []podcast.Part{{SpokenStart: 0, SpokenEnd: 15, Start: 0, End: time.Second}, {SpokenStart: 16, SpokenEnd: len(text), Start: 9 * time.Second, End: 10 * time.Second}},
	}}}
	var got readTranscript
	if err := json.Unmarshal([]byte(written(t, podcast.WriteTranscriptJSON, e)), &got); err != nil {
		t.Fatal(err)
	}
	w := got.Segments[0].Words
	if len(w) != 6 || w[2].EndTime != 1 || w[3].StartTime != 9 || w[5].EndTime != 10 {
		t.Errorf("got %+v", w)
	}
}

// TestTranscriptOfProducedEpisode checks that the times of whole sentences are those of the cues, to the millisecond.
func TestTranscriptOfProducedEpisode(t *testing.T) {
	e, _ := produce(t, &podcast.Producer{Backend: tone.Backend{}}, &segment.Plan{Title: "Canal", Segments: body(20)})
	cues, err := readVTT(written(t, podcast.WriteVTT, e))
	if err != nil {
		t.Fatal(err)
	}
	at := map[string]vttCue{}
	for _, c := range cues {
		at[c.id] = c
	}
	for _, cue := range e.Cues {
		if first := at[cue.SegmentID]; first.start != cue.Start.Round(time.Millisecond) {
			t.Errorf("%s begins at %v, not at %v", cue.SegmentID, first.start, cue.Start)
		}
	}
}

// TestTranscriptErrors checks that what the writer says is passed on.
func TestTranscriptErrors(t *testing.T) {
	full := errors.New("disk full")
	for name, write := range map[string]func(io.Writer, *podcast.Episode) error{
		"vtt": podcast.WriteVTT, "srt": podcast.WriteSRT, "text": podcast.WriteText, "json": podcast.WriteTranscriptJSON, "chapters": podcast.WriteChaptersJSON,
	} {
		if err := write(failingWriter{full}, spokenEpisode()); !errors.Is(err, full) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

type failingWriter struct{ err error }

func (w failingWriter) Write([]byte) (int, error) { return 0, w.err }

// TestTranscriptsReadByFFmpeg has an independent reader count the cues.
func TestTranscriptsReadByFFmpeg(t *testing.T) {
	if _, err := exec.LookPath("ffmpeg"); err != nil {
		t.Skip("no ffmpeg on this machine")
	}
	for format, write := range map[string]func(io.Writer, *podcast.Episode) error{"webvtt": podcast.WriteVTT, "srt": podcast.WriteSRT} {
		cmd := exec.Command("ffmpeg", "-v", "error", "-f", format, "-i", "-", "-f", "srt", "-")
		cmd.Stdin = strings.NewReader(written(t, write, spokenEpisode()))
		out, err := cmd.Output()
		if err != nil || strings.Count(string(out), " --> ") != 6 || !strings.Contains(string(out), "wrote down $3M.") {
			t.Errorf("%s: %v:\n%s", format, err, out)
		}
	}
}

type vttCue struct {
	id, speaker, text string
	start, end        time.Duration
}

var (
	vttTiming = regexp.MustCompile(`^(\d{2,}):([0-5]\d):([0-5]\d)\.(\d{3}) --> (\d{2,}):([0-5]\d):([0-5]\d)\.(\d{3})$`)
	vttVoice  = regexp.MustCompile(`^<v ((?:[^&<>]|&amp;|&lt;|&gt;)+)>`)
	vttText   = regexp.MustCompile(`^(?:[^&<>\x00-\x1f]|&amp;|&lt;|&gt;)+$`)
)

// readVTT reads the part of WebVTT that WriteVTT writes, and refuses everything that the specification does not allow there.
func readVTT(file string) ([]vttCue, error) {
	if strings.ContainsAny(file, "\r\x00") || !strings.HasSuffix(file, "\n") {
		return nil, errors.New("line ends")
	}
	blocks := strings.Split(strings.TrimSuffix(file, "\n"), "\n\n")
	if blocks[0] != "WEBVTT" {
		return nil, fmt.Errorf("begins with %q", blocks[0])
	}
	var cues []vttCue
	for i, block := range blocks[1:] {
		lines := strings.Split(block, "\n")
		if lines[0] == "NOTE" && i == 0 {
			if strings.Contains(block, "-->") {
				return nil, errors.New("an arrow in a comment")
			}
			continue
		}
		var c vttCue
		if !strings.Contains(lines[0], "-->") {
			c.id, lines = lines[0], lines[1:]
		}
		if len(lines) != 2 || strings.HasPrefix(c.id, "NOTE") || strings.HasPrefix(c.id, "STYLE") || strings.HasPrefix(c.id, "REGION") {
			return nil, fmt.Errorf("the block %q", block)
		}
		m := vttTiming.FindStringSubmatch(lines[0])
		if m == nil {
			return nil, fmt.Errorf("the times %q", lines[0])
		}
		c.start, c.end = vttTime(m[1:5]), vttTime(m[5:9])
		if c.end <= c.start || len(cues) > 0 && c.start < cues[len(cues)-1].start {
			return nil, fmt.Errorf("%q does not go on", lines[0])
		}
		if v := vttVoice.FindStringSubmatch(lines[1]); v != nil {
			c.speaker, lines[1] = vttUnescape.Replace(v[1]), lines[1][len(v[0]):]
		}
		if !vttText.MatchString(lines[1]) {
			return nil, fmt.Errorf("the text %q", lines[1])
		}
		c.text = vttUnescape.Replace(lines[1])
		cues = append(cues, c)
	}
	return cues, nil
}

var vttUnescape = strings.NewReplacer("&amp;", "&", "&lt;", "<", "&gt;", ">")

func vttTime(m []string) time.Duration {
	d, err := time.ParseDuration(fmt.Sprintf("%sh%sm%ss%sms", m[0], m[1], m[2], m[3]))
	if err != nil {
		panic(err)
	}
	return d
}

// FuzzVTT checks that every cue gives a file that a strict reader takes, with all of its words.
func FuzzVTT(f *testing.F) {
	for _, c := range spokenEpisode().Cues {
		f.Add(c.SegmentID, c.Speaker, c.Text, c.Spoken, int64(c.Start), int64(c.End), c.Lang)
	}
	f.Add("NOTE", "a\n\nb", "-->\n\n00:00 --> 00:01\x00&lt;", "", int64(-5), int64(1<<62), "zh")
	f.Fuzz(func(t *testing.T, id, speaker, text, spoken string, start, end int64, lang string) {
		start, end = max(0, start), max(0, end)
		cue := podcast.Cue{SegmentID: id, Speaker: speaker, Text: text, Spoken: spoken, Lang: lang, Start: time.Duration(min(start, end)), End: time.Duration(max(start, end))}
		e := &podcast.Episode{Title: text, Byline: speaker, Source: id, Cues: []podcast.Cue{cue, cue}}
		var file bytes.Buffer
		if err := podcast.WriteVTT(&file, e); err != nil {
			t.Fatal(err)
		}
		cues, err := readVTT(file.String())
		if err != nil {
			t.Fatalf("%v in:\n%s", err, file.String())
		}
		var got strings.Builder
		for _, c := range cues {
			got.WriteString(c.text)
		}
		if want := strings.Repeat(squeeze(text), 2); spoken != "" && squeeze(got.String()) != want {
			t.Errorf("got %q, want %q", squeeze(got.String()), want)
		}
	})
}

// squeeze leaves the white space and the control characters out.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.TrimSpace(string(r)) == "" || r < 0x20 || r >= 0x7f && r < 0xa0 {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
}
