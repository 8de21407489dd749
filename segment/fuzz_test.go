package segment

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"articast/article"
	"articast/segment/spoken"
)

// FuzzSegments makes plans of any bytes in any format with any options: no word is lost (New checks), nothing is too
// long, empty or no text, and the plan survives its JSON.
func FuzzSegments(f *testing.F) {
	for i, seed := range []string{
		"The Dam Holds\n\nBy Ann Lee | May 3, 2020 | 4:45 PM EDT\n\nOSLO (Reuters) – “It rained,” said Lee.[1] “We ran.”\n\n* * *\n\nSponsored Links",
		"<h1>Rain</h1><p>It rained<sup>1</sup> for a week[edit].</p><figure><figcaption>A dam. (Photo: Ann Lee/AP)</figcaption></figure><pre>x := 1</pre>",
		"# Rain\n\n> It rained.\n\n1. One\n2. Two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\ncode code code code code code code code code code code code code\n```",
		strings.Repeat("abcdefghij", 90) + " " + strings.Repeat("9", 400),
		strings.Repeat("abcdefghij", 160) + " rained and rained",
		"雨が降った。「まだ降っている」と彼は言った。",
		"“A\n\n“B\n\n“C”",
		"The [rain](/ɹeɪn/) fell.[pause:1.5s] “It [voice:ann] fell,” she [pause] said[/voice].\n\n[voice:b]\n\n[pause:2s]\n\n[x] [A. 5](/ˈeɪ/) and rain for $5",
	} {
		f.Add(seed, uint16(i*37), "rain")
	}
	f.Fuzz(func(t *testing.T, text string, bits uint16, expression string) {
		format := []article.Format{article.FormatText, article.FormatHTML, article.FormatMarkdown}[bits%3]
		doc, err := article.Parse(strings.NewReader(text), "fuzz", format)
		if err != nil {
			return
		}
		o := fuzzOptions(bits, expression)
		p, err := New(doc, o)
		if err != nil {
			if strings.Contains(err.Error(), "nothing to speak") {
				return
			}
			t.Fatal(err)
		}
		for _, s := range p.Segments {
			checkMap(t, s)
			if strings.TrimSpace(s.Spoken) == "" || !utf8.ValidString(s.Spoken) {
				t.Fatalf("segment %s says %q", s.ID, s.Spoken)
			}
			if n := runesWithoutRows(s.Spoken); n > o.maxRunes()+40 && runesWithoutRows(s.Text) > 2*longWord {
				t.Fatalf("segment %s has %d runes: %.200q", s.ID, n, s.Text)
			}
		}
		checkJSON(t, p)
	})
}

// runesWithoutRows counts code points, a row of the same sign or accent once: they stay with the word beside them, however many.
func runesWithoutRows(text string) int {
	n, before := 0, rune(0)
	for _, r := range text {
		if inWord(r) && !unicode.IsMark(r) || r != before {
			n++
		}
		before = r
	}
	return n
}

// fuzzOptions makes options of bits.
func fuzzOptions(bits uint16, expression string) Options {
	var o Options
	bits /= 3
	o.Captions = []CaptionMode{"", CaptionsEnd, CaptionsSkip, CaptionsInline}[bits%4]
	bits /= 4
	o.Quotes = []QuoteMode{"", QuotesCue, QuotesPlain, QuotesVoice}[bits%4]
	bits /= 4
	o.Credits = bits&1 > 0
	if bits&2 > 0 {
		o.Keep = []string{"page", "caption/credit", "code/long", "table/long"}
	}
	if bits&4 > 0 {
		o.Skip = []string{"footnotes", "headings"}
	}
	if re, err := regexp.Compile(expression); bits&8 > 0 && err == nil && len(expression) < 20 {
		o.DropText = []*regexp.Regexp{re}
	}
	if bits&16 > 0 {
		o.MaxRunes = minMaxRunes
	}
	if bits&32 > 0 {
		o.Lexicon, _ = spoken.ReadLexicon(strings.NewReader("rain = drops of water\nAnn = /æn/\n/f(.)ll/i = $1"), "fuzz")
	}
	return o
}

// checkMap checks that a segment's alignment leaves a word that nothing touched a pair of its own, and that what is said
// otherwise than it is written has a rule, is a lead-in or stands around a drop.
func checkMap(t *testing.T, s Segment) {
	t.Helper()
	letter := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	for a := range s.Align.Pieces() {
		before, after := s.Text[a[0]:a[1]], s.Spoken[a[2]:a[3]]
		switch {
		case before == "" || after == "":
		case before != after && len(s.Rules) == 0 && !strings.ContainsAny(before, "[]") && strings.Trim(before, " ") != strings.Trim(after, " "):
			t.Fatalf("segment %s: %q is said %q by no rule", s.ID, before, after)
		case before == after && strings.ContainsFunc(before, letter) && strings.IndexFunc(before, unicode.IsSpace) >= 0:
			t.Fatalf("segment %s: the untouched words %q are one pair of %q", s.ID, before, s.Text)
		}
	}
}

// checkJSON checks that a plan survives being written and read.
func checkJSON(t *testing.T, p *Plan) {
	t.Helper()
	var first, second bytes.Buffer
	if err := p.Write(&first); err != nil {
		t.Fatal(err)
	}
	again, err := ReadPlan(bytes.NewReader(first.Bytes()))
	if err != nil {
		t.Fatalf("%v of %s", err, first.String())
	}
	if err := again.Write(&second); err != nil {
		t.Fatal(err)
	}
	if first.String() != second.String() {
		t.Fatalf("the plan changed:\n%s\n%s", first.String(), second.String())
	}
	if e := again.Edited(); e != (Edits{}) {
		t.Fatalf("Edited() = %+v of a plan that nobody edited", e)
	}
}

// FuzzReadPlan reads any bytes as a plan: an error or a plan that can be written.
func FuzzReadPlan(f *testing.F) {
	f.Add([]byte(`{"version":1,"title":"Rain","lang":"en","document":"","made":1,"segments":[{"id":"s0001","role":"body","text":"Rain.","spoken":"Rain.","align":[[0,5,0,5]],"pause_before_ms":0,"pause_after_ms":1,"start":0,"end":5}],"dropped":[],"quotes":[]}`))
	f.Add([]byte(`{"version":1,"segments":[{"align":[[1,2],[3,4]]}]}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if p, err := ReadPlan(bytes.NewReader(raw)); err == nil {
			if err := p.Write(&bytes.Buffer{}); err != nil {
				t.Fatal(err)
			}
			p.Edited()
		}
	})
}
