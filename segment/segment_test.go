package segment

import (
	"strings"
	"testing"

	"articast/article"
)

// planOf makes the plan of a plain text.
func planOf(t *testing.T, text string, o Options) *Plan {
	t.Helper()
	return planFrom(t, text, "test.txt", article.FormatText, o)
}

// planFrom makes the plan of a source in a format.
func planFrom(t *testing.T, text, source string, format article.Format, o Options) *Plan {
	t.Helper()
	doc, err := article.Parse(strings.NewReader(text), source, format)
	if err != nil {
		t.Fatal(err)
	}
	p, err := New(doc, o)
	if err != nil {
		t.Fatalf("%v of %q", err, text)
	}
	return p
}

func TestPlanSurvivesJSON(t *testing.T) {
	checkJSON(t, planOf(t, "The Dam Holds\n\nBy Ann Lee\n\nIt rained for a week.[1] Nobody slept.", Options{}))
}
