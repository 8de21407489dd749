package segment

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"articast/article"
)

const (
	prose1 = "The farmers of the valley said on Monday that they would not leave their houses, whatever the water board may decide."
	prose2 = "The board will meet in April, and the farmers have been asked to send somebody who can speak for all of them."
)

// shortPlan plans a text and returns "role: what is said" for each segment, and "- rule: text" for each drop.
func shortPlan(t *testing.T, text string) []string {
	t.Helper()
	doc, err := article.ParseText(strings.NewReader(text), "a.txt")
	if err != nil {
		t.Fatal(err)
	}
	p, err := New(doc, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, s := range p.Segments {
		out = append(out, string(s.Role)+": "+s.Spoken)
	}
	for _, d := range p.Dropped {
		out = append(out, "- "+d.Rule+": "+d.Text)
	}
	return out
}

func TestStructureOfPlainText(t *testing.T) {
	for name, c := range map[string]struct {
		lines []string
		want  []string
	}{
		"subheads without a mark": {
			[]string{"The Dam Holds", prose1, "Why the wall must grow", prose2, "What happens next", prose1 + " So be it."},
			[]string{"title: The Dam Holds.", "body: " + prose1, "heading: Why the wall must grow.", "body: " + prose2, "heading: What happens next.", "body: " + prose1, "body: So be it."},
		},
		"items with dashes": {
			[]string{"The Dam Holds", prose1, "- The wall will be higher.", "- The road will be moved.", prose2},
			[]string{"title: The Dam Holds.", "body: " + prose1, "list: The wall will be higher.", "list: The road will be moved.", "body: " + prose2},
		},
		"one dash makes no list": {
			[]string{"The Dam Holds", prose1, "- The wall will be higher.", prose2},
			[]string{"title: The Dam Holds.", "body: " + prose1, "body: - The wall will be higher.", "body: " + prose2},
		},
		"items that count": {
			[]string{"The Dam Holds", prose1, "1. The wall will be higher.", "2. The road will be moved.", prose2},
			[]string{"title: The Dam Holds.", "body: " + prose1, "list: First: The wall will be higher.", "list: Second: The road will be moved.", "body: " + prose2,
				"- list/mark: 1.", "- list/mark: 2."},
		},
		"other numbers do not count": {
			[]string{"The Dam Holds", prose1, "31. The wall will be higher.", "12. The road will be moved.", prose2},
			[]string{"title: The Dam Holds.", "body: " + prose1, "body: thirty-one. The wall will be higher.", "body: twelve. The road will be moved.", "body: " + prose2},
		},
		"a dateline alone": {
			[]string{"The Dam Holds", "LONDON –", prose1, prose2},
			[]string{"title: The Dam Holds.", "dateline: London.", "body: " + prose1, "body: " + prose2},
		},
		"a dateline alone with its agency": {
			[]string{"The Dam Holds", "BERLIN (dpa) –", prose1, prose2},
			[]string{"title: The Dam Holds.", "dateline: Berlin.", "body: " + prose1, "body: " + prose2, "- dateline/agency: (dpa)"},
		},
		"a caption in the past tense, its credit below": {
			[]string{"The Dam Holds", "A row of houses stood below the dam in May, before the water came.", "(Photo: Ann Bell/The Echo)", prose1, prose2},
			[]string{"title: The Dam Holds.", "caption: Photo: A row of houses stood below the dam in May, before the water came.", "body: " + prose1, "body: " + prose2,
				"- caption/credit: (Photo: Ann Bell/The Echo)"},
		},
		"a headline that begins with a quotation": {
			[]string{"“We will not move,” say farmers as the water rises", prose1, prose2},
			[]string{"title: “We will not move,” say farmers as the water rises.", "body: " + prose1, "body: " + prose2},
		},
		"a headline with a full stop": {
			[]string{"The dam broke at last.", prose1, prose2},
			[]string{"title: The dam broke at last.", "body: " + prose1, "body: " + prose2},
		},
		"a short paragraph before another one": {
			[]string{"They had not slept for a week.", "Nobody had hoped for it.", prose1, prose2},
			[]string{"body: They had not slept for a week.", "body: Nobody had hoped for it.", "body: " + prose1, "body: " + prose2},
		},
		"a note by the editor": {
			[]string{"The Dam Holds", prose1, prose2, "Editor’s note: An earlier version of this article gave the wrong year."},
			[]string{"title: The Dam Holds.", "body: " + prose1, "body: " + prose2, "note: Editor’s note: An earlier version of this article gave the wrong year."},
		},
	} {
		if diff := cmp.Diff(c.want, shortPlan(t, strings.Join(c.lines, "\n\n"))); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// In German the comma stands behind the closing mark; it stays with the words before it.
func TestCommaStaysWithQuotation(t *testing.T) {
	got := shortPlan(t, "Die Bauern bleiben\n\n„Wir gehen nicht weg von hier“, sagte Maria Lopez, die ihr ganzes Leben dort gewohnt hat. Der Landrat sagte: „Wir haben kein Geld.“\n\n„Das ist uns allen zu teuer“, erklärte der Minister am Montag in Berlin, wo er mit den Bauern sprach.")
	want := []string{"title: Die Bauern bleiben.", "quote: „Wir gehen nicht weg von hier“,", "body: sagte Maria Lopez, die ihr ganzes Leben dort gewohnt hat.",
		"body: Der Landrat sagte:", "quote: „Wir haben kein Geld.“", "quote: „Das ist uns allen zu teuer“,", "body: erklärte der Minister am Montag in Berlin, wo er mit den Bauern sprach."}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestPagesHaveOneHeadline(t *testing.T) {
	for name, c := range map[string]struct {
		lines []string
		want  []string
	}{
		"below the furniture, without a byline": {
			[]string{"Log In", "News", "Sports", "Weather", "Subscribe", "Farmers of the valley stay in their houses", prose1, prose2, "Share", prose1 + " So be it."},
			[]string{"Farmers of the valley stay in their houses."},
		},
		"signed, with other stories below": {
			[]string{"Log In", "News", "Farmers of the valley stay in their houses", "By Ann Lee, Echo News", "Updated 0339 GMT May 19, 2019", "Chat with us. Find out what happens as it unfolds.", "JUST WATCHED",
				"Mayor: Talks about the bridge go well", "Replay", "More Videos ...", "MUST WATCH", "(16 Videos)", "Mayor: Talks about the bridge go well", "Coast opens its longest bridge", "Dog wins the cup again",
				"Bakers of the town bake their last bread", "Mayor halts talks about the farmers of the valley", prose1, prose2, prose1 + " So be it."},
			[]string{"Farmers of the valley stay in their houses."},
		},
		"not its author and day": {
			[]string{"Max 30", "Beast", "Science", "Close", "How to Stay Dry in the Valley", "BLOG > Water > Water Tips", "February 1, 2019 | BY: Ann Lee, MS, RDN", "February 1, 2019 Ann Lee, MS, RDN", prose1, prose2, prose1 + " So be it."},
			[]string{"How to Stay Dry in the Valley."},
		},
		"of two that are like one": {
			[]string{"Log In", "The Valley Echo", "Farmers of the valley stay in their houses", "By Ann Lee", prose1, prose2, "Share", "Sport", "Echo wins the cup again in front of its own people"},
			[]string{"Farmers of the valley stay in their houses."},
		},
	} {
		t.Run(name, func(t *testing.T) {
			var titles []string
			for _, line := range shortPlan(t, strings.Join(c.lines, "\n\n")) {
				if title, ok := strings.CutPrefix(line, "title: "); ok {
					titles = append(titles, title)
				}
			}
			if diff := cmp.Diff(c.want, titles); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestFurnitureAmongTheProseOfPages(t *testing.T) {
	lines := []string{"Farmers of the valley stay in their houses", "By Ann Lee", prose1}
	furniture := []string{"Advertisement", "Share on Facebook", "(Reporting by Ann Lee; editing by Tom Bell)", "12 comments", "Sign up for our newsletter"}
	for _, f := range furniture {
		lines = append(lines, f, prose2+" "+f+" is what he said.")
	}
	plan := strings.Join(shortPlan(t, strings.Join(lines, "\n\n")), "\n") + "\n"
	for _, f := range furniture {
		if !strings.Contains(plan, ": "+f+"\n") || strings.Contains(plan, "body: "+f+"\n") {
			t.Errorf("%q is not left out:\n%s", f, plan)
		}
	}
}
