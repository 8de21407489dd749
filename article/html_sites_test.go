package article

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The mark-up of publishing systems: what a class, a sign or a place means in them, in pages of our own.
func TestPublishingSystems(t *testing.T) {
	const title = "<h1>Crane falls into harbour</h1>"
	const kept = "title: Crane falls into harbour\n1\n2\n3"
	tests := []struct {
		name, src, want string
	}{
		{"every paragraph named after the body", title + `<h2 class="kicker">Not a body</h2><div class=box><p class="post-body-paragraph">` + prose1 + `</p><h2>On the quay</h2><p class="post-body-paragraph">` + prose2 +
			`</p><ul><li>Rope</li><li>A hook</li></ul><pre>lift = 40 t</pre><p class="post-body-paragraph">` + prose3 + `</p></div>`,
			"title: Crane falls into harbour\n1\nheading: On the quay\n2\nlist: Rope\nlist: A hook\ncode: lift = 40 t\n3"},
		{"standfirst apart from the body", `<article><div><div>` + title + `<h3 class="post-subtitle">The pier is closed for weeks</h3></div></div><div class="article-body">` + body + `</div></article><p>About us and our friends on the quay.</p>`,
			"title: Crane falls into harbour\nsubtitle: The pier is closed for weeks\n1\n2\n3"},
		{"heading with a class of the navigation bar", `<article>` + title + `<p>` + prose1 + `</p><h2 class="anchor anchorWithStickyNavbar" id=q>On the quay<a class=hash-link href="#q">#</a></h2><p>` + prose2 + `</p><p>` + prose3 + `</p></article>`,
			"title: Crane falls into harbour\n1\nheading: On the quay#\n2\n3"},
		{"table of contents", title + `<p>` + prose1 + `</p><ul><li><a href="#a">The crane</a></li><li><a href="#b">The divers</a></li></ul><h2 id=a>The crane</h2><p>` + prose2 + `</p><h2 id=b>The divers</h2><p>` + prose3 + `</p>`,
			"title: Crane falls into harbour\n1\nheading: The crane\n2\nheading: The divers\n3"},
		{"card that announces another page", title + `<p>` + prose1 + `</p><div class="kg-bookmark-card"><a href="https://holm.example/">Yard of Holm<br>It has built cranes for the harbours of the north since the year of the great storm.</a></div><p>` + prose2 + `</p><p>` + prose3 + `</p>`, kept},
		{"credit below a picture without a figure", title + `<p>` + prose1 + `</p><img src=c.jpg><div class="img-credit">Bo Ek</div><p>` + prose2 + `</p><p>` + prose3 + `</p>`, "title: Crane falls into harbour\n1\ncredit: Bo Ek\n2\n3"},
		{"section headed in a div", title + `<p>` + prose1 + `</p><div class="subhead">Divers on Friday</div><p>` + prose2 + `</p><p>` + prose3 + `</p>`, "title: Crane falls into harbour\n1\nheading: Divers on Friday\n2\n3"},
		{"heading that holds a numbered list", title + `<p>` + prose1 + `</p><h3><ol><li>Divers on Friday</li></ol></h3><p>` + prose2 + `</p><p>` + prose3 + `</p>`, "title: Crane falls into harbour\n1\nheading: Divers on Friday\n2\n3"},
		{"footnotes as a list of the editor", title + body + `<ol class="wp-block-footnotes"><li>The pier is from 1911. <a href="#f1">↩︎</a></li></ol>`, kept + "\nnote: The pier is from 1911. ↩︎"},
		{"links to other stories, in other languages", title + `<p>` + prose1 + `</p><p>اقرأ أيضاً: <a href="/x">خبر آخر من الميناء القديم</a></p><p>` + prose2 + `</p><p>関連記事 <a href="/y">港のクレーン</a></p><p>` + prose3 + `</p>`, kept},
		{"tags of a blog post on its own element", `<div class="post hentry tag-share category-promo">` + title + body + `</div><div class="post hentry tag-crane">` + strings.Repeat("<p>The yard at Holm has three cranes of that kind.</p>", 9) + `</div>`,
			kept + "\nThe yard at Holm has three cranes of that kind."},
		{"links under a heading that says so", title + body + `<h2 id="See_also">See also</h2><ul><li><a href="/wiki/Piers">List of piers</a></li></ul>`, kept},
		{"byline with both dates, in French", title + `<p>Par Luc Favre Publié le 5 juin 2020 à 11h12 - Mis à jour le 6 juin 2020</p>` + body,
			"title: Crane falls into harbour\nbyline: Par Luc Favre Publié le 5 juin 2020 à 11h12 - Mis à jour le 6 juin 2020\n1\n2\n3"},
		{"posts of a forum", title + `<div class="comments"><div class="comment"><p>` + prose1 + `</p></div><div class="comment"><p>` + prose2 + ` ` + prose2 + `</p></div><div class="comment"><p>` + prose3 + `</p></div></div>`,
			"title: Crane falls into harbour\n1\n" + prose2 + " " + prose2 + "\n3"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d, err := ParseHTML(strings.NewReader(test.src), "")
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, keptOf(d)); diff != "" {
				t.Errorf("kept (-want +got):\n%s", diff)
			}
		})
	}
}

// The headline of the page is its title, whatever it is called for social networks or for a video.
func TestTitleOfSeveral(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"h1 before what networks call it", `<title>Crane falls into harbour, pier closed - Echo</title><meta property="og:title" content="Look what fell"><meta name="twitter:title" content="Look what fell"><h3>Look what fell</h3>` +
			`<h1>Crane falls into harbour, pier closed</h1>` + body, "Crane falls into harbour, pier closed"},
		{"longest part of the title element", "<title>クレーンが港に落ちる - 港の新聞</title><h2>クレーンが港に落ちる</h2>" + body, "クレーンが港に落ちる"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d, err := ParseHTML(strings.NewReader(test.src), "")
			if err != nil {
				t.Fatal(err)
			}
			if d.Title != test.want {
				t.Errorf("title %q, want %q", d.Title, test.want)
			}
		})
	}
}

// The addresses that a network writes into a post are marked as furniture, the words are not.
func TestPostLinks(t *testing.T) {
	src := `<h1>Crane falls</h1>` + body + `<blockquote class="twitter-tweet"><p>What a splash https://t.co/a1B2 pic.twitter.com/c3D4</p>— Ann Lee (@annlee) May 4, 2020</blockquote>`
	d, err := ParseHTML(strings.NewReader(src), "")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, b := range d.Blocks {
		for _, m := range b.Marks {
			if b.Kind == KindEmbed && m.Kind == MarkDrop {
				got = append(got, m.Value+" "+b.Text[m.Start:m.End])
			}
		}
	}
	want := []string{"embed/link https://t.co/a1B2", "embed/link pic.twitter.com/c3D4"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("dropped in the post (-want +got):\n%s", diff)
	}
}
