package espeak

import (
	"context"
	"slices"
	"testing"

	"articast/tts"
)

// located is an Options.Locate that knows its answer.
func located(path string) func(context.Context) (string, error) {
	return func(context.Context) (string, error) { return path, nil }
}

func TestVoiceFor(t *testing.T) {
	for lang, want := range map[string]string{
		"": "en-gb", "en": "en-gb", "en-US": "en-us", "en_AU": "en-gb", "de": "de", "de-AT": "de", "zh": "cmn", "zh-CN": "cmn", "zh-Hans-CN": "cmn",
		"zh-HK": "yue", "no": "nb", "pt-BR": "pt-br", "es-MX": "es-419", "fr": "fr-fr", "fr-CA": "fr-fr", "xx-YY": "xx",
	} {
		if got := VoiceFor(lang); got != want {
			t.Errorf("%q: %q, want %q", lang, got, want)
		}
	}
}

func TestParseVoices(t *testing.T) {
	got := parseVoices([]byte(fakeVoices))
	want := []tts.Voice{
		{ID: "cmn", Name: "Chinese (Mandarin)", Lang: "zh"},
		{ID: "de", Name: "German", Lang: "de"},
		{ID: "en-gb", Name: "English (Great Britain)", Lang: "en-GB"},
		{ID: "chr-US-Qaaa-x-west", Name: "Cherokee", Lang: "chr-US-Qaaa-x-west"},
		{ID: "yue", Name: "Chinese (Cantonese)", Lang: "yue"},
		{ID: "ja", Name: "Japanese", Lang: "ja", Note: notes["ja"]},
	}
	if !slices.Equal(got, want) {
		t.Errorf("%+v", got)
	}
	if v := parseVariants([]byte(fakeVariants)); len(v) != 2 || !v["f2"] || !v["Mr serious"] {
		t.Errorf("%v", v)
	}
}

func TestLanguageTag(t *testing.T) {
	for id, want := range map[string]string{"de": "de", "en-us": "en-US", "en-us-nyc": "en-US-nyc", "en-gb-x-rp": "en-GB-x-rp", "cmn-latn-pinyin": "zh-Latn-pinyin", "es-419": "es-419"} {
		if got := languageTag(id); got != want {
			t.Errorf("%q: %q, want %q", id, got, want)
		}
	}
}

// FuzzVoices: whatever a program prints, each voice has a name of its own and a language.
func FuzzVoices(f *testing.F) {
	f.Add([]byte(fakeVoices))
	f.Add([]byte(fakeVariants))
	f.Fuzz(func(t *testing.T, out []byte) {
		seen := make(map[string]bool)
		for _, v := range parseVoices(out) {
			if v.ID == "" || v.Lang == "" || seen[v.ID] {
				t.Fatalf("%+v", v)
			}
			seen[v.ID] = true
		}
		parseVariants(out)
	})
}
