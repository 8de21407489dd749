package podcast

import (
	"html"
	"slices"
	"strings"

	"articast/segment"
	"articast/tts"
)

// Limits on show notes. Apple refuses descriptions of more than 4,000 bytes.
const (
	maxNotes     = 3500 // bytes, markup included
	maxNoteRunes = 400  // of the beginning of the article
	maxPeople    = 20
)

// ShowNotes returns what podcast players show of an article, as HTML of at most 4,000 bytes: its subtitle, or its beginning where it
// has none, its author and site, the people quoted, and the address of the article. Everything in it is escaped.
func ShowNotes(plan *segment.Plan) string {
	var b strings.Builder
	paragraph := func(markup string) {
		if markup != "" && b.Len()+len(markup) <= maxNotes {
			b.WriteString("<p>" + markup + "</p>\n")
		}
	}
	paragraph(html.EscapeString(leadOf(plan)))
	var by []string
	for _, name := range []string{plan.Byline, plan.Site} {
		if name = plainText(name); name != "" {
			by = append(by, html.EscapeString(name))
		}
	}
	paragraph(strings.Join(by, " · "))
	if people := quotedIn(plan); len(people) > 0 {
		paragraph("Quoted: " + html.EscapeString(strings.Join(people, ", ")))
	}
	if address := webAddress(plan.Source); address != "" {
		paragraph(`<a href="` + html.EscapeString(address) + `">Read the original</a>`)
	}
	return strings.TrimSpace(b.String())
}

// itemNote is the line of an article in the notes of several.
func itemNote(plan *segment.Plan) string {
	name := html.EscapeString(shortened(plainText(plan.Title), maxNoteRunes))
	if address := webAddress(plan.Source); address != "" {
		name = `<a href="` + html.EscapeString(address) + `">` + name + "</a>"
	}
	if site := plainText(plan.Site); site != "" {
		name += " · " + html.EscapeString(site)
	}
	return "<li>" + name + "</li>\n"
}

// leadOf returns the subtitle of an article, or the beginning of its first paragraph.
func leadOf(plan *segment.Plan) string {
	lead := ""
	for _, s := range plan.Segments {
		if !tts.Speakable(s.Spoken) {
			continue
		}
		if s.Role == segment.RoleSubtitle {
			return shortened(plainText(s.Text), maxNoteRunes)
		}
		inBody := s.Role == segment.RoleBody || s.Role == segment.RoleQuote
		if lead != "" && (!inBody || s.Paragraph) {
			break
		}
		if inBody {
			lead = strings.TrimSpace(lead + " " + plainText(s.Text))
		}
	}
	return shortened(lead, maxNoteRunes)
}

// shortened cuts a text between words.
func shortened(text string, runes int) string {
	r := []rune(text)
	if len(r) <= runes {
		return text
	}
	cut := string(r[:runes])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return cut + "…"
}

// quotedIn returns the people quoted, in the order in which they speak.
func quotedIn(plan *segment.Plan) []string {
	var people []string
	for _, q := range plan.Quotes {
		name := plainText(q.Speaker)
		if name != "" && q.Kind != "scare" && !slices.Contains(people, name) && len(people) < maxPeople {
			people = append(people, name)
		}
	}
	return people
}
