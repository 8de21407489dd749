package segment

import (
	"testing"

	"articast/article"
)

// TestRoundTimes: times in round brackets are left out in a transcript alone.
func TestRoundTimes(t *testing.T) {
	for name, c := range map[string]struct{ lines, want string }{
		"transcript":   {"<p>(00:04) ANN: Hello there.</p><p>(00:09) BO: Good day to you.</p><p>(01:02:03) ANN: How was it?</p>", "(00:04) / (00:09) / (01:02:03)"},
		"two":          {"<p>(00:04) ANN: Hello there.</p><p>(00:09) ANN: Good day to you.</p>", ""},
		"falling":      {"<p>(00:04) ANN: Hello there.</p><p>(00:09) BO: Good day.</p><p>(00:03) ANN: How was it?</p>", ""},
		"services":     {"<p>(9:15) Worship at the church.</p><p>(11:15) Lunch is served.</p><p>(12:30) Worship at the chapel.</p>", ""},
		"a programme":  {"<p>(9:15) Breakfast: eggs and tea.</p><p>(11:15) Lunch: soup and bread.</p><p>(12:30) Supper: fish and rice.</p>", ""},
		"a verse":      {"<p>(3:16) For God so loved the world.</p>", ""},
		"square alone": {"<p>[12:05] Goal for the home side.</p>", "[12:05]"},
	} {
		p := planText(t, "<h1>The Dam Holds</h1><p>"+prose1+"</p>"+c.lines+"<p>"+prose2+"</p>", article.FormatHTML, Options{})
		if got := droppedBy(p, "widget/listen"); got != c.want {
			t.Errorf("%s: left out %q, want %q", name, got, c.want)
		}
	}
}
