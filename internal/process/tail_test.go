package process

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestTailKeepsTheLast(t *testing.T) {
	var kept Tail
	for range 500 {
		if n, err := kept.Write([]byte("a long\nstory ")); n != 13 || err != nil {
			t.Fatal(n, err)
		}
	}
	if _, err := kept.Write([]byte("\xff with an\r\n end\n")); err != nil {
		t.Fatal(err)
	}
	if s := kept.String(); len(s) > tailBytes || !strings.HasSuffix(s, "story with an end") || strings.ContainsAny(s, "\n\r") || !utf8.ValidString(s) {
		t.Errorf("%d bytes, ending %q", len(s), s[max(0, len(s)-30):])
	}
}
