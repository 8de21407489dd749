package segment

import (
	"slices"
	"strings"
	"testing"
)

// Lines of a page that say by themselves what they are, with what the Plan makes of them.
func TestLinesOfPagesThatSayWhatTheyAre(t *testing.T) {
	head := []string{"Log In", "Advertisement", "Farmers of the valley stay in their houses"}
	for name, c := range map[string]struct {
		lines []string // below the headline
		want  []string
	}{
		"author and day": {
			[]string{"Jane Roe | 12 March 2020 14:05", prose1, prose2},
			[]string{"byline: Jane Roe.", "date: the twelfth of March, twenty twenty."},
		},
		"updated, by": {
			[]string{"By Jane Roe", "Share on Facebook", "Updated 3 May 2021", prose1, prose2},
			[]string{"byline: By Jane Roe.", "date: Updated the third of May, twenty twenty-one."},
		},
		"day far below the author": {
			[]string{"By Jane Roe", "Most Popular Today", "Dog bites man 1", "Man bites dog 2", "Submit", "November 18, 2019 | 4:10pm", prose1, prose2},
			[]string{"byline: By Jane Roe.", "date: November eighteenth, twenty nineteen."},
		},
		"a numbered figure": {
			[]string{prose1, "Figure 1.2 The wall as it stood before the flood of that spring, seen from the south", prose2},
			[]string{"caption: Figure one point two."},
		},
		"a caption that names its source": {
			[]string{prose1, "Farmers look over the valley from the wall, in the year in which it was built. Image: Echo Archive.", prose2},
			[]string{"caption: Photo: Farmers look over the valley from the wall, in the year in which it was built.", "- caption/credit: Image: Echo Archive."},
		},
		"a post": {
			[]string{prose1, "They will never leave, and who would? #valley https://t.co/x", "— Paul Weaver (@weaver) November 18, 2019", prose2},
			[]string{"blockquote: They will never leave, and who would?"},
		},
		"a plea amid the article": {
			[]string{prose1, "There is more where that came from. Sign up for the Water Post today to get the free daily newsletter delivered to your inbox daily.", prose2},
			[]string{"- newsletter/signup: There is more where that came from. Sign up for the Water Post today to get the free daily newsletter delivered to your inbox daily."},
		},
	} {
		t.Run(name, func(t *testing.T) {
			plan := shortPlan(t, strings.Join(append(slices.Clone(head), c.lines...), "\n\n"))
			for _, want := range append(c.want, "title: Farmers of the valley stay in their houses.", "body: "+prose1, "body: "+prose2) {
				if !slices.ContainsFunc(plan, func(line string) bool { return strings.HasPrefix(line, want) }) {
					t.Errorf("%q is missing in\n%s", want, strings.Join(plan, "\n"))
				}
			}
		})
	}
}

func TestFurnitureIsNoSentenceThatBeginsLikeIt(t *testing.T) {
	for _, text := range []string{
		"We encourage the unions to think for themselves, and they have never needed to be told.",
		"This report was read by the whole valley before a week had passed.",
		"People who sign up for the service get a letter a week later.",
	} {
		if v := newLineView(text, "en"); v.isFurniture() {
			t.Errorf("%q is taken for %s", text, v.furniture.rule)
		}
	}
}

// TestLinesOfOtherLanguages: no paragraph is lost for having words that the tables do not know.
func TestLinesOfOtherLanguages(t *testing.T) {
	for lang, c := range map[string]struct{ page, want string }{
		"de": {`Anmelden|Politik|Sport|Hochwasser am Fluss: Stadt sperrt Brücke|Von Anna Lee|Teilen|Anzeige
|Die Stadt hat die Alte Brücke am Montag gesperrt, nachdem der Fluss in der Nacht um mehr als zwei Meter gestiegen war.
|„Das Wasser steigt noch immer“, sagt der Wirt Uwe Lang, der seit dreißig Jahren am Ufer lebt. „So hoch war es noch nie.“
|Lesen Sie auch: Wie man sich vor Hochwasser schützt|Am Dienstag tagt der Rat der Stadt. Dann soll entschieden werden, ob die Schule geschlossen bleibt.
|Mehr zum Thema|Dürre im Süden: Bauern klagen über Verluste|Impressum`, "title byline body quote body quote body body"},
		"fr": {"La ville ferme le pont|Par Anne Roux|L’eau monte encore. Le patron du café regarde la rivière depuis sa porte.|La mairie a fermé le pont lundi. Personne ne peut y passer avant la fin de la crue.",
			"title byline body body body body"},
		"ru": {`Войти|Политика|Город закрыл старый мост после паводка|Реклама
|Мэрия закрыла старый мост в понедельник, после того как за ночь река поднялась более чем на два метра.
|«Вода всё ещё прибывает», — сказал Иван Николаев, хозяин кафе, который живёт на берегу уже тридцать лет.
|Совет соберётся во вторник. Он решит, останутся ли школа и детский сад закрытыми до конца недели.|© 2021 Эхо`, "title body quote body body body"},
	} {
		p := planOf(t, strings.ReplaceAll(strings.ReplaceAll(c.page, "\n", ""), "|", "\n\n"), Options{})
		var roles []string
		for _, s := range p.Segments {
			roles = append(roles, string(s.Role))
		}
		if got := strings.Join(roles, " "); got != c.want {
			t.Errorf("%s: %s, want %s", lang, got, c.want)
		}
	}
}
