package sentence

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestClauses(t *testing.T) {
	for _, c := range []struct {
		name, lang string
		max        int
		want       string
	}{
		{"short", "en", 80, "It voted at noon."},
		{"semicolon before comma", "en", 60, "The council met on Tuesday, at noon; |the mayor, who was ill, did not come."},
		{"comma before a conjunction", "en", 60, "The council met in the old hall on Tuesday, |and the mayor sent a letter."},
		{"dash", "en", 45, "The council met in the old hall |— the new one burned down."},
		{"bracket", "en", 50, "The council met in the old hall |(the new one had burned down)."},
		{"conjunction", "en", 50, "The council met in the old hall on Tuesday |because the new one had burned down."},
		{"not behind a preposition", "en", 44, "The hall was the one on which the council |of the old town had spent its money."},
		{"not inside a joined conjunction", "en", 50, "Nobody in the council voted for the bridge |and or for the road that leads to it."},
		{"name kept whole", "en", 40, "The letter |was from Sir Anthony Wells Fargo |the younger."},
		{"number with its unit", "en", 32, "The bridge had cost the town |35 million dollars by then."},
		{"abbreviation", "en", 30, "The town hall was shut |when Gen. Alvarez |came to town."},
		{"date", "en", 44, "The town hall was shut down on Aug. 6, 2019, |and nobody knew why."},
		{"word longer than the limit", "en", 10, "abcdefgh|ijklmnopq|rstuvwxyz"},
		{"words in a row without spaces", "en", 10, "abcde|-fghij|/klmno"},
		{"Chinese", "zh", 8, "我们今天去北京，|明天回上海。"},
		{"Thai vowels stay with their letters", "th", 5, "ที่|นี่|ที่|นี่|ที่"},
		{"no limit", "en", 0, "The council met."},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := strings.ReplaceAll(c.want, "|", "")
			var want []string
			for _, s := range strings.Split(c.want, "|") {
				want = append(want, strings.TrimSpace(s))
			}
			if diff := cmp.Diff(want, pieces(text, Clauses(text, c.lang, c.max))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestClausesAreBalanced(t *testing.T) {
	text := strings.Repeat("the council of the town met in the old hall ", 40)
	for limit := 50; limit < 400; limit += 17 {
		spans := Clauses(text, "en", limit)
		longest, shortest := 0, limit
		for _, s := range spans {
			longest, shortest = max(longest, s.End-s.Start), min(shortest, s.End-s.Start)
		}
		if longest > limit || shortest < longest/2 {
			t.Errorf("at most %d runes: from %d to %d", limit, shortest, longest)
		}
	}
}

func FuzzClauses(f *testing.F) {
	for _, c := range splitCases {
		text, _ := split(c.want)
		f.Add(text, c.lang, 20)
	}
	f.Add(strings.Repeat("x", 90)+" 3,000.5 km", "", 7)
	f.Fuzz(func(t *testing.T, text, lang string, max int) {
		max %= 500
		spans := Clauses(text, lang, max)
		checkSpans(t, text, spans)
		for _, s := range spans {
			if max > 0 && utf8.ValidString(text) && utf8.RuneCountInString(text[s.Start:s.End]) > max {
				t.Fatalf("%q is longer than %d", text[s.Start:s.End], max)
			}
		}
	})
}

func BenchmarkClauses(b *testing.B) {
	text := strings.Repeat("the council of the town, which had met in the old hall, voted ", 160)
	for name, max := range map[string]int{"300": 300, "5000": 5000} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Clauses(text, "en", max)
			}
		})
	}
}
