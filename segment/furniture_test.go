package segment

import "testing"

// TestFurnitureLabelsStandInOneRow: of a label in two rows the second would count, whatever the first says.
func TestFurnitureLabelsStandInOneRow(t *testing.T) {
	rules := map[string]string{}
	for _, row := range furnitureRows {
		for _, words := range splitList(row.exact) {
			if other, ok := rules[words]; ok && other != row.rule {
				t.Errorf("%q stands with %s and with %s", words, other, row.rule)
			}
			rules[words] = row.rule
		}
	}
}

func TestLongFurnitureIsCertain(t *testing.T) {
	for _, text := range []string{
		"©2003-2021 Lantern House, LLC. LANTERN® is one of the marks of Lantern House that are registered in this country and elsewhere.",
		"Let the valley come to your inbox. What matters there, sent on weekday mornings.",
	} {
		if f := findFurniture(text); f == nil || !f.certain {
			t.Errorf("%q is not surely furniture", text)
		}
	}
	if f := findFurniture("She said that nobody writes to your inbox without a reason, and that this letter had one."); f != nil {
		t.Errorf("a sentence answers to %s", f.rule)
	}
}
