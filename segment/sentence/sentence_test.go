package sentence

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// splitCases hold the sentences of a paragraph divided by "|", which is no part of the text; a space follows each but
// where "~|" stands.
var splitCases = []struct {
	name, lang, want string
}{
	{"plain", "en", "The council met on Tuesday.| It voted at noon.| Nobody spoke."},
	{"question and exclamation", "en", "Who paid?| Nobody!| The bill is still there."},
	{"no stop at the end", "en", "The council met.| It voted"},
	{"title", "en", "Mr. Harmon and Dr. Okafor met Sen. Alvarez.| They left early."},
	{"initials", "en", "The novelist T. R. Mallory lives with John F. Doe in Kent.| She writes."},
	{"pronoun before a stop", "en", "We were early, my sister and I.| Nobody else came."},
	{"company in the middle", "en", "Brandt Corp. said it would buy Lumen Inc. for cash."},
	{"company at the end", "en", "He joined Brandt & Co.| Profits rose."},
	{"country before a noun", "en", "The U.S. Senate met."},
	{"country at the end", "en", "She moved to the U.S.| The move took a year."},
	{"country before a plural with its verb", "en", "He spoke across the U.S.| Thousands listened."},
	{"time at the end", "en", "It opens at 9 a.m.| Visitors queue."},
	{"time at the start", "en", "At 9 a.m. Ms. Bell arrived."},
	{"time with zone", "en", "It starts at 8 p.m. Eastern time."},
	{"month before a day", "en", "It closed on Sept. 3 and reopened in Oct.| The owner is new."},
	{"number sign", "en", "Flat No. 5 is empty.| Is it?| No.| Five people left."},
	{"storm, bill and flight", "en", "The Cat. 4 storm hit Flt. 93.| Prop. 8 passed with Sched. 2 and cl. 3 of the Act."},
	{"court and verse", "en", "The 9th Cir. 1997 ruling cites Ex. 3:14, Ps. 23 and s. 12(3).| It stands."},
	{"article in Roman one", "en", "See Art. I, § 8, and Art. II.| It is short."},
	{"street by its side", "en", "He lives at 12 W. 34th St. and she at 16 Penn Ave. NW, Washington."},
	{"secretary and doctors", "en", "Sec. Bell met Drs. Ray and Kim for 30 sec.| Then they left."},
	{"patent", "en", "It holds U.S. Pat. No. 5,747,282 and more.| Ask Pat.| No one did."},
	{"county", "en", "They met in Co. Down.| He left Brandt & Co.| She stayed."},
	{"case with letters", "en", "The case is No. BA097211.| It is old."},
	{"code of a share", "en", "Shares of Acme (ACME.N) and Beta (BETA.L) fell.| Gamma rose."},
	{"catalogue of works", "en", "She played Mozart's K. 626.| He took vitamin K.| 5 others did not."},
	{"degrees", "en", "Bake it at 350 F.| Serve it warm.| It fell to -5 C.| Snow fell."},
	{"decimals and money", "en", "It cost $3.50 in 1.5 litre bottles."},
	{"version joined to nothing", "en", "Go 1.26.1 is out."},
	{"ellipsis inside", "en", "Well ... we waited... and waited."},
	{"ellipsis at the end", "en", "We waited...| Then it rained."},
	{"ellipsis before the pronoun", "en", "And then ... I left."},
	{"four dots", "en", "The text was cut.| . . . Nobody saw it."},
	{"quotation with attribution", "en", "“Is it open?” Bolton asked.| “It is.”"},
	{"quotation with a rare verb", "en", "“Go where?” Bolton barked.| Nobody spoke."},
	{"quotation with small attribution", "en", "\"Is it open?\" he asked."},
	{"quotation ends the sentence", "en", "She said, “It is open.”| He nodded."},
	{"mark outside the quotation", "en", "She called it “open”.| He nodded."},
	{"several sentences in a quotation", "en", "“It is open.| Come in.| Sit down,” she said."},
	{"straight quotation opens", "en", "He nodded.| \"It is open.\"| \"Fine.\""},
	{"bracket around a sentence", "en", "He nodded.| (It was late.)| She left."},
	{"bracket inside", "en", "The firm (formerly Lumen Inc.) moved."},
	{"joined", "en", "It was late.~|The shop was shut.~|Nobody came."},
	{"joined quotation", "en", "“It was late.”~|The shop was shut."},
	{"addresses", "en", "Write to ann.lee@example.org or see www.example.org/News.Today for more."},
	{"file names", "en", "Open README.md or www.Main.Java now."},
	{"footnote", "en", "It was late.[4]| The shop was shut.[5][6]| Nobody came. [7]| Then rain."},
	{"list with stops", "en", "1. Open the box.| 2. Read the note.| 3. Close it."},
	{"list without stops", "en", "1) Open the box| 2) Read the note| 3) Close it"},
	{"list in words", "en", "a.) Open the box.| b.) Read the note."},
	{"bullets", "en", "• Open the box| • Read the note"},
	{"list lines", "en", "Bring these:|\n1. A rope|\n2. A lamp"},
	{"name with a mark", "en", "She works at Yahoo! in the lab.| It pays."},
	{"question in the middle", "en", "The question why? was never put."},
	{"small name opens", "en", "He has one.| iPhones are dear."},
	{"moves of chess", "en", "White opened 1. e4 e5 2. Nf3 Nc6 3. Bb5 a6 and won.| He resigned."},
	{"moves with captures", "en", "He resigned after 34. Qxd5+ Kh8 35. Rd1.| The crowd rose."},
	{"castling", "en", "Then came 12. O-O and calm.| Nobody moved."},
	{"list behind a colon", "en", "The ingredients: 1. Flour.| 2. Sugar.| 3. Eggs."},
	{"company behind a mark", "en", "Guess? Inc. rose.| Yahoo! Inc. fell."},
	{"company of two abbreviations", "en", "The head of Morgan & Co. Inc. spoke.| He smiled."},
	{"also known as", "en", "We met Ann Lee, a.k.a. Jane Doe.| She sang."},
	{"degrees with a scale", "en", "It was 5 deg. C. at noon.| The avg. was lower."},
	{"makers of a film", "en", "The film (dir. John Ford, prod. M. C. Cooper) won.| It ran long."},
	{"place names with a short title", "en", "He saw Mt. Vernon, Ft. Worth and Pt. Reyes.| She did not."},
	{"part of an address", "en", "He lives at 10 Main St., Apt. 5 in Salem.| She moved."},
	{"verses", "en", "Read Gen. 1:1, Rom. 8:28 and 1 Cor. 13:4.| Amen."},
	{"a name like that of a book", "en", "We met Phil.| 5 more came."},
	{"street in German", "de", "Er wohnt in der Goethestr. 5 in Ulm.| Sie auch."},
	{"page in German", "de", "Vgl. Abb. 3 und S. 12 ff.| Siehe auch Nr. 5."},
	{"founded in German", "de", "Die Firma wurde 1950 gegr.| Sie wuchs."},
	{"out of office in German", "de", "Bundeskanzler a. D. Schmidt sprach.| Er ging."},
	{"money in Spanish", "es", "Costó 500 ptas. en 1990.| Hoy es más."},
	{"title behind an article in Italian", "it", "L'on. Neri e il prof. Conti parlano.| Poi basta."},
	{"small words open in Dutch", "nl", "Overdag was het stil.| 's Avonds kwamen ze.| 'n Man liep."},
	{"no stop inside St.", "en", "St. Mary is on Elm St.| The other is not."},
	{"doctorate", "en", "She has a Ph.D. in law.| He has none."},
	{"etc.", "en", "Ropes, lamps, etc. are here.| Bring ropes, lamps, etc.| Others will come."},
	{"state in a place", "en", "He lives in Reno, Nev.| Police came.| In Ames, Iowa, and Reno, Nev., nobody did."},
	{"state before a title", "en", "We met Va. Attorney General Ann Bell."},
	{"state with dash", "en", "RENO, Nev. — Police came.| RYE, N.H. - They left."},
	{"party and state", "en", "Rep. Ann Bell (D-N.Y.) came.| So did Sen. Joe Hall, R-Ark., and his aide."},
	{"nickname", "en", "Robert C. \"Bob\" Hall left.| Gov. C.L. (Cy) Young stayed."},
	{"post behind a company", "en", "It was Brandt Corp. Chairman Ann Bell.| He left Brandt Corp.| Chairman of it is Ann Bell."},
	{"company opens", "en", "N.V. Brandt said so."},
	{"acronym in a headline", "en", "Plan To Let Families Enter U.S. As Guests"},
	{"acronym with a dash", "en", "The D.C.-based firm left the E.U. – It was late."},
	{"acronym run into a word", "en", "He argued thatU.S. prices rose."},
	{"time of a city", "en", "It opens at 9 a.m. London time."},
	{"born and died", "en", "Her sons (b. March 2009 and b. 2011) left, as did Ann Lee (m. 1949; div. 1964)."},
	{"reference", "en", "See Fig. 3 and Vol. IV of the book.| It is good art.| Nobody reads the next para.| It is dull."},
	{"title with a mark and a year", "en", "Her film Maria! (1965) and Why? (Paris, 1967), both dull, are lost."},
	{"bracket behind a sentence", "en", "It was late. |(that is how we saw it)"},
	{"small start", "en", "We prefer the old name.| it is clear.| The firm was approx. two years old."},
	{"face", "en", "We made it! :)| They did not ;-)"},
	{"omission between sentences", "en", "It was late.| … But we stayed. ...| Nobody slept."},
	{"omission inside", "en", "“More people rent … While they can.”"},
	{"marks only", "en", "... !? ..."},
	{"date below a headline", "en", "Council votes for the bridge| Tuesday, May 3, 2022"},
	{"date above a text", "en", "Tuesday, May 3, 2022| The council voted."},
	{"date in a sentence", "en", "The council voted on Tuesday, May 3, 2022"},
	{"caption run in", "en", "The bridge of the harbour town| In the northern district, the mayor lost by ten votes."},
	{"name run in before a day", "en", "Ann Bell, Kent| On Friday, the council met again."},
	{"heading run in before a pronoun", "en", "Crowds at the north gate| They waited for six hours.| Works (by Ann Bell)| Some people say so."},
	{"capitals that open no sentence", "en", "His novel On the Road, a great one, sold.| She said that They are few."},
	{"headline with a pronoun", "en", "Why Mothers Say They are Tired After the Council Votes On the Bridge, Mayor Ann Bell Says"},
	{"emoji behind a mark", "en", "We made it! 🎉🎉| See you 😀 there. 👍🏽| Bye."},
	{"letter as a name", "en", "It holds vitamin C.| Eat it.| It was Ann C. Bell."},
	{"Russian initials", "ru", "А. С. Белов жил в Москве.| Он уехал."},
	{"times and days", "en", "Doors open at 7 p.m. Friday.| Tickets cost $5.| It shuts at 9 p.m.| Visitors leave."},
	{"versions and paths", "en", "Version 2.1.3 is out.| See https://example.org/a.html.| It is free.| So is iOS 17.4."},
	{"enumeration in a sentence", "en", "It must (a) float, (b) burn and (c) sink.| It must 1) float and 2) burn."},
	{"several marks", "en", "What?!| No!!| Really...?| Yes."},
	{"state codes and scores", "en", "He lives in Reno, NV.| They won 3-0.| At 10:30 it ended."},
	{"other authors", "en", "Bell et al. (2019) found none."},
	{"head of a caption", "en", "Figure 1.3| This map shows the town.| Table 2 shows more.| See Figure 2."},
	{"label behind an acronym", "en", "It is in the U.S.| Image: Ann Bell."},
	{"paragraphs", "en", "No stop here\n\n|None here"},
	{"wrapped line", "en", "The council met in\nthe hall.| It voted."},
	{"German", "de", "Am 3. Oktober kam Dr. Weiß z. B. aus Bonn.| Er blieb bis zum 5. des Monats.| „Gut.“| Dann ging er."},
	{"German quotation", "de", "Er sagte: „Es ist spät.“| Sie nickte.| »Gut«, sagte er. |Um 20.15 Uhr ging er."},
	{"German numbers", "de", "Das kostet 3.500 Euro, d. h. zu viel.| Die Fa. Brandt GmbH u. a. zahlten ca. 5 Mio. Euro."},
	{"Spanish", "es", "El Sr. Pérez vive en EE. UU. desde 2010.| ¿Qué hora es?| ¡Es tarde!"},
	{"Italian", "it", "Il dott. Rossi è a Roma.| La sig.ra Bianchi, ecc., arriva alle 9.| Ciao."},
	{"Portuguese", "pt", "O Dr. Silva mora na Av. Brasil.| A Sra. Costa não."},
	{"Dutch", "nl", "Dhr. Jansen woont o.a. in Delft.| Hij kwam bijv. op 3 mei.| Mooi."},
	{"Russian", "ru", "В 2010 г. он жил в г. Москве, ул. Мира.| Потом уехал и т. д.| «Поздно!» — сказал он."},
	{"French", "fr", "M. Petit est parti.| « Il est tard. »| Elle reste."},
	{"Japanese", "ja", "雨が降った。~|「寒い。」と彼は言った。~|終わり。"},
	{"Japanese brackets", "ja", "「寒い。~|もう帰る！」と彼は言った。~|『本当か？』~|雪だ（昨日から。）。~|終わり。"},
	{"Chinese", "zh", "下雨了。~|你来吗？~|好！"},
	{"Chinese quotation", "zh", "他说：“下雨了。~|你来吗？”~|没有人回答！！~|好。"},
	{"Hindi falls back on Unicode", "hi", "वह आया।| वह गया।"},
}

