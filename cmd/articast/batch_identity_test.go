package main

import "testing"

func TestAddressesOfOneArticle(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"https://Example.org/a/", "http://example.org/a#top", true},
		{"https://example.org/a?utm_source=x&fbclid=1", "https://example.org/a", true},
		{"https://example.org/a?id=1", "https://example.org/a?id=2", false},
		{"https://example.org/a?b=1&a=2", "https://example.org/a?a=2&b=1", true},
		{"https://example.org/a", "https://example.org/A", false},
	} {
		if same := guidOf(c.a, "t") == guidOf(c.b, "t"); same != c.same {
			t.Errorf("%s and %s are the same: %v", c.a, c.b, same)
		}
	}
	if guidOf("", "t") == guidOf("", "u") || guidOf("not an address", "t") != guidOf("", "t") {
		t.Error("what has no address is not told apart by its words")
	}
}
