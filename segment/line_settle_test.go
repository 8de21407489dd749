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
		if v := newLineView(text); v.isFurniture() {
			t.Errorf("%q is taken for %s", text, v.furniture.rule)
		}
	}
}
