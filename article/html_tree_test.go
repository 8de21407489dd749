package article

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func TestSpans(t *testing.T) {
	tests := []struct {
		name, src, text, stretch string
	}{
		{"plain", "<p>The tide is out.</p>", "The tide is out.", "The tide is out."},
		{"white space around", "<p>\n  The tide is out.\t</p>", "The tide is out.", "The tide is out."},
		{"entities", "<p>&nbsp;Salt &amp; pepper&#8217;s here.&nbsp;</p>", "Salt & pepper’s here.", "Salt &amp; pepper&#8217;s here."},
		{"markup inside", "<p>The <b>tide</b> is <a href=/x>out</a>.</p>", "The tide is out.", "The <b>tide</b> is <a href=/x>out</a>."},
		{"comment inside", "<p>The tide<!-- low --> is out.</p>", "The tide is out.", "The tide<!-- low --> is out."},
		{"script inside", "<p>The tide <script>x()</script>is out.</p>", "The tide is out.", "The tide <script>x()</script>is out."},
		{"no end tags", "<p>The tide is out.<p>", "The tide is out.", "The tide is out."},
		{"upper case", "<P>The tide is out.</P>", "The tide is out.", "The tide is out."},
		{"misnested", "<p><b>The tide</p> is out.</b>", "The tide", "The tide"},
		{"multibyte before", "<title>Ærø ☂</title><p>The tide is out.</p>", "The tide is out.", "The tide is out."},
		{"line ends", "<p>The tide\r\nis out.</p>", "The tide is out.", "The tide\r\nis out."},
		{"marks of our own", "<p>\ue000" + "7\ue001 tides</p>", "\ue000" + "7\ue001 tides", "\ue000" + "7\ue001 tides"},
		{"byte order mark", "\ufeff<p>The tide is out.</p>", "The tide is out.", "The tide is out."},
		{"zero width", "<p>The ti\u200bde is o\u00adut.</p>", "The tide is out.", "The ti\u200bde is o\u00adut."},
		{"xmp", "<xmp>The &amp; tide</xmp>", "The &amp; tide", "The &amp; tide"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d, err := ParseHTML(strings.NewReader(test.src), "x.html")
			if err != nil {
				t.Fatal(err)
			}
			i := slices.IndexFunc(d.Blocks, func(b Block) bool { return b.Text == test.text })
			if i < 0 {
				t.Fatalf("no block %q in %+v", test.text, d.Blocks)
			}
			src := strings.TrimPrefix(test.src, "\ufeff")
			if b := d.Blocks[i]; src[b.Start:b.End] != test.stretch {
				t.Errorf("source %q, want %q", src[b.Start:b.End], test.stretch)
			}
		})
	}
}

// visibleWords returns the words that a browser shows, by another way than the package takes.
func visibleWords(t *testing.T, src string) []string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(src))
	if err != nil {
		t.Fatal(err)
	}
	var words []string
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			words = append(words, strings.Fields(n.Data)...)
		}
		if n.Type == html.ElementNode && slices.Contains([]string{"head", "script", "style", "noscript", "iframe", "template", "textarea"}, n.Data) {
			return
		}
		for k := n.FirstChild; k != nil; k = k.NextSibling {
			walk(k)
		}
	}
	walk(root)
	return words
}

func TestNoWordLost(t *testing.T) {
	pages := map[string]string{
		"article":      page1,
		"text alone":   "Just words, no markup at all.",
		"loose text":   "<div>one <p>two</p> three <ul>four<li>five</ul> six</div> seven",
		"in tables":    "<table>one<caption>two</caption><tr><td>three<td>four<tr><td>five<td>six</table>seven",
		"table in one": "<table><tr><td>one<table><tr><td>two<td>three<tr><td>four<td>five</table></table>",
		"forms":        "<form>one <label>two</label> <button>three</button><select><option>four<option>five</select></form>",
		"definition":   "<dl><dt>one<dd>two<dd><p>three</p>four</dl>",
		"headings":     "<h1>one</h1><h2>two <a href=/x>three</a></h2><h3><a href=/y>four five six</a></h3>",
		"quotes":       "<blockquote>one <q>two</q><footer>three</footer></blockquote>",
		"code":         "<pre>one\n two</pre><p>three <code>four</code></p>",
		"figures":      "<figure>one<figcaption>two <small class=credit>three</small></figcaption></figure>",
		"misnested":    "<p><b>one<i>two</b>three</i><p>four<div>five</p>six</div></b>",
		"unclosed":     "<div><div><span>one<p>two<li>three<td>four",
	}
	for name, src := range pages {
		t.Run(name, func(t *testing.T) {
			d := parseString(t, src)
			var got []string
			for _, b := range d.Blocks {
				got = append(got, strings.Fields(b.Text)...)
			}
			want := visibleWords(t, src)
			// Words that touch in the source may touch here in another order of blocks: compare letters, without the marks around a q.
			marks := strings.NewReplacer("“", "", "”", "")
			a, b := []rune(marks.Replace(strings.Join(got, ""))), []rune(marks.Replace(strings.Join(want, "")))
			slices.Sort(a)
			slices.Sort(b)
			if string(a) != string(b) {
				t.Errorf("got words %q\nwant %q", got, want)
			}
		})
	}
}

