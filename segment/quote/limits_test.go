package quote

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"
)

// check tells what is wrong with the quotations of text, "" when nothing is.
func check(text string, qs []Quote) string {
	end := 0
	for i, q := range qs {
		switch {
		case q.Start < end || q.End <= q.Start || q.End > len(text):
			return fmt.Sprintf("quotation %d [%d, %d) after %d", i, q.Start, q.End, end)
		case q.InnerStart < q.Start || q.InnerEnd < q.InnerStart || q.InnerEnd > q.End:
			return fmt.Sprintf("inside of quotation %d [%d, %d) in [%d, %d)", i, q.InnerStart, q.InnerEnd, q.Start, q.End)
		case q.MentionStart < 0 || q.MentionEnd > len(text) || q.MentionEnd < q.MentionStart:
			return fmt.Sprintf("mention %d [%d, %d)", i, q.MentionStart, q.MentionEnd)
		case text[q.MentionStart:q.MentionEnd] != q.Mention:
			return fmt.Sprintf("mention %d is %q, text has %q", i, q.Mention, text[q.MentionStart:q.MentionEnd])
		case q.Kind != Full && q.Kind != Partial && q.Kind != Scare:
			return fmt.Sprintf("kind %d is %q", i, q.Kind)
		case q.Kind == Scare && q.Speaker != "", q.Mention == "" && q.Speaker != "":
			return fmt.Sprintf("quotation %d is %s by %q, mention %q", i, q.Kind, q.Speaker, q.Mention)
		}
		end = q.End
	}
	return ""
}

func TestFindSurvivesStrangeText(t *testing.T) {
	tests := []struct{ name, text string }{
		{"one mark", `"`},
		{"one open mark at the end", `said "`},
		{"marks alone", strings.Repeat(`"'“`, 1000)},
		{"nested without end", strings.Repeat("“a ", 1000)},
		{"closing without start", strings.Repeat("a” ", 1000)},
		{"single marks", strings.Repeat("'a ", 1000)},
		{"invalid bytes", "\xff\xfe\"\xc3\" said \xe2\x80 “\x80”"},
		{"zero bytes", "\x00\"\x00\"\x00"},
		{"one long word", `"` + strings.Repeat("a", 1<<16) + `" said ` + strings.Repeat("B", 1<<16)},
		{"no space at all", strings.Repeat(`"a",X,said`, 500)},
		{"lines", strings.Repeat("\"\n\"", 1000)},
		{"commas and cues", strings.Repeat(`X, who, said, `, 500) + `“a.”`},
		{"colons", strings.Repeat(`X: “a” `, 500)},
		{"possessives", strings.Repeat(`X's `, 500) + `claim “a b c.”`},
		{"combining marks", "“e\u0301\u0301” said E\u0301va"},
		{"right to left", "“שלום,” אמרה היל."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, lang := range []string{"en", "de", "fr", "es", "it", "pt", "nl", "ru", "ja"} {
				if s := check(tt.text, Find(tt.text, Options{Lang: lang})); s != "" {
					t.Errorf("%s: %s", lang, s)
				}
			}
		})
	}
}

func TestFindIsDeterministic(t *testing.T) {
	text := newsText(1 << 14)
	first := Find(text, Options{})
	for range 3 {
		if !reflect.DeepEqual(first, Find(text, Options{})) {
			t.Fatal("the same text gave other quotations")
		}
	}
}

// A text of several blocks must give what its parts give, at the right places.
func TestFindReadsLongTextInBlocks(t *testing.T) {
	const para = "“We open the bridge in May,” Ada Hill said, and “nobody” pays.\n\n"
	n := 3*blockSize/len(para) + 1
	text := strings.Repeat(para, n)
	got := Find(text, Options{})
	if s := check(text, got); s != "" {
		t.Fatal(s)
	}
	if len(got) != 2*n {
		t.Fatalf("got %d quotations, want %d", len(got), 2*n)
	}
	for i, q := range got {
		if i%2 == 0 && (text[q.Start:q.End] != "“We open the bridge in May,”" || q.Speaker != "Ada Hill") {
			t.Fatalf("quotation %d is %q by %q", i, text[q.Start:q.End], q.Speaker)
		}
	}
}

func TestBlockEnd(t *testing.T) {
	long := strings.Repeat("a", blockSize)
	tests := []struct {
		name, text string
		want       int
	}{
		{"short", "a b", 3},
		{"blank line", "a\n\n" + long, 3},
		{"space", "a " + long, 2},
		{"one word", long + long, blockSize},
		{"character at the cut", long[1:] + "é" + long, blockSize - 1},
		{"invalid bytes at the cut", long[3:] + strings.Repeat("\x80", 8) + long, blockSize},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := blockEnd(tt.text, 0); got != tt.want {
				t.Errorf("got %d, want %d", got, tt.want)
			}
		})
	}
}

func FuzzQuotes(f *testing.F) {
	for _, s := range []string{
		`“We open in May,” Ada Hill said. “Come.”`, `"A," said X. 'b' it's '90s 6'2"`, "« Un.\n\n» Deux », a-t-elle dit.",
		"„Ja“, sagte sie. »Nein«", "「はい」と述べた。『本』", "''a'' ``b''", "X: “a\n\n“b” — Y", `X's claim “a” (“b”), “c” and “d,” who said`,
		"According to X, \"a.\"\n- Y", "\xff\"\"\xe2\x80", "Mr. X (R-Ky.), who, said, “a”", `“We go,” Dwayne “The Rock” Johnson`, "« Oui ? dit Lucie. »", `fishing to Hill pleaded “a b c d”`,
	} {
		f.Add(s, "en", false)
		f.Add(s, "fr", true)
	}
	f.Fuzz(func(t *testing.T, text, lang string, doubled bool) {
		qs := Find(text, Options{Lang: lang, Doubled: doubled})
		if s := check(text, qs); s != "" {
			t.Fatal(s)
		}
		for _, q := range qs {
			if utf8.ValidString(text) && !utf8.ValidString(text[q.InnerStart:q.InnerEnd]) {
				t.Fatalf("quotation cut inside a character: %q", text[q.Start:q.End])
			}
		}
	})
}