// split cuts a case at its bars.
func split(marked string) (text string, want []string) {
	for _, s := range strings.Split(marked, "|") {
		s = strings.TrimSuffix(s, "~")
		want = append(want, strings.TrimSpace(s))
		text += s
	}
	return text, want
}

// pieces returns the text of the spans.
func pieces(text string, spans []Span) []string {
	var out []string
	for _, s := range spans {
		out = append(out, text[s.Start:s.End])
	}
	return out
}

func TestSplit(t *testing.T) {
	for _, c := range splitCases {
		t.Run(c.name, func(t *testing.T) {
			text, want := split(c.want)
			if diff := cmp.Diff(want, pieces(text, Split(text, c.lang))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestBoundaryAgreesWithSplit(t *testing.T) {
	for _, c := range splitCases {
		text, want := split(c.want)
		ends, at := map[int]bool{}, 0
		for _, s := range want {
			at += strings.Index(text[at:], s) + len(s)
			ends[at] = true
		}
		for i, r := range text {
			if r != ' ' || i == 0 {
				continue
			}
			if got := Boundary(text[:i], text[i:], c.lang); got != ends[i] {
				t.Errorf("%s: Boundary(%q, %q) = %v", c.name, text[:i], text[i:], got)
			}
		}
	}
}

func TestBoundaryAtTheEdges(t *testing.T) {
	for _, c := range []struct {
		left, right string
		want        bool
	}{
		{"", "Text", true},
		{"Text.", "  ", true},
		{"No stop\n\n", "Next", true},
		{"First.\n\nWe met Mr.", " Bell.\n\nLast.", false},
		{"half", "word", false},
		{"end.", "Next", true},
	} {
		if got := Boundary(c.left, c.right, "en"); got != c.want {
			t.Errorf("Boundary(%q, %q) = %v", c.left, c.right, got)
		}
	}
}

func TestClassKnowsAbbreviations(t *testing.T) {
	for _, c := range []struct {
		word, lang string
		want       bool
	}{
		{"Mr", "en", true}, {"mr", "en", true}, {"Corp", "en-US", true}, {"U.S", "en", true}, {"a.m", "en", true},
		{"Sat", "en", true}, {"sat", "en", false}, {"house", "en", false}, {"", "en", false}, {"bzw", "de", true},
	} {
		if got := languageOf(c.lang).class(c.word) != nil; got != c.want {
			t.Errorf("%q in %s: %v", c.word, c.lang, got)
		}
	}
}

// checkSpans fails the test unless the spans are trimmed, ascending and hold all of text that is no white space.
func checkSpans(t *testing.T, text string, spans []Span) {
	t.Helper()
	at := 0
	for _, s := range append(spans, Span{len(text), len(text)}) {
		if s.Start < at || s.End > len(text) || s.End < s.Start {
			t.Fatalf("span %v of %d bytes follows %d in %q", s, len(text), at, text)
		}
		if gap := strings.TrimSpace(text[at:s.Start]); gap != "" {
			t.Fatalf("%q of %q is in no span", gap, text)
		}
		if p := text[s.Start:s.End]; p != strings.TrimSpace(p) || p == "" && s.Start < len(text) {
			t.Fatalf("%q of %q is not trimmed", p, text)
		}
		at = s.End
	}
}

func FuzzSplit(f *testing.F) {
	for _, c := range splitCases {
		text, _ := split(c.want)
		f.Add(text, c.lang)
	}
	f.Add("a. . . . . . b\x80.[1][2]\"'“..\n\n", "en")
	f.Fuzz(func(t *testing.T, text, lang string) {
		spans := Split(text, lang)
		checkSpans(t, text, spans)
		for _, s := range spans {
			if utf8.ValidString(text) && strings.Contains(text[s.Start:s.End], "\n\n") {
				t.Fatalf("%q holds a blank line", text[s.Start:s.End])
			}
		}
		if len(text) < 200 {
			Boundary(text[:len(text)/2], text[len(text)/2:], lang)
		}
	})
}

// article is text for the benchmarks: 250 kB of sentences with all that is hard about them.
func article() string {
	var b strings.Builder
	for b.Len() < 250_000 {
		for _, c := range splitCases {
			if c.lang == "en" {
				text, _ := split(c.want)
				b.WriteString(text + " ")
			}
		}
		b.WriteString("\n\n")
	}
	return b.String()
}

func BenchmarkSplit(b *testing.B) {
	text := article()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Split(text, "en")
	}
}

func BenchmarkSplitHostile(b *testing.B) {
	for name, unit := range map[string]string{"stops": ".", "spaced stops": ". ", "quotes": `."`, "spaces": "  ", "brackets": ".[1]", "capitals": "A.", "letters": "a", "lines": "\n ", "shouts": "! ", "numbers": "1. ", "dates": "Monday, May 1", "asides": "a! (b "} {
		b.Run(name, func(b *testing.B) {
			text := strings.Repeat(unit, 100_000/len(unit))
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Split(text, "en")
			}
		})
	}
}
