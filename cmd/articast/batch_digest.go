package main

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"regexp"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"articast/podcast"
	"articast/segment"
	"articast/segment/spoken"
)

// makeDigest makes one episode of all articles. The same articles make the same digest, whatever the day.
func (b *batch) makeDigest(ctx context.Context) error {
	b.state.know(b.about()) // its name is in the title
	j, err := b.digestJob()
	if err != nil {
		return err
	}
	if err := b.checkEpisode(j.record, j.old); err != nil {
		return err
	}
	if err := b.charge(ctx, j.plan); err != nil {
		return err
	}
	b.results = append(b.results, j.result)
	line := b.progress.begin(j.record.Title)
	err = b.make(ctx, j, line)
	b.progress.done(line)
	if err != nil && ctx.Err() == nil {
		if isEngineError(err) {
			b.engineErr = err
		}
		j.result.fail(err)
		return nil
	}
	return err
}

// digestJob merges the plans of the articles.
func (b *batch) digestJob() (*job, error) {
	var guids, langs, voices []string
	var plans []*segment.Plan
	for _, part := range b.parts {
		guids, plans = append(guids, part.record.GUID), append(plans, part.plan)
		langs, voices = append(langs, part.plan.Lang), append(voices, part.record.Voice)
	}
	guid := hashOf(append([]string{"digest"}, guids...)...)[:32]
	r := &record{GUID: guid, FirstSeen: b.now.Format(time.DateOnly)}
	old := b.state.get(guid)
	if old != nil {
		r.FirstSeen, r.Name = old.FirstSeen, old.Name
	}
	day := dateOf(r.FirstSeen, "")
	title := fmt.Sprintf("%s, %s", b.digestName(), day.Format(time.DateOnly))
	plan := b.merge(title, day, plans)
	var text bytes.Buffer
	err := plan.Write(&text)
	if err != nil {
		return nil, err
	}
	r.Title, r.Lang, r.Text, r.Notes = title, plan.Lang, digestText, podcast.DigestNotes(plans)
	if r.Name == "" {
		r.Name = r.FirstSeen + "-digest"
		if other := b.names[r.Name]; other != "" {
			r.Name += "-" + guid[:8]
		}
	}
	r.Voice = hashOf(voices...)
	r.Print = hashOf(text.String(), b.settings, b.version, r.Voice)
	return &job{plan: plan, langs: langs, planJSON: text.Bytes(), print: r.Print, record: r, old: old, result: &result{Source: "digest"}}, nil
}

// digestText stands for the hash of a digest's words, which never are those of an article.
const digestText = "digest"

// digestFile matches the names of digests.
var digestFile = regexp.MustCompile(`^\d{4}-\d\d-\d\d-digest(-[0-9a-f]{8})?$`)

// digestName is what the podcast is called.
func (b *batch) digestName() string { return b.feedOf(nil).Title }

// merge makes the plan of a digest.
func (b *batch) merge(title string, day time.Time, plans []*segment.Plan) *segment.Plan {
	leads := make([]podcast.Lead, len(plans))
	for i, p := range plans {
		leads[i] = lead(p)
	}
	merged := podcast.Merge(title, podcast.Lead{}, plans, leads)
	if b.intro && strings.HasPrefix(merged.Lang, "en") {
		length := b.studio.producer(nil).Estimate(merged)
		text := introText(day, len(plans), length)
		merged = podcast.Merge(title, said(podcast.Lead{Headline: title, Text: text}, merged.Lang), plans, leads)
	}
	merged.Published = day.Format(time.DateOnly)
	return merged
}

// lead says where an article comes from, and its headline where its own plan does not begin with that.
func lead(p *segment.Plan) podcast.Lead {
	l := podcast.Lead{Headline: cmp.Or(p.Title, p.Site, "An article")}
	var text []string
	if p.Segments[0].Role != segment.RoleTitle && p.Title != "" {
		text = append(text, sentenceOf(p.Title))
	}
	if p.Site != "" {
		from := p.Site
		if strings.HasPrefix(p.Lang, "en") {
			from = "From " + from
		}
		text = append(text, sentenceOf(from))
	}
	l.Text = strings.Join(text, " ")
	return said(l, p.Lang)
}

// said adds to a lead how it is said.
func said(l podcast.Lead, lang string) podcast.Lead {
	result := spoken.Normalize(l.Text, spoken.Options{Lang: lang})
	l.Spoken, l.Align = result.Text, result.Align
	return l
}

// sentenceOf ends a text as a sentence, where it is none yet: "Are they?" and "“No.”" are.
func sentenceOf(text string) string {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, "\"'”’»」』)] "))
	if unicode.Is(unicode.Sentence_Terminal, last) || last == '…' {
		return text
	}
	return text + "."
}

var smallNumbers = []string{"No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"}

// introText is like "Monday, November 23. Six articles, 41 minutes."
func introText(day time.Time, articles int, length time.Duration) string {
	number := fmt.Sprint(articles)
	if articles < len(smallNumbers) {
		number = smallNumbers[articles]
	}
	noun, minutes := "articles", max(1, int(length.Round(time.Minute)/time.Minute))
	if articles == 1 {
		noun = "article"
	}
	return fmt.Sprintf("%s. %s %s, %s.", day.Format("Monday, January 2"), number, noun, count(minutes, "minute"))
}
