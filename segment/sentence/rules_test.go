package sentence

import (
	"strings"
	"testing"
)

// TestRules has a case for each rule: the mark in question stands before "^", and the rule that decides must be the named
// one.
func TestRules(t *testing.T) {
	for _, c := range []struct {
		rule, lang, text string
		want             verdict
	}{
		{"wide", "ja", "雨だ。^雪だ。", ends},
		{"wide", "ja", "「雨だ。^」と言った。", inside},
		{"joined", "en", "It cost 3.^50 there.", inside},
		{"joined", "en", "It rained.^Nobody came.", ends},
		{"joined", "en", "Really?^Yes, really.", ends},
		{"joined", "en", "See http://example.org/?^Name=1 there.", inside},
		{"joined", "en", "Nobody came.^, they said.", inside},
		{"joined", "en", "Mail ann.^Bell@example.org now.", inside},
		{"joined", "en", "Order at Hotels.^Com now.", inside},
		{"joined", "en", "Wait...^what?", inside},
		{"marker", "en", "3.^ The dam held.", inside},
		{"marker", "en", "Q.^ Who paid?", inside},
		{"marker", "en", "2.^) The dam held.", inside},
		{"marker", "en", "iv.^ The dam held.", inside},
		{"aside", "en", "Her song Why?^ (1990) and others.", inside},
		{"aside", "en", "It was Brandt Inc.^ (Ames, Iowa), they said.", inside},
		{"small", "en", "It was clear.^ we left.", ends},
		{"continues", "en", "It was approx.^ two feet.", inside},
		{"continues", "en", "\"Who?^\" he asked.", inside},
		{"ellipsis", "en", "We waited...^ Nobody came.", ends},
		{"ellipsis", "en", "We waited ...^ I think.", inside},
		{"continues", "en", "We waited ...^ then left.", inside},
		{"shout", "en", "Yahoo!^ Japan rose.", inside},
		{"attribution", "en", "“Who?”^ Ann Bell asked.", inside},
		{"abbreviation", "en", "We met Gov.^ Bell there.", inside},
		{"abbreviation", "en", "He left Brandt Corp.^ Profits rose.", ends},
		{"abbreviation", "en", "It is in the U.S.^ They left.", ends},
		{"abbreviation", "en", "See no.^ 5 there.", inside},
		{"initial", "en", "It was Ann Q.^ Bell there.", inside},
		{"initial", "en", "They were late, my sister and I.^ Bell was not.", ends},
		{"initial", "en", "He takes vitamin C.^ They do not.", ends},
		{"ordinal", "de", "Am 3.^ Oktober kam er.", inside},
		{"ordinary", "de", "Es waren 3.^ Dann kam er.", ends},
		{"ordinary", "en", "It rained.^ Ann left.", ends},
		{"ordinary", "en", "It rained!^ Ann left.", ends},
	} {
		at := strings.IndexByte(c.text, '^')
		text := c.text[:at] + c.text[at+1:]
		stop := at - 1
		for stop > 0 && !strings.ContainsAny(text[stop:at], ".!?…。") {
			stop--
		}
		for stop > 0 && (text[stop-1] == '.' || text[stop-1] == '!') {
			stop--
		}
		after, kind := markRun(text, stop)
		start := 0
		if i := strings.LastIndex(text[:stop], "? "); i >= 0 && c.rule != "aside" {
			start = i + 2
		}
		cand := newCandidate(text, languageOf(c.lang), start, stop, after, kind, false)
		for _, r := range rules {
			v := r.decide(&cand)
			if v == unsure {
				continue
			}
			if r.name != c.rule || v != c.want {
				t.Errorf("%q: rule %s says %d; want %s, %d", c.text, r.name, v, c.rule, c.want)
			}
			break
		}
	}
}

func TestEveryRuleDecides(t *testing.T) {
	if last := rules[len(rules)-1]; last.decide(&candidate{}) == unsure {
		t.Errorf("the last rule, %s, is unsure", last.name)
	}
	seen := map[string]bool{}
	for _, r := range rules {
		if seen[r.name] {
			t.Errorf("two rules are called %s", r.name)
		}
		seen[r.name] = true
	}
}

func TestMarkRun(t *testing.T) {
	for _, c := range []struct {
		text string
		end  int
		kind mark
	}{
		{". Next", 1, markStop}, {"... Next", 3, markEllipsis}, {". . . Next", 5, markEllipsis}, {"… Next", 3, markEllipsis},
		{"?! Next", 2, markLoud}, {"!!! Next", 3, markLoud}, {". .5 Next", 1, markStop}, {"。次", 3, markWide}, {"...", 3, markEllipsis},
		{". .", 3, markEllipsis}, {".\" .", 1, markStop}, {"؟ نعم", 2, markLoud},
	} {
		if end, kind := markRun(c.text, 0); end != c.end || kind != c.kind {
			t.Errorf("markRun(%q) = %d, %d; want %d, %d", c.text, end, kind, c.end, c.kind)
		}
	}
}

