package player

import (
	"bytes"
	"strings"
	"testing"

	"articast/podcast"
)

func TestMadeKnowsItsOwnPagesAlone(t *testing.T) {
	var page, list bytes.Buffer
	if err := Write(&page, &podcast.Episode{Title: "A Title"}, Page{Audio: "a.mp3"}); err != nil {
		t.Fatal(err)
	}
	if err := WriteIndex(&list, &podcast.Feed{Title: strings.Repeat("A Title ", 1000)}); err != nil {
		t.Fatal(err)
	}
	const generator = `<meta name="generator" content="articast player">` + "\n"
	for name, c := range map[string]struct {
		file string
		want bool
	}{
		"a page":                    {page.String(), true},
		"a list":                    {list.String(), true},
		"an earlier version's page": {strings.Replace(page.String(), generator, "", 1), true},
		"an earlier version's list": {strings.Replace(list.String(), generator, "", 1), true},
		"another page":              {`<!DOCTYPE html><meta name="generator" content="another"><articast-player src="a.mp3"></articast-player>`, false},
		"nothing":                   {"", false},
	} {
		if got := Made([]byte(c.file)); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
	if !MadeScript([]byte(Script())) || MadeScript([]byte("mine")) {
		t.Error("MadeScript does not tell the script from others")
	}
}
