package segment

import (
	"slices"
	"strings"
	"testing"

	"articast/article"
)

// TestKeepProseWithNotes has a page whose every sentence has a note behind it and an advertisement below, most of it left out.
func TestKeepProseWithNotes(t *testing.T) {
	const sentence = "The bridge was closed for the winter because its cables had rusted more than the town had feared. [HB 2]"
	doc, err := article.ParseText(strings.NewReader(strings.Repeat(sentence+"\n\nAdvertisement\n\n", 8)), "-")
	if err != nil {
		t.Fatal(err)
	}
	views := newLineViews(doc.Blocks, "en")
	labels := slices.Repeat([]lineLabel{labelAfter}, len(views))
	labels[0] = labelBody
	scores := make([][nLabels]float64, len(views))
	if !keepProse(views, scores, labels, true) || scores[14][labelAfter] == 0 || scores[15][labelAfter] != 0 {
		t.Error("sentences with notes may be left out")
	}
}

// TestKeepProse has labels that leave out most of a page's prose, and labels that leave out a little of it.
func TestKeepProse(t *testing.T) {
	const sentence = "The bridge was closed for the winter because its cables had rusted more than the town had feared."
	doc, err := article.ParseText(strings.NewReader("Advertisement\n\n"+strings.Repeat(sentence+"\n\n", 4)+"Share"), "-")
	if err != nil {
		t.Fatal(err)
	}
	views := newLineViews(doc.Blocks, "en")
	for _, c := range []struct {
		labels []lineLabel
		want   bool
	}{
		{[]lineLabel{labelBefore, labelBody, labelAfter, labelAfter, labelAfter, labelAfter}, true},
		{[]lineLabel{labelBefore, labelBody, labelBody, labelBody, labelAfter, labelAfter}, false},
	} {
		scores := make([][nLabels]float64, len(views))
		if got := keepProse(views, scores, c.labels, true); got != c.want {
			t.Errorf("keepProse with labels %v is %v, want %v", c.labels, got, c.want)
		}
		if unlikely := scores[2][labelAfter] < 0; unlikely != c.want {
			t.Errorf("with labels %v a sentence is unlikely to be furniture: %v, want %v", c.labels, unlikely, c.want)
		}
		if scores[0][labelBefore] != 0 || scores[5][labelAfter] != 0 {
			t.Errorf("with labels %v the furniture has other scores", c.labels)
		}
	}
}

func TestSentencesWithNotes(t *testing.T) {
	const sentence = "The bridge was closed for the winter because its cables had rusted more than the town had feared"
	for text, want := range map[string]bool{
		sentence + ".[3][4]":          true,
		sentence + ".” [note 2]":      true,
		sentence + ". [MPH 2 / MP 3]": true,
		sentence + " [3]":             false,
		"[" + sentence + ".]":         false,
	} {
		if v := newLineView(text, "en"); v.noted != want {
			t.Errorf("%q has notes behind it: %v, want %v", text, v.noted, want)
		}
	}
}

// TestClaimsThatAreChecked: who made a claim, and when, is neither the author nor the day of the article that checks it, nor its
// headline.
func TestClaimsThatAreChecked(t *testing.T) {
	const headline, claim = "The dam cost twelve million crowns", "“The new dam cost forty million crowns.”"
	for name, box := range map[string]string{
		"the source below the claim": claim + "\n— Mona Kell on Monday, May 3rd, 2021 in a speech to voters\n" + headline,
		"the source above it":        "Mona Kell\nstated on May 3, 2021 in an interview with Harbour Radio:\n" + claim + "\n" + headline,
		"behind the headline":        headline + "\n" + claim + "\n— Mona Kell on May 3, 2021 in a tweet",
	} {
		for _, page := range []string{"", "Home\nLog in\nShare on Facebook\n"} {
			p := planText(t, page+box+"\nBy Jan Roe\nMay 7, 2021\n\n"+prose1+"\n\n"+prose2+"\n\n"+prose1+" So be it.", article.FormatText, Options{})
			if p.Byline != "Jan Roe" || p.Published != "2021-05-07" {
				t.Errorf("%s: by %q on %q", name, p.Byline, p.Published)
			}
			for _, s := range p.Segments {
				if (s.Role == RoleTitle || s.Role == RoleByline || s.Role == RoleDate) && (strings.Contains(s.Text, "Kell") || strings.Contains(s.Text, "2021 in")) {
					t.Errorf("%s: %s %q", name, s.Role, s.Text)
				}
			}
		}
	}
}
