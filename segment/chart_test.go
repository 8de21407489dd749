package segment

import (
	"strings"
	"testing"
)

func TestLabelsOfChartsAreDropped(t *testing.T) {
	const before, behind = "<p>It rained for a week in the valley, and nobody who lived there slept for more than an hour at a time.</p>",
		"<p>The council meets again on Friday, when the river is expected to fall below the mark on the old bridge.</p>"
	for name, c := range map[string]struct {
		labels string
		drops  int
	}{
		"a chart":           {"Rain in the valley|mm|%|40|30|20|10|0|’17|’18|’19|’20", 11},
		"a few numbers":     {"7|13|21|34|40|41|9", 0},
		"words and numbers": {"200 g of flour|3 eggs|2|1 l of milk|10|5|4|3|2|1 day|7|8|a spoon of salt|two of sugar|some butter|the zest of a lemon|a pinch of love|a cake tin|an oven|a knife", 0},
		"sentences":         {"10.|9.|8.|7.|6.|5.|4.|3.|2.|1.", 0},
	} {
		n := 0
		for _, d := range htmlPlan(t, "<h1>Rain</h1>"+before+"<p>"+strings.ReplaceAll(c.labels, "|", "</p><p>")+"</p>"+behind, Options{}).Dropped {
			if d.Rule == "chart/label" {
				n++
			}
		}
		if n != c.drops {
			t.Errorf("%s: %d labels dropped, want %d", name, n, c.drops)
		}
	}
}
