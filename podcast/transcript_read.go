package podcast

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"articast/segment"
	"articast/segment/sentence"
)

const (
	// maxTranscript is the size of the largest transcript that is read, in bytes.
	maxTranscript = 256 << 20
	// maxTranscriptTime is the latest time that a transcript may name.
	maxTranscriptTime = 1000 * time.Hour
)

var errNoTranscript = errors.New("it is none that --transcript json wrote")

// ReadTranscriptJSON reads what WriteTranscriptJSON has written: a Cue for each segment of the plan that is heard, with its ID, role,
// speaker and times. The Text of such a Cue is what Heard returns of the one that was written; words are not read.
func ReadTranscriptJSON(r io.Reader) ([]Cue, error) {
	cues, err := readTranscript(io.LimitReader(r, maxTranscript))
	if err != nil {
		return nil, fmt.Errorf("read the transcript: %w", err)
	}
	return cues, nil
}

func readTranscript(r io.Reader) ([]Cue, error) {
	var t struct {
		Version  json.RawMessage     `json:"version"` // a text; that of a plan is a number
		Segments []transcriptSegment `json:"segments"`
	}
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(data, &t); err != nil {
		return nil, fmt.Errorf("%w: %w", errNoTranscript, err)
	}
	if string(t.Version) != `"1.0.0"` || len(t.Segments) == 0 {
		return nil, errNoTranscript
	}
	cues := make([]Cue, 0, len(t.Segments))
	for i, s := range t.Segments {
		c := Cue{
			SegmentID: s.Segment, Role: segment.Role(s.Role), Speaker: s.Speaker, Text: s.Body,
			Start: time.Duration(s.StartTime), End: time.Duration(s.EndTime),
		}
		if c.SegmentID == "" {
			return nil, fmt.Errorf("sentence %d names no segment of a plan", i+1)
		}
		if c.Start < 0 || c.End < c.Start || c.End > maxTranscriptTime {
			return nil, fmt.Errorf("segment %s is heard from %v to %v", c.SegmentID, c.Start, c.End)
		}
		cues = append(cues, c)
	}
	return cues, nil
}

// UnmarshalJSON implements json.Unmarshaler.
func (s *seconds) UnmarshalJSON(data []byte) error {
	var f float64
	if err := json.Unmarshal(data, &f); err != nil {
		return err
	}
	if limit := maxTranscriptTime.Seconds() + 1; f < -limit || f > limit {
		return fmt.Errorf("a time of %g seconds", f)
	}
	*s = seconds(time.Duration(f * float64(time.Second)).Round(time.Millisecond))
	return nil
}

// Heard returns what is written of what is heard: the Text without what the plan has left out of it, white space as single spaces. It is
// empty where only added words are heard, like "end quote".
func (c *Cue) Heard() string {
	return newScale(c).heard(sentence.Span{Start: 0, End: len(c.Text)})
}
