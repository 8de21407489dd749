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
