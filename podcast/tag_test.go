package podcast_test

import (
	"testing"

	"articast/audio/id3"
	"articast/podcast"
	"articast/segment"
	"articast/tts/tone"
)

// TestTagOfEpisode checks what a player shows of an episode.
func TestTagOfEpisode(t *testing.T) {
	plan := &segment.Plan{
		Title: "The Canal", Byline: "Ada Keeper", Site: "Water News", Published: "2021-03-01T10:00:00Z", Lang: "en-GB", Source: "https://example.org/canal",
		Segments: []segment.Segment{
			{ID: "s0001", Role: segment.RoleTitle, Paragraph: true, Text: "The Canal", Spoken: "The Canal."},
			{ID: "s0002", Role: segment.RoleSubtitle, Paragraph: true, Text: "It rises again", Spoken: "It rises again."},
			{ID: "s0003", Role: segment.RoleBody, Paragraph: true, Text: "It cost $3M.", Spoken: "It cost three million dollars."},
			{ID: "s0004", Role: segment.RoleBody, Text: "Then it rained.", Spoken: "Then it rained."},
			{ID: "s0005", Role: segment.RoleBody, Text: "* * *", Spoken: ""},
		},
		Dropped: []segment.Drop{
			{Text: "By using this site you accept our privacy policy and our terms", Rule: "boilerplate/copyright"},
			{Text: "© 2021 Water\nNews Ltd", Rule: "boilerplate/copyright"},
		},
	}
	cover := id3.Picture{MIME: "image/png", Data: []byte("picture")}
	e, f := produce(t, &podcast.Producer{Backend: tone.Backend{}, Software: "articast test", Cover: cover}, plan)
	got, _ := read(t, f)
	for _, c := range []struct{ what, got, want string }{
		{"title", got.Title, plan.Title},
		{"author", got.Artist, plan.Byline},
		{"site", got.Album, plan.Site},
		{"date", got.Date, "2021-03-01"},
		{"language", got.Language, "eng"},
		{"address", got.URL, plan.Source},
		{"copyright", got.Copyright, "© 2021 Water News Ltd"},
		{"comment", got.Comment, "It rises again\nhttps://example.org/canal"},
		{"lyrics", got.Lyrics, "The Canal\n\nIt rises again\n\nIt cost $3M. Then it rained.\n"},
		{"lyrics are the transcript", got.Lyrics, written(t, podcast.WriteText, e)},
		{"software", got.Software, "articast test"},
		{"picture", got.Picture.MIME + " " + string(got.Picture.Data), "image/png picture"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.what, c.got, c.want)
		}
	}
}
