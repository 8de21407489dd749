package podcast

import (
	"time"

	"articast/audio"
	"articast/segment"
)

// Episode tells what a Producer has made: the file, and what is heard in it when. Times are those that a player shows:
// 0 is the first sample behind the encoder's delay. They come from sample counts and are exact to the sample.
type Episode struct {
	Title     string           `json:"title"`
	Byline    string           `json:"byline,omitempty"`
	Published string           `json:"published,omitempty"` // RFC 3339, or its date part alone
	Lang      string           `json:"lang,omitempty"`      // BCP 47
	Site      string           `json:"site,omitempty"`
	Source    string           `json:"source,omitempty"`
	Image     string           `json:"image,omitempty"`
	Duration  time.Duration    `json:"duration_ns"`
	Bytes     int64            `json:"bytes"`            // of the file
	Rate      audio.SampleRate `json:"rate"`             // Hz
	Kbps      int              `json:"kbps"`             // of an MP3, else 0
	Cues      []Cue            `json:"cues"`             // one for each segment that is heard, in order
	Chapters  []Chapter        `json:"chapters"`         // the first begins at 0, each ends where the next begins, the last with the file
	Silent    []string         `json:"silent,omitempty"` // IDs of segments in which there is nothing to say
	Skipped   []Skipped        `json:"skipped,omitempty"`
	HeldBack  audio.LUFS       `json:"-"` // its loudness, about, where peaks that would be clipped keep it more than 1 LU below that asked for; else 0
}

// Cue says when a Segment is heard: from its first sample to its last, pauses not counted.
type Cue struct {
	SegmentID string            `json:"segment"`
	Role      segment.Role      `json:"role"`
	Paragraph bool              `json:"paragraph,omitempty"` // begins a paragraph of the article, a heading, a caption
	Speaker   string            `json:"speaker,omitempty"`   // who says it in the article; empty is the narrator
	Engine    string            `json:"engine,omitempty"`    // that spoke it, where another than the first had to
	Voice     string            `json:"voice,omitempty"`     // of the engine; empty is its default
	Lang      string            `json:"lang,omitempty"`      // BCP 47
	Text      string            `json:"text"`                // as written
	Spoken    string            `json:"spoken"`              // as said
	Align     segment.Alignment `json:"align,omitempty"`     // Text to Spoken, as in the Segment
	Start     time.Duration     `json:"start_ns"`
	End       time.Duration     `json:"end_ns"`
	Parts     []Part            `json:"parts,omitempty"` // where the segment was too long for one utterance
}

// Part is one of several utterances that a Segment was cut into. SpokenStart and SpokenEnd are byte offsets into the
// Cue's Spoken, half open.
type Part struct {
	SpokenStart int           `json:"spoken_start"`
	SpokenEnd   int           `json:"spoken_end"`
	Start       time.Duration `json:"start_ns"`
	End         time.Duration `json:"end_ns"`
}

// Chapter is a titled stretch of an Episode.
type Chapter struct {
	Title     string        `json:"title"`
	SegmentID string        `json:"segment"` // with which it begins
	Start     time.Duration `json:"start_ns"`
	End       time.Duration `json:"end_ns"`
}

// newEpisode takes over what the plan says about the article.
func newEpisode(plan *segment.Plan) *Episode {
	return &Episode{
		Title: plan.Title, Byline: plan.Byline, Published: plan.Published, Lang: plan.Lang,
		Site: plan.Site, Source: plan.Source, Image: plan.Image,
	}
}
