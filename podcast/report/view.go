package report

import (
	"cmp"
	"fmt"
	"html/template"
	"slices"
	"strconv"
	"strings"
	"time"

	"articast/podcast"
	"articast/segment"
)

// view is what the page shows.
type view struct {
	*segment.Plan
	Audio    string
	Script   template.JS
	Origin   string // address of the article; empty where that is no page of the web
	Length   string
	Chapters []*chapter
	Roles    []count
	Speakers []count
	Rules    []count
}

// chapter is a titled row of segments. What comes before the first one has no title.
type chapter struct {
	Title string
	Items []*item
}

// item is a segment, or something between segments that is left out.
type item struct {
	segment.Segment
	Voice   string
	Tongue  string // language of the text
	Same    bool   // is said as it is written
	Written []piece
	Said    []piece

	Start, End string // seconds, where it can be heard
	At         string // the same as Start, for people

	Drop *segment.Drop // what is left out; nil is a segment
	Doc  string        // what the rule that did it is for
	Lead string        // the beginning of a long text
}

// count is a line of a table.
type count struct {
	Name string
	Note string
	N    int
}

// Style returns the style sheet.
func (v *view) Style() template.CSS { return template.CSS(style) }

// Policy returns the content security policy.
func (v *view) Policy() string {
	policy := "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; style-src " + styleHash
	if v.Audio != "" {
		policy += "; media-src 'self' file:; script-src " + scriptHash
	}
	return policy
}

// Day returns the day of publication as it stands in Published, without the time.
func (v *view) Day() string {
	const day = len("2006-01-02")
	return v.Published[:min(day, len(v.Published))]
}

func newView(p *segment.Plan, o Options) *view {
	v := &view{Plan: p, Audio: o.Audio}
	if strings.HasPrefix(p.Source, "https://") || strings.HasPrefix(p.Source, "http://") {
		v.Origin = p.Source
	}
	inside, behind := place(p)
	heard := make(map[string]podcast.Cue)
	if o.Audio != "" {
		for _, c := range o.Cues {
			heard[c.SegmentID] = c
		}
	}
	v.Chapters = []*chapter{{}}
	v.add(behind[before])
	for i, s := range p.Segments {
		if s.Chapter != "" {
			v.Chapters = append(v.Chapters, &chapter{Title: s.Chapter})
		}
		one := &item{Segment: s, Tongue: cmp.Or(s.Lang, p.Lang)}
		if o.Voice != nil {
			one.Voice = o.Voice(s)
		}
		one.Written, one.Said, one.Same = compare(s, inside[i])
		if c, ok := heard[s.ID]; ok && Fits(s, c) {
			one.Start, one.End, one.At = seconds(c.Start), seconds(c.End), clock(c.Start)
		}
		v.last().Items = append(v.last().Items, one)
		v.add(behind[i])
	}
	if len(v.Chapters[0].Items) == 0 {
		v.Chapters = v.Chapters[1:]
	}
	v.count()
	v.Length = fmt.Sprintf("%s, %d left out, about %d min", counted(len(p.Segments), "segment"), len(p.Dropped),
		max(1, int(new(podcast.Producer).Estimate(p).Round(time.Minute)/time.Minute)))
	return v
}

func (v *view) last() *chapter { return v.Chapters[len(v.Chapters)-1] }

// maxLead is how much of a text that is left out is shown at once, in code points.
const maxLead = 160

func (v *view) add(drops []*segment.Drop) {
	for _, d := range drops {
		one := &item{Tongue: v.Lang, Drop: d, Doc: docs[d.Rule]}
		if runes := []rune(d.Text); len(runes) > maxLead {
			one.Lead = string(runes[:maxLead])
		}
		v.last().Items = append(v.last().Items, one)
	}
}

// docs are what the rules are for.
var docs = func() map[string]string {
	m := make(map[string]string)
	for _, r := range segment.Rules() {
		m[r.ID] = r.Doc
	}
	return m
}()

// before stands for the place before the first segment.
const before = -1

// place says where in the plan the drops are shown: inside the i-th segment, or behind the one that they follow in the article. What a
// person has moved or changed is between segments.
func place(p *segment.Plan) (inside, behind map[int][]*segment.Drop) {
	inside, behind = make(map[int][]*segment.Drop), make(map[int][]*segment.Drop)
	order := make([]int, len(p.Segments)) // as they stand in the article
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(p.Segments[a].Start, p.Segments[b].Start) })
	drops := make([]*segment.Drop, len(p.Dropped))
	for i := range p.Dropped {
		drops[i] = &p.Dropped[i]
	}
	slices.SortStableFunc(drops, func(a, b *segment.Drop) int { return cmp.Compare(a.Start, b.Start) })
	next, end := 0, 0 // the first segment behind the drop, and the end of the last drop inside one
	for _, d := range drops {
		for next < len(order) && p.Segments[order[next]].Start <= d.Start {
			next++
		}
		at := before
		if next > 0 {
			at = order[next-1]
		}
		if at != before && lies(d, p.Segments[at]) && d.Start >= end {
			inside[at] = append(inside[at], d)
			end = d.End
		} else {
			behind[at] = append(behind[at], d)
		}
	}
	return inside, behind
}

// lies reports whether the text of a drop stands in that of a segment, at its place.
func lies(d *segment.Drop, s segment.Segment) bool {
	from, to := d.Start-s.Start, d.End-s.Start
	return from >= 0 && from < to && to <= len(s.Text) && s.Text[from:to] == d.Text
}

// count fills in the tables.
func (v *view) count() {
	var roles, speakers, rules tally
	for _, c := range v.Chapters {
		for _, one := range c.Items {
			if one.Drop != nil {
				continue
			}
			roles.add(string(one.Role), "")
			name := one.Speaker
			if name == "" && (one.Role == segment.RoleQuote || one.Role == segment.RoleBlockquote) {
				name = "somebody not named"
			}
			speakers.add(cmp.Or(name, "the narrator"), one.Voice)
		}
	}
	for _, d := range v.Dropped {
		rules.add(d.Rule, docs[d.Rule])
	}
	v.Roles, v.Speakers, v.Rules = roles.list, speakers.list, rules.list
	slices.SortFunc(v.Rules, func(a, b count) int { return strings.Compare(a.Name, b.Name) })
}

// tally counts what has the same name and note, in the order of the first of each.
type tally struct {
	list []count
	at   map[[2]string]int
}

func (t *tally) add(name, note string) {
	key := [2]string{name, note}
	i, ok := t.at[key]
	if !ok {
		if t.at == nil {
			t.at = make(map[[2]string]int)
		}
		i = len(t.list)
		t.at[key] = i
		t.list = append(t.list, count{Name: name, Note: note})
	}
	t.list[i].N++
}

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return strconv.Itoa(n) + " " + what + "s"
}

func seconds(d time.Duration) string { return strconv.FormatFloat(d.Seconds(), 'f', 3, 64) }

// clock shows a time as a listener reads it: 3:07, 1:02:40.
func clock(d time.Duration) string {
	s := int(d / time.Second)
	if s >= 3600 {
		return fmt.Sprintf("%d:%02d:%02d", s/3600, s/60%60, s%60)
	}
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}
