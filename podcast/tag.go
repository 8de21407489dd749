package podcast

import (
	"regexp"
	"strings"

	"articast/audio/id3"
	"articast/segment"
	"articast/tts"
)

// Tag returns the tag of an Episode that the Producer has made of a plan, with its chapters and its length.
func (p *Producer) Tag(plan *segment.Plan, e *Episode) id3.Tag {
	return withTimes(p.tag(plan), e.Chapters, e.Duration)
}

// tag returns the tag of a plan with its chapters, whose times come later.
func (p *Producer) tag(plan *segment.Plan) id3.Tag {
	tag := id3.Tag{
		Title: plan.Title, Artist: plan.Byline, Album: plan.Site, Date: plan.Published, Language: plan.Lang,
		Copyright: copyrightOf(plan), URL: webAddress(plan.Source), Comment: commentOf(plan), Lyrics: textOf(plan),
		Picture: p.Cover, Software: p.Software,
	}
	for _, s := range plan.Segments {
		if s.Chapter != "" {
			tag.Chapters = append(tag.Chapters, id3.Chapter{Title: s.Chapter})
		}
	}
	if len(tag.Chapters) == 0 && plan.Title != "" {
		tag.Chapters = []id3.Chapter{{Title: plan.Title}}
	}
	return tag
}

// maxCopyrightRunes tells a notice of copyright from a paragraph on the terms of use.
const maxCopyrightRunes = 200

var copyrightNotice = regexp.MustCompile(`(?i)©|\(c\)\s*\d|\bcopyright\b`)

// copyrightOf returns the article's notice of copyright, which is left out of what is spoken, or "".
func copyrightOf(plan *segment.Plan) string {
	for _, d := range plan.Dropped {
		text := plainText(d.Text)
		if d.Rule == "boilerplate/copyright" && len([]rune(text)) <= maxCopyrightRunes && copyrightNotice.MatchString(text) {
			return text
		}
	}
	return ""
}

// commentOf returns what the article says about itself, and where it comes from.
func commentOf(plan *segment.Plan) string {
	var lines []string
	for _, s := range plan.Segments {
		if s.Role == segment.RoleSubtitle {
			lines = append(lines, plainText(s.Text))
		}
	}
	if address := webAddress(plan.Source); address != "" {
		lines = append(lines, address)
	}
	return strings.Join(lines, "\n")
}

// textOf returns the text that WriteText writes of the plan's Episode.
func textOf(plan *segment.Plan) string {
	var e Episode
	for _, s := range plan.Segments {
		if tts.Speakable(s.Spoken) {
			e.Cues = append(e.Cues, Cue{Paragraph: s.Paragraph, Text: s.Text, Spoken: s.Spoken, Align: s.Align})
		}
	}
	return e.text()
}