func TestHostilePages(t *testing.T) {
	const n = 5_000
	numbered := func(format string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
	text := "<p>The lamp on the quay is lit again."
	tests := []struct {
		name, src string
		limit     bool // may be refused
	}{
		{"divs", strings.Repeat("<div>", n) + text, false},
		{"divs with text", strings.Repeat("<div>x ", n) + text, false},
		{"spans", strings.Repeat("<span>x ", n) + text, false},
		{"bold", strings.Repeat("<b>x ", n) + text, true},
		{"fonts", numbered("<font size=%d><p>x") + text, true},
		{"fonts in divs", numbered("<div><font size=%d>x</div>") + text, true},
		{"links", strings.Repeat("<a href=/x>x ", n) + text, true},
		{"tables", strings.Repeat("<table><tr><td>x", n) + text, false},
		{"lists", strings.Repeat("<ul><li>x", n) + text, false},
		{"items", "<ol>" + strings.Repeat("<li>x", n) + text, false},
		{"quotations", strings.Repeat("<blockquote>x", n) + text, false},
		{"svg", text + strings.Repeat("<svg><foreignObject>", n), false},
		{"end tags", text + strings.Repeat("</p></div></b>", n), false},
		{"linked headings", text + numbered("<h2><a href=/%d>one two three</a></h2><p>Nothing much is said in here.</p>"), false},
		{"bylines", text + strings.Repeat("<span class=author>Ann Lee</span>", n), false},
		{"attributes", "<p " + numbered("a%d=1 ") + ">x</p>" + text, false},
		{"breaks", text + strings.Repeat("<br>x", n), false},
		{"tags alone", strings.Repeat("<p>x", maxTokens), true},
		{"json", `<script type=application/ld+json>` + strings.Repeat("[", n) + "</script>" + text, false},
		{"unclosed comment", text + "</p><!--" + strings.Repeat("x", n), false},
		{"less than", text + strings.Repeat("<", n), false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d, err := ParseHTML(strings.NewReader(test.src), "https://echo.example/x")
			var limit *LimitError
			if test.limit && errors.As(err, &limit) {
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			found := slices.ContainsFunc(d.Blocks, func(b Block) bool { return strings.Contains(b.Text, "The lamp on the quay is lit again.") })
			if !found && !test.limit {
				t.Error("the text is missing")
			}
		})
	}
}

func TestSizeLimit(t *testing.T) {
	_, err := ParseHTML(endless{}, "x.html")
	var limit *LimitError
	if !errors.As(err, &limit) || limit.Limit != maxSource {
		t.Errorf("error %v", err)
	}
	if want := "read article: more than 64 MB: pass a smaller page or only its article"; err.Error() != want {
		t.Errorf("error %q, want %q", err, want)
	}
}

// endless is a page that never ends.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

func TestReadFails(t *testing.T) {
	broken := errors.New("cable cut")
	for _, parse := range []func() error{
		func() error { _, err := ParseHTML(failing{broken}, "x"); return err },
		func() error { _, err := ParseMarkdown(failing{broken}, "x"); return err },
		func() error { _, err := Parse(failing{broken}, "x", ""); return err },
	} {
		if err := parse(); !errors.Is(err, broken) {
			t.Errorf("error %v", err)
		}
	}
}

// failing is a source that cannot be read.
type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

func TestNoscript(t *testing.T) {
	long := strings.Repeat("The pilot came aboard at dawn and left again at noon. ", 20)
	d := parseString(t, "<h1>Pilots</h1><p>Loading the story.</p><noscript><p>"+long+"</p></noscript>")
	if !strings.Contains(d.Text(), "came aboard") {
		t.Error("the page hides its text from browsers with scripts, and it is not read")
	}
	d = parseString(t, "<h1>Pilots</h1><p>"+long+"</p><noscript><p>Please enable JavaScript.</p></noscript>")
	if strings.Contains(d.Text(), "JavaScript") {
		t.Error("text for browsers without scripts is read")
	}
}

func TestHiddenText(t *testing.T) {
	tests := []struct {
		name, src string
		shown     bool
	}{
		{"hidden attribute", "<p hidden>Secret word.</p>", false},
		{"until found", "<p hidden=until-found>Secret word.</p>", true},
		{"display none", "<p style='color: red; display : none'>Secret word.</p>", false},
		{"visibility hidden", "<p style='visibility:hidden'>Secret word.</p>", false},
		{"display block", "<p style='display:block'>Secret word.</p>", true},
		{"script", "<script>Secret word.</script>", false},
		{"template", "<template><p>Secret word.</p></template>", false},
		{"svg title", "<svg><title>Secret word.</title></svg>", false},
		{"text area", "<textarea>Secret word.</textarea>", false},
		{"frame", "<iframe src=x>Secret word.</iframe>", false},
	}
	shown := "<p>" + strings.Repeat("The ferry sails at nine every day of the week. ", 4) + "</p>"
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := parseString(t, shown+test.src)
			if got := strings.Contains(d.Text(), "Secret"); got != test.shown {
				t.Errorf("shown %v", got)
			}
		})
	}
	// A page that is hidden as a whole is shown by its scripts.
	if d := parseString(t, "<div style='display:none'>"+shown+"</div><p>Wait.</p>"); !strings.Contains(d.Text(), "ferry") {
		t.Error("the page's own text is held to be hidden")
	}
}

func TestAriaHidden(t *testing.T) {
	d := parseString(t, "<p>The ferry sails at nine every day of the week, and never on a Sunday.</p><div aria-hidden=true>9:00 9:00</div>")
	want := []block{
		{KindParagraph, "The ferry sails at nine every day of the week, and never on a Sunday.", ""},
		{KindParagraph, "9:00 9:00", "page/unspoken"},
	}
	if got := outline(d); !slices.Equal(got, want) {
		t.Errorf("got %+v", got)
	}
}
