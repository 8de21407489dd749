package segment

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReadByline(t *testing.T) {
	for _, c := range []struct{ text, names, published string }{
		{"By Ann Lee | August 19, 2019 | 4:45 AM EDT", "Ann Lee", "2019-08-19T04:45:00-04:00"},
		{"Ann Lee - Nov 19, 2019, 10:31 pm CST", "Ann Lee", "2019-11-19T22:31:00-06:00"},
		{"Monday November 18, 2019 7:45 am PST by Joe Hill", "Joe Hill", "2019-11-18T07:45:00-08:00"},
		{"By Ann Lee and Joe Hill", "Ann Lee, Joe Hill", ""},
		{"By Ann Lee, Echo Staff Writer", "Ann Lee", ""},
		{"by Regan September 15, 2014", "Regan", "2014-09-15"},
		{"Posted: Fri 6:45 PM, Feb 16, 2018", "", "2018-02-16"},
		{"Updated on: November 19, 2019 / 10:07 AM / Echo News", "Echo News", "2019-11-19"},
		{"19/11/2019", "", "2019-11-19"},
		{"2019-11-19T08:00:00Z", "", "2019-11-19T08:00:00Z"},
		{"3 de mayo de 2020", "", "2020-05-03"},
		{"February 30, 2019", "", ""},
		{"12 марта 2021, 14:05", "", "2021-03-12"},
		{"Di Anna Rossi, 3 maggio 2020", "Anna Rossi", "2020-05-03"},
		{"3 de setembro de 2020", "", "2020-09-03"},
		{"12 de março de 2021 às 14h05", "", "2021-03-12"},
		{"3 maart 2020", "", "2020-03-03"},
		{"3 września 2020", "", "2020-09-03"},
		{"Von Anna Lee, 3. Mai 2020", "Anna Lee", "2020-05-03"},
		{"By Ann Lee | Last updated March 3, 2020", "Ann Lee", "2020-03-03"},
		{"Echo Staff Published February 3, 2021", "Echo Staff", "2021-02-03"},
		{"Submitted by press.office on Tue, 03/14/2023 - 10:30", "press.office", "2023-03-14"},
	} {
		line := readByline(c.text)
		published := ""
		if len(line.dates) > 0 {
			published = line.timestamp(line.dates[0])
		}
		if got := strings.Join(line.names(), ", "); got != c.names || published != c.published {
			t.Errorf("readByline(%q) = %q, %q; want %q, %q", c.text, got, published, c.names, c.published)
		}
	}
}

func TestPersons(t *testing.T) {
	for _, c := range []struct{ names, want string }{
		{"Ann Lee,USA TODAY", "Ann Lee"},
		{"Ann Lee,CNN Business", "Ann Lee"},
		{"Ann Lee Associated Press", "Ann Lee"},
		{"Reuters", "Reuters"},
		{"Associated Press", "Associated Press"},
		{"Canadian Joe,Ann Lee", "Canadian Joe,Ann Lee"},
	} {
		if got := strings.Join(persons(strings.Split(c.names, ",")), ","); got != c.want {
			t.Errorf("persons(%s) = %s, want %s", c.names, got, c.want)
		}
	}
}

func TestWhatIsSaidOfAuthorAndDay(t *testing.T) {
	const story = "<p>It rained for a week in the valley, and nobody who lived there slept for more than an hour at a time.</p>"
	for byline, want := range map[string]string{
		`<p class="byline">By Ann Lee | May 3, 2020</p><p class="date">Posted: Sun 8:18 AM, May 3, 2020</p>`: "By Ann Lee. May third, twenty twenty.",
		`<p class="date">Updated 8:18 am EST, Sunday, May 3, 2020</p>`:                                       "Updated Sunday, May third, twenty twenty.",
		`<p class="date">, ; Posted May 3, 2020</p><p class="byline">By</p><p class="byline">Ann Lee</p>`:    "Posted May third, twenty twenty. Ann Lee.",
		`<p class="date">May 3, 2020</p><p class="date">Updated May 4, 2020</p>`:                             "May third, twenty twenty. Updated May fourth, twenty twenty.",
		`<p class="byline">By Ann Lee @annlee and Joe Hill<a>@joeh</a></p><time>Today 12:01 AM</time>`:       "By Ann Lee and Joe Hill.",
		`<p class="byline">By Ann Lee | @annlee</p><p class="date">Updated yesterday at 3:04 PM</p>`:         "By Ann Lee.",
	} {
		var said []string
		for _, s := range htmlPlan(t, "<h1>Rain</h1>"+byline+story, Options{}).Segments {
			if s.Role == RoleByline || s.Role == RoleDate {
				said = append(said, s.Spoken)
			}
		}
		if got := strings.Join(said, " "); got != want {
			t.Errorf("%s is said %q", byline, got)
		}
	}
}

