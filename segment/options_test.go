package segment

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"articast/article"
)

// rainArticle has a block of every kind.
const rainArticle = `<html><head><title>The Dam Holds</title></head><body><article><h1>The Dam Holds</h1>
<p class="byline">By Ann Lee</p>
<p>It rained for a week in the valley, and nobody who lived there slept<sup><a href="#fn1">1</a></sup> for more than an hour at a time.</p>
<figure><img src="d.jpg"><figcaption>The dam at night. (Photo: Joe Hill/The Echo)</figcaption></figure>
<p>“The wall has held for ninety years,” said Ann Bell, who runs the dam. “It will hold for another night.”</p>
<h2>What was lost</h2>
<ol><li>The mill at the lower bridge</li><li>Two fields of barley below the church</li></ol>
<table><tr><th>Day</th><th>Rain</th></tr><tr><td>Monday</td><td>40 mm</td></tr></table>
<pre><code>func level(day int) float64 { return rain[day] * basin / outflow(day) }</code></pre>
<blockquote><p>We shall build it higher, said the council, and we shall build it of stone.</p></blockquote>
<p>The council meets again on Friday, when the river is expected to fall below the mark on the old bridge.</p>
</article></body></html>`

// htmlPlan makes the plan of a page.
func htmlPlan(t *testing.T, page string, o Options) *Plan {
	t.Helper()
	return planFrom(t, page, "https://echo.example/dam", article.FormatHTML, o)
}

// said returns the spoken forms of the segments that have the role, or of all.
func said(p *Plan, role Role) string {
	var out []string
	for _, s := range p.Segments {
		if role == "" || s.Role == role {
			out = append(out, s.Spoken)
		}
	}
	return strings.Join(out, " / ")
}

// droppedBy returns the texts that the rule has dropped.
func droppedBy(p *Plan, rule string) string {
	var out []string
	for _, d := range p.Dropped {
		if d.Rule == rule {
			out = append(out, d.Text)
		}
	}
	return strings.Join(out, " / ")
}

func TestBlocksAreSaid(t *testing.T) {
	p := htmlPlan(t, rainArticle, Options{})
	for _, c := range []struct {
		role Role
		want string
	}{
		{RoleTitle, "The Dam Holds."},
		{RoleByline, "By Ann Lee."},
		{RoleCaption, "Photo: The dam at night."},
		{RoleQuote, "“The wall has held for ninety years,” / “It will hold for another night.”"},
		{RoleHeading, "What was lost."},
		{RoleList, "First: The mill at the lower bridge. / Second: Two fields of barley below the church."},
		{RoleCode, "A listing of code is left out here."},
	} {
		if got := said(p, c.role); got != c.want {
			t.Errorf("%s: said %q, want %q", c.role, got, c.want)
		}
	}
	if got := droppedBy(p, "caption/credit"); got != "(Photo: Joe Hill/The Echo)" {
		t.Errorf("caption/credit dropped %q", got)
	}
	if got := droppedBy(p, "note/mark"); got != "1" {
		t.Errorf("note/mark dropped %q", got)
	}
	if body := said(p, RoleBody); !strings.Contains(body, "who lived there slept for more") {
		t.Errorf("the mark of the note is said: %q", body)
	}
}

func TestOptionsOfCaptionsAndQuotes(t *testing.T) {
	end := htmlPlan(t, rainArticle, Options{Captions: CaptionsEnd, Credits: true})
	if last := end.Segments[len(end.Segments)-1]; last.Role != RoleCredit || end.Segments[len(end.Segments)-2].Role != RoleCaption {
		t.Errorf("the caption and its credit do not come last: %s %q", last.Role, last.Spoken)
	}
	skip := htmlPlan(t, rainArticle, Options{Captions: CaptionsSkip})
	if got := said(skip, RoleCaption); got != "" || droppedBy(skip, "role/caption") != "The dam at night." {
		t.Errorf("the caption is said: %q", got)
	}
	plain := htmlPlan(t, rainArticle, Options{Quotes: QuotesPlain})
	if got := said(plain, RoleQuote); got != "" {
		t.Errorf("plain: another voice says %q", got)
	}
	cue := said(htmlPlan(t, rainArticle, Options{Quotes: QuotesCue}), RoleBody)
	if want := "Quote: “The wall has held for ninety years,” end quote, / said Ann Bell, who runs the dam. / Quote: “It will hold for another night.” end quote."; !strings.Contains(cue, want) {
		t.Errorf("cue: said %q, want %q", cue, want)
	}
}

func TestKeepDropSkip(t *testing.T) {
	for _, c := range []struct {
		name       string
		o          Options
		rule, text string // what the rule drops then, "" for nothing
	}{
		{"keep a rule", Options{Keep: []string{"caption/credit"}}, "caption/credit", ""},
		{"keep a family", Options{Keep: []string{"caption"}}, "caption/credit", ""},
		{"keep code", Options{Keep: []string{"code/long"}}, "code/long", ""},
		{"drop a role", Options{Drop: []string{"role/byline"}}, "role/byline", "By Ann Lee"},
		{"skip lists", Options{Skip: []string{"lists"}}, "role/list", "The mill at the lower bridge / Two fields of barley below the church"},
		{"skip code without a word", Options{Skip: []string{"code"}}, "role/code", "func level(day int) float64 { return rain[day] * basin / outflow(day) }"},
		{"drop text in whole words", Options{DropText: []*regexp.Regexp{regexp.MustCompile(`expec`)}}, "text/matched", "expected"},
	} {
		p := htmlPlan(t, rainArticle, c.o)
		if got := droppedBy(p, c.rule); got != c.text {
			t.Errorf("%s: %s dropped %q, want %q", c.name, c.rule, got, c.text)
		}
	}
	if got := said(htmlPlan(t, rainArticle, Options{Keep: []string{"code/long"}}), RoleCode); !strings.Contains(got, "level") {
		t.Errorf("kept code is not read: %q", got)
	}
}