func TestClosers(t *testing.T) {
	for _, c := range []struct {
		text    string
		inQuote bool
		want    string
		quoted  bool
	}{
		{" Next", false, "", false},
		{"” Next", false, "”", true},
		{"\" Next", true, "\"", true},
		{"\"Next", false, "", false},
		{"\"Next", true, "\"", true},
		{" \" Next", true, " \"", true},
		{" \" Next", false, "", false},
		{" » Ensuite", false, " »", true},
		{"“ Dann", false, "“", true},
		{"“Next", false, "", false},
		{".)” Next", false, "", false},
		{")” Next", false, ")”", true},
		{"'” Next", false, "'”", true},
		{"[12] Next", false, "[12]", false},
		{" [12] [13] Next", false, " [12] [13]", false},
		{"[sic] Next", false, "", false},
		{" :-) Next", false, " :-)", false},
		{" :) Next", false, " :)", false},
		{" :no", false, "", false},
		{"”. Next", false, "”.", true},
		{"", false, "", false},
	} {
		if end, quoted := closers(c.text, 0, c.inQuote); c.text[:end] != c.want || quoted != c.quoted {
			t.Errorf("closers(%q, %v) = %q, %v; want %q, %v", c.text, c.inQuote, c.text[:end], quoted, c.want, c.quoted)
		}
	}
}

func TestCitation(t *testing.T) {
	for text, want := range map[string]int{
		"[1]": 3, "[12, 13] x": 8, "[2–4]": 7, "[a]": 3, "[ab]": 0, "[": 0, "[1": 0, "x": 0, "": 0, "[123456789012]": 0,
	} {
		if got := citation(text); got != want {
			t.Errorf("citation(%q) = %d, want %d", text, got, want)
		}
	}
}

func TestWordsAround(t *testing.T) {
	for _, c := range []struct{ text, before, at string }{
		{"met Mr.| Bell left", "Mr", "Bell"},
		{"the “U.S.| Senate”", "U.S", "Senate"},
		{"then-Sen.| Bell", "then-Sen", "Bell"},
		{"home—it.| O’Hara’s", "it", "O’Hara’s"},
		{"$3.| well-known-", "$3", "well-known"},
		{"(x.| ", "x", ""},
		{".| 4th", "", "4th"},
	} {
		left, right, _ := strings.Cut(c.text, "|")
		text := left + right
		if got := wordBefore(text, 0, len(left)-1); got != c.before {
			t.Errorf("wordBefore(%q) = %q, want %q", left, got, c.before)
		}
		if got := wordAt(text, skipSpace(text, len(left))); got != c.at {
			t.Errorf("wordAt(%q) = %q, want %q", right, got, c.at)
		}
	}
}

func TestCandidateWords(t *testing.T) {
	c := newCandidate("It is “Bell & Co.” (“Now what?”) iPhone", english, 0, 18, 19, markStop, false)
	if c.word != "Co" || !c.quoted || c.nextWord != "Now" || !c.opensBracket() || c.following() != "what" || c.before() != "&" {
		t.Errorf("read %+v, following %q, before %q", c, c.following(), c.before())
	}
	for text, want := range map[string]bool{"A. iPhone": true, "A. phone": false, "A. Phone": true, "A. 5": false, "A. 語": true, "A. ": false} {
		if c := newCandidate(text, english, 0, 1, 2, markStop, false); c.upper() != want {
			t.Errorf("upper(%q) = %v", text, !want)
		}
	}
}

func TestParseMarker(t *testing.T) {
	for _, c := range []struct {
		text   string
		number int
		letter bool
		style  string
	}{
		{"1. Next", 1, false, "."}, {"12) Next", 12, false, ")"}, {"3.) Next", 3, false, ".)"}, {"(4) Next", 4, false, ")"},
		{"b) Next", 2, true, ")"}, {"(C) Next", 3, true, ")"}, {"b.) Next", 2, true, ".)"},
		{"b. Next", 0, false, ""}, {"1.5 Next", 0, false, ""}, {"1234. Next", 0, false, ""}, {"1.", 0, false, ""}, {"(1. Next", 0, false, ""},
		{"x", 0, false, ""}, {"", 0, false, ""}, {"1.. Next", 0, false, ""},
	} {
		if number, letter, style := parseMarker(c.text); number != c.number || letter != c.letter || style != c.style {
			t.Errorf("parseMarker(%q) = %d, %v, %q", c.text, number, letter, style)
		}
	}
}

