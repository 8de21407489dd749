package article

import (
	"strings"
	"testing"
)

// largePage is a page of the size and build of a news site's: 300 KB, most of it menus and teasers.
func largePage() string {
	var b strings.Builder
	b.WriteString("<!doctype html><html lang=en><head><title>Crane falls | The Post</title><script>" + strings.Repeat("var x = 1;\n", 8000) + "</script></head><body>")
	b.WriteString("<nav><ul>" + strings.Repeat(`<li class="menu-item"><a href="/section/sub">Section of the paper</a></li>`, 300) + "</ul></nav><main><article><h1>Crane falls into harbour</h1>")
	b.WriteString(strings.Repeat(body, 12) + "</article></main>")
	b.WriteString(strings.Repeat(`<div class="teaser card"><div class="card__image"><img src="/i.jpg" alt="x"></div><h3 class="card__title"><a href="/2/goat">Goat eats hat of mayor</a></h3><p class="card__text">The goat was led away, but the hat is gone.</p></div>`, 300))
	b.WriteString("<footer>" + strings.Repeat(`<a href="/about">About the paper</a> `, 100) + "</footer></body></html>")
	return b.String()
}

func BenchmarkParseHTML(b *testing.B) {
	src := largePage()
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	pages := 0
	for b.Loop() {
		if _, err := ParseHTML(strings.NewReader(src), "https://post.example/2021/05/04/crane"); err != nil {
			b.Fatal(err)
		}
		pages++
	}
	b.ReportMetric(float64(pages)/b.Elapsed().Seconds(), "pages/s")
}

func BenchmarkParseMarkdown(b *testing.B) {
	src := strings.Repeat(markdown1[strings.Index(markdown1, "# Salt"):], 50)
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ParseMarkdown(strings.NewReader(src), "well.md"); err != nil {
			b.Fatal(err)
		}
	}
}
