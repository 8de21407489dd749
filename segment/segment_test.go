package segment

import (
	"bytes"
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
	p := planOf(t, "The Dam Holds\n\nBy Ann Lee\n\nIt rained for a week. Nobody slept.", Options{})
	var buf bytes.Buffer
	if err := p.Write(&buf); err != nil {
		t.Fatal(err)
	}
	again, err := ReadPlan(bytes.NewReader(buf.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	var buf2 bytes.Buffer
	if err := again.Write(&buf2); err != nil {
		t.Fatal(err)
	}
	if buf.String() != buf2.String() {
		t.Errorf("the plan changed:\n%s\n%s", buf.String(), buf2.String())
	}
	if e := again.Edited(); e != (Edits{}) {
		t.Errorf("Edited() = %+v of a plan that nobody edited", e)
	}
}
