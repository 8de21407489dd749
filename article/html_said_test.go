package article

import (
	"slices"
	"strings"
	"testing"
)

func TestBodyOfJSONLD(t *testing.T) {
	long := strings.Repeat("The lock keeper opens the gate at six and shuts it at ten. ", 8)
	long = strings.TrimSpace(long)
	app := func(ld string) string {
		return `<title>Locks</title><div id=app>Loading the story.</div><script type="application/ld+json">` + ld + `</script>`
	}
	tests := []struct {
		name, src string
		want      []string // kept paragraphs
	}{
		{"text", app(`{"@type":"NewsArticle","articleBody":"` + long + `\nHe says: \"Mind the \u00e9cluse.\""}`), []string{"Loading the story.", long, `He says: "Mind the écluse."`}},
		{"markup", app(`{"@type":"NewsArticle","articleBody":"<p>` + long + `</p><p>Loading the story.</p>"}`), []string{long, "Loading the story."}},
		{"short, but all there is", app(`{"@type":"NewsArticle","articleBody":"` + prose1 + ` ` + prose2 + `"}`), []string{"Loading the story.", prose1 + " " + prose2}},
		{"too short", app(`{"@type":"NewsArticle","articleBody":"The lock keeper opens the gate."}`), []string{"Loading the story."}},
		{"for subscribers", app(`{"@type":"NewsArticle","isAccessibleForFree":"False","articleBody":"` + long + `"}`), []string{"Loading the story."}},
		{"for subscribers, said as a value", app(`{"@type":"NewsArticle","isAccessibleForFree":false,"articleBody":"` + long + `"}`), []string{"Loading the story."}},
		{"for everybody", app(`{"@type":"NewsArticle","isAccessibleForFree":true,"articleBody":"` + long + `"}`), []string{"Loading the story.", long}},
		{"page that shows its text", "<h1>Locks</h1>" + body + `<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"` + long + `"}</script>`, []string{prose1, prose2, prose3}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d, err := ParseHTML(strings.NewReader(test.src), "https://echo.example/x")
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, b := range d.Blocks {
				if b.Drop == "" && b.Kind == KindParagraph {
					got = append(got, b.Text)
				}
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("kept %q\nwant %q", got, test.want)
			}
			checkAny(t, d, []byte(test.src))
		})
	}
}

func TestFindSaid(t *testing.T) {
	const source = `{"articleBody":"He said \"go\".\nShe went. Und tsch\u00fcss."}`
	tests := []struct {
		text, stretch string
	}{
		{`He said "go".`, `He said \"go\".`},
		{"She went.", "She went."},
		{"Und tschüss.", ""},
	}
	at := 0
	for _, test := range tests {
		start, end := findSaid(source, test.text, at)
		if source[start:end] != test.stretch {
			t.Errorf("%q is found as %q, want %q", test.text, source[start:end], test.stretch)
		}
		at = end
	}
}