func TestPartRule(t *testing.T) {
	for text, want := range map[string]string{
		"By": "byline/label", "and": "byline/label", "Published:": "date/label", "zuletzt": "", "Aktualisiert am": "date/label", "publié le": "date/label", "Posted by": "byline/label", "mis à jour à": "date/time-of-day", "ayer": "date/time-of-day", "Byron": "", "كتبت: ليلى حداد": "",
		"Ann Lee": "", "Follow Ann": "", "Share Costa": "", "Get Carter": "", "Emailing Ann Lee": "",
		"Follow @annlee": "boilerplate/contact", "email the author": "boilerplate/contact", "Get author RSS feed": "boilerplate/contact",
		"View author archive": "boilerplate/contact", "follow on twitter": "boilerplate/contact",
		"ShareTweet": "share/button", "Share with a friend": "share/button", "See all updates": "widget/menu",
	} {
		if got := partRule(text); got != want {
			t.Errorf("partRule(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestFindCredit(t *testing.T) {
	for text, want := range map[string]string{
		"The dam at night. (Photo: Joe Hill/The Echo)":       "(Photo: Joe Hill/The Echo)",
		"The dam at night. (AP Photo/Joe Hill)":              "(AP Photo/Joe Hill)",
		"The dam at night.Credit...Joe Hill/The Echo":        "Credit...Joe Hill/The Echo",
		"The dam at night. Joe Hill, Associated Press":       "Joe Hill, Associated Press",
		"The dam at night. Joe Hill/Getty Images":            "Joe Hill/Getty Images",
		"The dam at night | Reuters":                         "| Reuters",
		"The dam at night. Photo by Joe Hill":                "Photo by Joe Hill",
		"The dam at night. | JOE HILL/THE ECHO":              "| JOE HILL/THE ECHO",
		"Shutterstock":                                       "Shutterstock",
		"The dam at night, after a week of rain.":            "",
		"The photo shows the dam and the man who built it.":  "",
		"She asked the agency (and its head) for the files.": "",
		"The keeper, at the upper lock | photo by Ann Bell":  "| photo by Ann Bell",
		"The dam at night – Photo: Ann Bell":                 "– Photo: Ann Bell",
		"The dam at night. Photo: Ann Bell":                  "Photo: Ann Bell",
		"Talsperre / Großbild: der Damm bei Nacht":           "",
	} {
		s, _ := findCredit(text)
		if got := s.of(text); got != want {
			t.Errorf("findCredit(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestIsCredit(t *testing.T) {
	for text, want := range map[string]bool{
		"Getty Images": true, "Joe Hill/Getty Images": true, "Photo by Joe Hill": true,
		"Reuters said so.": false, "The dam at night. (Photo: Joe Hill)": false, "Photo finish": false,
		"featured image: Joe Hill via Unsplash": true, "Header image: Getty Images": true, "Top photo: Bob Hill / Flickr": true, "Main photo: Joe Hill.": true,
		"Lead image by Joe Hill/Reuters": true, "Cover photo by Joe Hill has gone.": false, "One photo: Joe Hill": false,
		"The photo by Joe Hill hung there for years before anybody asked.": false, "Image is everything, he said.": false,
	} {
		if got := isCredit(text); got != want {
			t.Errorf("isCredit(%q) = %v", text, got)
		}
	}
}

func TestFindFurniture(t *testing.T) {
	for text, want := range map[string]string{
		"Sponsored Links": "boilerplate/sponsored", "Listen to the Article!": "widget/listen", "Share on Facebook": "share/button",
		"Sign up for our daily newsletter": "newsletter/signup", "© 2020 The Echo. All rights reserved.": "boilerplate/copyright",
		"(Reporting by Ann Lee; editing by Joe Hill)": "credit/reporting", "12 comments": "widget/comments", "Log in": "widget/login",
		"Read more: The goat that ate the hat": "page/related", "Filed under rain , dams": "page/tags",
		"View this email in your browser": "newsletter/signup", "You are receiving this email because you signed up.": "newsletter/signup", "Jump to Recipe": "widget/media",
		"3401 Accesses": "share/button", "All the stories of the week »": "page/related", "« Nous sommes une famille »": "", "Le « Phare » change de mains": "",
		"The council voted for the wall.": "", "He signed up for the army in 1940 and never came home.": "", "Rain": "",
	} {
		got := ""
		if f := findFurniture(text); f != nil {
			got = f.rule
		}
		if got != want {
			t.Errorf("findFurniture(%q) = %q, want %q", text, got, want)
		}
	}
}

// TestSmallCounts: what counts readers beside an author, and pictures before a caption, is not spoken.
func TestSmallCounts(t *testing.T) {
	const page = `<h1>Crane falls into harbour</h1><p class=byline>By Ann Lee 12 Comments</p><p class=byline>3 hours ago</p><p class=byline>Cy Dee, May 5, 2021, Lesezeit: 3 Min.</p><p class=byline><span>Bo Ek</span><time>May 4, 2021</time><span>7</span></p>
<p>The harbour master has closed the north pier after a crane fell into the water.</p><figure><figcaption>2/3 The crane on Monday.</figcaption></figure>`
	p := htmlPlan(t, page, Options{})
	got := map[string]string{}
	for _, d := range p.Dropped {
		got[d.Text] = d.Rule
	}
	want := map[string]string{"12 Comments": "widget/comments", "7": "widget/comments", "2/3": "widget/media", "3 hours ago": "date/time-of-day", "Lesezeit: 3 Min.": "widget/reading-time"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("dropped (-want +got):\n%s", diff)
	}
}

// Parts of a byline that stand together are told apart; the plan's check takes no word for cut there.
func TestGluedBylines(t *testing.T) {
	for _, line := range []string{"By Ann LeeMay 1, 2020", "By Ann LeePublished May 1, 2020", "By Ann Lee14:02", "By Ann Lee May 1, 2020Updated May 3, 2020", "By Ann LeeMay 1, 2020Last updated May 3, 2020"} {
		p := planOf(t, "The dam holds\n\n"+line+"\n\nThe dam in the valley held on Monday, the council said, after a week of rain that nobody had foreseen.", Options{})
		if p.Byline != "Ann Lee" {
			t.Errorf("byline of %q is %q", line, p.Byline)
		}
	}
}
