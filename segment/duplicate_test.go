package segment

import (
	"slices"
	"testing"
)

func TestPullquotesAreNotSpokenTwice(t *testing.T) {
	p := htmlPlan(t, `<html><body><article><h1>The Dam Holds</h1><p class="byline">By Ann Lee</p><p class="byline">Written by Ann Lee</p>
<p>It rained for a week in the valley, and nobody who lived there slept for more than an hour at a time.</p>
<aside class="pullquote"><p>“The wall has held for ninety years” — Ann Bell, the dam’s keeper</p></aside>
<p>“The wall has held for ninety years,” said Ann Bell, who runs the dam. “It will hold for another night.”</p>
<blockquote class="pullquote"><p>It will hold for another night.</p></blockquote>
<p>The council meets again on Friday, when the river is expected to fall below the mark on the old bridge.</p>
<aside class="pullquote"><p>We shall not sleep until it falls</p></aside>
<blockquote><p>Build it of stone, the council said.</p></blockquote>
<p>On Monday the mill at the lower bridge was given up, and two fields of barley below the church with it.</p>
</article></body></html>`, Options{})
	var dropped, said []string
	for _, d := range p.Dropped {
		if d.Rule == "duplicate/pullquote" || d.Rule == "duplicate/byline" {
			dropped = append(dropped, d.Text)
		}
	}
	for _, s := range p.Segments {
		if s.Role == RolePullquote || s.Role == RoleBlockquote || s.Role == RoleByline {
			said = append(said, s.Text)
		}
	}
	if want := []string{"Written by Ann Lee", "“The wall has held for ninety years” — Ann Bell, the dam’s keeper", "It will hold for another night."}; !slices.Equal(dropped, want) {
		t.Errorf("dropped: %q", dropped)
	}
	if want := []string{"By Ann Lee", "We shall not sleep until it falls", "Build it of stone, the council said."}; !slices.Equal(said, want) {
		t.Errorf("said: %q", said)
	}
}
