package main

import "testing"

func TestALeadEndsAsASentence(t *testing.T) {
	for text, want := range map[string]string{
		"Two Bridges": "Two Bridges.", "Are They Safe?": "Are They Safe?", "He Said “No.”": "He Said “No.”", "The “Old” Bridge": "The “Old” Bridge.", "两座桥。": "两座桥。", "So…": "So…",
	} {
		if got := sentenceOf(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}
