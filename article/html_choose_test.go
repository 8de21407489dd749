package article

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The text of a small article, long enough to be one.
const (
	prose1 = "The harbour master of Lindvik has closed the north pier after a crane fell into the water on Tuesday morning."
	prose2 = "Nobody was hurt, he said, but the ferries will sail from the old quay for at least two weeks."
	prose3 = "Divers are to look at the wreck on Friday, and a larger crane is on its way from the yard at Holm."
	body   = "<p>" + prose1 + "</p><p>" + prose2 + "</p><p>" + prose3 + "</p>"
)

// keptOf returns the kept texts of a page, one a line, each with its kind where that is no paragraph.
func keptOf(d *Document) string {
	var out []string
	for _, b := range d.Blocks {
		if b.Drop != "" {
			continue
		}
		text := b.Text
		for i, p := range []string{prose1, prose2, prose3} {
			if b.Text == p {
				text = []string{"1", "2", "3"}[i]
			}
		}
		if b.Kind != KindParagraph {
			text = string(b.Kind) + ": " + text
		}
		out = append(out, text)
	}
	return strings.Join(out, "\n")
}

func TestChoose(t *testing.T) {
	const title = "<h1>Crane falls into harbour</h1>"
	const kept = "title: Crane falls into harbour\n1\n2\n3"
	cranes := strings.Repeat("The yard at Holm has three cranes of that kind. ", 8) + "All are lent out."
	tests := []struct {
		name, src, want string
	}{
		{"alone", title + body, kept},
		{"in boxes", "<div><div>" + title + "</div><div><section>" + body + "</section></div></div>", kept},
		{"first paragraph apart", title + "<div><p>" + prose1 + "</p></div><div class=x><p>" + prose2 + "</p><p>" + prose3 + " " + prose3 + " " + prose3 + "</p></div>",
			"title: Crane falls into harbour\n1\n2\n" + prose3 + " " + prose3 + " " + prose3},
		{"body named in parts", title + "<div class=article-body>" + "<p>" + prose1 + "</p></div><aside><p>Sign up and never miss a crane again, dear reader.</p></aside><div class=article-body><p>" + prose2 + "</p><p>" + prose3 + "</p></div>", kept},
		{"class that lies", "<div class='related sidebar'>" + title + body + "</div>", kept},
		{"footer that lies", "<div class=footer>" + title + body + "</div>", kept},
		{"body class", "<body class='has-sidebar comments-open'>" + title + body, kept},
		{"wrapped in nothing", title + prose1 + "<br><br>" + prose2 + "<br><br>" + prose3, kept},
		{"longer comments", title + "<div>" + body + "</div><div id=comments>" + strings.Repeat("<p>I was there and saw it all with my own eyes, and it was not like that at all.</p>", 12) + "</div>", kept},
		{"teasers", title + body + "<div><h3><a href=/2/goat>Goat eats hat of mayor</a></h3><p>The goat was led away, but the hat is gone for good, says the mayor.</p></div>" +
			"<div><h3><a href=/2/hat>Hat found at last in pond</a></h3><p>It is wet.</p></div>", kept},
		{"linked heading inside", title + "<p>" + prose1 + "</p><h2><a href=/2/pier>What the pier is for</a></h2><p>" + prose2 + "</p><p>" + prose3 + "</p>",
			"title: Crane falls into harbour\n1\n2\n3"},
		{"anchored heading", title + "<p>" + prose1 + "</p><h2><a href=#pier>What the pier is for</a></h2><p>" + prose2 + "</p><p>" + prose3 + "</p>",
			"title: Crane falls into harbour\n1\nheading: What the pier is for\n2\n3"},
		{"more articles", "<main><article>" + title + body + "<p>" + cranes + "</p></article>" + strings.Repeat("<article><h2>Another story</h2><p>"+strings.Repeat("Something else was said by someone about it. ", 30)+"</p></article>", 3) + "</main>",
			kept + "\n" + cranes},
		{"tail of links", title + body + "<h4>You may also like</h4><p><a href=/2>Goat eats hat of mayor</a></p><p><a href=/3>Hat found in pond</a></p>", kept},
		{"last links", title + body + "<ul><li><a href=/2>Goat eats hat of mayor</a></li><li><a href=/3>Hat found in pond</a></li></ul><p>Follow Ann Lee on every channel there is.</p>",
			kept + "\nFollow Ann Lee on every channel there is."},
		{"links that are the text", title + body + "<ul><li><a href=/2>The old quay of Lindvik</a></li></ul><p>" + cranes + "</p>", kept + "\nlist: The old quay of Lindvik\n" + cranes},
		{"read more", title + "<p>" + prose1 + "</p><p>Read more: <a href=/2>Goat eats hat of the mayor of Lindvik</a></p><p>" + prose2 + "</p><p>" + prose3 + "</p>", kept},
		{"shouted link", title + "<p>" + prose1 + "</p><p><a href=/2>GOAT EATS HAT OF MAYOR</a></p><p>" + prose2 + "</p><p>" + prose3 + "</p>", kept},
		{"widgets", title + "<p>" + prose1 + "</p><p>Advertisement</p><p>" + prose2 + "</p><p>Image 1 of 5</p><p>" + prose3 + "</p><p>Back to top</p>", kept},
		{"title twice", title + "<h2>Crane falls into harbour</h2>" + body, kept},
		{"paragraph twice", title + body + "<p>" + prose2 + "</p>", kept},
		{"byline and date", title + "<p>By Ann Lee</p><p>May 4, 2021</p>" + body, "title: Crane falls into harbour\nbyline: By Ann Lee\ndate: May 4, 2021\n1\n2\n3"},
		{"byline by class", title + "<div class=byline><span>Ann Lee</span></div>" + body, "title: Crane falls into harbour\nbyline: Ann Lee\n1\n2\n3"},
		{"standfirst by class", title + "<p class=standfirst>Ferries sail from the old quay</p>" + body, "title: Crane falls into harbour\nsubtitle: Ferries sail from the old quay\n1\n2\n3"},
		{"standfirst by description", "<meta name=description content='Ferries sail from the old quay for at least two weeks, master says.'>" + title +
			"<p>Ferries sail from the old quay for at least two weeks, master says.</p><p>By Ann Lee</p>" + body,
			"title: Crane falls into harbour\nsubtitle: Ferries sail from the old quay for at least two weeks, master says.\nbyline: By Ann Lee\n1\n2\n3"},
		{"picture above the title", "<article><figure><figcaption>The crane on Monday.</figcaption></figure>" + title + body + "</article>",
			"title: Crane falls into harbour\ncaption: The crane on Monday.\n1\n2\n3"},
		{"picture between", "<p></p>" + title + "<figure><figcaption>The crane on Monday.</figcaption></figure><div class=article-body>" + body + "</div><p>" + prose1[:40] + "</p>",
			"title: Crane falls into harbour\ncaption: The crane on Monday.\n1\n2\n3"},
		{"caption called copyright", title + body + "<figure><div class=image-copyright>Bo Ek / Agency</div></figure>", kept + "\ncredit: Bo Ek / Agency"},
		{"pull quote", title + body + "<blockquote>the ferries will sail from the old quay</blockquote>", kept + "\npullquote: the ferries will sail from the old quay"},
		{"quotation", title + body + "<blockquote>We shall have the ferries back by Easter</blockquote>", kept + "\nblockquote: We shall have the ferries back by Easter"},
		{"tweet in a social box", title + "<p>" + prose1 + "</p><div class=social-embed><blockquote class=twitter-tweet><p>What a crane!</p></blockquote></div><p>" + prose2 + "</p><p>" + prose3 + "</p>",
			"title: Crane falls into harbour\n1\nembed: What a crane!\n2\n3"},
		{"page builder", title + "<div class='elementor-widget elementor-widget-text-editor'>" + body + "</div>", kept},
		{"reference page", "<h1>Options</h1><table><tr><th>Option<th>What it does<tr><td>Speed<td>How fast the crane turns when it is loaded<tr><td>Reach<td>How far the crane can put down what it holds</table>",
			"title: Options\ntable: Option\tWhat it does\nSpeed\tHow fast the crane turns when it is loaded\nReach\tHow far the crane can put down what it holds"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, keptOf(parseString(t, test.src))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// One case for each zone: the words of one class or tag or role, and the rule that drops what stands in it.
func TestZones(t *testing.T) {
	tests := []struct{ open, rule string }{
		{"<nav>", "page/nav"}, {"<div role=navigation>", "page/nav"}, {"<div class=breadcrumbs>", "page/nav"}, {"<div id=topNav>", "page/nav"},
		{"<footer>", "page/footer"}, {"<div role=contentinfo>", "page/footer"}, {"<div class=site-info>", "page/footer"},
		{"<section class=comments-area>", "page/comments"}, {"<div id=disqus_thread>", "page/comments"},
		{"<div class=social-share>", "page/share"}, {"<div class=addthis_toolbox>", "page/share"},
		{"<div class=relatedPosts>", "page/related"}, {"<div class='read-more'>", "page/related"}, {"<div class=recirc>", "page/related"},
		{"<div class=ad-slot>", "page/ad"}, {"<div class=sponsored>", "page/ad"}, {"<div class=promo_box>", "page/ad"},
		{"<div class=newsletter-signup>", "page/newsletter"}, {"<div class=paywall>", "page/newsletter"},
		{"<div class=author-bio>", "page/author"}, {"<div id=aboutAuthor>", "page/author"},
		{"<div class=tags>", "page/tags"}, {"<div class=post-categories>", "page/tags"},
		{"<dialog>", "page/dialog"}, {"<div role=dialog>", "page/dialog"}, {"<div class=cookie-consent>", "page/dialog"},
		{"<div class=video-player>", "page/widget"}, {"<div role=search>", "page/widget"}, {"<div class=sr-only>", "page/widget"},
		{"<form>", "page/form"}, {"<button>", "page/form"}, {"<label>", "page/form"},
		{"<aside>", "page/aside"}, {"<div role=complementary>", "page/aside"}, {"<div class=right-rail>", "page/aside"},
	}
	for _, test := range tests {
		t.Run(test.open, func(t *testing.T) {
			d := parseString(t, "<h1>Crane falls</h1>"+body+test.open+"A word or two.")
			last := d.Blocks[len(d.Blocks)-1]
			if last.Text != "A word or two." || last.Drop != test.rule {
				t.Errorf("block %q dropped by %q, want %q", last.Text, last.Drop, test.rule)
			}
			if got := keptOf(d); got != "title: Crane falls\n1\n2\n3" {
				t.Errorf("kept %q", got)
			}
		})
	}
}

func TestClassWords(t *testing.T) {
	tests := []struct{ src, want string }{
		{`<div class="RelatedStories__list">`, "related stories list"},
		{`<div class="ad-slot_TOP" id=main>`, "ad slot top main"},
		{`<div class="c-article2 x">`, "c article2 x"},
		{`<div role=main aria-label="More News">`, "main more news"},
		{`<div title=x>`, ""},
		{`<div class="Über-uns">`, "über uns"},
	}
	for _, test := range tests {
		p, err := parsePage([]byte(test.src), true)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(p.root.find("div").classWords(), " "); got != test.want {
			t.Errorf("%s: %q, want %q", test.src, got, test.want)
		}
	}
}
