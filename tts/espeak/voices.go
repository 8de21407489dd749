package espeak

import (
	"strings"

	"articast/tts"
)

// named are the languages whose voice has another name than the language, or of whose voices one must be chosen. A
// language that is not here has its code for a voice.
var named = map[string]string{
	"":        "en-gb",
	"en":      "en-gb",
	"en-us":   "en-us",
	"en-ca":   "en-us",
	"es-mx":   "es-419",
	"es-ar":   "es-419",
	"es-co":   "es-419",
	"es-cl":   "es-419",
	"es-pe":   "es-419",
	"es-us":   "es-419",
	"es-419":  "es-419",
	"fr":      "fr-fr",
	"fr-be":   "fr-be",
	"fr-ch":   "fr-ch",
	"iw":      "he",
	"in":      "id",
	"no":      "nb",
	"nn":      "nb",
	"pt":      "pt",
	"pt-br":   "pt-br",
	"sh":      "hr",
	"tl":      "en-us",
	"zh":      "cmn",
	"zh-hk":   "yue",
	"zh-yue":  "yue",
	"zh-hant": "cmn",
}

// VoiceFor returns the name of the voice for a language (BCP 47): that of its region, else of the language. Whether the
// engine has it shows when it is to speak.
func VoiceFor(lang string) string {
	lang = strings.ToLower(strings.ReplaceAll(lang, "_", "-"))
	for tag := lang; ; {
		if voice, ok := named[tag]; ok {
			return voice
		}
		i := strings.LastIndexByte(tag, '-')
		if i < 0 {
			return tag
		}
		tag = tag[:i]
	}
}

// notes say what a listener should know of a voice.
var notes = map[string]string{
	"ja": "reads kana; kanji are only named as such",
}

// parseVoices reads what --voices prints: a title, then a line for each voice of priority, language, age and gender, name
// and file. The language is what a voice is chosen by; the first voice of a language is the one that it gets.
func parseVoices(out []byte) []tts.Voice {
	var list []tts.Voice
	seen := make(map[string]bool)
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		if len(fields) < 5 || fields[0] == "Pty" || seen[fields[1]] {
			continue
		}
		id := fields[1]
		seen[id] = true
		list = append(list, tts.Voice{ID: id, Name: strings.ReplaceAll(strings.TrimRight(fields[3], "_"), "_", " "), Lang: languageTag(id), Note: notes[id]})
	}
	return list
}

// parseVariants reads what --voices=variant prints; a variant is chosen by the name of its file.
func parseVariants(out []byte) map[string]bool {
	variants := make(map[string]bool)
	for line := range strings.Lines(string(out)) {
		if _, file, ok := strings.Cut(line, "!v/"); ok {
			variants[strings.TrimSpace(file)] = true
		}
	}
	return variants
}

// languageTag turns the engine's name of a language into BCP 47: "en-us" into "en-US".
func languageTag(id string) string {
	parts := strings.Split(id, "-")
	for i, p := range parts {
		switch {
		case i == 0:
		case parts[i-1] == "x":
			return strings.Join(parts, "-")
		case len(p) == 2:
			parts[i] = strings.ToUpper(p)
		case len(p) == 4:
			parts[i] = strings.ToUpper(p[:1]) + strings.ToLower(p[1:])
		}
	}
	if parts[0] == "cmn" {
		parts[0] = "zh"
	}
	return strings.Join(parts, "-")
}
