package quote

import (
	"fmt"
	"testing"
)

func TestFindMarksContinuedSpeech(t *testing.T) {
	const text = "“It is a good bridge.\n\n“It will last,” Ada Hill said.\n\n“No,” Boris Lang said."
	var got []bool
	for _, q := range Find(text, Options{}) {
		got = append(got, q.Continues)
	}
	if want := []bool{false, true, false}; fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("continues = %v, want %v", got, want)
	}
}

func TestFindGivesOffsetsOfTheMention(t *testing.T) {
	const text = "„Nein“ — no.\n\n“Café,” said Zoë Hill."
	qs := Find(text, Options{})
	q := qs[len(qs)-1]
	if got := text[q.MentionStart:q.MentionEnd]; got != "Zoë Hill" || q.Mention != got {
		t.Errorf("mention is %q at %q", q.Mention, got)
	}
	if got := text[q.InnerStart:q.InnerEnd]; got != "Café," {
		t.Errorf("inner is %q", got)
	}
}
