package segment

import (
	"slices"
	"testing"

	"articast/article"
)

func TestCaptionsStandInNoThought(t *testing.T) {
	const dam = "<figure><img src=d.jpg><figcaption>The dam at night.</figcaption></figure>"
	const mill = "<figure><img src=m.jpg><figcaption>The mill in May.</figcaption></figure>"
	for _, c := range []struct {
		name, html string
		want       []string
	}{
		{"between a paragraph and its list", "<p>It rained for a week in the valley, and two things were lost:</p>" + dam + mill + "<ul><li>The mill</li><li>The barley</li></ul>",
			[]string{"caption: Photo: The dam at night.", "caption: Photo: The mill in May.", "body: It rained for a week in the valley, and two things were lost:", "list: The mill.", "list: The barley."}},
		{"in a quotation of two paragraphs", "<p>Ann Bell spoke at night. “The wall has held for ninety years.</p>" + dam + "<p>“It will hold for another night,” she said.</p>",
			[]string{"caption: Photo: The dam at night.", "body: Ann Bell spoke at night.", "quote: “The wall has held for ninety years.", "quote: “It will hold for another night,”", "body: she said."}},
		{"where it is", "<p>It rained for a week in the valley, and the mill was lost.</p>" + dam + "<p>The barley was lost too, and nobody slept.</p>",
			[]string{"body: It rained for a week in the valley, and the mill was lost.", "caption: Photo: The dam at night.", "body: The barley was lost too, and nobody slept."}},
	} {
		if got := spokenOf(t, c.html, article.FormatHTML, Options{}); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q", c.name, got)
		}
	}
}

func TestStandfirstOfAPage(t *testing.T) {
	const body = `<div class="story"><p>It rained for a week in the valley, and nobody who lived there slept for more than an hour at a time.</p>
<p>“The wall has held for ninety years,” said Ann Bell, who runs the dam. “It will hold for another night.”</p>
<p>The council meets again on Friday, when the river is expected to fall below the mark on the old bridge.</p></div>`
	subtitles := func(head string) (out []string) {
		for _, s := range htmlPlan(t, `<html><body><main><div class="top"><h1>The Dam Holds</h1>`+head+`</div>`+body+`</main></body></html>`, Options{}).Segments {
			if s.Role == RoleSubtitle {
				out = append(out, s.Text)
			}
		}
		return out
	}
	if got := subtitles(`<h2>Ninety years old, the wall in the valley stands</h2>`); !slices.Equal(got, []string{"Ninety years old, the wall in the valley stands"}) {
		t.Errorf("a line below the headline: %q", got)
	}
	for _, head := range []string{`<h2>The valley</h2>`, `<h2><a href="/mill">The mill at the lower bridge was lost on Monday</a></h2>`, `<h2>Published on May 3, 2021 at nine in the morning</h2>`} {
		if got := subtitles(head); got != nil {
			t.Errorf("%s: %q", head, got)
		}
	}
}

func TestHeadingsAtTheEndAreDropped(t *testing.T) {
	const story = "<h1>Rain</h1><p>It rained for a week in the valley, and nobody who lived there slept for more than an hour at a time.</p>"
	for html, want := range map[string]int{
		story + "<h2>The mill</h2><p>The mill at the lower bridge was given up.</p><h2>How to listen</h2><h3>Players</h3>": 2,
		story + "<h2>Did you sleep?</h2>": 0,
		"<h1>Rain</h1><h2>The mill</h2>":  0,
	} {
		n := 0
		for _, d := range htmlPlan(t, html, Options{}).Dropped {
			if d.Rule == "heading/empty" {
				n++
			}
		}
		if n != want {
			t.Errorf("%s: %d headings dropped, want %d", html, n, want)
		}
	}
}
