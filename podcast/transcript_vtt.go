package podcast

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"time"
)

var errNoVTT = errors.New("it is none that --transcript vtt wrote")

// ReadVTT reads what WriteVTT has written: a Cue for each segment of the plan that is heard and whose ID stands there, with its speaker
// and times. Its Text is what Heard returns of the one that was written, but for white space between clauses.
func ReadVTT(r io.Reader) ([]Cue, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxTranscript))
	if err != nil {
		return nil, fmt.Errorf("read the transcript: %w", err)
	}
	cues, err := parseVTT(string(data))
	if err != nil {
		return nil, fmt.Errorf("read the transcript: %w", err)
	}
	return cues, nil
}

// vttTimes matches the times of a cue as stamp writes them.
var vttTimes = regexp.MustCompile(`^(\d{2,4}):([0-5]\d):([0-5]\d)\.(\d{3}) --> (\d{2,4}):([0-5]\d):([0-5]\d)\.(\d{3})$`)

// vttVoice matches a voice span, which holds all of a cue.
var vttVoice = regexp.MustCompile(`^<v ([^<>]*)>`)

var vttUnescaper = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&amp;", "&")

func parseVTT(text string) ([]Cue, error) {
	blocks := strings.Split(strings.TrimRight(text, "\n"), "\n\n")
	if blocks[0] != "WEBVTT" {
		return nil, errNoVTT
	}
	var cues []Cue
	clauses := 0 // of the last cue
	for _, block := range blocks[1:] {
		lines := strings.Split(block, "\n")
		if len(lines) != 3 {
			continue // a comment, or a cue without ID
		}
		times := vttTimes.FindStringSubmatch(lines[1])
		if times == nil {
			continue
		}
		c := Cue{SegmentID: lines[0], Text: lines[2], Start: vttTime(times[1:5]), End: vttTime(times[5:])}
		if c.End < c.Start || c.End > maxTranscriptTime {
			return nil, fmt.Errorf("segment %s is heard from %v to %v", c.SegmentID, c.Start, c.End)
		}
		if voice := vttVoice.FindStringSubmatch(c.Text); voice != nil {
			c.Speaker, c.Text = vttUnescaper.Replace(voice[1]), c.Text[len(voice[0]):]
		}
		c.Text = vttUnescaper.Replace(c.Text)
		if n := len(cues); n > 0 && c.SegmentID == fmt.Sprintf("%s.%d", cues[n-1].SegmentID, clauses+1) {
			cues[n-1].Text, cues[n-1].End = cues[n-1].Text+" "+c.Text, max(cues[n-1].End, c.End)
			clauses++
			continue
		}
		cues, clauses = append(cues, c), 1
	}
	if len(cues) == 0 {
		return nil, errNoVTT
	}
	return cues, nil
}

// vttTime reads hours, minutes, seconds and milliseconds, which are digits.
func vttTime(parts []string) time.Duration {
	var d time.Duration
	for i, unit := range []time.Duration{time.Hour, time.Minute, time.Second, time.Millisecond} {
		n, _ := strconv.Atoi(parts[i])
		d += time.Duration(n) * unit
	}
	return d
}
