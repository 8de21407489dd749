package article

import (
	"strings"
	"testing"
)

func TestTellsTrade(t *testing.T) {
	for _, behind := range []string{
		" is a reporter at The Echo.", " is an award-winning, Berlin-based photojournalist.", ", is the paper's chief political correspondent", " is a lawyer, author and mother.",
		" is a New York-based writer.", " is the co-author of two books.", " covers schools.", " writes about the law.", " reports from Cairo.",
		" ist Redakteurin im Feuilleton.", " ist freie Autorin.", " schreibt über Brücken.", " est journaliste.", " est une ancienne correspondante à Rome.", " es periodista y vive en Lima.", " escribe sobre ciencia.",
	} {
		if !TellsTrade(behind) {
			t.Errorf("%q tells of no trade", behind)
		}
	}
	for _, behind := range []string{
		"", " is", " is offering the service in twelve countries.", " was the only reporter in the room.", " has written to the editor.", " is writing a book.", " writes that the bridge is old.",
		" is a city that writers love.", " is a tool, and it works as a reporter.", " is a critical care centre.", " is a problem. The author says so.", "'s editor is away.",
		" ist eine Stadt, die Autoren lieben.", " est une ville que les auteurs aiment.",
	} {
		if TellsTrade(behind) {
			t.Errorf("%q tells of a trade", behind)
		}
	}
}

func TestToldAuthor(t *testing.T) {
	const text = `<p>The council voted on Tuesday to close the old bridge over the river for at least two years while engineers replace the steel that has rusted.</p>
		<p>Residents of the northern districts, who use the bridge to reach the hospital and the schools, fear that the detour will cost them an hour a day.</p>`
	for _, test := range []struct{ below, told, want string }{
		{"<p>Ann Lee</p>", "Ann Lee is a reporter at The Echo.", "Ann Lee"},
		{"<p>Ann Lee</p>", "Ann Lee writes about bridges.", "Ann Lee"},
		{"<p>Camera Settings</p>", "Camera Settings is a page of the game where you choose the view.", ""},
		{"<h2>Climate Change</h2>", "Climate Change is a problem for all of us, the mayor said.", ""},
		{"<h2>Travel Writing</h2>", "Travel Writing is a professor's pastime, the mayor said.", ""},
		{"<p>Artificial Intelligence</p>", "Artificial Intelligence is a tool, and it works in the office of the mayor as a reporter.", ""},
		{"<p>New York</p>", "New York is a city that writes its own rules and covers its costs.", ""},
		{"<p>Health Insurance</p>", "Health Insurance covers the rest of the bill.", ""},
	} {
		d, err := ParseHTML(strings.NewReader("<html lang=en><title>Why bridges rust</title><body><article><h1>Why bridges rust</h1>"+test.below+text+"<p>"+test.told+"</p></article>"), "")
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(d.Authors, "; "); got != test.want {
			t.Errorf("below the title %s, then %q: author %q, want %q", test.below, test.told, got, test.want)
		}
	}
}
