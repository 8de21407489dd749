package article

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"
)

// checkAny holds a Document of any source against what every Document promises.
func checkAny(t *testing.T, d *Document, src []byte) {
	t.Helper()
	if len(d.Blocks) == 0 {
		t.Fatal("a Document without blocks and no error")
	}
	for i, b := range d.Blocks {
		if strings.TrimSpace(b.Text) == "" || !utf8.ValidString(b.Text) {
			t.Fatalf("block %d: text %q", i, b.Text)
		}
		if b.Kind == "" || b.Start < 0 || b.End < b.Start || b.End > len(src) {
			t.Fatalf("block %d: kind %q, span %d:%d of %d bytes", i, b.Kind, b.Start, b.End, len(src))
		}
		if b.Kind != KindCode && b.Kind != KindTable && strings.Join(strings.Fields(b.Text), " ") != b.Text {
			t.Fatalf("block %d: white space in %q", i, b.Text)
		}
		for _, m := range b.Marks {
			if m.Start < 0 || m.End <= m.Start || m.End > len(b.Text) || !utf8.ValidString(b.Text[m.Start:m.End]) {
				t.Fatalf("block %d: mark %+v in %q", i, m, b.Text)
			}
		}
	}
}

func FuzzParseHTML(f *testing.F) {
	f.Add([]byte(page1))
	for _, seed := range []string{
		"<p>a<b>b<p>c</b>d<br><br>e", "<table><tr><td>a<table><td>b</table>c</table>d", "<ul><li>a<ol start=2><li value=x>b", "<pre>a\n\n b</pre>",
		"<figure><figcaption>a<span class=credit>b</span></figcaption></figure>", "<blockquote class=twitter-tweet>a — b (@c)</blockquote>",
		"<noscript><p>a</noscript>", "<svg><title>a</title></svg>b", "\ue0000\ue001", "<title>&nbsp;a", "<plaintext>a</b>", "\xff\xfea\x00", "<h2><a href=/x>a b c</a></h2><p>d.",
		`<script type="application/ld+json">{"@type":"Article","author":{"@id":"a"},"@graph":[{"@id":"a","name":"b"}]}</script>c`,
		"<q><p>a</p>b<q>c<p></q></q>", "<sup><a href=#1>1</a></sup><q>a</q><code>b</code><i lang=fr>c</i>", "<frameset><frame>", "<select><option>a", "<math><mi>a</math>b", "<template><p>a</template>b",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		d, err := ParseHTML(bytes.NewReader(src), "https://echo.example/2024/x")
		if err != nil {
			return
		}
		text, err := decodeHTML(src, "")
		if err != nil {
			t.Fatal(err)
		}
		checkAny(t, d, text)
	})
}

func FuzzParseMarkdown(f *testing.F) {
	f.Add([]byte(markdown1))
	for _, seed := range []string{
		"# a\n\nb[^1]\n\n[^1]: c", "+++\na = 1\n+++\nb", "---\na:\n - b\n---\nc", "<div>\na\n</div>\n", "![a](b \"c\")", "| a |\n|-|\n| b |", "> - 1. a\n\n\tb", "<http://a.example>", "a  \nb\\\nc", "&amp;&#0;\\*",
		"<!-- a", "[a]: b\n[a]", "~~a~~ `b` **c**", "- [ ] a",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		d, err := ParseMarkdown(bytes.NewReader(src), "a.md")
		if err != nil {
			return
		}
		text, err := decodeText(src, "")
		if err != nil {
			t.Fatal(err)
		}
		checkAny(t, d, text)
	})
}

func FuzzDates(f *testing.F) {
	for _, seed := range []string{"May 4, 2021", "2021-05-04T06:30:00+02:00", "4. Mai 2021", "05/04/2021", "20210504T0630"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := cleanDate(s)
		if d == "" {
			return
		}
		if again := cleanDate(d); again != d {
			t.Errorf("%q is read as %q, and that as %q", s, d, again)
		}
	})
}

func FuzzAuthors(f *testing.F) {
	for _, seed := range []string{"By Ann Lee and Bo Ek, staff writer", "Ann Lee, PhD | The Post", "von A. B. Cee und Dee", "by by by", ",;|&"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, name := range cleanAuthors([]string{s, strings.ToUpper(s)}) {
			if strings.TrimSpace(name) != name || name == "" {
				t.Errorf("%q: name %q", s, name)
			}
		}
	})
}

func FuzzDetect(f *testing.F) {
	f.Add([]byte("<html>"), "x.md")
	f.Add([]byte("# a\n\n- b\n- c"), "-")
	f.Fuzz(func(t *testing.T, src []byte, source string) {
		format := Detect(src, source)
		d, err := Parse(bytes.NewReader(src), source, "")
		var limit *LimitError
		if err == nil && d.Format != format || errors.As(err, &limit) && limit.Limit <= 0 {
			t.Errorf("detected %q, read as %q", format, d.Format)
		}
	})
}
