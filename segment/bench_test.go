package segment

import (
	"strconv"
	"strings"
	"testing"

	"articast/article"
)

// benchText is a plain text of about a megabyte, no two paragraphs alike.
func benchText() string {
	var b strings.Builder
	b.WriteString("The Dam Holds\n\nBy Ann Lee | May 3, 2020 | 4:45 PM EDT\n\n")
	for i := 0; b.Len() < 1<<20; i++ {
		b.WriteString("In the spring of 1931, on street number ")
		b.WriteString(strconv.Itoa(i))
		b.WriteString(" of the old town, the engineers of the water board met the farmers who had lost their fields. “We cannot pay for what the river takes,” said Paul Weaver, who led the board, “but we can build the wall higher than it has ever been.” The farmers, most of whom had lived there all their lives, went home without a word. It cost $3 million.\n\n")
	}
	return b.String()
}

// BenchmarkNew plans plain text, its reading and the spoken forms included.
func BenchmarkNew(b *testing.B) {
	text := benchText()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		doc, err := article.ParseText(strings.NewReader(text), "bench")
		if err != nil {
			b.Fatal(err)
		}
		if _, err := New(doc, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkNewHTML plans a web page of 50 kB with its menus, scripts and related stories.
func BenchmarkNewHTML(b *testing.B) {
	var page strings.Builder
	page.WriteString("<!DOCTYPE html><html lang=en><head><title>The Dam Holds</title><meta property=og:title content='The Dam Holds'></head><body><nav><ul>")
	for i := range 80 {
		page.WriteString("<li><a href=/section/" + strconv.Itoa(i) + ">Section of the valley</a></li>")
	}
	page.WriteString("</ul></nav><script>" + strings.Repeat("window.valley.push({id: 1, name: 'dam'});\n", 500) + "</script><main><article><h1>The Dam Holds</h1><p class=byline>By Ann Lee</p>")
	for _, paragraph := range strings.SplitN(benchText(), "\n\n", 42)[2:41] {
		page.WriteString("<p>" + paragraph + "</p><figure><img src=a.jpg><figcaption>The wall in May. Photo: Ann Bell/The Echo</figcaption></figure>")
	}
	page.WriteString("</article></main><aside><h2>Related</h2>")
	for i := range 60 {
		page.WriteString("<div class=card><a href=/story/" + strconv.Itoa(i) + "><h3>Farmers of the valley stay in their houses</h3></a></div>")
	}
	page.WriteString("</aside><footer>All rights reserved</footer></body></html>")
	b.SetBytes(int64(page.Len()))
	n := 0
	for b.Loop() {
		doc, err := article.ParseHTML(strings.NewReader(page.String()), "https://example.org/dam")
		if err != nil {
			b.Fatal(err)
		}
		if _, err := New(doc, Options{}); err != nil {
			b.Fatal(err)
		}
		n++
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "pages/s")
}
