package segment

import (
	"strings"
	"testing"
)

// footText is running text enough for a foot to follow.
const footText = `<p>The council voted on Tuesday to close the old bridge over the river for at least two years while engineers replace the steel that has rusted since the flood of last spring.</p>
<p>Residents of the northern districts, who use the bridge to reach the hospital and the schools, fear that the detour will cost them an hour a day or more, and they have asked for a bus.</p>
<p>The work is expected to cost 12 million dollars, of which the state will pay half. It was not clear who would pay the rest of the bill.</p>`

func TestBiosAreTheAuthors(t *testing.T) {
	for _, test := range []struct {
		author, line string
		bio          bool
	}{
		{"Ann Lee", "Ann Lee is a reporter at The Echo.", true},
		{"Ann Lee", "Ann Lee covers schools.", true},
		{"Ann Lee", "Ann Lee was the only reporter in the room when the vote was taken.", false},
		{"Apple", "Apple is offering the service in twelve countries from today.", false},
		{"Reuters", "Reuters was unable to verify the account of the engineers on the day.", false},
		{"NASA", "NASA is planning two more flights to the moon this year, the agency said.", false},
	} {
		p := htmlPlan(t, `<html lang="en"><head><title>Old bridge closes</title><meta name="author" content="`+test.author+`"></head><body><article><h1>Old bridge closes</h1><p class="byline">By `+
			test.author+"</p>"+footText+"<p>"+test.line+"</p><p>The council meets in May.</p></article>", Options{})
		if got := strings.Contains(droppedBy(p, "page/author"), test.line); got != test.bio {
			t.Errorf("by %s: %q dropped as a bio: %t, want %t", test.author, test.line, got, test.bio)
		}
	}
}

func TestHeadsOfComments(t *testing.T) {
	for _, test := range []struct {
		head, next string
		comments   bool
	}{
		{"5 thoughts on the vote", "<p>First, the mayor has lost the majority that she had for so long.</p>", false},
		{"5 thoughts on the vote", "<h3>The mayor</h3><p>She has lost her majority.</p>", false},
		{"12 comments", "<p>A dozen remarks were sent to the council, and the mayor has read each of them.</p>", false},
		{"5 thoughts on the vote", "<p>Deb Olsen</p><p>They were right.</p>", true},
		{"3 thoughts on “Old bridge closes”", "<p>They were right to close it, and that is all there is to say here.</p>", true},
		{"12 comments", "<p>Deb Olsen</p><p>They were right.</p>", true},
	} {
		const last = "They will meet again to talk about the steel."
		p := htmlPlan(t, `<html lang="en"><head><title>Old bridge closes</title></head><body><h1>Old bridge closes</h1>`+footText+"<h2>"+test.head+"</h2>"+test.next+"<p>"+last+"</p>", Options{})
		if got := strings.Contains(droppedBy(p, "page/comments"), last); got != test.comments {
			t.Errorf("below %q %s: comments %t, want %t", test.head, test.next, got, test.comments)
		}
	}
}
