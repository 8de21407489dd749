package segment

import (
	"slices"
	"testing"

	"articast/article"
)

func TestIsMenu(t *testing.T) {
	for text, want := range map[string]bool{
		"About / Advertise / Tip Us / Contact":                   true,
		"Privacy | Terms of Use|Imprint | Write for the Echo":    true,
		"News • Sport • Wetter • Kultur":                         true,
		"About / Advertise / Contact":                            false, // three
		"Ann Lee / Joe Hill / Bo Ek / Cy Dee":                    false, // names
		"Ann Lee | Echo | May 3, 2021 | Sport":                   false, // a byline
		"and/or/if/but":                                          false,
		"Eat / drink / sleep / and go to work on Monday morning": false,
		"One / two / three / four.":                              false,
		"Inicio / Mundo / Cultura / Ciencia":                     true,
		"Paris / London / New York / Rome":                       false, // towns
		"Eggs • Flour • Sugar • Milk":                            false,
		"Rock / Pop / Jazz / Mix":                                false,
		"| | | |":                                                false,
	} {
		if got := isMenu(text); got != want {
			t.Errorf("isMenu(%q) = %v", text, got)
		}
	}
}

// TestMenusAroundTheArticle: a menu is left out above and below an article, in text and in markup; inside it is read.
func TestMenusAroundTheArticle(t *testing.T) {
	const menu = "About / Advertise / Tip Us / Contact"
	for name, c := range map[string]struct {
		format  article.Format
		text    string
		dropped bool
	}{
		"below a text":     {article.FormatText, "The Dam Holds\n\n" + prose1 + "\n\n" + prose2 + "\n\n" + menu, true},
		"below a page":     {article.FormatHTML, "<h1>The Dam Holds</h1><p>" + prose1 + "</p><p>" + prose2 + "</p><h3>" + menu + "</h3>", true},
		"above a Markdown": {article.FormatMarkdown, "# The Dam Holds\n\n" + menu + "\n\n" + prose1 + "\n\n" + prose2, true},
		"among items":      {article.FormatHTML, "<h1>The Dam Holds</h1><p>" + prose1 + "</p><ul><li>" + prose2 + "</li><li>" + menu + "</li><li>" + prose2 + " Soon.</li></ul>", false},
		"inside a text":    {article.FormatText, "The Dam Holds\n\n" + prose1 + "\n\n" + menu + "\n\n" + prose2, false},
		"nothing else":     {article.FormatMarkdown, "# The Dam Holds\n\n" + menu, false},
	} {
		p := planText(t, c.text, c.format, Options{})
		if got := slices.ContainsFunc(p.Dropped, func(d Drop) bool { return d.Text == menu }); got != c.dropped {
			t.Errorf("%s: dropped %v, segments %v", name, p.Dropped, p.Segments)
		}
	}
}
