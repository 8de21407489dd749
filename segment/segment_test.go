package segment

import (
	"strings"
	"testing"

	"articast/article"
)

// planOf makes the plan of a plain text.
func planOf(t *testing.T, text string, o Options) *Plan {
	t.Helper()
	doc, err := article.ParseText(strings.NewReader(text), "test.txt")
	if err != nil {
		t.Fatal(err)
	}
	p, err := New(doc, o)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestPlanSurvivesJSON(t *testing.T) {
	checkJSON(t, planOf(t, "The Dam Holds\n\nBy Ann Lee\n\nIt rained for a week.[1] Nobody slept.", Options{}))
}