func TestOptionsThatCannotBe(t *testing.T) {
	for want, o := range map[string]Options{
		"unknown caption mode":   {Captions: "loud"},
		"unknown quotation mode": {Quotes: "loud"},
		"unknown chapter mode":   {Chapters: "loud"},
		"unknown rule":           {Keep: []string{"no/rule"}},
		"limit utterances to 3":  {MaxRunes: 3},
		"kind of text":           {Skip: []string{"verbs"}},
		"unknown pause":          {Pauses: map[string]time.Duration{"breath": 1}},
		"unusable pause":         {Pauses: map[string]time.Duration{"title": time.Hour}},
		"chapter length":         {ChapterLength: -1},
	} {
		_, err := New(&article.Document{Blocks: []article.Block{{Kind: article.KindParagraph, Text: "It rained."}}}, o)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("New(%+v) = %v, want an error with %q", o, err, want)
		}
	}
}

func TestPauses(t *testing.T) {
	p := htmlPlan(t, rainArticle, Options{Pauses: map[string]time.Duration{"title": 2 * time.Second}})
	if got := p.Segments[0].PauseAfterMS; got != 2000 {
		t.Errorf("the pause after the title is %d ms", got)
	}
	for i, s := range p.Segments {
		if s.Role == RoleHeading && p.Segments[i-1].PauseAfterMS+s.PauseBeforeMS != 1200 {
			t.Errorf("the pause before the heading is %d + %d ms", p.Segments[i-1].PauseAfterMS, s.PauseBeforeMS)
		}
	}
	section := planOf(t, "It rained for a week.\n\n* * *\n\nThen it stopped.", Options{})
	if got := section.Segments[0].PauseAfterMS; got != 1800 {
		t.Errorf("the pause at a line of asterisks is %d ms", got)
	}
}

func TestLongUtterancesAreCut(t *testing.T) {
	text := "The river rose " + strings.Repeat("and the people who lived beside it went up to the church, ", 20) + "and it fell."
	p := planOf(t, text, Options{MaxRunes: 120})
	if len(p.Segments) < 8 {
		t.Fatalf("%d segments of a sentence of %d characters", len(p.Segments), len(text))
	}
	for _, s := range p.Segments {
		if len(s.Spoken) > 120 {
			t.Errorf("%d characters: %q", len(s.Spoken), s.Spoken)
		}
	}
}

func TestShortSentencesJoin(t *testing.T) {
	p := planOf(t, "The council voted for the wall. No. It voted for the ditch.", Options{})
	if got := said(p, ""); got != "The council voted for the wall. No. / It voted for the ditch." {
		t.Errorf("said %q", got)
	}
}

func TestEditedCountsWhatDiffers(t *testing.T) {
	p := planOf(t, "It rained for a week.\n\nNobody slept at all.\n\nThen it stopped.", Options{})
	p.Segments[0].Spoken = "It poured."
	p.Segments = slices.Delete(p.Segments, 1, 2)
	p.Segments = append(p.Segments, Segment{Role: RoleBody, Spoken: "The end."}, Segment{Role: RoleBody, Spoken: "Really."})
	if got, want := p.Edited(), (Edits{Changed: 1, Added: 2, Removed: 1}); got != want {
		t.Errorf("Edited() = %+v, want %+v", got, want)
	}
}

func TestRulesAreATable(t *testing.T) {
	all := Rules()
	for i, r := range all {
		if i > 0 && all[i-1].ID >= r.ID {
			t.Errorf("rule %s does not come after %s", r.ID, all[i-1].ID)
		}
		if family, name, ok := strings.Cut(r.ID, "/"); !ok || family == "" || name == "" || r.Doc == "" || r.Role == "" {
			t.Errorf("rule %+v is not complete", r)
		}
	}
	for _, row := range furnitureRows {
		if !slices.ContainsFunc(all, func(r Rule) bool { return r.ID == row.rule }) {
			t.Errorf("furniture row %s has no rule", row.rule)
		}
	}
	for _, s := range skips {
		for _, id := range s.rules {
			if !slices.ContainsFunc(all, func(r Rule) bool { return r.ID == id }) {
				t.Errorf("skip %s: no rule %s", s.name, id)
			}
		}
	}
	if _, ok := lineWeights["any"]; !ok || len(lineWeights) < 100 {
		t.Error("the table of weights is not there")
	}
}

func TestRegionFollowsTheSpelling(t *testing.T) {
	british := "The Harbour Is Closed\n\nThe labour minister said that 105 men of the harbour were sent home, and that none of them was told why.\n"
	for _, c := range []struct {
		text, lang, region, want string
	}{
		{british, "", "", "one hundred and five men"},
		{british, "", "US", "one hundred five men"},
		{british, "en-US", "", "one hundred five men"},
		{strings.NewReplacer("arbour", "arbor", "labour", "labor").Replace(british), "", "", "one hundred five men"},
	} {
		p := planOf(t, c.text, Options{Lang: c.lang, Region: c.region})
		if said := p.Segments[len(p.Segments)-1].Spoken; !strings.Contains(said, c.want) {
			t.Errorf("lang %q, region %q: %q is not said %q", c.lang, c.region, said, c.want)
		}
	}
}
