package segment

import "testing"

func TestWhatIsNoCaption(t *testing.T) {
	for text, want := range map[string]bool{
		"WEB18-River-1160x768.jpg": true, "dam.png": true, "IMG_2041": true, "river-1160x768": true,
		"The dam at night.": false, "Mill-bridge": false, "A-10": false, "River": false,
	} {
		if got := fileName.MatchString(text); got != want {
			t.Errorf("%q is a file's name: %v", text, got)
		}
	}
	for text, want := range map[string]bool{
		"Ann Bell, ASSOCIATED PRESS": true, "ITV, ASSOCIATED PRESS": true, "The dam at night, ASSOCIATED PRESS": false, "ASSOCIATED PRESS": false,
	} {
		if got := agencyAlone.MatchString(text); got != want {
			t.Errorf("%q is a credit: %v", text, got)
		}
	}
}

func TestIsCaptionText(t *testing.T) {
	for text, want := range map[string]bool{
		"The dam stood in May. Photo: Ann Bell":         true,
		"A row of houses below the dam Photo: Ann Bell": true,
		"It has one photo credit: the mayor.":           false,
		"Main photo: Ann Bell":                          false,
		"The Great Eastvale Dam Photo: Ann Bell":        false,
		"The dam stood there in May of that year.":      false,
	} {
		if got := isCaptionText(text); got != want {
			t.Errorf("isCaptionText(%q) = %v", text, got)
		}
	}
}
