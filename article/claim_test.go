package article

import "testing"

func TestClaimSource(t *testing.T) {
	for text, want := range map[string]bool{
		"— Mona Kell on Monday, May 3rd, 2021 in a speech to voters": true,
		"stated on May 3, 2021 in an interview with Harbour Radio:":  true,
		"Bloggers on May 3, 2021, in a Facebook post":                true,
		"By Mona Kell on May 3, 2021 in a blog post":                 false,
		"Posted on May 3, 2021 in a blog post":                       false,
		"Mona Kell on May 3, 2021":                                   false,
		"Mona Kell, May 3, 2021 in Opinion":                          false,
		"She said so on May 3, 2021 in an interview.":                false,
		"May 3, 2021":              false,
		"3 May 2021 in the garden": false,
		"The mill was built in 1921 on the ground of an older mill by it": false,
	} {
		if got := ClaimSource(text); got != want {
			t.Errorf("ClaimSource(%q) = %v", text, got)
		}
	}
}
