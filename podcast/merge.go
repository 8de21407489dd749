package podcast

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strings"

	"articast/segment"
)

// The pauses of a merged Plan, in milliseconds.
const (
	afterIntroMS  = 900
	betweenMS     = 2000 // articles, at the least, with the pause that the one before ends in
	afterSourceMS = 500
)

// Lead is what is said before a Plan in a merged one.
type Lead struct {
	Headline string // of its chapter
	Text     string // to be said, as written and as said; empty says nothing
	Spoken   string
	Align    segment.Alignment // Text to Spoken, as in a Segment; may be empty
}

// Merge makes one Plan of several, to be heard as one episode: intro, which may say nothing, then each plan with its lead before it. A
// plan's headline opens a chapter, inside which its own chapters follow; those that begin with it are left out. The plans stay
// as they are. leads has one for each plan.
func Merge(title string, intro Lead, plans []*segment.Plan, leads []Lead) *segment.Plan {
	m := &segment.Plan{Version: segment.PlanVersion, Title: title, Dropped: []segment.Drop{}, Quotes: []segment.Quote{}}
	if intro.Text != "" {
		m.Segments = append(m.Segments, leadSegment("intro", intro, afterIntroMS))
	}
	hash := sha256.New()
	base := 0
	for i, p := range plans {
		if i == 0 {
			m.Lang = p.Lang
		}
		fmt.Fprintln(hash, p.Document)
		base = appendPlan(m, p, leads[i], i, base)
	}
	m.Document = "sha256:" + hex.EncodeToString(hash.Sum(nil))
	return m
}

// appendPlan puts a plan behind what m has, its text behind the text that ends at base, and returns where it ends.
func appendPlan(m, p *segment.Plan, lead Lead, n, base int) int {
	end := base
	first := len(m.Segments)
	if lead.Text != "" {
		s := leadSegment(fmt.Sprintf("a%03d", n+1), lead, afterSourceMS)
		if p.Lang != m.Lang {
			s.Lang = p.Lang
		}
		m.Segments = append(m.Segments, s)
	}
	for i, s := range p.Segments {
		s.ID, s.Digest = fmt.Sprintf("a%03d-%s", n+1, s.ID), ""
		if s.End > s.Start {
			s.Start, s.End = s.Start+base, s.End+base
			end = max(end, s.End)
		}
		if p.Lang != m.Lang && s.Lang == "" {
			s.Lang = p.Lang
		}
		if i == 0 {
			s.Chapter = ""
		}
		m.Segments = append(m.Segments, s)
	}
	if len(m.Segments) > first {
		m.Segments[first].Chapter = lead.Headline
		if first > 0 {
			m.Segments[first].PauseBeforeMS += max(0, betweenMS-m.Segments[first-1].PauseAfterMS)
		}
	}
	for _, d := range p.Dropped {
		d.Start, d.End = d.Start+base, d.End+base
		end = max(end, d.End)
		m.Dropped = append(m.Dropped, d)
	}
	for _, q := range p.Quotes {
		q.Start, q.End = q.Start+base, q.End+base
		if q.Mention != "" {
			q.MentionStart, q.MentionEnd = q.MentionStart+base, q.MentionEnd+base
		}
		end = max(end, q.End)
		m.Quotes = append(m.Quotes, q)
	}
	return end + 2 // a blank line
}

func leadSegment(id string, l Lead, pause int) segment.Segment {
	return segment.Segment{ID: id, Role: segment.RoleHeading, Paragraph: true, Text: l.Text, Spoken: l.Spoken, Align: l.Align, Chapter: l.Headline, PauseAfterMS: pause}
}

// DigestNotes returns show notes that list the articles of a merged Plan with their links, as HTML of at most 4,000 bytes; what does
// not fit is counted.
func DigestNotes(plans []*segment.Plan) string {
	var b strings.Builder
	io.WriteString(&b, "<ul>\n")
	for i, p := range plans {
		line := itemNote(p)
		if b.Len()+len(line) > maxNotes {
			fmt.Fprintf(&b, "<li>and %d more</li>\n", len(plans)-i)
			break
		}
		b.WriteString(line)
	}
	b.WriteString("</ul>")
	return b.String()
}
