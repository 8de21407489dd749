package plain

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

var cases = []struct{ name, in, want string }{
	{"plain", "The ferry left.", "The ferry left."},
	{"folded", " two\nlines\r\n\tand\u00a0a\u2003gap ", "two lines and a gap"},
	{"NUL", "abc\x00def", "abcdef"},
	{"controls", "a bell\a, an escape \x1b[31m, a \u0085 and \u0090", "a bell, an escape [31m, a and"},
	{"invalid UTF-8", "broken \xff\xfebytes", "broken bytes"},
	{"lone surrogate", "half \xed\xa0\xbd here", "half here"},
	{"phonemes", "[[h@l'oU]] there", "[h@l'oU] there"},
	{"phonemes hidden behind a NUL", "[\x00[x]\u200b]", "[x]"},
	{"phonemes among more brackets", "[[[[x]]]", "[x]"},
	{"list of lists", "[ [1], [2] ]", "[ [1], [2] ]"},
	{"soft hyphen", "news\u00adpaper", "newspaper"},
	{"direction marks", "right \u202eto\u202c left\u200f", "right to left"},
	{"byte order mark", "\ufeffmark", "mark"},
	{"selectors", "\u2764\ufe0f", "\u2764"},
	{"private use", "an \ue000 icon", "an icon"},
	{"joiners stay", "می\u200cخواهم", "می\u200cخواهم"},
	{"markup is text", "<speak>&amp;</speak>", "<speak>&amp;</speak>"},
	{"nothing", "\x00 \n", ""},
}

func TestText(t *testing.T) {
	for _, c := range cases {
		if got := Text(c.in); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func FuzzText(f *testing.F) {
	for _, c := range cases {
		f.Add(c.in)
	}
	f.Fuzz(func(t *testing.T, text string) {
		c := Text(text)
		if !utf8.ValidString(c) || strings.Contains(c, "[[") || strings.Contains(c, "]]") || strings.Contains(c, "  ") {
			t.Fatalf("Text(%q) = %q", text, c)
		}
		if strings.ContainsFunc(c, unicode.IsControl) || Text(c) != c {
			t.Fatalf("Text(%q) = %q, again %q", text, c, Text(c))
		}
	})
}