func TestIsMarker(t *testing.T) {
	for mark, want := range map[string]bool{
		"1": true, "12": true, "1.2": true, "a": true, "Q": true, "I": true, "iv": true, "XII": true, "": false, "No": false, "123456": false,
	} {
		if got := isMarker(mark); got != want {
			t.Errorf("isMarker(%q) = %v", mark, got)
		}
	}
}

func TestCaptionHead(t *testing.T) {
	for text, want := range map[string]int{
		"Figure 1.3 The map": 10, "Table 2 Shops": 7, "Fig 4 (a map)": 5, "Figure 3 shows": 0, "Figure 3. The": 0, "Map of Kent": 0, "Figure": 0,
		"The figure 3 The": 0,
	} {
		if got := captionHead(text, 0, english); got != want {
			t.Errorf("captionHead(%q) = %d, want %d", text, got, want)
		}
	}
}

func TestFullDate(t *testing.T) {
	for text, want := range map[string]int{
		"Tuesday, May 3, 2022": 20, "Tuesday, May 13, 2022 x": 21, "Tuesday, May 3": 0, "Tuesday, May 3, 22": 0, "May 3, 2022": 0, "Tuesday": 0,
		"Tuesday, 3 May 2022": 0, "Tuesday, May 3, 2022.": 0,
	} {
		if got := fullDate(text, 0, english); got != want {
			t.Errorf("fullDate(%q) = %d, want %d", text, got, want)
		}
	}
}

func TestDottedLetters(t *testing.T) {
	for word, want := range map[string]bool{"U.S": true, "a.m": true, "т.д": true, "U": false, "U.S.": false, "U..S": false, "Ph.D": false, "": false, "3.5": false} {
		if got := dottedLetters(word); got != want {
			t.Errorf("dottedLetters(%q) = %v", word, got)
		}
	}
}

// TestClasses has a word of each class of abbreviations and what its stop means before a capital, a starter and a digit.
func TestClasses(t *testing.T) {
	for _, c := range []struct {
		word                  string
		class                 *class
		upper, starter, digit verdict
	}{
		{"Mr", classTitle, inside, inside, inside},
		{"Jr", className, inside, ends, inside},
		{"Calif", classState, inside, ends, inside},
		{"N.Y", classState, inside, ends, inside},
		{"Inc", classCompany, ends, ends, inside},
		{"km", classUnit, ends, ends, inside},
		{"Nov", classMonth, inside, ends, inside},
		{"e.g", classReference, inside, inside, inside},
		{"etc", classClosing, ends, ends, ends},
		{"U.N", classAcronym, inside, ends, inside},
		{"p.m", classTime, ends, ends, inside},
	} {
		if got := english.class(c.word); got != c.class {
			t.Errorf("class(%q) = %v, want %s", c.word, got, c.class.name)
			continue
		}
		for next, want := range map[string]verdict{"Xanadu": c.upper, "They": c.starter, "5": c.digit} {
			text := "The old one of " + c.word + ". " + next + " rest"
			stop := len("The old one of " + c.word)
			c := newCandidate(text, english, 0, stop, stop+1, markStop, false)
			if got := decide(&c); got != want {
				t.Errorf("%q: %d, want %d", text, got, want)
			}
		}
	}
}

func TestTablesAreSound(t *testing.T) {
	for tag, l := range languages {
		for word, k := range l.abbreviations {
			if k == nil || strings.HasSuffix(word, ".") || len(word) > maxAbbreviation {
				t.Errorf("%s: entry %q", tag, word)
			}
			if l.class(word) == nil {
				t.Errorf("%s: %q is not found", tag, word)
			}
		}
		for _, set := range []map[string]bool{l.starters, l.cues, l.conjunctions, l.frames, l.zones, l.posts, l.labels, l.numbered, l.plurals, l.scales, l.shouts, l.lettered, l.openers, l.settings, l.weekdays, l.months} {
			for word := range set {
				if word != strings.ToLower(word) || !has(set, strings.ToUpper(word[:1])+word[1:]) && word[0] < 0x80 {
					t.Errorf("%s: word %q", tag, word)
				}
			}
		}
	}
}

func TestFunctionWord(t *testing.T) {
	for _, c := range []struct {
		word, lang string
		want       bool
	}{{"The", "en", true}, {"which", "en", true}, {"dam", "en", false}, {"und", "de-AT", true}, {"the", "xx", false}, {"", "en", false}} {
		if got := FunctionWord(c.word, c.lang); got != c.want {
			t.Errorf("FunctionWord(%q, %q) = %v", c.word, c.lang, got)
		}
	}
}
