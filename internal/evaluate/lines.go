package main

import (
	"strings"

	"articast/article"
	"articast/segment"
)

// linesItem is an item of lines/*.
type linesItem struct {
	ID    string `json:"id"`
	Lines []struct {
		Text  string `json:"t"`
		Label string `json:"l"`
	} `json:"lines"`
}

// linesPrediction is what lines/* asks for.
type linesPrediction struct {
	ID     string   `json:"id"`
	Labels []string `json:"labels"`
}

// roleLabels are the names that lines/* has for the roles of a Plan.
var roleLabels = map[segment.Role]string{
	segment.RoleTitle: "title", segment.RoleSubtitle: "dek", segment.RoleByline: "byline", segment.RoleDate: "dateline",
	segment.RoleCaption: "caption", segment.RoleCredit: "caption", segment.RoleHeading: "heading",
	segment.RoleBlockquote: "blockquote", segment.RolePullquote: "blockquote",
	segment.RoleBody: "paragraph", segment.RoleQuote: "paragraph", segment.RoleList: "paragraph", segment.RoleTable: "paragraph",
	segment.RoleCode: "paragraph", segment.RoleNote: "paragraph", segment.RoleEmbed: "paragraph", segment.RoleDateline: "paragraph",
}

// dropLabel returns the name that lines/* has for what a rule drops. An author's name or a headline that stands there once
// more is furniture.
func dropLabel(rule string) string {
	switch family, name, _ := strings.Cut(rule, "/"); {
	case family == "dateline" || family == "note" && name == "mark":
		return "paragraph"
	case family == "duplicate" && name != "caption":
		return "boilerplate"
	case strings.Contains(rule, "byline"):
		return "byline"
	case family == "caption" || strings.Contains(rule, "caption"):
		return "caption"
	case family == "date" || rule == "role/date":
		return "dateline"
	}
	return "boilerplate"
}

// predictLines makes a Plan of the lines as plain text, with a blank line between, and tells the role of each.
func predictLines(item linesItem, r *report) any {
	texts := make([]string, len(item.Lines))
	for i, l := range item.Lines {
		texts[i] = l.Text
	}
	source := strings.Join(texts, "\n\n")
	out := linesPrediction{item.ID, make([]string, len(texts))}
	doc, err := article.ParseText(strings.NewReader(source), "-")
	var labels []labelled
	if err == nil {
		labels, err = planLabels(doc)
	}
	if err != nil {
		r.differs(item.ID, "a plan", err.Error())
	}
	at := 0
	for i, text := range texts {
		out.Labels[i] = "boilerplate"
		if err == nil {
			out.Labels[i] = labelOf(doc, labels, at, at+len(text))
		}
		at += len(text) + len("\n\n")
		if want := item.Lines[i].Label; want != out.Labels[i] && want != "dek" {
			r.differs(item.ID, want+" "+text, out.Labels[i])
		}
	}
	return out
}

// labelled is a stretch of a Document's text and its label.
type labelled struct {
	start, end int
	label      string
}

// planLabels returns the labels of all that a Plan says and drops.
func planLabels(doc *article.Document) ([]labelled, error) {
	plan, err := segment.New(doc, segment.Options{})
	if err != nil {
		return nil, err
	}
	var out []labelled
	for _, s := range plan.Segments {
		out = append(out, labelled{s.Start, s.End, roleLabels[s.Role]})
	}
	for _, d := range plan.Dropped {
		out = append(out, labelled{d.Start, d.End, dropLabel(d.Rule)})
	}
	return out, nil
}

// labelOf returns the label of the source's bytes from start to end.
func labelOf(doc *article.Document, labels []labelled, start, end int) string {
	weights := map[string]int{}
	for i, offset := range doc.Offsets() {
		if b := doc.Blocks[i]; b.Start < end && b.End > start {
			weigh(weights, labels, offset, offset+len(b.Text))
		}
	}
	return heaviest(weights)
}

// weigh adds up how many bytes of the Document's text from start to end have each label.
func weigh(weights map[string]int, labels []labelled, start, end int) {
	for _, l := range labels {
		if n := min(l.end, end) - max(l.start, start); n > 0 {
			weights[l.label] += n
		}
	}
}

// heaviest returns a byline or a caption where no paragraph and no title is, else the label with the most text.
func heaviest(weights map[string]int) string {
	if weights["paragraph"] == 0 && weights["title"] == 0 {
		for _, label := range []string{"byline", "caption"} {
			if weights[label] > 0 {
				return label
			}
		}
	}
	best := "boilerplate"
	for _, label := range []string{"paragraph", "title", "dek", "heading", "blockquote", "dateline", "byline", "caption"} {
		if weights[label] > weights[best] {
			best = label
		}
	}
	return best
}

// datelineItem is an item of traps/datelines.
type datelineItem struct {
	ID       string  `json:"id"`
	Text     string  `json:"text"`
	Dateline *string `json:"dateline"`
}

// datelinePrediction is what traps/datelines asks for.
type datelinePrediction struct {
	Dateline *string `json:"dateline"`
}

// predictDateline makes a Plan of the paragraph and tells which dateline it has: what the Plan speaks or drops as one.
func predictDateline(item datelineItem, r *report) any {
	var out datelinePrediction
	doc, err := article.ParseText(strings.NewReader(item.Text), "-")
	var plan *segment.Plan
	if err == nil {
		plan, err = segment.New(doc, segment.Options{})
	}
	if err != nil {
		r.differs(item.ID, "a plan", err.Error())
		return out
	}
	text, start, end := doc.Text(), len(doc.Text()), 0
	for _, s := range plan.Segments {
		if s.Role == segment.RoleDateline {
			start, end = min(start, s.Start), max(end, s.End)
		}
	}
	for _, d := range plan.Dropped {
		if strings.HasPrefix(d.Rule, "dateline/") {
			start, end = min(start, d.Start), max(end, d.End)
		}
	}
	if start < end {
		dash := len(text[end:]) - len(strings.TrimLeft(text[end:], " \u00a0-–—―:"))
		text = strings.TrimSpace(text[start : end+dash])
		out.Dateline = &text
	}
	if want, got := deref(item.Dateline), deref(out.Dateline); solid(want) != solid(got) {
		r.differs(item.ID, want, got+" ("+item.Text[:min(len(item.Text), 60)]+")")
	}
	return out
}

// deref returns the string, "" for none.
func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
