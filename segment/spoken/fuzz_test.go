package spoken

import (
	"testing"
)

// fuzzSeeds are forms that rules wait for, next to each other and broken.
var fuzzSeeds = []string{
	"", "US troops left the U.S. The US's plan", "$5-$10 million, -$3.50, $-5, 5€ 50¢", "Aug. 19, 2019 19 August 2019 2019-08-19 8/19/2019 '90s mid-1980s",
	"4:45 AM EDT 9 a.m.-5 p.m. 1:02:03 16:45", "World War II Henry VIII King Charles I (ii)", "F-16 COVID-19 H1N1 A320 5G B-52s", "1/2 4 1/2 ½ 2/3rds 1,000.5 007 .5 -5",
	"https://www.example.com/a?b=c bob@example.org @x #MeToo2 report.pdf", "he—she -- it - they … – —", "5'10\" 12\" 6ft 2in 51°30′N 25 x 7 m", "🔥🔥🇺🇸👍🏽\u200d",
	"[1] [a] word¹ word* *** --- ===", "Sen. A. B. Smith Jr., R-TX, D-Calif. St. Dr. No. 5 vs. etc.", "1.1.1.1.1.1.1", "((((1-1-1-1", "I, v, i. MIX CD", "A. A. A.", "A.\xff5", "5\u0301x", "’90s ‘08",
	"read lead live close 1 read", "0 0/0 00:00 0.0.0", "1234-5678-9012-3456 1-800-GO", "%%% 5%% 5 % -5%", "AT&T R&B Q&A", "10k 5M 3B 7m 2.5x 9s 4h", "№5 §5 ~5 <5 ≥5 →",
}

func FuzzNormalize(f *testing.F) {
	for _, s := range fuzzSeeds {
		f.Add(s)
	}
	for _, c := range goldenCases(f) {
		f.Add(c.written)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4096 {
			return
		}
		for _, o := range []Options{{}, {Region: "GB"}, {Lang: "cs"}} {
			r := Normalize(text, o)
			checkAlign(t, text, r)
			checkPairs(t, text, r)
			if again := Normalize(r.Text, o); again.Text != r.Text {
				t.Fatalf("%q (%s)\nis said %q\n  again %q\nby %v", text, o.Region, r.Text, again.Text, again.Rules)
			}
			if o.Lang == "cs" && (r.Text != text || len(r.Rules) > 0) {
				t.Fatalf("%q: changed without tables to %q", text, r.Text)
			}
		}
	})
}

// checkPairs fails the test unless each pair is one firing of a rule, or says what is written, and no word or digit is
// lost without a rule.
func checkPairs(t testing.TB, text string, r Result) {
	t.Helper()
	fired := r.Rules
	for p := range r.Align.Pieces() {
		before, after := text[p[0]:p[1]], r.Text[p[2]:p[3]]
		if len(fired) > 0 && fired[0].Before == before && fired[0].After == after {
			fired = fired[1:]
			continue
		}
		if before != after {
			t.Fatalf("%q: %q is said %q by no rule", text, before, after)
		}
		checkToken(t, text, before)
	}
	if len(fired) > 0 {
		t.Fatalf("%q: firings without a pair: %v", text, fired)
	}
}

// checkToken fails the test when a pair that no rule made holds a word and something else.
func checkToken(t testing.TB, text, pair string) {
	t.Helper()
	s := &scan{text: pair}
	for pos := 0; pos < len(pair); {
		end, isWord := s.token(pos)
		if isWord && (pos > 0 || end < len(pair)) {
			t.Fatalf("%q: the pair %q holds the word %q and more", text, pair, pair[pos:end])
		}
		pos = end
	}
}
