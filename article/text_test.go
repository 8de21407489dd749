package article

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParseTextFindsParagraphs(t *testing.T) {
	wrapped := "It rained for a week in the valley and the\npeople who lived there went up to the old\nchurch on the hill, where they had inter-\nnational company.\n\nThen it stopped."
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"blank lines":     {"One.\n\nTwo.\r\n \t\r\nThree.", []string{"One.", "Two.", "Three."}},
		"one line each":   {"Ann Lee\nAnn Lee\nSponsored Links", []string{"Ann Lee", "Ann Lee", "Sponsored Links"}},
		"wrapped lines":   {wrapped, []string{"It rained for a week in the valley and the people who lived there went up to the old church on the hill, where they had inter-national company.", "Then it stopped."}},
		"white space":     {"  It \u00a0 rained.\t", []string{"It rained."}},
		"page break":      {"One.\fTwo.", []string{"One.", "Two."}},
		"UTF-16":          {"\xff\xfeH\x00i\x00.\x00", []string{"Hi."}},
		"Windows-1252":    {"caf\xe9 \x93ouvert\x94", []string{"café “ouvert”"}},
		"byte order mark": {"\xef\xbb\xbfHi.", []string{"Hi."}},
		"items of a list": {"- one\n- two", []string{"- one", "- two"}},
	} {
		d, err := ParseText(strings.NewReader(c.text), "a.txt")
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		var got []string
		for _, b := range d.Blocks {
			got = append(got, b.Text)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestParseTextRefuses(t *testing.T) {
	for text, want := range map[string]string{"": "no text", " \n\n\t": "no text", "\x7fELF\x00\x01\x02\x00\x00\x00": "not text"} {
		if _, err := ParseText(strings.NewReader(text), "a.txt"); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("ParseText(%q) = %v, want an error with %q", text, err, want)
		}
	}
}

func TestParseTextKeepsPlaces(t *testing.T) {
	const text = "  One  two.\n\nThree."
	d, err := ParseText(strings.NewReader(text), "a.txt")
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"One  two.", "Three."} {
		if got := text[d.Blocks[i].Start:d.Blocks[i].End]; got != want {
			t.Errorf("block %d stands at %q, want %q", i, got, want)
		}
	}
}
