package segment

import (
	"cmp"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// planRoles are the roles that a plan may have.
var planRoles = []Role{
	RoleTitle, RoleSubtitle, RoleByline, RoleDate, RoleDateline, RoleCaption, RoleCredit, RoleHeading, RoleBody, RoleQuote,
	RoleBlockquote, RoleList, RolePullquote, RoleCode, RoleTable, RoleNote, RoleEmbed,
}

// langTag is the form of the tag of a language (RFC 5646), as far as a tag that no list holds may still have it.
var langTag = regexp.MustCompile(`^(?i)([a-z]{2,3}|[ix])([-_][a-z0-9]{1,8})*$`)

// checkLang refuses what cannot be the tag of a language.
func checkLang(tag string) error {
	if tag == "" || langTag.MatchString(tag) {
		return nil
	}
	return fmt.Errorf(`"lang" is %q, not the tag of a language (BCP 47) such as en or pt-BR`, tag)
}

// checkPublished refuses what is no date.
func checkPublished(date string) error {
	for _, form := range []string{time.RFC3339, time.DateOnly} {
		if _, err := time.Parse(form, date); err == nil || date == "" {
			return nil
		}
	}
	return fmt.Errorf(`"published" is %q, not a date such as 2026-11-28 or 2026-11-28T09:30:00Z`, date)
}

// validate checks what a person may have broken.
func (p *Plan) validate() error {
	switch {
	case p.Version == 0:
		return errors.New("it has no version: is it a plan?")
	case p.Version != PlanVersion:
		return fmt.Errorf("it has version %d, this program reads version %d", p.Version, PlanVersion)
	case len(p.Segments) == 0:
		return errors.New("it has no segments")
	}
	if err := cmp.Or(checkLang(p.Lang), checkPublished(p.Published)); err != nil {
		return err
	}
	seen := map[string]bool{}
	for i, s := range p.Segments {
		name := s.name(i)
		if err := s.validate(); err != nil {
			return fmt.Errorf("segment %s: %w", name, err)
		}
		if s.ID != "" && seen[s.ID] {
			return fmt.Errorf("segment %s: another one has the same id", name)
		}
		seen[s.ID] = true
	}
	return p.validateSpans()
}

// validate checks one segment.
func (s *Segment) validate() error {
	longest := int(MaxPause / time.Millisecond)
	switch {
	case !slices.Contains(planRoles, s.Role):
		return fmt.Errorf("unknown role %q", s.Role)
	case strings.TrimSpace(s.Spoken) == "":
		return errors.New("its spoken form is empty: to leave it out, delete the segment")
	case utf8.RuneCountInString(s.Spoken) > maxSpoken:
		return fmt.Errorf("its spoken form is longer than %d characters", maxSpoken)
	case s.PauseBeforeMS < 0 || s.PauseAfterMS < 0 || s.PauseBeforeMS > longest || s.PauseAfterMS > longest:
		return fmt.Errorf("its pauses are not between 0 and %d milliseconds", longest)
	}
	return checkLang(s.Lang)
}

// validateSpans checks the offsets of a plan that a person may have edited. Segments may stand in any order, but no two may
// claim the same words. The alignment of a segment whose words were edited says nothing any more, and is left out.
func (p *Plan) validateSpans() error {
	sorted := make([]int, len(p.Segments))
	for i := range p.Segments {
		s := &p.Segments[i]
		if sorted[i] = i; s.Start < 0 || s.End < s.Start {
			return fmt.Errorf("segment %s: %w", s.name(i), badSpan(s.Start, s.End))
		}
		whole := Drop{Start: s.Start, End: s.Start + len(s.Text)} // any word may be one that is dropped
		if s.Align == "" || s.checkAlign([]Drop{whole}) == nil {
			continue
		}
		if s.Digest == s.digest() {
			return fmt.Errorf("segment %s: its align leaves its text or its spoken form", s.name(i))
		}
		s.Align = ""
	}
	slices.SortStableFunc(sorted, func(a, b int) int { return cmp.Compare(p.Segments[a].Start, p.Segments[b].Start) })
	end, last := 0, ""
	for _, i := range sorted {
		s := &p.Segments[i]
		if s.Start < end && s.Start < s.End {
			return fmt.Errorf("segment %s: its span %d to %d overlaps that of segment %s: a segment of your own has the span 0 to 0", s.name(i), s.Start, s.End, last)
		}
		if s.Start < s.End {
			end, last = s.End, s.name(i)
		}
	}
	return p.validateLists()
}

// name returns the id of a segment, or its place, counted from 1, where it has none.
func (s *Segment) name(i int) string {
	if s.ID == "" {
		return fmt.Sprintf("number %d", i+1)
	}
	return s.ID
}

// badSpan says what is wrong with a span that cannot be.
func badSpan(start, end int) error {
	if start < 0 {
		return fmt.Errorf("its span begins at %d, before the text", start)
	}
	return fmt.Errorf("its span ends at %d, before it begins at %d", end, start)
}

// validateLists checks the spans of what was left out and of the quotations: they ascend.
func (p *Plan) validateLists() error {
	at := 0
	for i, d := range p.Dropped {
		if d.Start < 0 || d.End < d.Start {
			return fmt.Errorf("dropped number %d: %w", i+1, badSpan(d.Start, d.End))
		}
		if d.Start < at {
			return fmt.Errorf("dropped number %d: its span begins at %d, before that of the one above it", i+1, d.Start)
		}
		at = d.Start
	}
	at = 0
	for i, q := range p.Quotes {
		if q.Start < 0 || q.End < q.Start {
			return fmt.Errorf("quote number %d: %w", i+1, badSpan(q.Start, q.End))
		}
		if q.MentionStart < 0 || q.MentionEnd < q.MentionStart {
			return fmt.Errorf("quote number %d: its mention: %w", i+1, badSpan(q.MentionStart, q.MentionEnd))
		}
		if q.Start < at {
			return fmt.Errorf("quote number %d: its span begins at %d, before that of the one above it", i+1, q.Start)
		}
		at = q.Start
	}
	return nil
}
